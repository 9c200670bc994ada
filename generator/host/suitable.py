"""Whether pages may share a frame: only where nobody else has a hand in how a page comes to be."""

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

# By these, others change neither a page nor what stands around it.
_HARMLESS: Final = frozenset(("startup", "shutdown", "serve", "config", "pre_build", "build_error"))
# What it does to a page, `shell` knows.
_SEARCH: Final = "material.plugins.search.plugin"
_INSTALLED: Final = ("material", "mkdocs", "properdocs")
_TEMPLATES: Final = ("*.html", "*.xml")


def frames_alike(
    config: "MkDocsConfig",
    own: object,
    folders: Iterable[Path],
) -> bool:
    """Return whether the frame of a page depends on nothing but what the theme prints of it.

    `own` is the plugin that asks; `folders` hold templates that are known too.
    """
    return (
        config.theme.name == "material"
        and config.use_directory_urls
        and not config.extra_templates
        and config.theme.static_templates <= {"404.html", "sitemap.xml"}
        and not any(_others(config, own))
        and not any(_foreign_templates(config.theme.dirs, folders))
    )


def named_in_nav(nav: object) -> set[str]:
    """Return every text in the navigation as it is written: titles, paths and links."""
    if isinstance(nav, str):
        return {nav}
    parts: Iterable[object] = ()
    if isinstance(nav, dict):
        parts = nav.values()
    elif isinstance(nav, list):
        parts = nav
    return {text for part in parts for text in named_in_nav(part)}


def _others(config: "MkDocsConfig", own: object) -> Iterator[str]:
    """Yield the events by which others may change pages, files or the navigation."""
    for event, methods in config.plugins.events.items():
        for method in methods:
            holder = getattr(method, "__self__", None)
            known = holder is own or type(holder).__module__ == _SEARCH
            if not known and event not in _HARMLESS:
                yield event


def _foreign_templates(dirs: Iterable[str], folders: Iterable[Path]) -> Iterator[Path]:
    """Yield the templates that neither we brought nor the theme."""
    known = {*folders, *_installed()}
    for each in map(Path, dirs):
        if not any(folder in (each, *each.parents) for folder in known):
            for pattern in _TEMPLATES:
                yield from each.rglob(pattern)


def _installed() -> Iterator[Path]:
    for name in _INSTALLED:
        spec = find_spec(name)
        if spec and spec.submodule_search_locations:
            yield from map(Path, spec.submodule_search_locations)

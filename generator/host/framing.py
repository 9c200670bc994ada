"""Pages of records are written straight into the site, in the theme's frame.

The frame of a shape of pages is rendered once (`shell`) and proven by one of its pages, rendered
the way MkDocs does. Where that fails, or a page is like no other, MkDocs' way is taken. Source:
research/performance.md, section 5; docs/developers/decisions/0024-pages-at-the-cost-of-writing.md.
"""

import os
import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from generator.build.standing import Kept, write
from generator.host.record_file import RecordFile, host_of
from generator.host.shell import (
    ENCODING,
    Shell,
    canonical_mark,
    fits_a_shell,
    marked,
    plain_body,
    shell_of,
    values_of,
)
from generator.load.fingerprints import digest
from generator.present.page import Page

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation

FEWEST: Final = 3
"""A shell costs two pages: the one with marks, and the one that proves it."""
_LINK: Final = re.compile(
    rb"\s(?:(?:href|src)=\"(?![a-z]+:|/)([^\"#?]+)|content=\"(\.\.?/[^\"#?]*))"
)
_ANY: Final = "*"

Shape = tuple[tuple[str, ...], int, bool, bool, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Proven:
    """A shell that gave the page that it was tried on; `held` are the folders it links into.

    `known_by` stands for the shell.
    """

    shell: Shell
    held: frozenset[str]
    known_by: str


@dataclass(frozen=True, slots=True)
class ListedPage:
    """What a sitemap tells of a page."""

    canonical_url: str | None
    abs_url: str | None
    update_date: str
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that stands in a sitemap."""

    page: ListedPage


@dataclass(frozen=True)
class Framing:
    """Frames pages by the configured theme, and writes them."""

    config: "MkDocsConfig"
    nav: "Navigation"
    files: "Files"
    env: "Environment"
    kept: Kept | None = None
    _folders: set[str] = field(default_factory=set)

    def write(self) -> None:
        """Write the pages into the site, each as MkDocs would have."""
        files = self._mine
        shapes = [self._shape(file.made) for file in files]
        common = Counter(shapes)
        proven: dict[Shape, _Proven | None] = {}
        for file, shape in zip(files, shapes, strict=True):
            if shape is None or common[shape] < FEWEST:
                self._build(file)
                continue
            made = file.made
            if shape not in proven:
                made = _whole(made)
                proven[shape] = self._prove(file, made)
            framed = self._framed(file, made, proven[shape])
            if framed is None:
                self._build(file)
            else:
                self._write(file, framed)

    def listed(self, update_date: str) -> Iterator["File | Listed"]:
        """Yield the pages as a sitemap lists them, those that MkDocs builds too."""
        path, documents = urlsplit(self._base).path, set(self._documents)
        for file in self.files:
            if isinstance(file, RecordFile):
                address = file.made.address
                canonical = self._base + address if self._base else None
                absolute = path + address if self._base else None
                yield Listed(ListedPage(canonical, absolute, update_date))
            elif file in documents:
                yield file

    def _framed(self, file: RecordFile, made: Page, proven: _Proven | None) -> bytes | None:
        """Return the whole page, as it stands if it is made of the same; None without a shell."""
        if proven is None or not proven.held.isdisjoint(self._unnamed(made)):
            return None

        def make() -> bytes | None:
            return self._around(made, made.body, proven)

        if self.kept is None:
            return make()
        return self.kept.file(file.dest_uri, self._made_of(made, proven), make)

    def _made_of(self, made: Page, proven: _Proven) -> str:
        """Return what stands for all that a framed page is made of; empty if nobody says."""
        if not made.made_of:
            return ""
        values = self._values(made, "")
        return digest(f"{proven.known_by}\n{made.made_of}\n{values}".encode())

    def _around(self, made: Page, body: str, proven: _Proven) -> bytes | None:
        """Return the page with that body; None if the shell is none for it."""
        return proven.shell.around(self._values(made, body)) if plain_body(body) else None

    def _prove(self, file: RecordFile, made: Page) -> _Proven | None:
        """Return the shell of pages like this one; None if it does not give this page."""
        if not plain_body(made.body):
            return None
        model = marked(made)
        canonical = canonical_mark() if self._base else ""
        html = self._rendered(file, model, canonical or None)
        shell = shell_of(html, values_of(model, model.body, canonical))
        if shell is None:
            return None
        proven = _Proven(shell, frozenset(_held(shell, made.address)), shell.digest)
        if not proven.held.isdisjoint(self._unnamed(made)):
            return None
        framed = self._around(made, made.body, proven)
        if framed is None or framed != self._rendered(file, made).encode(*ENCODING):
            return None
        return proven

    def _shape(self, made: Page) -> Shape | None:
        """Return what pages have in common that can share a frame; None for a page by itself."""
        if not fits_a_shell(made):
            return None
        named = tuple(
            part if folder in self._named else _ANY
            for part, folder in zip(made.address.split("/"), _folders(made.address), strict=False)
        )
        hide = tuple(made.meta.get("hide", ()))
        return named, len(made.headings), bool(made.description), "image" in made.meta, hide

    def _unnamed(self, made: Page) -> Iterator[str]:
        """Yield the folders of a page that its shape does not name."""
        return (each for each in _folders(made.address) if each not in self._named)

    @cached_property
    def _named(self) -> frozenset[str]:
        """The folders that tell shapes apart: those at the top, and where the navigation leads."""
        led = {folder for page in self.nav.pages for folder in _folders(page.url)}
        tops = {next(_folders(file.made.address), "") for file in self._mine}
        return frozenset(led | tops)

    @cached_property
    def _mine(self) -> list[RecordFile]:
        return [file for file in self.files if isinstance(file, RecordFile)]

    @cached_property
    def _base(self) -> str:
        base = self.config.site_url or ""
        return base if not base or base.endswith("/") else f"{base}/"

    def _values(self, made: Page, body: str) -> dict[str, str]:
        return values_of(made, body, self._base + made.address)

    def _rendered(self, file: RecordFile, made: Page, canonical: str | None = None) -> str:
        """Return the page as MkDocs renders it, with that as its content."""
        page = file.page_of(made)
        page.content = made.body
        if canonical:
            page.canonical_url = canonical
        page.active = True
        context = self._host.get_context(self.nav, self._documents, self.config, page)
        plugins = self.config.plugins
        context = plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
        output = self.env.get_template("main.html").render(context)
        return str(plugins.on_post_page(output, page=page, config=self.config))

    def _build(self, file: RecordFile) -> None:
        """Write one page the way MkDocs does."""
        page = file.page_of(file.made)
        page.content = file.made.body
        self._host._build_page(  # noqa: SLF001  (there is no other way to build one page)
            page, self.config, self._documents, self.nav, self.env
        )

    def _write(self, file: RecordFile, content: bytes) -> None:
        path = f"{self.config.site_dir}/{file.dest_uri}"
        folder = posixpath.dirname(path)
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103  (a page costs so little else)
            self._folders.add(folder)
        write(self.kept, file.dest_uri, content, Path(path))

    @cached_property
    def _documents(self) -> Sequence["File"]:
        return self.files.documentation_pages()

    @cached_property
    def _host(self) -> Any:  # noqa: ANN401  (a module)
        return import_module(f"{host_of(self.config)}.commands.build")


def _whole(made: Page) -> Page:
    """Return the page with its body, which is made once for all that will ask."""
    return Page(**{each.name: getattr(made, each.name) for each in fields(Page)})


def _folders(address: str) -> Iterator[str]:
    """Yield the folders down to the page: `a/`, `a/b/`."""
    end = address.find("/")
    while end >= 0:
        yield address[: end + 1]
        end = address.find("/", end + 1)


def _held(shell: Shell, address: str) -> Iterator[str]:
    """Yield the folders in which the links of a frame around the page at `address` end."""
    for piece in shell.pieces:
        for groups in _LINK.findall(piece):
            link = b"".join(groups).decode()
            target = posixpath.normpath(posixpath.join(address, link))
            yield from _folders(f"{target}/")

"""Templates become HTML: everything is escaped, and an unknown name is an error, never a gap."""

from collections.abc import Callable, Mapping
from email.utils import format_datetime
from functools import cache
from typing import Any

import jinja2

from generator.present import addresses, renditions, wording
from generator.present.page import relative


def render(template: str, address: str, values: Mapping[str, Any]) -> str:
    """Return the template's HTML for the page at `address`; `url` links from there."""
    return _environment().get_template(template).render(**values, url=links_from(address))


def links_from(origin: str) -> Callable[[str], str]:
    """Return what gives the link from the page at `origin` to a target, as `relative` does.

    Most lead to another top folder, so they share nothing of the way.
    """
    folder = origin.rpartition("/")[0]
    top, up = folder.partition("/")[0] + "/", "../" * (folder.count("/") + 1)

    def link(target: str) -> str:
        if folder and not target.startswith(top):
            return up + target
        return relative(target, origin)

    return link


def keep_compiled(kept: jinja2.BytecodeCache | None) -> None:
    """Take compiled templates from there, and leave them there."""
    _environment().bytecode_cache = kept


def look_again() -> None:
    """Read templates anew if one was changed since it was read: a preview follows them."""
    held = _environment().cache
    if held is not None and not all(template.is_up_to_date for template in held.values()):
        held.clear()


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("generator.present", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        # Else each page would ask the disk about each of its templates.
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(at=addresses, sizes=renditions.SIZES)
    environment.filters.update(
        number=wording.number,
        day=wording.day,
        iso=lambda value: value.isoformat(),
        days_text=wording.days_text,
        listed=wording.listed,
        suffix=lambda word: str(word).replace("_", "-"),
        paragraphs=wording.paragraphs,
        rfc2822=format_datetime,
        srcset=renditions.srcset,
    )
    return environment

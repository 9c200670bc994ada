"""The public site built in parts, in one process.

`python -m tests.bench.ours RECORDS OUT [--with PART]…` prints how many pages it has. Without a part it is the pages and the search index: records read and checked, counted, projected
and presented, every page framed and written, the search index, the sitemap and what the browser
loads. Each part that is named is added to that, and `PARTS` says what it is. What is left out is
replaced in the modules where the build looks it up; a name that moved stops the run.
"""

import argparse
import importlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from generator.build.gallery import Gallery
from generator.build.hidden import NOTHING, Hidden
from generator.present import addresses
from generator.present.page import Artifact


@dataclass(frozen=True, slots=True)
class Part:
    """What a build does besides pages: in words, and what stands in for it when it is left out."""

    what: str
    instead: Mapping[str, Any]


def _nothing(*_: object, **__: object) -> tuple[()]:
    return ()


@contextmanager
def _no_objections(*_: object, **__: object) -> Iterator[Callable[[], tuple[()]]]:
    yield _nothing


def _no_pictures(*_: object, **__: object) -> Gallery:
    return Gallery({}, (), 0)


def _nothing_hidden(*_: object, **__: object) -> Hidden:
    return NOTHING


def _empty_template(*_: object, **__: object) -> tuple[Artifact]:
    """Return a file to which the guide may link."""
    return (Artifact(addresses.TEMPLATE, b""),)


PARTS: Final[Mapping[str, Part]] = {
    "gate": Part(
        "the search of every finished file for what its audience must not see, and the gate that "
        "follows every link and compares with the site before",
        {
            "generator.build.prepare.hidden_from": _nothing_hidden,
            "generator.build.site.require_no_leaks": _nothing,
            "generator.build.site.beside": _no_objections,
        },
    ),
    "photos": Part(
        "the pictures drawn anew in each width and format; their records are read and checked, "
        "and their places stand on the pages, in any case",
        {"generator.build.prepare.gallery": _no_pictures},
    ),
    "exports": Part(
        "DOCX, XLSX, CSV and JSON below `/du-lieu/`, feeds, calendars, the JSON Schemas, and what "
        "the workbook to fill in holds",
        {
            "generator.present.site.document_files": _nothing,
            "generator.present.site.data_package": _nothing,
            "generator.present.site.summary_files": _nothing,
            "generator.present.site.year_workbooks": _nothing,
            "generator.present.site.feed_files": _nothing,
            "generator.present.site.calendar_files": _nothing,
            "generator.build.prepare.template_files": _empty_template,
            "generator.build.prepare._schemas": _nothing,
        },
    ),
}
"""By name; each leaves the records, the rules and the pages as they are."""


def main() -> None:
    """Build the site at `OUT` and print how many pages it has."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--with", dest="parts", action="append", default=[], choices=PARTS)
    asked = parser.parse_args()
    for name, part in PARTS.items():
        if name not in asked.parts:
            for place, stand_in in part.instead.items():
                leave_out(place, stand_in)
    print(_build(asked.records, asked.out))


def leave_out(place: str, stand_in: Callable[..., object]) -> None:
    """Replace a function where its module looks it up, also in the module's tuples of functions.

    Raises:
        AttributeError: the module knows no such name.
    """
    module_name, _, name = place.rpartition(".")
    module = importlib.import_module(module_name)
    real = getattr(module, name)
    setattr(module, name, stand_in)
    for key, value in list(vars(module).items()):
        if isinstance(value, tuple) and real in value:
            setattr(module, key, tuple(each for each in value if each is not real))


def _build(records: Path, out: Path) -> int:
    from generator.build.prepare import prepare
    from generator.build.site import build_site
    from generator.host.mkdocs_host import MkDocsHost

    host = MkDocsHost(Path("mkdocs.yml"))
    told = host.settings()
    # The corpus says itself up to which day figures count.
    prepared = prepare(records, "public", None, date.max, settings=told)
    return build_site(prepared, host, out, base=told.base)


if __name__ == "__main__":
    main()

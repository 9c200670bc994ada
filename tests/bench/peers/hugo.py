"""Hugo: pages as Markdown, or as HTML that it only frames; our frame is its layout."""

import json
from pathlib import Path
from typing import Final

from tests.bench.finished import Finished
from tests.bench.measure import Run
from tests.bench.peers.inputs import copy_files, layout, write_pages

CONFIG: Final = {
    "baseURL": "/",
    "title": "congtac",
    # No lists of its own making: the pages are those of the site, and no more.
    "disableKinds": ["home", "section", "taxonomy", "term", "rss", "robotstxt", "404"],
    # HTML as content is refused unless it is allowed; the pages are our own.
    "security": {"allowContent": [".*"]},
}


def prepare(folder: Path, site: Path, pages: list[Finished], frame: str, suffix: str) -> None:
    """Write a site of Hugo with these pages below `folder`, as `.md` or `.html`."""
    write_pages(folder / "content", pages, _head, suffix)
    copy_files(site, folder / "static")
    template = layout(frame, "{{ .Title }}", "{{ .Description }}", "{{ .Content }}", "{{")
    path = folder / "layouts" / "single.html"
    path.parent.mkdir()
    path.write_text(template, encoding="utf-8")
    (folder / "hugo.json").write_text(json.dumps(CONFIG), encoding="utf-8")


def run(python: Path, folder: Path, out: Path) -> Run:
    """Return the call that builds it, without the Python that the package puts before it.

    Raises:
        FileNotFoundError: Hugo is not installed beside `python`.
    """
    found = python.parent.parent.glob("lib/python*/site-packages/hugo/binaries/hugo*")
    program = next(found, None)
    if program is None:
        message = f"no Hugo beside {python}"
        raise FileNotFoundError(message)
    return Run((str(program), "--source", str(folder), "--destination", str(out), "--noBuildLock"))


def _head(page: Finished) -> dict[str, str]:
    return {"title": page.title, "description": page.description, "url": f"/{page.address}"}

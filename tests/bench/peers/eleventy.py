"""Eleventy: pages as Markdown, our frame as a layout in Liquid."""

from pathlib import Path
from typing import Final

from tests.bench.finished import Finished
from tests.bench.measure import Run
from tests.bench.peers.inputs import copy_files, layout, write_pages

# The text of a page is no template.
CONFIG: Final = """\
export default function (eleventy) {
  eleventy.addPassthroughCopy({ files: "." });
  eleventy.setUseGitIgnore(false);
  return {
    dir: { input: "pages", includes: "../frame" },
    htmlTemplateEngine: false,
    markdownTemplateEngine: false,
  };
}
"""
PROGRAM: Final = Path(__file__).parent / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"


def prepare(folder: Path, site: Path, pages: list[Finished], frame: str) -> None:
    """Write a site of Eleventy with these pages below `folder`."""
    write_pages(folder / "pages", pages, _head, ".md")
    copy_files(site, folder / "files")
    title, description = "{{ title | escape }}", "{{ description | escape }}"
    template = layout(frame, title, description, "{{ content }}", "{{ {%")
    (folder / "frame").mkdir()
    (folder / "frame" / "page.liquid").write_text(template, encoding="utf-8")
    (folder / "eleventy.config.js").write_text(CONFIG, encoding="utf-8")
    (folder / "package.json").write_text('{"type": "module"}\n', encoding="utf-8")


def run(folder: Path, out: Path) -> Run:
    """Return the call that builds it, from within `folder`."""
    return Run(("node", str(PROGRAM), f"--output={out}", "--quiet"), folder=folder)


def _head(page: Finished) -> dict[str, str]:
    return {
        "title": page.title,
        "description": page.description,
        "permalink": f"/{page.address}index.html",
        "layout": "page.liquid",
    }

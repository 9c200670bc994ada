"""MkDocs with mkdocs-gen-files in its careful form: pages out of the navigation, which is pruned.

Its script reads the records by CSafeLoader, as whoever writes such a script begins, and then writes
each page as Markdown. MkDocs frames them by Material's own templates, and the search plugin of
Material makes the index.
"""

import json
from pathlib import Path
from typing import Any, Final

from tests.bench.finished import Finished
from tests.bench.measure import Run
from tests.bench.peers.inputs import copy_files, with_head

CONFIG: Final[dict[str, Any]] = {
    "site_name": "Đi công tác cơ sở",
    "theme": {
        "name": "material",
        "language": "vi",
        "font": False,
        "features": ["navigation.tabs", "navigation.prune", "toc.follow", "search.highlight"],
    },
    "nav": ["index.md"],
    "plugins": [{"search": {"lang": "vi"}}, {"gen-files": {"scripts": ["pages.py"]}}],
    "markdown_extensions": ["attr_list", "def_list", "tables", "toc"],
    # A link among generated pages is to an address and not to a Markdown file.
    "validation": {"nav": {"omitted_files": "ignore"}, "links": {"unrecognized_links": "ignore"}},
}
SCRIPT: Final = """\
import json
from pathlib import Path

import mkdocs_gen_files
import yaml

for path in Path({records!r}).rglob("*.yml"):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
for line in Path({pages!r}).open(encoding="utf-8"):
    source, text = json.loads(line)
    with mkdocs_gen_files.open(source, "w") as file:
        file.write(text)
"""


def prepare(folder: Path, site: Path, pages: list[Finished], records: Path) -> None:
    """Write a site of MkDocs with these pages below `folder`."""
    docs, listed = folder / "docs", folder / "pages.jsonl"
    docs.mkdir()
    copy_files(site, docs)
    # MkDocs makes this one itself.
    (docs / "404.html").unlink(missing_ok=True)
    with listed.open("w", encoding="utf-8") as file:
        for page in pages:
            held = f"{page.address}index.md", with_head(page, _head)
            file.write(json.dumps(held, ensure_ascii=False) + "\n")
    script = SCRIPT.format(records=str(records), pages=str(listed))
    (folder / "pages.py").write_text(script, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(json.dumps(CONFIG), encoding="utf-8")


def run(python: Path, folder: Path, out: Path) -> Run:
    """Return the call that builds it."""
    config = str(folder / "mkdocs.yml")
    return Run((str(python), "-m", "mkdocs", "build", "--quiet", "-f", config, "-d", str(out)))


def _head(page: Finished) -> dict[str, str]:
    return {"title": page.title, "description": page.description}

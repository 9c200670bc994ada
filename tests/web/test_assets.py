"""The browser's part as it is assembled: complete, repeatable, and with no address of a registry."""

import json
import re
from pathlib import Path

from tests.web import harness


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_assembling_again_gives_the_same(web_dist: Path, tmp_path: Path) -> None:
    first = files(web_dist)
    again = harness.build_web(tmp_path / "dist")
    (again / "assets" / "left-over.txt").write_text("from an older version")
    assert files(harness.build_web(again)) == first


def test_the_style_sheet_of_the_typeface_names_the_files_there(web_dist: Path) -> None:
    css = (web_dist / "assets" / "fonts.css").read_text(encoding="utf-8")
    named = set(re.findall(r"url\(([^)]+)\)", css))
    there = {f"fonts/{path.name}" for path in (web_dist / "assets" / "fonts").iterdir()}
    assert named == there
    assert "font-display:swap" in css
    assert re.search(r"vietnamese-600-normal\.woff2", css)


def test_vietnamese_comes_after_extended_latin(web_dist: Path) -> None:
    css = (web_dist / "assets" / "fonts.css").read_text(encoding="utf-8")
    for face in ("400-normal", "400-italic", "600-normal"):
        assert css.index(f"latin-ext-{face}") < css.index(f"vietnamese-{face}")


def test_what_others_wrote_comes_with_its_licence(web_dist: Path) -> None:
    licences = (web_dist / "assets" / "licences.txt").read_text(encoding="utf-8")
    for phrase in ("be-vietnam-pro", "OFL-1.1", "SIL OPEN FONT LICENSE", "plotly.js", "(MIT)"):
        assert phrase in licences


def test_the_lock_holds_hashes_and_no_addresses() -> None:
    lock = json.loads((harness.WEB / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert packages
    for name, entry in packages.items():
        assert entry["integrity"].startswith("sha512-"), name
        assert "resolved" not in entry, name


def test_charts_need_no_eval(web_dist: Path) -> None:
    plotly = (web_dist / "assets" / "plotly-basic.min.js").read_text(encoding="utf-8")
    assert "new Function" not in plotly

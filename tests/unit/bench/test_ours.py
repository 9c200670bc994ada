"""Our pages without the rest of a build: the same pages, and nothing left out but what is told."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.corpus import make
from tests.bench.measure import ROOT, Command, congtac
from tests.bench.ours import PARTS, leave_out


def test_every_name_that_is_left_out_is_where_the_build_looks_it_up() -> None:
    for part in PARTS.values():
        for place, stand_in in part.instead.items():
            module, _, name = place.rpartition(".")
            assert callable(getattr(importlib.import_module(module), name))
            assert callable(stand_in)


def test_a_part_left_out_is_gone_from_its_module_and_its_lists(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module = type(sys)("made_up_module")

    def real() -> None: ...

    def other() -> None: ...

    vars(module).update(real=real, ALL=(real, other))
    monkeypatch.setitem(sys.modules, "made_up_module", module)
    leave_out("made_up_module.real", print)
    assert vars(module)["real"] is print
    assert vars(module)["ALL"] == (other,)
    with pytest.raises(AttributeError, match="moved"):
        leave_out("made_up_module.moved", print)


def files(site: Path, *suffixes: str) -> dict[str, bytes]:
    listed = (path for path in site.rglob("*") if path.suffix in suffixes)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in listed}


@pytest.mark.slow
def test_pages_and_search_index_are_those_of_the_whole_build(tmp_path: Path) -> None:
    records = str(make(tmp_path / "set", ROOT / "records", 301).records)
    whole, some = tmp_path / "whole", tmp_path / "some"
    ours = (sys.executable, "-m", "tests.bench.ours", records, str(some))
    run(congtac("--records", records, "build", "--out", whole))
    assert run(ours) == f"{len(files(whole, '.html'))}\n"
    pages = files(some, ".html")
    assert pages == files(whole, ".html")
    assert len(pages) > 301
    index = "search/search_index.json"
    assert (some / index).read_bytes() == (whole / index).read_bytes()
    exports = (".csv", ".docx", ".ics", ".xml")
    assert files(some, *exports).keys() == {"sitemap.xml"}
    assert len(files(whole, *exports)) > 10
    (template,) = files(some, ".xlsx").values()
    assert template == b""


def run(command: Command) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout

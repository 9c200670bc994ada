"""After a change only what hangs on it is made, and every byte is that of a build from nothing."""

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from mkdocs.commands.build import build as build_by_mkdocs
from mkdocs.config import load_config

from generator.build import beside, trees
from generator.build.prepare import prepare
from generator.build.site import build_site
from generator.domain.fields import Audience
from generator.errors import RefusedError
from generator.host.mkdocs_host import MkDocsHost
from generator.present.page import LateArtifact, LatePage
from tests.building.workshop import fingerprint
from tests.site.conftest import ROOT
from tests.site.test_building import small_records

TODAY: Final = date(2020, 3, 31)
LIST: Final = "chuyen-di/"


@pytest.fixture(autouse=True)
def _few_records_are_worth_keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trees, "WORTH_KEEPING", 1)


def build(records: Path, out: Path, audience: Audience = "public") -> None:
    host = MkDocsHost(ROOT / "mkdocs.yml")
    settings = host.settings()
    prepared = prepare(records, audience, None, TODAY, settings=settings)
    build_site(prepared, host, out, base=settings.base)


def afresh(records: Path, folder: Path, audience: Audience = "public") -> dict[str, str]:
    """Return what a build makes of a copy of the records that nothing is known of."""
    shutil.copytree(records, folder / "records")
    build(folder / "records", folder / "site", audience)
    return fingerprint(folder / "site")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The late pages and files that were made."""
    # What a copy of the process makes is not heard here.
    monkeypatch.setattr(beside, "_processors", lambda: 1)
    places: set[str] = set()
    for kind, name in ((LatePage, "body"), (LateArtifact, "content")):
        held: Any = vars(kind)[name]

        def listening(late: Any, get: Callable[[Any], object] = held.fget) -> object:
            places.add(late.address if isinstance(late, LatePage) else late.path)
            return get(late)

        monkeypatch.setattr(kind, name, held.getter(listening))
    return places


def said(text: str, name: str = "") -> Callable[[Path], None]:
    """Let the first visit with that in its name say something else."""

    def change(records: Path) -> None:
        visit = next(each for each in sorted(records.glob("visits/*/*.yml")) if name in each.name)
        written = visit.read_text(encoding="utf-8")
        visit.write_text(re.sub(r"(?m)^content: .*$", f"content: {text}", written), "utf-8")

    return change


def replaced(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(records: Path) -> None:
        file = next(records.glob(path))
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return change


def without(path: str) -> Callable[[Path], None]:
    return lambda records: next(records.glob(path)).unlink()


OF_THE_VISIT: Final = {
    "chuyen-di/2019/2019-01-07-an-truong/",
    "uy-vien/tang-quoc-hien/",
    # The unit, those above it, and those that took them over.
    "don-vi/29275-an-truong/",
    "don-vi/29275-an-truong/truoc-khi-di/",
    "don-vi/29275-2025-an-truong/",
    "don-vi/29275-2025-an-truong/truoc-khi-di/",
    "don-vi/844-cang-long/",
    "don-vi/844-cang-long/truoc-khi-di/",
    "don-vi/84-tra-vinh/",
    "don-vi/86-2025-vinh-long/",
    "du-lieu/bao-cao-2019.docx",
    # The tables, and what is told of each.
    "du-lieu/visits.csv",
    "du-lieu/units.csv",
    "du-lieu/issues.csv",
    "du-lieu/members.csv",
    "du-lieu/member-years.csv",
    "du-lieu/datapackage.json",
    "du-lieu/ket-qua-2019.xlsx",
    "du-lieu/uy-vien/tang-quoc-hien-2019.docx",
    "lich/tat-ca.ics",
    "lich/don-vi/29275-an-truong.ics",
    "lich/don-vi/844-cang-long.ics",
    "lich/uy-vien/tang-quoc-hien.ics",
}


def test_only_what_hangs_on_a_visit_is_made(tmp_path: Path, made: set[str]) -> None:
    records, out = small_records(tmp_path / "so"), tmp_path / "site"
    build(records, out)
    assert len(made) > 300
    made.clear()
    build(records, out)
    proving = {*made}
    # Each frame is tried on a page of its shape; the list of visits MkDocs asks for every time.
    assert len(proving - {LIST}) < 9
    made.clear()
    said("Nói khác.", "an-truong")(records)
    build(records, out)
    assert made == proving | OF_THE_VISIT
    assert fingerprint(out) == afresh(records, tmp_path / "anew")


@pytest.fixture
def preview(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Path], dict[str, str]]]:
    """Builds as a preview does, again and again in one process; returns what stands then."""
    monkeypatch.setenv("CONGTAC_AS_OF", TODAY.isoformat())

    def built(records: Path) -> dict[str, str]:
        monkeypatch.setenv("CONGTAC_RECORDS", str(records))
        build_by_mkdocs(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path / "preview")))
        return fingerprint(tmp_path / "preview")

    plugins = load_config(str(ROOT / "mkdocs.yml")).plugins
    plugins.on_startup(command="serve", dirty=False)
    yield built
    # MkDocs has one plugin for all builds of a process.
    plugins.on_startup(command="build", dirty=False)


def test_a_preview_too_makes_only_what_hangs_on_a_visit(
    tmp_path: Path, made: set[str], preview: Callable[[Path], dict[str, str]]
) -> None:
    records = small_records(tmp_path / "so")
    preview(records)
    made.clear()
    preview(records)
    proving = {*made}
    assert len(proving - {LIST}) < 9
    said("Nói khác.", "an-truong")(records)
    made.clear()
    changed = preview(records)
    assert made == proving | OF_THE_VISIT
    # A preview has no policy in its pages; so it is held against another preview.
    shutil.copytree(records, tmp_path / "anew")
    made.clear()
    load_config(str(ROOT / "mkdocs.yml")).plugins.on_startup(command="serve", dirty=False)
    assert preview(tmp_path / "anew") == changed
    assert len(made) > 300


# What a change does to each page alone is tried in tests/unit/present/test_makings.py.
CHANGES: Final[dict[str, tuple[Callable[[Path], None], ...]]] = {
    "who and when": (
        replaced(
            "visits/2019/*-an-truong.yml", "recorded_on: ", "end_date: 2019-01-09\nrecorded_on: "
        ),
        replaced("visits/2019/*-an-truong.yml", "  - tang-quoc-hien", "  - diep-huu-phuoc"),
    ),
    "a visit gone, an issue settled later": (
        without("visits/2019/*-an-truong.yml"),
        replaced(
            "visits/2019/*-long-duc.yml", "resolved_on: 2019-02-28", "resolved_on: 2020-04-28"
        ),
    ),
    "a name and the target": (
        replaced("units.yml", "Xã An Trường\n", "Xã An Trường Mới\n"),
        replaced("policies/*.yml", "value: 60", "value: 45"),
    ),
}


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_after_changes_every_byte_is_that_of_a_build_from_nothing(
    audience: Audience, tmp_path: Path
) -> None:
    records, out = small_records(tmp_path / "so"), tmp_path / "site"
    build(records, out, audience)
    for name, changes in CHANGES.items():
        for change in changes:
            change(records)
        build(records, out, audience)
        assert len(list((tmp_path / "so").rglob(".cache/ban-ghi/*"))) > 4
        assert fingerprint(out) == afresh(records, tmp_path / name, audience), name
        # What was taken over had two names for a while.
        assert {each.stat().st_nlink for each in out.rglob("*") if each.is_file()} == {1}


def test_a_build_that_is_refused_after_taking_over_leaves_what_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records, out = small_records(tmp_path / "so"), tmp_path / "site"
    build(records, out)
    before = fingerprint(out)
    said("Nói khác.", "an-truong")(records)
    monkeypatch.setattr("generator.build.site.objections", lambda *_: iter(["Không được."]))
    with pytest.raises(RefusedError):
        build(records, out)
    assert fingerprint(out) == before
    monkeypatch.undo()
    build(records, out)
    assert fingerprint(out) == afresh(records, tmp_path / "anew")

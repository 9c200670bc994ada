"""What a build before has looked through is not looked through again, unless it must be."""

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.build import beside, leaks, site
from generator.build.hidden import NOTHING, Hidden
from generator.build.prepare import Prepared
from generator.build.site import build_site
from generator.build.standing import Standing
from generator.errors import RefusedError
from generator.present.page import Artifact, Site

SECRET = Hidden({tuple(b"khong ai duoc biet chuyen nay dau".split()): "records/visits/x.yml: note"})
LINKING = '<p>Không ai được biết chuyện này đâu.</p><a href="b/#muc">b</a><a href="c.csv">c</a>'
PAGES = {
    "build.json": "{}",
    "index.html": LINKING,
    "b/index.html": '<h2 id="muc">B</h2><h2 id="khac">K</h2>',
    "c.csv": "x",
}
NO_CHANGE: Mapping[str, str] = {}
HERE = os.getpid()
SHOWN = "Trang dựng xong nhưng chưa thay trang cũ:"


class PlainHost:
    """Writes the files, and nothing else."""

    def write(self, prepared: Prepared, stage: Path, standing: Standing) -> None:  # noqa: ARG002  (a host's)
        for each in prepared.site.artifacts:
            (stage / each.path).parent.mkdir(parents=True, exist_ok=True)
            (stage / each.path).write_bytes(each.content)


def build(
    tmp_path: Path,
    changed: Mapping[str, str] = NO_CHANGE,
    hidden: Hidden = NOTHING,
    base: str = "",
    *,
    gated: bool = True,
) -> None:
    """Build a site of `PAGES` with these files changed, or left out where they are empty."""
    files = {**PAGES, **changed}
    artifacts = tuple(Artifact(path, text.encode()) for path, text in files.items() if text)
    prepared = Prepared(
        Site((), artifacts, ()), tmp_path / "records", None, "public", date(2020, 3, 15)
    )
    build_site(
        replace(prepared, hidden=hidden), PlainHost(), tmp_path / "site", gated=gated, base=base
    )


@pytest.fixture
def searched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were searched for what is hidden."""
    names: list[str] = []
    look = leaks._Looking.at

    def at(self: leaks._Looking, name: str, content: bytes) -> object:
        names.append(name)
        return look(self, name, content)

    monkeypatch.setattr(leaks._Looking, "at", at)
    return names


def test_only_what_changed_is_searched(tmp_path: Path, searched: list[str]) -> None:
    build(tmp_path)
    assert searched == ["b/index.html", "build.json", "c.csv", "index.html"]
    searched.clear()
    build(tmp_path, {"c.csv": "y", "d/index.html": "<p>D</p>"})
    assert searched == ["c.csv", "d/index.html"]


def test_all_is_searched_for_what_was_not_hidden_before(tmp_path: Path) -> None:
    build(tmp_path)
    with pytest.raises(RefusedError) as refused:
        build(tmp_path, hidden=SECRET)
    assert str(refused.value) == (
        "Trang dựng xong nhưng không đưa ra:\n"
        "index.html: lộ phần không công khai, records/visits/x.yml: note."
    )
    with pytest.raises(RefusedError):
        build(tmp_path, hidden=SECRET)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"c.csv": ""}, "index.html: liên kết c.csv không dẫn đến đâu."),
        ({"b/index.html": "<p>B</p>"}, "index.html: liên kết b/#muc dẫn đến một mục không có."),
        (
            {"b/index.html": "", "d/index.html": "x"},
            "index.html: liên kết b/#muc không dẫn đến đâu.",
        ),
    ],
)
def test_a_page_that_did_not_change_may_lead_nowhere_now(
    tmp_path: Path, changed: dict[str, str], told: str
) -> None:
    build(tmp_path)
    with pytest.raises(RefusedError) as refused:
        build(tmp_path, changed)
    assert str(refused.value).splitlines() == [SHOWN, told]


def test_a_place_more_breaks_no_link(tmp_path: Path) -> None:
    build(tmp_path)
    build(tmp_path, {"b/index.html": f'{PAGES["b/index.html"]}<h2 id="moi">M</h2>'})
    assert 'id="moi"' in (tmp_path / "site/b/index.html").read_text(encoding="utf-8")


def test_links_are_followed_after_a_build_that_did_not(tmp_path: Path) -> None:
    build(tmp_path, {"c.csv": ""}, gated=False)
    with pytest.raises(RefusedError, match=r"c\.csv không dẫn đến đâu"):
        build(tmp_path, {"c.csv": ""})


def test_links_are_followed_anew_in_a_site_of_another_address(tmp_path: Path) -> None:
    within = '<meta http-equiv="refresh" content="0; url=https://a.example/x/">'
    build(tmp_path, {"index.html": within})
    with pytest.raises(RefusedError, match=r"https://a\.example/x/ không dẫn đến đâu"):
        build(tmp_path, {"index.html": within}, base="https://a.example/")


def test_what_somebody_did_to_the_standing_site_is_not_trusted(tmp_path: Path) -> None:
    build(tmp_path)
    (tmp_path / "site/b/index.html").write_text("<p>B</p>", encoding="utf-8")
    with pytest.raises(RefusedError, match="b/#muc dẫn đến một mục không có"):
        build(tmp_path, {"b/index.html": "<p>B.</p>"})


@pytest.mark.parametrize("many", [1, 1_000])
def test_dead_links_are_told_alike_wherever_they_are_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(site, "MANY", many)
    with pytest.raises(RefusedError) as refused:
        build(tmp_path, {"c.csv": ""})
    assert str(refused.value).splitlines() == [
        SHOWN,
        "index.html: liên kết c.csv không dẫn đến đâu.",
    ]


def test_links_of_many_files_are_followed_by_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "MANY", 1)
    monkeypatch.setattr(beside, "_processors", lambda: 2)
    monkeypatch.setattr(site, "objections", lambda *_: iter([f"by {os.getpid() == HERE}"]))
    with pytest.raises(RefusedError) as refused:
        build(tmp_path)
    assert str(refused.value).splitlines() == [SHOWN, "by False"]
    monkeypatch.setattr(beside, "_processors", lambda: 1)
    with pytest.raises(RefusedError) as refused:
        build(tmp_path)
    assert str(refused.value).splitlines() == [SHOWN, "by True"]

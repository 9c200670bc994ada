"""Building replaces a site whole or not at all. Source: design, section 3, `build`."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.build.gate import objections
from generator.build.prepare import Prepared
from generator.build.site import build_site
from generator.build.swap import staged
from generator.errors import RefusedError, UsageError
from generator.present.page import Site
from tests.building.machines import MACHINES, built, different
from tests.building.workshop import fingerprint
from tests.site.conftest import ROOT, congtac
from tests.unit.load.trees import small, visit, write


def small_records(folder: Path) -> Path:
    """Copy the sample records with a few of their visits, so that a build is quick."""
    records = folder / "records"
    shutil.copytree(ROOT / "records", records)
    shutil.rmtree(records / "articles")
    shutil.rmtree(records / "plans")
    for year in ("2019", "2020"):
        for file in sorted((records / "visits" / year).glob("*.yml"))[4:]:
            file.unlink()
    for file in (records / "visits").rglob("*.yml"):
        text = file.read_text(encoding="utf-8").splitlines()
        kept = [line for line in text if not line.startswith("plan_item:")]
        file.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return records


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_row_39_the_samples_are_built_to_the_same_bytes_elsewhere(
    audience: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    site = fingerprint(request.getfixturevalue(f"{audience}_site"))
    *_, machine = MACHINES.values()
    built(ROOT, tmp_path / "khác", audience, machine, 39)
    assert different([site, fingerprint(tmp_path / "khác")]) == []
    record_property("figure", f"{audience} samples: 2 builds × {len(site)} files, equal")


def test_broken_records_leave_the_old_site_as_it_is(tmp_path: Path) -> None:
    records, out = small_records(tmp_path), tmp_path / "site"
    assert congtac("build", "--records", str(records), "--out", str(out)).returncode == 0
    before = fingerprint(out)
    visit = next((records / "visits/2019").glob("*.yml"))
    visit.write_text(visit.read_text(encoding="utf-8") + "kindd: x\n", encoding="utf-8")
    done = congtac("build", "--records", str(records), "--out", str(out))
    assert done.returncode == 1
    assert "S002" in done.stderr
    assert "Traceback" not in done.stderr
    assert fingerprint(out) == before
    assert [p.name for p in tmp_path.iterdir() if "stage" in p.name] == []


def test_a_folder_that_is_no_site_is_never_replaced(tmp_path: Path) -> None:
    out = tmp_path / "home"
    out.mkdir()
    (out / "letter.txt").write_text("dear", encoding="utf-8")
    done = congtac("build", "--out", str(out), "--audience", "public")
    assert done.returncode == 1
    assert done.stderr == (
        f"{out} đã có nội dung khác, không phải trang do congtac dựng. Chọn thư mục khác.\n"
    )
    assert (out / "letter.txt").read_text(encoding="utf-8") == "dear"


def test_a_failure_while_staging_leaves_the_old_site(tmp_path: Path) -> None:
    out = tmp_path / "site"
    with staged(out) as stage:
        (stage / "build.json").write_text("1", encoding="utf-8")

    def fill_the_disk() -> None:
        with staged(out) as stage:
            (stage / "build.json").write_text("2", encoding="utf-8")
            raise OSError("full")

    with pytest.raises(OSError, match="full"):
        fill_the_disk()
    assert (out / "build.json").read_text(encoding="utf-8") == "1"
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith("stage")] == []


def test_what_a_killed_build_left_behind_is_cleared(tmp_path: Path) -> None:
    out, left = tmp_path / "site", tmp_path / ".site.stage"
    left.mkdir()
    (left / "half.html").write_text("half", encoding="utf-8")
    with staged(out) as stage:
        (stage / "build.json").write_text("1", encoding="utf-8")
    assert [path.name for path in out.iterdir()] == ["build.json"]


def test_the_gate_names_dead_links_and_anchors(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text(
        '<a href="a/">x</a><a href="b/">x</a><a href="a/#one">x</a><a href="a/#two">x</a>'
        '<img src="gone.png"><a href="https://example.org/">x</a><a href="mailto:a@b.c">x</a>'
        '<source type="image/webp" srcset="a/index.html 480w, gone.webp 960w,lost.webp">'
        "<img alt='' srcset='https://example.org/x 2x, away.png 1.5x' src=a/>",
        encoding="utf-8",
    )
    (tmp_path / "a/index.html").write_text('<p id="one"><a href="../">x</a>', encoding="utf-8")
    assert list(objections(tmp_path, None)) == [
        "index.html: liên kết b/ không dẫn đến đâu.",
        "index.html: liên kết a/#two dẫn đến một mục không có.",
        "index.html: liên kết gone.png không dẫn đến đâu.",
        "index.html: liên kết gone.webp không dẫn đến đâu.",
        "index.html: liên kết lost.webp không dẫn đến đâu.",
        "index.html: liên kết away.png không dẫn đến đâu.",
    ]


def test_the_gate_takes_no_text_of_an_attribute_for_a_link(tmp_path: Path) -> None:
    page = (
        '<link title="&lt;img src=x> href=y" rel=alternate href="feed.xml">'
        "<img hidden alt='a src=x' src='no.png'><a title=href=x href=there>x</a>"
    )
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    assert list(objections(tmp_path, None)) == [
        "index.html: liên kết feed.xml không dẫn đến đâu.",
        "index.html: liên kết no.png không dẫn đến đâu.",
        "index.html: liên kết there không dẫn đến đâu.",
    ]


def test_the_gate_knows_the_folder_in_which_the_site_is_served(tmp_path: Path) -> None:
    links = '<a href="/cong-tac/a/">x</a><a href="/cong-tac/b/">x</a><a href="/khac/">x</a>'
    (tmp_path / "a").mkdir()
    (tmp_path / "404.html").write_text(links, encoding="utf-8")
    (tmp_path / "a/index.html").write_text("", encoding="utf-8")
    assert list(objections(tmp_path, None, "https://doan.test/cong-tac/")) == [
        "404.html: liên kết /cong-tac/b/ không dẫn đến đâu.",
        "404.html: liên kết /khac/ không dẫn đến đâu.",
    ]


def test_a_site_may_be_served_below_a_folder_of_its_host(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONGTAC_SITE_URL", "https://doan.test/cong-tac/")
    records, out = small_records(tmp_path), tmp_path / "site"
    done = congtac("build", "--records", str(records), "--out", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    page = (out / "404.html").read_text(encoding="utf-8")
    assert '<a href="/cong-tac/tin-tuc/">Tin tức</a>' in page


@pytest.mark.parametrize(
    ("left", "said"), [(95, []), (94, ["Trang mới chỉ có 94 trang, trang đang có 100."])]
)
def test_the_gate_refuses_a_site_that_lost_its_pages(
    tmp_path: Path, left: int, said: list[str]
) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    for folder, count in ((new, left), (old, 100)):
        folder.mkdir()
        for number in range(count):
            (folder / f"{number}.html").write_text("", encoding="utf-8")
    assert list(objections(new, old)) == said


def test_the_gate_keeps_the_old_site(tmp_path: Path) -> None:
    class BrokenHost:
        def write(self, prepared: object, stage: Path, standing: object) -> None:  # noqa: ARG002  (a host's)
            (stage / "build.json").write_text("{}", encoding="utf-8")
            (stage / "index.html").write_text('<a href="nowhere/">x</a>', encoding="utf-8")

    out = tmp_path / "site"
    prepared = Prepared(Site((), (), ()), tmp_path, None, "public", date(2020, 3, 15))
    with pytest.raises(RefusedError, match="nowhere/ không dẫn đến đâu"):
        build_site(prepared, BrokenHost(), out)
    assert not out.exists()
    assert build_site(prepared, BrokenHost(), out, gated=False) == 1


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (28, "đĩa đã đầy"),
        (122, "đã dùng hết phần đĩa được cấp"),
        (5, "đĩa báo lỗi"),
        (13, "[Errno 13] Permission denied"),
    ],
)
def test_a_disk_that_fails_is_told_and_the_old_site_stands(
    tmp_path: Path, number: int, why: str
) -> None:
    class FailingHost:
        def write(self, prepared: object, stage: Path, standing: object) -> None:  # noqa: ARG002  (a host's)
            (stage / "build.json").write_text("{}", encoding="utf-8")
            raise OSError(number, os.strerror(number))

    out = tmp_path / "site"
    prepared = Prepared(Site((), (), ()), tmp_path, None, "public", date(2020, 3, 15))
    with pytest.raises(UsageError) as told:
        build_site(prepared, FailingHost(), out)
    assert str(told.value) == f"Không ghi được trang mới, trang cũ giữ nguyên: {why}."
    assert [path.name for path in tmp_path.iterdir()] == [".site.lock"]


@pytest.mark.parametrize("audience", ["public", "internal"])
@pytest.mark.parametrize(
    "missing",
    [
        pytest.param((), id="no policy"),
        pytest.param(("visits",), id="no visit either"),
        pytest.param(("visits", "members"), id="nobody either"),
    ],
)
def test_records_that_have_only_begun_make_a_whole_site(
    missing: tuple[str, ...], audience: str, tmp_path: Path
) -> None:
    records = small(tmp_path)
    write(records, "visits/2019/2019-05-20-a.yml", visit("2019-05-20"))
    for folder in missing:
        shutil.rmtree(records / folder)
    out = tmp_path / "site"
    build = ("build", "--out", str(out), "--audience", audience)
    done = congtac("--records", str(records), *build)
    assert (done.returncode, done.stderr) == (0, "")
    assert (out / "index.html").is_file()


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_other_hosts_give_the_same_pages(host: str, public_site: Path, tmp_path: Path) -> None:
    out = tmp_path / host
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            host,
            "build",
            "--strict",
            "--site-dir",
            str(out),
            "-f",
            "mkdocs.yml",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    ours = {name for name in fingerprint(public_site) if name.endswith(".html")}
    theirs = {name for name in fingerprint(out) if name.endswith(".html")}
    assert theirs == ours
    for page in (
        "index.html",
        "uy-vien/index.html",
        "ket-qua/2019/index.html",
        "cach-tinh/index.html",
    ):
        ours_text = (public_site / page).read_text(encoding="utf-8")
        theirs_text = (out / page).read_text(encoding="utf-8")
        assert _without_generator(theirs_text) == _without_generator(ours_text)


def _without_generator(html: str) -> str:
    return "\n".join(line for line in html.splitlines() if 'name="generator"' not in line)

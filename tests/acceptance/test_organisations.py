"""Many organisations in one repository: `--organisation` reads one folder of records, and no more.

Source: issue *Speed*, Scale (sites per province from one repository).
"""

import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from tests.commands import ROOT, called


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of two organisations, one of them small, beside what is none."""
    root = tmp_path_factory.mktemp("repository")
    for name in ("ben-tre", "tra-vinh"):
        folder = root / "organisations" / name
        folder.mkdir(parents=True)
        for file in ("organisation.yml", "units.yml", "activities.yml"):
            shutil.copy(ROOT / "records" / file, folder / file)
        shutil.copytree(ROOT / "records/policies", folder / "policies")
    own = root / "organisations/ben-tre/organisation.yml"
    text = own.read_text(encoding="utf-8")
    own.write_text(text.replace("Tỉnh đoàn Trà Vinh", "Tỉnh đoàn Bến Tre"), encoding="utf-8")
    (root / "organisations/.git").mkdir()
    (root / "organisations/ghi-chu").mkdir()
    (root / "organisations/README.md").write_text("Mỗi tỉnh một thư mục.\n", encoding="utf-8")
    return root


def test_those_of_the_repository_are_listed_by_id(repository: Path) -> None:
    ended = called("organisations", cwd=repository)
    assert (ended.code, ended.out) == (
        0,
        "ben-tre: Tỉnh đoàn Bến Tre\ntra-vinh: Tỉnh đoàn Trà Vinh\n",
    )
    ended = called("organisations", "--format", "json", cwd=repository)
    assert ended.json == ["ben-tre", "tra-vinh"]


def test_an_organisation_whose_name_is_unreadable_is_listed_too(tmp_path: Path) -> None:
    broken = tmp_path / "nhieu/hong/organisation.yml"
    broken.parent.mkdir(parents=True)
    broken.write_text("name: [\n", encoding="utf-8")
    ended = called("organisations", "--records", "nhieu", cwd=tmp_path)
    assert ended.out == "hong: (chưa đọc được tên)\n"


def test_where_none_are_is_told(tmp_path: Path) -> None:
    (tmp_path / "organisations").mkdir()
    assert called("organisations", cwd=tmp_path).out == (
        "Thư mục organisations chưa có tổ chức nào.\n"
    )
    ended = called("check", "--organisation", "tra-vinh", cwd=tmp_path)
    assert ended.code == 2
    assert ended.err == (
        "Không có tổ chức “tra-vinh” trong thư mục organisations. Thư mục này chưa có tổ chức "
        "nào.\n"
    )
    shutil.rmtree(tmp_path / "organisations")
    for command in (("organisations",), ("check", "--organisation", "tra-vinh")):
        ended = called(*command, cwd=tmp_path)
        assert ended.code == 2
        assert ended.err.startswith("Không đọc được thư mục organisations:")


@pytest.mark.parametrize("asked", ["vinh-long", "", "..", "ben-tre/", "ghi-chu", "Ben-Tre"])
def test_an_unknown_one_is_told_with_those_that_are_there(repository: Path, asked: str) -> None:
    ended = called("summary", "--organisation", asked, cwd=repository)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        f"Không có tổ chức “{asked}” trong thư mục organisations. Hiện có: ben-tre, tra-vinh.\n"
    )


def test_of_very_many_a_few_are_named(tmp_path: Path) -> None:
    for number in range(45):
        folder = tmp_path / f"organisations/tinh-{number:02d}"
        folder.mkdir(parents=True)
        (folder / "organisation.yml").write_text("name: A\n", encoding="utf-8")
    ended = called("check", "--organisation", "x", cwd=tmp_path)
    assert ended.err.endswith("tinh-38, tinh-39 và 5 tổ chức khác.\n")


@pytest.mark.parametrize("place", ["before the command", "behind it"])
def test_each_command_reads_that_folder_and_no_other(repository: Path, place: str) -> None:
    spoiled = repository / "organisations/ben-tre/la.yml"
    spoiled.write_text("a: b\n", encoding="utf-8")
    try:
        chosen = ("--organisation", "tra-vinh")
        call = (*chosen, "check") if place.startswith("before") else ("check", *chosen)
        assert called(*call, cwd=repository).code == 0
        ended = called("check", "--organisation", "ben-tre", cwd=repository)
        assert ended.code == 1
        assert ended.out.startswith("ben-tre/la.yml:1:1 S012 ")
        ended = called("check", "--organisation", "ben-tre", "--format", "github", cwd=repository)
        assert ended.out.startswith("::error file=organisations/ben-tre/la.yml,line=1,")
        path = "organisations/ben-tre/units.yml"
        assert called("check", "--organisation", "ben-tre", path, cwd=repository).code == 0
    finally:
        spoiled.unlink()


def test_another_folder_may_hold_them(repository: Path) -> None:
    ended = called(
        "--records", repository / "organisations", "summary", "--organisation", "tra-vinh",
        "--format", "json", cwd=ROOT,
    )  # fmt: skip
    assert ended.code == 0
    assert json.loads(ended.out)["years"] == []


@pytest.mark.slow
def test_a_site_is_the_same_to_the_byte_however_its_records_are_named(
    repository: Path, tmp_path: Path
) -> None:
    for name in ("mkdocs.yml", "docs", "generator"):
        (repository / name).symlink_to(ROOT / name)
    alone = ("--records", "organisations/tra-vinh")
    chosen = ("--organisation", "tra-vinh")
    made = []
    for name, call in (("one", alone), ("other", chosen)):
        out = tmp_path / name
        ended = called("build", *call, "--out", out, cwd=repository)
        assert ended.code == 0, ended.err
        files = (each for each in out.rglob("*") if each.is_file())
        made.append({each.relative_to(out): sha256(each.read_bytes()).digest() for each in files})
    assert made[0] == made[1]
    assert len(made[0]) > 100

"""The command: a list read as strictly as a record, what is not installed, the same bytes twice."""

import sys
from pathlib import Path

import pytest

from generator.host.national_look import tokens
from tests.commands import ROOT, called
from tests.national.conftest import Published
from tests.national.packages import listed

MISSING = (
    "Trang cả nước cần thêm DuckDB và fsspec. Cài đặt: pip install 'congtac[national]', hoặc "
    "pip install --require-hashes --requirement requirements/national.txt.\n"
)


@pytest.mark.parametrize("module", ["duckdb", "fsspec"])
def test_what_is_not_installed_is_told(
    tmp_path: Path, samples: Published, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    file = listed(tmp_path, a=samples.package)
    ended = called("national", file, "--out", tmp_path / "out", cwd=tmp_path)
    assert (ended.code, ended.out, ended.err) == (2, "", MISSING)
    assert not (tmp_path / "out").exists()


def test_a_list_with_faults_is_told_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "provinces.yml"
    file.write_text(
        "provinces:\n"
        "  - id: a\n    name: Tỉnh A\n    package: a/datapackage.json\n"
        "  - id: a\n    name: Tỉnh B\n    package: a/datapackage.json\n",
        encoding="utf-8",
    )
    ended = called("national", file, "--out", tmp_path / "out", cwd=tmp_path)
    assert ended.code == 1
    assert ended.err.splitlines() == [
        "provinces.yml:5:5 R011 provinces[1].id: Mã “a” đã có ở trên.",
        "    → Sửa lại, hoặc xóa mục thừa.",
        "provinces.yml:7:5 R011 provinces[1].package: Gói số liệu “a/datapackage.json” đã có ở trên.",
        "    → Sửa lại, hoặc xóa mục thừa.",
        "Đã kiểm tra 1 tệp: 2 lỗi, 0 cảnh báo.",
        "Danh sách tỉnh còn lỗi nên chưa làm gì cả.",
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("provinces: [\n", "provinces.yml:"),
        ("provinces:\n  - id: a\n    name: Tỉnh A\n", "provinces.yml:2:5 S"),
        ("provinces:\n  - id: Hà Nội\n    name: A\n    package: a\n", "provinces.yml:2:5 S007"),
    ],
)
def test_a_list_is_read_as_strictly_as_a_record(tmp_path: Path, text: str, first: str) -> None:
    file = tmp_path / "provinces.yml"
    file.write_text(text, encoding="utf-8")
    ended = called("national", file, "--out", tmp_path / "out", cwd=tmp_path)
    assert ended.code == 1
    assert ended.err.startswith(first)


def test_a_list_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    ended = called("national", "khong-co.yml", "--out", tmp_path / "out", cwd=tmp_path)
    assert ended.code == 2
    assert ended.err.startswith("Không đọc được khong-co.yml:")


def test_the_same_packages_give_the_same_bytes(
    tmp_path: Path, samples: Published, made_up: Published
) -> None:
    made = []
    for name in ("one", "other"):
        out = tmp_path / name
        file = listed(tmp_path, a=samples.package, b=made_up.package)
        assert called("national", file, "--out", out, cwd=tmp_path).code == 0
        made.append({each.relative_to(out): each.read_bytes() for each in out.rglob("*.*")})
    assert made[0] == made[1]


def test_what_is_no_site_is_never_replaced(tmp_path: Path, samples: Published) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/thu.txt").write_text("riêng", encoding="utf-8")
    file = listed(tmp_path, a=samples.package)
    assert called("national", file, "--out", tmp_path / "out", cwd=tmp_path).code == 1
    assert (tmp_path / "out/thu.txt").read_text(encoding="utf-8") == "riêng"


def test_the_colours_are_those_of_the_sites() -> None:
    theme = ROOT / "generator/host/theme/assets/stylesheets/congtac.css"
    made = tokens(theme.read_text(encoding="utf-8"))
    assert made.count("--ct-chart-target:") == 2
    assert made.count("{") == made.count("}") == 3
    with pytest.raises(ValueError, match="not where they were"):
        tokens("body {}")

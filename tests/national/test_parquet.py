"""A package as Parquet holds the same rows, in fewer bytes, and gives the same page."""

import json
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest
from frictionless import Package

from tests.commands import called
from tests.national.conftest import Published
from tests.national.packages import listed, rows


@pytest.fixture
def packed(tmp_path: Path, samples: Published) -> Path:
    """The samples' package as Parquet."""
    ended = called("pack", samples.package, "--out", tmp_path / "packed", cwd=tmp_path)
    assert ended.code == 0, ended.err
    return tmp_path / "packed/datapackage.json"


def test_every_cell_is_the_same(packed: Path, samples: Published) -> None:
    for table in ("members", "member-years", "visits", "issues", "units"):
        file = packed.parent / f"{table}.parquet"
        found = duckdb.execute("SELECT * FROM read_parquet(?)", [str(file)])
        names = [each[0] for each in found.description]
        held = [dict(zip(names, map(_text, row), strict=True)) for row in found.fetchall()]
        assert held == rows(samples.package, table), table


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    text = str(cell)
    return text.rstrip("0").rstrip(".") if type(cell).__name__ == "Decimal" else text


def test_it_describes_its_files_and_is_smaller(packed: Path, samples: Published) -> None:
    described = json.loads(packed.read_text(encoding="utf-8"))
    for resource in described["resources"]:
        data = (packed.parent / resource["path"]).read_bytes()
        assert (resource["format"], resource["bytes"]) == ("parquet", len(data))
        assert resource["hash"] == f"sha256:{sha256(data).hexdigest()}"
    size = sum(each.stat().st_size for each in packed.parent.glob("*.parquet"))
    assert size * 3 < sum(each.stat().st_size for each in samples.package.parent.glob("*.csv"))
    errors = Package.validate_descriptor(described).flatten(["type", "note"])
    assert errors == []


def test_the_page_is_the_same_to_the_byte(
    tmp_path: Path, packed: Path, samples: Published, made_up: Published
) -> None:
    made = []
    for name, package in (("csv", samples.package), ("parquet", packed)):
        out = tmp_path / name
        file = listed(tmp_path, a=package, b=made_up.package)
        assert called("national", file, "--out", out, cwd=tmp_path).code == 0
        made.append({each.relative_to(out): each.read_bytes() for each in out.rglob("*.*")})
    assert made[0] == made[1]


def test_a_broken_file_of_parquet_is_told(tmp_path: Path, packed: Path) -> None:
    data = b"PAR1 is no Parquet"
    (packed.parent / "visits.parquet").write_bytes(data)
    described = json.loads(packed.read_text(encoding="utf-8"))
    (visits,) = (each for each in described["resources"] if each["name"] == "visits")
    visits |= {"bytes": len(data), "hash": f"sha256:{sha256(data).hexdigest()}"}
    packed.write_text(json.dumps(described), encoding="utf-8")
    ended = called("national", listed(tmp_path, a=packed), "--out", tmp_path / "o", cwd=tmp_path)
    assert ended.err.splitlines()[0] == "Tỉnh a: bảng visits hỏng."


def test_a_package_that_cannot_be_packed_leaves_nothing(tmp_path: Path, packed: Path) -> None:
    (packed.parent / "units.parquet").unlink()
    ended = called("pack", packed, "--out", tmp_path / "again", cwd=tmp_path)
    assert ended.code == 1
    assert ended.err.splitlines() == [
        f"không đọc được {packed.parent / 'units.parquet'}: không có tệp này.",
        "    → Kiểm tra trang của tỉnh và địa chỉ trong danh sách, rồi chạy lại.",
    ]
    assert not (tmp_path / "again").exists()

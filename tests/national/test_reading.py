"""Bytes from a disk or the web: never too many, and every failure in a sentence."""

import re
from pathlib import Path
from typing import Any

import pytest

from generator.errors import UsageError
from generator.host import national_look
from generator.national import reading
from generator.national.figures import front_year, together, years_of
from generator.national.trouble import TroubleError


def test_no_more_is_read_than_is_allowed(tmp_path: Path) -> None:
    file = tmp_path / "lon.csv"
    file.write_bytes(b"a" * 3_000_000)
    assert len(reading.read_bytes(str(file), 3_000_000)) == 3_000_000
    with pytest.raises(TroubleError, match=re.escape(f"{file} lớn hơn 2 MB nên không đọc.")):
        reading.read_bytes(str(file), 2_999_999)


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (TimeoutError(), "chờ quá 60 giây"),
        (PermissionError(13, "Permission denied"), "không có quyền đọc"),
        (IsADirectoryError(21, "Is a directory"), "Is a directory"),
        (ValueError("port"), "không kết nối được với máy chủ"),
    ],
)
def test_a_failure_is_told(monkeypatch: pytest.MonkeyPatch, error: Exception, why: str) -> None:
    class Failing:
        def open(self, *_: Any, **__: Any) -> None:
            raise error

    monkeypatch.setattr(reading, "_file_system", lambda **_: Failing())
    with pytest.raises(TroubleError, match=re.escape(f"không đọc được x: {why}.")):
        reading.read_bytes("x")


def test_a_mistake_of_ours_is_not_taken_for_a_failure_of_the_web(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Broken:
        def open(self, *_: Any, **__: Any) -> None:
            raise KeyError

    monkeypatch.setattr(reading, "_file_system", lambda **_: Broken())
    with pytest.raises(KeyError):
        reading.read_bytes("x")


@pytest.mark.parametrize("path", ["visits.csv", "bang/visits.csv"])
def test_a_file_beside_the_description_is_found(path: str) -> None:
    assert reading.beside("https://a.example/du-lieu/datapackage.json", path) == (
        f"https://a.example/du-lieu/{path}"
    )
    assert reading.beside("goi/datapackage.json", path) == str(Path("goi", path))


@pytest.mark.parametrize(
    "path", ["/etc/hosts", "..", "../a.csv", "a/../../b", ".an", "a//b", "a\\b", "C:a", "a\nb", ""]
)
def test_a_path_out_of_the_package_is_refused(path: str) -> None:
    with pytest.raises(TroubleError, match="không nằm cạnh"):
        reading.beside("goi/datapackage.json", path)


def test_without_the_browser_s_part_there_is_no_look(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(national_look, "_BROWSER_PART", tmp_path)
    with pytest.raises(UsageError, match="Thiếu phần chạy trên trình duyệt"):
        list(national_look.look())


def test_of_nothing_there_are_no_years() -> None:
    assert (front_year([]), years_of([])) == (None, [])
    nothing = together(2019, [])
    assert (nothing.population, nothing.mean_days, nothing.reached) == (0, None, None)

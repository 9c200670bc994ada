"""A package that is missing, broken, internal, old or another's is named with the mend."""

import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator.national.trouble import REBUILD
from tests.commands import Ended, called
from tests.national.conftest import Published
from tests.national.packages import describe, listed, publish_samples, put, rewrite, rows

CLOSING = (
    "Thiếu số liệu của 1 trong 2 tỉnh, thành phố nên chưa dựng trang. Muốn dựng mà ghi rõ nơi còn "
    "thiếu thì thêm --partial."
)
ADDRESS = "Kiểm tra địa chỉ trong danh sách."
PUBLIC = "Ghi địa chỉ gói của trang công khai vào danh sách."
INTERNAL = "gói này là bản NỘI BỘ; trang cả nước chỉ dùng số liệu công khai."


def changed(table: str, number: int, **cells: str) -> Callable[[Path], None]:
    def change(package: Path) -> None:
        held = rows(package, table)
        held[number] |= cells
        rewrite(package, table, held)

    return change


def described(**changes: Any) -> Callable[[Path], None]:
    return lambda package: describe(package, package=changes)


def table_described(table: str, /, **changes: Any) -> Callable[[Path], None]:
    return lambda package: describe(package, **{table: changes})


def twice(table: str) -> Callable[[Path], None]:
    def change(package: Path) -> None:
        held = rows(package, table)
        rewrite(package, table, [*held, held[0]])

    return change


def overwritten(name: str, data: bytes) -> Callable[[Path], None]:
    def change(package: Path) -> None:
        (package.parent / name).write_bytes(data)

    return change


def cut(package: Path) -> None:
    whole = (package.parent / "visits.csv").read_bytes()
    (package.parent / "visits.csv").write_bytes(whole[:-1])


def narrower(package: Path) -> None:
    data = (package.parent / "issues.csv").read_bytes()
    put(package, "issues", data + b"chi,mot,vai\r\n")


CASES: dict[str, tuple[Callable[[Path], Any], str, str]] = {
    "no JSON": (overwritten("datapackage.json", b"{"), "datapackage.json không phải là JSON đọc được.", ADDRESS),
    "deep JSON": (overwritten("datapackage.json", b"[" * 99_999), "datapackage.json không phải là JSON đọc được.", ADDRESS),
    "another JSON": (overwritten("datapackage.json", b"[]"), "datapackage.json không phải là gói số liệu của congtac.", ADDRESS),
    "no licence": (described(licenses=None), INTERNAL, PUBLIC),
    "internal title": (described(title="NỘI BỘ"), INTERNAL, PUBLIC),
    "internal rows": (changed("units", 3, notice="NỘI BỘ; DỮ LIỆU MẪU"), "bảng units là bản NỘI BỘ; trang cả nước chỉ dùng số liệu công khai.", PUBLIC),
    "no version": (described(version=None), "gói do bản congtac cũ dựng (không ghi phiên bản).", REBUILD),
    "old": (described(version="0.9.0"), "gói do bản congtac cũ dựng (phiên bản 0.9.0).", REBUILD),
    "new": (described(version="2.0.0"), "gói phiên bản 2.0.0, mới hơn bản congtac ở đây hiểu được.", "Cập nhật congtac ở nơi làm trang cả nước."),
    "no day": (described(as_of=None), "gói do bản congtac cũ dựng: chưa ghi ngày chốt số liệu.", REBUILD),
    "no such day": (described(as_of="2019-02-30"), "gói do bản congtac cũ dựng: chưa ghi ngày chốt số liệu.", REBUILD),
    "no hash": (table_described("visits", hash=None), "gói do bản congtac cũ dựng: bảng visits chưa có mã kiểm tra.", REBUILD),
    "no table": (table_described("issues", name="khac"), "gói thiếu bảng issues.", REBUILD),
    "no columns": (table_described("units", schema={}), "bảng units không được mô tả đủ trong gói.", REBUILD),
    "fewer columns": (table_described("units", schema={"fields": [{"name": "id", "type": "string"}]}), "bảng units thiếu cột level.", REBUILD),
    "a column that is SQL": (table_described("units", schema={"fields": [{"name": 'x" FROM y; --', "type": "string"}]}), "bảng units không được mô tả đủ trong gói.", REBUILD),
    "other columns": (lambda p: put(p, "units", b"id,level\r\n"), "bảng units có cột khác với cột gói mô tả.", REBUILD),
    "a spreadsheet": (table_described("units", format="xlsx"), "bảng units không phải CSV hay Parquet.", REBUILD),
    "above": (table_described("units", path="../units.csv"), "gói nêu tệp “../units.csv” không nằm cạnh datapackage.json.", "Tỉnh dựng lại trang; gói của congtac chỉ nêu tên tệp."),
    "elsewhere": (table_described("units", path="https://example.org/units.csv"), "gói nêu tệp “https://example.org/units.csv” không nằm cạnh datapackage.json.", "Tỉnh dựng lại trang; gói của congtac chỉ nêu tên tệp."),
    "no such date": (changed("visits", 2, date="2019-02-30"), "bảng visits hỏng ở dòng 4, cột date.", REBUILD),
    "no number": (changed("member-years", 0, days="nhiều"), "bảng member-years hỏng ở dòng 2, cột days.", REBUILD),
    "a short line": (narrower, "bảng issues hỏng ở dòng 65, cột number.", REBUILD),
    "not UTF-8": (lambda p: put(p, "members", (p.parent / "members.csv").read_bytes() + b"\xff" + b"," * 8 + b"\r\n"), "bảng members hỏng ở dòng 16.", REBUILD),
    "twice the member": (twice("members"), "bảng members có mã trùng nhau, ví dụ “", REBUILD),
    "twice the visit": (twice("visits"), "bảng visits có mã trùng nhau, ví dụ “", REBUILD),
    "twice the unit": (twice("units"), "bảng units có mã trùng nhau, ví dụ “", REBUILD),
    "twice the year": (twice("member-years"), "bảng member-years có một Ủy viên hai lần trong một năm, ví dụ “", REBUILD),
    "no such member": (changed("member-years", 1, member="ai-do"), "bảng member-years nêu Ủy viên không có trong bảng members, ví dụ “ai-do”.", REBUILD),
    "no such unit": (changed("visits", 5, unit="dau-do"), "bảng visits nêu đơn vị không có trong bảng units, ví dụ “dau-do”.", REBUILD),
    "no such visit": (changed("issues", 0, visit="chuyen-nao"), "bảng issues nêu chuyến đi không có trong bảng visits, ví dụ “chuyen-nao”.", REBUILD),
    "issues left out": (lambda p: rewrite(p, "issues", rows(p, "issues")[1:]), "số kiến nghị trong bảng visits khác bảng issues, ví dụ “", REBUILD),
    "months do not add up": (changed("member-years", 0, days_01="31"), "tổng số ngày các tháng khác số ngày của năm, ví dụ “", REBUILD),
    "back before it began": (changed("visits", 0, end_date="2018-01-01"), "bảng visits có ngày về trước ngày đi, ví dụ “", REBUILD),
}  # fmt: skip


@pytest.fixture
def package(tmp_path: Path, samples: Published) -> Path:
    """A copy of the samples' package to break."""
    shutil.copytree(samples.package.parent, tmp_path / "own")
    return tmp_path / "own/datapackage.json"


def page_of(folder: Path, *options: str, **packages: object) -> Ended:
    return called(
        "national", listed(folder, **packages), "--out", folder / "out", *options, cwd=folder
    )


@pytest.mark.parametrize("case", CASES)
def test_a_broken_package_is_named_with_its_mend_and_nothing_is_made(
    tmp_path: Path, package: Path, made_up: Published, case: str
) -> None:
    spoil, message, mend = CASES[case]
    spoil(package)
    ended = page_of(tmp_path, good=made_up.package, own=package)
    first, second, closing = ended.err.splitlines()
    assert first.startswith(f"Tỉnh own: {message}")
    assert (second, closing) == (f"    → {mend}", CLOSING)
    assert ended.code == 1
    assert not (tmp_path / "out").exists()


def test_a_file_that_was_cut_on_its_way_is_not_the_one_described(
    tmp_path: Path, package: Path, made_up: Published
) -> None:
    cut(package)
    size = (package.parent / "visits.csv").stat().st_size
    ended = page_of(tmp_path, good=made_up.package, own=package)
    assert ended.err.splitlines()[0] == (
        f"Tỉnh own: bảng visits không khớp mã kiểm tra trong gói ({size} byte, gói ghi {size + 1}): "
        "tải dở, hoặc trang của tỉnh vừa được thay."
    )


def test_a_package_given_for_two_provinces_is_not_counted_twice(
    tmp_path: Path, package: Path, samples: Published
) -> None:
    ended = page_of(tmp_path, good=samples.package, own=package)
    assert ended.err.splitlines()[0] == (
        "Tỉnh own: gói này giống hệt gói của Tỉnh good, nên mỗi ngày sẽ bị đếm hai lần."
    )


def test_the_internal_edition_of_a_site_is_refused(tmp_path: Path, made_up: Published) -> None:
    internal = publish_samples(tmp_path / "internal", audience="internal")
    ended = page_of(tmp_path, good=made_up.package, own=internal)
    assert ended.err.splitlines()[0] == f"Tỉnh own: {INTERNAL}"


def test_partial_names_what_is_missing_and_counts_the_others(
    tmp_path: Path, package: Path, made_up: Published
) -> None:
    package.unlink()
    ended = page_of(tmp_path, "--partial", good=made_up.package, own=package)
    assert ended.code == 0
    assert ended.out == (
        f"Đã dựng trang cả nước từ 1 tỉnh, thành phố, còn thiếu 1 vào {tmp_path / 'out'}.\n"
    )
    text = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert "Chưa có số liệu của 1 tỉnh, thành phố" in text
    told = "<li><strong>Tỉnh own</strong>: không đọc được datapackage.json: không có tệp này.</li>"
    assert told in text
    assert str(tmp_path) not in text
    assert "1 trong 2 tỉnh, thành phố</p>" in text
    assert "Cả nước" not in text.partition("<main")[2].partition("Cách tính")[0]


def test_partial_makes_nothing_of_nothing(tmp_path: Path, package: Path) -> None:
    package.unlink()
    assert page_of(tmp_path, "--partial", own=package).code == 1
    assert not (tmp_path / "out").exists()


def test_the_old_page_stands_when_a_province_is_missing(
    tmp_path: Path, package: Path, made_up: Published
) -> None:
    assert page_of(tmp_path, good=made_up.package, own=package).code == 0
    before = (tmp_path / "out/index.html").read_bytes()
    package.unlink()
    assert page_of(tmp_path, good=made_up.package, own=package).code == 1
    assert (tmp_path / "out/index.html").read_bytes() == before


class _Server(http.server.SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if "bao-tri" in self.path:
            self.send_error(503)
        elif "tai-do" in self.path and self.path.endswith("visits.csv"):
            self.send_response(200)
            self.send_header("Content-Length", "1000000")
            self.end_headers()
            self.wfile.write(b"id,date\r\n")
        else:
            super().do_GET()

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def served(tmp_path: Path, samples: Published, made_up: Published) -> Iterator[str]:
    """The address of a server on the loopback with the sites of two provinces."""
    root = tmp_path / "served"
    for name, each in (("a", samples), ("b", made_up), ("tai-do", made_up)):
        shutil.copytree(each.package.parent, root / name / "du-lieu")
    handler = partial(_Server, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_over_http_the_figures_are_those_of_the_files(
    tmp_path: Path, served: str, samples: Published, made_up: Published
) -> None:
    assert page_of(tmp_path, a=samples.package, b=made_up.package).code == 0
    files = (tmp_path / "out/du-lieu/ca-nuoc.json").read_bytes()
    near, far = (f"{served}/{each}/du-lieu/datapackage.json" for each in "ab")
    ended = page_of(tmp_path, a=near, b=far)
    assert ended.code == 0, ended.err
    assert (tmp_path / "out/du-lieu/ca-nuoc.json").read_bytes() == files
    text = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert f'<a href="{served}/a/">Tỉnh a</a>' in text


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("khong-co/datapackage.json", "không có tệp này"),
        ("bao-tri/datapackage.json", "máy chủ trả lời 503"),
    ],
)
def test_what_a_server_refuses_is_told(
    tmp_path: Path, served: str, made_up: Published, path: str, why: str
) -> None:
    ended = page_of(tmp_path, good=made_up.package, own=f"{served}/{path}")
    assert ended.err.splitlines()[:2] == [
        f"Tỉnh own: không đọc được {served}/{path}: {why}.",
        "    → Kiểm tra trang của tỉnh và địa chỉ trong danh sách, rồi chạy lại.",
    ]


def test_a_server_that_breaks_off_or_is_not_there_is_told(
    tmp_path: Path, served: str, made_up: Published
) -> None:
    broken = f"{served}/tai-do/du-lieu/datapackage.json"
    ended = page_of(tmp_path, good=made_up.package, own=broken)
    visits = f"{served}/tai-do/du-lieu/visits.csv"
    assert ended.err.startswith(f"Tỉnh own: không đọc được {visits}: không kết nối được")
    nobody = "http://127.0.0.1:9/du-lieu/datapackage.json"
    ended = page_of(tmp_path, good=made_up.package, own=nobody)
    assert ended.err.startswith(f"Tỉnh own: không đọc được {nobody}: không kết nối được")


def test_no_other_way_of_reading_is_tried(tmp_path: Path, made_up: Published) -> None:
    ended = page_of(tmp_path, good=made_up.package, own="ftp://example.org/datapackage.json")
    assert ended.err.splitlines()[0] == (
        "Tỉnh own: không đọc được ftp://example.org/datapackage.json: chỉ đọc từ đĩa, http:// và "
        "https://."
    )

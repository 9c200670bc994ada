"""`congtac import` as its users call it. Source: issue *Submission*, Door 4."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from openpyxl import Workbook, load_workbook

from generator.build.figures import sound_records
from generator.domain.records import Records
from generator.domain.visit import Visit
from tests import workbooks
from tests.builders import item, leave, member, organisation, plan, records, unit, visit
from tests.builders import write as write_records
from tests.commands import ROOT, Ended, called, congtac
from tests.workbooks import VISITS, book_of, fill_template, saved

LAST_YEAR: Final = 2020
"""The samples' last."""

TEXT: Final = "Khó khăn, vướng mắc"
HELD: Final = (
    unit("tra-vinh", level="province", name="Tỉnh Trà Vinh"),
    unit("cang-long", "tra-vinh", "district", name="Huyện Càng Long"),
    unit("cau-ngang", "tra-vinh", "district", name="Huyện Cầu Ngang"),
    unit("an-truong", "cang-long", name="Xã An Trường"),
    unit("an-truong-a", "cang-long", name="Xã An Trường A"),
    unit("thanh-hoa", "cang-long", name="Xã Thạnh Hòa"),
    unit("thanh-hoa-2", "cau-ngang", name="Xã Thạnh Hòa"),
    unit("xa-cu", "cang-long", name="Xã Cũ", valid_to="2018-12-31"),
    member("le-van-an", name="Lê Văn An", leave=[leave("2019-04-01", "2019-04-10")]),
    member("tran-thi-ba", name="Trần Thị Ba"),
    member("thach-tu", name="Thạch Thị Tú"),
    member("thach-tu-2", name="Thạch Thị Tư"),
    visit("2019-03-05", "an-truong-le-van-an", members=["le-van-an"], content="Họp."),
    plan(2019, "tran-thi-ba", item("t05", 5)),
)
ROW: Final[dict[str, Any]] = {
    "Đơn vị": "Xã An Trường A",
    "Nội dung đi cơ sở": "Survey",
    "Ủy viên tham gia": "Lê Văn An",
    "Tóm tắt nội dung làm việc": "Họp.",
    "Ngày ghi": date(2019, 12, 31),
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    write_records(records(*HELD), tmp_path / "records")
    return tmp_path


def imported(tree: Path, book: Workbook | bytes, *options: str) -> Ended:
    data = book if isinstance(book, bytes) else saved(book)
    workbooks.write(tree / "bang.xlsx", data)
    return called("import", "bang.xlsx", *options, cwd=tree)


def files(tree: Path) -> dict[str, bytes]:
    found = (tree / "records").rglob("*.yml")
    return {each.relative_to(tree).as_posix(): each.read_bytes() for each in sorted(found)}


def row(day: int, **more: Any) -> dict[str, Any]:
    """Return a row of some day of May 2019 and after, so that no two meet."""
    return {"STT": day, "Ngày đi": date(2019, 5, 1) + timedelta(days=day)} | ROW | more


# --- years of history ----------------------------------------------------------------------------


@pytest.fixture
def history(tmp_path: Path) -> tuple[Path, Records]:
    """Return the records of the samples without visits, and the samples."""
    shutil.copytree(ROOT / "records", tmp_path / "records")
    whole = sound_records(tmp_path / "records")
    shutil.rmtree(tmp_path / "records/visits")
    shutil.rmtree(tmp_path / "records/articles")
    return tmp_path, whole


def plain(visits: Iterator[Visit]) -> list[dict[str, Any]]:
    """Return what the visits say, without what no workbook tells or each door stamps."""
    left_out = {"id", "path", "photos", "former_ids", "withdrawn", "issues"}
    told = [each.model_dump(exclude=left_out) for each in visits]
    return sorted(({key: _as_told(value) for key, value in each.items()} for each in told), key=str)


def _as_told(value: object) -> object:
    """Return a text without its last line end, which no cell keeps, and no day of importing."""
    if isinstance(value, date) and value.year > LAST_YEAR:
        return None
    return value.strip() if isinstance(value, str) else value


def issues(visits: Iterator[Visit]) -> list[str]:
    return sorted(str(each.model_dump(exclude={"id"})) for visit in visits for each in visit.issues)


@pytest.mark.slow
def test_years_of_history_come_in_whole_and_a_second_time_change_nothing(
    history: tuple[Path, Records],
) -> None:
    tree, whole = history
    assert congtac("import", "--template", "bang.xlsx", cwd=tree).code == 0
    data = fill_template((tree / "bang.xlsx").read_bytes(), whole, whole.visits.values())
    count = len(whole.visits)
    assert count > 500

    ended = imported(tree, data)
    said = f"Đã ghi {count} chuyến mới; 0 chuyến đã có, không đổi; không có lỗi.\n"
    assert (ended.code, ended.out, ended.err) == (0, said, "")
    after = sound_records(tree / "records")
    assert plain(iter(after.visits.values())) == plain(iter(whole.visits.values()))
    assert issues(iter(after.visits.values())) == issues(iter(whole.visits.values()))
    assert called("check", cwd=tree).code == 0
    assert called("fmt", "--check", cwd=tree).code == 0

    written = files(tree)
    ended = imported(tree, data)
    said = f"Không có chuyến mới để ghi; {count} chuyến đã có, không đổi; không có lỗi.\n"
    assert (ended.code, ended.out, ended.err) == (0, said, "")
    assert files(tree) == written


# --- forty faults --------------------------------------------------------------------------------

LONG: Final = "a" * 501
ANY_DAY: Final = "Viết ngày/tháng/năm, ví dụ 20/05/2019."
FILL: Final = ("S001 Ô này bắt buộc, không được để trống.", "Điền ô này.")
LISTS: Final = "Xem trang Danh mục."
NUMBER_IT: Final = "Ghi số ở cột STT của chuyến đi tương ứng."
AS_TEXT: Final = "Định dạng ô là Text (Văn bản), rồi gõ lại."
FORTY: Final[list[tuple[dict[str, Any], str, str, str]]] = [
    ({"Ngày đi": "31/2/2019"}, "B (Ngày đi)", "S004 Không có ngày 31/02/2019.", "Tháng 2 năm 2019 có 28 ngày."),
    ({"Ngày đi": "3/6/18"}, "B (Ngày đi)", "S004 “3/6/18” không phải là ngày.", f"Viết đủ bốn chữ số của năm. {ANY_DAY}"),
    ({"Ngày đi": "giữa tháng"}, "B (Ngày đi)", "S004 “giữa tháng” không phải là ngày.", ANY_DAY),
    ({"Ngày đi": 2019}, "B (Ngày đi)", "S004 “2019” không phải là ngày.", ANY_DAY),
    ({"Ngày đi": None}, "B (Ngày đi)", *FILL),
    ({"Ngày đi": "=B1+1"}, "B (Ngày đi)", "W001 Ô này là công thức chưa có kết quả lưu sẵn.", "Sửa công thức rồi lưu lại bằng Excel, hoặc chép giá trị vào ô."),
    ({"Đơn vị": None}, "C (Đơn vị)", *FILL),
    ({"Đơn vị": "Xã Bình Minh"}, "C (Đơn vị)", "R002 Không có đơn vị “Xã Bình Minh”.", LISTS),
    ({"Đơn vị": "Xã An Trưng A"}, "C (Đơn vị)", "R002 Không có đơn vị “Xã An Trưng A”.", "Ý bạn là: Xã An Trường A, huyện Càng Long; Xã An Trường, huyện Càng Long?"),
    ({"Đơn vị": "thanh hoa"}, "C (Đơn vị)", "W005 “thanh hoa” có thể là: Xã Thạnh Hòa, huyện Càng Long; Xã Thạnh Hòa, huyện Cầu Ngang.", "Chép nguyên tên đầy đủ của mục đúng."),
    ({"Đơn vị": "Xã Cũ"}, "C (Đơn vị)", "R003 “Xã Cũ” (Xã Cũ, huyện Càng Long) không tồn tại vào ngày 12/05/2019.", "Chọn đơn vị tồn tại khi đó."),
    ({"Nội dung đi cơ sở": None}, "D (Nội dung đi cơ sở)", *FILL),
    ({"Nội dung đi cơ sở": "Thăm hỏi"}, "D (Nội dung đi cơ sở)", "R004 Không có nội dung đi cơ sở “Thăm hỏi”.", LISTS),
    ({"Ủy viên tham gia": None}, "E (Ủy viên tham gia)", *FILL),
    ({"Ủy viên tham gia": "Người Lạ"}, "E (Ủy viên tham gia)", "R001 Không có Ủy viên “Người Lạ”.", LISTS),
    ({"Ủy viên tham gia": "Lê Văn An; Trần Thị B"}, "E (Ủy viên tham gia)", "R001 Không có Ủy viên “Trần Thị B”.", "Ý bạn là: Trần Thị Ba?"),
    ({"Ủy viên tham gia": "thach thi tu"}, "E (Ủy viên tham gia)", "W005 “thach thi tu” có thể là: Thạch Thị Tú; Thạch Thị Tư.", "Chép nguyên tên đầy đủ của mục đúng."),
    ({"Ủy viên tham gia": "Lê Văn An; lê văn an"}, "E (Ủy viên tham gia)", "R012 “Lê Văn An” đã được ghi rồi.", "Xóa mục thừa."),
    ({"Ngày đi": date(2019, 4, 3)}, "E (Ủy viên tham gia)", "D014 “Lê Văn An” đang nghỉ vào 03/04/2019.", "Sửa ngày, bỏ người này, hoặc ghi “Có mặt một số ngày” những ngày có đi."),
    ({"Ngày đi": date(2014, 4, 3)}, "E (Ủy viên tham gia)", "D015 “Lê Văn An” không có nhiệm kỳ vào 03/04/2014.", "Sửa ngày, bỏ người này, hoặc bổ sung quá trình công tác."),
    ({"Ngày đi": date(2019, 3, 5)}, "E (Ủy viên tham gia)", "D016 “Lê Văn An” cùng lúc ở chuyến đi “2019-03-05-an-truong-le-van-an” (Xã An Trường, huyện Càng Long) vào 05/03/2019.", "Ghi “Buổi” cho từng chuyến, hoặc sửa ngày, người đi."),
    ({"Ngày đi": date(2019, 3, 5), "Đơn vị": "Xã An Trường", "Tóm tắt nội dung làm việc": "Khác.", "Ngày ghi": date(2019, 3, 5)}, "F (Tóm tắt nội dung làm việc)", "W007 Sổ đã có chuyến này (2019-03-05-an-truong-le-van-an), nhưng khác ở: Tóm tắt nội dung làm việc.", "Bỏ dòng này nếu bản ghi đã đúng; cần sửa thì sửa records/visits/2019/2019-03-05-an-truong-le-van-an.yml; là chuyến khác thì chọn buổi khác."),
    ({"Tóm tắt nội dung làm việc": None}, "F (Tóm tắt nội dung làm việc)", *FILL),
    ({"Tóm tắt nội dung làm việc": "Họp\u200b."}, "F (Tóm tắt nội dung làm việc)", "Y004 Có ký tự ẩn hoặc điều khiển U+200B (ZERO WIDTH SPACE).", "Xóa ký tự đó; thường nó theo vào khi dán từ Word, Zalo hay trang web."),
    ({"Ngày ghi": date(2019, 5, 1)}, "G (Ngày ghi)", "D009 Ngày ghi 01/05/2019 đứng trước ngày đi 26/05/2019.", "Sửa ngày ghi."),
    ({"Ngày về": date(2019, 5, 1)}, "H (Ngày về)", "D004 Ngày về 01/05/2019 đứng trước ngày đi 27/05/2019.", "Sửa ngày về, hoặc bỏ nếu đi một ngày."),
    ({"Ngày đi": date(2018, 1, 1), "Ngày về": date(2018, 2, 1)}, "H (Ngày về)", "D005 Chuyến đi dài 32 ngày, quá 31.", "Sửa ngày về, hoặc tách thành nhiều chuyến."),
    ({"Ngày đi": date(2018, 3, 1), "Ngày về": date(2018, 3, 2), "Buổi": "sáng"}, "I (Buổi)", "D006 Chuyến đi nhiều ngày không ghi theo buổi được.", "Để trống “Buổi”, hoặc để trống “Ngày về”."),
    ({"Buổi": "trưa"}, "I (Buổi)", "S008 “trưa” không nằm trong các lựa chọn.", "Chọn một trong: cả ngày, buổi sáng, buổi chiều, buổi tối."),
    ({"Địa điểm": LONG}, "J (Địa điểm)", "S010 Dài 501 ký tự, quá 500.", "Viết ngắn lại; phần chi tiết để ở tóm tắt nội dung."),
    ({"Địa điểm": "ấp 3\nấp 4"}, "J (Địa điểm)", "S010 Chỗ này chỉ được một dòng.", "Viết liền trên một dòng."),
    ({"Địa điểm": date(2019, 3, 15)}, "J (Địa điểm)", "W001 Excel hiểu ô này là “15/03/2019”, không phải chữ hay số.", AS_TEXT),
    ({"Số đoàn viên tham dự": "29 người"}, "K (Số đoàn viên, thanh niên tham dự: Số đoàn viên tham dự)", "S005 Chỗ này phải là một số nguyên, nhưng lại là “29 người”.", "Chỉ viết chữ số, nhiều nhất 9 chữ số; không dấu, không đơn vị, không số 0 đứng đầu."),
    ({"Có mặt một số ngày": "Lê Văn An"}, "L (Có mặt một số ngày)", "W008 “Lê Văn An” không cho biết ai có mặt những ngày nào.", "Viết tên: các ngày, ví dụ “Lê Văn Ba: 03/06/2019, 04/06/2019”."),
    ({"Có mặt một số ngày": "Lê Văn An: 1/1/2019"}, "L (Có mặt một số ngày)", "D007 Ngày 01/01/2019 nằm ngoài chuyến đi (05/06/2019 – 05/06/2019).", "Sửa hoặc xóa ngày này."),
    ({"Mục kế hoạch": "2019/tran-thi-ba/t05"}, "M (Mục kế hoạch)", "R009 Mục kế hoạch là của “Trần Thị Ba”, không đi chuyến này.", "Chọn mục trong kế hoạch của một người cùng đi, hoặc để trống ô này."),
]  # fmt: skip
"""What is wrong with each row, the cell without its row, what is said, and the mend."""

ISSUE_FAULTS: Final = [
    (
        {"STT chuyến đi": 99, TEXT: "Một."},
        "A2 (STT chuyến đi)", "W006 Không có chuyến đi nào mang số thứ tự 99.", NUMBER_IT,
    ),
    (
        {"STT chuyến đi": 50, TEXT: "Một.", "Tình trạng": "đã giải quyết"},
        "C3 (Tình trạng)",
        "D010 Kiến nghị đã giải quyết mà thiếu “Ngày giải quyết xong” và “Kết quả giải quyết”.",
        "Ghi ngày giải quyết xong và kết quả.",
    ),
    (
        {"STT chuyến đi": 51, TEXT: "Một.", "Hạn trả lời": "1/5/2019"},
        "D4 (Hạn trả lời)", "D011 Ngày 01/05/2019 đứng trước ngày đi 21/06/2019.", "Sửa ngày này.",
    ),
]  # fmt: skip
COLUMNS: Final = (
    "STT", "Ngày đi", *list(ROW)[:4], "Ngày ghi", "Ngày về", "Buổi", "Địa điểm",
    "Số đoàn viên tham dự", "Có mặt một số ngày", "Mục kế hoạch",
)  # fmt: skip


def forty() -> tuple[Workbook, list[str]]:
    """Return a workbook with forty different faults, and how each is to be told."""
    rows = [row(number) | wrong for number, (wrong, *_) in enumerate(FORTY, start=1)]
    rows[0] = {name: rows[0].get(name) for name in COLUMNS}
    expected = [
        f"Trang “Chuyến đi”, ô {place[0]}{number + 1}{place[1:]}: {said}\n    → {mend}"
        for number, (_, place, said, mend) in enumerate(FORTY, start=1)
    ]
    rows += [row(50), row(51), row(52), row(52)]
    expected.append(
        f"Trang “Chuyến đi”, dòng {len(rows) + 1}: D017 Dòng này giống hệt dòng {len(rows)}.\n"
        "    → Xóa một dòng."
    )
    rows[-1]["STT"] = 53
    expected += [
        f"Trang “{TEXT}”, ô {place}: {said}\n    → {mend}" for _, place, said, mend in ISSUE_FAULTS
    ]
    return book_of(*rows, issues=[issue for issue, *_ in ISSUE_FAULTS]), expected


def test_forty_faults_are_each_told_and_nothing_is_written(tree: Path) -> None:
    book, expected = forty()
    before = files(tree)
    ended = imported(tree, book)
    closing = (
        "Chưa ghi gì: 1 chuyến mới không có lỗi (muốn ghi riêng thì thêm --partial); "
        "0 chuyến đã có, không đổi; 40 lỗi ở 40 dòng."
    )
    assert ended.out.splitlines() == "\n".join([*expected, closing]).splitlines()
    assert (len(expected), ended.code, ended.err) == (40, 1, "")
    assert files(tree) == before


# --- all, none, or the good ones -----------------------------------------------------------------

ONE_BAD: Final = (
    "Trang “Chuyến đi”, ô C3 (Đơn vị): R002 Không có đơn vị “Xã Lạ”.\n    → Xem trang Danh mục.\n"
)


def two_of_three() -> Workbook:
    return book_of(row(1), row(2) | {"Đơn vị": "Xã Lạ"}, row(3))


def test_one_bad_cell_keeps_all_out(tree: Path) -> None:
    before = files(tree)
    ended = imported(tree, two_of_three())
    assert ended == Ended(
        1,
        f"{ONE_BAD}Chưa ghi gì: 2 chuyến mới không có lỗi (muốn ghi riêng thì thêm --partial); "
        "0 chuyến đã có, không đổi; 1 lỗi ở 1 dòng.\n",
        "",
    )
    assert files(tree) == before


def test_the_good_rows_are_written_if_asked_for(tree: Path) -> None:
    before = files(tree)
    ended = imported(tree, two_of_three(), "--partial")
    assert ended == Ended(
        1, f"{ONE_BAD}Đã ghi 2 chuyến mới; 0 chuyến đã có, không đổi; 1 lỗi ở 1 dòng.\n", ""
    )
    assert sorted(set(files(tree)) - set(before)) == [
        "records/visits/2019/2019-05-02-an-truong-a-le-van-an.yml",
        "records/visits/2019/2019-05-04-an-truong-a-le-van-an.yml",
    ]
    assert called("check", cwd=tree).code == 0
    mended = imported(tree, book_of(row(1), row(2), row(3)))
    assert mended == Ended(0, "Đã ghi 1 chuyến mới; 2 chuyến đã có, không đổi; không có lỗi.\n", "")


def test_a_column_in_doubt_keeps_even_good_rows_out(tree: Path) -> None:
    before = files(tree)
    ended = imported(tree, book_of(row(1) | {"Người lái xe": "Ai"}), "--partial")
    assert ended == Ended(
        1,
        "Trang “Chuyến đi”, ô H1: W004 Không có cột “Người lái xe” trong mẫu.\n"
        "    → Sửa tên cột, hoặc xóa cột nếu không cần.\n"
        "Không có chuyến mới để ghi; 0 chuyến đã có, không đổi; 1 lỗi ở 1 dòng.\n",
        "",
    )
    assert files(tree) == before


def test_a_dry_run_tells_and_writes_nothing(tree: Path) -> None:
    before = files(tree)
    ended = imported(tree, book_of(row(1), row(2)), "--dry-run")
    said = "Chỉ xem, chưa ghi gì: 2 chuyến mới; 0 chuyến đã có, không đổi; không có lỗi.\n"
    assert ended == Ended(0, said, "")
    assert files(tree) == before


def test_cells_as_real_life_has_them(tree: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"ỦY VIÊN THAM GIA": "đ/c le van an", "ngay di": "3/6/2018 08:00", "DON VI": "An Trường A"},
        {"ỦY VIÊN THAM GIA": "LÊ VĂN AN", "ngay di": 43255, "DON VI": "xã An Trường A - H. Càng Long"},
        {},
        {"ỦY VIÊN THAM GIA": " Lê  Văn An ", "ngay di": datetime(2018, 6, 5, 7), "DON VI": "an-truong-a"},  # noqa: DTZ001
    ]  # fmt: skip
    common = {
        "Nội dung đi cơ sở": "survey",
        "Tóm tắt nội dung làm việc": "Họp. ",
        "Buổi": "Cả ngày",
    }
    book = book_of(*((each | common if each else {}) for each in rows))
    book[VISITS.name].row_dimensions[3].hidden = True
    before = files(tree)
    assert imported(tree, book).code == 0
    assert sorted(set(files(tree)) - set(before)) == [
        f"records/visits/2018/2018-06-0{day}-an-truong-a-le-van-an.yml" for day in (3, 4, 5)
    ]


def test_sheets_that_are_not_read_are_named(tree: Path) -> None:
    book = book_of(row(1))
    book.create_sheet("Nháp").append(["x"])
    assert imported(tree, book).out == (
        "Không đọc trang “Nháp”.\nĐã ghi 1 chuyến mới; 0 chuyến đã có, không đổi; không có lỗi.\n"
    )


def test_a_public_repository_takes_nothing_internal(tmp_path: Path) -> None:
    repository = {
        "forge": "github", "url": "https://example.org/x", "branch": "main", "public": "true",
    }  # fmt: skip
    open_to_all = [each for each in HELD if getattr(each, "id", "") != "le-van-an"]
    held = records(
        *open_to_all, member("le-van-an", name="Lê Văn An"), organisation(repository=repository)
    )
    write_records(held, tmp_path / "records")
    ended = imported(tmp_path, book_of(row(1) | {"Ghi chú nội bộ": "Kín."}))
    assert ended.out.splitlines()[:2] == [
        (
            "Trang “Chuyến đi”, ô H1: S016 Cột “Ghi chú nội bộ” là nội bộ, mà kho bản ghi thì ai "
            "cũng đọc được."
        ),
        "    → Xóa cột này; phần nội bộ để ở kho riêng.",
    ]
    assert ended.code == 1


# --- the call itself -----------------------------------------------------------------------------


def test_the_template_is_written_once_and_never_over_a_filled_one(tree: Path) -> None:
    ended = called("import", "--template", "mau.xlsx", cwd=tree)
    assert ended == Ended(0, "Đã ghi bảng mẫu vào mau.xlsx.\n", "")
    assert VISITS.name in load_workbook(tree / "mau.xlsx").sheetnames
    written = (tree / "mau.xlsx").read_bytes()
    ended = called("import", "--template", "mau.xlsx", cwd=tree)
    refused = "Đã có mau.xlsx, nên không ghi đè: có thể bảng đã được điền.\n"
    assert ended == Ended(1, "", refused)
    assert (tree / "mau.xlsx").read_bytes() == written


def test_an_empty_template_brings_nothing(tree: Path) -> None:
    assert called("import", "--template", "mau.xlsx", cwd=tree).code == 0
    said = "Không có chuyến mới để ghi; 0 chuyến đã có, không đổi; không có lỗi.\n"
    assert called("import", "mau.xlsx", cwd=tree) == Ended(0, said, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Ghi tên bảng cần nhập, hoặc --template và tên tệp mẫu."),
        (("a.xlsx", "--template", "b.xlsx"), "Ghi tên bảng cần nhập, hoặc --template và tên tệp mẫu."),
        (("--template", "b.xlsx", "--partial"), "Ghi tên bảng cần nhập, hoặc --template và tên tệp mẫu."),
        (("thieu.xlsx",), "Không có tệp thieu.xlsx."),
        (("records",), "records là một thư mục, không phải sổ tính."),
        (("--template", "thieu/mau.xlsx"), "Không có thư mục thieu."),
        (
            ("ghi.csv",),
            (
                "ghi.csv: Tệp không phải là sổ tính .xlsx. Mở bằng Excel hoặc LibreOffice, chọn "
                "“Lưu thành” (Save As), kiểu “Excel Workbook (.xlsx)”."
            ),
        ),
    ],
    ids=["nothing", "both", "partial template", "missing", "folder", "no folder", "csv"],
)  # fmt: skip
def test_a_call_that_cannot_be_is_told_in_one_sentence(
    tree: Path, arguments: tuple[str, ...], message: str
) -> None:
    (tree / "ghi.csv").write_text("STT;Ngày đi\n", encoding="utf-8")
    assert called("import", *arguments, cwd=tree) == Ended(2, "", f"{message}\n")


def test_records_that_are_not_sound_take_nothing_in(tree: Path) -> None:
    broken = tree / "records/visits/2019/2019-03-05-an-truong-le-van-an.yml"
    broken.write_text(broken.read_text(encoding="utf-8").replace("survey", "lạ"), encoding="utf-8")
    before = files(tree)
    ended = imported(tree, book_of(row(1)))
    assert ended.code == 1
    assert ended.err.endswith("Bản ghi còn lỗi nên chưa làm gì cả.\n")
    assert files(tree) == before

"""The workbook to fill in offers what the records know, and the same records give the same bytes."""

import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter, range_boundaries

from generator.audience import project
from generator.compliance.results import assess
from generator.domain.activity import Programme, Topic
from generator.domain.records import Records
from generator.submit.choices import choices
from generator.submit.workbook.book import read_book
from generator.submit.workbook.columns import sheets
from generator.submit.workbook.judging import judge_rows
from generator.submit.workbook.lists import written
from generator.submit.workbook.rows import read_rows
from generator.submit.workbook.template import ROWS, template
from generator.submit.workbook.template_file import template_files
from tests.builders import KINDS, UNITS, day, member, organisation, records, term, unit
from tests.workbooks import ISSUES, VISITS, saved

MEMBERS = (member("an", name="Lê Thị An"), member("ba", name="Trần Văn Ba"))


def known(**keys: Any) -> Records:
    """Return records that know something of every list."""
    held = records(*MEMBERS, organisation(**keys))
    assert held.activities is not None
    programme = Programme.model_validate(
        {"id": "he", "label": "Chiến dịch hè", "from": "2019-06-01", "to": "2019-08-31"}
    )
    topics = (Topic(id="ren-luyen", label="Rèn luyện đoàn viên"),)
    update = {"programmes": (programme,), "topics": topics}
    activities = held.activities.model_copy(update=update)
    return Records(**{**vars(held), "activities": activities})


def opened(held: Records) -> Workbook:
    return load_workbook(BytesIO(template(held)))


def dropdowns(book: Workbook, name: str) -> dict[str, list[Any]]:
    """Return what the cells below each heading offer."""
    sheet = book[name]
    offered: dict[str, list[Any]] = {}
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list":
            (block,) = rule.sqref.ranges
            source, cells = rule.formula1.split("!")
            left, top, right, bottom = range_boundaries(cells)
            assert left is not None
            assert top is not None
            assert bottom is not None
            assert (block.min_row, left) == (2, right)
            heading = str(sheet.cell(1, block.min_col).value)
            lists = book[source.strip("='")]
            offered[heading] = [lists.cell(row, left).value for row in range(top, bottom + 1)]
    return offered


def test_the_headings_are_those_that_an_import_knows() -> None:
    book = opened(known())
    assert book.sheetnames == ["Chuyến đi", "Khó khăn, vướng mắc", "Hướng dẫn", "Danh mục"]
    for form in (VISITS, ISSUES):
        headings = [cell.value for cell in book[form.name][1]]
        assert headings == [
            f"{column.heading} *" if column.required else column.heading for column in form.columns
        ]
        assert book[form.name].max_row == 1
        assert book[form.name].freeze_panes == "C2"


def test_dropdowns_offer_the_lists_of_the_records() -> None:
    held = known()
    book = opened(held)
    offered = {kind: [each.label for each in every] for kind, every in choices(held).items()}
    assert dropdowns(book, VISITS.name) == {
        "Đơn vị *": offered["units"],
        "Đơn vị khác": offered["units"],
        "Nội dung đi cơ sở *": offered["kinds"],
        "Ủy viên tham gia *": ["Lê Thị An", "Trần Văn Ba"],
        "Chương trình, đợt hoạt động": ["Chiến dịch hè"],
        "Vấn đề trao đổi": ["Rèn luyện đoàn viên"],
        "Buổi": ["cả ngày", "buổi sáng", "buổi chiều", "buổi tối"],
        "Cấp làm việc": ["chi đoàn", "cơ sở", "cấp huyện và tương đương", "cấp tỉnh"],
    }
    assert dropdowns(book, ISSUES.name) == {
        "Thẩm quyền": ["thuộc thẩm quyền", "cấp huyện, xã giải quyết", "đề xuất cấp có thẩm quyền xử lý"],
        "Tình trạng": ["chưa giải quyết", "đã chuyển cấp có thẩm quyền", "đã giải quyết"],
    }  # fmt: skip


def test_only_closed_lists_refuse_other_words() -> None:
    rules = opened(known())[VISITS.name].data_validations.dataValidation
    assert {block.max_row for rule in rules for block in rule.sqref.ranges} == {ROWS + 1}
    lists = {rule.promptTitle: rule.showErrorMessage for rule in rules if rule.type == "list"}
    assert lists["Buổi"] is True
    assert lists["Đơn vị"] is lists["Ủy viên tham gia"] is False


def test_limits_and_formats_come_from_the_model() -> None:
    sheet = opened(known())[VISITS.name]
    rules = {rule.promptTitle: rule for rule in sheet.data_validations.dataValidation}
    assert (rules["Địa điểm"].type, rules["Địa điểm"].formula1) == ("textLength", "500")
    assert (rules["Kết quả"].type, rules["Kết quả"].formula1) == ("textLength", "20000")
    assert rules["Ngày đi"].type == "date"
    assert (rules["Số thanh niên tham dự"].type, rules["Số thanh niên tham dự"].formula1) == (
        "whole",
        "0",
    )
    formats = {
        column.heading: sheet.column_dimensions[get_column_letter(place)].number_format
        for place, column in enumerate(VISITS.columns, start=1)
    }
    assert (formats["Ngày đi"], formats["Địa điểm"], formats["STT"]) == ("dd/mm/yyyy", "@", "0")


def test_every_heading_has_a_comment_that_tells_how() -> None:
    book = opened(known())
    for form in (VISITS, ISSUES):
        assert all(cell.comment is not None for cell in book[form.name][1])
    comment = book[VISITS.name]["B1"].comment
    assert comment is not None
    assert comment.text == "Ngày đi\nBắt buộc.\nNgày đầu tiên của chuyến đi. Ngày/tháng/năm."


def test_what_shares_a_label_is_offered_by_its_id() -> None:
    alike = (member("nam", name="Thạch Năm"), member("nam-2", name="Thạch Năm"), *MEMBERS)
    held = records(*alike)
    assert [name for name, _ in written(choices(held)["members"])] == [
        "Lê Thị An", "Trần Văn Ba", "nam", "nam-2",
    ]  # fmt: skip
    assert dropdowns(opened(held), VISITS.name)["Ủy viên tham gia *"][2:] == ["nam", "nam-2"]


def test_a_list_of_nothing_offers_nothing() -> None:
    held = records(*UNITS, *KINDS)
    assert "Ủy viên tham gia *" not in dropdowns(opened(held), VISITS.name)


def test_the_lists_tell_when_each_stands() -> None:
    held = records(
        unit("an", name="Xã An", valid_from="2019-01-01", valid_to="2025-06-30"),
        member("ba", term("2018-01-01", "2019-06-30"), name="Trần Văn Ba"),
    )
    sheet = opened(held)["Danh mục"]
    rows = [[cell.value for cell in row] for row in sheet["A2:I3"]]
    assert rows == [
        ["Đơn vị", "Cấp", "Có từ", "Có đến hết", None, "Ủy viên", "Chức vụ", "Từ ngày", "Đến ngày"],
        [
            "Xã An", "cơ sở", "01/01/2019", "30/06/2025", None, "Trần Văn Ba",
            "Ủy viên BCH chuyên trách, Ban Phong trào", "01/01/2018", "30/06/2019",
        ],
    ]  # fmt: skip


def test_a_public_repository_is_offered_nothing_internal() -> None:
    repository = {"forge": "github", "url": "https://example.org/x", "branch": "main"}
    book = opened(known(repository=repository | {"public": "true"}))
    assert book.sheetnames == ["Chuyến đi", "Hướng dẫn", "Danh mục"]
    texts = [
        str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value
    ]
    assert not [text for text in texts if "Công lệnh" in text or "nội bộ" in text.lower()]


def test_sample_data_say_so() -> None:
    assert opened(known())["Hướng dẫn"]["A2"].value == "DỮ LIỆU MẪU"
    assert opened(known())["Danh mục"]["A1"].value == (
        "DỮ LIỆU MẪU · Những tên dùng được khi điền bảng; không sửa ở đây."
    )
    real = opened(known(demo=False))
    assert real["Hướng dẫn"]["A2"].value is None
    assert "MẪU" not in str(real["Danh mục"]["A1"].value)


def test_the_example_in_the_guide_is_a_visit_that_can_be_imported() -> None:
    held = known()
    book = opened(held)
    rows = {VISITS.name: [], ISSUES.name: []}  # type: dict[str, list[Any]]
    current: list[Any] = []
    for row in book["Hướng dẫn"].iter_rows(values_only=True):
        if str(row[0]).startswith("Trang “"):
            current = rows[str(row[0]).split("“")[1].split("”")[0]]
        elif row[0] in {column.heading for form in (VISITS, ISSUES) for column in form.columns}:
            current.append(row[3])
    for name, cells in rows.items():
        book[name].append(cells)
    reading = read_rows(read_book(saved(book), "mau.xlsx"), sheets(internal=True), choices(held))
    outcome = judge_rows(held, reading, day("2019-06-30"), "records")
    assert [str(fault) for fault in outcome.faults] == []
    (judged,) = outcome.new
    assert judged.visit is not None
    assert judged.visit.members == ("an", "ba")
    assert [entry.member for entry in judged.visit.attendance] == ["ba"]
    assert [issue.status for issue in judged.visit.issues] == ["referred"]


def test_the_same_records_give_the_same_bytes() -> None:
    assert template(known()) == template(known())


def test_the_site_offers_it_to_both_audiences() -> None:
    held = known()
    results = assess(held, day("2019-12-31"))
    public, internal = (
        [(each.path, each.content) for each in template_files(project(held, results, audience))]
        for audience in ("public", "internal")
    )
    assert public == internal == [("gui-chuyen-di/mau-nhap.xlsx", template(held))]


@pytest.mark.slow
def test_libreoffice_opens_it_and_keeps_its_choices(tmp_path: Path) -> None:
    (tmp_path / "mau.xlsx").write_bytes(template(known()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    again = tmp_path / "again"
    subprocess.run(
        [*command, "--outdir", str(again), str(tmp_path / "mau.xlsx")],
        check=True,
        capture_output=True,
    )
    book = load_workbook(again / "mau.xlsx")
    assert dropdowns(book, VISITS.name) == dropdowns(opened(known()), VISITS.name)
    assert [column.heading for column in VISITS.columns] == [
        str(cell.value).removesuffix(" *") for cell in book[VISITS.name][1]
    ]

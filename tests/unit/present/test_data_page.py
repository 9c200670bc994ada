"""The page of what can be downloaded. Source: issue *Site*, "Data"; design, section 4."""

import re
from dataclasses import replace
from functools import cache
from posixpath import normpath

import pytest

from generator.audience import View
from generator.domain.fields import Audience
from generator.present.data_page import data_page
from generator.present.page import Page
from generator.present.site import site
from tests.builders import member, organisation, policy, visit
from tests.unit.present.views import HOSTILE, UNITS, Outline, text_of, view
from tests.unit.present.worlds import world


def page_of(held: View) -> Page:
    (page,) = data_page(held)
    return page


@cache
def page(audience: Audience = "public") -> Page:
    return page_of(world(audience))


def section(body: str, id_: str) -> str:
    """Return the section that the heading names."""
    (found,) = re.findall(rf'<section aria-labelledby="{id_}">.*?</section>', body, re.DOTALL)
    return str(found)


def test_each_year_has_its_spreadsheet_before_its_report_latest_first() -> None:
    years = section(page().body, "theo-nam")
    assert re.findall(r'href="(ket-qua-[^"]*|bao-cao-[^"]*)"', years) == [
        *("ket-qua-2020.xlsx", "bao-cao-2020.docx"),
        *("ket-qua-2019.xlsx", "bao-cao-2019.docx"),
    ]
    text = text_of(years)
    assert (
        "Cần bảng tính thì tải tệp Excel: chữ có dấu hiện đúng ngay, mỗi bảng một trang tính, lọc "
        "và in được luôn. Cần báo cáo thì tải văn bản Word: làm sẵn theo thể thức của Đoàn, kèm "
        "phụ lục từng đồng chí, để người viết bổ sung nhận định rồi trình ký." in text
    )
    assert (
        "Năm 2020 (chưa kết thúc): bảng tính năm 2020 (XLSX) · báo cáo năm 2020 (DOCX) "
        "Năm 2019: bảng tính năm 2019 (XLSX) · báo cáo năm 2019 (DOCX)" in text
    )


def test_without_an_organisation_there_are_spreadsheets_and_no_report() -> None:
    held = world()
    years = section(
        page_of(replace(held, records=replace(held.records, organisation=None))).body, "theo-nam"
    )
    assert "ket-qua-2019.xlsx" in years
    assert "DOCX" not in years
    assert "Word" not in years


def test_without_a_year_it_says_so() -> None:
    assert text_of(section(page_of(view()).body, "theo-nam")) == (
        "Kết quả từng năm Chưa có dữ liệu."
    )


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_every_file_that_it_offers_is_there(audience: Audience) -> None:
    whole = site(world(audience))
    written = {each.path for each in whole.artifacts}
    links = (each for each in Outline(page(audience).body).links if "://" not in each)
    offered = {normpath(f"du-lieu/{link}") for link in links if re.search(r"\.\w+$", link)}
    made_by_the_host = {"build.json"}
    schemas = {each for each in offered if each.startswith("du-lieu/v1/schema/")}
    assert offered - made_by_the_host - schemas <= written
    assert {"du-lieu/ket-qua-2019.xlsx", "du-lieu/visits.csv", "du-lieu/v1/summary.json"} <= offered


def test_it_says_how_many_rows_and_columns_a_table_has() -> None:
    assert "Tải visits.csv 5 dòng, 31 cột" in text_of(page().body)


def test_the_public_is_told_of_no_internal_column() -> None:
    internal = {"recorded_on", "report_status", "assignment_number", "note", "assessment"}
    for name in internal:
        cell = f'<th scope="row"><code>{name}</code></th>'
        assert cell not in page().body
        assert cell in page("internal").body


def test_who_may_use_it_again() -> None:
    public = text_of(section(page().body, "su-dung"))
    assert "Creative Commons Ghi công 4.0 Quốc tế (CC-BY-4.0)" in public
    assert "Ảnh không thuộc giấy phép này: muốn dùng thì hỏi người có ảnh." in public
    internal = text_of(section(page("internal").body, "su-dung"))
    assert "không được đưa ra ngoài cơ quan và không có giấy phép sử dụng lại" in internal
    assert "Creative Commons" not in internal


@pytest.mark.parametrize(
    ("audience", "demo", "said"),
    [
        ("public", True, "đều ghi DỮ LIỆU MẪU."),
        ("internal", True, "đều ghi NỘI BỘ; DỮ LIỆU MẪU; chỉ dùng trong cơ quan."),
        ("internal", False, "đều ghi NỘI BỘ; chỉ dùng trong cơ quan."),
    ],
)
def test_it_says_what_the_files_are_marked_with(
    audience: Audience, said: str, *, demo: bool
) -> None:
    held = view(member("an"), policy(), organisation(demo=demo), audience=audience)
    sentence = f"Báo cáo, bảng tính, các bảng CSV và summary.json {said}"
    assert sentence in text_of(page_of(held).body)


def test_real_public_data_needs_no_mark() -> None:
    assert "đều ghi" not in page_of(view(organisation(demo=False))).body


def test_names_are_text_and_every_tag_is_closed() -> None:
    held = view(member("an", name=HOSTILE), visit("2019-03-05"), policy(), *UNITS)
    outline = Outline(page_of(held).body)
    assert outline.faults == []
    assert "script" not in outline.tags
    assert len(outline.ids) == len(set(outline.ids))

"""Output by output, what the public edition may hold: written by hand, so that a slip shows.

The pages stand in kinds.py. Source: design, section 4, *Public and internal*; issue *Trust*, Two
audiences ("in every output, links, counts and edit history included").
"""

import csv
import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from docx import Document
from openpyxl import load_workbook

FILES: Final = {
    "pages": r".+\.html|404\.html|index\.html",
    "installed with the program": r"assets/.+|admin/editor\.(?:js|css)",
    "photos with consent, as they are drawn": r"anh/\d{4}/[a-z0-9/-]+\.(?:jpe?g|png|webp)",
    "the same in other widths": r"anh/rong-\d+/\d{4}/[a-z0-9/-]+\.(?:jpe?g|png|webp)\.webp",
    "pictures of the guide": r"huong-dan/anh/[a-z-]+\.webp",
    "commit and its date": r"build\.json",
    "tables": r"du-lieu/(?:issues|member-years|members|units|visits)\.csv",
    "their description": r"du-lieu/datapackage\.json",
    "figures": r"du-lieu/v1/summary\.json",
    "shapes of records, without any": r"du-lieu/v1/schema/[a-z]+\.json",
    "workbooks of years": r"du-lieu/ket-qua-\d{4}\.xlsx",
    "reports of years": r"du-lieu/bao-cao-\d{4}\.docx",
    "sheets of members": r"du-lieu/uy-vien/[a-z0-9-]+\.docx",
    "registrations of plans": r"du-lieu/ke-hoach/[a-z0-9-]+\.docx",
    "news": r"tin-tuc/(?:feed|atom)\.xml",
    "calendars": r"lich/(?:tat-ca|uy-vien/[a-z0-9-]+|don-vi/[a-z0-9-]+)\.ics",
    "what the form offers": r"gui-chuyen-di/(?:form\.json|worker\.js|mau-nhap\.xlsx)",
    "what is searched": r"search/search_index\.json",
    "addresses": r"sitemap\.xml(?:\.gz)?",
}
TABLES: Final = {
    "members": "id name honorific position department full_time from to notice",
    "member-years": "year member name days target adjusted status branch_meetings visits days_01 "
    "days_02 days_03 days_04 days_05 days_06 days_07 days_08 days_09 days_10 days_11 days_12 "
    "days_branch days_commune days_district days_province notice",
    "units": "id code name full_name level type parent parent_name valid_from valid_to successors "
    "visits last_visited notice",
    "issues": "visit number raised unit unit_name text competence referred_to status age_days due "
    "resolved_on notice",
    "visits": "id date end_date session unit unit_name other_units other_unit_names venue level "
    "kind kind_name counts branch_meeting programme programme_name topics topic_names members "
    "member_names days credited_days content guidance results turnout_members turnout_youth issues "
    "plan_item page notice",
}
SHEETS: Final = {
    "Kết quả": {
        "Họ và tên", "Số ngày công tác cơ sở", "Chỉ tiêu", "Chỉ tiêu được điều chỉnh theo quy định",
        "Kết quả", "Số chuyến đi cơ sở", "Số lần dự sinh hoạt chi đoàn",
        *(f"Số ngày tháng {month}" for month in range(1, 13)),
        "Số ngày ở chi đoàn", "Số ngày ở cơ sở", "Số ngày ở cấp huyện và tương đương",
        "Số ngày ở cấp tỉnh",
    },
    "Theo tháng": {
        "Tháng",
        *(f"{name}, {span}" for span in ("trong kỳ", "lũy kế") for name in (
            "Số chuyến đi cơ sở", "Số lượt (người × chuyến)", "Tổng số ngày",
            "Trung bình mỗi đồng chí", "Số lần dự sinh hoạt chi đoàn", "Số đơn vị đã đến",
            "Số kiến nghị, đề xuất",
        )),
    },
    "Chuyến đi": {
        "Ngày đi", "Ngày về", "Buổi", "Đơn vị", "Địa điểm", "Nội dung đi cơ sở",
        "Ủy viên tham gia", "Số ngày được tính", "Tóm tắt nội dung làm việc", "Kết quả",
        "Số kiến nghị, đề xuất",
    },
    "Kế hoạch": {
        "Tháng", "Họ và tên", "Đơn vị", "Nội dung đi cơ sở", "Mục đích", "Số ngày dự kiến",
        "Đã duyệt", "Kết quả", "Số ngày thực hiện", "Lý do hủy",
    },
    "Ngoài kế hoạch": {"Ngày đi", "Họ và tên", "Đơn vị", "Nội dung đi cơ sở"},
    "Kiến nghị": {
        "Ngày nêu", "Đơn vị", "Nội dung", "Thẩm quyền", "Chuyển đến", "Tình trạng",
        "Số ngày kể từ khi nêu", "Hạn trả lời", "Ngày giải quyết xong",
    },
    "Cách tính": {"Quy tắc", "Đang áp dụng", "Xác nhận", "Nguồn"},
}  # fmt: skip
EVENT: Final = {
    "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES",
    "STATUS", "TRANSP", "URL",
}  # fmt: skip
CHOICES: Final = {
    "units": {"id", "name", "label", "note", "slug", "begins", "ends"},
    "members": {"id", "name", "label", "note", "begins", "ends"},
    "kinds": {"id", "name"},
    "programmes": {"id", "name", "begins", "ends"},
    "topics": {"id", "name"},
    "plan_items": {"id", "name", "member", "begins"},
}


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_row_35_every_file_of_the_public_is_of_a_known_kind(
    public_site: Path, record_property: Callable[[str, object], None]
) -> None:
    names = [
        each.relative_to(public_site).as_posix()
        for each in public_site.rglob("*")
        if each.is_file()
    ]
    kinds = {name: [k for k, way in FILES.items() if re.fullmatch(way, name)] for name in names}
    assert {name: held for name, held in kinds.items() if len(held) != 1} == {}
    used = {kind for held in kinds.values() for kind in held}
    record_property("figure", f"{len(names)} files of {len(used)} kinds, none unknown")


def test_row_35_tables_and_workbooks_have_the_public_columns(public_site: Path) -> None:
    data = public_site / "du-lieu"
    for name, columns in TABLES.items():
        with (data / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == columns.split(), name
    described = {each["name"]: each for each in read(data / "datapackage.json")["resources"]}
    for name, columns in TABLES.items():
        fields = [each["name"] for each in described[name]["schema"]["fields"]]
        assert fields == columns.split()
    for path in data.glob("ket-qua-*.xlsx"):
        for sheet in load_workbook(path):
            rows = [{cell for cell in row if cell} for row in sheet.iter_rows(values_only=True)]
            assert SHEETS[sheet.title] in rows, (path.name, sheet.title)


def test_row_35_what_programs_read_has_the_public_keys(public_site: Path) -> None:
    assert read(public_site / "build.json").keys() == {"commit", "date"}
    summary = read(public_site / "du-lieu/v1/summary.json")
    assert summary.keys() == {"notice", "as_of", "years"}
    for year in summary["years"]:
        assert {each["reports"] for each in year["members"]} == {None}
        assert {each["status"] for each in year["members"]} <= {"reached", "short", "no_data", None}
    form = read(public_site / "gui-chuyen-di/form.json")
    for kind, known in form["choices"].items():
        assert {key for each in known for key in each} <= CHOICES[kind], kind
    index = read(public_site / "search/search_index.json")
    assert {key for each in index["docs"] for key in each} <= {"location", "title", "text", "boost"}
    found = {each["location"].partition("#")[0] for each in index["docs"]}
    assert [each for each in found if not (public_site / each / "index.html").is_file()] == []


def test_row_35_calendars_feeds_and_maps_say_no_more_than_pages(public_site: Path) -> None:
    """Above all, a calendar is stamped with the last day of a visit, not with that of writing."""
    events = 0
    for path in (public_site / "lich").rglob("*.ics"):
        text = path.read_text(encoding="utf-8").replace("\n ", "")
        for event in re.findall(r"BEGIN:VEVENT\n(.*?)END:VEVENT", text, re.DOTALL):
            keys = dict(re.findall(r"^([A-Z-]+)(?:;[^:]*)?:(.*)$", event, re.MULTILINE))
            assert keys.keys() <= EVENT, path.name
            events += 1
            # A planned visit is tentative or cancelled, and stamped by its approval.
            if keys["STATUS"] == "CONFIRMED":
                stamped, after = keys["DTSTAMP"][:8], keys["DTEND"]
                assert int(stamped) < int(after) or path.parent.name == "uy-vien", path.name
    assert events
    listed = gzip.decompress((public_site / "sitemap.xml.gz").read_bytes()).decode()
    assert set(re.findall(r"<([a-z]+)", listed)) <= {"urlset", "url", "loc", "lastmod"}
    feeds = "".join((public_site / f"tin-tuc/{n}.xml").read_text() for n in ("feed", "atom"))
    assert re.findall(r"can-lam|noi-bo|NỘI BỘ", feeds) == []


def test_row_35_documents_name_no_internal_state(public_site: Path) -> None:
    for path in (public_site / "du-lieu").rglob("*.docx"):
        document = Document(str(path))
        cells = (cell.text for t in document.tables for row in t.rows for cell in row.cells)
        text = "\n".join([*(each.text for each in document.paragraphs), *cells])
        for word in (
            "NỘI BỘ",
            "chậm tiến độ",
            "bảo đảm tiến độ",
            "trễ hạn",
            "quá hạn",
            "Công lệnh",
        ):
            assert word not in text, (path.name, word)

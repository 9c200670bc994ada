"""A change told to a reviewer: whole texts, and nothing in them that is markup."""

from datetime import date

import pytest
from markdown_it import MarkdownIt

from generator.compliance.changes import changes
from generator.domain.visit import Visit
from generator.present.changes import Told, escaped
from tests.builders import member, policy, records, unit, visit

AS_OF = date(2019, 12, 31)


def told(before: list[Visit], after: list[Visit], *others: str, counted: bool = True) -> Told:
    people = (
        member("an", name="Lê Văn An"),
        member("binh", name="Trần Thị Bình"),
        policy(),
        unit("an-truong", name="Xã An Trường"),
    )
    old, new = records(*people, *before), records(*people, *after)
    return Told(changes(old, new, AS_OF, ["an"], counted=counted), old, new, others)


BEFORE = [
    visit("2019-03-05", members=["binh"], recorded_on="2019-03-06"),
    visit("2019-05-06", members=["binh"]),
]
AFTER = [
    visit("2019-03-05", members=["binh"], end_date="2019-03-06", venue="ấp 3"),
    visit("2019-04-02", issues=[{"text": "Thiếu phòng."}], turnout={"members": "20"}),
]


def test_a_terminal_is_told_all_of_it() -> None:
    assert (
        told(BEFORE, AFTER, "members/an.yml").text()
        == """\
Số liệu tính đến ngày 31/12/2019.
Chuyến đi được sửa: 05–06/03/2019: Survey tại ấp 3, xã An Trường (records/visits/2019/2019-03-05-ap-3.yml)
  Ngày về: (trống) → 06/03/2019
  Địa điểm: (trống) → ấp 3
Chuyến đi mới: 02/04/2019: Survey tại xã An Trường (records/visits/2019/2019-04-02-ap-3.yml)
Chuyến đi không còn: 06/05/2019: Survey tại xã An Trường (records/visits/2019/2019-05-06-ap-3.yml)
Số ngày của Lê Văn An, năm 2019: 0 → 1 ngày
Kiến nghị nêu mới hoặc mở lại (2019-04-02-ap-3): Thiếu phòng.
Lưu ý (2019-04-02-ap-3): Người duyệt cũng là người đi: Lê Văn An. Nên để người khác duyệt.
Tệp khác cũng thay đổi: members/an.yml"""
    )


def test_a_forge_is_told_all_of_it() -> None:
    assert (
        told(BEFORE, AFTER, "members/an.yml").markdown()
        == """\
## Thay đổi này làm gì

Số liệu tính đến ngày 31/12/2019.

### Cần xem kỹ

- `2019-04-02-ap-3`: Người duyệt cũng là người đi: Lê Văn An. Nên để người khác duyệt.

### Số ngày của từng đồng chí

| Năm | Đồng chí | Trước | Sau | Thay đổi | Chỉ tiêu | |
|---|---|--:|--:|--:|--:|---|
| 2019 | Lê Văn An | 0 | 1 | +1 | 60 |  |

Các đồng chí khác trong những năm này không đổi.

### Kiến nghị, đề xuất

- Nêu mới hoặc mở lại: Thiếu phòng. (`2019-04-02-ap-3`)

### Chuyến đi được sửa: 05–06/03/2019: Survey tại ấp 3, xã An Trường

`records/visits/2019/2019-03-05-ap-3.yml`

| | Trước | Sau |
|---|---|---|
| Ngày về |  | 06/03/2019 |
| Địa điểm |  | ấp 3 |

- **Ngày đi:** 05/03/2019
- **Ngày về:** 06/03/2019
- **Đơn vị:** Xã An Trường
- **Địa điểm:** ấp 3
- **Nội dung đi cơ sở:** Survey
- **Ủy viên tham gia:** Trần Thị Bình
- **Tóm tắt nội dung làm việc:** Làm việc với Đoàn xã.
- **Ngày ghi:** 06/03/2019

### Chuyến đi mới: 02/04/2019: Survey tại xã An Trường

`records/visits/2019/2019-04-02-ap-3.yml`

- **Ngày đi:** 02/04/2019
- **Đơn vị:** Xã An Trường
- **Nội dung đi cơ sở:** Survey
- **Ủy viên tham gia:** Lê Văn An
- **Tóm tắt nội dung làm việc:** Làm việc với Đoàn xã.
- **Số đoàn viên, thanh niên tham dự: Số đoàn viên tham dự:** 20
- **Khó khăn, vướng mắc 1: Khó khăn, vướng mắc:** Thiếu phòng.
- **Ngày ghi:** 02/04/2019

### Chuyến đi không còn: 06/05/2019: Survey tại xã An Trường

`records/visits/2019/2019-05-06-ap-3.yml`

### Tệp khác cũng thay đổi

- `members/an.yml`
"""
    )


def test_a_program_is_told_days_as_text() -> None:
    document = told(BEFORE, AFTER).json()
    assert '"days_before": "0",\n      "days_after": "1",\n      "target": "60",' in document
    assert '"warning": "reviewer_took_part",\n      "about": [\n        "an"' in document


def test_nothing_is_told_as_nothing() -> None:
    same = told(BEFORE, BEFORE)
    assert same.text() == "Số liệu tính đến ngày 31/12/2019.\nKhông có thay đổi nào trong bản ghi."
    assert same.markdown().endswith("\n\nKhông có thay đổi nào trong bản ghi.\n")


def test_what_was_not_counted_is_said() -> None:
    said = "Bản trước còn lỗi nên không so được số ngày; chỉ nêu chuyến đi và kiến nghị."
    assert told(BEFORE, AFTER, counted=False).text().splitlines()[1] == said
    assert f"\n> {said}\n" in told(BEFORE, AFTER, counted=False).markdown()


def test_a_target_reached_and_lost_is_said() -> None:
    most = [visit("2019-03-01", end_date="2019-03-31"), visit("2019-05-01", end_date="2019-05-28")]
    whole = [*most, visit("2019-06-01")]
    assert "Lê Văn An, năm 2019: 59 → 60 ngày, đạt chỉ tiêu" in told(most, whole).text()
    assert "Lê Văn An, năm 2019: 60 → 59 ngày, không còn đạt chỉ tiêu" in told(whole, most).text()


def test_years_without_a_policy_have_no_target() -> None:
    old, new = records(member("an")), records(member("an"), visit("2019-03-05"))
    text = Told(changes(old, new, AS_OF), old, new).markdown()
    assert "| 2019 | Lê Văn An | 0 | 1 | +1 | chưa có quy định |  |" in text


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>", "**đậm** _nghiêng_ `mã`", "[bấm](https://xau.example)",
        "![ảnh](https://xau.example/a.png)", "https://xau.example", "www.xau.example", "@nhom",
        "a | b", "# Tiêu đề", "&lt;b&gt;", "$x^2$", "\\*sao\\*", "~~bỏ~~", "#12", "{{ x }}",
    ],
)  # fmt: skip
def test_text_of_a_record_is_shown_as_it_was_written(text: str) -> None:
    reader = MarkdownIt("commonmark").enable(["strikethrough", "table"])
    shown = reader.render(f"- **A:** {escaped(text)}")
    assert shown == f"<ul>\n<li><strong>A:</strong> {_as_html(text)}</li>\n</ul>\n"


def _as_html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_lines_are_parted_within_a_cell() -> None:
    assert escaped("một\n\n hai|ba ") == "một<br>hai\\|ba"


def test_no_line_of_a_text_is_a_line_of_ours_or_a_command_to_the_forge() -> None:
    content = "Một.\n::error::giả\rHai."
    issues = [{"text": "Thiếu.\r\nChuyến đi mới: giả"}]
    after = visit("2019-03-05", content=content, issues=issues)
    lines = told([visit("2019-03-05")], [after]).text().splitlines()
    assert lines[2:-1] == [
        "  Tóm tắt nội dung làm việc: Làm việc với Đoàn xã. → Một.",
        "    | ::error::giả",
        "    | Hai.",
        "  Khó khăn, vướng mắc 1: Khó khăn, vướng mắc: (trống) → Thiếu.",
        "    | Chuyến đi mới: giả",
        "Kiến nghị nêu mới hoặc mở lại (2019-03-05-ap-3): Thiếu.",
        "    | Chuyến đi mới: giả",
    ]

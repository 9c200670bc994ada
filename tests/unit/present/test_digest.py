"""Weekly notes, word for word. Source: issue *Site*, "Reminders"."""

import pytest

from generator.present.digest import Note, department_note, member_note, noted_members
from tests.builders import member, policy, visit
from tests.unit.present.test_due import AS_OF, world
from tests.unit.present.views import HOSTILE, Outline, text_of, view

MEMBER = (
    "NỘI BỘ – DỮ LIỆU MẪU\n"
    "\n"
    "Kính gửi đồng chí Lê Văn An,\n"
    "\n"
    "Đồng chí có 3 việc quá hạn: 1 báo cáo chưa nộp, 1 mục kế hoạch chưa thực hiện và "
    "1 kiến nghị chưa giải quyết xong. Trước hết: nộp báo cáo chuyến đi xã An Trường, "
    "huyện Càng Long, 04/02/2020, quá hạn 30 ngày.\n"
    "\n"
    "Báo cáo quá hạn, chưa nộp (1):\n"
    "– Xã An Trường, huyện Càng Long, 04/02/2020: hạn 14/02/2020, quá hạn 30 ngày\n"
    "\n"
    "Báo cáo chưa đến hạn (1):\n"
    "– Xã Hàm Giang, huyện Trà Cú, 05/03/2020: hạn 15/03/2020, hạn cuối là hôm nay\n"
    "\n"
    "Tiến độ năm 2020:\n"
    "– 3/60 ngày, chậm tiến độ: đến nay cần 12,3 ngày, đi thêm 10 ngày mới kịp.\n"
    "– Còn 57 ngày nữa thì đủ chỉ tiêu; từ nay đến cuối năm có thể đi 291 ngày.\n"
    "\n"
    "Kế hoạch các tháng trước, chưa thực hiện (1):\n"
    "– Tháng 2: Survey, xã Hàm Giang, huyện Trà Cú, 1 ngày\n"
    "\n"
    "Kiến nghị quá hạn trả lời, cần đôn đốc (1):\n"
    "– Đường vào ấp lầy lội (chi đoàn ấp 3, xã An Trường, huyện Càng Long; cấp huyện, "
    "xã giải quyết): quá hạn 1 ngày\n"
    "\n"
    "Kiến nghị sắp đến hạn trả lời (1):\n"
    "– Thiếu loa (chi đoàn ấp 3, xã An Trường, huyện Càng Long; hỏi Đoàn xã): còn 14 "
    "ngày\n"
    "\n"
    "Kế hoạch tháng này (1):\n"
    "– Tháng 3: Meeting, 2 ngày\n"
    "\n"
    "Kế hoạch tháng sau (1):\n"
    "– Tháng 4: Survey, 1 ngày\n"
    "\n"
    "Việc nào đã xong mà thư còn nhắc, mong đồng chí ghi vào sổ.\n"
    "Số liệu tính đến ngày 15/03/2020. Chỉ dùng trong cơ quan.\n"
)
DEPARTMENT = (
    "NỘI BỘ – DỮ LIỆU MẪU\n"
    "\n"
    "Kính gửi các đồng chí theo dõi đi cơ sở,\n"
    "\n"
    "Quá hạn: 1 báo cáo chưa nộp, 1 mục kế hoạch chưa thực hiện và 1 kiến nghị chưa "
    "giải quyết xong. 3 đồng chí chậm tiến độ. Trước hết, nhắc nộp báo cáo: Lê Văn An "
    "và Lê Văn Binh.\n"
    "\n"
    "Báo cáo quá hạn, chưa nộp (2 đồng chí):\n"
    "– Lê Văn An: 1 báo cáo\n"
    "– Lê Văn Binh: 1 báo cáo\n"
    "\n"
    "Chậm tiến độ năm 2020 (3 đồng chí):\n"
    "– Lê Văn Chi: 0/60 ngày, chưa có dữ liệu: đến nay cần 12,3 ngày, đi thêm 13 ngày "
    "mới kịp.\n"
    "– Lê Văn An: 3/60 ngày, chậm tiến độ: đến nay cần 12,3 ngày, đi thêm 10 ngày mới "
    "kịp.\n"
    "– Lê Văn Binh: 1/55 ngày, chậm tiến độ: đến nay cần 7,2 ngày, đi thêm 7 ngày mới "
    "kịp.\n"
    "\n"
    "Báo cáo sắp đến hạn (1):\n"
    "– Xã Hàm Giang, huyện Trà Cú, 05/03/2020: hạn 15/03/2020, hạn cuối là hôm nay\n"
    "\n"
    "Kế hoạch các tháng trước, chưa thực hiện (1 đồng chí):\n"
    "– Lê Văn An: 1 mục\n"
    "\n"
    "Kiến nghị quá hạn trả lời (1):\n"
    "– Đường vào ấp lầy lội (chi đoàn ấp 3, xã An Trường, huyện Càng Long; cấp huyện, "
    "xã giải quyết): quá hạn 1 ngày\n"
    "\n"
    "Kế hoạch tháng sau:\n"
    "– 1 mục của 1 đồng chí, dự kiến 1 ngày; 1 mục chưa duyệt\n"
    "\n"
    "Chưa có kế hoạch năm (1 đồng chí):\n"
    "– Lê Văn Chi\n"
    "\n"
    "Xã, phường, thị trấn chưa đến lần nào, hoặc lần cuối đã quá 365 ngày (1):\n"
    "– Xã An Trường A, huyện Càng Long: chưa đến lần nào\n"
    "\n"
    "Xem đầy đủ ở trang Việc cần làm của bản nội bộ.\n"
    "Số liệu tính đến ngày 15/03/2020. Chỉ dùng trong cơ quan.\n"
)
NOTES = (member_note(world(), "an"), department_note(world()))


def as_read(note: Note) -> str:
    """Return the words of the plain text, without what marks lines and headings there."""
    lines = (line.removeprefix("– ").removesuffix(":") for line in note.text.splitlines())
    return " ".join(" ".join(lines).split())


def test_a_member_reads_the_first_thing_first_and_all_that_waits() -> None:
    note = member_note(world(), "an")
    assert note.text == MEMBER
    assert note.subject == (
        "[NỘI BỘ – DỮ LIỆU MẪU] 3 việc quá hạn – nhắc việc đi cơ sở, 15/03/2020"
    )


def test_the_department_reads_all_that_is_overdue_and_whom_to_remind() -> None:
    assert department_note(world()).text == DEPARTMENT


@pytest.mark.parametrize("note", NOTES, ids=["member", "department"])
def test_the_page_says_the_same_as_the_text(note: Note) -> None:
    _, _, body = note.html.partition("<body")
    assert text_of(f"<body{body}") == as_read(note)
    assert Outline(note.html).faults == []


def test_what_people_wrote_stays_text() -> None:
    seen = view(
        member("an", name=HOSTILE),
        visit("2020-01-05", issues=[{"text": HOSTILE, "due": "2020-02-01"}]),
        audience="internal",
    )
    for note in (member_note(seen, "an"), department_note(seen)):
        assert "<script" not in note.html
        assert "<b>" not in note.html


def test_long_lists_end_in_a_count() -> None:
    issues = [{"text": f"Việc số {n}.", "due": "2020-03-01"} for n in range(1, 8)]
    seen = view(member("an"), visit("2020-01-05", issues=issues), audience="internal", as_of=AS_OF)
    (part,) = (each for each in member_note(seen, "an").parts if "Kiến nghị" in each.heading)
    assert part.heading == "Kiến nghị quá hạn trả lời, cần đôn đốc (7)"
    assert len(part.lines) == 6
    assert part.lines[-1] == "– và 2 mục nữa"


def test_the_public_has_no_notes() -> None:
    with pytest.raises(ValueError, match="public"):
        member_note(world("public"), "an")


def test_whoever_serves_full_time_gets_a_note() -> None:
    assert noted_members(world()) == ["an", "binh", "chi"]


def test_when_only_the_pace_is_behind() -> None:
    seen = view(
        member("an"),
        policy(),
        visit("2020-02-04", report={"submitted": "2020-02-05"}),
        audience="internal",
        as_of=AS_OF,
    )
    assert member_note(seen, "an").first == "Trước hết: đi thêm 12 ngày để kịp tiến độ."
    assert department_note(seen).first == (
        "Không có việc nào quá hạn. 1 đồng chí chậm tiến độ. Trước hết, nhắc tiến độ: Lê Văn An."
    )

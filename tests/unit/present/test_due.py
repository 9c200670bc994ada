"""The page of what is due. Source: issue *Site*, "Where things stand"; design, section 4."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from generator.audience import View
from generator.compliance.due import Pace
from generator.domain.fields import Audience
from generator.present import addresses
from generator.present.due import due_page
from generator.present.due_rows import PaceRow, deadline, due_rows, soon
from generator.present.page import Page
from generator.present.site import MAKERS, site
from tests.builders import item, leave, member, plan, policy, unit, visit
from tests.unit.present.views import HOSTILE, UNITS, Outline, text_of, view

AS_OF = date(2020, 3, 15)


@cache
def world(audience: Audience = "internal", as_of: date = AS_OF) -> View:
    """Return a view in which everything that can be due is due once."""
    return view(
        member("an"),
        member("binh", leave=[leave("2020-01-01", "2020-01-31")]),
        member("chi"),
        policy(),
        visit("2020-02-04", "cu", members=["an", "binh"], recorded_on="2020-06-01"),
        visit("2020-03-05", "nay", unit="ham-giang", recorded_on="2020-06-01"),
        visit(
            "2020-02-05",
            "nghi",
            unit="ap-3",
            issues=[
                {"text": "Đường vào ấp lầy lội.", "due": "2020-03-14", "competence": "local"},
                {"text": "Thiếu loa.", "due": "2020-03-29", "referred_to": "Đoàn xã"},
                {"text": "Thiếu sách.", "due": "2020-03-30"},
                {"text": "Chờ lâu."},
            ],
        ),
        visit("2020-03-20", "toi", unit="an-truong-a", members=["binh"]),
        plan(
            2020,
            "an",
            item("t02", 2, unit="ham-giang"),
            item("t03", 3, kind="meeting", days="2"),
            item("t04", 4),
            item("t05", 5),
            approvals=[{"period": "2020-Q1", "date": "2020-01-03", "by": "Thường trực"}],
        ),
        plan(2020, "binh"),
        *UNITS,
        audience=audience,
        as_of=as_of,
    )


def page(seen: View | None = None) -> Page:
    (made,) = due_page(seen or world())
    return made


def section(body: str, id_: str) -> str:
    found = re.search(rf'<section[^>]* aria-labelledby="{id_}">(.*?)</section>', body, re.DOTALL)
    assert found is not None, id_
    return text_of(found.group(1).replace("><", "> <"))


def fold(body: str, id_: str) -> str:
    found = re.search(
        rf'<summary>((?:(?!</summary>).)*)</summary>\n<div class="ct-fold__body" id="{id_}">(.*?)</details>',
        body,
        re.DOTALL,
    )
    assert found is not None, id_
    return text_of(" ".join(found.groups()).replace("><", "> <"))


def test_the_public_has_no_such_page_and_no_link_to_it() -> None:
    assert list(due_page(world("public"))) == []
    for made in site(world("public")).pages:
        assert addresses.DUE not in made.body, made.address


def test_the_organisation_has_it_in_its_navigation() -> None:
    assert due_page in MAKERS
    made = page()
    assert (made.address, made.title, made.nav) == ("can-lam/", "Việc cần làm", "Cần làm")


def test_counts_stand_at_the_top() -> None:
    figures = re.findall(r'<div class="ct-figure.*?</div>', page().body, re.DOTALL)
    assert [text_of(each) for each in figures] == [
        "Báo cáo quá hạn, chưa nộp 1 báo cáo",
        "Chậm tiến độ năm 2020 3 đồng chí trong 3 đồng chí",
        "Kế hoạch các tháng trước chưa thực hiện 1 mục",
        "Kiến nghị quá hạn trả lời 1 kiến nghị",
        "Đến hạn trong 14 ngày 2 việc",
    ]


def test_what_is_overdue_comes_first() -> None:
    said = section(page().body, "qua-han")
    for each in (
        "Xã An Trường, huyện Càng Long, 04/02/2020 Lê Văn An, Lê Văn Binh 14/02/2020 quá hạn 30 ngày",
        "Lê Văn Chi 0 ngày 12,3 ngày 13 ngày 60 ngày chưa có dữ liệu",
        "Lê Văn An Survey, xã Hàm Giang, huyện Trà Cú 2/2020 1 ngày",
        "Đường vào ấp lầy lội.",
        "cấp huyện, xã giải quyết 14/03/2020 quá hạn 1 ngày",
    ):
        assert each in said
    assert "Thiếu loa." not in said


def test_then_what_is_due_within_two_weeks() -> None:
    said = section(page().body, "sap-den-han")
    assert "Xã Hàm Giang, huyện Trà Cú, 05/03/2020 Lê Văn An 15/03/2020 hạn cuối là hôm nay" in said
    assert "Thiếu loa." in said
    assert "Đoàn xã 29/03/2020 còn 14 ngày" in said
    assert "Thiếu sách." not in said


def test_then_what_is_to_come() -> None:
    said = section(page().body, "sap-toi")
    for each in (
        "20/03/2020 Xã An Trường A, huyện Càng Long Survey · Lê Văn Binh",
        "Kế hoạch tháng này, chưa thực hiện 1 mục",
        "Lê Văn An Meeting 3/2020 2 ngày",
        "Kế hoạch tháng sau 1 mục",
        "Lê Văn An Survey chưa duyệt 4/2020 1 ngày",
        "Chưa có kế hoạch năm 2020 Lê Văn Chi",
        "Thiếu sách.",
        "Chờ lâu.",
        "không có hạn; đã nêu 39 ngày",
    ):
        assert each in said
    assert "5/2020" not in said


def test_every_member_has_a_place_to_link_to() -> None:
    outline = Outline(page().body)
    assert {"an", "binh", "chi"} <= set(outline.ids)
    assert len(outline.ids) == len(set(outline.ids))
    assert {"#an", "#binh", "#chi", "../uy-vien/chi/"} <= set(outline.links)
    assert outline.faults == []


def test_what_waits_for_one_member() -> None:
    said = fold(page().body, "an")
    assert said == (
        "Lê Văn An 3 việc quá hạn; 3/60 ngày, chậm tiến độ Xem trang của đồng chí chậm tiến độ "
        "3/60 ngày: đến nay cần 12,3 ngày, đi thêm 10 ngày mới kịp. Còn 57 ngày nữa thì đủ chỉ tiêu; từ nay đến cuối năm có thể đi "
        "291 ngày. Báo cáo: Xã An Trường, huyện Càng Long, 04/02/2020 – hạn 14/02/2020, quá hạn 30 "
        "ngày Báo cáo: Xã Hàm Giang, huyện Trà Cú, 05/03/2020 – hạn 15/03/2020, hạn cuối là hôm nay "
        "Kế hoạch tháng 2, chưa thực hiện: Survey, xã Hàm Giang, huyện Trà Cú – 1 ngày Kế hoạch "
        "tháng 3: Meeting – 2 ngày Kế hoạch tháng 4: Survey – 1 ngày Kiến nghị: Đường vào ấp lầy "
        "lội. – Chi đoàn ấp 3, xã An Trường, huyện Càng Long; hạn trả lời 14/03/2020, quá hạn 1 ngày "
        "Kiến nghị: Thiếu loa. – Chi đoàn ấp 3, xã An Trường, huyện Càng Long; hạn trả lời "
        "29/03/2020, còn 14 ngày Kiến nghị: Thiếu sách. – Chi đoàn ấp 3, xã An Trường, huyện Càng "
        "Long; hạn trả lời 30/03/2020, còn 15 ngày 1 kiến nghị khác không có hạn trả lời, lâu nhất "
        "đã nêu 39 ngày: Chi đoàn ấp 3, xã An Trường, huyện Càng Long"
    )


def test_links_lead_to_the_records_behind() -> None:
    links = Outline(page().body).links
    for each in (
        "../chuyen-di/2020/2020-02-04-cu/",
        "../chuyen-di/2020/2020-02-05-nghi/#kien-nghi-1",
        "../uy-vien/an/",
        "../cach-tinh/",
    ):
        assert each in links


def test_nothing_at_all() -> None:
    made = page(view(member("an"), audience="internal"))
    assert section(made.body, "qua-han") == "Đã quá hạn Không có việc nào quá hạn."
    assert section(made.body, "sap-toi") == "Sắp tới Chưa có gì được ghi cho thời gian tới."
    assert fold(made.body, "an").endswith("Không có việc nào đang chờ.")


FOLD = re.compile(r'<details class="ct-fold"( open)?>\n<summary>(.*?)</summary>', re.DOTALL)


def test_only_the_reports_stand_open_and_each_fold_says_how_much_is_in_it() -> None:
    folds = [(bool(open_), text_of(said)) for open_, said in FOLD.findall(page().body)]
    assert folds == [
        (True, "Báo cáo quá hạn, chưa nộp 1 báo cáo, lâu nhất quá hạn 30 ngày"),
        (
            False,
            (
                "Chậm tiến độ năm 2020 3 đồng chí: Lê Văn Chi thiếu 13 ngày, Lê Văn An thiếu 10 "
                "ngày, Lê Văn Binh thiếu 7 ngày"
            ),
        ),
        (False, "Mục kế hoạch của các tháng trước, chưa thực hiện 1 mục"),
        (False, "Kiến nghị quá hạn trả lời 1 kiến nghị, lâu nhất quá hạn 1 ngày"),
        (False, "Kế hoạch tháng này, chưa thực hiện 1 mục"),
        (False, "Kế hoạch tháng sau 1 mục"),
        (False, "Kiến nghị đến hạn trả lời sau 14 ngày nữa 1 kiến nghị"),
        (False, "Kiến nghị không có hạn trả lời 1 kiến nghị, lâu nhất đã nêu 39 ngày"),
        (False, "Lê Văn An 3 việc quá hạn; 3/60 ngày, chậm tiến độ"),
        (False, "Lê Văn Binh 1 việc quá hạn; 1/55 ngày, chậm tiến độ"),
        (False, "Lê Văn Chi không có việc quá hạn; 0/60 ngày, chưa có dữ liệu"),
    ]


def test_members_with_the_most_overdue_come_first_then_the_farthest_behind() -> None:
    seen = view(
        member("an"),
        member("binh"),
        member("chi"),
        policy(),
        visit("2020-02-01", members=["binh"], recorded_on="2020-02-02"),
        visit("2020-02-04", "chua-nop", members=["chi"], recorded_on="2020-06-01"),
        audience="internal",
        as_of=AS_OF,
    )
    jumps = re.findall(r'<a href="#(an|binh|chi)">(.*?)</a>', page(seen).body)
    assert [(id_, text_of(said)) for id_, said in jumps] == [
        ("chi", "Lê Văn Chi (1 việc quá hạn)"),
        ("an", "Lê Văn An"),
        ("binh", "Lê Văn Binh"),
    ]


def test_figures_lead_to_the_folds() -> None:
    outline = Outline(page().body)
    for each in ("bao-cao", "tien-do", "ke-hoach-cu", "kien-nghi"):
        assert f"#{each}" in outline.links
        assert each in outline.ids


def test_reports_beyond_five_fold_away() -> None:
    visits = [visit(f"2020-01-{day:02d}", f"so-{day}", recorded_on=None) for day in range(1, 8)]
    made = page(view(member("an"), policy(), *visits, audience="internal", as_of=AS_OF))
    before, _, folded = made.body.partition("<summary>2 báo cáo khác quá hạn, chưa nộp</summary>")
    overdue = before.partition('id="qua-han"')[2]
    assert "2020-01-05-so-5" in overdue
    assert "2020-01-06-so-6" not in overdue
    assert "2020-01-07-so-7" in folded


def test_communes_long_unseen_with_the_rule_for_it() -> None:
    made = page()
    assert section(made.body, "lau-chua-den") == (
        "Nơi lâu chưa có người đến 1 xã, phường, thị trấn chưa đến lần nào, hoặc lần cuối đã quá "
        "365 ngày. Xã An Trường A, huyện Càng Long chưa đến lần nào"
    )
    assert [heading.id for heading in made.headings] == [
        "qua-han",
        "sap-den-han",
        "sap-toi",
        "lau-chua-den",
        "tung-dong-chi",
    ]


def test_a_commune_seen_more_than_a_year_ago_says_when() -> None:
    seen = view(
        member("an"),
        visit("2019-03-01", unit="ap-3"),
        visit("2020-01-01", "b", unit="an-truong-a", other_units=["ham-giang"]),
        *UNITS,
        audience="internal",
        as_of=AS_OF,
    )
    assert section(page(seen).body, "lau-chua-den").endswith(
        "365 ngày. Xã An Trường, huyện Càng Long 01/03/2019, cách đây 380 ngày"
    )


def test_beyond_five_communes_the_list_of_units_has_the_rest() -> None:
    communes = [unit(f"xa-{n}", "tra-cu") for n in range(4)]
    body = page(view(member("an"), *UNITS, *communes, audience="internal")).body
    assert "7 xã, phường, thị trấn" in section(body, "lau-chua-den")
    assert section(body, "lau-chua-den").endswith("Xem cả 7 nơi")
    assert "../don-vi/#lau-chua-den" in Outline(body).links


def test_what_people_wrote_stays_text() -> None:
    seen = view(
        member("an", name=HOSTILE),
        visit("2020-01-05", venue=HOSTILE, issues=[{"text": HOSTILE, "due": "2020-02-01"}]),
        audience="internal",
    )
    body = page(seen).body
    assert "<script" not in body
    assert "<b>" not in body
    assert Outline(body).faults == []


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (-1200, "quá hạn 1.200 ngày"),
        (-1, "quá hạn 1 ngày"),
        (0, "hạn cuối là hôm nay"),
        (1, "còn 1 ngày"),
    ],
)
def test_how_far_a_deadline_is(left: int, said: str) -> None:
    assert deadline(left) == said


@pytest.mark.parametrize(
    ("left", "expected"), [(-1, False), (0, True), (14, True), (15, False), (None, False)]
)
def test_soon_is_two_weeks(left: int | None, expected: bool) -> None:  # noqa: FBT001
    assert soon(left) is expected


class TestPaceInWords:
    def pace(self, **changes: object) -> PaceRow:
        held = world().results.due
        assert held is not None
        (row,) = due_rows(world(), held.of("an")).paces
        changed: Pace = row.pace.model_copy(update=changes)
        return replace(row, pace=changed, word=str(changes.get("word", row.word)))

    def test_reached(self) -> None:
        row = self.pace(status="reached", days=61, lacking=0, to_target=0, word="đạt")
        assert (row.sentence, row.outlook) == ("61/60 ngày, đạt.", "")

    def test_on_pace(self) -> None:
        row = self.pace(status="on_pace", days=14, lacking=0, word="bảo đảm tiến độ")
        assert row.sentence == "14/60 ngày, bảo đảm tiến độ: đến nay cần 12,3 ngày."

    def test_short_at_the_end(self) -> None:
        row = self.pace(status="short", days_left=0, word="chưa đạt chỉ tiêu")
        assert row.sentence == "3/60 ngày, chưa đạt chỉ tiêu: thiếu 57 ngày."
        assert row.outlook == ""


@pytest.mark.parametrize(
    ("as_of", "months"),
    [(date(2020, 3, 15), [[3], [4]]), (date(2020, 4, 1), [[4], [5]])],
)
def test_items_of_this_month_and_of_the_next(as_of: date, months: list[list[int]]) -> None:
    seen = world(as_of=as_of)
    assert seen.results.due is not None
    rows = due_rows(seen, seen.results.due)
    assert [[row.month for row in rows.items_of(on, as_of)] for on in (0, 1)] == months


def test_after_december_comes_january() -> None:
    seen = view(
        member("an"),
        plan(2020, "an", item("t12", 12)),
        plan(2021, "an", item("t01", 1)),
        audience="internal",
        as_of=date(2020, 12, 10),
    )
    assert seen.results.due is not None
    rows = due_rows(seen, seen.results.due)
    held = [[(r.year, r.month) for r in rows.items_of(on, date(2020, 12, 10))] for on in (0, 1)]
    assert held == [[(2020, 12)], [(2021, 1)]]

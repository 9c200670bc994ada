"""How it is counted: rules in words, their provenance, and an example that adds up."""

from datetime import date

import pytest

from generator.domain.fields import Record
from generator.domain.policy import Basis, LevelDays, Policy, Rule
from generator.domain.visit import Visit
from generator.present.method import method_page, rule_value
from generator.present.page import Page
from generator.present.worked_example import worked_example
from tests.builders import leave, member, policy, rule, visit
from tests.unit.present.views import HOSTILE, Outline, everything, text_of, view


def shown(*parts: object, as_of: date = date(2020, 3, 15)) -> Page:
    return next(method_page(view(*parts, as_of=as_of)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("annual_days", 60, "ít nhất 60 ngày/năm"),
        ("day_unit", "calendar_date", "mỗi ngày có đi tính 1 ngày, dù có mấy chuyến"),
        ("proration", "none", "không điều chỉnh"),
        ("report_form", "document", "chỉ tính báo cáo riêng"),
        ("report_deadline_days", 10, "trong 10 ngày sau ngày cuối của chuyến đi"),
        ("branch_meetings", 12, "ít nhất 12 lần/năm"),
        ("level_days", LevelDays(branch=30, commune=20), "ở chi đoàn 30 ngày và ở cơ sở 20 ngày"),
        ("level_days", LevelDays(), "chưa có quy định"),
        (
            "mean_rounding",
            1,
            "1 chữ số thập phân; từ nửa trở lên thì làm tròn lên, chỉ một lần ở cuối",
        ),
    ],
)
def test_a_rule_is_put_into_words(key: str, value: object, words: str) -> None:
    assert rule_value(key, value) == words


def test_each_rule_has_its_key_as_anchor_value_provenance_and_source() -> None:
    given = policy(day_unit="session").model_copy()
    rules = given.rules.model_copy(
        update={"day_unit": Rule.model_validate(rule("session", "assumed") | {"source": "Chờ."})}
    )
    body = shown(given.model_copy(update={"rules": rules})).body
    assert (
        '<th scope="row" id="annual_days">Chỉ tiêu ngày công tác cơ sở mỗi năm</th>'
        '<td data-label="Giá trị"><strong>ít nhất 60 ngày/năm</strong></td>'
        '<td data-label="Mức xác nhận"><span class="ct-status ct-status--done">đã xác nhận</span>'
        '</td><td data-label="Nguồn">Theo kế hoạch.</td>'
    ) in body
    row = body[body.index('id="day_unit"') :]
    row = row[: row.index("</tr>")]
    assert '<span class="ct-provisional">tạm tính</span>' in row
    assert "Chờ." in row


def test_every_rule_can_be_linked_to_even_one_that_nobody_set() -> None:
    body = shown(policy()).body
    ids = Outline(body).ids
    from generator.domain.policy import Rules

    assert set(Rules.model_fields) <= set(ids)
    row = body[body.index('id="level_days"') :]
    assert "chưa có quy định" in row[: row.index("</tr>")]


def test_the_policy_in_force_bears_the_bare_anchors() -> None:
    old, new = policy("2015-01-01", "2018-12-31"), policy("2019-01-01", annual_days=30)
    ids = Outline(shown(old, new).body).ids
    assert "chu-truong-2015-annual_days" in ids
    assert "chu-truong-2019-annual_days" not in ids
    ids = Outline(shown(old, new, as_of=date(2017, 5, 1)).body).ids
    assert "chu-truong-2019-annual_days" in ids


def test_the_documents_are_listed_with_what_they_govern() -> None:
    basis = Basis(
        number="03-HD/TWĐTN-BTC",
        date=date(2018, 3, 21),
        issuer="Ban Bí thư Trung ương Đoàn",
        title="Về chế độ đi công tác cơ sở",
        governs="Chế độ đi cơ sở",
    )
    given = policy().model_copy(update={"basis": (basis,)})
    assert (
        '<tr><th scope="row">03-HD/TWĐTN-BTC</th><td data-label="Ngày ban hành">21/03/2018</td>'
        '<td data-label="Cơ quan ban hành">Ban Bí thư Trung ương Đoàn</td>'
        '<td data-label="Trích yếu">Về chế độ đi công tác cơ sở</td>'
        '<td data-label="Quy định về">Chế độ đi cơ sở</td></tr>'
    ) in shown(given).body


def test_without_a_policy_the_page_says_so() -> None:
    text = text_of(shown().body)
    assert "Chưa có quy định: số ngày vẫn được đếm, chưa so với chỉ tiêu." in text


EXAMPLE = (
    member("an"),
    member("binh"),
    member("chi"),
    visit("2019-03-05", end_date="2019-03-07", members=["an", "binh"]),
    visit("2019-03-07", "chieu", session="evening", members=["binh"], unit="ap-3"),
    visit("2019-05-01", "le", members=["binh"]),
    visit("2019-06-01", "van-phong", kind="office", members=["binh"]),
    visit("2020-01-05", members=["an"]),
)


def test_the_example_adds_up_step_by_step() -> None:
    text = text_of(shown(policy(annual_days=4), *EXAMPLE).body)
    assert "Số ngày năm 2019 của Lê Văn Binh:" in text
    assert "Tính riêng từng chuyến: 3 chuyến, cộng lại 5 ngày." in text
    assert "như chuyến 05–07/03/2019 được 3 ngày." in text
    assert "Ngày 07/03/2019 có 2 chuyến (" in text
    assert "nhưng chỉ được 1 ngày. Cả năm bớt 1 ngày." in text
    assert "Số ngày: 5 − 1 = 4 ngày." in text
    assert "So với chỉ tiêu 4 ngày: 4 ≥ 4, đạt." in text
    assert "7 ngày ÷ 3 đồng chí = 2,33…, làm tròn thành 2,3 ngày." in text


def test_half_days_add_up_too() -> None:
    example = worked_example(view(policy(day_unit="session"), *EXAMPLE))
    assert example is not None
    assert str(example.visit_by_visit) == "4.5"
    assert str(example.overlap) == "0.5"
    assert example.visit_by_visit - example.overlap == example.member.days


def test_the_mean_that_needs_no_rounding_is_not_cut() -> None:
    example = worked_example(view(member("an"), policy(), visit("2019-03-05")))
    assert example is not None
    assert example.division == "1,00"


def test_an_adjusted_target_stays_untold_and_others_are_chosen_first() -> None:
    parts = (
        member("an", leave=[leave("2019-06-01", "2019-12-31")]),
        visit("2019-03-05", end_date="2019-03-06"),
        visit("2019-03-05", "chieu", session="evening", unit="ap-3"),
        policy(),
    )
    assert "Chỉ tiêu: điều chỉnh theo quy định." in text_of(shown(*parts).body)
    other = (
        member("binh"),
        visit("2019-04-05", end_date="2019-04-06", members=["binh"]),
        visit("2019-04-05", "chieu", session="evening", unit="ap-3", members=["binh"]),
    )
    assert "của Lê Văn Binh" in text_of(shown(*parts, *other).body)


def test_nobody_who_is_short_is_held_up_as_an_example() -> None:
    def year_of(name: str, *more: Visit) -> tuple[Record, ...]:
        first = visit("2019-03-05", name, end_date="2019-03-06", members=[name])
        second = visit("2019-03-05", f"{name}-2", session="evening", unit="ap-3", members=[name])
        return (member(name), first, second, *more)

    longer = visit("2019-08-05", "binh-3", end_date="2019-08-06", members=["binh"])
    example = worked_example(view(policy(annual_days=4), *year_of("an"), *year_of("binh", longer)))
    assert example is not None
    assert example.member.id == "binh"


def test_the_latest_year_that_is_over_is_preferred() -> None:
    given = view(policy(), *EXAMPLE)
    example = worked_example(given)
    assert example is not None
    assert example.year.year == 2019
    running = worked_example(view(policy(), *EXAMPLE, as_of=date(2019, 6, 1)))
    assert running is not None
    assert not running.year.closed


def test_without_days_there_is_no_example() -> None:
    assert worked_example(view(member("an"), policy())) is None
    assert "Chưa có dữ liệu." in text_of(shown(member("an"), policy()).body)


def test_what_counts_as_the_figures_define_it_is_explained() -> None:
    text = text_of(next(method_page(everything())).body)
    for term in (
        *("Ngày công tác cơ sở", "Ủy viên BCH chuyên trách của một năm", "Chỉ tiêu", "Kết quả"),
        *("Báo cáo", "Độ bao phủ", "Công khai:", "Nội bộ:"),
    ):
        assert term in text
    assert "Nội dung không tính ngày Office Rehearsal" in text


def test_what_people_wrote_stays_text() -> None:
    written: Policy = policy().model_copy(update={"title": HOSTILE})
    body = shown(written).body
    assert not {"script", "b"} & set(Outline(body).tags)
    assert HOSTILE in text_of(body)


@pytest.mark.parametrize(
    ("anchor", "term"),
    [
        ("so-chuyen", "Chuyến đi cơ sở"),
        ("so-luot", "Lượt"),
        ("so-ngay", "Ngày công tác cơ sở"),
        ("so-don-vi", "Đơn vị đã đến"),
        ("trung-binh", "Trung bình mỗi đồng chí, trung vị"),
        ("chi-tieu", "Chỉ tiêu"),
        ("ket-qua", "Kết quả: đạt, chưa đạt chỉ tiêu"),
        ("sinh-hoat-chi-doan", "Dự sinh hoạt chi đoàn ấp, khóm (họp lệ)"),
        ("bao-cao", "Báo cáo"),
        ("tien-do", "Tiến độ"),
        ("kien-nghi", "Kiến nghị, đề xuất"),
        ("do-bao-phu", "Độ bao phủ"),
        ("ke-hoach", "Kế hoạch và thực hiện"),
        ("luy-ke", "Trong kỳ; lũy kế"),
    ],
)
def test_each_figure_has_a_definition_to_link_to(anchor: str, term: str) -> None:
    body = shown(policy()).body
    assert f'id="{anchor}"><dt>{term}</dt><dd>' in body


def test_contents_list_what_the_page_has() -> None:
    assert [each.id for each in shown(policy()).headings][:2] == ["quy-tac", "can-cu"]
    for page in (shown(), shown(policy())):
        assert all(f'<h2 id="{each.id}">{each.text}</h2>' in page.body for each in page.headings)

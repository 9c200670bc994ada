"""Placeholders: each allowed name has a value, written as Vietnamese is, and only public ones."""

from datetime import date

import pytest

from generator.audience import View
from generator.domain.article import NAMES_BY_CALL
from generator.domain.fields import Audience
from generator.present.placeholders import filled
from tests.builders import leave, member, part_time, policy, term, visit
from tests.unit.present.views import HOSTILE, everything, view

VISIT = "2019-04-12-an-truong-a"
ARGUMENTS = {
    "year": "2019",
    "period": "2019-Q2",
    "member": "an, 2019",
    "visit": VISIT,
    "programme": "thang-thanh-nien-2019",
}
CASES = [(call, name) for call, names in NAMES_BY_CALL.items() for name in sorted(names)]
AUDIENCES: tuple[Audience, ...] = ("public", "internal")


def said(call: str, name: str, given: View) -> str:
    return filled(f"{{{{ {call}({ARGUMENTS[call]}).{name} }}}}", given)


@pytest.mark.parametrize(("call", "name"), CASES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_allowed_name_has_a_value(call: str, name: str, audience: Audience) -> None:
    told = said(call, name, everything(audience))
    assert "{{" not in told
    assert told not in ("", "chưa có dữ liệu")


@pytest.mark.parametrize(
    ("call", "name", "told"),
    [
        ("year", "year", "2019"),
        ("year", "population", "2"),
        ("year", "total_days", "7"),
        ("year", "mean_days", "3,5"),
        ("year", "median_days", "3,5"),
        ("year", "min_days", "3"),
        ("year", "reached", "0"),
        ("year", "visits", "5"),
        ("year", "participations", "7"),
        ("year", "branch_meetings", "1"),
        ("year", "units", "5"),
        ("year", "communes_covered", "3"),
        ("year", "annual_days", "60"),
        ("year", "issues_raised", "1"),
        ("period", "issues_raised", "1"),
        ("period", "issues_referred", "0"),
        ("period", "issues_resolved", "1"),
        ("period", "visits", "4"),
        ("period", "total_days", "7"),
        ("member", "name", "Lê Văn An"),
        ("member", "days", "4"),
        ("member", "target", "60"),
        ("member", "visits", "3"),
        ("visit", "date", "12/04/2019"),
        ("visit", "end_date", "12/04/2019"),
        ("visit", "unit", "xã An Trường A, huyện Càng Long"),
        ("visit", "venue", "cụm 3"),
        ("visit", "kind", "Meeting"),
        ("visit", "members", "Lê Văn An và Lê Văn Binh"),
        ("visit", "participations", "2"),
        ("visit", "turnout", "41 đoàn viên và 9 thanh niên"),
        ("visit", "content", "Ba chi đoàn cùng họp một buổi."),
        ("programme", "label", "Tháng Thanh niên năm 2019"),
        ("programme", "from", "01/03/2019"),
        ("programme", "to", "30/04/2019"),
        ("programme", "visits", "1"),
        ("programme", "participations", "2"),
        ("programme", "branch_meetings", "1"),
        ("programme", "units", "1"),
        ("programme", "total_days", "2"),
    ],
)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_values_are_written_as_vietnamese_is(
    call: str, name: str, told: str, audience: Audience
) -> None:
    assert said(call, name, everything(audience)) == told


@pytest.mark.parametrize(
    "place",
    [
        "{{ year(2017).mean_days }}",
        "{{ period(2019-12).mean_days }}",
        "{{ member(an, 2017).days }}",
        "{{ visit(2019-03-05-ap-3).turnout }}",
        "{{ visit(2019-03-05-ap-3).venue }}",
        "{{ visit(2019-01-01-khong-co).content }}",
        "{{ programme(khong-co).visits }}",
        "{{ year(2019).annual_days }}",
    ],
)
def test_what_is_not_known_is_said_to_be_not_known(place: str) -> None:
    given = view(visit("2019-03-05"), member("an", term("2019-01-01")), as_of=date(2019, 11, 30))
    assert filled(place, given) == "chưa có dữ liệu"


@pytest.mark.parametrize("audience", AUDIENCES)
def test_an_adjusted_target_is_only_said_to_be_adjusted(audience: Audience) -> None:
    given = view(
        member("an", leave=[leave("2019-01-01", "2019-06-30")]),
        visit("2019-08-05"),
        policy(),
        audience=audience,
    )
    assert filled("{{ member(an, 2019).target }}", given) == "điều chỉnh theo quy định"


@pytest.mark.parametrize("audience", AUDIENCES)
def test_who_reached_the_target_is_not_told_before_the_year_is_over(audience: Audience) -> None:
    parts = (member("an"), visit("2019-08-05"), policy(annual_days=1))
    running = view(*parts, audience=audience, as_of=date(2019, 12, 30))
    closed = view(*parts, audience=audience, as_of=date(2019, 12, 31))
    assert filled("{{ year(2019).reached }}", running) == "chưa có dữ liệu"
    assert filled("{{ year(2019).reached }}", closed) == "1"


def test_without_a_policy_nobody_reached_anything() -> None:
    given = view(member("an"), visit("2019-08-05"))
    assert filled("{{ year(2019).reached }}", given) == "chưa có dữ liệu"
    assert filled("{{ member(an, 2019).target }}", given) == "chưa có dữ liệu"


def test_the_name_of_a_member_who_does_not_count_is_known_all_the_same() -> None:
    given = view(member("an", part_time()), visit("2019-08-05"), policy())
    told = filled("{{ member(an, 2019).name }}: {{ member(an, 2019).days }}", given)
    assert told == "Lê Văn An: chưa có dữ liệu"


def test_nothing_is_filled_in_twice() -> None:
    given = view(member("an"), policy(), visit("2019-03-05", content=HOSTILE))
    assert filled("{{ visit(2019-03-05-ap-3).content }}", given) == HOSTILE


@pytest.mark.parametrize("text", ["{{ year(2019).secret }}", "{{ x }}", "{{", "không có gì"])
def test_what_is_no_placeholder_stays(text: str) -> None:
    assert filled(text, everything()) == text


def test_a_content_of_several_lines_becomes_one() -> None:
    given = view(member("an"), policy(), visit("2019-03-05", content="Một.\n\nHai."))
    assert filled("{{ visit(2019-03-05-ap-3).content }}", given) == "Một. Hai."

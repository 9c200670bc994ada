"""Addresses that choose from a list: a filter lives in the address. Source: issue *Site*."""

from datetime import date

from generator.domain.period import Period
from generator.present import addresses


def test_a_list_without_choices_is_the_whole_list() -> None:
    assert addresses.visits_where() == "chuyen-di/"


def test_choices_have_vietnamese_names() -> None:
    chosen = addresses.visits_where(year=2019, month=3, member="an", kind="hop-le")
    assert chosen == "chuyen-di/?nam=2019&thang=3&uy-vien=an&noi-dung=hop-le"


def test_issues_by_status_and_unit() -> None:
    chosen = addresses.issues_where(status="open", unit="842-tra-vinh")
    assert chosen == "kien-nghi/?tinh-trang=open&don-vi=842-tra-vinh"


def test_what_figures_are_of_is_chosen_by_their_months_and_the_day_counted() -> None:
    over = date(2019, 12, 31)
    assert addresses.visits_of(Period(2019), over) == "chuyen-di/?nam=2019"
    assert addresses.visits_of(Period(2019, 5, 5), over) == "chuyen-di/?nam=2019&thang=5"
    assert addresses.visits_of(Period(2019, 1, 5), over) == "chuyen-di/?nam=2019&den-thang=5"
    running = addresses.visits_of(Period(2019), date(2019, 12, 30), member="an")
    assert running == "chuyen-di/?nam=2019&uy-vien=an&so-lieu=da-tinh"
    assert addresses.issues_of(Period(2019, 1, 5)) == "kien-nghi/?nam=2019&den-thang=5"

"""Addresses that choose from a list: a filter lives in the address. Source: issue *Site*."""

from generator.present import addresses


def test_a_list_without_choices_is_the_whole_list() -> None:
    assert addresses.visits_where() == "chuyen-di/"


def test_choices_have_vietnamese_names() -> None:
    chosen = addresses.visits_where(year=2019, month=3, member="an", kind="hop-le")
    assert chosen == "chuyen-di/?nam=2019&thang=3&uy-vien=an&noi-dung=hop-le"


def test_issues_by_status_and_unit() -> None:
    chosen = addresses.issues_where(status="open", unit="842-tra-vinh")
    assert chosen == "kien-nghi/?tinh-trang=open&don-vi=842-tra-vinh"

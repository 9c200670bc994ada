"""A visit as one line of a list."""

from datetime import date

from generator.present.names import Names
from generator.present.visit_rows import VisitRow, visit_row, visit_rows
from tests.builders import member, records, visit
from tests.unit.present.views import UNITS

NAMES = Names(records(member("an"), member("binh"), *UNITS))


def test_a_row_says_when_where_what_and_who() -> None:
    tour = visit(
        "2019-12-30",
        "tour",
        end_date="2020-01-02",
        unit="an-truong-a",
        venue="cụm 3",
        members=["binh", "an"],
    )
    assert visit_row(tour, NAMES) == VisitRow(
        date=date(2019, 12, 30),
        when="30/12/2019–02/01/2020",
        address="chuyen-di/2019/2019-12-30-tour/",
        place="Cụm 3, xã An Trường A, huyện Càng Long",
        kind="Survey",
        team="Lê Văn An và Lê Văn Binh",
    )


def test_the_latest_come_first_and_those_of_a_day_by_id() -> None:
    held = [visit("2019-03-05", "a"), visit("2020-01-01"), visit("2019-03-05", "b")]
    assert [row.address for row in visit_rows(held, NAMES)] == [
        "chuyen-di/2020/2020-01-01-ap-3/",
        "chuyen-di/2019/2019-03-05-b/",
        "chuyen-di/2019/2019-03-05-a/",
    ]
    assert visit_rows(held, NAMES, 2) == visit_rows(held, NAMES)[:2]

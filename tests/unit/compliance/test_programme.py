"""The figures of a programme, over all the years that it touches. Source: design, section 2."""

from decimal import Decimal

from generator.compliance.programme import ProgrammeResult, programme_result
from generator.domain.fields import Record
from tests.builders import day, member, part_time, policy, records, visit


def figures(as_of: str, *parts: Record) -> ProgrammeResult:
    return programme_result(records(*parts), "xuan", day(as_of))


HELD = (
    member("an"),
    member("binh"),
    member("khach", part_time()),
    # Across New Year, with a guest who credits nothing.
    visit(
        "2019-12-30",
        "ap-3",
        end_date="2020-01-02",
        programme="xuan",
        members=["an", "binh", "khach"],
        attendance=[{"member": "binh", "dates": ["2020-01-01"]}],
    ),
    visit("2020-01-02", "toi", session="evening", programme="xuan", other_units=["ham-giang"]),
    visit("2020-01-03", "hop", kind="meeting", programme="xuan", members=["binh"]),
    visit("2020-01-04", "van-phong", kind="office", programme="xuan"),
    visit("2020-01-05", "khac"),
    visit("2020-01-06", "rut", programme="xuan", withdrawn="2020-01-07"),
)


def test_a_date_counts_once_and_a_guest_and_an_office_count_no_day() -> None:
    assert figures("2020-03-15", *HELD) == ProgrammeResult(
        visits=4,
        participations=6,
        branch_meetings=1,
        units=2,
        total_days=Decimal(6),
    )


def test_each_year_has_its_own_policy() -> None:
    """An evening after a full day adds nothing; alone it is half a day where sessions count."""
    policies = (policy("2019-01-01", "2019-12-31"), policy("2020-01-01", day_unit="session"))
    evenings = (
        member("an"),
        visit("2019-12-31", "toi", session="evening", programme="xuan"),
        visit("2020-01-02", "toi", session="evening", programme="xuan"),
    )
    assert figures("2020-03-15", *policies, *evenings).total_days == Decimal("1.5")


def test_what_is_to_come_counts_nothing() -> None:
    assert figures("2020-01-01", *HELD) == ProgrammeResult(
        visits=1, participations=3, branch_meetings=0, units=1, total_days=Decimal(4)
    )
    assert figures("2019-12-29", *HELD) == ProgrammeResult(
        visits=0, participations=0, branch_meetings=0, units=0, total_days=Decimal(0)
    )

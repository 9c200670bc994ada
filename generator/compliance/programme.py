"""What a programme amounts to: its visits up to a day, over all the years that it touches.

Source: design, section 2, keys `programmes` and `programme`, and *Counting, exactly*.
"""

from datetime import date
from decimal import Decimal

from generator.compliance.days import credited_days, grouped, presences, total
from generator.compliance.figures import branch_meetings
from generator.compliance.measure import Measure
from generator.domain.fields import Shape, public
from generator.domain.records import Records


class ProgrammeResult(Shape):
    """The figures of a programme up to a day."""

    visits: int = public("Số chuyến đi cơ sở")
    participations: int = public("Số lượt (người × chuyến)")
    branch_meetings: int = public("Số lần dự sinh hoạt chi đoàn")
    units: int = public("Số đơn vị đã đến")
    total_days: Decimal = public("Tổng số ngày")


def programme_result(records: Records, programme: str, as_of: date) -> ProgrammeResult:
    """Return what the visits that name the programme amount to, up to the day.

    Visits, lượt and units are those of everyone present, of whatever kind. Days are those that the
    programme's visits credit each member, each year by its own policy: a date on which a member was
    at another visit too is a day of the programme all the same.
    """
    mine = [each for each in presences(records, as_of) if each.visit.programme == programme]
    visits = {each.visit.id: each.visit for each in mine}
    by_member = grouped(mine, lambda each: (each.member, each.day.year))
    return ProgrammeResult(
        visits=len(visits),
        participations=len({(each.member, each.visit.id) for each in mine}),
        branch_meetings=branch_meetings(records, mine),
        units=len({unit for visit in visits.values() for unit in visit.unit_ids}),
        total_days=total(
            credited_days(held, Measure.of(records, year, as_of).day_unit)
            for (_, year), held in by_member.items()
        ),
    )

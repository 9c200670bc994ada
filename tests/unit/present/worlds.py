"""A small organisation whose figures are worked out by hand, for the pages of results.

2019, closed, target 3: Ân 5 days (reached), Bình 1 (short), Đào 1 (target 2 after a leave, short).
Together 7 days, mean 7 ÷ 3 = 2,3, median 1,0, least 1. 2020, up to 15 March: Bình 1 day.
"""

from datetime import date
from typing import Any, Final

from generator.audience import View
from generator.domain.fields import Audience, Record, Shape
from generator.domain.policy import Policy
from tests.builders import item, leave, member, part_time, plan, policy, term, visit
from tests.unit.present.views import AS_OF, UNITS, view


def assumed(held: Policy, *names: str) -> Policy:
    """Return the policy with some of its rules not yet confirmed."""
    rules = {
        name: getattr(held.rules, name).model_copy(update={"provenance": "assumed"})
        for name in names
    }
    return held.model_copy(update={"rules": held.rules.model_copy(update=rules)})


PEOPLE: Final = (
    member("an", name="Lê Văn Ân"),
    member("binh", name="Trần Thị Bình"),
    member("dao", leave=[leave("2019-03-01", "2019-04-30")], name="Kim Đào"),
    member("khach", part_time(), name="Thạch Khách"),
)
VISITS: Final = (
    visit("2019-03-05", "ap-3", unit="ap-3", kind="meeting", members=["an", "binh", "khach"]),
    visit("2019-05-10", "an-truong-a", unit="an-truong-a", end_date="2019-05-13"),
    visit(
        "2019-05-20",
        "tra-cu",
        unit="tra-cu",
        members=["dao"],
        recorded_on="2019-07-01",
        issues=[{"text": "Thiếu <ghế>.", "public_text": "Thiếu ghế."}, {"text": "Kín."}],
    ),
    visit("2020-02-04", unit="an-truong", members=["binh"]),
    visit("2020-04-01", "sau", unit="an-truong", members=["binh"]),
)
PLANS: Final = (
    plan(
        2019,
        "an",
        item("t05", 5, unit="an-truong-a", days="2.5"),
        item("t06", 6, kind="inspection", cancelled="Trùng lịch họp"),
        approvals=[{"period": "2019", "date": "2019-01-05", "by": "Thường trực"}],
    ),
)
RULES: Final = policy(annual_days=3)


def world(
    audience: Audience = "public", *, rules: Policy | None = RULES, as_of: date = AS_OF, **keys: Any
) -> View:
    """Return the small organisation; without `rules`, in years for which nothing was laid down."""
    parts: tuple[Record | Shape, ...] = (*PEOPLE, *VISITS, *PLANS, *UNITS)
    held = (*parts, rules) if rules else parts
    return view(*held, audience=audience, as_of=as_of, **keys)


def halves() -> View:
    """Return one member with half days in two months."""
    return view(
        member("an", term("2015-01-01"), name="Lê Văn Ân"),
        visit("2019-03-05", "a", session="morning"),
        visit("2019-04-05", "b", session="evening"),
        policy(day_unit="session", annual_days=1),
        *UNITS,
    )

"""The waves of team visits through 2019 and the first weeks of 2020."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samples import members as m
from samples import vocabulary as v


@dataclass(frozen=True, kw_only=True)
class Tour:
    """A wave of visits of one kind within some weeks."""

    kind: str
    start: date
    end: date
    count: int
    days: tuple[int, int] = (1, 2)
    team: tuple[int, int] = (2, 3)
    level: str = "commune"
    programme: str = ""
    departments: tuple[str, ...] = ()
    weekends: bool = False
    half_days: bool = False


def _d(month: int, day: int, year: int = 2019) -> date:
    return date(year, month, day)


TOURS_2019 = (
    Tour(
        kind=v.CONFERENCE,
        start=_d(1, 8),
        end=_d(1, 25),
        count=7,
        days=(1, 1),
        team=(1, 2),
        level="district",
        half_days=True,
    ),
    Tour(kind=v.OTHER, start=_d(1, 14), end=_d(1, 31), count=6, days=(1, 1), team=(1, 3)),
    Tour(
        kind=v.PROGRAMME,
        start=_d(2, 18),
        end=_d(2, 20),
        count=7,
        days=(1, 2),
        team=(1, 2),
        level="district",
        programme=f"{v.ENLISTMENT}-2019",
        weekends=True,
    ),
    Tour(
        kind=v.PROGRAMME,
        start=_d(3, 1),
        end=_d(3, 31),
        count=15,
        days=(1, 2),
        team=(1, 3),
        programme=f"{v.YOUTH_MONTH}-2019",
        departments=(m.MOVEMENT,),
        weekends=True,
    ),
    Tour(
        kind=v.THEMATIC,
        start=_d(4, 2),
        end=_d(5, 10),
        count=9,
        days=(1, 2),
        team=(2, 3),
        level="district",
        departments=(m.ORGANISING, m.PROPAGANDA),
    ),
    Tour(
        kind=v.BUILDING,
        start=_d(4, 5),
        end=_d(5, 31),
        count=10,
        days=(1, 2),
        team=(1, 3),
        departments=(m.MOVEMENT,),
        weekends=True,
    ),
    Tour(
        kind=v.SURVEY,
        start=_d(5, 6),
        end=_d(5, 31),
        count=4,
        days=(2, 3),
        team=(2, 3),
        departments=(m.PROPAGANDA,),
    ),
    Tour(
        kind=v.SUPPORT,
        start=_d(4, 8),
        end=_d(6, 7),
        count=7,
        days=(1, 2),
        team=(1, 2),
        departments=(m.ORGANISING,),
    ),
    Tour(
        kind=v.PROGRAMME,
        start=_d(6, 1),
        end=_d(8, 25),
        count=19,
        days=(1, 3),
        team=(1, 2),
        programme=f"{v.SUMMER}-2019",
        departments=(m.MOVEMENT, m.SCHOOLS),
        weekends=True,
    ),
    Tour(
        kind=v.PERIODIC,
        start=_d(6, 10),
        end=_d(7, 5),
        count=11,
        days=(1, 2),
        team=(2, 3),
        level="district",
        departments=(m.ORGANISING, m.OFFICE),
    ),
    Tour(
        kind=v.CONFERENCE,
        start=_d(7, 8),
        end=_d(7, 26),
        count=6,
        days=(1, 1),
        team=(1, 1),
        level="district",
        half_days=True,
    ),
    Tour(
        kind=v.SURVEY,
        start=_d(8, 12),
        end=_d(10, 18),
        count=6,
        days=(1, 3),
        team=(1, 3),
        departments=(m.PROPAGANDA, m.SCHOOLS),
    ),
    Tour(
        kind=v.BUILDING,
        start=_d(8, 24),
        end=_d(11, 3),
        count=12,
        days=(1, 2),
        team=(1, 3),
        departments=(m.MOVEMENT,),
        weekends=True,
    ),
    Tour(
        kind=v.THEMATIC,
        start=_d(9, 9),
        end=_d(10, 25),
        count=9,
        days=(1, 2),
        team=(2, 3),
        level="district",
        departments=(m.ORGANISING, m.SCHOOLS),
    ),
    Tour(
        kind=v.SUPPORT,
        start=_d(9, 3),
        end=_d(11, 8),
        count=9,
        days=(1, 2),
        team=(1, 2),
        departments=(m.ORGANISING,),
    ),
    Tour(
        kind=v.OTHER,
        start=_d(9, 6),
        end=_d(11, 22),
        count=6,
        days=(1, 1),
        team=(1, 2),
        half_days=True,
        weekends=True,
    ),
    Tour(
        kind=v.PERIODIC,
        start=_d(11, 11),
        end=_d(12, 6),
        count=12,
        days=(1, 2),
        team=(2, 3),
        level="district",
        departments=(m.ORGANISING, m.OFFICE),
    ),
    Tour(
        kind=v.CONFERENCE,
        start=_d(12, 9),
        end=_d(12, 27),
        count=7,
        days=(1, 1),
        team=(1, 2),
        level="district",
        half_days=True,
    ),
    Tour(
        kind=v.AT_PROVINCE,
        start=_d(1, 10),
        end=_d(12, 20),
        count=8,
        days=(1, 1),
        team=(3, 6),
        level="province",
        half_days=True,
    ),
)

TOURS_2020 = (
    Tour(
        kind=v.PROGRAMME,
        start=_d(1, 4, 2020),
        end=_d(1, 19, 2020),
        count=8,
        days=(1, 2),
        team=(2, 3),
        programme=v.SPRING,
        departments=(m.MOVEMENT,),
        weekends=True,
    ),
    Tour(
        kind=v.CONFERENCE,
        start=_d(1, 6, 2020),
        end=_d(1, 17, 2020),
        count=5,
        days=(1, 1),
        team=(1, 2),
        level="district",
        half_days=True,
    ),
    Tour(
        kind=v.PROGRAMME,
        start=_d(2, 9, 2020),
        end=_d(2, 11, 2020),
        count=6,
        days=(1, 2),
        team=(1, 2),
        level="district",
        programme=f"{v.ENLISTMENT}-2020",
        weekends=True,
    ),
    Tour(
        kind=v.PROGRAMME,
        start=_d(3, 1, 2020),
        end=_d(3, 13, 2020),
        count=7,
        days=(1, 2),
        team=(2, 2),
        programme=f"{v.YOUTH_MONTH}-2020",
        departments=(m.MOVEMENT,),
        weekends=True,
    ),
    Tour(
        kind=v.SUPPORT,
        start=_d(2, 17, 2020),
        end=_d(3, 12, 2020),
        count=8,
        days=(1, 2),
        team=(2, 2),
        departments=(m.ORGANISING,),
    ),
    Tour(
        kind=v.AT_PROVINCE,
        start=_d(1, 8, 2020),
        end=_d(3, 10, 2020),
        count=2,
        days=(1, 1),
        team=(4, 6),
        level="province",
        half_days=True,
    ),
)

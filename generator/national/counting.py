"""The years of every province, counted by DuckDB over the tables of their packages at once.

Source: design, section 2, *Counting, exactly*; generator/compliance/year.py and coverage.py, whose
figures these are: the same numbers stand on the province's own pages.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from generator.compliance.days import total
from generator.national.figures import Counted, Year
from generator.national.package import NEEDED, Package
from generator.national.provinces import Source
from generator.national.tables import sql_name

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

DEMO: Final = "DỮ LIỆU MẪU"

# A visit counts in every year in which it took place, up to the day counted.
_SPANS: Final = """
CREATE OR REPLACE TABLE spans AS
SELECT province, id, unit, other_units,
       unnest(range(year(date), year(least(end_date, as_of)) + 1)) AS year
FROM visits JOIN packages USING (province) WHERE date <= as_of
"""
_PEOPLE: Final = """
SELECT province, year, list(days ORDER BY member),
       count(*) FILTER (status = 'reached'),
       list(DISTINCT target) FILTER (target IS NOT NULL AND NOT adjusted)
FROM member_years GROUP BY ALL
"""
_VISITS: Final = "SELECT province, year, count(*) FROM spans GROUP BY ALL"
# Communes of the last day counted in the year; a visit covers its units and all above them.
_COVERAGE: Final = """
WITH RECURSIVE above(province, unit, up) AS (
    SELECT province, id, id FROM units
    UNION
    SELECT above.province, above.unit, units.parent
    FROM above JOIN units ON units.province = above.province AND units.id = above.up
    WHERE units.parent IS NOT NULL
),
counted AS (
    SELECT province, year, least(make_date(year, 12, 31), as_of) AS last
    FROM (SELECT province, year FROM member_years UNION SELECT province, year FROM spans)
    JOIN packages USING (province)
),
communes AS (
    SELECT province, year, id FROM counted JOIN units USING (province)
    WHERE level = 'commune' AND type = 'area'
      AND coalesce(valid_from <= last, true) AND coalesce(valid_to >= last, true)
),
places AS (
    SELECT province, year, unit FROM spans
    UNION
    SELECT province, year, unnest(string_split(other_units, ';')) FROM spans
    WHERE other_units IS NOT NULL
),
visited AS (SELECT DISTINCT province, year, up FROM places JOIN above USING (province, unit))
SELECT province, year, count(*), count(up)
FROM communes LEFT JOIN (SELECT *, up AS id FROM visited) USING (province, year, id)
GROUP BY ALL
"""
_ISSUES: Final = """
SELECT province, year(raised) AS year, count(*), count(*) FILTER (status <> 'resolved')
FROM issues JOIN packages USING (province) WHERE raised <= as_of GROUP BY ALL
"""
_MEMBERS: Final = "SELECT province, 0, count(*) FROM members GROUP BY ALL"

_ByYear = Mapping[tuple[str, int], tuple[Any, ...]]


def count(
    connection: "DuckDBPyConnection", packages: Sequence[tuple[Source, Package]]
) -> Iterator[Counted]:
    """Yield what the package of each province amounts to, whose tables are loaded."""
    connection.execute(_SPANS)
    people = _by_year(connection, _PEOPLE)
    visits = _by_year(connection, _VISITS)
    ground = _by_year(connection, _COVERAGE)
    issues = _by_year(connection, _ISSUES)
    members = _by_year(connection, _MEMBERS)
    demo = _demo(connection)
    years = defaultdict[str, set[int]](set)
    for province, year in (*people, *visits):
        years[province].add(year)
    pending = defaultdict[str, int](int)
    for (province, _), (_, open_) in issues.items():
        pending[province] += open_
    for source, package in packages:
        keys = [(source.id, year) for year in sorted(years[source.id])]
        yield Counted(
            id=source.id,
            name=source.name,
            site=source.site,
            as_of=package.as_of,
            demo=source.id in demo or DEMO in str(package.described.get("title")),
            members=members.get((source.id, 0), (0,))[0],
            issues_pending=pending[source.id],
            years={
                key[1]: _year(
                    key[1],
                    people.get(key, ((), 0, ())),
                    (
                        *visits.get(key, (0,)),
                        *ground.get(key, (0, 0)),
                        *issues.get(key, (0, 0)),
                    ),
                    closed=package.as_of >= date(key[1], 12, 31),
                )
                for key in keys
            },
        )


def _year(year: int, people: tuple[Any, ...], numbers: tuple[int, ...], *, closed: bool) -> Year:
    days, reached, targets = people
    visits, communes, covered, raised, pending = numbers
    return Year(
        year=year,
        days=tuple(_plain(each) for each in days),
        reached=reached if closed else None,
        visits=visits,
        communes=communes,
        communes_covered=covered,
        issues_raised=raised,
        issues_pending=pending,
        targets=frozenset(targets or ()),
    )


def _plain(days: Decimal) -> Decimal:
    """Return days without the zeros that the column's type adds."""
    return total([days.normalize()])


def _by_year(connection: "DuckDBPyConnection", query: str) -> _ByYear:
    rows = connection.execute(query).fetchall()
    return {(province, year): tuple(rest) for province, year, *rest in rows}


def _demo(connection: "DuckDBPyConnection") -> frozenset[str]:
    """Return the provinces any of whose rows says that it is a sample."""
    tables = (
        f"SELECT province FROM {sql_name(name)} WHERE contains(notice, '{DEMO}')"  # noqa: S608
        for name in NEEDED
    )
    rows = connection.execute(" UNION ".join(tables)).fetchall()
    return frozenset(province for (province,) in rows)

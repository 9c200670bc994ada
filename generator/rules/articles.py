"""Articles speak of visits that stand, and their placeholders find a figure.

Source: design, section 2, row `records/articles/…`.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from generator.domain.article import NAMES_BY_CALL, Article, Placeholder, placeholders
from generator.domain.finding import Fault, FieldPath
from generator.domain.member import Member
from generator.domain.period import Period
from generator.domain.records import Records
from generator.domain.shorten import shorten
from generator.domain.visit import FEWEST_TOLD
from generator.rules.references import suggest

FORMS: Final = (
    "{{ year(2019).mean_days }}, {{ period(2019-03).visits }}, "
    "{{ member(le-van-ba, 2019).days }}, {{ visit(2019-05-20-ap-3).date }} hoặc "
    "{{ programme(thang-thanh-nien-2019).visits }}"
)


def visits_exist(records: Records) -> Iterator[Fault]:
    """R014: the visits that an article names exist and stand, unless it is withdrawn itself."""
    for article in _standing(records):
        for index, visit in enumerate(article.visits):
            fault = _no_visit(records, article.path, ("visits", index), visit, "R014")
            if fault:
                yield fault


def placeholders_are_well_formed(records: Records) -> Iterator[Fault]:
    """R015: what begins with `{{` ends with `}}`, and is one of the five forms."""
    for article, field, place in _placeholders(records.articles.values()):
        if not place.call:
            message = f"Không hiểu “{shorten(place.text, 60)}”."
            yield Fault("R015", article.path, field, message, f"Viết theo mẫu: {FORMS}.")


def placeholders_find_something(records: Records) -> Iterator[Fault]:
    """R016: a placeholder names a figure that there is, unless the article is withdrawn."""
    years = _years(records)
    for article, field, place in _placeholders(_standing(records)):
        fault = _nothing_found(records, years, article.path, field, place) if place.call else None
        if fault:
            yield fault


def _nothing_found(
    records: Records, years: frozenset[int], path: str, field: FieldPath, place: Placeholder
) -> Fault | None:
    """Return why the placeholder has no value; None if it has one."""
    names = NAMES_BY_CALL[place.call]
    if place.name not in names:
        known = f"Các tên dùng được: {', '.join(sorted(names))}."
        message = f"Không có số liệu “{place.name}”."
        return Fault("R016", path, field, message, suggest(place.name, names, known))
    if place.call == "visit":
        return _no_visit(records, path, field, place.arguments[0], "R016") or _left_out(
            records, path, field, place
        )
    if place.call == "programme":
        return _no_programme(records, path, field, place.arguments[0])
    year = int(place.arguments[-1][:4])
    if year not in years:
        message = f"Năm {year} chưa có chuyến đi hay kế hoạch nào."
        return Fault("R016", path, field, message, "Sửa năm.")
    if place.call == "member":
        return _no_member(records, path, field, place.arguments[0], year)
    return None


def _no_member(
    records: Records, path: str, field: FieldPath, member_id: str, year: int
) -> Fault | None:
    known = records.known.get("members", frozenset())
    if member_id not in known:
        message = f"Không có ủy viên “{member_id}”."
        return Fault("R016", path, field, message, suggest(member_id, known))
    member = records.members.get(member_id)
    if member and not _counted(member, year):
        message = f"“{member.name}” không có nhiệm kỳ chuyên trách trong năm {year}."
        return Fault("R016", path, field, message, "Sửa năm, hoặc chọn người khác.")
    return None


def _no_programme(records: Records, path: str, field: FieldPath, programme: str) -> Fault | None:
    if records.activities is None or programme in records.programmes:
        return None
    message = f"Không có chương trình “{programme}”."
    return Fault("R016", path, field, message, suggest(programme, records.programmes))


def _counted(member: Member, year: int) -> bool:
    first, last = Period(year).first_day, Period(year).last_day
    return any(
        term.full_time and term.from_ <= last and (term.to is None or first <= term.to)
        for term in member.terms
    )


def _left_out(records: Records, path: str, field: FieldPath, place: Placeholder) -> Fault | None:
    visit = records.visits.get(place.arguments[0])
    if visit and place.name in ("venue", "turnout") and getattr(visit, place.name) is None:
        message = f"Chuyến đi “{visit.id}” không ghi {place.name}."
        return Fault(
            "R016", path, field, message, "Bổ sung vào bản ghi chuyến đi, hoặc bỏ chỗ này."
        )
    if visit and place.name == "turnout" and visit.turnout and visit.turnout.told is None:
        message = f"Số người dự chuyến đi “{visit.id}” dưới {FEWEST_TOLD} nên không công khai."
        return Fault("R016", path, field, message, "Bỏ chỗ này khỏi bài.")
    return None


def _no_visit(
    records: Records, path: str, field: FieldPath, visit_id: str, code: str
) -> Fault | None:
    known = records.known.get("visits", frozenset())
    visit = records.visits.get(visit_id)
    if visit_id not in known:
        message = f"Không có chuyến đi “{visit_id}”."
        return Fault(code, path, field, message, suggest(visit_id, known))
    if visit and visit.withdrawn:
        message = f"Chuyến đi “{visit_id}” đã được rút lại."
        return Fault(code, path, field, message, "Bỏ chuyến đi này khỏi bài.")
    return None


def _years(records: Records) -> frozenset[int]:
    """Return the years that have figures: those with a visit or a plan."""
    ids = (*records.known.get("visits", ()), *records.known.get("plans", ()))
    ends = (visit.last_day.year for visit in records.visits.values())
    return frozenset((*(int(each[:4]) for each in ids if each[:4].isdecimal()), *ends))


def _standing(records: Records) -> Iterator[Article]:
    """Yield the articles that someone reads, or may yet; others outlive what they speak of."""
    return (each for each in records.articles.values() if each.status != "withdrawn")


def _placeholders(
    articles: Iterable[Article],
) -> Iterator[tuple[Article, FieldPath, Placeholder]]:
    for article in articles:
        for key in ("title", "lead"):
            for place in placeholders(getattr(article, key)):
                yield article, (key,), place
        for place in placeholders(article.body):
            yield article, ("body", place.start), place

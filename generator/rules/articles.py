"""Articles speak of visits that stand, and their placeholders find a figure.

Source: design, section 2, row `records/articles/…`.
"""

from collections.abc import Iterator
from datetime import date

from generator.domain.article import NAMES_BY_CALL, Article, Placeholder, placeholders
from generator.domain.finding import Fault, FieldPath
from generator.domain.records import Records
from generator.rules.references import suggest

FORMS = (
    "{{ year(2019).mean_days }}, {{ period(2019-03).visits }}, "
    "{{ member(le-van-ba, 2019).days }} hoặc {{ visit(2019-05-20-ap-3).date }}"
)


def visits_exist(records: Records) -> Iterator[Fault]:
    """R014: every visit that an article names exists and was not withdrawn."""
    for article in records.articles.values():
        for index, visit in enumerate(article.visits):
            yield from _no_visit(records, article, ("visits", index), visit, "R014")


def placeholders_are_well_formed(records: Records) -> Iterator[Fault]:
    """R015: what stands between `{{` and `}}` is one of the four forms."""
    for article, field, place in _placeholders(records):
        if not place.call:
            message = f"Không hiểu {place.text}."
            yield Fault("R015", article.path, field, message, f"Viết theo mẫu: {FORMS}.")


def placeholders_find_something(records: Records) -> Iterator[Fault]:
    """R016: a placeholder names a figure that there is, of a year, member or visit that there is."""
    for article, field, place in _placeholders(records):
        if not place.call:
            continue
        names = NAMES_BY_CALL[place.call]
        if place.name not in names:
            message = f"{place.text}: không có số liệu “{place.name}”."
            hint = suggest(place.name, names)
            if "Ý bạn" not in hint:
                hint = f"Các tên dùng được: {', '.join(sorted(names))}."
            yield Fault("R016", article.path, field, message, hint)
        elif place.call == "visit":
            yield from _no_visit(records, article, field, place.arguments[0], "R016")
        else:
            yield from _no_year(records, article, field, place)


def _placeholders(records: Records) -> Iterator[tuple[Article, FieldPath, Placeholder]]:
    for article in records.articles.values():
        for place in placeholders(article.body):
            yield article, ("body", place.start), place
        for key in ("title", "lead"):
            for place in placeholders(getattr(article, key)):
                yield article, (key,), place


def _no_year(
    records: Records, article: Article, field: FieldPath, place: Placeholder
) -> Iterator[Fault]:
    year = int(place.arguments[-1][:4])
    if place.call == "member":
        known = records.known.get("members", frozenset())
        member = place.arguments[0]
        if member not in known:
            message = f"{place.text}: không có ủy viên “{member}”."
            yield Fault("R016", article.path, field, message, suggest(member, known))
            return
    if records.policies and not records.policy_on(date(year, 1, 1)):
        message = f"{place.text}: năm {year} chưa có quy định."
        yield Fault("R016", article.path, field, message, "Sửa năm.")


def _no_visit(
    records: Records, article: Article, field: FieldPath, visit_id: str, code: str
) -> Iterator[Fault]:
    known = records.known.get("visits", frozenset())
    visit = records.visits.get(visit_id)
    if visit_id not in known:
        message = f"Không có chuyến đi “{visit_id}”."
        yield Fault(code, article.path, field, message, suggest(visit_id, known))
    elif visit and visit.withdrawn:
        message = f"Chuyến đi “{visit_id}” đã được rút lại."
        yield Fault(code, article.path, field, message, "Bỏ chuyến đi này khỏi bài.")

"""The annex of a report: every member's days, beside the target where the period is a year."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from generator.audience import View
from generator.compliance.figures import MemberPeriod, PeriodResult
from generator.compliance.target import STATUSES
from generator.compliance.year import MemberYear, YearResult
from generator.domain.period import Period
from generator.present.documents.blocks import Column, centred, paragraph, table
from generator.present.documents.frame import name, organisation_of
from generator.present.documents.styles import NOTE, Element
from generator.present.documents.words import provisional, symbol, unsigned_day
from generator.present.names import Names, capital
from generator.present.policy import assumed_rules
from generator.present.wording import name_key, number, period_text

ADJUSTED: Final = "điều chỉnh theo quy định"


def annex(view: View, year: YearResult, figures: PeriodResult) -> Iterator[Element]:
    """Yield the annex; its table of a year has the target and the result, as far as these are told.

    An adjusted target is public only as adjusted.
    """
    organisation = organisation_of(view)
    attached = (
        f"(Kèm theo Báo cáo {symbol(organisation, 'BC').replace('Số:', 'số')}, "
        f"{unsigned_day(view.results.as_of.year)} của {organisation.name})"
    )
    title = f"Kết quả đi công tác cơ sở của từng đồng chí {period_text(figures.span)}"
    yield from name("PHỤ LỤC", title, attached)
    of_year = figures.span == Period(figures.year)
    yield _of_year(view, year, title) if of_year else _of_period(view, figures, title)
    note = provisional(assumed_rules(view.records, year))
    if note:
        yield paragraph(NOTE, note)
    yield paragraph(
        NOTE,
        "Số lần dự sinh hoạt chi đoàn ở bảng này tính cho từng đồng chí; nhiều đồng chí cùng dự "
        "một buổi thì mỗi đồng chí một lần.",
    )


def target_text(member: MemberYear) -> str:
    """Return `60 ngày`, and of an adjusted target that it is, without its size where not told."""
    if member.target is None:
        return ADJUSTED if member.adjusted else STATUSES["no_policy"]
    days = f"{number(member.target)} ngày"
    return f"{days} ({ADJUSTED})" if member.adjusted else days


def _of_year(view: View, year: YearResult, caption: str) -> Element:
    told = any(each.status not in (None, "no_policy") for each in year.members)
    columns = [
        *_people(),
        centred("Số ngày", 16),
        centred("Chỉ tiêu (ngày)", 18),
        *([centred("Kết quả", 32)] if told else []),
        centred("Dự sinh hoạt chi đoàn (lần)", 24),
        Column("Ghi chú", 24 if told else 56),
    ]
    members = sorted(year.members, key=lambda held: (name_key(held.name), held.id))
    rows = [
        [
            number(each.days),
            "" if each.target is None else number(each.target),
            *([capital(STATUSES[each.status]) if each.status else ""] if told else []),
            number(each.branch_meetings),
            _remark(each),
        ]
        for each in members
    ]
    figures = year.whole
    blanks = [""] * (len(columns) - 4)
    totals = [["", "Tổng cộng", "", number(figures.total_days), *blanks]]
    if figures.mean_days is not None:
        totals.append(["", "Trung bình mỗi đồng chí", "", number(figures.mean_days), *blanks])
    return table(caption, columns, _numbered(view, members, rows, figures), totals=totals)


def _remark(member: MemberYear) -> str:
    if member.adjusted:
        return f"Chỉ tiêu {ADJUSTED}"
    return capital(STATUSES["no_policy"]) if member.target is None else ""


def _of_period(view: View, figures: PeriodResult, caption: str) -> Element:
    columns = [
        *_people(),
        centred("Số ngày trong kỳ", 24),
        centred("Số ngày lũy kế", 24),
        centred("Số chuyến", 22),
        centred("Dự sinh hoạt chi đoàn (lần)", 26),
        Column("Ghi chú", 18),
    ]
    members = sorted(figures.members, key=lambda held: (name_key(held.name), held.id))
    rows = [
        [
            number(each.days),
            number(each.cumulative_days),
            number(each.visits),
            number(each.branch_meetings),
            "",
        ]
        for each in members
    ]
    totals = [["", "Tổng cộng", "", number(figures.total_days), "", "", "", ""]]
    return table(caption, columns, _numbered(view, members, rows, figures), totals=totals)


def _people() -> list[Column]:
    return [centred("TT", 10), Column("Họ và tên", 45), Column("Chức vụ, đơn vị", 78)]


def _numbered(
    view: View,
    members: Iterable[MemberYear | MemberPeriod],
    rows: Iterable[Sequence[str]],
    figures: PeriodResult,
) -> Iterator[list[str]]:
    """Yield each row behind its number, the member's name, and the position at the period's end."""
    names = Names(view.records)
    on: date = min(view.results.as_of, figures.span.last_day)
    for order, (member, row) in enumerate(zip(members, rows, strict=True), start=1):
        held = view.records.members[member.id]
        yield [str(order), held.name, names.position(held, on), *row]

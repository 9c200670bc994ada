"""The report of a period, above all of a year: figures, gaps for people's judgement, an annex.

Ưu điểm; hạn chế, nguyên nhân; phương hướng are left for people to write: no record holds them.
Source: issue *Site*, "Documents"; research/domain.md, section 2.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from generator.audience import View
from generator.compliance.figures import PeriodResult
from generator.compliance.plan_totals import plan_totals
from generator.compliance.target import STATUSES
from generator.compliance.timeliness import TIMELINESS
from generator.compliance.variance import ITEM_STATUSES
from generator.compliance.year import YearResult
from generator.domain.period import Period
from generator.domain.visit import ISSUE_STATUSES, LEVELS
from generator.present.documents.annex import annex
from generator.present.documents.blocks import (
    Column,
    Section,
    centred,
    dotted_lines,
    paragraph,
    table,
)
from generator.present.documents.frame import (
    COMMITTEE,
    END,
    about,
    foot,
    head,
    name,
    organisation_of,
    recipients,
    sentences,
    signature,
)
from generator.present.documents.paper import packed
from generator.present.documents.styles import BODY, CAPTION, NOTE, PART, PROMPT, SECTION, Element
from generator.present.documents.words import grounds, provisional, tallied
from generator.present.names import Names, capital
from generator.present.policy import assumed_report_rules, assumed_rules, policy_of
from generator.present.wording import day, number, period_text

PROMPTED: Final = "[Phần này do đơn vị viết.]"
LINES: Final = 4


def period_report(view: View, year: YearResult, figures: PeriodResult) -> bytes:
    """Return the report of a period that has begun."""
    when = period_text(figures.span)
    title = f"kết quả đi công tác cơ sở của Ủy viên Ban Chấp hành chuyên trách {when}"
    report = (
        head(view, "BC"),
        *name("BÁO CÁO", title, f"(số liệu tính đến ngày {day(view.results.as_of)})"),
        *_introduction(view, year, when),
        paragraph(SECTION, "I. KẾT QUẢ"),
        *_results(view, year, figures),
        paragraph(SECTION, "II. ĐÁNH GIÁ"),
        *_to_write("1. Ưu điểm"),
        *_to_write("2. Hạn chế, nguyên nhân"),
        paragraph(SECTION, "III. PHƯƠNG HƯỚNG"),
        *_gap(),
        paragraph(BODY, f"Trên đây là báo cáo {title}{END}", keep=True),
        *foot(recipients(), signature(COMMITTEE)),
    )
    sections = [Section(report)]
    if figures.members:
        appended = annex(view, year, figures)
        sections.append(Section(tuple(appended), landscape=True, fresh=False))
    return packed(about(view, f"Báo cáo {title}"), sections)


def _introduction(view: View, year: YearResult, when: str) -> Iterator[Element]:
    policy = policy_of(view.records, year)
    for ground in grounds(policy):
        yield paragraph(BODY, ground)
    yield paragraph(
        BODY,
        f"{organisation_of(view).name} báo cáo kết quả đi công tác cơ sở của Ủy viên Ban Chấp hành "
        f"(BCH) chuyên trách {when} như sau:",
    )
    unregulated = (
        f"Năm {year.year} chưa có quy định về chỉ tiêu; số ngày được đếm, không so với chỉ tiêu."
    )
    note = sentences(
        [provisional(assumed_rules(view.records, year)), "" if policy else unregulated]
    )
    if note:
        yield paragraph(NOTE, note)


def _results(view: View, year: YearResult, figures: PeriodResult) -> Iterator[Element]:
    parts = (
        ("Số liệu chung", _general(view, year, figures)),
        ("Theo tháng", _by_month(year, figures)),
        ("Theo nội dung và cấp làm việc", _by_kind(view, year, figures)),
        ("Kế hoạch và thực hiện", _plans(view, year, figures.span)),
        ("Chế độ báo cáo", _reports(view, year, figures.span)),
        ("Khó khăn, vướng mắc; kiến nghị, đề xuất của cơ sở", _issues(view, figures.span)),
    )
    shown = ((title, blocks) for title, held in parts if (blocks := list(held)))
    for order, (title, blocks) in enumerate(shown, start=1):
        yield paragraph(PART, f"{order}. {title}")
        yield from blocks


def _general(view: View, year: YearResult, figures: PeriodResult) -> Iterator[Element]:
    lines = [f"Số Ủy viên BCH chuyên trách được tính: {number(figures.population)} đồng chí"]
    if figures.mean_days is not None and figures.median_days is not None:
        lines.append(
            f"Tổng số ngày công tác cơ sở: {number(figures.total_days)} ngày; trung bình mỗi đồng "
            f"chí {number(figures.mean_days)} ngày, trung vị {number(figures.median_days)} ngày, "
            f"thấp nhất {number(figures.min_days or 0)} ngày"
        )
    if _is_year(figures):
        lines += _against_target(view, year)
    else:
        so_far = year.to_date[min(figures.last_month, len(year.to_date)) - 1]
        lines.append(f"Lũy kế từ đầu năm: {number(so_far.total_days)} ngày")
    went = number(figures.participations)
    lines += [
        f"Số chuyến đi cơ sở: {number(figures.visits)} chuyến; {went} lượt (người × chuyến)",
        f"Dự sinh hoạt chi đoàn ấp, khóm (họp lệ): {number(figures.branch_meetings)} lần",
        _places(year, figures),
    ]
    return _bullets(lines)


def _against_target(view: View, year: YearResult) -> Iterator[str]:
    policy = policy_of(view.records, year)
    if policy is None:
        return
    annual = number(policy.rules.annual_days.value)
    told = tallied((each.status for each in year.members if each.status), STATUSES, "đồng chí")
    running = "" if year.closed else "năm chưa kết thúc nên chưa đánh giá đạt hay chưa đạt"
    if told or running:
        yield f"So với chỉ tiêu ít nhất {annual} ngày/năm: {told or running}"
    adjusted = sum(each.adjusted for each in year.members)
    if adjusted:
        yield f"Số đồng chí có chỉ tiêu điều chỉnh theo quy định: {number(adjusted)}"


def _places(year: YearResult, figures: PeriodResult) -> str:
    places = f"Số đơn vị đã đến: {number(figures.units)}"
    if not _is_year(figures) or not year.communes:
        return places
    reached = f"{number(year.communes_covered)}/{number(year.communes)}"
    return f"{places}; số xã, phường, thị trấn đã đến: {reached}"


def _by_month(year: YearResult, figures: PeriodResult) -> Iterator[Element]:
    """Yield each month begun; a month alone needs no table of itself."""
    months = [each for each in year.months if each.first_month in figures.span.months]
    if len(months) <= 1:
        return
    columns = [
        centred("Tháng", 18),
        centred("Số chuyến", 24),
        centred("Số lượt", 24),
        centred("Số ngày trong kỳ", 30),
        centred("Số ngày lũy kế", 30),
        centred("Dự sinh hoạt chi đoàn (lần)", 34),
    ]
    rows = [
        (
            str(each.first_month),
            number(each.visits),
            number(each.participations),
            number(each.total_days),
            number(year.to_date[each.first_month - 1].total_days),
            number(each.branch_meetings),
        )
        for each in months
    ]
    yield paragraph(CAPTION, "Số liệu từng tháng")
    yield table("Số liệu từng tháng", columns, rows)
    yield paragraph(
        NOTE, "Chuyến đi vắt qua hai tháng có trong số chuyến, số lượt của cả hai tháng."
    )


def _by_kind(view: View, year: YearResult, figures: PeriodResult) -> Iterator[Element]:
    """Yield the days by kind and by level; only those of whole years are counted."""
    if not _is_year(figures) or not any(each.days for each in year.kinds):
        return
    names = Names(view.records)
    groups = (
        (
            "Nội dung đi cơ sở",
            [(names.kind(each.id), each.days) for each in year.kinds if each.days],
        ),
        (
            "Cấp làm việc",
            [(capital(LEVELS[each.id]), each.days) for each in year.levels if each.days],
        ),
    )
    for heading, held in groups:
        caption = f"Số ngày theo {heading.lower()}"
        columns = [centred("TT", 14), Column(heading, 112), centred("Số ngày", 34)]
        rows = [(str(n), label, number(days)) for n, (label, days) in enumerate(held, start=1)]
        yield paragraph(CAPTION, caption)
        yield table(caption, columns, rows)
    yield paragraph(
        NOTE,
        "Một ngày có hai nội dung hoặc hai cấp được tính ở cả hai dòng, nên tổng các dòng có thể "
        "lớn hơn tổng số ngày.",
    )


def _plans(view: View, year: YearResult, period: Period) -> Iterator[Element]:
    plan = plan_totals([each for each in year.plan_months if each.month in period.months])
    if not plan.items:
        return
    counts = {key: getattr(plan, key) for key in ITEM_STATUSES}
    found = tallied(Counter(counts).elements(), ITEM_STATUSES, "mục")
    which = "" if view.internal else " đã duyệt của các tháng đã qua"
    planned, actual = number(plan.planned_days), number(plan.actual_days)
    yield from _bullets(
        [
            f"Số mục kế hoạch{which}: {number(plan.items)}; trong đó {found}",
            f"Số ngày dự kiến, không kể mục đã hủy: {planned}; số ngày thực hiện: {actual}",
            f"Số chuyến đi ngoài kế hoạch: {number(plan.unplanned)}",
        ]
    )


def _reports(view: View, year: YearResult, period: Period) -> Iterator[Element]:
    """Yield how reports stand, of visits that ended in the period; only the organisation's."""
    held = [
        each.timeliness
        for each in year.reports
        if period.covers(view.records.visits[each.visit].last_day)
    ]
    if held:
        found = tallied(held, TIMELINESS)
        yield from _bullets([f"Số báo cáo chuyến đi: {number(len(held))}; trong đó {found}"])
        note = provisional(assumed_report_rules(view.records, year))
        if note:
            yield paragraph(NOTE, note)


def _issues(view: View, period: Period) -> Iterator[Element]:
    issues = [each for each in view.results.issues if period.covers(each.raised)]
    if not issues:
        return
    found = tallied((each.status for each in issues), ISSUE_STATUSES)
    which = "" if view.internal else " được công khai"
    lines = [f"Số kiến nghị, đề xuất{which}: {number(len(issues))}; trong đó {found}"]
    overdue = sum(each.days_overdue > 0 for each in issues)
    if overdue:
        lines.append(f"Số kiến nghị, đề xuất quá hạn trả lời: {number(overdue)}")
    yield from _bullets(lines)


def _to_write(heading: str) -> Iterator[Element]:
    yield paragraph(PART, heading)
    yield from _gap()


def _gap() -> Iterator[Element]:
    yield paragraph(PROMPT, PROMPTED, keep=True)
    yield from dotted_lines(LINES)


def _bullets(lines: Iterable[str]) -> Iterator[Element]:
    return (paragraph(BODY, f"- {line}.") for line in lines)


def _is_year(figures: PeriodResult) -> bool:
    return figures.span == Period(figures.year)

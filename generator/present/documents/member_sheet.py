"""A member's own sheet of a period: days against the target, visits, plan, issues, to be signed.

Source: issue *Site*, "Documents".
"""

from collections.abc import Iterator

from generator.audience import View
from generator.compliance.figures import MemberPeriod, PeriodResult
from generator.compliance.target import STATUSES
from generator.compliance.timeliness import TIMELINESS
from generator.compliance.variance import ITEM_STATUSES
from generator.compliance.year import MemberYear, YearResult
from generator.domain.member import Member
from generator.domain.period import Period
from generator.domain.visit import COMPETENCES, ISSUE_STATUSES, Visit
from generator.present.documents.annex import target_text
from generator.present.documents.blocks import Column, Section, centred, paragraph, table
from generator.present.documents.frame import about, fact, foot, head, name, sentences, signature
from generator.present.documents.paper import packed
from generator.present.documents.styles import BODY, CAPTION, NOTE, SECTION, Element
from generator.present.documents.words import comrade, provisional
from generator.present.names import Names, capital, with_department
from generator.present.policy import assumed_report_rules, assumed_rules, policy_of
from generator.present.wording import day, days_text, listed, number, period_text


def member_sheet(view: View, year: YearResult, figures: PeriodResult, member_id: str) -> bytes:
    """Return the sheet of a member of the year's population.

    Raises:
        KeyError: the member is not one of them.
    """
    held = {each.id: each for each in year.members}[member_id]
    own = {each.id: each for each in figures.members}[member_id]
    member = view.records.members[member_id]
    when = period_text(figures.span)
    title = f"kết quả đi công tác cơ sở của {comrade(member.name)}, {when}"
    blocks = (
        head(view),
        *name("PHIẾU CÁ NHÂN", title, f"(số liệu tính đến ngày {day(view.results.as_of)})"),
        paragraph(SECTION, "I. THÔNG TIN CHUNG"),
        *_person(member, figures.span),
        paragraph(SECTION, "II. SỐ NGÀY CÔNG TÁC CƠ SỞ"),
        *_days(view, year, held, own, figures.span),
        paragraph(SECTION, "III. CÁC CHUYẾN ĐI CƠ SỞ"),
        *_visits(view, held, figures.span),
        *_plan(view, year, member_id, figures.span),
        *_issues(view, member_id, figures.span),
        *foot(
            signature("XÁC NHẬN CỦA ĐƠN VỊ", how="(ký, ghi rõ họ tên)"),
            signature("NGƯỜI BÁO CÁO", how="(ký, ghi rõ họ tên)"),
        ),
    )
    return packed(about(view, f"Phiếu cá nhân: {title}"), [Section(blocks)])


def _person(member: Member, period: Period) -> Iterator[Element]:
    """Yield the name and each position held in the period; the days where it began or ended."""
    yield fact("Họ và tên", member.name)
    for term in member.terms:
        if term.from_ > period.last_day or (term.to and term.to < period.first_day):
            continue
        position = with_department(term.position, term.department)
        since = f"từ ngày {day(term.from_)}" if period.covers(term.from_) else ""
        until = f"đến hết ngày {day(term.to)}" if term.to and period.covers(term.to) else ""
        kept = "" if term.full_time else "không chuyên trách"
        aside = ", ".join(each for each in (kept, sentences([since, until])) if each)
        yield fact("Chức vụ, đơn vị", f"{position} ({aside})" if aside else position)


def _days(
    view: View, year: YearResult, held: MemberYear, own: MemberPeriod, period: Period
) -> Iterator[Element]:
    whole = period == Period(period.year)
    if whole:
        yield fact("Chỉ tiêu", target_text(held))
        yield fact("Số ngày công tác cơ sở", f"{number(held.days)} ngày")
        if held.status and policy_of(view.records, year):
            yield fact("Kết quả", STATUSES[held.status])
    else:
        yield fact("Số ngày trong kỳ", f"{number(own.days)} ngày")
        yield fact("Lũy kế từ đầu năm", f"{number(own.cumulative_days)} ngày")
    yield fact("Số chuyến đi cơ sở", f"{number(own.visits)} chuyến")
    yield fact("Dự sinh hoạt chi đoàn ấp, khóm (họp lệ)", f"{number(own.branch_meetings)} lần")
    if whole and held.reports:
        counts = held.reports.model_dump()
        made = listed(
            f"{number(counts[key])} {word}" for key, word in TIMELINESS.items() if counts[key]
        )
        yield fact("Báo cáo chuyến đi", made or "chưa có")
    yield from _months(held, period)
    rules = assumed_rules(view.records, year)
    if whole and held.reports:
        rules += assumed_report_rules(view.records, year)
    note = provisional(rules)
    if note:
        yield paragraph(NOTE, note)


def _months(held: MemberYear, period: Period) -> Iterator[Element]:
    if len(period.months) == 1:
        return
    columns = [centred("Tháng", 20), *(centred(str(each), 10) for each in period.months)]
    columns.append(centred("Cộng", 160 - 20 - 10 * len(period.months)))
    days = [held.months[each - 1] for each in period.months]
    row = ["Số ngày", *(number(each) for each in days), number(sum(days))]
    yield paragraph(CAPTION, "Số ngày từng tháng")
    yield table("Số ngày từng tháng", columns, [row])


def _visits(view: View, held: MemberYear, period: Period) -> Iterator[Element]:
    """Yield the visits of the period, and the dates within it on which the member was there."""
    names = Names(view.records)
    rows: list[tuple[str, ...]] = []
    for visit in (view.records.visits[each] for each in held.visits):
        present = _present(view, visit, held.id, period)
        if present:
            rows.append(
                (
                    str(len(rows) + 1),
                    days_text(visit.date, visit.last_day),
                    names.venue(visit),
                    names.kind(visit.kind),
                    number(present),
                )
            )
    if not rows:
        yield paragraph(BODY, "Chưa có chuyến đi nào.")
        return
    columns = [
        centred("TT", 11),
        centred("Ngày", 31),
        Column("Nơi đến", 52),
        Column("Nội dung", 45),
        centred("Số ngày có mặt", 21),
    ]
    yield table("Các chuyến đi cơ sở", columns, rows)
    yield paragraph(
        NOTE,
        "Số ngày có mặt là số ngày dương lịch trong kỳ có mặt ở chuyến đi; ngày có nhiều chuyến "
        "và nội dung không tính ngày làm cho cộng cột này có thể khác số ngày công tác cơ sở.",
    )


def _present(view: View, visit: Visit, member_id: str, period: Period) -> int:
    return sum(period.covers(on) and on <= view.results.as_of for on in visit.dates_of(member_id))


def _plan(view: View, year: YearResult, member_id: str, period: Period) -> Iterator[Element]:
    plan = view.records.plans.get(f"{year.year}/{member_id}")
    outcomes = {
        item.item: item
        for each in year.variances
        if each.member == member_id
        for item in each.items
    }
    items = [item for item in plan.items if item.month in period.months] if plan else []
    yield paragraph(SECTION, "IV. KẾ HOẠCH VÀ THỰC HIỆN")
    if not items:
        yield paragraph(BODY, _none_of(view, "mục kế hoạch"))
        return
    names = Names(view.records)
    columns = [
        centred("Tháng", 16),
        Column("Đơn vị", 40),
        Column("Nội dung", 43),
        centred("Dự kiến (ngày)", 18),
        centred("Thực hiện (ngày)", 18),
        Column("Kết quả", 25),
    ]
    rows = [
        (
            str(item.month),
            names.place(item.unit) if item.unit else "",
            names.kind(item.kind),
            number(item.days),
            number(outcomes[item.id].actual_days),
            capital(ITEM_STATUSES[outcomes[item.id].status]),
        )
        for item in items
    ]
    yield table("Kế hoạch và thực hiện", columns, rows)


def _issues(view: View, member_id: str, period: Period) -> Iterator[Element]:
    """Yield the issues raised at the member's visits in the period, and where they stand."""
    names = Names(view.records)
    rows = []
    for each in view.raised.get(period.year, ()):
        visit = view.records.visits[each.visit]
        if member_id in visit.members and period.covers(each.raised):
            issue = visit.issues[each.number]
            way = COMPETENCES[issue.competence] if issue.competence else ""
            sent = f"chuyển {issue.referred_to}" if issue.referred_to else ""
            handled = capital("; ".join(part for part in (way, sent) if part))
            status = capital(ISSUE_STATUSES[each.status])
            rows.append(
                (day(each.raised), names.place(visit.unit), issue.text or "", handled, status)
            )
    yield paragraph(SECTION, "V. KHÓ KHĂN, VƯỚNG MẮC; KIẾN NGHỊ, ĐỀ XUẤT CỦA CƠ SỞ")
    if not rows:
        yield paragraph(BODY, _none_of(view, "kiến nghị, đề xuất"))
        return
    columns = [
        centred("Ngày nêu", 24),
        Column("Đơn vị", 33),
        Column("Nội dung", 46),
        Column("Thẩm quyền, nơi nhận", 33),
        Column("Tình trạng", 24),
    ]
    yield table("Kiến nghị, đề xuất của cơ sở", columns, rows)


def _none_of(view: View, things: str) -> str:
    """Return that there is none; of what may be kept from the public, that none is shown."""
    shown = "" if view.internal else " được công khai"
    return f"Chưa có {things} nào{shown}."

"""The registration form of a plan: what a member means to do, to be signed and approved.

Source: issue *Site*, "Documents"; research/domain.md, section 1 (the annex of Bà Rịa–Vũng Tàu).
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.audience import View
from generator.compliance.days import total
from generator.domain.plan import Approval, Plan, PlanItem
from generator.errors import UsageError
from generator.present.documents.annex import target_text
from generator.present.documents.blocks import Column, Section, centred, paragraph, table
from generator.present.documents.frame import COMMITTEE, about, fact, foot, head, name, signature
from generator.present.documents.paper import packed
from generator.present.documents.styles import BODY, NOTE, Element
from generator.present.documents.words import comrade, grounds, provisional
from generator.present.names import Names
from generator.present.policy import assumed_rules
from generator.present.wording import day, name_key, number, period_text

COLUMNS: Final = (
    centred("TT", 11),
    centred("Tháng", 16),
    Column("Đơn vị đến", 38),
    Column("Nội dung", 44),
    centred("Số ngày", 17),
    Column("Mục đích", 34),
)

TARGET_RULES: Final = ("annual_days", "proration")


def plan_forms(view: View, year: int, member_id: str | None) -> bytes:
    """Return the forms of a year's plans, by name, each with pages of its own; or that of one.

    Raises:
        UsageError: the audience may see no item of these plans.
    """
    plans = [
        plan
        for plan in view.records.plans.values()
        if plan.year == year and plan.items and member_id in (None, plan.member)
    ]
    if not plans:
        message = f"Không có mục nào của kế hoạch năm {year} để đưa vào bản đăng ký."
        if not view.internal:
            message += " Bản công khai chỉ có mục đã duyệt của tháng đã qua."
        raise UsageError(message)
    names = Names(view.records)
    plans.sort(key=lambda plan: (name_key(names.member(plan.member)), plan.member))
    whose = f" của {comrade(names.member(member_id))}" if member_id else ""
    title = f"Bản đăng ký kế hoạch đi công tác cơ sở năm {year}{whose}"
    sections = [Section(tuple(_form(view, plan, names))) for plan in plans]
    return packed(about(view, title), sections)


def _form(view: View, plan: Plan, names: Names) -> Iterator[Element]:
    member = view.records.members[plan.member]
    new_year = date(plan.year, 1, 1)
    yield head(view)
    yield from name("BẢN ĐĂNG KÝ", f"kế hoạch đi công tác cơ sở năm {plan.year}")
    for ground in grounds(view.records.policy_on(new_year)):
        yield paragraph(BODY, ground)
    yield fact("Họ và tên", member.name)
    yield fact("Chức vụ, đơn vị", names.position(member, new_year))
    yield paragraph(BODY, f"Tôi đăng ký kế hoạch đi công tác cơ sở năm {plan.year} như sau:")
    rows = [_row(order, item, names) for order, item in enumerate(plan.items, start=1)]
    days = total(item.days for item in plan.items if item.cancelled is None)
    totals = [("", "", "Tổng cộng", "", number(days), "")]
    yield table("Kế hoạch đi công tác cơ sở", COLUMNS, rows, totals=totals)
    if any(item.cancelled is not None for item in plan.items):
        yield paragraph(NOTE, "Mục đã hủy không cộng vào tổng số ngày.")
    yield fact("Chỉ tiêu cả năm", _target(view, plan))
    note = provisional(_target_rules(view, plan.year))
    if note:
        yield paragraph(NOTE, note)
    for approval in plan.approvals:
        yield fact(f"Đã duyệt {period_text(approval.period)}", _approved(approval))
    yield from foot(
        signature("DUYỆT", COMMITTEE),
        signature("NGƯỜI ĐĂNG KÝ", how="(ký, ghi rõ họ tên)"),
    )


def _row(order: int, item: PlanItem, names: Names) -> tuple[str, ...]:
    cancelled = "" if item.cancelled is None else f"Đã hủy: {item.cancelled}"
    return (
        str(order),
        str(item.month),
        names.place(item.unit) if item.unit else "",
        names.kind(item.kind),
        number(item.days),
        "\n".join(each for each in (item.purpose, cancelled) if each),
    )


def _target(view: View, plan: Plan) -> str:
    """Return the member's target; before the year has begun, that of everyone."""
    result = view.results.year(plan.year)
    own = (
        next((each for each in result.members if each.id == plan.member), None) if result else None
    )
    if own:
        return target_text(own)
    policy = view.records.policy_on(date(plan.year, 1, 1))
    if policy is None:
        return "chưa có quy định"
    return f"ít nhất {number(policy.rules.annual_days.value)} ngày"


def _target_rules(view: View, year: int) -> list[str]:
    """Return the rules of the target that nobody has confirmed yet."""
    result = view.results.year(year)
    return [key for key in assumed_rules(view.records, result) if key in TARGET_RULES]


def _approved(approval: Approval) -> str:
    by = f"{approval.by}, ngày {day(approval.date)}"
    return f"{by}, số {approval.number}" if approval.number else by

"""Policies are in force for whole calendar years, one at a time.

Source: design, section 2, row `records/policies/<id>.yml`.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from generator.domain.finding import Fault
from generator.domain.policy import Policy
from generator.domain.records import Records

MOST_DECIMALS: Final = 4
LONGEST_YEAR: Final = 366


def policies_cover_whole_years(records: Records) -> Iterator[Fault]:
    """P005: a policy begins on a 1 January and ends on a 31 December, not before it begins."""
    for policy in records.policies.values():
        first, last = policy.from_, policy.to
        if (first.month, first.day) != (1, 1):
            message = f"Chủ trương bắt đầu ngày {first}, không phải 1 tháng 1."
            yield Fault("P005", policy.path, ("from",), message, f"Ghi {first.year:04d}-01-01.")
        if last and (last.month, last.day) != (12, 31):
            message = f"Chủ trương kết thúc ngày {last}, không phải 31 tháng 12."
            yield Fault("P005", policy.path, ("to",), message, f"Ghi {last.year:04d}-12-31.")
        elif last and last < first:
            message = f"Chủ trương kết thúc {last} trước khi bắt đầu {first}."
            yield Fault("P005", policy.path, ("to",), message, "Đổi lại hai ngày.")


def policies_do_not_overlap(records: Records) -> Iterator[Fault]:
    """P006: no day has two policies. Both are told."""
    for one, other in combinations(sorted(records.policies.values(), key=lambda p: p.path), 2):
        if _overlap(one, other):
            for policy, rival in ((one, other), (other, one)):
                message = f"Trùng thời gian với chủ trương “{rival.id}”."
                hint = "Ghi ngày kết thúc cho chủ trương cũ trước khi chủ trương mới bắt đầu."
                yield Fault("P006", policy.path, ("from",), message, hint)


def rounding_is_small(records: Records) -> Iterator[Fault]:
    """P007: a mean is rounded to at most four decimals."""
    for policy in records.policies.values():
        decimals = policy.rules.mean_rounding.value
        if decimals > MOST_DECIMALS:
            message = f"Làm tròn đến {decimals} chữ số thập phân là quá nhiều."
            field = ("rules", "mean_rounding", "value")
            yield Fault("P007", policy.path, field, message, f"Ghi từ 0 đến {MOST_DECIMALS}.")


def days_fit_a_year(records: Records) -> Iterator[Fault]:
    """P008: neither the target nor the report's deadline is longer than a year."""
    for policy in records.policies.values():
        for key in ("annual_days", "report_deadline_days"):
            rule = getattr(policy.rules, key)
            if rule and rule.value > LONGEST_YEAR:
                message = f"{rule.value} ngày là quá một năm."
                yield Fault("P008", policy.path, ("rules", key, "value"), message, "Sửa số ngày.")


def _overlap(one: Policy, other: Policy) -> bool:
    return (other.to is None or one.from_ <= other.to) and (one.to is None or other.from_ <= one.to)

"""How it is counted: each rule with its value, provenance and source, and an example worked out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from generator.audience import View
from generator.compliance.target import STATUSES
from generator.domain.policy import (
    DAY_UNITS,
    PRORATIONS,
    PROVENANCES,
    REPORT_FORMS,
    LevelDays,
    Policy,
    Provenance,
    Rules,
)
from generator.domain.visit import FEWEST_TOLD
from generator.present import addresses
from generator.present.names import Names
from generator.present.page import Heading, Page
from generator.present.templating import render
from generator.present.wording import days_text, listed, number
from generator.present.worked_example import worked_example

NOT_SET: Final = "chưa có quy định"
HEADINGS: Final = (
    ("quy-tac", "Các quy tắc"),
    ("can-cu", "Căn cứ"),
    ("dinh-nghia", "Đếm thế nào"),
    ("vi-du", "Ví dụ tính từ dữ liệu"),
    ("cong-khai", "Công khai và nội bộ"),
)
_OF_POLICIES: Final = ("quy-tac", "can-cu")
_WORDS: Final = {"day_unit": DAY_UNITS, "proration": PRORATIONS, "report_form": REPORT_FORMS}
_PHRASES: Final = {
    "annual_days": "ít nhất {} ngày/năm",
    "report_deadline_days": "trong {} ngày sau ngày cuối của chuyến đi",
    "branch_meetings": "ít nhất {} lần/năm",
    "mean_rounding": "{} chữ số thập phân; từ nửa trở lên thì làm tròn lên, chỉ một lần ở cuối",
}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule in words; `provenance` is None where nobody set the rule."""

    key: str
    anchor: str
    title: str
    value: str
    provenance: Provenance | None
    word: str
    source: str


@dataclass(frozen=True, slots=True)
class PolicyPart:
    """A policy and its rules in words."""

    policy: Policy
    current: bool
    rules: tuple[RuleRow, ...]


def method_page(view: View) -> Iterator[Page]:
    """Yield the page; the marks *tạm tính* lead to its headings, named by the rules' keys."""
    parts = _parts(view)
    names = Names(view.records)
    values = {
        "parts_": parts,
        "example": worked_example(view),
        "names": names,
        "when": lambda visit: days_text(visit.date, visit.last_day),
        "statuses": STATUSES,
        "kinds": view.records.activities.kinds if view.records.activities else (),
        "as_of": view.results.as_of,
        "headings": dict(HEADINGS),
        "fewest": FEWEST_TOLD,
    }
    yield Page(
        address=addresses.METHOD,
        title="Cách tính",
        body=render("method.html", addresses.METHOD, values),
        description="Cách tính ngày công tác cơ sở, chỉ tiêu, kết quả, báo cáo và độ bao phủ.",
        search="Cách tính ngày công tác cơ sở, quy tắc, chỉ tiêu 60 ngày, tạm tính, căn cứ, ví dụ",
        headings=tuple(
            Heading(id_, text) for id_, text in HEADINGS if parts or id_ not in _OF_POLICIES
        ),
    )


def _parts(view: View) -> list[PolicyPart]:
    """Return the policies, the one in force first; only its rules bear their bare keys."""
    policies = sorted(view.records.policies.values(), key=lambda each: each.from_, reverse=True)
    current = view.records.policy_on(view.results.as_of) or next(iter(policies), None)
    ordered = sorted(policies, key=lambda each: each is not current)
    return [
        PolicyPart(policy, policy is current, tuple(rule_rows(policy, bare=policy is current)))
        for policy in ordered
    ]


def rule_rows(policy: Policy, *, bare: bool = True) -> Iterator[RuleRow]:
    """Yield every rule in words, set or not; `bare` anchors are the rules' keys alone."""
    for key, field in Rules.model_fields.items():
        rule = getattr(policy.rules, key)
        yield RuleRow(
            key=key,
            anchor=key if bare else f"{policy.id}-{key}",
            title=field.title or key,
            value=rule_value(key, rule.value) if rule else NOT_SET,
            provenance=rule.provenance if rule else None,
            word=PROVENANCES[rule.provenance] if rule else "",
            source=rule.source if rule else "",
        )


def rule_value(key: str, value: Any) -> str:  # noqa: ANN401  (each rule has its own kind)
    """Return the value of a rule as a sentence has it: `ít nhất 60 ngày/năm`."""
    if isinstance(value, LevelDays):
        fields = LevelDays.model_fields.items()
        counted = ((field.title or "", getattr(value, name)) for name, field in fields)
        said = listed(f"{title.lower()} {number(n)} ngày" for title, n in counted if n is not None)
        return said or NOT_SET
    if key in _WORDS:
        return _WORDS[key][value]
    return _PHRASES[key].format(number(value))

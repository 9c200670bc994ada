"""Which figures are provisional: those that rest on a rule that nobody has confirmed yet."""

from typing import Final

from generator.compliance.year import YearResult
from generator.domain.policy import Policy
from generator.domain.records import Records

COUNTING_RULES: Final = ("day_unit", "proration", "annual_days", "mean_rounding")
"""The rules that days, targets and means rest on; that which decides most comes first."""

REPORT_RULES: Final = ("report_deadline_days", "report_form")
"""The rules by which a report is in time, late or owed."""


def policy_of(records: Records, year: YearResult | None) -> Policy | None:
    """Return the policy that the year was counted by."""
    return records.policies.get(year.policy) if year and year.policy else None


def assumed_rules(records: Records, year: YearResult | None) -> list[str]:
    """Return the keys of the counting rules that are assumed, for the mark *tạm tính*."""
    policy = policy_of(records, year)
    if policy is None:
        return []
    return [key for key in COUNTING_RULES if getattr(policy.rules, key).provenance == "assumed"]


def assumed_report_rules(records: Records, year: YearResult | None) -> list[str]:
    """Return the keys of the rules on reports that are assumed, for the same mark."""
    policy = policy_of(records, year)
    held = {key: getattr(policy.rules, key) for key in REPORT_RULES} if policy else {}
    return [key for key, rule in held.items() if rule and rule.provenance == "assumed"]

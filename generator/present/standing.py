"""Where members stand in a year, the most days first, as a dashboard and the year's page say."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.compliance.year import MemberYear, YearResult
from generator.domain.policy import Policy
from generator.present.charts import scale
from generator.present.wording import listed, name_key


@dataclass(frozen=True, slots=True)
class Roster:
    """The members of a year, the most days first, and the common length of their bars."""

    members: tuple[MemberYear, ...]
    scale: Decimal

    def named(self, *statuses: str) -> str:
        """Return the names of those with one of the statuses, as a sentence lists them."""
        found = (each for each in self.members if each.status in statuses)
        return listed(sorted((each.name for each in found), key=name_key))


def roster(year: YearResult) -> Roster:
    """Return the members of a year, by days and then by name."""
    ordered = tuple(most_first(year.members))
    highest = max((m.target for m in ordered if m.target is not None), default=None)
    return Roster(ordered, scale([m.days for m in ordered], highest))


def most_first(members: Iterable[MemberYear]) -> list[MemberYear]:
    """Return the members with the most days first, those with as many by name."""
    return sorted(members, key=lambda each: (-each.days, name_key(each.name), each.id))


def target_text(policy: Policy | None) -> str:
    """Return what the note beside a mean says of the target."""
    if policy is None:
        return "Chưa có quy định"
    return f"Chỉ tiêu: ít nhất {policy.rules.annual_days.value} ngày/năm"


def mean_kind(year: YearResult, policy: Policy | None) -> str:
    """Return `good` for a mean at the target or above, else nothing: a mean proves little."""
    mean = year.whole.mean_days
    good = policy is not None and mean is not None and mean >= policy.rules.annual_days.value
    return "good" if good else ""

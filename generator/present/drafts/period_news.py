"""News of a month, a quarter or half a year: where the officials went, what for, what came of it.

Source: issue *News*, "Drafting".
"""

from typing import Final

from generator.domain.period import QUARTER, Period
from generator.present.drafts import round_up
from generator.present.drafts.desk import Desk, Story
from generator.present.drafts.round_up import Round
from generator.present.drafts.sentences import joined
from generator.present.wording import period_text

_EXAMPLES_OF_A_MONTH: Final = 2
_EXAMPLES: Final = 3


def period_story(desk: Desk, period: Period) -> Story:
    """Return the news of a period that has visits."""
    held = round_up.of_period(desk, period)
    months = period.last_month - period.first_month + 1
    most = _EXAMPLES if months >= QUARTER else _EXAMPLES_OF_A_MONTH
    chosen, told = round_up.examples(desk, held.visits, most)
    return Story(
        slug=f"di-co-so-{period}",
        title=_title(desk, period, held),
        lead=summed_up(desk, period, held),
        paragraphs=(
            joined(
                round_up.coverage(desk, held.visits, period.last_day),
                round_up.kinds(desk, held.visits),
                round_up.programmes(desk, held.visits),
            ),
            *told,
            joined(round_up.meetings(desk, held), round_up.topics(desk, held)),
            round_up.difficulties(desk, held, period),
            _closing(desk, period, held) if held.days else "",
        ),
        category=round_up.CATEGORY,
        tags=round_up.tags(desk, held.visits),
        visits=tuple(chosen),
        period=str(period),
        photos=desk.photos(chosen),
    )


def summed_up(desk: Desk, period: Period, held: Round) -> str:
    """Return how many visits of how many people there were, and to how many units."""
    visits, people, units = (held.figure(name) for name in ("visits", "participations", "units"))
    when = period_text(period)
    return desk.turns.one(
        "lead",
        f"Trong {when}, cán bộ {desk.house} đã thực hiện {visits} chuyến đi cơ sở với {people} lượt"
        f" người tham gia, đến {units} đơn vị.",
        f"Trong {when}, {desk.house} có {visits} chuyến đi cơ sở, {people} lượt cán bộ về với"
        f" {units} đơn vị.",
    )


def _title(desk: Desk, period: Period, held: Round) -> str:
    when, units = period_text(period), held.figure("units")
    return desk.turns.one(
        "title",
        f"Cán bộ {desk.house} đi cơ sở trong {when}",
        f"Cán bộ {desk.house} về với {units} đơn vị cơ sở trong {when}",
        f"Những chuyến đi cơ sở của {desk.house} trong {when}",
    )


def _closing(desk: Desk, period: Period, held: Round) -> str:
    people, days = held.figure("population"), held.figure("total_days")
    return (
        f"Tính chung {period_text(period)}, {people} đồng chí Ủy viên Ban Chấp hành chuyên trách "
        f"{desk.house} có tổng cộng {days} ngày công tác cơ sở."
    )

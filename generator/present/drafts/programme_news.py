"""News of a programme: the visits that belong to it, however many years it touches.

Source: issue *News*, "Drafting".
"""

from typing import Final

from generator.domain.activity import Programme
from generator.present.drafts import round_up
from generator.present.drafts.desk import Desk, Story
from generator.present.drafts.round_up import Round
from generator.present.drafts.sentences import joined

_EXAMPLES: Final = 3


def programme_story(desk: Desk, programme: Programme) -> Story:
    """Return the news of a programme that has visits."""
    held = round_up.of_programme(desk, programme.id)
    kinds = {visit.kind for visit in held.visits}
    chosen, told = round_up.examples(desk, held.visits, _EXAMPLES)
    visits, people, units = (held.figure(name) for name in ("visits", "participations", "units"))
    return Story(
        slug=programme.id,
        title=desk.turns.one(
            "title",
            f"Cán bộ {desk.house} cùng cơ sở tham gia {programme.label}",
            f"{programme.label}: cán bộ {desk.house} về với cơ sở",
        ),
        lead=(
            f"Trong khuôn khổ {programme.label}, từ ngày {held.figure('from')} đến ngày "
            f"{held.figure('to')}, {desk.house} có {visits} chuyến đi cơ sở với {people} lượt "
            f"người tham gia, đến {units} đơn vị."
        ),
        paragraphs=(
            joined(
                round_up.coverage(desk, held.visits, held.visits[-1].last_day),
                round_up.kinds(desk, held.visits) if len(kinds) > 1 else "",
            ),
            *told,
            joined(round_up.meetings(desk, held), round_up.topics(desk, held)),
            _closing(held, programme) if held.days else "",
        ),
        category=round_up.CATEGORY,
        tags=(programme.label, *round_up.tags(desk, held.visits)),
        visits=tuple(chosen),
        photos=desk.photos(chosen),
    )


def _closing(held: Round, programme: Programme) -> str:
    days = held.figure("total_days")
    return (
        f"Các đồng chí có tổng cộng {days} ngày công tác cơ sở trong khuôn khổ {programme.label}."
    )

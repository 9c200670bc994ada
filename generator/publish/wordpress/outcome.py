"""What became of each article in a run: data, of which `report` speaks."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from generator.publish.wordpress.plan import Verdict

Done = Literal["created", "updated", "recreated", "published", "withdrawn"]
Told = Verdict | Literal["withdraw", "gone", "unknown", "failed"]

NEEDS_A_PERSON: Final[frozenset[Told]] = frozenset(
    {"both", "trashed", "deleted", "foreign", "duplicate", "unknown", "failed"}
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One article: what was found (`verdict`), and what was done about it, if anything.

    `would` is what a run that is not dry would do. `ours`, `theirs` and `altered` (by the website
    as it saved them) are names of fields; `slug` is the address there if it is not ours; `figures`:
    the article is as it was written, and only its figures differ; `photos` counts the pictures
    that the website did not have.
    """

    article: str
    title: str
    verdict: Told
    done: tuple[Done, ...] = ()
    would: tuple[Done, ...] = ()
    number: int | None = None
    link: str = ""
    live: bool = False
    slug: str = ""
    ours: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    figures: bool = False
    photos: int = 0
    diff: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()

    @property
    def needs_a_person(self) -> bool:
        """Whether somebody has to decide something."""
        return self.verdict in NEEDS_A_PERSON and not (self.done or self.would)


def broken_off(outcome: Outcome, told: str, *, unknown: bool) -> Outcome:
    """Return the outcome of an article that could not be brought to its end."""
    return replace(
        outcome, verdict="unknown" if unknown else "failed", notes=(*outcome.notes, told)
    )

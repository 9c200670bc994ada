"""The goals: ratios that travel from machine to machine, each with the most that it may be.

Source: issue *Speed*, the table under "It is done when".
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tests.bench.ground import Sizes
from tests.bench.kept import Kept
from tests.bench.measure import Spread

Ratio = Callable[[Kept, Sizes], Spread]


@dataclass(frozen=True, slots=True)
class Goal:
    """One row: what, from which section, by which arithmetic; without `at_most` only reported.

    `label` is what the chart calls it.
    """

    what: str
    section: str
    ratio: Ratio
    at_most: float | None = None
    unit: str = "×"
    label: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A goal and what was measured; without a figure, `why` there is none."""

    goal: Goal
    spread: Spread | None
    why: str = ""

    @property
    def reached(self) -> bool:
        """Whether the median keeps to the goal."""
        at_most = self.goal.at_most
        return self.spread is not None and at_most is not None and self.spread.median <= at_most


def outcomes(found: Mapping[str, Kept], sizes: Sizes) -> Iterator[Outcome]:
    """Yield every goal, measured or not."""
    return (outcome(goal, found.get(goal.section), sizes) for goal in GOALS)


def outcome(goal: Goal, kept: Kept | None, sizes: Sizes) -> Outcome:
    """Return a goal with what its section measured."""
    if kept is None:
        return Outcome(goal, None, f"`make bench ARGS='--only {goal.section}'` has not run")
    return Outcome(goal, goal.ratio(kept, sizes))


def over(one: str, other: str) -> Ratio:
    """Return the CPU seconds of one command over those of another, round by round."""
    return lambda kept, _: kept.seconds(one).over(kept.seconds(other))


def added(whole: str, without: str) -> Ratio:
    """Return what a part of a build adds to the build without it, over the pages alone."""

    def ratio(kept: Kept, _: Sizes) -> Spread:
        return kept.seconds(whole).above(kept.seconds(without)).over(kept.seconds("pages"))

    return ratio


def memory(large: str, visits: Callable[[Sizes], int]) -> Ratio:
    """Return kB (1,000 bytes) of peak memory for each visit by which a set exceeds the smallest."""

    def slope(kept: Kept, sizes: Sizes) -> Spread:
        more = visits(sizes) - sizes.small
        return kept.peak(large).above(kept.peak("small")).times(1 / (1000 * more))

    return slope


GOALS: Final = (
    Goal(
        "public pages and search index from records, {site} visits ÷ careful MkDocs with gen-files",
        "pages",
        over("ours", "gen-files"),
        0.20,
        label="pages, {site} visits ÷ MkDocs with gen-files",
    ),
    Goal("the same ÷ Hugo", "pages", over("ours", "hugo"), 1.0, label="pages ÷ Hugo"),
    Goal(
        "the same ÷ Hugo when every page is finished HTML that it only frames",
        "pages",
        over("ours", "hugo-html"),
    ),
    Goal("the same ÷ Eleventy", "pages", over("ours", "eleventy")),
    Goal("what the gate adds, {site} visits ÷ the pages", "parts", added("build", "ungated")),
    Goal("what photos add, one for ten visits ÷ the pages", "parts", added("photos", "pages")),
    Goal("what exports add ÷ the pages", "parts", added("exports", "pages")),
    Goal(
        "full build, {large} ÷ {site} visits",
        "growth",
        over("large", "site"),
        10.5,
        label="build, {large} ÷ {site} visits",
    ),
    Goal(
        "one record changed, rebuild ÷ full build, {site} visits",
        "rebuild",
        over("changed", "full"),
        0.12,
        label="rebuild of one record ÷ full build",
    ),
    Goal(
        "`check` of one file, among {country} ÷ among {small} visits",
        "one-file",
        over("large", "small"),
        1.1,
        label="check of one file, {country} ÷ {small} visits",
    ),
    Goal(
        "`check` of one file among {country} visits ÷ an empty start",
        "one-file",
        over("large", "empty"),
        2,
        label="check of one file ÷ empty start",
    ),
    Goal(
        "cold `check` of {country} visits, every rule ÷ bare CSafeLoader over the same files",
        "check",
        over("cold", "bare"),
        1.0,
        label="cold check, {country} visits ÷ CSafeLoader",
    ),
    Goal(
        "warm `check` of {country} visits ÷ cold",
        "check",
        over("warm", "cold"),
        0.15,
        label="warm check ÷ cold",
    ),
    Goal("`check --since` of {country} visits ÷ cold", "check", over("since", "cold")),
    Goal(
        "peak memory for each visit, cold `check` of {country}",
        "check",
        memory("cold", lambda sizes: sizes.country),
        6,
        "kB",
        "memory for each visit, check",
    ),
    Goal(
        "peak memory for each visit, full build of {large}",
        "growth",
        memory("large", lambda sizes: sizes.large),
        16,
        "kB",
        "memory for each visit, build",
    ),
    Goal(
        "national page from 34 provinces' packages ÷ reading those files once",
        "national",
        over("page", "text"),
        5,
        label="national page ÷ reading its files",
    ),
)

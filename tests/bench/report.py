"""The page `docs/developers/performance.md` and its chart, from the figures that were kept."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Final

from tests.bench import words
from tests.bench.chart import chart
from tests.bench.goals import Outcome, outcomes
from tests.bench.ground import Sizes
from tests.bench.kept import Conditions, Kept
from tests.bench.measure import ROOT, Spread
from tests.bench.ours import PARTS

PAGE: Final = ROOT / "docs" / "developers" / "performance.md"
CHART: Final = PAGE.with_suffix(".svg")


def write(found: Mapping[str, Kept], sizes: Sizes, page: Path = PAGE) -> None:
    """Write the page and the chart anew."""
    text = "\n".join(page_lines(found, sizes))
    page.write_text(text, encoding="utf-8", newline="\n")
    drawn = chart(list(outcomes(found, sizes)), found.get("pages"), named(sizes))
    page.with_suffix(".svg").write_text(drawn, encoding="utf-8", newline="\n")


def page_lines(found: Mapping[str, Kept], sizes: Sizes) -> Iterator[str]:
    """Yield the lines of the page; what was not measured says so in its row."""
    yield words.OPENING
    yield "## Goals\n"
    yield f"![Each measured ratio as a share of its goal, and the pages side by side]({CHART.name})\n"
    yield "| What | At most | Median (min – max) | Rounds | Reached |\n|---|---|---|---|---|"
    yield from (_goal_row(each, sizes) for each in outcomes(found, sizes))
    yield "\n## Raw figures\n"
    yield "CPU seconds of whole processes, and memory at the most.\n"
    for section, kept in found.items():
        yield from _section(section, kept, sizes)
    yield "## Where and when\n"
    yield "| Section | CPU | Python | Load before | Commit | Its date |\n|---|---|---|---|---|---|"
    yield from (_conditions_row(name, kept.conditions) for name, kept in found.items())
    yield ""
    yield words.METHOD.format(
        **named(sizes), parts="\n".join(f"  - **{name}**: {p.what}." for name, p in PARTS.items())
    )


def shown(spread: Spread) -> str:
    """Return a median, and in brackets the smallest and the largest value."""
    values = (spread.median, min(spread.values), max(spread.values))
    middle, low, high = (
        f"{value:.3g}" if abs(value) < 100 else f"{value:,.0f}" for value in values
    )
    return f"{middle} ({low} – {high})"


def named(sizes: Sizes) -> dict[str, str]:
    """Return the sizes as texts with commas."""
    return {name: f"{count:,}" for name, count in asdict(sizes).items()}


def _goal_row(outcome: Outcome, sizes: Sizes) -> str:
    goal = outcome.goal
    what = goal.what.format(**named(sizes))
    unit = "" if goal.unit == "×" else f" {goal.unit}"
    at_most = "reported" if goal.at_most is None else f"{goal.at_most:g}{unit}"
    if outcome.spread is None:
        return f"| {what} | {at_most} | not measured: {outcome.why} | | |"
    reached = "" if goal.at_most is None else "yes" if outcome.reached else "**no**"
    rounds = len(outcome.spread.values)
    return f"| {what} | {at_most} | {shown(outcome.spread)}{unit} | {rounds} | {reached} |"


def _section(section: str, kept: Kept, sizes: Sizes) -> Iterator[str]:
    heading = words.SECTIONS[section].format(**named(sizes))
    yield f"### {heading}\n"
    yield "| What | CPU s, median (min – max) | Peak MB | Rounds |\n|---|---|---|---|"
    for name in kept.runs:
        what = words.RUNS[section, name].format(**named(sizes))
        peak = kept.peak(name).times(1e-6).median
        rounds = len(kept.runs[name])
        yield f"| {what} | {shown(kept.seconds(name))} | {peak:,.0f} | {rounds} |"
    counts = "; ".join(f"{name}: {count:,}" for name, count in kept.counts.items())
    yield f"\n{counts}.\n" if counts else ""


def _conditions_row(section: str, at: Conditions) -> str:
    commit = f"`{at.commit[:12]}`" + (" and uncommitted changes" if at.changed else "")
    shape = f"| {section} | {at.processor} | {at.python} | {at.load:.1f} "
    return f"{shape}| {commit} | {at.committed} |"

"""The table of goals, the page and the chart: right ratios, and nothing left out silently."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.bench.chart import WIDTH, chart
from tests.bench.goals import GOALS, Outcome, outcome, outcomes
from tests.bench.kept import Kept
from tests.bench.measure import Spread, Usage
from tests.bench.report import named, page_lines, shown, write
from tests.bench.sections import SECTIONS
from tests.bench.words import RUNS
from tests.bench.words import SECTIONS as HEADINGS
from tests.unit.bench.measured import CONDITIONS, SIZES, kept

SVG = "{http://www.w3.org/2000/svg}"


def result(part: str, found: Kept) -> Outcome:
    (goal,) = (goal for goal in GOALS if part in goal.what)
    assert goal.section == found.section
    return outcome(goal, found, SIZES)


def rows(found: dict[str, Kept]) -> list[str]:
    text = "\n".join(page_lines(found, SIZES))
    table = text.split("## Goals")[1].split("## Raw figures")[0]
    return [line for line in table.splitlines() if line.startswith("| ")][1:]


def test_the_issue_s_goals_are_all_there() -> None:
    limits = [goal.at_most for goal in GOALS if goal.at_most is not None]
    assert limits == [0.20, 1.0, 10.5, 0.12, 1.1, 2, 1.0, 0.15, 6, 16, 5]


def test_a_goal_is_reached_by_the_median() -> None:
    gen_files = result("careful MkDocs", kept("pages", ours=[1, 2, 9], gen_files=[10, 10, 10]))
    assert gen_files.spread == Spread((0.1, 0.2, 0.9))
    assert gen_files.reached
    slower = result("careful MkDocs", kept("pages", ours=[1, 3, 9], gen_files=[10, 10, 10]))
    assert not slower.reached


def test_a_part_is_what_it_adds_to_the_pages() -> None:
    found = kept("parts", pages=[2, 4], exports=[3, 5], ungated=[10, 20], build=[11, 28])
    exports, gate = result("exports add", found), result("the gate", found)
    assert exports.spread == Spread((0.5, 0.25))
    assert gate.spread == Spread((0.5, 2.0))
    assert not gate.reached


def test_memory_is_what_each_further_visit_takes() -> None:
    runs = {"small": [Usage(1, 50e6)], "cold": [Usage(9, 50e6 + 124_000 * 4_000)]}
    found = result("each visit, cold `check`", Kept("check", CONDITIONS, runs))
    assert found.goal.unit == "kB"
    assert found.spread == Spread((pytest.approx(4.0),))  # type: ignore[arg-type]
    assert found.reached


def test_what_was_not_measured_says_so_in_its_row() -> None:
    lines = rows({"summary": kept("summary", check=[1.0], summary=[1.0])})
    assert len(lines) == len(GOALS)
    assert lines[-1] == (
        "| national page from 34 provinces' packages ÷ reading those files once | 5 "
        "| not measured: `make bench ARGS='--only national'` has not run | | |"
    )
    assert lines[1] == (
        "| the same ÷ Hugo | 1 | not measured: `make bench ARGS='--only pages'` has not run | | |"
    )


def test_a_row_says_goal_median_range_rounds_and_whether_it_is_reached() -> None:
    found = {"growth": kept("growth", small=[1] * 3, site=[2.0, 2.0, 2.0], large=[20, 24.0, 18])}
    line = next(line for line in rows(found) if line.startswith("| full build"))
    assert line == "| full build, 35,000 ÷ 3,500 visits | 10.5 | 10 (9 – 12) | 3 | yes |"
    found = {"growth": kept("growth", small=[1] * 3, site=[2.0, 2.0, 2.0], large=[30, 24.0, 40])}
    line = next(line for line in rows(found) if line.startswith("| full build"))
    assert line == "| full build, 35,000 ÷ 3,500 visits | 10.5 | 15 (12 – 20) | 3 | **no** |"


def test_every_section_and_every_command_has_words(everything: dict[str, Kept]) -> None:
    assert set(SECTIONS) == set(HEADINGS) == {section for section, _ in RUNS}
    text = "\n".join(page_lines(everything, SIZES))
    for section, name in RUNS:
        assert f"| {RUNS[section, name].format(**named(SIZES))} | 1 (1 – 1) | 100 | 5 |" in text
    assert not re.search(r"[{}]", text.replace("`{{", ""))
    assert "2 × Z80" in text
    assert (
        "| pages | 2 × Z80 | CPython 3.11.7 | 0.5 | `cccccccccccc` | 2022-12-31T12:00:00+07:00 |"
        in text
    )


def test_counts_stand_below_the_commands() -> None:
    lines = list(
        page_lines({"rebuild": kept("rebuild", {"pages": 4068}, full=[1.0], changed=[1.0])}, SIZES)
    )
    assert "\npages: 4,068.\n" in lines


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ((1.2345, 0.5, 2.0), "1.23 (0.5 – 2)"),
        ((1234.5, 99.95, 20000.0), "1,234 (100 – 20,000)"),
        ((-0.01, 0.0, 0.02), "0 (-0.01 – 0.02)"),
    ],
)
def test_figures_are_rounded_to_three_places(values: tuple[float, ...], text: str) -> None:
    assert shown(Spread(values)) == text


def test_the_page_and_its_chart_are_the_same_bytes_again(
    everything: dict[str, Kept], tmp_path: Path
) -> None:
    for name in ("one.md", "other.md"):
        write(everything, SIZES, tmp_path / name)
    one, other = ((tmp_path / name) for name in ("one.md", "other.md"))
    assert one.read_bytes() == other.read_bytes()
    assert one.with_suffix(".svg").read_bytes() == other.with_suffix(".svg").read_bytes()


def drawn(found: dict[str, Kept]) -> ET.Element:
    text = chart(list(outcomes(found, SIZES)), found.get("pages"), named(SIZES))
    return ET.fromstring(text)  # noqa: S314  (our own)


def test_the_chart_has_a_bar_for_each_goal_and_each_peer(everything: dict[str, Kept]) -> None:
    svg = drawn(everything)
    kinds = [rect.get("class") for rect in svg.iter(f"{SVG}rect")]
    goals = [goal for goal in GOALS if goal.at_most is not None]
    assert len(kinds) == 1 + len(goals) + 5
    reached = [each.reached for each in outcomes(everything, SIZES) if each.goal.at_most]
    assert [kind for kind in kinds if kind in {"yes", "no"}] == [
        "yes" if each else "no" for each in reached
    ]
    assert kinds.count("ours") == 1


def test_bars_stay_within_the_chart_whatever_was_measured(everything: dict[str, Kept]) -> None:
    growth = kept("growth", small=[1e-9], site=[1e-9], large=[1e9])
    rebuild = kept("rebuild", full=[1e9], changed=[1e-9])
    svg = drawn(everything | {"growth": growth, "rebuild": rebuild})
    for rect in svg.iter(f"{SVG}rect"):
        left, width = float(rect.get("x", 0)), float(rect.get("width", 0))
        assert width >= 0
        assert left + width <= WIDTH


def test_a_bar_of_the_goal_itself_ends_at_the_dashed_line(everything: dict[str, Kept]) -> None:
    found = everything | {"growth": kept("growth", small=[1], site=[2], large=[21])}
    svg = drawn(found)
    (line,) = (each for each in svg.iter(f"{SVG}line") if each.get("class") == "goal")
    ends = [
        round(float(rect.get("x", 0)) + float(rect.get("width", 0)), 1)
        for rect in svg.iter(f"{SVG}rect")
    ]
    assert float(line.get("x1", 0)) in ends


def test_what_the_chart_names_it_names_shortly() -> None:
    for goal in GOALS:
        label = goal.label.format(**named(SIZES))
        assert bool(label) == (goal.at_most is not None)
        assert len(label) <= 48


def test_without_figures_the_chart_says_that_nothing_was_measured() -> None:
    svg = drawn({})
    texts = [text.text for text in svg.iter(f"{SVG}text")]
    assert texts.count("not measured") == sum(goal.at_most is not None for goal in GOALS)

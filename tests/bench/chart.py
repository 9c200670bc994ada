"""The chart of the page: SVG that is legible in light and in dark, drawn line by line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import log10
from typing import Final

from tests.bench.goals import Outcome
from tests.bench.kept import Kept

WIDTH: Final = 760
_LEFT: Final = 320
_RIGHT: Final = 680
_FIGURES: Final = 746
_ROW: Final = 24
_BAR: Final = 12
# Shares of a goal from a tenth to ten times, on a scale of equal factors.
_LOWEST: Final = 0.1
_HIGHEST: Final = 10.0

_TITLE: Final = "Measured ratios as shares of their goals; CPU seconds side by side"
_STYLE: Final = """\
<style>
  text { font: 12.5px system-ui, sans-serif; fill: #1f2328; }
  .title { font-weight: 600; font-size: 14px; }
  .faint { fill: #59636e; }
  .axis { stroke: #d1d9e0; } .goal { stroke: #1f2328; stroke-dasharray: 4 3; }
  .yes { fill: #1a7f5a; } .no { fill: #c2410c; } .plain { fill: #8c959f; } .ours { fill: #1f6feb; }
  .range { stroke: #1f2328; stroke-width: 1.5; }
  .ground { fill: #ffffff; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; } .faint { fill: #9198a1; }
    .axis { stroke: #3d444d; } .goal, .range { stroke: #f0f6fc; }
    .yes { fill: #3fb68b; } .no { fill: #f0883e; } .plain { fill: #656c76; } .ours { fill: #58a6ff; }
    .ground { fill: #0d1117; }
  }
</style>"""

PEERS: Final[Mapping[str, str]] = {
    "ours": "congtac, from the records",
    "hugo-html": "Hugo, finished HTML",
    "hugo": "Hugo, Markdown",
    "eleventy": "Eleventy, Markdown",
    "gen-files": "MkDocs with gen-files",
}


@dataclass(frozen=True, slots=True)
class _Bar:
    """One line: from x to x, the range of the values, and what stands before and behind it."""

    label: str
    figure: str
    kind: str
    low: float
    high: float
    reach: tuple[float, float] | None = None


def chart(results: Sequence[Outcome], pages: Kept | None, sizes: Mapping[str, str]) -> str:
    """Return the chart: goals as shares of what they may be, then the pages side by side."""
    goals = [_goal_bar(each, sizes) for each in results if each.goal.at_most is not None]
    sides = list(_side_bars(pages)) if pages else []
    first, second = 78, 78 + _ROW * len(goals) + 64
    height = second + _ROW * len(sides) + 8 if sides else second - 48
    size = f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title">',
        f'<title id="title">{_TITLE}</title>',
        _STYLE,
        f'<rect class="ground" width="{WIDTH}" height="{height}" rx="6"/>',
        _text(16, 28, "Measured ÷ goal: left of the dashed line is reached", "title"),
        *_scale(first - 14, first + _ROW * len(goals)),
        *_bars(goals, first),
    ]
    if sides:
        what = f"Pages of {sizes['site']} visits: CPU seconds of the whole process"
        lines += [_text(16, second - 22, what, "title"), *_bars(sides, second)]
    return "\n".join([*lines, "</svg>", ""])


def _goal_bar(outcome: Outcome, sizes: Mapping[str, str]) -> _Bar:
    label = outcome.goal.label.format(**sizes)
    at_most = outcome.goal.at_most
    if outcome.spread is None or at_most is None:
        return _Bar(label, "not measured", "plain", _LEFT, _LEFT)
    share = outcome.spread.times(1 / at_most)
    reach = (_place(min(share.values)), _place(max(share.values)))
    kind = "yes" if outcome.reached else "no"
    return _Bar(label, f"{share.median:.2f}", kind, _LEFT, _place(share.median), reach)


def _side_bars(kept: Kept) -> Iterator[_Bar]:
    spreads = {name: kept.seconds(name) for name in PEERS}
    most = max(max(each.values) for each in spreads.values())

    def place(value: float) -> float:
        return _LEFT + (_RIGHT - _LEFT) * value / most

    for name, spread in spreads.items():
        kind = "ours" if name == "ours" else "plain"
        reach = (place(min(spread.values)), place(max(spread.values)))
        yield _Bar(PEERS[name], f"{spread.median:.2f} s", kind, _LEFT, place(spread.median), reach)


def _place(share: float) -> float:
    """Return where a share of a goal stands, on the scale of equal factors."""
    held = min(max(share, _LOWEST), _HIGHEST)
    return _LEFT + (_RIGHT - _LEFT) * log10(held / _LOWEST) / log10(_HIGHEST / _LOWEST)


def _scale(top: float, bottom: float) -> Iterator[str]:
    for share in (0.1, 0.3, 1.0, 3.0, 10.0):
        x = _place(share)
        kind = "goal" if share == 1 else "axis"
        yield f'<line class="{kind}" x1="{x:.1f}" x2="{x:.1f}" y1="{top}" y2="{bottom}"/>'
        yield _text(x, top - 5, f"{share:g}", "faint", "middle")


def _bars(bars: Sequence[_Bar], top: float) -> Iterator[str]:
    for number, bar in enumerate(bars):
        middle = top + _ROW * number + _BAR / 2
        yield _text(_LEFT - 10, middle + 4, bar.label, "", "end")
        width = bar.high - bar.low
        yield (
            f'<rect class="{bar.kind}" x="{bar.low:.1f}" y="{middle - _BAR / 2:.1f}" '
            f'width="{width:.1f}" height="{_BAR}" rx="2"/>'
        )
        if bar.reach:
            low, high = bar.reach
            yield (
                f'<line class="range" x1="{low:.1f}" x2="{high:.1f}" y1="{middle:.1f}" '
                f'y2="{middle:.1f}"/>'
            )
        yield _text(_FIGURES, middle + 4, bar.figure, "faint", "end")


def _text(x: float, y: float, text: str, kind: str = "", anchor: str = "start") -> str:
    shown = f' class="{kind}"' if kind else ""
    return f'<text{shown} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'

"""Contrast of the colour tokens, computed: WCAG 2.2 AA for every pair that meets on a page."""

import re
from collections.abc import Iterator

import pytest

from tests.web.harness import THEME

CSS = (THEME / "assets" / "stylesheets" / "congtac.css").read_text(encoding="utf-8")
SCHEMES = {"light": '[data-md-color-scheme="default"]', "dark": '[data-md-color-scheme="slate"]'}

TEXT = 4.5
GRAPHIC = 3.0

PAIRS: tuple[tuple[str, str, float], ...] = (
    *(
        (ink, paper, TEXT)
        for ink in ("text", "text-soft", "brand", "brand-strong")
        for paper in ("bg", "bg-soft", "surface")
    ),
    ("warm", "bg", TEXT),
    ("text", "mark", TEXT),
    ("brand", "brand-soft", TEXT),
    ("brand-strong", "brand-soft", TEXT),
    *((state, f"{state}-soft", TEXT) for state in ("good", "warn", "bad", "warm", "quiet")),
    ("on-header", "header", TEXT),
    ("on-header", "header-deep", TEXT),
    ("gold", "header", TEXT),
    ("gold", "header-deep", TEXT),
    ("on-footer", "footer", TEXT),
    ("on-footer-soft", "footer", TEXT),
    ("text-soft", "cell-0", TEXT),
    ("text", "cell-1", TEXT),
    ("text", "cell-2", TEXT),
    ("on-cell-3", "cell-3", TEXT),
    ("focus", "bg", GRAPHIC),
    ("focus", "surface", GRAPHIC),
    ("focus", "bg-soft", GRAPHIC),
    ("line-strong", "bg", GRAPHIC),
    ("line-strong", "surface", GRAPHIC),
    ("text", "quiet-soft", GRAPHIC),
    *((f"chart-{index}", "surface", GRAPHIC) for index in (*range(1, 7), "target")),
    *((f"chart-{index}", "quiet-soft", GRAPHIC) for index in range(1, 4)),
    *((edge, "surface", GRAPHIC) for edge in ("brand", "good", "warm", "bad")),
)


def tokens(scheme: str) -> dict[str, str]:
    found = re.search(re.escape(SCHEMES[scheme]) + r"\s*\{([^}]*--ct-bg:[^}]*)\}", CSS)
    assert found, scheme
    return dict(re.findall(r"--ct-([a-z0-9-]+):\s*(#[0-9a-f]{6});", found[1]))


def luminance(colour: str) -> float:
    def channel(pair: str) -> float:
        value = int(pair, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(colour[index : index + 2]) for index in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def cases() -> Iterator[tuple[str, str, str, float]]:
    for scheme in SCHEMES:
        for ink, paper, least in PAIRS:
            yield scheme, ink, paper, least


def test_the_formula_agrees_with_its_definition() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize(("scheme", "ink", "paper", "least"), list(cases()))
def test_pairs_have_enough_contrast(scheme: str, ink: str, paper: str, least: float) -> None:
    palette = tokens(scheme)
    assert contrast(palette[ink], palette[paper]) >= least


def test_both_schemes_define_the_same_colours() -> None:
    assert tokens("light").keys() == tokens("dark").keys()


def test_colours_stand_in_the_tokens_only() -> None:
    body = CSS[
        CSS.index("/* ------------------------------------------------------------------ type") :
    ]
    allowed = {"#000", "#000000", "#36424f", "#fff"}  # paper, and white on the coloured header
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", body)) - {"#noi"} <= allowed


def test_every_class_is_written_down() -> None:
    readme = (THEME / "README.md").read_text(encoding="utf-8")
    used = set(re.findall(r"\.(ct-[a-z0-9]+(?:-[a-z0-9]+)*(?:__[a-z-]+)?)", CSS))
    own = {name for name in used if name.startswith(("ct-footer", "ct-mark", "ct-chart__canvas"))}
    assert sorted(name for name in used - own if name not in readme) == []

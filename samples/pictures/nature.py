"""Sky, palms, fields, water: what the delta looks like at different hours."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from random import Random

from samples.pictures.canvas import WIDTH, Canvas, Colour, mix


@dataclass(frozen=True)
class Light:
    """The colours of an hour."""

    high: Colour
    low: Colour
    sun: Colour
    leaf: Colour
    far: Colour
    ground: Colour
    dark: bool = False


MORNING = Light(
    (143, 205, 236),
    (240, 248, 244),
    (255, 246, 206),
    (58, 140, 84),
    (149, 196, 172),
    (150, 196, 92),
)
NOON = Light(
    (94, 178, 230), (214, 239, 248), (255, 250, 224), (46, 128, 72), (134, 188, 158), (138, 188, 76)
)
DUSK = Light(
    (92, 104, 168), (252, 190, 138), (255, 226, 160), (52, 92, 88), (146, 122, 150), (122, 132, 84)
)
NIGHT = Light(
    (18, 28, 62),
    (58, 82, 124),
    (246, 244, 224),
    (22, 56, 58),
    (40, 62, 92),
    (36, 62, 58),
    dark=True,
)
DAYS = (MORNING, NOON, DUSK)


def sky(canvas: Canvas, light: Light, rng: Random, horizon: float) -> None:
    """Air, sun or moon, and clouds or stars above the horizon."""
    canvas.fade(0, horizon, light.high, light.low)
    x, y = rng.uniform(180, 1020), rng.uniform(90, 190)
    canvas.glow(x, y, 150, light.sun, 0.5)
    canvas.disc(x, y, 38, 38, light.sun)
    if light.dark:
        canvas.disc(x + 15, y - 8, 32, 32, mix(light.high, light.low, 0.25))
        for _ in range(46):
            size = rng.uniform(1.0, 2.4)
            spot = (rng.uniform(0, WIDTH), rng.uniform(0, horizon * 0.7))
            canvas.disc(*spot, size, size, (214, 222, 240))
        return
    white = mix(light.low, (255, 255, 255), 0.6)
    for _ in range(rng.randint(3, 5)):
        cloud(canvas, rng.uniform(0, WIDTH), rng.uniform(60, horizon * 0.55), rng, white)


def cloud(canvas: Canvas, x: float, y: float, rng: Random, colour: Colour) -> None:
    """Three to five puffs on a flat base."""
    length = rng.uniform(110, 210)
    canvas.round(x - length / 2, y, length, 26, colour, 13)
    for _ in range(rng.randint(3, 4)):
        across = rng.uniform(22, 40)
        canvas.disc(x + rng.uniform(-0.32, 0.32) * length, y + 4, across, across * 0.75, colour)


def treeline(canvas: Canvas, light: Light, rng: Random, y: float, height: float = 46) -> None:
    """Far orchards along the horizon, a palm standing out here and there."""
    x = -30.0
    while x < WIDTH + 30:
        across = rng.uniform(26, 60)
        canvas.disc(x, y, across, rng.uniform(0.5, 1) * height, light.far)
        if rng.random() < 0.16:
            palm(canvas, x, y, rng.uniform(70, 110), light.far, mix(light.far, light.leaf, 0.2))
        x += across * 1.05
    canvas.box(0, y - 2, WIDTH, 8, light.far)


def palm(
    canvas: Canvas, x: float, y: float, height: float, leaf: Colour, trunk: Colour = (126, 100, 72)
) -> None:
    """A coconut palm: a trunk that bends a little, and fronds around its head."""
    lean = height * 0.12
    spine = [(x + lean * (t / 10) ** 2, y - height * t / 10) for t in range(11)]
    canvas.line(spine, trunk, max(3, height * 0.045))
    top_x, top_y = spine[-1]
    reach = height * 0.38
    for number in range(9):
        angle = pi * (0.02 + 0.12 * number) + pi
        tip_x, tip_y = top_x + reach * cos(angle), top_y + reach * 0.55 * sin(angle) + reach * 0.3
        mid_x, mid_y = top_x + reach * 0.55 * cos(angle), top_y + reach * 0.62 * sin(angle)
        wide = reach * 0.11
        canvas.polygon(
            ((top_x, top_y), (mid_x, mid_y - wide), (tip_x, tip_y), (mid_x, mid_y + wide)),
            leaf if number % 2 else mix(leaf, (255, 255, 255), 0.1),
        )
    for shift in (-0.05, 0.03):
        canvas.disc(
            top_x + shift * height,
            top_y + height * 0.03,
            height * 0.03,
            height * 0.035,
            mix(trunk, leaf, 0.4),
        )


def field(canvas: Canvas, light: Light, top: float, bottom: float, rng: Random) -> None:
    """A rice field whose rows run away to the horizon."""
    canvas.fade(top, bottom, mix(light.ground, light.low, 0.25), light.ground)
    vanish = rng.uniform(350, 850)
    shade = mix(light.ground, light.leaf, 0.28)
    for number in range(-26, 27):
        near = 600 + number * 92
        canvas.polygon(
            ((vanish + number * 9, top), (near + 16, bottom), (near - 14, bottom)), shade
        )


def grass(canvas: Canvas, light: Light, top: float, bottom: float) -> None:
    """A lawn, lighter far away."""
    canvas.fade(top, bottom, mix(light.ground, light.low, 0.2), mix(light.ground, light.leaf, 0.2))


def water(canvas: Canvas, light: Light, rng: Random, top: float, bottom: float) -> None:
    """A river or a pond with the sky in it and a few ripples."""
    canvas.fade(top, bottom, mix(light.low, light.high, 0.25), mix(light.high, light.leaf, 0.3))
    gleam = mix(light.low, (255, 255, 255), 0.35)
    for _ in range(34):
        y = rng.uniform(top + 8, bottom - 8)
        length = rng.uniform(20, 90) * (0.4 + (y - top) / (bottom - top))
        x = rng.uniform(-20, WIDTH)
        canvas.round(x, y, length, 3, mix(light.low, gleam, rng.random()), 1.5)

"""Houses, halls, tents, bridges and lamps."""

from __future__ import annotations

from random import Random

from samples.pictures.canvas import Canvas, Colour, mix
from samples.pictures.nature import Light

ROOFS: tuple[Colour, ...] = ((190, 84, 62), (168, 92, 70), (104, 132, 150), (182, 108, 64))
WALLS: tuple[Colour, ...] = ((246, 226, 176), (230, 236, 226), (206, 226, 232), (248, 214, 190))
WOOD: Colour = (150, 106, 68)
LAMP: Colour = (255, 222, 140)


def house(canvas: Canvas, x: float, y: float, width: float, rng: Random, light: Light) -> None:
    """A hamlet house or hall by the lower left corner: roof, porch, door, two windows."""
    shade = 0.5 if light.dark else (0.12 if light.low[2] < 180 else 0.0)
    wall = mix(rng.choice(WALLS), light.high, shade)
    roof = mix(rng.choice(ROOFS), light.high, shade)
    height = width * 0.42
    top = y - height
    canvas.box(x, top, width, height, wall)
    canvas.box(x, y - height * 0.16, width, height * 0.16, mix(wall, (90, 80, 70), 0.35))
    canvas.polygon(
        (
            (x - width * 0.1, top + 4),
            (x + width * 0.14, top - height * 0.62),
            (x + width * 0.86, top - height * 0.62),
            (x + width * 1.1, top + 4),
        ),
        roof,
    )
    canvas.box(x - width * 0.1, top, width * 1.2, 7, mix(roof, (40, 20, 20), 0.35))
    glass = LAMP if light.dark else mix((126, 176, 198), light.high, 0.3)
    frame = mix(WOOD, light.high, shade)
    for place in (0.1, 0.68):
        canvas.box(
            x + width * place - 4, top + height * 0.24, width * 0.22 + 8, height * 0.42, frame
        )
        canvas.box(x + width * place, top + height * 0.27, width * 0.22, height * 0.36, glass)
        canvas.box(x + width * (place + 0.1), top + height * 0.27, 5, height * 0.36, frame)
    door = LAMP if light.dark else mix((98, 72, 54), light.high, shade)
    canvas.box(x + width * 0.42, top + height * 0.22, width * 0.16, height * 0.78, door)
    canvas.box(x + width * 0.36, y - 8, width * 0.28, 12, mix(wall, (70, 70, 70), 0.4))


def pagoda(canvas: Canvas, x: float, y: float, height: float, light: Light) -> None:
    """The roofs of a Khmer pagoda far off."""
    gold = mix((226, 168, 66), light.low, 0.25 if not light.dark else 0.1)
    gold = mix(gold, light.high, 0.5 if light.dark else 0.0)
    for level in range(3):
        width = height * (1.15 - level * 0.3)
        base = y - height * (0.2 + level * 0.2)
        canvas.box(
            x - width * 0.36, base, width * 0.72, height * 0.2, mix(gold, (255, 255, 255), 0.3)
        )
        canvas.polygon(
            (
                (x - width * 0.62, base + 4),
                (x - width * 0.3, base - height * 0.2),
                (x + width * 0.3, base - height * 0.2),
                (x + width * 0.62, base + 4),
            ),
            mix(gold, (170, 60, 40), 0.35),
        )
    canvas.polygon(
        (
            (x - height * 0.06, y - height * 0.72),
            (x + height * 0.06, y - height * 0.72),
            (x, y - height * 1.25),
        ),
        gold,
    )


def tent(canvas: Canvas, x: float, y: float, width: float, colour: Colour) -> None:
    """A camp tent, one flap open."""
    height = width * 0.72
    canvas.polygon(((x, y), (x + width / 2, y - height), (x + width, y)), colour)
    canvas.polygon(
        ((x + width * 0.32, y), (x + width / 2, y - height), (x + width * 0.62, y)),
        mix(colour, (20, 20, 40), 0.55),
    )
    canvas.polygon(
        (
            (x + width / 2, y - height),
            (x + width, y),
            (x + width * 1.22, y - height * 0.16),
            (x + width * 0.68, y - height * 1.02),
        ),
        mix(colour, (10, 10, 30), 0.22),
    )


def fire(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A camp fire with its glow."""
    canvas.glow(x, y - size * 0.5, size * 3.4, (255, 170, 80), 0.62)
    for angle in (-1, 1):
        canvas.line(
            ((x - angle * size * 0.7, y), (x + angle * size * 0.6, y - size * 0.22)), WOOD, 9
        )
    for scale, colour in ((1.0, (238, 110, 48)), (0.66, (252, 172, 64)), (0.36, (255, 232, 150))):
        canvas.polygon(
            (
                (x - size * 0.5 * scale, y),
                (x - size * 0.3 * scale, y - size * 0.7 * scale),
                (x - size * 0.08 * scale, y - size * 0.55 * scale),
                (x + size * 0.06 * scale, y - size * 1.3 * scale),
                (x + size * 0.36 * scale, y - size * 0.6 * scale),
                (x + size * 0.5 * scale, y),
            ),
            colour,
        )


def lamp_post(canvas: Canvas, x: float, y: float, height: float, *, lit: bool) -> None:
    """A street lamp; at night with its light."""
    metal = (92, 100, 112)
    canvas.line(
        ((x, y), (x, y - height), (x + height * 0.16, y - height * 1.03)), metal, height * 0.028
    )
    lamp_x, lamp_y = x + height * 0.17, y - height * 1.02
    if lit:
        canvas.glow(lamp_x, lamp_y, height * 0.62, LAMP, 0.75)
    canvas.disc(lamp_x, lamp_y, height * 0.05, height * 0.03, LAMP if lit else (214, 220, 224))


def boat(canvas: Canvas, x: float, y: float, length: float, colour: Colour = (116, 82, 58)) -> None:
    """A long wooden boat by the middle of its waterline."""
    half = length / 2
    canvas.polygon(
        (
            (x - half, y - length * 0.1),
            (x + half, y - length * 0.1),
            (x + half * 0.8, y + length * 0.05),
            (x - half * 0.8, y + length * 0.05),
        ),
        colour,
    )
    canvas.line(
        ((x - half, y - length * 0.1), (x + half, y - length * 0.1)),
        mix(colour, (255, 255, 255), 0.25),
        6,
    )


def sapling(canvas: Canvas, x: float, y: float, height: float, leaf: Colour) -> None:
    """A young tree with its stake."""
    canvas.line(((x + 6, y), (x + 6, y - height * 0.9)), (176, 150, 106), 4)
    canvas.line(((x, y), (x, y - height * 0.7)), (112, 84, 58), 5)
    for across, up in ((-0.2, 0.72), (0.2, 0.78), (0, 1.0)):
        canvas.disc(x + across * height, y - up * height, height * 0.22, height * 0.2, leaf)

"""People as simple shapes, in the blue shirts of the Union."""

from __future__ import annotations

from random import Random

from samples.pictures.canvas import Canvas, Colour, Point, mix

BLUE: Colour = (31, 110, 184)
SKINS: tuple[Colour, ...] = ((240, 200, 164), (226, 180, 142), (205, 156, 118))
HAIR: Colour = (42, 36, 40)
TROUSERS: tuple[Colour, ...] = ((38, 48, 74), (62, 66, 82), (44, 62, 88))
STRAW: Colour = (232, 208, 142)


def shirt(rng: Random) -> Colour:
    """Blue of one cloth, washed more or less often."""
    return mix(BLUE, rng.choice(((255, 255, 255), (20, 60, 120))), rng.uniform(0, 0.16))


def standing(
    canvas: Canvas,
    feet: Point,
    height: float,
    rng: Random,
    pose: str = "rest",
    style: str = "any",
) -> None:
    """A person from the feet up; poses: rest, point, work, carry."""
    (x, y), unit = feet, height / 8
    skin, cloth, legs = rng.choice(SKINS), shirt(rng), rng.choice(TROUSERS)
    side = rng.choice((-1, 1))
    if pose != "work":
        canvas.disc(x, y, unit * 1.5, unit * 0.28, (70, 84, 74))
    spread = unit * (0.95 if pose in ("work", "carry") else 0.5)
    for foot in (-1, 1):
        canvas.line(
            ((x + foot * unit * 0.42, y - unit * 3.7), (x + foot * spread, y - unit * 0.2)),
            legs,
            unit * 0.85,
        )
    shoulder, hip = y - unit * 6.35, y - unit * 3.4
    if pose == "work":
        _tool(canvas, x, y, unit, side)
    _arms(canvas, (x, shoulder), unit, (skin, cloth), _hands(pose, side))
    canvas.round(x - unit * 1.12, shoulder, unit * 2.24, hip - shoulder, cloth, unit * 0.6)
    canvas.polygon(
        ((x - unit * 0.4, shoulder), (x + unit * 0.4, shoulder), (x, shoulder + unit * 0.6)), skin
    )
    head(canvas, (x, y - unit * 7.15), unit * 0.86, rng, skin, style)


def _arms(
    canvas: Canvas,
    chest: Point,
    unit: float,
    look: tuple[Colour, Colour],
    hands: tuple[tuple[float, Point], ...],
) -> None:
    """Two sleeves and two hands; a hand is given in units from the chest."""
    (x, y), (skin, cloth) = chest, look
    for shoulder, (across, down) in hands:
        start = (x + shoulder * unit, y + unit * 0.5)
        elbow = (
            x + (shoulder + across) / 2 * unit + shoulder * unit * 0.3,
            y + unit * (down + 0.6) / 2,
        )
        hand = (x + across * unit, y + down * unit)
        canvas.line((start, elbow), mix(cloth, (10, 30, 70), 0.12), unit * 0.72)
        canvas.line((elbow, hand), skin, unit * 0.5)


def _hands(pose: str, side: int) -> tuple[tuple[float, Point], ...]:
    """Each shoulder with its hand; who points or works may be turned to either side."""
    if pose == "point":
        return (-side, (-1.5 * side, 2.9)), (side, (2.7 * side, 0.1))
    if pose == "work":
        return (-side, (1.9 * side, 1.9)), (side, (2.2 * side, 2.5))
    if pose == "carry":
        return (-1, (-1.3, 2.2)), (1, (1.3, 2.2))
    return (-1, (-1.5, 3.0)), (1, (1.5, 3.0))


def _tool(canvas: Canvas, x: float, y: float, unit: float, side: int) -> None:
    """A hoe, held to one side."""
    top, tip = (x + side * unit * 1.5, y - unit * 5.4), (x + side * unit * 3.1, y - unit * 0.4)
    canvas.line((top, tip), (150, 112, 70), unit * 0.24)
    canvas.polygon(
        (
            tip,
            (tip[0] - side * unit * 0.2, tip[1] - unit * 0.5),
            (tip[0] + side * unit * 0.9, tip[1] + unit * 0.2),
        ),
        (112, 118, 126),
    )


def head(
    canvas: Canvas, middle: Point, radius: float, rng: Random, skin: Colour, style: str = "any"
) -> None:
    """A head; styles: any, bare (no hat), chi (a woman, no hat), anh (a man, no hat)."""
    x, y = middle
    kind = rng.random()
    long_hair = rng.random() < 0.45
    hat = style == "any"
    if style in ("anh", "chi"):
        long_hair = style == "chi"
    if long_hair:
        canvas.round(
            x - radius * 1.08, y - radius * 0.6, radius * 2.16, radius * 2.1, HAIR, radius * 0.8
        )
    canvas.box(
        x - radius * 0.34, y + radius * 0.5, radius * 0.68, radius * 0.8, mix(skin, HAIR, 0.12)
    )
    canvas.disc(x, y, radius * 0.9, radius, skin)
    canvas.polygon(
        [
            *canvas.arc(x, y - radius * 0.1, radius, (0.5, 1.0)),
            (x + radius * 0.6, y - radius * 0.42),
            (x - radius * 0.35, y - radius * 0.5),
        ],
        HAIR,
    )
    if hat and kind < 0.22:
        brim = y - radius * 0.35
        canvas.polygon(
            ((x - radius * 2, brim), (x, y - radius * 1.75), (x + radius * 2, brim)), STRAW
        )
        canvas.polygon(
            ((x - radius * 2, brim), (x + radius * 2, brim), (x, brim + radius * 0.34)),
            mix(STRAW, (120, 90, 40), 0.3),
        )
    elif hat and kind < 0.42:
        cap = mix(BLUE, (0, 20, 60), 0.25)
        canvas.polygon([*canvas.arc(x, y - radius * 0.3, radius * 1.02, (0.5, 1.0))], cap)
        canvas.round(
            x - radius * 0.2, y - radius * 0.42, radius * 1.5, radius * 0.24, cap, radius * 0.1
        )


def seen_from_behind(canvas: Canvas, x: float, y: float, size: float, rng: Random) -> None:
    """Someone on a chair, looking away from us; the point is the middle of the seat."""
    skin, cloth = rng.choice(SKINS), shirt(rng)
    canvas.round(x - size * 0.95, y - size * 2.0, size * 1.9, size * 2.5, cloth, size * 0.62)
    canvas.box(x - size * 0.26, y - size * 2.3, size * 0.52, size * 0.5, mix(skin, HAIR, 0.2))
    canvas.disc(x, y - size * 2.85, size * 0.62, size * 0.7, HAIR)
    if rng.random() < 0.45:
        canvas.round(x - size * 0.45, y - size * 2.9, size * 0.9, size * 1.5, HAIR, size * 0.4)
    chair = rng.choice(((196, 72, 62), (60, 120, 160), (206, 150, 70)))
    canvas.round(x - size * 0.85, y - size * 0.85, size * 1.7, size * 1.35, chair, size * 0.3)
    canvas.round(
        x - size * 0.55, y - size * 0.5, size * 1.1, size * 0.2, mix(chair, (0, 0, 0), 0.2), 4
    )


def at_table(canvas: Canvas, x: float, y: float, size: float, rng: Random) -> None:
    """Someone facing us behind a table whose edge is at the point."""
    skin, cloth = rng.choice(SKINS), shirt(rng)
    canvas.round(x - size * 1.05, y - size * 2.3, size * 2.1, size * 3.0, cloth, size * 0.66)
    canvas.polygon(
        (
            (x - size * 0.34, y - size * 2.3),
            (x + size * 0.34, y - size * 2.3),
            (x, y - size * 1.75),
        ),
        skin,
    )
    head(canvas, (x, y - size * 3.05), size * 0.74, rng, skin, "bare")


def line_up(
    canvas: Canvas, rng: Random, span: tuple[float, float], ground: float, poses: tuple[str, ...]
) -> None:
    """A handful of people between two points, the nearer the larger."""
    start, end = span
    count = len(poses)
    places = [start + (end - start) * (n + 0.5) / count for n in range(count)]
    depth = [rng.uniform(-26, 26) for _ in places]
    for x, down, pose in sorted(zip(places, depth, poses, strict=True), key=lambda each: each[1]):
        feet = (x + rng.uniform(-14, 14), ground + down)
        standing(canvas, feet, 190 + down * 1.2, rng, pose)

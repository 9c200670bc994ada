"""Rooms: the branch meeting in the evening, and the table with the files."""

from __future__ import annotations

from random import Random

from samples.pictures import people as p
from samples.pictures.canvas import WIDTH, Canvas, Colour, mix
from samples.pictures.nature import DUSK, MORNING, NIGHT, Light
from samples.pictures.things import LAMP, WOOD

_ROOMS: tuple[Colour, ...] = ((238, 224, 192), (214, 228, 220), (222, 222, 236), (240, 214, 192))


def _window(canvas: Canvas, x: float, y: float, light: Light) -> None:
    canvas.round(x - 12, y - 12, 194, 204, mix(WOOD, (255, 255, 255), 0.15), 6)
    for step in range(18):
        canvas.box(x, y + step * 10, 170, 10, mix(light.high, light.low, step / 18))
    for across, up in ((26, 150), (80, 162), (140, 148)):
        canvas.disc(x + across, y + up, 30, 26, light.leaf)
    canvas.box(x, y + 168, 170, 12, light.leaf)
    canvas.box(x + 81, y, 8, 180, mix(WOOD, (255, 255, 255), 0.15))
    canvas.box(x, y + 86, 170, 8, mix(WOOD, (255, 255, 255), 0.15))


def _room(rng: Random, light: Light) -> Canvas:
    wall = rng.choice(_ROOMS)
    canvas = Canvas(wall)
    canvas.fade(0, 500, mix(wall, (255, 255, 255), 0.25), wall)
    canvas.box(0, 400, WIDTH, 100, mix(wall, (120, 150, 140), 0.3))
    canvas.fade(500, 800, (196, 168, 134), (164, 130, 98))
    for x in (70, 960):
        _window(canvas, x, 130, light)
    return canvas


def _lamps(canvas: Canvas) -> None:
    for x in (360, 840):
        canvas.glow(x, 60, 190, LAMP, 0.55)
        canvas.round(x - 90, 40, 180, 14, (255, 250, 232), 7)


def _board(canvas: Canvas, x: float, rng: Random) -> None:
    """A board with lines and a chart, so that no word has to be drawn."""
    canvas.round(x - 8, 122, 316, 206, WOOD, 6)
    canvas.box(x, 130, 300, 190, (52, 96, 84))
    chalk = (220, 232, 222)
    for row in range(4):
        canvas.round(x + 24, 158 + row * 26, rng.uniform(70, 130), 6, chalk, 3)
    for column in range(5):
        height = rng.uniform(30, 110)
        canvas.box(
            x + 178 + column * 22, 292 - height, 14, height, mix(chalk, (250, 200, 120), 0.5)
        )


def meeting(rng: Random, style: str, *, evening: bool) -> Canvas:
    """Rows of chairs seen from behind; one stands and speaks, two sit at the table in front."""
    light = rng.choice((NIGHT, DUSK) if evening else (MORNING, MORNING))
    canvas = _room(rng, light)
    _board(canvas, rng.uniform(420, 500), rng)
    _lamps(canvas)
    places = rng.sample((440, 560, 680, 790), 2)
    for seat in sorted(places):
        p.at_table(canvas, seat, 452, 40, rng)
    canvas.box(320, 448, 560, 16, mix(WOOD, (255, 255, 255), 0.2))
    canvas.box(336, 464, 528, 78, rng.choice(((70, 128, 168), (176, 84, 72), (84, 134, 104))))
    for cup in (450, 590, 740):
        canvas.round(cup, 424, 20, 26, (236, 240, 242), 5)
    speaker = rng.choice((250, 960))
    p.standing(canvas, (speaker, 572), 250, rng, "point", style)
    for row, (y, size, gap) in enumerate(((640, 36, 118), (716, 43, 142), (806, 52, 176))):
        start = rng.uniform(20, 70) - row * 24
        x: float = start
        while x < WIDTH + 40:
            if rng.random() < 0.9:
                p.seen_from_behind(canvas, x, y, size, rng)
            x += gap
    return canvas


def office(rng: Random) -> Canvas:
    """A long table with files, the team on the far side, the hosts with their backs to us."""
    canvas = _room(rng, rng.choice((MORNING, MORNING, DUSK)))
    shelf = rng.uniform(420, 520)
    canvas.round(shelf, 110, 280, 220, mix(WOOD, (60, 40, 30), 0.2), 6)
    for row in range(3):
        x = shelf + 14
        while x < shelf + 256:
            width = rng.uniform(12, 22)
            colour = rng.choice(((186, 78, 66), (64, 116, 158), (214, 172, 84), (92, 140, 104)))
            canvas.box(x, 126 + row * 68 + rng.uniform(0, 8), width, 50, colour)
            x += width + 3
    _lamps(canvas)
    for number in range(5):
        p.at_table(canvas, 220 + number * 190 + rng.uniform(-16, 16), 540, 56, rng)
    canvas.polygon(
        ((110, 534), (1090, 534), (1180, 650), (20, 650)), mix(WOOD, (255, 255, 255), 0.3)
    )
    canvas.box(20, 650, 1160, 26, mix(WOOD, (40, 20, 10), 0.2))
    for number in range(6):
        x = 170 + number * 160 + rng.uniform(-20, 20)
        canvas.polygon(((x, 566), (x + 70, 566), (x + 78, 606), (x - 8, 606)), (250, 250, 246))
        canvas.line(((x + 10, 578), (x + 56, 578)), (150, 160, 170), 3)
        canvas.line(((x + 8, 590), (x + 58, 590)), (150, 160, 170), 3)
        if number % 2:
            canvas.round(x + 92, 560, 26, 34, (120, 176, 200), 6)
    for number in range(4):
        p.seen_from_behind(canvas, 190 + number * 275 + rng.uniform(-20, 20), 800, 62, rng)
    return canvas

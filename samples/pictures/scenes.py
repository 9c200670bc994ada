"""The scenes by name: each a whole picture, different with every seed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random

from samples.pictures import nature as n
from samples.pictures import people as p
from samples.pictures import things as t
from samples.pictures.canvas import WIDTH, Canvas, mix
from samples.pictures.interiors import meeting, office

Scene = Callable[[Random], Canvas]


def _outside(light: n.Light, rng: Random, horizon: float) -> Canvas:
    canvas = Canvas(light.ground)
    n.sky(canvas, light, rng, horizon)
    n.treeline(canvas, light, rng, horizon)
    return canvas


def road(rng: Random) -> Canvas:
    """A new road between the fields, and those who lay it."""
    light = rng.choice(n.DAYS)
    canvas = _outside(light, rng, 360)
    if rng.random() < 0.5:
        t.pagoda(canvas, rng.uniform(150, 1050), 362, 120, light)
    n.field(canvas, light, 362, 800, rng)
    far = rng.uniform(560, 720)
    concrete = mix((214, 208, 196), light.low, 0.2)
    canvas.polygon(((far - 10, 364), (far + 14, 364), (930, 800), (230, 800)), concrete)
    edge = mix(concrete, (120, 110, 96), 0.35)
    canvas.polygon(((far - 14, 364), (far - 10, 364), (230, 800), (196, 800)), edge)
    canvas.polygon(((far + 14, 364), (far + 18, 364), (966, 800), (930, 800)), edge)
    for scale in (0.4, 0.62, 0.9):
        spot = 364 + 436 * scale**1.6
        n.palm(canvas, far + 30 + 360 * scale**1.6, spot, 150 + 260 * scale, light.leaf)
    mound = mix(concrete, (150, 130, 100), 0.4)
    canvas.disc(330, 700, 110, 34, mound)
    p.line_up(canvas, rng, (330, 900), 670, ("work", "carry", "work", "rest", "work"))
    return canvas


def trees(rng: Random) -> Canvas:
    """Saplings along a road, and those who plant them."""
    light = rng.choice((n.MORNING, n.NOON))
    canvas = _outside(light, rng, 400)
    t.house(canvas, rng.uniform(60, 180), 470, 270, rng, light)
    t.house(canvas, rng.uniform(760, 840), 460, 230, rng, light)
    n.grass(canvas, light, 440, 800)
    canvas.polygon(((0, 520), (WIDTH, 500), (WIDTH, 590), (0, 640)), (206, 190, 160))
    for number in range(7):
        x = 70 + number * 176
        t.sapling(canvas, x, 522 - number * 3, 74, light.leaf)
    p.line_up(canvas, rng, (120, 1080), 720, ("work", "carry", "work", "rest", "work", "carry"))
    for number in range(5):
        t.sapling(canvas, 140 + number * 235, 768, 96, mix(light.leaf, (255, 255, 255), 0.08))
    return canvas


def village(rng: Random) -> Canvas:
    """Houses along a hamlet road, and people talking with people."""
    light = rng.choice(n.DAYS)
    canvas = _outside(light, rng, 380)
    n.grass(canvas, light, 380, 800)
    for x in (70, 480, 850):
        n.palm(canvas, x + rng.uniform(-20, 20), 500, rng.uniform(250, 340), light.leaf)
        t.house(canvas, x + rng.uniform(20, 60), 540, rng.uniform(250, 300), rng, light)
    canvas.polygon(
        ((0, 590), (WIDTH, 570), (WIDTH, 720), (0, 760)), mix((216, 200, 170), light.low, 0.2)
    )
    p.line_up(canvas, rng, (180, 520), 710, ("rest", "point", "rest"))
    p.line_up(canvas, rng, (640, 1080), 700, ("rest", "point", "carry", "rest"))
    return canvas


def hall(rng: Random) -> Canvas:
    """The culture house of a hamlet, and those who come to the meeting."""
    light = rng.choice((n.DUSK, n.NIGHT, n.MORNING))
    canvas = _outside(light, rng, 420)
    n.grass(canvas, light, 420, 800)
    n.palm(canvas, 150, 600, 400, light.leaf)
    n.palm(canvas, 1060, 600, 440, light.leaf)
    t.house(canvas, 330, 600, 540, rng, light)
    canvas.polygon(
        ((500, 600), (700, 600), (860, 800), (320, 800)), mix(light.ground, (230, 214, 180), 0.6)
    )
    if light.dark:
        canvas.glow(600, 560, 300, t.LAMP, 0.5)
        t.lamp_post(canvas, 250, 690, 330, lit=True)
    p.line_up(canvas, rng, (180, 1020), 720, ("rest", "rest", "point", "rest", "rest"))
    return canvas


def camp(rng: Random) -> Canvas:
    """Tents at nightfall around a fire."""
    light = rng.choice((n.DUSK, n.NIGHT))
    canvas = _outside(light, rng, 400)
    n.grass(canvas, light, 400, 800)
    colours = ((214, 120, 74), (86, 132, 150), (208, 176, 96), (120, 146, 92), (176, 96, 104))
    for number, x in enumerate((20, 250, 700, 930)):
        colour = mix(
            colours[(number + rng.randint(0, 4)) % 5], light.high, 0.3 if light.dark else 0.1
        )
        t.tent(canvas, x, 560 + (number % 2) * 18, 240, colour)
    t.fire(canvas, 600, 640, 96)
    p.line_up(canvas, rng, (170, 480), 720, ("rest", "point", "rest"))
    p.line_up(canvas, rng, (740, 1040), 720, ("rest", "rest", "point"))
    return canvas


def ponds(rng: Random) -> Canvas:
    """Shrimp ponds by the sea, with paddle wheels turning."""
    light = rng.choice((n.MORNING, n.NOON, n.DUSK))
    canvas = _outside(light, rng, 340)
    n.water(canvas, light, rng, 344, 800)
    soil = mix((172, 140, 100), light.low, 0.15)
    canvas.polygon(((0, 470), (WIDTH, 452), (WIDTH, 474), (0, 500)), soil)
    canvas.polygon(((0, 690), (520, 640), (1200, 700), (1200, 800), (0, 800)), soil)
    foam = mix((255, 255, 255), light.low, 0.3)
    for x, y, size in ((220, 420, 18), (640, 414, 16), (300, 570, 30), (860, 560, 32)):
        for shift in (-2.2, 0, 2.2):
            canvas.disc(x + shift * size, y + size * 0.4, size * 1.1, size * 0.35, foam)
            canvas.disc(x + shift * size, y - size * 0.1, size * 0.6, size * 0.75, (236, 240, 240))
        canvas.line(
            ((x - 3.2 * size, y - size * 0.1), (x + 3.2 * size, y - size * 0.1)),
            (84, 96, 110),
            size * 0.2,
        )
    n.palm(canvas, 1110, 730, 380, light.leaf)
    p.line_up(canvas, rng, (380, 900), 740, ("rest", "point", "rest"))
    return canvas


def school(rng: Random) -> Canvas:
    """A school yard in the morning."""
    light = rng.choice((n.MORNING, n.NOON))
    canvas = _outside(light, rng, 380)
    wall, roof = (246, 224, 160), (186, 82, 64)
    for floor in (0, 1):
        top = 230 + floor * 150
        canvas.box(140, top, 920, 150, mix(wall, (255, 255, 255), 0.15 * floor))
        for number in range(8):
            canvas.box(172 + number * 112, top + 34, 66, 76, (116, 164, 184))
            canvas.box(172 + number * 112 + 31, top + 34, 5, 76, (240, 240, 230))
        canvas.box(130, top + 138, 940, 14, (150, 160, 160))
    canvas.polygon(((110, 232), (190, 160), (1010, 160), (1090, 232)), roof)
    canvas.box(0, 530, WIDTH, 270, (222, 206, 178))
    n.grass(canvas, light, 524, 552)
    for x in (90, 1080):
        canvas.line(((x, 620), (x, 430)), (116, 88, 64), 20)
        for across, up in ((-48, 400), (44, 392), (0, 340), (-10, 420)):
            canvas.disc(x + across, up, 74, 58, mix(light.leaf, (255, 255, 255), 0.06))
    p.line_up(canvas, rng, (150, 620), 700, ("rest", "point", "rest", "rest"))
    p.line_up(canvas, rng, (680, 1060), 716, ("rest", "rest", "carry"))
    return canvas


def bridge(rng: Random) -> Canvas:
    """A wooden bridge over a creek between nipa palms."""
    light = rng.choice((n.MORNING, n.NOON, n.DUSK))
    canvas = _outside(light, rng, 350)
    n.water(canvas, light, rng, 352, 800)
    bank = mix(light.ground, light.leaf, 0.3)
    canvas.polygon(((0, 470), (250, 500), (190, 640), (240, 800), (0, 800)), bank)
    canvas.polygon(((1200, 470), (950, 500), (1010, 640), (960, 800), (1200, 800)), bank)
    for x, y in ((60, 520), (150, 600), (1130, 520), (1040, 610)):
        for lean in (-0.5, -0.25, 0, 0.25, 0.5):
            tip = (x + lean * 190, y - 190 + abs(lean) * 90)
            canvas.polygon(
                (
                    (x - 9, y),
                    (x + lean * 80 - 16, y - 110),
                    tip,
                    (x + lean * 80 + 16, y - 96),
                    (x + 9, y),
                ),
                mix(light.leaf, (255, 255, 255), 0.12 if lean > 0 else 0.0),
            )
    for x in (300, 450, 600, 750, 900):
        canvas.line(((x, 590), (x, 712)), (104, 76, 52), 14)
    canvas.polygon(((190, 570), (1010, 570), (1030, 604), (170, 604)), t.WOOD)
    for number in range(18):
        canvas.box(196 + number * 46, 572, 3, 30, (110, 78, 50))
    p.line_up(canvas, rng, (300, 900), 582, ("carry", "work", "rest", "work"))
    canvas.line(((180, 520), (1020, 520)), (128, 92, 60), 8)
    for number in range(9):
        canvas.line(((200 + number * 100, 520), (200 + number * 100, 580)), (128, 92, 60), 7)
    t.boat(canvas, rng.uniform(420, 780), 750, 240)
    return canvas


def boat(rng: Random) -> Canvas:
    """A boat on the canal with tanks of fresh water or goods."""
    light = rng.choice((n.MORNING, n.NOON, n.DUSK))
    canvas = _outside(light, rng, 360)
    n.grass(canvas, light, 360, 450)
    for x in (90, 330, 560, 980):
        n.palm(canvas, x + rng.uniform(-30, 30), 440, rng.uniform(170, 280), light.leaf)
    t.house(canvas, rng.uniform(680, 760), 446, 220, rng, light)
    n.water(canvas, light, rng, 448, 800)
    t.boat(canvas, 600, 660, 700)
    for x in (470, 590, 710):
        canvas.round(x, 520, 100, 76, (56, 112, 172), 16)
        canvas.disc(x + 50, 522, 50, 12, (92, 146, 200))
        canvas.round(x + 38, 508, 24, 12, (40, 84, 134), 4)
    p.standing(canvas, (350, 600), 190, rng, "work")
    p.standing(canvas, (868, 600), 185, rng, "point")
    return canvas


def lights(rng: Random) -> Canvas:
    """A country road at night under new lamps."""
    canvas = _outside(n.NIGHT, rng, 380)
    n.water(canvas, n.NIGHT, rng, 384, 520)
    canvas.polygon(((0, 520), (WIDTH, 470), (WIDTH, 800), (0, 800)), (40, 60, 56))
    canvas.polygon(((470, 500), (560, 496), (1010, 800), (120, 800)), (104, 104, 110))
    t.house(canvas, 760, 560, 260, rng, n.NIGHT)
    for x, y, height in ((470, 520, 90), (400, 570, 150), (300, 650, 240), (150, 770, 370)):
        t.lamp_post(canvas, x, y, height, lit=True)
    n.palm(canvas, 1080, 640, 380, n.NIGHT.leaf, (60, 56, 54))
    p.line_up(canvas, rng, (520, 860), 724, ("rest", "point", "rest"))
    return canvas


def clean_up(rng: Random) -> Canvas:
    """A Sunday morning on the bank: rubbish out, flowers in."""
    light = rng.choice((n.MORNING, n.NOON))
    canvas = _outside(light, rng, 350)
    n.water(canvas, light, rng, 354, 560)
    t.boat(canvas, rng.uniform(250, 900), 500, 260)
    n.grass(canvas, light, 540, 800)
    for _ in range(26):
        x, y = rng.uniform(20, 1180), rng.uniform(566, 620)
        colour = rng.choice(((236, 120, 130), (250, 196, 80), (244, 244, 236), (206, 120, 190)))
        canvas.line(((x, y), (x, y - 16)), light.leaf, 3)
        canvas.disc(x, y - 18, 8, 7, colour)
    n.palm(canvas, 120, 640, 400, light.leaf)
    for x in (300, 880):
        canvas.round(x, 690, 62, 70, (66, 96, 76), 18)
    p.line_up(canvas, rng, (240, 1100), 720, ("work", "carry", "work", "rest", "carry"))
    return canvas


SCENES: dict[str, Scene] = {
    "meeting-day-anh": partial(meeting, style="anh", evening=False),
    "meeting-day-chi": partial(meeting, style="chi", evening=False),
    "meeting-evening-anh": partial(meeting, style="anh", evening=True),
    "meeting-evening-chi": partial(meeting, style="chi", evening=True),
    "office": office,
    "road": road,
    "trees": trees,
    "village": village,
    "hall": hall,
    "camp": camp,
    "ponds": ponds,
    "school": school,
    "bridge": bridge,
    "boat": boat,
    "lights": lights,
    "clean-up": clean_up,
}


def paint(scene: str, seed: str) -> bytes:
    """The scene as a JPEG; the same name and seed give the same bytes."""
    return SCENES[scene](Random(seed)).jpeg()

"""A sheet of 1200 × 800 points, drawn at twice the size so that edges come out smooth."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from math import cos, pi, sin

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 800
_SCALE = 2
# Busy pictures give up some sharpness, for a file must stay small.
_QUALITIES = (80, 74, 68, 60)
LARGEST = 78_000

Colour = tuple[int, int, int]
Point = tuple[float, float]


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """The colour between two: 0 is the first, 1 the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


class Canvas:
    """Shapes in points; no text, so that no font of a machine shows."""

    def __init__(self, colour: Colour) -> None:
        self._image = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE), colour)
        self._draw = ImageDraw.Draw(self._image)

    def box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """A rectangle by its upper left corner."""
        self.polygon(((x, y), (x + width, y), (x + width, y + height), (x, y + height)), colour)

    def round(
        self, x: float, y: float, width: float, height: float, colour: Colour, radius: float = 12
    ) -> None:
        """A rectangle with round corners."""
        corners = [v * _SCALE for v in (x, y, x + width, y + height)]
        self._draw.rounded_rectangle(corners, radius * _SCALE, fill=colour)

    def disc(self, x: float, y: float, across: float, down: float, colour: Colour) -> None:
        """An ellipse by its middle and its two half axes."""
        corners = [v * _SCALE for v in (x - across, y - down, x + across, y + down)]
        self._draw.ellipse(corners, fill=colour)

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled shape."""
        self._draw.polygon([(x * _SCALE, y * _SCALE) for x, y in points], fill=colour)

    def line(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """A line with round ends and joints."""
        half = width / 2
        self._draw.line(
            [(x * _SCALE, y * _SCALE) for x, y in points], fill=colour, width=round(width * _SCALE)
        )
        for x, y in points:
            self.disc(x, y, half, half, colour)

    def arc(self, x: float, y: float, radius: float, turn: tuple[float, float]) -> list[Point]:
        """Points on a circle from one angle to another, in parts of a full turn."""
        start, end = turn
        steps = [start + (end - start) * n / 24 for n in range(25)]
        return [(x + radius * cos(2 * pi * t), y + radius * sin(2 * pi * t)) for t in steps]

    def fade(self, top: float, bottom: float, first: Colour, last: Colour) -> None:
        """Bands from one colour to another, across the whole sheet."""
        start, end = round(top * _SCALE), round(bottom * _SCALE)
        for y in range(start, end):
            colour = mix(first, last, (y - start) / max(end - start, 1))
            self._draw.line(((0, y), (WIDTH * _SCALE, y)), fill=colour)

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float) -> None:
        """A soft light, strongest in its middle."""
        size = round(radius * 2 * _SCALE)
        mask = Image.radial_gradient("L").resize((size, size))
        # The gradient reaches 181 at the middle of an edge, and the light must end there.
        mask = mask.point([round(255 * strength * max(0, 1 - v / 181) ** 2) for v in range(256)])
        corner = (round((x - radius) * _SCALE), round((y - radius) * _SCALE))
        self._image.paste(Image.new("RGB", (size, size), colour), corner, mask)

    def jpeg(self) -> bytes:
        """The picture at its true size."""
        small = self._image.resize((WIDTH, HEIGHT), Image.Resampling.BOX)
        for quality in _QUALITIES:
            out = BytesIO()
            small.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
            if out.tell() <= LARGEST:
                return out.getvalue()
        raise ValueError("the picture is too busy to be small")

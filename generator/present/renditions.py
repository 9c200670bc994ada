"""In which sizes and formats the site has a picture: names of files that are yet to be drawn.

No file of the records is on the site. At the address of a picture stands the largest that the site
has of it, in the format that its name says; beside it, for browsers that choose, WebP in several
widths. Widths and heights are pixels. Source: issue *Trust*, Photos; decision 0019.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Final

from generator.audience import View
from generator.domain.media import IMAGE_SUFFIXES, Picture, suffix_of
from generator.present import addresses
from generator.present.page import Rendition

WIDTHS: Final = (480, 960, 1600)
TALLEST: Final = 2000
MODERN: Final = "WEBP"

SIZES: Final = {
    "article": "(min-width: 820px) 760px, 92vw",
    "gallery": "(min-width: 960px) 580px, 92vw",
    "lead": "(min-width: 1220px) 560px, (min-width: 720px) 46vw, 92vw",
    "card": "(min-width: 720px) 400px, 240px",
}
"""How wide the theme shows a picture, by the place where it stands."""

Link = Callable[[str], str]


def as_shown(view: View) -> View:
    """Return the view with each picture as large as the largest that the site has of it."""
    pictures = {file: _fitted(each, WIDTHS[-1]) for file, each in view.records.pictures.items()}
    return replace(view, records=replace(view.records, pictures=pictures))


def weighed(view: View, sizes: Mapping[str, int]) -> View:
    """Return the view with each picture as heavy as what stands at its address, in bytes."""
    pictures = {
        file: replace(each, size=sizes.get(addresses.photo(file), each.size))
        for file, each in view.records.pictures.items()
    }
    return replace(view, records=replace(view.records, pictures=pictures))


def renditions(picture: Picture) -> Iterator[Rendition]:
    """Yield each file that the site has of a picture as shown, once."""
    yield from dict.fromkeys((_at_its_address(picture), *_modern(picture)))


def srcset(picture: Picture, link: Link) -> str:
    """Return what a browser may choose from, the narrowest first; see `as_shown`."""
    return ", ".join(f"{link(each.path)} {each.width}w" for each in _modern(picture))


def _at_its_address(picture: Picture) -> Rendition:
    kind = IMAGE_SUFFIXES[suffix_of(picture.file)]
    address = addresses.photo(picture.file)
    return Rendition(address, picture.file, kind, picture.width, picture.height)


def _modern(picture: Picture) -> list[Rendition]:
    """Return the pictures in WebP; the largest stands at the address itself if that is one."""
    whole = _at_its_address(picture)
    by_width = {each.width: each for each in (_fitted(picture, widest) for widest in WIDTHS)}
    made = [
        Rendition(addresses.rendition(each.file, width), each.file, MODERN, width, each.height)
        for width, each in by_width.items()
    ]
    return [*made[:-1], whole] if whole.format == MODERN else made


def _fitted(picture: Picture, widest: int) -> Picture:
    """Return the picture within these bounds, in its proportions, never larger than it is."""
    scale = min(Fraction(1), Fraction(widest, picture.width), Fraction(TALLEST, picture.height))
    width, height = (max(1, round(side * scale)) for side in (picture.width, picture.height))
    return replace(picture, width=width, height=height)

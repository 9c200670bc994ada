"""What a document is made of: paragraphs, tables and sections, as WordprocessingML.

Built on python-docx's elements, without its tables, whose cost grows with the square of the cells.
Text stays text: it is never read as markup.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from generator.present.documents.styles import (
    CELL,
    CELL_CENTRE,
    CELL_HEAD,
    FILL,
    Element,
    Style,
)

_name = cache(qn)

TWIPS: Final = 1440 / 25.4
"""Twentieths of a point in a millimetre."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is set apart within its paragraph."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its width in millimetres, and how its cells are set."""

    heading: str
    width: float
    style: Style = CELL


@dataclass(frozen=True, slots=True)
class Section:
    """Paragraphs and tables on pages of one shape; a `fresh` one is a document of its own.

    A fresh section counts its pages from 1 and leaves the number off the first.
    """

    blocks: tuple[Element, ...]
    landscape: bool = False
    fresh: bool = True


def centred(heading: str, width: float) -> Column:
    """Return a column whose cells are short: numbers, days, single words."""
    return Column(heading, width, CELL_CENTRE)


def paragraph(style: Style, *pieces: str | Piece, keep: bool = False) -> Element:
    """Return a paragraph; with `keep` it stays on the page of what follows it."""
    made = OxmlElement("w:p")
    properties = _within(made, "w:pPr")
    _within(properties, "w:pStyle", val=style.id)
    if keep:
        _within(properties, "w:keepNext")
    for piece in pieces:
        _run(made, piece if isinstance(piece, Piece) else Piece(piece))
    return made


def dotted_lines(count: int) -> list[Element]:
    """Return lines of dots for people to write on."""
    lines = []
    for _ in range(count):
        line = paragraph(FILL)
        _within(_within(line, "w:r"), "w:tab")
        lines.append(line)
    return lines


def table(
    caption: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[str]],
    *,
    totals: Iterable[Sequence[str]] = (),
) -> Element:
    """Return a ruled table whose heading repeats on every page and whose rows stay whole.

    A cell of several lines has a paragraph for each. `totals` are rows in bold.
    """
    made = _table(columns, caption, ruled=True)
    heads = [[paragraph(CELL_HEAD, each.heading)] for each in columns]
    _row(made, columns, heads, heading=True)
    for row in rows:
        _row(made, columns, [_cell(each, text) for each, text in zip(columns, row, strict=True)])
    for row in totals:
        cells = [
            [paragraph(each.style, Piece(text, bold=True))]
            for each, text in zip(columns, row, strict=True)
        ]
        _row(made, columns, cells)
    return made


def side_by_side(left: Sequence[Element], right: Sequence[Element], *widths: float) -> Element:
    """Return two columns of paragraphs without rules, which stay on one page."""
    columns = [Column("", width) for width in widths]
    made = _table(columns, "", ruled=False)
    _row(made, columns, [left, right])
    return made


def _within(parent: Element, tag: str, **attributes: str) -> Element:
    held = {_name(f"w:{name}"): value for name, value in attributes.items()}
    made = parent.makeelement(_name(tag), held)
    parent.append(made)
    return made


def _run(parent: Element, piece: Piece) -> None:
    run = _within(parent, "w:r")
    if piece.bold or piece.italic:
        properties = _within(run, "w:rPr")
        if piece.bold:
            _within(properties, "w:b")
        if piece.italic:
            _within(properties, "w:i")
    text = _within(run, "w:t")
    text.text = piece.text
    text.set(qn("xml:space"), "preserve")


def _table(columns: Sequence[Column], caption: str, *, ruled: bool) -> Element:
    made = OxmlElement("w:tbl")
    properties = _within(made, "w:tblPr")
    width = sum(_twips(each.width) for each in columns)
    _within(properties, "w:tblW", w=str(width), type="dxa")
    _within(properties, "w:jc", val="center")
    if ruled:
        borders = _within(properties, "w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            _within(borders, f"w:{side}", val="single", sz="4", space="0", color="000000")
    _within(properties, "w:tblLayout", type="fixed")
    margins = _within(properties, "w:tblCellMar")
    for side in ("left", "right"):
        _within(margins, f"w:{side}", w="85", type="dxa")
    _within(properties, "w:tblLook", val="0020" if ruled else "0000")
    if caption:
        _within(properties, "w:tblCaption", val=caption)
    grid = _within(made, "w:tblGrid")
    for each in columns:
        _within(grid, "w:gridCol", w=str(_twips(each.width)))
    return made


def _row(
    parent: Element,
    columns: Sequence[Column],
    cells: Sequence[Sequence[Element]],
    *,
    heading: bool = False,
) -> None:
    row = _within(parent, "w:tr")
    properties = _within(row, "w:trPr")
    _within(properties, "w:cantSplit")
    if heading:
        _within(properties, "w:tblHeader")
    for column, blocks in zip(columns, cells, strict=True):
        cell = _within(row, "w:tc")
        held = _within(cell, "w:tcPr")
        _within(held, "w:tcW", w=str(_twips(column.width)), type="dxa")
        if heading:
            _within(held, "w:vAlign", val="center")
        cell.extend(blocks)


def _cell(column: Column, text: str) -> list[Element]:
    return [paragraph(column.style, line) for line in text.split("\n")]


def _twips(millimetres: float) -> int:
    return round(millimetres * TWIPS)

"""The list of units of a province, adopted from a table; every wrong row is told at once.

Columns: code, level, name, parent_code, valid_to, successor_code, successor_name. Source: design,
section 2 (ids of units); issue *Main job*, "Units".
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from pydantic_core import PydanticCustomError

from generator.domain.scalars import id_like, parse_day
from generator.domain.shorten import shorten
from generator.domain.visit import LEVELS
from generator.errors import RefusedError
from generator.load.hygiene import FORBIDDEN, describe

if TYPE_CHECKING:
    from _csv import Reader

COLUMNS: Final = (
    "code", "level", "name", "parent_code", "valid_to", "successor_code", "successor_name",
)  # fmt: skip
# From the highest down; a unit stands below one of a higher level.
_RANKS: Final = {level: rank for rank, level in enumerate(reversed(LEVELS))}
_AREA_WORDS: Final = ("Tỉnh ", "Thành phố ", "Thị xã ", "Thị trấn ", "Huyện ", "Quận ", "Xã ")
_WARD: Final = "Phường "
_CODE: Final = re.compile("[a-z0-9]+", re.ASCII)

Tree = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the table; `line` counts from 1, the heading included."""

    line: int
    code: str
    level: str
    name: str
    parent_code: str
    valid_to: str
    successor_code: str
    successor_name: str

    @property
    def id(self) -> str:
        return unit_id(self.code, self.name)

    @property
    def ends(self) -> date | None:
        return parse_day(self.valid_to) if self.valid_to else None


@dataclass(slots=True)
class _Table:
    """The rows by code, and everything wrong with them by line."""

    rows: list[_Row] = field(default_factory=list)
    by_code: dict[str, _Row] = field(default_factory=dict)
    faults: list[tuple[int, str]] = field(default_factory=list)

    def blame(self, line: int, message: str) -> None:
        self.faults.append((line, message))


def unit_id(code: str, name: str, since: int | None = None) -> str:
    """Return the id by convention: `29272-an-truong-a`; with a year for a code used anew."""
    parts = (code, str(since) if since else "", id_like(plain_name(name)))
    return "-".join(part for part in parts if part)


def plain_name(name: str) -> str:
    """Return the name without the kind of area, except of a ward with a mere number: *Phường 4*."""
    for word in _AREA_WORDS:
        if name.startswith(word):
            return name.removeprefix(word)
    rest = name.removeprefix(_WARD)
    return name if rest.isdigit() else rest


def province_alone(name: str, code: str = "") -> Tree:
    """Return the unit of a province."""
    unit: Tree = {"id": unit_id(code, name), "name": name, "level": "province"}
    return unit | ({"code": code} if code else {})


def adopt_units(table: str, province: str) -> Tree:
    """Return the tree of `units.yml`: the province, the units of the table, and their successors.

    Raises:
        RefusedError: some rows are wrong; the message names them all.
    """
    read = _read(table)
    _judge(read)
    if read.faults:
        lines = "\n".join(f"  Dòng {line}: {message}" for line, message in sorted(read.faults))
        message = f"Bảng đơn vị có {len(read.faults)} chỗ sai, chưa ghi gì:\n{lines}"
        raise RefusedError(message)
    above = {row.parent_code for row in read.rows} - read.by_code.keys()
    top = province_alone(province, next(iter(above), ""))
    units = [top, *(_unit(row, read.by_code, top) for row in read.rows)]
    units += _successors(read)
    return {"units": units}


def _read(table: str) -> _Table:
    text = unicodedata.normalize("NFC", table.removeprefix("\ufeff"))
    heading = text.split("\n", 1)[0]
    delimiter = ";" if heading.count(";") > heading.count(",") else ","
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    read = _Table()
    try:
        _take_all(read, lines)
    except csv.Error as error:
        read.blame(lines.line_num, f"Không đọc được dòng này ({error}).")
    return read


def _take_all(read: _Table, lines: "Reader") -> None:
    names = [name.strip() for name in next(lines, [])]
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        read.blame(1, f"Thiếu cột {', '.join(missing)}.")
        return
    for cells in lines:
        if any(cell.strip() for cell in cells):
            _take(read, lines.line_num, dict(zip(names, cells, strict=False)))
    if not read.rows and not read.faults:
        read.blame(1, "Bảng không có dòng nào.")


def _take(read: _Table, line: int, cells: Mapping[str, str]) -> None:
    values = {name: cells.get(name, "").strip() for name in COLUMNS}
    hidden = FORBIDDEN.search("".join(values.values()))
    if hidden:
        read.blame(line, f"Có ký tự ẩn hoặc điều khiển {describe(hidden.group())}.")
        return
    row = _Row(line, **values)
    for name in ("code", "level", "name"):
        if not values[name]:
            read.blame(line, f"Ô {name} để trống.")
    first = read.by_code.setdefault(row.code, row)
    if row.code and first is not row:
        read.blame(line, f"Mã {row.code} đã có ở dòng {first.line}.")
    read.rows.append(row)


def _judge(read: _Table) -> None:
    """Note what is wrong with the rows, each by itself and with each other."""
    for row in read.rows:
        for message in (*_misfits(row), *_broken_ends(row)):
            read.blame(row.line, message)
    rows = [row for row in read.rows if row.level in _RANKS]
    _judge_parents(read, rows)


def _misfits(row: _Row) -> Iterator[str]:
    if row.code and not _CODE.fullmatch(row.code):
        yield f"Mã “{shorten(row.code)}” chỉ được gồm chữ số và chữ thường không dấu."
    if row.level and row.level not in _RANKS:
        yield f"Cấp “{shorten(row.level)}” không dùng được; chọn một trong: {', '.join(_RANKS)}."


def _broken_ends(row: _Row) -> Iterator[str]:
    if row.valid_to:
        try:
            parse_day(row.valid_to)
        except PydanticCustomError as error:
            context = error.context or {}
            yield f"Ô valid_to: {context['message']} {context['hint']}"
    if bool(row.successor_code) != bool(row.successor_name):
        yield "successor_code và successor_name phải cùng có, hoặc cùng để trống."
    elif row.successor_code and not row.valid_to:
        yield "Có đơn vị kế tục thì phải có valid_to, ngày tồn tại cuối cùng."


def _judge_parents(read: _Table, rows: Sequence[_Row]) -> None:
    tops = {row.parent_code for row in rows} - read.by_code.keys()
    for row in rows:
        parent = read.by_code.get(row.parent_code)
        if parent and parent.level in _RANKS and _RANKS[parent.level] >= _RANKS[row.level]:
            read.blame(row.line, f"Đơn vị cấp trên {row.parent_code} không ở cấp cao hơn.")
        elif not parent and len(tops) > 1:
            listed = ", ".join(sorted(top or "(trống)" for top in tops))
            read.blame(row.line, f"Chỉ được một tỉnh đứng ngoài bảng, nhưng có: {listed}.")


def _unit(row: _Row, by_code: Mapping[str, _Row], top: Tree) -> Tree:
    parent = by_code.get(row.parent_code)
    unit: Tree = {
        "id": row.id,
        "code": row.code,
        "name": row.name,
        "level": row.level,
        "parent": parent.id if parent else top["id"],
    }
    if row.valid_to:
        unit["valid_to"] = row.valid_to
    if row.successor_code:
        unit["successors"] = [_successor(row, by_code)["id"]]
    return unit


def _successors(read: _Table) -> list[Tree]:
    """Return the successors that the table names but does not list, each once."""
    known = {row.id for row in read.rows}
    found = (_successor(row, read.by_code) for row in read.rows if row.successor_code)
    return list({unit["id"]: unit for unit in found if unit["id"] not in known}.values())


def _successor(row: _Row, by_code: Mapping[str, _Row]) -> Tree:
    """Return the unit that took over: one of the table that lives on, or a new one with its year.

    Codes were reused, so code and name together tell which it is.
    """
    listed, ends = by_code.get(row.successor_code), row.ends
    begins = ends + timedelta(days=1) if ends else date.min
    if listed and listed.name == row.successor_name and (not listed.ends or listed.ends >= begins):
        return {"id": listed.id}
    return {
        "id": unit_id(row.successor_code, row.successor_name, begins.year),
        "code": row.successor_code,
        "name": row.successor_name,
        "level": row.level,
        "valid_from": begins.isoformat(),
    }

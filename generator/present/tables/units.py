"""The table of units: each in one of its lives, with the unit above it and its visits."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.audience import View
from generator.compliance.coverage import UnitCoverage
from generator.domain.unit import UNIT_TYPES, Unit
from generator.domain.visit import LEVELS
from generator.present.names import Names
from generator.present.tables.table import Column, Reference, Table, of


@dataclass(frozen=True)
class UnitEntry:
    """A unit, its name with those above it, and what is known of visits to it."""

    unit: Unit
    names: Names
    coverage: UnitCoverage


def _entries(view: View) -> Iterator[UnitEntry]:
    """Yield the units in the order of the list."""
    names = Names(view.records)
    for unit in view.records.units.values():
        yield UnitEntry(unit, names, view.results.coverage[unit.id])


UNITS: Final = Table(
    name="units",
    title="Đơn vị",
    description="Mỗi dòng là một đơn vị trong thời gian nó tồn tại; sáp nhập thì có dòng mới.",
    key=("id",),
    columns=(
        of(
            Unit, "id", lambda e: e.unit.id, required=True, title="Mã đơn vị",
            description="Mã riêng của đơn vị trong sổ, không dùng lại.",
        ),
        of(
            Unit, "code", lambda e: e.unit.code,
            description="Mã trong danh mục hành chính; sau sáp nhập có thể được dùng lại.",
        ),
        of(Unit, "name", lambda e: e.unit.name, required=True),
        Column[UnitEntry](
            "full_name", "string", "Tên kèm cấp trên",
            "Tên đơn vị kèm đơn vị cấp trên đến cấp huyện.",
            lambda e: e.names.place(e.unit.id), audience="public", required=True,
        ),
        of(
            Unit, "level", lambda e: e.unit.level, choices=LEVELS, required=True,
            description="Cấp của đơn vị.",
        ),
        of(
            Unit, "type", lambda e: e.unit.type, choices=UNIT_TYPES, required=True,
            description="Địa bàn, hay loại cơ quan, đơn vị.",
        ),
        of(
            Unit, "parent", lambda e: e.unit.parent, title="Mã đơn vị cấp trên",
            description="Trống là cấp cao nhất.",
        ),
        Column[UnitEntry](
            "parent_name", "string", "Đơn vị cấp trên", "Tên của đơn vị cấp trên.",
            lambda e: e.names.unit(e.unit.parent) if e.unit.parent else None, audience="public",
        ),
        of(
            Unit, "valid_from", lambda e: e.unit.valid_from, "date",
            description="Ngày đầu đơn vị tồn tại; trống là có từ trước.",
        ),
        of(
            Unit, "valid_to", lambda e: e.unit.valid_to, "date",
            description="Ngày cuối đơn vị tồn tại; trống là vẫn còn.",
        ),
        of(
            Unit, "successors", lambda e: e.unit.successors, title="Mã đơn vị kế tục",
            description="Mã những đơn vị tiếp nhận sau sáp nhập, cách nhau bằng dấu chấm phẩy.",
        ),
        of(
            UnitCoverage, "visits", lambda e: len(e.coverage.visits), "integer", required=True,
            title="Số chuyến đi cơ sở",
            description="Số chuyến đã đến đơn vị này hoặc đơn vị trực thuộc, mọi năm.",
        ),
        of(
            UnitCoverage, "last_visited", lambda e: e.coverage.last_visited, "date",
            description="Ngày gần nhất có chuyến đến; trống là chưa có chuyến nào.",
        ),
    ),
    rows=_entries,
    references=(Reference("parent", ""),),
)  # fmt: skip

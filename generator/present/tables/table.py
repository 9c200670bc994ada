"""What a table is: columns that say what they hold and how to get it, and rows to get it from.

Every form of a table (CSV, JSON, sheet, schema, description) is made from this one definition.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final, Generic, Literal, TypeVar

from pydantic import BaseModel

from generator.audience import View
from generator.domain.fields import Audience, audience_of
from generator.domain.period import Period
from generator.present.marks import marks

Cell = str | int | Decimal | date | bool | tuple[str, ...] | None
Type = Literal["string", "integer", "number", "date", "boolean"]
"""The types of Table Schema that are used; days are numbers."""

SEPARATOR: Final = ";"
"""What stands between several ids or names where a cell is one text."""

Row = TypeVar("Row")
_NONE: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column, open to whom it says; `choices` are its words, with what each means."""

    name: str
    type: Type
    title: str
    description: str
    value: Callable[[Row], Cell]
    audience: Audience
    required: bool = False
    choices: Mapping[str, str] = field(default_factory=lambda: _NONE)


def of(
    model: type[BaseModel],
    key: str,
    value: Callable[[Row], Cell],
    type_: Type = "string",
    /,
    **other: Any,  # noqa: ANN401  (whatever a column takes)
) -> Column[Row]:
    """Return the column of a model's field: called, described and open to whom the model says.

    `other` says what differs: `name`, `description` and so on.
    """
    told = model.model_fields[key]
    about: dict[str, Any] = {
        "name": key.removesuffix("_"),
        "type": type_,
        "title": told.title or key,
        "description": told.description or "",
        "audience": audience_of(told) or "internal",
    }
    return Column(value=value, **{**about, **other})


@dataclass(frozen=True)
class Grid:
    """The cells of a table for one audience, row by row."""

    columns: tuple[Column[Any], ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def objects(self) -> Iterator[dict[str, Cell]]:
        """The rows, each cell by the name of its column."""
        names = [column.name for column in self.columns]
        for row in self.rows:
            yield dict(zip(names, row, strict=True))


@dataclass(frozen=True)
class Reference:
    """A column whose cells are keys of a table, of the table itself if `table` is empty."""

    column: str
    table: str
    key: str = "id"


@dataclass(frozen=True)
class Table(Generic[Row]):
    """A table; the columns `key` tell its rows apart.

    `near` gives fewer rows than all, in their order, among them every one that may concern a
    period: a file of one year need not go through those of all years.
    """

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column[Row], ...]
    rows: Callable[[View], Iterable[Row]]
    references: tuple[Reference, ...] = ()
    near: Callable[[View, Period], Iterable[Row]] | None = None

    def shown(self, audience: Audience) -> tuple[Column[Row], ...]:
        """Return the columns that the audience may see, and last what marks the whole file."""
        return tuple(
            column
            for column in (*self.columns, NOTICE)
            if audience == "internal" or column.audience == "public"
        )

    def grid(
        self,
        view: View,
        keep: Callable[[Row], bool] = lambda _: True,
        period: Period | None = None,
    ) -> Grid:
        """Return the cells of the rows to keep; of those that may concern the period, if one."""
        columns = self.shown(view.audience)
        rows = self.near(view, period) if self.near and period else self.rows(view)
        kept = (row for row in rows if keep(row))
        marked = notice(view)
        return Grid(
            columns,
            tuple(
                tuple(marked if each is NOTICE else each.value(row) for each in columns)
                for row in kept
            ),
        )


NOTICE: Final[Column[Any]] = Column(
    name="notice",
    type="string",
    title="Lưu ý",
    description="DỮ LIỆU MẪU: số liệu không có thật. NỘI BỘ: không đưa ra ngoài. "
    "Trống: số liệu thật, công khai.",
    value=lambda _: None,
    audience="public",
)
"""A file that is passed on by itself must still say what it is, as every page does."""


def notice(view: View) -> str | None:
    """Return what every file of the view must say of itself, if anything."""
    return f"{SEPARATOR} ".join(marks(view)) or None

"""The columns of the workbook, derived from the models: one row per visit, one per issue.

Labels, help, choices and limits come from the models. Left to other doors: photos, which no cell
can hold, and what is written when a visit is followed up, but for what became of an issue. Source:
issue *Submission*, Door 4.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from generator.domain.fields import AUDIENCE_KEY, REFERS_KEY, Referent, label_of
from generator.domain.plain_schema import Schema, plain_schema
from generator.domain.scalars import TEXT_LIMIT
from generator.domain.visit import Issue, Visit
from generator.submit.asking import asked_schema, asking_of, label_at
from generator.submit.choices import Choice, folded

Shape = Literal["day", "whole", "line", "text", "choice", "list", "attendance", "number"]
"""What a cell holds: `choice` is one of a list, `list` several of it, `number` the row's own."""

FieldKey = tuple[str, ...]

SEPARATOR: Final = "; "
ISSUES: Final = "issues"
_STAMPED: Final = "recorded_on"
_ATTENDANCE: Final = "attendance"
_NOT_IN_CELLS: Final = frozenset({"photos"})


@dataclass(frozen=True)
class Column:
    """A column: the key that it fills, its heading, and what its cells hold.

    What is chosen is what the column `refers` to, or one of the `words` that stand in the model.
    """

    field: FieldKey
    heading: str
    own_title: str
    shape: Shape
    help: str = ""
    required: bool = False
    first: bool = False
    internal: bool = False
    limit: int | None = None
    refers: Referent | None = None
    words: tuple[Choice, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What the heading may be written as, its full name first."""
        return (self.heading, self.own_title, ".".join(self.field))

    @property
    def choices_key(self) -> str:
        """What the list that cells are chosen from is known by; empty if there is none."""
        return self.refers or (".".join(self.field) if self.words else "")


@dataclass(frozen=True)
class SheetForm:
    """A sheet to fill in: its name and its columns; the first one numbers the visits."""

    name: str
    columns: tuple[Column, ...]

    @property
    def number(self) -> Column:
        """The column of the visit's number."""
        return self.columns[0]

    @property
    def filled(self) -> tuple[Column, ...]:
        """The columns that say something of the visit or issue."""
        return self.columns[1:]


VISITS_SHEET: Final = "Chuyến đi"
LISTS_SHEET: Final = "Danh mục"
GUIDE_SHEET: Final = "Hướng dẫn"
NUMBER: Final = Column((), "STT", "Số thứ tự", "number")
VISIT_NUMBER: Final = Column((), "STT chuyến đi", "STT", "number", required=True)


def sheets(*, internal: bool) -> tuple[SheetForm, ...]:
    """Return the sheets to fill in; without `internal`, none that a public repository refuses."""
    asked = asked_schema(Visit, internal=internal)
    visits = SheetForm(VISITS_SHEET, (NUMBER, *_visit_columns(asked)))
    if ISSUES not in asked["properties"]:
        return (visits,)
    issues = SheetForm(label_at((ISSUES,)), (VISIT_NUMBER, *_issue_columns()))
    return visits, issues


def _visit_columns(asked: Schema) -> Iterator[Column]:
    """Yield what is asked first, then the rest, then the day of writing, which history needs."""
    stamped = {_STAMPED: plain_schema(Visit)["properties"][_STAMPED]}
    told = asked["properties"] | stamped
    asking = asking_of(Visit)
    for key in (*asking.first, *asking.more, *stamped):
        if key in told and key != ISSUES and key not in _NOT_IN_CELLS:
            required = key in asked["required"]
            yield from _columns((key,), told[key], required=required, first=key in asking.first)


def _columns(field: FieldKey, schema: Schema, *, required: bool, first: bool) -> Iterator[Column]:
    if schema["type"] == "object":
        for key, inner in schema["properties"].items():
            yield _column((*field, key), inner, label_at((*field, key)), first=first)
    else:
        yield _column(field, schema, label_at(field), required=required, first=first)


def _issue_columns() -> Iterator[Column]:
    """Yield all that an issue can say, what became of it too: history knows."""
    schema = plain_schema(Issue)
    asking = asking_of(Issue)
    for key in (*asking.first, *asking.more, *asking.later):
        yield _column(
            (key,),
            schema["properties"][key],
            label_of(Issue, key),
            required=key in schema["required"],
            first=key in asking.first,
        )


def _column(
    field: FieldKey, schema: Schema, heading: str, *, required: bool = False, first: bool = False
) -> Column:
    leaf = schema.get("items", schema)
    refers: Referent | None = schema.get(REFERS_KEY)
    words = tuple(
        Choice(each["const"], each["title"], each["title"]) for each in leaf.get("oneOf", ())
    )
    return Column(
        field,
        heading,
        schema["title"],
        _shape(field, schema),
        # What is chosen from a list is told by the list.
        help="" if refers else schema.get("description", ""),
        required=required,
        first=first,
        internal=schema[AUDIENCE_KEY] == "internal",
        limit=leaf.get("maxLength"),
        refers=None if _is_path(schema) else refers,
        words=words,
    )


def _shape(field: FieldKey, schema: Schema) -> Shape:
    if field == (_ATTENDANCE,):
        return "attendance"
    if schema["type"] == "array":
        return "list"
    if schema["type"] == "integer":
        return "whole"
    if schema.get("format") == "date":
        return "day"
    if "oneOf" in schema or (schema.get(REFERS_KEY) and not _is_path(schema)):
        return "choice"
    return "text" if schema.get("maxLength") == TEXT_LIMIT else "line"


def _is_path(schema: Schema) -> bool:
    """Whether a reference is written as free text: it has no name that people know."""
    return bool(schema.get(REFERS_KEY) == "plan_items")


def internal_headings(told: Iterable[SheetForm]) -> frozenset[str]:
    """Return the folded names of the sheets and columns that are internal and not told."""
    offered = {name for form in told for name in _folded_names(form)}
    every = {name for form in sheets(internal=True) for name in _folded_names(form)}
    return frozenset(every - offered)


def _folded_names(form: SheetForm) -> Iterator[str]:
    yield folded(form.name)
    for column in form.columns:
        yield from (folded(name) for name in column.names)

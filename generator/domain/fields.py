"""Every field of a record says once what it is called, what it means and who may see it.

Source: design, section 2 (labels stand in the model once) and section 4 (public and internal).
"""

import dataclasses
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any, Literal, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

Audience = Literal["public", "internal"]
Referent = Literal[
    "units", "members", "kinds", "programmes", "topics", "plan_items", "visits", "media"
]
AUDIENCE_KEY = "x-audience"
REFERS_KEY = "x-refers"
DERIVED_KEY = "x-derived"

Model = TypeVar("Model", bound=BaseModel)

_given: dict[AbstractSet[str], set[str]] = {}


class Shape(BaseModel):
    """A frozen mapping with a closed set of keys; lists are tuples."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        alias_generator=lambda name: name.removesuffix("_"),
        validate_by_name=True,
    )


class Record(Shape):
    """A record that is a file of its own; id and path are told by the file, never written in it."""

    id: str = Field(default="", json_schema_extra={AUDIENCE_KEY: "public", DERIVED_KEY: True})
    path: str = Field(default="", json_schema_extra={AUDIENCE_KEY: "public", DERIVED_KEY: True})


def public(
    title: str,
    description: str = "",
    *,
    default: Any = ...,  # noqa: ANN401
    at_least: int | None = None,
    refers: Referent | None = None,
) -> Any:  # noqa: ANN401
    """Declare a field that everyone may see; `at_least` is the shortest list it takes.

    `refers` is where the ids in it come from, so that every door can offer them by name.
    The type is `Any`, as that of pydantic's own `Field`, so that it fits every annotation.
    """
    return _declare("public", title, description, default, at_least, refers)


def internal(title: str, description: str = "", *, default: Any = None) -> Any:  # noqa: ANN401
    """Declare a field that only the organisation may see; absent, it has its default."""
    return _declare("internal", title, description, default)


def open_to(audience: Audience, *, default: Any = dataclasses.MISSING) -> Any:  # noqa: ANN401  (as above)
    """Declare who may see a field of a dataclass that carries values of records."""
    return dataclasses.field(default=default, metadata={AUDIENCE_KEY: audience})


def audience_of(field: FieldInfo) -> Audience | None:
    """Return who may see the field, or None if nobody said so."""
    extra = field.json_schema_extra
    marked = extra.get(AUDIENCE_KEY) if isinstance(extra, dict) else None
    return marked if marked in ("public", "internal") else None  # type: ignore[return-value]


def is_derived(field: FieldInfo) -> bool:
    """Whether the reader fills the field in, so that a file may not."""
    extra = field.json_schema_extra
    return isinstance(extra, dict) and bool(extra.get(DERIVED_KEY))


def written_fields(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    """Yield the keys that a file may hold, in their canonical order."""
    for name, field in model.model_fields.items():
        if not is_derived(field):
            yield name, field


def label_of(model: type[BaseModel], key: str) -> str:
    """Return the Vietnamese name of a key as records write it."""
    titles = {field.alias or name: field.title for name, field in model.model_fields.items()}
    return titles[key] or key


def shape_within(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401
    """Return the model that a field holds, alone, optional or in a list; None for single values."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := shape_within(arg))), None)


def leanly(model: Model) -> Model:
    """Return the model, which shares with others what says which keys they were given.

    That is half of what a small one takes in memory, and much the same of all. A frozen model
    never changes it, and a copy of the model copies it.
    """
    given = model.model_fields_set
    shared = _given.setdefault(frozenset(given), given)
    object.__setattr__(model, "__pydantic_fields_set__", shared)
    return model


def _declare(
    audience: Audience,
    title: str,
    description: str,
    default: Any,  # noqa: ANN401
    at_least: int | None = None,
    refers: Referent | None = None,
) -> Any:  # noqa: ANN401
    return Field(
        default=default,
        min_length=at_least,
        title=title,
        description=description or None,
        json_schema_extra={AUDIENCE_KEY: audience} | ({REFERS_KEY: refers} if refers else {}),
    )

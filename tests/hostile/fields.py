"""Every place of the records that takes free text, read off the models: a new one is there at once.

A place is written as its path: `visits.issues[].text`. Ids, days, closed lists of words and the
names of other records are not free: what is wrong there is a finding.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args, get_type_hints

from pydantic import BaseModel

from generator.domain.activity import Activities
from generator.domain.article import Article
from generator.domain.fields import REFERS_KEY, shape_within, written_fields
from generator.domain.member import Member
from generator.domain.organisation import Organisation
from generator.domain.plan import Plan
from generator.domain.policy import Policy
from generator.domain.scalars import Line, Text
from generator.domain.unit import UnitList
from generator.domain.visit import Visit

Sort = Literal["line", "text"]
MODELS: Final[dict[str, type[BaseModel]]] = {
    "organisation": Organisation,
    "units": UnitList,
    "activities": Activities,
    "members": Member,
    "policies": Policy,
    "plans": Plan,
    "visits": Visit,
    "articles": Article,
}


@dataclass(frozen=True)
class Place:
    """A place for text: `sort` tells whether it takes one line or several."""

    path: str
    sort: Sort


def places() -> list[Place]:
    """Return every place; an article's body besides, which is Markdown and no field of YAML."""
    found = [each for kind, model in MODELS.items() for each in _within(model, kind)]
    return [*found, Place("articles.body", "text")]


def filled(model: type[BaseModel], given: Any, path: str, text: Callable[[Place], str]) -> Any:
    """Return what was given for a model with each place that takes text filled, asked for or not.

    What was given as None stays away, and so do mappings and lists that were not given at all.
    """
    made = dict(given)
    for key, place, inner in _keys(model, path):
        if key in made and made[key] is None:
            del made[key]
        elif place:
            made[key] = [text(place)] if place.path.endswith("[]") else text(place)
        elif inner and key in made:
            made[key] = (
                [filled(inner, each, f"{path}.{key}[]", text) for each in made[key]]
                if isinstance(made[key], list)
                else filled(inner, made[key], f"{path}.{key}", text)
            )
    return made


def _within(model: type[BaseModel], path: str) -> Iterator[Place]:
    for key, place, inner in _keys(model, path):
        if place:
            yield place
        elif inner:
            many = "[]" if _is_list(model, key) else ""
            yield from _within(inner, f"{path}.{key}{many}")


def _keys(
    model: type[BaseModel], path: str
) -> Iterator[tuple[str, Place | None, type[BaseModel] | None]]:
    """Yield each key with the place that it is, or the model that it holds, or neither."""
    hints = get_type_hints(model, include_extras=True)
    for name, field in written_fields(model):
        key = field.alias or name
        extra = field.json_schema_extra
        named = isinstance(extra, dict) and REFERS_KEY in extra
        sort = None if named else _sort(hints[name])
        many = "[]" if sort and _is_list(model, key) else ""
        yield key, Place(f"{path}.{key}{many}", sort) if sort else None, shape_within(hints[name])


def _sort(annotation: Any) -> Sort | None:
    if annotation == Line:
        return "line"
    if annotation == Text:
        return "text"
    return next((found for each in get_args(annotation) if (found := _sort(each))), None)


def _is_list(model: type[BaseModel], key: str) -> bool:
    name = next(n for n, f in model.model_fields.items() if (f.alias or n) == key)
    return "tuple" in str(model.model_fields[name].annotation)

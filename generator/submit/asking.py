"""What a door asks of a visit: first what every visit has, then the rest; some it fills in itself.

Labels, help, choices and limits come from the model; here stands only when each key is asked.
Source: issue *Submission*, "One model, many doors" (*Little is asked*); design, section 2, *Visit*.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from pydantic import BaseModel

from generator.domain.fields import AUDIENCE_KEY, label_of, shape_within
from generator.domain.organisation import Organisation
from generator.domain.plain_schema import Schema, plain_schema
from generator.domain.plan import PlanItem
from generator.domain.visit import Issue, Photo, Visit

MORE_TITLE: Final = "Thêm chi tiết"


@dataclass(frozen=True, slots=True)
class Asking:
    """The keys of one model by when they are asked; together they are all its keys.

    `first` is asked of everyone, `more` under *thêm chi tiết*; `stamped` is filled in by the door;
    `later` is written when a visit is followed up, never when it is submitted.
    """

    first: tuple[str, ...]
    more: tuple[str, ...] = ()
    stamped: tuple[str, ...] = ()
    later: tuple[str, ...] = ()

    @property
    def asked(self) -> tuple[str, ...]:
        """The keys that a person fills in when submitting."""
        return self.first + self.more


ASKED: Final[Mapping[type[BaseModel], Asking]] = MappingProxyType(
    {
        Visit: Asking(
            first=(
                "date", "unit", "kind", "members", "content", "guidance", "issues", "photos",
            ),
            more=(
                "end_date", "session", "other_units", "venue", "level", "programme", "topics",
                "attendance", "results", "turnout", "report", "assignment", "plan_item", "internal",
            ),
            stamped=("recorded_on",),
            later=("former_ids", "withdrawn"),
        ),
        Issue: Asking(
            first=("text",),
            more=("competence", "referred_to", "status", "due", "public_text"),
            stamped=("id",),
            later=("resolved_on", "outcome"),
        ),
        Photo: Asking(first=("file", "caption", "consent"), more=("alt", "credit")),
        PlanItem: Asking(
            first=("month", "unit", "kind", "days", "purpose"),
            stamped=("id",),
            later=("cancelled",),
        ),
    }
)  # fmt: skip


def asking_of(model: type[BaseModel]) -> Asking:
    """Return when the keys of a model are asked; of a model not named above, all at once."""
    return ASKED.get(model) or Asking(first=tuple(plain_schema(model)["properties"]))


def asks_internal(organisation: Organisation | None) -> bool:
    """Whether internal keys are asked: never where anyone can read the repository."""
    repository = organisation.repository if organisation else None
    return not (repository and repository.public)


def asked_schema(model: type[BaseModel], *, internal: bool, later: bool = False) -> Schema:
    """Return the schema of what a person submits: the keys that are asked, in the model's order.

    With `later`, also those that are written when it is followed up. Without `internal`, as for a
    repository that anyone can read, no internal key is asked, nor one whose parts cannot be told
    without it. Source: design, section 2 (`repository.public`).
    """
    return _asked(plain_schema(model), model, internal=internal, later=later)


def _asked(schema: Schema, model: type[BaseModel], *, internal: bool, later: bool) -> Schema:
    asking = asking_of(model)
    asked = asking.asked + asking.later if later else asking.asked
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    properties: Schema = {}
    for key, inner in schema["properties"].items():
        if key not in asked or not _told(inner, internal=internal):
            continue
        shape = shape_within(fields[key].annotation)
        if shape and inner["type"] == "array":
            properties[key] = inner | {
                "items": _asked(inner["items"], shape, internal=internal, later=later)
            }
        elif shape:
            properties[key] = _asked(inner, shape, internal=internal, later=later)
        else:
            properties[key] = inner
    required = [key for key in schema.get("required", []) if key in properties]
    kept = {key: value for key, value in schema.items() if key not in ("required", "properties")}
    return kept | ({"required": required} if required else {}) | {"properties": properties}


def _told(schema: Schema, *, internal: bool) -> bool:
    """Whether a key can be told at all: it is public, and so is every key that it requires."""
    if internal:
        return True
    if schema[AUDIENCE_KEY] == "internal":
        return False
    inner = schema.get("items", schema)
    return all(_told(inner["properties"][key], internal=False) for key in inner.get("required", []))


def label_at(field: tuple[str | int, ...]) -> str:
    """Return what the place in a visit is called: *Khó khăn, vướng mắc 2: Hạn trả lời*."""
    model: type[BaseModel] | None = Visit
    said: list[str] = []
    for step in field:
        if isinstance(step, int):
            said[-1] += f" {step + 1}"
        elif model is not None and step in {f.alias or n for n, f in model.model_fields.items()}:
            said.append(label_of(model, step))
            inner = {f.alias or n: f for n, f in model.model_fields.items()}[step]
            model = shape_within(inner.annotation)
        else:
            said.append(step)
    return ": ".join(said)

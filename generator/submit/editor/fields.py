"""A model's keys as the editor's fields: names, help, limits and choices are those of the schema.

Source: Decap CMS 3.16, "Widgets"; issue *Submission*, "One model, many doors".
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from pydantic import BaseModel

from generator.domain.fields import REFERS_KEY, shape_within
from generator.domain.plain_schema import Schema
from generator.domain.scalars import LINE_LIMIT
from generator.submit.asking import asking_of

Field = dict[str, Any]
Options = Mapping[str, Sequence[Mapping[str, str]]]

# Where a choice is made by name, help that tells of ids helps nobody.
_HELP_TELLS_OF_IDS: Final = frozenset({"members", "kinds", "media"})
_DAY: Final = {
    "widget": "datetime",
    "format": "YYYY-MM-DD",
    "date_format": "DD/MM/YYYY",
    "time_format": False,
    "default": "",
}


def fields_of(model: type[BaseModel], schema: Schema, options: Options) -> list[Field]:
    """Return the fields in the order in which they are asked: what every record has comes first.

    `schema` says which keys there are, `options` what can be chosen, by where ids come from.
    """
    return list(_fields(model, schema, options, filled=True))


def _fields(
    model: type[BaseModel], schema: Schema, options: Options, *, filled: bool
) -> Iterator[Field]:
    """Yield the fields; of a part that may be left out as a whole, none may be required.

    Decap asks for what is required even where nothing else of the part is filled in.
    """
    annotations = {f.alias or name: f.annotation for name, f in model.model_fields.items()}
    asking = asking_of(model)
    required = schema.get("required", []) if filled else []
    for key in (*asking.asked, *asking.later):
        inner = schema["properties"].get(key)
        if inner and _can_be_told(inner, options):
            told = _field(inner, shape_within(annotations[key]), options, required=key in required)
            yield {"name": key, "label": inner["title"]} | _hint(inner) | told


def _can_be_told(schema: Schema, options: Options) -> bool:
    """Whether there is something to choose, where something is to be chosen."""
    refers = schema.get(REFERS_KEY, "")
    return refers not in options or bool(options[refers])


def _hint(schema: Schema) -> Field:
    told = schema.get("description", "")
    return {"hint": told} if told and schema.get(REFERS_KEY) not in _HELP_TELLS_OF_IDS else {}


def _field(
    schema: Schema, shape: type[BaseModel] | None, options: Options, *, required: bool
) -> Field:
    must: Field = {"required": required}
    if offered := options.get(schema.get(REFERS_KEY, "")):
        return must | _chosen(schema, offered)
    if shape and schema["type"] == "array":
        inner = list(_fields(shape, schema["items"], options, filled=True))
        return must | {"widget": "list", "default": [], "collapsed": False, "fields": inner}
    if shape:
        inner = list(_fields(shape, schema, options, filled=required))
        return must | {"widget": "object", "collapsed": True, "fields": inner}
    if schema["type"] == "array":
        return must | _list(schema)
    if schema.get(REFERS_KEY) == "media":
        return must | {"widget": "image", "choose_url": False}
    return must | _single(schema)


def _chosen(schema: Schema, offered: Sequence[Mapping[str, str]]) -> Field:
    field: Field = {"widget": "select", "options": list(offered)}
    if schema["type"] == "array":
        # Without a list to begin with, Decap writes a null.
        field |= {"multiple": True, "default": [], "min": schema.get("minItems", 0)}
    return field


def _list(schema: Schema) -> Field:
    single = {"name": "item", "label": schema["title"], "required": True}
    return {
        "widget": "list",
        "default": [],
        "collapsed": False,
        "field": single | _single(schema["items"]),
    }


def _single(schema: Schema) -> Field:
    """Return the widget of one value that is typed in or chosen.

    No default is filled in: what nobody told is not written, at this door as at the others.
    """
    if schema["type"] == "boolean":
        return {"widget": "boolean", "required": False}
    if schema["type"] in ("integer", "number"):
        whole = schema["type"] == "integer"
        step = {} if whole else {"step": schema["multipleOf"]}
        kind = "int" if whole else "float"
        return {"widget": "number", "value_type": kind, "min": schema["minimum"]} | step
    if "oneOf" in schema:
        told = [{"value": each["const"], "label": each["title"]} for each in schema["oneOf"]]
        return {"widget": "select", "options": told}
    if schema.get("format") == "date":
        return dict(_DAY)
    widget = "text" if schema.get("maxLength", 0) > LINE_LIMIT else "string"
    return {"widget": widget} | _limit(schema)


def _limit(schema: Schema) -> Field:
    """Return what the text must look like, and what is said when it does not."""
    if "pattern" in schema:
        told = schema.get("description") or "viết chưa đúng dạng."
        return {"pattern": [schema["pattern"], told]}
    most = schema["maxLength"]
    return {"pattern": [rf"^[\s\S]{{0,{most}}}$", f"dài quá {most} ký tự; viết ngắn lại."]}

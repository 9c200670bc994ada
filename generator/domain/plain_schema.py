"""The JSON Schema of a model, without references and nulls: a key is there or it is not.

It is what the JSON Schemas, the forms and the field reference are derived from. Source: design,
section 2 (labels stand in the model once).
"""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel

from generator.domain.fields import AUDIENCE_KEY, DERIVED_KEY, REFERS_KEY

Schema = dict[str, Any]

# People read the schemas too: the words first, then the kind of value, then its parts.
_ORDER: Final = (
    "title", "description", AUDIENCE_KEY, REFERS_KEY, "type", "format", "pattern",
    "multipleOf", "minimum", "maximum", "minLength", "maxLength", "minItems", "default",
    "oneOf", "items", "additionalProperties", "required", "properties",
)  # fmt: skip


def plain_schema(model: type[BaseModel]) -> Schema:
    """Return the schema of what a file may hold: its keys in order, the derived ones left out."""
    whole = model.model_json_schema(by_alias=True, mode="validation")
    return _plain(_nameless(whole), whole.get("$defs", {}))


def _plain(node: Mapping[str, Any], shared: Mapping[str, Any]) -> Schema:
    node = _merged(node, shared)
    plain: Schema = {}
    for key, value in node.items():
        if key == "properties":
            kept = {name: inner for name, inner in value.items() if not inner.get(DERIVED_KEY)}
            plain[key] = {name: _plain(inner, shared) for name, inner in kept.items()}
        elif key == "items":
            plain[key] = _plain(value, shared)
        elif key != "$defs" and not (key == "default" and value in (None, [])):
            plain[key] = value
    return {key: plain[key] for key in sorted(plain, key=_ORDER.index)}


def _merged(node: Mapping[str, Any], shared: Mapping[str, Any]) -> Schema:
    """Return the node with what it refers to; its own words win over those of the model."""
    own = {key: value for key, value in node.items() if key not in ("$ref", "anyOf")}
    if "$ref" in node:
        return {**own, **_merged(_nameless(shared[node["$ref"].rpartition("/")[2]]), shared)}
    if "anyOf" in node:
        (referred,) = (each for each in node["anyOf"] if each != {"type": "null"})
        return {**own, **_merged(referred, shared)}
    return own


def _nameless(model: Mapping[str, Any]) -> Schema:
    """Return the schema of a model without its English name and docstring."""
    return {key: value for key, value in model.items() if key not in ("title", "description")}

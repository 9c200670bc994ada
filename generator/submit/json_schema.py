"""JSON Schemas of the record files, derived from the models, for editors and for other programs.

A key is there or it is not: none is ever null. Every schema stands on its own, without references.
Source: design, section 2 (keys, labels) and section 4 (`/du-lieu/v1/schema/*.json`).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, Final

from pydantic import BaseModel

from generator.domain.fields import AUDIENCE_KEY, DERIVED_KEY, audience_of, is_derived
from generator.domain.titles import FILE_TITLES
from generator.load.layout import KINDS, Kind

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

# People read the schemas too: the words first, then the kind of value, then its parts.
_ORDER: Final = (
    "$schema", "title", "description", AUDIENCE_KEY, "type", "format", "pattern", "multipleOf",
    "minimum", "maximum", "minLength", "maxLength", "minItems", "default", "oneOf", "items",
    "additionalProperties", "required", "properties",
)  # fmt: skip


def schemas() -> dict[str, Schema]:
    """Return the schema of every kind of record file, by the kind's name."""
    return {kind.name: schema_of(kind) for kind in KINDS}


def schema_of(kind: Kind) -> Schema:
    """Return the schema of one kind; for an article, that of its front matter."""
    whole = kind.model.model_json_schema(by_alias=True, mode="validation")
    plain = _plain(whole, whole.get("$defs", {}))
    words = FILE_TITLES[kind.name]
    about = {"$schema": DIALECT, "title": words.title, "description": words.description}
    return _ordered({**plain, **about})


def schema_text(schema: Schema) -> str:
    """Return the schema as a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def file_name(kind: str) -> str:
    """Return the name of the file that holds a kind's schema."""
    return f"{kind}.schema.json"


def glob_of(kind: Kind) -> str:
    """Return the pattern by which an editor finds the files of the kind."""
    path = PurePosixPath(kind.example)
    inner = len(path.parts) - 1
    wild = (*(["*"] * (inner - 1)), f"*{path.suffix}")
    return "/".join(("records", path.parts[0], *wild)) if inner else f"records/{path}"


def undeclared(models: Iterable[type[BaseModel]]) -> Iterator[str]:
    """Yield `Model.field: what is missing` for each field without a title or an audience."""
    for model in models:
        for name, field in model.model_fields.items():
            if not audience_of(field):
                yield f"{model.__name__}.{name}: {AUDIENCE_KEY}"
            if not field.title and not is_derived(field):
                yield f"{model.__name__}.{name}: title"


def _plain(node: Mapping[str, Any], shared: Mapping[str, Any]) -> Schema:
    """Return a schema without references, nulls and the models' English names."""
    node = _merged(node, shared)
    plain: Schema = {}
    for key, value in node.items():
        if key == "properties":
            kept = {k: v for k, v in value.items() if not v.get(DERIVED_KEY)}
            plain[key] = {name: _plain(inner, shared) for name, inner in kept.items()}
        elif key == "items":
            plain[key] = _plain(value, shared)
        elif key != "$defs" and not (key == "default" and value in (None, [])):
            plain[key] = value
    return _ordered(plain)


def _ordered(node: Schema) -> Schema:
    return {key: node[key] for key in sorted(node, key=_ORDER.index)}


def _merged(node: Mapping[str, Any], shared: Mapping[str, Any]) -> Schema:
    """Return the node with what it refers to; its own words win over those of the model."""
    own = {key: value for key, value in node.items() if key not in ("$ref", "anyOf")}
    if "$ref" in node:
        referred = shared[node["$ref"].rpartition("/")[2]]
    elif "anyOf" in node:
        (referred,) = (each for each in node["anyOf"] if each != {"type": "null"})
    else:
        return own
    inner = _merged(referred, shared)
    if "$ref" in node:
        inner = {k: v for k, v in inner.items() if k not in ("title", "description")}
    return {**own, **inner}

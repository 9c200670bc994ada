"""JSON Schemas of the record files, derived from the models, for editors and for other programs.

A key is there or it is not: none is ever null. Every schema stands on its own, without references.
Source: design, section 2 (keys, labels) and section 4 (`/du-lieu/v1/schema/*.json`).
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import PurePosixPath
from typing import Final, get_args

from pydantic import BaseModel

from generator.domain.fields import AUDIENCE_KEY, Audience, audience_of, is_derived
from generator.domain.plain_schema import Schema, plain_schema
from generator.domain.titles import FILE_TITLES
from generator.load.layout import KINDS, Kind

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, Schema]:
    """Return the schema of every kind of record file, by the kind's name."""
    return {kind.name: schema_of(kind) for kind in KINDS}


def schema_of(kind: Kind) -> Schema:
    """Return the schema of one kind; for an article, that of its front matter."""
    words = FILE_TITLES[kind.name]
    about = {"$schema": DIALECT, "title": words.title, "description": words.description}
    return about | plain_schema(kind.model)


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


def unmarked(carriers: Iterable[type]) -> Iterator[str]:
    """Yield `Class.field: what is missing` for each field of a dataclass without an audience."""
    for carrier in carriers:
        for each in fields(carrier):
            if each.metadata.get(AUDIENCE_KEY) not in get_args(Audience):
                yield f"{carrier.__name__}.{each.name}: {AUDIENCE_KEY}"

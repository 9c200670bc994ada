"""What an editor sees: YAML 1.2 typed by its core schema, held against a JSON Schema.

Knows the keywords that the project's schemas use, and no others.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import yaml


class Core(yaml.SafeLoader):
    """YAML 1.2's core schema: `no` and dates are text, `true`, `12` and `1.5` are not."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))

TYPES: Final[dict[str, tuple[type, ...]]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}


def seen(text: str) -> Any:
    """Return the YAML as an editor types it."""
    return yaml.load(text, Core)


def complaints(schema: dict[str, Any], value: Any, at: str = "") -> Iterator[str]:
    """Yield a line for everything that the schema does not allow."""
    unknown = schema.keys() - KEYWORDS.keys() - ANNOTATIONS
    assert not unknown, f"unknown keywords {unknown}"
    kinds = TYPES[schema["type"]]
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        yield f"{at}: not {schema['type']}"
        return
    for keyword, holds in KEYWORDS.items():
        if keyword in schema and not holds(schema[keyword], value):
            yield f"{at}: {keyword}"
    if isinstance(value, dict):
        yield from (f"{at}: no {key}" for key in schema.get("required", ()) if key not in value)
        for key, inner in value.items():
            if key in schema["properties"]:
                yield from complaints(schema["properties"][key], inner, f"{at}.{key}")
            else:
                yield f"{at}.{key}: unknown"
    if isinstance(value, list):
        for index, inner in enumerate(value):
            yield from complaints(schema["items"], inner, f"{at}[{index}]")


def _is_date(name: str, value: str) -> bool:
    assert name == "date"
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


ANNOTATIONS: Final = frozenset(
    {
        "$schema",
        "title",
        "description",
        "x-audience",
        "x-refers",
        "type",
        "default",
        "items",
        "properties",
        "required",
    }
)
KEYWORDS: Final[dict[str, Any]] = {
    "format": _is_date,
    "pattern": lambda pattern, value: re.search(pattern, value, re.ASCII) is not None,
    "multipleOf": lambda step, value: value % step == 0,
    "minimum": lambda least, value: value >= least,
    "maximum": lambda most, value: value <= most,
    "minLength": lambda least, value: len(value) >= least,
    "maxLength": lambda most, value: len(value) <= most,
    "minItems": lambda least, value: len(value) >= least,
    "oneOf": lambda options, value: sum(option["const"] == value for option in options) == 1,
    "additionalProperties": lambda allowed, _: allowed is False,
}

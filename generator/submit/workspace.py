"""What an editor such as VS Code is told of these records: names and choices while one types.

The schemas of the editor hold the ids that the records know, each with the name that people know;
the published ones (json_schema.py) do not. Source: issue *Submission*, Door 5; VS Code, "User
Defined Snippets"; yaml-language-server, `markdownEnumDescriptions`.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from generator.domain.fields import REFERS_KEY, Referent
from generator.domain.plain_schema import Schema, plain_schema
from generator.domain.records import Records
from generator.domain.scalars import TEXT_LIMIT
from generator.domain.visit import Visit
from generator.errors import RefusedError
from generator.load.layout import KIND_BY_NAME, KINDS
from generator.present.wording import day
from generator.submit.asking import asking_of
from generator.submit.choices import Choice, choices
from generator.submit.json_schema import file_name, glob_of, schema_of, schema_text

SETTINGS: Final = ".vscode/settings.json"
EXTENSIONS: Final = ".vscode/extensions.json"
SNIPPETS: Final = ".vscode/congtac.code-snippets"
FOLDER: Final = ".vscode/schemas"

_UNITS: Final = "units"
# What stands in a schema where ids can be chosen, or where there are none to choose from yet.
_NAMING: Final = frozenset({"enum", "markdownEnumDescriptions", "pattern", "maxLength"})
_MAPPING: Final = "yaml.schemas"
_RECOMMENDED: Final = "recommendations"
# Reads the schemas, and is free.
_YAML_SUPPORT: Final = "redhat.vscode-yaml"
_PREFIX: Final = "chuyendi"
_TODAY: Final = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"

Offered = Mapping[Referent, Sequence[Choice]]


def workspace(records: Records, before: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every file; `before` is what settings there are already.

    Raises:
        RefusedError: settings that are there are no JSON object.
    """
    offered = choices(records)
    # Front matter is YAML inside Markdown, which the editors' YAML support does not read.
    kinds = [kind for kind in KINDS if kind.example.endswith(".yml")]
    for kind in kinds:
        # A list of units may name what it has just got.
        known = {} if kind.name == _UNITS else offered
        yield f"{FOLDER}/{file_name(kind.name)}", schema_text(_with_names(schema_of(kind), known))
    settings = _settings(SETTINGS, before)
    settings[_MAPPING] = {f"./{FOLDER}/{file_name(kind.name)}": glob_of(kind) for kind in kinds}
    yield SETTINGS, _json(settings)
    extensions = _settings(EXTENSIONS, before)
    named = extensions.get(_RECOMMENDED)
    listed = named if isinstance(named, list) else []
    extensions[_RECOMMENDED] = [*listed, *({_YAML_SUPPORT} - {*map(str, listed)})]
    yield EXTENSIONS, _json(extensions)
    yield SNIPPETS, _json(_snippets())


def differ_in_names_alone(one: str, other: str) -> bool:
    """Whether two schemas of an editor say the same but for the ids that the records know.

    Whoever adds a member need not know of these files: they are behind then, not wrong.
    """
    try:
        read = [json.loads(text) for text in (one, other)]
    except ValueError:
        return False
    first, second = (_nameless(each, names=False) for each in read)
    return bool(first == second)


def _nameless(schema: Any, *, names: bool) -> Any:  # noqa: ANN401  (any JSON)
    if not isinstance(schema, dict):
        return schema
    names = names or REFERS_KEY in schema
    kept = {key: inner for key, inner in schema.items() if not (names and key in _NAMING)}
    for key, inner in kept.items():
        if key == "properties" and isinstance(inner, dict):
            kept[key] = {name: _nameless(each, names=False) for name, each in inner.items()}
        elif key == "items":
            kept[key] = _nameless(inner, names=names)
    return kept


def _settings(name: str, before: Mapping[str, str]) -> dict[str, Any]:
    try:
        settings: Any = json.loads(before.get(name) or "{}")
    except ValueError:
        settings = None
    if not isinstance(settings, dict):
        message = f"{name} không phải là JSON thuần nên không ghi thêm được; sửa hoặc xóa tệp."
        raise RefusedError(message)
    return settings


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _with_names(schema: Schema, offered: Offered) -> Schema:
    """Return the schema with lists of words and ids that an editor shows with their names."""
    told = {key: value for key, value in schema.items() if key != "oneOf"}
    if "oneOf" in schema:
        words = {each["const"]: each["title"] for each in schema["oneOf"]}
        return told | {"enum": [*words], "markdownEnumDescriptions": [*words.values()]}
    if "properties" in schema:
        inner = {key: _with_names(each, offered) for key, each in schema["properties"].items()}
        return told | {"properties": inner}
    listed: Sequence[Choice] = offered.get(schema.get(REFERS_KEY, ""), ())
    if "items" in schema:
        items = _one_of(schema["items"], listed) if listed else schema["items"]
        return told | {"items": _with_names(items, offered)}
    return _one_of(told, listed) if listed else told


def _one_of(schema: Schema, listed: Sequence[Choice]) -> Schema:
    kept = {key: value for key, value in schema.items() if key not in ("pattern", "maxLength")}
    described = [_described(each) for each in listed]
    return kept | {
        "enum": [each.id for each in listed],
        "markdownEnumDescriptions": described,
    }


def _described(choice: Choice) -> str:
    since = f"từ {day(choice.begins)}" if choice.begins else ""
    until = f"đến {day(choice.ends)}" if choice.ends else ""
    return ", ".join(part for part in (choice.label, choice.note, since, until) if part)


def _snippets() -> dict[str, Any]:
    """Return the snippet of a new visit: the keys that every visit has, and what a door stamps."""
    schema = plain_schema(Visit)
    stamped = asking_of(Visit).stamped
    asked = [key for key in schema["properties"] if key in (*schema["required"], *stamped)]
    body: list[str] = []
    for stop, key in enumerate(asked, start=1):
        body += _lines(key, schema["properties"][key], stop, stamped=key in stamped)
    words = schema_of(KIND_BY_NAME["visits"])
    return {
        words["title"]: {
            "scope": "yaml",
            "prefix": _PREFIX,
            "description": words["description"],
            "body": body,
        }
    }


def _lines(key: str, schema: Schema, stop: int, *, stamped: bool) -> list[str]:
    if stamped:
        return [f"{key}: {_TODAY}"]
    if schema["type"] == "array":
        return [f"{key}:", f"  - ${stop}"]
    if schema.get("format") == "date":
        return [f"{key}: ${{{stop}:{_TODAY}}}"]
    if schema.get("maxLength") == TEXT_LIMIT:
        return [f"{key}: |-", f"  ${stop}"]
    return [f"{key}: ${stop}"]

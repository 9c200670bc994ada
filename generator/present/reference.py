"""The field reference: every key of every record file, as the models declare it, with an example.

Source: design, section 2 (keys, labels, audience); the page `/huong-dan/truong-du-lieu/`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from generator.domain.fields import AUDIENCE_KEY, Audience
from generator.domain.period import PERIOD_PATTERN
from generator.domain.plain_schema import Schema, plain_schema
from generator.domain.scalars import ID_PATTERN, LINE_LIMIT, URL_PATTERN
from generator.domain.shorten import shorten
from generator.domain.titles import FILE_TITLES
from generator.load.article_text import read_article
from generator.load.layout import KINDS, Kind
from generator.load.limits import LIST_LIMITS
from generator.load.strict_yaml import read

_EXAMPLE_LIMIT: Final = 60
_PLACES: Final = {
    "members": "records/members/<mã>.yml",
    "policies": "records/policies/<mã>.yml",
    "plans": "records/plans/<năm>/<mã Ủy viên>.yml",
    "visits": "records/visits/<năm>/<ngày>-<tên ngắn>.yml",
    "articles": "records/articles/<năm>/<ngày>-<tên ngắn>.md",
}
_BY_FORMAT: Final = {"date": "ngày, viết năm-tháng-ngày"}
_BY_PATTERN: Final = {
    ID_PATTERN: "mã: chữ thường không dấu, chữ số, gạch nối",
    URL_PATTERN: "địa chỉ web",
    PERIOD_PATTERN: "năm, nửa năm, quý hoặc tháng: 2019, 2019-H1, 2019-Q2, 2019-03",
}
_BY_TYPE: Final = {
    "integer": "số nguyên",
    "number": "số ngày, có thể lẻ nửa ngày",
    "boolean": "true (có) hoặc false (không)",
    "object": "nhóm khóa",
}
# An example of the file could not hold these and still be one that people copy.
_EXAMPLES: Final = {"withdrawn": "2019-06-30"}
_WORDS: Final = {"true": "true (có)", "false": "false (không)"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A word that a key takes, and what it means."""

    word: str
    label: str


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One key: its path as findings write it (`issues[].due`), what it takes and who may see it.

    `default` is what holds where the key is absent, `example` a value on one line; both may be
    empty. `depth` counts the groups around the key.
    """

    path: str
    key: str
    depth: int
    title: str
    required: bool
    takes: str
    choices: tuple[Choice, ...]
    description: str
    audience: Audience
    default: str
    example: str


@dataclass(frozen=True, slots=True)
class FileReference:
    """One kind of file: where it lies, its keys in their order, and a whole example as text."""

    name: str
    title: str
    description: str
    place: str
    fields: tuple[FieldRow, ...]
    example: str


@cache
def field_reference() -> tuple[FileReference, ...]:
    """Return the reference of every kind of record file."""
    return tuple(_file(kind) for kind in KINDS)


def example_file(kind: str) -> str:
    """Return the text of the example of a kind of file; nobody in it is real."""
    suffix = "md" if kind == "articles" else "yml"
    folder = files("generator.present") / "templates" / "examples"
    return (folder / f"{kind}.{suffix}").read_text(encoding="utf-8")


def _file(kind: Kind) -> FileReference:
    words, text = FILE_TITLES[kind.name], example_file(kind.name)
    data = text.encode()
    document = read_article(data).front if kind.name == "articles" else read(data, LIST_LIMITS)
    return FileReference(
        kind.name,
        words.title,
        words.description,
        _PLACES.get(kind.name, f"records/{kind.example}"),
        tuple(_rows(plain_schema(kind.model), document.tree or {}, "", 0, "public")),
        text,
    )


def _rows(
    schema: Schema,
    example: Any,  # noqa: ANN401
    above: str,
    depth: int,
    around: Audience,
) -> Iterator[FieldRow]:
    """Yield the rows of a group of keys; what stands in an internal group is internal."""
    for key, node in schema["properties"].items():
        inner = node["items"] if node["type"] == "array" else node
        path = f"{above}{key}" + ("[]" if node["type"] == "array" else "")
        audience: Audience = "internal" if around == "internal" else node[AUDIENCE_KEY]
        value = _first(example, key)
        yield FieldRow(
            path=path,
            key=key,
            depth=depth,
            title=node["title"],
            required=key in schema.get("required", ()),
            takes=_takes(node),
            choices=tuple(Choice(c["const"], c["title"]) for c in inner.get("oneOf", ())),
            description=node.get("description", ""),
            audience=audience,
            default=_default(node),
            example=_on_one_line(value) or _EXAMPLES.get(path, ""),
        )
        if inner["type"] == "object":
            yield from _rows(inner, value, f"{path}.", depth + 1, audience)


def _takes(node: Schema) -> str:
    if node["type"] == "array":
        least = ", ít nhất một mục" if node.get("minItems") else ""
        return f"danh sách{least}; mỗi mục là {_takes(node['items'])}"
    if "oneOf" in node:
        return "một trong các từ cho sẵn"
    if node["type"] == "string":
        plain = (
            "chữ, một dòng" if node.get("maxLength") == LINE_LIMIT else "chữ, một hay nhiều dòng"
        )
        return _BY_FORMAT.get(
            node.get("format", ""), _BY_PATTERN.get(node.get("pattern", ""), plain)
        )
    return _BY_TYPE[node["type"]]


def _default(node: Schema) -> str:
    value = node.get("default")
    if value is None:
        return ""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    labels = {choice["const"]: choice["title"] for choice in node.get("oneOf", ())}
    return f"{text} ({labels[text]})" if text in labels else _WORDS.get(text, text)


def _first(example: Any, key: str) -> Any:  # noqa: ANN401
    """Return the value of the key in a group, or in the first item of a list that has it."""
    groups = example if isinstance(example, list) else [example]
    found = (group[key] for group in groups if isinstance(group, Mapping) and key in group)
    return next(found, None)


def _on_one_line(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, list):
        value = next(iter(value), None)
    return shorten(value, _EXAMPLE_LIMIT) if isinstance(value, str) else ""

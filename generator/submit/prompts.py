"""What the terminal asks of a visit: questions with their labels, help and choices, from the model.

Source: issue *Submission*, Door 5; design, section 3, `new visit`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from generator.domain.fields import REFERS_KEY, Referent, shape_within
from generator.domain.plain_schema import Schema
from generator.domain.scalars import TEXT_LIMIT, parse_day
from generator.domain.visit import Visit
from generator.submit.asking import asked_schema, asking_of, label_at
from generator.submit.choices import Choice

Way = Literal[
    "day", "days", "whole", "line", "text", "photo", "yes_no", "word", "one", "several", "group",
    "groups",
]  # fmt: skip
"""How a question is answered: `word` is one of a closed list, `one` and `several` are names."""

Place = tuple[str | int, ...]
"""Where an answer stands in the tree of a visit: keys, and numbers within lists."""

# What is chosen by name needs no help about ids; of a photo the file is named as it lies on disk.
_HELP_INSTEAD: Final[dict[str, str]] = {
    "members": "",
    "kinds": "",
    "plan_items": "",
    "media": "Đường dẫn tới tệp ảnh trên máy này; ảnh được thu nhỏ, bỏ vị trí và thông tin máy.",
}
# An issue is resolved with a day and an outcome, which are told when it is followed up.
_FOLLOWED_UP: Final = frozenset({"resolved"})


@dataclass(frozen=True)
class Question:
    """One question: the key that it fills, its words, and how it is answered.

    `parts` are the questions of a group, `first` whether it is asked before *thêm chi tiết*.
    """

    key: str
    label: str
    way: Way
    help: str = ""
    required: bool = False
    first: bool = False
    refers: Referent | None = None
    words: tuple[Choice, ...] = ()
    parts: tuple["Question", ...] = ()


def questions(*, internal: bool) -> tuple[Question, ...]:
    """Return what is asked of a visit, first what every visit has.

    Without `internal`, nothing that a repository which anyone can read refuses.
    """
    return tuple(_questions(asked_schema(Visit, internal=internal), Visit))


def question_at(place: Place, asked: tuple[Question, ...]) -> tuple[Question, Place] | None:
    """Return the question whose answer stands at the place, or holds it, and where that stands."""
    found = None
    for number, step in enumerate(place, start=1):
        if isinstance(step, str):
            inner = next((each for each in asked if each.key == step), None)
            if inner is None:
                break
            found, asked = (inner, place[:number]), inner.parts
    return found


def name_of(place: Place) -> str:
    """Return what the place is called; what is called as the thing that it is in, is said once."""
    outer, name = label_at(place[:-1]), label_at(place)
    own = name.removeprefix(f"{outer}: ")
    return outer if outer.rpartition(" ")[0] == own else name


def fits(question: Question, value: object) -> bool:
    """Whether an answer that was kept has the form of those that are given."""
    if question.way == "groups":
        return isinstance(value, list) and all(_parts_fit(question, each) for each in value)
    if question.way == "group":
        return _parts_fit(question, value)
    if question.way in ("several", "days"):
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    return isinstance(value, str) and (question.way != "day" or is_day(value))


def is_day(written: object) -> bool:
    """Whether it is a day as records write it."""
    try:
        return isinstance(written, str) and bool(parse_day(written))
    except PydanticCustomError:
        return False


def _questions(schema: Schema, model: type[BaseModel]) -> Iterator[Question]:
    asking = asking_of(model)
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    for key in asking.asked:
        if key in schema["properties"]:
            required, first = key in schema.get("required", ()), key in asking.first
            inner = shape_within(fields[key].annotation)
            yield _question(key, schema["properties"][key], inner, required=required, first=first)


def _question(
    key: str, schema: Schema, inner: type[BaseModel] | None, *, required: bool, first: bool
) -> Question:
    leaf = schema.get("items", schema)
    refers: Referent | None = schema.get(REFERS_KEY)
    return Question(
        key,
        schema["title"],
        _way(schema, leaf, inner),
        help=_HELP_INSTEAD[refers] if refers in _HELP_INSTEAD else schema.get("description", ""),
        required=required,
        first=first,
        refers=refers,
        words=tuple(
            Choice(each["const"], each["title"], each["title"])
            for each in leaf.get("oneOf", ())
            if each["const"] not in _FOLLOWED_UP
        ),
        parts=tuple(_questions(leaf, inner)) if inner else (),
    )


def _way(schema: Schema, leaf: Schema, inner: type[BaseModel] | None) -> Way:
    several = schema["type"] == "array"
    if inner:
        return "groups" if several else "group"
    if schema.get(REFERS_KEY) == "media":
        return "photo"
    if REFERS_KEY in schema:
        return "several" if several else "one"
    if leaf.get("format") == "date":
        return "days" if several else "day"
    if "oneOf" in leaf:
        return "word"
    plain: dict[str, Way] = {"boolean": "yes_no", "integer": "whole"}
    long = leaf.get("maxLength") == TEXT_LIMIT
    return plain.get(leaf["type"], "text" if long else "line")


def _parts_fit(question: Question, value: object) -> bool:
    parts = {part.key: part for part in question.parts}
    return isinstance(value, dict) and all(
        key in parts and fits(parts[key], each) for key, each in value.items()
    )

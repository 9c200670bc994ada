"""What was read becomes a frozen model, or every fault of its shape at once.

Source: design, section 2 (keys, one shape each) and section 3 (codes `S`).
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.domain.fields import Record, label_of, shape_within, written_fields
from generator.domain.finding import Fault, FieldPath
from generator.domain.scalars import kind_of_value
from generator.domain.shorten import shorten
from generator.load.swift import swiftly

AnyRecord = TypeVar("AnyRecord", bound=Record)

_SHORT_KEY: Final = 3
_TOLD_BY_FILE: Final = {
    "id": "Xóa dòng này: mã của bản ghi là tên tệp.",
    "path": "Xóa dòng này: tệp nằm ở đâu thì đã rõ.",
    "body": "Xóa khóa này, viết thân bài bên dưới dòng --- thứ hai.",
}
_VALUE: Final = ("một giá trị", "Ghi giá trị ngay sau dấu hai chấm.")
_WANTED: Final = {
    "tuple_type": ("một danh sách", "Mỗi mục một dòng, mở đầu bằng dấu gạch ngang và dấu cách."),
    "model_type": ("một nhóm khóa", "Xuống dòng, thụt vào hai dấu cách rồi ghi từng khóa."),
}


def shape(
    model: type[AnyRecord], tree: Mapping[str, Any], derived: Mapping[str, str]
) -> AnyRecord | tuple[Fault, ...]:
    """Return the record, or its faults by field, in the order of the model.

    `derived` are the fields that the reader knows: `id`, `path`, and the body of an article.
    """
    path = derived["path"]
    whole = {**tree, **derived}
    stray: tuple[Fault, ...] = ()
    if len(whole) < len(tree) + len(derived):
        stray = tuple(_told_by_file(key, path) for key in tree if key in derived)
    swift = None if stray else swiftly(model, whole)
    if swift:
        return swift
    try:
        record = model.model_validate(whole, by_alias=True, by_name=False)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        # A list of one broken item counts as empty for pydantic.
        errors = [each for each in errors if each["type"] != "too_short" or not each["input"]]
        faults = (_fault(each, model, path) for each in errors)
        return tuple(_without_echoes((*stray, *faults)))
    return stray or record


def _fault(error: ErrorDetails, model: type[BaseModel], path: str) -> Fault:
    field: FieldPath = tuple(error["loc"])
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    if kind in _ABOUT_KEYS:
        return _ABOUT_KEYS[kind](field, model, path)
    if isinstance(value, str) and not value.strip():
        return Fault("S009", path, field, "Khóa này để trống.", "Điền giá trị, hoặc bỏ cả dòng đi.")
    if "hint" in context:
        return Fault(kind, path, field, context["message"], context["hint"])
    if kind == "too_short":
        return Fault("S014", path, field, "Danh sách này trống.", "Ghi ít nhất một mục.")
    if kind == "literal_error" and isinstance(value, str):
        return _choice(field, value, str(context["expected"]), path)
    return _misshapen(field, value, kind, path)


def _without_echoes(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Drop "missing" where a misspelt key beside it is the missing one: one slip, one fault."""
    faults = list(faults)
    meant = {(f.field[:-1], f.hint) for f in faults if f.code == "S002"}
    for fault in faults:
        parent, key = fault.field[:-1], fault.field[-1]
        if fault.code != "S001" or (parent, _ask(str(key))) not in meant:
            yield fault


def _missing(field: FieldPath, model: type[BaseModel], path: str) -> Fault:
    key = str(field[-1])
    label = label_of(_model_at(field[:-1], model), key)
    return Fault("S001", path, field, f"Thiếu khóa “{key}” ({label}).", f"Thêm dòng “{key}: …”.")


def _told_by_file(key: str, path: str) -> Fault:
    return Fault("S002", path, (key,), f"Không có khóa “{key}”.", _TOLD_BY_FILE[key])


def _unknown(field: FieldPath, model: type[BaseModel], path: str) -> Fault:
    key = str(field[-1])
    known = [f.alias or name for name, f in written_fields(_model_at(field[:-1], model))]
    near = _nearest(key.lower(), known, 0.5 if len(key) <= _SHORT_KEY else 0.6)
    hint = _ask(near) if near else f"Các khóa dùng được: {', '.join(known)}."
    return Fault("S002", path, field, f"Không có khóa “{shorten(key)}”.", hint)


_ABOUT_KEYS: Final = {"missing": _missing, "extra_forbidden": _unknown}


def _choice(field: FieldPath, value: str, expected: str, path: str) -> Fault:
    words = expected.replace(" or ", ", ").replace("'", "").split(", ")
    near = _nearest(value, words)
    hint = f"{_ask(near)} " if near else ""
    message = f"“{shorten(value)}” không nằm trong các lựa chọn."
    return Fault("S008", path, field, message, f"{hint}Chọn một trong: {', '.join(words)}.")


def _ask(word: str) -> str:
    return f"Ý bạn là “{word}”?"


def _nearest(word: str, known: list[str], cutoff: float = 0.6) -> str:
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=cutoff)), "")


def _misshapen(field: FieldPath, value: object, kind: str, path: str) -> Fault:
    wanted, mend = _WANTED.get(kind, _VALUE)
    found = "một giá trị" if isinstance(value, str) else kind_of_value(value)
    return Fault("S003", path, field, f"Chỗ này phải là {wanted}, nhưng lại là {found}.", mend)


def _model_at(field: FieldPath, model: type[BaseModel]) -> type[BaseModel]:
    """Return the model whose keys stand at the path; the path follows the model's own fields."""
    for step in field:
        if isinstance(step, str):
            fields = {f.alias or name: f for name, f in model.model_fields.items()}
            model = shape_within(fields[step].annotation) or model
    return model

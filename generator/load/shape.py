"""What was read becomes a frozen model, or every fault of its shape at once.

Source: design, section 2 (keys, one shape each) and section 3 (codes `S`).
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.domain.fields import Record, label_of, shape_within, written_fields
from generator.domain.finding import Fault, FieldPath
from generator.domain.scalars import kind_of_value, shorten

AnyRecord = TypeVar("AnyRecord", bound=Record)


def shape(
    model: type[AnyRecord], tree: Mapping[str, Any], derived: Mapping[str, str]
) -> AnyRecord | tuple[Fault, ...]:
    """Return the record, or its faults by field, in the order of the model.

    `derived` are the fields that the reader knows: `id`, `path`, and the body of an article.
    """
    stray = [key for key in tree if key in derived]
    # A file that writes a derived key itself must hear of it, so the reader's value yields.
    values = {**derived, **tree}
    try:
        record = model.model_validate(values, by_alias=True, by_name=False)
    except ValidationError as error:
        details = [each for each in error.errors() if each["loc"][0] not in stray]
        faults = [_unknown((key,), model, derived["path"]) for key in stray]
        faults += [_fault(each, model, derived["path"]) for each in details]
        return tuple(_without_echoes(faults))
    if stray:
        return tuple(_unknown((key,), model, derived["path"]) for key in stray)
    return record


def _fault(error: ErrorDetails, model: type[BaseModel], path: str) -> Fault:
    field: FieldPath = tuple(error["loc"])
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    if "hint" in context:
        return Fault(kind, path, field, context["message"], context["hint"])
    if kind == "missing":
        key = str(field[-1])
        label = label_of(_model_at(field[:-1], model), key)
        return Fault(
            "S001", path, field, f"Thiếu khóa “{key}” ({label}).", f"Thêm dòng “{key}: …”."
        )
    if kind == "extra_forbidden":
        return _unknown(field, model, path)
    if value == "":
        return Fault("S009", path, field, "Khóa này để trống.", "Điền giá trị, hoặc bỏ cả dòng đi.")
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


def _ask(key: str) -> str:
    return f"Ý bạn là “{key}”?"


def _unknown(field: FieldPath, model: type[BaseModel], path: str) -> Fault:
    key = str(field[-1])
    known = [f.alias or name for name, f in written_fields(_model_at(field[:-1], model))]
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
    hint = _ask(near[0]) if near else f"Các khóa dùng được: {', '.join(known)}."
    return Fault("S002", path, field, f"Không có khóa “{shorten(key)}”.", hint)


def _choice(field: FieldPath, value: str, expected: str, path: str) -> Fault:
    words = [word for word in expected.replace(" or ", ", ").replace("'", "").split(", ") if word]
    near = difflib.get_close_matches(value, words, n=1, cutoff=0.6)
    options = ", ".join(words)
    hint = (
        f"Ý bạn là “{near[0]}”? Chọn một trong: {options}."
        if near
        else f"Chọn một trong: {options}."
    )
    return Fault("S008", path, field, f"“{shorten(value)}” không nằm trong các lựa chọn.", hint)


def _misshapen(field: FieldPath, value: object, kind: str, path: str) -> Fault:
    wanted, mend = {
        "tuple_type": (
            "một danh sách",
            "Mỗi mục một dòng, mở đầu bằng dấu gạch ngang và dấu cách.",
        ),
        "model_type": ("một nhóm khóa", "Xuống dòng, thụt vào hai dấu cách rồi ghi từng khóa."),
    }.get(kind, ("một giá trị", "Ghi giá trị ngay sau dấu hai chấm."))
    found = "một giá trị" if isinstance(value, str) else kind_of_value(value)
    return Fault("S003", path, field, f"Chỗ này phải là {wanted}, nhưng lại là {found}.", mend)


def _model_at(field: FieldPath, model: type[BaseModel]) -> type[BaseModel]:
    """Return the model whose keys stand at the path; the path follows the model's own fields."""
    for step in field:
        if isinstance(step, str):
            fields = {f.alias or name: f for name, f in model.model_fields.items()}
            model = shape_within(fields[step].annotation) or model
    return model

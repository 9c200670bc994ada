"""The narrow types of single values: what is written is read as text, and typed here.

So `no`, `010`, `12:30` and `0912…` stay what was written (design, section 2). Each type refuses
with a code of its own, a sentence and a mend; none guesses.
"""

import calendar
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.domain.shorten import shorten

LINE_LIMIT: Final = 500
TEXT_LIMIT: Final = 20_000
YEARS: Final = range(1900, 2200)
MONTHS: Final = range(1, 13)
ID_LIMIT: Final = 100
ID_PATTERN: Final = r"^[a-z0-9][a-z0-9-]*$"
DAY_PATTERN: Final = r"^\d{4}-\d{2}-\d{2}$"
URL_PATTERN: Final = r"^https?://[^\s\x22\x27<>\\]+$"

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_LOOSE_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_WHOLE = re.compile(r"0|[1-9]\d{0,8}", re.ASCII)
_ANY_DAY: Final = "Viết năm-tháng-ngày, ví dụ 2019-05-20."
_HALVES = re.compile(r"(?:0|[1-9]\d{0,5})(?:\.[05])?", re.ASCII)
_ID = re.compile(ID_PATTERN.removeprefix("^").removesuffix("$"), re.ASCII)
_URL = re.compile(URL_PATTERN.removeprefix("^").removesuffix("$"))

# What no Python takes for blank: the validator's own \S would let U+001C to U+001F pass.
_SEEN: Final = r"[^\s\x1c-\x1f]"
NATIVE: Final[dict[Callable[[object], object], CoreSchema]] = {}
"""For validators of `typed`: what takes most of the same text for the same value, and nothing else.

It is several times as fast, for pydantic's core asks no Python; but it knows none of our messages.
Its regular expressions are those of Rust.
"""


def refusal(code: str, message: str, hint: str) -> PydanticCustomError:
    """Return the error by which a type refuses a value: finding code, sentence and mend."""
    context = {"message": message, "hint": hint}
    return PydanticCustomError(code, "{message}", context)


def typed(
    parse: Callable[[str], object], kind: type, native: CoreSchema | None = None
) -> BeforeValidator:
    """Apply `parse` to text; let a value of the right kind pass, and refuse lists and mappings.

    `native` is what `NATIVE` keeps of it.
    """

    def validate(value: object) -> object:
        if isinstance(value, str):
            if not value.strip():
                raise refusal("S009", "Khóa này để trống.", "Điền giá trị, hoặc bỏ cả dòng đi.")
            return parse(value)
        if type(value) is kind:
            return value
        found = kind_of_value(value)
        raise refusal(
            "S003",
            f"Chỗ này phải là một giá trị, nhưng lại là {found}.",
            "Ghi giá trị ngay sau dấu hai chấm.",
        )

    if native:
        NATIVE[validate] = native
    return BeforeValidator(validate)


def _written(pattern: str, then: CoreSchema) -> CoreSchema:
    return core_schema.chain_schema([core_schema.str_schema(pattern=pattern), then])


def kind_of_value(value: object) -> str:
    """Return what a value that is not text is called in messages: a list, or a group of keys."""
    return "một danh sách" if isinstance(value, list | tuple) else "một nhóm khóa"


def parse_day(text: str) -> date:
    """Return the day written `YYYY-MM-DD`; refuse every other form and days that never were.

    Raises:
        PydanticCustomError: S004.
    """
    found = _DAY.fullmatch(text)
    if not found:
        raise refusal("S004", f"“{shorten(text)}” không phải là ngày.", _day_hint(text))
    year, month, day = (int(part) for part in found.groups())
    try:
        parsed = date(year, month, day)
    except ValueError:
        message = f"Không có ngày {text}."
        raise refusal("S004", message, _calendar_hint(year, month)) from None
    if year not in YEARS:
        message = f"Năm {year} không thể đúng."
        raise refusal("S004", message, f"Năm phải từ {YEARS[0]} đến {YEARS[-1]}.")
    return parsed


def _day_hint(text: str) -> str:
    loose, first = _LOOSE_DAY.fullmatch(text), _DAY_FIRST.fullmatch(text)
    if loose:
        parts = loose.groups()
    elif first:
        parts = first.groups()[::-1]
    else:
        return _ANY_DAY
    try:
        return f"Viết năm-tháng-ngày: {date(*(int(part) for part in parts))}."
    except ValueError:
        return _ANY_DAY


def _calendar_hint(year: int, month: int) -> str:
    if month not in MONTHS:
        return "Tháng chỉ từ 01 đến 12."
    if year < 1:
        return f"Năm phải từ {YEARS[0]} đến {YEARS[-1]}."
    return f"Tháng {month} năm {year} có {calendar.monthrange(year, month)[1]} ngày."


def _parse_whole(text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise refusal(
            "S005",
            f"Chỗ này phải là một số nguyên, nhưng lại là “{shorten(text)}”.",
            "Chỉ viết chữ số, nhiều nhất 9 chữ số; không dấu, không đơn vị, không số 0 đứng đầu.",
        )
    return int(text)


def _parse_halves(text: str) -> Decimal:
    if not _HALVES.fullmatch(text):
        raise refusal(
            "S005",
            f"Chỗ này phải là một số ngày, nhưng lại là “{shorten(text)}”.",
            "Viết số nguyên hoặc nửa ngày với dấu chấm, ví dụ 2 hoặc 1.5.",
        )
    return Decimal(text)


def _parse_yes_no(text: str) -> bool:
    if text not in ("true", "false"):
        raise refusal(
            "S006",
            f"“{shorten(text)}” không phải là true hay false.",
            "Viết true (có) hoặc false (không).",
        )
    return text == "true"


def _parse_id(text: str) -> str:
    if len(text) > ID_LIMIT or not _ID.fullmatch(text):
        raise refusal(
            "S007",
            f"“{shorten(text)}” không phải là mã.",
            f"Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ {id_like(text)}.",
        )
    return text


def _parse_line(text: str) -> str:
    if "\n" in text or "\r" in text:
        raise refusal("S010", "Chỗ này chỉ được một dòng.", "Viết liền trên một dòng.")
    if len(text) > LINE_LIMIT:
        message = f"Dài {len(text)} ký tự, quá {LINE_LIMIT}."
        raise refusal("S010", message, "Viết ngắn lại; phần chi tiết để ở tóm tắt nội dung.")
    return text


def _parse_url(text: str) -> str:
    if len(text) > LINE_LIMIT or not _URL.fullmatch(text):
        raise refusal(
            "S017",
            f"“{shorten(text)}” không phải là địa chỉ web.",
            "Chép nguyên địa chỉ từ trình duyệt, bắt đầu bằng https://.",
        )
    return text


def _parse_text(text: str) -> str:
    if len(text) > TEXT_LIMIT:
        raise refusal("S010", f"Dài {len(text)} ký tự, quá {TEXT_LIMIT}.", "Viết ngắn lại.")
    return text


def id_like(text: str) -> str:
    """Return the id that a name suggests: `Ấp 3` gives `ap-3`; `vi-du` if nothing is left."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D")).lower()
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", kept).strip("-")[:ID_LIMIT] or "vi-du"


def choices(labels: Mapping[str, str]) -> WithJsonSchema:
    """Return the JSON Schema of a closed list of words, each with its Vietnamese label."""
    options: list[dict[str, Any]] = [
        {"const": word, "title": label} for word, label in labels.items()
    ]
    return WithJsonSchema({"type": "string", "oneOf": options})


Day = Annotated[
    date,
    typed(
        parse_day,
        date,
        _written(
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            core_schema.date_schema(ge=date(YEARS[0], 1, 1), le=date(YEARS[-1], 12, 31)),
        ),
    ),
    WithJsonSchema({"type": "string", "format": "date", "pattern": DAY_PATTERN}),
]
Whole = Annotated[
    int,
    typed(_parse_whole, int, _written("^(?:0|[1-9][0-9]{0,8})$", core_schema.int_schema())),
    WithJsonSchema({"type": "integer", "minimum": 0}),
]
Halves = Annotated[
    Decimal,
    typed(_parse_halves, Decimal),
    WithJsonSchema({"type": "number", "minimum": 0, "multipleOf": 0.5}),
]
YesNo = Annotated[
    bool,
    typed(_parse_yes_no, bool, _written("^(?:true|false)$", core_schema.bool_schema())),
    WithJsonSchema({"type": "boolean"}),
]
Id = Annotated[
    str,
    typed(_parse_id, str, core_schema.str_schema(pattern=ID_PATTERN, max_length=ID_LIMIT)),
    WithJsonSchema({"type": "string", "pattern": ID_PATTERN, "maxLength": ID_LIMIT}),
]
Line = Annotated[
    str,
    typed(
        _parse_line,
        str,
        core_schema.str_schema(pattern=f"^{_SEEN}[^\\r\\n]*$", max_length=LINE_LIMIT),
    ),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LINE_LIMIT}),
]
Url = Annotated[
    str,
    typed(_parse_url, str),
    WithJsonSchema({"type": "string", "pattern": URL_PATTERN, "maxLength": LINE_LIMIT}),
]
Text = Annotated[
    str,
    typed(_parse_text, str, core_schema.str_schema(pattern=f"^{_SEEN}", max_length=TEXT_LIMIT)),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": TEXT_LIMIT}),
]

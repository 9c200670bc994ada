"""What differs between a post and the fields wanted, as lines of a unified diff, field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from difflib import unified_diff
from typing import Final
from zoneinfo import ZoneInfo

from generator.publish.wordpress.post import Fields

_HANOI: Final = ZoneInfo("Asia/Ho_Chi_Minh")
_NEW: Final = "(chưa có trên trang web)"
LABELS: Final = {
    "title": "tiêu đề",
    "content": "nội dung",
    "excerpt": "tóm tắt",
    "moment": "ngày đăng",
    "categories": "chuyên mục",
    "tags": "từ khóa",
    "cover": "ảnh đại diện",
}


def differences(there: Fields, wanted: Fields, names: Mapping[int, str]) -> Iterator[str]:
    """Yield the lines by which the website's fields become those wanted.

    `names` are those of the website's terms by number.
    """
    for each in fields(Fields):
        before, after = (
            _lines(each.name, getattr(side, each.name), names) for side in (there, wanted)
        )
        if before != after:
            label = LABELS[each.name]
            yield from unified_diff(
                before, after, f"trang web: {label}", f"sổ: {label}", n=0, lineterm=""
            )


def _lines(name: str, value: object, names: Mapping[int, str]) -> list[str]:
    if isinstance(value, tuple):
        return [names.get(each, f"số {each}") if each else _NEW for each in value]
    if name == "cover":
        return [f"ảnh số {value}" if value else _NEW]
    if name == "moment":
        return [_moment(str(value))]
    return [line for line in str(value).split("\n") if line and not line.startswith("<!-- /wp:")]


def _moment(text: str) -> str:
    """Return the moment as people in Việt Nam write it."""
    try:
        there = datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        return text
    return there.astimezone(_HANOI).strftime("%d/%m/%Y %H:%M")

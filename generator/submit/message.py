r"""A visit as one message: lines for people, then the record in a form that survives chat programs.

The record is JSON on one line, in which a blank is `+` and every sign that a program may change,
drop or turn into a picture is written as `\uXXXX`. So blanks, line ends, quoting, curly quotes and
dashes mean nothing there, and a check number tells when anything else was changed: a message is
taken whole or not at all. The form writes the same bytes (generator/web/src/form/message.js).
Source: issue *Submission*, Door 1 (shares one message) and Door 2.
"""

import re
import unicodedata
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from generator.domain.visit import Visit
from generator.load.hygiene import FORBIDDEN
from generator.submit.canonical import in_order
from generator.submit.readable import Labels, readable

VERSION: Final = 1

_OPENING: Final = (
    f"--- Bản ghi congtac {VERSION}: xin gửi nguyên cả tin, giữ nguyên từ dòng này đến hết. "
    "Cần sửa thì sửa trong biểu mẫu rồi gửi lại; sửa các dòng trên không có tác dụng. ---"
)
_CARRIED_AS_IS: Final = re.compile("[A-Za-z0-9\u00c0-\u024f\u1ea0-\u1ef9,]")

# What chat programs put before a line: marks of quoting; the hour and who wrote it.
_QUOTING: Final = re.compile(r"^[\s>|]+", re.MULTILINE)
_SENDER: Final = re.compile(
    r"^\[[^\]\n]{0,40}?\d{1,2}:\d{2}[^\]\n]{0,40}\][ \t]*[^:\n]{0,60}:", re.MULTILINE
)
_BEGINS: Final = re.compile(r"Bản\W+ghi\W+congtac\W+(\d{1,4})", re.IGNORECASE)
_ENDS: Final = re.compile(r"Hết\W+bản\W+ghi\W+mã\W+([0-9a-f]{8})(?![0-9a-f])", re.IGNORECASE)
_CURLY: Final = dict.fromkeys(map(ord, "“”„‟«»″"), '"')
# Nothing else stands in what is carried, so whatever else is found there was put in on the way.
_NOISE: Final = re.compile('[^A-Za-z0-9\u00c0-\u024f\u1ea0-\u1ef9,.+{}\\[\\]":\\\\-]')

AGAIN: Final = "Xin người gửi gửi lại nguyên cả tin, hoặc gửi tệp mà biểu mẫu tải về."


class Misread(NamedTuple):
    """Why something that arrived holds no record that can be used, and the mend."""

    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Carried:
    """The JSON that a message carries, exactly as it was sent off, and the words before it."""

    json: str
    said: str


def write(tree: Mapping[str, Any], labels: Labels) -> str:
    """Return the message of a visit; its tree is text throughout."""
    ordered = in_order(tree, Visit)
    carried = _carried(ordered)
    closing = f"--- Hết bản ghi, mã {_check_number(carried)} ---"
    return "\n".join([*readable(ordered, labels), "", _OPENING, carried, closing, ""])


def is_message(text: str) -> bool:
    """Whether the text has the beginning or the end of the part for the machine."""
    plain = _plain(text)
    return bool(_BEGINS.search(plain) or _ENDS.search(plain))


def unwrapped(text: str) -> Carried | tuple[Misread, ...]:
    """Return what the message carries, as it was sent off, or everything that is wrong with it."""
    lines = _plain(text).replace("\r\n", "\n").replace("\r", "\n")
    lines = _QUOTING.sub("", _SENDER.sub("", _QUOTING.sub("", lines)))
    begins = list(_BEGINS.finditer(lines))
    if not begins:
        return (Misread("Tin mất phần đầu: không thấy dòng “Bản ghi congtac”.", AGAIN),)
    ends = [each.start() for each in begins[1:]] + [len(lines)]
    taken = [_block(each, lines[each.end() : end]) for each, end in zip(begins, ends, strict=True)]
    faults = tuple(dict.fromkeys(each for each in taken if isinstance(each, Misread)))
    if faults:
        return faults
    held = {each for each in taken if isinstance(each, str)}
    if len(held) > 1:
        message = f"Trong tin có {len(held)} bản ghi khác nhau."
        return (Misread(message, "Tách ra, mỗi chuyến đi một tin."),)
    return Carried(held.pop().replace("+", " "), lines[: begins[0].start()])


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", FORBIDDEN.sub("", text))


def _block(begins: re.Match[str], rest: str) -> str | Misread:
    """Return the JSON between a beginning and its end, as it was written."""
    if int(begins[1]) != VERSION:
        return Misread(
            f"Bản ghi trong tin theo cách viết {begins[1]}, phần mềm này đọc cách viết {VERSION}.",
            "Cập nhật congtac, hoặc mở lại mẫu rồi gửi lại.",
        )
    ends = _ENDS.search(rest)
    if not ends:
        return Misread("Tin bị cắt: không thấy dòng “Hết bản ghi” với đủ mã.", AGAIN)
    body = unicodedata.normalize("NFC", "".join(rest[: ends.start()].translate(_CURLY).split()))
    carried = _NOISE.sub("", body[body.find("{") : body.rfind("}") + 1])
    if _check_number(carried) != ends[1].lower():
        return Misread("Bản ghi trong tin không còn nguyên: có chữ bị đổi hoặc bị mất.", AGAIN)
    return carried


def _carried(value: object) -> str:
    """Return JSON of a tree of text, as the record travels."""
    if isinstance(value, Mapping):
        pairs = (f"{_carried(key)}:{_carried(inner)}" for key, inner in value.items())
        return f"{{{','.join(pairs)}}}"
    if isinstance(value, list | tuple):
        return f"[{','.join(map(_carried, value))}]"
    text = str(value)
    return f'"{"".join(_sign(text, at) for at in range(len(text)))}"'


def _sign(text: str, at: int) -> str:
    sign, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    single = before != sign and (sign == "-" or (sign == "." and after in ("", " ")))
    if single or _CARRIED_AS_IS.match(sign):
        return sign
    if sign in " \n":
        return "+" if sign == " " else "\\n"
    units = sign.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[n : n + 2].hex()}" for n in range(0, len(units), 2))


def _check_number(carried: str) -> str:
    return f"{zlib.crc32(carried.encode()):08x}"

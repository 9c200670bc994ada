"""What arrives by chat or as a file: a message, a record as YAML or JSON, or a bundle with photos.

Everything wrong is told at once, and nothing is taken in part. Source: issue *Submission*, Door 2.
"""

import io
import json
import re
import zipfile
import zlib
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from generator.domain.finding import severity_of
from generator.domain.media import IMAGE_SUFFIXES, suffix_of
from generator.domain.shorten import shorten
from generator.load.hygiene import TextFault, decode
from generator.load.limits import RECORD_LIMITS, too_large
from generator.load.strict_yaml import read_text
from generator.submit.message import AGAIN, Carried, Misread, is_message, unwrapped

LARGEST_PHOTO: Final = 20_000_000
MOST_FILES: Final = 30

Tree = dict[str, Any]

_COMMENT: Final = "T001"
_KEY_LINE: Final = re.compile(r"^(?:date|unit|kind|members|content)[ \t]*:", re.MULTILINE)
_HALF_SIGN: Final = re.compile("[\ud800-\udfff]")
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_UNREADABLE_ZIP: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
_ONE_VISIT: Final = "Mỗi gói một chuyến đi: một bản ghi và ảnh của nó."


@dataclass(frozen=True, slots=True)
class Submission:
    """The tree of a record as it arrived, the photos by their names, and the lines for people."""

    tree: Tree
    photos: Mapping[str, bytes] = field(default_factory=dict)
    said: str = ""


def read(data: bytes) -> Submission | tuple[Misread, ...]:
    """Return what arrived, or everything for which it cannot be read."""
    return _read_bundle(data) if data.startswith(_ZIP) else _read_text(data)


def _read_text(data: bytes) -> Submission | tuple[Misread, ...]:
    text = _decoded(data)
    if isinstance(text, TextFault):
        return (_of_text(text),)
    if is_message(text):
        carried = unwrapped(text)
        return _read_json(carried.json, carried.said) if isinstance(carried, Carried) else carried
    if text.lstrip().startswith("{"):
        return _read_json(text)
    if _KEY_LINE.search(text):
        return _read_yaml(text)
    hint = (
        "Cần nguyên cả tin mà biểu mẫu đã tạo, đến hết dòng “Hết bản ghi”; "
        "hoặc tệp .yml, .json, .zip."
    )
    return (Misread("Không thấy bản ghi nào.", hint),)


def _decoded(data: bytes) -> str | TextFault:
    """Return the text of a file as people save it: a mark at its beginning says how to read it."""
    marked = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
    for mark, encoding in marked.items():
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                break
    return decode(data)


def _of_text(fault: TextFault) -> Misread:
    return Misread(f"Dòng {fault.line}, cột {fault.column}: {fault.message}", fault.hint)


def _read_json(text: str, said: str = "") -> Submission | tuple[Misread, ...]:
    size = len(text.encode())
    if size > RECORD_LIMITS.size:
        return (_of_text(too_large(size, RECORD_LIMITS)),)
    try:
        tree = json.loads(
            text, object_pairs_hook=_once, parse_int=str, parse_float=str, parse_constant=str
        )
    except json.JSONDecodeError as error:
        message = f"Dòng {error.lineno}, cột {error.colno}: bản ghi JSON hỏng ở đây."
        return (Misread(message, AGAIN),)
    except _TwiceError as error:
        return (Misread(f"Khóa “{shown_name(str(error))}” ghi hai lần.", "Giữ một, xóa một."),)
    except RecursionError:
        return (Misread("Bản ghi lồng nhau quá sâu.", AGAIN),)
    if _HALF_SIGN.search(json.dumps(tree, ensure_ascii=False)):
        return (Misread("Bản ghi có ký tự bị cắt đôi.", AGAIN),)
    return Submission(_as_text(tree), said=said)


class _TwiceError(ValueError):
    """A key stands twice in one group."""


def _once(pairs: list[tuple[str, Any]]) -> Tree:
    group: Tree = {}
    for key, value in pairs:
        if key in group:
            raise _TwiceError(key)
        group[key] = value
    return group


def _as_text(value: Any) -> Any:  # noqa: ANN401
    """Return the tree with every single value as text, as the reader of records gives it."""
    if isinstance(value, dict):
        return {key: _as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_text(each) for each in value]
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else value


def _read_yaml(text: str) -> Submission | tuple[Misread, ...]:
    size = len(text.encode())
    if size > RECORD_LIMITS.size:
        return (_of_text(too_large(size, RECORD_LIMITS)),)
    document = read_text(text)
    # A comment would be lost without a word.
    wrong = [f for f in document.faults if severity_of(f.code) == "error" or f.code == _COMMENT]
    if document.tree is None or wrong:
        return tuple(map(_of_text, wrong))
    return Submission(document.tree)


def _read_bundle(data: bytes) -> Submission | tuple[Misread, ...]:
    """Return the one record of a ZIP file with its photos; nothing is unpacked to disk."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [each for each in archive.namelist() if _kind_of(each) != "ignored"]
            if len(names) > MOST_FILES:
                message = f"Gói có {len(names)} tệp, nhiều nhất {MOST_FILES}."
                return (Misread(message, _ONE_VISIT),)
            held = {name: _unpacked(archive, name) for name in names}
    except _UNREADABLE_ZIP:
        return (Misread("Gói .zip bị hỏng hoặc có mật khẩu, không mở được.", AGAIN),)
    records = [name for name in held if _kind_of(name) == "record"]
    faults = [*_unfit(held)]
    if len(records) != 1:
        faults.append(Misread(f"Gói có {len(records)} bản ghi .yml, cần đúng một.", _ONE_VISIT))
        return tuple(faults)
    read_in = _read_text(held.pop(records[0]) or b"")
    if faults or not isinstance(read_in, Submission):
        return (*faults, *(read_in if isinstance(read_in, tuple) else ()))
    photos = {_photo_name(name): photo or b"" for name, photo in held.items()}
    return Submission(read_in.tree, photos, read_in.said)


def _unfit(held: Mapping[str, bytes | None]) -> Iterator[Misread]:
    for name, data in held.items():
        shown = shown_name(name)
        if _kind_of(name) == "stray":
            message = f"{shown} trong gói không phải là bản ghi, cũng không phải là ảnh."
            yield Misread(message, "Bỏ tệp đó ra khỏi gói.")
        elif data is None:
            yield Misread(f"{shown} trong gói quá lớn.", "Thu nhỏ rồi đóng gói lại.")


def shown_name(name: str) -> str:
    """Return a name as a terminal can show it."""
    return shorten("".join(each if each.isprintable() else "\ufffd" for each in name), 80)


def _kind_of(name: str) -> Literal["ignored", "photo", "record", "stray"]:
    """Return what a file of a bundle is by its name; what systems add of their own is ignored."""
    if name.endswith("/") or any(part.startswith((".", "__MACOSX")) for part in name.split("/")):
        return "ignored"
    if name.endswith((".yml", ".yaml")):
        return "record"
    return "photo" if suffix_of(name) in IMAGE_SUFFIXES else "stray"


def _photo_name(name: str) -> str:
    """Return the name below `records/media`; of a photo that lies elsewhere, its name alone."""
    return name.rpartition("media/" if "media/" in name else "/")[2]


def _unpacked(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """Return the contents, or None of a file that is too large, whatever the archive says of it."""
    limit = LARGEST_PHOTO if _kind_of(name) == "photo" else RECORD_LIMITS.size
    with archive.open(name) as stream:
        data = stream.read(limit + 1)
    return data if len(data) <= limit else None

"""YAML in which every value is the text that was written, and nothing hides.

Reads libyaml's events, so that depth, size, anchors, tags and duplicate keys are refused before
anything is built. Source: research/reliability.md, section 2; design, sections 2 and 7.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import yaml
from yaml._yaml import CParser

from generator.domain.finding import FieldPath
from generator.domain.shorten import shorten
from generator.load.hygiene import (
    FORBIDDEN,
    TextFault,
    broken_letters,
    decode,
    describe,
    doubts,
    forbidden,
    place_of,
)
from generator.load.limits import DEPTH_LIMIT, RECORD_LIMITS, SCALAR_LIMIT, Limits, too_large
from generator.load.places import Place
from generator.load.yaml_mend import NO_DIRECTIVES, NOTHING_BEHIND_BAR, explain, no_command

# libyaml takes it for a comment, the standard and other readers do not.
_TIGHT_COMMENT: Final = re.compile("[|>][-+0-9]*#")
_LINE_BREAK: Final = re.compile("[\r\n]")

Tree = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Document:
    """What was read: mappings, lists and text; None if a fault made it unreadable.

    `places` has the line and column, from 1, of every key and every item of a list; of unreadable
    text, as far as it was read.
    """

    tree: Tree | None
    faults: tuple[TextFault, ...] = ()
    places: Mapping[FieldPath, Place] = field(default_factory=dict)


# By whether the comment stands on a line of its own.
_COMMENTS: Final = {
    True: (
        "Bản ghi có dòng chú thích #; các công cụ nhập liệu sẽ làm mất nó.",
        "Chuyển nội dung vào khóa internal.note, hoặc xóa đi.",
    ),
    False: (
        "Phần từ dấu # đến hết dòng bị coi là chú thích, không được đọc.",
        "Nếu đó là nội dung thì đặt cả giá trị trong dấu nháy; nếu không thì xóa đi.",
    ),
}


class _RefusedError(Exception):
    """The text breaks one of the rules above."""

    def __init__(self, code: str, event: Any, message: str, hint: str) -> None:  # noqa: ANN401
        super().__init__(message)
        self.fault = TextFault(code, *_place(event), message, hint)


def read(data: bytes, limits: Limits = RECORD_LIMITS) -> Document:
    """Return the document that the bytes hold, with every fault that can be told at once."""
    if len(data) > limits.size:
        return Document(None, (too_large(len(data), limits),))
    text = decode(data)
    if isinstance(text, TextFault):
        return Document(None, (text,))
    return read_text(text, limits)


def read_text(text: str, limits: Limits = RECORD_LIMITS) -> Document:
    """Return the document that the text holds; see `read`."""
    if FORBIDDEN.search(text):
        return Document(None, (*forbidden(text), *broken_letters(text)))
    builder = _Builder(text, limits)
    try:
        tree = builder.document()
    except _RefusedError as refused:
        return Document(None, (*builder.faults, refused.fault), builder.places)
    except yaml.YAMLError as error:
        return Document(None, (*builder.faults, explain(error, text)), builder.places)
    faults = (*builder.faults, *builder.comments(), *doubts(text))
    readable = not builder.faults
    return Document(tree if readable else None, faults, builder.places)


class _Builder:
    """Builds one mapping from events; faults that allow going on are gathered in `faults`."""

    def __init__(self, text: str, limits: Limits) -> None:
        self.faults: list[TextFault] = []
        self.places: dict[FieldPath, Place] = {}
        self._text = text
        self._limit = limits.events
        self._count = 0
        self._parser = CParser(text)
        self._composed = unicodedata.is_normalized("NFC", text)
        self._spans: list[tuple[int, int]] | None = [] if "#" in text else None

    def document(self) -> Tree:
        """Return the only document's root mapping.

        Raises:
            _RefusedError: for a rule that leaves nothing to go on with.
            yaml.YAMLError: for text that is not YAML.
        """
        self._next()
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            raise _RefusedError("Y014", event, "Tệp trống.", "Điền nội dung, hoặc xóa tệp đi.")
        if event.version or event.tags:
            raise _RefusedError("Y016", event, *NO_DIRECTIVES)
        event = self._next()
        if not isinstance(event, yaml.MappingStartEvent):
            self._refuse_commands(event)
            raise _RefusedError(
                "Y014",
                event,
                "Tệp phải là các dòng “khóa: giá trị”.",
                "Bắt đầu mỗi dòng bằng tên khóa, dấu hai chấm, dấu cách, rồi giá trị.",
            )
        self._refuse_commands(event)
        tree = self._mapping((), 1, event)
        self._next()
        event = self._next()
        if not isinstance(event, yaml.StreamEndEvent):
            raise _RefusedError(
                "Y013",
                event,
                "Tệp có nhiều tài liệu, ngăn bởi dòng ---.",
                "Mỗi tệp một bản ghi: bỏ dòng --- ở giữa, phần sau để vào tệp khác.",
            )
        return tree

    def comments(self) -> Iterator[TextFault]:
        """Yield a warning for every comment: the editors would drop it."""
        if not self._spans:
            return
        spans = iter(sorted(self._spans))
        start, end = next(spans)
        reported = -1
        for found in re.finditer("#", self._text):
            at = found.start()
            while end <= at:
                start, end = next(spans, (len(self._text), len(self._text) + 1))
            if at < start and at > reported:
                reported = self._line_end(at)
                alone = not _LINE_BREAK.split(self._text[:at])[-1].strip()
                yield TextFault("T001", *place_of(self._text, at), *_COMMENTS[alone])

    def _next(self) -> Any:  # noqa: ANN401  (PyYAML's events have no common typed base)
        self._count += 1
        event = self._parser.get_event()
        if self._count > self._limit:
            raise _RefusedError(
                "Y010",
                event,
                f"Tệp có quá nhiều mục (hơn {self._limit}).",
                "Tách thành nhiều bản ghi.",
            )
        return event

    def _mapping(self, path: FieldPath, depth: int, opening: yaml.Event) -> Tree:
        self._refuse_depth(depth, opening)
        tree: Tree = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event)
            here = (*path, key)
            first = self.places.setdefault(here, _place(event))
            value = self._value(here, depth)
            if key in tree:
                message = f"Khóa “{shorten(key)}” ghi hai lần (lần đầu ở dòng {first[0]})."
                fault = TextFault("Y011", *_place(event), message, "Giữ một, xóa một.")
                self.faults.append(fault)
            else:
                tree[key] = value
        return tree

    def _list(self, path: FieldPath, depth: int, opening: yaml.Event) -> list[Any]:
        self._refuse_depth(depth, opening)
        items: list[Any] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            here = (*path, len(items))
            self.places[here] = _place(event)
            items.append(self._value(here, depth, event))
        return items

    def _value(self, path: FieldPath, depth: int, event: Any = None) -> Any:  # noqa: ANN401
        event = event or self._next()
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        self._refuse_commands(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path, depth + 1, event)
        return self._list(path, depth + 1, event)

    def _key(self, event: Any) -> str:  # noqa: ANN401
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse_commands(event)
            raise _RefusedError(
                "Y015",
                event,
                "Tên khóa phải là một từ.",
                "Bỏ dấu ?, [ hoặc { ở đầu dòng; nếu đó là nội dung thì đặt trong dấu nháy.",
            )
        key = self._scalar(event)
        if key == "<<" and not event.style:
            raise _RefusedError(
                "Y012", event, "Không dùng được phép gộp <<.", "Chép đủ các khóa vào đây."
            )
        return key

    def _scalar(self, event: Any) -> str:  # noqa: ANN401
        self._refuse_commands(event)
        text: str = event.value
        if len(text) > SCALAR_LIMIT:
            message = f"Đoạn chữ dài {len(text)} ký tự, quá {SCALAR_LIMIT}."
            raise _RefusedError("Y005", event, message, "Viết ngắn lại.")
        if event.style == '"':
            hidden = FORBIDDEN.search(text)
            if hidden:
                raise _RefusedError(
                    "Y004",
                    event,
                    f"Có ký tự ẩn hoặc điều khiển {describe(hidden.group())} viết bằng dấu \\.",
                    "Xóa ký tự đó.",
                )
            text = unicodedata.normalize("NFC", text)
        elif not self._composed:
            text = unicodedata.normalize("NFC", text)
        if self._spans is not None:
            start = event.start_mark.index
            if event.style in ("|", ">"):
                # The header of a block may carry a comment; the text begins below it.
                below = self._line_end(start)
                if _TIGHT_COMMENT.match(self._text, start, below):
                    raise _RefusedError("Y000", event, *NOTHING_BEHIND_BAR)
                start = below
            self._spans.append((start, event.end_mark.index))
        return text

    def _line_end(self, index: int) -> int:
        found = _LINE_BREAK.search(self._text, index)
        return found.start() if found else len(self._text)

    def _refuse_depth(self, depth: int, event: Any) -> None:  # noqa: ANN401
        if depth > DEPTH_LIMIT:
            raise _RefusedError(
                "Y009",
                event,
                f"Lồng nhau quá {DEPTH_LIMIT} tầng.",
                "Viết phẳng hơn; xem mẫu của loại bản ghi này.",
            )

    def _refuse_commands(self, event: Any) -> None:  # noqa: ANN401
        if event.anchor or event.tag:
            start = event.start_mark.index
            code, message, hint = no_command(self._text[start : self._line_end(start)])
            raise _RefusedError(code, event, message, hint)


def _place(event: Any) -> Place:  # noqa: ANN401
    return event.start_mark.line + 1, event.start_mark.column + 1

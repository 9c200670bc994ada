"""A page for each finding code: what it means, wrong and right side by side, and the mend."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from generator.audience import View
from generator.domain.codes import CODES, Code
from generator.domain.finding import severity_of
from generator.present import addresses
from generator.present.page import Page
from generator.present.reference import FieldRow, FileReference, field_reference
from generator.present.reference_pages import FAMILIES, field_anchor
from generator.present.templating import render

Handle = Literal["text", "encoding", "place", "picture"]
"""What is taken in hand to mend: words in a file, its encoding, its name or folder, a picture."""

_ENCODING: Final = frozenset({"Y002", "Y003"})
_PLACE: Final = frozenset({"Y018", "S012", "S013", "D002", "D003", "D017", "P001"})
_PICTURE: Final = frozenset({"M002", "M003", "M004"})

_KEY: Final = re.compile(r"(?P<before>\s*(?:- )?)\{?(?P<key>[a-z_]+):")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an example; `marked` if it is what is wrong, or what was mended."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A key that the example is about, and the file that holds it."""

    file: FileReference
    row: FieldRow

    @property
    def address(self) -> str:
        """Where the reference of fields explains the key."""
        return f"{addresses.FIELDS}#{field_anchor(self.file.name, self.row)}"


def code_pages(_view: View) -> Iterator[Page]:
    """Yield a page for each code, each leading to the one before and after it."""
    befores, afters = (None, *CODES[:-1]), (*CODES[1:], None)
    for before, code, after in zip(befores, CODES, afters, strict=True):
        yield _page(code, before, after)


def compared(wrong: str, right: str) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return both examples by line; marked are the lines that the other does not have."""
    left, other = wrong.split("\n"), right.split("\n")
    same = SequenceMatcher(None, left, other, autojunk=False).get_matching_blocks()
    kept_left = {block.a + step for block in same for step in range(block.size)}
    kept_right = {block.b + step for block in same for step in range(block.size)}
    return _lines(left, kept_left), _lines(other, kept_right)


def fields_of(lines: Sequence[Line]) -> tuple[Field, ...]:
    """Return the keys that the marked lines write, as the reference of fields has them."""
    found = (field for path in _marked_paths(lines) for field in _fields_at(path))
    return tuple(dict.fromkeys(found))


def handle_of(code: str) -> Handle:
    """Return what has to be taken in hand to mend a finding."""
    if code in _ENCODING:
        return "encoding"
    if code in _PLACE:
        return "place"
    return "picture" if code in _PICTURE else "text"


def _page(code: Code, before: Code | None, after: Code | None) -> Page:
    wrong, right = compared(code.wrong, code.right)
    values = {
        "code": code,
        "family": FAMILIES[code.code[0]],
        "blocks": severity_of(code.code) == "error",
        "wrong": wrong,
        "right": right,
        "handle": handle_of(code.code),
        "fields": fields_of(right) or fields_of(wrong),
        "before": before,
        "after": after,
    }
    address = addresses.code(code.code)
    return Page(
        address=address,
        title=f"{code.code}: {code.title}",
        body=render("code.html", address, values),
        description=f"{code.meaning} Cách sửa: {code.mend}",
        search=code.meaning,
    )


def _lines(texts: Sequence[str], kept: set[int]) -> tuple[Line, ...]:
    return tuple(Line(text, number not in kept) for number, text in enumerate(texts))


def _marked_paths(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the path of the key of each marked line: `issues.due`."""
    above: list[tuple[int, str]] = []
    for line in lines:
        written = _KEY.match(line.text)
        if written is None:
            continue
        depth = len(written["before"])
        above = [(outer, key) for outer, key in above if outer < depth]
        above.append((depth, written["key"]))
        if line.marked:
            yield ".".join(key for _, key in above)


def _fields_at(path: str) -> tuple[Field, ...]:
    """Return the keys at the path; an example may begin within a group, so its end counts too."""
    every = [Field(file, row) for file in field_reference() for row in file.fields]
    whole = [each for each in every if _plain(each.row) == path]
    return tuple(whole or [each for each in every if _plain(each.row).endswith(f".{path}")])


def _plain(row: FieldRow) -> str:
    return row.path.replace("[]", "")

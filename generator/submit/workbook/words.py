"""Findings in the words of the workbook: labels, names and rows instead of keys and ids.

The rules speak of records; who fills in a workbook sees columns, names and rows. Source: issue
*Submission*, Door 4 (every bad cell in Vietnamese).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel

from generator.domain.fields import label_of, shape_within, written_fields
from generator.domain.records import Records
from generator.domain.visit import COMPETENCES, ISSUE_STATUSES, LEVELS, SESSIONS, Visit
from generator.submit.choices import choices
from generator.submit.workbook.faults import Trouble

_QUOTED: Final = re.compile(r"“([^”]*)”")
_TOKEN: Final = re.compile(r"(?<![\w/.-])[a-z0-9][a-z0-9_-]*(?![\w/])")
_ISO_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
EMPTY: Final = Trouble("S001", "Ô này bắt buộc, không được để trống.", "Điền ô này.")

# Of a file there are keys, of a workbook cells.
_PLAIN: Final = (
    ("bỏ khóa này", "để trống ô này"),
    ("Khóa này", "Ô này"),
    ("Bỏ khóa “", "Để trống “"),
    ("hoặc bỏ “", "hoặc để trống “"),
    ("Ghi buổi (“Buổi”)", "Ghi “Buổi”"),
)


@dataclass(frozen=True, slots=True)
class Words:
    """Says troubles anew; `rows` are the rows of the visits that the workbook brings, by id."""

    names: Mapping[str, str]
    rows: Mapping[str, int]

    @classmethod
    def of(cls, records: Records, rows: Mapping[str, int]) -> "Words":
        """Return the words for the names in the records."""
        offered = (choice for each in choices(records).values() for choice in each)
        return cls({choice.id: choice.label for choice in offered}, rows)

    def said(self, trouble: Trouble) -> Trouble:
        """Return the trouble as the reader of a workbook understands it."""
        return Trouble(trouble.code, self._said(trouble.message), self._said(trouble.hint))

    def _said(self, text: str) -> str:
        parts = _QUOTED.split(text)
        for index, part in enumerate(parts):
            parts[index] = self._quoted(part) if index % 2 else self._plain(part)
        said = "".join(parts)
        for before, after in _PLAIN:
            said = said.replace(before, after)
        return said

    def _quoted(self, text: str) -> str:
        if text in self.rows:
            return f"ở dòng {self.rows[text]}"
        return f"“{self.names.get(text, text)}”"

    def _plain(self, text: str) -> str:
        return _TOKEN.sub(lambda found: self._token(found.group()), text)

    def _token(self, token: str) -> str:
        if _ISO_DAY.fullmatch(token):
            return shown_days(token)
        if token in _LABELS:
            return f"“{_LABELS[token]}”"
        # An id without a hyphen may be any word.
        return self.names.get(token, token) if "-" in token else token


def shown_days(text: str) -> str:
    """Return the text with its days as people write them: 31/12/2019."""
    return _ISO_DAY.sub(r"\3/\2/\1", text)


def _labels(model: type[BaseModel]) -> dict[str, str]:
    """Return keys with their labels; of two keys alike, the outer one is meant."""
    inner: dict[str, str] = {}
    for _, field in written_fields(model):
        shape = shape_within(field.annotation)
        inner |= _labels(shape) if shape else {}
    keys = [field.alias or name for name, field in written_fields(model)]
    return inner | {key: label_of(model, key) for key in keys}


_WORDS: Final = {**SESSIONS, **LEVELS, **COMPETENCES, **ISSUE_STATUSES}
_LABELS: Final[Mapping[str, str]] = {**_WORDS, **_labels(Visit)}

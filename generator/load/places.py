"""Where a field stands in its file: the line and column of its key, or of the nearest one above."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from generator.domain.finding import Fault, FieldPath, Finding, field_name, severity_of
from generator.load.hygiene import TextFault
from generator.load.limits import LIST_LIMITS

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one file; of an article's body, its text and first line too."""

    of_keys: Mapping[FieldPath, Place] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1

    @classmethod
    def of(cls, file: Path) -> Self:
        """Read the places anew: they are not kept for records that had no fault in reading."""
        try:
            data = file.read_bytes()
        except OSError:
            return cls()
        return cls.within(data, file.suffix)

    @classmethod
    def within(cls, data: bytes, suffix: str) -> Self:
        """Return the places in the bytes of a record file; of any other file, none."""
        from generator.load.article_text import read_article
        from generator.load.strict_yaml import read

        if suffix == ".md":
            article = read_article(data)
            return cls(article.front.places, article.body, article.body_line)
        if suffix != ".yml":
            return cls()
        return cls(read(data, LIST_LIMITS).places)

    def finding(self, fault: Fault) -> Finding:
        """Return the fault at its place. A step into the body of an article counts characters."""
        line, column = self._place(fault.field)
        name = field_name(fault.field[:1] if fault.field[:1] == ("body",) else fault.field)
        severity = severity_of(fault.code)
        return Finding(
            fault.path, line, fault.code, column, name, severity, fault.message, fault.hint
        )

    def text_finding(self, path: str, fault: TextFault) -> Finding:
        """Return a fault of the text as a finding, with the field that stands on its line."""
        on_line = (key for key, (line, _) in self.of_keys.items() if line == fault.line)
        name = field_name(min(on_line, key=len, default=()))
        severity = severity_of(fault.code)
        return Finding(
            path, fault.line, fault.code, fault.column, name, severity, fault.message, fault.hint
        )

    def _place(self, where: FieldPath) -> Place:
        if where[:1] == ("body",) and len(where) > 1:
            before = self.body[: int(where[1])]
            return self.body_line + before.count("\n"), len(before) - before.rfind("\n")
        while where and where not in self.of_keys:
            where = where[:-1]
        return self.of_keys[where] if where else (1, 1)

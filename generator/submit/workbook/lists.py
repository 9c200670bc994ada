"""The sheet of everything that can be chosen, and where in it each list stands.

What is chosen is written as its label, or as its id where two share a label.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.domain.records import Records
from generator.domain.visit import LEVELS
from generator.present.wording import day
from generator.submit.choices import Choice, choices
from generator.submit.workbook.columns import SheetForm

HEADING_ROW: Final = 1
"""Counted from 0; above it stands what the whole file is."""


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """One list: what it is called, the columns beside each name, and the rows."""

    key: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def choice_lists(records: Records, forms: Sequence[SheetForm]) -> tuple[ChoiceList, ...]:
    """Return the lists that some column chooses from, each once, the names first in each row."""
    offered = choices(records)
    lists = [
        ChoiceList(
            "units",
            ("Đơn vị", "Cấp", "Có từ", "Có đến hết"),
            tuple(_units(records, offered["units"])),
        ),
        ChoiceList(
            "members",
            ("Ủy viên", "Chức vụ", "Từ ngày", "Đến ngày"),
            tuple(_noted(offered["members"])),
        ),
        ChoiceList(
            "kinds", ("Nội dung đi cơ sở",), tuple((name,) for name, _ in written(offered["kinds"]))
        ),
        ChoiceList(
            "programmes",
            ("Chương trình, đợt hoạt động", "Từ ngày", "Đến ngày"),
            tuple(_dated(offered["programmes"])),
        ),
        ChoiceList(
            "topics", ("Vấn đề trao đổi",), tuple((name,) for name, _ in written(offered["topics"]))
        ),
    ]
    told = {each.key for each in lists}
    for form in forms:
        for column in form.columns:
            if column.words and column.choices_key not in told:
                told.add(column.choices_key)
                rows = tuple((each.label,) for each in column.words)
                lists.append(ChoiceList(column.choices_key, (column.heading,), rows))
    return tuple(lists)


def written(offered: Sequence[Choice]) -> Iterator[tuple[str, Choice]]:
    """Yield each choice with the words that mean it alone."""
    alike = Counter(each.label for each in offered)
    for each in offered:
        yield (each.label if alike[each.label] == 1 else each.id), each


def _units(records: Records, offered: Sequence[Choice]) -> Iterator[tuple[str, ...]]:
    for name, each in written(offered):
        yield name, LEVELS[records.units[each.id].level], *_span(each)


def _noted(offered: Sequence[Choice]) -> Iterator[tuple[str, ...]]:
    for name, each in written(offered):
        yield name, each.note, *_span(each)


def _dated(offered: Sequence[Choice]) -> Iterator[tuple[str, ...]]:
    for name, each in written(offered):
        yield name, *_span(each)


def _span(choice: Choice) -> tuple[str, str]:
    return day(choice.begins) if choice.begins else "", day(choice.ends) if choice.ends else ""

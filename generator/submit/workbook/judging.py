"""Rows held against the records and against each other: new, there already, or wrong.

A row is there already if some record says all that the row says; what was added to the record
since, such as photos or an answer, is no difference. Source: issue *Submission*, Door 4 (importing
the same file again changes nothing; nothing is overwritten).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from pydantic import BaseModel

from generator.domain.fields import is_derived, label_of
from generator.domain.finding import field_path
from generator.domain.records import Records
from generator.domain.visit import Visit
from generator.load.shape import shape
from generator.submit.arrivals import Arrival, Judged, judge
from generator.submit.asking import label_at
from generator.submit.canonical import canonical
from generator.submit.completion import completed, visit_id
from generator.submit.workbook.draft import Draft
from generator.submit.workbook.faults import CellFault, Trouble
from generator.submit.workbook.rows import Reading
from generator.submit.workbook.words import EMPTY, Words

_PRESENCE: Final = frozenset({f"D{number:03}" for number in (4, 5, 6, 7, 8, 14, 15, 16, 17)})
_IN_VAIN: Final[Mapping[str, frozenset[str]]] = {
    "end_date": _PRESENCE,
    "session": _PRESENCE,
    "attendance": _PRESENCE,
    "members": frozenset({"R009", "D008"}),
}
"""What rules cannot tell of a row as long as one of these keys could not be read whole."""
_MEETING_KEYS: Final = _IN_VAIN.keys() - {"members"}
"""Those of them without which other rows seem to be met that are not."""

_COUNTED: Final = re.compile(r"-\d+")


@dataclass(frozen=True)
class Outcome:
    """What an import brings: the visits to write, how many are there, and everything wrong."""

    new: tuple[Judged, ...]
    unchanged: int
    faults: tuple[CellFault, ...]
    bad_rows: int
    unread: tuple[str, ...]
    blocked: bool

    @property
    def sound(self) -> bool:
        """Whether nothing but warnings was found."""
        return all(fault.severity != "error" for fault in self.faults)


def judge_rows(records: Records, reading: Reading, today: date, folder: str) -> Outcome:
    """Return what becomes of the rows; `today` is the day of writing where none is told."""
    desk = _Desk(records, reading.drafts, today, folder)
    desk.tell_twins()
    desk.shape_rows()
    desk.match_records()
    good = desk.judge_rest()
    faults = [*reading.faults, *(fault for draft in reading.drafts for fault in draft.faults)]
    astray = {(fault.place.rank, fault.place.row) for fault in reading.faults if fault.place.row}
    return Outcome(
        new=() if reading.blocked else good,
        unchanged=sum(not draft.bad for draft in desk.matched.values()),
        faults=tuple(sorted(faults)),
        bad_rows=sum(draft.bad for draft in reading.drafts) + len(astray),
        unread=reading.unread,
        blocked=reading.blocked,
    )


@dataclass
class _Desk:
    """The rows being judged: what each says, typed, and which are done with."""

    records: Records
    drafts: Sequence[Draft]
    today: date
    folder: str
    shaped: list[tuple[Draft, Visit]] = field(default_factory=list)
    matched: dict[str, Draft] = field(default_factory=dict)
    done: set[int] = field(default_factory=set)

    def tell_twins(self) -> None:
        """Tell each row that says the very same as one above it."""
        seen: dict[str, Draft] = {}
        for draft in self.drafts:
            if draft.unread:
                continue
            said = canonical(draft.tree, Visit)
            first = seen.setdefault(said, draft)
            if first is not draft:
                message = f"Dòng này giống hệt dòng {first.row}."
                draft.blame(draft.place, Trouble("D017", message, "Xóa một dòng."))
                self.done.add(draft.row)

    def shape_rows(self) -> None:
        """Type what the rows say; tell what is missing or cannot be."""
        words = Words.of(self.records, {})
        for draft in self.drafts:
            if draft.row in self.done:
                continue
            found = shape(Visit, draft.tree, {"id": "", "path": ""})
            if isinstance(found, Visit):
                self.shaped.append((draft, found))
                continue
            for fault in found:
                place = draft.place_of(fault.field)
                if place in draft.unread:
                    continue
                if fault.code != EMPTY.code:
                    trouble = Trouble(fault.code, fault.message, fault.hint)
                    draft.blame(place, words.said(trouble))
                elif draft.has(fault.field):
                    draft.blame(place, EMPTY)
                elif len(fault.field) > 1:
                    # The column of a whole key that is missing is told once, at the headings.
                    message = f"Thiếu “{label_at(fault.field)}”."
                    draft.blame(place, Trouble(EMPTY.code, message, "Thêm cột này, rồi điền."))

    def match_records(self) -> None:
        """Find the records that say what rows say; tell rows that contradict theirs."""
        held: dict[tuple[date, str], list[Visit]] = defaultdict(list)
        for record in self.records.visits.values():
            held[record.date, record.unit].append(record)
        for draft, told in self.shaped:
            if not draft.faults:
                self._match(draft, told, held[told.date, told.unit])
        for draft, told in self.shaped:
            if not draft.faults and draft.row not in self.done:
                self._contradict(draft, told, held[told.date, told.unit])

    def judge_rest(self) -> tuple[Judged, ...]:
        """Hold the rows that are left against all rules; return those that may be written."""
        rest = [draft for draft, _ in self.shaped if draft.row not in self.done]
        arrivals = list(self._arrivals(rest))
        owners = {each.id: draft for each, draft in zip(arrivals, rest, strict=True)}
        clear = [each for each in arrivals if not owners[each.id].blurred & _MEETING_KEYS]
        words = Words.of(self.records, {each: draft.row for each, draft in owners.items()})
        judged = judge(self.records, clear)
        for each in judged:
            _tell(owners[each.arrival.id], each, words)
        if len(clear) < len(arrivals):
            # What such a row seems to meet, hears nothing of it: it may meet nothing.
            known = {each.id for each in clear}
            for each in judge(self.records, arrivals):
                if each.arrival.id not in known:
                    _tell(owners[each.arrival.id], each, words)
        return tuple(each for each in judged if not owners[each.arrival.id].bad)

    def _match(self, draft: Draft, told: Visit, there: Sequence[Visit]) -> None:
        for record in there:
            if record.id not in self.matched and not any(_differences(told, record)):
                self.matched[record.id] = draft
                self.done.add(draft.row)
                return

    def _contradict(self, draft: Draft, told: Visit, there: Sequence[Visit]) -> None:
        stem = visit_id(draft.tree, self.records)
        for record in there:
            if record.id in self.matched or not _same_visit(told, record, stem):
                continue
            differing = list(_differences(told, record))
            labels = ", ".join(label_of(Visit, key) for key in differing)
            message = f"Sổ đã có chuyến này ({record.id}), nhưng khác ở: {labels}."
            hint = (
                f"Bỏ dòng này nếu bản ghi đã đúng; cần sửa thì sửa {record.path}; "
                "là chuyến khác thì chọn buổi khác."
            )
            draft.blame(draft.place_of((differing[0],)), Trouble("W007", message, hint))
            self.done.add(draft.row)
            return

    def _arrivals(self, drafts: Sequence[Draft]) -> Iterator[Arrival]:
        taken = set(self.records.known.get("visits", ()))
        for draft in drafts:
            tree = completed(draft.tree, self.today)
            arrival = Arrival(visit_id(tree, self.records, taken), tree, folder=self.folder)
            taken.add(arrival.id)
            yield arrival


def _tell(draft: Draft, judged: Judged, words: Words) -> None:
    """Note what rules found at the cells that it came from."""
    in_vain = {code for key in draft.blurred for code in _IN_VAIN.get(key, ())}
    for finding in judged.findings:
        if finding.code not in in_vain:
            trouble = Trouble(finding.code, finding.message, finding.hint)
            draft.blame(draft.place_of(field_path(finding.field)), words.said(trouble))


def _same_visit(told: Visit, record: Visit, stem: str) -> bool:
    """Whether both mean one visit: a door would name both alike, or rule D017 would meet them."""
    if record.id == stem or _COUNTED.fullmatch(record.id.removeprefix(stem)):
        return True
    same = (told.last_day, told.session, told.kind) == (
        record.last_day, record.session, record.kind,
    )  # fmt: skip
    return same and bool({*told.members} & {*record.members})


def _differences(told: BaseModel, held: BaseModel) -> Iterator[str]:
    """Yield the keys of which something was told that is not what is held.

    What a door stamps by itself, such as ids of issues, is not compared unless it was told.
    """
    fields = type(told).model_fields
    said = (name for name in fields if name in told.model_fields_set)
    for name in said:
        if not is_derived(fields[name]) and not _same(getattr(told, name), getattr(held, name)):
            yield fields[name].alias or name


def _same(told: object, held: object) -> bool:
    if isinstance(told, BaseModel):
        return isinstance(held, BaseModel) and not any(_differences(told, held))
    if isinstance(told, tuple) and isinstance(held, tuple):
        return len(told) == len(held) and all(map(_same, told, held))
    if isinstance(told, str) and isinstance(held, str):
        # A text of several lines may end in a line end, which no cell keeps.
        return told.strip() == held.strip()
    return told == held

"""What a change of the records does, told to a reviewer: as text, as JSON, as Markdown.

Source: issue *Submission*, The gate; design, section 3, `congtac diff`.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from generator.compliance.changes import (
    Changes,
    Concern,
    ConcernName,
    IssueChange,
    MemberChange,
    Turn,
    VisitChange,
)
from generator.domain.records import Records
from generator.present.names import Names
from generator.present.summary import plain
from generator.present.visit_lines import visit_lines
from generator.present.visit_words import visit_title
from generator.present.wording import day, days_text, listed, number

TURNS: Final[dict[Turn, str]] = {
    "new": "Chuyến đi mới",
    "changed": "Chuyến đi được sửa",
    "gone": "Chuyến đi không còn",
}
ISSUE_TURNS: Final = {
    "opened": "nêu mới hoặc mở lại",
    "closed": "giải quyết xong",
    "gone": "bị bỏ khi chưa giải quyết",
}
CONCERNS: Final[dict[ConcernName, str]] = {
    "same_place_same_week": "Trong tuần này nơi đó còn có chuyến khác: {about}.",
    "reviewer_took_part": "Người duyệt cũng là người đi: {about}. Nên để người khác duyệt.",
    "after_the_day_counted": "Chuyến đi diễn ra sau ngày chốt số liệu nên chưa được tính.",
}
NOTHING: Final = "Không có thay đổi nào trong bản ghi."
UNCOUNTED: Final = "Bản trước còn lỗi nên không so được số ngày; chỉ nêu chuyến đi và kiến nghị."
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]()#+!|<>~&@$]|:(?=//)|(?<=www)\.)", re.IGNORECASE)


class Told:
    """A change in words; what is gone is named by the state before, all else by the one after."""

    def __init__(
        self, changes: Changes, before: Records, after: Records, others: Iterable[str] = ()
    ) -> None:
        self.changes = changes
        self.others = tuple(others)
        self._before, self._after = Names(before), Names(after)

    def text(self) -> str:
        """Return the changes for a terminal."""
        return "\n".join(self._text_lines())

    def json(self) -> str:
        """Return the changes for a program: days are strings, as in `summary`."""
        changes = self.changes
        document: dict[str, Any] = {
            "as_of": changes.as_of.isoformat(),
            "counted": changes.counted,
            "visits": [self._visit_document(each) for each in changes.visits],
            "members": [_member_document(each) for each in changes.members],
            "issues": [
                {
                    "change": each.turn,
                    "visit": each.visit,
                    "number": each.number + 1,
                    "text": each.issue.text,
                }
                for each in changes.issues
            ],
            "warnings": [
                {"visit": each.visit, "warning": each.name, "about": list(each.about)}
                for each in changes.concerns
            ],
            "other_files": list(self.others),
        }
        return json.dumps(document, ensure_ascii=False, indent=2)

    def markdown(self) -> str:
        """Return the changes as a forge's summary shows them; no text in them is markup."""
        return "\n".join(self._markdown_lines()) + "\n"

    def _visit_document(self, change: VisitChange) -> dict[str, Any]:
        edits = self._edits(change) if change.turn == "changed" else ()
        return {
            "change": change.turn,
            "id": change.id,
            "path": change.visit.path,
            "title": self._title(change),
            "edits": [{"label": label, "before": old, "after": new} for label, old, new in edits],
        }

    # --- what the forms share --------------------------------------------------------------------

    def _names(self, change: VisitChange) -> Names:
        return self._after if change.after else self._before

    def _title(self, change: VisitChange) -> str:
        visit = change.visit
        when = days_text(visit.date, visit.last_day)
        return f"{when}: {visit_title(visit, self._names(change))}"

    def _edits(self, change: VisitChange) -> Iterator[tuple[str, str, str]]:
        """Yield label, text before and text after of each thing that differs, in its order."""
        old = dict(visit_lines(change.before, self._before)) if change.before else {}
        new = dict(visit_lines(change.after, self._after)) if change.after else {}
        for label in dict.fromkeys((*new, *old)):
            if old.get(label) != new.get(label):
                yield label, old.get(label, ""), new.get(label, "")

    def _concern(self, concern: Concern) -> str:
        about = listed(
            self._after.member(each) if concern.name == "reviewer_took_part" else each
            for each in concern.about
        )
        return CONCERNS[concern.name].format(about=about)

    @property
    def _nothing(self) -> bool:
        changes = self.changes
        return changes.counted and not (changes.visits or changes.members or self.others)

    # --- for a terminal --------------------------------------------------------------------------

    def _text_lines(self) -> Iterator[str]:
        yield f"Số liệu tính đến ngày {day(self.changes.as_of)}."
        if self._nothing:
            yield NOTHING
        if not self.changes.counted:
            yield UNCOUNTED
        for change in self.changes.visits:
            yield f"{TURNS[change.turn]}: {self._title(change)} ({change.visit.path})"
            edits = self._edits(change) if change.turn == "changed" else ()
            for label, old, new in edits:
                yield f"  {label}: {_barred(old or '(trống)')} → {_barred(new or '(trống)')}"
        for member in self.changes.members:
            if member.changed:
                yield f"Số ngày của {_days_sentence(member)}"
        for issue in self.changes.issues:
            text = _barred(issue.issue.text or "")
            yield f"Kiến nghị {ISSUE_TURNS[issue.turn]} ({issue.visit}): {text}"
        for concern in self.changes.concerns:
            yield f"Lưu ý ({concern.visit}): {self._concern(concern)}"
        for path in self.others:
            yield f"Tệp khác cũng thay đổi: {path}"

    # --- for a forge -----------------------------------------------------------------------------

    def _markdown_lines(self) -> Iterator[str]:
        yield "## Thay đổi này làm gì"
        yield ""
        yield f"Số liệu tính đến ngày {day(self.changes.as_of)}."
        if self._nothing:
            yield ""
            yield NOTHING
        if not self.changes.counted:
            yield ""
            yield f"> {UNCOUNTED}"
        yield from self._concern_section()
        yield from self._days_section()
        yield from self._issue_section()
        yield from self._visit_sections()
        if self.others:
            yield from ("", "### Tệp khác cũng thay đổi", "")
            yield from (f"- {_code(path)}" for path in self.others)

    def _concern_section(self) -> Iterator[str]:
        if self.changes.concerns:
            yield from ("", "### Cần xem kỹ", "")
        for concern in self.changes.concerns:
            yield f"- {_code(concern.visit)}: {escaped(self._concern(concern))}"

    def _days_section(self) -> Iterator[str]:
        moved = [each for each in self.changes.members if each.changed]
        if not moved:
            return
        yield from ("", "### Số ngày của từng đồng chí", "")
        yield "| Năm | Đồng chí | Trước | Sau | Thay đổi | Chỉ tiêu | |"
        yield "|---|---|--:|--:|--:|--:|---|"
        for each in moved:
            shift = each.days_after - each.days_before
            sign = "+" if shift > 0 else ""
            target = "chưa có quy định" if each.target is None else number(each.target)
            cells = (
                str(each.year), escaped(each.name), number(each.days_before),
                number(each.days_after), sign + number(shift), target, _turn_of_target(each),
            )  # fmt: skip
            yield f"| {' | '.join(cells)} |"
        if len(moved) < len(self.changes.members):
            yield from ("", "Các đồng chí khác trong những năm này không đổi.")

    def _issue_section(self) -> Iterator[str]:
        if self.changes.issues:
            yield from ("", "### Kiến nghị, đề xuất", "")
        for issue in self.changes.issues:
            yield (
                f"- {ISSUE_TURNS[issue.turn].capitalize()}: {escaped(_issue_text(issue))} "
                f"({_code(issue.visit)})"
            )

    def _visit_sections(self) -> Iterator[str]:
        for change in self.changes.visits:
            yield from ("", f"### {TURNS[change.turn]}: {escaped(self._title(change))}", "")
            yield _code(change.visit.path)
            if change.turn == "changed":
                yield from ("", "| | Trước | Sau |", "|---|---|---|")
                for label, old, new in self._edits(change):
                    yield f"| {escaped(label)} | {escaped(old)} | {escaped(new)} |"
            if change.after:
                yield ""
                for label, text in visit_lines(change.after, self._after):
                    yield f"- **{escaped(label)}:** {escaped(text)}"


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is, on one line: no markup, link, picture or mention.

    Lines are parted by a break, which a table's cell takes too.
    """
    lines = (_SPECIAL.sub(r"\\\1", line.strip()) for line in text.splitlines() if line.strip())
    return "<br>".join(lines)


def _code(text: str) -> str:
    """Return a path as code; ids and paths hold no backtick, and one that did would end it."""
    return f"`{text.replace('`', '')}`"


def _issue_text(issue: IssueChange) -> str:
    return issue.issue.text or issue.issue.public_text or ""


def _turn_of_target(member: MemberChange) -> str:
    if member.reached_before == member.reached_after:
        return ""
    return "đạt chỉ tiêu" if member.reached_after else "không còn đạt chỉ tiêu"


def _days_sentence(member: MemberChange) -> str:
    said = f"{member.name}, năm {member.year}: {number(member.days_before)} → "
    said += f"{number(member.days_after)} ngày"
    turn = _turn_of_target(member)
    return f"{said}, {turn}" if turn else said


def _barred(text: str) -> str:
    """Return the text with a bar before each further line: none of it is a line of ours.

    Nor is it a command to the forge that runs us, which looks for one at the start of lines.
    """
    return "\n    | ".join(text.splitlines())


def _member_document(member: MemberChange) -> dict[str, Any]:
    return {
        "year": member.year,
        "id": member.member,
        "name": member.name,
        "days_before": plain(member.days_before),
        "days_after": plain(member.days_after),
        "target": None if member.target is None else str(member.target),
        "reached_before": member.reached_before,
        "reached_after": member.reached_after,
    }

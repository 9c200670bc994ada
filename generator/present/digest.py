"""The weekly notes: what is due, for each member and for the department, the first thing first.

Plain text that can be pasted into a chat, and the same as simple HTML.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.audience import View
from generator.present.due_rows import (
    NEGLECTED_RULE,
    AnswerRow,
    DueRows,
    OwedRow,
    PlannedRow,
    deadline,
    due_rows,
    neglected_rows,
    soon,
)
from generator.present.marks import marks
from generator.present.names import Names, in_sentence
from generator.present.templating import render
from generator.present.wording import day, excerpt, listed, number

SHOWN: Final = 5
"""How many lines of one kind a note has before it only counts the rest."""


@dataclass(frozen=True, slots=True)
class Part:
    """One heading and its lines."""

    heading: str
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Note:
    """One note; `member` is none for the department's. `name` is who it is to."""

    member: str | None
    name: str
    subject: str
    marks: str
    greeting: str
    first: str
    parts: tuple[Part, ...]
    closing: str

    @property
    def text(self) -> str:
        """The note as plain text, without any markup."""
        parts = ("\n".join([f"{each.heading}:", *each.lines]) for each in self.parts)
        return "\n\n".join([self.marks, self.greeting, self.first, *parts, self.closing]) + "\n"

    @property
    def html(self) -> str:
        """The note as a page of its own."""
        return render("digest.html", "", {"note": self})


def noted_members(view: View) -> list[str]:
    """Return who gets a note: whoever serves full-time on the day, or serves and has work due."""
    due, as_of = view.results.due, view.results.as_of
    members = view.records.members
    held = [
        each.id
        for each in members.values()
        if each.full_time_on(as_of)
        or (each.term_on(as_of) and due and (due.of(each.id).overdue or due.of(each.id).reports))
    ]
    return Names(view.records).members_sorted(held)


def member_note(view: View, member: str) -> Note:
    """Return the note of one member: own reports, pace, plan, and issues of own visits."""
    rows, as_of = _rows(view, member), view.results.as_of
    overdue = [each for each in rows.reports if each.overdue]
    coming = [each for each in rows.reports if not each.overdue]
    late = [each for each in rows.issues if each.overdue]
    near = [each for each in rows.issues if soon(each.days_left)]
    past = [each for each in rows.items if each.overdue]
    now, following = rows.items_of(0, as_of), rows.items_of(1, as_of)
    count = len(overdue) + len(late) + len(past)
    what = _overdue(len(overdue), len(past), len(late))
    pace = [line for row in rows.paces for line in (row.sentence, row.outlook) if line]
    parts = (
        _part("Báo cáo quá hạn, chưa nộp", map(_report, overdue)),
        _part("Báo cáo chưa đến hạn", map(_report, coming)),
        Part(f"Tiến độ năm {rows.year}", [f"– {each}" for each in pace]),
        _part("Kế hoạch các tháng trước, chưa thực hiện", map(_item, past)),
        _part("Kiến nghị quá hạn trả lời, cần đôn đốc", map(_issue, late), SHOWN),
        _part("Kiến nghị sắp đến hạn trả lời", map(_issue, near), SHOWN),
        _part("Kế hoạch tháng này", map(_item, now)),
        _part("Kế hoạch tháng sau", map(_item, following)),
        _part("Kế hoạch năm", [f"Chưa có kế hoạch năm {rows.year}."] if rows.planless else []),
    )
    idle = not any((count, coming, near, now, following, rows.behind, rows.planless))
    name = Names(view.records).member(member)
    return Note(
        member=member,
        name=name,
        subject=_subject(view, count, idle=idle),
        marks=_marks(view),
        greeting=f"Kính gửi đồng chí {name},",
        first=_first(rows, count, what, idle=idle),
        parts=tuple(each for each in parts if each.lines),
        closing="Việc nào đã xong mà thư còn nhắc, mong đồng chí ghi vào sổ.\n" + _until(view),
    )


def department_note(view: View) -> Note:
    """Return the note of those who keep count: who is behind, what is overdue, what is next."""
    rows, as_of = _rows(view), view.results.as_of
    overdue = [each for each in rows.reports if each.overdue]
    near = [each for each in rows.reports if soon(each.days_left)]
    late = [each for each in rows.issues if each.overdue]
    past = [each for each in rows.items if each.overdue]
    following = rows.items_of(1, as_of)
    count = len(overdue) + len(late) + len(past)
    owing = Counter(name for row in overdue for _, name in row.people)
    behind = [f"{row.name}: {row.sentence}" for row in rows.behind]
    unseen = [
        f"{place}: "
        + (f"lần cuối {day(each.last_visited)}" if each.last_visited else "chưa đến lần nào")
        for place, each in neglected_rows(view)
    ]
    parts = (
        _people("Báo cáo quá hạn, chưa nộp", _counted(owing.most_common(), "báo cáo")),
        _people(f"Chậm tiến độ năm {rows.year}", behind),
        _part("Báo cáo sắp đến hạn", map(_report, near), SHOWN),
        _people(
            "Kế hoạch các tháng trước, chưa thực hiện",
            _counted(Counter(each.name for each in past).most_common(), "mục"),
        ),
        _part("Kiến nghị quá hạn trả lời", map(_issue, late), SHOWN),
        Part("Kế hoạch tháng sau", _planned(following)),
        _people("Chưa có kế hoạch năm", [name for _, name in rows.planless]),
        _part(f"Xã, phường, thị trấn {NEGLECTED_RULE}", unseen, SHOWN),
    )
    idle = not any((count, behind, near, following, rows.planless))
    what = _overdue(len(overdue), len(past), len(late))
    first = f"Quá hạn: {what}." if what else "Không có việc nào quá hạn."
    if behind:
        first += f" {number(len(behind))} đồng chí chậm tiến độ."
    if owing:
        first += f" Trước hết, nhắc nộp báo cáo: {listed(name for name, _ in owing.most_common())}."
    elif behind:
        first += f" Trước hết, nhắc tiến độ: {listed(row.name for row in rows.behind)}."
    return Note(
        member=None,
        name="Bộ phận theo dõi đi cơ sở",
        subject=_subject(view, count, idle=idle),
        marks=_marks(view),
        greeting="Kính gửi các đồng chí theo dõi đi cơ sở,",
        first=first,
        parts=tuple(each for each in parts if each.lines),
        closing="Xem đầy đủ ở trang Việc cần làm của bản nội bộ.\n" + _until(view),
    )


def _rows(view: View, member: str | None = None) -> DueRows:
    due = view.results.due
    if due is None:
        message = "The public is told of nothing that is due."
        raise ValueError(message)
    return due_rows(view, due if member is None else due.of(member))


def _first(rows: DueRows, count: int, what: str, *, idle: bool) -> str:
    if idle:
        return "Tuần này đồng chí không có việc nào quá hạn hay sắp đến hạn. Cảm ơn đồng chí."
    has = f"Đồng chí có {number(count)} việc quá hạn: {what}. " if count else ""
    report = next(iter(rows.reports), None)
    if report and (report.overdue or not count):
        trip = f"chuyến đi {in_sentence(_where(report))}"
        return f"{has}Trước hết: nộp báo cáo {trip}, {deadline(report.days_left)}."
    if rows.behind:
        return f"{has}Trước hết: đi thêm {number(rows.behind[0].pace.lacking)} ngày để kịp tiến độ."
    return f"{has or 'Không có việc nào quá hạn. '}Các việc cụ thể ở dưới đây."


def _overdue(reports: int, items: int, issues: int) -> str:
    kinds = (
        (reports, "báo cáo chưa nộp"),
        (items, "mục kế hoạch chưa thực hiện"),
        (issues, "kiến nghị chưa giải quyết xong"),
    )
    return listed(f"{number(count)} {kind}" for count, kind in kinds if count)


def _subject(view: View, count: int, *, idle: bool) -> str:
    what = f"{number(count)} việc quá hạn" if count else "Không có việc quá hạn"
    what = "Không còn việc nào" if idle else what
    return f"[{_marks(view)}] {what} – nhắc việc đi cơ sở, {day(view.results.as_of)}"


def _marks(view: View) -> str:
    return " – ".join(marks(view))


def _until(view: View) -> str:
    return f"Số liệu tính đến ngày {day(view.results.as_of)}. Chỉ dùng trong cơ quan."


def _part(heading: str, lines: Iterable[str], shown: int | None = None) -> Part:
    held = [f"– {each}" for each in lines]
    counted = f"{heading} ({number(len(held))})"
    if shown is None or len(held) <= shown:
        return Part(counted, held)
    return Part(counted, [*held[:shown], f"– và {number(len(held) - shown)} mục nữa"])


def _people(heading: str, lines: Iterable[str]) -> Part:
    """Return a part with one line for each member, and how many members these are."""
    held = [f"– {each}" for each in lines]
    return Part(f"{heading} ({number(len(held))} đồng chí)", held)


def _where(row: OwedRow) -> str:
    return f"{row.visit.place}, {row.visit.when}"


def _report(row: OwedRow) -> str:
    return f"{_where(row)}: hạn {day(row.due)}, {deadline(row.days_left)}"


def _item(row: PlannedRow) -> str:
    return f"Tháng {row.month}: {row.what}, {number(row.days)} ngày"


def _issue(row: AnswerRow) -> str:
    who = row.referred_to or row.competence
    text = excerpt(row.text, 90).removesuffix(".")
    asked = f"; hỏi {row.referred_to}" if row.referred_to else f"; {who}" if who else ""
    return f"{text} ({in_sentence(row.place)}{asked}): {deadline(row.days_left or 0)}"


def _counted(held: Iterable[tuple[str, int]], what: str) -> list[str]:
    return [f"{name}: {number(count)} {what}" for name, count in held]


def _planned(rows: Sequence[PlannedRow]) -> list[str]:
    if not rows:
        return []
    days = sum(row.days for row in rows)
    waiting = sum(not row.approved for row in rows)
    people = len({row.member for row in rows})
    line = f"{number(len(rows))} mục của {number(people)} đồng chí, dự kiến {number(days)} ngày"
    return [f"– {line}; {number(waiting)} mục chưa duyệt" if waiting else f"– {line}"]

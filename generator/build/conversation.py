"""A visit told in a conversation: asked, judged, mended, shown, and only then written.

Whoever asks (a terminal) is told what to ask; here stands what comes after what. Source: issue
*Submission*, Door 5 (prompts, the same checks, shows the record before it writes).
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

from generator.build.asker import Asker, Line, StoppedError
from generator.build.desk import Desk, Draft
from generator.build.drawing import NoPictureError, drawn_anew
from generator.build.new import Ready, made_ready, photo_at, said
from generator.domain.finding import field_name
from generator.domain.records import Records
from generator.domain.scalars import parse_day
from generator.domain.shorten import shorten
from generator.errors import RefusedError
from generator.submit.answers import AnswerError, Answers
from generator.submit.asking import MORE_TITLE, asks_internal
from generator.submit.choices import choices
from generator.submit.form import planned_choices
from generator.submit.prompts import Place, Question, fits, name_of, question_at, questions
from generator.submit.readable import labels_of, readable
from generator.submit.workbook.faults import Trouble
from generator.submit.workbook.words import Words

_MORE: Final = "+"
_NOBODY: Final = "-"
_WHO: Final = "Máy này nhớ cho lần sau; người ghi hộ thì bỏ trống."
_SUMMARY: Final = 50
_EMPTY: Final = "Bỏ trống"
_WRITE: Final = "Ghi vào sổ"
_DONE: Final = "Xong"
_KEEP: Final = "Để đó, giữ bản nháp"

Tree = dict[str, Any]


def new_visit(records: Records, root: Path, asker: Asker, desk: Desk, day: date) -> list[str]:
    """Ask for a visit and write it; return what was done, and what comes next.

    `day` is the one that counts as today.

    Raises:
        RefusedError: the person left; nothing was written, and what was told is kept.
        OSError: a file cannot be written; none was.
    """
    talk = _Conversation(records, root, asker, desk, day)
    try:
        return talk.held()
    except StoppedError as stopped:
        raise RefusedError(talk.left(stopped.typed)) from None


class _Conversation:
    """One visit, from the first question to the files."""

    def __init__(self, records: Records, root: Path, asker: Asker, desk: Desk, today: date) -> None:
        self._records = records
        self._root = root
        self._asker = asker
        self._desk = desk
        self._today = today
        self._choices = choices(records)
        self._questions = questions(internal=asks_internal(records.organisation))
        self._labels = labels_of(records)
        self._told: Tree = {}
        self._asked: list[str] = []
        self._cut_off: dict[str, str] = {}
        self._place: Place = ()
        self._kept = True

    def held(self) -> list[str]:
        """Ask what is not told yet, let it be mended, and write it."""
        self._take_up()
        for question in self._questions:
            if question.first and question.key not in self._asked:
                self._ask(question)
        if _MORE not in self._asked:
            if self._asker.agree(f"{MORE_TITLE}?"):
                self._pick("Thêm chi tiết nào?", [q for q in self._questions if not q.first])
            self._asked.append(_MORE)
        ready = self._reviewed()
        done = ready.write(self._root)
        with suppress(OSError):
            self._desk.clear()
        return done

    def left(self, typed: str) -> str:
        """Keep what was told, and the answer that was being typed; return what to say of it."""
        if typed.strip() and self._place:
            self._cut_off[field_name(self._place)] = typed
        if not self._told and not self._cut_off:
            return "Đã dừng, chưa ghi gì."
        self._keep()
        if not self._kept:
            return f"Đã dừng, chưa ghi gì. Không giữ được bản nháp ở {self._desk.folder}."
        return "Đã dừng, chưa ghi gì. Bản nháp còn trên máy này: chạy lại lệnh để viết tiếp."

    def _take_up(self) -> None:
        """Go on with the visit that was begun, if the person wants to."""
        draft = self._desk.draft()
        if draft is None:
            return
        known = {question.key: question for question in self._questions}
        # The draft may be of another version, or edited by hand.
        told = {
            key: value
            for key, value in draft.told.items()
            if key in known and fits(known[key], value)
        }
        begun = ", ".join(
            shown
            for question in self._questions
            if question.key in ("date", "unit")
            and (shown := self._summary(question, (question.key,), told))
        )
        title = f"Còn một chuyến đi viết dở ({begun}):" if begun else "Còn một chuyến đi viết dở:"
        if self._asker.choose(title, ["Viết tiếp", "Bỏ, viết chuyến khác"]) == 0:
            self._told, self._asked = told, list(draft.asked)
            self._cut_off = dict(draft.cut_off)
        else:
            with suppress(OSError):
                self._desk.clear()

    def _keep(self) -> None:
        try:
            self._desk.keep(Draft(self._told, tuple(self._asked), self._cut_off))
        except OSError:
            self._kept = False

    def _ask(self, question: Question) -> None:
        """Ask one question of the visit itself, and keep the answer."""
        if question.key == "members" and "members" not in self._told and (me := self._me()):
            self._told["members"] = [me]
        self._ask_at(question, (question.key,), self._told)
        self._asked.append(question.key)
        self._keep()

    def _me(self) -> str:
        """Return who writes here, asking the first time; nobody who writes for others."""
        me = self._desk.me()
        if me not in (*self._records.members, _NOBODY):
            me = self._ask_me()
        return "" if me == _NOBODY else me

    def _ask_me(self) -> str:
        question = Question("members", "Tôi là", "one", refers="members")
        answers, place = self._answers(()), ("members", 0)
        typed = self._asker.line(
            Line(
                question.label,
                lambda text: answers.value(question, place, text),
                help=_WHO,
                offers=lambda text: answers.offers(question, text),
            )
        )
        me = str(answers.value(question, place, typed) or _NOBODY)
        with suppress(OSError):
            self._desk.remember(me)
        return me

    def _ask_at(
        self, question: Question, place: Place, holder: Tree, *, optional: bool = False
    ) -> None:
        """Ask for what stands at the place, which is a key of the holder."""
        if question.way == "groups":
            self._ask_items(question, place, holder)
        elif question.way == "group":
            inner = holder.setdefault(question.key, {})
            self._ask_parts(question.parts, place, inner)
            if not inner:
                del holder[question.key]
        elif question.way == "yes_no":
            _put(holder, question.key, "true" if self._asker.agree(f"{name_of(place)}?") else None)
        elif question.way == "word":
            self._ask_word(question, place, holder)
        else:
            self._ask_line(question, place, holder, optional=optional)

    def _ask_word(self, question: Question, place: Place, holder: Tree) -> None:
        words = [_EMPTY, *(word.label for word in question.words)]
        ids = [None, *(word.id for word in question.words)]
        before = holder.get(question.key)
        chosen = self._asker.choose(
            f"{name_of(place)}:", words, ids.index(before) if before in ids else 0
        )
        _put(holder, question.key, ids[chosen])

    def _ask_line(self, question: Question, place: Place, holder: Tree, *, optional: bool) -> None:
        answers = self._answers(place)
        asked = replace(question, required=question.required and not optional)
        at = field_name(place)
        self._place = place
        typed = self._asker.line(
            Line(
                name_of(place),
                lambda text: self._value(answers, asked, place, text),
                help=question.help,
                before=str(self._cut_off.get(at, ""))
                or answers.shown(question, holder.get(question.key)),
                offers=lambda text: answers.offers(question, text),
                required=asked.required,
                several_lines=question.way == "text",
                a_file=question.way == "photo",
            )
        )
        _put(holder, question.key, self._value(answers, asked, place, typed))
        self._cut_off.pop(at, None)
        self._place = ()

    def _ask_parts(self, parts: Sequence[Question], place: Place, inner: Tree) -> None:
        """Ask for the parts of a group; one that lacks what it must have first is left out."""
        for part in parts:
            self._ask_at(part, (*place, part.key), inner, optional=not inner)
            if part.required and part.key not in inner:
                inner.clear()
                return

    def _ask_items(self, question: Question, place: Place, holder: Tree) -> None:
        """Ask for one thing after the other, until one is left empty; emptied ones are dropped."""
        items: list[Tree] = holder.setdefault(question.key, [])
        first = [part for part in question.parts if part.first]
        more = [part for part in question.parts if not part.first]
        number = 0
        while True:
            if number == len(items):
                items.append({})
            item, at = items[number], (*place, number)
            leading = first[0]
            self._ask_at(leading, (*at, leading.key), item, optional=True)
            if leading.key not in item:
                del items[number]
                if number == len(items):
                    break
                continue
            self._ask_parts(first[1:], at, item)
            if more and self._asker.agree(f"{name_of(at)}: {MORE_TITLE.lower()}?"):
                self._pick(f"{name_of(at)}: thêm gì?", more, at, item)
            self._keep()
            number += 1
        if not items:
            del holder[question.key]

    def _pick(
        self,
        title: str,
        offered: Sequence[Question],
        place: Place = (),
        holder: Tree | None = None,
    ) -> None:
        """Let the person choose what to tell, one question after the other."""
        told = self._told if holder is None else holder
        pointed = 0
        while True:
            options = [self._option(each, (*place, each.key), told) for each in offered]
            chosen = self._asker.choose(title, [*options, _DONE], pointed)
            if chosen == len(offered):
                return
            self._ask_at(offered[chosen], (*place, offered[chosen].key), told)
            self._keep()
            pointed = len(offered)

    def _option(self, question: Question, place: Place, holder: Tree) -> str:
        told = self._summary(question, place, holder)
        return f"{question.label}: {told}" if told else question.label

    def _summary(self, question: Question, place: Place, holder: Tree) -> str:
        value = holder.get(question.key)
        if value is None:
            return ""
        if question.way == "groups":
            return f"{len(value)} mục"
        if question.way == "group":
            return "đã ghi"
        return shorten(self._answers(place).shown(question, value), _SUMMARY)

    def _value(
        self, answers: Answers, question: Question, place: Place, text: str
    ) -> str | list[str] | None:
        value = answers.value(question, place, text)
        if question.way != "photo" or not isinstance(value, str):
            return value
        file = Path(value).expanduser().absolute()
        try:
            drawn_anew(photo_at(str(file)), "anh.jpg")
        except NoPictureError as error:
            raise AnswerError(f"{value}: {error}.") from None
        return str(file)

    def _answers(self, place: Place) -> Answers:
        """Return what reads the answer at the place, given the members and the day of the visit."""
        going = self._told.get("members", ())
        plans = planned_choices(self._records, self._today)
        offered = {
            **self._choices,
            "plan_items": tuple(each for member, each in plans if member in going),
        }
        if place[:1] == ("attendance",):
            offered["members"] = tuple(
                each for each in self._choices["members"] if each.id in going
            )
        written = self._told.get("date")
        return Answers(offered, self._today, parse_day(written) if written else None)

    def _reviewed(self) -> Ready:
        """Show the visit, and let it be mended until the person writes it."""
        while True:
            ready = made_ready(self._records, self._told, self._today, self._root.name, photo_at)
            self._asker.say("\n".join(self._shown(ready)))
            ways = dict(self._ways(ready))
            way = list(ways)[self._asker.choose("Làm gì tiếp?", list(ways))]
            if way == _WRITE:
                return ready
            ways[way]()

    def _ways(self, ready: Ready) -> Iterator[tuple[str, Callable[[], None]]]:
        """Yield what can be done next: mend what is wrong, or write."""
        if ready.sound:
            yield _WRITE, lambda: None
        wrong = [*ready.unfit, *(at for at, each in ready.findings if each.severity == "error")]
        for place in dict.fromkeys(wrong):
            found = question_at(place, self._questions)
            if found:
                yield f"Sửa “{name_of(found[1])}”", partial(self._mend, *found)
        yield "Thêm chi tiết, sửa câu trả lời", self._mend_any
        yield _KEEP, self._leave

    def _mend(self, question: Question, place: Place) -> None:
        """Ask anew; a thing in a list whose first answer is emptied, is dropped."""
        holders: list[Any] = [self._told]
        for step in place[:-1]:
            holders.append(holders[-1][step])
        whole = question_at(place[:-1], self._questions)
        leads = whole is not None and whole[0].way == "groups" and whole[0].parts[0] == question
        self._ask_at(question, place, holders[-1], optional=leads)
        if leads and question.key not in holders[-1]:
            del holders[-2][place[-2]]
            if not holders[-2]:
                del holders[-3][place[-3]]
        self._keep()

    def _mend_any(self) -> None:
        self._pick("Sửa gì?", self._questions)

    def _leave(self) -> None:
        raise StoppedError

    def _shown(self, ready: Ready) -> Iterator[str]:
        """Yield the visit as people read it, as it will be written, and what is wrong with it."""
        arrival = ready.judged.arrival
        yield ""
        yield from readable(arrival.tree, self._labels)
        yield f"\n{arrival.path}:"
        yield from (f"  {line}".rstrip() for line in arrival.text.splitlines())
        yield ""
        words = Words.of(self._records, {})
        for place, reason in ready.unfit.items():
            yield f"{name_of(place)}: {reason}"
        for place, each in ready.findings:
            told = words.said(Trouble(each.code, each.message, each.hint))
            yield said(place, replace(each, message=told.message, hint=told.hint))


def _put(holder: Tree, key: str, value: str | list[str] | None) -> None:
    if value:
        holder[key] = value
    else:
        holder.pop(key, None)

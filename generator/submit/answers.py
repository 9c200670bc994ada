"""What a person types becomes what a record holds, and back; names are never guessed.

Days as people say them, names without accents and capitals. Source: issue *Submission*, Door 5 and
"One model, many doors".
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pydantic_core import PydanticCustomError

from generator.domain.fields import Referent
from generator.domain.scalars import parse_day
from generator.domain.shorten import shorten
from generator.domain.visit import Visit
from generator.load.hygiene import forbidden
from generator.load.shape import shape
from generator.present.wording import day as day_shown
from generator.submit.adopt import plain_name
from generator.submit.choices import Choice, folded, matches, near
from generator.submit.prompts import Place, Question

YES_NO: Final[Mapping[str, str]] = {"true": "có", "false": "không"}
_SAID_DAYS: Final = {"hom nay": 0, "hom qua": 1, "hom kia": 2}
_DAY_OFFERS: Final = ("hôm nay", "hôm qua")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_HOW_DAYS: Final = "Viết ngày/tháng/năm, ví dụ 16/03/2020; hoặc hôm nay, hôm qua."
_DAY_BREAKS: Final = re.compile(r"[;,\s]+")
_NAME_BREAKS: Final = re.compile(r"[;\n]")
_NAME_BREAKS_OR_COMMA: Final = re.compile(r"[;,\n]")

Value = str | list[str]


class AnswerError(ValueError):
    """The answer is none that a record can hold; the message says why, and the mend."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer to choose while typing: its text, which takes the place of `typed`, and a note."""

    text: str
    note: str = ""
    typed: str = ""


@dataclass(frozen=True)
class Answers:
    """Reads and shows answers; `day` is that of the visit, if it is known."""

    choices: Mapping[Referent, Sequence[Choice]]
    today: date
    day: date | None = None

    def value(self, question: Question, place: Place, text: str) -> Value | None:
        """Return what a record holds at the place for what was typed; None for nothing.

        Raises:
            AnswerError: a record cannot hold it, or it may mean several things.
        """
        text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").strip()
        if not text:
            if question.required:
                message = f"{question.label}: cần có."
                raise AnswerError(message)
            return None
        for hidden in forbidden(text):
            message = f"{hidden.message} {hidden.hint}"
            raise AnswerError(message)
        value = self._read(question, text)
        if place == ("date",) and isinstance(value, str) and value > self.today.isoformat():
            message = f"Ngày {self._day(value)} chưa đến. Ghi lại sau chuyến đi."
            raise AnswerError(message)
        _refuse_misshapen(place, value)
        return value

    def shown(self, question: Question, value: object) -> str:
        """Return the value as one would type it."""
        if isinstance(value, list):
            return "; ".join(self._one_shown(question, str(each)) for each in value)
        return "" if value is None else self._one_shown(question, str(value))

    def offers(self, question: Question, text: str) -> tuple[Offer, ...]:
        """Return what fits the text so far: who and what there is on the day of the visit first."""
        if question.way in ("day", "days"):
            return tuple(Offer(each, typed=text) for each in _DAY_OFFERS if _within(text, each))
        if question.way not in ("one", "several"):
            return ()
        typed = self._breaks(question).split(text)[-1] if question.way == "several" else text
        typed = typed.lstrip()
        offered = self._offered(question)
        fitting = [each for each in offered if _within(typed, f"{each.label} {each.id}")]
        fitting.sort(key=lambda each: (not self._stands(each), not _begins(typed, each)))
        chosen = fitting or near(typed, offered)
        return tuple(self._offer(each, offered, typed) for each in chosen)

    def _read(self, question: Question, text: str) -> Value:
        if question.way == "day":
            return self._written_day(text)
        if question.way == "days":
            parts = [text] if folded(text) in _SAID_DAYS else _DAY_BREAKS.split(text)
            return [self._written_day(each) for each in parts if each]
        if question.way == "photo":
            # As terminals write a file that is dropped on them.
            return text.strip("'\"")
        if question.way == "one":
            return self._chosen(question, text)
        if question.way == "several":
            parts = [each.strip() for each in self._breaks(question).split(text)]
            return list(dict.fromkeys(self._chosen(question, each) for each in parts if each))
        return text

    def _written_day(self, text: str) -> str:
        ago = _SAID_DAYS.get(folded(text))
        if ago is not None:
            return (self.today - timedelta(days=ago)).isoformat()
        first, last = _DAY_FIRST.fullmatch(text), _YEAR_FIRST.fullmatch(text)
        if not first and not last:
            message = f"“{shorten(text)}” không phải là ngày. {_HOW_DAYS}"
            raise AnswerError(message)
        year, month, day = first.groups()[::-1] if first else last.groups() if last else ()
        written = f"{year}-{month.zfill(2)}-{day.zfill(2)}"
        try:
            parse_day(written)
        except PydanticCustomError as error:
            context = error.context or {}
            message = f"{context['message']} {context['hint']}".replace(written, text)
            raise AnswerError(message) from None
        return written

    def _chosen(self, question: Question, text: str) -> str:
        offered = self._offered(question)
        found = matches(text, offered, self.day)
        if len(found) == 1:
            return found[0].id
        if found:
            listed = "; ".join(self._apart(each, offered) for each in found)
            message = f"“{shorten(text)}” có thể là: {listed}. Chọn một."
            raise AnswerError(message)
        meant = "; ".join(self._apart(each, offered) for each in near(text, offered))
        message = f"Không có “{shorten(text)}” trong danh sách."
        raise AnswerError(f"{message} Ý bạn là: {meant}?" if meant else message)

    def _offered(self, question: Question) -> Sequence[Choice]:
        return self.choices.get(question.refers, ()) if question.refers else ()

    def _breaks(self, question: Question) -> re.Pattern[str]:
        """Return what stands between names: no comma where a name may hold one."""
        commas = any("," in each.label for each in self._offered(question))
        return _NAME_BREAKS if commas else _NAME_BREAKS_OR_COMMA

    def _one_shown(self, question: Question, value: str) -> str:
        if question.way in ("day", "days"):
            return self._day(value)
        if question.way == "yes_no":
            return YES_NO.get(value, value)
        offered = question.words or self._offered(question)
        known = next((each for each in offered if each.id == value), None)
        return self._apart(known, offered) if known else value

    def _apart(self, choice: Choice, offered: Sequence[Choice]) -> str:
        """Return the label, or the id where another is called the same."""
        alike = [each for each in offered if each.label == choice.label]
        return choice.label if len(alike) == 1 else choice.id

    def _offer(self, choice: Choice, offered: Sequence[Choice], typed: str) -> Offer:
        text = self._apart(choice, offered)
        named = choice.label if text == choice.id else ""
        since = f"từ {day_shown(choice.begins)}" if choice.begins else ""
        until = f"đến {day_shown(choice.ends)}" if choice.ends else ""
        days = () if self._stands(choice) else (since, until)
        return Offer(text, ", ".join(part for part in (named, choice.note, *days) if part), typed)

    def _stands(self, choice: Choice) -> bool:
        return self.day is None or choice.stands_on(self.day)

    def _day(self, written: str) -> str:
        try:
            return day_shown(parse_day(written))
        except PydanticCustomError:
            return written


def _refuse_misshapen(place: Place, value: Value) -> None:
    """Hold one answer against the model, as the reader of records does.

    Raises:
        AnswerError: it has not the shape of what stands there.
    """
    alone = tuple(0 if isinstance(step, int) else step for step in place)
    found = shape(Visit, _standing_at(alone, value), {"id": "", "path": ""})
    for fault in found if isinstance(found, tuple) else ():
        if fault.field[: len(alone)] == alone:
            message = f"{fault.message} {fault.hint}"
            raise AnswerError(message)


def _standing_at(place: Place, value: object) -> dict[str, object]:
    for step in reversed(place):
        value = [value] if isinstance(step, int) else {step: value}
    assert isinstance(value, dict)  # noqa: S101  (every place begins with a key)
    return value


def _within(typed: str, name: str) -> bool:
    return all(each in folded(name) for each in folded(typed).split())


def _begins(typed: str, choice: Choice) -> bool:
    names = (folded(choice.name), folded(plain_name(choice.name)))
    return any(name.startswith(folded(typed)) for name in names)

"""A person at a terminal: types with completion, chooses from lists, leaves whenever they like.

Source: issue *Submission*, Door 5; prompt_toolkit 3, "Asking for input"; questionary 2, `select`.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import questionary
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion, PathCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.styles import Style
from prompt_toolkit.validation import ValidationError, Validator

from generator.build.asker import Line, StoppedError
from generator.submit.answers import AnswerError

_STYLE: Final = Style([("label", "bold"), ("help", "fg:ansibrightblack")])
_SKIP: Final = "Enter để bỏ qua"
_SEVERAL_LINES: Final = "Enter hai lần là xong"
_MENU: Final = "(phím lên, xuống rồi Enter)"
_YES: Final = "Có"
_NO: Final = "Không"


class Terminal:
    """Asks at the terminal that the program was started from."""

    def line(self, line: Line) -> str:
        """Return what was typed; Enter ends it, or a second Enter where lines may follow."""
        session: PromptSession[str] = PromptSession()
        buffer = session.default_buffer
        try:
            return session.prompt(
                _words(line),
                default=line.before,
                style=_STYLE,
                completer=PathCompleter(expanduser=True) if line.a_file else _Offers(line),
                complete_while_typing=True,
                validator=_Check(line.check),
                validate_while_typing=False,
                multiline=line.several_lines,
                key_bindings=_second_enter() if line.several_lines else None,
                prompt_continuation="  ",
                # What there is to choose is shown before anything is typed.
                pre_run=lambda: None if line.before or line.a_file else buffer.start_completion(),
            )
        except (KeyboardInterrupt, EOFError):
            raise StoppedError(buffer.text) from None

    def choose(self, title: str, options: Sequence[str], chosen: int = 0) -> int:
        """Return the number of the option chosen with the arrow keys."""
        listed = [questionary.Choice(each, value=at) for at, each in enumerate(options)]
        menu = questionary.select(
            title, listed, default=listed[chosen], qmark="", instruction=_MENU
        )
        bindings = menu.application.key_bindings
        if isinstance(bindings, KeyBindings):
            bindings.add("c-d")(_end)
        try:
            return int(menu.unsafe_ask())
        except (KeyboardInterrupt, EOFError):
            raise StoppedError from None

    def agree(self, title: str) -> bool:
        """Return whether *Có* was chosen; *Không* is, to begin with."""
        return bool(self.choose(title, (_NO, _YES)))

    def say(self, text: str) -> None:
        """Show the text."""
        print(text)  # noqa: T201  (to whoever sits there)


class _Offers(Completer):
    """Completes by what the line offers."""

    def __init__(self, line: Line) -> None:
        self._offers = line.offers

    def get_completions(self, document: Document, _event: CompleteEvent) -> Iterator[Completion]:
        for offer in self._offers(document.text_before_cursor):
            yield Completion(offer.text, -len(offer.typed), display_meta=offer.note)


class _Check(Validator):
    """Refuses what a record cannot hold, before it is taken."""

    def __init__(self, check: Callable[[str], object]) -> None:
        self._check = check

    def validate(self, document: Document) -> None:
        try:
            self._check(document.text)
        except AnswerError as error:
            raise ValidationError(len(document.text), str(error)) from None


def _words(line: Line) -> FormattedText:
    hints = [line.help] if line.help else []
    if line.several_lines:
        hints.append(f"{_SEVERAL_LINES}.")
    if not line.required:
        hints.append(f"{_SKIP}.")
    told = "".join(f" {hint}" for hint in hints)
    return FormattedText([("class:label", line.label), ("class:help", told), ("", "\n> ")])


def _second_enter() -> KeyBindings:
    """Let Enter begin a new line, and on an empty line at the end finish the answer."""
    bindings = KeyBindings()

    @bindings.add("enter")
    def _(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.document.current_line.strip() or buffer.document.text_after_cursor:
            buffer.newline(copy_margin=False)
        else:
            buffer.validate_and_handle()

    return bindings


def _end(event: KeyPressEvent) -> None:
    event.app.exit(exception=EOFError)

"""What a conversation needs of whoever asks: a line, a choice, a yes; and that a person may leave.

Source: issue *Submission*, Door 5.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.submit.answers import Offer


class StoppedError(Exception):
    """The person left; `typed` is what stood in the line that was being written."""

    def __init__(self, typed: str = "") -> None:
        super().__init__(typed)
        self.typed = typed


@dataclass(frozen=True)
class Line:
    """One answer to type: what is asked, what stands there already, and what may be there.

    `check` raises AnswerError for what may not; `offers` completes what is typed so far.
    """

    label: str
    check: Callable[[str], object]
    help: str = ""
    before: str = ""
    offers: Callable[[str], Sequence[Offer]] = lambda _: ()
    required: bool = False
    several_lines: bool = False
    a_file: bool = False


class Asker(Protocol):
    """Asks a person. Every way of leaving raises StoppedError."""

    def line(self, line: Line) -> str:
        """Return what was typed; it passed the check."""

    def choose(self, title: str, options: Sequence[str], chosen: int = 0) -> int:
        """Return the number of the option chosen, from 0."""

    def agree(self, title: str) -> bool:
        """Return whether the person agrees; no, unless said."""

    def say(self, text: str) -> None:
        """Show the text."""

"""A quick look whether words may hold one of many phrases; it never overlooks one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.build.phrases import Phrase, windows

_LONG: Final = 8
_PART: Final = 6
_PAIR: Final = 2
MOST_SEEN: Final = 50_000
_LONGEST_SEEN: Final = 20_000
"""A longer line is no part of a frame, but a whole file, which will not come again."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What tells phrases at a glance.

    Of a long phrase that stands anywhere in a text, one part of `_PART` words begins at every
    `step`-th word of the text: `parts` are all that can. A short one is told by its first two
    words, in `pairs`, or its only one, in `single`.
    """

    step: int
    parts: frozenset[Phrase]
    pairs: frozenset[Phrase]
    single: frozenset[bytes]

    @classmethod
    def at(cls, phrases: Iterable[Phrase]) -> "Glance":
        """Return what tells these phrases."""
        held = list(phrases)
        long = [each for each in held if len(each) >= _LONG]
        short = [each for each in held if len(each) < _LONG]
        step = min(map(len, long), default=_LONG) - _PART + 1
        return cls(
            step,
            frozenset(each[at : at + _PART] for each in long for at in range(step)),
            frozenset(each[:_PAIR] for each in short if len(each) >= _PAIR),
            frozenset(each[0] for each in short if len(each) == 1),
        )

    def catches(self, said: list[bytes]) -> bool:
        """Return whether a phrase may stand in the text; false means that none does."""
        every = zip(*(said[start :: self.step] for start in range(_PART)), strict=False)
        return (
            not self.parts.isdisjoint(every)
            or not self.pairs.isdisjoint(windows(said, _PAIR))
            or not self.single.isdisjoint(said)
        )


class SeenLines:
    """Lines that were read before: for good those that came twice, the others for a while."""

    def __init__(self) -> None:
        self._often: set[bytes] = set()
        self._once: set[bytes] = set()

    def fresh(self, lines: list[bytes]) -> list[bytes]:
        """Return the lines that are new, each once, in their order."""
        each = dict.fromkeys(lines)
        again = self._once.intersection(each)
        if len(self._often) < MOST_SEEN:
            self._often |= again
        return [line for line in each if line not in self._often and line not in again]

    def add(self, lines: list[bytes]) -> None:
        """Remember lines that need not be read again."""
        if len(self._once) > MOST_SEEN:
            self._once.clear()
        self._once.update(line for line in lines if len(line) <= _LONGEST_SEEN)

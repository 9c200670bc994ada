"""Picks the sentence that was used least, and fills in its places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from random import Random

Slots = dict[str, str]

# `<a|b>` in a template is a choice; `{name}` is a place.
_CHOICE = re.compile(r"<([^<>]*)>")
_TRIES = 12


def choose(template: str, rng: Random) -> str:
    """The template with each choice made; the places stay open."""
    return _CHOICE.sub(lambda found: rng.choice(found[1].split("|")), template)


class Picker:
    """One memory of all sentences written, so that texts differ across the whole year."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._templates: Counter[str] = Counter()
        self._sentences: Counter[str] = Counter()

    def say(self, bank: Sequence[str], slots: Slots) -> str:
        """A sentence from the bank: of the templates used least, the wording used least."""
        least = min(self._templates[template] for template in bank)
        rare = [template for template in bank if self._templates[template] == least]
        template = self._rng.choice(rare)
        self._templates[template] += 1
        tries = [self._fill(template, slots) for _ in range(_TRIES)]
        best = min(tries, key=lambda text: self._sentences[text])
        self._sentences[best] += 1
        return best

    def _fill(self, template: str, slots: Slots) -> str:
        text = choose(template, self._rng).format_map(slots)
        return text[0].upper() + text[1:]

"""A text as the words in it, and the phrases by which it is known again in any file.

Case, accents, marks between words, HTML's and JSON's ways to write a letter make no difference.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final
from unicodedata import normalize
from urllib.parse import unquote

PHRASE: Final = 10
"""How many words in a row tell a text; excerpts are longer."""
_WORDS_OF_A_SENTENCE: Final = 8
_LETTERS_OF_A_SENTENCE: Final = 30
_LETTERS_OF_A_NUMBER: Final = 9

Phrase = tuple[bytes, ...]

# Small letters for capital ones, blanks for what stands between words.
_AS_WORDS: Final = bytes(
    ord(chr(each).lower() if chr(each).isascii() and chr(each).isalnum() else " ")
    for each in range(256)
)
_DIGIT: Final = re.compile(rb"[0-9]")
_ESCAPE: Final = re.compile(r"\\(?:u([0-9a-fA-F]{4})|[nrt])")
_PERCENT: Final = re.compile(r"%[0-9a-fA-F]{2}")


def words(text: str) -> list[bytes]:
    """Return the words, without accents and in small letters: `Ấp&#160;3` is `ap`, `3`."""
    if "&" in text:
        text = unescape(text)
    if "\\" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else " ", text)
    if _PERCENT.search(text):
        text = unquote(text)
    # A decomposed letter keeps its base; đ has none and loses its stroke by hand.
    plain = normalize("NFKD", text.replace("đ", "d").replace("Đ", "d"))
    return plain.encode("ascii", "ignore").translate(_AS_WORDS).split()


def windows(told: list[bytes], length: int) -> Iterator[Phrase]:
    """Yield every run of so many words."""
    return zip(*(told[start:] for start in range(length)), strict=False)


def phrases(told: list[bytes]) -> Iterator[Phrase]:
    """Yield what a text is known by: its runs of words, all of a short one, nothing of a common.

    Short texts are known if they are a sentence or hold a number; `Tốt` may stand anywhere.
    """
    if len(told) >= PHRASE:
        yield from windows(told, PHRASE)
        return
    letters = sum(map(len, told))
    sentence = len(told) >= _WORDS_OF_A_SENTENCE and letters >= _LETTERS_OF_A_SENTENCE
    number = letters >= _LETTERS_OF_A_NUMBER and any(_DIGIT.search(each) for each in told)
    if sentence or number:
        yield tuple(told)

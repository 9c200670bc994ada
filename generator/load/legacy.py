"""What Vietnamese looks like in the encodings from before Unicode, and what it was meant to be.

Read as Western text, a word of TCVN3, VNI or Windows-1258 is no syllable of Vietnamese, and is one
when its letters are exchanged. Few foreign names are both.
Source: TCVN 5712:1993 as the .Vn fonts use it; VNI for Windows; Windows code page 1258;
research/reliability.md, section 4, row 11.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

ENOUGH_WORDS: Final = 2
"""One odd word may be a foreign name; two different ones are an encoding."""

_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
_STOPS: Final = frozenset(("c", "ch", "p", "t"))
_TONES_OF_STOPS: Final = (["\u0301"], ["\u0323"])
_SYLLABLE: Final = re.compile(
    "(?:b|ch?|d|đ|gh?|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x|gi)?"
    "(?:[aăâeêioôơuưy]|[iyu]a|ưa|o[aăe]|u[âêôơy]|uy[aê]|[iy]ê|ươ|oo(?=c|ng)"
    "|[aâ][uy]|a[io]|[eê]u|eo|i[êu]u?|yêu|[oôơuư]i|u[ôâ]i?|uây|ươ[iu]|ưu|oa[iyo]|oeo|uy[au]|uao|uêu)"
    "(?P<coda>ch?|m|ng?|nh|p|t)?"
)

_TCVN3: Final = str.maketrans(
    "µ\u00b8¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)

_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_VNI_MARKS: Final[Mapping[str, str]] = {
    "ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": _CIRCUMFLEX, "à": _CIRCUMFLEX + "\u0300", "á": _CIRCUMFLEX + "\u0301",
    "å": _CIRCUMFLEX + "\u0309", "ã": _CIRCUMFLEX + "\u0303", "ä": _CIRCUMFLEX + "\u0323",
    "ê": _BREVE, "è": _BREVE + "\u0300", "é": _BREVE + "\u0301",
    "ú": _BREVE + "\u0309", "ü": _BREVE + "\u0303", "ë": _BREVE + "\u0323",
}  # fmt: skip
_VNI_BASES: Final = frozenset("aeouyôö")
_VNI_LETTERS: Final = str.maketrans("ñôöæóòîÑÔÖÆÓÒÎ", "đơưỉĩịỵĐƠƯỈĨỊỴ")

_LETTER: Final = "A-Za-z\u00a1-\u024f\u0300-\u036f\u1e00-\u1eff"
# A word of Western letters, one of them beyond ASCII.
_WORD: Final = re.compile(
    f"(?<![{_LETTER}])[A-Za-z]*[\u00a1-\u00ff][A-Za-z\u00a1-\u00ff]*(?![{_LETTER}])"
)

# What UTF-8 leaves of ế, đ, ư, ơ, ă, á and their like when it is read as Western text.
_UTF8_READ_AS_WESTERN: Final = re.compile(
    "á[º»][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|Ä[‘\u0091\u0192\u0083]|Æ[°¡]|Ã[¡¢£¨©ª²³\u00b4µ¹º½]"
)


@dataclass(frozen=True, slots=True)
class Garbled:
    """A word that an encoding broke: where it stands and, if it can be told, what was meant."""

    start: int
    word: str
    meant: str
    encoding: str


def garbled(text: str) -> Garbled | None:
    """Return the first broken word if the text holds enough of them, else None."""
    if text.isascii():
        return None
    utf8 = _UTF8_READ_AS_WESTERN.search(text)
    if utf8:
        return Garbled(utf8.start(), utf8.group(), "", "UTF-8")
    found = _words_by_encoding(text)
    encoding = max(found, key=lambda name: len(found[name]))
    if len(found[encoding]) < ENOUGH_WORDS:
        return None
    word, meant = next(iter(found[encoding].items()))
    start = next(match.start() for match in _WORD.finditer(text) if match.group() == word)
    return Garbled(start, word, meant, encoding)


def may_be_garbled(words: str) -> bool:
    """Whether a word among those between spaces could be one that an encoding broke."""
    return not words.isascii() and (
        _UTF8_READ_AS_WESTERN.search(words) is not None
        or any(_readings(word) for word in _WORD.findall(words))
    )


def encoding_of(data: bytes) -> str:
    """Name the older encoding that the bytes are likely in; empty if nothing speaks for one."""
    found = _words_by_encoding(data.decode("latin-1"))
    best = max(found, key=lambda name: len(found[name]))
    return best if len(found[best]) >= ENOUGH_WORDS else ""


def _words_by_encoding(text: str) -> dict[str, dict[str, str]]:
    """Return of each encoding the words that are Vietnamese in it only, with what they mean."""
    found: dict[str, dict[str, str]] = {name: {} for name in _DECODERS}
    for word in dict.fromkeys(_WORD.findall(text)):
        for name, meant in _readings(word):
            found[name][word] = meant
    return found


@lru_cache(maxsize=20_000)
def _readings(word: str) -> tuple[tuple[str, str], ...]:
    """Return each encoding in which the word is Vietnamese, with the word in it."""
    return () if len(word) == 1 or _looks_vietnamese(word) else tuple(_syllables(word))


def _syllables(word: str) -> Iterator[tuple[str, str]]:
    for name, decode in _DECODERS.items():
        meant = unicodedata.normalize("NFC", decode(word))
        if _is_syllable(meant):
            yield name, meant


def _from_vni(word: str) -> str:
    letters: list[str] = []
    for index, letter in enumerate(word):
        mark = _VNI_MARKS.get(letter.lower())
        if mark and word[index - 1 : index].lower() in _VNI_BASES:
            letters.append(mark)
        else:
            letters.append(letter.translate(_VNI_LETTERS))
    return "".join(letters)


def _from_1258(word: str) -> str:
    return word.encode("latin-1").decode("cp1258", "replace")


_DECODERS: Final[Mapping[str, Callable[[str], str]]] = {
    "TCVN3 (ABC)": lambda word: word.translate(_TCVN3),
    "VNI": _from_vni,
    "Windows-1258": _from_1258,
}


def _looks_vietnamese(word: str) -> bool:
    """Whether the word could be a syllable, be its tone mistyped."""
    plain, _ = _without_tones(word)
    return _SYLLABLE.fullmatch(plain) is not None


def _is_syllable(word: str) -> bool:
    """Whether the word is a syllable: its letters fit, and its tone fits how it ends."""
    plain, tones = _without_tones(word)
    found = _SYLLABLE.fullmatch(plain)
    if not found or len(tones) > 1:
        return False
    return found["coda"] not in _STOPS or tones in _TONES_OF_STOPS


def _without_tones(word: str) -> tuple[str, list[str]]:
    apart = unicodedata.normalize("NFD", word.lower())
    plain = "".join(letter for letter in apart if letter not in _TONES)
    return unicodedata.normalize("NFC", plain), [letter for letter in apart if letter in _TONES]

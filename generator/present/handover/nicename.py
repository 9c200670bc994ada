"""The name of a term or an address as WordPress derives it, so that it meets what is there.

Source: WordPress, `sanitize_title` (`remove_accents`, `sanitize_title_with_dashes` when saving).
"""

import re
import unicodedata
from typing import Final

_LETTERS: Final = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "×": "x"})
_DASHES: Final = re.compile("[./\u00a0\u2013\u2014]")
_KEPT: Final = re.compile(r"[^a-z0-9 _-]")
_GAPS: Final = re.compile(r"[\s-]+")


def nicename(name: str) -> str:
    """Return the name in ASCII: `Tin hoạt động` is `tin-hoat-dong`."""
    parted = unicodedata.normalize("NFD", name.translate(_LETTERS))
    bare = "".join(each for each in parted if not unicodedata.combining(each)).lower()
    return _GAPS.sub("-", _KEPT.sub("", _DASHES.sub("-", bare))).strip("-")

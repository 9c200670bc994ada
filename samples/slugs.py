"""Vietnamese names become ids of lower-case ASCII letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

AREA_WORDS = ("Tỉnh ", "Thành phố ", "Thị xã ", "Thị trấn ", "Huyện ", "Xã ")


@cache
def slug(text: str) -> str:
    """Tones and marks are dropped, đ becomes d, everything else becomes one hyphen."""
    # Đ has no decomposition in Unicode, so it is folded by hand.
    folded = text.lower().replace("đ", "d")
    bare = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def area_slug(name: str) -> str:
    """The kind of area is left out, except before a bare number or for a ward: *Phường 1*."""
    for word in AREA_WORDS:
        if name.startswith(word):
            return slug(name.removeprefix(word))
    rest = name.removeprefix("Phường ")
    return slug(name) if rest.isdigit() else slug(rest)

"""How Vietnamese was written before Unicode: tables of their own, to hold the reader's against.

TCVN3 as in TCVN 5712:1993 (the .Vn fonts, which have no capitals with tones); VNI for Windows, a
letter and a mark behind it; Windows-1258, a letter and a combining tone.
"""

import unicodedata
from collections.abc import Callable
from typing import Final

_TCVN3_ROWS: Final = {
    "a": ("a", "à\xb5 ả\xb6 ã\xb7 á\xb8 ạ\xb9"),
    "ă": ("\xa8", "ằ\xbb ẳ\xbc ẵ\xbd ắ\xbe ặ\xc6"),
    "â": ("\xa9", "ầ\xc7 ẩ\xc8 ẫ\xc9 ấ\xca ậ\xcb"),
    "e": ("e", "è\xcc ẻ\xce ẽ\xcf é\xd0 ẹ\xd1"),
    "ê": ("\xaa", "ề\xd2 ể\xd3 ễ\xd4 ế\xd5 ệ\xd6"),
    "i": ("i", "ì\xd7 ỉ\xd8 ĩ\xdc í\xdd ị\xde"),
    "o": ("o", "ò\xdf ỏ\xe1 õ\xe2 ó\xe3 ọ\xe4"),
    "ô": ("\xab", "ồ\xe5 ổ\xe6 ỗ\xe7 ố\xe8 ộ\xe9"),
    "ơ": ("\xac", "ờ\xea ở\xeb ỡ\xec ớ\xed ợ\xee"),
    "u": ("u", "ù\xef ủ\xf1 ũ\xf2 ú\xf3 ụ\xf4"),
    "ư": ("\xad", "ừ\xf5 ử\xf6 ữ\xf7 ứ\xf8 ự\xf9"),
    "y": ("y", "ỳ\xfa ỷ\xfb ỹ\xfc ý\xfd ỵ\xfe"),
    "đ": ("\xae", ""),
}
_TCVN3_CAPITALS: Final = {
    "Ă": "\xa1", "Â": "\xa2", "Ê": "\xa3", "Ô": "\xa4", "Ơ": "\xa5", "Ư": "\xa6", "Đ": "\xa7",
}  # fmt: skip

# Grave, acute, hook above, tilde, dot below.
_TONES: Final = "\u0300\u0301\u0309\u0303\u0323"
_VNI_PLAIN: Final = dict(zip(_TONES, "øùûõï", strict=True))
_VNI_CIRCUMFLEX: Final = {"": "â"} | dict(zip(_TONES, "àáåãä", strict=True))
_VNI_BREVE: Final = {"": "ê"} | dict(zip(_TONES, "èéúüë", strict=True))
_VNI_WHOLE: Final = {
    "đ": "ñ", "ì": "ì", "í": "í", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î",
}  # fmt: skip
_VNI_ROOF: Final = {"â": "a", "ê": "e", "ô": "o"}
_VNI_HORN: Final = {"ơ": "ô", "ư": "ö"}


def _tcvn3_table() -> dict[str, str]:
    table = dict(_TCVN3_CAPITALS)
    for base, (plain, toned) in _TCVN3_ROWS.items():
        table[base] = plain
        table.update({pair[0]: pair[1] for pair in toned.split()})
    return table


_TCVN3: Final = _tcvn3_table()


def _split(letter: str) -> tuple[str, str]:
    """Return the letter without its tone, and the tone."""
    apart = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in apart if mark in _TONES), "")
    return unicodedata.normalize("NFC", apart.replace(tone, "") if tone else apart), tone


def to_tcvn3(text: str) -> bytes:
    """Write the text in TCVN3."""
    written = (_TCVN3.get(each) or _TCVN3.get(each.lower()) or each for each in text)
    return "".join(written).encode("latin-1")


def _vni_letter(letter: str) -> str:
    if letter.isascii():
        return letter
    lower = letter.lower()
    base, tone = _split(lower)
    if lower in _VNI_WHOLE:
        written = _VNI_WHOLE[lower]
    elif base in _VNI_HORN:
        written = _VNI_HORN[base] + (_VNI_PLAIN[tone] if tone else "")
    elif base in _VNI_ROOF:
        written = _VNI_ROOF[base] + _VNI_CIRCUMFLEX[tone]
    elif base == "ă":
        written = "a" + _VNI_BREVE[tone]
    elif tone:
        written = base + _VNI_PLAIN[tone]
    else:
        return letter
    return written.upper() if letter != lower else written


def to_vni(text: str) -> bytes:
    """Write the text in VNI."""
    return "".join(_vni_letter(letter) for letter in text).encode("latin-1")


def to_1258(text: str) -> bytes:
    """Write the text in Windows-1258, as Windows does: every tone a byte of its own."""
    return "".join("".join(_split(letter)) for letter in text).encode("cp1258")


OLD_ENCODINGS: Final[dict[str, Callable[[str], bytes]]] = {
    "TCVN3 (ABC)": to_tcvn3,
    "VNI": to_vni,
    "Windows-1258": to_1258,
}

"""What records say in free text, as sentences that others can stand beside.

People write with or without a capital, a stop, bullets and line breaks; a news article has whole
sentences.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.present.names import capital
from generator.present.wording import excerpt, listed, paragraphs

LONGEST: Final = 1_500
"""How many characters of one text a draft takes; a record may hold far more than a newspaper."""

_STOPS: Final = ".!?…"
_CLOSING: Final = "”\"'»)"
_BOUNDARY: Final = re.compile(rf"[{_STOPS}]+[{_CLOSING}]*\s+(?=[“\"«(]*(\w))")
_ABBREVIATED: Final = re.compile(
    r"(?:\A|[\s(“])(?:TP|Tp|TX|Tx|TT|PGS|GS|TS|ThS|BS|KS|CN|Đ/c|đ/c|v\.v)\.\s+\Z"
)
_BULLET: Final = re.compile(r"\A(?:[-+*•–]\s+|\d{1,2}[.)]\s+)+")
_TODAY: Final = re.compile(r"\AHôm nay,?\s+")
_THIS_MONTH: Final = re.compile(r"\ATháng này,?\s+")
_PROPER: Final = re.compile(
    r"(?:Tỉnh đoàn|Thành đoàn|Huyện đoàn|Thị đoàn|Xã đoàn|Phường đoàn|Đoàn|Đội|Hội|Đảng|Bác|Ủy ban"
    r"|Ủy viên|Ban Thường vụ|Ban Chấp hành|Ban|Thường trực|Bí thư|Phó Bí thư|Nghị quyết|Chỉ thị"
    r"|Chương trình|Quy định|Điều lệ|Luật|Nhà nước|Chính phủ|Ngân hàng|Trường|Công ty|Khmer|Tết"
    r"|Chị|Anh)\b(?! trại\b| thao\b| nghị\b| họp\b| chợ\b)"
)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, each with a capital and a stop, up to about `LONGEST`.

    A line is a sentence at least; bullets go. *Hôm nay* and *Tháng này* at a beginning are of the
    day on which the record was written, and an article is read on another.
    """
    found: list[str] = []
    for sentence in _whole(text):
        if found and sum(map(len, found)) + len(sentence) > LONGEST:
            break
        found.append(excerpt(sentence, LONGEST))
    return found


def _whole(text: str) -> Iterator[str]:
    for line in paragraphs(text):
        for part in _split(" ".join(_BULLET.sub("", line).split())):
            dated = _TODAY.sub("", _THIS_MONTH.sub("Trong tháng, ", part))
            if any(each.isalnum() for each in dated):
                yield ended(capital(dated))


def _split(line: str) -> Iterator[str]:
    begin = 0
    for found in _BOUNDARY.finditer(line):
        first = found.group(1)
        if (first.isupper() or first.isdecimal()) and not _ABBREVIATED.search(line[: found.end()]):
            yield line[begin : found.end()].strip()
            begin = found.end()
    yield line[begin:]


def ended(text: str) -> str:
    """Return the text with a stop at its end, and one only."""
    told = re.sub(r"\.{2,}", "…", text).rstrip(" ,;:–-")
    return told if told.rstrip(_CLOSING).endswith(tuple(_STOPS)) else f"{told}."


def unended(sentence: str) -> str:
    """Return a sentence without its stop, so that others can follow in a list."""
    return sentence.rstrip().removesuffix(".")


def lowered(text: str) -> str:
    """Return the text with a small letter at its beginning."""
    return text[:1].lower() + text[1:]


def running(text: str) -> str:
    """Return the text as a sentence goes on with it: names at its beginning keep their capital."""
    first, _, rest = text.partition(" ")
    named = _PROPER.match(text) or rest[:1].isupper() or not first[1:].islower()
    return text if named and len(first) > 1 else lowered(text)


def enumerated(items: Iterable[str]) -> str:
    """Return a list as a sentence has it; with semicolons where an item has a comma of its own."""
    held = list(items)
    return "; ".join(held) if any("," in each for each in held) else listed(held)


def joined(*parts: str) -> str:
    """Return the parts that say something as one paragraph."""
    return " ".join(part for part in parts if part)

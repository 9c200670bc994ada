"""Words of official documents: days in words, documents cited by their kind, people as comrades."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from generator.domain.organisation import Organisation
from generator.domain.policy import Basis, Policy, Rules
from generator.present.wording import listed, number

DOTS: Final = "……"
"""A gap in a line, for people to fill in."""

_KINDS: Final = {
    "BC": "Báo cáo",
    "CT": "Chỉ thị",
    "CTr": "Chương trình",
    "CV": "Công văn",
    "HD": "Hướng dẫn",
    "KH": "Kế hoạch",
    "KL": "Kết luận",
    "NQ": "Nghị quyết",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "QĐ": "Quyết định",
    "TB": "Thông báo",
}
_SYMBOL: Final = re.compile(r"\d+\s*-\s*(?P<kind>\w+)\s*/")
_LAST_MONTH_WITH_ZERO: Final = 2


def day_in_words(day: date) -> str:
    """Return `ngày 05 tháng 02 năm 2019`; days below 10 and months below 3 have a zero."""
    month = f"{day.month:02d}" if day.month <= _LAST_MONTH_WITH_ZERO else str(day.month)
    return f"ngày {day:%d} tháng {month} năm {day.year}"


def unsigned_day(year: int) -> str:
    """Return the date of a draft: the day and month on which it is signed are for people."""
    return f"ngày {DOTS} tháng {DOTS} năm {year}"


def symbol(organisation: Organisation, kind: str) -> str:
    """Return the line `Số: …… - BC/TĐTN`: never a number.

    `TĐTN` is the sign of a provincial committee; that of any other is for people to write.
    Source: research/domain.md, section 2 (`53-KH/TĐTN-TC-KT`).
    """
    provincial = organisation.name.startswith(("Tỉnh đoàn", "Thành đoàn"))
    return f"Số: {DOTS} - {kind}/{'TĐTN' if provincial else DOTS}"


def cited(basis: Basis) -> str:
    """Return a document as texts cite it: kind, number, day, issuer and what it is about."""
    kind = document_kind(basis.number)
    title = running(basis.title)
    return f"{kind} số {basis.number}, {day_in_words(basis.date)} của {basis.issuer} {title}"


def document_kind(number: str) -> str:
    """Return what the sign in a document's number says that it is: `Kế hoạch` of *53-KH/…*."""
    found = _SYMBOL.match(number)
    return _KINDS.get(found["kind"], "Văn bản") if found else "Văn bản"


def running(title: str) -> str:
    """Return a document's subject as a sentence goes on with it: `về việc …`."""
    return f"về{title[2:]}" if title.startswith("Về ") else f"“{title}”"


def grounds(policy: Policy | None) -> Iterator[str]:
    """Yield the documents that the policy rests on, each as *Căn cứ …;*."""
    for basis in policy.basis if policy else ():
        yield f"Căn cứ {cited(basis)};"


def provisional(rules: Iterable[str]) -> str:
    """Return why figures are provisional, from the keys of the rules; the empty text if none."""
    titles = (Rules.model_fields[key].title or key for key in rules)
    unconfirmed = listed(title[:1].lower() + title[1:] for title in titles)
    return (
        f"Số liệu tạm tính: {unconfirmed} chưa được xác nhận bằng văn bản." if unconfirmed else ""
    )


def tallied(found: Iterable[str], words: Mapping[str, str], thing: str = "") -> str:
    """Return how often each was found, in the order of the words: `10 đồng chí đạt và 3 …`."""
    held = Counter(found)
    said = ((number(held[key]), thing, word) for key, word in words.items() if held[key])
    return listed(" ".join(part for part in parts if part) for parts in said)


def comrade(name: str) -> str:
    """Return a person as documents always say: `đồng chí Kim Hoàng Rạng`."""
    return f"đồng chí {name}"

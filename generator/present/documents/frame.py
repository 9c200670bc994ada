"""The parts that every document has around its content: head, name, signatures, recipients, marks.

Source: Hướng dẫn 29-HD/TWĐTN-VP, 29/10/2013 (thể thức văn bản của Đoàn): the title
`ĐOÀN TNCS HỒ CHÍ MINH` at the right with a rule beneath, place and date below it; the issuer at the
left, `***` and the number; name of the kind and what it is about; `./.` at the end; signature at
the right, recipients at the left. Number, day of signing, name and seal are for people.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from generator.audience import View
from generator.domain.organisation import Organisation
from generator.errors import UsageError
from generator.present.documents.blocks import Piece, paragraph, side_by_side
from generator.present.documents.paper import About
from generator.present.documents.styles import (
    ABOUT,
    ASIDE,
    FACT,
    GAP,
    ISSUER,
    KIND,
    NUMBER,
    ORGANISATION,
    PLACE,
    RECIPIENTS,
    SIGNER,
    SIGNING,
    SPACE,
    STARS,
    Element,
)
from generator.present.documents.words import DOTS, symbol, unsigned_day
from generator.present.marks import marks

TITLE: Final = "ĐOÀN TNCS HỒ CHÍ MINH"
COMMITTEE: Final = "TM. BAN THƯỜNG VỤ"
END: Final = "./."
HEAD_WIDTHS: Final = (72, 88)
FOOT_WIDTHS: Final = (76, 84)

_SPACE_BEFORE_DIGIT: Final = re.compile(r" (?=\d)")
_NAME_TO_WRITE: Final = "……………………………"


def organisation_of(view: View) -> Organisation:
    """Return whose documents these are.

    Raises:
        UsageError: the records do not say.
    """
    if view.records.organisation is None:
        message = "Chưa có organisation.yml, nên không biết cơ quan ban hành văn bản."
        raise UsageError(message)
    return view.records.organisation


def about(view: View, title: str) -> About:
    """Return the properties and marks of a document with this title."""
    issuer = organisation_of(view).name
    return About(title, issuer, view.results.as_of, ("DỰ THẢO", *marks(view)))


def head(view: View, kind: str = "") -> Element:
    """Return the block above everything; `kind` (`BC`) is that of a document with a number."""
    organisation = organisation_of(view)
    left = [paragraph(ISSUER, organisation.document_issuer), paragraph(STARS, "***")]
    if kind:
        left.append(paragraph(NUMBER, symbol(organisation, kind)))
    date = f"{organisation.place}, {unsigned_day(view.results.as_of.year)}"
    return side_by_side(
        left, [paragraph(ORGANISATION, TITLE), paragraph(PLACE, date)], *HEAD_WIDTHS
    )


def name(kind: str, subject: str, *asides: str) -> list[Element]:
    """Return the name of the kind of document and what it is about."""
    # A year stays with the word before it.
    lines = [paragraph(KIND, kind), paragraph(ABOUT, _SPACE_BEFORE_DIGIT.sub("\u00a0", subject))]
    return lines + [paragraph(ASIDE, each) for each in asides]


def signature(*signers: str, how: str = "") -> list[Element]:
    """Return whose signature it is, room for it, and where the name is written."""
    lines = [paragraph(SIGNER, each) for each in signers]
    if how:
        lines.append(paragraph(SIGNING, how))
    return [*lines, paragraph(SPACE, _NAME_TO_WRITE)]


def recipients(first: str | None = None) -> list[Element]:
    """Return the list of recipients, which people complete; the last is the file copy."""
    return [
        paragraph(RECIPIENTS, Piece("Nơi nhận:", bold=True, italic=True)),
        paragraph(RECIPIENTS, f"- {first or DOTS * 3};"),
        paragraph(RECIPIENTS, f"- Lưu {DOTS * 2}."),
    ]


def fact(label: str, value: str) -> Element:
    """Return a line with what it is about in bold."""
    return paragraph(FACT, Piece(f"{label}: ", bold=True), value)


def foot(left: Sequence[Element], right: Sequence[Element]) -> list[Element]:
    """Return the block below everything; it stays on one page, apart from a table before it."""
    return [paragraph(GAP), side_by_side(left, right, *FOOT_WIDTHS)]


def sentences(texts: Iterable[str]) -> str:
    """Return the sentences that say something, one after the other."""
    return " ".join(text for text in texts if text)

"""Every code of a finding: what it means, and how to mend it, for people who never saw a program.

Codes are stable and never used again. Source: design, section 3; CONTRIBUTING, *Adding a rule*.
"""

from typing import Final

from generator.domain.codes.code import Code
from generator.domain.codes.dates import DATES
from generator.domain.codes.media import MEDIA
from generator.domain.codes.plans import PLANS
from generator.domain.codes.reading import READING
from generator.domain.codes.references import REFERENCES
from generator.domain.codes.shape import SHAPE
from generator.domain.codes.text import TEXT
from generator.domain.codes.workbook import WORKBOOK

__all__ = ["CODES", "CODE_BY_NAME", "Code"]

CODES: Final[tuple[Code, ...]] = (
    *READING,
    *SHAPE,
    *REFERENCES,
    *DATES,
    *MEDIA,
    *PLANS,
    *TEXT,
    *WORKBOOK,
)
CODE_BY_NAME: Final = {code.code: code for code in CODES}

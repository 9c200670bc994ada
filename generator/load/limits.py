"""How large a file may be, how long a text in it and how deep its lists: what is more is refused.

Source: research/reliability.md, section 2.
"""

from dataclasses import dataclass
from typing import Final

from generator.load.hygiene import TextFault

DEPTH_LIMIT: Final = 12
SCALAR_LIMIT: Final = 20_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest file that is read: bytes, and parser events."""

    size: int = 64 * 1024
    events: int = 5_000


RECORD_LIMITS: Final = Limits()
LIST_LIMITS: Final = Limits(size=8 * 1024 * 1024, events=1_000_000)


def too_large(size: int, limits: Limits) -> TextFault:
    """Return the fault of a file that is not even opened."""
    message = f"Tệp lớn {size} byte, quá {limits.size}."
    return TextFault("Y001", 1, 1, message, "Viết ngắn lại, hoặc tách thành nhiều bản ghi.")

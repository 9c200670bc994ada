"""What is wrong with a province's package: a sentence in Vietnamese, and the mend."""

from dataclasses import dataclass
from typing import Final

from generator.errors import CongtacError, RefusedError

REBUILD: Final = "Tỉnh dựng lại trang bằng bản congtac mới, rồi làm lại trang cả nước."


class TroubleError(CongtacError):
    """A package cannot be counted; `mend` says what to do about it."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.mend = mend


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a province's figures are missing; `told` is what the page says of it.

    Readers are told no path: it may be one of the machine that makes the page.
    """

    id: str
    name: str
    message: str
    told: str
    mend: str

    def __str__(self) -> str:
        """Return the lines that a person reads."""
        return f"{self.name}: {self.message}\n    → {self.mend}"


class TroublesError(RefusedError):
    """Provinces are missing, so no page is made; all of them are named."""

    def __init__(self, troubles: tuple[Trouble, ...], count: int) -> None:
        lines = [str(each) for each in troubles]
        closing = (
            f"Thiếu số liệu của {len(troubles)} trong {count} tỉnh, thành phố nên chưa dựng trang. "
            "Muốn dựng mà ghi rõ nơi còn thiếu thì thêm --partial."
        )
        super().__init__("\n".join([*lines, closing]))

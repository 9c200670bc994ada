"""Why one article cannot go on while the others can."""

from typing import Final

UNKNOWN: Final = (
    "mất trả lời của máy chủ nên chưa rõ đã ghi hay chưa; chạy lại lệnh này, máy tìm rồi mới ghi"
)
MOVED: Final = "bài trên trang web vừa được ai đó sửa hoặc xóa; chạy lại lệnh này"


class ArticleFault(Exception):  # noqa: N818  (a fault of an article, as the records' faults)
    """An article cannot go on; `unknown` if it is not known whether its write was carried out."""

    def __init__(self, told: str, *, unknown: bool = False) -> None:
        super().__init__(told)
        self.told = told
        self.unknown = unknown


def unknown() -> ArticleFault:
    """Return the fault of a write whose reply was lost and whose effect was not found."""
    return ArticleFault(UNKNOWN, unknown=True)

"""The ledger of what is on WordPress, in a file: one run at a time has it, and it is never half.

Source: issue *News*, *Idempotent and safe* (intent written before each write).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from generator.build.replace import write_file
from generator.errors import RefusedError, UsageError
from generator.publish.wordpress.ledger import (
    Ledger,
    UnreadableLedgerError,
    ledgers_of,
    ledgers_text,
)

NAME: Final = "news-ledger.json"


@dataclass
class LedgerFile:
    """The ledger of one website, in a file that may hold those of others."""

    file: Path
    site: str
    others: dict[str, Ledger] = field(default_factory=dict)
    ledger: Ledger = field(default_factory=Ledger)

    def write(self, ledger: Ledger) -> None:
        """Put the ledger on disk: whole, before anything else happens."""
        text = ledgers_text({**self.others, self.site: ledger})
        write_file(self.file, text.encode())
        self.ledger = ledger


@contextmanager
def opened(
    file: Path, site: str, patience: float, wait: Callable[[], None] = lambda: None
) -> Iterator[LedgerFile]:
    """Yield the ledger of the website; another run waits, so many seconds, until this one is done.

    `wait` is called once if there is another.

    Raises:
        RefusedError: another run has it for longer.
        UsageError: the file is no ledger, or lies in no folder.
    """
    if not file.absolute().parent.is_dir():
        message = f"Không có thư mục {file.parent} để ghi sổ đăng tin."
        raise UsageError(message)
    lock = FileLock(file.with_name(f".{file.name}.lock"))
    try:
        _acquire(lock, patience, wait)
    except Timeout:
        message = f"Một lượt đăng tin khác đang dùng {file}. Chờ lượt ấy xong rồi chạy lại."
        raise RefusedError(message) from None
    try:
        yield _read(file, site)
    finally:
        lock.release()


def _acquire(lock: FileLock, patience: float, wait: Callable[[], None]) -> None:
    try:
        lock.acquire(timeout=0)
    except Timeout:
        wait()
        lock.acquire(timeout=patience)


def _read(file: Path, site: str) -> LedgerFile:
    if not file.exists():
        return LedgerFile(file, site)
    try:
        ledgers = ledgers_of(file.read_text(encoding="utf-8"))
    except (UnreadableLedgerError, UnicodeDecodeError):
        message = (
            f"{file} không phải là sổ đăng tin đọc được. Lấy lại bản trước của tệp; nếu không còn, "
            "đổi tên nó đi rồi chạy lại với --dry-run: máy tìm lại bài theo dấu trong bài."
        )
        raise UsageError(message) from None
    return LedgerFile(file, site, ledgers, ledgers.get(site, Ledger()))

"""A task is done on another processor, by a copy of this process, while this one goes on.

The copy has all that this process has in memory and gives back one value; what it changes in memory
is its own. Source: issue *Speed*, Both processors;
docs/developers/decisions/0028-both-processors.md.
"""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MOST_FILES: Final = 10_000
"""Of a larger site two processes would take more room than the time is worth."""

Result = TypeVar("Result")


@contextmanager
def beside(task: Callable[[], Result], *, pays: bool) -> Iterator[Callable[[], Result | None]]:
    """Begin the task, and give what waits for its result; whoever leaves without asking ends it.

    The result is None if the task does not pay, if there is no second processor, or if the copy
    ended without one, killed for want of memory say. Then it is to be done here, where what goes
    wrong can be told.
    """
    if not pays or _processors() < 2:  # noqa: PLR2004  (this one and another)
        yield lambda: None
        return
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    copy = context.Process(target=_tell, args=(task, sender), daemon=True)
    copy.start()
    sender.close()

    def result() -> Result | None:
        try:
            told: Result = receiver.recv()
        except EOFError:
            return None
        return told

    try:
        yield result
    finally:
        copy.kill()
        copy.join()
        receiver.close()


def _tell(task: Callable[[], Result], sender: "Connection") -> None:
    """Send the result; of what goes wrong nothing is told here."""
    # Looking through what both have for garbage would write into it, and so double it.
    gc.freeze()
    with suppress(BaseException):
        sender.send(task())


def _processors() -> int:
    """Return how many processors this process may use; one where it cannot be copied safely."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1

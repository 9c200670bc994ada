"""What many records become stays until the end; Python need not look through it for garbage.

What is no longer referred to goes at once all the same; only cycles wait.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep Python from looking through all that is made meanwhile, again and again, as it grows."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def set_aside() -> Iterator[None]:
    """Keep Python from looking through what is there now; what comes is looked through as ever."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()

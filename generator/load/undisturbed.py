"""What many records become stays until the end; Python need not look through it for garbage.

What is no longer referred to goes at once all the same; only cycles wait.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_SELDOM: Final = 10_000
"""Python looks after 700 new objects by itself."""


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
    """Keep Python from looking through what is there now, and let it look seldom for the rest.

    Of many pages made one after the other nearly all goes at once; each leaves a few cycles.
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_SELDOM, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()

"""What a preview made before, kept while it runs, so that an edit shows at once.

Source: issue *Speed* (an edit should show at once).
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from generator.build.sealed import digest_of_code
from generator.build.standing import Made

# A preview follows these; other code it has loaded, and keeps.
_FOLLOWED: Final = ("present/templates", "host/theme")


class Memory:
    """The files of the last build, by path, each with what it was made of."""

    def __init__(self) -> None:
        self._before: dict[str, tuple[str, bytes]] = {}
        self._now: dict[str, tuple[str, bytes]] = {}
        self._followed = ""

    def begin(self) -> None:
        """Begin a build: forget what the last one had no use for, and all if a template changed."""
        followed = digest_of_code(_FOLLOWED)
        self._before = self._now if followed == self._followed else {}
        self._now = {}
        self._followed = followed

    def file(self, path: str, made_of: str, make: Callable[[], Made]) -> bytes | Made:
        """Return the file as it was made of the same by the last build, else what `make` makes."""
        if not made_of:
            return make()
        known, kept = self._before.get(path, ("", b""))
        file = kept if known == made_of else make()
        if file is not None:
            self._now[path] = made_of, file
        return file

    def write(self, path: str, content: bytes, target: Path) -> None:
        """Write the file."""
        del path
        target.write_bytes(content)

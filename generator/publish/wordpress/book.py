"""What a run is given by those who know files: the ledger on disk, and the records' pictures."""

from typing import Protocol

from generator.publish.wordpress.ledger import Ledger
from generator.publish.wordpress.site import Upload


class Book(Protocol):
    """The ledger of the website, and a way to keep it safe."""

    ledger: Ledger

    def write(self, ledger: Ledger) -> None:
        """Put the ledger on disk, and let it be the one that is known."""


class CannotDrawError(Exception):
    """A picture of the records cannot be drawn; the message says why."""


class Pictures(Protocol):
    """Whoever has the pictures of the records."""

    def drawn(self, file: str, longest: int) -> Upload:
        """Return the picture without metadata, its longer side at most so many pixels.

        Raises:
            CannotDrawError: it is no picture that can be drawn.
        """

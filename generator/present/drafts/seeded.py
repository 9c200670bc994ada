"""Turns of phrase chosen by a seed: the same subject gets the same words on every machine.

Source: issue *News*, "Drafting" (turns of phrase varied by a seed).
"""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Turns:
    """Chooses for one subject; another `seed` gives other turns."""

    subject: str
    seed: str = ""

    def one(self, place: str, *turns: str) -> str:
        """Return the turn for a place of the article, always the same for the same turns."""
        # Python's own hash differs from one process to the next.
        told = f"{self.subject}\n{self.seed}\n{place}".encode()
        return turns[int.from_bytes(sha256(told).digest()[:8]) % len(turns)]

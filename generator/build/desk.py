"""What a computer remembers for whoever writes visits on it: who that is, and a visit begun.

It lies in the user's own folder, never in the records. Source: issue *Submission*, "One model, many
doors" (*tôi là …* is remembered).
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from generator.build.replace import write_file

_ME: Final = "me.json"
_DRAFT: Final = "draft.json"


@dataclass(frozen=True, slots=True)
class Draft:
    """A visit begun: what was told, which keys were asked, and an answer that was cut off."""

    told: dict[str, Any] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    cut_off: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Desk:
    """The folder for one folder of records; only its owner may look into it."""

    folder: Path

    @classmethod
    def of(cls, config: Path, records: Path) -> "Desk":
        """Return the desk below the user's configuration folder."""
        number = hashlib.sha256(str(records.resolve()).encode()).hexdigest()[:12]
        return cls(config / f"{records.resolve().parent.name}-{number}")

    @property
    def draft_file(self) -> Path:
        """Where a visit that was begun is kept."""
        return self.folder / _DRAFT

    def me(self) -> str:
        """Return the id of the member who writes here, if it is remembered."""
        return str(self._read(_ME).get("member", ""))

    def remember(self, member: str) -> None:
        """Remember who writes here.

        Raises:
            OSError: the folder cannot be written.
        """
        self._write(_ME, {"member": member})

    def draft(self) -> Draft | None:
        """Return the visit that was begun; None if there is none that can be read."""
        held = self._read(_DRAFT)
        told, asked, cut_off = (held.get(key) for key in ("told", "asked", "cut_off"))
        if isinstance(told, dict) and isinstance(asked, list) and isinstance(cut_off, dict):
            return Draft(told, tuple(map(str, asked)), cut_off)
        return None

    def keep(self, draft: Draft) -> None:
        """Keep a visit that is begun.

        Raises:
            OSError: the folder cannot be written.
        """
        self._write(
            _DRAFT, {"told": draft.told, "asked": draft.asked, "cut_off": dict(draft.cut_off)}
        )

    def clear(self) -> None:
        """Throw the visit that was begun away.

        Raises:
            OSError: the folder cannot be written.
        """
        self.draft_file.unlink(missing_ok=True)

    def _read(self, name: str) -> dict[str, Any]:
        try:
            held = json.loads((self.folder / name).read_bytes())
        except (OSError, ValueError):
            return {}
        return held if isinstance(held, dict) else {}

    def _write(self, name: str, held: Mapping[str, object]) -> None:
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self.folder.mkdir(mode=0o700, exist_ok=True)
        write_file(self.folder / name, json.dumps(held, ensure_ascii=False).encode())

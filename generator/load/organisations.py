"""Many organisations in one repository: a folder of records for each, called by its id.

Source: issue *Speed*, Scale (sites per province from one repository).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.domain.organisation import Organisation
from generator.domain.scalars import ID_LIMIT
from generator.errors import UsageError
from generator.load.layout import KIND_BY_NAME
from generator.load.shape import shape
from generator.load.strict_yaml import read

FOLDER: Final = Path("organisations")
"""Where the folders stand if nobody says otherwise."""

_MARK: Final = KIND_BY_NAME["organisation"]
_SHOWN: Final = 40


@dataclass(frozen=True, slots=True)
class Housed:
    """One organisation: its folder's name, and what it calls itself; empty if nobody can tell."""

    id: str
    name: str


def organisations(folder: Path) -> Iterator[Housed]:
    """Yield the organisations below `folder`, by id.

    A folder is one if it holds `organisation.yml`; whatever else lies there is none.

    Raises:
        UsageError: `folder` cannot be listed.
    """
    try:
        names = sorted(entry.name for entry in folder.iterdir())
    except OSError as error:
        message = f"Không đọc được thư mục {folder}: {error.strerror}."
        raise UsageError(message) from error
    for name in names:
        mark = folder / name / _MARK.example
        if not name.startswith(".") and mark.is_file():
            yield Housed(name, _name(mark))


def records_of(folder: Path, asked: str) -> Path:
    """Return the records of the organisation asked for.

    Raises:
        UsageError: there is none of this id, or `folder` cannot be listed.
    """
    known = [each.id for each in organisations(folder)]
    if asked in known:
        return folder / asked
    told = f"Hiện có: {', '.join(known[:_SHOWN])}" if known else "Thư mục này chưa có tổ chức nào"
    more = f" và {len(known) - _SHOWN} tổ chức khác" if len(known) > _SHOWN else ""
    message = f"Không có tổ chức “{asked[:ID_LIMIT]}” trong thư mục {folder}. {told}{more}."
    raise UsageError(message)


def _name(mark: Path) -> str:
    """Return the name that the record gives; its faults are for `check` to tell."""
    tree = read(mark.read_bytes(), _MARK.limits).tree or {}
    shaped = shape(Organisation, tree, {"id": "organisation", "path": mark.name})
    return shaped.name if isinstance(shaped, Organisation) else ""

"""Trees of record files for tests, small and whole."""

import shutil
from pathlib import Path
from typing import Final

BASE: Final = Path(__file__).parents[2] / "examples/base/records"

ORGANISATION: Final = """\
name: Tỉnh đoàn
full_name: Ban Chấp hành Tỉnh đoàn
document_issuer: BCH ĐOÀN TỈNH
place: Trà Vinh
demo: true
"""
UNITS: Final = """\
units:
  - id: an-truong-a
    name: Xã An Trường A
    level: commune
  - id: nhi-long
    name: Xã Nhị Long
    level: commune
"""
ACTIVITIES: Final = """\
kinds:
  - id: khao-sat
    label: Khảo sát
    counts: true
    branch_meeting: false
"""
MEMBER: Final = """\
name: Lê Văn Ba
terms:
  - position: Ủy viên
    department: Ban Phong trào
    full_time: true
    from: 2015-01-01
"""


def visit(date: str, unit: str = "an-truong-a", member: str = "le-van-ba", more: str = "") -> str:
    """Return the text of a visit."""
    return (
        f"date: {date}\nunit: {unit}\nkind: khao-sat\nmembers:\n  - {member}\n"
        f"content: Khảo sát.\n{more}"
    )


def put(root: Path, **files: str | bytes) -> None:
    """Write files below the root; `__` stands for a folder's `/`, `_` for `-`, and `.yml` is added."""
    for name, text in files.items():
        write(root, name.replace("__", "/").replace("_", "-") + ".yml", text)


def write(root: Path, inside: str, text: str | bytes) -> Path:
    """Write one file below the root."""
    file = root / inside
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def small(folder: Path) -> Path:
    """Return records of one member and no visit."""
    root = folder / "records"
    put(root, organisation=ORGANISATION, units=UNITS, activities=ACTIVITIES)
    put(root, members__le_van_ba=MEMBER)
    return root


def base(folder: Path) -> Path:
    """Return a copy of the base of the examples."""
    return Path(shutil.copytree(BASE, folder / "records"))

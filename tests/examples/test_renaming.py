"""A record that gets another name leaves no reference to the old one unseen.

Source: research/reliability.md, section 4, row 22.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from generator.build.check import check
from tests.examples.test_examples import HERE

RENAMED: Final = {
    "members/le-van-ba.yml": ("members/le-van-bay.yml", "le-van-ba"),
    "members/tran-thi-tu.yml": ("members/tran-thi-tuu.yml", "tran-thi-tu"),
    "visits/2019/2019-05-20-ap-3.yml": ("visits/2019/2019-05-20-ap-4.yml", "2019-05-20-ap-3"),
    "media/2019/ap-3.jpg": ("media/2019/ap-4.jpg", "2019/ap-3.jpg"),
    "media/2019/nhi-long.png": ("media/2019/nhi-long-2.png", "2019/nhi-long.png"),
}
LISTED: Final = {
    "units.yml": ("29272-an-truong-a", "29302-nhi-long", "844-cang-long", "29275-2025-an-truong"),
    "activities.yml": ("du-sinh-hoat-chi-doan", "kiem-tra-dinh-ky"),
}


def base(folder: Path) -> Path:
    return Path(shutil.copytree(HERE / "base/records", folder / "records"))


def told(records: Path) -> set[tuple[str, int]]:
    """Return the lines at which something is wrong."""
    return {(finding.path, finding.line) for finding in check(records).findings}


def named(records: Path, name: str) -> set[tuple[str, int]]:
    """Return the lines that hold the name, but for attendances, which repeat who is told already."""
    whole = re.compile(rf"(?<![\w/-]){re.escape(name)}(?![\w-])")
    texts = [path for path in sorted(records.rglob("*")) if path.suffix in (".yml", ".md")]
    return {
        (path.relative_to(records.parent).as_posix(), number)
        for path in texts
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if whole.search(line) and not line.startswith("  - member:")
    }


@pytest.mark.parametrize("path", RENAMED)
def test_row_22_every_reference_to_a_renamed_file_is_told(
    path: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    records = base(tmp_path)
    new, name = RENAMED[path]
    left = named(records, name)
    (records / path).rename(records / new)
    assert left
    assert told(records) >= left
    record_property("figure", f"{path}: {len(left)} references, all told")


@pytest.mark.parametrize(
    ("file", "id_"), [(file, each) for file, ids in LISTED.items() for each in ids]
)
def test_row_22_every_reference_to_a_renamed_entry_is_told(
    file: str, id_: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    records = base(tmp_path)
    text = (records / file).read_text(encoding="utf-8")
    (records / file).write_text(text.replace(f"- id: {id_}\n", f"- id: {id_}-moi\n"), "utf-8")
    left = named(records, id_)
    assert left
    assert told(records) == left
    record_property("figure", f"{id_}: {len(left)} references, all told")

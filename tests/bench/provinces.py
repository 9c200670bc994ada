"""Data packages of made-up provinces, seeded, by the program's own tables: 34 of 3,500 visits.

One set of records is read; each province leaves out other visits of it, so that all differ in every
figure and none needs a reading of its own. `python -m tests.bench.provinces FOLDER [COUNT [VISITS]]`.
"""

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from generator.audience import View, project
from generator.build.figures import figures, sound_records
from generator.present.tables.package import data_package
from tests.bench.corpus import make
from tests.bench.measure import ROOT

SEED: Final = 34
COUNT: Final = 34
VISITS: Final = 3_500
AS_OF: Final = date(2023, 4, 15)
MORE: Final = 200
"""How many visits each province leaves out."""

NAMES: Final = (
    "Thành phố Hà Nội", "Thành phố Huế", "Tỉnh Lai Châu", "Tỉnh Điện Biên", "Tỉnh Sơn La",
    "Tỉnh Lạng Sơn", "Tỉnh Quảng Ninh", "Tỉnh Thanh Hóa", "Tỉnh Nghệ An", "Tỉnh Hà Tĩnh",
    "Tỉnh Cao Bằng", "Tỉnh Tuyên Quang", "Tỉnh Lào Cai", "Tỉnh Thái Nguyên", "Tỉnh Phú Thọ",
    "Tỉnh Bắc Ninh", "Tỉnh Hưng Yên", "Thành phố Hải Phòng", "Tỉnh Ninh Bình", "Tỉnh Quảng Trị",
    "Thành phố Đà Nẵng", "Tỉnh Quảng Ngãi", "Tỉnh Gia Lai", "Tỉnh Khánh Hòa", "Tỉnh Lâm Đồng",
    "Tỉnh Đắk Lắk", "Thành phố Hồ Chí Minh", "Tỉnh Đồng Nai", "Tỉnh Tây Ninh",
    "Thành phố Cần Thơ", "Tỉnh Vĩnh Long", "Tỉnh Đồng Tháp", "Tỉnh Cà Mau", "Tỉnh An Giang",
)  # fmt: skip


def make_packages(folder: Path, count: int = COUNT, visits: int = VISITS) -> Path:
    """Write the packages below `folder`, and beside them the list of provinces; return that."""
    lines = ["provinces:"]
    for number, view in enumerate(_views(folder, count, visits), 1):
        for artifact in data_package(view):
            target = folder / f"tinh-{number:02d}" / artifact.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(artifact.content)
        lines += [f"  - id: tinh-{number:02d}", f"    name: {NAMES[number - 1]}"]
        lines.append(f"    package: tinh-{number:02d}/du-lieu/datapackage.json")
    listed = folder / "provinces.yml"
    listed.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return listed


def _views(folder: Path, count: int, visits: int) -> Iterator[View]:
    records = sound_records(make(folder / "whole", ROOT / "records", visits + MORE).records)
    dice = random.Random(SEED)  # noqa: S311
    for _ in range(count):
        kept = sorted(dice.sample(sorted(records.visits), visits))
        own = replace(records, visits={each: records.visits[each] for each in kept})
        yield project(own, figures(own, AS_OF, AS_OF), "public")


if __name__ == "__main__":
    where, *numbers = sys.argv[1:]
    print(make_packages(Path(where), *map(int, numbers)))

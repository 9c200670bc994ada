"""The same records give the same bytes, on whatever machine they are built.

Source: research/reliability.md, section 4, row 39; issue *Trust*, done when, 4.
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.building.machines import MACHINES, built, different
from tests.building.workshop import ROOT, fingerprint

Figure = Callable[[str, object], None]
RECORDS: Final = ROOT / "tests/examples/base/records"
FRAME: Final = ROOT / "generator/submit/templates/init"
AUDIENCES: Final = ("public", "internal")
UNPACKED: Final = {".gz", ".docx", ".xlsx", ".ics", ".xml", ".json", ".csv", ".html", ".js"}
"""The kinds of files that must be among those compared."""


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
def test_row_39_other_machines_build_the_same_bytes(
    audience: str, tmp_path: Path, record_property: Figure
) -> None:
    sites = []
    for seed, (name, machine) in enumerate(MACHINES.items()):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        shutil.copytree(RECORDS, folder / "records")
        shutil.copytree(FRAME / "docs", folder / "docs")
        shutil.copy(FRAME / "mkdocs.yml", folder)
        built(folder, folder / "site", audience, machine, seed)
        sites.append(fingerprint(folder / "site"))
    assert different(sites) == []
    assert {Path(name).suffix for name in sites[0]} >= UNPACKED
    record_property("figure", f"{audience}: {len(sites)} builds × {len(sites[0])} files, equal")

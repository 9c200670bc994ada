"""Small data packages, written by hand as a province's site would publish them."""

import csv
import io
import json
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.audience import project
from generator.build.figures import figures, sound_records
from generator.present.tables.package import data_package
from tests.commands import ROOT

DESCRIPTION = "du-lieu/datapackage.json"


def publish_samples(folder: Path, **organisation: Any) -> Path:
    """Publish the package of the sample records, by the program itself; return its description."""
    records = sound_records(ROOT / "records")
    assert records.organisation is not None
    as_of = records.organisation.as_of
    assert as_of is not None
    view = project(records, figures(records, as_of, as_of), organisation.get("audience", "public"))
    for artifact in data_package(view):
        target = folder / artifact.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(artifact.content)
    return folder / DESCRIPTION


def copied(description: Path, folder: Path) -> Path:
    """Copy a package into a folder of its own, to be changed there; return its description."""
    own = folder / "own" / description.name
    shutil.copytree(description.parent, own.parent)
    return own


def rows(description: Path, table: str) -> list[dict[str, str]]:
    """Return the rows of a table as text, by Python's own reader."""
    text = (description.parent / f"{table}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def rewrite(description: Path, table: str, changed: list[dict[str, str]]) -> None:
    """Write other rows into a table, and describe the file as it now is."""
    target = description.parent / f"{table}.csv"
    columns = target.read_text(encoding="utf-8").splitlines()[0].split(",")
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    writer.writerows(changed)
    put(description, table, text.getvalue().encode())


def put(description: Path, table: str, data: bytes) -> None:
    """Put bytes in place of a table, and describe the file as it now is."""
    (description.parent / f"{table}.csv").write_bytes(data)
    told = {"bytes": len(data), "hash": f"sha256:{sha256(data).hexdigest()}"}
    describe(description, **{table: told})


def describe(
    description: Path, *, package: Mapping[str, Any] | None = None, **tables: Mapping[str, Any]
) -> None:
    """Change what the description says: of the package, and of tables; None takes a key away."""
    described = json.loads(description.read_text(encoding="utf-8"))
    _change(described, package or {})
    for resource in described["resources"]:
        _change(resource, tables.get(resource["name"].replace("-", "_"), {}))
        _change(resource, tables.get(resource["name"], {}))
    description.write_text(json.dumps(described, ensure_ascii=False), encoding="utf-8")


def _change(held: dict[str, Any], changes: Mapping[str, Any]) -> None:
    for key, value in changes.items():
        if value is None:
            held.pop(key, None)
        else:
            held[key] = value


def listed(folder: Path, **packages: object) -> Path:
    """Write the list of provinces: `tinh_a=LOCATION`; the name is the id in words."""
    lines = ["provinces:"]
    for name, location in packages.items():
        id_ = name.replace("_", "-")
        lines += [f"  - id: {id_}", f"    name: Tỉnh {id_}", f"    package: {location}"]
    file = folder / "provinces.yml"
    file.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return file

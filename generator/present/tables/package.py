"""The data package: the tables as CSV, and a description of each by the Frictionless standard.

Source: design, section 4 (`/du-lieu/datapackage.json`); Data Package and Table Schema; decision
0009.
"""

import json
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from typing import Any, Final

from generator.audience import View
from generator.domain.visit import FEWEST_TOLD
from generator.present import addresses
from generator.present.makings import Makings
from generator.present.page import Artifact, LateArtifact
from generator.present.tables.csv_text import csv_bytes
from generator.present.tables.issues import ISSUES
from generator.present.tables.members import MEMBER_YEARS, MEMBERS
from generator.present.tables.table import SEPARATOR, Column, Reference, Table, notice
from generator.present.tables.units import UNITS
from generator.present.tables.visits import VISITS
from generator.present.wording import day

TABLES: Final[tuple[Table[Any], ...]] = (MEMBERS, MEMBER_YEARS, VISITS, ISSUES, UNITS)

VERSION: Final = "1.0.0"
"""Of the tables' columns and of the summary's JSON: see *Phiên bản* on the page of the data."""

LICENCE: Final = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Ghi công 4.0 Quốc tế",
    "path": "https://creativecommons.org/licenses/by/4.0/deed.vi",
}
"""What others may do with what is published; nothing internal has one."""


def data_package(view: View) -> Iterator[Artifact]:
    """Yield the tables, and the description by which programs read them.

    A table is made when it is written; the description, which comes after them, keeps what it
    tells of each.
    """
    written, makings = _Written(view), Makings(view)
    for table in TABLES:
        content, path = partial(written.content, table), addresses.table(table.name)
        yield LateArtifact(content, path, makings.everything(path))
    described = partial(_described, view, written)
    yield LateArtifact(described, addresses.PACKAGE, makings.everything(addresses.PACKAGE))


class _Written:
    """Writes tables, and remembers size and hash of each."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._told: dict[str, dict[str, Any]] = {}

    def content(self, table: Table[Any]) -> bytes:
        """Return the table as CSV."""
        content = csv_bytes(table.grid(self._view))
        hashed = f"sha256:{sha256(content).hexdigest()}"
        self._told[table.name] = {"bytes": len(content), "hash": hashed}
        return content

    def told(self, table: Table[Any]) -> dict[str, Any]:
        """Return `bytes` and `hash`; by the hash a reader sees that it got this very file."""
        if table.name not in self._told:
            self.content(table)
        return self._told[table.name]


def _described(view: View, written: _Written) -> bytes:
    return (json.dumps(_package(view, written), ensure_ascii=False, indent=2) + "\n").encode()


def _package(view: View, written: _Written) -> dict[str, Any]:
    organisation = view.records.organisation
    whose = organisation.name if organisation else ""
    marked = notice(view)
    website = organisation.website if organisation else None
    source = {"title": organisation.full_name if organisation else "Sổ đi công tác cơ sở"}
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "di-cong-tac-co-so",
        "title": " · ".join(each for each in ("Đi công tác cơ sở", whose, marked) if each),
        "description": " ".join(_about(view)),
        "version": VERSION,
        # Not of the standard, which lets a package say more: the day counted, for programs.
        "as_of": view.results.as_of.isoformat(),
        "keywords": ["đi công tác cơ sở", "chủ trương 1+2", "Đoàn TNCS Hồ Chí Minh"],
        "sources": [{**source, "path": website.url} if website else source],
    }
    if not view.internal:
        package["licenses"] = [LICENCE]
    package["resources"] = [_resource(table, view, written) for table in TABLES]
    return package


def _about(view: View) -> Iterator[str]:
    yield f"Số liệu tính đến ngày {day(view.results.as_of)}."
    if not view.internal:
        yield f"Số người dự một chuyến đi mà dưới {FEWEST_TOLD} người thì để trống."


def _resource(table: Table[Any], view: View, written: _Written) -> dict[str, Any]:
    """Return what is told of a table."""
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **written.told(table),
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "header": True},
        "schema": {
            "fields": [_field(column, table) for column in table.shown(view.audience)],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign_key(each) for each in table.references],
        },
    }


def _field(column: Column[Any], table: Table[Any]) -> dict[str, Any]:
    words = f"{SEPARATOR} ".join(f"{word}: {label}" for word, label in column.choices.items())
    described = f"{column.description} {words}." if words else column.description
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if table.key == (column.name,):
        constraints["unique"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    if column.type in ("integer", "number"):
        constraints["minimum"] = 0
    field = {"name": column.name, "type": column.type, "title": column.title}
    field["description"] = described.strip()
    return {**field, "constraints": constraints} if constraints else field


def _foreign_key(reference: Reference) -> dict[str, Any]:
    return {
        "fields": [reference.column],
        "reference": {"resource": reference.table, "fields": [reference.key]},
    }

"""The data package: the tables as CSV, and a description of each by the Frictionless standard.

Source: design, section 4 (`/du-lieu/datapackage.json`); Data Package and Table Schema; decision
0009.
"""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from generator.audience import View
from generator.domain.visit import FEWEST_TOLD
from generator.present import addresses
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
    """Yield the tables, and the description by which programs read them."""
    for table in TABLES:
        yield LateArtifact(partial(_csv, table, view), addresses.table(table.name))
    described = json.dumps(_package(view), ensure_ascii=False, indent=2) + "\n"
    yield Artifact(addresses.PACKAGE, described.encode())


def _csv(table: Table[Any], view: View) -> bytes:
    return csv_bytes(table.grid(view))


def _package(view: View) -> dict[str, Any]:
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
        "keywords": ["đi công tác cơ sở", "chủ trương 1+2", "Đoàn TNCS Hồ Chí Minh"],
        "sources": [{**source, "path": website.url} if website else source],
    }
    if not view.internal:
        package["licenses"] = [LICENCE]
    package["resources"] = [_resource(table, view) for table in TABLES]
    return package


def _about(view: View) -> Iterator[str]:
    yield f"Số liệu tính đến ngày {day(view.results.as_of)}."
    if not view.internal:
        yield f"Số người dự một chuyến đi mà dưới {FEWEST_TOLD} người thì để trống."


def _resource(table: Table[Any], view: View) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
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

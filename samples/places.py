"""The areas of Trà Vinh, read from the table of facts beside this module."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from samples.record import Record, present
from samples.slugs import area_slug, slug

TABLE = Path(__file__).with_name("tra-vinh-units.csv")
PROVINCE = "84-tra-vinh"
NEW_PROVINCE = "86-2025-vinh-long"
MERGED = date(2025, 7, 1)
LAST_DAY = date(2025, 6, 30)


@dataclass(frozen=True, kw_only=True)
class Place:
    """A unit as the records name it."""

    id: str
    name: str
    level: str
    code: str = ""
    type: str = ""
    parent: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[str, ...] = field(default=())

    def record(self) -> Record:
        """The keys in the order of the contract; what is not known is left out."""
        return present(
            {
                "id": self.id,
                "code": self.code,
                "name": self.name,
                "level": self.level,
                "type": self.type,
                "parent": self.parent,
                "valid_from": self.valid_from,
                "valid_to": self.valid_to,
                "successors": list(self.successors),
            }
        )


def _rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def area_id(code: str, name: str) -> str:
    """`<code>-<slug>`; the name's own word for the area stays out of the slug."""
    return f"{code}-{area_slug(name)}"


def new_area_id(code: str, name: str) -> str:
    """Codes were reused in July 2025, so the year stands in the id."""
    return f"{code}-2025-{slug(name.removeprefix('Xã ').removeprefix('Phường '))}"


def provinces() -> list[Place]:
    """Trà Vinh, and Vĩnh Long as it has been since the merger."""
    return [
        Place(
            id=PROVINCE,
            code="84",
            name="Tỉnh Trà Vinh",
            level="province",
            valid_to=LAST_DAY,
            successors=(NEW_PROVINCE,),
        ),
        Place(
            id=NEW_PROVINCE,
            code="86",
            name="Tỉnh Vĩnh Long",
            level="province",
            valid_from=MERGED,
        ),
    ]


def districts() -> list[Place]:
    """The nine districts; they were abolished and have no successor."""
    return [
        Place(
            id=area_id(row["code"], row["name"]),
            code=row["code"],
            name=row["name"],
            level="district",
            parent=PROVINCE,
            valid_to=date.fromisoformat(row["valid_to"]),
        )
        for row in _rows()
        if row["level"] == "district"
    ]


def communes() -> list[Place]:
    """The 106 communes, each with the unit that took it over."""
    parents = {district.code: district.id for district in districts()}
    names = {row["code"]: row["name"] for row in _rows()}
    found = []
    for row in _rows():
        if row["level"] != "commune":
            continue
        ended = date.fromisoformat(row["valid_to"])
        heir = (row["successor_code"], row["successor_name"])
        # The wards that ended before the merger went into a unit that already existed.
        earlier = ended < LAST_DAY and names[heir[0]] == heir[1]
        found.append(
            Place(
                id=area_id(row["code"], row["name"]),
                code=row["code"],
                name=row["name"],
                level="commune",
                parent=parents[row["parent_code"]],
                valid_to=ended,
                successors=(area_id(*heir) if earlier else new_area_id(*heir),),
            )
        )
    return found


def successors() -> list[Place]:
    """The communes and wards of Vĩnh Long that took over those of Trà Vinh, by code."""
    heirs = {
        (row["successor_code"], row["successor_name"])
        for row in _rows()
        if row["level"] == "commune" and date.fromisoformat(row["valid_to"]) == LAST_DAY
    }
    return [
        Place(
            id=new_area_id(code, name),
            code=code,
            name=name,
            level="commune",
            parent=NEW_PROVINCE,
            valid_from=MERGED,
        )
        for code, name in sorted(heirs)
    ]

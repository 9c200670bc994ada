"""Records from keyword arguments, for tests: `records(member("an"), visit("2019-03-05"), policy())`.

Values are written as records write them, or typed; what a case leaves out is as plain as can be.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import yaml

from generator.domain.activity import Activities, Kind
from generator.domain.fields import Record, Shape, written_fields
from generator.domain.member import Member
from generator.domain.organisation import Organisation
from generator.domain.period import Period
from generator.domain.plan import Plan
from generator.domain.policy import Policy
from generator.domain.records import Records
from generator.domain.unit import Unit, UnitList
from generator.domain.visit import Visit

Days = str | date


def _present(**keys: Any) -> dict[str, Any]:
    return {key: value for key, value in keys.items() if value is not None}


def day(written: Days) -> date:
    """Return the day written `2019-03-05`."""
    return date.fromisoformat(written) if isinstance(written, str) else written


def term(
    from_: Days = "2015-01-01", to: Days | None = None, *, full_time: bool = True
) -> dict[str, Any]:
    """Return a term as it is written; full-time and open-ended."""
    return _present(
        position="Ủy viên BCH chuyên trách",
        department="Ban Phong trào",
        full_time=full_time,
        to=to,
        **{"from": from_},
    )


def part_time(from_: Days = "2015-01-01", to: Days | None = None) -> dict[str, Any]:
    """Return a term that credits nothing."""
    return term(from_, to, full_time=False)


def leave(from_: Days, to: Days) -> dict[str, Any]:
    """Return a leave as it is written."""
    return {"from": from_, "to": to}


def member(id_: str, *terms: Mapping[str, Any], **keys: Any) -> Member:
    """Return a member; without terms, in a full-time one since 2015."""
    return Member.model_validate(
        {"id": id_, "path": f"records/members/{id_}.yml", "name": f"Lê Văn {id_.title()}"}
        | {"terms": terms or (term(),)}
        | keys
    )


def visit(date_: Days, slug: str = "ap-3", **keys: Any) -> Visit:
    """Return a visit of `an` to the commune `an-truong`: a survey, written down on its last day."""
    first, last = day(date_), day(keys.get("end_date") or date_)
    id_ = f"{first}-{slug}"
    plain = {
        "id": id_,
        "path": f"records/visits/{first.year}/{id_}.yml",
        "date": first,
        "unit": "an-truong",
        "kind": "survey",
        "members": ["an"],
        "content": "Làm việc với Đoàn xã.",
        "recorded_on": last,
    }
    return Visit.model_validate(_present(**plain | keys))


def rule(value: Any, provenance: str = "confirmed") -> dict[str, Any]:
    """Return a rule as it is written."""
    return {"value": value, "provenance": provenance, "source": "Theo kế hoạch."}


BASIS: Final = {
    "number": "53-KH/TĐTN-TC-KT",
    "date": "2018-04-26",
    "issuer": "Ban Thường vụ Tỉnh đoàn",
    "title": "Về việc đi công tác cơ sở",
    "governs": "Việc đi công tác cơ sở",
}


def policy(from_: Days = "2015-01-01", to: Days | None = None, **rules: Any) -> Policy:
    """Return a policy with the rules of the samples, but for those given; None leaves one out."""
    values = {
        "annual_days": 60,
        "day_unit": "calendar_date",
        "proration": "calendar_days",
        "report_form": "record",
        "report_deadline_days": 10,
        "mean_rounding": 1,
    } | rules
    id_ = f"chu-truong-{day(from_).year}"
    written: dict[str, Any] = {
        "id": id_,
        "path": f"records/policies/{id_}.yml",
        "title": "Chủ trương 1+2",
        "from": from_,
        "to": to,
        "basis": [BASIS],
        "rules": {name: rule(value) for name, value in values.items() if value is not None},
    }
    return Policy.model_validate(_present(**written))


def item(id_: str, month: int, **keys: Any) -> dict[str, Any]:
    """Return a plan item as it is written: a survey of one day, anywhere."""
    return _present(**{"id": id_, "month": month, "kind": "survey", "days": "1"} | keys)


def plan(year: int, member_: str, *items: Mapping[str, Any], **keys: Any) -> Plan:
    """Return a member's plan of a year."""
    id_ = f"{year}/{member_}"
    written = {"id": id_, "path": f"records/plans/{id_}.yml", "member": member_, "year": year}
    return Plan.model_validate(written | {"items": items} | keys)


def unit(id_: str, parent: str | None = None, level: str = "commune", **keys: Any) -> Unit:
    """Return a unit, a commune."""
    plain = {"id": id_, "name": id_.title(), "level": level, "parent": parent}
    return Unit.model_validate(_present(**plain | keys))


def kind(id_: str, *, counts: bool = True, branch_meeting: bool = False) -> Kind:
    """Return a kind of visit, one that counts."""
    plain = {"id": id_, "label": id_.title(), "counts": counts, "branch_meeting": branch_meeting}
    return Kind.model_validate(plain)


UNITS: Final = (
    unit("tra-vinh", level="province"),
    unit("cang-long", "tra-vinh", level="district"),
    unit("an-truong", "cang-long"),
    unit("an-truong-a", "cang-long"),
    unit("ap-3", "an-truong", level="branch"),
    unit("tra-cu", "tra-vinh", level="district"),
    unit("ham-giang", "tra-cu"),
)
KINDS: Final = (
    kind("survey"),
    kind("inspection"),
    kind("meeting", branch_meeting=True),
    kind("office", counts=False),
    kind("rehearsal", counts=False, branch_meeting=True),
)


def organisation(**keys: Any) -> Organisation:
    """Return an organisation, of sample data."""
    plain = {
        "id": "organisation",
        "path": "records/organisation.yml",
        "name": "Tỉnh đoàn",
        "full_name": "Ban Chấp hành Tỉnh đoàn",
        "document_issuer": "BCH ĐOÀN TỈNH",
        "place": "Trà Vinh",
        "demo": True,
    }
    return Organisation.model_validate(plain | keys)


def records(*parts: Record | Shape) -> Records:
    """Return the records that consist of these parts, of whatever kinds.

    Without a unit there are those of `UNITS`, without a kind those of `KINDS`.
    """
    units = tuple(part for part in parts if isinstance(part, Unit)) or UNITS
    kinds = tuple(part for part in parts if isinstance(part, Kind)) or KINDS
    named = [part for part in parts if isinstance(part, Organisation)]
    files = {
        folder: {part.id: part for part in parts if isinstance(part, shape)}
        for folder, shape in _FOLDERS.items()
    }
    return Records(
        organisation=named[0] if named else organisation(),
        unit_list=UnitList(id="units", path="records/units.yml", units=units),
        activities=Activities(id="activities", path="records/activities.yml", kinds=kinds),
        known={folder: frozenset(ids) for folder, ids in files.items()},
        **files,
    )


def write(parts: Records, root: Path) -> Path:
    """Write the records below `root` as files, and return `root`."""
    singles = (parts.organisation, parts.unit_list, parts.activities)
    many = (getattr(parts, folder).values() for folder in _FOLDERS)
    for record in (*(one for one in singles if one), *(one for held in many for one in held)):
        file = root / record.path.partition("/")[2]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.safe_dump(_written(record), allow_unicode=True), encoding="utf-8")
    return root


_FOLDERS: Final[Mapping[str, Any]] = {
    "members": Member,
    "policies": Policy,
    "plans": Plan,
    "visits": Visit,
}


def _written(value: Any) -> Any:
    if isinstance(value, Shape):
        held = ((field.alias or name, getattr(value, name)) for name, field in _fields(value))
        return {key: _written(each) for key, each in held if each not in (None, ())}
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    return str(value) if isinstance(value, Decimal | Period) else value


def _fields(value: Shape) -> Iterable[tuple[str, Any]]:
    return written_fields(type(value))

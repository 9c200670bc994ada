"""The form at `/gui-chuyen-di/`: its page, and what a browser must know to ask for a visit.

Titles, help and limits are not repeated here: they travel in the schemas that `congtac schema`
derives for the browser's part. Source: issue *Submission*, Door 1; design, section 4.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from pydantic import BaseModel

from generator.audience import View
from generator.domain.fields import Referent, label_of
from generator.domain.organisation import FORGES, Organisation
from generator.domain.plain_schema import Schema
from generator.domain.plan import PlanItem
from generator.domain.records import Records
from generator.domain.scalars import id_like
from generator.domain.visit import LONGEST_VISIT_DAYS, Issue, Photo, Visit
from generator.present import addresses
from generator.present.names import Names
from generator.present.page import Artifact, Heading, Page
from generator.present.tables.table import notice
from generator.present.templating import render
from generator.submit.adopt import plain_name
from generator.submit.asking import MORE_TITLE, asked_schema, asking_of, asks_internal
from generator.submit.choices import Choice, choices

TITLE: Final = "Gửi chuyến đi"
VERSION: Final = 1
# A visit is written up soon after it; older ones come in a workbook. A page may also lie a while
# before it is built anew, so what begins within a year is there too.
REACH: Final = timedelta(days=366)

_WAYS: Final = Heading("cach-gui", "Cách nào dành cho ai")
_ITEMS: Final[dict[str, type[BaseModel]]] = {"issues": Issue, "photos": Photo}


def form_page(view: View) -> Page:
    """Return the page: where the form opens, and every way to send a visit in plain words."""
    organisation = view.records.organisation
    repository = organisation.repository if organisation else None
    told = asked_schema(Visit, internal=asks_internal(organisation))["properties"]
    body = render(
        "submit.html",
        addresses.SUBMIT,
        {
            "title": TITLE,
            "ways": _WAYS,
            "forge": FORGES[repository.forge] if repository else "",
            "labels": [label_of(Visit, key) for key in asking_of(Visit).first if key in told],
        },
    )
    return Page(
        addresses.SUBMIT,
        TITLE,
        body,
        description="Ghi lại một chuyến đi cơ sở trên điện thoại, kể cả khi mất mạng.",
        search="Gửi chuyến đi, ghi chuyến đi, báo cáo chuyến đi, biểu mẫu",
        headings=(_WAYS,),
        meta={"offline": {"worker": addresses.WORKER, "files": [addresses.FORM]}},
    )


def form_data(view: View) -> Artifact:
    """Return what the form offers: which keys when, and the choices by name, as of this build."""
    organisation = view.records.organisation
    known: dict[str, Any] = {
        "version": VERSION,
        "organisation": organisation.name if organisation else "",
        "demo": bool(organisation and organisation.demo),
        "notice": notice(view),
        "internal": asks_internal(organisation),
        "today": _iso(organisation.as_of if organisation else None),
        "repository": _repository(organisation),
        "more": MORE_TITLE,
        "longest": LONGEST_VISIT_DAYS,
        "asking": dict(_asking(internal=asks_internal(organisation))),
        "choices": _choices(view),
    }
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":")) + "\n"
    return Artifact(addresses.FORM, text.encode())


def _repository(organisation: Organisation | None) -> dict[str, str] | None:
    repository = organisation.repository if organisation else None
    if repository is None:
        return None
    return {
        "forge": repository.forge,
        "name": FORGES[repository.forge],
        "url": repository.url,
        "branch": repository.branch,
    }


def _asking(*, internal: bool) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Yield when each key is asked, of a visit and of each thing that it lists."""
    schema = asked_schema(Visit, internal=internal)
    parts: dict[str, tuple[type[BaseModel], Schema]] = {"visit": (Visit, schema)}
    for key, model in _ITEMS.items():
        if key in schema["properties"]:
            parts[key] = (model, schema["properties"][key]["items"])
    for name, (model, told) in parts.items():
        asking = asking_of(model)
        yield (
            name,
            {
                "first": [key for key in asking.first if key in told["properties"]],
                "more": [key for key in asking.more if key in told["properties"]],
            },
        )


def _choices(view: View) -> dict[str, list[dict[str, str]]]:
    """Return the choices that a visit of this time can have; public ones are all public."""
    day = view.results.as_of
    offered = choices(view.records)
    told = {
        str(kind): [_told(kind, each) for each in known if _near(each, day)]
        for kind, known in offered.items()
    }
    return told | {"plan_items": list(_plan_items(view))}


def _near(choice: Choice, day: date) -> bool:
    return (choice.begins is None or choice.begins <= day + REACH) and (
        choice.ends is None or choice.ends >= day - REACH
    )


def _told(kind: Referent, choice: Choice) -> dict[str, str]:
    """Return a choice without what it has not; a unit also with its part of a file's name."""
    told = {
        "id": choice.id,
        "name": choice.name,
        "label": choice.label if choice.label != choice.name else "",
        "note": choice.note,
        "slug": id_like(plain_name(choice.name)) if kind == "units" else "",
        "begins": _iso(choice.begins),
        "ends": _iso(choice.ends),
    }
    return {key: value for key, value in told.items() if value}


def _plan_items(view: View) -> Iterator[dict[str, str]]:
    """Yield the planned visits that the audience knows."""
    for member, item in planned_choices(view.records, view.results.as_of):
        yield {
            "id": item.id,
            "name": item.name,
            "member": member,
            "begins": _iso(item.begins),
        }


def planned_choices(records: Records, day: date) -> Iterator[tuple[str, Choice]]:
    """Yield the planned visits of the years around a day, each with the member who planned it."""
    names = Names(records)
    for key, plan in records.plans.items():
        if abs(plan.year - day.year) <= 1:
            for item in plan.items:
                if not item.cancelled:
                    name = _planned(item, names)
                    begins = date(plan.year, item.month, 1)
                    yield plan.member, Choice(f"{key}/{item.id}", name, name, begins=begins)


def _planned(item: PlanItem, names: Names) -> str:
    parts = (f"Tháng {item.month}", names.kind(item.kind))
    return ": ".join(parts) + (f", {names.place(item.unit)}" if item.unit else "")


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""

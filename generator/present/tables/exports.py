"""A subject as CSV and as JSON, from the tables; each form is a function of view and subject.

Source: design, section 3, `export`.
"""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from generator.audience import View
from generator.present.subject import PlanSubject, Subject, VisitSubject
from generator.present.summary import member_document, period_document, plain
from generator.present.tables.csv_text import csv_bytes
from generator.present.tables.issues import ISSUES
from generator.present.tables.plan_items import PLAN_ITEMS
from generator.present.tables.selection import main_table, selected
from generator.present.tables.table import NOTICE, Cell, Table, notice
from generator.present.tables.visits import VISITS


def csv_export(view: View, subject: Subject) -> bytes:
    """Return the table that tells most of the subject."""
    return csv_bytes(selected(main_table(subject), view, subject))


def json_export(view: View, subject: Subject) -> bytes:
    """Return the subject as JSON: days as strings, as everywhere in the contract's JSON."""
    document = {"notice": notice(view), **_document(view, subject)}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _document(view: View, subject: Subject) -> dict[str, Any]:
    as_of = view.results.as_of
    if isinstance(subject, VisitSubject):
        (visit,) = _objects(VISITS, view, subject)
        issues = _objects(ISSUES, view, subject)
        return {"as_of": as_of.isoformat(), "visit": visit, "issues": issues}
    if isinstance(subject, PlanSubject):
        items = _objects(PLAN_ITEMS, view, subject)
        return {"as_of": as_of.isoformat(), "year": subject.year, "items": items}
    _, figures = view.results.figures_of(subject.period)
    if subject.member is None:
        return period_document(figures, as_of)
    (member,) = (each for each in figures.members if each.id == subject.member)
    return {
        "as_of": as_of.isoformat(),
        "period": figures.period,
        "member": member_document(member),
        "visits": _objects(VISITS, view, subject),
        "issues": _objects(ISSUES, view, subject),
    }


def _objects(table: Table[Any], view: View, subject: Subject) -> list[dict[str, Any]]:
    """Return the rows as objects; the notice stands once, around them."""
    grid = selected(table, view, subject)
    return [
        {name: _json(cell) for name, cell in row.items() if name != NOTICE.name}
        for row in grid.objects
    ]


def _json(cell: Cell) -> str | int | bool | tuple[str, ...] | None:
    if isinstance(cell, Decimal):
        return plain(cell)
    return cell.isoformat() if isinstance(cell, date) else cell

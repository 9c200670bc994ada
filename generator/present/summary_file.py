"""The published summary, and the JSON Schema that says what it holds.

Source: design, section 3 (the JSON of `summary`) and section 4 (`/du-lieu/v1/…`); decision 0009.
"""

import json
from collections.abc import Iterator
from typing import Any, Final

from generator.audience import View
from generator.compliance.figures import PeriodResult
from generator.compliance.results import Results
from generator.compliance.target import STATUSES
from generator.compliance.timeliness import ReportCounts
from generator.compliance.year import MemberYear, YearResult
from generator.domain.fields import Shape
from generator.domain.scalars import DAY_PATTERN, ID_PATTERN
from generator.present import addresses
from generator.present.page import Artifact
from generator.present.summary import summary_document
from generator.present.tables.package import VERSION
from generator.present.tables.table import NOTICE, notice

Schema = dict[str, Any]

DAYS_PATTERN: Final = r"^(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$"
MEAN_PATTERN: Final = r"^(0|[1-9][0-9]*)(\.[0-9]+)?$"
COUNT_PATTERN: Final = r"^(0|[1-9][0-9]*)$"
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}


def summary_files(view: View) -> Iterator[Artifact]:
    """Yield the summary of what the audience may see, and its schema.

    The command's own JSON has no mark; a file that is passed on has one: the key `notice`.
    """
    document = {"notice": notice(view), **summary_document(view.results, view.results.years)}
    yield _json(addresses.SUMMARY, document)
    yield _json(addresses.SUMMARY_SCHEMA, summary_schema())


def summary_schema() -> Schema:
    """Return the schema of the summary, for every audience: what is not told of is null."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Kết quả đi công tác cơ sở theo năm",
        "description": "Số ngày là chuỗi chữ số với dấu chấm thập phân, để không lệch khi đọc; số "
        f"lượng là số nguyên. Phiên bản {VERSION}.",
        **_object(
            {
                NOTICE.name: {
                    "type": ["string", "null"],
                    "title": NOTICE.title,
                    "description": NOTICE.description,
                },
                "as_of": _told(
                    Results, "as_of", {"type": "string", "format": "date", "pattern": DAY_PATTERN}
                ),
                "years": _told(Results, "years", _list(_year())),
            },
            optional=(NOTICE.name,),
        ),
    }


def _year() -> Schema:
    return _object(
        {
            "year": _told(YearResult, "year", {"type": "integer", "minimum": 1}),
            "population": _told(PeriodResult, "population", _COUNT),
            "total_days": _told(PeriodResult, "total_days", _text(DAYS_PATTERN)),
            "mean_days": _told(PeriodResult, "mean_days", _text(MEAN_PATTERN, null=True)),
            "median_days": _told(PeriodResult, "median_days", _text(MEAN_PATTERN, null=True)),
            "min_days": _told(PeriodResult, "min_days", _text(DAYS_PATTERN, null=True)),
            "reached": _told(YearResult, "reached", {**_COUNT, "type": ["integer", "null"]}),
            "members": _told(YearResult, "members", _list(_member())),
        }
    )


def _member() -> Schema:
    return _object(
        {
            "id": _told(MemberYear, "id", _text(ID_PATTERN)),
            "name": _told(MemberYear, "name", {"type": "string", "minLength": 1}),
            "days": _told(MemberYear, "days", _text(DAYS_PATTERN)),
            "target": _told(MemberYear, "target", _text(COUNT_PATTERN, null=True)),
            "status": _told(
                MemberYear,
                "status",
                {
                    "oneOf": [
                        *({"const": word, "title": label} for word, label in STATUSES.items()),
                        {"type": "null"},
                    ]
                },
            ),
            "branch_meetings": _told(MemberYear, "branch_meetings", _COUNT),
            "reports": _told(MemberYear, "reports", {"oneOf": [_reports(), {"type": "null"}]}),
        }
    )


def _reports() -> Schema:
    return _object({name: _told(ReportCounts, name, _COUNT) for name in ReportCounts.model_fields})


def _told(model: type[Shape], name: str, schema: Schema) -> Schema:
    """Return the schema under the words that the model has for the field."""
    field = model.model_fields[name]
    words = {"title": field.title, "description": field.description}
    return {**{key: word for key, word in words.items() if word}, **schema}


def _object(properties: Schema, optional: tuple[str, ...] = ()) -> Schema:
    required = [name for name in properties if name not in optional]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": properties,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _text(pattern: str, *, null: bool = False) -> Schema:
    return {"type": ["string", "null"] if null else "string", "pattern": pattern}


def _json(path: str, document: Schema) -> Artifact:
    return Artifact(path, (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode())

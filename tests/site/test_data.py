"""The files for programs, read by what others wrote to read them; the same bytes each time.

Source: issue *Site*; design, section 4 (`/du-lieu/`); decision 0009.
"""

import csv
import json
import os
import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from jsonschema.exceptions import ValidationError  # type: ignore[import-untyped]

from generator.build.prepare import prepare
from tests.acceptance.test_samples_summary import RECORDS, load
from tests.site.conftest import ROOT

INTERNAL = {
    "members": set(),
    "member-years": {
        "expected_days", "reports_on_time", "reports_late", "reports_missing", "reports_not_due",
    },
    "visits": {
        "recorded_on", "report_made", "report_due", "report_status", "report_number",
        "report_addressee", "assignment_number", "assignment_date", "note", "assessment",
    },
    "issues": {"id", "days_overdue", "public_text", "outcome"},
    "units": set(),
}  # fmt: skip
"""What only the office reads, by table; written by hand, so that a slip of a model shows."""

KINDS = (
    "activities", "articles", "members", "organisation", "plans", "policies", "summary", "units",
    "visits",
)  # fmt: skip

PRINT_HASHES = """
import json, sys
from pathlib import Path
from tests.site.test_data import hashes
print(json.dumps(hashes(Path(sys.argv[1]))))
"""


@pytest.fixture(params=["public", "internal"])
def site(request: pytest.FixtureRequest) -> Path:
    """Each of the two sites."""
    built: Path = request.getfixturevalue(f"{request.param}_site")
    return built


def test_frictionless_finds_the_package_sound(site: Path) -> None:
    report = Package(str(site / "du-lieu/datapackage.json")).validate()
    assert report.flatten(["type", "message"]) == []
    assert {task.name for task in report.tasks} == set(INTERNAL)
    assert all(task.stats["rows"] for task in report.tasks)


def test_the_public_tables_are_the_internal_ones_without_what_is_internal(
    public_site: Path, internal_site: Path
) -> None:
    public, internal = columns(public_site), columns(internal_site)
    assert {table: set(internal[table]) - set(public[table]) for table in internal} == INTERNAL
    for table, names in public.items():
        assert names == [name for name in internal[table] if name not in INTERNAL[table]]


def test_nothing_written_for_the_office_is_in_a_public_file_for_programs(
    public_site: Path, internal_site: Path
) -> None:
    """Notes and assessments of the plain records all stand in the internal tables."""
    visits = [load(path) for path in (RECORDS / "visits").glob("*/*.yml")]
    own = [
        visit["internal"] for visit in visits if "internal" in visit and "withdrawn" not in visit
    ]
    written = {part[key] for part in own for key in ("note", "assessment") if key in part}
    told, secret = _texts(public_site), _texts(internal_site)
    assert len(written) > 10
    assert {words for words in written if words not in secret} == set()
    assert {words for words in written if words in told} == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_schema_is_one(site: Path, kind: str) -> None:
    Draft202012Validator.check_schema(schema(site, kind))


def test_each_schema_published_is_looked_at(site: Path) -> None:
    folder = site / "du-lieu/v1/schema"
    assert sorted(path.name for path in folder.iterdir()) == [f"{kind}.json" for kind in KINDS]


def test_the_summary_is_as_its_schema_says(site: Path) -> None:
    faults = Draft202012Validator(schema(site, "summary")).iter_errors(summary(site))
    assert [each.message for each in faults] == []


@pytest.mark.parametrize("wrong", [785, None, "785,0", "nhiều"])
def test_the_schema_refuses_days_that_are_not_a_decimal_in_a_string(
    public_site: Path, wrong: Any
) -> None:
    told = summary(public_site)
    told["years"][0]["total_days"] = wrong
    with pytest.raises(ValidationError):
        Draft202012Validator(schema(public_site, "summary")).validate(told)


def test_the_same_records_give_the_same_bytes(public_site: Path) -> None:
    """Twice here, as built by the command, and elsewhere in the world with another hash seed."""
    first, again = hashes(ROOT / "records"), hashes(ROOT / "records")
    assert {Path(path).suffix for path in first} == {".csv", ".docx", ".json", ".xlsx"}
    assert again == first
    assert {path: sha256((public_site / path).read_bytes()).hexdigest() for path in first} == first
    for zone, seed in (("Pacific/Kiritimati", "1"), ("America/Los_Angeles", "2")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", PRINT_HASHES, str(ROOT / "records")]
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        assert json.loads(done.stdout) == first


def hashes(records: Path) -> dict[str, str]:
    """Return the hash of every file for download, by address."""
    made = prepare(records, "public", date(2020, 3, 15), date(2020, 3, 15)).site
    return {
        artifact.path: sha256(artifact.content).hexdigest()
        for artifact in made.artifacts
        if artifact.path.startswith("du-lieu/")
    }


def columns(site: Path) -> dict[str, list[str]]:
    """Return the columns of each table: those described, which are those of the file."""
    package = json.loads((site / "du-lieu/datapackage.json").read_text(encoding="utf-8"))
    found = {}
    for resource in package["resources"]:
        described = [field["name"] for field in resource["schema"]["fields"]]
        with (site / "du-lieu" / resource["path"]).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == described
        found[resource["name"]] = described
    return found


def schema(site: Path, kind: str) -> Any:
    """Return a schema as published."""
    return json.loads((site / f"du-lieu/v1/schema/{kind}.json").read_text(encoding="utf-8"))


def summary(site: Path) -> Any:
    """Return the summary as published."""
    return json.loads((site / "du-lieu/v1/summary.json").read_text(encoding="utf-8"))


def _texts(site: Path) -> str:
    files = [each for each in (site / "du-lieu").rglob("*") if each.suffix in {".csv", ".json"}]
    return "\n".join(each.read_text(encoding="utf-8") for each in files)

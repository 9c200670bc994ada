"""The year ends at midnight in Vietnam, 17:00 in UTC, wherever the machine thinks that it stands.

Source: research/reliability.md, section 4, row 23; design, section 3 (`as_of`).
"""

import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Final

import pytest

from generator.host import clock
from tests.builders import member, policy, records, visit, write
from tests.commands import called

ZONES: Final = ("UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles", "Pacific/Kiritimati")
OLD_YEAR: Final = ("2019-12-31T16:59:00", "2019-12-31T16:59:59.999999")
NEW_YEAR: Final = ("2019-12-31T17:00:00", "2019-12-31T17:01:00")


def stop(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    """Let the clock at the face stand at a moment of UTC."""
    at = datetime.fromisoformat(moment).replace(tzinfo=UTC)

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return at.astimezone(tz)

    monkeypatch.setattr(clock, "datetime", Stopped)


@pytest.fixture(params=ZONES)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A machine in each of the zones."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", request.param)
        time.tzset()
        yield request.param
    time.tzset()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Records that do not pin the day: one visit from 30 December to 2 January."""
    across = visit("2019-12-30", end_date="2020-01-02")
    return write(records(member("an"), across, policy()), tmp_path_factory.mktemp("x") / "records")


@pytest.mark.parametrize("moment", [*OLD_YEAR, *NEW_YEAR])
def test_row_23_the_year_ends_with_the_day_in_vietnam(
    root: Path,
    zone: str,
    moment: str,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Callable[[str, object], None],
) -> None:
    stop(monkeypatch, moment)
    old = moment in OLD_YEAR
    assert clock.today() == (date(2019, 12, 31) if old else date(2020, 1, 1))
    done = called("summary", "--format", "json", "--records", root, cwd=root.parent)
    assert (done.code, done.err) == (0, "")
    told = json.loads(done.out)
    assert told["as_of"] == ("2019-12-31" if old else "2020-01-01")
    days = {each["year"]: each["total_days"] for each in told["years"]}
    assert days == ({2019: "2"} if old else {2019: "2", 2020: "1"})
    status = {each["year"]: each["members"][0]["status"] for each in told["years"]}
    assert status == ({2019: "short"} if old else {2019: "short", 2020: "on_pace"})
    moments = len(OLD_YEAR) + len(NEW_YEAR)
    record_property("figure", f"{moments} moments × {len(ZONES)} zones, equal figures ({zone})")

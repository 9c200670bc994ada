"""A seeded set of records of any size: sound, in Vietnamese, about 1.25 kB a visit.

The lists and the policy are those of the sample records, without the days on which units and the
policy ended; the members and visits are made up here. A set grows by years, 700 visits in each, so
a smaller set is the beginning of a larger one and the same visit has the same neighbours in both.
"""

import os
import random
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import yaml

from generator.domain.unit import UnitList
from generator.submit.canonical import canonical
from tests.bench.pictures import Camera
from tests.bench.sentences import CONTENT, GUIDANCE, ISSUES, MEMBERS, RESULTS, VENUES, said

SEED: Final = 20191231
FIRST_DAY: Final = date(2018, 1, 1)
VISITS_A_YEAR: Final = 700
MEMBER_IDS: Final = tuple(f"uy-vien-{number:02d}" for number in range(1, len(MEMBERS) + 1))
IN_THE_MIDST: Final = 300
"""Which visit, by date, has neighbours before and after it in every set."""

_MORE_DAYS: Final = (0,) * 10 + (1, 2)
_ENOUGH: Final = 6

# The whole record, and nobody's: whoever commits the same files gets the same commit.
_COMMITTER: Final = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in {
        "NAME": "congtac",
        "EMAIL": "congtac@example.org",
        "DATE": "2022-12-31T12:00:00+07:00",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Corpus:
    """Where the records are, and one visit in the midst of what all sizes share."""

    records: Path
    visits: int
    one_file: Path

    @property
    def bytes_a_visit(self) -> int:
        """How large the file of a visit is, on average."""
        sizes = [entry.stat().st_size for entry in self.records.glob("visits/*/*.yml")]
        return sum(sizes) // len(sizes)


def make(
    folder: Path, samples: Path, visits: int, *, seed: int = SEED, photos: bool = False
) -> Corpus:
    """Write more visits than `IN_THE_MIDST`, and what they refer to, below `folder/records`.

    With `photos`, every tenth visit has one.
    """
    records = folder / "records"
    records.mkdir(parents=True)
    units = _units(samples, records)
    for copied in ("activities.yml", "organisation.yml"):
        shutil.copy(samples / copied, records / copied)
    shutil.copytree(samples / "policies", records / "policies")
    for policy in records.glob("policies/*.yml"):
        _replace(policy, r"(?m)^to: \S+", "to: 2199-12-31")
    paths = []
    for name, text in _visits(samples, units, visits, seed, Camera(records) if photos else None):
        _write(records, name, text)
        paths.append(name)
    _replace(records / "organisation.yml", r"as_of: \S+", f"as_of: {_last_day(paths[-1])}")
    for id_, name in zip(MEMBER_IDS, MEMBERS, strict=True):
        _write(records, f"members/{id_}.yml", _member(name))
    return Corpus(records, visits, records / paths[IN_THE_MIDST])


def commit(folder: Path) -> None:
    """Make the folder a repository whose only commit holds everything, as users have one."""
    for arguments in (
        ("init", "--quiet", "--initial-branch=main"),
        ("-c", "gc.auto=0", "add", "--all"),
        ("commit", "--quiet", "--no-verify", "--no-gpg-sign", "--message=Dữ liệu"),
    ):
        command = ["git", "-C", str(folder), "-c", "core.autocrlf=false", *arguments]
        subprocess.run(command, check=True, env=os.environ | _COMMITTER)


def _write(records: Path, name: str, text: str) -> None:
    path = f"{records}/{name}"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path))  # noqa: PTH103, PTH120  (a fourth of the time)
        return _write(records, name, text)
    os.write(descriptor, text.encode())
    os.close(descriptor)
    return None


def _replace(path: Path, pattern: str, by: str) -> None:
    path.write_text(re.sub(pattern, by, path.read_text(encoding="utf-8")), encoding="utf-8")


def _last_day(visit: str) -> str:
    """Return the last day of the year of a visit's path: up to it figures count."""
    return f"{visit.split('/')[1]}-12-31"


def _units(samples: Path, records: Path) -> list[str]:
    """Write the list of the units that were there at first, as if none ever ended.

    In the form in which the sample records have it.
    """
    listed = _list(samples, "units")
    kept = [unit for unit in listed if "valid_from" not in unit]
    for unit in kept:
        for gone in ("valid_to", "successors"):
            unit.pop(gone, None)
    text = canonical({"units": kept}, UnitList)
    (records / "units.yml").write_text(text, encoding="utf-8", newline="\n")
    return [unit["id"] for unit in kept]


def _list(samples: Path, name: str, key: str = "") -> list[dict[str, Any]]:
    text = (samples / f"{name}.yml").read_text(encoding="utf-8")
    listed: list[dict[str, Any]] = yaml.load(text, yaml.CSafeLoader)[key or name]
    return listed


def _member(name: str) -> str:
    return (
        f"name: {name}\nterms:\n  - position: Ủy viên BCH chuyên trách\n"
        "    department: Ban Phong trào\n    full_time: true\n    from: 2017-10-12\n"
    )


def _visits(
    samples: Path, units: Sequence[str], count: int, seed: int, camera: Camera | None
) -> Iterator[tuple[str, str]]:
    """Yield path and text of each visit, by date; nobody is in two places at once."""
    dice = random.Random(seed)  # noqa: S311
    kinds = [kind["id"] for kind in _list(samples, "activities", "kinds")]
    topics = [topic["id"] for topic in _list(samples, "activities", "topics")]
    busy = dict.fromkeys(MEMBER_IDS, FIRST_DAY - timedelta(days=1))
    taken: set[str] = set()
    for number in range(count):
        day = FIRST_DAY + timedelta(days=number * 365 // VISITS_A_YEAR)
        free = [member for member in MEMBER_IDS if busy[member] < day]
        # Somebody must be left for the next visit.
        last = day + timedelta(days=dice.choice(_MORE_DAYS) if len(free) > _ENOUGH else 0)
        members = sorted(dice.sample(free, min(dice.choice((1, 1, 1, 2, 2, 3)), len(free))))
        busy.update(dict.fromkeys(members, last))
        unit, id_ = _place(dice, units, day, taken)
        lines = [*_head(dice, day, last, unit), f"kind: {dice.choice(kinds)}"]
        lines += _block("topics", dice.sample(topics, 2))
        lines += [*_block("members", members), *_body(dice), *_issue(dice, last)]
        lines += _papers(dice, day, last)
        if camera and number % 10 == 0:
            lines += camera.photo(day.year, id_)
        yield f"visits/{day.year}/{id_}.yml", "\n".join([*lines, ""])


def _place(
    dice: random.Random, units: Sequence[str], day: date, taken: set[str]
) -> tuple[str, str]:
    """Return a unit and the id of a visit to it that no other visit has."""
    while True:
        unit = dice.choice(units)
        code, _, rest = unit.partition("-")
        id_ = f"{day}-{rest if code.isdecimal() else unit}"
        if id_ not in taken:
            taken.add(id_)
            return unit, id_


def _block(key: str, items: Sequence[str]) -> list[str]:
    return [f"{key}:", *(f"  - {item}" for item in items)]


def _head(dice: random.Random, day: date, last: date, unit: str) -> list[str]:
    lines = [f"date: {day}"]
    if last > day:
        lines.append(f"end_date: {last}")
    elif dice.random() < 0.6:
        lines.append(f"session: {dice.choice(('morning', 'afternoon', 'evening'))}")
    return [*lines, f"unit: {unit}", f"venue: {dice.choice(VENUES)}"]


def _body(dice: random.Random) -> list[str]:
    return [
        f"content: {said(dice, CONTENT, 3)}",
        f"guidance: {said(dice, GUIDANCE, 2)}",
        f"results: {said(dice, RESULTS, 1)}",
        *("turnout:", f"  members: {dice.randint(9, 60)}", f"  youth: {dice.randint(2, 20)}"),
    ]


def _issue(dice: random.Random, last: date) -> list[str]:
    if dice.random() < 0.5:
        return []
    lines = [f"  - text: {said(dice, ISSUES, 1)}", "    competence: local"]
    if dice.random() < 0.5:
        resolved = last + timedelta(days=dice.randint(10, 60))
        lines += ["    status: resolved", f"    resolved_on: {resolved}"]
        lines.append("    outcome: Đã giải quyết xong theo đề nghị của cơ sở.")
    if dice.random() < 0.6:
        lines.append(f"    public_text: {said(dice, ISSUES, 1)}")
    return ["issues:", *lines]


def _papers(dice: random.Random, day: date, last: date) -> list[str]:
    """Return when the visit was written down, and sometimes its report and travel order.

    The guide has orders for examples; a number of theirs here would be an internal one told there.
    """
    lines = [f"recorded_on: {last + timedelta(days=dice.randint(0, 14))}"]
    if dice.random() < 0.3:
        submitted = last + timedelta(days=dice.randint(1, 12))
        lines += ["report:", f"  number: {dice.randint(1, 400)}-BC/TĐTN"]
        lines += [f"  submitted: {submitted}", "  addressee: Ban Thường vụ Tỉnh đoàn"]
    if dice.random() < 0.3:
        signed = day - timedelta(days=dice.randint(1, 5))
        lines += ["assignment:", f"  number: {dice.randint(500, 900)}-CL/TĐTN", f"  date: {signed}"]
    return lines

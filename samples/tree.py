"""The records as files: paths below `records/` and their bytes."""

from __future__ import annotations

from pathlib import Path

from generator.domain.activity import Activities
from generator.domain.fields import Record as Model
from generator.domain.member import Member
from generator.domain.organisation import Organisation
from generator.domain.plan import Plan
from generator.domain.policy import Policy
from generator.domain.unit import UnitList
from generator.domain.visit import Visit
from generator.submit.canonical import canonical
from samples.album import pictures
from samples.atlas import Atlas
from samples.members import CAST, MEMBERS
from samples.news.periods import ROUND_UPS, YEAR_END
from samples.news.visits import SINGLE
from samples.organisation import ORGANISATION
from samples.plans import PlanBook
from samples.policy import POLICY
from samples.record import Record, as_text
from samples.vocabulary import VOCABULARY
from samples.year import stream, visits

Files = dict[str, bytes]
_FOLDERS = ("articles", "media", "members", "plans", "policies", "visits")


def _yaml(record: Record, model: type[Model]) -> bytes:
    """The record in the canonical form of its kind."""
    tree = as_text(record)
    if not isinstance(tree, dict):
        raise TypeError("a record is a mapping")
    return canonical(tree, model).encode()


def files() -> Files:
    """Every file of the sample records, by path."""
    atlas = Atlas()
    diary = visits(atlas)
    book = PlanBook(atlas, diary, stream("plans"))
    tree: Files = {
        "organisation.yml": _yaml(ORGANISATION, Organisation),
        "units.yml": _yaml({"units": [place.record() for place in atlas.all()]}, UnitList),
        "activities.yml": _yaml(VOCABULARY, Activities),
        "policies/chu-truong-1-2.yml": _yaml(POLICY, Policy),
    }
    for person in CAST:
        tree[f"members/{person.id}.yml"] = _yaml(person.record(), Member)
    for year in (2019, 2020):
        for person in MEMBERS:
            tree[f"plans/{year}/{person.id}.yml"] = _yaml(book.plan(person, year), Plan)
    for visit in diary:
        tree[f"visits/{visit.start.year}/{visit.id}.yml"] = _yaml(visit.record(), Visit)
    for article in (YEAR_END, *ROUND_UPS, *SINGLE):
        tree[article.path] = article.text().encode()
    tree.update(pictures(diary))
    return tree


def write(out: Path) -> int:
    """Writes all files below the folder and removes those that are no longer made."""
    made = files()
    for path, data in made.items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    # Only in the folders of records: `out` may be any folder, by mistake too.
    for folder in _FOLDERS:
        for old in sorted((out / folder).rglob("*")):
            if old.is_file() and old.relative_to(out).as_posix() not in made:
                old.unlink()
    return len(made)

"""Records in which every place that takes text holds hostile ones, many to a place.

Behind each text stands a token that tells which text it was and in which place: `h012f034`. So a
reader of an output knows where a text came from, and whether all of it came.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from shutil import copyfile
from typing import Any, Final

import yaml

from generator.domain.activity import Kind, Programme, Topic
from generator.domain.article import Article
from generator.domain.member import Member
from generator.domain.organisation import Organisation
from generator.domain.plan import Plan
from generator.domain.policy import Policy
from generator.domain.unit import Unit
from generator.domain.visit import Visit
from tests.hostile.fields import Place, filled, places
from tests.hostile.texts import TEXTS

AS_OF: Final = date(2020, 3, 15)
PLACES: Final = {place.path: number for number, place in enumerate(places())}
TOKEN: Final = re.compile(r"h(\d{3})f(\d{3})")
FILLED: Final = ("articles.title", "articles.lead", "articles.body")
"""Where `{{` begins a placeholder: what follows no form is a finding there."""

PICTURES: Final = Path(__file__).parent.parent / "examples/base/records/media/2019"
_BODY: Final = Place("articles.body", "text")
_ROOM: Final = 480
_FIRST: Final = date(2019, 1, 7)
_YEARS_BACK: Final = 100
PLAIN: Final = "Chữ thường"


def is_taken(text: str, place: Place) -> bool:
    """Whether the reader takes the text in the place: else it tells of it, see `refusals`."""
    return not refusal(text, place)


def refusal(text: str, place: Place) -> str:
    """Return the code of the finding with which the reader refuses the text; empty if it does not.

    A placeholder of the closed grammar is taken, but it is no text, and so not put there.
    """
    if place.sort == "line" and ("\n" in text or "\r" in text):
        return "S010"
    if place.path in FILLED and "{{" in text:
        return "R015"
    return "M001" if place == _BODY and text.startswith("![anh](") else ""


def token(text: str, place: Place) -> str:
    """Return what stands behind the text in the place."""
    return f"h{TEXTS.index(text):03}f{PLACES[place.path]:03}"


def packed() -> list[tuple[str, ...]]:
    """Return the texts in packs that fit into a line with their tokens."""
    packs: list[list[str]] = [[]]
    for text in TEXTS:
        if sum(len(each) + 10 for each in (*packs[-1], text)) > _ROOM:
            packs.append([])
        packs[-1].append(text)
    return [tuple(pack) for pack in packs]


def single() -> list[tuple[str, ...]]:
    """Return the texts one by one."""
    return [(text,) for text in TEXTS]


@dataclass
class World:
    """Writes records; `packs` are the texts that they hold: of each kind as many as there are packs.

    `written` gathers what was put where, as (text, path of the place). Without `tokens` a text
    stands alone; with `refused` it stands also where the reader takes it not.
    """

    packs: list[tuple[str, ...]]
    tokens: bool = True
    refused: bool = False
    written: set[tuple[str, str]] = field(default_factory=set)

    def write(self, root: Path, organisation: int = 0) -> Path:
        """Write the records below `root`; the organisation holds the pack of that number."""
        count = range(len(self.packs))
        put = self._put
        trees: dict[str, Any] = {
            "organisation.yml": put(Organisation, "organisation", _ORGANISATION, organisation),
            "units.yml": {
                "units": [_PROVINCE, *(put(Unit, "units.units[]", _unit(n), n) for n in count)]
            },
            "activities.yml": {
                "kinds": [put(Kind, "activities.kinds[]", _kind(n), n) for n in count],
                "topics": [
                    put(Topic, "activities.topics[]", {"id": f"vd-{n:03}"}, n) for n in count
                ],
                "programmes": [
                    put(Programme, "activities.programmes[]", _programme(n), n) for n in count
                ],
            },
        }
        for n in count:
            trees[f"members/{_member(n)}.yml"] = put(Member, "members", _PERSON, n)
            trees[f"policies/cs-{n:03}.yml"] = put(Policy, "policies", _policy(n), n)
            trees[f"plans/2019/{_member(n)}.yml"] = put(Plan, "plans", _plan(n), n)
            trees[f"visits/2019/{_visit_id(n)}.yml"] = put(
                Visit, "visits", _visit(n, len(count)), n
            )
            article = put(Article, "articles", _article(n), n)
            _write(root / f"articles/2019/{_day(n)}-bai.md", article, self._text(n)(_BODY))
        for path, tree in trees.items():
            _write(root / path, tree)
        (root / "media/2019").mkdir(parents=True)
        for name in ("ap-3.jpg", "nhi-long.png"):
            copyfile(PICTURES / name, root / "media/2019" / name)
        return root

    def _put(self, model: type[Any], path: str, given: dict[str, Any], slot: int) -> Any:
        return filled(model, given, path, self._text(slot))

    def _text(self, slot: int) -> Callable[[Place], str]:
        def text(place: Place) -> str:
            taken = [each for each in self.packs[slot] if self.refused or is_taken(each, place)]
            self.written |= {(each, place.path) for each in taken}
            between = " " if place.sort == "line" else "\n\n"
            if self.tokens:
                taken = [f"{each} {token(each, place)}" for each in taken]
            return between.join(taken) or PLAIN

        return text


def texts_of(world: World, path: str) -> Iterator[str]:
    """Yield the texts that were put into the place."""
    yield from (text for text, place in world.written if place == path)


def _write(file: Path, tree: dict[str, Any], body: str | None = None) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, default_style='"')
    file.write_bytes((text if body is None else f"---\n{text}---\n\n{body}\n").encode())


def _day(slot: int) -> str:
    return (_FIRST + timedelta(days=slot)).isoformat()


def _member(slot: int) -> str:
    return f"uy-vien-{slot:03}"


def _visit_id(slot: int) -> str:
    return f"{_day(slot)}-chuyen"


_ORGANISATION: Final = {
    "demo": "false",
    "as_of": AS_OF.isoformat(),
    "website": {"url": "https://example.vn"},
    "repository": {"forge": "forgejo", "url": "https://example.vn/congtac", "public": "false"},
}
_PROVINCE: Final = {"id": "tinh", "name": "Tỉnh Trà Vinh", "level": "province"}
_PERSON: Final = {
    "terms": [{"full_time": "true", "from": "2015-01-01"}],
    "leave": [{"from": "2020-03-01", "to": "2020-03-05"}],
    "contact": {},
}
_RULES: Final = {
    "annual_days": "60",
    "day_unit": "calendar_date",
    "proration": "calendar_days",
    "report_form": "record",
    "report_deadline_days": "10",
    "branch_meetings": "4",
    "mean_rounding": "1",
}


def _unit(slot: int) -> dict[str, Any]:
    return {"id": f"xa-{slot:03}", "level": "commune", "parent": "tinh"}


def _kind(slot: int) -> dict[str, Any]:
    return {"id": f"nd-{slot:03}", "counts": "true", "branch_meeting": "false"}


def _programme(slot: int) -> dict[str, Any]:
    return {"id": f"ct-{slot:03}", "from": "2019-01-01", "to": "2019-12-31"}


def _policy(slot: int) -> dict[str, Any]:
    """Return the policy of one year: 2020 and those before it, then those after it."""
    year = 2020 - slot if slot < _YEARS_BACK else 2021 + slot - _YEARS_BACK
    rules: dict[str, Any] = {
        name: {"value": value, "provenance": "assumed"} for name, value in _RULES.items()
    }
    rules["level_days"] = {"value": {"branch": "5", "commune": "30"}, "provenance": "assumed"}
    return {
        "from": f"{year}-01-01",
        "to": f"{year}-12-31",
        "basis": [{"date": "2018-04-26"}],
        "rules": rules,
    }


def _plan(slot: int) -> dict[str, Any]:
    """Return a plan with one item that is carried out, one cancelled, one that is not."""
    item = {"month": "1", "unit": f"xa-{slot:03}", "kind": f"nd-{slot:03}", "days": "1"}
    return {
        "member": _member(slot),
        "year": "2019",
        "approvals": [{"period": "2019", "date": "2019-01-02"}],
        "items": [
            {**item, "id": "t01", "cancelled": None},
            {**item, "id": "t02", "month": "2"},
            {**item, "id": "t03", "month": "3", "cancelled": None},
        ],
    }


def _visit(slot: int, count: int) -> dict[str, Any]:
    """Return a visit on a day of its own, of two members, with all that a visit can hold."""
    return {
        "date": _day(slot),
        "session": "morning",
        "unit": f"xa-{slot:03}",
        "other_units": [f"xa-{(slot + 1) % count:03}"],
        "kind": f"nd-{slot:03}",
        "programme": f"ct-{slot:03}",
        "topics": [f"vd-{slot:03}"],
        "members": [_member(slot), _member((slot + 1) % count)],
        "turnout": {"members": "3", "youth": "4"},
        "issues": [
            {"id": "k1", "competence": "higher", "status": "open", "due": "2019-12-30"},
            {"id": "k2", "competence": "local", "status": "resolved", "resolved_on": "2019-12-30"},
            {"id": "k3", "competence": "own", "status": "referred", "public_text": None},
        ],
        "recorded_on": _day(slot + 1),
        "report": {"submitted": _day(slot + 2)},
        "assignment": {"date": "2019-01-02"},
        "plan_item": f"2019/{_member(slot)}/t01",
        "photos": [
            {"file": "2019/ap-3.jpg", "consent": "true"},
            {"file": "2019/nhi-long.png", "consent": "false"},
        ],
        "internal": {},
    }


def _article(slot: int) -> dict[str, Any]:
    return {
        "date": _day(slot),
        "visits": [_visit_id(slot)],
        "cover": "2019/ap-3.jpg",
        "status": "ready",
    }

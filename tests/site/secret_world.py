"""Records in which everything that is not public says so, by a word that stands nowhere else.

`told(n)` in the n-th place: a canary. Days and numbers of results are told by themselves.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import yaml
from PIL import Image

from generator.domain.fields import Shape, audience_of

BASE: Final = Path(__file__).parents[1] / "examples" / "base" / "records"
AS_OF: Final = date(2019, 10, 15)
KEPT: Final = "Chimẩnđỏhót"
"""Of what the organisation sees, a number follows; of what was withdrawn, nobody sees anything."""
TAKEN_BACK: Final = "Chimẩnđỏmất"

DRAFT: Final = "2019-09-01-nhap"
DAYS: Final = {
    "Leave.from_": date(2016, 8, 9),
    "Leave.to": date(2016, 10, 17),
    "Assignment.date": date(2018, 2, 13),
    "Visit.recorded_on": date(2019, 9, 27),
    "Report.submitted": date(2019, 9, 28),
}


@dataclass
class Canaries:
    """Where each word stands, in the order in which they were given out."""

    places: list[str] = field(default_factory=list)

    def word(self, place: str) -> str:
        self.places.append(place)
        return f"{KEPT}{len(self.places) - 1:03d}"


def write_world(root: Path) -> Canaries:
    """Write the records below `root`, and return where the words stand."""
    held = Canaries()
    shutil.copytree(BASE, root)
    _edit(root / "organisation.yml", as_of=AS_OF.isoformat())
    _edit(
        root / "members/le-van-ba.yml",
        leave=[
            {
                "from": DAYS["Leave.from_"].isoformat(),
                "to": DAYS["Leave.to"].isoformat(),
                "reason": held.word("Leave.reason"),
            }
        ],
        contact={
            "email": held.word("Contact.email"),
            "phone": held.word("Contact.phone"),
        },
    )
    (root / "media/2019/chimandohot-anh.png").parent.mkdir(exist_ok=True)
    Image.new("RGB", (40, 30), "red").save(root / "media/2019/chimandohot-anh.png")
    _write(root / "visits/2019/2019-08-13-nhi-long.yml", _visit(held))
    _write(root / "visits/2019/2019-04-02-mat.yml", _withdrawn())
    _owing_and_long_ago(root)
    plan = yaml.safe_load((root / "plans/2019/le-van-ba.yml").read_text(encoding="utf-8"))
    unseen = {
        "id": "mat-12", "month": 12, "kind": "kiem-tra-dinh-ky", "days": 1,
        "purpose": held.word("an item of a month to come"),
    }  # fmt: skip
    _write(root / "plans/2019/le-van-ba.yml", plan | {"items": [*plan["items"], unseen]})
    _write(
        root / "plans/2019/tran-thi-tu.yml",
        _plan("tran-thi-tu", 2019, purpose=held.word("an item that nobody approved")),
    )
    approval = {
        "period": "2020", "date": "2019-09-30",
        "number": held.word("the number of an approval to come"),
        "by": held.word("who approved what is to come"),
    }  # fmt: skip
    later = _plan("le-van-ba", 2020, purpose=held.word("an item of a year to come"))
    _write(root / "plans/2020/le-van-ba.yml", later | {"approvals": [approval]})
    _article(root, DRAFT, "draft", lambda key: held.word(f"a draft's {key}"))
    _article(root, "2019-09-02-go", "withdrawn", lambda _: f"{TAKEN_BACK}100")
    return held


def _visit(held: Canaries) -> dict[str, Any]:
    word = held.word
    return {
        "date": "2019-08-13",
        "unit": "29302-nhi-long",
        "kind": "kiem-tra-dinh-ky",
        "members": ["le-van-ba"],
        "content": "Kiểm tra việc ghi chép sổ sách của Đoàn xã.",
        "turnout": {"members": 2, "youth": 12},
        "issues": [
            {
                "id": "kn-1",
                "text": word("Issue.text"),
                "referred_to": word("whom an internal issue was referred to"),
                "due": "2019-09-01",
                "outcome": word("Issue.outcome"),
            },
            {
                "id": "kn-2",
                "text": word("Issue.text of a public issue"),
                "outcome": word("Issue.outcome of a public issue"),
                "public_text": "Đề nghị sửa nhà văn hóa ấp.",
            },
        ],
        "recorded_on": DAYS["Visit.recorded_on"].isoformat(),
        "report": {
            "number": word("Report.number"),
            "submitted": DAYS["Report.submitted"].isoformat(),
            "addressee": word("Report.addressee"),
        },
        "assignment": {
            "number": word("Assignment.number"),
            "date": DAYS["Assignment.date"].isoformat(),
        },
        "photos": [
            {
                "file": "2019/chimandohot-anh.png",
                "caption": word("the caption of a photo without consent"),
                "alt": word("its alternative text"),
                "credit": word("who took it"),
            }
        ],
        "internal": {
            "note": word("InternalNotes.note"),
            "assessment": word("InternalNotes.assessment"),
        },
    }


def _owing_and_long_ago(root: Path) -> None:
    """Write a visit that was never reported, and the last one to a commune, years ago."""
    units = yaml.safe_load((root / "units.yml").read_text(encoding="utf-8"))["units"]
    parent = "844-cang-long"
    far = {"id": "29999-xa-xa", "name": "Xã Xa", "level": "commune", "parent": parent}
    _edit(root / "units.yml", units=[*units, far])
    plain: dict[str, Any] = {
        "kind": "kiem-tra-dinh-ky", "members": ["le-van-ba"], "content": "Kiểm tra sổ sách.",
    }  # fmt: skip
    for day, unit in (("2019-09-02", "29302-nhi-long"), ("2018-02-05", "29999-xa-xa")):
        path = root / f"visits/{day[:4]}/{day}-{unit.partition('-')[2]}.yml"
        _write(path, {"date": day, "unit": unit, **plain})


def _withdrawn() -> dict[str, Any]:
    words = (f"{TAKEN_BACK}{number:03d}" for number in range(100))
    return {
        "date": "2019-04-02",
        "unit": "29302-nhi-long",
        "venue": next(words),
        "kind": "kiem-tra-dinh-ky",
        "members": ["le-van-ba"],
        "content": next(words),
        "guidance": next(words),
        "results": next(words),
        "issues": [{"text": next(words), "public_text": next(words), "outcome": next(words)}],
        "internal": {"note": next(words)},
        "photos": [{"file": "2019/nhi-long.png", "caption": next(words), "consent": True}],
        "withdrawn": "2019-05-01",
    }


def _plan(member: str, year: int, **keys: str) -> dict[str, Any]:
    item = {"id": f"mat-{year}", "month": 5, "kind": "kiem-tra-dinh-ky", "days": 1, **keys}
    return {"member": member, "year": year, "items": [item]}


def _article(root: Path, name: str, status: str, word: Callable[[str], str]) -> None:
    keys = ("title", "lead", "author", "department", "photo_credit", "category")
    front: dict[str, Any] = {key: word(key) for key in keys}
    front |= {"date": name[:10], "tags": [word("tag")], "status": status}
    # Without a picture there is nobody to credit.
    front["cover"] = "2019/ap-3.jpg"
    text = yaml.safe_dump(front, allow_unicode=True, sort_keys=False)
    path = root / f"articles/2019/{name}.md"
    path.write_text(f"---\n{text}---\n\n{word('body')}\n", encoding="utf-8")


def _edit(path: Path, **keys: Any) -> None:
    _write(path, yaml.safe_load(path.read_text(encoding="utf-8")) | keys)


def _write(path: Path, record: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, default_flow_style=False)
    path.write_text(text.replace("'", ""), encoding="utf-8")


# Ids, places in a list, states and months lead to records; another value would lead nowhere.
LEADING: Final = frozenset(
    {"visit", "member", "members", "unit", "item", "number", "year", "month", "status", "overdue"}
    | {"timeliness", "planless", "coming"}
)


@dataclass
class Figures:
    """The numbers and days that results were filled with, by model and field."""

    held: dict[str, list[Any]] = field(default_factory=dict)
    count: int = 0

    def fill(self, part: Any) -> Any:
        """Return the part with every internal figure of results, at any depth, its own."""
        update: dict[str, Any] = {}
        for name, value in part:
            if name in LEADING and not _shapes(value):
                continue
            internal = audience_of(type(part).model_fields[name]) == "internal"
            update[name] = self._filled(f"{type(part).__name__}.{name}", value, own=internal)
        return part.model_copy(update=update)

    def _filled(self, place: str, value: Any, *, own: bool) -> Any:
        if isinstance(value, Shape):
            return self.fill(value)
        if isinstance(value, tuple):
            return tuple(self._filled(place, each, own=own) for each in value)
        if not own or value is None or isinstance(value, bool):
            return value
        self.count += 1
        made: Any = {
            int: 917_000 + self.count,
            Decimal: Decimal(918_000 + self.count) + Decimal("0.5"),
            date: date(1907, 1, 1) + timedelta(days=self.count),
        }[type(value)]
        self.held.setdefault(place, []).append(made)
        return made


def _shapes(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Shape)


def spelt(value: Any) -> Iterator[str]:
    """Yield every way in which a page or file may write the figure or the day."""
    if isinstance(value, date):
        yield from (value.isoformat(), f"{value:%d/%m/%Y}", f"{value:%Y%m%d}")
        yield f"{value.day} tháng {value.month} năm {value.year}"
        yield f"{value.day}/{value.month}/{value.year}"
        # What a workbook has instead of the day.
        yield str((value - date(1899, 12, 30)).days)
    else:
        whole, _, rest = str(value).partition(".")
        yield from (str(value), f"{whole[:3]}.{whole[3:]}" + (f",{rest}" if rest else ""))

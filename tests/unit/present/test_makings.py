"""Where a page says that it is made of the same as before, it has the same bytes.

Records are changed in every way that pages can show, and all late pages and files that say so of
themselves are made before and after. Source: issue *Speed* (a cache that is never wrong).
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Final

import pytest

from generator.domain.fields import Audience
from generator.domain.media import Picture
from generator.domain.records import Records
from generator.domain.visit import Visit
from generator.present.page import Artifact, LateArtifact, LatePage, Page
from generator.present.site import site
from generator.submit.workbook.template_file import template_files
from tests.builders import item, member, plan, visit
from tests.unit.present.views import AS_OF, ISSUES, article, everything_recorded, photo, seen

Change = Callable[[Records], Records]
MEETING: Final = "2019-04-12-an-truong-a"
TOUR: Final = "2019-05-21-cang-long"


def world() -> Records:
    """Return records in which a month shows a plan of the year to come, and news of its own."""
    approved = [{"period": "2020", "date": "2019-12-20", "by": "Thường trực"}]
    items = (item("t01-1", 1), item("t06-1", 6))
    records = with_other("plans", plan(2020, "binh", *items, approvals=approved))(
        everything_recorded()
    )
    return with_other("articles", article("2019-06-01-thang-5", period="2019-05"))(records)


def of_visit(id_: str, **keys: Any) -> Change:
    """Write the visit anew with these keys as they are written."""

    def change(records: Records) -> Records:
        old = records.visits[id_]
        written = {name: getattr(old, name) for name in type(old).model_fields} | keys
        return replace(records, visits={**records.visits, id_: Visit.model_validate(written)})

    return change


def of_issue(number: int, **keys: Any) -> Change:
    issues = [*ISSUES]
    issues[number] = ISSUES[number] | keys
    return of_visit(MEETING, issues=issues)


def changed(records: Records, folder: str, held: Any) -> Records:
    keys: dict[str, Any] = {folder: held}
    return replace(records, **keys)


def without(folder: str, id_: str) -> Change:
    def change(records: Records) -> Records:
        held = {key: each for key, each in getattr(records, folder).items() if key != id_}
        return changed(records, folder, held)

    return change


def with_other(folder: str, record: Any) -> Change:
    return lambda records: changed(records, folder, {**getattr(records, folder), record.id: record})


def with_item(**keys: Any) -> Change:
    def change(records: Records) -> Records:
        plan = records.plans["2019/an"]
        items = (plan.items[0].model_copy(update=keys), *plan.items[1:])
        return with_other("plans", plan.model_copy(update={"items": items}))(records)

    return change


def with_unit(id_: str, **keys: Any) -> Change:
    def change(records: Records) -> Records:
        assert records.unit_list
        units = tuple(
            each.model_copy(update=keys) if each.id == id_ else each
            for each in records.unit_list.units
        )
        return replace(records, unit_list=records.unit_list.model_copy(update={"units": units}))

    return change


def with_policy(**keys: Any) -> Change:
    def change(records: Records) -> Records:
        (held,) = records.policies.values()
        rules = held.rules.model_copy(
            update={
                name: getattr(held.rules, name).model_copy(update=update)
                for name, update in keys.items()
            }
        )
        return with_other("policies", held.model_copy(update={"rules": rules}))(records)

    return change


CHANGES: Final[Mapping[str, Change]] = {
    "nothing": lambda records: records,
    "content": of_visit(MEETING, content="Bốn chi đoàn cùng họp."),
    "guidance": of_visit(MEETING, guidance=None),
    "results": of_visit(TOUR, results="Thêm kết quả."),
    "venue": of_visit(MEETING, venue="cụm 4"),
    "kind": of_visit(MEETING, kind="office"),
    "level": of_visit(TOUR, level="province"),
    "session": of_visit(MEETING, session="morning"),
    "programme": of_visit(MEETING, programme=None),
    "topics": of_visit(MEETING, topics=()),
    "members": of_visit(MEETING, members=["binh"]),
    "attendance": of_visit(TOUR, attendance=()),
    "turnout": of_visit(MEETING, turnout={"members": 12}),
    "unit": of_visit(MEETING, unit="ham-giang"),
    "other units": of_visit(TOUR, other_units=["an-truong"]),
    "a day later": of_visit(TOUR, end_date="2019-05-24"),
    "another year": of_visit(TOUR, end_date="2020-01-02"),
    "recorded": of_visit(MEETING, recorded_on="2019-06-12"),
    "report": of_visit(MEETING, report={"submitted": "2019-06-20"}),
    "assignment": of_visit(MEETING, assignment=None),
    "plan item": of_visit(MEETING, plan_item=None),
    "another plan": of_visit("2019-05-22-an-truong", members=["an"], plan_item="2019/an/t05-1"),
    "note": of_visit(MEETING, internal={"note": "Ghi chú khác."}),
    "consent": of_visit(MEETING, photos=[photo("2019/hop.jpg"), photo("2019/rieng.jpg")]),
    "caption": of_visit(MEETING, photos=[photo("2019/hop.jpg", caption="Họp tổ")]),
    "former ids": of_visit(MEETING, former_ids=()),
    "withdrawn": of_visit(MEETING, withdrawn="2019-05-01"),
    "issue settled": of_issue(1, status="resolved", resolved_on="2019-09-01", outcome="Đã xong."),
    "issue settled later": of_issue(0, resolved_on="2020-03-20"),
    "issue public": of_issue(1, public_text="Chuyện của chi đoàn."),
    "issue hidden": of_issue(0, public_text=None),
    "issue due": of_issue(1, due="2020-02-01"),
    "issue referred": of_issue(1, status="referred", referred_to="Huyện đoàn"),
    "visit gone": without("visits", "2019-05-22-an-truong"),
    "visit come": with_other("visits", visit("2019-05-25", "an-truong", members=["binh"])),
    "visit between": with_other("visits", visit("2019-05-22", "cang-long", unit="cang-long")),
    "visit to come": with_other("visits", visit("2020-03-20", "ham-giang", unit="ham-giang")),
    "visit after": with_other("visits", visit("2020-03-02", "moi", unit="an-truong-moi")),
    "visit of old": with_other("visits", visit("2018-05-22", "ap-3", unit="ap-3")),
    "plan gone": without("plans", "2019/an"),
    "plan to come": without("plans", "2020/binh"),
    "plan where": with_other("plans", plan(2020, "binh", item("t06-1", 6, unit="ham-giang"))),
    "planned month": with_item(month=6),
    "planned unit": with_item(unit="ham-giang"),
    "planned purpose": with_item(purpose="Việc khác"),
    "planned days": with_item(days=Decimal(3)),
    "planned in January": with_other(
        "visits", visit("2020-01-15", "moi", members=["binh"], plan_item="2020/binh/t01-1")
    ),
    "cancelled": with_item(cancelled="Mưa"),
    "article gone": without("articles", "2019-12-31-tong-ket"),
    "article": with_other("articles", article(title="Tên khác", visits=[MEETING, TOUR])),
    "news of a month": with_other(
        "articles", article("2019-06-01-thang-5", period="2019-05", title="Tên khác")
    ),
    "cover": with_other("articles", article(visits=[MEETING], cover="2019/hop.jpg")),
    "draft ready": with_other("articles", article("2020-02-01-nhap", visits=[TOUR])),
    "member": with_other("members", member("binh", name="Lê Thị Bình")),
    "member come": with_other("members", member("chi")),
    "leave": with_other("members", member("an", leave=[], honorific="Chị")),
    "unit name": with_unit("cang-long", name="Huyện Càng Long mới"),
    "unit parent": with_unit("ap-3", parent="an-truong-a"),
    "unit gone": with_unit("thpt", valid_to=date(2019, 12, 31)),
    "target": with_policy(annual_days={"value": 2}),
    "assumed": with_policy(annual_days={"provenance": "assumed"}),
    "deadline": with_policy(report_deadline_days={"value": 90}),
    "picture": lambda records: replace(
        records,
        pictures={
            **records.pictures,
            "2019/hop.jpg": Picture("2019/hop.jpg", "records/media/2019/hop.jpg", 7, "PNG", 9, 12),
        },
    ),
    "picture gone": without("pictures", "2019/hop.jpg"),
}
DAYS: Final = (AS_OF, AS_OF + timedelta(days=1), date(2019, 12, 31))


def late(
    records: Records, audience: Audience, as_of: date = AS_OF
) -> Mapping[str, Page | Artifact]:
    """Return the late pages and files by their place."""
    view = seen(records, audience, as_of)
    made = site(view)
    artifacts = (*made.artifacts, *template_files(view))
    found: dict[str, Page | Artifact] = {}
    found |= {each.address: each for each in made.pages if isinstance(each, LatePage)}
    found |= {each.path: each for each in artifacts if isinstance(each, LateArtifact)}
    return found


@cache
def before(audience: Audience, as_of: date) -> dict[str, tuple[str, str | bytes]]:
    """Return what each was made of, and its bytes."""
    found = late(world(), audience, as_of)
    return {place: (each.made_of, made(each)) for place, each in found.items()}


def made(late: Page | Artifact) -> str | bytes:
    return late.body if isinstance(late, Page) else late.content


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_everything_late_says_what_it_is_made_of(audience: Audience) -> None:
    found = late(world(), audience)
    assert len(found) > 40
    told = [each.made_of for each in found.values()]
    assert "" not in told
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("audience", ["public", "internal"])
@pytest.mark.parametrize("name", CHANGES)
def test_made_of_the_same_it_has_the_same_bytes(name: str, audience: Audience) -> None:
    old = before(audience, AS_OF)
    after = late(CHANGES[name](world()), audience)
    same = [place for place in old.keys() & after.keys() if old[place][0] == after[place].made_of]
    assert [place for place in sorted(same) if made(after[place]) != old[place][1]] == []
    if name == "nothing":
        assert len(same) == len(old)


@pytest.mark.parametrize("audience", ["public", "internal"])
@pytest.mark.parametrize("as_of", DAYS[1:])
def test_another_day_makes_everything_anew(as_of: date, audience: Audience) -> None:
    old, after = before(audience, AS_OF), late(world(), audience, as_of)
    assert {each[0] for each in old.values()}.isdisjoint(each.made_of for each in after.values())

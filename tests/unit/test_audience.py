"""Nothing internal gets past the projection: no value, no record, no figure that tells of one.

The cases come from the models: every field that they call internal is filled with something that
stands nowhere else, and then looked for. Source: design, section 2 (*i*) and section 4.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cache
from io import BytesIO
from typing import Any, Final, TypeVar, get_args
from zipfile import ZipFile, is_zipfile

import pytest
from openpyxl import load_workbook

from generator.audience import View, project, without_internal
from generator.compliance.figures import PeriodResult
from generator.compliance.results import Results, assess
from generator.compliance.year import MemberYear, YearResult
from generator.domain.fields import Audience, Shape, audience_of, shape_within
from generator.domain.media import Picture
from generator.domain.records import Records
from generator.present.site import site
from tests.builders import item, leave, member, part_time, plan, policy, records, term, visit
from tests.unit.present.views import article, photo

AS_OF: Final = date(2020, 3, 15)
FIRST: Final = date(1901, 1, 1)
AUDIENCES: Final[tuple[Audience, ...]] = ("public", "internal")
Part = TypeVar("Part", bound=Shape)

# Records of which nothing is public. Every text of theirs says so.
SECRET_PARTS: Final = {
    "an issue without a public text": "Ý-KÍN",
    "a photo without consent": "ẢNH-KÍN",
    "the file of a photo without consent": "2019/anh-kin.jpg",
    "an item of a month that nobody approved": "MỤC-KÍN",
    "an item of a month that is not over": "MỤC-SAU",
    "the id of such an item": "kin-03",
    "a draft": "NHÁP-KÍN",
    "the id of a draft": "2020-01-02-nhap-kin",
}
FOR_NOBODY: Final = {
    "a withdrawn visit": "RÚT-KÍN",
    "its venue": "NƠI-RÚT",
    "its issue": "Ý-RÚT",
    "a withdrawn article": "GỠ-KÍN",
}


@dataclass
class Canaries:
    """What the internal fields were filled with, by model and field."""

    held: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    count: int = 0

    def fill(self, part: Part) -> Part:
        """Return the part with each of its internal fields, at any depth, filled with its own."""
        update: dict[str, Any] = {}
        for name, value in part:
            spec = type(part).model_fields[name]
            if audience_of(spec) == "internal":
                update[name] = self._made(type(part), name)
            elif isinstance(value, Shape):
                update[name] = self.fill(value)
            elif isinstance(value, tuple):
                update[name] = tuple(
                    self.fill(each) if isinstance(each, Shape) else each for each in value
                )
        return part.model_copy(update=update)

    def _made(self, model: type[Shape], name: str) -> Any:
        spec = model.model_fields[name]
        within = shape_within(spec.annotation)
        if within is not None:
            assert issubclass(within, Shape)
            values = {key: self._made(within, key) for key in within.model_fields}
            whole = within.model_construct(**values)
            return (whole,) if "tuple" in str(spec.annotation) else whole
        self.count += 1
        day = FIRST + timedelta(days=self.count)
        text = f"CHIM{self.count:03d}HÉT"
        is_day = date in _leaves(spec.annotation)
        shown = (repr(day), day.isoformat(), f"{day:%d/%m/%Y}") if is_day else (text,)
        self.held.setdefault((model.__name__, name), []).extend(shown)
        return day if is_day else text

    def told(self, text: str) -> list[tuple[str, str]]:
        """Return the fields whose values the text tells."""
        return [key for key, told in self.held.items() if any(each in text for each in told)]


def _leaves(annotation: Any) -> set[Any]:
    arguments = get_args(annotation)
    return set().union(*map(_leaves, arguments)) if arguments else {annotation}


def _shapes(above: type[Shape] = Shape) -> Iterator[type[Shape]]:
    for each in above.__subclasses__():
        if each.__module__.startswith("generator.domain."):
            yield each
        yield from _shapes(each)


INTERNAL_LEAVES: Final = sorted(
    (model.__name__, name)
    for model in _shapes()
    for name, spec in model.model_fields.items()
    if audience_of(spec) == "internal" and shape_within(spec.annotation) is None
)


def _parts() -> Records:
    """Return records with everything that is internal as a whole, and its public likeness."""
    meeting = visit(
        "2019-04-12",
        members=["an", "binh"],
        kind="meeting",
        venue="cụm 3",
        issues=[
            {"id": "kn-2", "text": "x", "public_text": "Thiếu ghế ngồi họp.", "status": "resolved"},
            {"text": "Ý-KÍN 1", "referred_to": "Ý-KÍN 2", "due": "2019-05-01"},
        ],
        photos=[
            photo("2019/hop.jpg", caption="Buổi họp"),
            photo("2019/anh-kin.jpg", caption="ẢNH-KÍN", credit="ẢNH-KÍN", consent=False),
        ],
        plan_item="2019/an/t04",
        report={"number": "9-BC", "submitted": "2019-04-30"},
    )
    held = records(
        member("an"),
        member("binh"),
        meeting,
        visit("2019-05-14", unit="an-truong-a", members=["binh"], plan_item="2019/binh/kin-03"),
        visit("2020-02-03", unit="an-truong-a"),
        visit(
            "2019-06-05",
            "rut",
            content="RÚT-KÍN",
            guidance="RÚT-KÍN",
            venue="NƠI-RÚT",
            issues=[{"text": "Ý-RÚT 1", "public_text": "Ý-RÚT 2"}],
            photos=[photo("2019/rut.jpg", caption="RÚT-KÍN")],
            withdrawn="2019-07-01",
            former_ids=["2019-06-04-rut"],
        ),
        policy(),
        plan(
            2019,
            "an",
            item("t04", 4, kind="meeting", purpose="Dự họp lệ"),
            approvals=[{"period": "2019-Q2", "date": "2019-03-25", "by": "Thường trực"}],
        ),
        plan(2019, "binh", item("kin-03", 5, purpose="MỤC-KÍN", cancelled="MỤC-KÍN")),
        plan(
            2020,
            "an",
            item("sau", 3, purpose="MỤC-SAU"),
            approvals=[{"period": "2020", "date": "2019-12-25", "by": "Thường trực"}],
        ),
    )
    articles = (
        article(title="Tin đã đăng", visits=["2019-04-12-ap-3"]),
        article("2020-01-02-nhap-kin", title="NHÁP-KÍN", body="NHÁP-KÍN", status="draft"),
        article(
            "2020-01-03-go",
            **dict.fromkeys(("title", "lead", "author", "department", "category"), "GỠ-KÍN"),
            body="GỠ-KÍN",
            photo_credit="GỠ-KÍN",
            visits=["2019-04-12-ap-3"],
            period="2019-04",
            tags=["GỠ-KÍN"],
            cover="2019/hop.jpg",
            status="withdrawn",
        ),
    )
    files = ("2019/hop.jpg", "2019/anh-kin.jpg", "2019/rut.jpg")
    return replace(
        held,
        articles={each.id: each for each in articles},
        pictures={f: Picture(f, f"records/media/{f}", 1000, "JPEG", 800, 600) for f in files},
        known={
            **held.known,
            "media": frozenset(files),
            "articles": frozenset(a.id for a in articles),
        },
    )


@cache
def whole() -> tuple[Records, Canaries]:
    """Return the records with every internal field filled, and what it was filled with."""
    canaries, plain = Canaries(), _parts()
    filled = replace(
        plain,
        members={key: canaries.fill(each) for key, each in plain.members.items()},
        visits={
            key: each if each.withdrawn else canaries.fill(each)
            for key, each in plain.visits.items()
        },
        plans={key: canaries.fill(each) for key, each in plain.plans.items()},
        policies={key: canaries.fill(each) for key, each in plain.policies.items()},
    )
    return filled, canaries


@cache
def seen(audience: Audience) -> View:
    held, _ = whole()
    return project(held, assess(held, AS_OF), audience)


def everything_in(view: View) -> str:
    return repr((view.records, view.results, view.gone, view.gone_articles))


@cache
def pages(audience: Audience) -> str:
    made = site(seen(audience))
    texts = [
        f"{page.address}\n{page.title}\n{page.body}\n{page.description}\n{page.search}\n{page.meta}"
        for page in made.pages
    ]
    files = [f"{each.path}\n{unpacked(each.content)}" for each in made.artifacts]
    return "\n".join([*texts, *files, repr(made.pictures)])


def unpacked(content: bytes) -> str:
    """Return the text of a file: of a document or a workbook, that of every part packed in it."""
    if not is_zipfile(BytesIO(content)):
        return content.decode()
    with ZipFile(BytesIO(content)) as packed:
        parts = [f"{name}\n{packed.read(name).decode()}" for name in packed.namelist()]
    # A workbook keeps days as numbers: only a reader of workbooks tells which are days.
    return "\n".join([*parts, *_days_of_cells(content)])


def _days_of_cells(content: bytes) -> list[str]:
    with ZipFile(BytesIO(content)) as packed:
        if "xl/workbook.xml" not in packed.namelist():
            return []
    cells = (
        cell.value
        for sheet in load_workbook(BytesIO(content))
        for row in sheet.iter_rows()
        for cell in row
    )
    return [each.date().isoformat() for each in cells if isinstance(each, datetime)]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("docx", ["word/document.xml", "Lê Văn An"]),
        ("xlsx", ["xl/worksheets/sheet1.xml", "Lê Văn An", "2020-02-03"]),
    ],
)
def test_what_is_packed_in_files_is_searched_too(kind: str, words: list[str]) -> None:
    made = [each for each in site(seen("internal")).artifacts if each.path.endswith(f".{kind}")]
    told = "\n".join(unpacked(each.content) for each in made)
    assert [each for each in words if each not in told] == []


def test_the_models_have_something_to_hide() -> None:
    assert ("Issue", "text") in INTERNAL_LEAVES
    assert ("Leave", "from_") in INTERNAL_LEAVES
    assert sorted(whole()[1].held) == INTERNAL_LEAVES, "every internal field is filled somewhere"


class TestRecords:
    def test_no_internal_value_is_left_for_the_public(self) -> None:
        assert whole()[1].told(everything_in(seen("public"))) == []

    def test_the_organisation_keeps_them_all(self) -> None:
        assert sorted(whole()[1].told(everything_in(seen("internal")))) == INTERNAL_LEAVES

    @pytest.mark.parametrize("secret", SECRET_PARTS.values(), ids=SECRET_PARTS)
    def test_what_is_internal_as_a_whole_goes_as_a_whole(self, secret: str) -> None:
        assert secret in everything_in(seen("internal"))
        assert secret not in everything_in(seen("public"))

    @pytest.mark.parametrize("secret", FOR_NOBODY.values(), ids=FOR_NOBODY)
    @pytest.mark.parametrize("audience", ["public", "internal"])
    def test_what_was_withdrawn_nobody_sees(self, audience: Audience, secret: str) -> None:
        assert secret in repr(whole()[0])
        assert secret not in everything_in(seen(audience))

    @pytest.mark.parametrize("audience", ["public", "internal"])
    def test_of_a_withdrawn_visit_the_addresses_stay(self, audience: Audience) -> None:
        (gone,) = seen(audience).gone
        assert (gone.id, gone.former_ids) == ("2019-06-05-rut", ("2019-06-04-rut",))
        assert (gone.date, gone.withdrawn) == (date(2019, 6, 5), date(2019, 7, 1))
        assert gone.id not in seen(audience).records.visits

    @pytest.mark.parametrize("audience", ["public", "internal"])
    def test_of_a_withdrawn_article_the_address_stays(self, audience: Audience) -> None:
        (gone,) = seen(audience).gone_articles
        assert gone.id not in seen(audience).records.articles
        assert gone.model_dump() == {
            "id": "2020-01-03-go",
            "path": "records/articles/2020/2020-01-03-go.md",
            "date": date(2020, 1, 3),
            "status": "withdrawn",
            **dict.fromkeys(("title", "lead", "author", "category", "body"), ""),
            **dict.fromkeys(("department", "photo_credit", "period", "cover")),
            **dict.fromkeys(("visits", "tags"), ()),
        }

    def test_an_issue_is_told_by_its_public_text(self) -> None:
        (issue,) = seen("public").records.visits["2019-04-12-ap-3"].issues
        assert issue.model_dump(exclude_defaults=True) == {
            "text": "Thiếu ghế ngồi họp.",
            "public_text": "Thiếu ghế ngồi họp.",
            "status": "resolved",
        }
        assert len(seen("internal").records.visits["2019-04-12-ap-3"].issues) == 2

    def test_only_consented_photos_and_their_pictures_stay(self) -> None:
        public = seen("public").records
        (shown,) = public.visits["2019-04-12-ap-3"].photos
        assert shown.file == "2019/hop.jpg"
        assert set(public.pictures) == {"2019/hop.jpg"}

    def test_only_ready_articles_stay(self) -> None:
        assert set(seen("public").records.articles) == {"2019-12-31-tong-ket"}
        assert set(seen("internal").records.articles) == {
            "2019-12-31-tong-ket",
            "2020-01-02-nhap-kin",
        }

    def test_what_tells_of_lateness_stays_inside(self) -> None:
        """Beside the deadline, which is public, the day of a report says that it was late."""
        name = "2019-04-12-ap-3"
        public, inside = (seen(each).records.visits[name] for each in ("public", "internal"))
        assert (public.recorded_on, public.report) == (None, None)
        assert inside.recorded_on == date(2019, 4, 12)
        assert inside.report is not None

    def test_gaps_between_the_ids_of_issues_do_not_count_the_internal_ones(self) -> None:
        name = "2019-04-12-ap-3"
        assert seen("internal").records.visits[name].issues[0].id == "kn-2"
        assert {each.id for each in seen("public").records.visits[name].issues} == {None}

    @pytest.mark.parametrize(
        ("counted", "told"),
        [
            ((38, 12), (38, 12)),
            ((3, 2), (3, None)),
            ((1, 3), (None, 3)),
            ((0, 0), (0, 0)),
            ((12, None), (12, None)),
            ((2, 1), None),
            ((None, 2), None),
            ((None, None), None),
        ],
    )
    def test_row_35_one_or_two_who_came_are_not_counted_out(
        self, counted: tuple[int | None, ...], told: tuple[int | None, ...] | None
    ) -> None:
        members, youth = (None if each is None else str(each) for each in counted)
        here = visit("2019-05-14", turnout={"members": members, "youth": youth})
        held = records(member("an"), here)
        public, inside = (
            project(held, assess(held, AS_OF), each).records.visits[here.id].turnout
            for each in AUDIENCES
        )
        assert (public and (public.members, public.youth)) == told
        assert inside is not None
        assert (inside.members, inside.youth) == counted

    def test_public_values_stay_as_they_are(self) -> None:
        public, held = seen("public").records, whole()[0]
        name = "2019-04-12-ap-3"
        for key in ("date", "unit", "venue", "kind", "members", "content", "plan_item"):
            assert getattr(public.visits[name], key) == getattr(held.visits[name], key)
        assert public.members["an"].terms == held.members["an"].terms
        assert (public.units, public.policies) == (held.units, held.policies)

    def test_the_records_given_are_untouched(self) -> None:
        held, _ = whole()
        before = repr(held)
        project(held, assess(held, AS_OF), "public")
        assert repr(held) == before

    def test_a_required_internal_text_becomes_empty(self) -> None:
        held = whole()[0].visits["2019-04-12-ap-3"].issues[0]
        assert held.text
        assert without_internal(held).text == ""


class TestPlans:
    """Approved plans of past months are public."""

    @pytest.mark.parametrize("period", ["2020", "2020-H1", "2020-Q1", "2020-02"])
    def test_by_any_approval_that_covers_the_month(self, period: str) -> None:
        assert self.shown(period, date(2020, 3, 1)) == ["t02"]

    @pytest.mark.parametrize("period", ["2019", "2020-Q2", "2020-01", "2020-03"])
    def test_not_by_one_that_does_not(self, period: str) -> None:
        assert self.shown(period, date(2020, 3, 31)) == []

    @pytest.mark.parametrize(
        ("as_of", "shown"), [(date(2020, 2, 29), []), (date(2020, 3, 1), ["t02"])]
    )
    def test_a_month_is_past_the_day_after_its_last(self, as_of: date, shown: list[str]) -> None:
        assert self.shown("2020", as_of) == shown

    def test_outcomes_are_those_of_the_items_shown(self) -> None:
        view = self.view("2020-02", date(2020, 4, 1))
        (variance,) = view.results.years[0].variances
        assert [each.item for each in variance.items] == ["t02"]

    @pytest.mark.parametrize(
        ("period", "told"),
        [
            ("2020", "2020-Q1"),
            ("2020-Q1", "2020-Q1"),
            ("2020-Q2", None),
            ("2020-04", None),
            ("2020-02", "2020-02"),
        ],
    )
    def test_approvals_are_told_for_past_months_only(self, period: str, told: str | None) -> None:
        (held,) = self.view(period, date(2020, 4, 1)).records.plans.values()
        assert [str(each.period) for each in held.approvals] == ([told] if told else [])
        (inside,) = self.view(period, date(2020, 4, 1), "internal").records.plans.values()
        assert [str(each.period) for each in inside.approvals] == [period]

    def test_unplanned_visits_are_told_only_where_the_plan_is(self) -> None:
        """What is besides a plan tells of the plan."""
        view = self.view("2020-02", date(2020, 4, 1))
        (variance,) = view.results.years[0].variances
        assert variance.unplanned == ("2020-02-11-ap-3",)
        inside = self.view("2020-02", date(2020, 4, 1), "internal").results.years[0].variances[0]
        assert inside.unplanned == ("2020-02-11-ap-3", "2020-03-10-ap-3")

    def test_totals_are_of_what_is_told(self) -> None:
        told = self.view("2020-02", date(2020, 4, 1)).results.years[0]
        assert [(each.month, each.not_done, each.unplanned) for each in told.plan_months] == [
            (2, 1, 1)
        ]
        assert (told.plan.items, told.plan.unplanned) == (1, 1)
        inside = self.view("2020-02", date(2020, 4, 1), "internal").results.years[0]
        assert (inside.plan.items, inside.plan.unplanned) == (2, 2)

    def view(self, period: str, as_of: date, audience: Audience = "public") -> View:
        approval = {"period": period, "date": "2020-01-01", "by": "Thường trực"}
        held = records(
            member("an"),
            plan(2020, "an", item("t02", 2), item("t03", 3), approvals=[approval]),
            visit("2020-02-11", kind="inspection"),
            visit("2020-03-10", kind="inspection"),
        )
        return project(held, assess(held, as_of), audience)

    def shown(self, period: str, as_of: date) -> list[str]:
        (held,) = self.view(period, as_of).records.plans.values()
        return [each.id for each in held.items]


def of(audience: Audience, held: Records, as_of: date = AS_OF) -> Results:
    return project(held, assess(held, as_of), audience).results


def year(results: Results, number: int) -> YearResult:
    found = results.year(number)
    assert found is not None
    return found


def by_id(found: YearResult) -> dict[str, MemberYear]:
    return {each.id: each for each in found.members}


def all_periods(found: YearResult) -> tuple[PeriodResult, ...]:
    return (found.whole, *found.months, *found.to_date, *found.longer)


class TestResults:
    HELD: Final = records(
        member("an", leave=[leave("2019-03-01", "2019-04-30"), leave("2020-01-01", "2020-01-31")]),
        member("binh"),
        member("chi", part_time()),
        member("dao", term("2019-07-01")),
        policy(),
        visit(
            "2019-06-03",
            members=["an", "binh"],
            recorded_on="2019-09-01",
            issues=[{"text": "x", "public_text": "y"}, {"text": "z"}],
        ),
        visit("2020-02-04", issues=[{"text": "x"}, {"text": "x", "public_text": "y"}]),
        visit("2020-03-20", issues=[{"text": "x", "public_text": "y"}]),
    )

    def test_who_reached_the_target_is_told_when_the_year_is_over(self) -> None:
        closed = year(of("public", self.HELD), 2019)
        assert closed.reached == 0
        assert {key: m.status for key, m in by_id(closed).items()} == {
            "an": "short",
            "binh": "short",
            "dao": "no_data",
        }

    def test_not_before(self) -> None:
        public, inside = (year(of(each, self.HELD), 2020) for each in ("public", "internal"))
        assert (public.reached, inside.reached) == (None, 0)
        assert (public.all_reported, inside.all_reported) == (False, True)
        assert {m.status for m in public.members} == {None}
        assert by_id(inside)["an"].status == "behind"

    @pytest.mark.parametrize(
        ("as_of", "told"), [(date(2019, 12, 30), None), (date(2019, 12, 31), 0)]
    )
    def test_a_year_is_over_on_its_last_day(self, as_of: date, told: int | None) -> None:
        assert year(of("public", self.HELD, as_of), 2019).reached == told

    def test_the_size_of_an_adjusted_target_tells_of_the_leave(self) -> None:
        public, inside = (year(of(each, self.HELD), 2019) for each in ("public", "internal"))
        assert {k: (m.target, m.adjusted) for k, m in by_id(public).items()} == {
            "an": (None, True),
            "binh": (60, False),
            "dao": (None, True),
        }
        assert {k: (m.target, m.adjusted) for k, m in by_id(inside).items()} == {
            "an": (50, True),
            "binh": (60, False),
            "dao": (30, True),
        }

    def test_pace_and_reports_stay_inside(self) -> None:
        public, inside = of("public", self.HELD), of("internal", self.HELD)
        for found in public.years:
            assert found.reports == ()
            assert {(m.expected_days, m.reports) for m in found.members} == {(None, None)}
        assert [each.timeliness for each in year(inside, 2019).reports] == ["late"]
        assert by_id(year(inside, 2019))["an"].reports is not None
        assert by_id(year(inside, 2020))["an"].expected_days is not None

    def test_what_is_due_stays_inside(self) -> None:
        public, inside = of("public", self.HELD), of("internal", self.HELD)
        assert public.due is None
        assert inside.due is not None
        assert [each.number for each in inside.due.issues] == [0, 1, 0, 1]

    def test_issues_raised_are_the_public_ones_up_to_the_day(self) -> None:
        public, inside = of("public", self.HELD), of("internal", self.HELD)
        raised = [
            [(found.whole.issues_raised, [m.issues_raised for m in found.months])]
            for found in (
                year(public, 2019),
                year(inside, 2019),
                year(public, 2020),
                year(inside, 2020),
            )
        ]
        none = [0] * 5
        assert raised == [
            [(1, [*none, 1, *none, 0])],
            [(2, [*none, 2, *none, 0])],
            [(1, [0, 1, 0])],
            [(2, [0, 2, 0])],
        ]

    def test_issues_of_longer_stretches_are_the_public_ones_too(self) -> None:
        found = year(of("public", self.HELD), 2019)
        assert [each.issues_raised for each in found.to_date] == [*([0] * 5), *([1] * 7)]
        assert {each.period: each.issues_raised for each in found.longer} == {
            **dict.fromkeys(["2019-Q1", "2019-Q3", "2019-Q4", "2019-H2"], 0),
            **dict.fromkeys(["2019-Q2", "2019-H1"], 1),
        }

    def test_standings_are_of_public_issues_numbered_among_them(self) -> None:
        public, inside = of("public", self.HELD), of("internal", self.HELD)
        assert [each.number for each in inside.issues] == [0, 1, 0, 1]
        assert [each.number for each in public.issues] == [0, 0]
        assert {each.days_overdue for each in public.issues} == {0}

    def test_every_other_figure_is_the_same(self) -> None:
        public, inside = of("public", self.HELD), of("internal", self.HELD)
        assert public.coverage == inside.coverage
        for told, known in zip(public.years, inside.years, strict=True):
            periods = {"whole", "months", "to_date", "longer"}
            hidden = {"members", "reached", "all_reported", "reports", "variances", *periods}
            assert told.model_dump(exclude=hidden) == known.model_dump(exclude=hidden)
            of_member = {"target", "status", "expected_days", "reports"}
            for one, other in zip(told.members, known.members, strict=True):
                assert one.model_dump(exclude=of_member) == other.model_dump(exclude=of_member)
            hidden = {"issues_raised"}
            for figures, others in zip(all_periods(told), all_periods(known), strict=True):
                assert figures.model_dump(exclude=hidden) == others.model_dump(exclude=hidden)


class TestPages:
    def test_no_internal_value_is_on_any_public_page_or_file(self) -> None:
        assert whole()[1].told(pages("public")) == []

    def test_every_internal_value_is_on_an_internal_page(self) -> None:
        assert sorted(whole()[1].told(pages("internal"))) == INTERNAL_LEAVES

    @pytest.mark.parametrize("secret", SECRET_PARTS.values(), ids=SECRET_PARTS)
    def test_what_is_internal_as_a_whole_is_on_internal_pages_only(self, secret: str) -> None:
        assert secret not in pages("public")
        assert secret in pages("internal")

    @pytest.mark.parametrize("secret", FOR_NOBODY.values(), ids=FOR_NOBODY)
    @pytest.mark.parametrize("audience", ["public", "internal"])
    def test_what_was_withdrawn_is_on_no_page(self, audience: Audience, secret: str) -> None:
        assert secret not in pages(audience)

    @pytest.mark.parametrize(
        "word",
        [
            "chậm tiến độ",
            "theo tiến độ cần",
            "quá hạn, chưa nộp",
            "trễ hạn",
            "NỘI BỘ",
            "chưa duyệt",
            "Nghỉ từ",
        ],
    )
    def test_words_of_internal_results_are_on_internal_pages_only(self, word: str) -> None:
        public, inside = (self.told(each) for each in ("public", "internal"))
        assert word in inside
        assert word not in public

    def told(self, audience: Audience) -> str:
        # Two pages explain the words to everyone; what they are said of stands elsewhere.
        explaining = {"cach-tinh/", "du-lieu/"}
        made = site(seen(audience)).pages
        return "\n".join(page.body for page in made if page.address not in explaining)

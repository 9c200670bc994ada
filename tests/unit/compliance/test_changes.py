"""What a change of the records does: to the day for each member, and what becomes of issues."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from generator.compliance.changes import Changes, changes
from generator.domain.records import Records
from generator.domain.visit import Visit
from tests.builders import member, policy, records, term, visit

AS_OF = date(2019, 12, 31)
NONE, ONE = Decimal(0), Decimal(1)
MEMBERS = (member("an", term("2015-01-01")), member("binh", term("2015-01-01")))


def state(*visits: Visit) -> Records:
    return records(*MEMBERS, policy(), *visits)


def told(before: Iterable[Visit], after: Iterable[Visit], *reviewers: str) -> Changes:
    return changes(state(*before), state(*after), AS_OF, reviewers)


def days(found: Changes) -> list[tuple[int, str, Decimal, Decimal]]:
    return [(each.year, each.member, each.days_before, each.days_after) for each in found.members]


def test_nothing_changed_is_nothing_told() -> None:
    same = [visit("2019-03-05")]
    found = told(same, same)
    assert (found.visits, found.members, found.issues, found.concerns) == ((), (), (), ())


def test_a_visit_is_new_changed_or_gone() -> None:
    gone, kept, stays = visit("2019-03-05"), visit("2019-04-05"), visit("2019-05-05")
    found = told(
        [gone, kept, stays], [visit("2019-02-05"), visit("2019-04-05", content="Khác."), stays]
    )
    assert [(each.id, each.turn) for each in found.visits] == [
        ("2019-02-05-ap-3", "new"), ("2019-03-05-ap-3", "gone"), ("2019-04-05-ap-3", "changed"),
    ]  # fmt: skip
    assert [each.visit.content for each in found.visits] == [
        "Làm việc với Đoàn xã.", "Làm việc với Đoàn xã.", "Khác.",
    ]  # fmt: skip


def test_a_withdrawn_visit_is_gone_and_one_taken_up_again_is_new() -> None:
    stands, withdrawn = visit("2019-03-05"), visit("2019-03-05", withdrawn="2019-06-01")
    assert [each.turn for each in told([stands], [withdrawn]).visits] == ["gone"]
    assert [each.turn for each in told([withdrawn], [stands]).visits] == ["new"]


def test_the_photos_of_a_change_are_those_before_and_those_now() -> None:
    def with_photos(*files: str) -> Visit:
        photos = [{"file": file, "caption": "Họp ấp", "consent": True} for file in files]
        return visit("2019-03-05", photos=photos)

    before, now = with_photos("2019/a.jpg", "2019/b.jpg"), with_photos("2019/b.jpg", "2019/c.jpg")
    for states, photos in (
        (([before], [now]), {"2019/a.jpg", "2019/b.jpg", "2019/c.jpg"}),
        (([], [now]), {"2019/b.jpg", "2019/c.jpg"}),
        (([before], []), {"2019/a.jpg", "2019/b.jpg"}),
    ):
        (change,) = told(*states).visits
        assert change.photos == photos


def test_days_are_told_to_the_day_for_everyone_of_a_year_that_moves() -> None:
    before = [visit("2019-03-05", end_date="2019-03-07"), visit("2019-04-01", members=["binh"])]
    after = [visit("2019-03-05", end_date="2019-03-08"), visit("2019-04-01", members=["binh"])]
    assert days(told(before, after)) == [
        (2019, "an", Decimal(3), Decimal(4)), (2019, "binh", Decimal(1), Decimal(1)),
    ]  # fmt: skip


def test_a_change_that_moves_no_day_tells_of_none() -> None:
    assert days(told([visit("2019-03-05")], [visit("2019-03-05", content="Khác.")])) == []


def test_a_second_visit_on_a_day_that_counts_already_adds_no_day() -> None:
    one = visit("2019-03-05", session="morning")
    two = visit("2019-03-05", "chieu", session="afternoon", unit="an-truong")
    assert days(told([one], [one, two])) == []


def test_a_visit_across_new_year_moves_both_years() -> None:
    found = changes(state(), state(visit("2018-12-30", end_date="2019-01-02")), AS_OF)
    assert [each for each in days(found) if each[1] == "an"] == [
        (2018, "an", Decimal(0), Decimal(2)), (2019, "an", Decimal(0), Decimal(2)),
    ]  # fmt: skip


def test_a_target_is_reached_and_lost() -> None:
    fifty_nine = [
        visit("2019-03-01", end_date="2019-03-31"),
        visit("2019-05-01", end_date="2019-05-28"),
    ]
    sixty = [*fifty_nine, visit("2019-06-01")]
    (an, _) = told(fifty_nine, sixty).members
    assert [an.days_before, an.days_after, an.target] == [59, 60, 60]
    assert (an.reached_before, an.reached_after) == (False, True)
    (an, _) = told(sixty, fifty_nine).members
    assert (an.reached_before, an.reached_after) == (True, False)


def test_a_member_who_comes_or_goes_is_told_with_no_days_on_the_other_side() -> None:
    with_an = records(MEMBERS[0], policy(), visit("2019-03-05"))
    with_both = records(
        *MEMBERS, policy(), visit("2019-03-05"), visit("2019-04-05", members=["binh"])
    )
    found = changes(with_an, with_both, AS_OF)
    assert days(found) == [(2019, "an", ONE, ONE), (2019, "binh", NONE, ONE)]
    back = changes(with_both, with_an, AS_OF)
    assert days(back) == [(2019, "an", ONE, ONE), (2019, "binh", ONE, NONE)]
    assert back.members[1].name == MEMBERS[1].name


def raised(**keys: str) -> dict[str, str]:
    return {"text": "Thiếu phòng họp.", **keys}


def issues(before: list[dict[str, str]], after: list[dict[str, str]]) -> list[tuple[str, int]]:
    found = told([visit("2019-03-05", issues=before)], [visit("2019-03-05", issues=after)])
    return [(each.turn, each.number) for each in found.issues]


SETTLED = {"status": "resolved", "resolved_on": "2019-04-01", "outcome": "Xong."}


def test_an_issue_is_opened_closed_opened_again_or_dropped() -> None:
    assert issues([], [raised()]) == [("opened", 0)]
    assert issues([raised()], [raised(**SETTLED)]) == [("closed", 0)]
    assert issues([raised(**SETTLED)], [raised()]) == [("opened", 0)]
    assert issues([raised()], []) == [("gone", 0)]


def test_an_issue_raised_and_settled_at_once_is_closed() -> None:
    assert issues([], [raised(**SETTLED)]) == [("closed", 0)]


def test_an_issue_that_stays_as_it_stands_is_not_told() -> None:
    assert issues([raised()], [raised(text="Nói rõ hơn.", status="referred")]) == []
    assert issues([raised(**SETTLED)], []) == []


def test_an_issue_is_known_by_its_id_wherever_it_stands() -> None:
    one, two = raised(id="kn-1"), raised(id="kn-2")
    assert issues([one, two], [two, one]) == []
    assert issues([one, two], [two]) == [("gone", 0)]


def test_the_issues_of_a_new_visit_are_opened() -> None:
    found = told([], [visit("2019-03-05", issues=[raised()])])
    assert [(each.turn, each.visit) for each in found.issues] == [("opened", "2019-03-05-ap-3")]


def concerns(before: Iterable[Visit], after: Iterable[Visit], *reviewers: str) -> list[object]:
    found = told(before, after, *reviewers).concerns
    return [(each.name, each.visit, each.about) for each in found]


def test_a_second_visit_to_a_place_in_one_week_is_a_concern() -> None:
    # 2019-03-04 is a Monday, 2019-03-10 the Sunday of its week.
    monday, sunday = visit("2019-03-04"), visit("2019-03-10", members=["binh"])
    assert concerns([monday], [monday, sunday]) == [
        ("same_place_same_week", "2019-03-10-ap-3", ("2019-03-04-ap-3",))
    ]


def test_the_next_week_and_another_place_are_no_concern() -> None:
    monday = visit("2019-03-04")
    assert (
        concerns([monday], [monday, visit("2019-03-11"), visit("2019-03-05", unit="tra-vinh")])
        == []
    )


def test_a_place_visited_besides_is_the_same_place() -> None:
    monday = visit("2019-03-04", unit="tra-vinh", other_units=["an-truong"])
    assert concerns([monday], [monday, visit("2019-03-06")]) == [
        ("same_place_same_week", "2019-03-06-ap-3", ("2019-03-04-ap-3",))
    ]


def test_a_reviewer_who_went_along_is_a_concern() -> None:
    went = visit("2019-03-05", members=["an", "binh"])
    assert concerns([], [went], "binh", "xa") == [("reviewer_took_part", went.id, ("binh",))]
    assert concerns([went], [went], "binh") == []


def test_a_visit_after_the_day_counted_is_a_concern_and_counts_nothing() -> None:
    later = visit("2020-01-01")
    assert concerns([], [later]) == [("after_the_day_counted", later.id, ())]
    assert days(told([], [later])) == []


def test_without_counting_visits_and_issues_are_told_alone() -> None:
    found = changes(state(), state(visit("2019-03-05")), AS_OF, counted=False)
    assert (len(found.visits), found.members, found.counted) == (1, (), False)

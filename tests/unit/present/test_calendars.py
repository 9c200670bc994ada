"""The calendars, read by icalendar and line by line. Source: issue *Site*; decision 0011; RFC 5545."""

from datetime import date
from typing import Any, Final

import pytest
from icalendar import Calendar

from generator.audience import View
from generator.domain.fields import Audience
from generator.present.calendars import calendar_files, calendar_units
from tests.builders import item, member, plan, policy, visit
from tests.unit.present.views import UNITS, everything, view

BASE: Final = "https://doan.test/di-co-so/"
ALL: Final = "lich/tat-ca.ics"
EVENING: Final = "Meeting tại cụm 3, xã An Trường A, huyện Càng Long"
TOUR: Final = "Survey tại huyện Càng Long và 1 đơn vị khác"


def files(shown: View, base: str = BASE) -> dict[str, bytes]:
    return {each.path: each.content for each in calendar_files(shown, base)}


def events(content: bytes) -> dict[str, Any]:
    """Return the events by title."""
    calendar = Calendar.from_ical(content)
    assert not calendar.errors
    return {str(each["summary"]): each for each in calendar.walk("VEVENT")}


def span(event: Any) -> tuple[date, date]:
    return event["dtstart"].dt, event["dtend"].dt


def lines(content: bytes) -> list[str]:
    """Return the lines with their folds undone, as section 3.1 has it."""
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_whose_calendars_there_are() -> None:
    assert sorted(files(everything())) == [
        "lich/don-vi/an-truong-a.ics",
        "lich/don-vi/an-truong.ics",
        "lich/don-vi/ap-3.ics",
        "lich/don-vi/cang-long.ics",
        "lich/don-vi/ham-giang.ics",
        "lich/don-vi/tra-cu.ics",
        ALL,
        "lich/uy-vien/an.ics",
        "lich/uy-vien/binh.ics",
    ]


def test_a_visit_is_an_event_of_whole_days() -> None:
    event = events(files(everything())[ALL])[EVENING]
    assert span(event) == (date(2019, 4, 12), date(2019, 4, 13))
    assert str(event["location"]) == "Cụm 3, xã An Trường A, huyện Càng Long"
    assert str(event["description"]) == (
        "Buổi tối.\nNgười đi: Lê Văn An và Lê Văn Binh.\nBa chi đoàn cùng họp một buổi."
    )
    assert str(event["url"]) == f"{BASE}chuyen-di/2019/2019-04-12-an-truong-a/"
    assert [str(each) for each in event["categories"].cats] == ["Meeting"]
    assert (str(event["status"]), str(event["transp"])) == ("CONFIRMED", "TRANSPARENT")
    assert event["dtstamp"].dt.isoformat() == "2019-04-12T00:00:00+00:00"


def test_the_end_of_a_visit_of_several_days_is_the_day_after() -> None:
    assert span(events(files(everything())[ALL])[TOUR]) == (date(2019, 5, 21), date(2019, 5, 24))


def test_a_member_has_only_the_days_of_being_there() -> None:
    made = files(everything())
    assert span(events(made["lich/uy-vien/an.ics"])[TOUR]) == (date(2019, 5, 21), date(2019, 5, 24))
    assert span(events(made["lich/uy-vien/binh.ics"])[TOUR]) == (
        date(2019, 5, 22),
        date(2019, 5, 23),
    )


def test_days_with_a_gap_are_two_events() -> None:
    tour = visit(
        "2019-05-21",
        end_date="2019-05-24",
        members=["an", "binh"],
        attendance=[{"member": "an", "dates": ["2019-05-24", "2019-05-21", "2019-05-22"]}],
    )
    calendar = Calendar.from_ical(
        files(view(member("an"), member("binh"), tour))["lich/uy-vien/an.ics"]
    )
    held = calendar.walk("VEVENT")
    assert [span(each) for each in held] == [
        (date(2019, 5, 21), date(2019, 5, 23)),
        (date(2019, 5, 24), date(2019, 5, 25)),
    ]
    assert len({str(each["uid"]) for each in held}) == 2


def test_a_planned_item_stands_on_the_first_of_its_month() -> None:
    inside = events(files(everything("internal"))["lich/uy-vien/binh.ics"])
    event = inside["Kế hoạch tháng 6: Survey"]
    assert span(event) == (date(2020, 6, 1), date(2020, 6, 2))
    assert str(event["status"]) == "TENTATIVE"
    assert str(event["description"]) == (
        "Người đi: Lê Văn Binh.\nDự kiến 1 ngày trong tháng 6/2020: chưa đến kỳ."
    )
    assert str(event["url"]) == f"{BASE}ke-hoach/2020/#binh-t06-1"


def test_a_planned_item_tells_place_and_outcome() -> None:
    event = events(files(everything())[ALL])[
        "Kế hoạch tháng 4: Meeting, Xã An Trường A, huyện Càng Long"
    ]
    assert str(event["location"]) == "Xã An Trường A, huyện Càng Long"
    assert str(event["description"]) == (
        "Người đi: Lê Văn An.\nDự kiến 1 ngày trong tháng 4/2019: đã thực hiện.\nDự họp lệ"
    )
    assert event["dtstamp"].dt.date() == date(2019, 1, 5)


def test_a_cancelled_item_says_so() -> None:
    event = events(files(everything())[ALL])["Đã hủy tháng 5: Inspection"]
    assert str(event["status"]) == "CANCELLED"
    assert "Lý do hủy: Trùng lịch họp" in str(event["description"])


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (ALL, "DỮ LIỆU MẪU – Đi công tác cơ sở – Tỉnh đoàn"),
        ("lich/uy-vien/an.ics", "DỮ LIỆU MẪU – Đi công tác cơ sở – Lê Văn An"),
        (
            "lich/don-vi/an-truong.ics",
            "DỮ LIỆU MẪU – Đi công tác cơ sở – Xã An Trường, huyện Càng Long",
        ),
    ],
)
def test_a_calendar_says_whose_it_is(path: str, name: str) -> None:
    calendar = Calendar.from_ical(files(everything())[path])
    assert str(calendar["name"]) == str(calendar["x-wr-calname"]) == name
    assert str(calendar["version"]) == "2.0"
    assert str(calendar["method"]) == "PUBLISH"
    assert "REFRESH-INTERVAL;VALUE=DURATION:P1D" in lines(files(everything())[path])


class TestUnits:
    def titles(self, unit: str) -> list[str]:
        return sorted(events(files(everything())[f"lich/don-vi/{unit}.ics"]))

    def test_a_unit_has_what_was_there_and_below_it(self) -> None:
        assert self.titles("an-truong") == [
            "Survey tại chi đoàn ấp 3, xã An Trường, huyện Càng Long",
            "Survey tại xã An Trường, huyện Càng Long",
        ]
        assert TOUR in self.titles("cang-long")
        assert EVENING in self.titles("cang-long")

    def test_a_second_unit_of_a_visit_has_it_too(self) -> None:
        assert TOUR in self.titles("ham-giang")

    def test_a_province_has_none(self) -> None:
        assert "tra-vinh" not in calendar_units(everything())

    def test_a_unit_of_a_plan_that_only_the_organisation_sees(self) -> None:
        coming = plan(2020, "an", item("t06-1", 6, unit="ham-giang"))
        parts = (member("an"), coming, policy(), *UNITS)
        assert "ham-giang" not in calendar_units(view(*parts))
        assert calendar_units(view(*parts, audience="internal")) == ("ham-giang", "tra-cu")

    def test_a_calendar_stays_when_what_was_in_it_is_long_ago(self) -> None:
        held = files(view(member("an"), visit("2015-03-05"), *UNITS))
        assert events(held["lich/don-vi/an-truong.ics"]) == {}
        # An empty calendar would be none: section 3.6 asks for a component.
        assert Calendar.from_ical(held["lich/don-vi/an-truong.ics"]).walk("VTIMEZONE")


def test_only_the_running_and_the_past_year() -> None:
    parts = (
        visit("2018-12-31", "cuoi-2018", venue="A"),
        visit("2018-12-30", "qua-nam", end_date="2019-01-01", venue="B"),
        visit("2019-01-01", "dau-2019", venue="C"),
        visit("2020-04-01", "sap-toi", venue="D"),
    )
    held = events(files(view(member("an"), *parts))[ALL])
    assert {str(each["location"])[0] for each in held.values()} == {"B", "C", "D"}


class TestAudiences:
    def test_the_public_has_no_plan_of_a_month_to_come_or_without_approval(self) -> None:
        told = b"".join(files(everything()).values())
        assert "Kế hoạch tháng 6".encode() not in told
        assert "Kế hoạch tháng 6".encode() in files(everything("internal"))[ALL]

    @pytest.mark.parametrize("mark", ["NỘI BỘ", "CLASS:CONFIDENTIAL"])
    def test_only_the_internal_one_is_marked_so(self, mark: str) -> None:
        assert mark in files(everything("internal"))[ALL].decode()
        assert mark not in files(everything())[ALL].decode()

    def test_nothing_internal_is_told(self) -> None:
        audiences: tuple[Audience, ...] = ("public", "internal")
        for audience in audiences:
            told = b"".join(files(everything(audience)).values()).decode().replace("\r\n ", "")
            for secret in ("Ghi chú kín", "Nhận xét kín", "07-QĐ", "nhà ông Năm"):
                assert secret not in told

    def test_a_withdrawn_visit_is_nowhere(self) -> None:
        assert "2019-06-05" not in files(everything("internal"))[ALL].decode()


class TestNames:
    def uids(self, content: bytes) -> set[str]:
        return {str(each["uid"]) for each in Calendar.from_ical(content).walk("VEVENT")}

    def test_events_keep_their_names_whatever_the_address_or_the_audience(self) -> None:
        public = self.uids(files(everything())[ALL])
        assert public == self.uids(files(everything(), base="")[ALL])
        assert public < self.uids(files(everything("internal"))[ALL])

    def test_a_changed_visit_keeps_its_name(self) -> None:
        one, other = (
            files(view(member("an"), visit("2019-03-05", content=content, venue=venue)))[ALL]
            for content, venue in (("Một.", None), ("Hai.", "cụm 3"))
        )
        assert self.uids(one) == self.uids(other)

    def test_an_event_has_one_name_in_all_calendars(self) -> None:
        made = files(everything())
        assert self.uids(made["lich/don-vi/cang-long.ics"]) < self.uids(made[ALL])

    def test_without_an_address_there_is_no_link(self) -> None:
        told = files(everything(), base="")[ALL]
        assert b"\r\nURL" not in told
        assert b"\r\nSOURCE" not in told


class TestHostileText:
    TEXT: Final = (
        "a, b; c \\n \\\\ d\nEND:VEVENT\nBEGIN:VEVENT\nUID:x\n\r\nSUMMARY:y END:VCALENDAR "
        + "ấp " * 60
    )

    def made(self) -> bytes:
        hostile = visit(
            "2019-03-05", venue="x, y; z \\ END:VCALENDAR: BEGIN:VEVENT", content=self.TEXT
        )
        return files(view(member("an"), hostile))[ALL]

    def test_it_stays_one_event(self) -> None:
        told = lines(self.made())
        assert [line for line in told if line.startswith(("BEGIN", "END"))] == [
            "BEGIN:VCALENDAR",
            "BEGIN:VTIMEZONE",
            "BEGIN:STANDARD",
            "END:STANDARD",
            "END:VTIMEZONE",
            "BEGIN:VEVENT",
            "END:VEVENT",
            "END:VCALENDAR",
        ]
        assert len([line for line in told if line.startswith("UID")]) == 2
        assert told[-1] == ""

    def test_it_is_read_back_as_it_was(self) -> None:
        event = next(iter(events(self.made()).values()))
        assert "x, y; z \\ END:VCALENDAR: BEGIN:VEVENT" in str(event["summary"])
        assert "a, b; c \\n \\\\ d END:VEVENT BEGIN:VEVENT UID:x SUMMARY:y" in str(
            event["description"]
        )

    def test_a_name_cannot_end_the_calendar(self) -> None:
        named = member("an", name="An\u2028 END:VCALENDAR")
        told = files(view(named, visit("2019-03-05")))["lich/uy-vien/an.ics"]
        assert lines(told).count("END:VCALENDAR") == 1
        assert told.endswith(b"END:VEVENT\r\nEND:VCALENDAR\r\n")

    def test_lines_are_folded_between_letters(self) -> None:
        physical = self.made().split(b"\r\n")
        assert max(map(len, physical)) <= 75
        for line in physical:
            line.decode()


def test_the_same_view_gives_the_same_bytes() -> None:
    assert files(everything()) == files(everything())

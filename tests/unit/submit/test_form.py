"""The page of the form, and what it offers. Source: issue *Submission*, Door 1; design, section 4."""

import json
from typing import Any

import pytest

from generator.audience import View, project
from generator.compliance.results import assess
from generator.domain.fields import Audience, Record, Shape
from generator.domain.visit import Visit
from generator.submit.asking import asking_of
from generator.submit.form import form_data, form_page
from tests.builders import day, item, leave, member, organisation, plan, records, term, unit, visit

AS_OF = day("2020-03-15")
REPOSITORY = {
    "forge": "forgejo",
    "url": "https://kho.example.org/tinh-doan/ban-ghi",
    "branch": "main",
    "public": False,
}


def view(*parts: Record | Shape, audience: Audience = "public", **keys: Any) -> View:
    whole = records(organisation(**keys), *parts)
    return project(whole, assess(whole, AS_OF), audience)


def told(*parts: Record | Shape, audience: Audience = "public", **keys: Any) -> dict[str, Any]:
    made = form_data(view(*parts, audience=audience, **keys))
    assert made.path == "gui-chuyen-di/form.json"
    data: dict[str, Any] = json.loads(made.content)
    return data


def ids(choices: list[dict[str, str]]) -> list[str]:
    return [each["id"] for each in choices]


class TestData:
    def test_whose_form_it_is(self) -> None:
        data = told(repository=REPOSITORY, as_of="2020-03-15")
        assert data | {"asking": {}, "choices": {}} == {
            "version": 1,
            "organisation": "Tỉnh đoàn",
            "demo": True,
            "notice": "DỮ LIỆU MẪU",
            "internal": True,
            "today": "2020-03-15",
            "repository": {
                "forge": "forgejo",
                "name": "Forgejo",
                "url": "https://kho.example.org/tinh-doan/ban-ghi",
                "branch": "main",
            },
            "more": "Thêm chi tiết",
            "longest": 31,
            "asking": {},
            "choices": {},
        }

    def test_without_a_repository_and_a_pinned_day(self) -> None:
        data = told()
        assert (data["repository"], data["today"], data["internal"]) == (None, "", True)

    def test_all_that_is_asked_is_asked_first_or_on_request(self) -> None:
        asking = told()["asking"]
        assert asking["visit"]["first"] == list(asking_of(Visit).first)
        assert asking["visit"]["more"] == list(asking_of(Visit).more)
        assert asking["issues"]["first"] == ["text"]
        assert asking["photos"] == {
            "first": ["file", "caption", "consent"],
            "more": ["alt", "credit"],
        }

    def test_nothing_internal_is_asked_where_anyone_reads_the_repository(self) -> None:
        data = told(repository=REPOSITORY | {"public": True})
        assert data["internal"] is False
        assert "issues" not in data["asking"]
        asked = {key for keys in data["asking"]["visit"].values() for key in keys}
        assert asked.isdisjoint({"issues", "assignment", "internal"})

    def test_the_same_records_give_the_same_bytes(self) -> None:
        assert form_data(view()) == form_data(view())


class TestChoices:
    def test_a_unit_has_its_place_its_time_and_its_part_of_a_name(self) -> None:
        province = unit("tinh", level="province", name="Tỉnh Trà Vinh")
        town = unit("thi-xa", "tinh", level="district", name="Thị xã Duyên Hải")
        ward = unit(
            "29236-phuong-1", "thi-xa", name="Phường 1", code="29236", valid_to="2020-06-30"
        )
        offered = {each["id"]: each for each in told(province, town, ward)["choices"]["units"]}
        assert offered["29236-phuong-1"] == {
            "id": "29236-phuong-1",
            "name": "Phường 1",
            "label": "Phường 1, thị xã Duyên Hải",
            "note": "29236",
            "slug": "phuong-1",
            "ends": "2020-06-30",
        }

    def test_what_ended_or_begins_within_a_year_is_offered(self) -> None:
        units = [
            unit("tinh", level="province"),
            unit("long-gone", "tinh", valid_to="2019-03-14"),
            unit("gone", "tinh", valid_to="2019-03-15"),
            unit("soon", "tinh", valid_from="2021-03-16"),
            unit("far", "tinh", valid_from="2021-03-17"),
        ]
        assert set(ids(told(*units)["choices"]["units"])) == {"tinh", "gone", "soon"}

    def test_the_public_form_knows_of_people_their_names_positions_and_time(self) -> None:
        an = member(
            "an",
            term("2018-01-01"),
            leave=[leave("2019-01-01", "2019-02-01")],
            contact={"phone": "0912345678", "email": "an@example.org"},
        )
        noted = visit("2020-03-05", internal={"note": "Ghi chú kín."})
        made = form_data(view(an, noted)).content.decode()
        assert json.loads(made)["choices"]["members"] == [
            {
                "id": "an",
                "name": "Lê Văn An",
                "note": "Ủy viên BCH chuyên trách, Ban Phong trào",
                "begins": "2018-01-01",
            }
        ]
        for kept in ("0912345678", "example.org", "Ghi chú kín", "2019-01-01"):
            assert kept not in made

    @pytest.mark.parametrize(
        ("audience", "known"),
        [("public", ["2020/an/t02-1"]), ("internal", ["2020/an/t02-1", "2020/an/t04-1"])],
    )
    def test_plans_are_offered_as_far_as_the_audience_knows_them(
        self, audience: Audience, known: list[str]
    ) -> None:
        approved = {"period": "2020", "date": "2020-01-02", "by": "Ban Thường vụ"}
        items = [
            item("t02-1", 2, unit="an-truong"),
            item("t02-2", 2, cancelled="Đổi lịch."),
            item("t04-1", 4),
        ]
        old = plan(2018, "an", item("t01-1", 1))
        data = told(
            member("an"), old, plan(2020, "an", *items, approvals=[approved]), audience=audience
        )
        assert ids(data["choices"]["plan_items"]) == known
        assert data["choices"]["plan_items"][0] == {
            "id": "2020/an/t02-1",
            "name": "Tháng 2: Survey, An-Truong, Cang-Long",
            "member": "an",
            "begins": "2020-02-01",
        }


class TestPage:
    def test_it_stands_at_its_address_and_is_found(self) -> None:
        page = form_page(view())
        assert (page.address, page.title, page.nav) == ("gui-chuyen-di/", "Gửi chuyến đi", "")
        assert page.search.startswith("Gửi chuyến đi")
        assert [heading.id for heading in page.headings] == ["cach-gui"]

    def test_it_loads_the_form_and_says_where_its_choices_are(self) -> None:
        body = form_page(view()).body
        assert 'data-choices="form.json" data-worker="worker.js"' in body
        assert '<script src="../assets/form.js" defer></script>' in body

    def test_every_way_is_told_without_a_script(self) -> None:
        body = form_page(view(repository=REPOSITORY)).body
        for way in (
            "<dt>Không có tài khoản nào, ghi trên điện thoại</dt>",
            "<dt>Có tài khoản Forgejo</dt>",
            '<a href="../admin/">trình soạn thảo</a>',
            '<a href="mau-nhap.xlsx">theo mẫu này</a>',
            "<dt>Không mở được biểu mẫu</dt>",
            "<dt>Nhiều chuyến đi cũ cùng lúc</dt>",
            "<li>Tóm tắt nội dung làm việc</li>",
            "<li>Khó khăn, vướng mắc</li>",
        ):
            assert way in body

    def test_a_way_that_there_is_not_is_not_told(self) -> None:
        assert "Có tài khoản" not in form_page(view()).body

    def test_difficulties_are_not_asked_for_in_public(self) -> None:
        body = form_page(view(repository=REPOSITORY | {"public": True})).body
        assert "<li>Khó khăn, vướng mắc</li>" not in body

"""What the editor asks is what the models say. Source: issue *Submission*, Door 3."""

import json
from collections.abc import Iterator
from typing import Any, Final

from generator.audience import View, project
from generator.compliance.results import assess
from generator.domain.fields import Audience, label_of
from generator.domain.organisation import Repository
from generator.domain.scalars import ID_PATTERN
from generator.domain.visit import ISSUE_STATUSES, Issue, Photo, Visit
from generator.submit.asking import asking_of
from generator.submit.editor.collections import configuration, options
from generator.submit.editor.forge import SignIn
from generator.submit.editor.page import editor_files
from tests.builders import day, member, organisation, policy, records, term, unit, visit

AS_OF: Final = day("2020-03-15")
SIGN_IN: Final = SignIn(app_id="ung-dung", service="https://dang-nhap.example.org")
UNITS: Final = (
    unit("tinh", level="province", name="Tỉnh Trà Vinh"),
    unit("tp", "tinh", level="district", name="Thành phố Trà Vinh"),
    unit("tx", "tinh", level="district", name="Thị xã Duyên Hải"),
    unit("p1", "tp", name="Phường 1"),
    unit("p1-tx", "tx", name="Phường 1", valid_to="2020-02-29"),
)


def view(*, public: bool = False, audience: Audience = "internal", forge: bool = True) -> View:
    told = {"forge": "gitlab", "url": "https://kho.example.org/a/b", "public": public}
    repository = Repository.model_validate(told) if forge else None
    held = records(
        organisation(repository=repository),
        policy(),
        member("an", term("2015-01-01", "2019-12-31")),
        member("ba"),
        *UNITS,
        visit("2020-03-01", unit="p1", members=("ba",)),
    )
    return project(held, assess(held, AS_OF), audience)


def collection(told: dict[str, Any], name: str) -> dict[str, Any]:
    (found,) = (each for each in told["collections"] if each["name"] == name)
    return dict(found)


def field(told: dict[str, Any], *path: str) -> dict[str, Any]:
    found = collection(told, path[0])
    for key in path[1:]:
        (found,) = (each for each in found["fields"] if each["name"] == key)
    return found


def names(fields: list[dict[str, Any]]) -> list[str]:
    return [each["name"] for each in fields]


def test_four_lists_each_a_branch_nobody_takes_in_or_removes() -> None:
    told = configuration(view(), SIGN_IN)
    assert told["publish_mode"] == "editorial_workflow"
    assert told["locale"] == "vi"
    assert [(each["name"], each["label"]) for each in told["collections"]] == [
        ("visits", "Chuyến đi cơ sở"),
        ("follow-up", "Theo dõi kiến nghị"),
        ("plans", "Kế hoạch năm"),
        ("articles", "Tin, bài"),
    ]
    assert {(each["publish"], each["delete"]) for each in told["collections"]} == {(False, False)}
    assert [each["create"] for each in told["collections"]] == [True, False, True, True]
    assert "local_backend" not in told


def test_a_visit_is_asked_in_the_order_of_asking_under_the_names_of_the_model() -> None:
    fields = collection(configuration(view(), SIGN_IN), "visits")["fields"]
    asking = asking_of(Visit)
    # Nothing is there to choose a programme or a topic from.
    expected = [key for key in (*asking.asked, *asking.later) if key not in ("programme", "topics")]
    assert names(fields) == expected
    assert [each["label"] for each in fields] == [label_of(Visit, key) for key in expected]
    required = {each["name"] for each in fields if each["required"]}
    assert required == {"date", "unit", "kind", "members", "content"}


def test_an_issue_has_what_is_written_later_and_its_id_is_not_asked() -> None:
    told = configuration(view(), SIGN_IN)
    issue = names(field(told, "visits", "issues")["fields"])
    asking = asking_of(Issue)
    assert issue == [*asking.asked, *asking.later]
    assert "id" not in issue
    followed = field(told, "follow-up", "issues")
    assert names(followed["fields"]) == issue
    assert (followed["allow_add"], followed["allow_remove"]) == (False, False)
    assert field(told, "visits", "issues", "status")["options"] == [
        {"value": value, "label": label} for value, label in ISSUE_STATUSES.items()
    ]


def test_a_public_repository_is_told_nothing_internal() -> None:
    told = configuration(view(public=True), SIGN_IN)
    assert [each["name"] for each in told["collections"]] == ["visits", "plans", "articles"]
    asked = names(collection(told, "visits")["fields"])
    assert not {"internal", "assignment", "issues"} & set(asked)
    assert "photos" in asked


def test_units_of_one_name_are_told_apart_and_what_ended_says_so() -> None:
    units = {each["value"]: each["label"] for each in options(view())["units"]}
    assert units == {
        "tinh": "Tỉnh Trà Vinh",
        "tp": "Thành phố Trà Vinh",
        "tx": "Thị xã Duyên Hải",
        "p1": "Phường 1, thành phố Trà Vinh",
        "p1-tx": "Phường 1, thị xã Duyên Hải (đến 29/02/2020)",
    }
    assert options(view())["members"] == (
        {"value": "an", "label": "Lê Văn An (đến 31/12/2019)"},
        {"value": "ba", "label": "Lê Văn Ba"},
    )
    assert options(view())["visits"] == (
        {"value": "2020-03-01-ap-3", "label": "01/03/2020: Phường 1, thành phố Trà Vinh"},
    )


def test_each_kind_of_value_has_its_widget_and_its_limits() -> None:
    told = configuration(view(), SIGN_IN)
    date = field(told, "visits", "date")
    assert (date["widget"], date["format"], date["date_format"], date["time_format"]) == (
        "datetime", "YYYY-MM-DD", "DD/MM/YYYY", False,
    )  # fmt: skip
    members = field(told, "visits", "members")
    assert (members["multiple"], members["min"], members["default"]) == (True, 1, [])
    assert field(told, "visits", "venue")["pattern"] == [
        r"^[\s\S]{0,500}$", "dài quá 500 ký tự; viết ngắn lại.",
    ]  # fmt: skip
    assert field(told, "visits", "content")["widget"] == "text"
    assert field(told, "visits", "turnout", "youth")["value_type"] == "int"
    assert field(told, "visits", "former_ids")["field"]["pattern"][0] == ID_PATTERN
    days = field(told, "plans", "items", "days")
    assert (days["value_type"], days["step"], days["min"]) == ("float", 0.5, 0)
    assert field(told, "articles", "period")["widget"] == "string"
    assert field(told, "visits", "photos", "consent") == {
        "name": "consent",
        "label": label_of(Photo, "consent"),
        "required": False,
        "widget": "boolean",
    }
    assert field(told, "visits", "photos", "file")["widget"] == "image"
    assert field(told, "articles", "body")["widget"] == "text"


def test_a_part_that_may_be_left_out_asks_for_nothing_of_itself() -> None:
    told = configuration(view(), SIGN_IN)
    report = field(told, "visits", "report")
    assert {each["required"] for each in report["fields"]} == {False}
    photo = field(told, "visits", "photos")
    assert {each["name"] for each in photo["fields"] if each["required"]} == {"file", "caption"}


def test_help_that_tells_of_ids_is_left_out_where_names_are_chosen() -> None:
    told = configuration(view(), SIGN_IN)
    assert "hint" not in field(told, "visits", "members")
    assert "hint" not in field(told, "visits", "kind")
    unit_hint = field(told, "visits", "unit")["hint"]
    assert unit_hint == Visit.model_fields["unit"].description
    assert "hint" not in field(told, "plans", "items", "days")


def test_no_default_is_written_for_anybody() -> None:
    assert set(_defaults(configuration(view(), SIGN_IN)["collections"])) == {"", "[]"}


def _defaults(node: object) -> Iterator[str]:
    if isinstance(node, list):
        for each in node:
            yield from _defaults(each)
    elif isinstance(node, dict):
        if "default" in node:
            yield str(node["default"])
        for each in node.values():
            yield from _defaults(each)


def test_the_file_says_what_names_a_new_record() -> None:
    page, config = editor_files(view(), SIGN_IN)
    assert (page.path, config.path) == ("admin/index.html", "admin/config.json")
    told = json.loads(config.content)
    slugs = {each["id"]: each["slug"] for each in told["units"]}
    assert slugs["p1"] == "phuong-1"
    assert told["decap"] == json.loads(json.dumps(configuration(view(), SIGN_IN)))
    assert told["today"] == ""


def test_the_public_site_configures_nothing_internal() -> None:
    shown = view(audience="public")
    (_, config) = editor_files(shown, SIGN_IN)
    assert json.loads(config.content)["decap"]["collections"][0]["name"] == "visits"
    page = next(iter(editor_files(shown, SIGN_IN))).content.decode()
    assert "NỘI BỘ" not in page


def test_without_a_sign_in_there_is_a_page_and_no_configuration() -> None:
    (page,) = editor_files(view())
    assert "CONGTAC_EDITOR_APP_ID" in page.content.decode()
    (page,) = editor_files(view(forge=False))
    assert "khóa <code>repository</code>" in page.content.decode()


def test_the_server_on_this_machine_takes_the_place_of_the_forge() -> None:
    told = configuration(view(), SignIn(local="http://127.0.0.1:9000/api/v1"))
    assert told["local_backend"] == {"url": "http://127.0.0.1:9000/api/v1"}

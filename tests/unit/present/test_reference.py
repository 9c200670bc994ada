"""The field reference says of every key what it is, and its examples hold."""

from pathlib import Path

import pytest
from PIL import Image

from generator.build.check import check
from generator.domain.fields import Record
from generator.domain.titles import FILE_TITLES
from generator.load.article_text import read_article
from generator.load.layout import KINDS, Kind
from generator.load.shape import shape
from generator.load.strict_yaml import read
from generator.present.reference import Choice, FieldRow, example_file, field_reference
from generator.submit.canonical import canonical

BY_NAME = {file.name: file for file in field_reference()}


def row(file: str, path: str) -> FieldRow:
    (found,) = (each for each in BY_NAME[file].fields if each.path == path)
    return found


def test_every_kind_of_file_is_there_with_its_place() -> None:
    assert list(BY_NAME) == [kind.name for kind in KINDS] == list(FILE_TITLES)
    assert BY_NAME["units"].place == "records/units.yml"
    assert BY_NAME["visits"].place == "records/visits/<năm>/<ngày>-<tên ngắn>.yml"
    assert BY_NAME["visits"].title == "Chuyến đi cơ sở"


def test_a_row_says_what_a_key_takes() -> None:
    assert row("visits", "session") == FieldRow(
        path="session",
        key="session",
        depth=0,
        title="Buổi",
        required=False,
        takes="một trong các từ cho sẵn",
        choices=(
            Choice("full_day", "cả ngày"),
            Choice("morning", "buổi sáng"),
            Choice("afternoon", "buổi chiều"),
            Choice("evening", "buổi tối"),
        ),
        description="Khác cả ngày thì chuyến đi phải gói trong một ngày.",
        audience="public",
        default="full_day (cả ngày)",
        example="full_day",
    )


@pytest.mark.parametrize(
    ("file", "path", "takes", "required", "default"),
    [
        ("visits", "date", "ngày, viết năm-tháng-ngày", True, ""),
        ("visits", "content", "chữ, một hay nhiều dòng", True, ""),
        ("visits", "venue", "chữ, một dòng", False, ""),
        ("visits", "turnout.members", "số nguyên", False, ""),
        ("visits", "photos[].consent", "true (có) hoặc false (không)", False, "false (không)"),
        ("visits", "issues[]", "danh sách; mỗi mục là nhóm khóa", False, ""),
        ("plans", "items[].days", "số ngày, có thể lẻ nửa ngày", True, ""),
        ("organisation", "repository.url", "địa chỉ web", True, ""),
        ("organisation", "schema_version", "số nguyên", False, "1"),
        (
            "visits",
            "members[]",
            "danh sách, ít nhất một mục; mỗi mục là mã: chữ thường không dấu, chữ số, gạch nối",
            True,
            "",
        ),
        (
            "articles",
            "period",
            "năm, nửa năm, quý hoặc tháng: 2019, 2019-H1, 2019-Q2, 2019-03",
            False,
            "",
        ),
    ],
)
def test_kinds_of_value(file: str, path: str, takes: str, required: bool, default: str) -> None:  # noqa: FBT001
    found = row(file, path)
    assert (found.takes, found.required, found.default) == (takes, required, default)


def test_internal_groups_are_internal_throughout() -> None:
    internal = {
        f"{f.name}: {r.path}"
        for f in BY_NAME.values()
        for r in f.fields
        if r.audience == "internal"
    }
    assert internal == {
        "members: leave[]", "members: leave[].from", "members: leave[].to", "members: leave[].reason",
        "members: contact", "members: contact.email", "members: contact.phone",
        "visits: issues[].text", "visits: issues[].outcome",
        "visits: assignment", "visits: assignment.number", "visits: assignment.date",
        "visits: internal", "visits: internal.note", "visits: internal.assessment",
    }  # fmt: skip


def test_every_single_value_has_an_example_on_one_line() -> None:
    for file in BY_NAME.values():
        for each in file.fields:
            group = each.takes.endswith("nhóm khóa")
            assert bool(each.example) != group, (file.name, each.path)
            assert "\n" not in each.example
            assert len(each.example) <= 60


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_examples_are_right_and_in_canonical_form(kind: Kind) -> None:
    text = example_file(kind.name)
    if kind.name == "articles":
        article = read_article(text.encode())
        document, text = article.front, text.split("---\n")[1]
    else:
        document = read(text.encode())
    assert document.tree is not None
    assert document.faults == ()
    assert isinstance(shape(kind.model, document.tree, {"id": "x", "path": "x"}), Record)
    assert canonical(document.tree, kind.model) == text
    assert BY_NAME[kind.name].example == example_file(kind.name)


def test_the_examples_are_records_of_one_sound_organisation(tmp_path: Path) -> None:
    root = tmp_path / "records"
    files = {
        "organisation": "organisation.yml",
        "units": "units.yml",
        "activities": "activities.yml",
        "members": "members/le-van-ba.yml",
        "policies": "policies/chu-truong-1-2.yml",
        "plans": "plans/2019/le-van-ba.yml",
        "visits": "visits/2019/2019-05-20-ap-3.yml",
        "articles": "articles/2019/2019-05-24-ap-3.md",
    }
    for kind, name in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(example_file(kind))
    second = example_file("members").replace("Lê Văn Ba", "Trần Thị Tư").replace("Anh", "Chị")
    (root / "members/tran-thi-tu.yml").write_text(second)
    (root / "media/2019").mkdir(parents=True)
    Image.new("RGB", (600, 400)).save(root / "media/2019/ap-3.jpg")
    assert check(root).findings == ()

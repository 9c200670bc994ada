"""A tree becomes a record, or every fault of its shape at once; rows 15, 16 and 18."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from generator.domain.article import Article
from generator.domain.fields import Record, shape_within, written_fields
from generator.domain.finding import Fault, FieldPath
from generator.domain.member import Member
from generator.domain.organisation import Organisation
from generator.domain.plan import Plan
from generator.domain.policy import Policy
from generator.domain.unit import UnitList
from generator.domain.visit import Visit
from generator.load.layout import KINDS
from generator.load.shape import shape
from tests.rows import RecordProperty

DERIVED = {"id": "x", "path": "records/x.yml"}
VISIT = {
    "date": "2019-05-20",
    "unit": "a",
    "kind": "b",
    "members": ["an"],
    "content": "Dự họp lệ.",
}


def faults(model: type[Record], tree: dict[str, Any]) -> list[tuple[str, FieldPath]]:
    """Return code and field of each fault."""
    shaped = shape(model, tree, DERIVED)
    return [(f.code, f.field) for f in shaped] if isinstance(shaped, tuple) else []


def only(model: type[Record], tree: dict[str, Any]) -> Fault:
    """Return the only fault."""
    shaped = shape(model, tree, DERIVED)
    assert isinstance(shaped, tuple)
    (fault,) = shaped
    return fault


def test_a_sound_tree_is_the_record() -> None:
    visit = shape(Visit, VISIT, DERIVED)
    assert isinstance(visit, Visit)
    assert (visit.id, visit.path, visit.members) == ("x", "records/x.yml", ("an",))


CASES: list[tuple[dict[str, Any], str, FieldPath, str, str]] = [
    ({"date": None}, "S001", ("date",), "Thiếu khóa “date” (Ngày đi).", "Thêm dòng “date: …”."),
    ({"photos": [{"file": "a"}]}, "S001", ("photos", 0, "caption"), "Thiếu khóa “caption” (Chú thích ảnh).", "Thêm dòng “caption: …”."),
    ({"report": {}}, "S001", ("report", "submitted"), "Thiếu khóa “submitted” (Ngày nộp).", "Thêm dòng “submitted: …”."),
    ({"Venue": "a"}, "S002", ("Venue",), "Không có khóa “Venue”.", "Ý bạn là “venue”?"),
    ({"turnout": {"youths": "3"}}, "S002", ("turnout", "youths"), "Không có khóa “youths”.", "Ý bạn là “youth”?"),
    ({"turnout": {"zzz": "3"}}, "S002", ("turnout", "zzz"), "Không có khóa “zzz”.", "Các khóa dùng được: members, youth."),
    ({"id": "a"}, "S002", ("id",), "Không có khóa “id”.", "Xóa dòng này: mã của bản ghi là tên tệp."),
    ({"path": "a"}, "S002", ("path",), "Không có khóa “path”.", "Xóa dòng này: tệp nằm ở đâu thì đã rõ."),
    ({"members": "an"}, "S003", ("members",), "Chỗ này phải là một danh sách, nhưng lại là một giá trị.", "Mỗi mục một dòng, mở đầu bằng dấu gạch ngang và dấu cách."),
    ({"members": {"an": ""}}, "S003", ("members",), "Chỗ này phải là một danh sách, nhưng lại là một nhóm khóa.", "Mỗi mục một dòng, mở đầu bằng dấu gạch ngang và dấu cách."),
    ({"turnout": "25"}, "S003", ("turnout",), "Chỗ này phải là một nhóm khóa, nhưng lại là một giá trị.", "Xuống dòng, thụt vào hai dấu cách rồi ghi từng khóa."),
    ({"turnout": ["25"]}, "S003", ("turnout",), "Chỗ này phải là một nhóm khóa, nhưng lại là một danh sách.", "Xuống dòng, thụt vào hai dấu cách rồi ghi từng khóa."),
    ({"issues": ["a"]}, "S003", ("issues", 0), "Chỗ này phải là một nhóm khóa, nhưng lại là một giá trị.", "Xuống dòng, thụt vào hai dấu cách rồi ghi từng khóa."),
    ({"unit": ["a"]}, "S003", ("unit",), "Chỗ này phải là một giá trị, nhưng lại là một danh sách.", "Ghi giá trị ngay sau dấu hai chấm."),
    ({"session": ["morning"]}, "S003", ("session",), "Chỗ này phải là một giá trị, nhưng lại là một danh sách.", "Ghi giá trị ngay sau dấu hai chấm."),
    ({"members": [["an"]]}, "S003", ("members", 0), "Chỗ này phải là một giá trị, nhưng lại là một danh sách.", "Ghi giá trị ngay sau dấu hai chấm."),
    ({"session": "sáng"}, "S008", ("session",), "“sáng” không nằm trong các lựa chọn.", "Chọn một trong: full_day, morning, afternoon, evening."),
    ({"session": "mornin"}, "S008", ("session",), "“mornin” không nằm trong các lựa chọn.", "Ý bạn là “morning”? Chọn một trong: full_day, morning, afternoon, evening."),
    ({"venue": ""}, "S009", ("venue",), "Khóa này để trống.", "Điền giá trị, hoặc bỏ cả dòng đi."),
    ({"members": ""}, "S009", ("members",), "Khóa này để trống.", "Điền giá trị, hoặc bỏ cả dòng đi."),
    ({"turnout": ""}, "S009", ("turnout",), "Khóa này để trống.", "Điền giá trị, hoặc bỏ cả dòng đi."),
    ({"session": " "}, "S009", ("session",), "Khóa này để trống.", "Điền giá trị, hoặc bỏ cả dòng đi."),
    ({"members": [""]}, "S009", ("members", 0), "Khóa này để trống.", "Điền giá trị, hoặc bỏ cả dòng đi."),
    ({"members": []}, "S014", ("members",), "Danh sách này trống.", "Ghi ít nhất một mục."),
    ({"recorded_on": "0000-00-00"}, "S004", ("recorded_on",), "Không có ngày 0000-00-00.", "Tháng chỉ từ 01 đến 12."),
    ({"turnout": {"members": "inf"}}, "S005", ("turnout", "members"), "Chỗ này phải là một số nguyên, nhưng lại là “inf”.", "Chỉ viết chữ số, nhiều nhất 9 chữ số; không dấu, không đơn vị, không số 0 đứng đầu."),
]  # fmt: skip


@pytest.mark.parametrize(("change", "code", "field", "message", "hint"), CASES)
def test_one_slip_is_one_fault(
    change: dict[str, Any], code: str, field: FieldPath, message: str, hint: str
) -> None:
    tree = {key: value for key, value in (VISIT | change).items() if value is not None}
    assert only(Visit, tree) == Fault(code, "records/x.yml", field, message, hint)


def test_a_body_in_the_front_matter_is_sent_below_it() -> None:
    tree = {"title": "a", "date": "2019-01-01", "lead": "a", "author": "a", "category": "a"}
    shaped = shape(Article, tree | {"status": "draft", "body": "b"}, DERIVED | {"body": "c"})
    assert isinstance(shaped, tuple)
    assert [fault.hint for fault in shaped] == [
        "Xóa khóa này, viết thân bài bên dưới dòng --- thứ hai."
    ]


def test_all_faults_are_told_at_once() -> None:
    tree = {"id": "a", "date": "x", "members": ["", "Ấp"], "kindd": "b", "issues": [{}], "k": ""}
    assert faults(Visit, tree) == [
        ("S002", ("id",)),
        ("S004", ("date",)),
        ("S001", ("unit",)),
        ("S009", ("members", 0)),
        ("S007", ("members", 1)),
        ("S001", ("content",)),
        ("S001", ("issues", 0, "text")),
        ("S002", ("kindd",)),
        ("S002", ("k",)),
    ]


def test_faults_stand_deep_inside_generic_models() -> None:
    rules = {"annual_days": {"value": "x", "provnance": "y", "source": "z"}, "mean_rounding": ""}
    assert faults(Policy, {"rules": rules})[2:] == [
        ("S001", ("basis",)),
        ("S005", ("rules", "annual_days", "value")),
        ("S002", ("rules", "annual_days", "provnance")),
        ("S001", ("rules", "day_unit")),
        ("S001", ("rules", "proration")),
        ("S001", ("rules", "report_form")),
        ("S009", ("rules", "mean_rounding")),
    ]


def test_keys_of_python_and_of_the_file_are_not_mixed_up() -> None:
    term = {"position": "a", "department": "b", "full_time": "true"}
    assert faults(Member, {"name": "a", "terms": [term | {"from": "2019-01-01"}]}) == []
    assert faults(Member, {"name": "a", "terms": [term | {"from_": "2019-01-01"}]}) == [
        ("S002", ("terms", 0, "from_"))
    ]


EMPTY_LISTS = [
    (Plan, {"member": "a", "year": "2019", "items": []}, []),
    (UnitList, {"units": []}, [("S014", ("units",))]),
    (Visit, VISIT | {"topics": [], "issues": [], "photos": [], "attendance": []}, []),
]


@pytest.mark.parametrize(("model", "tree", "found"), EMPTY_LISTS)
def test_lists_may_be_empty_where_nothing_is_required(
    model: type[Record], tree: dict[str, Any], found: list[tuple[str, FieldPath]]
) -> None:
    assert faults(model, tree) == found


# --- every key misspelt ---------------------------------------------------------------------------


def keys(model: type[BaseModel], at: tuple[str, ...] = ()) -> Iterator[tuple[type, str]]:
    """Yield every model within a record with each of its keys."""
    for name, field in written_fields(model):
        yield model, field.alias or name
        inner = shape_within(field.annotation)
        if inner:
            yield from keys(inner, at)


EVERY_KEY = sorted({(model, key) for kind in KINDS for model, key in keys(kind.model)}, key=str)


def misspelt(key: str) -> Iterator[str]:
    """Yield the key with letters doubled, swapped, changed and in capitals."""
    middle = len(key) // 2
    yield key.capitalize()
    yield key[:middle] + key[middle] + key[middle:]
    yield key[: middle - 1] + key[middle] + key[middle - 1] + key[middle + 1 :]
    yield key[:middle] + "x" + key[middle + 1 :]
    yield f"{key} "


@pytest.mark.parametrize(("model", "key"), EVERY_KEY)
def test_row_18_every_misspelt_key_is_one_fault_that_knows_what_was_meant(
    model: type[BaseModel], key: str, record_property: RecordProperty
) -> None:
    from generator.load import shape as module

    wrongly = list(misspelt(key))
    for wrong in wrongly:
        fault = module._unknown((wrong,), model, "p")
        assert fault.hint == f"Ý bạn là “{key}”?", wrong
    record_property("figure", f"{len(wrongly)} slips of one key, each with what was meant")


@pytest.mark.parametrize("key", list(VISIT))
def test_a_misspelt_required_key_is_not_missing_besides(key: str) -> None:
    tree = dict(VISIT)
    tree[f"{key}s"] = tree.pop(key)
    assert only(Visit, tree).code == "S002"


def test_a_required_key_far_from_every_other_is_missing_too() -> None:
    tree = {"ngày": VISIT["date"], **VISIT}
    del tree["date"]
    assert faults(Visit, tree) == [("S001", ("date",)), ("S002", ("ngày",))]


def test_the_key_of_another_group_says_which_keys_there_are() -> None:
    organisation = {
        "name": "a", "full_name": "b", "document_issuer": "c", "place": "d", "demo": "true",
        "website": {"uri": "https://a.vn"},
    }  # fmt: skip
    assert only(Organisation, organisation).hint == "Ý bạn là “url”?"

"""A message is taken whole or not at all, whatever a chat program did to it on its way.

`tests/web/handover.json` holds what people told and what comes of it; tests/web/test_handover.py
runs the same cases through the form's own script.
"""

import json
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.domain.plain_schema import plain_schema
from generator.domain.visit import Visit
from generator.submit.canonical import canonical, in_order
from generator.submit.completion import completed, visit_id, visit_path
from generator.submit.incoming import Submission, read
from generator.submit.message import AGAIN, Misread, write
from generator.submit.readable import denied, labels_of, readable
from tests.builders import member, records, unit
from tests.unit.submit.drawn import drawn

FILE: Final = Path(__file__).parents[2] / "web" / "handover.json"
HANDOVER: Final = json.loads(FILE.read_text(encoding="utf-8"))
CASES: Final = {case["name"]: case for case in HANDOVER["cases"]}
UNITS: Final = records(
    *(unit(each["id"], name=each["name"]) for each in HANDOVER["choices"]["units"])
)
LABELS: Final = {
    kind: {each["id"]: each.get("label") or each["name"] for each in offered}
    for kind, offered in HANDOVER["choices"].items()
}
SENT: Final = {name: "\n".join(case["message"]) for name, case in CASES.items()}
CUT: Final = Misread("Tin bị cắt: không thấy dòng “Hết bản ghi” với đủ mã.", AGAIN)
ALTERED: Final = Misread("Bản ghi trong tin không còn nguyên: có chữ bị đổi hoặc bị mất.", AGAIN)

every_case: Final = pytest.mark.parametrize("name", CASES)


def text_of(told: Any) -> Any:
    """What the doors in Python are told: text."""
    if isinstance(told, dict):
        return {key: text_of(inner) for key, inner in told.items()}
    if isinstance(told, list):
        return [text_of(inner) for inner in told]
    return told if told is None or isinstance(told, str) else str(told).lower()


def record_of(name: str) -> dict[str, Any]:
    case = CASES[name]
    return in_order(completed(text_of(case["told"]), date.fromisoformat(case["today"])), Visit)


def taken(text: str) -> dict[str, Any]:
    submission = read(text.encode())
    assert isinstance(submission, Submission), submission
    return submission.tree


@every_case
def test_the_doors_in_python_make_what_the_form_makes(name: str) -> None:
    case, record = CASES[name], record_of(name)
    assert visit_id(record, UNITS, case["taken"]) == case["id"]
    assert f"records/{visit_path(case['id'])}" == case["path"]
    assert canonical(record, Visit).split("\n") == case["yaml"]
    assert write(record, LABELS).split("\n") == case["message"]


@every_case
def test_a_message_gives_back_the_record_that_was_sent(name: str) -> None:
    assert taken(SENT[name]) == record_of(name)


def wrapped(text: str, width: int, joint: str = "\n") -> str:
    """Break every line, in the middle of words where it must be."""
    lines = (
        line[at : at + width] for line in text.split("\n") for at in range(0, len(line) or 1, width)
    )
    return joint.join(lines)


def split_in_two(text: str) -> str:
    """Two messages, each with its sender, cut in the middle of the record."""
    middle = len(text) - 120
    return f"[21:05, 16/3/2020] Nam:\n{text[:middle]}\n[21:05, 16/3/2020] Nam: {text[middle:]}"


MUTATIONS: Final[dict[str, Callable[[str], str]]] = {
    "leading blanks are lost": lambda text: "\n".join(line.lstrip() for line in text.split("\n")),
    "lines end as in Windows": lambda text: text.replace("\n", "\r\n"),
    "lines end as on old systems": lambda text: text.replace("\n", "\r"),
    "lines are joined without a blank": lambda text: "".join(text.split("\n")),
    "lines are joined": lambda text: " ".join(text.split("\n")),
    "lines are wrapped": lambda text: wrapped(text, 72) if "Hết" not in text[-40:] else text,
    "long lines are wrapped in the middle": lambda text: "\n".join(
        wrapped(line, 60) if line.startswith("{") else line for line in text.split("\n")
    ),
    "lines are wrapped and indented": lambda text: "\n".join(
        wrapped(line, 33, "\n   ") if line.startswith("{") else line for line in text.split("\n")
    ),
    "blanks do not break": lambda text: text.replace(" ", "\u00a0"),
    "quotes curl": lambda text: text.replace('"', "”"),
    "quotes curl in pairs": lambda text: text.replace(':"', ":“").replace('"', "”"),
    "dashes grow together": lambda text: text.replace("---", "—"),
    "dots grow together": lambda text: text.replace("...", "…"),
    "it is quoted": lambda text: "\n".join(f"> {line}" for line in text.split("\n")),
    "it is quoted twice": lambda text: "\n".join(f"> > {line}" for line in text.split("\n")),
    "it is quoted and wrapped": lambda text: "\n".join(
        wrapped(line, 60, "\n> ") if line.startswith("{") else f"> {line}"
        for line in text.split("\n")
    ),
    "the sender stands before it": lambda text: f"[21:05, 16/3/2020] Nam: {text}",
    "the sender stands before each line": lambda text: "\n".join(
        f"[16/03/2020 21:05:33] Lê Văn Ba: {line}" for line in text.split("\n")
    ),
    "it came in two parts": split_in_two,
    "letters and marks are apart": lambda text: unicodedata.normalize("NFD", text),
    "faces stand around it": lambda text: f"👍😀 Anh xem giúp em ạ ❤️\n{text}\n👍🏻 Em cảm ơn!",
    "hidden signs are put in": "\u200b".join,
    "faces made of signs become pictures": lambda text: text.replace(":)", "🙂").replace(";D", "😀"),
    "addresses become links": lambda text: text.replace("https://", "<https://").replace("www.", "<www."),
    "it is sent twice": lambda text: f"{text}\n{text}",
    "the readable part is gone": lambda text: text[text.index("--- Bản ghi") :],
    "the readable part was edited": lambda text: text.replace("16/03/2020", "17/03/2020"),
}  # fmt: skip


@every_case
@pytest.mark.parametrize("mutation", MUTATIONS)
def test_what_chat_programs_do_changes_nothing(name: str, mutation: str) -> None:
    assert taken(MUTATIONS[mutation](SENT[name])) == record_of(name)


@every_case
def test_a_message_cut_anywhere_is_never_taken_in_part(name: str) -> None:
    whole = record_of(name)
    for length in range(len(SENT[name])):
        for part in (SENT[name][:length], SENT[name][length:]):
            submission = read(part.encode())
            if isinstance(submission, Submission):
                assert submission.tree == whole, part


@every_case
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_a_message_altered_anywhere_is_never_taken_for_another(
    name: str, data: st.DataObject
) -> None:
    text = SENT[name]
    at = data.draw(st.integers(text.index('{"'), len(text) - 1))
    gone = data.draw(st.integers(0, 20))
    put = data.draw(st.text(st.sampled_from('abđ01.,:"+-\\{}[] '), max_size=5))
    submission = read((text[:at] + put + text[at + gone :]).encode())
    if isinstance(submission, Submission):
        assert submission.tree == record_of(name)


@settings(max_examples=25, deadline=None)
@given(drawn(plain_schema(Visit)))
def test_any_visit_survives_its_message(tree: dict[str, Any]) -> None:
    ordered = in_order(tree, Visit)
    for mutation in MUTATIONS.values():
        assert taken(mutation(write(ordered, LABELS))) == ordered


TWICE: Final = [(first, second) for first in MUTATIONS for second in MUTATIONS]
# The sender stands in the middle of a line of the record then, where nothing tells it from it.
TOLD: Final = {
    ("it came in two parts", "lines are joined"),
    ("it came in two parts", "lines are joined without a blank"),
    ("it came in two parts", "the sender stands before each line"),
}


@every_case
def test_two_programs_one_after_the_other_change_nothing_or_are_told(name: str) -> None:
    lost = set()
    for first, second in TWICE:
        once = MUTATIONS[first](SENT[name])
        if "gone" in second and "--- Bản ghi" not in once:
            continue
        submission = read(MUTATIONS[second](once).encode())
        if isinstance(submission, Submission):
            assert submission.tree == record_of(name), (first, second)
        else:
            lost.add((first, second))
    assert lost == TOLD


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (SENT["the least that a visit has"].rpartition("---")[0][:-9], [CUT]),
        (SENT["the least that a visit has"].replace("Dự", "Du"), [ALTERED]),
        (
            SENT["the least that a visit has"].partition("congtac 1")[2],
            [Misread("Tin mất phần đầu: không thấy dòng “Bản ghi congtac”.", AGAIN)],
        ),
        (
            SENT["the least that a visit has"].replace("congtac 1", "congtac 2"),
            [
                Misread(
                    "Bản ghi trong tin theo cách viết 2, phần mềm này đọc cách viết 1.",
                    "Cập nhật congtac, hoặc mở lại mẫu rồi gửi lại.",
                )
            ],
        ),
        (
            "\n".join(SENT.values()),
            [
                Misread(
                    f"Trong tin có {len(SENT)} bản ghi khác nhau.",
                    "Tách ra, mỗi chuyến đi một tin.",
                )
            ],
        ),
        (
            SENT["the least that a visit has"].replace("Dự", "Du")
            + "\nBản ghi congtac 1: {"
            + SENT["the least that a visit has"],
            [ALTERED, CUT],
        ),
        (
            SENT["the least that a visit has"].replace("{", "").replace("}", ""),
            [ALTERED],
        ),
    ],
)
def test_a_message_that_cannot_be_taken_says_why(text: str, faults: list[Misread]) -> None:
    assert read(text.encode()) == tuple(faults)


def test_half_a_sign_does_not_stop_the_writing() -> None:
    sent = write({"content": "a\ud83d"}, LABELS)
    assert read(sent.encode(errors="replace")) == (Misread("Bản ghi có ký tự bị cắt đôi.", AGAIN),)


def test_edited_lines_are_told_but_the_record_counts() -> None:
    name = "everything that is asked, in the order of nobody"
    sent = SENT[name].replace("16/03/2020", "18/03/2020").replace("29", "30", 1)
    submission = read(sent.encode())
    assert isinstance(submission, Submission)
    assert submission.tree == record_of(name)
    assert denied(submission.said, submission.tree, LABELS) == [
        "Ngày đi: 16/03/2020",
        "- Số đoàn viên tham dự: 29",
    ]


@every_case
@pytest.mark.parametrize("mutation", [each for each in MUTATIONS if "edited" not in each])
def test_what_chat_programs_do_denies_nothing(name: str, mutation: str) -> None:
    if mutation in ("faces made of signs become pictures", "addresses become links"):
        return
    submission = read(MUTATIONS[mutation](SENT[name]).encode())
    assert isinstance(submission, Submission)
    assert denied(submission.said, submission.tree, LABELS) == []


def test_lines_for_people_tell_whatever_a_tree_holds() -> None:
    tree = {"date": "hôm qua", "unit": ["a"], "issues": "x", "turnout": ["1"], "photos": ["y"],
            "content": {"a": "b"}, "lạ": "z"}  # fmt: skip
    assert readable(tree, {}) == [
        "Chuyến đi cơ sở",
        "Ngày đi: hôm qua",
        "Đơn vị: a",
        "Tóm tắt nội dung làm việc:",
        "Số đoàn viên, thanh niên tham dự: 1",
        "Khó khăn, vướng mắc: x",
        "Ảnh 1: y",
    ]


def test_labels_are_those_that_the_doors_offer() -> None:
    held = labels_of(records(unit("xa-an", name="Xã An"), member("ba")))
    assert held["units"] == {"xa-an": "Xã An"}
    assert held["members"] == {"ba": "Lê Văn Ba"}
    assert held["kinds"]["survey"] == "Survey"


def test_a_text_of_several_lines_is_lines_however_they_end() -> None:
    said = readable({"content": "Một.\r\nHai.\rBa.\nBốn."}, {})
    assert said[1:] == ["Tóm tắt nội dung làm việc: Một.", "Hai.", "Ba.", "Bốn."]

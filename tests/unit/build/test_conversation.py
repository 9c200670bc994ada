"""What comes after what when a visit is told; who asks is played by a list of answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from generator.build.asker import Line, StoppedError
from generator.build.conversation import new_visit
from generator.build.desk import Desk, Draft
from generator.errors import RefusedError
from generator.submit.answers import AnswerError
from tests.builders import item, member, organisation, plan, policy, records, visit

TODAY: Final = date(2020, 3, 17)
RECORDS: Final = records(
    organisation(),
    member("ba", name="Lê Văn Ba"),
    member("tu", name="Đỗ Thị Tư"),
    plan(2020, "tu", item("t03-1", 3, unit="an-truong"), item("t04-1", 4, cancelled="Dời")),
    policy(),
    visit("2019-03-05", members=["ba"]),
)
FIRST: Final = (
    ("Ngày đi", "16/3/2020"),
    ("Đơn vị", "an truong"),
    ("Nội dung đi cơ sở", "survey"),
    ("Tôi là", "le van ba"),
    ("Ủy viên tham gia", None),
    ("Tóm tắt nội dung làm việc", "Họp."),
    ("Ý kiến chỉ đạo, định hướng, góp ý", ""),
    ("Khó khăn, vướng mắc 1", ""),
    ("Ảnh 1: Tệp ảnh", ""),
)
"""What is asked first and how it is answered; None leaves what stands there."""
WRITE: Final = ("Làm gì tiếp?", "Ghi vào sổ")
ID: Final = "2020-03-16-an-truong-ba"
HEAD: Final = "date: 2020-03-16\nunit: an-truong\nkind: survey\nmembers:\n  - ba\ncontent: Họp.\n"

Answer = tuple[str, str | None]


@dataclass
class Played:
    """Answers by a list: of each, what is asked and what is said; then leaves."""

    answers: list[Answer]
    said: list[str] = field(default_factory=list)
    shown: list[tuple[str, ...]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def line(self, line: Line) -> str:
        self.lines.append(line)
        answer = self._next(line.label)
        text = line.before if answer is None else answer
        if text.endswith("\x03"):
            raise StoppedError(text[:-1])
        line.check(text)
        return text

    def choose(self, title: str, options: Sequence[str], chosen: int = 0) -> int:
        self.shown.append(tuple(options))
        answer = self._next(title)
        if answer is None:
            return chosen
        (at,) = (at for at, each in enumerate(options) if each.partition(":")[0] == answer)
        return at

    def agree(self, title: str) -> bool:
        return self._next(title) == "Có"

    def say(self, text: str) -> None:
        self.said.append(text)

    def _next(self, asked: str) -> str | None:
        if not self.answers:
            raise StoppedError
        expected, answer = self.answers.pop(0)
        assert asked == expected
        return answer


def answered(**other: str | None) -> list[Answer]:
    """Return the first answers, some of them others, by a word of what is asked."""
    return [
        next(((asked, said) for part, said in other.items() if part in asked), (asked, answer))
        for asked, answer in FIRST
    ]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "config/desk")


def told(tmp_path: Path, desk: Desk, *answers: Answer) -> tuple[list[str], Played]:
    asker = Played(list(answers))
    done = new_visit(RECORDS, tmp_path / "records", asker, desk, TODAY)
    assert asker.answers == []
    return done, asker


def left(tmp_path: Path, desk: Desk, *answers: Answer) -> str:
    with pytest.raises(RefusedError) as refused:
        new_visit(RECORDS, tmp_path / "records", Played(list(answers)), desk, TODAY)
    assert not (tmp_path / "records").exists()
    return str(refused.value)


def written(tmp_path: Path, name: str = ID) -> str:
    return (tmp_path / f"records/visits/2020/{name}.yml").read_text()


NO_MORE: Final = ("Thêm chi tiết?", "Không")


def test_what_every_visit_has_is_enough(tmp_path: Path, desk: Desk) -> None:
    done, asker = told(tmp_path, desk, *FIRST, NO_MORE, WRITE)
    assert written(tmp_path) == f"{HEAD}recorded_on: 2020-03-17\n"
    assert done[0] == f"Đã ghi {tmp_path}/records/visits/2020/{ID}.yml."
    assert asker.shown[-1] == (
        "Ghi vào sổ", "Thêm chi tiết, sửa câu trả lời", "Để đó, giữ bản nháp",
    )  # fmt: skip
    assert desk.me() == "ba"


def test_who_writes_is_asked_once_and_may_write_for_others(tmp_path: Path, desk: Desk) -> None:
    others = answered(Tôi="", tham="do thi tu")
    told(tmp_path, desk, *others, NO_MORE, WRITE)
    assert "members:\n  - tu\n" in written(tmp_path, "2020-03-16-an-truong-tu")
    again = [each for each in answered(tham="le van ba") if each[0] != "Tôi là"]
    _, asker = told(tmp_path, desk, *again, NO_MORE, WRITE)
    assert [each.before for each in asker.lines if each.label.startswith("Ủy viên")] == [""]


def test_who_has_left_the_records_is_asked_anew(tmp_path: Path, desk: Desk) -> None:
    desk.remember("nam")
    told(tmp_path, desk, *FIRST, NO_MORE, WRITE)
    assert desk.me() == "ba"


def test_every_detail_can_be_told(tmp_path: Path, desk: Desk) -> None:
    more = "Thêm chi tiết nào?"
    _, asker = told(
        tmp_path,
        desk,
        *answered(tham="le van ba; do thi tu"),
        ("Thêm chi tiết?", "Có"),
        (more, "Ngày về"), ("Ngày về", "17/3/2020"),
        (more, "Cấp làm việc"), ("Cấp làm việc:", "cơ sở"),
        (more, "Có mặt một số ngày"),
        ("Có mặt một số ngày 1: Ủy viên", "do thi tu"),
        ("Có mặt một số ngày 1: Những ngày có mặt", "17/3/2020"),
        ("Có mặt một số ngày 2: Ủy viên", ""),
        (more, "Số đoàn viên, thanh niên tham dự"),
        ("Số đoàn viên, thanh niên tham dự: Số đoàn viên tham dự", ""),
        ("Số đoàn viên, thanh niên tham dự: Số thanh niên tham dự", "12"),
        (more, "Báo cáo riêng"),
        ("Báo cáo riêng: Số báo cáo", ""),
        ("Báo cáo riêng: Ngày nộp", ""),
        (more, "Công lệnh, quyết định cử đi công tác (nếu có)"),
        ("Công lệnh, quyết định cử đi công tác (nếu có): Số công lệnh, quyết định cử đi công tác", "12-QĐ"),
        ("Công lệnh, quyết định cử đi công tác (nếu có): Ngày ký", "15/3/2020"),
        (more, "Mục kế hoạch"), ("Mục kế hoạch", "thang 3: survey, an-truong, cang-long"),
        (more, "Xong"),
        WRITE,
    )  # fmt: skip
    assert written(tmp_path) == (
        "date: 2020-03-16\nend_date: 2020-03-17\nunit: an-truong\nlevel: commune\nkind: survey\n"
        "members:\n  - ba\n  - tu\nattendance:\n  - member: tu\n    dates:\n      - 2020-03-17\n"
        "content: Họp.\nturnout:\n  youth: 12\nrecorded_on: 2020-03-17\n"
        "assignment:\n  number: 12-QĐ\n  date: 2020-03-15\nplan_item: 2020/tu/t03-1\n"
    )
    last = dict(each.partition(": ")[::2] for each in asker.shown[-2])
    assert (last["Ngày về"], last["Cấp làm việc"]) == ("17/03/2020", "cơ sở")
    assert (last["Có mặt một số ngày"], last["Báo cáo riêng"]) == ("1 mục", "")
    assert last["Số đoàn viên, thanh niên tham dự"] == "đã ghi"


def test_only_who_went_can_be_there_on_some_days(tmp_path: Path, desk: Desk) -> None:
    with pytest.raises(AnswerError) as refused:
        told(
            tmp_path, desk, *FIRST, ("Thêm chi tiết?", "Có"),
            ("Thêm chi tiết nào?", "Có mặt một số ngày"),
            ("Có mặt một số ngày 1: Ủy viên", "do thi tu"),
        )  # fmt: skip
    assert str(refused.value) == "Không có “do thi tu” trong danh sách."


def test_an_issue_that_is_emptied_is_gone(tmp_path: Path, desk: Desk) -> None:
    issue = "Khó khăn, vướng mắc"
    begun = answered()
    at = begun.index((f"{issue} 1", ""))
    begun[at : at + 1] = [
        (f"{issue} 1", "Thiếu sân."), (f"{issue} 1: thêm chi tiết?", "Không"),
        (f"{issue} 2", "Thiếu đèn."), (f"{issue} 2: thêm chi tiết?", "Không"),
        (f"{issue} 3", ""),
    ]  # fmt: skip
    told(
        tmp_path, desk, *begun, NO_MORE,
        ("Làm gì tiếp?", "Thêm chi tiết, sửa câu trả lời"), ("Sửa gì?", issue),
        (f"{issue} 1", ""), (f"{issue} 1", None), (f"{issue} 1: thêm chi tiết?", "Không"),
        (f"{issue} 2", ""), ("Sửa gì?", "Xong"), WRITE,
    )  # fmt: skip
    assert "issues:\n  - id: kn-1\n    text: Thiếu đèn.\n" in written(tmp_path)


def test_what_is_wrong_across_answers_is_mended_where_it_is_wrong(
    tmp_path: Path, desk: Desk
) -> None:
    _, asker = told(
        tmp_path, desk, *FIRST, ("Thêm chi tiết?", "Có"),
        ("Thêm chi tiết nào?", "Ngày về"), ("Ngày về", "15/3/2020"), ("Thêm chi tiết nào?", None),
        ("Làm gì tiếp?", "Sửa “Ngày về”"), ("Ngày về", ""), WRITE,
    )  # fmt: skip
    assert asker.shown[-2] == (
        "Sửa “Ngày về”", "Thêm chi tiết, sửa câu trả lời", "Để đó, giữ bản nháp",
    )  # fmt: skip
    assert asker.said[0].endswith(
        "\nNgày về: D004 Ngày về 15/03/2020 đứng trước ngày đi 16/03/2020.\n"
        "    → Sửa ngày về, hoặc bỏ nếu đi một ngày."
    )
    assert "end_date" not in written(tmp_path)


def test_a_photo_that_went_away_meanwhile_is_told_of(tmp_path: Path, desk: Desk) -> None:
    gone = str(tmp_path / "anh.jpg")
    keys = ("date", "unit", "kind", "members", "content", "guidance", "issues", "photos", "+")
    tree = {
        "date": "2020-03-16", "unit": "an-truong", "kind": "survey", "members": ["ba"],
        "content": "Họp.", "feeling": "vui",
        "photos": [{"file": gone, "caption": "Họp"}, {"file": gone, "caption": "Họp"}],
    }  # fmt: skip
    desk.keep(Draft(tree, keys, {}))
    _, asker = told(
        tmp_path, desk,
        ("Còn một chuyến đi viết dở (16/03/2020, An-Truong, Cang-Long):", "Viết tiếp"),
        ("Làm gì tiếp?", "Sửa “Ảnh 2"), ("Ảnh 2: Tệp ảnh", ""),
        ("Làm gì tiếp?", "Sửa “Ảnh 1"), ("Ảnh 1: Tệp ảnh", ""),
        WRITE,
    )  # fmt: skip
    assert written(tmp_path) == f"{HEAD}recorded_on: 2020-03-17\n"
    assert asker.said[0].endswith(f"\nẢnh 2: Tệp ảnh: {gone}: không có tệp này.")


def test_who_leaves_at_the_end_loses_nothing(tmp_path: Path, desk: Desk) -> None:
    away = ("Làm gì tiếp?", "Để đó, giữ bản nháp")
    assert left(tmp_path, desk, *FIRST, NO_MORE, away) == (
        "Đã dừng, chưa ghi gì. Bản nháp còn trên máy này: chạy lại lệnh để viết tiếp."
    )
    begun = "Còn một chuyến đi viết dở (16/03/2020, An-Truong, Cang-Long):"
    told(tmp_path, desk, (begun, "Viết tiếp"), WRITE)
    assert written(tmp_path).startswith(HEAD)
    assert desk.draft() is None


def test_a_draft_can_be_thrown_away(tmp_path: Path, desk: Desk) -> None:
    assert left(tmp_path, desk, ("Ngày đi", "1/3\x03")).startswith("Đã dừng, chưa ghi gì. Bản nháp")
    again = ("Còn một chuyến đi viết dở:", "Bỏ, viết chuyến khác")
    assert left(tmp_path, desk, again, ("Ngày đi", "\x03")) == "Đã dừng, chưa ghi gì."
    assert desk.draft() is None


@pytest.mark.parametrize(
    "kept",
    [
        {"date": "hôm qua"}, {"date": ["2020-03-16"]}, {"members": "ba"}, {"members": [1]},
        {"issues": "x"}, {"issues": ["x"]}, {"issues": [{"feeling": "vui"}]},
        {"report": "x"}, {"turnout": {"youth": 3}}, {"feeling": "vui"},
    ],
)  # fmt: skip
def test_what_is_no_answer_is_not_taken_up_again(
    tmp_path: Path, desk: Desk, kept: dict[str, object]
) -> None:
    desk.keep(Draft(kept, (), {}))
    told(tmp_path, desk, ("Còn một chuyến đi viết dở:", "Viết tiếp"), *FIRST, NO_MORE, WRITE)
    assert written(tmp_path) == f"{HEAD}recorded_on: 2020-03-17\n"


def test_what_is_an_answer_is_taken_up_again(tmp_path: Path, desk: Desk) -> None:
    kept = {"attendance": [{"member": "ba", "dates": ["2020-03-16"]}], "turnout": {"youth": "3"}}
    desk.keep(Draft(kept, (), {}))
    told(tmp_path, desk, ("Còn một chuyến đi viết dở:", "Viết tiếp"), *FIRST, NO_MORE, WRITE)
    assert "turnout:\n  youth: 3\n" in written(tmp_path)
    assert "attendance:\n  - member: ba\n" in written(tmp_path)


def test_where_nothing_can_be_kept_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("")
    desk = Desk(tmp_path / "config/desk")
    assert left(tmp_path, desk, ("Ngày đi", "hôm qua"), ("Đơn vị", "\x03")) == (
        f"Đã dừng, chưa ghi gì. Không giữ được bản nháp ở {tmp_path}/config/desk."
    )

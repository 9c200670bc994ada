"""`congtac new visit`: a whole visit at a real terminal, mistakes included; or from a file."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from PIL import Image

from generator.build.new import made_ready
from generator.errors import RefusedError
from generator.load.tree import load_records
from generator.submit.message import write as message
from generator.submit.readable import labels_of
from tests.builders import (
    item,
    kind,
    leave,
    member,
    organisation,
    plan,
    policy,
    records,
    unit,
    visit,
)
from tests.builders import write as write_records
from tests.commands import ROOT, Ended, called, congtac
from tests.sitting import ALL_GONE, DOWN, Sitting, sat_down

RECORDS: Final = records(
    organisation(as_of="2020-03-17"),
    unit("tra-vinh", name="Tỉnh Trà Vinh", level="province"),
    unit("cang-long", "tra-vinh", name="Huyện Càng Long", level="district"),
    unit("an-truong-a", "cang-long", name="Xã An Trường A"),
    unit("phuong-1", "cang-long", name="Phường 1"),
    unit("phuong-1-b", "tra-vinh", name="Phường 1"),
    kind("survey"),
    kind("meeting", branch_meeting=True),
    member("ba", name="Lê Văn Ba"),
    member("tu", name="Đỗ Thị Tư", leave=[leave("2020-03-16", "2020-03-16")]),
    plan(2020, "ba", item("t03-1", 3)),
    policy(),
    visit("2019-03-05", "an-truong-a-ba", members=["ba"], unit="an-truong-a"),
)
TREE: Final[dict[str, Any]] = {
    "date": "2020-03-16",
    "unit": "an-truong-a",
    "kind": "survey",
    "members": ["ba"],
    "content": "Làm việc với Đoàn xã.\nSố 1: “được”.",
    "recorded_on": "2020-03-17",
}
ID: Final = "2020-03-16-an-truong-a-ba"
RECORD: Final = f"records/visits/2020/{ID}.yml"
TEXT: Final = """\
date: 2020-03-16
unit: an-truong-a
kind: survey
members:
  - ba
content: |-
  Làm việc với Đoàn xã.
  Số 1: “được”.
recorded_on: 2020-03-17
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder in which the records lie."""
    write_records(RECORDS, tmp_path / "records")
    assert called("check", cwd=tmp_path).code == 0
    return tmp_path


def files(place: Path) -> dict[str, bytes]:
    held = (path for path in (place / "records").rglob("*") if path.is_file())
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in held}


def jpeg(**options: Any) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (2400, 1200), "green").save(data, "JPEG", **options)
    return data.getvalue()


def yaml(**more: Any) -> str:
    """Return the record of TREE, with more keys, in JSON, which is YAML too."""
    return "".join(f"{key}: {json.dumps(value)}\n" for key, value in (TREE | more).items())


def from_file(place: Path, name: str, data: str | bytes) -> Ended:
    (place / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return called("new", "visit", "--from", name, cwd=place)


def following(*names: str) -> str:
    return (
        "".join(f"Đã ghi {name}.\n" for name in names)
        + f"""\
Chuyến đi được tính khi người duyệt nhập (merge). Gửi lên để duyệt:
  git switch -c gui/{ID}
  git add {" ".join(names)}
  git commit -m "Chuyến đi {ID}"
  git push -u origin HEAD
"""
    )


# --- from a file ---------------------------------------------------------------------------------

FORMS: Final[dict[str, Callable[[], str]]] = {
    "record.yml": yaml,
    "record.json": lambda: json.dumps(TREE, ensure_ascii=False),
    "message.txt": lambda: message(TREE, labels_of(RECORDS)),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_file_becomes_the_record_in_canonical_form(place: Path, name: str) -> None:
    ended = from_file(place, name, FORMS[name]())
    assert (ended.code, ended.err, ended.out) == (0, "", following(RECORD))
    assert (place / RECORD).read_text() == TEXT
    assert called("fmt", "--check", RECORD, cwd=place).code == 0
    assert called("check", cwd=place).code == 0


def test_what_the_file_leaves_out_is_filled_in(place: Path) -> None:
    told = {"recorded_on": "", "issues": [{"text": "Thiếu sân."}]}
    assert from_file(place, "a.yml", yaml(**told)).code == 0
    written = (place / RECORD).read_text()
    assert written.endswith(
        "issues:\n  - id: kn-1\n    text: Thiếu sân.\nrecorded_on: 2020-03-17\n"
    )


def test_everything_wrong_is_told_by_its_label_and_nothing_is_written(place: Path) -> None:
    before = files(place)
    told = {
        "unit": "an-truong",
        "members": ["ba", "nam"],
        "end_date": "2020-03-15",
        "issues": [{"due": "2020-03-01", "text": "Thiếu sân."}],
        "photos": [{"file": "khong-co.jpg", "caption": "Họp"}, {"file": "a.yml", "caption": "Họp"}],
    }
    ended = from_file(place, "a.yml", yaml(**told))
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == (
        "Ảnh 1: Tệp ảnh: khong-co.jpg: không có tệp này.\n"
        "    → Chọn ảnh JPEG, PNG hoặc WebP.\n"
        "Ảnh 2: Tệp ảnh: a.yml: không phải là ảnh JPEG, PNG hoặc WebP mở được trọn vẹn.\n"
        "    → Chọn ảnh JPEG, PNG hoặc WebP.\n"
        "Ngày về: D004 Ngày về 2020-03-15 đứng trước ngày đi 2020-03-16.\n"
        "    → Sửa ngày về, hoặc bỏ nếu đi một ngày.\n"
        "Đơn vị: R002 Không có đơn vị “an-truong”.\n"
        "    → Ý bạn là “an-truong-a”?\n"
        "Ủy viên tham gia 2: R001 Không có ủy viên “nam”.\n"
        "    → Xem lại mã; mã là tên tệp hoặc khóa id trong danh sách.\n"
        "Khó khăn, vướng mắc 1: Hạn trả lời: D011 Ngày 2020-03-01 đứng trước ngày đi 2020-03-16.\n"
        "    → Sửa ngày này.\n"
        "Chưa ghi gì: a.yml có 6 chỗ phải sửa.\n"
    )
    assert files(place) == before


def test_a_record_without_shape_is_told_key_by_key(place: Path) -> None:
    ended = from_file(place, "a.yml", yaml(date="16/3/2020", feeling="vui"))
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.splitlines()[0:2] == [
        "Ngày đi: S004 “16/3/2020” không phải là ngày.",
        "    → Viết năm-tháng-ngày: 2020-03-16.",
    ]
    assert "feeling: S002 Không có khóa “feeling”." in ended.err
    assert ended.err.endswith("Chưa ghi gì: a.yml có 2 chỗ phải sửa.\n")


def test_a_file_that_holds_no_record_is_refused(place: Path) -> None:
    ended = from_file(place, "a.txt", "Chào anh")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.splitlines()[0] == "Không thấy bản ghi nào."
    assert ended.err.splitlines()[-1] == "Chưa ghi gì: a.txt có 1 chỗ phải sửa."


def test_a_file_that_is_not_there_is_a_wrong_call(place: Path) -> None:
    ended = called("new", "visit", "--from", "b.yml", cwd=place)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "Không đọc được b.yml: No such file or directory.\n"


def test_a_file_without_bounds_is_not_read(place: Path) -> None:
    with (place / "a.zip").open("wb") as file:
        file.truncate(100_000_001)
    ended = called("new", "visit", "--from", "a.zip", cwd=place)
    assert (ended.code, ended.err) == (2, "a.zip lớn quá 100 MB.\n")


def test_the_same_visit_is_not_taken_twice(place: Path) -> None:
    assert from_file(place, "a.yml", yaml()).code == 0
    ended = from_file(place, "a.yml", yaml())
    assert (ended.code, ended.out) == (1, "")
    assert "D017" in ended.err
    assert ended.err.endswith("Chưa ghi gì: a.yml có 1 chỗ phải sửa.\n")


def test_photos_beside_the_file_are_taken_along_without_what_a_camera_writes(place: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Máy ảnh"
    (place / "anh").mkdir()
    (place / "anh/IMG 1.JPG").write_bytes(jpeg(exif=exif))
    photos = [{"file": "anh/IMG 1.JPG", "caption": "Họp", "consent": True}]
    ended = from_file(place, "a.yml", yaml(photos=photos))
    media = f"records/media/2020/{ID}-1.jpg"
    assert (ended.code, ended.err, ended.out) == (0, "", following(media, RECORD))
    with Image.open(place / media) as image:
        assert (image.format, image.size, dict(image.getexif())) == ("JPEG", (2000, 1000), {})
    assert f"  - file: 2020/{ID}-1.jpg\n    caption: Họp\n" in (place / RECORD).read_text()
    assert called("check", cwd=place).code == 0


def test_a_bundle_of_the_form_comes_with_its_photos(place: Path) -> None:
    name = f"2020/{ID}-1.jpg"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(RECORD, yaml(photos=[{"file": name, "caption": "Họp"}]))
        archive.writestr(f"records/media/{name}", jpeg())
    ended = from_file(place, "a.zip", data.getvalue())
    assert (ended.code, ended.out) == (0, following(f"records/media/{name}", RECORD))


def test_a_photo_that_is_in_the_records_is_only_named(place: Path) -> None:
    (place / "records/media/2019").mkdir(parents=True)
    (place / "records/media/2019/ap-3.jpg").write_bytes(jpeg())
    photos = [{"file": "2019/ap-3.jpg", "caption": "Họp"}]
    assert from_file(place, "a.yml", yaml(photos=photos)).out == following(RECORD)
    assert "  - file: 2019/ap-3.jpg\n" in (place / RECORD).read_text()


def test_a_photo_without_bounds_is_not_read_and_a_folder_is_none(place: Path) -> None:
    with (place / "to.jpg").open("wb") as file:
        file.truncate(20_000_001)
    photos = [{"file": "to.jpg", "caption": "Họp"}, {"file": "records", "caption": "Họp"}]
    ended = from_file(place, "a.yml", yaml(photos=[*photos, {"caption": "Họp"}, "ap-3.jpg"]))
    assert (ended.code, ended.out) == (1, "")
    assert "Ảnh 1: Tệp ảnh: to.jpg: lớn quá 20 MB.\n" in ended.err
    assert "Ảnh 2: Tệp ảnh: records: không đọc được tệp (Is a directory).\n" in ended.err
    assert ended.err.endswith("Chưa ghi gì: a.yml có 4 chỗ phải sửa.\n")


def test_who_was_faster_is_not_overwritten(place: Path) -> None:
    held = load_records(place / "records").records
    ready = made_ready(held, TREE, date(2020, 3, 17), "records", lambda _: None)
    ready.write(place / "records")
    with pytest.raises(RefusedError) as refused:
        ready.write(place / "records")
    assert str(refused.value) == (
        f"Đã có tệp {place / RECORD}, nên chưa ghi gì. Chạy lại lệnh này."
    )


def test_records_with_findings_take_nothing_in(place: Path) -> None:
    (place / "records/members/ba.yml").write_text("name: Lê Văn Ba\n")
    ended = from_file(place, "a.yml", yaml())
    assert ended.code == 1
    assert ended.err.endswith("Bản ghi còn lỗi nên chưa làm gì cả.\n")
    assert not (place / RECORD).exists()


# --- at a terminal -------------------------------------------------------------------------------


def tell_with_mistakes(seat: Sitting) -> None:
    """Answer all that is asked first, and the session; some answers only at the second try."""
    seat.answer("Ngày đi", "30/2/2020")
    seat.until("Không có ngày 30/2/2020. Tháng 2 năm 2020 có 29 ngày.")
    seat.type(f"{ALL_GONE}hom qua\r")
    seat.answer("Đơn vị", "phuong 1")
    seat.until("“phuong 1” có thể là: Phường 1, huyện Càng Long; Phường 1. Chọn một.")
    seat.type(f"{ALL_GONE}an truong a\r")
    seat.answer("Nội dung đi cơ sở", "SURVEY")
    seat.answer("Tôi là", "le van ba")
    seat.answer("Ủy viên tham gia", "; do thi tu")
    seat.answer("Tóm tắt nội dung làm việc", "Họp: “chi đoàn” # 3\r- ấp 3\r")
    seat.answer("Ý kiến chỉ đạo", "")
    seat.answer("Khó khăn, vướng mắc 1", "Thiếu sân.\r")
    seat.answer("thêm chi tiết?", DOWN)
    seat.answer("thêm gì?", DOWN * 3)
    seat.answer("Hạn trả lời", "1/3/2020")
    seat.answer("Hạn trả lời: 01/03/2020", "")
    seat.answer("Khó khăn, vướng mắc 2", "")
    seat.answer("Ảnh 1: Tệp ảnh", "khong-co.jpg")
    seat.until("khong-co.jpg: không có tệp này.")
    seat.type(f"{ALL_GONE}hop.png\r")
    seat.answer("Ảnh 1: Chú thích ảnh", "Họp ấp 3")
    seat.answer("Được đăng công khai?", DOWN)
    seat.answer("Ảnh 1: thêm chi tiết?", "")
    seat.answer("Ảnh 2: Tệp ảnh", "")
    seat.answer("Thêm chi tiết?", DOWN)
    seat.answer("Thêm chi tiết nào?", DOWN)
    seat.answer("Buổi:", DOWN * 2)
    seat.answer("Buổi: buổi sáng", "")


def test_a_whole_visit_is_told_mistakes_are_mended_and_it_is_shown_before_it_is_written(
    place: Path,
) -> None:
    (place / "hop.png").write_bytes(png())
    with sat_down(place) as seat:
        tell_with_mistakes(seat)
        shown = seat.until("Làm gì tiếp?")
        assert "Ủy viên tham gia: Lê Văn Ba; Đỗ Thị Tư" in shown
        assert "D014 “Đỗ Thị Tư” đang nghỉ vào 16/03/2020." in shown
        assert "Khó khăn, vướng mắc 1: Hạn trả lời: D011" in shown
        assert not (place / "records/media").exists()
        seat.until("Sửa “Ủy viên tham gia”")
        seat.until("Sửa “Khó khăn, vướng mắc 1: Hạn trả lời”")
        seat.type("\r")
        seat.answer("Ủy viên tham gia\n> Lê Văn Ba; Đỗ Thị Tư", f"{ALL_GONE}Lê Văn Ba")
        seat.answer("Làm gì tiếp?", "")
        seat.answer("> 01/03/2020", f"{ALL_GONE}30/6/2020")
        shown = seat.until("Làm gì tiếp?")
        assert "  " + WHOLE.replace("\n", "\n  ").rstrip() in shown
        assert not (place / "records/media").exists()
        seat.answer("Ghi vào sổ", "")
        code, told = seat.ended()
    record = f"records/visits/2020/{ID}-sang.yml"
    assert (code, (place / record).read_text()) == (0, WHOLE)
    assert f"Đã ghi {record}." in told
    with Image.open(place / f"records/media/2020/{ID}-sang-1.jpg") as image:
        assert (image.format, image.size) == ("JPEG", (20, 10))
    assert called("check", cwd=place).out == "Đã kiểm tra 9 tệp: không có lỗi.\n"
    assert called("fmt", "--check", record, cwd=place).code == 0
    kept = [path.name for path in (place / "config").rglob("*.json")]
    assert kept == ["me.json"], "the draft is gone, who writes is remembered"


WHOLE: Final = f"""\
date: 2020-03-16
session: morning
unit: an-truong-a
kind: survey
members:
  - ba
content: |-
  Họp: “chi đoàn” # 3
  - ấp 3
issues:
  - id: kn-1
    text: Thiếu sân.
    due: 2020-06-30
recorded_on: 2020-03-17
photos:
  - file: 2020/{ID}-sang-1.jpg
    caption: Họp ấp 3
    consent: true
"""


def png() -> bytes:
    data = io.BytesIO()
    Image.new("RGBA", (20, 10)).save(data, "PNG")
    return data.getvalue()


@pytest.mark.parametrize("leaving", ["\x03", "\x04"], ids=["Ctrl-C", "end of input"])
def test_whoever_leaves_finds_the_visit_again(place: Path, leaving: str) -> None:
    before = files(place)
    with sat_down(place) as seat:
        seat.answer("Ngày đi", "hôm qua")
        seat.until("Đơn vị")
        seat.type(leaving)
        code, told = seat.ended()
    assert code == 1
    assert told.endswith(
        "Đã dừng, chưa ghi gì. Bản nháp còn trên máy này: chạy lại lệnh để viết tiếp.\n"
    )
    assert files(place) == before
    with sat_down(place) as seat:
        seat.until("Còn một chuyến đi viết dở (16/03/2020):")
        seat.answer("Viết tiếp", "")
        seat.until("Đơn vị")
        seat.type("\x03")
        assert seat.ended()[0] == 1


def test_an_answer_that_was_being_typed_is_kept_too(place: Path) -> None:
    with sat_down(place) as seat:
        seat.until("Ngày đi")
        seat.type("12/3")
        seat.until("12/3")
        seat.type("\x03")
        assert seat.ended()[0] == 1
    with sat_down(place) as seat:
        seat.answer("Viết tiếp", "")
        seat.answer("12/3", "/2020")
        seat.until("Đơn vị")


def test_nothing_told_is_nothing_kept(place: Path) -> None:
    with sat_down(place) as seat:
        seat.until("Ngày đi")
        seat.type("\x03")
        code, told = seat.ended()
    assert code == 1
    assert told.endswith("Đã dừng, chưa ghi gì.\n")
    assert not (place / "config").exists()


def test_without_a_terminal_one_sentence_says_what_to_do(place: Path) -> None:
    ended = congtac("new", "visit", cwd=place)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "Lệnh này hỏi từng câu nên cần một cửa sổ dòng lệnh; hoặc dùng --from TỆP.\n"
    )


def test_help_loads_nothing_that_asks() -> None:
    script = (
        "import sys\nfrom generator.cli import cli\n"
        "cli(['new', 'visit', '--help'], standalone_mode=False)\n"
        "print({'prompt_toolkit', 'questionary', 'openpyxl'} & sys.modules.keys())"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert "hỏi từng câu" in told
    assert told.endswith("set()\n")


def test_what_is_written_is_what_the_reader_of_records_reads(place: Path) -> None:
    assert from_file(place, "a.yml", yaml()).code == 0
    held = load_records(place / "records").records.visits[ID]
    assert held.content == TREE["content"]

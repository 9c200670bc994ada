"""What arrives as a file is read whole, or everything wrong with it is told."""

import io
import json
import zipfile
from typing import Any, Final

import pytest

from generator.submit.incoming import LARGEST_PHOTO, MOST_FILES, Submission, read
from generator.submit.message import AGAIN, Misread

YAML: Final = "date: 2020-03-16\nunit: an-truong-a\ncontent: Họp.\n"
TREE: Final = {"date": "2020-03-16", "unit": "an-truong-a", "content": "Họp."}
NO_RECORD: Final = Misread(
    "Không thấy bản ghi nào.",
    "Cần nguyên cả tin mà biểu mẫu đã tạo, đến hết dòng “Hết bản ghi”; hoặc tệp .yml, .json, .zip.",
)
NO_TEXT: Final = Misread(
    "Dòng 1, cột 1: Tệp ở bảng mã UTF-16, không phải UTF-8.",
    "Mở tệp bằng trình soạn thảo, chọn “Lưu với bảng mã UTF-8” (không BOM), rồi gửi lại.",
)
BROKEN: Final = Misread("Gói .zip bị hỏng hoặc có mật khẩu, không mở được.", AGAIN)
ONE_VISIT: Final = "Mỗi gói một chuyến đi: một bản ghi và ảnh của nó."


def packed(files: dict[str, bytes]) -> bytes:
    """A bundle; of a fixed hour, for every process that collects these tests must name them alike."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return data.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        YAML.encode(),
        b"\xef\xbb\xbf" + YAML.encode(),
        YAML.encode("utf-16"),
        b"\xfe\xff" + YAML.encode("utf-16-be"),
        YAML.replace("\n", "\r\n").encode(),
        json.dumps(TREE).encode(),
        json.dumps(TREE, ensure_ascii=False, indent=2).encode(),
        packed({"records/visits/2020/a.yml": YAML.encode()}),
        packed({"a.yaml": json.dumps(TREE).encode(), "__MACOSX/a.yml": b"x", ".DS_Store": b"y"}),
    ],
)
def test_a_record_is_read_however_it_was_saved(data: bytes) -> None:
    assert read(data) == Submission(TREE)


def test_what_is_no_text_in_json_becomes_text() -> None:
    data = b'{"turnout": {"members": 29}, "photos": [{"consent": true}], "venue": null, "x": 1.50}'
    assert read(data) == Submission(
        {"turnout": {"members": "29"}, "photos": [{"consent": "true"}], "venue": "", "x": "1.50"}
    )


def test_photos_of_a_bundle_are_named_as_below_the_media() -> None:
    files = {"r/visits/a.yml": YAML.encode(), "records/media/2020/a.jpg": b"1", "b.PNG": b"2"}
    assert read(packed(files)) == Submission(TREE, {"2020/a.jpg": b"1", "b.PNG": b"2"})


CASES: Final[list[tuple[bytes, list[Misread]]]] = [
    (b"", [NO_RECORD]),
    ("Em gửi anh: hôm qua đi xã An Trường A.".encode(), [NO_RECORD]),
    ("Ngày đi: 16/03/2020\nĐơn vị: xã An Trường A\n".encode(), [NO_RECORD]),
    (
        b"\xff\xfe\x00",
        [NO_TEXT],
    ),
    (b'{"date": "2020-03-16",', [Misread("Dòng 1, cột 23: bản ghi JSON hỏng ở đây.", AGAIN)]),
    (b'{"date": "1", "date": "2"}', [Misread("Khóa “date” ghi hai lần.", "Giữ một, xóa một.")]),
    (b'{"\\u001b[1m": "1", "\\u001b[1m": "2"}', [Misread("Khóa “\ufffd[1m” ghi hai lần.", "Giữ một, xóa một.")]),
    (b'{"a":' * 20_000, [Misread("Dòng 1, cột 1: Tệp lớn 100000 byte, quá 65536.", "Viết ngắn lại, hoặc tách thành nhiều bản ghi.")]),
    (b'{"a":' * 13_000, [Misread("Bản ghi lồng nhau quá sâu.", AGAIN)]),
    (b'{"a": "\\ud83d"}', [Misread("Bản ghi có ký tự bị cắt đôi.", AGAIN)]),
    (
        b"date: a\ndate: b\nunit: &x y\n",
        [
            Misread("Dòng 2, cột 1: Khóa “date” ghi hai lần (lần đầu ở dòng 1).", "Giữ một, xóa một."),
            Misread(
                "Dòng 3, cột 7: Giá trị mở đầu bằng dấu & (“&x”), máy hiểu nhầm là một lệnh.",
                "Đặt cả giá trị trong dấu nháy. Gạch đầu dòng thì dùng dấu -.",
            ),
        ],
    ),
    (
        b"date: 2020-03-16 # hom qua\n",
        [
            Misread(
                "Dòng 1, cột 18: Phần từ dấu # đến hết dòng bị coi là chú thích, không được đọc.",
                "Nếu đó là nội dung thì đặt cả giá trị trong dấu nháy; nếu không thì xóa đi.",
            )
        ],
    ),
    (
        b"content: " + b"a" * 70_000,
        [Misread("Dòng 1, cột 1: Tệp lớn 70009 byte, quá 65536.", "Viết ngắn lại, hoặc tách thành nhiều bản ghi.")],
    ),
    (packed({"a.yml": YAML.encode()})[:40], [BROKEN]),
    (packed({"a.yml": YAML.encode()}).replace(b"\x08\x00", b"\x63\x00"), [BROKEN]),
    (packed({}), [Misread("Gói có 0 bản ghi .yml, cần đúng một.", ONE_VISIT)]),
    (packed({"a.jpg": b"1"}), [Misread("Gói có 0 bản ghi .yml, cần đúng một.", ONE_VISIT)]),
    (
        packed({"a.yml": b"", "b.yml": b"", "x\x1b.docx": b"", "c.jpg": b"0" * (LARGEST_PHOTO + 1)}),
        [
            Misread("x\ufffd.docx trong gói không phải là bản ghi, cũng không phải là ảnh.", "Bỏ tệp đó ra khỏi gói."),
            Misread("c.jpg trong gói quá lớn.", "Thu nhỏ rồi đóng gói lại."),
            Misread("Gói có 2 bản ghi .yml, cần đúng một.", ONE_VISIT),
        ],
    ),
    (
        packed({"a.yml": b"x", "b.txt": b""}),
        [
            Misread("b.txt trong gói không phải là bản ghi, cũng không phải là ảnh.", "Bỏ tệp đó ra khỏi gói."),
            NO_RECORD,
        ],
    ),
    (
        packed({"a.yml": YAML.encode(), "b.txt": b""}),
        [Misread("b.txt trong gói không phải là bản ghi, cũng không phải là ảnh.", "Bỏ tệp đó ra khỏi gói.")],
    ),
    (packed({"a.yml": packed({"a.yml": YAML.encode()})}), [NO_TEXT]),
    (
        packed({f"{n}.jpg": b"" for n in range(MOST_FILES)} | {"a.yml": b""}),
        [Misread("Gói có 31 tệp, nhiều nhất 30.", ONE_VISIT)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("data", "faults"), CASES)
def test_what_cannot_be_read_tells_everything_wrong(data: bytes, faults: list[Any]) -> None:
    assert read(data) == tuple(faults)

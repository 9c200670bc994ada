"""Findings speak of columns, names and rows: who fills in a workbook knows no keys and ids."""

import pytest

from generator.submit.workbook.faults import Trouble
from generator.submit.workbook.words import Words, shown_days
from tests.builders import member, records, unit

RECORDS = records(
    unit("844-cang-long", level="district", name="Huyện Càng Long"),
    unit("29272-an-truong-a", name="Xã An Trường A", parent="844-cang-long"),
    member("le-van-ba", name="Lê Văn Ba"),
    member("ba", name="Trần Ba"),
)
WORDS = Words.of(RECORDS, {"2019-03-05-an-truong-a": 7})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ngày về 2019-03-04 đứng trước ngày đi 2019-03-05.", "Ngày về 04/03/2019 đứng trước ngày đi 05/03/2019."),
        ("“le-van-ba” đã được ghi rồi.", "“Lê Văn Ba” đã được ghi rồi."),
        ("cùng lúc ở chuyến đi “2019-03-05-an-truong-a” (29272-an-truong-a)", "cùng lúc ở chuyến đi ở dòng 7 (Xã An Trường A, huyện Càng Long)"),
        ("Chuyến đi này đã có bản ghi “2019-01-01-cu”.", "Chuyến đi này đã có bản ghi “2019-01-01-cu”."),
        ("Bỏ khóa session, hoặc bỏ end_date.", "Để trống “Buổi”, hoặc để trống “Ngày về”."),
        ("Thêm vào members, hoặc bỏ mục này.", "Thêm vào “Ủy viên tham gia”, hoặc bỏ mục này."),
        ("Chọn chương trình khác, hoặc bỏ khóa này.", "Chọn chương trình khác, hoặc để trống ô này."),
        ("Ghi status: resolved, hoặc bỏ resolved_on.", "Ghi “Tình trạng”: “đã giải quyết”, hoặc để trống “Ngày giải quyết xong”."),
        ("Ghi buổi (session) cho từng chuyến", "Ghi “Buổi” cho từng chuyến"),
        ("Viết năm/ủy viên/mục, ví dụ 2019/le-van-ba/t03-1.", "Viết năm/ủy viên/mục, ví dụ 2019/le-van-ba/t03-1."),
        ("Đơn vị kế tục: 29272-an-truong-a.", "Đơn vị kế tục: Xã An Trường A, huyện Càng Long."),
        ("ba ngày nữa", "ba ngày nữa"),
    ],
)  # fmt: skip
def test_keys_ids_and_days_are_said_as_people_say_them(text: str, said: str) -> None:
    assert WORDS.said(Trouble("D001", text, text)) == Trouble("D001", said, said)


def test_days_that_never_were_are_shown_alike() -> None:
    assert shown_days("Không có ngày 2018-02-31.") == "Không có ngày 31/02/2018."

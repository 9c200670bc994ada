"""A visit as labelled lines: the model's words and order, names for ids, nothing that is not said."""

from generator.present.names import Names
from generator.present.visit_lines import visit_lines
from tests.builders import member, records, unit, visit

RECORDS = records(
    unit("cang-long", level="district", name="Huyện Càng Long"),
    unit("an-truong", "cang-long", name="Xã An Trường"),
    unit("tra-vinh", "cang-long", name="Xã Trà Vinh"),
    member("an", name="Lê Văn An"),
)


def test_every_line_has_the_label_of_the_model_and_names_for_ids() -> None:
    told = visit(
        "2019-03-05",
        session="morning",
        other_units=["tra-vinh", "an-truong"],
        programme="la",
        topics=["chua-co"],
        photos=[{"file": "2019/a.jpg", "caption": "Họp", "consent": "true"}],
        issues=[{"text": "Một."}, {"text": "Hai.", "due": "2019-04-01"}],
    )
    assert list(visit_lines(told, Names(RECORDS))) == [
        ("Ngày đi", "05/03/2019"),
        ("Buổi", "buổi sáng"),
        ("Đơn vị", "Xã An Trường, huyện Càng Long"),
        ("Đơn vị khác", "Xã Trà Vinh, huyện Càng Long; Xã An Trường, huyện Càng Long"),
        ("Nội dung đi cơ sở", "Survey"),
        ("Chương trình, đợt hoạt động", "la"),
        ("Vấn đề trao đổi", "chua-co"),
        ("Ủy viên tham gia", "Lê Văn An"),
        ("Tóm tắt nội dung làm việc", "Làm việc với Đoàn xã."),
        ("Khó khăn, vướng mắc 1: Khó khăn, vướng mắc", "Một."),
        ("Khó khăn, vướng mắc 2: Khó khăn, vướng mắc", "Hai."),
        ("Khó khăn, vướng mắc 2: Hạn trả lời", "01/04/2019"),
        ("Ngày ghi", "05/03/2019"),
        ("Ảnh 1: Tệp ảnh", "2019/a.jpg"),
        ("Ảnh 1: Chú thích ảnh", "Họp"),
        ("Ảnh 1: Được đăng công khai", "có"),
    ]

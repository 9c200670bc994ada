"""Kinds of work at the grassroots, topics and programmes, each with the place it comes from."""

from __future__ import annotations

from datetime import date

from samples.record import Record

ARTICLE = "Bài “Tăng cường đi công tác cơ sở theo chủ trương 1 + 2” của Tỉnh đoàn Trà Vinh"
OTHERS = "Cách làm chung của các tỉnh, thành đoàn khi thực hiện chủ trương 1+2; chờ xác nhận"
OWN = "Dữ liệu mẫu đặt ra để phân loại; chờ xác nhận"

BRANCH_MEETING = "du-sinh-hoat-chi-doan"
PERIODIC = "kiem-tra-dinh-ky"
THEMATIC = "kiem-tra-chuyen-de"
BUILDING = "do-thi-van-minh-nong-thon-moi"
SUPPORT = "ho-tro-chi-doan-doan-vien"
SURVEY = "khao-sat-nam-tinh-hinh"
PROGRAMME = "tham-gia-chuong-trinh-chien-dich"
CONFERENCE = "du-hoi-nghi-cap-duoi"
OTHER = "noi-dung-khac"
AT_PROVINCE = "hop-tap-huan-tai-tinh"


def _kind(id_: str, label: str, source: str, *, counts: bool = True) -> Record:
    return {
        "id": id_,
        "label": label,
        "counts": counts,
        "branch_meeting": id_ == BRANCH_MEETING,
        "source": source,
    }


KINDS = (
    _kind(BRANCH_MEETING, "Dự sinh hoạt chi đoàn ấp, khóm (họp lệ)", ARTICLE),
    _kind(PERIODIC, "Kiểm tra, giám sát định kỳ", ARTICLE),
    _kind(THEMATIC, "Kiểm tra, giám sát chuyên đề", ARTICLE),
    _kind(BUILDING, "Tham gia xây dựng đô thị văn minh và nông thôn mới", ARTICLE),
    _kind(
        SUPPORT,
        "Hỗ trợ nâng cao chất lượng hoạt động chi đoàn, chất lượng đoàn viên",
        ARTICLE,
    ),
    _kind(PROGRAMME, "Tham gia chương trình, chiến dịch, hội trại", ARTICLE),
    _kind(SURVEY, "Khảo sát, nắm tình hình theo chuyên đề", OTHERS),
    _kind(CONFERENCE, "Dự hội nghị Ban Chấp hành, Ban Thường vụ cấp dưới", OTHERS),
    _kind(OTHER, "Nội dung khác tại cơ sở", OWN),
    _kind(AT_PROVINCE, "Họp, tập huấn tại tỉnh (không tính ngày)", OWN, counts=False),
)

MOVEMENTS = "phong-trao-hanh-dong-cach-mang"
RESOLUTION = "nghi-quyet-dai-hoi-doan"
NEW_MEMBERS = "phat-trien-doan-vien-moi"
PARTY = "gioi-thieu-doan-vien-uu-tu"
TRAINING = "chuong-trinh-ren-luyen-doan-vien"
LEARNING = "hoc-tap-va-lam-theo-bac"
MEETINGS = "noi-dung-phuong-thuc-sinh-hoat"
SITUATION = "nam-tinh-hinh-co-so"
THINKING = "tu-tuong-can-bo-doan-vien-thanh-nien"
DIFFICULTIES = "thao-go-kho-khan-vuong-mac"

_TOPIC_LABELS = {
    MOVEMENTS: "Triển khai các phong trào hành động cách mạng của Đoàn",
    RESOLUTION: "Tuyên truyền Nghị quyết Đại hội Đoàn các cấp",
    NEW_MEMBERS: "Phát triển đoàn viên mới",
    PARTY: "Giới thiệu đoàn viên ưu tú cho Đảng xem xét, kết nạp",
    TRAINING: "Chương trình Rèn luyện đoàn viên",
    LEARNING: "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    MEETINGS: "Nội dung, phương thức sinh hoạt chi đoàn",
    SITUATION: "Nắm tình hình cơ sở",
    THINKING: "Tư tưởng cán bộ, đoàn viên, thanh niên",
    DIFFICULTIES: "Tháo gỡ khó khăn, vướng mắc",
}
TOPICS = tuple(
    {"id": id_, "label": label, "source": ARTICLE} for id_, label in _TOPIC_LABELS.items()
)

ENLISTMENT = "hoi-trai-tong-quan"
YOUTH_MONTH = "thang-thanh-nien"
SUMMER = "chien-dich-he"
SPRING = "xuan-tinh-nguyen-2020"


def _programme(id_: str, label: str, start: date, end: date, source: str) -> Record:
    return {"id": id_, "label": label, "from": start, "to": end, "source": source}


PROGRAMMES = (
    _programme(
        f"{ENLISTMENT}-2019",
        "Hội trại Tòng quân năm 2019",
        date(2019, 2, 11),
        date(2019, 2, 22),
        f"{ARTICLE}; thời gian là dữ liệu mẫu",
    ),
    _programme(
        f"{YOUTH_MONTH}-2019",
        "Tháng Thanh niên năm 2019",
        date(2019, 3, 1),
        date(2019, 3, 31),
        ARTICLE,
    ),
    _programme(
        f"{SUMMER}-2019",
        "Chiến dịch Thanh niên tình nguyện hè năm 2019",
        date(2019, 6, 1),
        date(2019, 8, 31),
        f"{ARTICLE}; thời gian là dữ liệu mẫu",
    ),
    _programme(
        SPRING,
        "Xuân tình nguyện năm 2020",
        date(2019, 12, 15),
        date(2020, 1, 22),
        OWN,
    ),
    _programme(
        f"{ENLISTMENT}-2020",
        "Hội trại Tòng quân năm 2020",
        date(2020, 2, 3),
        date(2020, 2, 14),
        OWN,
    ),
    _programme(
        f"{YOUTH_MONTH}-2020",
        "Tháng Thanh niên năm 2020",
        date(2020, 3, 1),
        date(2020, 3, 31),
        OWN,
    ),
)

VOCABULARY: Record = {"kinds": KINDS, "topics": TOPICS, "programmes": PROGRAMMES}

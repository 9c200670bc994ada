"""How news speaks of a kind is told by its flag and its label, never by its id."""

import pytest

from generator.present.drafts.manners import (
    CAMPAIGN,
    CONFERENCE,
    INSPECTION,
    MEETING,
    PLAIN,
    SUPPORT,
    SURVEY,
    Manner,
    deed,
    deed_in_label,
    manner_of,
    said_of_kind,
)
from tests.unit.present.drafts.stories import KINDS, named_kind

NAMED = {kind.id: kind for kind in KINDS}


@pytest.mark.parametrize(
    ("label", "manner"),
    [
        ("Kiểm tra, giám sát định kỳ", INSPECTION),
        ("Giám sát hội nghị", INSPECTION),
        ("Khảo sát, nắm tình hình theo chuyên đề", SURVEY),
        ("Dự hội nghị Ban Chấp hành cấp dưới", CONFERENCE),
        ("Họp, tập huấn tại tỉnh", CONFERENCE),
        ("Tham gia xây dựng đô thị văn minh và nông thôn mới", CAMPAIGN),
        ("Tham gia chương trình, chiến dịch, hội trại", CAMPAIGN),
        ("Hỗ trợ kiểm tra chi đoàn", SUPPORT),
        ("Sinh hoạt chi đoàn trường học", MEETING),
        ("Phối hợp với ngành dọc", PLAIN),
        ("Survey", PLAIN),
    ],
)
def test_the_first_telling_word_of_the_label_decides(label: str, manner: Manner) -> None:
    assert manner_of(named_kind("x", label)) is manner


def test_the_flag_of_a_branch_meeting_beats_its_label() -> None:
    assert manner_of(named_kind("x", "Kiểm tra chi đoàn", branch_meeting=True)) is MEETING


@pytest.mark.parametrize(
    ("id_", "told", "listed"),
    [
        ("meeting", "dự sinh hoạt chi đoàn", "dự sinh hoạt chi đoàn ấp, khóm"),
        ("inspection", "kiểm tra, giám sát định kỳ", "kiểm tra, giám sát định kỳ"),
        ("conference", "dự hội nghị", "dự hội nghị Ban Chấp hành, Ban Thường vụ cấp dưới"),
        ("other", "đi công tác cơ sở", ""),
        ("own", "làm việc về công tác Hội", "công tác Hội"),
        ("office", "họp, tập huấn tại tỉnh", "họp, tập huấn tại tỉnh"),
    ],
)
def test_a_label_goes_on_in_a_sentence(id_: str, told: str, listed: str) -> None:
    assert deed(NAMED[id_]) == told
    assert said_of_kind(NAMED[id_]) == listed


def test_a_branch_meeting_keeps_what_its_label_adds() -> None:
    assert deed_in_label(NAMED["meeting"]) == "dự sinh hoạt chi đoàn ấp, khóm"
    bare = named_kind("x", "Họp lệ", branch_meeting=True)
    assert deed_in_label(bare) == "dự sinh hoạt chi đoàn"

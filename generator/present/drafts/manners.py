"""How news speaks of each kind of visit: of meetings in one way, of inspections in another.

A province defines its own kinds, so no id is known here: a branch meeting is told by its flag, any
other by what its label says first, and what no word tells is spoken of in plain words.
Source: research/domain.md, section 5 (vocabulary).
"""

import re
from dataclasses import dataclass
from typing import Final

from generator.domain.activity import Kind
from generator.present.drafts.sentences import lowered, running
from generator.present.visit_words import kind_in_title

Turns = tuple[str, ...]

ACTS: Final = re.compile(
    r"(?:Dự|Tham dự|Tham gia|Cùng|Kiểm tra|Giám sát|Phúc tra|Khảo sát|Nắm|Họp(?! lệ)|Về|Làm việc"
    r"|Đến|Đi|Ở|Hướng dẫn|Hỗ trợ|Giúp|Củng cố|Tập huấn|Rà|Rà soát|Thăm|Gặp|Gặp gỡ|Gặp mặt"
    r"|Tiếp xúc|Đối thoại|Chấm điểm|Nghe|Trao|Trao tặng|Tặng|Ra quân|Phát|Sinh hoạt cùng|Phối hợp"
    r"|Triển khai|Tổ chức|Tuyên truyền|Vận động|Xây dựng|Chúc|Trực|Chỉ đạo|Dâng hương|Viếng)"
    r"(?!\w)"
)
"""A text that begins so tells what the visitors did: who it was can stand before it."""


@dataclass(frozen=True, slots=True)
class Manner:
    """The words for one manner of visit; where several are given, the seed chooses.

    `words` tell the manner in a label; `deed` is what the visitors did, the label's words if it is
    empty; `group` is what several of them are called, if they are a team; `when` is the occasion of
    the talks; `advice` leads to what they said and `heads` to who took part.
    """

    words: str
    deed: str
    group: str
    when: str
    advice: Turns
    heads: Turns
    tag: str


MEETING: Final = Manner(
    words="sinh hoạt chi đoàn|họp lệ",
    deed="dự sinh hoạt chi đoàn",
    group="đoàn công tác",
    when="tại buổi sinh hoạt",
    advice=(
        "{who} định hướng, góp ý: ",
        "Dịp này, {who} góp ý: ",
        "Dự và chỉ đạo buổi sinh hoạt, {who} lưu ý: ",
    ),
    heads=("Buổi sinh hoạt có {heads} tham dự.", "Dự sinh hoạt có {heads}."),
    tag="sinh hoạt chi đoàn",
)
INSPECTION: Final = Manner(
    words="kiểm tra|giám sát|phúc tra",
    deed="",
    group="đoàn kiểm tra",
    when="tại buổi làm việc",
    advice=(
        "Qua làm việc, {who} đề nghị: ",
        "{who} lưu ý: ",
        "Góp ý với cơ sở, {who} lưu ý: ",
    ),
    heads=("Buổi làm việc có {heads} tham dự.", "Dự buổi làm việc có {heads}."),
    tag="kiểm tra, giám sát",
)
SURVEY: Final = Manner(
    words="khảo sát|nắm tình hình|nắm bắt|thăm dò|điều tra|đối thoại|tiếp xúc",
    deed="",
    group="đoàn khảo sát",
    when="trong đợt khảo sát",
    advice=(
        "Sau khi nắm tình hình, {who} đề nghị: ",
        "Từ những điều ghi nhận được, {who} góp ý: ",
    ),
    heads=("Tham gia đợt khảo sát có {heads}.", "Đợt khảo sát có {heads} tham gia."),
    tag="khảo sát",
)
CONFERENCE: Final = Manner(
    words="hội nghị|đại hội|hội thảo|họp|giao ban|tập huấn|sơ kết|tổng kết",
    deed="",
    group="",
    when="tại hội nghị",
    advice=("{who} đề nghị: ", "Dịp này, {who} lưu ý: "),
    heads=("Tham dự có {heads}.", "Cùng dự có {heads}."),
    tag="hội nghị",
)
CAMPAIGN: Final = Manner(
    words="chương trình|chiến dịch|hội trại|tình nguyện|ra quân|xây dựng|công trình|nông thôn mới"
    "|đô thị văn minh|phong trào|trao tặng|lao động",
    deed="",
    group="đoàn công tác",
    when="dịp này",
    advice=(
        "Góp ý với cơ sở, {who} lưu ý: ",
        "Tại đây, {who} đề nghị: ",
    ),
    heads=("Tham gia hoạt động có {heads}.", "Hoạt động có {heads} tham gia."),
    tag="phong trào thanh niên",
)
SUPPORT: Final = Manner(
    words="hỗ trợ|giúp|hướng dẫn|củng cố|nâng cao chất lượng",
    deed="",
    group="đoàn công tác",
    when="tại buổi làm việc",
    advice=(
        "Góp ý với cơ sở, {who} đề nghị: ",
        "{who} gợi ý: ",
    ),
    heads=("Buổi làm việc có {heads} tham dự.", "Cùng dự có {heads}."),
    tag="hỗ trợ cơ sở",
)
PLAIN: Final = Manner(
    words="",
    deed="",
    group="đoàn công tác",
    when="trong chuyến đi",
    advice=(
        "Tại đây, {who} góp ý: ",
        "Làm việc với cơ sở, {who} đề nghị: ",
    ),
    heads=("Tham dự có {heads}.", "Cùng dự có {heads}."),
    tag="công tác cơ sở",
)
_TOLD_BY_LABEL: Final = (MEETING, INSPECTION, SURVEY, CONFERENCE, CAMPAIGN, SUPPORT)
_SAYS_NOTHING: Final = re.compile(r"(?<!\w)khác(?!\w)", re.IGNORECASE)


def manner_of(kind: Kind) -> Manner:
    """Return the manner of a kind: by its flag, else by the word that comes first in its label."""
    if kind.branch_meeting:
        return MEETING
    found = [
        (word.start(), place)
        for place, manner in enumerate(_TOLD_BY_LABEL)
        if (word := re.search(rf"(?<!\w)(?:{manner.words})(?!\w)", kind.label, re.IGNORECASE))
    ]
    return _TOLD_BY_LABEL[min(found)[1]] if found else PLAIN


def deed(kind: Kind) -> str:
    """Return what visitors of a kind do: its label as a sentence goes on with it.

    `làm việc về …` where the label is no deed; a label for all that is left over says nothing.
    """
    told = manner_of(kind).deed
    if told:
        return told
    label = kind_in_title(kind.label)
    if _SAYS_NOTHING.search(label):
        return "đi công tác cơ sở"
    if manner_of(kind) is CONFERENCE and label.lower().removeprefix("tham ").startswith(
        "dự hội nghị"
    ):
        # Which committee's conference it was, the visit tells; the label names them all.
        return "dự hội nghị"
    return lowered(label) if ACTS.match(label) else f"làm việc về {running(label)}"


def deed_in_label(kind: Kind) -> str:
    """Return a branch meeting's deed with what its label adds: `dự sinh hoạt chi đoàn ấp, khóm`."""
    label = lowered(kind_in_title(kind.label))
    return label if label.startswith(MEETING.deed) else MEETING.deed


def said_of_kind(kind: Kind) -> str:
    """Return the kind as a list of kinds has it; nothing of one for all that is left over."""
    label = kind_in_title(kind.label)
    return "" if _SAYS_NOTHING.search(label) else running(label)

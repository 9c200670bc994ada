"""What each kind of record file is called, and what it is for, in the users' words."""

from types import MappingProxyType
from typing import Final, NamedTuple


class FileTitle(NamedTuple):
    """The name of a kind of file, and one sentence about it."""

    title: str
    description: str


FILE_TITLES: Final = MappingProxyType(
    {
        "organisation": FileTitle(
            "Tổ chức", "Tổ chức giữ sổ này, và cách trang web trình bày số liệu."
        ),
        "units": FileTitle(
            "Danh mục đơn vị", "Những nơi có thể đến làm việc, kèm thời gian tồn tại."
        ),
        "activities": FileTitle(
            "Danh mục hoạt động",
            "Nội dung đi cơ sở, vấn đề trao đổi, chương trình và đợt hoạt động.",
        ),
        "members": FileTitle("Ủy viên", "Một Ủy viên BCH và quá trình công tác."),
        "policies": FileTitle(
            "Chủ trương", "Căn cứ và các quy tắc tính ngày, áp dụng trọn năm dương lịch."
        ),
        "plans": FileTitle(
            "Kế hoạch năm", "Kế hoạch công tác cơ sở của một Ủy viên trong một năm."
        ),
        "visits": FileTitle(
            "Chuyến đi cơ sở", "Một chuyến đi, một ngày hoặc nhiều ngày, một người hoặc cả đoàn."
        ),
        "articles": FileTitle(
            "Tin, bài", "Phần đầu của một bài, giữa hai dòng ---; thân bài viết bên dưới."
        ),
    }
)

"""What differs is told field by field, as people write it."""

from dataclasses import replace

from generator.publish.wordpress.diff import differences
from generator.publish.wordpress.post import Fields

THERE = Fields(
    title="Họp lệ",
    content="<!-- wp:paragraph -->\n<p>Một.</p>\n<!-- /wp:paragraph -->\n\n<p>Hai.</p>",
    excerpt="Mở đầu.",
    moment="2019-05-21T00:00:00",
    categories=(3,),
    tags=(7, 9),
    cover=12,
)
NAMES = {3: "Tin cơ sở", 4: "Hoạt động", 7: "họp lệ"}


def told(**wanted: object) -> list[str]:
    return list(differences(THERE, replace(THERE, **wanted), NAMES))  # type: ignore[arg-type]


def test_what_is_the_same_differs_in_nothing() -> None:
    assert told() == []


def test_a_line_of_the_text() -> None:
    assert told(content=THERE.content.replace("Một", "1").replace("\n\n", "\n")) == [
        "--- trang web: nội dung",
        "+++ sổ: nội dung",
        "@@ -2 +2 @@",
        "-<p>Một.</p>",
        "+<p>1.</p>",
    ]


def test_every_other_field() -> None:
    assert told(
        title="Tên mới",
        excerpt="",
        moment="2019-05-22T17:30:00",
        categories=(4,),
        tags=(0, 7, 8),
        cover=0,
    ) == [
        "--- trang web: tiêu đề",
        "+++ sổ: tiêu đề",
        "@@ -1 +1 @@",
        "-Họp lệ",
        "+Tên mới",
        "--- trang web: tóm tắt",
        "+++ sổ: tóm tắt",
        "@@ -1 +0,0 @@",
        "-Mở đầu.",
        "--- trang web: ngày đăng",
        "+++ sổ: ngày đăng",
        "@@ -1 +1 @@",
        "-21/05/2019 07:00",
        "+23/05/2019 00:30",
        "--- trang web: chuyên mục",
        "+++ sổ: chuyên mục",
        "@@ -1 +1 @@",
        "-Tin cơ sở",
        "+Hoạt động",
        "--- trang web: từ khóa",
        "+++ sổ: từ khóa",
        "@@ -0,0 +1 @@",
        "+(chưa có trên trang web)",
        "@@ -2 +3 @@",
        "-số 9",
        "+số 8",
        "--- trang web: ảnh đại diện",
        "+++ sổ: ảnh đại diện",
        "@@ -1 +1 @@",
        "-ảnh số 12",
        "+(chưa có trên trang web)",
    ]


def test_a_moment_that_cannot_be_read_is_told_as_it_is() -> None:
    assert told(moment="hôm qua")[-1] == "+hôm qua"

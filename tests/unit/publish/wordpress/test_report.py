"""What a run says of the website and of each article: whole, in every case."""

from dataclasses import replace
from typing import Any

import pytest

from generator.publish.wordpress.outcome import Done, Outcome, Told, broken_off
from generator.publish.wordpress.preflight import Preflight
from generator.publish.wordpress.report import outcome_lines, preflight_lines

ARTICLE = "2019-05-21-hop-le"
DIFF = ("--- trang web: tiêu đề", "+++ sổ: tiêu đề", "@@ -1 +1 @@", "-A", "+B")
SHOWN = [f"    {line}" for line in DIFF]


def said(verdict: Told, *, dry: bool = False, **keys: Any) -> list[str]:
    return list(outcome_lines(Outcome(ARTICLE, "Họp lệ", verdict, **keys), dry=dry))


# --- the website ---

SEEN = Preflight("Tỉnh đoàn", "6.5.5", "Asia/Ho_Chi_Minh", "bien-tap", (), ())


@pytest.mark.parametrize(
    ("seen", "lines"),
    [
        (
            SEEN,
            [
                "Trang web: Tỉnh đoàn, https://x.vn/ (WordPress 6.5.5, múi giờ Asia/Ho_Chi_Minh).",
                "Tài khoản “bien-tap” đủ quyền.",
            ],
        ),
        (
            replace(SEEN, name="", version="", zone="UTC+0", warnings=("Giờ lệch.",)),
            [
                "Trang web: https://x.vn/ (không rõ phiên bản, múi giờ UTC+0).",
                "Lưu ý: Giờ lệch.",
                "Tài khoản “bien-tap” đủ quyền.",
            ],
        ),
        (
            replace(SEEN, faults=("Thiếu quyền.", "Quá cũ.")),
            [
                "Trang web: Tỉnh đoàn, https://x.vn/ (WordPress 6.5.5, múi giờ Asia/Ho_Chi_Minh).",
                "Chưa được: Thiếu quyền.",
                "Chưa được: Quá cũ.",
            ],
        ),
    ],
)
def test_what_was_seen_of_the_website(seen: Preflight, lines: list[str]) -> None:
    assert list(preflight_lines(seen, "https://x.vn/")) == lines


# --- what was found and left ---


@pytest.mark.parametrize(
    ("verdict", "keys", "lines"),
    [
        (
            "both",
            {"ours": ("title", "content"), "theirs": ("excerpt",), "diff": DIFF},
            [
                f"HAI BÊN CÙNG SỬA  {ARTICLE} – Họp lệ",
                "  khác nhau ở: tiêu đề, nội dung",
                "  đã sửa trên trang web: tóm tắt",
                (
                    "  chưa ghi gì; đưa phần sửa trên trang web vào sổ rồi chạy lại, hoặc thêm "
                    f"--force {ARTICLE} để ghi đè bằng bản của sổ"
                ),
                *SHOWN,
            ],
        ),
        (
            "theirs",
            {"ours": ("title",), "theirs": ("title",), "diff": DIFF, "link": "https://x.vn/?p=5"},
            [
                f"TRANG WEB ĐÃ SỬA  {ARTICLE} – Họp lệ",
                "  đã sửa trên trang web: tiêu đề",
                f"  giữ nguyên bản trên trang web; muốn lấy lại bản của sổ thì thêm --force {ARTICLE}",
                "  https://x.vn/?p=5",
                *SHOWN,
            ],
        ),
        (
            "trashed",
            {"numbers": (5,)},
            [
                f"TRONG THÙNG RÁC  {ARTICLE} – Họp lệ",
                (
                    "  có người đã bỏ bài vào thùng rác; nếu đúng là thôi đăng, đổi status của bài "
                    f"thành withdrawn, còn muốn đăng lại thì thêm --force {ARTICLE}"
                ),
            ],
        ),
        (
            "deleted",
            {"numbers": (5,)},
            [
                f"ĐÃ BỊ XÓA  {ARTICLE} – Họp lệ",
                (
                    "  có người đã xóa hẳn bài; nếu đúng là thôi đăng, đổi status của bài thành "
                    f"withdrawn, còn muốn tạo lại thì thêm --force {ARTICLE}"
                ),
            ],
        ),
        (
            "foreign",
            {"numbers": (5,)},
            [
                f"TRÙNG ĐƯỜNG DẪN  {ARTICLE} – Họp lệ",
                (
                    "  đường dẫn này thuộc về một bài khác trên trang web (số 5); đổi đường dẫn của bài "
                    "đó, hoặc đổi tên tệp của bài này"
                ),
            ],
        ),
        (
            "duplicate",
            {"numbers": (5, 6)},
            [
                f"CÓ NHIỀU BẢN  {ARTICLE} – Họp lệ",
                "  các bài số 5, 6 cùng mang dấu của bài này; giữ một bài, bỏ các bài kia",
            ],
        ),
        (
            "failed",
            {"notes": ("trang web không nhận bài (400 x)",)},
            [f"CHƯA ĐƯỢC  {ARTICLE} – Họp lệ", "  lưu ý: trang web không nhận bài (400 x)"],
        ),
        ("gone", {}, []),
        ("unchanged", {"link": "https://x.vn/?p=5", "live": True}, []),
        (
            "unchanged",
            {"slug": "ten-khac"},
            [f"KHÔNG ĐỔI  {ARTICLE} – Họp lệ", "  lưu ý: đường dẫn trên trang web là “ten-khac”"],
        ),
    ],
)
@pytest.mark.parametrize("dry", [True, False])
def test_what_is_left_to_a_person(
    verdict: Told, keys: dict[str, Any], lines: list[str], *, dry: bool
) -> None:
    assert said(verdict, dry=dry, **keys) == lines


def test_an_article_without_a_title_has_its_id() -> None:
    assert next(
        iter(outcome_lines(Outcome(ARTICLE, "", "duplicate", numbers=(5,)), dry=False))
    ) == (f"CÓ NHIỀU BẢN  {ARTICLE}")


# --- what was done ---


@pytest.mark.parametrize(
    ("verdict", "done", "line"),
    [
        ("new", ("created",), "đã tạo bản nháp"),
        ("new", ("created", "published"), "đã tạo bản nháp, đã đăng"),
        ("ours", ("updated",), "đã sửa trên trang web theo sổ"),
        ("deleted", ("recreated",), "đã tạo lại bản nháp"),
        ("unchanged", ("published",), "đã đăng"),
        ("both", ("updated",), "đã sửa trên trang web theo sổ"),
        ("withdraw", ("withdrawn",), "đã bỏ vào thùng rác của trang web"),
    ],
)
def test_what_was_done(verdict: Told, done: tuple[Done, ...], line: str) -> None:
    told = said(
        verdict, done=done, altered=("content",), notes=("một",), link="https://x.vn/?p=5", diff=()
    )
    assert told[1:] == [
        f"  {line}",
        "  lưu ý: trang web tự sửa khi lưu: nội dung",
        "  lưu ý: một",
        "  https://x.vn/?p=5",
    ]


# --- what would be done ---


@pytest.mark.parametrize(
    ("verdict", "would", "photos", "line"),
    [
        ("new", ("created",), 0, "sẽ tạo bản nháp"),
        ("new", ("created",), 2, "sẽ tạo bản nháp, tải lên 2 ảnh"),
        ("new", ("created", "published"), 2, "sẽ tạo bản nháp, tải lên 2 ảnh rồi đăng"),
        ("ours", ("updated",), 0, "sẽ sửa trên trang web theo sổ"),
        (
            "both",
            ("updated", "published"),
            1,
            "sẽ sửa trên trang web theo sổ, tải lên 1 ảnh rồi đăng",
        ),
        ("deleted", ("recreated",), 0, "sẽ tạo lại bản nháp"),
        ("unchanged", ("published",), 0, "sẽ đăng"),
        ("withdraw", ("withdrawn",), 0, "sẽ bỏ vào thùng rác của trang web"),
    ],
)
def test_what_a_run_would_do(
    verdict: Told, would: tuple[Done, ...], photos: int, line: str
) -> None:
    told = said(verdict, dry=True, would=would, photos=photos)
    assert told[1:] == [f"  {line}"]


def test_what_would_change_is_shown_line_by_line_up_to_a_page() -> None:
    diff = tuple(f"+dòng {number}" for number in range(62))
    told = said("ours", dry=True, ours=("content",), would=("updated",), diff=diff)
    assert told[1:3] == ["  khác nhau ở: nội dung", "  sẽ sửa trên trang web theo sổ"]
    assert told[3:] == [f"    {line}" for line in diff[:60]] + ["    … và 2 dòng nữa"]
    assert said("ours", ours=("content",), done=("updated",), diff=diff)[2:] == [
        "  đã sửa trên trang web theo sổ"
    ]


@pytest.mark.parametrize(
    ("live", "where"), [(True, "bài đã đăng"), (False, "bản nháp trên trang web")]
)
def test_that_only_figures_differ_is_told_until_it_is_mended(*, live: bool, where: str) -> None:
    told = said("ours", dry=True, figures=True, live=live, would=("updated",))
    assert told[1] == (
        f"  lời bài không đổi, nhưng số liệu lấy từ sổ đã khác: {where} còn ghi số cũ"
    )
    assert said("ours", figures=True, live=live, done=("updated",))[1:] == [
        "  đã sửa trên trang web theo sổ"
    ]


# --- who is asked for ---


@pytest.mark.parametrize(
    ("verdict", "asked"),
    [
        *[(each, False) for each in ("new", "unchanged", "ours", "theirs", "withdraw", "gone")],
        *[(each, True) for each in ("both", "trashed", "deleted", "foreign", "duplicate")],
        *[(each, True) for each in ("unknown", "failed")],
    ],
)
def test_who_needs_a_person(verdict: Told, *, asked: bool) -> None:
    outcome = Outcome(ARTICLE, "", verdict)
    assert outcome.needs_a_person is asked
    assert not replace(outcome, done=("updated",)).needs_a_person
    assert not replace(outcome, would=("updated",)).needs_a_person


@pytest.mark.parametrize(("unknown", "verdict"), [(True, "unknown"), (False, "failed")])
def test_what_broke_off_says_why_behind_what_was_known(*, unknown: bool, verdict: Told) -> None:
    before = Outcome(ARTICLE, "Họp lệ", "new", notes=("một",))
    assert broken_off(before, "hai", unknown=unknown) == replace(
        before, verdict=verdict, notes=("một", "hai")
    )

"""Which articles go out, as what, and what is said of the run."""

import hashlib
import io
from datetime import date, datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import httpx
import pytest
from PIL import Image

from generator.build import publishing
from generator.build.figures import UnsoundRecordsError
from generator.build.publishing import (
    Asked,
    Means,
    News,
    RecordPictures,
    news,
    publish,
)
from generator.errors import RefusedError, UsageError
from generator.publish.wordpress.book import CannotDrawError
from generator.publish.wordpress.post import Photo, Slot
from generator.publish.wordpress.session import Account, Patience, Session, StoppedError
from generator.publish.wordpress.work import Wish
from tests.unit.publish.wordpress.website import (
    PATIENCE,
    Website,
    photo_json,
    post_json,
    refusal,
)
from tests.wordpress.newsroom import Newsroom, newsroom

ARTICLE: Final = "2019-05-21-hop-le"
TODAY: Final = date(2020, 3, 15)
RIGHTS: Final = (
    *("edit_posts", "edit_others_posts", "upload_files", "manage_categories", "unfiltered_html"),
    *("delete_posts", "delete_others_posts", "delete_published_posts"),
)
OPENING: Final = [
    "Trang web: https://127.0.0.1/ (không rõ phiên bản, múi giờ UTC+7).",
    "Tài khoản “bien-tap” đủ quyền.",
]


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    return newsroom(tmp_path, "https://127.0.0.1/", "bien-tap", "mat-khau-bi-mat")


@pytest.fixture
def website(monkeypatch: pytest.MonkeyPatch) -> Website:
    """A website with all rights, and nothing on it."""
    website = Website()
    website.says("GET", "/", {"namespaces": [], "gmt_offset": 7})
    website.says("GET", "feed", httpx.Response(404))
    account = {"slug": "bien-tap", "capabilities": dict.fromkeys(RIGHTS, True)}
    website.says("GET", "users/me", account)

    def session(account: Account, patience: Patience) -> Session:
        return Session(account, patience, website.waited.append, httpx.MockTransport(website))

    monkeypatch.setattr(publishing, "Session", session)
    return website


def going(room: Newsroom, *named: str, force: tuple[str, ...] = ()) -> News:
    return news(room.folder / "records", None, TODAY, Asked(named, force))


def ids(found: News) -> tuple[list[str], list[str], set[str]]:
    return [each.id for each in found.articles], list(found.withdrawn), set(found.forced)


def ran(
    room: Newsroom, wish: Wish | None = None, url: str = "https://127.0.0.1/", named: str = ""
) -> tuple[bool | Exception, list[str]]:
    """How a run ended, and what it said."""
    account = Account.of(url, "bien-tap", "mat-khau-bi-mat")
    means = Means(account, room.ledger, "", PATIENCE)
    said: list[str] = []
    found = going(room, *([named] if named else []))
    try:
        return publish(found, room.folder / "records", means, wish or Wish(), said.append), said
    except (RefusedError, UsageError) as error:
        return error, said


# --- which ---


def test_all_that_are_ready_or_withdrawn_the_latest_last(room: Newsroom) -> None:
    room.article("2019-06-02-sau", title="Sau")
    room.article(ARTICLE)
    room.article("2019-05-22-nhap", status="draft")
    room.article("2019-05-23-go", status="withdrawn")
    found = going(room)
    assert ids(found) == ([ARTICLE, "2019-06-02-sau"], ["2019-05-23-go"], set())
    assert found.demo
    assert found.slugs == {
        ARTICLE: "hop-le",
        "2019-05-22-nhap": "nhap",
        "2019-05-23-go": "go",
        "2019-06-02-sau": "sau",
    }


def test_those_that_are_named_by_id_or_file(room: Newsroom) -> None:
    file = room.article(ARTICLE)
    room.article("2019-06-02-sau", title="Sau")
    room.article("2019-05-23-go", status="withdrawn")
    assert ids(going(room, str(file))) == ([ARTICLE], [], set())
    assert ids(going(room, "2019-05-23-go")) == ([], ["2019-05-23-go"], set())
    assert ids(going(room, ARTICLE, force=("2019-06-02-sau",))) == (
        [ARTICLE, "2019-06-02-sau"],
        [],
        {"2019-06-02-sau"},
    )
    assert ids(going(room, force=(str(file),))) == (
        [ARTICLE, "2019-06-02-sau"],
        ["2019-05-23-go"],
        {ARTICLE},
    )


@pytest.mark.parametrize("named", ["khong-co", "khong-co.md", ""])
def test_an_article_that_there_is_not_is_told(room: Newsroom, named: str) -> None:
    room.article()
    with pytest.raises(UsageError) as raised:
        going(room, named)
    assert str(raised.value) == f"Không có bài “{named}”."


@pytest.mark.parametrize("how", ["named", "forced"])
def test_drafts_that_are_named_are_refused(room: Newsroom, how: str) -> None:
    room.article("2019-05-22-nhap", status="draft")
    room.article("2019-05-21-nhap", status="draft", title="Nháp")
    drafts = ("2019-05-22-nhap", "2019-05-21-nhap")
    with pytest.raises(RefusedError) as raised:
        going(room, *drafts) if how == "named" else going(room, force=drafts)
    assert str(raised.value) == (
        "Bài còn là bản nháp nên chưa đăng: 2019-05-21-nhap, 2019-05-22-nhap. Duyệt xong, đổi status "
        "của bài thành ready."
    )


def test_records_with_findings_give_nothing(room: Newsroom) -> None:
    room.article(visits=["2019-05-20-khong-co"])
    with pytest.raises(UnsoundRecordsError):
        going(room)


# --- as what ---


def test_a_post_has_slots_where_its_pictures_go(room: Newsroom) -> None:
    room.article(body="Một.\n\n![Đoàn viên](2019/hop-le-2.jpg)\n", tags=["a", "b", "a"])
    found = going(room)
    made = publishing._post(found.articles[0], found, "", room.folder / "records")
    assert (made.id, made.slug, made.category, made.tags) == (
        *(ARTICLE, "hop-le", "Tin cơ sở"),
        ("a", "b"),
    )
    assert made.moment == datetime(2019, 5, 21, 7, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    slots = [part for part in made.content if isinstance(part, Slot)]
    file = "2019/hop-le-2.jpg"
    assert slots == [Slot("number", file), Slot("address", file), Slot("number", file)]
    text = "".join(part if isinstance(part, str) else f"«{part.kind}»" for part in made.content)
    assert '<img src="«address»" alt="Đoàn viên" class="wp-image-«number»"/>' in text
    assert text.endswith("<!-- /wp:paragraph -->")
    media = room.folder / "records" / "media"
    assert made.photos == tuple(
        Photo(name, hashlib.sha256((media / name).read_bytes()).hexdigest(), alt, caption)
        for name, alt, caption in (
            (
                "2019/hop-le.jpg",
                "Đoàn viên ngồi họp buổi tối",
                "Anh Lê Văn An đến dự sinh hoạt chi đoàn ấp 3",
            ),
            (file, "Đoàn viên góp ý", "Đoàn viên góp ý"),
        )
    )


def test_what_is_written_and_what_it_says_are_told_apart(room: Newsroom) -> None:
    def made() -> tuple[str, str]:
        found = going(room)
        post = publishing._post(found.articles[0], found, "", room.folder / "records")
        return post.source, "".join(str(part) for part in post.content)

    room.article()
    before = made()
    room.another_visit("2019-08-01")
    figures = made()
    room.article(title="Tên khác")
    words = made()
    assert (before[0] == figures[0], before[1] == figures[1]) == (True, False)
    assert figures[0] != words[0]


def test_a_picture_is_drawn_alone_and_of_the_size_asked_for(room: Newsroom) -> None:
    room.photo("2019/hop-le.jpg", (1, 2, 3), size=(1200, 900))
    upload = RecordPictures(room.folder / "records").drawn("2019/hop-le.jpg", 300)
    assert (upload.name, upload.type) == ("hop-le.jpg", "image/jpeg")
    with Image.open(io.BytesIO(upload.data)) as picture:
        assert picture.size == (300, 225)
        assert not picture.getexif()


def test_what_is_no_picture_cannot_be_drawn(room: Newsroom) -> None:
    (room.folder / "records" / "media" / "2019" / "hop-le.jpg").write_bytes(b"GIF89a")
    with pytest.raises(CannotDrawError) as raised:
        RecordPictures(room.folder / "records").drawn("2019/hop-le.jpg", 300)
    assert str(raised.value) == "không phải là ảnh JPEG, PNG hoặc WebP mở được trọn vẹn"


# --- what is said ---


def test_a_dry_run_tells_what_would_be_done_and_writes_nothing(
    room: Newsroom, website: Website
) -> None:
    room.article()
    room.article("2019-06-03-go", status="withdrawn", title="Gỡ", visits=None)
    room.article("2019-06-04-sau", status="withdrawn", title="Sau", visits=None)
    website.says(
        "GET", "posts", [post_json(4, status="publish", slug="go", article="2019-06-03-go")]
    )
    ended, said = ran(room, Wish(dry=True))
    assert ended is True
    assert said == [
        *OPENING,
        f"MỚI  {ARTICLE} – DỮ LIỆU MẪU – Họp lệ theo cụm ở An Trường",
        "  sẽ tạo bản nháp, tải lên 2 ảnh",
        "BÀI ĐÃ GỠ  2019-06-03-go – Họp lệ",
        "  sẽ bỏ vào thùng rác của trang web",
        "  https://x.vn/?p=4",
        "Đã xem 3 bài, 0 bài không đổi, không ghi gì (--dry-run).",
    ]
    assert website.writes == []
    assert not room.ledger.exists()


def test_a_picture_that_an_article_not_named_shows_is_kept(
    room: Newsroom, website: Website
) -> None:
    room.article("2019-06-03-go", status="withdrawn", title="Gỡ", body="Hết.\n")
    room.article(body="Một đoạn.\n")
    digest = hashlib.sha256(
        (room.folder / "records" / "media" / "2019" / "hop-le.jpg").read_bytes()
    ).hexdigest()
    theirs = [photo_json(slug=f"congtac-{digest[:16]}"), photo_json(13, slug="congtac-khac")]
    website.says("GET", "media", theirs).says("DELETE", "media/13", {})
    website.says("GET", "posts", [post_json(4, slug="go", article="2019-06-03-go")], [])
    website.says("DELETE", "posts/4", {}).says("GET", "posts/4", post_json(4, status="trash"))
    ended, said = ran(room, named="2019-06-03-go")
    assert ended is True
    assert said[len(OPENING) :] == [
        "BÀI ĐÃ GỠ  2019-06-03-go – Họp lệ",
        "  đã bỏ vào thùng rác của trang web",
        "  lưu ý: đã xóa ảnh https://x.vn/wp-content/uploads/2019/05/hop-13.jpg",
        "  https://x.vn/?p=4",
        "Đã xem 1 bài, 0 bài không đổi, ghi lên trang web 1 bài.",
    ]
    assert [each.route for each in website.writes] == ["posts/4", "media/13"]


def test_sample_data_do_not_leave_this_machine(room: Newsroom, website: Website) -> None:
    room.article()
    ended, said = ran(room, url="https://tinhdoan.vn/")
    assert isinstance(ended, RefusedError)
    assert str(ended) == (
        "Đây là dữ liệu mẫu (demo: true) nên không đăng lên trang web nào ngoài máy này."
    )
    assert (said, website.asked) == ([], [])
    assert not room.ledger.exists()


def test_an_account_that_may_not_is_refused_before_anything_is_written(
    room: Newsroom, website: Website
) -> None:
    room.article()
    website.says("GET", "users/me", {"slug": "bien-tap", "capabilities": {}})
    ended, said = ran(room)
    assert isinstance(ended, RefusedError)
    assert str(ended) == "Chưa ghi gì lên trang web."
    assert said[1].startswith("Chưa được: Tài khoản “bien-tap” chưa có quyền: viết bài, ")
    assert website.writes == []


def test_what_waits_for_a_person_is_told_last(room: Newsroom, website: Website) -> None:
    room.article()
    room.article("2019-06-02-sau", title="Sau")
    website.says("GET", "posts", [post_json(4, article="")])
    ended, said = ran(room)
    assert ended is False
    assert said[:3] == [
        *OPENING,
        f"TRÙNG ĐƯỜNG DẪN  {ARTICLE} – DỮ LIỆU MẪU – Họp lệ theo cụm ở An Trường",
    ]
    assert said[-2:] == [
        "Đã xem 2 bài, 0 bài không đổi, ghi lên trang web 0 bài.",
        f"Cần người xem: {ARTICLE}, 2019-06-02-sau.",
    ]


def test_a_run_that_breaks_off_tells_how_many_are_left(room: Newsroom, website: Website) -> None:
    room.article()
    room.article("2019-06-02-sau", title="Sau")
    room.article("2019-06-03-go", status="withdrawn", title="Gỡ")
    website.says("POST", "categories", refusal(403, "rest_cannot_create"))
    ended, said = ran(room)
    assert isinstance(ended, StoppedError)
    assert str(ended) == (
        "Tài khoản “bien-tap” không đủ quyền trên https://127.0.0.1/ (rest_cannot_create). Cần vai "
        "trò Biên tập viên (Editor)."
    )
    assert said == [
        *OPENING,
        "Dừng giữa chừng, còn 3 bài chưa xem đến; chạy lại lệnh này để làm nốt.",
    ]

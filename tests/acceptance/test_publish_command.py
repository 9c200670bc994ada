"""`congtac publish` as its users call it, up to the first request. Source: issue *News*, Publishing.

What comes of a run on a real website is tried in `tests/wordpress/`.
"""

from collections.abc import Iterator
from pathlib import Path

import httpx
import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked

from tests.commands import Ended, called
from tests.wordpress.newsroom import Newsroom, newsroom

TOLD_TO_NOBODY = "mat-khau-bi-mat"
URL, USER = "https://127.0.0.1/", "bien-tap"
ARTICLE = "2019-05-21-hop-le"
NO_ADDRESS = "CONGTAC_WORDPRESS_URL phải là địa chỉ trang web, ví dụ https://tinhdoan.vn/.\n"
NO_CONNECTION = "Không kết nối được với https://127.0.0.1/. Xem lại địa chỉ và đường mạng.\n"
Requests = list[httpx.Request]


class Kept(KeyringBackend):
    """A keyring in memory; remembers what it was asked for."""

    priority = 1

    def __init__(self, password: str = TOLD_TO_NOBODY, *, locked: bool = False) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.password = password
        self.locked = locked
        self.asked: list[tuple[str, str]] = []

    def get_password(self, service: str, username: str) -> str | None:
        self.asked.append((service, username))
        if self.locked:
            raise KeyringLocked(TOLD_TO_NOBODY)
        return self.password

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError


@pytest.fixture(autouse=True)
def without_keyring() -> Iterator[None]:
    """A machine that keeps no passwords, whatever the one that runs the tests has."""
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    yield
    keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def requests(monkeypatch: pytest.MonkeyPatch) -> Requests:
    """The requests that left the command; no server is there to take them."""
    sent: Requests = []

    def no_server(_: object, request: httpx.Request) -> httpx.Response:
        sent.append(request)
        raise httpx.ConnectError(TOLD_TO_NOBODY, request=request)

    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", no_server)
    return sent


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """Records with one article, ready; and the environment of somebody who may publish."""
    monkeypatch.setenv("CONGTAC_WORDPRESS_URL", URL)
    monkeypatch.setenv("CONGTAC_WORDPRESS_USER", USER)
    monkeypatch.setenv("CONGTAC_WORDPRESS_PASSWORD", TOLD_TO_NOBODY)
    monkeypatch.delenv("CONGTAC_SITE_URL", raising=False)
    room = newsroom(tmp_path, URL, USER, TOLD_TO_NOBODY)
    room.article()
    return room


def published(room: Newsroom, *arguments: object) -> Ended:
    """How the command ended, which must have kept the password to itself and left no ledger."""
    ended = called("publish", "--pause", "0.001", *arguments, cwd=room.folder)
    assert TOLD_TO_NOBODY not in ended.out + ended.err
    assert "Traceback" not in ended.err
    assert not room.ledger.exists()
    return ended


def no_demo(room: Newsroom) -> None:
    file = room.folder / "records" / "organisation.yml"
    file.write_text(file.read_text().replace("demo: true", "demo: false"))


# --- where, and as whom ---


@pytest.mark.parametrize("value", [None, "", "  "])
@pytest.mark.parametrize("name", ["CONGTAC_WORDPRESS_URL", "CONGTAC_WORDPRESS_USER"])
def test_without_an_address_or_a_user_nothing_is_sent(
    room: Newsroom,
    requests: Requests,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: str | None,
) -> None:
    if value is None:
        monkeypatch.delenv(name)
    else:
        monkeypatch.setenv(name, value)
    told = f"Chưa đặt biến môi trường {name}. Xem hướng dẫn: Đăng tin lên WordPress.\n"
    assert published(room) == Ended(2, "", told)
    assert requests == []


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("tinhdoan.vn", NO_ADDRESS),
        ("ftp://tinhdoan.vn/", NO_ADDRESS),
        ("https://tinhdoan.vn:99999/", NO_ADDRESS),
        ("https://[tinhdoan/", NO_ADDRESS),
        (
            "http://tinhdoan.vn/",
            (
                "http://tinhdoan.vn/ không mã hóa đường truyền nên không gửi mật khẩu đến đó. Dùng "
                "https://.\n"
            ),
        ),
        (
            f"https://{USER}:{TOLD_TO_NOBODY}@tinhdoan.vn/",
            "Không viết tên, mật khẩu trong CONGTAC_WORDPRESS_URL.\n",
        ),
        (
            f"http://{USER}:{TOLD_TO_NOBODY}@127.0.0.1/",
            "Không viết tên, mật khẩu trong CONGTAC_WORDPRESS_URL.\n",
        ),
    ],
)
def test_an_address_that_cannot_be_used_is_told(
    room: Newsroom, requests: Requests, monkeypatch: pytest.MonkeyPatch, url: str, told: str
) -> None:
    monkeypatch.setenv("CONGTAC_WORDPRESS_URL", url)
    assert published(room) == Ended(2, "", told)
    assert requests == []


@pytest.mark.parametrize("url", ["https://tinhdoan.vn/", "https://127.0.0.1.tinhdoan.vn/"])
@pytest.mark.parametrize("arguments", [(), ("--dry-run",), ("--publish", "--force", ARTICLE)])
def test_sample_data_go_to_no_other_machine(
    room: Newsroom,
    requests: Requests,
    monkeypatch: pytest.MonkeyPatch,
    url: str,
    arguments: tuple[str, ...],
) -> None:
    monkeypatch.setenv("CONGTAC_WORDPRESS_URL", url)
    told = "Đây là dữ liệu mẫu (demo: true) nên không đăng lên trang web nào ngoài máy này.\n"
    assert published(room, *arguments) == Ended(1, "", told)
    assert requests == []


@pytest.mark.parametrize("demo", [True, False])
def test_a_server_that_is_not_there_is_told(
    room: Newsroom, requests: Requests, *, demo: bool
) -> None:
    if not demo:
        no_demo(room)
    assert published(room) == Ended(2, "", NO_CONNECTION)
    assert {str(each.url) for each in requests} == {"https://127.0.0.1/wp-json/"}
    assert all(each.headers["Authorization"].startswith("Basic ") for each in requests)


# --- the password ---


@pytest.mark.parametrize("value", [None, ""])
def test_without_any_password_both_ways_are_told(
    room: Newsroom, requests: Requests, monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    monkeypatch.delenv("CONGTAC_WORDPRESS_PASSWORD")
    if value is not None:
        monkeypatch.setenv("CONGTAC_WORDPRESS_PASSWORD", value)
    assert published(room) == Ended(
        2,
        "",
        "Chưa có mật khẩu ứng dụng của “bien-tap”: đặt biến môi trường CONGTAC_WORDPRESS_PASSWORD, "
        "hoặc cất vào kho mật khẩu của máy bằng lệnh keyring set https://127.0.0.1/ bien-tap.\n",
    )
    assert requests == []


def test_without_a_variable_the_keyring_is_asked(
    room: Newsroom, requests: Requests, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CONGTAC_WORDPRESS_PASSWORD")
    monkeypatch.setenv("CONGTAC_WORDPRESS_URL", URL.rstrip("/"))
    kept = Kept()
    keyring.set_keyring(kept)
    assert published(room) == Ended(2, "", NO_CONNECTION)
    assert kept.asked == [(URL, USER)]
    assert (
        requests[0].headers["Authorization"] == httpx.BasicAuth(USER, TOLD_TO_NOBODY)._auth_header
    )


def test_with_a_variable_the_keyring_is_left_alone(room: Newsroom) -> None:
    kept = Kept("khac")
    keyring.set_keyring(kept)
    assert published(room) == Ended(2, "", NO_CONNECTION)
    assert kept.asked == []


def test_a_keyring_that_does_not_open_is_told(
    room: Newsroom, requests: Requests, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CONGTAC_WORDPRESS_PASSWORD")
    keyring.set_keyring(Kept(locked=True))
    assert published(room) == Ended(2, "", "Không mở được kho mật khẩu của máy.\n")
    assert requests == []


# --- which articles ---


@pytest.mark.parametrize("how", [(), ("--force",)])
@pytest.mark.parametrize("named", ["khong-co", "records/articles/2019/khong-co.md"])
def test_an_unknown_article_is_told(
    room: Newsroom, requests: Requests, how: tuple[str, ...], named: str
) -> None:
    assert published(room, *how, named) == Ended(2, "", f"Không có bài “{named}”.\n")
    assert requests == []


def test_an_article_may_be_named_by_its_file(room: Newsroom) -> None:
    file = f"records/articles/2019/{ARTICLE}.md"
    assert published(room, file, "--force", file) == Ended(2, "", NO_CONNECTION)


@pytest.mark.parametrize("how", [(), ("--force",)])
def test_a_draft_that_is_named_is_refused(
    room: Newsroom, requests: Requests, how: tuple[str, ...]
) -> None:
    room.article(status="draft")
    assert published(room, *how, ARTICLE) == Ended(
        1,
        "",
        f"Bài còn là bản nháp nên chưa đăng: {ARTICLE}. Duyệt xong, đổi status của bài thành ready.\n",
    )
    assert requests == []


def test_records_with_findings_publish_nothing(room: Newsroom, requests: Requests) -> None:
    room.article(visits=["2019-05-20-khong-co"])
    ended = published(room)
    assert (ended.code, ended.out) == (1, "")
    assert f"records/articles/2019/{ARTICLE}.md" in ended.err
    assert requests == []


# --- how it is called ---


@pytest.mark.parametrize("option", ["--timeout", "--pause", "--patience"])
@pytest.mark.parametrize("value", ["0", "-1", "nan", "inf", "1e9", "lâu"])
def test_seconds_that_are_none_are_told(
    room: Newsroom, requests: Requests, option: str, value: str
) -> None:
    assert published(room, f"{option}={value}") == Ended(
        2,
        "",
        f"{option}: “{value}” không phải là số giây; viết một số lớn hơn 0, ví dụ 60.\n"
        "Xem cách dùng: congtac publish --help\n",
    )
    assert requests == []


def test_a_ledger_in_no_folder_is_told(room: Newsroom, requests: Requests) -> None:
    assert published(room, "--ledger", "khong-co/so.json") == Ended(
        2, "", "Không có thư mục khong-co để ghi sổ đăng tin.\n"
    )
    assert requests == []


def test_a_broken_ledger_is_told(room: Newsroom, requests: Requests) -> None:
    file = room.folder / "so.json"
    file.write_text("{}")
    ended = published(room, "--ledger", "so.json")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("so.json không phải là sổ đăng tin đọc được. ")
    assert file.read_text() == "{}"
    assert requests == []

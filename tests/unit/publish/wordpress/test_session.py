"""Of every reply what it means, and how long is waited for what."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import httpx
import pytest

from generator.errors import UsageError
from generator.publish.wordpress.session import (
    Account,
    HalfDoneError,
    LostReplyError,
    MissingError,
    Patience,
    RefusedByServerError,
    Session,
    StoppedError,
    TooLargeError,
)
from tests.rows import RecordProperty

ACCOUNT = Account("https://x.vn/", "bien-tap", "mat-khau-bi-mat")
PATIENCE = Patience(reply=5, pause=1, lost=7, longest_pause=30)
HTML = {"Content-Type": "text/html"}


class Server:
    """Answers in turn; what is an exception is raised. Remembers how long it was waited."""

    def __init__(self, *answers: Any) -> None:
        self._answers = iter(answers)
        self.asked: list[httpx.Request] = []
        self.waited: list[float] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        answer = next(self._answers)
        if isinstance(answer, type) and issubclass(answer, httpx.HTTPError):
            raise answer("…", request=request)  # type: ignore[call-arg]
        assert isinstance(answer, httpx.Response)
        return answer

    def session(self) -> Session:
        return Session(ACCOUNT, PATIENCE, self.waited.append, httpx.MockTransport(self))


@pytest.fixture
def served() -> Iterator[Callable[..., tuple[Server, Session]]]:
    """A session with a server that gives these answers; closed after the test."""
    opened: list[Session] = []

    def make(*answers: Any) -> tuple[Server, Session]:
        server = Server(*answers)
        opened.append(server.session())
        return server, opened[-1]

    yield make
    for session in opened:
        session.close()


def refusal(status: int, code: str = "", **data: Any) -> httpx.Response:
    return httpx.Response(status, json={"code": code, "data": data})


Make = Callable[..., tuple[Server, Session]]


# --- the address ---


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.vn", "https://x.vn/"),
        ("https://x.vn/tin/", "https://x.vn/tin/"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/"),
        ("http://localhost/wp", "http://localhost/wp/"),
    ],
)
def test_an_address_has_one_form(url: str, expected: str) -> None:
    assert Account.of(url, "a", "b").url == expected


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("x.vn", "CONGTAC_WORDPRESS_URL phải là địa chỉ trang web, ví dụ https://tinhdoan.vn/."),
        (
            "ftp://x.vn",
            "CONGTAC_WORDPRESS_URL phải là địa chỉ trang web, ví dụ https://tinhdoan.vn/.",
        ),
        (
            "https://",
            "CONGTAC_WORDPRESS_URL phải là địa chỉ trang web, ví dụ https://tinhdoan.vn/.",
        ),
        (
            "https://x.vn:so",
            "CONGTAC_WORDPRESS_URL phải là địa chỉ trang web, ví dụ https://tinhdoan.vn/.",
        ),
        (
            "https://x.vn/?a=1",
            "CONGTAC_WORDPRESS_URL phải là địa chỉ trang web, ví dụ https://tinhdoan.vn/.",
        ),
        ("https://a:bi-mat@x.vn", "Không viết tên, mật khẩu trong CONGTAC_WORDPRESS_URL."),
        (
            "http://x.vn",
            "http://x.vn không mã hóa đường truyền nên không gửi mật khẩu đến đó. Dùng https://.",
        ),
    ],
)
def test_an_address_that_cannot_be_used(url: str, told: str) -> None:
    with pytest.raises(UsageError) as raised:
        Account.of(url, "a", "b")
    assert str(raised.value) == told
    assert "bi-mat" not in str(raised.value)


def test_the_password_is_never_shown() -> None:
    assert "mat-khau-bi-mat" not in repr(ACCOUNT)


# --- what a reply means ---


@pytest.mark.parametrize(
    ("answer", "raised"),
    [
        (httpx.Response(200, text="<html>", headers=HTML), LostReplyError),
        (httpx.Response(201, text='{"id": 1, "tit'), LostReplyError),
        (refusal(500, "internal_server_error"), LostReplyError),
        (httpx.Response(502, text="<html>", headers=HTML), LostReplyError),
        (httpx.Response(503, text="<html>", headers=HTML), LostReplyError),
        (httpx.ReadTimeout, LostReplyError),
        (httpx.RemoteProtocolError, LostReplyError),
        (httpx.ReadError, LostReplyError),
        (refusal(400, "rest_invalid_param"), RefusedByServerError),
        (refusal(501, "rest_trash_not_supported"), RefusedByServerError),
        (refusal(404, "rest_post_invalid_id"), MissingError),
        (httpx.Response(410), MissingError),
        (httpx.Response(413, text="<html>", headers=HTML), TooLargeError),
        (refusal(500, "rest_upload_unknown_error"), TooLargeError),
        (refusal(400, "rest_upload_no_content_disposition"), TooLargeError),
        (httpx.Response(500, headers={"X-WP-Upload-Attachment-ID": "12"}), HalfDoneError),
    ],
)
def test_a_request_is_sent_once_and_its_reply_understood(
    served: Make, answer: Any, raised: type[Exception]
) -> None:
    server, session = served(answer)
    with pytest.raises(raised):
        session.once("POST", "wp-json/wp/v2/posts", json={})
    assert len(server.asked) == 1
    assert server.waited == []


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (
            refusal(401, "rest_not_logged_in"),
            (
                "https://x.vn/ không nhận tài khoản “bien-tap” (rest_not_logged_in). Kiểm tra: đây phải "
                "là mật khẩu ứng dụng, không phải mật khẩu đăng nhập; trang web có bật mật khẩu ứng "
                "dụng; máy chủ có chuyển phần Authorization đến WordPress."
            ),
        ),
        (
            httpx.Response(401),
            (
                "https://x.vn/ không nhận tài khoản “bien-tap”. Kiểm tra: đây phải là mật khẩu ứng dụng, "
                "không phải mật khẩu đăng nhập; trang web có bật mật khẩu ứng dụng; máy chủ có chuyển "
                "phần Authorization đến WordPress."
            ),
        ),
        (
            refusal(403, "rest_cannot_create"),
            (
                "Tài khoản “bien-tap” không đủ quyền trên https://x.vn/ (rest_cannot_create). Cần vai "
                "trò Biên tập viên (Editor)."
            ),
        ),
        (
            httpx.Response(403, text="<html>", headers=HTML),
            (
                "https://x.vn/ chặn yêu cầu (403), có thể do tường lửa hay phần bổ trợ bảo mật. Đề nghị "
                "người quản trị cho phép địa chỉ /wp-json/ từ máy này."
            ),
        ),
        (
            httpx.Response(301, headers={"Location": "https://www.x.vn/wp-json/"}),
            (
                "https://x.vn/ chuyển hướng đến https://www.x.vn. Ghi đúng địa chỉ cuối cùng vào "
                "CONGTAC_WORDPRESS_URL: mật khẩu không được gửi theo chuyển hướng."
            ),
        ),
        (
            httpx.Response(302, headers={"Location": "/khac"}),
            (
                "https://x.vn/ chuyển hướng đến nơi khác. Ghi đúng địa chỉ cuối cùng vào "
                "CONGTAC_WORDPRESS_URL: mật khẩu không được gửi theo chuyển hướng."
            ),
        ),
    ],
)
def test_row_43_what_ends_a_run_is_told_with_the_mend(
    served: Make, answer: httpx.Response, told: str, record_property: RecordProperty
) -> None:
    server, session = served(answer)
    with pytest.raises(StoppedError) as raised:
        session.once("POST", "wp-json/wp/v2/posts", json={})
    assert str(raised.value) == told
    assert len(server.asked) == 1
    record_property("figure", "1 request, told with the mend")


def test_the_credentials_go_with_every_request_and_follow_no_redirect(served: Make) -> None:
    server, session = served(httpx.Response(200, json={}))
    session.once("GET", "wp-json/")
    assert server.asked[0].headers["Authorization"].startswith("Basic ")


class Empty(BaseHTTPRequestHandler):
    """Says `{}`, and nothing of it."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_: object) -> None:
        pass


def test_what_is_said_to_this_machine_goes_through_no_proxy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Empty) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        # Nobody listens at the proxy, so whoever asks it fails.
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, "http://127.0.0.1:9")
        account = Account.of(f"http://127.0.0.1:{server.server_port}", "bien-tap", "bi-mat")
        waited: list[float] = []
        session = Session(account, PATIENCE, waited.append)
        try:
            assert session.once("GET", "x").data == {}
        finally:
            session.close()
            server.shutdown()
            thread.join()


# --- what is tried again ---


def test_what_was_never_sent_is_sent_again(served: Make) -> None:
    server, session = served(httpx.ConnectError, httpx.ConnectTimeout, httpx.Response(200, json={}))
    assert session.once("POST", "x", json={}).data == {}
    assert server.waited == [1, 2]


def test_a_server_that_cannot_be_reached_ends_the_run(served: Make) -> None:
    server, session = served(*[httpx.ConnectError] * 3)
    with pytest.raises(StoppedError) as raised:
        session.once("POST", "x", json={})
    assert str(raised.value) == (
        "Không kết nối được với https://x.vn/. Xem lại địa chỉ và đường mạng."
    )
    assert server.waited == [1, 2]


def test_row_43_too_many_requests_wait_as_long_as_asked_but_not_for_ever(
    served: Make, record_property: RecordProperty
) -> None:
    busy = [httpx.Response(429, headers={"Retry-After": each}) for each in ("20", "86400")]
    server, session = served(*busy, httpx.Response(200, json={}))
    session.once("POST", "x", json={})
    assert server.waited == [20, 30]
    record_property("figure", f"{len(busy)} refusals waited out")


def test_a_server_that_stays_busy_ends_the_run(served: Make) -> None:
    odd = {"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}
    server, session = served(*[httpx.Response(429, headers=odd)] * 3)
    with pytest.raises(StoppedError) as raised:
        session.once("POST", "x", json={})
    assert str(raised.value) == (
        "https://x.vn/ báo đang nhận quá nhiều yêu cầu (429). Chạy lại sau ít phút."
    )
    assert server.waited == [1, 2]


def test_a_reading_that_failed_is_tried_again(served: Make) -> None:
    _, session = served(httpx.ReadTimeout, httpx.Response(502), httpx.Response(200, json=[1]))
    assert session.read("x").data == [1]


def test_a_reading_that_always_fails_ends_the_run(served: Make) -> None:
    server, session = served(*[httpx.Response(500)] * 3)
    with pytest.raises(StoppedError) as raised:
        session.read("x")
    assert str(raised.value) == (
        "https://x.vn/ không trả lời đúng sau 3 lần hỏi. Thử lại sau; nếu vẫn vậy, hỏi người quản "
        "trị trang web."
    )
    assert len(server.asked) == 3


def test_a_reading_that_is_refused_ends_the_run(served: Make) -> None:
    _, session = served(refusal(400, "rest_invalid_param"))
    with pytest.raises(StoppedError) as raised:
        session.read("x")
    assert str(raised.value) == (
        "https://x.vn/ từ chối cho xem (400 rest_invalid_param). Có thể một phần bổ trợ hay máy chủ "
        "chặn giao diện REST; hỏi người quản trị trang web."
    )


def test_what_is_not_there_is_told_apart(served: Make) -> None:
    _, session = served(refusal(404, "rest_post_invalid_id"))
    with pytest.raises(MissingError):
        session.read("x")


def test_a_page_that_cannot_be_had_is_empty(served: Make) -> None:
    _, session = served(httpx.ReadTimeout, httpx.Response(404), httpx.Response(200, text="<rss>"))
    assert [session.text("x") for _ in range(3)] == ["", "", "<rss>"]


def test_a_lost_write_is_looked_for_ever_less_often_until_its_time_is_up(served: Make) -> None:
    server, session = served()
    pauses = session.pauses()
    assert [pauses.wait() for _ in range(4)] == [True, True, True, False]
    assert server.waited == [1, 2, 4]

"""Speaks to the website: one request at a time, and of every reply what it means for what we know.

A write whose reply was lost may have been carried out, so it is never simply repeated.
Source: research/wordpress.md, sections 2 and 4 (the failure matrix).
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlsplit

import httpx

from generator.errors import UsageError
from generator.publish.hosts import is_loopback

TRIES: Final = 3
USER_AGENT: Final = "congtac"
# A picture too large: what WordPress says of it, besides 413.
_TOO_LARGE: Final = frozenset(
    {
        "rest_upload_no_content_disposition",
        "rest_upload_sideload_error",
        "rest_upload_unknown_error",
    }
)
_HALF_DONE: Final = "X-WP-Upload-Attachment-ID"


class StoppedError(UsageError):
    """Nothing more can be done in this run; the message says why and what to mend."""


class LostReplyError(Exception):
    """It is not known whether the write was carried out."""


class RefusedByServerError(Exception):
    """The server refused this one request; `code` is WordPress' word for why."""

    def __init__(self, status: int, code: str, data: Mapping[str, Any]) -> None:
        super().__init__(f"{status} {code}".strip())
        self.status = status
        self.code = code
        self.data = data


class MissingError(RefusedByServerError):
    """There is no such thing on the website."""


class TooLargeError(RefusedByServerError):
    """The server does not take a file of this size."""


class HalfDoneError(LostReplyError):
    """A picture was stored, but not its smaller copies; `number` is its id."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds: for a reply, before a second try, and for a lost write at all.

    The first pause is doubled each time. A lost write is looked for as long as a server may take
    to end it, which is 30 seconds and more with PHP's defaults.
    """

    reply: float = 60.0
    pause: float = 1.0
    lost: float = 90.0
    longest_pause: float = 120.0


@dataclass(frozen=True, slots=True)
class Account:
    """Where, and as whom; the password is never shown."""

    url: str
    user: str
    password: str = field(repr=False)

    @classmethod
    def of(cls, url: str, user: str, password: str) -> "Account":
        """Return the account, with the address in its one form, ending in a slash.

        Raises:
            UsageError: the address is none, bears a password, or would send it in the clear.
        """
        try:
            parts = urlsplit(str(httpx.URL(url)))
            # Only asking for the port shows whether it is one.
            host = (parts.hostname or "") if parts.port != 0 else ""
        except (httpx.InvalidURL, ValueError):
            parts, host = urlsplit(""), ""
        known = parts.scheme in ("http", "https") and host and "%" not in host
        if not known or parts.query or parts.fragment:
            message = "CONGTAC_WORDPRESS_URL phải là địa chỉ trang web, ví dụ https://tinhdoan.vn/."
            raise UsageError(message)
        if "@" in parts.netloc:
            message = "Không viết tên, mật khẩu trong CONGTAC_WORDPRESS_URL."
            raise UsageError(message)
        if parts.scheme == "http" and not is_loopback(host):
            message = (
                f"{url} không mã hóa đường truyền nên không gửi mật khẩu đến đó. Dùng https://."
            )
            raise UsageError(message)
        return cls(f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}/", user, password)

    @property
    def loopback(self) -> bool:
        """Whether it is this very machine."""
        return is_loopback(urlsplit(self.url).hostname or "")


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server said."""

    data: Any
    headers: Mapping[str, str]


class Session:
    """Requests to one website, with a pause between tries; to be closed."""

    def __init__(
        self,
        account: Account,
        patience: Patience,
        sleep: Callable[[float], None] = time.sleep,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self.account = account
        self.patience = patience
        self._sleep = sleep
        # A connection that the server has closed meanwhile would look like a lost reply.
        self._client = httpx.Client(
            auth=httpx.BasicAuth(account.user, account.password) if account.user else None,
            timeout=patience.reply,
            transport=transport,
            # No proxy of the environment stands between this machine and itself.
            trust_env=not account.loopback,
            limits=httpx.Limits(max_keepalive_connections=0),
            headers={"Accept": "application/json", "User-Agent": USER_AGENT},
        )

    def close(self) -> None:
        """End the session."""
        self._client.close()

    def pauses(self) -> "Pauses":
        """Return pauses that double, as long as it is worth looking for a lost write."""
        return Pauses(self.patience, self._sleep)

    def read(self, path: str, query: Mapping[str, Any] | None = None) -> Reply:
        """Return what the server says; a reading that failed is tried again.

        Raises:
            MissingError: there is no such thing.
            StoppedError: the server cannot be used.
        """
        for _ in range(TRIES):
            try:
                return self.once("GET", path, params=query)
            except LostReplyError:
                self._sleep(self.patience.pause)
            except MissingError:
                raise
            except RefusedByServerError as error:
                raise StoppedError(self._unwilling(error)) from None
        raise StoppedError(self._unsteady())

    def text(self, path: str) -> str:
        """Return a page that is no part of the interface; empty if there is none."""
        try:
            answer = self._client.get(self.account.url + path)
        except httpx.HTTPError:
            return ""
        return answer.text if answer.status_code == HTTPStatus.OK else ""

    def once(self, method: str, path: str, **how: Any) -> Reply:  # noqa: ANN401  (httpx' own)
        """Return what the server says to a request that is sent once, as every write is.

        It is sent again only where it surely never arrived: no connection, or too many requests.

        Raises:
            LostReplyError: it may have been carried out or not.
            HalfDoneError: a picture is there without its smaller copies.
            MissingError, TooLargeError, RefusedByServerError: the server refuses this request.
            StoppedError: the server cannot be used.
        """
        pauses = iter((self.patience.pause, self.patience.pause * 2))
        while True:
            try:
                answer = self._client.request(method, f"{self.account.url}{path}", **how)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                pause = next(pauses, None)
                if pause is None:
                    raise StoppedError(self._unreachable()) from None
            except httpx.HTTPError as error:
                raise LostReplyError from error
            else:
                if answer.status_code != HTTPStatus.TOO_MANY_REQUESTS:
                    return self._meaning(answer)
                pause = next(pauses, None)
                if pause is None:
                    raise StoppedError(self._too_often())
                pause = max(pause, _asked_to_wait(answer, self.patience.longest_pause))
            self._sleep(pause)

    def _meaning(self, answer: httpx.Response) -> Reply:
        status = answer.status_code
        held = _json(answer)
        if answer.is_success:
            if held is None:
                raise LostReplyError
            return Reply(held, answer.headers)
        if answer.is_redirect:
            raise StoppedError(self._moved(answer))
        told = held if isinstance(held, dict) else {}
        code = str(told.get("code", ""))
        if status == HTTPStatus.UNAUTHORIZED:
            raise StoppedError(self._not_let_in(code))
        if status == HTTPStatus.FORBIDDEN:
            raise StoppedError(self._forbidden(code))
        if answer.headers.get(_HALF_DONE, "").isdecimal():
            raise HalfDoneError(int(answer.headers[_HALF_DONE]))
        if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE or code in _TOO_LARGE:
            raise TooLargeError(status, code, {})
        if answer.is_server_error and status != HTTPStatus.NOT_IMPLEMENTED:
            raise LostReplyError
        data = told.get("data")
        kind = MissingError if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE) else None
        raise (kind or RefusedByServerError)(status, code, data if isinstance(data, dict) else {})

    def _unreachable(self) -> str:
        return f"Không kết nối được với {self.account.url}. Xem lại địa chỉ và đường mạng."

    def _unwilling(self, error: RefusedByServerError) -> str:
        return (
            f"{self.account.url} từ chối cho xem ({error}). Có thể một phần bổ trợ hay máy chủ "
            "chặn giao diện REST; hỏi người quản trị trang web."
        )

    def _unsteady(self) -> str:
        return (
            f"{self.account.url} không trả lời đúng sau {TRIES} lần hỏi. Thử lại sau; nếu vẫn vậy, "
            "hỏi người quản trị trang web."
        )

    def _too_often(self) -> str:
        return f"{self.account.url} báo đang nhận quá nhiều yêu cầu (429). Chạy lại sau ít phút."

    def _moved(self, answer: httpx.Response) -> str:
        where = urlsplit(answer.headers.get("Location", ""))
        to = f"{where.scheme}://{where.netloc}" if where.netloc else "nơi khác"
        return (
            f"{self.account.url} chuyển hướng đến {to}. Ghi đúng địa chỉ cuối cùng vào "
            "CONGTAC_WORDPRESS_URL: mật khẩu không được gửi theo chuyển hướng."
        )

    def _not_let_in(self, code: str) -> str:
        why = f" ({code})" if code else ""
        return (
            f"{self.account.url} không nhận tài khoản “{self.account.user}”{why}. Kiểm tra: đây "
            "phải là mật khẩu ứng dụng, không phải mật khẩu đăng nhập; trang web có bật mật khẩu "
            "ứng dụng; máy chủ có chuyển phần Authorization đến WordPress."
        )

    def _forbidden(self, code: str) -> str:
        if code:
            return (
                f"Tài khoản “{self.account.user}” không đủ quyền trên {self.account.url} ({code}). "
                "Cần vai trò Biên tập viên (Editor)."
            )
        return (
            f"{self.account.url} chặn yêu cầu (403), có thể do tường lửa hay phần bổ trợ bảo mật. "
            "Đề nghị người quản trị cho phép địa chỉ /wp-json/ từ máy này."
        )


class Pauses:
    """Pauses that double until the time for looking is used up."""

    def __init__(self, patience: Patience, sleep: Callable[[float], None]) -> None:
        self._next = patience.pause
        self._left = patience.lost
        self._sleep = sleep

    def wait(self) -> bool:
        """Wait a while; return whether there was time left to."""
        if self._left <= 0:
            return False
        pause = min(self._next, self._left)
        self._sleep(pause)
        self._left -= pause
        self._next *= 2
        return True


def _json(answer: httpx.Response) -> Any:  # noqa: ANN401  (JSON)
    try:
        return answer.json()
    except ValueError:
        return None


def _asked_to_wait(answer: httpx.Response, longest: float) -> float:
    """Return the seconds that the server asks for, up to the longest."""
    told = answer.headers.get("Retry-After", "")
    return min(float(told), longest) if told.isdecimal() else 0.0

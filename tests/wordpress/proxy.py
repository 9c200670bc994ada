"""A proxy on the loopback that stands before a website, counts, records, and fails as it was told.

Each request comes over a connection of its own, so that the next one can be refused. Nothing here
waits for time to pass: what is held is let go by an event.
"""

import contextlib
import http.client
import http.server
import json
import select
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from http import HTTPStatus
from types import TracebackType
from typing import Any, Final, Generic, Self, TypeVar
from urllib.parse import parse_qsl, urlsplit

# How long what is held may wait to be let go, in seconds, before the test is in error.
PATIENCE: Final = 60
# What belongs to one connection, and not to the message.
OF_THE_CONNECTION: Final = {"connection", "keep-alive", "transfer-encoding", "content-length"}
SECRET: Final = {"authorization", "cookie"}


@dataclass
class Request:
    """A request as it came, without its secret, and what became of it.

    `status` is that of the website's reply; None if the request was not forwarded.
    """

    number: int
    method: str
    path: str
    query_text: str
    headers: dict[str, str]
    body: bytes
    with_credentials: bool
    status: int | None = None
    fault: str | None = None

    @property
    def query(self) -> dict[str, str]:
        """What stands behind the question mark."""
        return dict(parse_qsl(self.query_text, keep_blank_values=True))

    @property
    def json(self) -> Any:
        """The body, read as JSON."""
        return json.loads(self.body)

    @property
    def writes(self) -> bool:
        """Whether it asks for a change."""
        return self.method not in {"GET", "HEAD", "OPTIONS"}


@dataclass(frozen=True)
class Reply:
    """What is said to the client; `promised` is the length announced, if not that of the body."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    promised: int | None = None


def _page(status: int, title: str, *headers: tuple[str, str]) -> Reply:
    body = f"<html>\n<head><title>{title}</title></head>\n<body><h1>{title}</h1></body>\n</html>\n"
    return Reply(status, (("Content-Type", "text/html"), *headers), body.encode())


def _error(status: int, code: str, message: str) -> Reply:
    body = json.dumps({"code": code, "message": message, "data": {"status": status}})
    return Reply(status, (("Content-Type", "application/json; charset=UTF-8"),), body.encode())


# Faults that say something of their own, by whether the request is forwarded.
_CRITICAL = _error(500, "internal_server_error", "There has been a critical error on this website.")
_INSTEAD: Final = {
    "500_before": _CRITICAL,
    "401": _error(401, "rest_not_logged_in", "You are not currently logged in."),
    "403_rights": _error(403, "rest_forbidden", "Sorry, you are not allowed to do that."),
    "403_firewall": _page(403, "Request blocked by the web application firewall"),
    "413": _page(413, "413 Request Entity Too Large", ("Server", "nginx")),
    "429": _page(429, "Too Many Requests"),
    "503": _page(503, "Briefly unavailable for scheduled maintenance"),
}
_IN_PLACE: Final = {"500_after": _CRITICAL, "not_json": _page(200, "Welcome")}
# Faults that the handling below knows by name:
# dropped    not forwarded; closed without a reply
# lost       forwarded; closed without a reply
# truncated  forwarded; half of the reply, as if that were the whole
# cut_off    forwarded; half of the reply, then closed
# slow       forwarded; the reply is held until `release`, or until the client hangs up
# late       held until the client gave up and another request was answered by the website; then
#            forwarded, before that other request gets its reply
# refused    the port is closed before the request comes, until `reopen`
_BY_NAME: Final = {"dropped", "lost", "truncated", "cut_off", "slow", "late", "refused"}
FAULTS: Final = (*_INSTEAD, *_IN_PLACE, *sorted(_BY_NAME))

Condition = Callable[[Request], bool]
Hook = Callable[[Request], None]


Do = TypeVar("Do")


@dataclass
class _Plan(Generic[Do]):
    """What is to happen to the requests that meet a condition, as often as `times` says."""

    what: Do
    when: Condition
    times: int

    def takes(self, request: Request) -> bool:
        if self.times and self.when(request):
            self.times -= 1
            return True
        return False


@dataclass(frozen=True)
class _Fault:
    name: str
    retry_after: str


class Proxy:
    """The proxy of one website; a context manager, so that its threads end with the test."""

    def __init__(self, upstream: str) -> None:
        """Stand before `upstream`, an address such as `http://127.0.0.1:8000`."""
        self._upstream = urlsplit(upstream).netloc
        self._lock = threading.RLock()
        self._faults: list[_Plan[_Fault]] = []
        self._before: list[_Plan[Hook]] = []
        self._after: list[_Plan[Hook]] = []
        # Readable once what is held is to be let go.
        self._release, self._released = socket.socketpair()
        self._late: list[tuple[threading.Event, threading.Event]] = []
        self._errors: list[Exception] = []
        self._threads: list[threading.Thread] = []
        self._listener: socket.socket | None = None
        self._port = 0
        self.requests: list[Request] = []
        self.reopen()

    @property
    def url(self) -> str:
        """Where the website is to be found through the proxy."""
        return f"http://127.0.0.1:{self._port}"

    # --- what a test says ------------------------------------------------------------------------

    def fail(
        self,
        fault: str,
        *,
        at: int | None = None,
        when: Condition | None = None,
        times: int = 1,
        retry_after: str = "0",
    ) -> None:
        """Let a fault happen to the request of a number, counted from 1, or to those that meet `when`.

        `refused` takes a number. A fault whose request never comes does not happen: see `struck`.
        """
        if fault not in FAULTS:
            raise ValueError(f"no such fault: {fault}")
        self._faults.append(_Plan(_Fault(fault, retry_after), _condition(at, when), times))
        self._close_before_a_refused_one()

    def before(self, hook: Hook, *, at: int | None = None, when: Condition | None = None) -> None:
        """Call `hook` once before that request is forwarded."""
        self._before.append(_Plan(hook, _condition(at, when), 1))

    def after(self, hook: Hook, *, at: int | None = None, when: Condition | None = None) -> None:
        """Call `hook` once when the website has replied, before the client hears of it."""
        self._after.append(_Plan(hook, _condition(at, when), 1))

    def release(self) -> None:
        """Let go of what is held, now and from now on."""
        self._release.send(b".")
        self._let_late_through()

    def reopen(self) -> None:
        """Listen, after a refusal on the same port; does nothing while the port is open."""
        with self._lock:
            if self._listener is None:
                self._listener = socket.create_server(("127.0.0.1", self._port), backlog=64)
                self._port = self._listener.getsockname()[1]
                self._begin(self._accept, self._listener)

    def stop(self) -> None:
        """Let go of what is held, wait for what is under way; raises what a hook raised."""
        self.release()
        self._close()
        for thread in self._threads:
            thread.join(PATIENCE)
        self._release.close()
        self._released.close()
        if self._errors:
            raise ExceptionGroup("the proxy or a hook failed", self._errors)

    @property
    def is_open(self) -> bool:
        """Whether the proxy can be reached."""
        return self._listener is not None

    def forget(self) -> None:
        """Begin anew: no requests, no faults, counted from 1, and open."""
        with self._lock:
            for each in (self.requests, self._faults, self._before, self._after):
                each.clear()
        self.reopen()

    @property
    def struck(self) -> list[Request]:
        """The requests to which a fault happened. A refused one never came: see `is_open`."""
        return [request for request in self.requests if request.fault is not None]

    @property
    def writes(self) -> list[Request]:
        """The requests that asked for a change."""
        return [request for request in self.requests if request.writes]

    # --- how it goes about it --------------------------------------------------------------------

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _begin(self, work: Callable[[socket.socket], None], connection: socket.socket) -> None:
        thread = threading.Thread(target=work, args=(connection,), daemon=True)
        self._threads.append(thread)
        thread.start()

    def _close(self) -> None:
        with self._lock:
            listener, self._listener = self._listener, None
        if listener is not None:
            # Wakes the thread that accepts; from here on, whoever connects is refused.
            listener.shutdown(socket.SHUT_RDWR)
            listener.close()

    def _close_before_a_refused_one(self) -> None:
        with self._lock:
            coming = Request(len(self.requests) + 1, "", "", "", {}, b"", with_credentials=False)
            refused = [plan for plan in self._faults if plan.what.name == "refused"]
            if any(plan.takes(coming) for plan in refused):
                self._close()

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = listener.accept()
                self._begin(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        # A client that was killed or gave up is what many a test wants to see.
        with connection, contextlib.suppress(ConnectionError):
            _Conversation(connection, self._answer)

    def _answer(
        self, request: Request, secret: dict[str, str], client: socket.socket
    ) -> Reply | None:
        """The reply to a request; None to close without one."""
        try:
            return self._faulty(request, secret, client)
        except Exception as error:  # noqa: BLE001 - told at the end, by `__exit__`
            self._errors.append(error)
            return None
        finally:
            self._close_before_a_refused_one()

    def _faulty(
        self, request: Request, secret: dict[str, str], client: socket.socket
    ) -> Reply | None:
        with self._lock:
            request.number = len(self.requests) + 1
            self.requests.append(request)
            fault = next(
                (p.what for p in self._faults if p.what.name != "refused" and p.takes(request)),
                _Fault("", "0"),
            )
        request.fault = fault.name or None
        self._call(self._before, request)
        if fault.name == "dropped":
            return None
        if fault.name in _INSTEAD:
            return _instead(fault)
        if fault.name == "late":
            return self._forward_late(request, secret)
        reply = self._forward(request, secret)
        self._let_late_through()
        self._call(self._after, request)
        if fault.name == "slow":
            # A client that hangs up makes its connection readable.
            select.select([self._released, client], [], [], PATIENCE)
        return _spoilt(reply, fault.name)

    def _forward(self, request: Request, secret: dict[str, str]) -> Reply:
        upstream = http.client.HTTPConnection(self._upstream, timeout=PATIENCE)
        with contextlib.closing(upstream):
            query = f"?{request.query_text}" if request.query_text else ""
            upstream.request(
                request.method,
                request.path + query,
                request.body or None,
                request.headers | secret | {"connection": "close"},
            )
            answer = upstream.getresponse()
            request.status = answer.status
            headers = [
                each for each in answer.getheaders() if each[0].lower() not in OF_THE_CONNECTION
            ]
            return Reply(answer.status, tuple(headers), answer.read())

    def _forward_late(self, request: Request, secret: dict[str, str]) -> Reply:
        go, done = threading.Event(), threading.Event()
        with self._lock:
            self._late.append((go, done))
        go.wait(PATIENCE)
        try:
            return self._forward(request, secret)
        finally:
            done.set()

    def _let_late_through(self) -> None:
        with self._lock:
            late, self._late = self._late, []
        for go, done in late:
            go.set()
            done.wait(PATIENCE)

    def _call(self, plans: list[_Plan[Hook]], request: Request) -> None:
        with self._lock:
            hooks = [plan.what for plan in plans if plan.takes(request)]
        for hook in hooks:
            hook(request)


def _condition(at: int | None, when: Condition | None) -> Condition:
    if (at is None) == (when is None):
        raise ValueError("either a number or a condition")
    return when if when is not None else lambda request: request.number == at


def _instead(fault: _Fault) -> Reply:
    reply = _INSTEAD[fault.name]
    if fault.name in {"429", "503"}:
        return replace(reply, headers=(*reply.headers, ("Retry-After", fault.retry_after)))
    return reply


def _spoilt(reply: Reply, fault: str) -> Reply | None:
    half = len(reply.body) // 2
    match fault:
        case "lost":
            return None
        case "truncated":
            return replace(reply, body=reply.body[:half])
        case "cut_off":
            return replace(reply, body=reply.body[:half], promised=len(reply.body))
        case _:
            return _IN_PLACE.get(fault, reply)


class _Conversation(http.server.BaseHTTPRequestHandler):
    """One request and its reply."""

    def __init__(
        self,
        connection: socket.socket,
        answer: Callable[[Request, dict[str, str], socket.socket], Reply | None],
    ) -> None:
        self._answer = answer
        super().__init__(connection, connection.getpeername(), None)  # type: ignore[arg-type]

    def handle(self) -> None:
        self.raw_requestline = self.rfile.readline()
        if not self.raw_requestline or not self.parse_request():
            return
        address = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(headers.get("content-length", "0")))
        secret = {name: headers.pop(name) for name in SECRET & headers.keys()}
        request = Request(
            number=0,
            method=self.command,
            path=address.path,
            query_text=address.query,
            headers=headers,
            body=body,
            with_credentials=bool(secret),
        )
        reply = self._answer(request, secret, self.connection)
        if reply is not None:
            self._say(reply)

    def _say(self, reply: Reply) -> None:
        self.send_response_only(reply.status, _phrase(reply.status))
        for name, value in reply.headers:
            self.send_header(name, value)
        length = len(reply.body) if reply.promised is None else reply.promised
        self.send_header("Content-Length", str(length))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(reply.body)


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""

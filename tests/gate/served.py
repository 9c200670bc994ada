"""A bare repository served over HTTP, on loopback, to whoever shows the token."""

import base64
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

from tests.gate.repository import environment

LOGIN: Final = "x-access-token"


def basic(token: str) -> str:
    """Return the line by which a token is shown."""
    return "Basic " + base64.b64encode(f"{LOGIN}:{token}".encode()).decode()


@dataclass
class Served:
    """Where the repository is, and what was asked: the line of each request, what it showed."""

    address: str
    asked: list[str] = field(default_factory=list)
    shown: list[str | None] = field(default_factory=list)


@contextmanager
def serving(folder: Path, token: str, moved_to: str = "") -> Iterator[Served]:
    """Serve the repositories of a folder until the block ends, or only say where they moved to."""
    expected = basic(token)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(b"")

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["Content-Length"])))

        def log_message(self, *_: object) -> None:
            """Nothing goes to the terminal."""

        def _answer(self, body: bytes) -> None:
            served.asked.append(self.requestline)
            served.shown.append(self.headers["Authorization"])
            if moved_to:
                self._say(302, {"Location": moved_to + self.path})
            elif self.headers["Authorization"] != expected:
                self._say(401, {"WWW-Authenticate": 'Basic realm="git"'})
            else:
                self._run(body)

        def _run(self, body: bytes) -> None:
            path, _, query = self.path.partition("?")
            asked = {
                "GIT_PROJECT_ROOT": str(folder),
                "GIT_HTTP_EXPORT_ALL": "1",
                "REMOTE_USER": LOGIN,
                "PATH_INFO": path,
                "QUERY_STRING": query,
                "REQUEST_METHOD": self.command,
                "CONTENT_TYPE": self.headers["Content-Type"] or "",
                "CONTENT_LENGTH": str(len(body)),
                "HTTP_CONTENT_ENCODING": self.headers["Content-Encoding"] or "",
                "GIT_PROTOCOL": self.headers["Git-Protocol"] or "",
            }
            ended = subprocess.run(
                ["git", "http-backend"],
                env=environment(**asked),
                input=body,
                capture_output=True,
                check=True,
            )
            head, _, answer = ended.stdout.partition(b"\r\n\r\n")
            headers = dict(line.split(": ", 1) for line in head.decode().split("\r\n"))
            self._say(int(headers.pop("Status", "200").split()[0]), headers, answer)

        def _say(self, status: int, headers: dict[str, str], body: bytes = b"") -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        served = Served(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()

"""What a server that knows of weaknesses is asked, and what is made of its replies."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from supply import asking
from supply.advisories import packages
from supply.locks import locks

DISTINCT = {(each.ecosystem, each.name, each.version) for each in packages(locks())}


class Osv:
    """Knows weaknesses by the address of a package; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self.known: dict[str, list[str]] = {}
        self.reply: str | None = None
        self.url = ""


@pytest.fixture
def osv(monkeypatch: pytest.MonkeyPatch) -> Iterator[Osv]:
    told = Osv()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.path == "/v1/querybatch"
            body: dict[str, Any] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            urls = [each["package"]["purl"] for each in body["queries"]]
            told.asked.append(urls)
            vulns = [[{"id": each} for each in told.known.get(url, ())] for url in urls]
            results = [{"vulns": each} if each else {} for each in vulns]
            reply = json.dumps({"results": results}) if told.reply is None else told.reply
            self.send_response(200)
            self.end_headers()
            self.wfile.write(reply.encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        told.url = f"http://127.0.0.1:{server.server_port}"
        monkeypatch.setenv("CONGTAC_OSV", told.url)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        yield told
        server.shutdown()
        thread.join()


def test_every_package_is_asked_for_once(
    osv: Osv, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "AT_ONCE", 100)
    assert asking.main() == ""
    asked = [url for each in osv.asked for url in each]
    assert len(asked) == len(set(asked)) == len(DISTINCT)
    assert max(map(len, osv.asked)) == 100
    assert capsys.readouterr().out == (
        f"{len(DISTINCT)} packages asked for, nothing found that is not accepted.\n"
    )


def test_what_was_found_is_told(osv: Osv) -> None:
    (version,) = {version for _, name, version in DISTINCT if name == "jinja2"}
    osv.known[f"pkg:pypi/jinja2@{version}"] = ["GHSA-1", "GHSA-2"]
    assert asking.main().splitlines() == [
        f"jinja2 {version}: https://osv.dev/vulnerability/GHSA-1",
        f"jinja2 {version}: https://osv.dev/vulnerability/GHSA-2",
        "Mend it, or note it in advisories.toml with the reason.",
    ]


def test_what_was_accepted_is_not_told_again(
    osv: Osv, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "advisories.toml"
    file.write_text(
        'reviewed = 2019-01-01\nnpm = []\npypi = [{ id = "GHSA-1", package = "jinja2", fixed = "99", '
        'accepted = "only tests use it" }]\n'
    )
    monkeypatch.setattr(asking, "FILE", file)
    (version,) = {version for _, name, version in DISTINCT if name == "jinja2"}
    osv.known[f"pkg:pypi/jinja2@{version}"] = ["GHSA-1"]
    assert asking.main() == ""


@pytest.mark.parametrize("reply", ["", "<html>", "{}", '{"results": []}'])
def test_a_reply_that_says_nothing_is_no_good_news(osv: Osv, reply: str) -> None:
    osv.reply = reply
    assert asking.main().startswith(f"{osv.url} could not be asked: ")


def test_without_a_network_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONGTAC_OSV", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    assert asking.main().startswith("http://127.0.0.1:9 could not be asked: ConnectError")

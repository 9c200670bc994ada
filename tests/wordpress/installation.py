"""Starts a WordPress in a folder of its own, on a free port of the loopback, and stops it again."""

import contextlib
import json
import secrets
import shutil
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.wordpress import packages
from tests.wordpress.behind import Account, Site
from tests.wordpress.databases import MARIADBD, Database, MariaDb, Sqlite
from tests.wordpress.service import Service, wait_until

PHP_FILES: Final = Path(__file__).parent / "php"
# Of each role one; an editor is what the program asks for.
USERS: Final = {
    "administrator": "quan-tri",
    "editor": "bien-tap",
    "author": "tac-gia",
    "contributor": "cong-tac-vien",
    "subscriber": "nguoi-doc",
}
PHP: Final = (
    "php",
    *("-d", "upload_max_filesize=16M"),
    *("-d", "post_max_size=20M"),
    *("-d", "display_errors=0"),
    *("-d", "sendmail_path=/bin/true"),
)
COMPILED_ONCE: Final = (
    *("-d", "opcache.enable_cli=1"),
    *("-d", "opcache.memory_consumption=128"),
    *("-d", "opcache.max_accelerated_files=8000"),
    *("-d", "opcache.validate_timestamps=0"),
)


@dataclass(frozen=True)
class Kind:
    """A version of WordPress with its database."""

    packed: Path
    database: Callable[[Path], Database]
    # What its texts and the category that it begins with are in; "" is English.
    language: str


KINDS: Final = {
    "mariadb": Kind(packages.DEBIAN, MariaDb, packages.LANGUAGE),
    "sqlite": Kind(packages.PLAYGROUND, Sqlite, ""),
}


@contextlib.contextmanager
def running(kind: Kind, folder: Path) -> Iterator[Site]:
    """A WordPress below `folder`, installed and answering; ended when the block is left."""
    _require_tools(kind)
    www = folder / "www"
    shutil.copytree(kind.packed, www)
    database = kind.database(folder)
    with contextlib.ExitStack() as stack:
        stack.callback(database.stop)
        host, token = f"127.0.0.1:{_free_port()}", secrets.token_hex(16)
        constants = database.prepare(www)
        settings = {"constants": constants, "host": host, "token": token}
        (www / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
        _place_files(www)
        accounts = _install(www, kind.language)
        database.remember()
        log = folder / "php.log"
        server = Service(
            *PHP,
            *COMPILED_ONCE,
            *("-S", host, "-t", str(www), str(PHP_FILES / "router.php")),
            log=log,
            environment={"PHP_CLI_SERVER_WORKERS": "4"},
        )
        stack.callback(server.stop)
        site = Site(f"http://{host}", packages.version_of(www), accounts, www, token, database)
        wait_until(lambda: _answers(f"{site.url}/wp-json/"), server)
        yield site


def _require_tools(kind: Kind) -> None:
    for program in ("php", MARIADBD, "mariadb-install-db", "mariadb"):
        if shutil.which(program) is None:
            pytest.fail(f"{program} is missing: `make tools` installs it")
    modules = ["php", str(PHP_FILES / "modules.php")]
    if missing := subprocess.run(modules, capture_output=True, text=True, check=False).stdout:
        pytest.fail(f"PHP lacks {missing}: `make tools` installs it")
    if not packages.is_ready(kind.packed):
        pytest.fail(f"{kind.packed} holds no WordPress: `make tools` puts it there")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _place_files(www: Path) -> None:
    for name in ("wp-config.php", "install.php", "behind.php"):
        shutil.copy(PHP_FILES / name, www / name)
    plugins = www / "wp-content" / "mu-plugins"
    plugins.mkdir()
    shutil.copy(PHP_FILES / "behaviour.php", plugins)


def _install(www: Path, language: str) -> dict[str, Account]:
    done = subprocess.run(
        [*PHP, "install.php", json.dumps(USERS), language, packages.THEME],
        cwd=www,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"WordPress was not installed:\n{done.stdout}{done.stderr}")
    passwords = json.loads(done.stdout)
    return {role: Account(USERS[role], password) for role, password in passwords.items()}


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url) as reply:
            return bool(reply.status == 200)
    except (urllib.error.URLError, ConnectionError):
        return False

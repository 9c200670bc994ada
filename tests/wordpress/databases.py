"""Where a WordPress keeps what it knows: MariaDB behind a Unix socket, or SQLite in a file.

Both remember the state after installation and go back to it within a tenth of a second or so.
"""

import contextlib
import os
import shutil
import sqlite3
import subprocess
from pathlib import Path
from typing import Any, Final, Protocol

from tests.wordpress.service import Service, wait_until

# Not on the path of everyone.
MARIADBD: Final = "/usr/sbin/mariadbd"
NAME: Final = "wordpress"


class Database(Protocol):
    """What a WordPress of the tests needs of a database."""

    def prepare(self, www: Path) -> dict[str, Any]:
        """Start it for the WordPress in a folder; the constants that wp-config.php is to define."""

    def remember(self) -> None:
        """Take the present state for the one to go back to."""

    def restore(self) -> None:
        """Go back to the state remembered. Ids go on counting, so none is ever given twice."""

    def stop(self) -> None:
        """End what was started."""


class MariaDb:
    """A server of its own, without a port: only those who see its socket can ask it."""

    def __init__(self, folder: Path) -> None:
        """Keep everything below `folder`."""
        self._data = folder / "mariadb"
        # A socket's path holds 107 bytes at most, so it is named from its own folder.
        self._socket = folder / "my.sock"
        self._log = folder / "mariadb.log"
        self._server: Service | None = None
        self._restore = ""

    def prepare(self, www: Path) -> dict[str, Any]:
        """Start the server with an empty database."""
        del www
        with self._log.open("wb") as log:
            subprocess.run(
                [
                    "mariadb-install-db",
                    "--no-defaults",
                    f"--datadir={self._data}",
                    "--auth-root-authentication-method=normal",
                    "--skip-test-db",
                    *self._user(),
                ],
                check=True,
                stdout=log,
                stderr=log,
            )
        self._server = Service(
            MARIADBD,
            "--no-defaults",
            f"--datadir={self._data}",
            f"--socket={self._socket}",
            "--skip-networking",
            "--skip-name-resolve",
            "--skip-log-bin",
            # What a power cut leaves of a test's database is of no interest.
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-flush-method=nosync",
            "--innodb-doublewrite=0",
            "--innodb-buffer-pool-size=32M",
            *self._user(),
            log=self._log,
            environment={},
        )
        wait_until(lambda: self._asked("SELECT 1") is not None, self._server)
        self._run(f"CREATE DATABASE {NAME} CHARACTER SET utf8mb4")
        return {
            "DB_NAME": NAME,
            "DB_USER": "root",
            "DB_PASSWORD": "",
            "DB_HOST": f"localhost:{self._socket}",
        }

    def remember(self) -> None:
        """Copy each table."""
        tables = self._run(f"SHOW TABLES IN {NAME}").split()
        copies = [f"CREATE TABLE remembered.{t} LIKE {NAME}.{t};" for t in tables]
        self._run(
            f"CREATE DATABASE remembered;{''.join(copies)}{_copying(tables, f'{NAME}.', 'remembered.')}"
        )
        self._restore = f"START TRANSACTION;{_copying(tables, 'remembered.', f'{NAME}.')}COMMIT;"

    def restore(self) -> None:
        """Copy each table back, in one transaction."""
        self._run(self._restore)

    def stop(self) -> None:
        """End the server."""
        if self._server is not None:
            self._server.stop()

    def _run(self, statements: str) -> str:
        answer = self._asked(statements)
        if answer is None:
            raise RuntimeError(f"MariaDB refused: {statements}")
        return answer

    def _asked(self, statements: str) -> str | None:
        done = subprocess.run(
            ["mariadb", "--no-defaults", f"--socket={self._socket}", "--user=root", "-N", "-B"],
            input=statements,
            capture_output=True,
            text=True,
            check=False,
        )
        return None if done.returncode else done.stdout

    @staticmethod
    def _user() -> list[str]:
        return ["--user=root"] if os.geteuid() == 0 else []


class Sqlite:
    """One file beside the WordPress."""

    def __init__(self, folder: Path) -> None:
        """Keep everything below `folder`."""
        self._file = folder / "sqlite" / "wordpress.sqlite"
        self._remembered = folder / "remembered.sqlite"
        self._restore = ""

    def prepare(self, www: Path) -> dict[str, Any]:
        """Put the plugin's drop-in in its place, and begin a file that readers need not wait for."""
        shutil.copy(Path(__file__).parent / "php" / "db.php", www / "wp-content" / "db.php")
        self._file.parent.mkdir()
        with contextlib.closing(sqlite3.connect(self._file)) as database:
            database.execute("PRAGMA journal_mode = WAL")
        return {"DB_NAME": NAME, "DB_DIR": f"{self._file.parent}/", "DB_FILE": self._file.name}

    def remember(self) -> None:
        """Copy the file."""
        with (
            contextlib.closing(sqlite3.connect(self._file)) as source,
            contextlib.closing(sqlite3.connect(self._remembered)) as target,
        ):
            source.backup(target)
            tables = [
                name
                for (name,) in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                if name.startswith("wp_")
            ]
        self._restore = _copying(tables, "remembered.", "main.")

    def restore(self) -> None:
        """Copy each table back, in one transaction."""
        with contextlib.closing(sqlite3.connect(self._file, isolation_level=None)) as database:
            database.execute("ATTACH ? AS remembered", [str(self._remembered)])
            database.execute("PRAGMA synchronous = OFF")
            database.executescript(f"BEGIN IMMEDIATE;{self._restore}COMMIT;")

    def stop(self) -> None:
        """Nothing runs."""


def _copying(tables: list[str], source: str, target: str) -> str:
    # The tables are WordPress' own.
    return "".join(
        f"DELETE FROM {target}{t};INSERT INTO {target}{t} SELECT * FROM {source}{t};"  # noqa: S608
        for t in tables
    )

"""A site goes out whole or not at all: to a folder, to a host by ssh, into a locked archive."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from tests.commands import Ended
from tests.gate.linters import ROOT
from tests.gate.repository import ran

DELIVER: Final = ROOT / ".ci/deliver"
SEAL: Final = ROOT / ".ci/seal"
LOCK: Final = "mười chín chữ và thêm một"


def site(folder: Path, pages: int = 20, *, internal: bool = False) -> Path:
    """Return a folder that looks like a built site."""
    folder.mkdir()
    (folder / "build.json").write_text('{"commit": "0"}\n', encoding="utf-8")
    for number in range(pages):
        page = folder / f"trang {number}/index.html"
        page.parent.mkdir()
        page.write_text(f"trang {number} của {folder.name}", encoding="utf-8")
    if internal:
        (folder / "can-lam").mkdir()
    return folder


def held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def delivered(built: Path, to: object, audience: str = "public", **more: str) -> Ended:
    return ran(DELIVER, audience, built, cwd=ROOT, CONGTAC_DEPLOY_TO=str(to), **more)


def test_the_site_takes_the_place_of_the_one_that_stands(tmp_path: Path) -> None:
    first, second = site(tmp_path / "first"), site(tmp_path / "second")
    (first / "cũ.html").write_text("đi", encoding="utf-8")
    there = tmp_path / "there"
    assert delivered(first, there) == Ended(0, "Đã đưa 21 trang lên.\n", "")
    assert held(there) == held(first)
    assert delivered(second, f"{there}/") == Ended(0, "Đã đưa 20 trang lên.\n", "")
    assert held(there) == held(second)


def test_nothing_is_sent_until_it_is_said_where_to(tmp_path: Path) -> None:
    built = site(tmp_path / "site")
    assert delivered(built, "") == Ended(
        0, f"Chưa đặt CONGTAC_DEPLOY_TO: chỉ dựng {built}, chưa đưa đi đâu.\n", ""
    )


def test_the_internal_site_never_goes_where_the_public_one_should(tmp_path: Path) -> None:
    inner, outer = site(tmp_path / "inner", internal=True), site(tmp_path / "outer")
    there = tmp_path / "there"
    assert delivered(inner, there) == Ended(
        1, "", f"{inner} là bản internal, không phải bản public. Chưa đưa đi đâu.\n"
    )
    assert delivered(outer, there, "internal") == Ended(
        1, "", f"{outer} là bản public, không phải bản internal. Chưa đưa đi đâu.\n"
    )
    assert not there.exists()
    assert delivered(inner, there, "internal").code == 0


def test_a_folder_that_is_no_site_is_not_sent(tmp_path: Path) -> None:
    assert delivered(tmp_path, tmp_path / "there") == Ended(
        2, "", f"{tmp_path} không phải là trang do congtac dựng.\n"
    )


def test_what_is_no_site_is_not_replaced(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    (there / "thư.txt").write_text("của tôi", encoding="utf-8")
    ended = delivered(site(tmp_path / "site"), there)
    message = (
        "Thư mục đích đã có nội dung khác, không phải trang do congtac dựng. Chưa đưa đi đâu.\n"
    )
    assert ended == Ended(1, "", message)
    assert held(there) == {"thư.txt": "của tôi".encode()}


def test_a_sudden_loss_of_pages_is_not_published(tmp_path: Path) -> None:
    there = tmp_path / "there"
    delivered(site(tmp_path / "site"), there)
    before = held(there)
    short = site(tmp_path / "short", 18)
    assert delivered(short, there) == Ended(
        1,
        "",
        "Trang mới chỉ có 18 trang, trang đang có 20. Chưa đưa đi đâu. "
        "Đúng như vậy thì đặt CONGTAC_DEPLOY_UNGATED=true.\n",
    )
    assert held(there) == before
    assert delivered(site(tmp_path / "enough", 19), there).code == 0
    assert delivered(short, there, CONGTAC_DEPLOY_UNGATED="true").code == 0
    assert held(there) == held(short)


@pytest.mark.parametrize("to", ["/", "//", "there", "ba@may:", "ba@may:trang", "ba@may:/", "-e:/x"])
def test_a_place_that_is_not_the_site_s_own_is_refused(to: str, tmp_path: Path) -> None:
    ended = delivered(site(tmp_path / "site"), to)
    assert ended.code == 2
    assert ended.err.startswith("CONGTAC_DEPLOY_TO ")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "Thiếu CONGTAC_DEPLOY_KEY: khóa riêng để vào máy chủ.\n"),
        (
            {"CONGTAC_DEPLOY_KEY": "x"},
            "Thiếu CONGTAC_DEPLOY_KNOWN_HOSTS: dòng known_hosts của máy chủ.\n",
        ),
        ({"CONGTAC_DEPLOY_PORT": "22 -o x"}, "CONGTAC_DEPLOY_PORT phải là một số.\n"),
    ],
)
def test_a_host_is_not_spoken_to_without_key_and_known_host(
    given: dict[str, str], message: str, tmp_path: Path
) -> None:
    ended = delivered(site(tmp_path / "site"), "ba@127.0.0.1:/srv/trang", **given)
    assert ended == Ended(2, "", message)


class Host(NamedTuple):
    """A server of ssh on loopback, with what is needed to be let in."""

    to: str
    port: str
    key: str
    known: str

    def reached(self, **other: str) -> dict[str, str]:
        given = {"CONGTAC_DEPLOY_PORT": self.port, "CONGTAC_DEPLOY_KEY": self.key}
        return {**given, "CONGTAC_DEPLOY_KNOWN_HOSTS": self.known, **other}


def keys(folder: Path, name: str) -> tuple[str, str]:
    """Return a new key: the private part and the public."""
    file = folder / name
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(file)]
    subprocess.run(command, check=True)
    public = file.with_suffix(".pub").read_text(encoding="utf-8")
    return file.read_text(encoding="utf-8").strip(), public.strip()


@contextmanager
def serving(folder: Path) -> Iterator[Host]:
    """Serve ssh for this very user until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    _, host = keys(folder, "host")
    key, let_in = keys(folder, "visitor")
    (folder / "authorized").write_text(f"restrict {let_in}\n", encoding="utf-8")
    command = ["/usr/sbin/sshd", "-D", "-e", "-f", "/dev/null", "-h", str(folder / "host")]
    options = {
        "ListenAddress": f"127.0.0.1:{port}",
        "AuthorizedKeysFile": folder / "authorized",
        "StrictModes": "no",
        "UsePAM": "no",
        "PidFile": "none",
        "PasswordAuthentication": "no",
    }
    command += [part for name, value in options.items() for part in ("-o", f"{name}={value}")]
    # As root the server wants this folder for those whom it has not yet let in.
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stderr
        said = ""
        for line in server.stderr:
            said += line
            if "Server listening" in line:
                break
        else:
            pytest.fail(said)
        user = subprocess.run(["id", "-un"], capture_output=True, encoding="utf-8", check=True)
        to = f"{user.stdout.strip()}@127.0.0.1:{folder / 'there'}"
        yield Host(to, port, key, f"[127.0.0.1]:{port} {host}")
        server.terminate()


def test_the_site_goes_to_a_host_that_is_known(tmp_path: Path) -> None:
    built = site(tmp_path / "site")
    with serving(tmp_path) as host:
        ended = delivered(built, host.to, **host.reached())
        assert ended == Ended(0, "Đã đưa 20 trang lên.\n", "")
        assert held(tmp_path / "there") == held(built)
        (built / "mới.html").write_text("mới", encoding="utf-8")
        assert delivered(built, host.to, **host.reached()).code == 0
    assert held(tmp_path / "there") == held(built)


def test_a_key_that_may_do_nothing_else_is_enough(tmp_path: Path) -> None:
    built = site(tmp_path / "site")
    there = tmp_path / "there"
    there.mkdir()
    with serving(tmp_path) as host:
        let_in = tmp_path / "authorized"
        lines = let_in.read_text(encoding="utf-8")
        restricted = lines.replace("restrict ", f'restrict,command="rrsync {tmp_path}" ')
        let_in.write_text(restricted, encoding="utf-8")
        to = f"{host.to.partition(':')[0]}:/there"
        assert delivered(built, to, **host.reached()) == Ended(0, "Đã đưa 20 trang lên.\n", "")
    assert held(there) == held(built)


def test_a_host_with_another_key_gets_nothing(tmp_path: Path) -> None:
    built = site(tmp_path / "site")
    _, another = keys(tmp_path, "another")
    with serving(tmp_path) as host:
        known = f"[127.0.0.1]:{host.port} {another}"
        ended = delivered(built, host.to, **host.reached(CONGTAC_DEPLOY_KNOWN_HOSTS=known))
    assert ended.code == 1
    assert ended.err.startswith("Không đọc được trang đang có: ")
    assert "REMOTE HOST IDENTIFICATION HAS CHANGED" in ended.err
    assert not (tmp_path / "there").exists()


def test_a_key_that_is_not_let_in_gets_nowhere(tmp_path: Path) -> None:
    built = site(tmp_path / "site")
    key, _ = keys(tmp_path, "stranger")
    with serving(tmp_path) as host:
        ended = delivered(built, host.to, **host.reached(CONGTAC_DEPLOY_KEY=key))
    assert ended.code == 1
    assert "Permission denied (publickey" in ended.err
    assert not (tmp_path / "there").exists()


def test_only_the_passphrase_opens_the_archive(tmp_path: Path) -> None:
    built = site(tmp_path / "site-internal", internal=True)
    file = tmp_path / "build/site-internal.tar.gz.gpg"
    ended = ran(SEAL, built, file, cwd=tmp_path, CONGTAC_ARCHIVE_PASSPHRASE=LOCK)
    assert ended == Ended(0, f"Đã khóa {built} vào {file}.\n", "")
    assert file.stat().st_mode & 0o077 == 0
    assert b"trang" not in file.read_bytes()
    assert opened(file, "không phải câu đó đâu nhé", tmp_path / "wrong") != 0
    assert held(tmp_path / "wrong") == {}
    assert opened(file, LOCK, tmp_path / "right") == 0
    assert held(tmp_path / "right") == held(built)


def opened(file: Path, passphrase: str, into: Path) -> int:
    """Open the archive as the documentation says; return how GnuPG ended."""
    into.mkdir()
    home = into.with_name(f"gnupg-{into.name}")
    home.mkdir(mode=0o700)
    command = ["gpg", "--batch", "--pinentry-mode", "loopback", "--passphrase-fd", "0"]
    done = subprocess.run(
        [*command, "--no-symkey-cache", "--decrypt", file],
        env={**os.environ, "GNUPGHOME": str(home)},
        input=passphrase.encode(),
        capture_output=True,
        check=False,
    )
    subprocess.run(
        ["gpgconf", "--kill", "all"], env={**os.environ, "GNUPGHOME": str(home)}, check=True
    )
    if done.returncode == 0:
        subprocess.run(["tar", "-xz", "-C", into], input=done.stdout, check=True)
    return done.returncode


@pytest.mark.parametrize("passphrase", ["", "quá ngắn", "x" * 19])
def test_a_passphrase_that_can_be_guessed_locks_nothing(passphrase: str, tmp_path: Path) -> None:
    built = site(tmp_path / "site", internal=True)
    file = tmp_path / "site.gpg"
    ended = ran(SEAL, built, file, cwd=tmp_path, CONGTAC_ARCHIVE_PASSPHRASE=passphrase)
    message = (
        "CONGTAC_ARCHIVE_PASSPHRASE phải có ít nhất 20 ký tự: "
        "ai tải được tệp cũng thử mở được mãi.\n"
    )
    assert ended == Ended(2, "", message)
    assert not file.exists()


def test_no_list_of_processes_shows_the_passphrase(tmp_path: Path) -> None:
    # A gpg of the test's own notes what it is called with, then does the real work.
    noted = tmp_path / "noted"
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    real = shutil.which("gpg")
    fake = bin_folder / "gpg"
    fake.write_text(
        f'#!/bin/sh\ntr "\\0" "\\n" </proc/$$/cmdline >>"{noted}"\nexec "{real}" "$@"\n',
        encoding="utf-8",
    )
    fake.chmod(0o755)
    built = site(tmp_path / "site", internal=True)
    path = f"{bin_folder}:{os.environ['PATH']}"
    given = {"PATH": path, "CONGTAC_ARCHIVE_PASSPHRASE": LOCK}
    assert ran(SEAL, built, tmp_path / "site.gpg", cwd=tmp_path, **given).code == 0
    assert "--symmetric" in noted.read_text(encoding="utf-8")
    assert LOCK not in noted.read_text(encoding="utf-8")

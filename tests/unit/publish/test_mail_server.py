"""The mail server's side: encryption, names and passwords, lost connections; on the loopback.

Source: issue *Site*, "Reminders"; decision 0012.
"""

import ssl
import subprocess
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult, LoginPassword

from generator.errors import UsageError
from generator.publish.mail import Letter, Server, send
from tests.unit.publish.test_digest_mail import LETTER, Box, served

ACCOUNT = ("ten", "mat-khau-rieng")


def certificate(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """Make a certificate of this machine's own; return the server's context and the file."""
    key, held = folder / "key.pem", folder / "cert.pem"
    asked = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1"
    named = ["-addext", "subjectAltName=IP:127.0.0.1"]
    command = ["openssl", *asked.split(), *named, "-keyout", str(key), "-out", str(held)]
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(held, key)
    return context, held


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, Path]:
    return certificate(tmp_path_factory.mktemp("tls"))


def authenticator(_server: Any, _session: Any, _envelope: Any, _how: str, data: Any) -> AuthResult:
    assert isinstance(data, LoginPassword)
    right = (data.login.decode(), data.password.decode()) == ACCOUNT
    return AuthResult(success=right, handled=False)


def sent(server: Server, *letters: Letter) -> list[tuple[str, str]]:
    return [(each.address, why) for each, why in send(server, letters, "so@example.vn")]


class TestEncrypted:
    def test_a_trusted_server_gets_the_letter_and_the_password(
        self, made: tuple[ssl.SSLContext, Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        context, held = made
        monkeypatch.setenv("SSL_CERT_FILE", str(held))
        keys = {"tls_context": context, "require_starttls": True, "authenticator": authenticator}
        with served(Box(), **keys, auth_required=True) as (box, port):
            server = Server.of(f"smtp://ten@127.0.0.1:{port}", ACCOUNT[1])
            assert sent(server, LETTER) == [("an@example.vn", "")]
        assert box.to == [["an@example.vn"]]

    def test_a_wrong_password_is_told_without_it(
        self, made: tuple[ssl.SSLContext, Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        context, held = made
        monkeypatch.setenv("SSL_CERT_FILE", str(held))
        keys = {"tls_context": context, "authenticator": authenticator, "auth_required": True}
        with served(Box(), **keys) as (box, port), pytest.raises(UsageError) as told:
            sent(Server.of(f"smtp://ten@127.0.0.1:{port}", "mat-khau-sai"), LETTER)
        assert str(told.value) == (
            f"Máy chủ thư 127.0.0.1:{port} không nhận tên hoặc mật khẩu; chưa gửi thư nào."
        )
        assert box.held == []

    def test_a_certificate_that_nobody_vouches_for_is_refused(
        self, made: tuple[ssl.SSLContext, Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("SSL_CERT_FILE", raising=False)
        with (
            served(Box(), tls_context=made[0], authenticator=authenticator) as (box, port),
            pytest.raises(UsageError) as told,
        ):
            sent(Server.of(f"smtp://ten@127.0.0.1:{port}", ACCOUNT[1]), LETTER)
        assert str(told.value) == (f"Máy chủ thư 127.0.0.1:{port} không cho gửi; chưa gửi thư nào.")
        assert box.held == []


class Leaving(Box):
    """Takes the first letter, then hangs up on the second."""

    async def handle_MAIL(  # noqa: N802
        self, server: Any, _session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        if self.held:
            server.transport.close()
        return "250 OK"


def test_a_connection_lost_half_way_tells_who_got_it() -> None:
    names = ("an", "ba", "chi")
    letters = [
        Letter(each, each, f"{each}@example.vn", "Việc", "Chữ\n", "<p>Chữ</p>", LETTER.day)
        for each in names
    ]
    with served(Leaving()) as (box, port):
        found = sent(Server.of(f"smtp://127.0.0.1:{port}", ""), *letters)
    lost = "mất kết nối với máy chủ thư"
    assert found == [("an@example.vn", ""), ("ba@example.vn", lost), ("chi@example.vn", lost)]
    assert box.to == [["an@example.vn"]]

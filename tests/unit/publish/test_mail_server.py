"""The mail server's side: encryption, names and passwords, lost connections; on the loopback.

Source: issue *Site*, "Reminders"; decision 0012.
"""

import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult, LoginPassword

from generator.errors import UsageError
from generator.publish.mail import Letter, Server, send
from tests.unit.publish.test_digest_mail import LETTER, Box, served

ACCOUNT = ("ten", "mat-khau-rieng")


def certificate(
    folder: Path, of: str = "IP:127.0.0.1", days: int = 2
) -> tuple[ssl.SSLContext, Path]:
    """Make a certificate of this machine's own; return the server's context and the file.

    It ends so many days from now: with -1 it has ended.
    """
    key, held = folder / "key.pem", folder / "cert.pem"
    asked = "req -x509 -newkey rsa:2048 -nodes -subj /CN=127.0.0.1"
    named = ["-addext", f"subjectAltName={of}", "-keyout", str(key), "-out", str(held)]
    subprocess.run(["openssl", *asked.split(), *named], check=True, capture_output=True)
    again = ["x509", "-in", str(held), "-signkey", str(key), "-days", str(days), "-out", str(held)]
    subprocess.run(["openssl", *again], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(held, key)
    return context, held


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, Path]:
    return certificate(tmp_path_factory.mktemp("tls"))


@contextmanager
def encrypted(context: ssl.SSLContext) -> Iterator[int]:
    """Take one connection that is to begin encrypted; yield the port."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            held, _ = server.accept()
            with held, suppress(OSError):
                context.wrap_socket(held, server_side=True).close()

        thread = threading.Thread(target=answer)
        thread.start()
        yield server.getsockname()[1]
        thread.join()


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
        assert str(told.value) == (
            f"Chứng thư số của máy chủ thư 127.0.0.1:{port} do nơi mà máy này không tin cậy cấp; "
            "chưa gửi thư nào. Nếu đó là máy chủ của cơ quan: lấy tệp chứng thư gốc (PEM) từ người "
            "quản trị, đặt đường dẫn của tệp vào biến SSL_CERT_FILE rồi chạy lại."
        )
        assert box.held == []

    def test_the_same_where_the_connection_begins_encrypted(
        self, made: tuple[ssl.SSLContext, Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("SSL_CERT_FILE", raising=False)
        with encrypted(made[0]) as port, pytest.raises(UsageError) as told:
            sent(Server.of(f"smtps://127.0.0.1:{port}", ""), LETTER)
        assert str(told.value).startswith(
            f"Chứng thư số của máy chủ thư 127.0.0.1:{port} do nơi mà máy này không tin cậy cấp; "
        )

    @pytest.mark.parametrize(
        ("of", "days", "words"),
        [
            (
                "DNS:thu.example.vn",
                2,
                (
                    "không cấp cho tên 127.0.0.1; chưa gửi thư nào. "
                    "Ghi trong --smtp đúng tên máy chủ có trên chứng thư."
                ),
            ),
            (
                "IP:127.0.0.1",
                -1,
                "đã hết hạn; chưa gửi thư nào. Báo người quản trị máy chủ thư gia hạn.",
            ),
        ],
    )
    def test_a_certificate_of_another_name_or_of_the_past_is_told(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        of: str,
        days: int,
        words: str,
    ) -> None:
        context, held = certificate(tmp_path, of, days)
        monkeypatch.setenv("SSL_CERT_FILE", str(held))
        with served(Box(), tls_context=context) as (box, port), pytest.raises(UsageError) as told:
            sent(Server.of(f"smtp://127.0.0.1:{port}", ""), LETTER)
        assert str(told.value) == f"Chứng thư số của máy chủ thư 127.0.0.1:{port} {words}"
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

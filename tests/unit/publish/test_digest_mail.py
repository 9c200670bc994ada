"""Weekly notes by mail, against a real SMTP server on the loopback; source: issue *Site*."""

import email
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from generator.build.digest import mail, notes
from generator.errors import RefusedError, UsageError
from generator.publish.mail import Letter, Server, message, send, usable
from tests.builders import member, policy, visit
from tests.unit.present.views import view

LETTER = Letter(
    "k.2020-W11.an", "Lê Văn An", "an@example.vn", "Việc", "Chữ\n", "<p>Chữ</p>", date(2020, 3, 15)
)


class Box:
    """Takes every letter, but for those to `tu-choi@example.vn`."""

    def __init__(self) -> None:
        self.held: list[EmailMessage] = []
        self.to: list[list[str]] = []

    async def handle_RCPT(  # noqa: N802
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if address == "tu-choi@example.vn":
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.held.append(email.message_from_bytes(envelope.content, policy=default))
        self.to.append(envelope.rcpt_tos)
        return "250 OK"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(held: Box, **keys: Any) -> Iterator[tuple[Box, int]]:
    """Run a server on the loopback; yield who takes the letters, and the port."""
    port = free_port()
    controller = Controller(held, hostname="127.0.0.1", port=port, **keys)
    controller.start()
    try:
        yield held, port
    finally:
        controller.stop()


@pytest.fixture
def box() -> Iterator[tuple[Box, Server]]:
    with served(Box()) as (held, port):
        yield held, Server.of(f"smtp://127.0.0.1:{port}", "")


def test_each_note_reaches_its_own_member_and_nobody_else(box: tuple[Box, Server]) -> None:
    held, server = box
    seen = view(
        member("an", contact={"email": "an@example.vn"}),
        member("binh", contact={"email": "tu-choi@example.vn"}),
        member("chi"),
        member("dao", contact={"email": "dao@example.vn, la@example.vn"}),
        member("em", contact={"email": "em@example.vn"}),
        policy(),
        visit("2020-02-04", recorded_on="2020-06-01"),
        audience="internal",
        as_of=date(2020, 3, 15),
    )
    sent = mail(seen, notes(seen, None), server, "so@example.vn", "ban@example.vn")
    assert sent.done == ("Lê Văn An", "Lê Văn Em", "Bộ phận theo dõi đi cơ sở")
    assert sent.failed == (
        "Lê Văn Chi (chưa có địa chỉ thư)",
        "Lê Văn Dao (địa chỉ thư không dùng được)",
        "Lê Văn Binh (máy chủ thư không nhận)",
    )
    assert held.to == [["an@example.vn"], ["em@example.vn"], ["ban@example.vn"]]
    first = held.held[0]
    assert (
        first["Subject"] == "[NỘI BỘ – DỮ LIỆU MẪU] 1 việc quá hạn – nhắc việc đi cơ sở, 15/03/2020"
    )
    assert first["Date"] == "Sun, 15 Mar 2020 07:00:00 +0700"
    assert first["Message-ID"] == "<nhac-viec.2020-W11.an@example.vn>"
    plain = first.get_body(("plain",))
    assert plain is not None
    assert plain.get_content().replace("\r\n", "\n") == notes(seen, "an")[0].text


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert (
        message(LETTER, "so@example.vn").as_bytes() == message(LETTER, "so@example.vn").as_bytes()
    )


def test_samples_do_not_leave_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.build.digest.send", lambda *_: pytest.fail("connected"))
    seen = view(member("an"), audience="internal")
    with pytest.raises(RefusedError, match="dữ liệu mẫu"):
        mail(seen, notes(seen, None), Server.of("smtp://example.vn", ""), "so@example.vn", "")


def test_a_server_that_is_down_is_told_in_a_sentence() -> None:
    port = free_port()
    server = Server.of(f"smtp://127.0.0.1:{port}", "")
    with pytest.raises(UsageError) as told:
        list(send(server, [LETTER], "so@example.vn"))
    assert (
        str(told.value) == f"Không kết nối được với máy chủ thư 127.0.0.1:{port}; chưa gửi thư nào."
    )


@pytest.mark.parametrize("url", ["http://a", "smtp://", "smtp://a:x", "smtp://u:p@a", "smtp://u@a"])
def test_wrong_servers_are_refused(url: str) -> None:
    with pytest.raises(UsageError):
        Server.of(url, "")


def test_a_password_is_never_shown() -> None:
    assert "bí mật" not in repr(Server.of("smtps://u@example.vn", "bí mật"))


@pytest.mark.parametrize(
    "address", ["", "an", "a@b, c@d", "a@b\nBcc: c@d", "a@b\r\nX: y", "á@b.vn", "A <a@b.vn>"]
)
def test_what_is_no_plain_address(address: str) -> None:
    assert not usable(address)


def test_a_name_is_no_address_however_long_it_is() -> None:
    name = 'Lê <a@b.vn>, "Ân" (Ban TC); =?utf-8?b?w6E=?= ' + "rất dài " * 20
    letter = replace(LETTER, name=name)
    read = email.message_from_bytes(message(letter, "so@example.vn").as_bytes(), policy=default)
    (to,) = read["To"].addresses
    assert to.addr_spec == "an@example.vn"
    # Where a name of many encoded words is folded, a blank may come between two of them.
    shown = "".join(to.display_name.split())
    assert shown == "Lêab.vnÂnBanTCutf-8bw6E" + "rấtdài" * 20


def test_nothing_to_do_is_a_short_friendly_note() -> None:
    (note,) = notes(view(member("an"), audience="internal", as_of=date(2020, 3, 15)), "an")
    assert note.text == (
        "NỘI BỘ – DỮ LIỆU MẪU\n\nKính gửi đồng chí Lê Văn An,\n\n"
        "Tuần này đồng chí không có việc nào quá hạn hay sắp đến hạn. Cảm ơn đồng chí.\n\n"
        "Việc nào đã xong mà thư còn nhắc, mong đồng chí ghi vào sổ.\n"
        "Số liệu tính đến ngày 15/03/2020. Chỉ dùng trong cơ quan.\n"
    )

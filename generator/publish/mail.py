"""Mail: a letter as RFC 5322 wants it, and a thin client that hands letters to a server.

The same letter gives the same bytes: its day, its id and its boundary come from the letter.
"""

import hashlib
import smtplib
import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final
from urllib.parse import urlsplit

from generator.errors import UsageError
from generator.publish.hosts import is_loopback

SENDER_NAME: Final = "Sổ đi công tác cơ sở"
TIMEOUT: Final = 30
_HANOI: Final = timezone(timedelta(hours=7))
_PORTS: Final = {"smtp": 25, "smtps": 465}
_EXPIRED: Final = 10
_OTHER_NAME: Final = (62, 64)
"""OpenSSL's codes: X509_V_ERR_CERT_HAS_EXPIRED, _HOSTNAME_MISMATCH, _IP_ADDRESS_MISMATCH."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter to one person; `key` is what makes it the same letter when it is sent again."""

    key: str
    name: str
    address: str
    subject: str
    text: str
    html: str
    day: date


@dataclass(frozen=True, slots=True)
class Server:
    """Where letters are handed in; the password is never shown."""

    host: str
    port: int
    user: str
    encrypted: bool
    password: str = field(default="", repr=False)

    @classmethod
    def of(cls, url: str, password: str) -> "Server":
        """Return the server that an address such as `smtp://user@host:587` names.

        Raises:
            UsageError: it is no such address, bears a password, or lacks one in the environment.
        """
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            raise UsageError(_WRONG) from None
        if parts.scheme not in _PORTS or not parts.hostname or parts.path.strip("/"):
            raise UsageError(_WRONG)
        if parts.password is not None:
            message = "Không viết mật khẩu trong --smtp; đặt vào biến CONGTAC_SMTP_PASSWORD."
            raise UsageError(message)
        if parts.username and not password:
            message = "Thiếu mật khẩu máy chủ thư: đặt biến môi trường CONGTAC_SMTP_PASSWORD."
            raise UsageError(message)
        encrypted = parts.scheme == "smtps"
        user = parts.username or ""
        return cls(parts.hostname, port or _PORTS[parts.scheme], user, encrypted, password)

    @property
    def loopback(self) -> bool:
        """Whether it is this very machine."""
        return is_loopback(self.host)


# What parts addresses from each other and from names, or begins an encoded word.
_SPECIALS: Final = str.maketrans(dict.fromkeys('()<>[]:;@\\,"?=', " "))
_WRONG: Final = "--smtp phải là smtp://máy-chủ:cổng hoặc smtps://máy-chủ:cổng."


def usable(address: str) -> bool:
    """Whether the text is one plain mail address, so that no header can be smuggled in by it."""
    try:
        held = Address(addr_spec=address)
    except (ValueError, IndexError, HeaderParseError):
        return False
    plain = address.isascii() and address.isprintable() and '"' not in address
    return plain and bool(held.domain) and held.addr_spec == address


def message(letter: Letter, sender: str) -> EmailMessage:
    """Return the letter as a message; its id is stable, so whoever has it already can tell."""
    made = EmailMessage(policy=SMTP)
    domain = Address(addr_spec=sender).domain
    made["From"] = Address(SENDER_NAME, addr_spec=sender)
    if letter.address:
        made["To"] = Address(_named(letter.name), addr_spec=letter.address)
    made["Subject"] = " ".join(letter.subject.split())
    made["Date"] = datetime.combine(letter.day, time(7), _HANOI)
    made["Message-ID"] = f"<{letter.key}@{domain}>"
    made["Auto-Submitted"] = "auto-generated"
    made["Content-Language"] = "vi"
    made.set_content(letter.text, cte="quoted-printable")
    made.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    made.set_boundary(f"={hashlib.sha256(letter.key.encode()).hexdigest()[:32]}")
    return made


def _named(name: str) -> str:
    """Return a name in which nobody reads an address: a long one loses its quotes when folded."""
    return " ".join(name.translate(_SPECIALS).split())


def send(server: Server, letters: Iterable[Letter], sender: str) -> Iterator[tuple[Letter, str]]:
    """Yield each letter with the reason why it was not taken; the empty text: it was.

    One that is refused stops no other; after a lost connection the rest is not sent.

    Raises:
        UsageError: the server cannot be reached, does not encrypt, or does not let us in.
    """
    with _session(server) as session:
        lost = False
        for letter in letters:
            why = "mất kết nối với máy chủ thư"
            if not lost:
                try:
                    session.send_message(message(letter, sender), sender, [letter.address])
                    why = ""
                except smtplib.SMTPServerDisconnected:
                    lost = True
                except OSError as error:
                    lost = not isinstance(error, smtplib.SMTPException)
                    why = why if lost else "máy chủ thư không nhận"
            yield letter, why


@contextmanager
def _session(server: Server) -> Iterator[smtplib.SMTP]:
    where = f"{server.host}:{server.port}"
    try:
        session = _opened(server)
    except ssl.SSLCertVerificationError as error:
        raise UsageError(_distrust(error, server, where)) from None
    except (OSError, smtplib.SMTPException) as error:
        said = f"Không kết nối được với máy chủ thư {where}; chưa gửi thư nào."
        raise UsageError(said) from error
    try:
        _enter(session, server, where)
        yield session
    finally:
        try:
            session.quit()
        except (OSError, smtplib.SMTPException):
            session.close()


def _opened(server: Server) -> smtplib.SMTP:
    if server.encrypted:
        trust = ssl.create_default_context()
        return smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT, context=trust)
    return smtplib.SMTP(server.host, server.port, timeout=TIMEOUT)


def _enter(session: smtplib.SMTP, server: Server, where: str) -> None:
    try:
        session.ehlo()
        if not server.encrypted and session.has_extn("starttls"):
            session.starttls(context=ssl.create_default_context())
            session.ehlo()
        elif not server.encrypted and not server.loopback:
            said = f"Máy chủ thư {where} không mã hóa đường truyền; chưa gửi thư nào."
            raise UsageError(said)
        if server.user:
            session.login(server.user, server.password)
    except smtplib.SMTPAuthenticationError:
        said = f"Máy chủ thư {where} không nhận tên hoặc mật khẩu; chưa gửi thư nào."
        raise UsageError(said) from None
    except ssl.SSLCertVerificationError as error:
        raise UsageError(_distrust(error, server, where)) from None
    except (OSError, smtplib.SMTPException):
        said = f"Máy chủ thư {where} không cho gửi; chưa gửi thư nào."
        raise UsageError(said) from None


def _distrust(error: ssl.SSLCertVerificationError, server: Server, where: str) -> str:
    """Return what is wrong with the server's certificate, and the mend."""
    if error.verify_code == _EXPIRED:
        wrong = "đã hết hạn"
        mend = "Báo người quản trị máy chủ thư gia hạn."
    elif error.verify_code in _OTHER_NAME:
        wrong = f"không cấp cho tên {server.host}"
        mend = "Ghi trong --smtp đúng tên máy chủ có trên chứng thư."
    else:
        wrong = "do nơi mà máy này không tin cậy cấp"
        mend = (
            "Nếu đó là máy chủ của cơ quan: lấy tệp chứng thư gốc (PEM) từ người quản trị, đặt "
            "đường dẫn của tệp vào biến SSL_CERT_FILE rồi chạy lại."
        )
    return f"Chứng thư số của máy chủ thư {where} {wrong}; chưa gửi thư nào. {mend}"

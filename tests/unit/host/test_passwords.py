"""The machine's keyring gives a password, has none, or does not open."""

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked

from generator.errors import UsageError
from generator.host.passwords import password_for


class Kept(KeyringBackend):
    """A keyring in memory; locked if it is told so."""

    priority = 1

    def __init__(self, *, locked: bool = False) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.locked = locked

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked("bi-mat")
        return "bi-mat" if (service, username) == ("https://x.vn/", "bien-tap") else None

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.mark.parametrize(
    ("service", "user", "password"),
    [
        ("https://x.vn/", "bien-tap", "bi-mat"),
        ("https://x.vn/", "khac", ""),
        ("https://y.vn/", "bien-tap", ""),
    ],
)
def test_the_password_of_a_user_of_a_site(service: str, user: str, password: str) -> None:
    keyring.set_keyring(Kept())
    assert password_for(service, user) == password


def test_a_machine_without_a_keyring_has_none() -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    assert password_for("https://x.vn/", "bien-tap") == ""


def test_a_keyring_that_does_not_open_is_told() -> None:
    keyring.set_keyring(Kept(locked=True))
    with pytest.raises(UsageError) as raised:
        password_for("https://x.vn/", "bien-tap")
    assert str(raised.value) == "Không mở được kho mật khẩu của máy."

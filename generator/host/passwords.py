"""Passwords that the machine itself keeps: the system's keyring, where it has one."""

from generator.errors import UsageError


def password_for(service: str, user: str) -> str:
    """Return the password kept for the user of the service; empty if there is none.

    Raises:
        UsageError: there is a keyring, and it does not open.
    """
    import keyring
    from keyring.errors import KeyringError, NoKeyringError

    try:
        return keyring.get_password(service, user) or ""
    except NoKeyringError:
        return ""
    except KeyringError as error:
        message = "Không mở được kho mật khẩu của máy."
        raise UsageError(message) from error

"""The exceptions that the command line turns into exit codes; a broken record is none of them."""


class CongtacError(Exception):
    """What the user asked for cannot be done; the message says why, in Vietnamese."""


class UsageError(CongtacError):
    """The call itself is wrong, or a file cannot be read or written: exit code 2."""


class RefusedError(CongtacError):
    """The action was understood and refused, so nothing was changed: exit code 1."""

"""Text from records within a message."""


def shorten(text: str, limit: int = 40) -> str:
    """Return the text on one line of at most `limit` characters, so that messages stay readable."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"

"""The bytes of a file at once: `pathlib` and buffers cost as much as it takes to read a record."""


def contents(place: str, most: int = -1) -> bytes:
    """Return the bytes of a file; with `most`, no more than so many.

    Whoever asks knows that it is a file: a pipe would let him wait.

    Raises:
        OSError: it cannot be read.
    """
    with open(place, "rb", buffering=0) as file:  # noqa: PTH123
        return file.read(most)

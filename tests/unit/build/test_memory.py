"""A preview makes a file again if it is made of something else, or a template was changed."""

from pathlib import Path

import pytest

from generator.build import sealed
from generator.build.memory import Memory


def made(memory: Memory, path: str, made_of: str, content: bytes | None = b"anew") -> bytes | None:
    return memory.file(path, made_of, lambda: content)


def test_a_file_is_that_of_the_last_build_if_it_is_made_of_the_same() -> None:
    memory = Memory()
    memory.begin()
    assert made(memory, "a", "x", b"first") == b"first"
    assert made(memory, "b", "", b"first") == b"first"
    assert made(memory, "c", "x", None) is None
    memory.begin()
    assert made(memory, "a", "x") == b"first"
    assert made(memory, "b", "") == b"anew"
    assert made(memory, "c", "x") == b"anew"
    memory.begin()
    assert made(memory, "a", "x") == b"first"
    memory.begin()
    assert made(memory, "a", "y") == b"anew"


def test_what_the_last_build_had_no_use_for_is_forgotten() -> None:
    memory = Memory()
    memory.begin()
    made(memory, "a", "x", b"first")
    memory.begin()
    memory.begin()
    assert made(memory, "a", "x") == b"anew"


@pytest.mark.parametrize("followed", ["present/templates/visit.html", "host/theme/main.html"])
def test_after_a_template_was_changed_everything_is_made_anew(
    followed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Memory()
    memory.begin()
    made(memory, "a", "x", b"first")
    read = Path.read_bytes
    monkeypatch.setattr(
        Path,
        "read_bytes",
        lambda file: read(file) + b" " * (file == sealed.PACKAGE / followed),
    )
    memory.begin()
    assert made(memory, "a", "x") == b"anew"

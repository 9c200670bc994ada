"""Templates are compiled once for each program, and any other is as if nothing had been kept."""

import sys
from pathlib import Path

import jinja2
import pytest

from generator.build import compiled
from generator.build.compiled import compiled_templates, kept_in

SOURCE = {"a.html": "{{ 'x'|mark }} {{ value }}"}


def rendered(folder: Path, source: dict[str, str] = SOURCE, mark: str = "1") -> str:
    """Render the template with what is kept in the folder, in an environment of its own."""
    cache = kept_in(folder)
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(source), bytecode_cache=cache, autoescape=True
    )
    environment.filters["mark"] = lambda text: f"{text}{mark}"
    return environment.get_template("a.html").render(value="y")


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Hear the source of each template that is compiled."""
    heard: list[str] = []
    parse = jinja2.Environment._parse

    def hear(
        environment: jinja2.Environment, source: str, name: str | None, filename: str | None
    ) -> jinja2.nodes.Template:
        heard.append(source)
        return parse(environment, source, name, filename)

    monkeypatch.setattr(jinja2.Environment, "_parse", hear)
    return heard


def test_a_template_is_compiled_once(tmp_path: Path, parsed: list[str]) -> None:
    assert rendered(tmp_path / "kept") == rendered(tmp_path / "kept") == "x1 y"
    assert parsed == [SOURCE["a.html"]]


def test_a_changed_template_is_compiled_anew(tmp_path: Path, parsed: list[str]) -> None:
    other = {"a.html": "{{ value }}!"}
    assert (rendered(tmp_path), rendered(tmp_path, other)) == ("x1 y", "y!")
    assert parsed == [SOURCE["a.html"], other["a.html"]]


def test_what_another_program_compiled_is_removed_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The value of a constant is in what was compiled, as the filters of that day gave it."""
    assert rendered(tmp_path / "kept", mark="1") == "x1 y"
    assert rendered(tmp_path / "kept", mark="2") == "x1 y"
    before = [*(tmp_path / "kept").iterdir()]
    monkeypatch.setattr(compiled, "made_by", lambda *_: "0" * 128)
    assert rendered(tmp_path / "kept", mark="2") == "x2 y"
    assert [each.name for each in (tmp_path / "kept").iterdir()] == ["0" * 32]
    assert len(before) == 1


@pytest.mark.parametrize("spoilt", [b"", b"\xff\x00", None], ids=["empty", "other", "cut"])
def test_what_is_spoilt_is_compiled_anew(tmp_path: Path, spoilt: bytes | None) -> None:
    rendered(tmp_path)
    kept = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert len(kept) == 1
    kept[0].write_bytes(kept[0].read_bytes()[:-9] if spoilt is None else spoilt)
    assert rendered(tmp_path) == "x1 y"


def test_where_nothing_can_be_written_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parsed: list[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr("tempfile.NamedTemporaryFile", refuse)
    assert rendered(tmp_path / "kept") == rendered(tmp_path / "kept") == "x1 y"
    assert len(parsed) == 2
    monkeypatch.setattr(Path, "mkdir", refuse)
    assert kept_in(tmp_path / "other") is None


def test_it_lies_where_python_keeps_modules_or_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    found = compiled_templates.__wrapped__()
    assert found is not None
    assert Path(found.directory).is_relative_to(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert compiled_templates.__wrapped__() is None

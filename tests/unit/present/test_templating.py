"""Templates are read once, and anew when one was changed: a preview follows them."""

import os
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest

from generator.present import templating


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of templates in the place of ours."""
    (tmp_path / "x.html").write_text("{% import 'y.html' as y %}{{ y.z() }}", encoding="utf-8")
    _write(tmp_path / "y.html", "{% macro z() %}one{% endmacro %}", 1)
    monkeypatch.setattr(jinja2, "PackageLoader", lambda *_: jinja2.FileSystemLoader(tmp_path))
    templating._environment.cache_clear()
    yield tmp_path
    templating._environment.cache_clear()


def _write(path: Path, text: str, second: int) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (second, second))


def shown() -> str:
    return templating.render("x.html", "", {})


def test_a_template_is_read_anew_only_after_looking_again(folder: Path) -> None:
    assert shown() == "one"
    _write(folder / "y.html", "{% macro z() %}two{% endmacro %}", 2)
    assert shown() == "one"
    templating.look_again()
    assert shown() == "two"


def test_templates_that_stand_are_kept(folder: Path) -> None:
    assert shown() == "one"
    held = dict(templating._environment().cache or {})
    templating.look_again()
    assert dict(templating._environment().cache or {}) == held
    assert len(held) == len(list(folder.iterdir()))

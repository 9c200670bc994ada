"""What `mkdocs.yml` tells of the site. Source: docs/developers/editor-sign-in.md."""

from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config

from generator.build.prepare import UNSET, Settings
from generator.host.mkdocs_host import MkDocsHost
from generator.host.settings import settings_of
from generator.submit.editor.forge import SignIn
from tests.commands import ROOT


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Material's notice about its successor is known; nothing is told by the machine."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    for name in ("SITE_URL", "EDITOR_SERVICE", "EDITOR_APP_ID", "EDITOR_LOCAL"):
        monkeypatch.delenv(f"CONGTAC_{name}", raising=False)


@pytest.mark.usefixtures("quiet")
def test_the_environment_tells_where_the_site_stands_and_how_to_sign_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CONGTAC_SITE_URL", "https://site.example.org/")
    monkeypatch.setenv("CONGTAC_EDITOR_SERVICE", "https://dang-nhap.example.org")
    monkeypatch.setenv("CONGTAC_EDITOR_APP_ID", "ung-dung")
    monkeypatch.setenv("CONGTAC_EDITOR_LOCAL", "http://127.0.0.1:8081/api/v1")
    assert MkDocsHost(ROOT / "mkdocs.yml").settings() == Settings(
        "https://site.example.org/",
        SignIn("https://dang-nhap.example.org", "ung-dung", "http://127.0.0.1:8081/api/v1"),
    )


@pytest.mark.usefixtures("quiet")
def test_what_is_not_told_is_empty(tmp_path: Path) -> None:
    assert MkDocsHost(ROOT / "mkdocs.yml").settings() == UNSET
    assert MkDocsHost(tmp_path / "mkdocs.yml").settings() == UNSET


@pytest.mark.parametrize("extra", [{}, {"editor": None}, {"editor": {"service": None}}])
@pytest.mark.usefixtures("quiet")
def test_settings_without_an_editor_have_none(tmp_path: Path, extra: dict[str, Any]) -> None:
    (tmp_path / "docs").mkdir()
    config = load_config(str(_written(tmp_path)), extra=extra)
    assert settings_of(config) == UNSET


def _written(folder: Path) -> Path:
    file = folder / "mkdocs.yml"
    file.write_text("site_name: A\n", encoding="utf-8")
    return file

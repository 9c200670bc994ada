"""MkDocs as the site's host: what it objects to is told without a traceback."""

import logging
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.build.prepare import Prepared
from generator.errors import RefusedError, UsageError
from generator.host import plugin as module
from generator.host.clock import ZONE, today
from generator.host.mkdocs_host import MkDocsHost, serve
from generator.host.offline import worker
from generator.present.page import Artifact, Page, Site
from tests.builders import organisation

SITE = Site(
    (Page("", "Trang chủ", "<h1>Trang chủ</h1>", search="Trang chủ"),),
    (Artifact("build.json", b"{}"),),
    (),
)
PREPARED = Prepared(SITE, Path("records"), organisation(), "public", date(2020, 3, 15))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the frame of a site and the part for the browser."""
    (tmp_path / "dist/assets").mkdir(parents=True)
    (tmp_path / "dist/assets/congtac.js").write_text("", encoding="utf-8")
    monkeypatch.setattr(module, "BROWSER_PART", tmp_path / "dist")
    (tmp_path / "docs").mkdir()
    (tmp_path / "giao-dien").mkdir()
    (tmp_path / "giao-dien/main.html").write_text("{{ page.content }}", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Thử\ntheme: {name: null, custom_dir: giao-dien}\nplugins: [congtac]\n",
        encoding="utf-8",
    )
    return tmp_path


def test_the_whole_site_is_written(project: Path) -> None:
    MkDocsHost(project / "mkdocs.yml").write(PREPARED, project / "stage")
    assert (project / "stage/index.html").read_text(encoding="utf-8") == "<h1>Trang chủ</h1>"
    assert (project / "stage/build.json").read_bytes() == b"{}"


def test_a_page_that_opens_offline_gets_its_worker(project: Path) -> None:
    (project / "dist/assets/form-worker.js").write_text("listen()", encoding="utf-8")
    asked = {"worker": "gui/worker.js", "files": ["build.json"]}
    page = Page("gui/", "Gửi", "<h1>Gửi</h1>", meta={"offline": asked})
    held = replace(PREPARED, site=replace(SITE, pages=(*SITE.pages, page)))
    MkDocsHost(project / "mkdocs.yml").write(held, project / "stage")
    written = (project / "stage/gui/worker.js").read_text(encoding="utf-8")
    assert written == worker(project / "stage", "gui/", "build.json")
    assert '"../build.json"' in written
    assert '"./"' in written


def test_without_its_configuration(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as told:
        MkDocsHost(tmp_path / "mkdocs.yml").write(PREPARED, tmp_path / "stage")
    assert str(told.value) == (
        f"Không có tệp {tmp_path / 'mkdocs.yml'}. Chạy lệnh trong thư mục có mkdocs.yml."
    )


def test_a_warning_of_the_host_refuses_the_site(project: Path) -> None:
    (project / "docs/a.md").write_text("[x](nowhere.md)", encoding="utf-8")
    with pytest.raises(RefusedError) as told:
        MkDocsHost(project / "mkdocs.yml").write(PREPARED, project / "stage")
    assert str(told.value).startswith("MkDocs không dựng được trang:\n")
    assert "nowhere.md" in str(told.value)


def test_a_hand_written_page_in_the_place_of_a_generated_one(project: Path) -> None:
    (project / "docs/index.md").write_text("# Của tôi", encoding="utf-8")
    with pytest.raises(RefusedError, match=r"docs/index\.md đứng ở chỗ của một trang"):
        MkDocsHost(project / "mkdocs.yml").write(PREPARED, project / "stage")


@pytest.mark.parametrize("broken", ["site_name: [", "plugins: [congtac]\n", "theme: [1"])
def test_a_configuration_that_cannot_be_read(project: Path, broken: str) -> None:
    (project / "mkdocs.yml").write_text(broken, encoding="utf-8")
    with pytest.raises(RefusedError, match="MkDocs không dựng được trang"):
        MkDocsHost(project / "mkdocs.yml").write(PREPARED, project / "stage")


def test_a_configuration_without_the_plugin(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: Thử\nplugins: []\n", encoding="utf-8")
    with pytest.raises(RefusedError) as told:
        MkDocsHost(project / "mkdocs.yml").write(PREPARED, project / "stage")
    assert str(told.value) == f"{project / 'mkdocs.yml'} không bật plugin congtac."


def test_the_log_is_left_as_it_was(project: Path) -> None:
    logger = logging.getLogger("mkdocs")
    before = (list(logger.handlers), logger.propagate)
    MkDocsHost(project / "mkdocs.yml").write(PREPARED, project / "stage")
    assert (logger.handlers, logger.propagate) == before


def test_today_is_a_day_in_viet_nam() -> None:
    assert isinstance(today(), date)
    assert ZONE.key == "Asia/Ho_Chi_Minh"


def test_a_preview_without_its_configuration_says_where_to_run_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as told:
        serve(tmp_path / "mkdocs.yml", tmp_path / "records", "public", None, "127.0.0.1:0")
    assert (
        str(told.value)
        == f"Không có tệp {tmp_path}/mkdocs.yml. Chạy lệnh trong thư mục có mkdocs.yml."
    )

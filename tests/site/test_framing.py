"""Pages in shared frames are those of MkDocs' own way, byte for byte."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import partialmethod
from pathlib import Path

import pytest

from generator.build.prepare import Prepared, prepare
from generator.domain.fields import Audience
from generator.host import framing, plugin
from generator.host.framing import Framing
from generator.host.late_files import LateFiles
from generator.host.mkdocs_host import MkDocsHost
from generator.host.record_file import RecordFile
from generator.host.shell import Shell
from tests.building.workshop import fingerprint
from tests.site.conftest import ROOT
from tests.site.test_building import small_records

TODAY = date(2020, 3, 31)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_records(tmp_path_factory.mktemp("few"))


def made(records: Path, audience: Audience, address: str = "") -> Prepared:
    host = MkDocsHost(ROOT / "mkdocs.yml")
    settings = host.settings()
    assert settings.base == address
    return prepare(records, audience, None, TODAY, settings=settings)


def written(prepared: Prepared, stage: Path) -> dict[str, str]:
    """Return what the host writes of it."""
    stage.mkdir()
    MkDocsHost(ROOT / "mkdocs.yml").write(prepared, stage)
    return fingerprint(stage)


def slowly(prepared: Prepared, stage: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Return what MkDocs alone writes of it."""
    with monkeypatch.context() as patched:
        patched.setattr(plugin, "frames_alike", lambda *_: False)
        return written(prepared, stage)


@pytest.fixture
def singly(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that were built one by one, although MkDocs left them to us."""
    built: list[str] = []
    build = Framing._build

    def listening(self: Framing, file: RecordFile) -> None:
        built.append(file.made.address)
        build(self, file)

    monkeypatch.setattr(Framing, "_build", listening)
    return built


@pytest.mark.parametrize("audience", ["public", "internal"])
@pytest.mark.parametrize("address", ["", "https://a.example/doan/"])
def test_every_file_is_the_same_both_ways(
    audience: Audience,
    address: str,
    few: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    singly: list[str],
) -> None:
    monkeypatch.setenv("CONGTAC_SITE_URL", address)
    prepared = made(few, audience, address)
    framed = written(prepared, tmp_path / "framed")
    assert framed == slowly(prepared, tmp_path / "slow", monkeypatch)
    pages = [page.address for page in prepared.site.pages]
    assert len(singly) < len(pages) / 20


def test_a_site_too_large_for_two_processes_is_the_same(
    few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONGTAC_SITE_URL", "")
    prepared = made(few, "public")
    whole = written(prepared, tmp_path / "two")
    monkeypatch.setattr(plugin, "MOST_FILES", 0)
    asked: list[LateFiles] = []
    monkeypatch.setattr(LateFiles, "write_with", partialmethod(_remembered, asked))
    assert written(prepared, tmp_path / "one") == whole
    assert [each.files for each in asked] == [[]]


def _remembered(late: LateFiles, asked: list[LateFiles], pages: Callable[[], None]) -> None:
    asked.append(late)
    pages()


def test_the_samples_with_news_and_photos_are_the_same_both_ways(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = made(ROOT / "records", "public")
    assert any("image" in page.meta for page in prepared.site.pages)
    assert any(page.address.startswith("tin-tuc/2019/") for page in prepared.site.pages)
    framed = written(prepared, tmp_path / "framed")
    assert framed == slowly(prepared, tmp_path / "slow", monkeypatch)


def leading_everywhere(_: Shell, address: str) -> Iterator[str]:
    """Say that a frame leads into the folder of the page that it is tried on."""
    yield address


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        pytest.param("shell_of", lambda *_: None, id="unknown marks"),
        pytest.param("shell_of", lambda *_: Shell((b"another",), ()), id="gives another page"),
        pytest.param("_held", leading_everywhere, id="leads into the folders of its pages"),
        pytest.param("plain_body", lambda _: False, id="would not take the body as it is"),
    ],
)
def test_a_frame_that_cannot_be_proven_is_not_used(
    name: str,
    instead: object,
    few: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    singly: list[str],
) -> None:
    prepared = made(few, "public")
    slow = slowly(prepared, tmp_path / "slow", monkeypatch)
    monkeypatch.setattr(framing, name, instead)
    assert written(prepared, tmp_path / "framed") == slow
    assert len(singly) > len(prepared.site.pages) / 2


HOOKS = {
    "on_page_context": "def on_page_context(context, **_):\n    return context\n",
    "on_post_page": "def on_post_page(output, **_):\n    return output + '<!-- theirs -->'\n",
    "on_page_content": "def on_page_content(html, **_):\n    return html + '<p>theirs</p>'\n",
    "on_env": "def on_env(env, **_):\n    return env\n",
}


@pytest.mark.parametrize("hook", HOOKS)
def test_where_others_have_a_hand_in_pages_mkdocs_builds_them(
    hook: str, few: Path, tmp_path: Path
) -> None:
    (tmp_path / "theirs.py").write_text(HOOKS[hook], encoding="utf-8")
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("docs_dir: docs", f"docs_dir: {ROOT}/docs\nhooks: [theirs.py]")
    text = text.replace("custom_dir: generator", f"custom_dir: {ROOT}/generator")
    text = text.replace("!ENV [CONGTAC_RECORDS, records]", str(few))
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    visit = next((tmp_path / "site" / "chuyen-di" / "2019").glob("*/index.html"))
    theirs = "theirs" in visit.read_text(encoding="utf-8")
    assert theirs is (hook in ("on_post_page", "on_page_content"))

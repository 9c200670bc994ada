"""The preview follows a record, and survives a broken one. Source: design, section 3, `serve`."""

import os
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.site.conftest import ROOT
from tests.site.test_building import small_records


@dataclass
class Preview:
    """A running preview: its address, its records, and what it says."""

    process: subprocess.Popen[str]
    address: str
    records: Path

    def read(self, path: str = "") -> str:
        with urllib.request.urlopen(self.address + path) as answer:
            body: bytes = answer.read()
        return body.decode()

    def until(self, words: str) -> str:
        """Return the first line of the preview's output that holds the words."""
        assert self.process.stderr is not None
        for line in self.process.stderr:
            if words in line:
                return line
        pytest.fail(f"the preview ended without saying {words!r}")


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    records = small_records(tmp_path)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [
            *(sys.executable, "-u", "-m", "generator", "--records", str(records)),
            *("serve", "--address", f"127.0.0.1:{port}"),
        ],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    running = Preview(process, f"http://127.0.0.1:{port}/", records)
    try:
        running.until("Serving on")
        yield running
    finally:
        process.terminate()
        process.wait()


def test_the_browser_gets_the_change_of_a_record(preview: Preview) -> None:
    visit = next((preview.records / "visits/2019").glob("*.yml"))
    address = f"chuyen-di/2019/{visit.stem}/"
    page = preview.read(address)
    waiting = re.search(r"livereload\((\d+), ?(\d+)\)", page)
    assert waiting is not None, "the page asks for news of itself"
    text = re.sub(r"(?m)^content: .*(\n .*)*", "content: Cả chi đoàn ra quân làm đường hoa.", visit.read_text("utf-8"))
    visit.write_text(text, encoding="utf-8")
    # Answers when the site was built anew, as it does to the browser.
    preview.read(f"livereload/{waiting[1]}/{waiting[2]}")
    assert "Cả chi đoàn ra quân làm đường hoa." in preview.read(address)


def test_a_broken_record_is_told_and_the_preview_stays(preview: Preview) -> None:
    visit = next((preview.records / "visits/2019").glob("*.yml"))
    text = visit.read_text("utf-8")
    visit.write_text(text + "kindd: x\n", encoding="utf-8")
    assert visit.name in preview.until("S002")
    assert "Đi công tác cơ sở" in preview.read()
    visit.write_text(text, encoding="utf-8")
    preview.until("Reloading browsers")

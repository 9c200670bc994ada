"""The preview follows a record, and survives a broken one. Source: design, section 3, `serve`."""

import os
import re
import selectors
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.site.conftest import ROOT
from tests.site.test_building import small_records


@dataclass
class Preview:
    """A running preview: its address, its records, and what it says."""

    process: subprocess.Popen[bytes]
    address: str
    records: Path

    def read(self, path: str = "") -> str:
        with urllib.request.urlopen(self.address + path) as answer:
            body: bytes = answer.read()
        return body.decode()

    def until(self, words: str, change: Callable[[], object] = lambda: None) -> str:
        """Make a change, and return the first line of the output that holds the words.

        The watcher looks at the files first at a moment of its own, so a change that it did not
        notice within a second is made again.
        """
        assert self.process.stderr is not None
        heard: list[str] = []
        change()
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stderr, selectors.EVENT_READ)
            for _ in range(120):
                if not selector.select(timeout=1):
                    change()
                    continue
                line = self.process.stderr.readline().decode()
                heard.append(line)
                if words in line:
                    return line
                if not line:
                    break
        pytest.fail(f"the preview never said {words!r}, but: {''.join(heard)}")


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
        bufsize=0,
    )
    running = Preview(process, f"http://127.0.0.1:{port}/", records)
    try:
        running.until("Serving on")
        yield running
    finally:
        process.terminate()
        process.communicate()


def test_the_browser_gets_the_change_of_a_record(preview: Preview) -> None:
    visit = next((preview.records / "visits/2019").glob("*.yml"))
    address = f"chuyen-di/2019/{visit.stem}/"
    assert "livereload(" in preview.read(address), "the page asks for news of itself"
    said = "content: Cả chi đoàn ra quân làm đường hoa."
    changed = re.sub(r"(?m)^content: .*(\n .*)*", said, visit.read_text(encoding="utf-8"))
    preview.until("Reloading browsers", lambda: visit.write_text(changed, encoding="utf-8"))
    assert "Cả chi đoàn ra quân làm đường hoa." in preview.read(address)


def test_a_broken_record_is_told_and_the_preview_stays(preview: Preview) -> None:
    visit = next((preview.records / "visits/2019").glob("*.yml"))
    sound = visit.read_text(encoding="utf-8")
    broken = sound + "kindd: x\n"
    told = preview.until("S002", lambda: visit.write_text(broken, encoding="utf-8"))
    assert visit.name in told
    assert "Đi công tác cơ sở" in preview.read()
    preview.until("Reloading browsers", lambda: visit.write_text(sound, encoding="utf-8"))

"""What every peer is given: pages with a head of data, files to copy, the frame."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from tests.bench.finished import (
    CONTENT_SLOT,
    DESCRIPTION_SLOT,
    TITLE_SLOT,
    Finished,
    files,
)

Head = Callable[[Finished], dict[str, str]]


def as_markdown(pages: Sequence[Finished], python: str) -> list[Finished]:
    """Return the pages with Markdown for bodies; `python` is the peers' own."""
    told = "".join(json.dumps(page.body) + "\n" for page in pages)
    command = [python, str(Path(__file__).with_name("to_markdown.py"))]
    done = subprocess.run(command, input=told, capture_output=True, text=True, check=True)
    texts = map(json.loads, done.stdout.splitlines())
    return [replace(page, body=text) for page, text in zip(pages, texts, strict=True)]


def write_pages(folder: Path, pages: Iterable[Finished], head: Head, suffix: str) -> None:
    """Write a file for each page, numbered, a thousand in a folder: head, then the body."""
    for number, page in enumerate(pages):
        path = folder / f"{number // 1000:03d}" / f"{number:06d}{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(with_head(page, head), encoding="utf-8")


def with_head(page: Finished, head: Head) -> str:
    """Return a page with its data before it."""
    # A text as JSON, on one line, is YAML too.
    lines = [f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in head(page).items()]
    return "\n".join(["---", *lines, "---", "", page.body, ""])


def copy_files(site: Path, to: Path) -> None:
    """Copy what a generator copies as it is."""
    for path in files(site):
        target = to / path.relative_to(site)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def layout(frame: str, title: str, description: str, content: str, marks: str) -> str:
    """Return the frame in a peer's template language, which opens code by one of the marks.

    Raises:
        ValueError: the frame holds what that language would take for its own.
    """
    if any(mark in frame for mark in marks.split()):
        message = f"the frame holds one of {marks}"
        raise ValueError(message)
    slots = {TITLE_SLOT: title, DESCRIPTION_SLOT: description, CONTENT_SLOT: content}
    for slot, code in slots.items():
        frame = frame.replace(slot, code)
    return frame

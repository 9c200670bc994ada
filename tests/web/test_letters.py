"""Printed to PDF, every letter of Vietnamese comes out. Source: issue *Site*, It is done when, 1."""

import subprocess
import unicodedata
from itertools import product
from pathlib import Path

import pytest

from tests.web import harness

pytestmark = pytest.mark.browser

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
SMALL = [unicodedata.normalize("NFC", vowel + tone) for vowel, tone in product(VOWELS, TONES)]
LETTERS = [*SMALL, "đ", *(each.upper() for each in SMALL), "Đ"]


def printed(visitor: harness.Visitor, address: str, target: Path) -> str:
    """The text of the page printed to `target`."""
    visitor.page.goto(address)
    visitor.page.pdf(path=target, format="A4")
    told = subprocess.run(
        ["pdftotext", "-layout", str(target), "-"], capture_output=True, check=True, text=True
    )
    return unicodedata.normalize("NFC", told.stdout)


def test_every_letter_of_vietnamese_is_printed_with_a_font_in_the_file(
    visitor: harness.Visitor, build_site: harness.SiteBuilder, tmp_path: Path
) -> None:
    page = f"# Chữ\n\n{' '.join(LETTERS)}\n\n**{' '.join(LETTERS)}**\n"
    site = build_site(tmp_path / "chu", {"index.md": page})
    with harness.serve(site) as address:
        text = printed(visitor, address, tmp_path / "chu.pdf")
    assert len({each for each in LETTERS if each.lower() not in "aeiouy"}) == 134
    assert [each for each in LETTERS if text.count(each) < 2] == []
    fonts = subprocess.run(
        ["pdffonts", str(tmp_path / "chu.pdf")], capture_output=True, check=True, text=True
    ).stdout.splitlines()[2:]
    assert fonts
    assert all("BeVietnamPro" in line and line.split()[-5] == "yes" for line in fonts), fonts

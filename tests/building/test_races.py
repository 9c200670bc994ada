"""Two builds at once wait for each other, and who reads meanwhile finds every page.

Source: research/reliability.md, section 4, rows 37 and 38; issue *Trust*, done when, 3.
"""

import random
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.swap import staged
from tests.building.races import race, waited
from tests.building.trials import bench

Figure = Callable[[str, object], None]
RACES = 5
SWAPS = 20
PAGES = 50


@pytest.mark.slow
def test_row_38_of_two_builds_at_once_one_waits_and_both_are_done(
    tmp_path: Path, record_property: Figure
) -> None:
    made = bench(tmp_path)
    chance = random.Random(38)  # noqa: S311  (chosen, not secret)
    orders = [race(made, tmp_path, chance) for _ in range(RACES)]
    assert [waited(order) for order in orders] == [True] * RACES
    record_property("figure", f"{RACES} races, {RACES} waited, 0 mixed sites")


class Reader(threading.Thread):
    """Opens the pages of a site over and over, and notes what it does not find whole."""

    def __init__(self, site: Path) -> None:
        super().__init__()
        self.opened = 0
        self.missed: list[str] = []
        self.done = threading.Event()
        self._site = site

    def run(self) -> None:
        while not self.done.is_set():
            for number in range(PAGES):
                try:
                    text = (self._site / f"{number}.html").read_text(encoding="utf-8")
                except OSError as error:
                    self.missed.append(str(error))
                    continue
                finally:
                    self.opened += 1
                if not text.startswith("trang") or not text.endswith("hết"):
                    self.missed.append(text)


def put(out: Path, edition: int) -> None:
    with staged(out) as stage:
        (stage / "build.json").write_text("{}", encoding="utf-8")
        for number in range(PAGES):
            (stage / f"{number}.html").write_text(f"trang {edition}\nhết", encoding="utf-8")


def test_row_37_who_reads_while_sites_are_swapped_finds_every_page(
    tmp_path: Path, record_property: Figure
) -> None:
    out = tmp_path / "site"
    put(out, 0)
    reader = Reader(out)
    reader.start()
    try:
        for edition in range(1, SWAPS + 1):
            before = reader.opened
            put(out, edition)
            # However fast the swaps are, each is read from.
            while reader.opened < before + PAGES:
                reader.join(0.001)
    finally:
        reader.done.set()
        reader.join()
    assert reader.missed == []
    assert reader.opened >= SWAPS * PAGES
    record_property("figure", f"{SWAPS} swaps, {PAGES} pages read again and again, 0 missing")

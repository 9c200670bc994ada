"""Records that are right, whatever stands in them, become pages and files for both audiences."""

import pytest

from generator.errors import UsageError
from generator.present import site
from tests.fuzz.mutants import Seed
from tests.fuzz.pages import mutants, seeds, shown
from tests.rows import RecordProperty

COUNT = 60


@pytest.mark.parametrize("number", range(4))
def test_row_19_what_is_accepted_becomes_pages(
    number: int, record_property: RecordProperty
) -> None:
    accepted = sum(
        shown(mutant, in_full=each % 20 == 0)
        for each, mutant in enumerate(mutants(9000 + number, COUNT))
    )
    assert COUNT * 0.2 < accepted < COUNT * 0.95
    record_property("figure", f"{COUNT} mutants, {accepted} of them pages for both audiences")


def test_every_record_by_itself_becomes_pages() -> None:
    assert len(seeds()) == 11
    assert all(shown(seed, in_full=number == 0) for number, seed in enumerate(seeds()))


def test_what_is_not_sound_is_not_shown() -> None:
    assert not shown(Seed("members/le-van-ba.yml", b"name: [\n"))
    assert not shown(Seed("members/le-van-ba.yml", b"name: a\n"))
    assert not shown(Seed("units.yml", b"units:\n  - id: a\n    name: a\n    level: province\n"))


def test_a_page_that_breaks_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> list[object]:
        message = "broken"
        raise UsageError(message)

    monkeypatch.setattr(site, "MAKERS", (broken,))
    with pytest.raises(UsageError, match="broken"):
        shown(seeds()[0])


def test_mutants_are_the_same_by_number() -> None:
    assert list(mutants(3, 30)) == list(mutants(3, 30))
    assert list(mutants(3, 30)) != list(mutants(4, 30))

"""How commands are run and compared: in turn, whole processes, nothing lost when one fails."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.kept import Conditions, Kept, read, write
from tests.bench.measure import Run, Spread, Usage, congtac, in_turn, python, usage


def test_ratios_are_taken_round_by_round() -> None:
    one, other = Spread((2.0, 9.0, 4.0)), Spread((1.0, 3.0, 4.0))
    assert one.over(other) == Spread((2.0, 3.0, 1.0))
    assert one.over(other).median == 2.0
    assert one.above(other).values == (1.0, 6.0, 0.0)
    assert one.times(10).values == (20.0, 90.0, 40.0)


def test_rounds_of_different_length_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="shorter"):
        Spread((1.0, 2.0)).over(Spread((1.0,)))


def test_commands_run_in_turn_each_after_what_comes_before_it(tmp_path: Path) -> None:
    log = tmp_path / "log"

    def noted(word: str) -> Callable[[], None]:
        def note() -> None:
            with log.open("a") as file:
                file.write(word)

        return note

    append = "import sys; open('log', 'a').write(sys.argv[1])"
    runs = {name: Run(python(append, name), noted("<"), tmp_path) for name in "AB"}
    told: list[str] = []
    used = in_turn(runs, 3, told.append)
    assert log.read_text() == "<A<B<A<B<A<B"
    assert {name: len(each) for name, each in used.items()} == {"A": 3, "B": 3}
    assert [line.split(":")[0] for line in told] == [
        "1/3 A",
        "1/3 B",
        "2/3 A",
        "2/3 B",
        "3/3 A",
        "3/3 B",
    ]


def test_processes_that_were_waited_for_count() -> None:
    child = "sum(range(4_000_000)); held = bytearray(150_000_000)"
    parent = (
        f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    )
    idle, whole = usage(Run(python(""))), usage(Run(python(parent)))
    assert whole.seconds > idle.seconds
    assert idle.peak < 100e6
    assert 150e6 < whole.peak < 250e6


def test_a_command_that_fails_is_told_with_what_it_said() -> None:
    with pytest.raises(RuntimeError, match="no luck"):
        usage(Run(python("import sys; print('no luck'); sys.exit(3)")))


def test_the_program_is_that_of_the_checkout() -> None:
    assert congtac("check", Path("a")) == (sys.executable, "-m", "generator", "check", "a")


def test_figures_that_are_kept_come_back(tmp_path: Path) -> None:
    made = Kept(
        "pages", Conditions.now(), {"ours": [Usage(1.5, 2e6), Usage(1.25, 3e6)]}, {"pages": 4}
    )
    assert read(tmp_path, "pages") is None
    write(tmp_path / "deep", made)
    assert read(tmp_path / "deep", "pages") == made
    assert made.seconds("ours") == Spread((1.5, 1.25))
    assert made.peak("ours").values == (2e6, 3e6)
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["pages.json"]

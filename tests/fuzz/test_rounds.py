"""Long trials can be stopped and gone on with, count for one state of the code, and keep what failed."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.fuzz.mutants import Seed
from tests.soak import page_rounds, progress
from tests.soak.page_rounds import fuzz
from tests.soak.progress import BrokenError, Progress, begun, digest, keep
from tests.soak.reader_seeds import LONGEST, PLACES, dictionary, seed_of, write_seeds

TRIED = ("generator/errors.py", "generator/load")


def test_what_was_tried_is_gone_on_with(tmp_path: Path) -> None:
    file = tmp_path / "state/progress.json"
    first = begun(file, TRIED)
    assert (first.runs, first.seed) == (0, 1)
    keep(first.after(100, 1.25, accepted=40).after(50, 1), file)
    again = begun(file, TRIED)
    assert again == Progress(first.code, first.commit, 3, 150, 40, 2, 2.2)
    assert again.told() == (
        f"150 inputs, of which 40 accepted in 2 rounds of 2 s together, code of {first.commit}"
    )
    assert [each.name for each in file.parent.iterdir()] == ["progress.json"]


def test_for_other_code_the_count_begins_anew_and_nothing_is_tried_twice(tmp_path: Path) -> None:
    file = tmp_path / "progress.json"
    keep(begun(file, TRIED).after(100, 1), file)
    other = begun(file, (*TRIED, "generator/rules"))
    assert (other.runs, other.rounds, other.seed) == (0, 0, 2)


def test_the_digest_tells_names_and_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "ROOT", tmp_path)
    seen = set()
    for name, data in (("a.py", b"1"), ("a.py", b"2"), ("b.py", b"2"), ("c/a.py", b"2")):
        (tmp_path / "t" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "t" / name).write_bytes(data)
        seen.add(digest(["t"]))
    assert len(seen) == 4
    (tmp_path / "t/a.pyc").write_bytes(b"x")
    assert digest(["t"]) in seen


def test_the_commit_is_the_last_one_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "ROOT", tmp_path)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.vn", "-C", str(tmp_path)]
    subprocess.run([*git, "init", "-q"], check=True)
    for name in ("generator", "tests"):
        (tmp_path / name).write_text("1")
        subprocess.run([*git, "add", name], check=True)
        subprocess.run([*git, "commit", "-qm", name], check=True)
    told = subprocess.run(
        [*git, "log", "--format=%h"], capture_output=True, text=True, check=True
    ).stdout.split()
    assert begun(tmp_path / "p", ("generator", "tests")).commit == told[1]
    (tmp_path / "generator").write_text("2")
    assert begun(tmp_path / "p", ("generator", "tests")).commit == f"{told[1]}+"


@pytest.fixture
def rounds(monkeypatch: pytest.MonkeyPatch) -> list[Seed]:
    """Rounds of three inputs that only remember what they were given."""
    tried: list[Seed] = []

    def shown(mutant: Seed, **_: Any) -> bool:
        tried.append(mutant)
        return mutant.data == b"2"

    def mutants(number: int, count: int) -> list[Seed]:
        return [Seed(f"{number}", b"%d" % each) for each in range(count)]

    monkeypatch.setattr(page_rounds, "A_ROUND", 3)
    monkeypatch.setattr(page_rounds, "shown", shown)
    monkeypatch.setattr(page_rounds, "mutants", mutants)
    return tried


def test_rounds_go_on_until_enough_were_tried(tmp_path: Path, rounds: list[Seed]) -> None:
    assert fuzz(tmp_path, 5).runs == 6
    assert fuzz(tmp_path, 5).runs == 6
    ended = fuzz(tmp_path, 7)
    assert (ended.runs, ended.accepted, ended.rounds) == (9, 3, 3)
    assert [each.inside for each in rounds if each.data == b"2"] == ["1", "2", "3"]


def test_what_failed_is_kept_and_tried_first(
    tmp_path: Path, rounds: list[Seed], monkeypatch: pytest.MonkeyPatch
) -> None:
    quiet = vars(page_rounds)["shown"]

    def crashing(mutant: Seed, **_: Any) -> bool:
        assert mutant.inside != "1" or mutant.data != b"1", "broken"
        return True

    monkeypatch.setattr(page_rounds, "shown", crashing)
    for _ in range(2):
        with pytest.raises(BrokenError, match=r"(?s)AssertionError: broken.*What it failed at is"):
            fuzz(tmp_path, 3)
        assert (tmp_path / "trying").read_bytes() == b"1\n1"
    monkeypatch.setattr(page_rounds, "shown", quiet)
    assert fuzz(tmp_path, 3).runs == 3
    assert Seed("1", b"1") in rounds[:2]
    assert not (tmp_path / "trying").exists()


def test_what_takes_too_long_is_kept(
    tmp_path: Path, rounds: list[Seed], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_rounds, "LONGEST", -1.0)
    with pytest.raises(BrokenError, match=r"It took 0\.0 s\. What it failed at is kept in"):
        fuzz(tmp_path, 3)
    assert (tmp_path / "trying").read_bytes() == b"1\n0"
    assert rounds[-1] == Seed("1", b"0")


def test_the_fuzzing_begins_with_every_record(tmp_path: Path) -> None:
    count = write_seeds(tmp_path)
    inputs = [file.read_bytes() for file in tmp_path.iterdir()]
    assert len(inputs) == count > 700
    assert {seed_of(each).inside for each in inputs} == set(PLACES)
    assert max(map(len, inputs)) <= LONGEST
    assert len(PLACES) == 8


def test_the_dictionary_has_signs_and_all_keys() -> None:
    words = dictionary().splitlines()
    assert len(words) == len(set(words)) > 150
    assert all(re.fullmatch(r'"(\\x[0-9a-f]{2})+"', word) for word in words)
    meant = {bytes.fromhex(word[1:-1].replace("\\x", "")) for word in words}
    assert {b"plan_item: ", b"schema_version: ", b"from: ", b"<<: ", b"\n---\n"} <= meant

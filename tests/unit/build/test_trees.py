"""What was parsed before is the same as what is parsed now, whatever changed in between."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from generator.build import sealed
from generator.build import trees as module
from generator.build.check import Checked, check
from generator.build.figures import UnsoundRecordsError, sound_records
from generator.build.sealed import keep_at
from generator.build.trees import Trees
from generator.load import tree as reading
from generator.load.everyday import read_everyday
from generator.load.limits import Limits
from tests.unit.build.edits import EDITS, world
from tests.unit.load.trees import visit, write

SAMPLES: Final = Path(__file__).parents[3] / "records"
MAY: Final = "visits/2019/2019-05-21-b.yml"


@pytest.fixture(autouse=True)
def _few_files_are_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WORTH_KEEPING", 1)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The bytes of each file that was parsed."""
    heard: list[bytes] = []

    def listening(data: bytes, limits: Limits) -> dict[str, Any] | None:
        heard.append(data)
        return read_everyday(data, limits)

    monkeypatch.setattr(reading, "read_everyday", listening)
    return heard


def remembered(root: Path) -> Checked:
    trees = Trees(root)
    checked = check(root, trees=trees)
    trees.keep()
    return checked


def shards(root: Path) -> dict[str, Path]:
    """Return the files that are kept, by what follows the name of the records."""
    place = root.parent / ".cache" / "ban-ghi"
    return {each.name.removeprefix(f"{root.name}."): each for each in place.iterdir()}


def test_the_samples_are_the_same_records_and_nothing_is_parsed_twice(
    tmp_path: Path, parsed: list[bytes]
) -> None:
    root = tmp_path / "records"
    shutil.copytree(SAMPLES, root)
    afresh = check(root)
    assert remembered(root) == afresh
    parsed.clear()
    assert remembered(root) == afresh
    assert parsed == []
    assert {"members", "policies", "records", "visits-2019-05"} <= shards(root).keys()
    assert not any(name.startswith("articles") for name in shards(root))


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_whatever_changes_is_found_as_by_a_check_that_remembers_nothing(
    tmp_path: Path, edit: Callable[[Path], object]
) -> None:
    root = world(tmp_path)
    assert remembered(root) == check(root)
    edit(root)
    assert remembered(root) == check(root)
    assert remembered(root) == check(root)
    shutil.rmtree(root)
    assert remembered(world(tmp_path)) == check(root)


def test_what_changed_is_parsed_and_only_its_month_is_written(
    tmp_path: Path, parsed: list[bytes]
) -> None:
    root = world(tmp_path)
    remembered(root)
    before = {name: each.stat().st_ino for name, each in shards(root).items()}
    parsed.clear()
    text = visit("2019-05-21", more="venue: ấp 3\n")
    write(root, MAY, text)
    remembered(root)
    # A comment makes a warning, which must be told again.
    warned = (root / "visits/2019/2019-05-20-a.yml").read_bytes()
    assert parsed == [warned, text.encode()]
    after = {name: each.stat().st_ino for name, each in shards(root).items()}
    assert before.keys() == after.keys()
    assert {name for name in after if after[name] != before[name]} == {"visits-2019-05"}


def test_a_file_with_another_name_and_the_same_bytes_is_not_parsed(
    tmp_path: Path, parsed: list[bytes]
) -> None:
    root = world(tmp_path)
    remembered(root)
    (root / MAY).rename(root / "visits/2019/2019-05-21-z.yml")
    parsed.clear()
    again = remembered(root)
    assert len(parsed) == 1
    assert "2019-05-21-z" in again.records.visits


def test_a_month_without_visits_is_forgotten(tmp_path: Path) -> None:
    root = world(tmp_path)
    remembered(root)
    assert "visits-2020-03" in shards(root)
    (root / "visits/2020/2020-03-03-e.yml").unlink()
    remembered(root)
    assert "visits-2020-03" not in shards(root)


def test_a_file_that_something_is_wrong_with_is_told_of_again(tmp_path: Path) -> None:
    root = world(tmp_path)
    write(root, MAY, visit("2019-05-21", more="venue: ấp 3\nvenue: ấp 4\n"))
    write(root, "visits/2020/2020-03-03-e.yml", visit("2020-03-03", more="mood: vui\n"))
    first = remembered(root)
    assert [each.code for each in first.findings] == ["T001", "Y011", "S002"]
    assert remembered(root) == first


SPOILT: Final[dict[str, Callable[[str], str]]] = {
    "cut off": lambda text: text[:-1],
    "changed": lambda text: text.replace("Khảo sát.", "Khảo sát!"),
    "without its seal": lambda text: text.partition("\n")[2],
    "empty": lambda _: "",
    "of other lines": lambda _: "\n[",
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_shard_is_as_if_it_were_not_there(
    tmp_path: Path, parsed: list[bytes], spoil: Callable[[str], str]
) -> None:
    root = world(tmp_path)
    afresh = remembered(root)
    place = shards(root)["visits-2019-05"]
    whole = place.read_bytes()
    place.write_text(spoil(whole.decode()), encoding="utf-8")
    parsed.clear()
    assert remembered(root) == afresh
    assert len(parsed) == 2
    assert place.read_bytes() == whole


def test_a_shard_of_another_month_or_of_other_code_is_not_believed(
    tmp_path: Path, parsed: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = world(tmp_path)
    afresh = remembered(root)
    held = shards(root)
    shutil.copyfile(held["visits-2020-03"], held["visits-2019-05"])
    parsed.clear()
    assert remembered(root) == afresh
    assert len(parsed) == 2
    monkeypatch.setattr(sealed, "made_by", lambda *_: "another")
    parsed.clear()
    assert remembered(root) == afresh
    assert len(parsed) > 8


def test_whatever_a_shard_holds_is_held_against_the_models(tmp_path: Path) -> None:
    """Even one with our seal gives no record that a file could not have given."""
    root = world(tmp_path)
    remembered(root)
    place = shards(root)["visits-2019-05"]
    _, *lines = place.read_text(encoding="utf-8").splitlines()
    forged = [line.partition(" ")[0] + " " + json.dumps({"date": "hôm qua"}) for line in lines]
    keep_at(place, "\n".join(forged), module.CODE, module.PACKAGES)
    codes = {each.code for each in remembered(root).findings}
    assert {"S001", "S004"} <= codes


def test_of_few_files_none_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WORTH_KEEPING", 1_000)
    root = world(tmp_path)
    remembered(root)
    assert not (root.parent / ".cache").exists()


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    root = world(tmp_path)
    (root.parent / ".cache").write_text("", encoding="utf-8")
    assert remembered(root) == check(root)


def test_a_tree_that_is_no_single_line_is_not_kept(tmp_path: Path) -> None:
    trees = Trees(tmp_path / "records")
    for number, text in enumerate(("a\u2028b", "a\u0085b", "a\nb", "ấp 3")):
        trees.add(MAY, str(number), {"venue": text})
    trees.keep()
    (place,) = shards(tmp_path / "records").values()
    kept = Trees(tmp_path / "records")
    assert [kept.tree(MAY, str(number)) for number in range(4)] == [
        None,
        None,
        {"venue": "a\nb"},
        {"venue": "ấp 3"},
    ]
    assert len(place.read_text(encoding="utf-8").splitlines()) == 3


def test_commands_that_need_sound_records_remember(tmp_path: Path, parsed: list[bytes]) -> None:
    root = world(tmp_path)
    first = sound_records(root)
    parsed.clear()
    assert sound_records(root) == first
    assert len(parsed) == 1
    write(root, MAY, "date: x\n")
    with pytest.raises(UnsoundRecordsError):
        sound_records(root)

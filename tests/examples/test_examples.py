"""Every code has an example that breaks only it, and one beside it that is sound.

`expected.txt` has the very lines that `check` prints. `<CODE>/broken` and `<CODE>/sound` lie over
`base/records`; `absent.txt` in them names the files that are to be missing. What no editor would
keep is made here.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from generator.build.check import Checked, check
from generator.domain.codes import CODES
from generator.present.findings import as_text

HERE: Final = Path(__file__).parent
SOURCES: Final = ("load", "rules", "domain")
VISIT: Final = "visits/2019/2019-05-20-ap-3.yml"
MEMBER: Final = "members/le-van-ba.yml"

Maker = Callable[[Path], None]


def _visit_with(last_line: str) -> Maker:
    def make(records: Path) -> None:
        visit = records / VISIT
        visit.write_text(visit.read_text(encoding="utf-8") + last_line, encoding="utf-8")

    return make


def _visit_of(size: int) -> Maker:
    def make(records: Path) -> None:
        visit = records / VISIT
        visit.write_bytes(visit.read_bytes() + b"\n" * (size - visit.stat().st_size))

    return make


def _member_is_a_link(records: Path) -> None:
    shutil.move(records / MEMBER, records.parent / "elsewhere.yml")
    (records / MEMBER).symlink_to("../../elsewhere.yml")


def _member_is_hard_linked(records: Path) -> None:
    (records.parent / "elsewhere.yml").hardlink_to(records / MEMBER)


MADE: Final[dict[str, tuple[Maker, Maker]]] = {
    "Y001": (_visit_of(64 * 1024 + 1), _visit_of(64 * 1024)),
    "Y005": (_visit_with(f"results: {'a' * 20_001}\n"), _visit_with(f"results: {'a' * 20_000}\n")),
    "Y010": (
        _visit_with(f"former_ids: [{', '.join(f'a{n}' for n in range(5_000))}]\n"),
        _visit_with(f"former_ids: [{', '.join(f'a{n}' for n in range(4_900))}]\n"),
    ),
    "Y018": (_member_is_a_link, _member_is_hard_linked),
}


def build(code: str, kind: str, folder: Path) -> Path:
    """Return the records of an example, built in the folder."""
    records = folder / "records"
    shutil.copytree(HERE / "base/records", records)
    if code in MADE:
        MADE[code][kind == "sound"](records)
        return records
    shutil.copytree(HERE / code / kind, records, dirs_exist_ok=True)
    absent = records / "absent.txt"
    if absent.exists():
        for path in absent.read_text(encoding="utf-8").split():
            (records / path).unlink()
        absent.unlink()
    return records


def printed(checked: Checked) -> str:
    """Return what `check` prints, without its closing sentence."""
    text = as_text(checked.findings, checked.count)
    return "\n".join([*text.splitlines()[:-1], ""]) if checked.findings else ""


# What only a workbook can have wrong, no record has: see the tests of `congtac import`.
NAMES: Final = [code.code for code in CODES if not code.code.startswith("W")]


@pytest.mark.parametrize("code", NAMES)
def test_a_broken_example_gives_exactly_its_finding(code: str, tmp_path: Path) -> None:
    checked = check(build(code, "broken", tmp_path))
    assert printed(checked) == (HERE / code / "expected.txt").read_text(encoding="utf-8")
    assert {finding.code for finding in checked.findings} == {code}
    assert checked.sound == code.startswith("T")


@pytest.mark.parametrize("code", NAMES)
def test_a_sound_example_gives_nothing(code: str, tmp_path: Path) -> None:
    assert printed(check(build(code, "sound", tmp_path))) == ""


@pytest.mark.parametrize("code", [name for name in NAMES if name != "S013"])
def test_a_broken_file_is_found_without_reading_the_others(code: str, tmp_path: Path) -> None:
    records = build(code, "broken", tmp_path)
    whole = check(records).findings
    for path in sorted({finding.path for finding in whole}):
        alone = check(records, [tmp_path / path])
        assert alone.findings == tuple(each for each in whole if each.path == path)


def test_every_code_that_can_be_raised_is_documented() -> None:
    raised: set[str] = set()
    for folder in SOURCES:
        for source in (HERE.parents[1] / "generator" / folder).rglob("*.py"):
            if "codes" not in source.parts:
                raised.update(re.findall(r'"([YSRDMPT]\d{3})"', source.read_text(encoding="utf-8")))
    assert raised == set(NAMES)


def test_every_code_has_an_example_and_every_example_a_code() -> None:
    folders = {each.name for each in HERE.iterdir() if re.fullmatch(r"[A-Z]\d{3}", each.name)}
    assert folders == set(NAMES)


def test_every_rule_begins_with_its_code() -> None:
    from generator.rules import RULES

    documented = [re.match(r"([RDMPS]\d{3}): ", rule.__doc__ or "") for rule in RULES]
    assert all(documented)
    codes = [found.group(1) for found in documented if found]
    assert len(set(codes)) == len(RULES)
    assert {code for code in NAMES if code[0] in "RDMP"} <= set(codes)


def test_the_base_is_sound(tmp_path: Path) -> None:
    checked = check(Path(shutil.copytree(HERE / "base/records", tmp_path / "records")))
    assert printed(checked) == ""
    assert checked.count == 11

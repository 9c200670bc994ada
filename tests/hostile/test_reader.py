"""Row 25: each hostile text is taken where text goes, or refused there by a finding with its code.

Source: issue *Trust*, "It is done when", 2; research/reliability.md, section 4, rows 8, 9 and 26.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from generator.build.check import check
from generator.domain.finding import Finding
from generator.load.article_text import read_article
from generator.load.strict_yaml import read
from generator.load.tree import load_records
from tests.builders import records, visit, write
from tests.hostile.alone import day
from tests.hostile.fields import places
from tests.hostile.texts import REFUSED, TEXTS
from tests.hostile.world import World, refusal, single

Record = Callable[[str, object], None]
FILLED_IN: Final = {
    "{{ year(2019).mean_days }}": "",
    "{{ member(uy-vien-00, 2019).days }}": "R016",
}
"""Placeholders of the closed grammar: one that finds its figure, and one that finds no member."""

NUMBERS: Final = {
    name: number
    for number in range(len(TEXTS))
    for name in (
        f"uy-vien-{number:03}.yml",
        f"cs-{number:03}.yml",
        f"{day(number)}-chuyen.yml",
        f"{day(number)}-bai.md",
    )
}


def place_of(finding: Finding) -> tuple[int, str]:
    """Return the number of the text that a finding is about, and the path of its place."""
    kind = finding.path.split("/")[1].removesuffix(".yml")
    path = f"{kind}.{re.sub(r'[0-9]+', '', finding.field)}"
    if kind in ("units", "activities"):
        listed = re.search(r"\[(\d+)\]", finding.field)
        assert listed is not None
        # A province stands before the units.
        return int(listed[1]) - (kind == "units"), path
    return NUMBERS[finding.path.rpartition("/")[2]], path


def test_row_25_each_text_is_taken_or_refused_in_each_field(
    tmp_path: Path, record_property: Record
) -> None:
    World(single(), tokens=False, refused=True).write(tmp_path / "records")
    found = {(*place_of(each), each.code) for each in check(tmp_path / "records").findings}
    expected = {
        (number, place.path, FILLED_IN.get(text, code) if code == "R015" else code)
        for number, text in enumerate(TEXTS)
        for place in places()
        if (code := refusal(text, place))
    }
    # The organisation holds one text here.
    expected = {each for each in expected if each[2] and not each[1].startswith("organisation.")}
    assert found == expected
    total = len(TEXTS) * len(places())
    record_property(
        "figure", f"{total} texts × fields, {total - len(found)} taken, {len(found)} refused"
    )


@pytest.mark.parametrize("escaped", [False, True])
def test_row_25_what_no_record_may_hold_is_refused_in_every_way_of_writing(
    tmp_path: Path, record_property: Record, *, escaped: bool
) -> None:
    root = write(records(visit("2019-03-05")), tmp_path / "records")
    file = root / "visits/2019/2019-03-05-ap-3.yml"
    for text, code in REFUSED.items():
        written = "".join(f"\\U{ord(each):08x}" for each in text) if escaped else text
        file.write_text(f'venue: "{written}"\n', encoding="utf-8")
        found = {each.code for each in load_records(root).findings if each.path.endswith(file.name)}
        assert code in found, (text, found)
        if code == "Y004":
            article = read_article(f"---\ntitle: Tin\n---\n\n{text}\n".encode())
            assert {each.code for each in article.front.faults} == {code}
    record_property("figure", f"{len(REFUSED)} texts refused by name")


def test_row_26_half_a_character_is_refused() -> None:
    assert {each.code for each in read(b'venue: "\\ud83d"\n').faults} == {"Y000"}
    assert {each.code for each in read(b"venue: \xed\xa0\xbd\n").faults} == {"Y003"}

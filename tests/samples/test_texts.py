"""The words vary as people's words do, and nothing of the machinery shows in them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

Tree = dict[str, Any]

TEXTS = ("content", "guidance", "results")


def _texts(visits: dict[str, Tree]) -> list[str]:
    return [visit[key] for visit in visits.values() for key in TEXTS if key in visit]


def test_nine_in_ten_visits_have_words_of_their_own(visits: dict[str, Tree]) -> None:
    year = [visit["content"] for visit in visits.values() if visit["date"].startswith("2019")]
    assert len(set(year)) > 0.9 * len(year)


def test_no_sentence_is_said_more_than_a_dozen_times(visits: dict[str, Tree]) -> None:
    sentences = Counter(
        sentence for text in _texts(visits) for sentence in re.split(r"(?<=[.?!]) ", text)
    )
    assert sentences.most_common(1)[0][1] <= 12


def test_difficulties_are_told_in_many_ways(issues: list[Tree]) -> None:
    told = Counter(issue["text"] for issue in issues)
    assert len(told) >= 45
    assert told.most_common(1)[0][1] <= 12


def test_contents_have_one_to_four_sentences(visits: dict[str, Tree]) -> None:
    for id_, visit in visits.items():
        assert 1 <= len(re.findall(r"[.?!](?: |$)", visit["content"])) <= 5, id_
        assert visit["content"].endswith("."), id_


def test_no_place_of_a_template_is_left_open(visits: dict[str, Tree], issues: list[Tree]) -> None:
    texts = [*_texts(visits), *(visit.get("venue", "") for visit in visits.values())]
    texts += [value for issue in issues for value in issue.values()]
    for text in texts:
        assert not re.search(r"[{}<>|]|  |\.\.|,,| ,| \.", text), text
        assert text == text.strip()


def test_wards_and_towns_have_quarters_and_communes_have_hamlets(
    visits: dict[str, Tree], units: dict[str, Tree]
) -> None:
    for id_, visit in visits.items():
        unit = units[visit["unit"]]
        commune = units[unit["parent"]] if unit["level"] == "branch" else unit
        word = re.search(r"chi đoàn (ấp|khóm) \w+", visit["content"])
        if word and commune["level"] == "commune" and commune.get("type", "area") == "area":
            rural = commune["name"].startswith("Xã")
            assert word[1] == ("ấp" if rural else "khóm"), id_


def test_text_is_normal_unix_and_free_of_comments(root: Path) -> None:
    for path in sorted(root.rglob("*")):
        if path.suffix in (".yml", ".md"):
            data = path.read_bytes()
            text = data.decode("utf-8")
            assert unicodedata.is_normalized("NFC", text), path
            assert b"\r" not in data, path
            assert data.endswith(b"\n"), path
            if path.suffix == ".yml":
                assert not re.search(r"(?m)^\s*#|\s#\s", text), path

"""The registry of codes says something of each, in order, and its examples can be read."""

import pytest

from generator.domain.codes import CODE_BY_NAME, CODES, Code
from generator.load.hygiene import FORBIDDEN
from generator.load.strict_yaml import read_text

LETTERS = "YSRDMPTW"


def test_codes_stand_in_order_and_once() -> None:
    names = [code.code for code in CODES]
    assert names == sorted(names, key=lambda name: (LETTERS.index(name[0]), name))
    assert len(set(names)) == len(names) == len(CODE_BY_NAME)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_every_code_is_explained(code: Code) -> None:
    for text in (code.title, code.meaning, code.mend, code.wrong, code.right):
        assert text == text.strip() != ""
        assert not FORBIDDEN.search(text)
    assert code.wrong != code.right
    assert code.title[0].isupper()
    assert not code.title.endswith(".")
    assert code.meaning.endswith((".", "…"))
    assert code.mend.endswith(".")


@pytest.mark.parametrize("code", [c for c in CODES if c.code[0] == "S"], ids=lambda c: c.code)
def test_the_mended_example_of_a_shape_reads(code: Code) -> None:
    if ":" in code.right:
        assert read_text(code.right).faults == ()


YAML_WRONG = [
    "Y000",
    "Y004",
    "Y006",
    "Y007",
    "Y008",
    "Y009",
    "Y011",
    "Y013",
    "Y014",
    "Y015",
    "Y016",
]


@pytest.mark.parametrize("name", [*YAML_WRONG, "T001", "T002"])
def test_the_wrong_example_of_reading_gives_its_code(name: str) -> None:
    code = CODE_BY_NAME[name]
    assert [fault.code for fault in read_text(code.wrong).faults] == [name]
    assert read_text(code.right).faults == ()

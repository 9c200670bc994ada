"""The reader: text stays text, places are kept, and whatever hides is refused."""

import random
import sys
import unicodedata
from typing import Any, Literal

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import strict_yaml
from generator.load.hygiene import FORBIDDEN
from generator.load.limits import LIST_LIMITS, Limits, too_large
from generator.load.strict_yaml import Document, read, read_text
from generator.submit.yaml_text import to_yaml
from tests.rows import RecordProperty

ACCEPTED = [
    character
    for number in range(sys.maxunicode + 1)
    if not FORBIDDEN.match(character := chr(number)) and not 0xD800 <= number < 0xE000
]
PARSER: Any = vars(strict_yaml)["CParser"]


class Counting:
    """A parser that counts the events asked of it: the cost, without a clock."""

    events = 0

    def __init__(self, text: str) -> None:
        self._parser = PARSER(text)

    def get_event(self) -> Any:
        """Return the next event."""
        Counting.events += 1
        return self._parser.get_event()


@pytest.fixture
def events(monkeypatch: pytest.MonkeyPatch) -> type[Counting]:
    monkeypatch.setattr(strict_yaml, "CParser", Counting)
    Counting.events = 0
    return Counting


def faults(text: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of each fault."""
    return [(fault.code, fault.line, fault.column) for fault in read_text(text).faults]


# --- text stays text ------------------------------------------------------------------------------

AS_WRITTEN = [
    "no", "No", "yes", "on", "off", "true", "True", "null", "Null", "~", "010", "0o10", "0x1F",
    "12:30", "1:2:3", "1.10", "1e3", "1_000", ".inf", "-.INF", ".nan", "0912345678", "+84912345678",
    "2019-05-20", "2019-05-20 10:00:00", "2024-02-30", "0000-01-01", "9" * 5000, "=", "!x"[1:], "-1",
    "1,5", "a#b", "a:b", "http://a.b/c?d=e#f", "<x>", "100%", "50 %", "[a", "a]", "{", "a: b", "- a",
    "# a", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a`", "'a'", '"a"', "\\", "\\n", "a\nb", "a\n",
    "\n", " a", "a ", "\ta", "", " ", "---", "...", "?", "? a", "-", "a\n\n\nb", "a\n b\n", "🙂", "ấp",
]  # fmt: skip


@pytest.mark.parametrize("text", AS_WRITTEN)
def test_row_14_every_value_stays_what_was_written(
    text: str, record_property: RecordProperty
) -> None:
    trees: list[dict[str, Any]] = [{"k": text}, {"k": [text]}, {"k": {"l": text}}]
    for tree in trees:
        assert read_text(to_yaml(tree)).tree == tree
    record_property("figure", f"the same text in {len(trees)} places")


PLAIN = [
    "no",
    "010",
    "12:30",
    "1.10",
    "0912345678",
    "~",
    "null",
    "1e3",
    "2019-05-20",
    ".inf",
    "+84",
]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_quoted_and_block_are_the_same_text(text: str) -> None:
    for written in (text, f'"{text}"', f"'{text}'", f"|-\n  {text}", f">-\n  {text}"):
        assert read_text(f"k: {written}\n").tree == {"k": text}


KEYS = [text for text in AS_WRITTEN if len(text) < 1000]
TREES = st.recursive(
    st.sampled_from(AS_WRITTEN),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3)
    ),
    max_leaves=12,
)


def any_text(chance: random.Random) -> str:
    """Return a text of letters, signs of YAML, and whatever else Unicode has."""
    plain = "aăâbcdđeêghiklmnoôơpqrstuưvxyấộữABĐ0123456789"
    pieces = (
        plain,
        plain,
        "\n\t :#-?[]{}&*!|>'\"%@`,.\\~=<",
        "".join(chance.choices(ACCEPTED, k=9)),
    )
    length = chance.choice((0, 1, 2, 5, 12, 30))
    return "".join(chance.choice(chance.choice(pieces)) for _ in range(length))


def test_row_14_ten_thousand_texts_read_as_they_were_written(
    record_property: RecordProperty,
) -> None:
    """And what is read is in NFC."""
    chance = random.Random(14)  # noqa: S311  (repeatable, not secret)
    count = 0
    for _ in range(100):
        texts = [any_text(chance) for _ in range(100)]
        document = read_text(to_yaml({"k": texts}))
        assert document.tree == {"k": [unicodedata.normalize("NFC", text) for text in texts]}
        count += len(texts)
    record_property("figure", f"{count:,} texts, 0 changed")


@given(st.text(st.characters(codec="utf-8"), max_size=60))
@settings(deadline=None)
def test_any_text_reads_as_it_was_written_or_is_refused_for_what_it_hides(text: str) -> None:
    document = read_text(to_yaml({"k": text}))
    if FORBIDDEN.search(text):
        assert {fault.code for fault in document.faults} == {"Y004"}
    else:
        assert document.tree == {"k": unicodedata.normalize("NFC", text)}


@given(TREES)
@settings(deadline=None)
def test_trees_read_as_they_were_written(value: object) -> None:
    assert read_text(to_yaml({"k": value})).tree == {"k": value}


# --- places ---------------------------------------------------------------------------------------

TEXT = """\
date: 2019-05-20
members:
  - le-van-ba
  - tran-thi-tu
issues:
  - text: |
      Thiếu loa.

      Thiếu đèn.
    due: 2019-06-01
  -
    text: Xa
"""
PLACES = {
    ("date",): (1, 1),
    ("members",): (2, 1),
    ("members", 0): (3, 5),
    ("members", 1): (4, 5),
    ("issues",): (5, 1),
    ("issues", 0): (6, 5),
    ("issues", 0, "text"): (6, 5),
    ("issues", 0, "due"): (10, 5),
    ("issues", 1): (12, 5),
    ("issues", 1, "text"): (12, 5),
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_row_12_line_ends_of_windows_and_of_old_mean_the_same(
    line_end: str, record_property: RecordProperty
) -> None:
    document = read(TEXT.replace("\n", line_end).encode())
    assert document.tree == read_text(TEXT).tree
    assert document.places == PLACES
    assert document.faults == ()
    record_property("figure", f"equal trees, {len(PLACES)} equal places")


@given(st.lists(st.text("ấp 3\n:-", max_size=20), max_size=4), st.sampled_from(["\r\n", "\r"]))
@settings(deadline=None)
def test_line_ends_never_change_what_is_meant(texts: list[str], line_end: str) -> None:
    written = to_yaml({"k": texts})
    as_is = read_text(written)
    other = read_text(written.replace("\n", line_end))
    assert (other.tree, other.places) == (as_is.tree, as_is.places)


def test_faults_have_the_same_place_whatever_ends_a_line() -> None:
    text = "a: b\nc: d\na: e\n"
    for line_end in ("\n", "\r\n", "\r"):
        assert faults(text.replace("\n", line_end)) == [("Y011", 3, 1)]


# --- what is refused ------------------------------------------------------------------------------

REFUSED = [
    ("", [("Y014", 1, 1)]),
    ("\n\n", [("Y014", 3, 1)]),
    ("# chỉ có chú thích\n", [("Y014", 2, 1)]),
    ("---\n", [("Y014", 2, 1)]),
    ("chỉ có chữ", [("Y014", 1, 1)]),
    ("- a\n- b\n", [("Y014", 1, 1)]),
    ("[a, b]\n", [("Y014", 1, 1)]),
    ("'a'\n", [("Y014", 1, 1)]),
    ("a: b\n---\nc: d\n", [("Y013", 2, 1)]),
    ("a: b\n...\n---\nc: d\n", [("Y013", 3, 1)]),
    ("%YAML 1.1\n---\na: b\n", [("Y016", 1, 1)]),
    ("%TAG ! tag:x,2019:\n---\na: b\n", [("Y016", 1, 1)]),
    ("%YAML 9.9\n---\na: b\n", [("Y016", 1, 1)]),
    ("%GÌ ĐÓ\n---\na: b\n", [("Y016", 1, 1)]),
    ("a: &b c\n", [("Y007", 1, 4)]),
    ("&b a: c\n", [("Y007", 1, 1)]),
    ("&b\na: c\n", [("Y007", 1, 1)]),
    ("a: &b [c]\n", [("Y007", 1, 4)]),
    ("a: &b {c: d}\n", [("Y007", 1, 4)]),
    ("a: &Quán\n", [("Y007", 1, 4)]),
    ("a: *b\n", [("Y008", 1, 4)]),
    ("*b : c\n", [("Y008", 1, 1)]),
    ("a: {*b : c}\n", [("Y008", 1, 5)]),
    ("a: * b\n", [("Y008", 1, 4)]),
    ("[a]: b\n", [("Y015", 1, 1)]),
    ("{a: b}: c\n", [("Y015", 1, 1)]),
    ("? [a]\n: b\n", [("Y015", 1, 3)]),
    ("? - a\n: b\n", [("Y015", 1, 3)]),
    ("<<: a\n", [("Y012", 1, 1)]),
    ("a:\n  <<: {b: c}\n", [("Y012", 2, 3)]),
    ("a: " + "[" * 12 + "]" * 12 + "\n", [("Y009", 1, 15)]),
    (f"a: {'b' * 20_001}\n", [("Y005", 1, 4)]),
    (f"{'b' * 1000}: c\n" + f"? {'b' * 20_001}\n: c\n", [("Y005", 2, 3)]),
]


@pytest.mark.parametrize(("text", "found"), REFUSED)
def test_what_hides_or_multiplies_is_refused(text: str, found: list[tuple[str, int, int]]) -> None:
    document = read_text(text)
    assert document.tree is None
    assert faults(text) == found


def test_row_17_what_is_not_one_mapping_is_refused(record_property: RecordProperty) -> None:
    """Nothing, a list or a word at the root, and more than one document."""
    cases = [(text, found) for text, found in REFUSED if found[0][0] in ("Y013", "Y014")]
    for text, found in cases:
        assert (read_text(text).tree, faults(text)) == (None, found)
    record_property("figure", f"{len(cases)} files refused")


TAGS = [
    "!", "!!str", "!!int", "!!float", "!!bool", "!!null", "!!binary", "!!timestamp", "!!omap",
    "!!pairs", "!!set", "!!seq", "!!map", "!!merge", "!!value", "!!python/none",
    "!!python/object:os.system", "!!python/object/apply:os.system", "!!python/object/new:x",
    "!!python/name:os.system", "!!python/module:os", "!!python/tuple", "!local", "!<tag:x,2019:y>",
    "!%1B%5B2J", "!Hội", "!a!b",
]  # fmt: skip


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize(
    "form",
    ["a: {tag} b\n", "a: {tag} [b]\n", "a: {tag} {{b: c}}\n", "{tag} a: b\n", "{tag}\na: b\n"],
)
def test_row_07_every_tag_is_refused_where_it_stands(
    tag: str, form: str, record_property: RecordProperty
) -> None:
    text = form.format(tag=tag)
    (fault,) = read_text(text).faults
    assert (fault.code, fault.line, fault.column) == ("Y006", 1, text.index(tag) + 1)
    assert fault.message.isprintable()
    record_property("figure", "refused at the tag")


def test_anchors_aliases_and_quoted_marks_are_plain_text_inside_quotes() -> None:
    for text in ("&a", "*a", "!a", "<<", "%a", "--- a"):
        assert read_text(f'k: "{text}"\n"{text}": v\n').tree == {"k": text, text: "v"}


# --- the same key twice ---------------------------------------------------------------------------


def told_of_twins(number: int, form: Literal["NFC", "NFD"]) -> int:
    """Repeat a key a thousand times over, in a Unicode form; return how often both lines are told."""
    chance = random.Random(number)  # noqa: S311  (repeatable, not secret)
    for _ in range(1000):
        keys = list({"".join(chance.choices("ăấđêơữnk0_", k=4)) + "ạ" for _ in range(6)})
        twin = chance.randrange(len(keys))
        again = unicodedata.normalize(form, keys[twin])
        document = read_text("".join(f"{key}: v\n" for key in (*keys, again)))
        (fault,) = [fault for fault in document.faults if fault.code == "Y011"]
        assert (fault.line, fault.column) == (len(keys) + 1, 1)
        assert fault.message == f"Khóa “{keys[twin]}” ghi hai lần (lần đầu ở dòng {twin + 1})."
        assert document.tree is None
    return 1000


def test_row_05_the_same_key_twice_is_told_with_both_lines(
    record_property: RecordProperty,
) -> None:
    record_property(
        "figure", f"{(told := told_of_twins(5, 'NFC')):,} files, both lines told in each"
    )
    assert told == 1000


def test_row_06_a_key_composed_and_taken_apart_is_the_same_key(
    record_property: RecordProperty,
) -> None:
    record_property(
        "figure", f"{(told := told_of_twins(6, 'NFD')):,} files, both lines told in each"
    )
    assert told == 1000


def test_every_repeated_key_is_told_in_every_depth() -> None:
    text = "a: 1\na: 2\nb:\n  c: 1\n  c: 2\nd: {e: 1, e: 2}\na: 3\n"
    assert faults(text) == [("Y011", 2, 1), ("Y011", 5, 3), ("Y011", 6, 11), ("Y011", 7, 1)]


def test_faults_found_before_the_text_ends_unreadable_are_kept() -> None:
    assert faults("a: 1\na: 2\nb: *c\n") == [("Y011", 2, 1), ("Y008", 3, 4)]
    assert faults("a: 1\na: 2\nb: @c\n") == [("Y011", 2, 1), ("Y000", 3, 4)]


# --- cost -----------------------------------------------------------------------------------------


def test_row_01_an_alias_bomb_is_refused_at_its_first_anchor(
    events: type[Counting], record_property: RecordProperty
) -> None:
    """Nothing is expanded; the cost is counted in events."""
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(1000))
    assert faults(bomb) == [("Y007", 1, 4)]
    assert events.events == 5
    record_property("figure", f"{bomb.count('*'):,} aliases, {events.events} events read")


def test_row_02_a_merge_bomb_is_refused_at_its_first_anchor(
    events: type[Counting], record_property: RecordProperty
) -> None:
    bomb = "a0: &a0 {k: v}\n" + "".join(
        f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 30)
    )
    assert faults(bomb) == [("Y007", 1, 5)]
    assert events.events == 5
    record_property("figure", f"{bomb.count('<<')} levels, {events.events} events read")
    # A merge that no anchor announces.
    assert faults("a: {<<: {b: c}}\n") == [("Y012", 1, 5)]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_row_03_deep_nesting_is_refused_at_the_limit(
    opening: str, events: type[Counting], record_property: RecordProperty
) -> None:
    """Without the limit libyaml would crash or take half a minute."""
    text = "a: " + opening * 1_000_000 if opening[0] in "[{" else "a:\n " + opening * 1_000_000
    (fault,) = read(text.encode(), Limits(size=10**8)).faults
    assert fault.code in ("Y009", "Y015")
    assert events.events < 40
    record_property("figure", f"1,000,000 levels, {events.events} events read")


def test_row_04_a_large_file_is_refused_unread(
    events: type[Counting], record_property: RecordProperty
) -> None:
    assert read(b"a: " + b"b" * 64 * 1024) == Document(None, (too_large(65_539, Limits()),))
    assert events.events == 0
    record_property("figure", "65,539 bytes, 0 events read")


def test_row_04_many_keys_are_refused_at_the_limit(
    events: type[Counting], record_property: RecordProperty
) -> None:
    text = "".join(f"k{n}: v\n" for n in range(300_000)).encode()
    (fault,) = read(text, Limits(size=LIST_LIMITS.size, events=5_000)).faults
    assert fault.code == "Y010"
    assert fault.message == "Tệp có quá nhiều mục (hơn 5000)."
    assert events.events == 5_001
    record_property("figure", f"300,000 keys, {events.events:,} events read")


def test_the_limits_are_inclusive() -> None:
    deep = "a: " + "[" * 11 + "]" * 11 + "\n"
    assert read_text(deep).faults == ()
    assert read_text(f"a: {'b' * 20_000}\n").faults == ()
    assert read(b"a: b" + b"\n" * (64 * 1024 - 4)).faults == ()
    seven_events = "a: b\n"
    assert read_text(seven_events, Limits(events=8)).faults == ()
    assert [f.code for f in read_text(seven_events, Limits(events=7)).faults] == ["Y010"]


# --- comments -------------------------------------------------------------------------------------

ALONE = (
    "Bản ghi có dòng chú thích #; các công cụ nhập liệu sẽ làm mất nó.",
    "Chuyển nội dung vào khóa internal.note, hoặc xóa đi.",
)
BEHIND = (
    "Phần từ dấu # đến hết dòng bị coi là chú thích, không được đọc.",
    "Nếu đó là nội dung thì đặt cả giá trị trong dấu nháy; nếu không thì xóa đi.",
)
COMMENTS: list[tuple[str, list[tuple[int, int, tuple[str, str]]]]] = [
    ("# a\nb: c\n", [(1, 1, ALONE)]),
    ("b: c # a # d\n", [(1, 6, BEHIND)]),
    ("b: c\n  # a\n#\n", [(2, 3, ALONE), (3, 1, ALONE)]),
    ("b: #a\n", [(1, 4, BEHIND)]),
    ("b: a#b\n", []),
    ('b: "a # b"\n', []),
    ("b: 'a # b'\n", []),
    ("b: |\n  # a\n  c\n", []),
    ("b: >\n  # a\n  c\n", []),
    ("b: | # a\n  c\n", [(1, 6, BEHIND)]),
    ("b: |\n  c\n# a\nd: e\n", [(3, 1, ALONE)]),
    ("b: |\n  c\n # a\nd: e\n", [(3, 2, ALONE)]),
    ("b: [c, # a\n  d]\n", [(1, 8, BEHIND)]),
    ("'#a': b\n", []),
    ("b: c\r\n# a\r\n", [(2, 1, ALONE)]),
    ("b: c\n# a", [(2, 1, ALONE)]),
]


@pytest.mark.parametrize(("text", "found"), COMMENTS)
def test_comments_are_warned_about_where_they_stand(
    text: str, found: list[tuple[int, int, tuple[str, str]]]
) -> None:
    document = read_text(text)
    assert document.tree is not None
    told = [(f.line, f.column, (f.message, f.hint)) for f in document.faults if f.code == "T001"]
    assert told == found


@given(st.lists(st.text("# ab:\n-'\"", max_size=12), max_size=5))
@settings(deadline=None)
def test_what_is_written_by_the_project_never_holds_a_comment(texts: list[str]) -> None:
    assert read_text(to_yaml({"k": texts})).faults == ()


# --- small things ---------------------------------------------------------------------------------


def test_composed_text_is_read_and_warned_about_once() -> None:
    document = read_text(unicodedata.normalize("NFD", "tên: Ấp Cồn Cò\n"))
    assert document.tree == {"tên": "Ấp Cồn Cò"}
    assert [fault.code for fault in document.faults] == ["T003"]


def test_empty_values_are_empty_text() -> None:
    assert read_text("a:\nb: ''\nc: []\nd: {}\ne:\n-\n").tree == {
        "a": "", "b": "", "c": [], "d": {}, "e": [""],
    }  # fmt: skip


def test_a_question_mark_may_open_a_key() -> None:
    assert read_text("? a\n: b\n").tree == {"a": "b"}


@given(st.binary(max_size=80) | st.text("a: \n-[]{}'\"|>&*!#%@`,?\t<", max_size=60).map(str.encode))
@settings(max_examples=500, deadline=None)
def test_anything_is_a_tree_or_faults(data: bytes) -> None:
    document = read(data)
    assert (document.tree is None) <= bool(document.faults)
    for fault in document.faults:
        assert fault.line >= 1
        assert fault.column >= 1
        assert fault.message
        assert fault.hint


@given(st.text("ab: \n-[]{}'\"|>,?\t", max_size=40))
@settings(max_examples=500, deadline=None)
def test_what_is_accepted_is_what_another_reader_takes_it_for(text: str) -> None:
    document = read_text(text)
    # The pure parser refuses some tabs that libyaml and the standard take for spaces.
    if document.tree is not None and "\t" not in text:
        assert document.tree == yaml.load(text, yaml.BaseLoader)

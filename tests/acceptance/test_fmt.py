"""`congtac fmt` as people and hooks run it."""

import shutil
import stat
import unicodedata
from pathlib import Path

import pytest

from generator.load.article_text import read_article
from generator.load.strict_yaml import read
from tests.commands import ROOT, congtac

LOOSE = """\
kind: "sinh-hoat"
date: '2019-05-20'
members: [le-van-ba, tran-thi-tu]
venue: ''
unit:   99901-binh-an
content: >-
  Họp lệ chi đoàn
  ấp 3: 18 đoàn viên 😀.
turnout: {members: 18, youth: ""}
"""
TIDY = """\
date: 2019-05-20
unit: 99901-binh-an
kind: sinh-hoat
members:
  - le-van-ba
  - tran-thi-tu
content: "Họp lệ chi đoàn ấp 3: 18 đoàn viên 😀."
turnout:
  members: 18
"""
ARTICLE = (
    "---\r\ntitle: Tin\r\ndate: 2019-05-24\r\ntags: []\r\n---\r\n\r\n# Đầu\r\n\r\n---\r\n  - x\r\n"
)
TIDY_ARTICLE = "---\ntitle: Tin\ndate: 2019-05-24\n---\n\n# Đầu\n\n---\n  - x\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "records"
    (root / "visits/2019").mkdir(parents=True)
    (root / "articles/2019").mkdir(parents=True)
    return root


@pytest.fixture
def visit(root: Path) -> Path:
    return put(root / "visits/2019/2019-05-20-a.yml", LOOSE)


def put(file: Path, text: str) -> Path:
    file.write_bytes(text.encode())
    return file


def test_records_are_put_into_canonical_form_once(root: Path, visit: Path) -> None:
    article = put(root / "articles/2019/2019-05-24-tin.md", ARTICLE)
    ended = congtac("fmt", cwd=root.parent)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (
        "Đã viết lại records/articles/2019/2019-05-24-tin.md.\n"
        "Đã viết lại records/visits/2019/2019-05-20-a.yml.\n"
        "Đã viết lại 2 trong 2 tệp.\n"
    )
    assert visit.read_bytes().decode() == TIDY
    assert article.read_bytes().decode() == TIDY_ARTICLE
    assert sorted(each.name for each in visit.parent.iterdir()) == [visit.name], "no traces"
    again = congtac("fmt", cwd=root.parent)
    assert (again.code, again.out) == (0, "2 tệp đều đúng dạng chuẩn.\n")


def test_check_shows_the_difference_and_writes_nothing(root: Path, visit: Path) -> None:
    put(root / "visits/2019/2019-05-21-b.yml", TIDY)
    before = visit.stat()
    ended = congtac("fmt", "--check", cwd=root.parent)
    assert (ended.code, ended.err) == (1, "")
    lines = ended.out.splitlines()
    assert lines[:3] == [
        "--- a/records/visits/2019/2019-05-20-a.yml",
        "+++ b/records/visits/2019/2019-05-20-a.yml",
        "@@ -1,9 +1,9 @@",
    ]
    assert '-kind: "sinh-hoat"' in lines
    assert "+kind: sinh-hoat" in lines
    assert lines[-1] == "1 trong 2 tệp chưa đúng dạng chuẩn. Chạy congtac fmt."
    assert visit.read_text() == LOOSE
    assert visit.stat().st_mtime_ns == before.st_mtime_ns


def test_only_line_ends_can_differ_and_are_shown(root: Path) -> None:
    file = put(root / "visits/2019/2019-05-20-a.yml", TIDY.replace("\n", "\r\n"))
    ended = congtac("fmt", "--check", cwd=root.parent)
    assert ended.code == 1
    assert "-date: 2019-05-20␍" in ended.out.splitlines()
    assert congtac("fmt", cwd=root.parent).code == 0
    assert file.read_bytes().decode() == TIDY


def test_a_missing_line_end_at_the_end_is_shown(root: Path) -> None:
    put(root / "visits/2019/2019-05-20-a.yml", TIDY.removesuffix("\n"))
    ended = congtac("fmt", "--check", cwd=root.parent)
    assert ended.code == 1
    assert "-\\ Cuối tệp không xuống dòng" in ended.out.splitlines()


def test_letters_in_pieces_are_put_together(root: Path) -> None:
    file = put(root / "visits/2019/2019-05-20-a.yml", unicodedata.normalize("NFD", TIDY))
    article = put(root / "articles/2019/a.md", unicodedata.normalize("NFD", TIDY_ARTICLE))
    assert congtac("fmt", cwd=root.parent).code == 0
    assert file.read_bytes().decode() == TIDY
    assert article.read_bytes().decode() == TIDY_ARTICLE


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("date: 2019-05-20 # thứ Hai\n", "a.yml:1:18 T001 "),
        ("date: 2019-05-20\ndate: 2019-05-21\n", "a.yml:2:1 Y011 "),
        ("content: a: b\n", "a.yml:1:11 Y000 "),
        ("content: &x a\n", "a.yml:1:10 Y007 "),
        ("", "a.yml:1:1 Y014 Tệp trống."),
        ("content: a\u200bb\n", "a.yml:1:11 Y004 "),
        ("content: " + "x" * 70_000, "a.yml:1:1 Y001 "),
    ],
)
def test_a_file_that_would_lose_something_stays_as_it_is(
    root: Path, visit: Path, broken: str, told: str
) -> None:
    file = put(root / "visits/2019/a.yml", broken)
    for options in ((), ("--check",)):
        ended = congtac("fmt", *options, cwd=root.parent)
        assert ended.code == 1
        assert ended.err.startswith(f"records/visits/2019/{told}")
        assert "Traceback" not in ended.err
        assert ended.out.endswith("1 tệp giữ nguyên vì lỗi nêu trên.\n")
        assert file.read_bytes().decode() == broken
    assert visit.read_text() == TIDY, "the others are put into form"


def test_a_file_that_canonical_form_would_make_too_large_stays(root: Path) -> None:
    text = "topics: [" + ",".join("a" * 9 for _ in range(4500)) + "]\n"
    file = put(root / "visits/2019/a.yml", text + "content: " + "x" * 15_000 + "\n")
    ended = congtac("fmt", cwd=root.parent)
    assert ended.code == 1
    assert ended.err.startswith(
        "records/visits/2019/a.yml: Dạng chuẩn của tệp này không đọc lại được như cũ: Tệp lớn "
    )
    assert file.read_text().startswith("topics: [aaaaaaaaa,")


def test_comments_in_front_matter_are_kept_by_refusing_but_a_heading_is_none(root: Path) -> None:
    put(root / "articles/2019/a.md", "---\ntitle: Tin # x\n---\n# Đầu\n")
    put(root / "articles/2019/b.md", "---\ntitle: Tin\n---\n# Đầu\n")
    ended = congtac("fmt", cwd=root.parent)
    assert ended.code == 1
    assert ended.err.startswith("records/articles/2019/a.md:2:12 T001 ")
    assert "b.md" not in ended.err


def test_only_the_files_and_folders_asked_for_are_touched(root: Path, visit: Path) -> None:
    other = put(root / "visits/2019/2019-05-21-b.yml", LOOSE)
    article = put(root / "articles/2019/2019-05-24-tin.md", ARTICLE)
    assert congtac("fmt", "records/visits/2019/2019-05-20-a.yml", cwd=root.parent).code == 0
    assert (visit.read_text(), other.read_text()) == (TIDY, LOOSE)
    ended = congtac("fmt", "records/visits", visit, cwd=root.parent)
    assert (ended.code, ended.out.splitlines()[-1]) == (0, "Đã viết lại 1 trong 2 tệp.")
    assert article.read_bytes().decode() == ARTICLE


def test_what_is_no_record_is_left_alone(root: Path, visit: Path) -> None:
    (root / "media/2019").mkdir(parents=True)
    picture = put(root / "media/2019/a.jpg", "x")
    keep = put(root / "visits/.gitkeep", "")
    stray = put(root / "visits/2019/Ghi chú.txt", "#x")
    assert congtac("fmt", cwd=root.parent).code == 0
    assert congtac("fmt", picture, keep, visit, cwd=root.parent).code == 0
    assert (picture.read_text(), keep.read_text(), stray.read_text()) == ("x", "", "#x")
    asked = congtac("fmt", stray, cwd=root.parent)
    assert (asked.code, asked.err) == (
        2,
        "records/visits/2019/Ghi chú.txt không nằm ở chỗ của một bản ghi.\n",
    )


def test_a_link_is_not_followed(root: Path, visit: Path) -> None:
    outside = put(root.parent / "outside.yml", LOOSE)
    link = root / "visits/2019/2019-05-21-b.yml"
    link.symlink_to(outside)
    ended = congtac("fmt", cwd=root.parent)
    assert ended.code == 1
    assert ended.err == (
        "records/visits/2019/2019-05-21-b.yml: "
        "Đây không phải là một tệp thường (có thể là liên kết tắt).\n"
    )
    assert link.is_symlink()
    assert outside.read_text() == LOOSE
    assert visit.read_text() == TIDY


def test_the_mode_of_a_file_stays(root: Path, visit: Path) -> None:
    visit.chmod(0o640)
    assert congtac("fmt", cwd=root.parent).code == 0
    assert stat.S_IMODE(visit.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--records", "nowhere", "fmt"), "Không có thư mục bản ghi nowhere.\n"),
        (("fmt", "records/visits/2019/x.yml"), "Không có tệp records/visits/2019/x.yml.\n"),
        (("fmt", "elsewhere.yml"), "elsewhere.yml không nằm trong thư mục bản ghi records.\n"),
    ],
)
def test_a_call_that_names_nothing_is_wrong(
    root: Path, arguments: tuple[str, ...], told: str
) -> None:
    ended = congtac(*arguments, cwd=root.parent)
    assert (ended.code, ended.err) == (2, told)


def test_the_sample_records_are_in_canonical_form_and_keep_their_meaning(tmp_path: Path) -> None:
    records = shutil.copytree(ROOT / "records", tmp_path / "records")
    before = {file: meaning(file) for file in files(records)}
    ended = congtac("fmt", "--check", cwd=tmp_path)
    assert ended.code == 0, ended.out
    for file in before:
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert congtac("fmt", cwd=tmp_path).code == 0
    assert {file: meaning(file) for file in files(records)} == before
    assert all(file.read_bytes() == original(file, records) for file in before)


def files(records: Path) -> list[Path]:
    return sorted((*records.rglob("*.yml"), *records.rglob("*.md")))


def original(file: Path, records: Path) -> bytes:
    return (ROOT / "records" / file.relative_to(records)).read_bytes()


def meaning(file: Path) -> object:
    data = file.read_bytes()
    if file.suffix == ".md":
        article = read_article(data)
        return article.front.tree, article.body
    return read(data).tree

"""`congtac export` as its users call it. Source: design, section 3, `export`."""

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import load_workbook

from tests.builders import item, member, part_time, plan, policy, records, visit, write
from tests.commands import called, congtac

HELD = (
    policy(annual_days=2),
    member("an", name="Lê Thị An"),
    member("ba", name="Trần Văn Ba"),
    member("khach", part_time(), name="Thạch Khách"),
    visit(
        "2019-03-05", "ap-3", members=["an", "ba"], issues=[{"text": "Kín.", "public_text": "Hở."}]
    ),
    visit(
        "2019-05-10",
        "ham-giang",
        unit="ham-giang",
        end_date="2019-05-11",
        internal={"note": "Kín."},
    ),
    visit("2020-02-04", members=["ba"]),
    plan(
        2019,
        "an",
        item("t05", 5, unit="ham-giang", days="2"),
        approvals=[{"period": "2019", "date": "2019-01-05", "by": "Thường trực"}],
    ),
)
PERIOD = ("--period", "2019")
MEMBER = ("--period", "2019", "--member", "an")
VISIT = ("--visit", "2019-05-10-ham-giang")
PLAN = ("--plan", "2019")
DAY = ("--as-of", "2020-03-15")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a folder with records that pin no day."""
    write(records(*HELD), tmp_path / "records")
    return tmp_path


def exported(tree: Path, form: str, *which: str) -> bytes:
    """Return the file that the command writes, and see that it says so and nothing else."""
    ended = called("export", form, *which, "--out", f"ra.{form}", *DAY, cwd=tree)
    assert (ended.code, ended.out, ended.err) == (0, f"Đã xuất ra ra.{form}.\n", "")
    assert sorted(each.name for each in tree.iterdir()) == [f"ra.{form}", "records"]
    return (tree / f"ra.{form}").read_bytes()


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode(), newline="")))


def picked(held: list[dict[str, Any]], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(each[name] for name in names) for each in held]


def as_json(content: bytes) -> dict[str, Any]:
    """Return the object, whose notice comes first and stands once."""
    told: dict[str, Any] = json.loads(content)
    assert next(iter(told)) == "notice"
    assert content.count(b'"notice":') == 1
    return told


class TestCsv:
    def test_a_year_is_everyone_against_the_target(self, tree: Path) -> None:
        content = exported(tree, "csv", *PERIOD)
        assert not content.startswith(b"\xef\xbb\xbf")
        assert picked(rows(content), "member", "days", "target", "status", "notice") == [
            ("an", "3", "2", "reached", "DỮ LIỆU MẪU"),
            ("ba", "1", "2", "short", "DỮ LIỆU MẪU"),
        ]

    def test_a_shorter_period_is_everyone_in_it(self, tree: Path) -> None:
        held = rows(exported(tree, "csv", "--period", "2019-Q2"))
        assert picked(held, "period", "member", "days", "cumulative_days", "visits") == [
            ("2019-Q2", "an", "2", "3", "1"),
            ("2019-Q2", "ba", "0", "1", "0"),
        ]

    def test_a_member_is_that_members_visits(self, tree: Path) -> None:
        held = rows(exported(tree, "csv", *MEMBER))
        assert picked(held, "id", "credited_days") == [
            ("2019-03-05-ap-3", "2"),
            ("2019-05-10-ham-giang", "2"),
        ]

    def test_a_visit(self, tree: Path) -> None:
        held = rows(exported(tree, "csv", *VISIT))
        assert picked(held, "id", "date", "end_date", "members", "days") == [
            ("2019-05-10-ham-giang", "2019-05-10", "2019-05-11", "an", "2")
        ]
        assert "note" not in held[0]

    def test_a_visit_as_the_organisation_sees_it(self, tree: Path) -> None:
        held = rows(exported(tree, "csv", *VISIT, "--audience", "internal"))
        assert picked(held, "note", "notice") == [("Kín.", "NỘI BỘ; DỮ LIỆU MẪU")]

    @pytest.mark.parametrize("whose", [(), ("--member", "an")])
    def test_plans(self, tree: Path, whose: tuple[str, ...]) -> None:
        held = rows(exported(tree, "csv", *PLAN, *whose))
        assert picked(held, "year", "member", "item", "unit") == [
            ("2019", "an", "t05", "ham-giang")
        ]


class TestJson:
    def test_a_year(self, tree: Path) -> None:
        told = as_json(exported(tree, "json", *PERIOD))
        assert (told["notice"], told["as_of"], told["period"]) == (
            *("DỮ LIỆU MẪU", "2020-03-15"),
            "2019",
        )
        assert (told["total_days"], told["mean_days"]) == ("4", "2.0")
        assert picked(told["members"], "id", "days") == [("an", "3"), ("ba", "1")]

    def test_a_member(self, tree: Path) -> None:
        told = as_json(exported(tree, "json", *MEMBER))
        assert list(told) == ["notice", "as_of", "period", "member", "visits", "issues"]
        assert (told["member"]["id"], told["member"]["days"]) == ("an", "3")
        assert picked(told["visits"], "id") == [("2019-03-05-ap-3",), ("2019-05-10-ham-giang",)]
        assert picked(told["issues"], "visit", "text") == [("2019-03-05-ap-3", "Hở.")]

    def test_a_visit(self, tree: Path) -> None:
        told = as_json(exported(tree, "json", *VISIT))
        assert list(told) == ["notice", "as_of", "visit", "issues"]
        assert (told["visit"]["id"], told["visit"]["days"]) == ("2019-05-10-ham-giang", 2)
        assert told["visit"]["credited_days"] == "2"
        assert told["issues"] == []

    def test_plans(self, tree: Path) -> None:
        told = as_json(exported(tree, "json", *PLAN))
        assert list(told) == ["notice", "as_of", "year", "items"]
        assert told["year"] == 2019
        assert picked(told["items"], "member", "item", "planned_days") == [("an", "t05", "2")]


@pytest.mark.parametrize(
    ("which", "said"),
    [
        (PERIOD, "Trần Văn Ba"),
        (MEMBER, "Lê Thị An"),
        (VISIT, "Thời gian: từ ngày 10/05/2019 đến ngày 11/05/2019"),
        (PLAN, "Lê Thị An"),
    ],
)
def test_docx_is_a_document_of_it(tree: Path, which: tuple[str, ...], said: str) -> None:
    document = docx.Document(BytesIO(exported(tree, "docx", *which)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert said in "\n".join([*(each.text for each in document.paragraphs), *cells])


@pytest.mark.parametrize(
    ("which", "first", "title", "said"),
    [
        (PERIOD, "Kết quả", "Kết quả đi công tác cơ sở, năm 2019", "Trần Văn Ba"),
        (MEMBER, "Kết quả", "Kết quả đi công tác cơ sở, đồng chí Lê Thị An, năm 2019", "Lê Thị An"),
        (
            VISIT,
            "Chuyến đi",
            "Chuyến đi cơ sở ngày 10/05/2019, Ham-Giang, Tra-Cu",
            "Ham-Giang, Tra-Cu",
        ),
        (PLAN, "Kế hoạch", "Kế hoạch đi công tác cơ sở, năm 2019", "Lê Thị An"),
    ],
)
def test_xlsx_is_a_workbook_of_it(
    tree: Path, which: tuple[str, ...], first: str, title: str, said: str
) -> None:
    book = load_workbook(BytesIO(exported(tree, "xlsx", *which)))
    assert book.sheetnames[0] == first
    assert (book.properties.title, book.properties.description) == (title, "DỮ LIỆU MẪU")
    texts = [cell.value for row in book[first].iter_rows() for cell in row]
    assert said in texts


def test_it_replaces_what_the_file_held(tree: Path) -> None:
    (tree / "ra.csv").write_text("cũ", encoding="utf-8")
    assert exported(tree, "csv", *VISIT).startswith(b"id,date,")


@pytest.mark.parametrize("form", ["csv", "json", "docx", "xlsx"])
def test_the_same_records_give_the_same_bytes(tree: Path, form: str) -> None:
    assert exported(tree, form, *PERIOD) == exported(tree, form, *PERIOD)


ONE = "Chọn đúng một trong --period, --visit và --plan."


@pytest.mark.parametrize(
    ("form", "which", "said"),
    [
        ("csv", (), ONE),
        ("csv", ("--member", "an"), ONE),
        ("csv", (*PERIOD, *VISIT), ONE),
        ("csv", (*PERIOD, *PLAN), ONE),
        ("csv", (*VISIT, *PLAN), ONE),
        ("csv", (*VISIT, "--member", "an"), "--member chỉ đi với --period hoặc --plan."),
        ("pdf", PERIOD, "Không xuất được dạng “pdf”; chọn csv, json, docx hoặc xlsx."),
        (
            *("csv", ("--period", "2019-13")),
            "“2019-13” không phải là kỳ; viết 2019, 2019-H1, 2019-Q2 hoặc 2019-03.",
        ),
        ("csv", ("--period", "2017"), "Chưa có số liệu của kỳ 2017."),
        ("json", ("--period", "2020-Q3"), "Chưa có số liệu của kỳ 2020-Q3."),
        ("csv", (*PERIOD, "--member", "dao"), "Không có Ủy viên “dao”."),
        (
            *("csv", (*PERIOD, "--member", "khach")),
            "“khach” không phải là Ủy viên BCH chuyên trách trong kỳ 2019.",
        ),
        ("xlsx", ("--visit", "2019-01-01-khong"), "Không có chuyến đi “2019-01-01-khong”."),
        ("docx", ("--plan", "2020"), "Không có kế hoạch năm 2020."),
        ("docx", (*PLAN, "--member", "dao"), "Không có Ủy viên “dao”."),
        ("docx", (*PLAN, "--member", "ba"), "“ba” không có kế hoạch năm 2019."),
    ],
)
def test_what_cannot_be_exported_is_refused(
    tree: Path, form: str, which: tuple[str, ...], said: str
) -> None:
    ended = called("export", form, *which, "--out", "ra.tep", *DAY, cwd=tree)
    assert (ended.code, ended.out, ended.err) == (2, "", f"{said}\n")
    assert [each.name for each in tree.iterdir()] == ["records"]


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("records", "records là một thư mục; ghi cả tên tệp sau --out."),
        ("khong/ra.csv", "Không có thư mục khong."),
    ],
)
def test_where_no_file_can_be_is_refused(tree: Path, out: str, said: str) -> None:
    before = sorted(tree.rglob("*"))
    ended = called("export", "csv", *PERIOD, "--out", out, *DAY, cwd=tree)
    assert (ended.code, ended.out, ended.err) == (2, "", f"{said}\n")
    assert sorted(tree.rglob("*")) == before


def test_a_refusal_leaves_what_the_file_held(tree: Path) -> None:
    (tree / "ra.csv").write_text("cũ", encoding="utf-8")
    assert called("export", "csv", "--plan", "2020", "--out", "ra.csv", cwd=tree).code == 2
    assert (tree / "ra.csv").read_text(encoding="utf-8") == "cũ"


def test_a_form_without_an_item_is_refused(tree: Path) -> None:
    parts = records(member("an"), visit("2019-03-05"), plan(2019, "an", item("t05", 5)))
    write(parts, tree / "chua-duyet")
    where = ("--records", "chua-duyet", *DAY)
    ended = called("export", "docx", *PLAN, "--out", "ra.docx", *where, cwd=tree)
    said = (
        "Không có mục nào của kế hoạch năm 2019 để đưa vào bản đăng ký. Bản công khai chỉ có mục "
        "đã duyệt của tháng đã qua."
    )
    assert (ended.code, ended.out, ended.err) == (2, "", f"{said}\n")
    assert not (tree / "ra.docx").exists()
    internal = ("--audience", "internal", *where)
    assert called("export", "docx", *PLAN, "--out", "ra.docx", *internal, cwd=tree).code == 0


def test_nothing_is_made_of_unsound_records(tree: Path) -> None:
    (tree / "records/visits/2020/2020-02-04-ap-3.yml").write_text("sai", encoding="utf-8")
    ended = called("export", "csv", *PERIOD, "--out", "ra.csv", *DAY, cwd=tree)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.endswith("Bản ghi còn lỗi nên chưa làm gì cả.\n")
    assert "records/visits/2020/2020-02-04-ap-3.yml:1:" in ended.err
    assert [each.name for each in tree.iterdir()] == ["records"]


def test_the_real_command_does_the_same(tree: Path) -> None:
    ended = congtac("export", "csv", *VISIT, "--out", "ra.csv", cwd=tree)
    assert (ended.code, ended.out, ended.err) == (0, "Đã xuất ra ra.csv.\n", "")
    assert rows((tree / "ra.csv").read_bytes())[0]["id"] == "2019-05-10-ham-giang"

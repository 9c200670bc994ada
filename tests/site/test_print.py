"""Printed pages hold figures and tables, and nothing to click. Source: issue *Site*, For all."""

from pathlib import Path

import pytest

from tests.web import harness
from tests.web.test_letters import printed

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", ["60,4", "785", "10/13", "Kết quả năm 2019", "DỮ LIỆU MẪU"]),
        ("ket-qua/2019/", ["60,4", "785", "Số ngày công tác cơ sở năm 2019", "Quý I/2019"]),
        ("ket-qua/2019/05/", ["Trong kỳ", "Lũy kế", "Từng đồng chí"]),
    ],
)
def test_figures_and_tables_are_printed_without_what_one_clicks(
    visitor: harness.Visitor, public_site: Path, tmp_path: Path, address: str, words: list[str]
) -> None:
    with harness.serve(public_site) as base:
        text = printed(visitor, base + address, tmp_path / "trang.pdf")
    assert [each for each in words if each not in text] == []
    assert "Tìm kiếm" not in text
    assert "Trong trang này" not in text

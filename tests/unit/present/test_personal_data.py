"""The page on personal data: what is shown, why, for how long, how to ask, who answers and when."""

import pytest

from generator.present.personal_data import personal_data_page
from tests.builders import organisation
from tests.unit.present.views import Outline, view

PUBLIC = {"forge": "github", "url": "https://github.com/a/b", "public": "true"}
WEBSITE = {"url": "https://doan.test"}


def page(**keys: object) -> str:
    (made,) = personal_data_page(view(organisation(**keys)))
    assert made.address == "huong-dan/du-lieu-ca-nhan/"
    outline = Outline(made.body)
    assert (outline.faults, [each.id for each in made.headings if each.id not in outline.ids]) == (
        [],
        [],
    )
    return made.body


@pytest.mark.parametrize(
    "said",
    [
        "Luật số 91/2025/QH15",
        "Nghị định 356/2025",
        "từ đủ 7 tuổi chỉ được công bố khi chính em đó và cha mẹ hoặc người giám hộ cùng đồng ý",
        "Cơ quan trả lời trong 2 ngày làm việc.",
        "dưới 3 người thì không nêu số",
        "Gửi yêu cầu đến Ban Chấp hành Tỉnh đoàn",
        "biến khỏi mọi trang, ô tìm kiếm, bản tin, lịch và bảng số liệu",
    ],
)
def test_it_says_what_a_reader_asks(said: str) -> None:
    assert said in page()


@pytest.mark.parametrize(
    ("keys", "link"),
    [
        ({"website": WEBSITE}, "https://doan.test"),
        ({"repository": PUBLIC}, "https://github.com/a/b/issues/new"),
    ],
)
def test_it_names_where_a_request_goes(keys: dict[str, object], link: str) -> None:
    assert f'Tỉnh đoàn: <a href="{link}">{link}</a>. Cho biết' in page(**keys)


def test_without_an_address_it_names_the_organisation_alone() -> None:
    assert "Gửi yêu cầu đến Ban Chấp hành Tỉnh đoàn. Cho biết" in page()

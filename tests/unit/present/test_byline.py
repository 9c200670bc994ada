"""The line below an article. Source: the source article; issue *News*, Publishing."""

import pytest

from generator.present.byline import byline, is_pictured
from tests.builders import member, visit
from tests.unit.present.views import article, photo, view


@pytest.mark.parametrize(
    ("department", "photo_credit", "pictured", "line"),
    [
        ("TC-KT", "Lâm Hồng Đào", True, "Tin, ảnh: Lâm Hồng Đào (TC-KT)"),
        ("TC-KT", "Kim Đào", True, "Tin: Lâm Hồng Đào (TC-KT) – Ảnh: Kim Đào"),
        ("TC-KT", None, True, "Lâm Hồng Đào (TC-KT)"),
        (None, "Lâm Hồng Đào", True, "Tin, ảnh: Lâm Hồng Đào"),
        (None, "Kim Đào", True, "Tin: Lâm Hồng Đào – Ảnh: Kim Đào"),
        (None, None, True, "Lâm Hồng Đào"),
        ("TC-KT", "Lâm Hồng Đào", False, "Lâm Hồng Đào (TC-KT)"),
        ("TC-KT", "Kim Đào", False, "Lâm Hồng Đào (TC-KT)"),
        (None, None, False, "Lâm Hồng Đào"),
    ],
)
def test_it_names_the_author_and_whose_the_photos_are(
    *, department: str | None, photo_credit: str | None, pictured: bool, line: str
) -> None:
    written = article(department=department, photo_credit=photo_credit)
    assert byline(written, pictured=pictured) == line


@pytest.mark.parametrize(
    ("body", "cover", "shown"),
    [
        ("Chữ.", None, False),
        ("Chữ.", "2019/bia.jpg", True),
        ("![Họp](2019/hop.jpg)", None, True),
        # An outsider sees neither a photo without consent nor one that is not there.
        ("![Họp](2019/rieng.jpg)", None, False),
        ("![Họp](2019/khong-co.jpg)", "2019/khong-co.jpg", False),
        ("`![Họp](2019/hop.jpg)`", None, False),
    ],
)
def test_an_article_is_pictured_if_the_audience_sees_a_photo(
    *, body: str, cover: str | None, shown: bool
) -> None:
    photos = [photo("2019/hop.jpg"), photo("2019/rieng.jpg", consent=False)]
    written = article(body=body, cover=cover)
    seen = view(
        member("an"),
        visit("2019-03-05", photos=photos),
        pictures=["2019/hop.jpg", "2019/rieng.jpg", "2019/bia.jpg"],
        articles=[written],
    )
    assert is_pictured(written, seen) is shown

"""What the built site must hold. Source: issue *Main job*, "It is done when", and design, section 4."""

import json
import re
from pathlib import Path

import pytest
import yaml

from tests.site.conftest import ROOT

RECORDS = ROOT / "records"


def html(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def text_of(page: Path) -> str:
    """Return the words of a page's content, tags taken out."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html(page)))


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def visits() -> dict[str, dict[str, object]]:
    return {
        path.stem: yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        for path in sorted((RECORDS / "visits").rglob("*.yml"))
    }


def test_the_front_page_says_what_the_source_article_says(public_site: Path) -> None:
    words = text_of(public_site / "index.html")
    assert re.search(r"\b60,4 ngày\b", words)
    assert re.search(r"\b13 đồng chí\b", words)


def test_there_is_a_page_for_each_member(public_site: Path) -> None:
    for member in (RECORDS / "members").glob("*.yml"):
        name = yaml.load(member.read_text(encoding="utf-8"), yaml.BaseLoader)["name"]
        assert name in text_of(public_site / "uy-vien" / member.stem / "index.html")


def test_there_is_a_page_for_each_visit_that_stands(public_site: Path) -> None:
    for visit_id, visit in visits().items():
        page = public_site / "chuyen-di" / visit_id[:4] / visit_id / "index.html"
        said = html(page)
        if "withdrawn" in visit:
            assert "Chuyến đi này đã được rút lại" in said
            assert str(visit["content"])[:40] not in said
        else:
            assert "<h1" in said


def test_former_addresses_lead_to_the_visit(public_site: Path) -> None:
    former = {
        old: visit_id
        for visit_id, visit in visits().items()
        for old in visit.get("former_ids", [])  # type: ignore[attr-defined]
    }
    assert former, "the samples hold a visit with a former id"
    for old, visit_id in former.items():
        page = public_site / "chuyen-di" / old[:4] / old / "index.html"
        target = re.search(r'http-equiv="refresh" content="0; ?url=([^"]+)"', html(page))
        assert target is not None
        arrived = (page.parent / target.group(1)).resolve()
        assert arrived == (public_site / "chuyen-di" / visit_id[:4] / visit_id).resolve()


def test_there_is_a_page_for_each_unit(public_site: Path) -> None:
    units = yaml.load((RECORDS / "units.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    for unit in units["units"]:
        assert unit["name"] in text_of(public_site / "don-vi" / unit["id"] / "index.html")


def test_there_is_a_page_for_each_article_that_is_ready(public_site: Path) -> None:
    count = 0
    for article in (RECORDS / "articles").rglob("*.md"):
        front = yaml.load(article.read_text(encoding="utf-8").split("---\n")[1], yaml.BaseLoader)
        page = public_site / "tin-tuc" / front["date"][:4] / article.stem / "index.html"
        assert page.is_file() == (front["status"] == "ready")
        if page.is_file():
            count += 1
            assert "{{" not in text_of(page)
    assert count >= 10


def test_the_year_end_article_gives_the_figures(public_site: Path) -> None:
    said = [
        text_of(page)
        for page in (public_site / "tin-tuc").rglob("index.html")
        if "60,4 ngày" in text_of(page) and "13 đồng chí" in text_of(page)
    ]
    assert said


@pytest.mark.parametrize(
    "address",
    [
        "", "uy-vien/", "ket-qua/", "ket-qua/2019/", "ket-qua/2019/12/", "ket-qua/2020/", "chuyen-di/",
        "don-vi/", "kien-nghi/", "ke-hoach/2019/", "ke-hoach/2020/", "tin-tuc/", "cach-tinh/",
        "huong-dan/", "huong-dan/ma-loi/", "huong-dan/truong-du-lieu/",
    ],
)  # fmt: skip
def test_the_addresses_of_the_design_are_there(public_site: Path, address: str) -> None:
    assert (public_site / address / "index.html").is_file()


def test_every_page_is_vietnamese_and_says_that_the_data_are_samples(public_site: Path) -> None:
    for page in pages(public_site):
        said = html(page)
        assert '<html lang="vi"' in said, page
        assert 'name="robots" content="noindex' in said, page
        if "refresh" not in said:
            assert "DỮ LIỆU MẪU" in said, page


def test_every_internal_page_says_so(internal_site: Path, public_site: Path) -> None:
    for page in pages(internal_site):
        if "refresh" not in html(page):
            assert "NỘI BỘ" in html(page), page
    assert not [page for page in pages(public_site) if "ct-mark--internal" in html(page)]


def test_figures_and_days_are_written_as_vietnamese_is(public_site: Path) -> None:
    for page in ["index.html", "ket-qua/2019/index.html"]:
        words = text_of(public_site / page)
        assert "60.4" not in words
        assert "15/03/2020" in words


def test_people_stand_in_the_order_of_their_given_names(public_site: Path) -> None:
    names = re.findall(
        r'ct-person__name"><a [^>]+>([^<]+)<', html(public_site / "uy-vien/index.html")
    )
    given = [name.split()[-1] for name in names[:13]]
    # Every order of letters that the sample names need, by hand: d before đ, n before nh….
    alphabet = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
    assert given == sorted(given, key=lambda name: [alphabet.index(c) for c in name.lower()])


def test_row_49_nothing_is_fetched_from_another_host(public_site: Path) -> None:
    for page in pages(public_site):
        fetched = re.findall(
            r'<(?:script|img|link|iframe|source)\b[^>]*\s(?:src|href)="(https?:[^"]+)"', html(page)
        )
        assert fetched == [], page


def test_the_build_is_stamped_with_the_commit_only(public_site: Path) -> None:
    stamp = json.loads((public_site / "build.json").read_text(encoding="utf-8"))
    assert sorted(stamp) == ["commit", "date"]


def test_the_frame_offers_search_entries_for_generated_pages(public_site: Path) -> None:
    index = json.loads((public_site / "search/search_index.json").read_text(encoding="utf-8"))
    locations = {entry["location"] for entry in index["docs"]}
    visit = next(iter(visits()))
    assert f"chuyen-di/{visit[:4]}/{visit}/" in locations
    assert "don-vi/29272-an-truong-a/" in locations
    # One entry a page: Material would make one for each heading.
    generated = [
        place for place in (e["location"] for e in index["docs"]) if place.startswith("don-vi/")
    ]
    assert len(generated) == len(set(generated))

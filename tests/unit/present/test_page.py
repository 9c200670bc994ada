"""Links from page to page: relative, so that the site works below any folder."""

from urllib.parse import urljoin

import pytest

from generator.present.page import LateArtifact, LatePage, Page, relative

CASES = [
    # target, the page it stands on, link
    ("", "", "./"),
    ("uy-vien/", "", "uy-vien/"),
    ("uy-vien/an/", "", "uy-vien/an/"),
    ("build.json", "", "build.json"),
    ("", "uy-vien/", "../"),
    ("", "chuyen-di/2019/2019-04-12-ap-3/", "../../../"),
    ("uy-vien/", "uy-vien/", "./"),
    ("uy-vien/an/", "uy-vien/", "an/"),
    ("uy-vien/", "uy-vien/an/", "../"),
    ("uy-vien/binh/", "uy-vien/an/", "../binh/"),
    ("chuyen-di/2019/b/", "chuyen-di/2020/a/", "../../2019/b/"),
    ("anh/2019/hop.jpg", "chuyen-di/2019/a/", "../../../anh/2019/hop.jpg"),
    ("anh/2019/hop.jpg", "", "anh/2019/hop.jpg"),
    ("cach-tinh/#day_unit", "", "cach-tinh/#day_unit"),
    ("cach-tinh/#day_unit", "ket-qua/2019/", "../../cach-tinh/#day_unit"),
    ("cach-tinh/#day_unit", "cach-tinh/", "#day_unit"),
    ("#tin-moi", "", "#tin-moi"),
    ("chuyen-di/?nam=2019&thang=3", "", "chuyen-di/?nam=2019&thang=3"),
    ("chuyen-di/?nam=2019", "ket-qua/2019/", "../../chuyen-di/?nam=2019"),
    ("chuyen-di/?nam=2019#bang", "chuyen-di/", "?nam=2019#bang"),
    ("#tin-moi", "uy-vien/an/", "../../#tin-moi"),
]


@pytest.mark.parametrize(("target", "origin", "link"), CASES)
def test_relative(target: str, origin: str, link: str) -> None:
    assert relative(target, origin) == link


@pytest.mark.parametrize("root", ["https://example.org/", "https://example.org/tinh-doan/1/"])
@pytest.mark.parametrize(("target", "origin", "link"), CASES)
def test_a_browser_gets_there_below_any_folder(
    root: str, target: str, origin: str, link: str
) -> None:
    assert urljoin(root + origin, link) == root + target


@pytest.mark.parametrize(("address", "source"), [("", "index.md"), ("a/b/", "a/b/index.md")])
def test_a_page_has_the_path_of_a_hand_written_one(address: str, source: str) -> None:
    assert Page(address, "Tên", "<p>").source == source


class TestLatePage:
    def test_its_html_is_made_whenever_somebody_asks(self) -> None:
        asked: list[str] = []

        def make() -> str:
            asked.append("asked")
            return f"<h1>{len(asked)}</h1>"

        page = LatePage(make, "chuyen-di/2019/a/", "A", description="B", search="C")
        assert asked == []
        assert [page.body, page.body] == ["<h1>1</h1>", "<h1>2</h1>"]
        assert (page.address, page.title, page.description) == ("chuyen-di/2019/a/", "A", "B")
        assert (page.search, page.source) == ("C", "chuyen-di/2019/a/index.md")

    def test_it_equals_a_page_with_the_same_html(self) -> None:
        assert LatePage(lambda: "x", "a/", "A") == LatePage(lambda: "x", "a/", "A")
        assert LatePage(lambda: "x", "a/", "A") != LatePage(lambda: "y", "a/", "A")


def test_the_bytes_of_a_late_file_are_made_whenever_somebody_asks() -> None:
    asked: list[str] = []

    def make() -> bytes:
        asked.append("asked")
        return b"%d" % len(asked)

    late = LateArtifact(make, "du-lieu/a.csv")
    assert asked == []
    assert (late.path, late.content, late.content) == ("du-lieu/a.csv", b"1", b"2")

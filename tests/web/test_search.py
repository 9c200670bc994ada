"""Search in the browser: one name is found alike however it is typed."""

import unicodedata
from collections.abc import Callable, Iterator
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser

from tests.web import harness

pytestmark = pytest.mark.browser

Search = Callable[[str], list[str]]

PAGES = {
    "index.md": ("Trang chủ", "Ngày công tác cơ sở của Ủy viên Ban Chấp hành chuyên trách."),
    "an-truong-a.md": ("Xã An Trường A", "Huyện Càng Long. Dự sinh hoạt chi đoàn ở cụm 3."),
    "an-truong.md": ("Xã An Trường", "Huyện Càng Long. Khảo sát ở ấp 7."),
    "truong-long-hoa.md": ("Xã Trường Long Hòa", "Thị xã Duyên Hải. Ra quân Chiến dịch hè."),
    "hoa-thuan.md": ("Xã Hoà Thuận", "Huyện Châu Thành, đường số 2."),
    "hoa-minh.md": ("Xã Hòa Minh", "Huyện Châu Thành, cù lao giữa sông Cổ Chiên."),
    "duc-my.md": ("Xã Đức Mỹ", "Huyện Càng Long: kiểm tra chuyên đề, xây dựng nông thôn mới."),
    "dai-phuoc.md": (
        unicodedata.normalize("NFD", "Xã Đại Phước"),
        unicodedata.normalize("NFD", "Văn bản này gõ bằng dấu tổ hợp: thuỷ lợi, đê điều."),
    ),
    "my-ky.md": ("Đoàn Mỹ Kỳ", "Ủy viên BCH chuyên trách, Ban Tổ chức – Kiểm tra."),
    "hong-dao.md": ("Nguyễn Thị Hồng Đào", "Ủy viên BCH chuyên trách; quê ở Cầu Ngang."),
    "sa-ray.md": ("Thạch Sa Rây", "Ủy viên BCH chuyên trách; phụ trách vùng đồng bào Khmer."),
    "tan-binh.md": ("Hội trại tòng quân", "Tặng quà tân binh lên đường nhập ngũ."),
}

# What is typed, and the pages that must come, best first.
QUERIES = {
    "An Trường A": ["an-truong-a", "an-truong"],
    "An Trường": ["an-truong", "an-truong-a"],
    # The last word may be unfinished: "hoa" also begins "hoạt", which counts less.
    "Trường Long Hòa": ["truong-long-hoa", "an-truong-a"],
    "Trường Long Hoà": ["truong-long-hoa", "an-truong-a"],
    "Hòa Thuận": ["hoa-thuan"],
    "Hoà Thuận": ["hoa-thuan"],
    "Hòa Minh": ["hoa-minh"],
    "Đức Mỹ": ["duc-my"],
    "Đại Phước": ["dai-phuoc"],
    "thủy lợi": ["dai-phuoc"],
    "thuỷ lợi": ["dai-phuoc"],
    "đê điều": ["dai-phuoc"],
    "Đoàn Mỹ Kỳ": ["my-ky"],
    "Nguyễn Thị Hồng Đào": ["hong-dao"],
    "Thạch Sa Rây": ["sa-ray"],
    "Càng Long": ["an-truong-a", "an-truong", "duc-my"],
    "đường số 2": ["hoa-thuan"],
    "xây dựng nông thôn mới": ["duc-my"],
    "Chiến dịch hè": ["truong-long-hoa"],
    "hội trại tòng quân": ["tan-binh"],
    "nhập ngũ": ["tan-binh"],
    "Cổ Chiên": ["hoa-minh"],
    "cụm 3": ["an-truong-a"],
    "đồng bào": ["sa-ray"],
    "Cầu Ngang": ["hong-dao"],
}
# Several pages say it in their text, none with more right than the others.
UNRANKED = {"Càng Long"}


def fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.replace("đ", "d").replace("Đ", "D").lower()


def spellings(text: str) -> dict[str, str]:
    """The ways in which people, keyboards and copied text write the same words."""
    return {
        "composed": unicodedata.normalize("NFC", text),
        "decomposed": unicodedata.normalize("NFD", text),
        "upper case": text.upper(),
        "lower case": text.lower(),
        "no accents": fold(text),
        "no accents, upper case": fold(text).upper(),
        "no marks but đ": "".join(
            letter if letter in "đĐ" else fold(letter)
            for letter in unicodedata.normalize("NFC", text)
        ),
        "spaces around": f"  {text} ",
    }


@pytest.fixture(scope="module")
def site(
    build_site: harness.SiteBuilder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    docs = {name: f"# {title}\n\n{text}\n" for name, (title, text) in PAGES.items()}
    with harness.serve(build_site(tmp_path_factory.mktemp("search"), docs)) as address:
        yield address


SHOWN = "[...document.querySelectorAll('.md-search-result__item > a:first-child')].map(a => a.href)"
ASK = """query => {
  document.querySelector('.md-search-result__meta').textContent = 'asked'
  const input = document.querySelector('.md-search__input')
  input.value = query
  input.dispatchEvent(new KeyboardEvent('keyup'))
}"""


def ask(visitor: harness.Visitor, query: str) -> list[str]:
    """Type a query; the pages shown, in order."""
    page = visitor.page
    page.locator(".md-search__input").focus()
    page.evaluate(ASK, query)
    page.locator(".md-search-result__meta", has_not_text="asked").wait_for(state="attached")
    paths = [unquote(urlsplit(url).path) for url in page.evaluate(SHOWN)]
    return [path.rstrip("/").rsplit("/", 1)[-1] for path in paths]


@pytest.fixture(scope="module")
def search(browser: Browser, site: str) -> Iterator[Search]:
    with harness.visit(browser) as visitor:
        visitor.page.goto(site)
        yield lambda query: ask(visitor, query)


def test_there_are_enough_queries() -> None:
    assert len(QUERIES) * len(spellings("")) >= 160


@pytest.mark.parametrize("query", QUERIES)
def test_every_spelling_finds_the_same_pages_in_the_same_order(search: Search, query: str) -> None:
    expected = QUERIES[query]
    found = {kind: search(spelling) for kind, spelling in spellings(query).items()}
    assert found == dict.fromkeys(found, found["composed"])
    if query in UNRANKED:
        assert sorted(found["composed"]) == sorted(expected)
    else:
        assert found["composed"] == expected


@pytest.mark.parametrize(
    ("accented", "bare"),
    [
        ("đoàn", "doan"),
        ("hoà", "hòa"),
        ("hòa", "hoa"),
        ("trườ", "truo"),
        ('"đoàn mỹ"', '"doan my"'),
        ('"Đức Mỹ"', '"duc my"'),
        ("+đoàn -mỹ", "+doan -my"),
        ("+xã +đức", "+xa +duc"),
        ("đứ*", "du*"),
        ("title:đức", "title:duc"),
        ("Đào~1", "dao~1"),
    ],
)
def test_marks_of_a_query_work_with_and_without_accents(
    search: Search, accented: str, bare: str
) -> None:
    found = search(accented)
    assert found
    assert found == search(bare)
    assert found == search(unicodedata.normalize("NFD", accented))


def test_a_prefix_finds_the_word(search: Search) -> None:
    assert search("phướ") == ["dai-phuoc"]
    assert search("phuo") == ["dai-phuoc"]


def test_words_that_no_page_has_together_still_find_pages(search: Search) -> None:
    assert set(search("Hồng Đào Thạch")) == {"hong-dao", "sa-ray"}


def test_what_stands_nowhere_finds_nothing(search: Search) -> None:
    assert search("zzz") == []


def test_hits_are_marked_in_results_and_on_the_page(
    open_visitor: harness.VisitorFactory, site: str
) -> None:
    visitor = open_visitor()
    page = visitor.page
    page.goto(site)
    assert ask(visitor, "truong long hoa")[0] == "truong-long-hoa"
    marked = page.locator(".md-search-result__item").first.locator("h1 mark").all_inner_texts()
    assert marked == ["Trường", "Long", "Hòa"]
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url("**/truong-long-hoa/**")
    assert page.locator(".md-content h1 mark").all_inner_texts() == ["Trường", "Long", "Hòa"]
    assert "h=" not in urlsplit(page.url).query
    assert visitor.complaints == []


def test_the_index_is_fetched_when_search_is_first_used(
    open_visitor: harness.VisitorFactory, site: str
) -> None:
    visitor = open_visitor()
    visitor.page.goto(site, wait_until="networkidle")
    assert visitor.fetched("search_index.json") == []
    assert ask(visitor, "doan my ky") == ["my-ky"]
    assert ask(visitor, "hong dao") == ["hong-dao"]
    assert len(visitor.fetched("search_index.json")) == 1


def test_search_opens_by_keyboard_and_leads_to_the_best_hit(
    open_visitor: harness.VisitorFactory, site: str
) -> None:
    page = open_visitor().page
    page.goto(site)
    page.keyboard.press("/")
    page.keyboard.type("thach sa ray")
    page.locator(".md-search-result__item").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sa-ray/**")
    assert page.locator("h1").inner_text().startswith("Thạch Sa Rây")


def test_a_link_to_a_search_shows_its_results(
    open_visitor: harness.VisitorFactory, site: str
) -> None:
    page = open_visitor().page
    page.goto(f"{site}?q=duc+my")
    first = page.locator(".md-search-result__link").first
    first.wait_for()
    assert urlsplit(first.get_attribute("href") or "").path.endswith("/duc-my/")

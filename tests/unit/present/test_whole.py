"""What holds for every page of the site: sound HTML, live links, and nothing internal in public."""

import posixpath
from functools import cache

import pytest

from generator.domain.fields import Audience
from generator.present import addresses
from generator.present.page import Page, Site
from generator.present.site import site
from generator.submit.json_schema import schemas
from tests.unit.present.views import Outline, everything, view

AUDIENCES: tuple[Audience, ...] = ("public", "internal")
SECRETS = (
    "đoàn viên Tư phải đứng",
    "Chuyện riêng của chi đoàn",
    "nhà ông Năm",
    "Ghi chú kín",
    "Nhận xét kín",
    "07-QĐ",
    "rieng.jpg",
    "Bài còn nháp",
    "NỘI BỘ,",
)


@cache
def made(audience: Audience) -> Site:
    return site(everything(audience))


@pytest.fixture(params=AUDIENCES)
def whole(request: pytest.FixtureRequest) -> Site:
    return made(request.param)


def test_addresses_are_taken_once(whole: Site) -> None:
    addresses = [page.address for page in whole.pages]
    assert len(addresses) == len(set(addresses))


def test_html_is_well_formed_and_ids_are_unique(whole: Site) -> None:
    for page in whole.pages:
        outline = Outline(page.body)
        assert not outline.faults, (page.address, outline.faults)
        assert len(outline.ids) == len(set(outline.ids)), page.address


def test_every_page_has_one_first_heading_a_title_and_a_description(whole: Site) -> None:
    for page in whole.pages:
        assert Outline(page.body).tags.count("h1") == 1, page.address
        assert page.title, page.address
        assert page.description, page.address


def test_headings_named_in_the_contents_exist(whole: Site) -> None:
    for page in whole.pages:
        ids = Outline(page.body).ids
        assert [each.id for each in page.headings if each.id not in ids] == [], page.address


def test_every_link_leads_to_a_page_a_file_or_a_place_on_it(whole: Site) -> None:
    ids = {page.address: Outline(page.body).ids for page in whole.pages}
    files = {each.path for each in whole.artifacts} | {each.path for each in whole.pictures}
    # Hand-written, and what `prepare` adds.
    elsewhere = {"huong-dan/", addresses.BUILD, *map(addresses.schema, schemas())}
    dead = [
        (page.address, link)
        for page in whole.pages
        for link in (*Outline(page.body).links, *Outline(page.body).choices)
        if not link.startswith(("http", "mailto:"))
        if not _leads(_target(page, link), ids, files | elsewhere)
    ]
    assert dead == []


def _target(page: Page, link: str) -> str:
    path, mark, anchor = link.partition("#")
    path = path.partition("?")[0]
    if not path:
        return page.address + mark + anchor
    joined = posixpath.normpath(posixpath.join(page.address or ".", path))
    address = "" if joined == "." else joined + ("/" if path.endswith("/") else "")
    return address + mark + anchor


def _leads(target: str, ids: dict[str, list[str]], files: set[str]) -> bool:
    address, mark, anchor = target.partition("#")
    if address in ids:
        return not mark or anchor in ids[address]
    return address in files


@pytest.mark.parametrize("secret", SECRETS)
def test_nothing_internal_reaches_the_public(secret: str) -> None:
    public = made("public")
    for page in public.pages:
        told = f"{page.title}{page.body}{page.description}{page.search}{page.meta}"
        assert secret not in told, page.address
    assert secret not in str(public.pictures) + str(public.artifacts)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_withdrawn_visit_is_told_nowhere(audience: Audience) -> None:
    whole = made(audience)
    assert all("Không được lộ ra" not in page.body + page.search for page in whole.pages)
    assert all("Không được lộ ra".encode() not in file.content for file in whole.artifacts)


@pytest.mark.parametrize("secret", [each for each in SECRETS if each != "rieng.jpg"])
def test_the_organisation_sees_what_is_internal(secret: str) -> None:
    internal = made("internal")
    assert any(secret in page.body for page in internal.pages)


def test_the_same_view_gives_the_same_pages() -> None:
    assert site(everything("public")) == made("public")


def test_before_anything_is_written_down_every_page_stands() -> None:
    for page in site(view()).pages:
        assert not Outline(page.body).faults, page.address

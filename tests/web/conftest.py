"""Fixtures for tests of the theme and of the browser's part. Node must be there: its absence fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web import harness
from tests.web.fixture.make_page import components


@pytest.fixture(autouse=True, scope="session")
def quiet_theme() -> Iterator[None]:
    """Material's notice about its successor is known."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        yield


@pytest.fixture(scope="session")
def web_dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The browser's part, assembled anew from its sources."""
    return harness.build_web(tmp_path_factory.mktemp("web") / "dist")


@pytest.fixture(scope="session")
def build_site(web_dist: Path, quiet_theme: None) -> harness.SiteBuilder:
    """Builds throwaway sites with the real theme and settings."""
    del quiet_theme
    return harness.SiteBuilder(web_dist)


@pytest.fixture(scope="session")
def fixture_folder(
    build_site: harness.SiteBuilder, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A built site with every component on its home page, and a page of plain text."""
    here = Path(__file__).parent / "fixture"
    return build_site(
        tmp_path_factory.mktemp("fixture"),
        {
            "index.md": "---\ndescription: Các thành phần của trang\n---\n" + components(),
            "trang/con.md": components().replace("photo.svg", "../../photo.svg"),
            "huong-dan.md": (here / "huong-dan.md").read_bytes(),
            "photo.svg": (here / "photo.svg").read_bytes(),
        },
        nav=[
            {"Trang chủ": "index.md"},
            {"Trang con": "trang/con.md"},
            {"Hướng dẫn": "huong-dan.md"},
        ],
        congtac={
            "demo": True,
            "audience": "internal",
            "organisation": "Tỉnh đoàn Trà Vinh",
            "as_of": "31/12/2019",
        },
    )


@pytest.fixture(scope="session")
def fixture_site(fixture_folder: Path) -> Iterator[str]:
    """The address of that site, served."""
    with harness.serve(fixture_folder) as address:
        yield address

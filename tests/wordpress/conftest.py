"""A real WordPress for the tests, of two versions. What is missing fails."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.wordpress.behind import Site
from tests.wordpress.installation import KINDS, running
from tests.wordpress.newsroom import Newsroom, newsroom
from tests.wordpress.proxy import Proxy

Sites = Callable[[str], Site]


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    """The WordPress of a kind, started when a test first asks for it.

    Each process of pytest-xdist has its own: tests of one WordPress cannot run side by side.
    """
    with contextlib.ExitStack() as stack:
        started: dict[str, Site] = {}

        def site(kind: str) -> Site:
            if kind not in started:
                folder = tmp_path_factory.mktemp(kind)
                started[kind] = stack.enter_context(running(KINDS[kind], folder))
            return started[kind]

        yield site


@pytest.fixture(params=sorted(KINDS))
def wordpress(sites: Sites, request: pytest.FixtureRequest) -> Site:
    """A WordPress as it is after its installation, of each kind in turn."""
    site = sites(request.param)
    site.reset()
    return site


@pytest.fixture
def proxy(wordpress: Site) -> Iterator[Proxy]:
    """What stands before that WordPress and does as it was told."""
    with Proxy(wordpress.url) as standing:
        yield standing


@pytest.fixture
def room(wordpress: Site, proxy: Proxy, tmp_path: Path) -> Newsroom:
    """An organisation whose editor publishes to that WordPress, through the proxy."""
    editor = wordpress.accounts["editor"]
    return newsroom(tmp_path, proxy.url, editor.user, editor.password)

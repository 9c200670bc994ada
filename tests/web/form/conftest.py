"""A small site with the form, and its reader on a phone, of whom nothing may complain."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.web import harness
from tests.web.form_site import PHONE, FormSite, build_form_site, open_form


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> FormSite:
    return build_form_site(tmp_path_factory.mktemp("form"))


@pytest.fixture
def base(site: FormSite) -> Iterator[str]:
    with harness.serve(site.folder) as address:
        yield address


@pytest.fixture
def visitor(open_visitor: harness.VisitorFactory) -> harness.Visitor:
    return open_visitor(viewport=PHONE, accept_downloads=True)


@pytest.fixture
def page(visitor: harness.Visitor, base: str) -> Iterator[Page]:
    open_form(visitor.page, base)
    yield visitor.page
    assert visitor.complaints == []
    assert visitor.strangers(base) == []

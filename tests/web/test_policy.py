"""The built page obeys a Content-Security-Policy without unsafe-eval or unsafe scripts."""

import base64
import hashlib
import re
from pathlib import Path

import pytest

from tests.web import harness
from tests.web.test_charts import see_charts
from tests.web.test_search import ask

pytestmark = pytest.mark.browser

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def policy_for(site: Path) -> str:
    """The policy, with a hash for each script that Material writes into its pages."""
    scripts = {
        script
        for page in site.rglob("*.html")
        for script in INLINE.findall(page.read_text(encoding="utf-8"))
    }
    hashes = (base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in sorted(hashes))
    return (
        f"default-src 'none'; script-src 'self' {allowed}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def test_search_and_charts_work_under_the_policy(
    open_visitor: harness.VisitorFactory, fixture_folder: Path
) -> None:
    headers = {"Content-Security-Policy": policy_for(fixture_folder)}
    with harness.serve(fixture_folder, headers) as address:
        visitor = open_visitor(viewport={"width": 1280, "height": 900})
        # The policy stands between the page and scripts, not between the page and this test.
        visitor.page.goto(address)
        see_charts(visitor.page)
        assert ask(visitor, "huong dan")[0] == "huong-dan"
        assert visitor.complaints == []


def test_the_policy_would_refuse_a_foreign_script(
    open_visitor: harness.VisitorFactory, fixture_folder: Path
) -> None:
    headers = {"Content-Security-Policy": "default-src 'none'"}
    with harness.serve(fixture_folder, headers) as address:
        visitor = open_visitor()
        visitor.page.goto(address)
        assert any("Content Security Policy" in complaint for complaint in visitor.complaints)

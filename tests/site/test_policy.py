"""The built site obeys a Content-Security-Policy of its own, without unsafe-eval or inline scripts.

Source: issue *Site*, For all. That no page complains is seen in test_every_page.py.
"""

import re
from html import unescape
from pathlib import Path

import pytest

from tests.web import harness
from tests.web.test_charts import see_charts

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
EXECUTED = re.compile(r"<script(?![^>]*application/(?:ld\+)?json)")
PLANTED = "<script>document.documentElement.dataset.planted = 'yes'</script>"


def policies(page: str) -> dict[str, list[str]]:
    """The directives of a page's policy, by name."""
    (content,) = POLICY.findall(page)
    directives = (each.split() for each in unescape(content).split(";"))
    return {name: values for name, *values in directives}


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_every_page_bears_a_strict_policy_before_any_script(
    audience: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(f"{audience}_site")
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 800
    for path in pages:
        page = path.read_text(encoding="utf-8")
        told = policies(page)
        assert told["default-src"] == ["'none'"], path
        assert told["base-uri"] == ["'none'"], path
        allowed = told.get("script-src", [])
        assert all(each == "'self'" or each.startswith("'sha256-") for each in allowed), path
        script = EXECUTED.search(page)
        assert script is None or POLICY.search(page).start() < script.start(), path  # type: ignore[union-attr]
        for name, values in told.items():
            assert not any(each.startswith(("http", "*", "blob:")) for each in values), (path, name)


@pytest.mark.browser
def test_charts_are_drawn_under_the_policy(visitor: harness.Visitor, public_site: Path) -> None:
    with harness.serve(public_site) as address:
        visitor.page.goto(f"{address}ket-qua/2019/")
        see_charts(visitor.page)
        assert visitor.complaints == []


@pytest.mark.browser
def test_a_script_that_gets_into_a_page_does_not_run(
    open_visitor: harness.VisitorFactory, public_site: Path, tmp_path: Path
) -> None:
    page = (public_site / "404.html").read_text(encoding="utf-8")
    sound, broken = tmp_path / "sound.html", tmp_path / "broken.html"
    sound.write_text(page.replace("</body>", f"{PLANTED}</body>"), encoding="utf-8")
    broken.write_text(POLICY.sub("", sound.read_text(encoding="utf-8")), encoding="utf-8")
    with harness.serve(tmp_path) as address:
        ran = []
        for name in ("sound.html", "broken.html"):
            visitor = open_visitor()
            visitor.page.goto(f"{address}{name}")
            ran.append(visitor.page.evaluate("document.documentElement.dataset.planted ?? null"))
            if name == "sound.html":
                assert any("Content Security Policy" in each for each in visitor.complaints)
    assert ran == [None, "yes"]

"""Which scripts a page's policy lets run. Source: issue *Site*, For all."""

import base64
import hashlib

import pytest

from generator.host.policy import policy, theme_scripts, with_policy

THEME = '<script>start("{{ base }}")</script><script>{% if x %}a{% endif %}</script><p>'


def allowed(html: str) -> list[str]:
    directives = policy(html, theme_scripts([THEME])).split("; ")
    (scripts,) = [each.split()[1:] for each in directives if each.startswith("script-src ")]
    return scripts


def hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_a_script_of_the_theme_may_run_whatever_plain_value_it_prints() -> None:
    assert allowed('<script>start("../..")</script>') == ["'self'", hash_of('start("../..")')]


@pytest.mark.parametrize(
    "script",
    ["alert(1)", 'start("a");alert("b")', 'start("a\\\\")', 'start("</b>")', 'x;start("a")'],
)
def test_any_other_script_may_not(script: str) -> None:
    assert allowed(f"<script>{script}</script>") == ["'self'"]


def test_the_policy_stands_behind_the_charset_once() -> None:
    page = with_policy('<meta charset="utf-8"><p><meta charset="x">', "default-src 'none'")
    assert page == (
        '<meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;">'
        '<p><meta charset="x">'
    )

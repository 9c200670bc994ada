"""The Content-Security-Policy that every page bears: own files, the theme's scripts, nothing else.

Source: issue *Site*, For all; W3C, Content Security Policy Level 3, sections 3.3 (the policy in a
`meta` element) and 6.7.2 (hashes of inline scripts).
"""

import base64
import hashlib
import re
from collections.abc import Collection, Iterable
from functools import cache
from html import escape
from typing import Final

_INLINE: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_EXPRESSION: Final = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_CHARSET: Final = re.compile(r"<meta charset=[^>]*>")
# Text that cannot leave the string or the tag in which a theme prints it.
_PRINTED: Final = r"[^\"'\\<>\n]*"

# Inline styles carry figures (`--ct-days: 66`) and are Plotly's; a style cannot run anything.
_AROUND_SCRIPTS: Final = (
    "default-src 'none'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)


def theme_scripts(templates: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """Return what the theme's inline scripts look like, from the source of its templates.

    Where a template prints a value, a plain one may stand.
    """
    return tuple(
        re.compile(_PRINTED.join(map(re.escape, _EXPRESSION.split(script))))
        for template in templates
        for script in dict.fromkeys(_INLINE.findall(template))
        if "{%" not in script
    )


def policy(html: str, known: Collection[re.Pattern[str]]) -> str:
    """Return the policy of a page: of the scripts in it, only those that are known may run."""
    hashes = {
        _hash(script)
        for script in _INLINE.findall(html)
        if any(each.fullmatch(script) for each in known)
    }
    scripts = " ".join(["script-src 'self'", *sorted(hashes)])
    return "; ".join((_AROUND_SCRIPTS[0], scripts, *_AROUND_SCRIPTS[1:]))


def with_policy(html: str, content: str) -> str:
    """Return the page with the policy at the beginning of its head, before anything can run."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(content)}">'
    return _CHARSET.sub(lambda found: found.group() + meta, html, count=1)


@cache
def _hash(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"

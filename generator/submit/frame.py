"""The frame of a new organisation's site, derived from the one of this project.

Its theme comes with the installed package, its guide is one page, and it has no developers'
documents.
"""

import re
from typing import Final

TEMPLATE: Final = "generator/submit/templates/init/mkdocs.yml"

_THEME_FOLDER: Final = re.compile(r"^ +custom_dir:.*\n", re.MULTILINE)
_DEVELOPERS: Final = re.compile(r"^(?:#.*\n)?exclude_docs: \|\n(?: +.*\n)+", re.MULTILINE)
_GUIDE: Final = re.compile(
    r"^( +- [^\n:]+:)\n +- (huong-dan/index\.md)\n(?: {6,}.*\n)*", re.MULTILINE
)


def frame_of(mkdocs: str) -> str:
    """Return the `mkdocs.yml` of an organisation, given this project's own."""
    mkdocs = _THEME_FOLDER.sub("", mkdocs)
    mkdocs = _DEVELOPERS.sub("", mkdocs)
    return _GUIDE.sub(r"\1 \2\n", mkdocs)

"""What the country's pages share: the typeface, the sites' colours, a style sheet, a script.

The colours are those of the theme's tokens, light and dark, so that they stand in one place.
Source: issue *Speed*, Scale; decision 0026.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.errors import UsageError
from generator.present.page import Artifact

_HOST: Final = Path(__file__).resolve().parent
_OWN: Final = _HOST / "national"
_THEME: Final = _HOST / "theme" / "assets"
_BROWSER_PART: Final = _HOST.parent / "web" / "dist" / "assets"
_LIGHT: Final = re.compile(
    r"^:root,\n\[data-md-color-scheme=\"default\"\] \{\n(.*?)^\}", re.MULTILINE | re.DOTALL
)
_DARK: Final = re.compile(
    r"^  \[data-md-color-scheme=\"slate\"\] \{\n(.*?)^  \}", re.MULTILINE | re.DOTALL
)


def look() -> Iterator[Artifact]:
    """Yield the files, each below `assets/`.

    Raises:
        UsageError: the browser's part is not built.
    """
    if not (_BROWSER_PART / "fonts.css").is_file():
        message = "Thiếu phần chạy trên trình duyệt. Chạy make web rồi làm lại."
        raise UsageError(message)
    for folder, pattern in (
        (_BROWSER_PART, "fonts.css"),
        (_BROWSER_PART, "fonts/*.woff2"),
        (_OWN, "*"),
    ):
        for file in sorted(folder.glob(pattern)):
            path = file.relative_to(folder).as_posix()
            yield Artifact(f"assets/{path}", file.read_bytes())
    yield Artifact("assets/favicon.svg", (_THEME / "images" / "favicon.svg").read_bytes())
    theme = (_THEME / "stylesheets" / "congtac.css").read_text(encoding="utf-8")
    yield Artifact("assets/tokens.css", tokens(theme).encode())


def tokens(theme: str) -> str:
    """Return the theme's colours for a page that follows the device and has no switch.

    Raises:
        ValueError: the theme does not hold them where it did.
    """
    light, dark = _LIGHT.search(theme), _DARK.search(theme)
    if light is None or dark is None:
        message = "The theme's tokens are not where they were."
        raise ValueError(message)
    return (
        f":root {{\n{light[1]}}}\n\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n  :root {{\n{dark[1]}  }}\n}}\n"
    )

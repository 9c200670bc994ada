"""`python -m samples.preview --public site` draws the picture with which links to it are shown.

It has the site's colours, typeface and mark, and no figure, so it fits every organisation and never
ages. `make pictures` draws it; a test holds the committed one to its size.
"""

import argparse
import io
import shutil
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import sync_playwright

THEME: Final = Path("generator/host/theme/assets/images")
FILE: Final = THEME / "xem-truoc.png"
SIZE: Final = (1200, 630)
_PAGE: Final = """<!doctype html><meta charset="utf-8"><style>
{fonts}
body {{ margin: 0; height: 630px; box-sizing: border-box; padding: 96px 104px; color: #fff;
  background: #0a4c92; font-family: "Be Vietnam Pro"; display: grid; align-content: center;
  gap: 28px }}
svg {{ width: 132px; height: 132px }}
h1 {{ margin: 0; font-size: 92px; font-weight: 600; line-height: 1.15; letter-spacing: -.01em }}
p {{ margin: 0; font-size: 40px; color: #cfe0f5 }}
hr {{ width: 160px; height: 10px; margin: 0; border: 0; border-radius: 5px; background: #ffc629 }}
</style>{logo}<h1>{title}</h1><hr><p>Từng chuyến đi, từng ngày, từng kiến nghị</p>"""


def _packed(png: bytes) -> bytes:
    """Return the picture with few colours, which is all it has; previews are fetched on phones."""
    packed = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        image.convert("RGB").quantize(64).save(packed, "PNG", optimize=True)
    return packed.getvalue()


def main() -> None:
    """Draws the picture and says how large it is."""
    parser = argparse.ArgumentParser(prog="samples.preview", description=__doc__)
    parser.add_argument("--public", type=Path, default=Path("site"))
    parser.add_argument("--browser", default=shutil.which("chromium"))
    given = parser.parse_args()
    address = (given.public / "assets").absolute().as_uri()
    fonts = (given.public / "assets/fonts.css").read_text(encoding="utf-8")
    logo = (THEME / "logo.svg").read_text(encoding="utf-8")
    page = given.public / "xem-truoc.html"
    page.write_text(
        _PAGE.format(
            fonts=fonts.replace("url(", f"url({address}/"), logo=logo, title="Đi công tác cơ sở"
        ),
        encoding="utf-8",
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=given.browser, args=["--no-sandbox", "--disable-gpu"]
        )
        width, height = SIZE
        shown = browser.new_page(viewport={"width": width, "height": height})
        shown.goto(page.absolute().as_uri())
        shown.evaluate("document.fonts.ready")
        FILE.write_bytes(_packed(shown.screenshot()))
        browser.close()
    page.unlink()
    print(f"{FILE.stat().st_size:>7} {FILE}")


if __name__ == "__main__":
    main()

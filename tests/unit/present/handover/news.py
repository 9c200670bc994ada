"""Two articles that go to a website by hand: pictures in the text, a table, letters of all sorts."""

import io
from typing import Final

from PIL import Image

from generator.domain.article import Article
from generator.present.handover.going import Drawn, Going
from generator.present.marks import marks
from generator.present.wordpress_post import wordpress_post
from tests.builders import member, organisation, visit
from tests.unit.present.views import article, photo, view

BASE: Final = "https://congtac.example.org/"
COVER: Final = "2019/2019-03-05-ap-3.jpg"
BRIDGE: Final = "2019/cau-moi.png"
SLUGS: Final = {"2019-03-06-hop-le": "hop-le", "2019-12-31-tong-ket": "tong-ket"}

FIRST: Final = article(
    "2019-03-06-hop-le",
    "Tối 05/03, chi đoàn **Ấp 3** họp lệ & bàn việc.\n\n"
    f"![Cầu mới “bắc” qua rạch]({BRIDGE})\n\n"
    "## Kết quả\n\n| Việc | Số |\n|---|--:|\n| Kết nạp | 3 |\n\n- một\n- hai\n\n"
    "> Lời bàn.\n\n[Cách tính](cach-tinh/)\n\n"
    f"![]({COVER})",
    title="Họp lệ ở Ấp 3: “vui, khoẻ” & bền",
    lead="Buổi họp đầu tiên <sau Tết>.\n\nAi cũng đến.",
    cover=COVER,
    photo_credit="Kim Đào",
    tags=["sinh hoạt chi đoàn", "Đoàn – Hội", "tòng quân", "tổng quan", "a ]]> b"],
)
SECOND: Final = article(cover=COVER, category="Công tác cơ sở")


def jpeg(colour: str, kind: str = "JPEG", size: tuple[int, int] = (64, 48)) -> bytes:
    """Return a picture of one colour."""
    written = io.BytesIO()
    Image.new("RGB", size, colour).save(written, kind)
    return written.getvalue()


def going(
    *articles: Article,
    base: str = BASE,
    live: bool = False,
    demo: bool = False,
    gone: tuple[str, ...] = (),
) -> Going:
    """Return the articles, or the two above, as they are handed over."""
    shown = articles or (FIRST, SECOND)
    seen = view(
        organisation(name="Tỉnh đoàn Thử Nghiệm", demo=demo),
        member("an"),
        visit(
            "2019-03-05",
            photos=[
                photo(COVER, caption="Đoàn viên <Ấp 3> đến dự", alt="Phòng họp “đông”"),
                photo(BRIDGE, caption="Cầu", credit="Lê Ân"),
            ],
        ),
        pictures=[COVER, BRIDGE],
        articles=shown,
    )
    posts = [wordpress_post(each, seen, base, SLUGS[each.id]) for each in shown]
    drawn = {
        COVER: Drawn("ab" * 32, jpeg("red"), jpeg("red", size=(8, 6))),
        BRIDGE: Drawn("cd" * 32, jpeg("blue", "PNG"), jpeg("blue", "PNG", size=(8, 6))),
    }
    shown_files = {each.file for post in posts for each in post.photos}
    pictures = {file: each for file, each in drawn.items() if file in shown_files}
    marked_as = tuple(marks(seen))
    return Going("Tỉnh đoàn Thử Nghiệm", marked_as, base, posts, pictures, gone, live)

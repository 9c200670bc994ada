"""What must hold of a website after whatever went wrong: read behind its interface."""

import base64
import re
from typing import Final

from tests.wordpress.behind import Post, Site
from tests.wordpress.newsroom import LEAD, TITLE, Newsroom

MARKED: Final = f"DỮ LIỆU MẪU – {TITLE}"
_NUMBER: Final = re.compile(r"wp-image-(\d+)")


def whole(wordpress: Site, articles: int = 1) -> None:
    """Assert that each article has one post, whole and live, and that there is one of all else."""
    posts, attachments = wordpress.posts(), wordpress.attachments()
    assert len({post.slug for post in posts}) == len(posts) == articles
    assert [each.alt for each in attachments] == ["Đoàn viên ngồi họp buổi tối", "Đoàn viên góp ý"]
    for post in posts:
        whole_post(post, wordpress)
    names = [each.name for each in wordpress.categories()]
    assert len(set(names)) == len(names)
    assert sorted(each.name for each in wordpress.tags()) == ["Càng Long", "sinh hoạt chi đoàn"]


def whole_post(post: Post, wordpress: Site) -> None:
    """Assert that whoever reads the post finds all of it."""
    first, second = wordpress.attachments()
    assert (post.status, post.title, post.excerpt) == ("publish", MARKED, LEAD)
    assert not re.search(r"-\d$|__trashed$", post.slug)
    assert post.date.endswith(" 07:00:00")
    assert post.featured == first.id
    assert _NUMBER.findall(post.content) == [str(second.id)]
    assert second.url.rpartition("/")[2] in post.content
    assert post.categories == ("Tin cơ sở",)
    assert post.tags == ("Càng Long", "sinh hoạt chi đoàn")


def nothing_half_done_is_live(wordpress: Site) -> None:
    """Assert that whoever reads the website finds an article whole, or not at all."""
    for post in wordpress.posts():
        if post.status == "publish":
            whole_post(post, wordpress)


def no_secret(room: Newsroom, told: str) -> None:
    """Assert that nothing that was said or kept bears the password, in whatever form."""
    pair = base64.b64encode(f"{room.user}:{room.password}".encode()).decode()
    kept = room.ledger.read_text() if room.ledger.exists() else ""
    for secret in (room.password, pair, base64.b64encode(room.password.encode()).decode()):
        assert secret not in told + kept

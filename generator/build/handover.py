"""News go out as files, for a website that nobody can reach by its API.

Only what the public may see gets here. Source: issue *News*, *Without API access*; design,
section 3, `publish --to-files`.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.build.drawing import NoPictureError, drawn_anew
from generator.build.new_folder import new_folder
from generator.build.publishing import News
from generator.errors import RefusedError
from generator.present.handover.files import handover_files
from generator.present.handover.going import Drawn, Going
from generator.present.marks import marks
from generator.present.wordpress_post import wordpress_post

_SMALL: Final = 320
FIRST: Final = "doc-truoc.html"
"""The file to open first."""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """How much was written."""

    articles: int
    photos: int


def hand_over(news: News, root: Path, base: str, out: Path, *, live: bool) -> HandedOver:
    """Write the news and their photos, which are below `root`, into the new or empty folder `out`.

    `base` is the address of our own site, or empty; `live` articles come out at once when they are
    imported, others as drafts.

    Raises:
        RefusedError: no article is ready, a photo cannot be drawn, or `out` holds something.
        OSError: a file cannot be written.
    """
    if not news.articles:
        message = "Chưa có bài nào sẵn sàng: bài để đăng có status: ready. Chưa ghi gì."
        raise RefusedError(message)
    going = _going(news, root, base, live=live)
    with new_folder(out) as stage:
        for path, data in handover_files(going).items():
            (stage / path).parent.mkdir(exist_ok=True)
            (stage / path).write_bytes(data)
    return HandedOver(len(going.posts), len(going.pictures))


def _going(news: News, root: Path, base: str, *, live: bool) -> Going:
    posts = [wordpress_post(each, news.view, base, news.slugs[each.id]) for each in news.articles]
    organisation = news.view.records.organisation
    return Going(
        organisation=organisation.name if organisation else "",
        marks=tuple(marks(news.view)),
        base=base,
        posts=posts,
        pictures=_drawn(root, sorted({each.file for post in posts for each in post.photos})),
        gone=tuple(news.slugs[each] for each in news.withdrawn),
        live=live,
    )


def _drawn(root: Path, files: list[str]) -> dict[str, Drawn]:
    """Draw all photos, or tell of all that cannot be drawn."""
    drawn: dict[str, Drawn] = {}
    faults: list[str] = []
    for file in files:
        data = (root / "media" / file).read_bytes()
        try:
            whole, small = drawn_anew(data, file), drawn_anew(data, file, _SMALL)
        except NoPictureError as error:
            faults.append(f"  {file}: {error}")
        else:
            drawn[file] = Drawn(hashlib.sha256(data).hexdigest(), whole, small)
    if faults:
        message = "\n".join(["Ảnh không dùng được nên chưa ghi gì:", *faults])
        raise RefusedError(message)
    return drawn

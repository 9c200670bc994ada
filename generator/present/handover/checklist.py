"""What the person who imports or pastes is to do and to look at, article by article."""

from base64 import b64encode
from dataclasses import dataclass, field
from html import unescape

from generator.domain.media import IMAGE_SUFFIXES, suffix_of
from generator.present.handover.going import Going
from generator.present.handover.paste import places
from generator.present.templating import render
from generator.present.wording import long_day
from generator.present.wordpress_post import WordPressPost


@dataclass(slots=True)
class PhotoToPlace:
    """A picture of an article, with the words it has there; `small` is the picture as an address.

    `elsewhere` are the numbers of the other articles that have it.
    """

    name: str
    small: str
    alt: str
    caption: str
    elsewhere: tuple[str, ...]
    uses: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ArticleToPlace:
    """An article with everything that is typed or chosen beside its text.

    `cover` says whether it has a picture to stand for it, `placed` whether there are any within.
    """

    file: str
    title: str
    slug: str
    day: str
    category: str
    tags: tuple[str, ...]
    excerpt: str
    cover: bool
    placed: bool
    photos: tuple[PhotoToPlace, ...]


def checklist(going: Going) -> bytes:
    """Return the page, which needs no file beside it and can be printed."""
    articles = [_article(post, going) for post in going.posts]
    title = " – ".join([*going.marks, "Đưa tin lên trang web"])
    values = {"going": going, "title": title, "articles": articles}
    return render("handover/checklist.html", "", values).encode()


def document_name(post: WordPressPost) -> str:
    """Return what the document to paste of an article is called."""
    return f"{post.id}.html"


def _article(post: WordPressPost, going: Going) -> ArticleToPlace:
    photos: dict[tuple[str, str, str], PhotoToPlace] = {}
    if post.cover:
        words = next(each for each in post.photos if each.file == post.cover)
        key = post.cover, words.alt, unescape(words.caption)
        photos[key] = _photo(*key, post, going)
        photos[key].uses.append("ảnh đại diện (Featured image)")
    for place in places(post):
        key = place.file, place.alt, place.caption
        photos.setdefault(key, _photo(*key, post, going))
        photos[key].uses.append(f"ảnh {place.number} trong bài")
    return ArticleToPlace(
        file=document_name(post),
        title=unescape(post.title),
        slug=post.slug,
        day=long_day(post.date),
        category=post.category,
        tags=post.tags,
        excerpt=unescape(post.excerpt),
        cover=bool(post.cover),
        placed=bool(places(post)),
        photos=tuple(photos.values()),
    )


def _photo(file: str, alt: str, caption: str, post: WordPressPost, going: Going) -> PhotoToPlace:
    kind = IMAGE_SUFFIXES[suffix_of(file)].lower()
    small = b64encode(going.pictures[file].small).decode()
    elsewhere = tuple(
        str(number)
        for number, other in enumerate(going.posts, start=1)
        if other.id != post.id and file in {each.file for each in other.photos}
    )
    return PhotoToPlace(
        going.names[file], f"data:image/{kind};base64,{small}", alt, caption, elsewhere
    )

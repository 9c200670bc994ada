"""The news as one file that WordPress' importer takes: WXR 1.2, *WordPress eXtended RSS*.

The importer fetches each picture from our own site, puts the address that it then has into the
text, and gives each item its number where that is free. It never updates: a second import of an
article leaves it as it is, or makes another if title or date have changed.
Source: WordPress, `wp-admin/includes/export.php`; research/wordpress.md, section 5.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, count
from typing import Final

from markupsafe import Markup

from generator.present import addresses
from generator.present.block_markup import PICTURE_MARK
from generator.present.handover.going import Going
from generator.present.handover.nicename import nicename
from generator.present.handover.paste import with_places
from generator.present.permanent import permanent_id
from generator.present.publication import moment_of
from generator.present.templating import render
from generator.present.wordpress_post import WordPressPost

AUTHOR: Final = "congtac"
"""Whom the posts are by in the file; who imports chooses one of the website's own."""

_LOWEST, _COUNT = 10_000_000, 90_000_000
_STORED: Final = "%Y-%m-%d %H:%M:%S"


@dataclass(frozen=True, slots=True)
class Term:
    """A category or tag."""

    number: int
    name: str
    nicename: str


@dataclass(frozen=True, slots=True)
class Item:
    """A post, or a picture, which has an `address` to fetch it from; times as they are stored."""

    number: int
    kind: str
    guid: str
    title: str
    content: str
    excerpt: str
    moment: datetime
    slug: str
    status: str
    category: Term | None = None
    tags: tuple[Term, ...] = ()
    address: str = ""
    meta: tuple[tuple[str, str], ...] = ()

    @property
    def local(self) -> str:
        """The moment in Vietnam."""
        return self.moment.strftime(_STORED)

    @property
    def utc(self) -> str:
        """The moment in UTC."""
        return self.moment.astimezone(UTC).strftime(_STORED)


def wxr(going: Going) -> bytes:
    """Return the file; if the address of our site is not known, lines stand for the pictures."""
    categories = _terms("category", (post.category for post in going.posts))
    tags = _terms("tag", (tag for post in going.posts for tag in post.tags))
    numbers = _numbers([("article", post.id) for post in going.posts])
    pictures = _numbers([("picture", file) for file in going.pictures], numbers.values())
    items = [
        *(_picture(file, number, going) for file, number in pictures.items() if going.base),
        *(_post(post, going, numbers[post.id], pictures, categories, tags) for post in going.posts),
    ]
    values = {
        "going": going,
        "author": AUTHOR,
        "categories": categories.values(),
        "tags": tags.values(),
        "items": items,
        "cdata": cdata,
    }
    return render("handover/wxr.xml", "", values).encode()


def cdata(text: str) -> Markup:
    """Return the text as a section that XML reads as it is, in several where it would end one."""
    return Markup("<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>")  # noqa: S704


def _numbers(keys: Iterable[tuple[str, str]], taken: Iterable[int] = ()) -> dict[str, int]:
    """Return a number for each, always the same one, and high, so that a website has it free."""
    used = set(taken)
    given: dict[str, int] = {}
    for kind, key in sorted(keys):
        number = _LOWEST + permanent_id(kind, key).int % _COUNT
        while number in used:
            number += 1
        used.add(number)
        given[key] = number
    return given


def _terms(kind: str, names: Iterable[str]) -> dict[str, Term]:
    """Return the terms by name; where two names differ in accents alone, the later is numbered."""
    found = sorted(set(names))
    numbers = _numbers([(kind, name) for name in found])
    used: set[str] = set()
    terms: dict[str, Term] = {}
    for name in found:
        short = nicename(name) or kind
        numbered = chain([short], (f"{short}-{number}" for number in count(2)))
        free = next(each for each in numbered if each not in used)
        used.add(free)
        terms[name] = Term(numbers[name], name, free)
    return terms


def _picture(file: str, number: int, going: Going) -> Item:
    words, name = going.words[file], going.names[file]
    first = min(post.date for post in going.posts if file in {each.file for each in post.photos})
    return Item(
        number=number,
        kind="attachment",
        guid=permanent_id("picture", file).urn,
        title=name.rpartition("/")[2].rpartition(".")[0],
        content="",
        excerpt=words.caption,
        moment=moment_of(first),
        slug=f"congtac-{going.pictures[file].digest[:16]}",
        status="inherit",
        address=going.base + addresses.photo(file),
        meta=(("_wp_attachment_image_alt", words.alt),),
    )


def _post(
    post: WordPressPost,
    going: Going,
    number: int,
    pictures: Mapping[str, int],
    categories: Mapping[str, Term],
    tags: Mapping[str, Term],
) -> Item:
    pictured = going.base and post.cover
    return Item(
        number=number,
        kind="post",
        guid=permanent_id("article", post.id).urn,
        title=post.title,
        content=_content(post, going, pictures),
        excerpt=post.excerpt,
        moment=moment_of(post.date),
        slug=post.slug,
        status="publish" if going.live else "draft",
        category=categories[post.category],
        tags=tuple(tags[tag] for tag in post.tags),
        meta=(("_thumbnail_id", str(pictures[post.cover])),) if pictured else (),
    )


def _content(post: WordPressPost, going: Going, pictures: Mapping[str, int]) -> str:
    if not going.base:
        return with_places(post, going.names)
    return PICTURE_MARK.sub(
        lambda found: (
            str(pictures[found[2]])
            if found[1] == "number"
            else going.base + addresses.photo(found[2])
        ),
        post.content,
    )

"""What the website has of all that is concerned, read before anything is written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from generator.publish.wordpress.ledger import Ledger
from generator.publish.wordpress.plan import Found
from generator.publish.wordpress.post import Known, Photo, Post, term_key
from generator.publish.wordpress.remote import RemotePhoto, Term
from generator.publish.wordpress.site import WordPress


@dataclass(frozen=True, slots=True)
class Survey:
    """What the website has: terms, the pictures by the digest of ours, posts by article.

    `names` are those of its terms by number; `ambiguous` the names of categories of which there
    are several.
    """

    known: Known
    photos: Mapping[str, RemotePhoto]
    found: Mapping[str, Found]
    names: Mapping[int, str]
    ambiguous: tuple[str, ...]


def survey(
    site: WordPress, ledger: Ledger, posts: Sequence[Post], withdrawn: Mapping[str, str]
) -> Survey:
    """Read what the website has of the posts, and of withdrawn articles, given with their slugs."""
    names = sorted({post.category for post in posts})
    categories = site.terms("categories", names)
    tags = site.terms("tags", sorted({tag for post in posts for tag in post.tags}))
    photos = find_photos(site, ledger, {photo for post in posts for photo in post.photos})
    slugs = {post.id: post.slug for post in posts} | dict(withdrawn)
    return Survey(
        known=Known(
            photos={digest: each.placed for digest, each in photos.items()},
            categories=_chosen(categories),
            tags=_chosen(tags),
        ),
        photos=photos,
        found=_found(site, ledger, slugs),
        names={term.number: unescape(term.name) for term in (*categories, *tags)},
        ambiguous=_ambiguous(categories, names),
    )


def find_photos(site: WordPress, ledger: Ledger, photos: Iterable[Photo]) -> dict[str, RemotePhoto]:
    """Return the pictures that the website has, by digest: by their number, else by their slug."""
    wanted = {photo.digest: photo for photo in photos}
    entries = {digest: ledger.photos.get(digest) for digest in wanted}
    numbers = {entry.number: digest for digest, entry in entries.items() if entry and entry.number}
    there = {numbers[each.number]: each for each in site.photos(numbers)} if numbers else {}
    slugs = {photo.slug: digest for digest, photo in wanted.items() if digest not in there}
    called = site.photos_called(slugs) if slugs else []
    return there | {slugs[each.slug]: each for each in called if each.slug in slugs}


def _chosen(terms: Iterable[Term]) -> dict[str, int]:
    """Return one term for each name: the topmost of them, and of those the oldest."""
    best = sorted(terms, key=lambda term: (term.parent != 0, term.number), reverse=True)
    return {term_key(term.name): term.number for term in best}


def _ambiguous(terms: Iterable[Term], names: Iterable[str]) -> tuple[str, ...]:
    keys = [term_key(term.name) for term in terms]
    return tuple(name for name in names if keys.count(term_key(name)) > 1)


def _found(site: WordPress, ledger: Ledger, slugs: Mapping[str, str]) -> dict[str, Found]:
    """Return what may be each article's post; who is in the ledger is looked for by number."""
    entries = {article: ledger.posts.get(article) for article in slugs}
    numbers = {a: entry.number for a, entry in entries.items() if entry and entry.number}
    by_number = {each.number: each for each in site.posts(numbers.values())} if numbers else {}
    strangers = {article: slug for article, slug in slugs.items() if article not in numbers}
    called = site.posts_called(strangers.values()) if strangers else []
    found = {article: Found(by_number.get(number)) for article, number in numbers.items()}
    for article, slug in strangers.items():
        by_slug = tuple(each for each in called if each.slug in (slug, f"{slug}__trashed"))
        found[article] = Found(None, by_slug, tuple(site.marked(article)))
    return found

"""What an address says that a visit or an article has left: where it is now, or that it is gone.

Source: design, section 4, *Addresses are permanent*; issue *News*, Idempotent and safe.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

from generator.audience import View
from generator.present import addresses
from generator.present.marks import marks
from generator.present.page import Artifact, relative


@dataclass(frozen=True, slots=True)
class _Farewell:
    """What is said of a thing that was taken back, and where one may go on."""

    title: str
    sentence: str
    link: str
    target: str


_OF_A_VISIT: Final = _Farewell(
    title="Chuyến đi đã được rút lại",
    sentence="Chuyến đi này đã được rút lại.",
    link="Về trang chủ",
    target=addresses.HOME,
)
_OF_AN_ARTICLE: Final = _Farewell(
    title="Bài đã được gỡ",
    sentence="Bài này đã được gỡ.",
    link="Xem các tin, bài khác",
    target=addresses.NEWS,
)


def gone_files(view: View) -> Iterator[Artifact]:
    """Yield a page for each address that something left: a redirect, or that it was taken back."""
    taken = {addresses.visit(visit) for visit in view.records.visits.values()}
    for visit in view.records.standing_visits:
        for former in visit.former_ids:
            origin = addresses.former_visit(former)
            if origin not in taken:
                yield _redirect(origin, addresses.visit(visit), view)
    for visit in view.gone:
        left = [addresses.visit(visit), *map(addresses.former_visit, visit.former_ids)]
        yield from (_gone(origin, _OF_A_VISIT, view) for origin in left if origin not in taken)
    for article in view.gone_articles:
        yield _gone(addresses.article(article), _OF_AN_ARTICLE, view)


def _redirect(origin: str, target: str, view: View) -> Artifact:
    way = escape(relative(target, origin))
    head = (
        f'<link rel="canonical" href="{way}">\n<meta http-equiv="refresh" content="0; url={way}">\n'
    )
    body = f'<p>Trang này đã chuyển sang <a href="{way}">địa chỉ mới</a>.</p>\n'
    return _bare(origin, "Trang đã chuyển", head, body, view)


def _gone(origin: str, farewell: _Farewell, view: View) -> Artifact:
    way = escape(relative(farewell.target, origin))
    body = f'<p>{farewell.sentence}</p>\n<p><a href="{way}">{farewell.link}</a></p>\n'
    return _bare(origin, farewell.title, "", body, view)


def _bare(origin: str, title: str, head: str, body: str, view: View) -> Artifact:
    """Return a whole small document, which says as every page does whose and what it is."""
    told = "".join(f"<p><strong>{mark}</strong></p>\n" for mark in marks(view))
    document = (
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "img-src data:; base-uri 'none'; form-action 'none'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        # Else a browser asks for a picture at the root of the host.
        '<link rel="icon" href="data:,">\n'
        f"<title>{title}</title>\n{head}</head>\n<body>\n<main>\n"
        f"{told}<h1>{title}</h1>\n{body}</main>\n</body>\n</html>\n"
    )
    return Artifact(f"{origin}index.html", document.encode())

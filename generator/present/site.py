"""The whole site that the records make: its pages, its files, and the pictures it shows."""

from collections.abc import Callable, Iterator
from typing import Final

from generator.audience import View
from generator.present.articles import article_pages, pictures
from generator.present.code_pages import code_pages
from generator.present.home import home_page
from generator.present.issues import issues_page
from generator.present.method import method_page
from generator.present.page import Artifact, Page, Site
from generator.present.people import member_pages
from generator.present.plans import plan_pages
from generator.present.reference_pages import reference_pages
from generator.present.units import unit_pages
from generator.present.visits import gone_files, visit_pages
from generator.present.years import year_pages

Maker = Callable[[View], Iterator[Page]]
Writer = Callable[[View], Iterator[Artifact]]

MAKERS: Final[tuple[Maker, ...]] = (
    home_page,
    member_pages,
    year_pages,
    visit_pages,
    unit_pages,
    issues_page,
    plan_pages,
    article_pages,
    method_page,
    reference_pages,
    code_pages,
)

WRITERS: Final[tuple[Writer, ...]] = (gone_files,)


def site(view: View) -> Site:
    """Return everything that the audience's view makes; the same view gives the same bytes."""
    pages = tuple(page for maker in MAKERS for page in maker(view))
    artifacts = tuple(artifact for writer in WRITERS for artifact in writer(view))
    return Site(pages, artifacts, tuple(pictures(view)))

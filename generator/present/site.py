"""The whole site that the records make: its pages, its files, and the pictures it shows."""

from collections.abc import Callable, Iterator
from typing import Final

from generator.audience import View
from generator.present.articles import article_pages, pictures
from generator.present.calendars import calendar_files
from generator.present.code_pages import code_pages
from generator.present.data_page import data_page
from generator.present.documents.files import document_files
from generator.present.due import due_page
from generator.present.feeds import feed_files
from generator.present.gone import gone_files
from generator.present.home import home_page
from generator.present.issues import issues_page
from generator.present.method import method_page
from generator.present.page import Artifact, Page, Site
from generator.present.people import member_pages
from generator.present.personal_data import personal_data_page
from generator.present.plans import plan_pages
from generator.present.reference_pages import reference_pages
from generator.present.summary_file import summary_files
from generator.present.tables.package import data_package
from generator.present.templating import look_again
from generator.present.units import unit_pages
from generator.present.visits import visit_pages
from generator.present.workbooks.workbooks import year_workbooks
from generator.present.years import year_pages

Maker = Callable[[View], Iterator[Page]]
AddressedMaker = Callable[[View, str], Iterator[Page]]
Writer = Callable[[View], Iterator[Artifact]]
AddressedWriter = Callable[[View, str], Iterator[Artifact]]

MAKERS: Final[tuple[Maker, ...]] = (
    home_page,
    due_page,
    member_pages,
    year_pages,
    visit_pages,
    unit_pages,
    issues_page,
    plan_pages,
    method_page,
    data_page,
    personal_data_page,
    reference_pages,
    code_pages,
)

# Pages that tell machines their whole address where it is known.
ADDRESSED_MAKERS: Final[tuple[AddressedMaker, ...]] = (article_pages,)

WRITERS: Final[tuple[Writer, ...]] = (
    gone_files,
    document_files,
    data_package,
    summary_files,
    year_workbooks,
)

# Files that are read away from the site, and so name the whole address where it is known.
ADDRESSED_WRITERS: Final[tuple[AddressedWriter, ...]] = (feed_files, calendar_files)


def site(view: View, base: str = "") -> Site:
    """Return everything that the audience's view makes; the same view gives the same bytes.

    `base` is the address of the site, ending in a slash; empty if it is not known.
    """
    look_again()
    pages = [page for maker in MAKERS for page in maker(view)]
    pages += (page for maker in ADDRESSED_MAKERS for page in maker(view, base))
    artifacts = [artifact for writer in WRITERS for artifact in writer(view)]
    artifacts += (each for writer in ADDRESSED_WRITERS for each in writer(view, base))
    return Site(tuple(pages), tuple(artifacts), tuple(pictures(view)))

"""The workbook to fill in as a file of the site."""

from collections.abc import Iterator
from functools import partial

from generator.audience import View
from generator.domain.records import Records
from generator.present import addresses
from generator.present.makings import Makings
from generator.present.page import Artifact, LateArtifact


def template_files(view: View) -> Iterator[Artifact]:
    """Yield the workbook at its address on the site."""
    content = partial(_content, view.records)
    yield LateArtifact(content, addresses.TEMPLATE, Makings(view).of("template"))


def _content(records: Records) -> bytes:
    from generator.submit.workbook.template import template

    return template(records)

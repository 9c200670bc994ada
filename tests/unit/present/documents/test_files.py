"""Which documents the site holds, for whom."""

from dataclasses import replace

import pytest

from generator.audience import View
from generator.domain.period import Period
from generator.errors import UsageError
from generator.present.documents.document import document
from generator.present.documents.files import document_files
from generator.present.subject import PeriodSubject, PlanSubject
from tests.builders import member, plan
from tests.unit.present.views import view
from tests.unit.present.worlds import world

OF_EVERYONE = [
    "du-lieu/bao-cao-2019.docx",
    *(f"du-lieu/uy-vien/{each}-2019.docx" for each in ("an", "binh", "dao")),
    "du-lieu/bao-cao-2020.docx",
    *(f"du-lieu/uy-vien/{each}-2020.docx" for each in ("an", "binh", "dao")),
]


def test_everyone_gets_the_reports_and_the_sheets() -> None:
    held = world()
    found = {each.path: each.content for each in document_files(held)}
    assert list(found) == OF_EVERYONE
    assert found["du-lieu/bao-cao-2019.docx"] == document(held, PeriodSubject(Period(2019)))
    sheet = document(held, PeriodSubject(Period(2020), "dao"))
    assert found["du-lieu/uy-vien/dao-2020.docx"] == sheet


def test_the_organisation_also_gets_the_forms_of_plans_that_have_an_item() -> None:
    held = world("internal")
    found = {each.path: each.content for each in document_files(held)}
    assert list(found) == [*OF_EVERYONE, "du-lieu/ke-hoach/an-2019.docx"]
    assert found["du-lieu/ke-hoach/an-2019.docx"] == document(held, PlanSubject(2019, "an"))
    empty = view(member("an"), plan(2020, "an"), audience="internal")
    assert [each.path for each in document_files(empty)] == [
        "du-lieu/bao-cao-2020.docx",
        "du-lieu/uy-vien/an-2020.docx",
    ]


def _nobodys() -> View:
    held = world()
    return replace(held, records=replace(held.records, organisation=None))


def test_without_an_organisation_there_is_no_document() -> None:
    assert list(document_files(_nobodys())) == []
    with pytest.raises(UsageError) as refused:
        document(_nobodys(), PeriodSubject(Period(2019)))
    assert str(refused.value) == (
        "Chưa có organisation.yml, nên không biết cơ quan ban hành văn bản."
    )


@pytest.mark.parametrize("period", [Period(2018), Period(2020, 7, 9)])
def test_a_period_without_figures_is_unknown(period: Period) -> None:
    with pytest.raises(KeyError):
        document(world(), PeriodSubject(period))

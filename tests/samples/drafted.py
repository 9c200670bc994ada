"""Drafts of the sample records, filled in as the site does, of every kind that there is.

`.venv/bin/python -m tests.samples.drafted` writes those of `CHOSEN` to tests/samples/drafts anew.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from generator.audience import View
from generator.build.drafting import text_of
from generator.build.figures import view_of
from generator.domain.period import Period
from generator.present.drafts.desk import Byline, Draft
from generator.present.drafts.drafts import draft
from generator.present.placeholders import filled
from generator.present.subject import NewsSubject, PeriodSubject, ProgrammeSubject, VisitSubject

GOLDEN: Final = Path(__file__).parent / "drafts"
RECORDS: Final = Path(__file__).parents[2] / "records"
AS_OF: Final = date(2020, 3, 15)
SIGNED: Final = Byline("Lâm Hồng Đào", AS_OF, "TC-KT")

CHOSEN: Final[Mapping[str, NewsSubject]] = {
    "sinh-hoat-mot-nguoi": VisitSubject("2019-04-12-an-truong-a"),
    "sinh-hoat-hai-nguoi": VisitSubject("2020-01-04-my-hoa"),
    "sinh-hoat-tai-nha-van-hoa": VisitSubject("2019-02-27-dai-an-ap-giong"),
    "kiem-tra-dinh-ky": VisitSubject("2019-12-03-duyen-hai"),
    "kiem-tra-chuyen-de": VisitSubject("2019-05-08-cau-ke"),
    "do-thi-nong-thon-moi": VisitSubject("2019-05-08-phuong-thanh"),
    "ho-tro-chi-doan": VisitSubject("2019-05-07-ngu-lac"),
    "chien-dich-ba-nguoi": VisitSubject("2019-03-02-ham-giang"),
    "chien-dich-bon-nguoi": VisitSubject("2020-01-08-hung-hoa"),
    "khao-sat": VisitSubject("2019-05-21-dong-hai"),
    "hoi-nghi": VisitSubject("2019-01-22-cau-ke"),
    "noi-dung-khac": VisitSubject("2019-08-15-nhiet-dien-duyen-hai"),
    "hop-tai-tinh": VisitSubject("2020-01-31-tinh-doan-tra-vinh"),
    "thang": PeriodSubject(Period(2019, 3, 3)),
    "thang-chua-het": PeriodSubject(Period(2020, 3, 3)),
    "quy": PeriodSubject(Period(2019, 7, 9)),
    "nua-nam": PeriodSubject(Period(2019, 1, 6)),
    "nam": PeriodSubject(Period(2019)),
    "chuong-trinh": ProgrammeSubject("thang-thanh-nien-2019"),
    "chuong-trinh-qua-hai-nam": ProgrammeSubject("xuan-tinh-nguyen-2020"),
}


@cache
def samples() -> View:
    """What everyone may see of the sample records."""
    return view_of(RECORDS, "public", None, AS_OF)


def drafted(subject: NewsSubject, seed: str = "") -> Draft:
    """Return the draft about a subject of the samples."""
    return draft(samples(), subject, SIGNED, seed)


def golden(subject: NewsSubject) -> str:
    """Return the whole draft with its placeholders filled in."""
    return filled(text_of(drafted(subject)), samples())


def subjects() -> Iterator[NewsSubject]:
    """Yield everything in the samples that news can be about."""
    view = samples()
    over = (visit for visit in view.records.standing_visits if visit.last_day <= AS_OF)
    yield from (VisitSubject(visit.id) for visit in over)
    for year in view.results.years:
        held = (year.whole, *year.months, *year.longer)
        yield from (PeriodSubject(each.span) for each in held if each.visits)
    yield from (ProgrammeSubject(each) for each in view.records.programmes)


def main() -> None:
    """Write the chosen drafts anew."""
    for name, subject in CHOSEN.items():
        (GOLDEN / f"{name}.md").write_text(golden(subject), encoding="utf-8")


if __name__ == "__main__":
    main()

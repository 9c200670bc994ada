"""A draft of the news about one subject: which story is told, and by whom.

Source: design, section 3, `draft`.
"""

from generator.audience import View
from generator.domain.period import Period
from generator.present.drafts.desk import Byline, Desk, Draft
from generator.present.drafts.period_news import period_story
from generator.present.drafts.programme_news import programme_story
from generator.present.drafts.seeded import Turns
from generator.present.drafts.visit_news import visit_story
from generator.present.drafts.year_news import year_story
from generator.present.subject import NewsSubject, ProgrammeSubject, VisitSubject


def draft(view: View, subject: NewsSubject, byline: Byline, seed: str = "") -> Draft:
    """Return the draft about a subject that has something to tell; `view` is the public one."""
    if isinstance(subject, VisitSubject):
        desk = Desk(view, Turns(subject.visit, seed))
        return desk.article(visit_story(desk, view.records.visits[subject.visit]), byline)
    if isinstance(subject, ProgrammeSubject):
        desk = Desk(view, Turns(subject.programme, seed))
        programme = view.records.programmes[subject.programme]
        return desk.article(programme_story(desk, programme), byline)
    desk = Desk(view, Turns(str(subject.period), seed))
    if subject.period == Period(subject.period.year):
        year, _ = view.results.figures_of(subject.period)
        return desk.article(year_story(desk, year), byline)
    return desk.article(period_story(desk, subject.period), byline)

"""The rules across records: each a generator of faults whose docstring is the rule.

Source: design, section 2, and issue *Main job*, "Rules across records".
"""

from collections.abc import Callable, Iterator
from typing import Final

from generator.domain.finding import Fault
from generator.domain.records import Records
from generator.rules import (
    articles,
    dates,
    lists,
    media,
    people,
    plans,
    policies,
    privacy,
    references,
)

Rule = Callable[[Records], Iterator[Fault]]

RULES: Final[tuple[Rule, ...]] = (
    references.members_exist,
    references.units_exist,
    references.units_are_valid,
    references.kinds_exist,
    references.programmes_exist,
    references.programmes_run,
    references.topics_exist,
    references.plan_items_exist,
    references.plan_items_fit_members,
    references.former_ids_are_free,
    lists.ids_are_unique,
    lists.entries_do_not_repeat,
    lists.units_have_no_loops,
    lists.spans_are_in_order,
    dates.file_names_agree,
    dates.folders_agree,
    dates.visits_end_after_they_begin,
    dates.visits_are_short,
    dates.sessions_need_one_day,
    dates.attendance_lies_within,
    dates.attendance_names_members,
    dates.reports_follow_visits,
    dates.resolved_issues_say_how,
    dates.issues_follow_visits,
    people.terms_are_in_order,
    people.leave_is_in_order,
    people.nobody_visits_on_leave,
    people.nobody_visits_outside_terms,
    people.nobody_is_in_two_places,
    people.no_visit_is_recorded_twice,
    plans.plans_are_where_they_say,
    plans.months_exist,
    plans.items_take_time,
    plans.approvals_fit_the_year,
    policies.policies_cover_whole_years,
    policies.policies_do_not_overlap,
    policies.rounding_is_small,
    policies.days_fit_a_year,
    media.photos_exist,
    media.paths_stay_inside,
    media.photos_are_pictures,
    media.photos_are_not_too_large,
    media.articles_show_photos_with_consent,
    articles.visits_exist,
    articles.placeholders_are_well_formed,
    articles.placeholders_find_something,
    privacy.public_repositories_hold_nothing_internal,
    privacy.the_format_is_known,
)


def check(records: Records) -> Iterator[Fault]:
    """Yield every fault of every rule, rule by rule."""
    for rule in RULES:
        yield from rule(records)

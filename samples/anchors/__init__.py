"""Visits written by hand: those that articles tell of, and each rare case once."""

from __future__ import annotations

from samples.anchors import rare, spring, summer, winter
from samples.anchors.winter import to_come
from samples.visit import Visit

__all__ = ["anchors", "to_come"]


def anchors() -> list[Visit]:
    """All visits written by hand that have happened."""
    return [
        spring.pictured(),
        spring.enlistment_camp(),
        spring.youth_month(),
        spring.learning_inspection(),
        summer.migration_survey(),
        summer.exam_season(),
        summer.island_summer(),
        winter.year_end_inspection(),
        winter.across_new_year(),
        *rare.two_in_a_day(),
        *rare.same_place_twice(),
        *rare.factory_and_border(),
        rare.taken_back(),
        *winter.early_2020(),
    ]

"""Which visits of many an article tells one by one.

Rule: visits that the records tell most of come first. Of two, that which has a photo with consent;
then that with more of guidance, results, a turnout and public issues; then that with more people;
then the earlier one. Each further one is of another kind and another unit than those before it, as
long as there is one.
"""

from collections.abc import Iterable

from generator.domain.visit import Visit


def notable(visits: Iterable[Visit], most: int) -> list[Visit]:
    """Return up to `most` visits, by date."""
    ranked = sorted(visits, key=_merit)
    chosen: list[Visit] = []
    while ranked and len(chosen) < most:
        kinds = {each.kind for each in chosen}
        units = {each.unit for each in chosen}
        fresh = (each for each in ranked if each.kind not in kinds and each.unit not in units)
        best = next(fresh, ranked[0])
        chosen.append(best)
        ranked.remove(best)
    return sorted(chosen, key=lambda each: (each.date, each.id))


def _merit(visit: Visit) -> tuple[int, int, int, str]:
    told = (visit.guidance, visit.results, visit.turnout, visit.issues)
    return -bool(visit.photos), -sum(map(bool, told)), -len(visit.members), visit.id

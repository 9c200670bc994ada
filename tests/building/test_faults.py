"""Whatever happens to a build, a whole site stands, and the next build is done.

Source: research/reliability.md, section 4, row 37; issue *Trust*, done when, 3.
"""

from collections import Counter
from collections.abc import Callable

import pytest

from tests.building.faults import What
from tests.building.trials import Bench, bench, moments, trial

Figure = Callable[[str, object], None]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return bench(tmp_path_factory.mktemp("faults"))


@pytest.mark.slow
@pytest.mark.parametrize(("what", "count"), [("kill", 20), ("full", 5), ("broken", 5)])
def test_row_37_a_build_that_breaks_off_leaves_a_whole_site_and_the_next_one_is_done(
    made: Bench, what: What, count: int, record_property: Figure
) -> None:
    left = Counter(trial(made, at, what) for at in moments(made.steps, count, 37))
    assert left.total() == count
    # Most of a build is before the swap.
    assert left["old"] > left["new"]
    record_property("figure", f"{count} × {what} in {made.steps} steps, 0 half sites")

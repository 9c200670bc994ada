"""Every figure on a page is one that Plotly itself knows, and would write in the same way."""

import json
import re
from collections.abc import Iterator
from typing import Any

import plotly.graph_objects as go
import pytest

from generator.domain.fields import Audience
from generator.present.site import MAKERS
from tests.unit.present.worlds import halves, world

FIGURE = re.compile(r'class="ct-chart__data">(.*?)</script>', re.DOTALL)


def figures(audience: Audience) -> Iterator[tuple[str, Any]]:
    for view in (world(audience), halves()):
        for maker in MAKERS:
            for page in maker(view):
                for found in FIGURE.findall(page.body):
                    yield page.address, json.loads(found)


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_plotly_takes_each_figure_as_it_is(audience: Audience) -> None:
    seen: set[str] = set()
    for address, figure in figures(audience):
        # Unknown names and values are errors there.
        taken = json.loads(
            go.Figure({**figure, "layout": {**figure["layout"], "template": None}}).to_json()
        )
        taken["layout"].pop("template", None)
        assert taken == figure, address
        seen.add(address.partition("/")[0])
    assert seen >= {"ket-qua", "uy-vien"}


def test_a_name_that_plotly_does_not_know_is_an_error_there() -> None:
    with pytest.raises(ValueError, match="colour"):
        go.Figure({"data": [{"type": "bar", "marker": {"colour": "red"}}]})

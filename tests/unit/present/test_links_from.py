"""Links of templates are those of `relative`, whichever way they are worked out."""

from hypothesis import given
from hypothesis import strategies as st

from generator.present.page import relative
from generator.present.templating import links_from

PARTS = st.lists(st.sampled_from(["a", "b", "ab", "a-b"]), max_size=3)
PATHS = st.builds(
    lambda parts, end: "/".join(parts) + end * bool(parts), PARTS, st.sampled_from(["", "/"])
)
ENDS = st.sampled_from(["", "#x", "?a=b", "?a=b#c/d"])


@given(PATHS, PATHS, ENDS)
def test_a_link_is_that_of_relative(origin: str, path: str, end: str) -> None:
    assert links_from(origin)(path + end) == relative(path + end, origin)


def test_links_into_another_folder_the_same_and_home() -> None:
    link = links_from("chuyen-di/2019/x/")
    assert link("uy-vien/an/#y") == "../../../uy-vien/an/#y"
    assert link("chuyen-di/2019/z/") == "../z/"
    assert link("") == "../../../"
    assert links_from("")("uy-vien/") == "uy-vien/"

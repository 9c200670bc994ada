"""Photos find their names."""

import pytest

from generator.build.photos import Assigned, assigned


@pytest.mark.parametrize(
    ("wanted", "given", "expected"),
    [
        ([], [], Assigned({}, (), ())),
        (["2020/a.jpg"], [("z9.jpg", b"1")], Assigned({"2020/a.jpg": b"1"}, (), ())),
        (
            ["2020/a.jpg", "2020/b.jpg"],
            [("B.jpg", b"2"), ("z.jpg", b"1")],
            Assigned({"2020/a.jpg": b"1", "2020/b.jpg": b"2"}, (), ()),
        ),
        (
            ["2020/a.jpg", "2020/b.jpg"],
            [("2020/b.jpg", b"2")],
            Assigned({"2020/b.jpg": b"2"}, ("2020/a.jpg",), ()),
        ),
        (["2020/a.jpg"], [("x.jpg", b"1"), ("y.jpg", b"2")], Assigned({}, ("2020/a.jpg",), ("x.jpg", "y.jpg"))),
        (["2020/a.jpg", "2020/a.jpg"], [("a.jpg", b"1")], Assigned({"2020/a.jpg": b"1"}, (), ())),
        (["2020/a.jpg"], [("a.jpg", b"1"), ("a.jpg", b"2")], Assigned({}, ("2020/a.jpg",), ("a.jpg", "a.jpg"))),
    ],
)  # fmt: skip
def test_photos_are_named_by_name_and_then_by_order(
    wanted: list[str], given: list[tuple[str, bytes]], expected: Assigned
) -> None:
    assert assigned(wanted, given) == expected

"""The folder and the name of a file tell what it is."""

import pytest

from generator.load.layout import KINDS, kind_of, picture_name

PLACED = [
    ("organisation.yml", "organisation", "organisation"),
    ("units.yml", "units", "units"),
    ("activities.yml", "activities", "activities"),
    ("members/le-van-ba.yml", "members", "le-van-ba"),
    ("policies/chu-truong-1-2.yml", "policies", "chu-truong-1-2"),
    ("plans/2019/le-van-ba.yml", "plans", "2019/le-van-ba"),
    ("visits/2019/2019-05-20-ap-3.yml", "visits", "2019-05-20-ap-3"),
    ("visits/2018/bat-ky.yml", "visits", "bat-ky"),
    ("articles/2019/2019-12-31-tong-ket.md", "articles", "2019-12-31-tong-ket"),
]
STRAYS = [
    "",
    "README.md",
    "units.yaml",
    "Units.yml",
    "members/Le-Van-Ba.yml",
    "members/lê-văn-ba.yml",
    "members/-a.yml",
    "members/a/b.yml",
    "members/.yml",
    "visits/2019-05-20-ap-3.yml",
    "visits/19/2019-05-20-ap-3.yml",
    "visits/٢٠١٩/2019-05-20-ap-3.yml",
    "visits/2019/5/2019-05-20-ap-3.yml",
    "articles/2019/a.yml",
    "articles/2019/a.markdown",
    "members/a.yml\n",
    "../members/a.yml",
    "media/2019/a.yml",
]


@pytest.mark.parametrize(("path", "kind", "id_"), PLACED)
def test_a_record_is_told_by_its_place(path: str, kind: str, id_: str) -> None:
    found = kind_of(path)
    assert found
    assert (found[0].name, found[1]) == (kind, id_)


@pytest.mark.parametrize("path", STRAYS)
def test_nothing_else_is_a_record(path: str) -> None:
    assert kind_of(path) is None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_example_of_a_kind_is_one(kind) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    found = kind_of(kind.example)
    assert found
    assert found[0] is kind


PICTURES = [
    ("media/2019/a.jpg", "2019/a.jpg"),
    ("media/2019/Ấp 3.JPEG", "2019/Ấp 3.JPEG"),
    ("media/2019/b/c.webp", "2019/b/c.webp"),
    ("media/a.jpg", None),
    ("media/2019/a.gif", None),
    ("media/2019/a", None),
    ("media/2019/a\n.jpg", None),
    ("visits/2019/a.jpg", None),
]


@pytest.mark.parametrize(("path", "name"), PICTURES)
def test_a_picture_is_told_by_its_folder_and_suffix(path: str, name: str | None) -> None:
    assert picture_name(path) == name

"""Folders of records side by side: which are organisations, what they call themselves, which is meant.

Source: issue *Speed*, Scale (sites per province from one repository).
"""

from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.load.organisations import Housed, organisations, records_of
from tests.builders import organisation, records, write


def house(folder: Path, *ids: str, text: str = "name: Tỉnh đoàn Bến Tre\n") -> None:
    for each in ids:
        (folder / each).mkdir()
        (folder / each / "organisation.yml").write_text(text, encoding="utf-8")


def test_a_folder_with_the_record_of_one_is_an_organisation(tmp_path: Path) -> None:
    write(records(organisation(name="Tỉnh đoàn Vĩnh Long")), tmp_path / "vinh-long")
    house(tmp_path, "ben-tre", text="name: [\n")
    house(tmp_path, ".git")
    (tmp_path / "ghi-chu").mkdir()
    (tmp_path / "organisation.yml").write_text("name: A\n", encoding="utf-8")
    assert list(organisations(tmp_path)) == [
        Housed("ben-tre", ""),
        Housed("vinh-long", "Tỉnh đoàn Vĩnh Long"),
    ]


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as told:
        list(organisations(tmp_path / "khong"))
    assert str(told.value) == (
        f"Không đọc được thư mục {tmp_path}/khong: No such file or directory."
    )


def test_the_one_that_is_asked_for_is_a_folder_below(tmp_path: Path) -> None:
    house(tmp_path, "ben-tre", "tra-vinh")
    assert records_of(tmp_path, "tra-vinh") == tmp_path / "tra-vinh"


@pytest.mark.parametrize(
    ("ids", "told"),
    [
        ([], "Thư mục này chưa có tổ chức nào."),
        (["ben-tre", "tra-vinh"], "Hiện có: ben-tre, tra-vinh."),
        (
            [f"t{number:02d}" for number in range(42)],
            f"Hiện có: {', '.join(f't{number:02d}' for number in range(40))} và 2 tổ chức khác.",
        ),
    ],
    ids=["none", "two", "many"],
)
@pytest.mark.parametrize("asked", ["vinh-long", "..", ""])
def test_any_other_is_refused_with_those_that_are_there(
    tmp_path: Path, ids: list[str], told: str, asked: str
) -> None:
    house(tmp_path, *ids)
    with pytest.raises(UsageError) as refused:
        records_of(tmp_path, asked)
    assert str(refused.value) == (f"Không có tổ chức “{asked}” trong thư mục {tmp_path}. {told}")

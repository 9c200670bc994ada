"""Arrivals are written all or none, photos before the records that show them."""

import io
from pathlib import Path

import pytest
from PIL import Image

from generator.build.arrivals import look_at_photos, take_in
from generator.build.replace import create_files
from generator.submit.arrivals import Arrival, Judged


def arrival(id_: str) -> Judged:
    return Judged(Arrival(id_, {"date": id_[:10], "content": "Họp."}), None, ())


def files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def test_records_and_photos_are_written_where_they_belong(tmp_path: Path) -> None:
    written = take_in(tmp_path, [arrival("2019-03-05-a")], {"2019/a.jpg": b"jpg"})
    assert written == [tmp_path / "media/2019/a.jpg", tmp_path / "visits/2019/2019-03-05-a.yml"]
    assert written[1].read_bytes() == "date: 2019-03-05\ncontent: Họp.\n".encode()
    assert files(tmp_path) == ["media/2019/a.jpg", "visits/2019/2019-03-05-a.yml"]


def test_a_file_that_is_there_stays_and_nothing_else_is_written(tmp_path: Path) -> None:
    take_in(tmp_path, [arrival("2019-03-05-b")], {})
    before = (tmp_path / "visits/2019/2019-03-05-b.yml").read_bytes()
    with pytest.raises(FileExistsError):
        take_in(tmp_path, [arrival("2019-03-05-a"), arrival("2019-03-05-b")], {"2019/a.jpg": b"x"})
    assert files(tmp_path) == ["visits/2019/2019-03-05-b.yml"]
    assert (tmp_path / "visits/2019/2019-03-05-b.yml").read_bytes() == before


def test_a_link_in_the_way_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        create_files({tmp_path / "a": b"x"})
    assert not (tmp_path / "elsewhere").exists()


def test_photos_are_told_by_their_content() -> None:
    data = io.BytesIO()
    Image.new("RGB", (40, 30)).save(data, "JPEG")
    looked = look_at_photos({"2019/a.jpg": data.getvalue(), "2019/b.jpg": b"not a picture"})
    assert (looked["2019/a.jpg"].format, looked["2019/a.jpg"].width) == ("JPEG", 40)
    assert looked["2019/b.jpg"].format == ""
    assert looked["2019/b.jpg"].path == "records/media/2019/b.jpg"

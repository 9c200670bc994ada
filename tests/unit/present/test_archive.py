"""A ZIP archive that only its content decides."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from generator.present.archive import archive


def test_the_files_are_there_in_order_packed_and_of_one_moment() -> None:
    content = archive({"b/ấp.txt": "Ấp 3".encode() * 100, "a.txt": b""})
    with ZipFile(BytesIO(content)) as held:
        assert held.testzip() is None
        assert [
            (each.filename, each.date_time, each.compress_type) for each in held.infolist()
        ] == [
            ("b/ấp.txt", (1980, 1, 1, 0, 0, 0), ZIP_DEFLATED),
            ("a.txt", (1980, 1, 1, 0, 0, 0), ZIP_DEFLATED),
        ]
        assert held.read("b/ấp.txt") == "Ấp 3".encode() * 100
    assert content == archive({"b/ấp.txt": "Ấp 3".encode() * 100, "a.txt": b""})

"""The folder as a whole."""

from io import BytesIO
from zipfile import ZipFile

from generator.present.handover.files import handover_files
from generator.present.handover.going import picture_names
from tests.unit.present.handover.news import COVER, going
from tests.unit.present.views import article


def test_everything_is_there_and_always_the_same() -> None:
    files = handover_files(going())
    assert list(files) == [
        "doc-truoc.html",
        "nhap.xml",
        "bai/2019-03-06-hop-le.html",
        "bai/2019-12-31-tong-ket.html",
        "anh.zip",
    ]
    with ZipFile(BytesIO(files["anh.zip"])) as pictures:
        assert pictures.namelist() == ["2019-03-05-ap-3.jpg", "cau-moi.png"]
        assert pictures.read("2019-03-05-ap-3.jpg") == going().pictures[COVER].whole
    assert handover_files(going()) == files


def test_without_pictures_there_is_no_archive() -> None:
    assert "anh.zip" not in handover_files(going(article("2019-12-31-tong-ket")))


def test_pictures_of_one_name_keep_their_folders() -> None:
    assert picture_names(["2020/a.jpg", "2019/b.jpg", "2019/a.jpg"]) == {
        "2019/a.jpg": "2019/a.jpg",
        "2019/b.jpg": "b.jpg",
        "2020/a.jpg": "2020/a.jpg",
    }

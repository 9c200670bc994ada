"""`congtac init`: a new, empty organisation that is sound and builds, whole or not at all."""

import json
import stat
from pathlib import Path

import pytest
import yaml

from generator.load.limits import LIST_LIMITS
from generator.load.strict_yaml import read
from tests.commands import ROOT, congtac

HEAD = "code,level,name,parent_code,valid_to,successor_code,successor_name\n"
TRA_VINH = ROOT / "samples/tra-vinh-units.csv"


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def table(folder: Path, rows: str, head: str = HEAD) -> Path:
    file = folder / "units.csv"
    file.write_text(head + rows, encoding="utf-8")
    return file


def test_a_new_organisation_is_sound_and_in_form(tmp_path: Path) -> None:
    place = tmp_path / "so/tinh-doan"
    ended = congtac("init", "so/tinh-doan", "--name", "Tỉnh đoàn Mẫu", cwd=tmp_path)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (
        "Đã tạo 38 tệp trong so/tinh-doan. Việc cần làm: xem so/tinh-doan/README.md.\n"
    )
    assert [each.name for each in place.parent.iterdir()] == ["tinh-doan"], "no traces"
    assert stat.S_IMODE(place.stat().st_mode) == stat.S_IMODE(place.parent.stat().st_mode)
    made = snapshot(place)
    assert {"README.md", ".gitignore", "mkdocs.yml", "docs/huong-dan/index.md"} <= made.keys()
    assert made["records/members/.gitkeep"] == b""
    check = congtac("check", "--format", "json", cwd=place)
    assert check.json == {"checked": 4, "findings": []}
    assert congtac("fmt", "--check", cwd=place).code == 0
    assert congtac("schema", "--check", cwd=place).code == 0
    assert congtac("summary", "--format", "json", "--as-of", "2026-01-01", cwd=place).json == {
        "as_of": "2026-01-01",
        "years": [],
    }
    assert snapshot(place) == made, "nothing of this writes"


def test_what_nobody_told_reads_as_missing(tmp_path: Path) -> None:
    assert congtac("init", "x", cwd=tmp_path).code == 0
    organisation = read((tmp_path / "x/records/organisation.yml").read_bytes()).tree
    assert organisation == {
        "schema_version": "1",
        "name": "TÊN TỔ CHỨC (sửa trong organisation.yml)",
        "full_name": "TÊN ĐẦY ĐỦ CỦA TỔ CHỨC (sửa)",
        "document_issuer": "TÊN CƠ QUAN BAN HÀNH VĂN BẢN (sửa)",
        "place": "ĐỊA DANH (sửa)",
        "timezone": "Asia/Ho_Chi_Minh",
        "demo": "false",
        "repository": {
            "forge": "github",
            "url": "https://example.org/sua-dia-chi-kho",
            "branch": "main",
            "public": "false",
        },
    }
    units = read((tmp_path / "x/records/units.yml").read_bytes()).tree
    assert units == {
        "units": [{"id": "tinh", "name": "Tỉnh (sửa tên trong units.yml)", "level": "province"}]
    }
    policy = read((tmp_path / "x/records/policies/chu-truong-1-2.yml").read_bytes()).tree
    assert policy is not None
    assert "report_deadline_days" not in policy["rules"]
    assert {rule["provenance"] for rule in policy["rules"].values()} == {"assumed"}
    activities = (tmp_path / "x/records/activities.yml").read_text()
    assert "Trà Vinh" not in activities
    assert "programmes" not in activities


def test_its_site_builds_for_both_audiences(tmp_path: Path) -> None:
    assert congtac("init", "x", "--name", "Tỉnh đoàn Mẫu", cwd=tmp_path).code == 0
    place = tmp_path / "x"
    for audience in ("public", "internal"):
        ended = congtac("build", "--out", f"site-{audience}", "--audience", audience, cwd=place)
        assert (ended.code, ended.err) == (0, "")
        site = place / f"site-{audience}"
        assert "Tỉnh đoàn Mẫu" in (site / "index.html").read_text()
        assert (site / "assets/stylesheets/congtac.css").is_file()
        assert (site / "huong-dan/index.html").is_file()


def test_units_are_adopted_from_a_table(tmp_path: Path) -> None:
    ended = congtac(
        "init", "x", "--province-name", "Tỉnh Trà Vinh", "--units", TRA_VINH, cwd=tmp_path
    )
    assert (ended.code, ended.err) == (0, "")
    place = tmp_path / "x"
    assert congtac("check", "--format", "json", cwd=place).json["findings"] == []
    tree = read((place / "records/units.yml").read_bytes(), LIST_LIMITS).tree
    assert tree is not None
    units = {unit["id"]: unit for unit in tree["units"]}
    assert units["84-tra-vinh"] == {
        "id": "84-tra-vinh",
        "code": "84",
        "name": "Tỉnh Trà Vinh",
        "level": "province",
    }
    levels = [unit["level"] for unit in tree["units"] if "valid_from" not in unit]
    assert (levels.count("district"), levels.count("commune")) == (9, 106)
    assert units["29272-an-truong-a"] == {
        "id": "29272-an-truong-a",
        "code": "29272",
        "name": "Xã An Trường A",
        "level": "commune",
        "parent": "844-cang-long",
        "valid_to": "2025-06-30",
        "successors": [units["29272-an-truong-a"]["successors"][0]],
    }
    assert units["29272-an-truong-a"]["successors"][0].endswith("-2025-an-truong")
    assert units["29245-phuong-2"]["successors"] == ["29242-phuong-3"], "of 2024, and listed"
    assert units["29242-2025-tra-vinh"]["valid_from"] == "2025-07-01"
    assert "Trà Vinh" in (place / "records/organisation.yml").read_text()


def test_every_wrong_row_is_told_at_once(tmp_path: Path) -> None:
    rows = (
        "001,district,Huyện A,99,,,\n"
        "002,commune,Xã B,001,2025-13-01,,\n"
        "\n"
        "002,commune,Xã C,001,,,\n"
        "0 3,commune,Xã D,001,,,\n"
        "004,xa,Xã E,001,,,\n"
        "005,commune,,001,,,\n"
        "006,commune,Xã G,001,,,Xã H\n"
        "007,commune,Xã I,001,,7,Xã K\n"
        "008,district,Huyện L,002,,,\n"
        "009,commune,Xã\u200b M,001,,,\n"
        "010,district,Huyện N,98,,,\n"
    )
    ended = congtac("init", "x", "--units", table(tmp_path, rows), cwd=tmp_path)
    assert ended.code == 1
    assert ended.err.splitlines() == [
        "Bảng đơn vị có 11 chỗ sai, chưa ghi gì:",
        "  Dòng 2: Chỉ được một tỉnh đứng ngoài bảng, nhưng có: 98, 99.",
        "  Dòng 3: Ô valid_to: Không có ngày 2025-13-01. Tháng chỉ từ 01 đến 12.",
        "  Dòng 5: Mã 002 đã có ở dòng 3.",
        "  Dòng 6: Mã “0 3” chỉ được gồm chữ số và chữ thường không dấu.",
        "  Dòng 7: Cấp “xa” không dùng được; chọn một trong: province, district, commune, branch.",
        "  Dòng 8: Ô name để trống.",
        "  Dòng 9: successor_code và successor_name phải cùng có, hoặc cùng để trống.",
        "  Dòng 10: Có đơn vị kế tục thì phải có valid_to, ngày tồn tại cuối cùng.",
        "  Dòng 11: Đơn vị cấp trên 002 không ở cấp cao hơn.",
        "  Dòng 12: Có ký tự ẩn hoặc điều khiển U+200B (ZERO WIDTH SPACE).",
        "  Dòng 13: Chỉ được một tỉnh đứng ngoài bảng, nhưng có: 98, 99.",
    ]
    assert [each.name for each in tmp_path.iterdir()] == ["units.csv"]


def test_a_table_that_spreadsheets_wrote_is_read_too(tmp_path: Path) -> None:
    file = tmp_path / "units.csv"
    text = "\ufeffcode;level;name;parent_code;valid_to;successor_code;successor_name\r\n1;district;Huyện A;9;;;\r\n"
    file.write_bytes(text.encode())
    ended = congtac("init", "x", "--units", "units.csv", cwd=tmp_path)
    assert (ended.code, ended.err) == (0, "")
    assert "id: 1-a\n" in (tmp_path / "x/records/units.yml").read_text()


@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        (b"", 1, "  Dòng 1: Thiếu cột code, level, name, parent_code, "),
        (b"code,level,name\n", 1, "  Dòng 1: Thiếu cột parent_code, valid_to, "),
        (HEAD.encode(), 1, "  Dòng 1: Bảng không có dòng nào."),
        (HEAD.encode() + b'1,district,"' + b"x" * 140_000 + b'"\n', 1, "  Dòng 2: Không đọc được"),
        (
            HEAD.encode() + b"1,district,Huy\xf4n,9,,,\n",
            2,
            "units.csv: dòng 2: Tệp không phải UTF-8",
        ),
        (None, 2, "Không đọc được units.csv: No such file or directory."),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(
    tmp_path: Path, content: bytes | None, code: int, told: str
) -> None:
    if content is not None:
        (tmp_path / "units.csv").write_bytes(content)
    ended = congtac("init", "x", "--units", "units.csv", cwd=tmp_path)
    assert ended.code == code
    assert told in ended.err
    assert "Traceback" not in ended.err
    assert not (tmp_path / "x").exists()


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x/note.txt").write_text("giữ")
    ended = congtac("init", "x", cwd=tmp_path)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "x đã có và không trống nên chưa ghi gì. Chọn một thư mục mới.\n"
    assert snapshot(tmp_path) == {"x/note.txt": "giữ".encode()}
    assert congtac("init", "x/note.txt", cwd=tmp_path).code == 1


def test_an_empty_folder_is_filled_even_the_one_we_are_in(tmp_path: Path) -> None:
    folder = tmp_path / "so"
    folder.mkdir()
    ended = congtac("init", ".", cwd=folder)
    assert (ended.code, ended.err) == (0, "")
    assert congtac("check", cwd=folder).code == 0
    assert [each.name for each in tmp_path.iterdir()] == ["so"]


@pytest.mark.parametrize("name", ["a\u200bb", "x" * 501])
def test_a_name_that_no_record_takes_is_refused(tmp_path: Path, name: str) -> None:
    ended = congtac("init", "x", "--name", name, cwd=tmp_path)
    assert ended.code == 1
    assert ended.err.startswith(
        "Bản ghi tạo ra còn lỗi nên chưa ghi gì:\n  records/organisation.yml:2 "
    )
    assert list(tmp_path.iterdir()) == []


def test_the_editor_finds_the_schemas(tmp_path: Path) -> None:
    assert congtac("init", "x", cwd=tmp_path).code == 0
    settings = json.loads((tmp_path / "x/.vscode/settings.json").read_text())
    for schema in settings["yaml.schemas"]:
        assert (tmp_path / "x" / schema).is_file()


def test_its_frame_names_no_folder_of_this_checkout(tmp_path: Path) -> None:
    assert congtac("init", "x", cwd=tmp_path).code == 0
    text = (tmp_path / "x/mkdocs.yml").read_text()
    assert "generator/" not in text.replace("(generator/web)", "")
    assert "    - huong-dan" not in text
    assert yaml.load(text.replace("!ENV ", ""), yaml.SafeLoader)["theme"]["language"] == "vi"

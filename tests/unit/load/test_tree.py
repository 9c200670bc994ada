"""The tree: every file becomes a record, a picture or a finding; row 30 of the catalogue."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.domain.finding import Fault, Finding
from generator.errors import UsageError
from generator.load import tree
from generator.load.contents import contents
from generator.load.tree import load_records, load_some, record_files
from tests.opening import opened_below
from tests.rows import RecordProperty
from tests.unit.load.trees import base, small, visit, write

NAME_HINT = (
    "Tên tệp chỉ gồm chữ thường không dấu, chữ số, gạch nối, và nằm trong thư mục của nó; "
    "ví dụ visits/2019/2019-05-20-ap-3.yml."
)


def told(root: Path) -> list[tuple[str, str, str]]:
    """Return path, code and hint of each finding of reading everything."""
    return [(f.path, f.code, f.hint) for f in load_records(root).findings]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[list[str]]:
    """Hear the path of every file that is opened."""
    with opened_below(tmp_path) as heard:
        yield heard


def test_a_whole_tree_is_read(tmp_path: Path) -> None:
    loaded = load_records(base(tmp_path))
    records = loaded.records
    assert loaded.findings == ()
    assert len(loaded.files) == 11
    assert records.organisation
    assert records.unit_list
    assert records.activities
    assert list(records.members) == ["le-van-ba", "nguyen-van-nam", "tran-thi-tu"]
    assert list(records.plans) == ["2019/le-van-ba"]
    assert list(records.visits) == ["2019-05-20-ap-3", "2019-06-12-nhi-long"]
    assert records.visits["2019-05-20-ap-3"].path == "records/visits/2019/2019-05-20-ap-3.yml"
    assert records.articles["2019-12-31-tong-ket"].body.startswith("\nTrong năm")
    assert list(records.pictures) == ["2019/ap-3.jpg", "2019/nhi-long.png"]
    assert records.known["media"] == {"2019/ap-3.jpg", "2019/nhi-long.png"}
    assert records.known["plans"] == {"2019/le-van-ba"}


def test_progress_hears_each_file_in_order(tmp_path: Path) -> None:
    heard: list[str] = []
    root = base(tmp_path)
    load_records(root, heard.append)
    assert heard == list(record_files(root))
    assert heard == sorted(heard)


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    root = small(tmp_path)
    for name in (".DS_Store", ".git/config", "visits/.keep", "members/.le-van-ba.yml.swp"):
        write(root, name, "x")
    assert told(root) == []


STRAYS = [
    ("README.md", NAME_HINT),
    ("members/Lê Văn Tư.yml", "Đổi tên tệp thành members/le-van-tu.yml."),
    ("members/le-van-tu.yaml", "Đổi tên tệp thành members/le-van-tu.yml."),
    ("visits/2019/2019-05-20 Ấp 3.YML", "Đổi tên tệp thành visits/2019/2019-05-20-ap-3.yml."),
    ("articles/2019/2019-05-20-Tin.markdown", "Đổi tên tệp thành articles/2019/2019-05-20-tin.md."),
    ("visits/2019-05-20-ap-3.yml", NAME_HINT),
    ("visits/2019/2019-05-20-ap-3.yml~", NAME_HINT),
    ("media/2019/anh.gif", "Ảnh để ở media/<năm>/, là tệp .jpg, .png hoặc .webp."),
    ("media/anh.jpg", "Ảnh để ở media/<năm>/, là tệp .jpg, .png hoặc .webp."),
    ("khong-duoi", NAME_HINT),
]


@pytest.mark.parametrize(("name", "hint"), STRAYS)
def test_a_stray_file_is_told_with_a_better_name(tmp_path: Path, name: str, hint: str) -> None:
    root = small(tmp_path)
    write(root, name, "x")
    assert told(root) == [(f"records/{name}", "S012", hint)]


def test_names_that_cannot_be_shown_are_shown_with_a_mark(tmp_path: Path) -> None:
    root = small(tmp_path)
    for name in (b"a\xff.yml", b"b\nrecords:1:1 S001 x.yml", "c\u202e.yml".encode()):
        Path(os.fsdecode(os.fsencode(root / "members") + b"/" + name)).write_text(
            "x", encoding="utf-8"
        )
    paths = [path for path, _, _ in told(root)]
    assert paths == [
        "records/members/a\ufffd.yml",
        "records/members/b\ufffdrecords:1:1 S001 x.yml",
        "records/members/c\ufffd.yml",
    ]


@pytest.mark.parametrize("name", ["organisation", "units", "activities"])
def test_each_required_file_is_missed(tmp_path: Path, name: str) -> None:
    root = small(tmp_path)
    (root / f"{name}.yml").unlink()
    assert told(root) == [
        (f"records/{name}.yml", "S013", "Tạo tệp này; lệnh congtac init làm sẵn một bộ mẫu.")
    ]


def test_a_required_file_that_is_broken_is_not_missing(tmp_path: Path) -> None:
    root = small(tmp_path)
    write(root, "units.yml", "")
    assert [code for _, code, _ in told(root)] == ["Y014"]


def test_the_same_id_in_two_folders_is_read_twice(tmp_path: Path) -> None:
    root = small(tmp_path)
    for year in (2018, 2019):
        write(root, f"visits/{year}/2019-05-20-a.yml", visit("2019-05-20"))
    visits = load_records(root).records.visits
    assert len(visits) == 2
    assert {each.id for each in visits.values()} == {"2019-05-20-a"}


# --- what is no plain file ------------------------------------------------------------------------

LINK = "Thay bằng chính tệp đó."
RIGHTS = "Xem lại quyền đọc tệp, hoặc tải tệp lên lại."


def test_a_link_is_not_followed(tmp_path: Path, opened: list[str]) -> None:
    root = small(tmp_path)
    outside = write(tmp_path, "outside.yml", "secret: true\n")
    (root / "members/b.yml").symlink_to(outside)
    (root / "media").mkdir()
    (root / "media/2019").mkdir()
    (root / "media/2019/a.jpg").symlink_to(outside)
    (root / "policies").mkdir()
    (root / "policies/gone.yml").symlink_to("nowhere.yml")
    assert told(root) == [
        ("records/media/2019/a.jpg", "Y018", LINK),
        ("records/members/b.yml", "Y018", LINK),
        ("records/policies/gone.yml", "Y018", LINK),
    ]
    assert opened == [
        "records/activities.yml",
        "records/members/le-van-ba.yml",
        "records/organisation.yml",
        "records/units.yml",
    ]


def test_a_linked_folder_is_not_entered(tmp_path: Path, opened: list[str]) -> None:
    root = small(tmp_path)
    write(tmp_path, "outside/2019-05-20-a.yml", visit("2019-05-20"))
    (root / "visits").mkdir()
    (root / "visits/2019").symlink_to(tmp_path / "outside", target_is_directory=True)
    assert told(root) == [("records/visits/2019", "S012", NAME_HINT)]
    some = load_some(root, ["visits/2019/2019-05-20-a.yml"])
    assert [(f.code, f.hint) for f in some.findings] == [("Y018", LINK)]
    assert not any(path.endswith("2019-05-20-a.yml") for path in opened)


def test_a_folder_above_a_link_is_no_way_in(tmp_path: Path) -> None:
    root = small(tmp_path)
    write(tmp_path, "outside/2019/2019-05-20-a.yml", visit("2019-05-20"))
    (root / "visits").symlink_to(tmp_path / "outside", target_is_directory=True)
    some = load_some(root, ["visits/2019/2019-05-20-a.yml"])
    assert [f.code for f in some.findings] == ["Y018"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    root = small(tmp_path)
    os.mkfifo(root / "members/b.yml")
    assert told(root) == [("records/members/b.yml", "Y018", LINK)]


def test_a_folder_with_the_name_of_a_record_is_entered(tmp_path: Path) -> None:
    root = small(tmp_path)
    write(root, "members/b.yml/c.yml", "x")
    assert told(root) == [("records/members/b.yml/c.yml", "S012", NAME_HINT)]
    some = load_some(root, ["members/b.yml"])
    assert [f.code for f in some.findings] == ["Y018"]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied"), "không có quyền đọc"),
        (OSError(5, "I/O error"), "I/O error"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    root = small(tmp_path)

    def refuse(place: str) -> bytes:
        if place.endswith("le-van-ba.yml"):
            raise error
        return contents(place)

    monkeypatch.setattr(tree, "contents", refuse)
    loaded = load_records(root)
    assert loaded.findings == (
        Finding(
            "records/members/le-van-ba.yml",
            1,
            "Y018",
            1,
            "",
            "error",
            f"Không đọc được tệp: {reason}.",
            RIGHTS,
        ),
    )
    assert loaded.records.known["members"] == {"le-van-ba"}


def test_row_04_a_large_file_is_not_opened(
    tmp_path: Path, opened: list[str], record_property: RecordProperty
) -> None:
    """Its size is enough."""
    root = small(tmp_path)
    write(root, "members/b.yml", b"a" * (64 * 1024 + 1))
    assert [code for _, code, _ in told(root)] == ["Y001"]
    assert not any(path.endswith("b.yml") for path in opened)
    record_property("figure", "65,537 bytes, 0 read")


def test_a_list_may_be_larger_than_a_record(tmp_path: Path) -> None:
    root = small(tmp_path)
    many = "".join(f"  - id: u{n}\n    name: Xã\n    level: commune\n" for n in range(3000))
    write(root, "units.yml", f"units:\n{many}")
    assert len(load_records(root).records.units) == 3000


# --- folders --------------------------------------------------------------------------------------


def test_a_folder_that_cannot_be_listed_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"Không đọc được thư mục .*: No such file or directory"):
        load_records(tmp_path / "gone")


def test_the_root_may_be_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small(tmp_path)
    write(root, "README.md", "x")
    monkeypatch.chdir(root)
    assert [f.path for f in load_records(Path()).findings] == ["records/README.md"]
    monkeypatch.chdir(root / "members")
    assert [f.path for f in load_records(Path("..")).findings] == ["records/README.md"]


def test_some_of_a_folder(tmp_path: Path) -> None:
    root = base(tmp_path)
    assert list(record_files(root, "visits")) == [
        "visits/2019/2019-05-20-ap-3.yml",
        "visits/2019/2019-06-12-nhi-long.yml",
    ]


# --- some of the files ----------------------------------------------------------------------------


def test_a_missing_subject_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^Không có tệp records/members/gone\.yml\.$"):
        load_some(small(tmp_path), ["members/gone.yml"])


def test_faults_are_located_file_by_file(tmp_path: Path) -> None:
    root = small(tmp_path)
    faults = [
        Fault("R002", "records/units.yml", ("units", 1, "parent"), "m", "h"),
        Fault("R001", "records/members/le-van-ba.yml", ("terms", 0, "from"), "m", "h"),
        Fault("R002", "records/units.yml", ("units", 0), "m", "h"),
    ]
    located = [(f.path, f.line, f.column) for f in load_records(root).locate(faults)]
    assert located == [
        ("records/members/le-van-ba.yml", 6, 5),
        ("records/units.yml", 5, 5),
        ("records/units.yml", 2, 5),
    ]

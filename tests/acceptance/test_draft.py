"""`congtac draft` as the writers of news call it. Source: design, section 3, `draft`."""

import os
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest

from tests.builders import member, policy, records, visit, write
from tests.commands import ROOT, Ended, called

HELD = (
    policy(),
    member("an", name="Lê Thị An", honorific="Chị"),
    visit("2019-03-05", "ap-3", kind="meeting", results="Thống nhất cách làm"),
    visit("2019-05-10", "ham-giang", unit="ham-giang", end_date="2019-05-12"),
    visit("2019-06-01", "rut", withdrawn="2019-06-02"),
)
DAY = ("--as-of", "2019-05-20")
VISIT = ("--visit", "2019-03-05-ap-3")
ARTICLE = "records/articles/2019/2019-05-20-ap-3.md"
TO_EDIT = (
    "Bài còn là bản nháp: đọc lại, sửa lời văn, giữ các chỗ điền {{ … }}, rồi đổi status thành "
    "ready.\n"
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a folder with records that pin no day and have no programmes."""
    write(records(*HELD), tmp_path / "records")
    activities = tmp_path / "records/activities.yml"
    text = activities.read_text(encoding="utf-8")
    programmes = (
        "programmes:\n"
        "  - {id: he, label: Hè tình nguyện, from: 2019-06-01, to: 2019-08-31}\n"
        "  - {id: thang-ba, label: Tháng Thanh niên, from: 2019-03-01, to: 2019-03-31}\n"
    )
    activities.write_text(text + programmes, encoding="utf-8")
    return tmp_path


def drafted(tree: Path, *which: str) -> Ended:
    return called("draft", *which, *DAY, cwd=tree)


def files(tree: Path) -> list[str]:
    return sorted(each.relative_to(tree).as_posix() for each in tree.rglob("*.md"))


def test_a_draft_is_written_among_the_records_and_the_next_steps_are_told(tree: Path) -> None:
    ended = drafted(tree, *VISIT)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (
        f"Đã ghi {ARTICLE}.\n"
        f"{TO_EDIT}"
        f"  congtac check {ARTICLE}\n"
        "  congtac serve --audience internal\n"
        "Gửi lên để duyệt:\n"
        "  git switch -c tin/2019-05-20-ap-3\n"
        f"  git add {ARTICLE}\n"
        '  git commit -m "Bản nháp 2019-05-20-ap-3"\n'
        "  git push -u origin HEAD\n"
    )
    assert files(tree) == [ARTICLE]
    assert (tree / ARTICLE).read_text(encoding="utf-8") == (
        "---\n"
        "title: Về An-Truong, Cang-Long dự sinh hoạt chi đoàn\n"
        "date: 2019-05-20\n"
        "lead: Ngày {{ visit(2019-03-05-ap-3).date }}, Chị Lê Thị An – Ủy viên BCH chuyên trách về "
        "An-Truong, Cang-Long làm việc với Đoàn xã.\n"
        "author: Tỉnh đoàn\n"
        "visits:\n"
        "  - 2019-03-05-ap-3\n"
        "category: Tin cơ sở\n"
        "tags:\n"
        "  - sinh hoạt chi đoàn\n"
        "  - Cang-Long\n"
        "status: draft\n"
        "---\n"
        "\n"
        "Kết quả, thống nhất cách làm.\n"
    )


@pytest.mark.parametrize(
    "which",
    [
        VISIT,
        ("--visit", "2019-05-10-ham-giang"),
        ("--period", "2019-03"),
        ("--period", "2019-Q2"),
        ("--period", "2019-H1"),
        ("--period", "2019"),
    ],
)
def test_a_draft_is_sound_and_in_canonical_form(tree: Path, which: tuple[str, ...]) -> None:
    assert drafted(tree, *which).code == 0
    checked = called("check", cwd=tree)
    assert (checked.code, checked.out) == (0, "Đã kiểm tra 9 tệp: không có lỗi.\n")
    (article,) = files(tree)
    formatted = called("fmt", "--check", article, cwd=tree)
    assert (formatted.code, formatted.out) == (0, "1 tệp đều đúng dạng chuẩn.\n")


def test_who_signs_and_when_can_be_told(tree: Path) -> None:
    signed = (
        *("--author", "Lâm Hồng Đào", "--department", "TC-KT", "--photo-credit", "Minh Anh"),
        *("--date", "2020-01-10", "--seed", "khác"),
    )
    assert drafted(tree, "--period", "2019", *signed).code == 0
    text = (tree / "records/articles/2020/2020-01-10-di-co-so-nam-2019.md").read_text("utf-8")
    for line in (
        "date: 2020-01-10",
        "author: Lâm Hồng Đào",
        "department: TC-KT",
        "photo_credit: Minh Anh",
        'period: "2019"',
    ):
        assert f"\n{line}\n" in text


def test_the_author_may_stand_in_the_environment(tree: Path) -> None:
    with mock.patch.dict(os.environ, {"CONGTAC_AUTHOR": "Thạch Thị Kiều"}):
        drafted(tree, *VISIT)
        drafted(tree, *VISIT, "--author", "Minh Anh", "--out", "b.md")
    assert "author: Thạch Thị Kiều\n" in (tree / ARTICLE).read_text(encoding="utf-8")
    assert "author: Minh Anh\n" in (tree / "b.md").read_text(encoding="utf-8")


def test_a_draft_can_be_written_elsewhere(tree: Path) -> None:
    ended = drafted(tree, *VISIT, "--out", "nhap/bai.md")
    assert ended.out == (
        f"Đã ghi nhap/bai.md.\n{TO_EDIT}"
        "Sửa xong thì chép vào records/articles/<năm>/<ngày>-<tên-ngắn>.md và kiểm tra.\n"
    )
    assert files(tree) == ["nhap/bai.md"]


def test_nothing_is_overwritten(tree: Path) -> None:
    drafted(tree, *VISIT)
    edited = (tree / ARTICLE).read_text(encoding="utf-8") + "\nNgười viết thêm.\n"
    (tree / ARTICLE).write_text(edited, encoding="utf-8")
    ended = drafted(tree, *VISIT, "--seed", "khác")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == (
        f"Đã có {ARTICLE}, nên chưa ghi gì. Sửa tiếp tệp đó; muốn có bản khác thì thêm --out TỆP hoặc "
        "--date NGÀY, và --seed CHỮ để đổi lời văn.\n"
    )
    assert (tree / ARTICLE).read_text(encoding="utf-8") == edited


CHOOSE = "Chọn đúng một trong --visit, --period và --programme."
NOWHERE = "Xem lại mã; mã là tên tệp hoặc khóa id trong danh sách."


@pytest.mark.parametrize(
    ("which", "code", "message"),
    [
        ((), 2, CHOOSE),
        ((*VISIT, "--period", "2019"), 2, CHOOSE),
        (("--visit", "x"), 2, f"Không có chuyến đi “x”. {NOWHERE}"),
        (
            ("--visit", "2019-03-05-ap3"),
            2,
            "Không có chuyến đi “2019-03-05-ap3”. Ý bạn là “2019-03-05-ap-3”?",
        ),
        (
            ("--visit", "2019-06-01-rut"),
            1,
            "Chuyến đi “2019-06-01-rut” đã được rút lại, nên không viết tin.",
        ),
        (
            ("--visit", "2019-05-10-ham-giang", "--as-of", "2019-05-11"),
            1,
            (
                "Chuyến đi “2019-05-10-ham-giang” đến 12/05/2019 mới xong, sau ngày chốt số liệu "
                "11/05/2019, nên chưa viết tin."
            ),
        ),
        (
            (*VISIT, "--date", "2019-03-04"),
            2,
            "Không đăng bài này ngày 04/03/2019 được. Chọn --date từ 05/03/2019.",
        ),
        (
            ("--period", "2019-03", "--date", "2019-02-28"),
            2,
            "Không đăng bài này ngày 28/02/2019 được. Chọn --date từ 01/03/2019.",
        ),
        (
            ("--period", "2019-03", "--date", "2999-01-01"),
            2,
            "Không đăng bài này ngày 01/01/2999 được. Chọn --date từ 01/03/2019.",
        ),
        (
            (*VISIT, "--author", "Minh\nAnh"),
            2,
            "--author: chỉ được một dòng, nhiều nhất 500 ký tự, không có ký tự ẩn.",
        ),
        (
            (*VISIT, "--department", "\u200b"),
            2,
            "--department: chỉ được một dòng, nhiều nhất 500 ký tự, không có ký tự ẩn.",
        ),
        (
            (*VISIT, "--date", "hôm nay"),
            2,
            "“hôm nay” không phải là ngày; viết năm-tháng-ngày, ví dụ 2019-12-31.",
        ),
        (
            ("--period", "x"),
            2,
            "“x” không phải là kỳ; viết 2019, 2019-H1, 2019-Q2 hoặc 2019-03.",
        ),
        (("--period", "2018"), 1, "Chưa có số liệu của năm 2018."),
        (("--period", "2019-06"), 1, "Chưa có số liệu của tháng 6/2019."),
        (
            ("--period", "2019-02"),
            1,
            "Tháng 2/2019 chưa có chuyến đi nào, nên chưa có gì để viết.",
        ),
        (("--programme", "x"), 2, f"Không có chương trình “x”. {NOWHERE}"),
        (
            ("--programme", "he"),
            1,
            "Hè tình nguyện chưa có chuyến đi nào, nên chưa có gì để viết.",
        ),
    ],
)
def test_what_cannot_be_told_is_refused(
    tree: Path, which: tuple[str, ...], code: int, message: str
) -> None:
    ended = called("draft", *DAY, *which, cwd=tree)
    assert (ended.code, ended.out) == (code, "")
    assert message in ended.err
    assert "Traceback" not in ended.err
    assert files(tree) == []


def test_a_programme_is_drafted(tree: Path) -> None:
    record = tree / "records/visits/2019/2019-03-05-ap-3.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text + "programme: thang-ba\n", encoding="utf-8")
    early = drafted(tree, "--programme", "thang-ba", "--date", "2019-02-28")
    assert early.err == "Không đăng bài này ngày 28/02/2019 được. Chọn --date từ 01/03/2019.\n"
    assert drafted(tree, "--programme", "thang-ba", "--author", " ").code == 0
    assert files(tree) == ["records/articles/2019/2019-05-20-thang-ba.md"]


def test_records_with_findings_are_not_written_about(tree: Path) -> None:
    record = tree / "records/visits/2019/2019-03-05-ap-3.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("kind: meeting", "kind: khong-co"), encoding="utf-8")
    ended = drafted(tree, *VISIT)
    assert ended.code == 1
    assert "R004" in ended.err
    assert ended.err.endswith("Bản ghi còn lỗi nên chưa làm gì cả.\n")
    assert files(tree) == []


@pytest.mark.parametrize("subject", [("--visit", "2019-04-12-an-truong-a"), ("--period", "2019")])
def test_the_same_records_give_the_same_bytes_on_every_machine(
    tmp_path: Path, subject: tuple[str, str]
) -> None:
    written = []
    for seed in ("0", "4242"):
        out = tmp_path / f"{seed}.md"
        command = [sys.executable, "-m", "generator", "draft", *subject, "--out", str(out)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
        written.append(out.read_bytes())
    assert written[0] == written[1]

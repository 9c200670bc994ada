"""`congtac receive`: what came by chat is a branch on the remote, or nothing happened at all.

The remote is a real bare repository. No forge exists here: what would be asked of one is asked of a
server on loopback that notes every request.
"""

import base64
import io
import json
import re
import subprocess
import sys
import threading
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from unittest import mock
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image

from generator.domain.visit import Visit
from generator.submit.canonical import canonical
from generator.submit.message import write
from generator.submit.readable import labels_of
from tests.builders import member, organisation, policy, records, unit, visit
from tests.builders import write as write_records
from tests.commands import Ended, called, congtac
from tests.web.test_handover import ran

RECORDS: Final = records(
    organisation(),
    unit("tra-vinh", name="Tỉnh Trà Vinh", level="province"),
    unit("cang-long", "tra-vinh", name="Huyện Càng Long", level="district"),
    unit("an-truong-a", "cang-long", name="Xã An Trường A", level="commune"),
    member("ba", name="Lê Văn Ba"),
    member("tu", name="Đỗ Thị Tư"),
    policy(),
    visit("2019-03-05", "an-truong-a-ba", members=["ba"], unit="an-truong-a"),
)
TREE: Final[dict[str, Any]] = {
    "date": "2020-03-16",
    "unit": "an-truong-a",
    "kind": "survey",
    "members": ["ba", "tu"],
    "content": "Làm việc với Đoàn xã; `rm -rf` $(x) @ai fixes #3.",
    "issues": [{"id": "kn-1", "text": "Thiếu sân."}],
    "recorded_on": "2020-03-17",
}
ID: Final = "2020-03-16-an-truong-a-ba"
BRANCH: Final = f"gui/{ID}"
RECORD: Final = f"records/visits/2020/{ID}.yml"
PHOTO: Final = {"file": "2020/2020-03-16-ba-1.jpg", "caption": "Họp", "consent": "false"}
MEDIA: Final = f"records/media/{PHOTO['file']}"
TITLE: Final = (
    "Chuyến đi cơ sở 16/03/2020: Xã An Trường A, huyện Càng Long (Lê Văn Ba và Đỗ Thị Tư)"
)
LINES: Final = """\
Chuyến đi cơ sở
Ngày đi: 16/03/2020
Đơn vị: Xã An Trường A, huyện Càng Long
Nội dung đi cơ sở: Survey
Ủy viên tham gia: Lê Văn Ba; Đỗ Thị Tư
Tóm tắt nội dung làm việc: Làm việc với Đoàn xã; `rm -rf` $(x) @ai fixes #3.
Khó khăn, vướng mắc 1: Thiếu sân.
Ngày ghi: 17/03/2020
"""
NO_REPOSITORY: Final = (
    "organisation.yml chưa ghi kho dữ liệu (repository) nên chưa biết mở đề nghị thay đổi ở đâu: "
    f"mở từ nhánh {BRANCH} vào main.\n"
)
AUTHOR: Final = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Văn phòng"), ("EMAIL", "van-phong@example.org"))
}


@pytest.fixture(autouse=True)
def plain_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Git as on a fresh machine, with a name to commit by and no forge's token."""
    for name, value in AUTHOR.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("CONGTAC_FORGE_TOKEN", raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@dataclass(frozen=True)
class House:
    """A clone in which somebody works, and its bare origin."""

    here: Path
    origin: Path

    def git(self, *arguments: str, at: Path | None = None) -> str:
        command = ["git", "-C", str(at or self.here), *arguments]
        return subprocess.run(command, check=True, capture_output=True).stdout.decode()

    def on_origin(self, *arguments: str) -> str:
        return self.git(*arguments, at=self.origin)

    def blob(self, path: str, branch: str = BRANCH) -> bytes:
        command = ["git", "-C", str(self.origin), "cat-file", "blob", f"{branch}:{path}"]
        return subprocess.run(command, check=True, capture_output=True).stdout

    def branches(self) -> list[str]:
        return self.on_origin("for-each-ref", "--format=%(refname:short)").split()

    def commit(self, message: str, branch: str = "main") -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", message)
        self.git("push", "--quiet", "origin", f"HEAD:{branch}")

    def state(self) -> tuple[str, ...]:
        """Everything that nobody may touch: branch, commit, index, files, stash, worktrees."""
        files = (p for p in sorted(self.here.rglob("*")) if p.is_file() and ".git" not in p.parts)
        return (
            self.git("rev-parse", "--abbrev-ref", "HEAD"),
            self.git("for-each-ref", "refs/heads", "refs/stash"),
            (self.here / ".git" / "index").read_bytes().hex(),
            self.git("status", "--porcelain"),
            self.git("worktree", "list"),
            "".join(f"{path}{path.read_bytes().hex()}" for path in files),
        )


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A clone with unfinished work in it: something changed, something staged, something new."""
    made = House(tmp_path / "so", tmp_path / "origin.git")
    subprocess.run(["git", "init", "--quiet", "--bare", "-b", "main", made.origin], check=True)
    made.here.mkdir()
    made.git("init", "--quiet", "-b", "main")
    made.git("remote", "add", "origin", str(made.origin))
    write_records(RECORDS, made.here / "records")
    (made.here / "README.md").write_text("Sổ.\n")
    made.commit("first")
    (made.here / "README.md").write_text("Sổ, đang sửa.\n")
    (made.here / "records" / "units.yml").write_text("units: hỏng\n")
    (made.here / "moi.txt").write_text("mới\n")
    made.git("add", "moi.txt")
    return made


def message(**keys: Any) -> str:
    return write({**TREE, **keys}, labels_of(RECORDS))


def text_of(**keys: Any) -> str:
    return canonical({**TREE, **keys}, Visit)


def receive(house: House, *arguments: object, stdin: bytes = b"") -> Ended:
    given = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    with mock.patch.object(sys, "stdin", given):
        return called("receive", *arguments, cwd=house.here)


def saved(tmp_path: Path, text: str, name: str = "tin.txt") -> Path:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return file


def picture(kind: str = "JPEG", size: tuple[int, int] = (300, 200)) -> bytes:
    """A picture with what phones write beside it: the place, the hour, the phone."""
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    beside = Image.Exif()
    beside[0x010F] = "ĐIỆN THOẠI".encode().decode("latin-1")
    beside[0x0112] = 6
    beside.get_ifd(0x8825)[1] = "N"
    beside.get_ifd(0x8825)[2] = (9.0, 56.0, 5.0)
    data = io.BytesIO()
    image.save(data, kind, exif=beside)
    return data.getvalue()


def test_a_message_becomes_a_branch_and_nothing_else_changes(house: House, tmp_path: Path) -> None:
    before, main = house.state(), house.on_origin("rev-parse", "main")
    ended = congtac("receive", saved(tmp_path, message()), cwd=house.here)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (
        f"{LINES}\nTệp: {RECORD}\nĐã đẩy nhánh {BRANCH} lên origin.\n{NO_REPOSITORY}"
    )
    assert house.branches() == [BRANCH, "main"]
    assert house.blob(RECORD) == text_of().encode()
    assert house.on_origin("diff", "--name-status", "main", BRANCH) == f"A\t{RECORD}\n"
    assert (
        house.on_origin("log", "-1", "--format=%B%an", BRANCH)
        == f"{TITLE}\n\n{RECORD}\nVăn phòng\n"
    )
    assert (
        house.on_origin("rev-parse", f"{BRANCH}^") == main == house.on_origin("rev-parse", "main")
    )
    assert house.state() == before


def test_a_message_can_be_pasted_as_a_chat_program_left_it(house: House) -> None:
    pasted = "> " + message().replace('"', "”").replace("\n", "\r\n> ")
    ended = receive(house, stdin=b"\xef\xbb\xbf" + unicodedata.normalize("NFD", pasted).encode())
    assert (ended.code, ended.err) == (0, "")
    assert house.blob(RECORD) == text_of().encode()


def test_every_way_out_of_the_form_leads_to_the_same_bytes(house: House, tmp_path: Path) -> None:
    told = {
        "content": "Dòng một: “xong”.\n\n- 12:30, không!",
        "venue": "no",
        "members": ["ba"],
        "issues": [{"text": "Thiếu sân."}],
        "turnout": {"members": 29},
        "unit": "an-truong-a",
        "kind": "survey",
        "session": "evening",
        "date": "2020-03-16",
    }
    made = ran(
        """
        const units = [{ id: "an-truong-a", slug: "an-truong-a" }]
        const { id, path, record } = complete(given, { today: "2020-03-17", units, schema })
        const text = toYaml(record)
        const repository = { forge: "github", url: "https://github.com/a/b", branch: "main" }
        const link = forgeLink(repository, path, text).href
        const packed = Buffer.from(bundle(path, text)).toString("base64")
        const sent = message({ record, schema, choices: {} })
        console.log(JSON.stringify({ id, path, text, link, packed, sent }))
        """,
        told,
    )
    filled = parse_qs(urlsplit(made["link"]).query)
    assert filled == {"filename": [made["path"]], "value": [made["text"]]}
    ended = receive(house, stdin=made["sent"].encode())
    assert (ended.code, ended.err) == (0, "")
    assert house.branches() == [f"gui/{made['id']}", "main"]
    assert house.blob(made["path"], f"gui/{made['id']}").decode() == made["text"]
    packed = tmp_path / "goi.zip"
    packed.write_bytes(base64.b64decode(made["packed"]))
    for again in (packed, saved(tmp_path, made["text"], "a.yml")):
        assert "đã có chuyến đi này; không đẩy gì thêm.\n" in receive(house, again).out


def test_what_was_edited_for_people_only_is_told(house: House) -> None:
    ended = receive(house, "-", stdin=message().replace("16/03/2020", "18/03/2020").encode())
    assert (
        "Lưu ý: phần chữ trong tin khác bản ghi; lấy theo bản ghi, ở các dòng:\n"
        "    Ngày đi: 16/03/2020\n"
    ) in ended.out
    assert house.blob(RECORD) == text_of().encode()


def test_a_dry_run_shows_and_does_nothing(house: House, tmp_path: Path) -> None:
    before = house.state()
    ended = receive(house, saved(tmp_path, message()), "--dry-run")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"{LINES}\nTệp: {RECORD}\nChạy thử: chưa ghi gì, chưa đẩy gì.\n"
    assert house.branches() == ["main"]
    assert house.state() == before


def test_the_same_message_again_makes_no_second_commit(house: House, tmp_path: Path) -> None:
    tin = saved(tmp_path, message())
    receive(house, tin)
    commits = house.on_origin("rev-list", BRANCH)
    ended = receive(house, tin)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.endswith(
        f"Nhánh {BRANCH} trên origin đã có chuyến đi này; không đẩy gì thêm.\n{NO_REPOSITORY}"
    )
    assert house.on_origin("rev-list", BRANCH) == commits


def test_a_corrected_message_is_added_to_its_branch(house: House, tmp_path: Path) -> None:
    receive(house, saved(tmp_path, message()))
    ended = receive(house, saved(tmp_path, message(venue="ấp 3")))
    assert f"Đã đẩy thêm vào nhánh {BRANCH} lên origin.\n" in ended.out
    assert house.blob(RECORD) == text_of(venue="ấp 3").encode()
    assert house.blob(RECORD, f"{BRANCH}^") == text_of().encode()
    assert house.branches() == [BRANCH, "main"]


def test_what_a_reviewer_changed_on_the_branch_is_not_put_back(
    house: House, tmp_path: Path
) -> None:
    tin = saved(tmp_path, message())
    receive(house, tin)
    house.git("stash", "--include-untracked", "--quiet")
    house.git("switch", "--quiet", "--detach", f"origin/{BRANCH}")
    (house.here / RECORD).write_text(text_of(venue="đã sửa"))
    house.commit("reviewed", BRANCH)
    ended = receive(house, tin)
    assert ended.code == 0
    assert "không đẩy gì thêm" in ended.out
    assert house.blob(RECORD) == text_of(venue="đã sửa").encode()


def test_what_is_merged_is_not_sent_again_even_if_it_was_changed_since(
    house: House, tmp_path: Path
) -> None:
    tin = saved(tmp_path, message())
    receive(house, tin)
    house.git("stash", "--include-untracked", "--quiet")
    house.git("merge", "--quiet", "--ff-only", f"origin/{BRANCH}")
    (house.here / RECORD).write_text(text_of(results="Đã trả lời."))
    house.commit("followed up")
    house.on_origin("update-ref", "-d", f"refs/heads/{BRANCH}")
    ended = receive(house, tin)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.endswith("Nhánh main đã có chuyến đi này từ trước; không có gì để gửi.\n")
    assert house.branches() == ["main"]
    again = receive(house, saved(tmp_path, message(venue="ấp 3")))
    assert "Nhánh main đã có bản ghi này với nội dung khác; đề nghị này sửa nó.\n" in again.out
    assert house.on_origin("log", "-1", "--format=%s", BRANCH) == f"Sửa c{TITLE[1:]}\n"


def test_a_record_without_its_day_of_writing_keeps_the_one_it_got_first(
    house: House, tmp_path: Path
) -> None:
    told = {key: value for key, value in TREE.items() if key not in ("recorded_on", "issues")}
    tep = saved(tmp_path, json.dumps(told | {"issues": [{"text": "Thiếu sân."}]}), "a.json")
    receive(house, tep, "--as-of", "2020-03-17")
    assert house.blob(RECORD) == text_of().encode()
    ended = receive(house, tep, "--as-of", "2020-03-25")
    assert "không đẩy gì thêm" in ended.out


def test_photos_come_along_by_their_order_and_leave_place_and_hour_behind(
    house: House, tmp_path: Path
) -> None:
    photos = [PHOTO, {**PHOTO, "file": "2020/2020-03-16-ba-2.png"}]
    first, second = tmp_path / "z1.jpg", tmp_path / "z2.webp"
    first.write_bytes(picture(size=(3000, 1000)))
    second.write_bytes(picture("WEBP"))
    tin = saved(tmp_path, message(photos=photos))
    ended = receive(house, tin, first, "--photo", second)
    assert (ended.code, ended.err) == (0, "")
    for path, kind, size in (
        (MEDIA, "JPEG", (667, 2000)),
        ("records/media/2020/2020-03-16-ba-2.png", "PNG", (200, 300)),
    ):
        data = house.blob(path)
        with Image.open(io.BytesIO(data)) as kept:
            assert (kept.format, kept.size) == (kind, size)
            assert not kept.getexif()
        assert b"Exif" not in data
        assert f"Tệp: {path}\n" in ended.out
    again = receive(house, tin, first, second)
    assert "không đẩy gì thêm" in again.out
    without = receive(house, tin)
    assert "không đẩy gì thêm" in without.out


def bundle(*files: tuple[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files:
            archive.writestr(name, content)
    return data.getvalue()


def test_a_bundle_holds_its_photos(house: House, tmp_path: Path) -> None:
    packed = tmp_path / "gói.zip"
    packed.write_bytes(bundle((RECORD, text_of(photos=[PHOTO]).encode()), (MEDIA, picture())))
    ended = receive(house, packed)
    assert (ended.code, ended.err) == (0, "")
    assert house.blob(RECORD) == text_of(photos=[PHOTO]).encode()
    with Image.open(io.BytesIO(house.blob(MEDIA))) as kept:
        assert kept.size == (200, 300)


def test_every_fault_is_told_by_its_label_and_nothing_is_written(
    house: House, tmp_path: Path
) -> None:
    before = house.state()
    photos = [PHOTO, {**PHOTO, "file": "2020/2020-03-16-ba-2.jpg"}]
    (tmp_path / "z1.jpg").write_bytes(b"no picture")
    (tmp_path / "2020-03-16-ba-1.jpg").write_bytes(b"none either")
    (tmp_path / "z3.jpg").write_bytes(picture())
    tin = saved(
        tmp_path,
        message(
            date="16/3/2020",
            issues=[{"text": "a"}, {"text": "b", "due": "x"}],
            photos=photos,
            conten="1",
        ),
    )
    ended = receive(house, tin, *(tmp_path / f"{n}.jpg" for n in ("z1", "2020-03-16-ba-1", "z3")))
    assert (ended.code, ended.out) == (1, "")
    assert (
        ended.err
        == """\
Có 7 chỗ sai, chưa ghi gì:
  Ảnh 2020/2020-03-16-ba-1.jpg không phải là ảnh JPEG, PNG hoặc WebP mở được trọn vẹn.
    → Gửi lại ảnh dạng JPEG.
  Thiếu tệp ảnh 2020/2020-03-16-ba-2.jpg.
    → Kèm đủ ảnh, theo thứ tự trong bản ghi: --photo TỆP.
  Bản ghi không có ảnh z1.jpg.
    → Bỏ ảnh đó ra.
  Bản ghi không có ảnh z3.jpg.
    → Bỏ ảnh đó ra.
  Ngày đi: “16/3/2020” không phải là ngày.
    → Viết năm-tháng-ngày: 2020-03-16.
  Khó khăn, vướng mắc 2: Hạn trả lời: “x” không phải là ngày.
    → Viết năm-tháng-ngày, ví dụ 2019-05-20.
  conten: Không có khóa “conten”.
    → Ý bạn là “content”?
"""
    )
    assert house.branches() == ["main"]
    assert house.state() == before


def test_the_rules_judge_by_the_records_of_the_base_branch(house: House, tmp_path: Path) -> None:
    tin = saved(tmp_path, message(date="2019-03-05", members=["tu", "ba"]))
    ended = receive(house, tin)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("Có 1 chỗ sai, chưa ghi gì:\n  ")


def test_a_cut_message_is_refused(house: House) -> None:
    ended = receive(house, stdin=message()[:-12].encode())
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == (
        "Có 1 chỗ sai, chưa ghi gì:\n"
        "  Tin bị cắt: không thấy dòng “Hết bản ghi” với đủ mã.\n"
        "    → Xin người gửi gửi lại nguyên cả tin, hoặc gửi tệp mà biểu mẫu tải về.\n"
    )
    assert house.branches() == ["main"]


def test_a_photo_of_another_visit_keeps_its_name(house: House, tmp_path: Path) -> None:
    house.git("stash", "--include-untracked", "--quiet")
    there = house.here / MEDIA
    there.parent.mkdir(parents=True)
    there.write_bytes(picture())
    house.commit("a photo")
    (tmp_path / "z.jpg").write_bytes(picture(size=(400, 400)))
    ended = receive(house, saved(tmp_path, message(photos=[PHOTO])), tmp_path / "z.jpg")
    assert ended.code == 1
    assert ended.err == (
        f"Có 1 chỗ sai, chưa ghi gì:\n  Đã có ảnh khác tên {PHOTO['file']}.\n"
        "    → Đặt tên khác cho ảnh rồi gửi lại.\n"
    )


def test_records_may_stand_deeper_in_the_repository(house: House, tmp_path: Path) -> None:
    house.git("stash", "--include-untracked", "--quiet")
    (house.here / "so").mkdir()
    house.git("mv", "records", "so/ban-ghi")
    house.commit("moved")
    ended = receive(house, saved(tmp_path, message()), "--records", "so/ban-ghi")
    assert (ended.code, ended.err) == (0, "")
    assert house.blob(f"so/ban-ghi/visits/2020/{ID}.yml") == text_of().encode()


def refused(said: str) -> Ended:
    """How a command ends that cannot do what it was asked, with one sentence."""
    return Ended(2, "", said)


def test_without_a_repository_a_remote_a_branch_or_records_nothing_is_done(
    house: House, tmp_path: Path
) -> None:
    tin = saved(tmp_path, message())
    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    ended = congtac("receive", tin, cwd=nowhere)
    assert ended == refused(f"{nowhere} không nằm trong một kho git.\n")
    ended = receive(house, tin, "--remote", "xa")
    assert ended == refused("Kho git này chưa có kho từ xa tên “xa”.\n")
    ended = receive(house, tin, "--base", "chinh")
    assert ended == refused("Kho origin không có nhánh chinh.\n")
    ended = receive(house, tin, "--records", "ban-ghi")
    assert ended == refused("Nhánh main của origin không có thư mục ban-ghi.\n")
    ended = receive(house, tin, "--records", "khong/co")
    assert ended == refused(f"Không có thư mục {house.here / 'khong'}.\n")
    ended = receive(house, tin, saved(tmp_path, "", "b.txt"))
    said = "Mỗi lần nhận một chuyến đi: chỉ ghi một tệp tin nhắn hoặc bản ghi, và ảnh của nó.\n"
    assert ended == refused(said)
    ended = receive(house, tmp_path / "không-có.txt")
    assert ended == refused(f"{tmp_path}/không-có.txt: No such file or directory\n")


def test_a_remote_out_of_reach_is_told_without_its_password(house: House, tmp_path: Path) -> None:
    house.git("remote", "set-url", "origin", "http://nam:matkhau@127.0.0.1:1/so.git")
    ended = receive(house, saved(tmp_path, message()))
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("Không lấy được nhánh main từ origin. git: fatal: ")
    assert "matkhau" not in ended.err


def test_a_refused_push_leaves_nothing_behind(house: House, tmp_path: Path) -> None:
    hook = house.origin / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    before = house.state()
    ended = receive(house, saved(tmp_path, message()))
    assert ended.code == 2
    assert re.fullmatch(
        f"Chưa đẩy được nhánh {BRANCH} lên origin; chưa thay đổi gì ở đó. git: "
        rf"! \[remote rejected\] \w{{40}} -> {BRANCH} \(pre-receive hook declined\)\n",
        ended.err,
    )
    assert house.branches() == ["main"]
    assert house.state() == before


def test_a_machine_without_git_says_so(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tin = saved(tmp_path, message())
    monkeypatch.setenv("PATH", str(tmp_path))
    assert receive(house, tin) == refused("Không có lệnh git trên máy này.\n")


def test_a_file_too_large_is_not_even_read(house: House, tmp_path: Path) -> None:
    big = tmp_path / "a.zip"
    with big.open("wb") as stream:
        stream.truncate(100_000_001)
    assert receive(house, big) == refused(f"{big} lớn 100000001 byte, quá 100000000.\n")


def test_a_correction_of_a_merged_record_needs_no_photos_again(
    house: House, tmp_path: Path
) -> None:
    (tmp_path / "z.jpg").write_bytes(picture())
    receive(house, saved(tmp_path, message(photos=[PHOTO])), tmp_path / "z.jpg")
    house.git("stash", "--include-untracked", "--quiet")
    house.git("merge", "--quiet", "--ff-only", f"origin/{BRANCH}")
    house.git("push", "--quiet", "origin", "main", f":{BRANCH}")
    ended = receive(house, saved(tmp_path, message(photos=[PHOTO], venue="ấp 3")))
    assert (ended.code, ended.err) == (0, "")
    assert house.on_origin("diff", "--name-status", "main", BRANCH) == f"M\t{RECORD}\n"


def test_a_photo_whose_name_cannot_be_used_is_told_once(house: House, tmp_path: Path) -> None:
    photos = ["x", {"file": "../a.jpg", "caption": "Họp"}]
    ended = receive(house, saved(tmp_path, message(photos=photos[1:])))
    assert ended.err == (
        "Có 1 chỗ sai, chưa ghi gì:\n"
        "  Ảnh 1: Tệp ảnh: “../a.jpg” không phải là đường dẫn ảnh dùng được.\n"
        "    → Ghi <năm>/<tên tệp>, chữ thường không dấu, đuôi .jpg, .png hoặc .webp.\n"
    )
    ended = receive(house, saved(tmp_path, message(photos=photos[:1])))
    assert ended.err == (
        "Có 1 chỗ sai, chưa ghi gì:\n"
        "  Ảnh 1: Chỗ này phải là một nhóm khóa, nhưng lại là một giá trị.\n"
        "    → Xuống dòng, thụt vào hai dấu cách rồi ghi từng khóa.\n"
    )


def test_doubts_are_told_and_do_not_stop(house: House, tmp_path: Path) -> None:
    ended = receive(house, saved(tmp_path, text_of(content="Äoàn xÃ£ há»p."), "a.yml"), "--dry-run")
    assert ended.code == 0
    assert "Lưu ý: Tóm tắt nội dung làm việc: Chữ bị vỡ do sai bảng mã: " in ended.out


def test_git_must_know_who_commits(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in AUTHOR:
        monkeypatch.delenv(name)
    house.git("config", "user.useConfigOnly", "true")
    ended = receive(house, saved(tmp_path, message()))
    assert ended.code == 2
    assert ended.err.startswith(
        "Chưa ghi được thay đổi; khai báo git config user.name và user.email. git: "
    )
    assert house.branches() == ["main"]


# --- the forges ----------------------------------------------------------------------------------


@dataclass
class Forge:
    """A stand-in of a forge's interface: notes requests, and says what it is told to say."""

    address: str = ""
    requests: list[tuple[str, str, str, Any]] = field(default_factory=list)
    answer: Callable[[str, str], tuple[int, Any]] = lambda *_: (404, {})


@contextmanager
def listening(forge: Forge) -> Iterator[Forge]:
    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = json.loads(self.rfile.read(length)) if length else None
            token = self.headers.get("Authorization", "")
            forge.requests.append((self.command, self.path, token, body))
            code, held = forge.answer(self.command, self.path)
            data = json.dumps(held).encode()
            self.send_response(code)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = _answer  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        forge.address = f"http://127.0.0.1:{server.server_port}"
        try:
            yield forge
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def forge() -> Iterator[Forge]:
    with listening(Forge()) as ready:
        yield ready


def named(house: House, forge: str, url: str) -> None:
    """Let the records on the base branch name their repository."""
    house.git("stash", "--include-untracked", "--quiet")
    file = house.here / "records" / "organisation.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}repository:\n  forge: {forge}\n  url: {url}\n  public: false\n")
    house.commit("named")


@pytest.mark.parametrize(
    ("kind", "interface", "scheme"),
    [("github", "/api/v3", "Bearer"), ("forgejo", "/api/v1", "token")],
)
def test_with_a_token_the_proposal_is_opened(  # noqa: PLR0917
    house: House,
    tmp_path: Path,
    forge: Forge,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    interface: str,
    scheme: str,
) -> None:
    named(house, kind, f"{forge.address}/to-chuc/so.git")
    monkeypatch.setenv("CONGTAC_FORGE_TOKEN", "bimat")
    forge.answer = lambda *_: (201, {"html_url": "https://example.org/to-chuc/so/pulls/7"})
    ended = receive(house, saved(tmp_path, message()))
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.endswith("Đã mở đề nghị thay đổi: https://example.org/to-chuc/so/pulls/7\n")
    body = {
        "title": TITLE,
        "head": BRANCH,
        "base": "main",
        "body": f"```text\n{LINES}```\n",
    }
    path = f"{interface}/repos/to-chuc/so/pulls"
    assert forge.requests == [("POST", path, f"{scheme} bimat", body)]
    assert "bimat" not in ended.out + house.on_origin("log", "--format=%B", BRANCH)


@pytest.mark.parametrize(
    ("kind", "code", "head"), [("github", 422, "to-chuc%3A"), ("forgejo", 409, "")]
)
def test_a_proposal_that_is_open_is_found_and_none_is_made(  # noqa: PLR0917
    house: House,
    tmp_path: Path,
    forge: Forge,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    code: int,
    head: str,
) -> None:
    named(house, kind, f"{forge.address}/to-chuc/so")
    monkeypatch.setenv("CONGTAC_FORGE_TOKEN", "bimat")
    open_ones = [
        {"html_url": "https://example.org/1", "head": {"ref": "khac"}, "base": {"ref": "main"}},
        {"html_url": "https://example.org/2", "head": {"ref": BRANCH}, "base": {"ref": "main"}},
    ]
    forge.answer = lambda method, _: (code, {}) if method == "POST" else (200, open_ones)
    ended = receive(house, saved(tmp_path, message()))
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.endswith("Đề nghị thay đổi đã mở từ trước: https://example.org/2\n")
    query = f"state=open&head={head}gui%2F{ID}&base=main"
    assert [each[0] for each in forge.requests] == ["POST", "GET"]
    assert forge.requests[1][1].endswith(f"/repos/to-chuc/so/pulls?{query}")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            401,
            "GitHub không cho mở đề nghị thay đổi (401). Xem lại mã truy cập trong CONGTAC_FORGE_TOKEN: còn hạn, có quyền ghi vào kho này.",
        ),
        (422, "GitHub không mở được đề nghị thay đổi (422)."),
        (500, "GitHub không mở được đề nghị thay đổi (500)."),
    ],
)
def test_a_forge_that_refuses_leaves_the_branch_and_an_address(
    house: House,
    tmp_path: Path,
    forge: Forge,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    said: str,
) -> None:
    named(house, "github", f"{forge.address}/to-chuc/so")
    monkeypatch.setenv("CONGTAC_FORGE_TOKEN", "bimat")
    forge.answer = lambda method, _: (code if method == "POST" else 200, [])
    ended = receive(house, saved(tmp_path, message()))
    assert ended.code == 2
    opening = f"{said}\nNhánh đã ở origin; mở tay tại: {forge.address}/to-chuc/so/compare/main...{BRANCH}?"
    assert ended.err.startswith(opening)
    assert "bimat" not in ended.err
    assert house.branches() == [BRANCH, "main"]


def test_without_a_token_the_address_is_told(house: House, tmp_path: Path) -> None:
    named(house, "forgejo", "https://example.org/to-chuc/so/")
    ended = receive(house, saved(tmp_path, message()))
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.endswith(
        "Không có CONGTAC_FORGE_TOKEN nên xin mở đề nghị thay đổi tại: "
        f"https://example.org/to-chuc/so/compare/main...{BRANCH}\n"
    )


def test_gitlab_is_asked_by_the_push_itself(house: House, tmp_path: Path) -> None:
    named(house, "gitlab", "https://example.org/to-chuc/so")
    house.on_origin("config", "receive.advertisePushOptions", "true")
    hook = house.origin / "hooks" / "post-receive"
    hook.write_text(
        '#!/bin/sh\nn=0\nwhile [ $n -lt "$GIT_PUSH_OPTION_COUNT" ]; do\n'
        '  eval "printf \'%s\\\\n\' \\"\\$GIT_PUSH_OPTION_$n\\"" >> options; n=$((n + 1))\ndone\n'
        "echo 'View merge request: https://example.org/to-chuc/so/-/merge_requests/7'\n"
    )
    hook.chmod(0o755)
    ended = receive(house, saved(tmp_path, message()))
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.endswith(
        "Đề nghị thay đổi: https://example.org/to-chuc/so/-/merge_requests/7\n"
    )
    lines = "&#10;".join(LINES.strip().split("\n"))
    assert (house.origin / "options").read_text(encoding="utf-8").splitlines() == [
        "merge_request.create",
        "merge_request.target=main",
        f"merge_request.title={TITLE}",
        f"merge_request.description=<pre>{lines}</pre>",
    ]
    again = receive(house, saved(tmp_path, message()))
    assert again.out.endswith(
        "Nếu chưa có đề nghị thay đổi thì mở tại: https://example.org/to-chuc/so/-/merge_requests/new"
        f"?merge_request%5Bsource_branch%5D=gui%2F{ID}&merge_request%5Btarget_branch%5D=main\n"
    )

"""One visit, told at every door: after `fmt` each has written the very same bytes.

Two members, part of a day, an issue, text in several paragraphs, and all that YAML, Excel and chat
programs like to change. Photos are left out here: no cell of a workbook holds one. Source: issue
*Submission*, "It is done when", 3.
"""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from generator.domain.visit import Visit
from generator.submit.canonical import canonical
from generator.submit.message import write as message
from generator.submit.readable import labels_of
from tests.builders import item, member, organisation, plan, policy, records, unit
from tests.builders import write as write_records
from tests.commands import called
from tests.sitting import DOWN, sat_down
from tests.web import harness
from tests.workbooks import ISSUES, VISITS, book_of, heading, saved

RECORDS: Final = records(
    organisation(as_of="2020-03-17"),
    unit("tra-vinh", name="Tỉnh Trà Vinh", level="province"),
    unit("cang-long", "tra-vinh", name="Huyện Càng Long", level="district"),
    unit("29272-an-truong-a", "cang-long", name="Xã An Trường A"),
    member("le-van-ba", name="Lê Văn Ba"),
    member("do-thi-tu", name="Đỗ Thị Tư"),
    plan(2020, "le-van-ba", item("t03-1", 3)),
    policy(),
)
CONTENT: Final = (
    "Họp “chi đoàn”: 12 đoàn viên # lần 3\n\n- ấp 3; \"ấp 4\" 🌱\n  'thụt vào' @ai %d {x} & *y*"
)
ISSUE: Final = "no: thiếu sân, 1/2 số đèn hỏng;\ncần 0912…  ~50% \\ ba-na"
PUBLIC: Final = "yes"
TOLD: Final[dict[str, Any]] = {
    "date": "2020-03-16",
    "session": "morning",
    "unit": "29272-an-truong-a",
    "venue": "ấp 3: nhà “văn hóa”",
    "kind": "survey",
    "members": ["le-van-ba", "do-thi-tu"],
    "content": CONTENT,
    "guidance": "no",
    "results": "2019-01-01",
    "turnout": {"members": "0", "youth": "12"},
    "issues": [{"text": ISSUE, "due": "2020-06-30", "public_text": PUBLIC}],
    "assignment": {"number": "010", "date": "2020-03-15"},
    "plan_item": "2020/le-van-ba/t03-1",
}
ID: Final = "2020-03-16-an-truong-a-le-van-ba-sang"
RECORD: Final = f"records/visits/2020/{ID}.yml"
TREE: Final = {
    **TOLD,
    "issues": [{"id": "kn-1", **TOLD["issues"][0]}],
    "recorded_on": "2020-03-17",
}
TEXT: Final = canonical(TREE, Visit)

Door = Callable[[Path], None]
"""Takes the visit in, in a folder with records, and leaves the record where it belongs."""


def as_typed() -> dict[str, Any]:
    """Return what was told as the browser holds it: numbers are numbers."""
    return {**TOLD, "turnout": {key: int(value) for key, value in TOLD["turnout"].items()}}


def from_a_file(place: Path) -> None:
    """The terminal, with a record that someone wrote in an editor of their own."""
    written = "".join(
        f"{key}: {json.dumps(TOLD[key], ensure_ascii=False)}\n" for key in reversed(TOLD)
    )
    (place / "a.yml").write_text(written)
    ended = called("new", "visit", "--from", "a.yml", cwd=place)
    assert (ended.code, ended.err) == (0, "")


def at_the_terminal(place: Path) -> None:
    """The terminal, asked question by question; what has paragraphs is pasted."""
    with sat_down(place) as seat:
        seat.answer("Ngày đi", "hôm qua")
        seat.answer("Đơn vị", "an truong a")
        seat.answer("Nội dung đi cơ sở", "survey")
        seat.answer("Tôi là", "le van ba")
        seat.answer("Ủy viên tham gia", "; do thi tu")
        seat.answer("Tóm tắt nội dung làm việc", f"{pasted(CONTENT)}\r")
        seat.answer("Ý kiến chỉ đạo", "no\r")
        seat.answer("Khó khăn, vướng mắc 1", f"{pasted(ISSUE)}\r")
        seat.answer("thêm chi tiết?", DOWN)
        seat.answer("thêm gì?", DOWN * 3)
        seat.answer("Khó khăn, vướng mắc 1: Hạn trả lời Enter", "30/6/2020")
        seat.answer("Hạn trả lời: 30/06/2020", "\x1b[A")
        seat.answer("Khó khăn, vướng mắc 1: Nội dung công khai", f"{PUBLIC}\r")
        seat.answer("Nội dung công khai: yes", "")
        seat.answer("Khó khăn, vướng mắc 2", "")
        seat.answer("Tệp ảnh", "")
        seat.answer("Thêm chi tiết?", DOWN)
        seat.answer("Thêm chi tiết nào?", DOWN)
        seat.answer("Buổi:", DOWN * 2)
        seat.answer("» Xong", UP * 11)
        seat.answer("Địa điểm Ghi tự do", TOLD["venue"])
        seat.answer("» Xong", UP * 6)
        seat.answer("Kết quả Chuyến đi", f"{TOLD['results']}\r")
        seat.answer("» Xong", UP * 5)
        seat.answer("Số đoàn viên tham dự", "0")
        seat.answer("Số thanh niên tham dự", "12")
        seat.answer("» Xong", UP * 3)
        seat.answer("(nếu có): Số công lệnh", "010")
        seat.answer("Ngày ký", "15/3/2020")
        seat.answer("» Xong", UP * 2)
        seat.answer("Mục kế hoạch", "thang 3: survey")
        seat.answer("» Xong", "")
        seat.answer("» Ghi vào sổ", "")
        assert seat.ended()[0] == 0


UP: Final = "\x1b[A"


def pasted(text: str) -> str:
    """Return the text as a terminal hands over what is pasted."""
    return f"\x1b[200~{text}\x1b[201~"


def in_a_workbook(place: Path) -> None:
    """A row of a workbook, names as people write them, and a row for the issue."""
    names = labels_of(RECORDS)
    row = {
        "STT": 1,
        "date": "16/3/2020",
        "session": "sáng",
        "unit": "xã An Trường A (h. Càng Long)",
        "members": "Lê Văn Ba; đ/c Đỗ Thị Tư",
        "recorded_on": "17/03/2020",
        "kind": names["kinds"]["survey"],
    }
    plain = ("venue", "content", "guidance", "results", "plan_item")
    told = {heading((key,)): value for key, value in row.items() if key != "STT"}
    told |= {heading((key,)): TOLD[key] for key in plain}
    told |= {heading(("turnout", key)): int(TOLD["turnout"][key]) for key in ("members", "youth")}
    told |= {heading(("assignment", "number")): "010"}
    told |= {heading(("assignment", "date")): "15/03/2020"}
    issue = {
        ISSUES.number.heading: 1,
        heading(("text",), ISSUES): ISSUE,
        heading(("due",), ISSUES): "30/06/2020",
        heading(("public_text",), ISSUES): PUBLIC,
    }
    book = book_of({VISITS.number.heading: 1, **told}, issues=[issue])
    (place / "bang.xlsx").write_bytes(saved(book))
    ended = called("import", "bang.xlsx", cwd=place)
    assert (ended.code, ended.err) == (0, ""), ended.out


def in_a_message(place: Path) -> None:
    """A message as a chat program hands it on, received into a branch of a real origin."""
    git(place, "init", "--quiet", "--bare", "-b", "main", "origin.git")
    git(place, "init", "--quiet", "-b", "main")
    git(place, "remote", "add", "origin", "origin.git")
    git(place, "add", "records")
    git(place, "commit", "--quiet", "-m", "first")
    git(place, "push", "--quiet", "origin", "main")
    sent = message({**TOLD}, labels_of(RECORDS)).replace('"', "“").replace("\n", "\r\n> ")
    (place / "tin.txt").write_text(sent, newline="")
    ended = called("receive", "tin.txt", cwd=place)
    assert (ended.code, ended.err) == (0, ""), ended.err
    git(place, "fetch", "--quiet", "origin", f"gui/{ID}")
    git(place, "checkout", "--quiet", "FETCH_HEAD")


def git(place: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=place, check=True, capture_output=True)


def in_the_form(place: Path) -> None:
    """The form on a phone: what its modules make of what was filled in."""
    made = in_the_browser(
        place,
        """
        const { path, record } = complete(given.told, given)
        console.log(JSON.stringify([path, toYaml(record)]))
        """,
    )
    put(place, *made)


def in_the_editor(place: Path) -> None:
    """The editor: keys as they were touched, those left alone empty, ready to be saved."""
    made = in_the_browser(
        place,
        """
        const touched = Object.fromEntries(Object.entries(given.told).reverse())
        const data = { ...touched, end_date: "", other_units: [], report: {}, photos: [] }
        const { _folder, _name, ...record } = ready({ collection: "visits", data, isNew: true }, given)
        const text = format("visits", () => ({})).toFile({ ...record, _folder, _name })
        console.log(JSON.stringify([`records/visits/${_folder}/${_name}.yml`, text]))
        """,
    )
    put(place, *made)


def put(place: Path, path: str, text: str) -> None:
    file = place / path
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8", newline="")


def in_the_browser(place: Path, script: str) -> Any:
    """Return what a script says that has the modules of form and editor in reach, bundled."""
    opening = """
        import { readFileSync } from "node:fs"
        import schema from "../../submit/schemas/visits.schema.json"
        import { ready } from "./admin/saving.js"
        import { format } from "./admin/formats.js"
        import { complete, toYaml } from "./form/record.js"
        const given = { ...JSON.parse(readFileSync(0, "utf8")), schema }
    """
    bundling = """
        import { readFileSync } from "node:fs"
        import { buildSync } from "esbuild"
        const { contents, resolveDir, outfile } = JSON.parse(readFileSync(0, "utf8"))
        buildSync({ stdin: { contents, resolveDir }, outfile, bundle: true,
          format: "esm", platform: "browser", external: ["node:fs"] })
    """
    bundle = place / "bundle.mjs"
    source = {"contents": opening + script, "resolveDir": str(harness.WEB / "src")}
    ran(["--input-type=module", "--eval", bundling], source | {"outfile": str(bundle)})
    unit_choice = {"id": TOLD["unit"], "slug": "an-truong-a"}
    known = {"told": as_typed(), "today": "2020-03-17", "units": [unit_choice]}
    return json.loads(ran([str(bundle)], known))


def ran(arguments: list[str], given: Any) -> str:
    ended = subprocess.run(
        [harness.find_node(), *arguments],
        cwd=harness.WEB, input=json.dumps(given), capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


DOORS: Final[dict[str, Door]] = {
    "form": in_the_form,
    "message": in_a_message,
    "editor": in_the_editor,
    "workbook": in_a_workbook,
    "terminal": at_the_terminal,
    "file": from_a_file,
}


@pytest.fixture(autouse=True)
def plain_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Git as on a fresh machine, with a name to commit by and no forge's token."""
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Văn phòng")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "van-phong@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("CONGTAC_FORGE_TOKEN", raising=False)


@pytest.mark.parametrize("door", DOORS)
def test_every_door_writes_the_same_bytes(door: str, tmp_path: Path) -> None:
    write_records(RECORDS, tmp_path / "records")
    before = set((tmp_path / "records").rglob("*.yml"))
    DOORS[door](tmp_path)
    new = set((tmp_path / "records").rglob("*.yml")) - before
    assert [path.relative_to(tmp_path).as_posix() for path in new] == [RECORD]
    assert called("fmt", RECORD, cwd=tmp_path).code == 0
    assert (tmp_path / RECORD).read_bytes() == TEXT.encode()
    shutil.rmtree(tmp_path / ".git", ignore_errors=True)
    checked = called("check", cwd=tmp_path)
    assert (checked.code, checked.out) == (0, "Đã kiểm tra 8 tệp: không có lỗi.\n")

"""`congtac check` through the real command: its contract, its exit codes, and never a traceback."""

import subprocess
from pathlib import Path

import pytest

from tests import commands
from tests.commands import Ended
from tests.examples.test_examples import HERE, NAMES, build
from tests.unit.load.trees import base, small, visit, write

KEYS = {
    "path": str,
    "line": int,
    "column": int,
    "field": str,
    "code": str,
    "severity": str,
    "message": str,
    "hint": str,
}


def congtac(*arguments: object, cwd: Path = HERE.parents[1]) -> Ended:
    """Run the command; a traceback is a failure of every test."""
    ended = commands.congtac(*arguments, cwd=cwd)
    assert "Traceback" not in ended.err
    return ended


def test_sound_records_exit_0(tmp_path: Path) -> None:
    done = congtac("check", "--records", base(tmp_path))
    assert (done.code, done.out, done.err) == (
        0,
        "Đã kiểm tra 11 tệp: không có lỗi.\n",
        "",
    )


def test_the_samples_are_sound() -> None:
    done = congtac("check")
    assert done.code == 0, done.out
    assert done.out.endswith("tệp: không có lỗi.\n")


def test_warnings_exit_0(tmp_path: Path) -> None:
    done = congtac("check", "--records", build("T003", "broken", tmp_path))
    assert done.code == 0
    assert done.out.endswith("Đã kiểm tra 11 tệp: 0 lỗi, 1 cảnh báo.\n")


@pytest.mark.parametrize("code", ["Y003", "Y004", "Y018", "S012", "D016", "R015"])
def test_findings_exit_1_and_are_printed(code: str, tmp_path: Path) -> None:
    done = congtac("check", "--records", build(code, "broken", tmp_path))
    expected = (HERE / code / "expected.txt").read_text(encoding="utf-8")
    assert done.code == 1
    assert done.out.startswith(expected)
    assert done.err == ""


def all_broken(folder: Path) -> Path:
    """Return records with many faults: each visit is the broken one of an example."""
    root = base(folder)
    for number, code in enumerate(name for name in NAMES if name[0] in "YST"):
        broken = build(code, "broken", folder / code) / "visits/2019/2019-05-20-ap-3.yml"
        write(root, f"visits/2019/2019-05-20-{number}.yml", broken.read_bytes())
    return root


def test_json_is_the_contract(tmp_path: Path) -> None:
    done = congtac("check", "--records", all_broken(tmp_path), "--format", "json")
    assert done.code == 1
    report = done.json
    findings = report["findings"]
    assert list(report) == ["checked", "findings"]
    assert type(report["checked"]) is int
    assert len(findings) > 30
    for finding in findings:
        assert {key: type(value) for key, value in finding.items()} == KEYS
        assert finding["line"] >= 1
        assert finding["column"] >= 1
        assert finding["severity"] == ("warning" if finding["code"][0] == "T" else "error")
        assert finding["path"].startswith("records/")
    order = [(finding["path"], finding["line"], finding["code"]) for finding in findings]
    assert order == sorted(order)


def test_github_annotations_are_a_line_each(tmp_path: Path) -> None:
    root = all_broken(tmp_path)
    as_json = congtac("check", "--records", root, "--format", "json").json
    done = congtac("check", "--records", root, "--format", "github")
    lines = done.out.splitlines()
    assert done.code == 1
    assert len(lines) == len(as_json["findings"]) + 1
    for line, finding in zip(lines, as_json["findings"], strict=False):
        start = f"::{finding['severity']} file={finding['path']},line={finding['line']},"
        assert line.startswith(start)


def test_paths_may_be_files_and_folders(tmp_path: Path) -> None:
    root = build("D016", "broken", tmp_path)
    one = congtac("check", "records/visits/2019/2019-05-20-ap-3.yml", cwd=tmp_path)
    expected = (HERE / "D016/expected.txt").read_text(encoding="utf-8").splitlines()
    assert one.out.splitlines() == [*expected[:2], "Đã kiểm tra 1 tệp: 1 lỗi, 0 cảnh báo."]
    folder = congtac("check", "records/visits", "records/members", cwd=tmp_path)
    assert folder.out.splitlines() == [*expected, "Đã kiểm tra 6 tệp: 2 lỗi, 0 cảnh báo."]
    inside = congtac("check", "--records", ".", "members", cwd=root)
    assert (inside.code, inside.out) == (0, "Đã kiểm tra 3 tệp: không có lỗi.\n")


def test_what_changed_since_a_commit_is_judged(tmp_path: Path) -> None:
    root = small(tmp_path)
    for call in (
        ("init", "--quiet", "--initial-branch=main"),
        ("add", "."),
        ("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "x"),
    ):
        subprocess.run(["git", *call], cwd=tmp_path, check=True)
    write(root, "visits/2019/2019-07-01-x.yml", visit("2019-07-01"))
    sound = congtac("check", "--since", "main", cwd=tmp_path)
    assert (sound.code, sound.out) == (0, "Đã kiểm tra 1 tệp: không có lỗi.\n")
    write(root, "visits/2019/2019-07-01-y.yml", visit("2019-07-01", "nhi-long"))
    broken = congtac("check", "--since", "main", "--format", "json", cwd=tmp_path)
    told = [(f["path"], f["code"]) for f in broken.json["findings"]]
    assert broken.code == 1
    assert told == [
        ("records/visits/2019/2019-07-01-x.yml", "D016"),
        ("records/visits/2019/2019-07-01-y.yml", "D016"),
    ]
    both = congtac("check", "--since", "main", "records/members", cwd=tmp_path)
    assert (both.code, both.out, both.err) == (2, "", "Chỉ dùng một trong PATH và --since.\n")


def test_a_call_that_cannot_be_answered_exits_2(tmp_path: Path) -> None:
    root = small(tmp_path)
    calls: list[tuple[list[str | Path], str]] = [
        (["check"], "Không có thư mục bản ghi records.\n"),
        (["check", "--records", "gone"], "Không có thư mục bản ghi gone.\n"),
        (["check", "--records", root, root / "gone.yml"], "Không có tệp records/gone.yml.\n"),
        (
            ["check", "--records", root, "elsewhere.yml"],
            f"elsewhere.yml không nằm trong thư mục bản ghi {root}.\n",
        ),
    ]
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for arguments, message in calls:
        done = congtac(*arguments, cwd=elsewhere)
        assert (done.code, done.out, done.err) == (2, "", message)
    assert congtac("check", "--format", "xml", cwd=elsewhere).code == 2


def test_names_that_cannot_be_shown_are_no_traceback(tmp_path: Path) -> None:
    root = small(tmp_path)
    name = b"members/a\xff\nrecords.yml"
    Path((bytes(root) + b"/" + name).decode("utf-8", "surrogateescape")).write_bytes(b"x")
    for form in ("text", "json", "github"):
        done = congtac("check", "--records", root, "--format", form)
        assert done.code == 1
        assert "records/members/a\ufffd\ufffdrecords.yml" in done.out


def test_hostile_text_is_one_line_of_the_report(tmp_path: Path) -> None:
    """Nothing that a file holds can end a line of the report or speak to the terminal."""
    root = small(tmp_path)
    hostile = '"a\\nrecords/x.yml:1:1 S001 giả": b\nunit: "\\n::error::giả"\nsession: !%1B%5B2J x\n'
    write(root, "visits/2019/2019-05-20-a.yml", visit("2019-05-20", more=hostile))
    write(root, "visits/2019/2019-05-21-a.yml", hostile.rpartition("session")[0])
    done = congtac("check", "--records", root)
    assert done.code == 1
    lines = done.out.splitlines()
    assert all(line.startswith(("records/visits/2019/", "    → ", "Đã kiểm tra")) for line in lines)
    assert all(line.isprintable() for line in lines)

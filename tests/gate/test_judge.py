"""A change is judged whole: findings, gate, what it does, the site; on every forge, from a fork too."""

import json
import re
from pathlib import Path
from typing import Final

import pytest

from generator.build.verdicts import Verdict
from generator.load.fingerprints import fingerprints
from tests.commands import Ended
from tests.gate.linters import ROOT
from tests.gate.repository import CONGTAC, MAKEFILE, VISIT, Repository, ran, repository

NEW: Final = VISIT.replace("05-20", "06-20")
TEXT: Final = (
    (ROOT / "tests/examples/base" / VISIT)
    .read_text(encoding="utf-8")
    .split("photos:")[0]
    .replace("2019-05-2", "2019-06-2")
)
UNSOUND: Final = TEXT.replace("unit: 29272-an-truong-a", "unit: khong-co")
# The site is real in one case; elsewhere it is enough that it is asked for.
QUICK: Final = MAKEFILE.replace("$(CONGTAC) build --out site", "@echo dựng trang")
VERDICT: Final = """\
| Bước | Kết quả |
| --- | --- |
| Bản ghi | {} |
| Kiểm tra chung (make check) | {} |
| Thay đổi số liệu | {} |
| Trang web | {} |
"""
SITE: Final = "đạt; tải bản công khai về để xem trước"


def judged(made: Repository, base: str = "origin/main", **forge: str) -> tuple[Ended, str]:
    """Judge what the clone has; return how it ended and the summary."""
    ended = ran(
        ROOT / ".ci/judge",
        cwd=made.folder,
        BASE=base,
        CONGTAC=CONGTAC,
        MAKE="make",
        RECORDS="records",
        **forge,
    )
    assert ended.err == ""
    return ended, (made.folder / "build/gate/summary.md").read_text(encoding="utf-8")


def changed(folder: Path, makefile: str = QUICK, **files: str | None) -> Repository:
    made = repository(folder, makefile)
    made.branch("thay-doi")
    made.commit("Thay đổi", **files)
    return made


@pytest.mark.slow
def test_a_sound_visit_is_told_shown_and_built(tmp_path: Path) -> None:
    made = changed(tmp_path, MAKEFILE, **{NEW: TEXT})
    into = tmp_path / "of-the-forge.md"
    into.write_text("Trước đó.\n", encoding="utf-8")
    ended, summary = judged(made, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(into))
    assert ended.code == 0
    assert ended.out.startswith("Đã kiểm tra 12 tệp: không có lỗi.\n")
    assert into.read_text(encoding="utf-8") == f"Trước đó.\n{summary}"
    assert summary.startswith(
        "## Cổng kiểm tra: đạt\n\n" + VERDICT.format("đạt", "đạt", "xem ở dưới", SITE)
    )
    changes = ran(*CONGTAC.split(), "diff", "--format", "markdown", "origin/main", cwd=made.folder)
    assert changes.code == 0
    assert summary.endswith(f"\n{changes.out}")
    assert "2019-06-20-ap-3" in changes.out
    page = made.folder / "site/chuyen-di/2019/2019-06-20-ap-3/index.html"
    assert page.is_file()
    assert not (made.folder / "site/can-lam").exists()


def test_an_unsound_record_is_annotated_at_its_line(tmp_path: Path) -> None:
    made = changed(tmp_path, **{NEW: UNSOUND})
    ended, summary = judged(made, GITHUB_ACTIONS="true")
    assert ended.code == 1
    assert ended.out.splitlines()[0].startswith(f"::error file={NEW},line=2,col=1,title=R002::")
    assert "dựng trang" not in ended.out
    assert summary.startswith(
        "## Cổng kiểm tra: chưa đạt\n\n"
        + VERDICT.format(
            "**chưa đạt**: xem lỗi ở dưới và cạnh từng dòng",
            "**chưa đạt**: xem ở dưới",
            "không tính được khi bản ghi còn lỗi",
            "không dựng khi bản ghi còn lỗi",
        )
    )
    told = ran(*CONGTAC.split(), "check", cwd=made.folder).out
    quoted = "".join(f"    {line}\n" for line in told.splitlines())
    assert summary.endswith(f"### Lỗi và cảnh báo trong bản ghi\n\n{quoted}")


def test_what_came_with_the_change_as_found_before_is_not_believed(tmp_path: Path) -> None:
    made = changed(tmp_path, **{NEW: UNSOUND})
    records = made.folder / "records"
    Verdict((), 12, fingerprints(str(records)) or {}).keep(records)
    check = ran(*CONGTAC.split(), "check", cwd=made.folder)
    assert check.out == "Đã kiểm tra 12 tệp: không có lỗi.\n"
    ended, _ = judged(made)
    assert ended.code == 1
    assert f"{NEW}:2:1 R002 unit: Không có đơn vị “khong-co”.\n" in ended.out


def test_on_gitlab_there_is_a_report_of_code_quality(tmp_path: Path) -> None:
    made = changed(tmp_path, **{NEW: UNSOUND})
    ended, _ = judged(made, GITLAB_CI="true")
    assert ended.code == 1
    assert ended.out.startswith(f"{NEW}:2:1 R002 ")
    report = json.loads((made.folder / "build/gate/code-quality.json").read_text(encoding="utf-8"))
    assert [(each["check_name"], each["location"]) for each in report] == [
        ("R002", {"path": NEW, "lines": {"begin": 2}})
    ]


def test_what_is_not_canonical_is_red_and_the_rest_is_told(tmp_path: Path) -> None:
    made = changed(tmp_path, **{NEW: TEXT.replace("venue: ấp 3", "venue: 'ấp 3'")})
    ended, summary = judged(made)
    assert ended.code == 1
    assert VERDICT.format("đạt", "**chưa đạt**: xem ở dưới", "xem ở dưới", SITE) in summary
    assert "\n### Chưa đạt: kiểm tra chung\n\n" in summary
    assert "    -venue: 'ấp 3'\n    +venue: ấp 3\n" in summary
    assert "    1 trong 12 tệp chưa đúng dạng chuẩn. Chạy congtac fmt.\n" in summary


def test_a_warning_is_told_and_stops_nothing(tmp_path: Path) -> None:
    accent = TEXT.replace("họp lệ", "ho\u0323p lê\u0323")
    made = changed(tmp_path, QUICK.replace("\t$(CONGTAC) fmt --check\n", ""), **{NEW: accent})
    ended, summary = judged(made)
    assert ended.code == 0
    assert VERDICT.format("đạt", "đạt", "xem ở dưới", SITE) in summary
    assert re.search(rf"### Lỗi và cảnh báo trong bản ghi\n\n    {NEW}:\d+:\d+ T003 ", summary)


def test_a_runner_obeys_no_line_of_a_record(tmp_path: Path) -> None:
    orders = "::error file=records/organisation.yml::Sai\n  ::add-mask::Dự\n  ##[group]x"
    text = TEXT.replace("content: ", f"content: |-\n  {orders}\n  ")
    # What is not canonical right below brings them into the printed difference.
    text = text.replace("recorded_on: 2019-06-22", 'recorded_on: "2019-06-22"')
    made = changed(tmp_path, **{NEW: text})
    ended, _ = judged(made, GITHUB_ACTIONS="true")
    fence = ""
    seen = 0
    for line in ended.out.splitlines():
        begun = re.fullmatch(r"::stop-commands::([0-9a-f]{32})", line)
        if begun:
            fence = begun[1]
        elif line == f"::{fence}::":
            fence = ""
        elif "::add-mask::" in line or "##[" in line or "organisation.yml::Sai" in line:
            assert fence
            seen += 1
    assert seen >= 3
    again, _ = judged(made, GITHUB_ACTIONS="true")
    fences = [re.search(r"stop-commands::(\w+)", each.out) for each in (ended, again)]
    assert fences[0]
    assert fences[1]
    assert fences[0][1] != fences[1][1]


OLD_CODE: Final = "print('Theo mã cũ: 1 lỗi.')\nraise SystemExit(1)\n"


def test_who_changes_the_program_is_told_of_and_judged_by_the_old_code_too(tmp_path: Path) -> None:
    made = repository(tmp_path, QUICK)
    # Here `generator` is a folder of the clone, as it is in the project's own repository.
    made.commit("Mã cũ", **{"generator/__init__.py": "", "generator/__main__.py": OLD_CODE})
    made.git("push", "--quiet")
    made.branch("thay-doi")
    loose = QUICK.replace("\t$(CONGTAC) check\n\t$(CONGTAC) fmt --check\n", "\t@true\n")
    soft = "import runpy, sys\nsys.path[0] = '/nowhere'\nprint('Theo mã mới.')\n"
    made.commit("Dễ dãi", **{"Makefile": loose, "generator/__main__.py": soft, NEW: TEXT})
    _, summary = judged(made)
    assert (
        "\n### Ngoài bản ghi, thay đổi này còn sửa\n\n"
        "Người giữ chương trình phải xem từng tệp: những tệp này có thể sửa cả cách kiểm tra.\n\n"
        "    Makefile\n    generator/__main__.py\n"
    ) in summary
    assert summary.endswith(
        "\n### Kiểm tra lại bản ghi bằng mã của nhánh đích\n\n"
        "    Theo mã cũ: 1 lỗi.\n    (Mã của nhánh đích không chấp nhận.)\n"
    )
    assert made.git("worktree", "list").count("\n") == 0


def test_records_alone_are_said_to_touch_no_program(tmp_path: Path) -> None:
    _, summary = judged(changed(tmp_path, **{NEW: TEXT}))
    assert "Ngoài bản ghi" not in summary


def test_a_base_that_there_is_not_is_red(tmp_path: Path) -> None:
    made = changed(tmp_path, **{NEW: TEXT})
    ended, summary = judged(made, base="origin/khong-co")
    assert ended.code == 1
    assert VERDICT.format("đạt", "đạt", "**không tính được**: xem ở dưới", SITE) in summary
    told = ran(*CONGTAC.split(), "diff", "origin/khong-co", cwd=made.folder).err
    assert f"\n### Chưa đạt: thay đổi số liệu\n\n    {told}" in summary


def test_a_summary_is_never_longer_than_the_forge_takes(tmp_path: Path) -> None:
    wrong = TEXT + "".join(f"khoa_{number}: a\n" for number in range(60))
    files = {f"records/visits/2019/2019-06-20-{number}.yml": wrong for number in range(60)}
    made = changed(tmp_path, **files)
    ended, summary = judged(made)
    assert ended.code == 1
    assert 900_000 < len(summary.encode()) < 1_048_576
    assert summary.endswith("\n(Còn nữa: xem nhật ký.)\n")

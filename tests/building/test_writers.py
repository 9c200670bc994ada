"""Every command that writes leaves whole files whatever happens, and done again it ends well.

Source: research/reliability.md, section 4, row 37; issue *Trust* ("no lost record").
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from generator.build.replace import LEFT
from generator.domain.visit import Visit
from generator.submit.canonical import canonical
from tests import workbooks
from tests.builders import member, organisation, policy, records, visit, write
from tests.building.faults import Plan, What
from tests.building.trials import moments
from tests.building.workshop import begin

Figure = Callable[[str, object], None]
TRIED: Final[dict[What, int]] = {"kill": 4, "full": 2, "broken": 2}
HELD: Final = records(
    organisation(as_of="2020-03-17"),
    member("an", name="Lê Văn An"),
    policy(),
    *(visit(f"2019-03-0{day}", f"an-truong-{day}") for day in range(1, 6)),
)
NEW: Final = {
    "date": "2020-03-16",
    "unit": "an-truong",
    "kind": "survey",
    "members": ["an"],
    "content": "Làm việc với Đoàn xã.",
    "recorded_on": "2020-03-17",
}
ROWS: Final = tuple(
    {
        "STT": day,
        "Ngày đi": date(2019, 5, day),
        "Đơn vị": "An-Truong",
        "Nội dung đi cơ sở": "Survey",
        "Ủy viên tham gia": "Lê Văn An",
        "Tóm tắt nội dung làm việc": "Họp.",
        "Ngày ghi": date(2019, 12, 31),
    }
    for day in range(1, 6)
)
WRITERS: Final = {
    "export": ("export", "xlsx", "--period", "2019", "--out", "so-lieu.xlsx"),
    "export again": ("export", "docx", "--period", "2019", "--out", "cu.docx"),
    "fmt": ("fmt",),
    "schema": ("schema",),
    "init": ("init", "so-moi", "--name", "Tỉnh đoàn", "--province-name", "Trà Vinh"),
    "import": ("import", "bang.xlsx"),
    "template": ("import", "--template", "mau.xlsx"),
    "new": ("new", "visit", "--from", "tin.yml"),
    "draft": ("draft", "--visit", "2019-03-01-an-truong-1"),
    "hand over": ("publish", "--to-files", "tin-ra"),
    "digest": ("digest", "--out", "thu", "--format", "text"),
}
ARTICLE: Final = """\
---
title: Họp lệ
date: 2019-03-10
lead: Chi đoàn họp lệ.
author: Hồng Nhung
category: Hoạt động
status: ready
---

Trong năm có {{ year(2019).population }} đồng chí đi cơ sở.
"""
REFUSED_AGAIN: Final = {
    "init": "so-moi/",
    "template": "mau.xlsx",
    "new": "records/visits/2020/",
    "draft": "records/articles/2020/",
    "hand over": "tin-ra/",
}
"""What is refused once it is there: then it is there whole."""
STAGES: Final = (".so-moi.", ".tin-ra.")


def place(folder: Path) -> Path:
    """Return a folder in which any of them can be run."""
    write(HELD, folder / "records")
    article = folder / "records/articles/2019/2019-03-10-hop-le.md"
    article.parent.mkdir(parents=True)
    article.write_text(ARTICLE, encoding="utf-8")
    (folder / "cu.docx").write_bytes(b"cu")
    (folder / "tin.yml").write_text(canonical(NEW, Visit), encoding="utf-8")
    workbooks.write(folder / "bang.xlsx", workbooks.saved(workbooks.book_of(*ROWS)))
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Return what the folder holds, without what a killed process may leave."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    named = {path.relative_to(folder).as_posix(): path for path in found}
    return {
        name: path.read_bytes()
        for name, path in named.items()
        if not name.endswith(LEFT) and not name.startswith(STAGES)
    }


@dataclass(frozen=True)
class Command:
    """A command in a folder, and what the folder holds before it and after it."""

    arguments: tuple[str, ...]
    folder: Path
    before: dict[str, bytes]
    after: dict[str, bytes]
    steps: int

    def run(self, folder: Path, plan: Plan | None = None) -> tuple[int, str]:
        running = begin(folder, *self.arguments, plan=plan)
        return running.end(), running.said


def command(arguments: tuple[str, ...], aside: Path) -> Command:
    """Return the command, of which is known what it comes to when nothing goes wrong."""
    folder = place(aside / "mẫu")
    once = shutil.copytree(folder, aside / "một lần")
    running = begin(once, *arguments, plan=Plan(once))
    assert running.end() == 0, running.said
    return Command(arguments, folder, files(folder), files(once), len(running.steps))


def tried(made: Command, folder: Path, at: int, what: What, there: str | None) -> None:
    """Let it go wrong at a step, look at what is left, and do it again."""
    shutil.copytree(made.folder, folder)
    code, said = made.run(folder, Plan(folder, at, what))
    left = files(folder)
    if what == "kill":
        assert code == -9, (at, said)
    else:
        # Where all is written, no harm was done: a folder was made that was there already.
        assert code in ((0, 2) if left == made.after else (2,)), (at, what, said)
    assert "Traceback" not in said
    for name in made.before.keys() | made.after.keys() | left.keys():
        assert left.get(name) in (made.before.get(name), made.after.get(name)), (name, at, what)
    if what == "full":
        names = {path.name for path in folder.rglob("*")}
        assert not [name for name in names if name.endswith(LEFT) or name.startswith(STAGES)]
    done = there is not None and any(name.startswith(there) for name in left)
    code, said = made.run(folder)
    assert code == (1 if done else 0), (at, what, said)
    assert files(folder) == made.after, (at, what)


@pytest.mark.slow
@pytest.mark.parametrize("name", WRITERS)
def test_row_37_a_command_that_breaks_off_leaves_whole_files_and_is_done_again(
    name: str, tmp_path: Path, record_property: Figure
) -> None:
    made = command(WRITERS[name], tmp_path)
    assert made.after != made.before
    count = 0
    for seed, (what, times) in enumerate(TRIED.items()):
        for at in moments(made.steps, min(times, made.steps), seed):
            tried(made, tmp_path / f"{what} {at}", at, what, REFUSED_AGAIN.get(name))
            count += 1
    record_property("figure", f"{name}: {count} faults in {made.steps} steps, 0 half files")

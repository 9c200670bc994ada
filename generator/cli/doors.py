"""The commands by which visits come in, and by which a reviewer sees what a change does."""

import os
import sys
from pathlib import Path

import click

from generator.cli.call import Call, common, progress
from generator.errors import UsageError
from generator.host.clock import today


@click.command("diff")
@click.argument("base")
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text")
@click.option(
    "--reviewer",
    "reviewers",
    multiple=True,
    envvar="CONGTAC_REVIEWERS",
    metavar="MÃ",
    help="Ủy viên làm nhiệm vụ duyệt; ghi nhiều lần được.",
)
@common
def diff_command(call: Call, base: str, form: str, reviewers: tuple[str, ...]) -> None:
    """Cho biết thay đổi từ BASE đến nay làm gì: chuyến đi, số ngày từng người, kiến nghị."""
    from generator.build.diff import diff
    from generator.present.changes import Told

    with progress("Đang đọc bản ghi") as heard:
        found = diff(call.records, base, call.as_of, today(), reviewers, heard)
    told = Told(found.changes, found.before, found.after, found.others)
    say = {"text": told.text, "json": told.json, "markdown": told.markdown}
    click.echo(say[form](), nl=form != "markdown")


@click.command("import")
@click.argument("workbook", metavar="FILE.xlsx", required=False, type=click.Path(path_type=Path))
@click.option("--template", type=click.Path(path_type=Path), help="Ghi bảng mẫu vào tệp này.")
@click.option("--partial", is_flag=True, help="Có dòng sai thì vẫn ghi những dòng đúng.")
@click.option("--dry-run", is_flag=True, help="Chỉ xem sẽ ghi gì, không ghi.")
@common
def import_command(
    call: Call, workbook: Path | None, template: Path | None, *, partial: bool, dry_run: bool
) -> None:
    """Nhập chuyến đi từ bảng Excel; còn ô sai thì chưa ghi gì."""
    from generator.build.importing import import_visits, write_template

    with progress("Đang đọc bản ghi") as heard:
        if template and not (workbook or partial or dry_run):
            write_template(call.records, template, heard)
            click.echo(f"Đã ghi bảng mẫu vào {template}.")
            return
        if workbook is None or template:
            message = "Ghi tên bảng cần nhập, hoặc --template và tên tệp mẫu."
            raise UsageError(message)
        done = import_visits(
            call.records, workbook, today(), partial=partial, dry_run=dry_run, progress=heard
        )
    click.echo("\n".join(done.lines))
    if not done.sound:
        sys.exit(1)


@click.command("receive")
@click.argument("files", metavar="[TỆP]…", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--photo", "photos", multiple=True, type=click.Path(path_type=Path), help="Ảnh gửi kèm."
)
@click.option("--dry-run", is_flag=True, help="Chỉ kiểm tra và cho xem, không ghi, không đẩy.")
@click.option("--remote", default="origin", show_default=True, help="Kho từ xa.")
@click.option("--base", default="main", show_default=True, help="Nhánh chính.")
@common
def receive_command(
    call: Call,
    files: tuple[Path, ...],
    photos: tuple[Path, ...],
    remote: str,
    base: str,
    *,
    dry_run: bool,
) -> None:
    """Nhận chuyến đi gửi qua Zalo, thư…: từ tin nhắn hay tệp thành một đề nghị thay đổi.

    TỆP là tin nhắn lưu lại, bản ghi .yml, .json hoặc gói .zip, và ảnh. Không ghi TỆP thì dán tin
    vào.
    """
    from generator.build.base_branch import Way
    from generator.build.receive import Days, opened, receive
    from generator.publish.forge import TOKEN_VARIABLE

    if not files and sys.stdin.isatty():
        click.echo("Dán tin nhắn vào đây, rồi nhấn Enter và Ctrl+D:", err=True)
    inbox = opened(files, photos, sys.stdin.buffer.read)
    way = Way(call.records, remote, base, os.environ.get(TOKEN_VARIABLE, ""))
    receive(inbox, way, Days(call.as_of, today()), click.echo, dry_run=dry_run)


@click.group("new")
def new_group() -> None:
    """Viết bản ghi mới."""


@new_group.command("visit")
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    help="Lấy từ tệp này, không hỏi: bản ghi YAML, JSON, tin nhắn hoặc gói .zip.",
)
@common
def new_visit_command(call: Call, source: Path | None) -> None:
    """Ghi một chuyến đi mới: hỏi từng câu, kiểm tra, cho xem rồi mới ghi."""
    from generator.build.figures import day_counted, sound_records
    from generator.build.new import new_visit_from

    if source:
        with progress("Đang đọc bản ghi") as heard:
            done = new_visit_from(call.records, source, call.as_of, today(), heard)
    else:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            message = "Lệnh này hỏi từng câu nên cần một cửa sổ dòng lệnh; hoặc dùng --from TỆP."
            raise UsageError(message)
        from generator.build.conversation import new_visit
        from generator.build.desk import Desk
        from generator.host.terminal import Terminal

        with progress("Đang đọc bản ghi") as heard:
            records = sound_records(call.records, heard)
        desk = Desk.of(Path(click.get_app_dir("congtac")), call.records)
        as_of = day_counted(records, call.as_of, today())
        done = new_visit(records, call.records, Terminal(), desk, as_of)
    click.echo("\n".join(done))

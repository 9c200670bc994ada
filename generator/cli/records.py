"""The commands that read the records, and put them or what is derived from them into form."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.call import RECORDS_OPTION, Call, common, period_of, progress
from generator.errors import UsageError

if TYPE_CHECKING:
    from generator.build.check import Checked
    from generator.build.verdicts import Verdict


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "gitlab"]),
    default="text",
    help="Cho người đọc, cho máy, hoặc ghi chú cạnh dòng trên GitHub, Forgejo, GitLab.",
)
@click.option(
    "--since",
    metavar="BASE",
    help="Chỉ kiểm tra những gì đã đổi kể từ nhánh hoặc commit này, và những gì chúng làm sai.",
)
@common
def check_command(call: Call, paths: tuple[Path, ...], form: str, since: str | None) -> None:
    """Kiểm tra bản ghi; có PATH thì chỉ báo về những tệp đó."""
    from generator.build.recheck import recheck
    from generator.present import findings

    if paths and since is not None:
        message = "Chỉ dùng một trong PATH và --since."
        raise UsageError(message)
    with progress("Đang đọc bản ghi") as heard:
        if paths:
            from generator.build.check import check

            checked: Checked | Verdict = check(call.records, paths, heard)
        elif since is not None:
            from generator.build.since import check_since

            checked = check_since(call.records, since, heard)
        else:
            checked = recheck(call.records, heard)
    report = {
        "text": findings.as_text,
        "json": findings.as_json,
        "github": findings.as_github,
        "gitlab": findings.as_gitlab,
    }
    shown = checked.findings
    if call.above and form in ("github", "gitlab"):
        # A forge finds a file by its path from the root of the repository.
        shown = tuple(replace(each, path=f"{call.above.as_posix()}/{each.path}") for each in shown)
    click.echo(report[form](shown, checked.count))
    if not checked.sound:
        sys.exit(1)


@click.command("organisations")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@RECORDS_OPTION
def organisations_command(records: Path | None, form: str) -> None:
    """Kể các tổ chức có bản ghi trong kho này."""
    from generator.load.organisations import FOLDER, organisations

    found = list(organisations(records or FOLDER))
    if form == "json":
        click.echo(json.dumps([each.id for each in found]))
        return
    for each in found:
        click.echo(f"{each.id}: {each.name or '(chưa đọc được tên)'}")
    if not found:
        click.echo(f"Thư mục {records or FOLDER} chưa có tổ chức nào.")


@click.command("summary")
@click.option("--year", type=int, help="Chỉ một năm.")
@click.option("--period", help="Một kỳ: 2019, 2019-H1, 2019-Q2 hoặc 2019-03.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@common
def summary_command(call: Call, year: int | None, period: str | None, form: str) -> None:
    """In số ngày, chỉ tiêu và kết quả của từng Ủy viên."""
    from generator.build.figures import day_counted, figures, sound_records
    from generator.compliance.results import assess_period
    from generator.host.clock import today
    from generator.present import summary

    if year is not None and period is not None:
        message = "Chỉ dùng một trong --year và --period."
        raise UsageError(message)
    asked = None if period is None else period_of(period)
    records = sound_records(call.records)
    if asked is not None:
        as_of = day_counted(records, call.as_of, today())
        say = summary.period_json if form == "json" else summary.period_text
        click.echo(say(assess_period(records, asked, as_of), as_of))
        return
    results = figures(records, call.as_of, today())
    years = [each for each in results.years if year is None or each.year == year]
    tell = summary.summary_json if form == "json" else summary.summary_text
    click.echo(tell(results, years))


@click.command("fmt")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", "checking", is_flag=True, help="Chỉ so, không ghi; tệp khác thì thoát 1.")
@click.option(
    "--written-in",
    type=int,
    metavar="PHIÊN_BẢN",
    help="Các tệp này viết theo định dạng cũ hơn organisation.yml.",
)
@common
def fmt_command(
    call: Call, paths: tuple[Path, ...], written_in: int | None, *, checking: bool
) -> None:
    """Đưa bản ghi về dạng chuẩn, giữ nguyên nghĩa; bản ghi định dạng cũ thì nâng lên."""
    from generator.build.fmt import format_records

    with progress("Đang đọc bản ghi") as heard:
        found = format_records(call.records, paths, written_in=written_in, progress=heard)
    for refusal in found.refused:
        click.echo("\n".join(refusal.reasons), err=True)
    if not checking:
        found.write()
    for change in found.changes:
        click.echo(change.diff() if checking else f"Đã viết lại {change.path}.")
    click.echo(found.closing(checked=checking))
    if found.refused or (checking and found.changes):
        sys.exit(1)


@click.command("schema")
@click.option("--check", "checking", is_flag=True, help="Chỉ so, không ghi; có tệp cũ thì thoát 1.")
def schema_command(*, checking: bool) -> None:
    """Làm mới những gì suy ra từ mô hình: JSON Schema, gợi ý cho trình soạn thảo."""
    from generator.build.schema import derive

    derived = derive(Path())
    if not checking:
        derived.write()
    for name in derived.names:
        if not checking:
            click.echo(f"Đã làm mới {name}.")
        elif name in derived.behind:
            click.echo(f"{name}: chưa có những tên mới của bản ghi.")
        else:
            click.echo(f"{name}: không còn khớp với mô hình.")
    if derived.names and checking:
        click.echo("Chạy congtac schema.")
    if checking and not derived.sound:
        sys.exit(1)
    if not derived.names:
        click.echo(f"{derived.count} tệp suy ra từ mô hình đều đúng.")


@click.command("init")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", default="", help="Tên gọi của tổ chức, ví dụ Tỉnh đoàn Trà Vinh.")
@click.option("--province-name", "province", default="", help="Tên tỉnh, ví dụ Tỉnh Trà Vinh.")
@click.option(
    "--units",
    type=click.Path(path_type=Path),
    help="Bảng đơn vị (CSV): code, level, name, parent_code, valid_to, successor_code, "
    "successor_name.",
)
def init_command(target: Path, name: str, province: str, units: Path | None) -> None:
    """Tạo sổ của một tổ chức mới trong thư mục DIR."""
    from generator.build.init import init

    count = init(target, name.strip(), province.strip(), units)
    click.echo(f"Đã tạo {count} tệp trong {target}. Việc cần làm: xem {target / 'README.md'}.")

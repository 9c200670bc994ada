"""The command line: reads the call, runs one use case, prints, and chooses the exit code.

Exit 0 clean; 1 findings or a refused action; 2 usage or I/O. Source: design, section 3.
"""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

import click

from generator.domain.fields import Audience
from generator.errors import CongtacError, UsageError
from generator.host.clock import today

if TYPE_CHECKING:
    from generator.domain.period import Period
    from generator.present.subject import Subject

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class _Day(click.ParamType[date]):
    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:  # noqa: ANN401
        try:
            # `fromisoformat` alone takes `20191231` and weeks too.
            return date.fromisoformat(value if _DAY.fullmatch(value) else "")
        except ValueError:
            message = f"“{value}” không phải là ngày; viết năm-tháng-ngày, ví dụ 2019-12-31."
            self.fail(message, param, ctx)


@dataclass(frozen=True, slots=True)
class Call:
    """What every command is told: where the records are, and the day asked for, if any."""

    records: Path
    as_of: date | None


_RECORDS_OPTION: Final = click.option(
    "--records", type=click.Path(path_type=Path), help="Thư mục bản ghi.  [mặc định: records]"
)
_AS_OF_OPTION: Final = click.option("--as-of", type=_Day(), help="Tính số liệu đến ngày này.")


def _common(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take the common options itself, besides the group before it."""

    @_RECORDS_OPTION
    @_AS_OF_OPTION
    @wraps(command)
    def wrapped(
        *,
        records: Path | None,
        as_of: date | None,
        **options: Any,  # noqa: ANN401  (each command has its own)
    ) -> None:
        before: Call = click.get_current_context().obj
        command(Call(records or before.records, as_of or before.as_of), **options)

    return wrapped


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@_RECORDS_OPTION
@_AS_OF_OPTION
@click.version_option(package_name="congtac")
@click.pass_context
def cli(context: click.Context, records: Path | None, as_of: date | None) -> None:
    """Sổ đi công tác cơ sở: kiểm tra bản ghi, tính số liệu, dựng trang."""
    context.obj = Call(records or Path("records"), as_of)


@cli.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "gitlab"]),
    default="text",
    help="Cho người đọc, cho máy, hoặc ghi chú cạnh dòng trên GitHub, Forgejo, GitLab.",
)
@_common
def check_command(call: Call, paths: tuple[Path, ...], form: str) -> None:
    """Kiểm tra bản ghi; có PATH thì chỉ báo về những tệp đó."""
    from generator.build.check import check
    from generator.present import findings

    with _progress("Đang đọc bản ghi") as heard:
        checked = check(call.records, paths, heard)
    report = {
        "text": findings.as_text,
        "json": findings.as_json,
        "github": findings.as_github,
        "gitlab": findings.as_gitlab,
    }
    click.echo(report[form](checked.findings, checked.count))
    if not checked.sound:
        sys.exit(1)


@cli.command("summary")
@click.option("--year", type=int, help="Chỉ một năm.")
@click.option("--period", help="Một kỳ: 2019, 2019-H1, 2019-Q2 hoặc 2019-03.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@_common
def summary_command(call: Call, year: int | None, period: str | None, form: str) -> None:
    """In số ngày, chỉ tiêu và kết quả của từng Ủy viên."""
    from generator.build.figures import day_counted, figures, sound_records
    from generator.compliance.results import assess_period
    from generator.present import summary

    if year is not None and period is not None:
        message = "Chỉ dùng một trong --year và --period."
        raise UsageError(message)
    asked = None if period is None else _period(period)
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


@cli.command("fmt")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", "checking", is_flag=True, help="Chỉ so, không ghi; tệp khác thì thoát 1.")
@click.option(
    "--written-in",
    type=int,
    metavar="PHIÊN_BẢN",
    help="Các tệp này viết theo định dạng cũ hơn organisation.yml.",
)
@_common
def fmt_command(
    call: Call, paths: tuple[Path, ...], written_in: int | None, *, checking: bool
) -> None:
    """Đưa bản ghi về dạng chuẩn, giữ nguyên nghĩa; bản ghi định dạng cũ thì nâng lên."""
    from generator.build.fmt import format_records

    with _progress("Đang đọc bản ghi") as heard:
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


@cli.command("schema")
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


@cli.command("init")
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


@cli.command("digest")
@click.option("--member", help="Chỉ thư của một Ủy viên.")
@click.option("--out", type=click.Path(path_type=Path), help="Thư mục đặt các tệp thư.")
@click.option("--smtp", help="Gửi qua máy chủ này: smtp://tên@máy-chủ:cổng hoặc smtps://…")
@click.option("--to", envvar="CONGTAC_DIGEST_TO", default="", help="Địa chỉ của bộ phận theo dõi.")
@click.option("--format", "form", type=click.Choice(["mail", "text"]), help="Thư, hay chữ thường.")
@_common
def digest_command(
    call: Call, member: str | None, out: Path | None, smtp: str | None, to: str, form: str | None
) -> None:
    """Thư nhắc việc hằng tuần: tiến độ, việc quá hạn và sắp đến hạn. NỘI BỘ."""
    from generator.build.digest import mail, notes, write_mails, write_texts
    from generator.build.figures import view_of
    from generator.publish.mail import Server

    if out and smtp:
        message = "Chỉ dùng một trong --out và --smtp."
        raise UsageError(message)
    if (smtp and form == "text") or (form == "mail" and not out and not smtp):
        message = "--format mail đi với --out hoặc --smtp; --smtp không đi với --format text."
        raise UsageError(message)
    password = os.environ.get("CONGTAC_SMTP_PASSWORD", "")
    sender = os.environ.get("CONGTAC_SMTP_FROM", "")
    server = Server.of(smtp, password) if smtp else None
    with _progress("Đang đọc bản ghi") as heard:
        view = view_of(call.records, "internal", call.as_of, today(), heard)
    held = notes(view, member)
    if server:
        delivery, done = mail(view, held, server, sender, to), "Đã gửi"
    elif out:
        delivery = (
            write_texts(held, out) if form == "text" else write_mails(view, held, out, sender, to)
        )
        done = "Đã viết"
    else:
        click.echo("\n――――――――\n\n".join(each.text for each in held), nl=False)
        return
    click.echo(f"{done} {len(delivery.done)} thư: {', '.join(delivery.done) or 'không có ai'}.")
    if delivery.failed:
        click.echo(f"Chưa có thư cho: {', '.join(delivery.failed)}.", err=True)
        sys.exit(1)


def _period(text: str) -> "Period":
    from generator.domain.period import Period

    period = Period.parse(text)
    if period is None:
        message = f"“{text}” không phải là kỳ; viết 2019, 2019-H1, 2019-Q2 hoặc 2019-03."
        raise UsageError(message)
    return period


_AUDIENCE_OPTION: Final = click.option(
    "--audience",
    type=click.Choice(["public", "internal"]),
    default="public",
    show_default=True,
    help="Bản công khai hay nội bộ.",
)


@cli.command("build")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Thư mục đặt trang.")
@_AUDIENCE_OPTION
@click.option(
    "--ungated", is_flag=True, help="Thay trang cũ dù có liên kết chết hay mất nhiều trang."
)
@_common
def build_command(call: Call, out: Path, audience: Audience, *, ungated: bool) -> None:
    """Kiểm tra rồi dựng trang; có lỗi thì trang cũ giữ nguyên."""
    from generator.build.prepare import prepare
    from generator.build.site import build_site
    from generator.host.mkdocs_host import MkDocsHost

    with _progress("Đang dựng trang") as heard:
        host = MkDocsHost(_host_config(call.records))
        told = host.settings()
        prepared = prepare(call.records, audience, call.as_of, today(), heard, settings=told)
        pages = build_site(prepared, host, out, gated=not ungated)
    click.echo(f"Đã dựng {pages} trang vào {out}.")


@cli.command("export")
@click.argument("form", metavar="csv|xlsx|json|docx")
@click.option("--period", help="Một kỳ: 2019, 2019-H1, 2019-Q2 hoặc 2019-03.")
@click.option("--visit", help="Mã của một chuyến đi.")
@click.option("--plan", "plan_year", type=int, help="Kế hoạch của năm này.")
@click.option("--member", help="Chỉ một Ủy viên; đi với --period hoặc --plan.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Tệp sẽ ghi.")
@_AUDIENCE_OPTION
@_common
def export_command(
    call: Call,
    form: str,
    out: Path,
    audience: Audience,
    **which: Any,  # noqa: ANN401  (the four options that say what)
) -> None:
    """Xuất số liệu một kỳ, một chuyến đi hay kế hoạch một năm thành tệp."""
    from generator.build.export import export, require_target
    from generator.build.figures import view_of

    subject = _subject(**which)
    require_target(form, out)
    with _progress("Đang đọc bản ghi") as heard:
        view = view_of(call.records, audience, call.as_of, today(), heard)
        export(view, form, subject, out)
    click.echo(f"Đã xuất ra {out}.")


def _subject(
    period: str | None, visit: str | None, plan_year: int | None, member: str | None
) -> "Subject":
    from generator.present.subject import PeriodSubject, PlanSubject, VisitSubject

    if sum(each is not None for each in (period, visit, plan_year)) != 1:
        message = "Chọn đúng một trong --period, --visit và --plan."
        raise UsageError(message)
    if visit is not None:
        if member is not None:
            message = "--member chỉ đi với --period hoặc --plan."
            raise UsageError(message)
        return VisitSubject(visit)
    if plan_year is not None:
        return PlanSubject(plan_year, member)
    return PeriodSubject(_period(period or ""), member)


@cli.command("diff")
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
@_common
def diff_command(call: Call, base: str, form: str, reviewers: tuple[str, ...]) -> None:
    """Cho biết thay đổi từ BASE đến nay làm gì: chuyến đi, số ngày từng người, kiến nghị."""
    from generator.build.diff import diff
    from generator.present.changes import Told

    with _progress("Đang đọc bản ghi") as heard:
        found = diff(call.records, base, call.as_of, today(), reviewers, heard)
    told = Told(found.changes, found.before, found.after, found.others)
    say = {"text": told.text, "json": told.json, "markdown": told.markdown}
    click.echo(say[form](), nl=form != "markdown")


@cli.command("import")
@click.argument("workbook", metavar="FILE.xlsx", required=False, type=click.Path(path_type=Path))
@click.option("--template", type=click.Path(path_type=Path), help="Ghi bảng mẫu vào tệp này.")
@click.option("--partial", is_flag=True, help="Có dòng sai thì vẫn ghi những dòng đúng.")
@click.option("--dry-run", is_flag=True, help="Chỉ xem sẽ ghi gì, không ghi.")
@_common
def import_command(
    call: Call, workbook: Path | None, template: Path | None, *, partial: bool, dry_run: bool
) -> None:
    """Nhập chuyến đi từ bảng Excel; còn ô sai thì chưa ghi gì."""
    from generator.build.importing import import_visits, write_template

    with _progress("Đang đọc bản ghi") as heard:
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


@cli.command("receive")
@click.argument("files", metavar="[TỆP]…", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--photo", "photos", multiple=True, type=click.Path(path_type=Path), help="Ảnh gửi kèm."
)
@click.option("--dry-run", is_flag=True, help="Chỉ kiểm tra và cho xem, không ghi, không đẩy.")
@click.option("--remote", default="origin", show_default=True, help="Kho từ xa.")
@click.option("--base", default="main", show_default=True, help="Nhánh chính.")
@_common
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


@cli.group("new")
def new_group() -> None:
    """Viết bản ghi mới."""


@new_group.command("visit")
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    help="Lấy từ tệp này, không hỏi: bản ghi YAML, JSON, tin nhắn hoặc gói .zip.",
)
@_common
def new_visit_command(call: Call, source: Path | None) -> None:
    """Ghi một chuyến đi mới: hỏi từng câu, kiểm tra, cho xem rồi mới ghi."""
    from generator.build.figures import day_counted, sound_records
    from generator.build.new import new_visit_from

    if source:
        with _progress("Đang đọc bản ghi") as heard:
            done = new_visit_from(call.records, source, call.as_of, today(), heard)
    else:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            message = "Lệnh này hỏi từng câu nên cần một cửa sổ dòng lệnh; hoặc dùng --from TỆP."
            raise UsageError(message)
        from generator.build.conversation import new_visit
        from generator.build.desk import Desk
        from generator.host.terminal import Terminal

        with _progress("Đang đọc bản ghi") as heard:
            records = sound_records(call.records, heard)
        desk = Desk.of(Path(click.get_app_dir("congtac")), call.records)
        as_of = day_counted(records, call.as_of, today())
        done = new_visit(records, call.records, Terminal(), desk, as_of)
    click.echo("\n".join(done))


@cli.command("serve")
@_AUDIENCE_OPTION
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Địa chỉ xem thử.")
@_common
def serve_command(call: Call, audience: Audience, address: str) -> None:
    """Xem thử trang; sửa bản ghi, mẫu hay bài viết là trang tự cập nhật."""
    from generator.host.mkdocs_host import serve

    serve(_host_config(call.records), call.records, audience, call.as_of, address)


def _host_config(records: Path) -> Path:
    """Return the host's configuration: here, else beside the records."""
    here = Path("mkdocs.yml")
    return here if here.is_file() else records.parent / here


@contextmanager
def _progress(label: str) -> Iterator[Callable[[str], None]]:
    """Show what is being read while it takes long, on a terminal only, and leave nothing behind."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda _: bar.advance(task)


def main() -> NoReturn:
    """Run the command; report what cannot be done in one sentence, without a traceback."""
    try:
        cli(standalone_mode=False, prog_name="congtac")
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.Abort:
        _leave("Đã dừng.", 2)
    except click.UsageError as error:
        from generator.present.usage import usage_sentence

        _leave(usage_sentence(error), 2)
    except click.ClickException as error:
        _leave(error.format_message(), 2)
    except CongtacError as error:
        _report(error)
    except BrokenPipeError:
        # The reader of a pipe went away, as `head` does; nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        _leave(f"{error.filename or ''}: {error.strerror or error}", 2)
    sys.exit(0)


def _report(error: CongtacError) -> NoReturn:
    from generator.build.figures import UnsoundRecordsError
    from generator.present.findings import as_text

    if isinstance(error, UnsoundRecordsError):
        click.echo(as_text(error.checked.findings, error.checked.count), err=True)
    _leave(str(error), 2 if isinstance(error, UsageError) else 1)


def _leave(message: str, code: int) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(code)

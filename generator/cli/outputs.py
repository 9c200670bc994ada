"""The commands that make something of the records: the site, files, weekly notes."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.call import AUDIENCE_OPTION, Call, common, period_of, progress
from generator.errors import UsageError
from generator.host.clock import today

if TYPE_CHECKING:
    from generator.domain.fields import Audience
    from generator.present.subject import Subject


@click.command("digest")
@click.option("--member", help="Chỉ thư của một Ủy viên.")
@click.option("--out", type=click.Path(path_type=Path), help="Thư mục đặt các tệp thư.")
@click.option("--smtp", help="Gửi qua máy chủ này: smtp://tên@máy-chủ:cổng hoặc smtps://…")
@click.option("--to", envvar="CONGTAC_DIGEST_TO", default="", help="Địa chỉ của bộ phận theo dõi.")
@click.option("--format", "form", type=click.Choice(["mail", "text"]), help="Thư, hay chữ thường.")
@common
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
    with progress("Đang đọc bản ghi") as heard:
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


@click.command("build")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Thư mục đặt trang.")
@AUDIENCE_OPTION
@click.option(
    "--ungated", is_flag=True, help="Thay trang cũ dù có liên kết chết hay mất nhiều trang."
)
@click.option(
    "--other-edition",
    is_flag=True,
    help="Thay cả khi thư mục đang giữ bản kia: công khai thay nội bộ, hay ngược lại.",
)
@common
def build_command(
    call: Call, out: Path, audience: "Audience", *, ungated: bool, other_edition: bool
) -> None:
    """Kiểm tra rồi dựng trang; có lỗi thì trang cũ giữ nguyên."""
    from generator.build.prepare import prepare
    from generator.build.site import build_site
    from generator.host.mkdocs_host import MkDocsHost

    with progress("Đang dựng trang") as heard:
        host = MkDocsHost(host_config(call.records))
        told = host.settings()
        prepared = prepare(call.records, audience, call.as_of, today(), heard, settings=told)
        pages = build_site(
            prepared,
            host,
            out,
            gated=not ungated,
            base=told.base,
            other_edition=other_edition,
        )
    click.echo(f"Đã dựng {pages} trang vào {out}.")


@click.command("export")
@click.argument("form", metavar="csv|xlsx|json|docx")
@click.option("--period", help="Một kỳ: 2019, 2019-H1, 2019-Q2 hoặc 2019-03.")
@click.option("--visit", help="Mã của một chuyến đi.")
@click.option("--plan", "plan_year", type=int, help="Kế hoạch của năm này.")
@click.option("--member", help="Chỉ một Ủy viên; đi với --period hoặc --plan.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Tệp sẽ ghi.")
@AUDIENCE_OPTION
@common
def export_command(
    call: Call,
    form: str,
    out: Path,
    audience: "Audience",
    **which: Any,  # noqa: ANN401  (the four options that say what)
) -> None:
    """Xuất số liệu một kỳ, một chuyến đi hay kế hoạch một năm thành tệp."""
    from generator.build.export import export, require_target
    from generator.build.figures import view_of

    subject = _subject(**which)
    require_target(form, out)
    with progress("Đang đọc bản ghi") as heard:
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
    return PeriodSubject(period_of(period or ""), member)


@click.command("serve")
@AUDIENCE_OPTION
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Địa chỉ xem thử.")
@common
def serve_command(call: Call, audience: "Audience", address: str) -> None:
    """Xem thử trang; sửa bản ghi, mẫu hay bài viết là trang tự cập nhật."""
    from generator.host.mkdocs_host import serve

    serve(host_config(call.records), call.records, audience, call.as_of, address)


def host_config(records: Path) -> Path:
    """Return the host's configuration: here, else beside the records."""
    here = Path("mkdocs.yml")
    return here if here.is_file() else records.parent / here

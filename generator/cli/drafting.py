"""The command that drafts news."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.call import Call, DayType, common, period_of, progress
from generator.errors import UsageError
from generator.host.clock import today

if TYPE_CHECKING:
    from generator.present.subject import NewsSubject


@click.command("draft")
@click.option("--visit", metavar="MÃ", help="Viết tin về một chuyến đi.")
@click.option("--period", metavar="KỲ", help="Tin một kỳ: 2019, 2019-H1, 2019-Q2 hoặc 2019-03.")
@click.option("--programme", metavar="MÃ", help="Tin một chương trình, đợt hoạt động.")
@click.option(
    "--author",
    metavar="TÊN",
    envvar="CONGTAC_AUTHOR",
    help="Tác giả.  [mặc định: tên cơ quan]",
)
@click.option("--department", metavar="BAN", help="Ban của tác giả.")
@click.option("--photo-credit", metavar="TÊN", help="Người chụp ảnh.")
@click.option("--date", "signed", type=DayType(), help="Ngày đăng.  [mặc định: ngày chốt số liệu]")
@click.option("--seed", metavar="CHỮ", default="", help="Chữ bất kỳ, để đổi cách viết.")
@click.option("--out", metavar="TỆP", type=click.Path(path_type=Path), help="Ghi vào tệp này.")
@common
def draft_command(
    call: Call,
    visit: str | None,
    period: str | None,
    programme: str | None,
    **wanted: Any,  # noqa: ANN401  (how it is to be signed and written)
) -> None:
    """Viết nháp một tin từ phần công khai của bản ghi, để người viết sửa tiếp."""
    from generator.build.drafting import Order, write_draft
    from generator.build.figures import view_of

    subject = _subject(visit, period, programme)
    order = Order(**wanted)
    with progress("Đang đọc bản ghi") as heard:
        view = view_of(call.records, "public", call.as_of, today(), heard)
    click.echo("\n".join(write_draft(call.records, view, subject, order)))


def _subject(visit: str | None, period: str | None, programme: str | None) -> "NewsSubject":
    from generator.present.subject import PeriodSubject, ProgrammeSubject, VisitSubject

    if sum(each is not None for each in (visit, period, programme)) != 1:
        message = "Chọn đúng một trong --visit, --period và --programme."
        raise UsageError(message)
    if visit is not None:
        return VisitSubject(visit)
    if programme is not None:
        return ProgrammeSubject(programme)
    return PeriodSubject(period_of(period or ""))

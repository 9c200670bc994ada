"""The command that brings news to the organisation's WordPress site."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from generator.cli.call import Call, common, progress
from generator.errors import UsageError
from generator.host.clock import today

if TYPE_CHECKING:
    from generator.build.publishing import News

URL: Final = "CONGTAC_WORDPRESS_URL"
USER: Final = "CONGTAC_WORDPRESS_USER"
PASSWORD: Final = "CONGTAC_WORDPRESS_PASSWORD"  # noqa: S105  (the name of the variable)


_DAY: Final = 86_400.0


class _Seconds(click.ParamType[float]):
    name = "GIÂY"

    def convert(self, value: Any, param: Any, ctx: Any) -> float:  # noqa: ANN401
        try:
            seconds = float(value)
        except ValueError:
            seconds = 0.0
        if not 0 < seconds <= _DAY:
            message = f"“{value}” không phải là số giây; viết một số lớn hơn 0, ví dụ 60."
            self.fail(message, param, ctx)
        return seconds


@click.command("publish")
@click.argument("articles", metavar="[BÀI]…", nargs=-1)
@click.option("--dry-run", is_flag=True, help="Chỉ xem sẽ làm gì, không ghi gì.")
@click.option("--publish", "live", is_flag=True, help="Đăng luôn; không có thì để bản nháp.")
@click.option(
    "--force",
    multiple=True,
    metavar="BÀI",
    help="Ghi đè bài này dù trên trang web đã có người sửa; ghi nhiều lần được.",
)
@click.option(
    "--ledger",
    type=click.Path(path_type=Path),
    help="Sổ đăng tin.  [mặc định: news-ledger.json cạnh thư mục bản ghi]",
)
@click.option(
    "--to-files",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Không đăng mà ghi tệp để nhập hay dán vào trang web: một thư mục mới.",
)
@click.option(
    "--timeout",
    "reply",
    type=_Seconds(),
    default=60.0,
    show_default=True,
    help="Chờ mỗi trả lời, tính bằng giây.",
)
@click.option(
    "--pause",
    type=_Seconds(),
    default=1.0,
    show_default=True,
    help="Nghỉ trước khi thử lại, tính bằng giây.",
)
@click.option(
    "--patience",
    "lost",
    type=_Seconds(),
    default=90.0,
    show_default=True,
    help="Tìm một lần ghi mất trả lời, tính bằng giây.",
)
@common
def publish_command(  # noqa: PLR0913  (one for each option)
    call: Call,
    articles: tuple[str, ...],
    force: tuple[str, ...],
    ledger: Path | None,
    to_files: Path | None,
    *,
    dry_run: bool,
    live: bool,
    **waiting: float,
) -> None:
    """Đưa tin, bài lên trang WordPress của cơ quan; không có --publish thì để bản nháp.

    BÀI là mã bài hoặc tệp bài; không ghi BÀI nào thì xem tất cả bài có status: ready và gỡ những
    bài có status: withdrawn. Địa chỉ, tài khoản, mật khẩu ứng dụng lấy từ biến môi trường
    CONGTAC_WORDPRESS_URL, CONGTAC_WORDPRESS_USER, CONGTAC_WORDPRESS_PASSWORD; không có biến mật
    khẩu thì lấy từ kho mật khẩu của máy. Với --to-files thì không cần tài khoản nào.
    """
    from generator.build.ledger_file import NAME
    from generator.build.publishing import Asked, Means, news, publish
    from generator.cli.outputs import host_config
    from generator.host.mkdocs_host import MkDocsHost
    from generator.publish.wordpress.session import Account, Patience
    from generator.publish.wordpress.work import Wish

    if to_files and (dry_run or force or ledger):
        message = "--to-files không đi với --dry-run, --force hay --ledger."
        raise UsageError(message)
    with progress("Đang đọc bản ghi") as heard:
        going = news(call.records, call.as_of, today(), Asked(articles, force), heard)
    base = MkDocsHost(host_config(call.records)).settings().base
    if to_files:
        _hand_over(going, call.records, base, to_files, live=live)
        return
    account = Account.of(_needed(URL), _needed(USER), os.environ.get(PASSWORD, ""))
    if not account.password:
        account = replace(account, password=_kept_password(account.url, account.user))
    means = Means(
        account,
        ledger or call.records.absolute().parent / NAME,
        base,
        Patience(**waiting),
    )
    wish = Wish(live=live, dry=dry_run, force=going.forced)
    if not publish(going, call.records, means, wish, click.echo):
        sys.exit(1)


def _hand_over(going: "News", records: Path, base: str, out: Path, *, live: bool) -> None:
    from generator.build.handover import FIRST, hand_over

    written = hand_over(going, records, base, out, live=live)
    click.echo(f"Đã ghi {written.articles} bài, {written.photos} ảnh vào {out}.")
    if written.photos and not base:
        click.echo(
            "Tệp để nhập không kèm ảnh vì chưa biết địa chỉ trang của ta (CONGTAC_SITE_URL)."
        )
    click.echo(f"Mở {out / FIRST} để xem cách đưa lên trang web.")


def _needed(name: str) -> str:
    value = os.environ.get(name, "").strip()
    if not value:
        message = f"Chưa đặt biến môi trường {name}. Xem hướng dẫn: Đăng tin lên WordPress."
        raise UsageError(message)
    return value


def _kept_password(url: str, user: str) -> str:
    from generator.host.passwords import password_for

    password = password_for(url, user)
    if not password:
        message = (
            f"Chưa có mật khẩu ứng dụng của “{user}”: đặt biến môi trường {PASSWORD}, hoặc cất vào "
            f"kho mật khẩu của máy bằng lệnh keyring set {url} {user}."
        )
        raise UsageError(message)
    return password

"""The commands of the central office: the page of the whole country, and packages as Parquet."""

from pathlib import Path

import click

from generator.cli.call import progress


@click.command("national")
@click.argument("provinces", metavar="DANH_SÁCH", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Thư mục đặt trang.")
@click.option(
    "--partial", is_flag=True, help="Dựng cả khi còn thiếu số liệu của vài tỉnh; trang ghi rõ."
)
def national_command(provinces: Path, out: Path, *, partial: bool) -> None:
    """Dựng trang cả nước từ gói số liệu mà các tỉnh công bố."""
    from generator.host.national_look import look
    from generator.national.build import build_national
    from generator.national.provinces import BrokenListError
    from generator.present.findings import as_text

    try:
        with progress("Đang đọc gói số liệu") as heard:
            count, troubles = build_national(
                provinces, out, look(), partial=partial, progress=heard
            )
    except BrokenListError as error:
        click.echo(as_text(error.findings, 1), err=True)
        raise
    for trouble in troubles:
        click.echo(str(trouble), err=True)
    missing = f", còn thiếu {len(troubles)}" if troubles else ""
    click.echo(f"Đã dựng trang cả nước từ {count} tỉnh, thành phố{missing} vào {out}.")


@click.command("pack")
@click.argument("package", metavar="GÓI")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Thư mục mới.")
def pack_command(package: str, out: Path) -> None:
    """Viết lại một gói số liệu (datapackage.json) thành Parquet: nhỏ hơn, đọc nhanh hơn."""
    from generator.errors import RefusedError
    from generator.national.parquet import pack
    from generator.national.trouble import TroubleError

    try:
        before, after = pack(package, out)
    except TroubleError as error:
        message = f"{error}\n    → {error.mend}"
        raise RefusedError(message) from error
    click.echo(
        f"Đã viết gói Parquet vào {out}: {after:,} byte thay cho {before:,}.".replace(",", ".")
    )

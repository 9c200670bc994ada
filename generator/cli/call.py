"""What the commands share: the common options, the audience, a period, and progress.

Source: design, section 3 (*Common*).
"""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from generator.errors import UsageError

if TYPE_CHECKING:
    from generator.domain.period import Period

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class DayType(click.ParamType[date]):
    """A day written `2019-12-31`."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:  # noqa: ANN401
        """Return the day; fail with a sentence on anything else."""
        try:
            # `fromisoformat` alone takes `20191231` and weeks too.
            return date.fromisoformat(value if _DAY.fullmatch(value) else "")
        except ValueError:
            message = f"“{value}” không phải là ngày; viết năm-tháng-ngày, ví dụ 2019-12-31."
            self.fail(message, param, ctx)


@dataclass(frozen=True, slots=True)
class Call:
    """What every command is told: where the records are, and the day asked for, if any.

    `above` is the folder of the organisations if one of them was chosen, whose records these are.
    """

    records: Path
    as_of: date | None
    above: Path | None = None


RECORDS_OPTION: Final = click.option(
    "--records", type=click.Path(path_type=Path), help="Thư mục bản ghi.  [mặc định: records]"
)
ORGANISATION_OPTION: Final = click.option(
    "--organisation",
    metavar="MÃ",
    help="Một trong nhiều tổ chức của kho: bản ghi ở organisations/MÃ; đi với --records DIR thì "
    "ở DIR/MÃ.",
)
AS_OF_OPTION: Final = click.option("--as-of", type=DayType(), help="Tính số liệu đến ngày này.")


def common(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take the common options itself, besides the group before it."""

    @RECORDS_OPTION
    @ORGANISATION_OPTION
    @AS_OF_OPTION
    @wraps(command)
    def wrapped(
        *,
        records: Path | None,
        organisation: str | None,
        as_of: date | None,
        **options: Any,  # noqa: ANN401  (each command has its own)
    ) -> None:
        before: Asked = click.get_current_context().obj
        asked = Asked(
            records or before.records,
            # An empty one is a variable that nobody set, and must not mean all the same.
            before.organisation if organisation is None else organisation,
            as_of or before.as_of,
        )
        command(asked.call(), **options)

    return wrapped


@dataclass(frozen=True, slots=True)
class Asked:
    """The common options as they were given; None where one was not."""

    records: Path | None
    organisation: str | None
    as_of: date | None

    def call(self) -> Call:
        """Return what the command is told.

        Raises:
            UsageError: there is no such organisation.
        """
        if self.organisation is None:
            return Call(self.records or Path("records"), self.as_of)
        from generator.load.organisations import FOLDER, records_of

        above = self.records or FOLDER
        return Call(records_of(above, self.organisation), self.as_of, above)


AUDIENCE_OPTION: Final = click.option(
    "--audience",
    type=click.Choice(["public", "internal"]),
    default="public",
    show_default=True,
    help="Bản công khai hay nội bộ.",
)


def period_of(text: str) -> "Period":
    """Return the period written.

    Raises:
        UsageError: it is none.
    """
    from generator.domain.period import Period

    period = Period.parse(text)
    if period is None:
        message = f"“{text}” không phải là kỳ; viết 2019, 2019-H1, 2019-Q2 hoặc 2019-03."
        raise UsageError(message)
    return period


@contextmanager
def progress(label: str) -> Iterator[Callable[[str], None]]:
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

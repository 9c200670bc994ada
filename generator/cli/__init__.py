"""The command line: reads the call, runs one use case, prints, and chooses the exit code.

Exit 0 clean; 1 findings or a refused action; 2 usage or I/O. Source: design, section 3.
"""

import os
import sys
from datetime import date
from pathlib import Path
from typing import Final, NoReturn

import click

from generator.cli.call import AS_OF_OPTION, ORGANISATION_OPTION, RECORDS_OPTION, Asked
from generator.cli.doors import (
    diff_command,
    import_command,
    new_group,
    receive_command,
)
from generator.cli.drafting import draft_command
from generator.cli.national import national_command, pack_command
from generator.cli.news import publish_command
from generator.cli.outputs import (
    build_command,
    digest_command,
    export_command,
    serve_command,
)
from generator.cli.records import (
    check_command,
    fmt_command,
    init_command,
    organisations_command,
    schema_command,
    summary_command,
)
from generator.errors import CongtacError, UsageError

_COMMANDS: Final = (
    check_command,
    summary_command,
    fmt_command,
    schema_command,
    init_command,
    organisations_command,
    digest_command,
    build_command,
    export_command,
    serve_command,
    publish_command,
    diff_command,
    import_command,
    receive_command,
    new_group,
    draft_command,
    national_command,
    pack_command,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@RECORDS_OPTION
@ORGANISATION_OPTION
@AS_OF_OPTION
@click.version_option(package_name="congtac")
@click.pass_context
def cli(
    context: click.Context, records: Path | None, organisation: str | None, as_of: date | None
) -> None:
    """Sổ đi công tác cơ sở: kiểm tra bản ghi, tính số liệu, dựng trang."""
    context.obj = Asked(records, organisation, as_of)


for _command in _COMMANDS:
    cli.add_command(_command)


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

"""The command line: reads the call, runs one use case, prints, and chooses the exit code.

Exit 0 clean; 1 findings or a refused action; 2 usage or I/O. Source: design, section 3.
"""

import os
import sys
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Final, NoReturn

import click

from generator.cli.call import AS_OF_OPTION, ORGANISATION_OPTION, RECORDS_OPTION, Asked
from generator.errors import CongtacError, UsageError

# By name: the module that has it, and what it is called there. Only that one is imported.
_COMMANDS: Final = {
    "check": ("records", "check_command"),
    "summary": ("records", "summary_command"),
    "fmt": ("records", "fmt_command"),
    "schema": ("records", "schema_command"),
    "init": ("records", "init_command"),
    "organisations": ("records", "organisations_command"),
    "digest": ("outputs", "digest_command"),
    "build": ("outputs", "build_command"),
    "export": ("outputs", "export_command"),
    "serve": ("outputs", "serve_command"),
    "publish": ("news", "publish_command"),
    "diff": ("doors", "diff_command"),
    "import": ("doors", "import_command"),
    "receive": ("doors", "receive_command"),
    "new": ("doors", "new_group"),
    "draft": ("drafting", "draft_command"),
    "national": ("national", "national_command"),
    "pack": ("national", "pack_command"),
}


class _Commands(click.Group):
    """The commands, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click passes it)
        """Return the names in order."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of this name, if there is one."""
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"generator.cli.{module}"), name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
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

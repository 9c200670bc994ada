"""MkDocs as the SiteHost: frames the pages by the theme and writes the site.

Source: design, section 5 (MkDocs is replaceable).
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final

from generator.build.prepare import UNSET, Prepared, Settings
from generator.build.standing import Standing
from generator.domain.fields import Audience
from generator.errors import RefusedError, UsageError
from generator.host.settings import settings_of

CONFIG: Final = "mkdocs.yml"


class MkDocsHost:
    """Builds with the `mkdocs.yml` of the folder that the command runs in."""

    def __init__(self, config_file: Path) -> None:
        self._config_file = config_file

    def settings(self) -> Settings:
        """Return what the configuration says of the site.

        Without one there is nothing to know; `write` tells of that.

        Raises:
            RefusedError: the configuration is broken.
        """
        if not self._config_file.is_file():
            return UNSET
        with _faults_told():
            from mkdocs.config import load_config

            return settings_of(load_config(str(self._config_file)))

    def write(self, prepared: Prepared, stage: Path, standing: Standing | None = None) -> None:
        """Write the whole site below `stage`; a warning of MkDocs refuses it.

        What the plugin makes is taken over from `standing` where that is the same.

        Raises:
            RefusedError: MkDocs found a fault in the site.
            UsageError: there is no `mkdocs.yml`.
        """
        _require(self._config_file)
        with _faults_told():
            from mkdocs.commands.build import build
            from mkdocs.config import load_config

            config = load_config(str(self._config_file), site_dir=str(stage), strict=True)
            plugin = config.plugins.get("congtac")
            if plugin is None:
                message = f"{self._config_file} không bật plugin congtac."
                raise RefusedError(message)
            plugin.given, plugin.kept = prepared, standing
            build(config)


def serve(
    config_file: Path, records: Path, audience: Audience, as_of: date | None, address: str
) -> None:
    """Serve a preview that follows records, templates and articles until it is stopped.

    MkDocs reads its configuration anew at every rebuild, so the call reaches the plugin by the
    variables that `mkdocs.yml` names.

    Raises:
        RefusedError: MkDocs cannot serve the site.
        UsageError: there is no `mkdocs.yml`.
    """
    _require(config_file)
    _be_quiet()
    os.environ["CONGTAC_RECORDS"] = str(records.absolute())
    os.environ["CONGTAC_AUDIENCE"] = audience
    os.environ["CONGTAC_AS_OF"] = as_of.isoformat() if as_of else ""
    from mkdocs.commands.serve import serve as preview
    from mkdocs.exceptions import MkDocsException

    logging.getLogger("mkdocs").addHandler(logging.StreamHandler())
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    try:
        preview(str(config_file), dev_addr=address, livereload=True)
    except (MkDocsException, SystemExit) as error:
        raise RefusedError(str(error)) from error


def _require(config_file: Path) -> None:
    if not config_file.is_file():
        message = f"Không có tệp {config_file}. Chạy lệnh trong thư mục có {CONFIG}."
        raise UsageError(message)


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _faults_told() -> Iterator[None]:
    """Turn what the host objects to into a refusal that says all of it."""
    _be_quiet()
    from mkdocs.exceptions import MkDocsException

    with _heard() as told:
        try:
            yield
        except (MkDocsException, SystemExit) as error:
            lines = ["MkDocs không dựng được trang:", *told, str(error)]
            raise RefusedError("\n".join(lines)) from error


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Gather the host's warnings, which in strict mode are why it stops."""
    handler = _Heard()
    logger = logging.getLogger("mkdocs")
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield handler.lines
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagated


def _be_quiet() -> None:
    """Material prints a notice about MkDocs 2 at every start; the decision is recorded already."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")

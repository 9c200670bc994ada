"""Compiled templates, kept from run to run where Python keeps compiled modules, and as it does.

So whoever can write them could as well write the program; below `.cache`, beside the records, they
might come with a change that somebody looks at. What a template is compiled to depends on its
source, which Jinja holds against them, and on our filters: of a constant, the value is in there. So
they are known by all of our code and the versions that it runs on. Source: issue *Speed*; Jinja,
"Bytecode Cache".
"""

import shutil
import sys
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Final

import jinja2
from jinja2.bccache import Bucket

from generator.build.sealed import PACKAGE, made_by
from generator.build.standing import CODE, PACKAGES

_FOLDER: Final = "templates"


class Compiled(jinja2.FileSystemBytecodeCache):
    """Compiled templates in a folder; where nothing can be written, nothing is kept."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, whole or not at all."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


@cache
def compiled_templates() -> Compiled | None:
    """Return those of this very program, after removing others; None if Python keeps nothing."""
    if sys.dont_write_bytecode:
        return None
    return kept_in(Path(cache_from_source(str(PACKAGE / "__init__.py"))).parent / _FOLDER)


def kept_in(folder: Path) -> Compiled | None:
    """Return the templates of this program below `folder`; None if nothing can be kept there."""
    own = folder / made_by(CODE, PACKAGES)[:32]
    try:
        if not own.is_dir():
            shutil.rmtree(folder, ignore_errors=True)
            own.mkdir(parents=True)
    except OSError:
        return None
    return Compiled(str(own), "%s.pyc")

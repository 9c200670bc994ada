"""All that a command needs, imported and used once before its process begins.

Most of the time of a small build goes into reading templates, which every process here has behind it.
"""

import tempfile
from datetime import date
from importlib import import_module
from pathlib import Path

from generator.build.prepare import prepare
from tests.building.workshop import workshop

for name in ("mkdocs.commands.build", "generator.cli", "generator.build.site"):
    import_module(name)
for name in ("mkdocs_host", "plugin"):
    import_module(f"generator.host.{name}")

DAY = date(2020, 3, 15)

with tempfile.TemporaryDirectory() as aside:
    prepare(workshop(Path(aside, "thu")) / "mot", "public", DAY, DAY)

"""Machines that differ in all that must make no difference, and a build on each."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.building.workshop import ROOT

MACHINES: Final = {
    "a": {"TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "umask": "022"},
    "nơi khác/có dấu cách": {
        "TZ": "America/Anchorage",
        "LC_ALL": "C",
        "LANG": "vi_VN.UTF-8",
        "PYTHONHASHSEED": "1",
        "umask": "077",
    },
    "một/thư/mục/sâu/hơn/nhiều": {
        "TZ": "Pacific/Kiritimati",
        "LANG": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "4294967295",
        "umask": "002",
    },
}
"""Machines by the folder in which they have the records."""


def built(folder: Path, out: Path, audience: str, machine: Mapping[str, str], seed: int) -> None:
    """Build on the machine, which lists folders in an order of its own."""
    named = {name: value for name, value in machine.items() if name != "umask"}
    left_out = ("LANG", "LC_", "TZ", "CONGTAC_", "SOURCE_DATE_EPOCH")
    own = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    command = [sys.executable, str(ROOT / "tests/building/disordered.py"), str(seed)]
    told = ["build", "--records", "records", "--out", str(out), "--audience", audience]
    ended = subprocess.run(
        [*command, *told],
        cwd=folder,
        env={**own, "PYTHONPATH": str(ROOT), **named},
        umask=int(machine["umask"], 8),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stderr


def different(sites: list[dict[str, str]]) -> list[str]:
    """Return the files that are not the same in all of the sites."""
    return [name for name in sorted(set().union(*sites)) if len({s.get(name) for s in sites}) > 1]

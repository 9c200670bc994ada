"""A process whose disk fails, or that is killed, at a chosen step of what it writes.

A step is one change below a folder: a file opened for writing, some bytes written, a folder made, a
name moved or removed, something brought to the disk; or another program started in it. They are
counted where Python hands them to the system, so what is tried needs to know nothing of it. For
processes of their own only: what is put into place here stays until they end.
"""

import builtins
import errno
import io
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

What = Literal["kill", "full", "broken", "wait", "tell"]

CHANGES: Final = {
    "os.mkdir": 0,
    "os.rename": 0,
    "os.link": 1,
    "os.remove": 0,
    "os.rmdir": 0,
    "os.chmod": 0,
    "os.truncate": 0,
    "os.symlink": 1,
}
"""The audited changes, by the argument that says where."""
FREEING: Final = frozenset({"os.remove", "os.rmdir", "os.chmod", "exchange"})
"""What a full disk still does."""
ERRORS: Final = {"full": errno.ENOSPC, "broken": errno.EIO}


@dataclass(frozen=True)
class Plan:
    """At which step below the folder what happens; nothing at step 0.

    `kill`: the process is gone, of bytes to be written half are. `full`: from there on nothing can
    be written, only removed. `broken`: this one step fails. `wait`: the process stands still until
    somebody opens the pipe at `pipe`. `tell`: it opens that pipe, and goes on.
    Each step but those at a lock is noted in the file `journal`, if there is one, by the letter
    `mark`.
    """

    folder: Path
    at: int = 0
    what: What = "kill"
    pipe: Path | None = None
    journal: Path | None = None
    mark: str = "."


class Faults:
    """Counts the steps, and does what is planned."""

    def __init__(self, plan: Plan) -> None:
        self.count = 0
        self.steps: list[str] = []
        self._plan = plan
        self._below = os.fspath(plan.folder) + os.sep
        self._journal = -1
        if plan.journal:
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
            self._journal = os.open(plan.journal, flags)
        self._busy = False

    def step(self, name: str, where: object, half: Callable[[], object] | None = None) -> None:
        """Take a step if it is below the folder; `half` writes half of what is to be written.

        Raises:
            OSError: the plan says so.
        """
        path = _path(where)
        if self._busy or not path.startswith(self._below):
            return
        self._busy = True
        try:
            self._taken(name, path, half)
        finally:
            self._busy = False

    def _taken(self, name: str, path: str, half: Callable[[], object] | None) -> None:
        plan = self._plan
        self.count += 1
        self.steps.append(f"{name} {path}")
        if self._journal >= 0 and not path.endswith(".lock"):
            _WRITE(self._journal, plan.mark.encode())
        if plan.what == "full":
            if plan.at and self.count >= plan.at and name not in FREEING:
                self._fail(path, half)
        elif self.count == plan.at:
            self._struck(path, half)

    def _struck(self, path: str, half: Callable[[], object] | None) -> None:
        plan = self._plan
        if plan.what == "kill":
            if half:
                half()
            os.kill(os.getpid(), signal.SIGKILL)
        elif plan.what == "broken":
            self._fail(path, half)
        else:
            assert plan.pipe
            flags = os.O_RDONLY if plan.what == "wait" else os.O_WRONLY
            os.close(os.open(plan.pipe, flags))

    def _fail(self, path: str, half: Callable[[], object] | None) -> None:
        if half:
            half()
        number = ERRORS[self._plan.what]
        raise OSError(number, os.strerror(number), path)


_WRITE: Final = os.write


def install(plan: Plan) -> Faults:
    """Put the plan into place in this process, for good."""
    faults = Faults(plan)
    _hear(faults)
    _stand_between(faults)
    _open_through(faults)
    return faults


def _hear(faults: Faults) -> None:
    """Count what Python tells of by itself."""

    def heard(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                faults.step("open", path)
        elif event == "subprocess.Popen" and arguments[2]:
            faults.step("run", arguments[2])
        elif event in CHANGES:
            where = arguments[CHANGES[event]]
            folder = arguments[-1] if event in ("os.remove", "os.rmdir") else -1
            faults.step(event, where if folder == -1 else f"{_path(folder)}/{os.fsdecode(where)}")
        elif event == "ctypes.dlsym" and arguments[1] in ("renameat2", "syncfs"):
            faults.step("exchange", faults._below)

    sys.addaudithook(heard)


def _stand_between(faults: Faults) -> None:
    """Count the calls that write to what is open already."""
    write, sendfile, fsync = os.write, os.sendfile, os.fsync

    def counted_write(handle: int, data: Any) -> int:
        faults.step("write", handle, lambda: write(handle, bytes(data)[: len(data) // 2]))
        return write(handle, data)

    def counted_sendfile(out: int, source: int, offset: int, count: int) -> int:
        # As much as that is one call's: what it reads, it may read again.
        size = os.fstat(source).st_size
        faults.step("sendfile", out, lambda: sendfile(out, source, offset, max(1, size // 2)))
        return sendfile(out, source, offset, count)

    def counted_fsync(handle: int) -> None:
        faults.step("fsync", handle)
        fsync(handle)

    # As if there were nothing else; their own types say more than is used here.
    replaced: dict[str, Any] = {
        "write": counted_write,
        "sendfile": counted_sendfile,
        "fsync": counted_fsync,
    }
    for name, counted in replaced.items():
        setattr(os, name, counted)


def _open_through(faults: Faults) -> None:
    """Count what is written to files that Python buffers."""
    plain = io.open

    class Counted(io.FileIO):
        def write(self, data: Any) -> int:
            view = memoryview(data).cast("B")
            faults.step(
                "write", self.fileno(), lambda: super(Counted, self).write(view[: len(view) // 2])
            )
            return super().write(view)

    def opened(file: Any, mode: str = "r", buffering: int = -1, *rest: Any, **keys: Any) -> Any:
        if not set(mode) & set("wax+"):
            return plain(file, mode, buffering, *rest, **keys)
        raw = Counted(file, mode.replace("b", "").replace("t", ""), keys.pop("closefd", True))
        both = "+" in mode
        held = (io.BufferedRandom if both else io.BufferedWriter)(raw)
        if "b" in mode:
            return raw if buffering == 0 else held
        return io.TextIOWrapper(held, *rest, **keys)

    io.open = builtins.open = opened


def _path(where: object) -> str:
    """Return the whole path of what a call names, by its handle too."""
    if isinstance(where, int):
        return os.fspath(Path(f"/proc/self/fd/{where}").readlink())
    return os.path.abspath(os.fsdecode(where))  # type: ignore[arg-type]  # noqa: PTH100

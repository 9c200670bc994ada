"""The records as another commit has them, read beside those of the working tree.

Source: design, section 3, `congtac diff BASE`.
"""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import UsageError


@contextmanager
def records_at(base: str, root: Path) -> Iterator[Path]:
    """Give the folder of the records as they were where `base` and the work on them parted.

    So what others have merged since is not told as a change. Where history is too short to know,
    it is `base` itself. The folder goes afterwards; it is empty if there were no records yet.

    Raises:
        UsageError: `root` is not in a git repository, or there is no commit `base`.
    """
    commit = _parting(base, root)
    inside = _git(root, "rev-parse", "--show-prefix").decode().strip().rstrip("/")
    top = _git(root, "rev-parse", "--show-toplevel").decode().strip()
    with tempfile.TemporaryDirectory() as aside:
        if _git(Path(top), "ls-tree", "--name-only", commit, "--", inside):
            packed = _git(Path(top), "archive", "--format=tar", commit, "--", inside)
            with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
                # What `git archive` packs passes `_kept` besides.
                archive.extractall(aside, filter=_kept)  # noqa: S202
        folder = Path(aside) / inside
        folder.mkdir(parents=True, exist_ok=True)
        yield folder


def _parting(base: str, root: Path) -> str:
    commit = _git(root, "rev-parse", "--verify", "--end-of-options", f"{base}^{{commit}}")
    start = commit.decode().strip()
    try:
        return _git(root, "merge-base", start, "HEAD").decode().strip()
    except UsageError:
        return start


def _kept(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    """Let files and folders pass; a link could lead out of the folder, and no record is one."""
    if not (member.isfile() or member.isdir()):
        return None
    return tarfile.data_filter(member, folder)


def _git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(folder), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603
    except FileNotFoundError:
        message = "Không có lệnh git trên máy này nên không so được."
        raise UsageError(message) from None
    except subprocess.CalledProcessError as error:
        last = error.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        message = f"git không cho biết được bản trước: {last}"
        raise UsageError(message) from error

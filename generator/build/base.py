"""The records as another commit has them, read beside those of the working tree.

Source: design, section 3, `congtac diff BASE`.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.build.git import Git


@contextmanager
def records_at(base: str, root: Path) -> Iterator[Path]:
    """Give the folder of the records as they were where `base` and the work on them parted.

    The folder goes afterwards; it is empty if there were no records yet.

    Raises:
        UsageError: `root` is not in a git repository, or there is no commit `base`.
    """
    with tempfile.TemporaryDirectory() as aside:
        git, inside = Git.around(root, Path(aside, "index"))
        whole = Path(aside, "base")
        folder = whole / inside
        folder.mkdir(parents=True)
        git.lay_out(git.parting(base), inside, whole)
        yield folder

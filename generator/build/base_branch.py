"""The base branch of a remote: its commit, fetched, and the records that it has.

The working tree is not looked at. Source: issue *Submission*, Door 2.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.build.git import Git
from generator.domain.organisation import Repository
from generator.domain.records import Records
from generator.errors import UsageError
from generator.load.tree import load_records


@dataclass(frozen=True, slots=True)
class Way:
    """Where it goes: the records, the remote and its base branch, and the forge's token, if any."""

    records: Path
    remote: str = "origin"
    base: str = "main"
    token: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class BaseBranch:
    """The base branch of a remote by its commit; `folder` is where the records stand in it."""

    git: Git
    way: Way
    commit: str
    folder: str
    records: Records

    @classmethod
    def fetched(cls, way: Way, aside: Path) -> "BaseBranch":
        """Return the base branch as the remote has it now; `aside` is a folder to lay it out in.

        Raises:
            UsageError: there is no repository, no such remote or branch, or no records in it.
        """
        records = way.records.absolute()
        git, inside = Git.around(records.parent, aside / "index")
        if not git.has_remote(way.remote):
            message = f"Kho git này chưa có kho từ xa tên “{way.remote}”."
            raise UsageError(message)
        commit = git.fetched(way.remote, way.base)
        if not commit:
            message = f"Kho {way.remote} không có nhánh {way.base}."
            raise UsageError(message)
        folder = inside + records.name
        git.lay_out(commit, folder, aside / "base")
        root = aside / "base" / folder
        if not root.is_dir():
            message = f"Nhánh {way.base} của {way.remote} không có thư mục {folder}."
            raise UsageError(message)
        return cls(git, way, commit, folder, load_records(root).records)

    @property
    def repository(self) -> Repository | None:
        """The repository that the records name, if they do."""
        return self.records.organisation.repository if self.records.organisation else None

    def fresh(self, commit: str, blobs: Mapping[str, str]) -> dict[str, str]:
        """Return the files that never were as they are now: what changed since is not undone."""
        ever = {path: self.git.blobs_ever(commit, path) for path in blobs}
        return {path: blob for path, blob in blobs.items() if blob not in ever[path]}

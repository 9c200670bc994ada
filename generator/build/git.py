"""Git without a working tree: what a remote has, a commit made beside it, and its push.

Neither the working tree, the index nor the current branch of the repository is touched: a commit is
built in an index of its own. Arguments are lists, and no text of a record is among them.
"""

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.errors import UsageError

_SECRET: Final = re.compile(r"(?<=://)[^/@\s]+@")
_NOTHING: Final = "0" * 40


class GitError(UsageError):
    """Git does not do it; `said` is its last line, without what stands before a host's `@`."""

    def __init__(self, message: str, said: str) -> None:
        super().__init__(f"{message} git: {said}" if said else message)
        self.said = said


@dataclass(frozen=True, slots=True)
class Git:
    """A repository by its top folder; `index` is the file in which commits are built."""

    top: Path
    index: Path
    _environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))

    @classmethod
    def around(cls, folder: Path, index: Path) -> tuple["Git", str]:
        """Return the repository around a folder, and where the folder stands in it: `""`, `so/`.

        Raises:
            UsageError: there is none, no such folder, or no git.
        """
        if not folder.is_dir():
            message = f"Không có thư mục {folder}."
            raise UsageError(message)
        outside = cls(folder, index)
        try:
            top = outside.told("rev-parse", "--show-toplevel")
            inside = outside.told("rev-parse", "--show-prefix")
        except GitError:
            message = f"{folder.absolute()} không nằm trong một kho git."
            raise UsageError(message) from None
        return cls(Path(top), index), inside

    def told(self, *arguments: str, given: bytes = b"") -> str:
        """Return what a command says, without the last line end."""
        return self.run(*arguments, given=given).decode(errors="replace").rstrip("\n")

    def run(self, *arguments: str, given: bytes = b"", failure: str = "git báo lỗi.") -> bytes:
        """Return what a command says.

        Raises:
            GitError: it fails.
            UsageError: there is no git.
        """
        return self._ended(arguments, given, failure).stdout

    def parting(self, base: str) -> str:
        """Return the commit where `base` and the work on it parted.

        So what others have merged since is no change. Where history is too short to know, it is
        `base` itself.

        Raises:
            GitError: there is no commit `base`.
        """
        failure = "Không tìm được bản để so."
        given = ("rev-parse", "--verify", "--end-of-options", f"{base}^{{commit}}")
        start = self.run(*given, failure=failure).decode().strip()
        try:
            return self.told("merge-base", start, "HEAD")
        except GitError:
            return start

    def has_remote(self, remote: str) -> bool:
        """Whether a remote of this name is set up."""
        return remote in self.told("remote").splitlines()

    def fetched(self, remote: str, branch: str) -> str:
        """Return the commit of a branch of the remote, fetched; the empty text if there is none.

        Raises:
            GitError: the remote cannot be reached.
        """
        failure = f"Không lấy được nhánh {branch} từ {remote}."
        name = f"refs/heads/{branch}"
        there = self.run("ls-remote", "--quiet", "--", remote, name, failure=failure)
        if not there:
            return ""
        tracked = f"refs/remotes/{remote}/{branch}"
        self.run(
            "fetch", "--quiet", "--no-tags", "--", remote, f"+{name}:{tracked}", failure=failure
        )
        return self.told("rev-parse", "--verify", f"{tracked}^{{commit}}")

    def lay_out(self, commit: str, folder: str, target: Path) -> None:
        """Write the files that a commit has below a folder into `target`, a folder outside."""
        self.run("read-tree", commit)
        names = self.run("ls-files", "-z", "--", folder)
        prefix = f"--prefix={target.as_posix()}/"
        self.run("checkout-index", "--quiet", "-z", "--stdin", prefix, given=names)

    def blobs(self, commit: str, folder: str) -> dict[str, str]:
        """Return the name of every blob that a commit has below a folder, by its path inside.

        Links are among them, and so are commits of other repositories; none if it has no such
        folder.
        """
        try:
            listed = self.told("ls-tree", "-r", "-z", f"{commit}:{folder.rstrip('/')}")
        except GitError:
            return {}
        entries = (line.partition("\t") for line in listed.split("\0") if line)
        return {path: entry.split()[2] for entry, _, path in entries}

    def blob(self, data: bytes) -> str:
        """Store the data as it is, and return its name."""
        return self.told("hash-object", "-w", "--stdin", given=data)

    def contents(self, commit: str, path: str) -> bytes | None:
        """Return the file that a commit has at a path, or None."""
        try:
            return self.run("cat-file", "blob", f"{commit}:{path}")
        except GitError:
            return None

    def blobs_ever(self, commit: str, path: str) -> set[str]:
        """Return the names of all contents that the path had up to the commit."""
        lines = self.told(
            "log", "--format=", "--raw", "--no-abbrev", "--no-renames", commit, "--", path
        )
        changed = (line.split("\t")[0].split() for line in lines.splitlines())
        return {fields[3] for fields in changed if len(fields) > 3} - {_NOTHING}  # noqa: PLR2004

    def committed(self, parent: str, blobs: Mapping[str, str], message: str) -> str:
        """Return a commit on top of another, with the files replaced, which no branch has yet.

        Raises:
            GitError: git does not know who commits.
        """
        self.run("read-tree", parent)
        lines = "".join(f"100644 {blob}\t{path}\0" for path, blob in blobs.items())
        self.run("update-index", "-z", "--index-info", given=lines.encode())
        tree = self.told("write-tree")
        failure = "Chưa ghi được thay đổi; khai báo git config user.name và user.email."
        made = self._ended(("commit-tree", "-p", parent, tree), message.encode(), failure)
        return made.stdout.decode().strip()

    def pushed(self, commit: str, remote: str, branch: str, options: Sequence[str] = ()) -> str:
        """Push a commit as a branch, never over what stands there; return what the remote says.

        Raises:
            GitError: the push is refused.
        """
        asked = [f"--push-option={option}" for option in options]
        failure = f"Chưa đẩy được nhánh {branch} lên {remote}; chưa thay đổi gì ở đó."
        target = f"{commit}:refs/heads/{branch}"
        ended = self._ended(("push", *asked, "--", remote, target), b"", failure)
        return ended.stderr.decode(errors="replace")

    def _ended(
        self, arguments: Sequence[str], given: bytes, failure: str
    ) -> "subprocess.CompletedProcess[bytes]":
        command = ["git", "--literal-pathspecs", *arguments]
        environment = {**self._environment, "GIT_INDEX_FILE": str(self.index), "LC_ALL": "C"}
        try:
            return subprocess.run(  # noqa: S603
                command, cwd=self.top, env=environment, input=given, capture_output=True, check=True
            )
        except FileNotFoundError:
            message = "Không có lệnh git trên máy này."
            raise UsageError(message) from None
        except subprocess.CalledProcessError as error:
            raise GitError(failure, _last_line(error.stderr)) from None


def _last_line(stderr: bytes) -> str:
    """Return the line in which git says what is wrong, and nothing secret of an address."""
    lines = [line.strip() for line in stderr.decode(errors="replace").splitlines()]
    openings = ("! ", "fatal:", "error:", "")
    told = [line for opening in openings for line in reversed(lines) if line.startswith(opening)]
    return _SECRET.sub("", " ".join(next(filter(None, told), "").split()))

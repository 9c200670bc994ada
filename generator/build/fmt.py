"""Put records into canonical form, and lift older ones to today's format.

What a record means is untouched: every file is read again before it is written. Source: design,
section 3, `congtac fmt`; docs/developers/decisions/0006-one-schema-version.md.
"""

import difflib
import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.build.check import inside
from generator.build.replace import replace_files
from generator.errors import RefusedError, UsageError
from generator.load.article_text import read_article
from generator.load.layout import KIND_BY_NAME, Kind, kind_of, picture_name
from generator.load.places import Places
from generator.load.strict_yaml import Document, Tree, read
from generator.load.tree import Progress, record_files
from generator.submit import lift
from generator.submit.canonical import in_order
from generator.submit.yaml_text import to_yaml

_ORGANISATION = KIND_BY_NAME["organisation"]
_COMMENT = "T001"


@dataclass(frozen=True, slots=True)
class Change:
    """A file whose text differs from its canonical form."""

    path: str
    file: Path
    before: bytes
    after: bytes

    def diff(self) -> str:
        """Return the change as a unified diff; a carriage return shows as ␍."""
        lines = difflib.unified_diff(
            _shown(self.before), _shown(self.after), f"a/{self.path}", f"b/{self.path}", lineterm=""
        )
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that stays as it is, and why."""

    path: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Formatting:
    """What is to change, what cannot, and out of how many files; `version` is the format found."""

    changes: tuple[Change, ...]
    refused: tuple[Refusal, ...]
    count: int
    version: int
    lifting: bool

    def write(self) -> None:
        """Write the changes.

        Raises:
            RefusedError: the records are to be lifted, and some file cannot be.
            OSError: a file cannot be written; none was.
        """
        if self.lifting and self.refused:
            message = "Chưa nâng tệp nào: mọi tệp phải đọc được và nâng được cùng một lúc."
            raise RefusedError(message)
        replace_files({change.file: change.after for change in self.changes})

    def closing(self, *, checked: bool) -> str:
        """Return how many files changed, or would, and how many stay as they are."""
        if not self.changes and not self.refused:
            return f"{self.count} tệp đều đúng dạng chuẩn."
        said = []
        if self.changes and checked:
            said.append(f"{len(self.changes)} trong {self.count} tệp chưa đúng dạng chuẩn.")
            said.append("Chạy congtac fmt.")
        elif self.changes:
            said.append(f"Đã viết lại {len(self.changes)} trong {self.count} tệp.")
        if self.refused:
            said.append(f"{len(self.refused)} tệp giữ nguyên vì lỗi nêu trên.")
        return " ".join(said)


class _KeptError(RefusedError):
    """The file stays as it is; the message is one reason a line."""


def format_records(
    root: Path,
    paths: Sequence[Path] = (),
    *,
    written_in: int | None = None,
    progress: Progress = lambda _: None,
) -> Formatting:
    """Return what canonical form changes below `root`, or in some files and folders of it.

    Nothing is written. `written_in` is the format that the files follow, if it is not that of
    `organisation.yml`.

    Raises:
        RefusedError: the records' format is unknown, or older and only some files were asked for.
        UsageError: a path is not inside `root`, or cannot be read.
    """
    if not root.is_dir():
        message = f"Không có thư mục bản ghi {root}."
        raise UsageError(message)
    found = _format_found(root)
    version = found if written_in is None else lift.known(written_in, lift.LIFTS)
    lifting = version < lift.newest(lift.LIFTS)
    if lifting and paths and written_in is None:
        message = (
            f"Bản ghi còn theo định dạng {version}. Chạy congtac fmt không kèm đường dẫn "
            "để nâng tất cả một lượt."
        )
        raise RefusedError(message)
    work = _Work(root, version)
    for path in _files(root, paths):
        progress(path)
        work.take(path)
    return Formatting(tuple(work.changes), tuple(work.refused), work.count, version, lifting)


class _Work:
    """Gathers changes and refusals, file by file."""

    def __init__(self, root: Path, version: int) -> None:
        self.changes: list[Change] = []
        self.refused: list[Refusal] = []
        self.count = 0
        self._root = root
        self._version = version

    def take(self, path: str) -> None:
        """Compare one record file, by its path inside the records, with its canonical form."""
        placed = kind_of(path)
        if not placed:
            return
        self.count += 1
        file, shown = self._root / path, f"{self._root.name}/{path}"
        try:
            before = _regular(file, shown)
            after = _canonical(before, placed[0], self._version, shown)
        except (_KeptError, lift.LiftError) as kept:
            self.refused.append(Refusal(shown, tuple(str(kept).splitlines())))
            return
        if after != before:
            self.changes.append(Change(shown, file, before, after))


def _canonical(data: bytes, kind: Kind, version: int, path: str) -> bytes:
    """Return the canonical form of a file's bytes.

    Raises:
        _KeptError: the file cannot be read, carries comments, or would not read the same.
        LiftError: the file is of an older format and cannot be lifted.
    """
    document, body = _read(data, kind)
    tree = lift.lifted(kind.name, _readable(document, path), version, lift.LIFTS)
    if kind is _ORGANISATION and version < lift.newest(lift.LIFTS):
        tree = lift.stamped(tree, lift.newest(lift.LIFTS))
    tree = in_order(tree, kind.model)
    text = to_yaml(tree)
    if body is not None:
        body = unicodedata.normalize("NFC", body)
        text = f"---\n{text}---\n{body}"
    written = text.encode()
    if written != data:
        _prove(written, kind, tree, body, path)
    return written


def _prove(written: bytes, kind: Kind, tree: Tree, body: str | None, path: str) -> None:
    """Read the canonical form as it will be read.

    Raises:
        _KeptError: it says something else than the file.
    """
    again, body_again = _read(written, kind)
    if again.tree != tree or body_again != body:
        why = "; ".join(fault.message for fault in again.faults) or "nghĩa sẽ khác đi."
        message = f"{path}: Dạng chuẩn của tệp này không đọc lại được như cũ: {why}"
        raise _KeptError(message)


def _read(data: bytes, kind: Kind) -> tuple[Document, str | None]:
    """Return what the bytes hold, and the body if the kind has one."""
    if kind.name != "articles":
        return read(data, kind.limits), None
    article = read_article(data)
    return article.front, article.body


def _readable(document: Document, path: str) -> Tree:
    if document.tree is None or any(fault.code == _COMMENT for fault in document.faults):
        places = Places(document.places)
        found = (places.text_finding(path, fault) for fault in document.faults)
        lines = [
            f"{f.path}:{f.line}:{f.column} {f.code} {f.message}\n    → {f.hint}"
            for f in found
            if f.severity == "error" or f.code == _COMMENT
        ]
        raise _KeptError("\n".join(lines))
    return document.tree


def _regular(file: Path, path: str) -> bytes:
    if not stat.S_ISREG(os.lstat(file).st_mode):
        message = f"{path}: Đây không phải là một tệp thường (có thể là liên kết tắt)."
        raise _KeptError(message)
    return file.read_bytes()


def _format_found(root: Path) -> int:
    """Return the format that `organisation.yml` says; the newest where it cannot be read.

    Then nothing is lifted, and canonical form alone does no harm.
    """
    try:
        data = (root / _ORGANISATION.example).read_bytes()
    except OSError:
        return lift.newest(lift.LIFTS)
    tree = read(data, _ORGANISATION.limits).tree
    return lift.newest(lift.LIFTS) if tree is None else lift.format_of(tree, lift.LIFTS)


def _files(root: Path, paths: Sequence[Path]) -> Iterator[str]:
    """Yield the paths inside `root` that were asked for, each once; without any, all of them."""
    asked = [inside(root, path) for path in paths] or ["."]
    found: dict[str, None] = {}
    for subject in asked:
        if (root / subject).is_dir():
            lead = "" if subject == "." else f"{subject}/"
            found.update((f"{lead}{each}", None) for each in record_files(root / subject))
        else:
            found[_record_file(root, subject)] = None
    yield from found


def _record_file(root: Path, subject: str) -> str:
    """Return the path of a single file, which must be there and be no stray."""
    if not os.path.lexists(root / subject):
        message = f"Không có tệp {root.name}/{subject}."
        raise UsageError(message)
    hidden = any(part.startswith(".") for part in subject.split("/"))
    if not hidden and not kind_of(subject) and picture_name(subject) is None:
        message = f"{root.name}/{subject} không nằm ở chỗ của một bản ghi."
        raise UsageError(message)
    return subject


def _shown(data: bytes) -> list[str]:
    *lines, last = data.decode(errors="replace").replace("\r", "␍").split("\n")
    return [*lines, last, "\\ Cuối tệp không xuống dòng"] if last else lines

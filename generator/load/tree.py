"""The only reader of `records/`: every file becomes a record, a picture or a finding.

Source: design, section 2 (the tree) and section 3 (`check`: with paths, neighbours come from file
names).
"""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any, Protocol

from generator.domain.fields import Record
from generator.domain.finding import Fault, Finding
from generator.domain.media import Picture, suffix_of
from generator.domain.records import Records
from generator.domain.scalars import id_like
from generator.errors import UsageError
from generator.load.contents import contents
from generator.load.everyday import read_everyday
from generator.load.fingerprints import digest
from generator.load.layout import KIND_BY_NAME, REQUIRED, Kind, kind_of, picture_name
from generator.load.limits import too_large
from generator.load.neighbours import Neighbours
from generator.load.places import Places
from generator.load.shape import shape
from generator.load.undisturbed import undisturbed

Progress = Callable[[str], None]


class Trees(Protocol):
    """What files were parsed into before, by their bytes."""

    def tree(self, inside: str, known_by: str) -> dict[str, Any] | None:
        """Return the tree of the file whose bytes have that digest, if it is known."""

    def add(self, inside: str, known_by: str, tree: dict[str, Any]) -> None:
        """Take in the tree of a file that nothing is wrong with."""


@dataclass(frozen=True)
class Loaded:
    """The records, the findings of reading them, and the paths of the record files read.

    `digests` are those of the bytes that were read, by the path inside the records; pictures have
    none, nor has what was not read.
    """

    records: Records
    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    root: Path
    digests: Mapping[str, str] = field(default_factory=dict)

    def locate(self, faults: Iterable[Fault]) -> Iterator[Finding]:
        """Yield each fault at its line and column; a missing key at its nearest parent."""
        by_path = groupby(sorted(faults, key=lambda f: f.path), key=lambda f: f.path)
        for path, group in by_path:
            places = Places.of(self.root.parent / path)
            for fault in group:
                yield places.finding(fault)


def load_records(
    root: Path, progress: Progress = lambda _: None, trees: Trees | None = None
) -> Loaded:
    """Read the whole tree below `root`; `progress` hears the path of each file before it is read.

    What `trees` knows of the same bytes is not parsed again.

    Raises:
        UsageError: `root` is not a folder, or cannot be listed.
    """
    with undisturbed():
        reading = _Reading(root, progress, trees)
        for inside in record_files(root):
            reading.take(inside)
        return reading.result()


def load_some(
    root: Path,
    subjects: Iterable[str],
    progress: Progress = lambda _: None,
) -> Loaded:
    """Read some files, by their paths inside `root`, and those that they can contradict.

    Raises:
        UsageError: one of the files is missing.
    """
    reading = _Reading(root, progress)
    for inside in sorted(set(subjects)):
        if not os.path.lexists(root / inside):
            message = f"Không có tệp {root.name}/{inside}."
            raise UsageError(message)
        reading.take(inside)
    neighbours = Neighbours(reading.root, reading.result().records)
    for inside in neighbours.to_read():
        reading.take(inside)
    for inside in neighbours.by_name():
        reading.know(inside)
    return reading.result()


def record_files(root: Path, within: str = "") -> Iterator[str]:
    """Yield the path inside `root` of every file, sorted, hidden ones left out.

    `within` is the path inside `root` of the folder to stay in.

    Raises:
        UsageError: a folder cannot be listed.
    """
    pending = [f"{within}/" if within else ""]
    files: list[str] = []
    while pending:
        folder = pending.pop()
        for entry in _entries(root / folder):
            inside = f"{folder}{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append(f"{inside}/")
            else:
                files.append(inside)
    yield from sorted(files)


def _entries(folder: Path) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        message = f"Không đọc được thư mục {folder}: {error.strerror}."
        raise UsageError(message) from error


class _Reading:
    """Gathers records and findings, file by file; a file is taken once."""

    def __init__(self, root: Path, progress: Progress, trees: Trees | None = None) -> None:
        # The parent's name for the folder stands in every finding, also where `root` is “.”.
        self.root = Path(os.path.abspath(root))  # noqa: PTH100  (`resolve` would follow links)
        self._name = self.root.name
        self._prefix = os.path.join(self.root, "")  # noqa: PTH118
        self._progress = progress
        self._trees = trees
        self._findings: list[Finding] = []
        self._records: dict[str, dict[str, Any]] = {}
        self._known: dict[str, set[str]] = {}
        self._taken: set[str] = set()
        self._digests: dict[str, str] = {}
        self._pictures: dict[str, Picture] = {}
        self._files: list[str] = []
        self._real_folders = {""}

    def take(self, inside: str) -> None:
        """Read one file by its path inside the records."""
        if inside in self._taken:
            return
        self._taken.add(inside)
        self._progress(inside)
        path = _shown(f"{self._name}/{inside}")
        placed = kind_of(inside)
        name = "" if placed else picture_name(inside) or ""
        if placed:
            self._know(placed[0].name, placed[1])
            self._files.append(path)
        elif name:
            self._know("media", name)
        else:
            self._findings.append(_stray(inside, path))
            return
        try:
            status = os.lstat(f"{self._prefix}{inside}")
            if not stat.S_ISREG(status.st_mode) or not self._in_real_folder(inside):
                self._findings.append(_not_a_file(path))
            elif placed:
                self._take_record(*placed, inside, path, status.st_size)
            else:
                from generator.load.picture import look_at

                self._pictures[name] = look_at(self.root / inside, name=name, path=path)
        except OSError as error:
            self._findings.append(_unreadable(path, error))

    def know(self, inside: str) -> None:
        """Note that a record or a picture exists, without reading it."""
        placed = kind_of(inside)
        if placed:
            self._know(placed[0].name, placed[1])
        else:
            self._know("media", picture_name(inside) or "")

    def _know(self, kind: str, name: str) -> None:
        self._known.setdefault(kind, set()).add(name)

    def result(self) -> Loaded:
        """Return what has been gathered so far."""
        singles = {
            name: next(iter(self._records.get(name, {}).values()), None) for name in REQUIRED
        }
        many = {
            name: self._records.get(name, {})
            for name in ("members", "policies", "plans", "visits", "articles")
        }
        records = Records(
            organisation=singles["organisation"],
            unit_list=singles["units"],
            activities=singles["activities"],
            pictures=self._pictures,
            known={name: frozenset(ids) for name, ids in self._known.items()},
            **many,
        )
        missing = [KIND_BY_NAME[name] for name in REQUIRED if name not in self._known]
        findings = [*self._findings, *(_missing(self.root, kind) for kind in missing)]
        found = tuple(sorted(findings))
        return Loaded(records, found, tuple(self._files), self.root, self._digests)

    def _take_record(self, kind: Kind, id_: str, inside: str, path: str, size: int) -> None:
        if size > kind.limits.size:
            fault = too_large(size, kind.limits)
            self._findings.append(Places().text_finding(path, fault))
            return
        data = contents(f"{self._prefix}{inside}")
        known_by = self._digests[inside] = digest(data)
        derived = {"id": id_, "path": path}
        tree = self._trees.tree(inside, known_by) if self._trees else None
        if tree is None:
            tree = self._parse(data, kind, inside, known_by, derived)
        if tree is None:
            return
        shaped = shape(kind.model, tree, derived)
        if isinstance(shaped, Record):
            ids = self._records.setdefault(kind.name, {})
            # The same id in two folders: both are kept, and the one in the wrong folder is found.
            ids[id_ if id_ not in ids else inside] = shaped
        else:
            places = Places.within(data, suffix_of(inside))
            self._findings += (places.finding(fault) for fault in shaped)

    def _parse(
        self, data: bytes, kind: Kind, inside: str, known_by: str, derived: dict[str, str]
    ) -> dict[str, Any] | None:
        """Return the tree of a file; tell what is wrong with it.

        The body of an article, which `derived` gets, is no part of a tree that others know.
        """
        told = len(self._findings)
        tree = None if kind.name == "articles" else read_everyday(data, kind.limits)
        if tree is None:
            tree = self._read_carefully(data, kind, derived)
        nothing_told = len(self._findings) == told
        if self._trees and tree is not None and nothing_told and kind.name != "articles":
            self._trees.add(inside, known_by, tree)
        return tree

    def _read_carefully(
        self, data: bytes, kind: Kind, derived: dict[str, str]
    ) -> dict[str, Any] | None:
        """Return the tree of a file that is not in the everyday form; tell what is wrong with it.

        `derived` gets the body of an article.
        """
        from generator.load.article_text import read_article
        from generator.load.strict_yaml import read

        if kind.name == "articles":
            article = read_article(data)
            document = article.front
            derived["body"] = article.body
        else:
            document = read(data, kind.limits)
        places = Places(document.places)
        path = derived["path"]
        self._findings += (places.text_finding(path, fault) for fault in document.faults)
        return document.tree

    def _in_real_folder(self, inside: str) -> bool:
        """Whether no folder above the file is a link, which could lead out of the records."""
        folder = inside.rpartition("/")[0]
        if folder in self._real_folders:
            return True
        if not stat.S_ISDIR(os.lstat(self.root / folder).st_mode):
            return False
        if not self._in_real_folder(folder):
            return False
        self._real_folders.add(folder)
        return True


def _stray(inside: str, path: str) -> Finding:
    better = _better_name(inside)
    if inside.startswith("media/"):
        hint = "Ảnh để ở media/<năm>/, là tệp .jpg, .png hoặc .webp."
    elif better:
        hint = f"Đổi tên tệp thành {better}."
    else:
        hint = (
            "Tên tệp chỉ gồm chữ thường không dấu, chữ số, gạch nối, và nằm trong thư mục của nó; "
            "ví dụ visits/2019/2019-05-20-ap-3.yml."
        )
    return _at_start("S012", path, "Tệp này không nằm đúng chỗ nên không được đọc.", hint)


def _better_name(inside: str) -> str:
    """Return the path under which the file would be read, if only its name is wrong."""
    folder, slash, name = inside.rpartition("/")
    stem, dot, suffix = name.rpartition(".")
    suffix = {"yaml": "yml", "markdown": "md"}.get(suffix.lower(), suffix.lower())
    better = f"{folder}{slash}{id_like(stem)}{dot}{suffix}"
    return better if kind_of(better) else ""


def _missing(root: Path, kind: Kind) -> Finding:
    path = f"{root.name}/{kind.example}"
    hint = "Tạo tệp này; lệnh congtac init làm sẵn một bộ mẫu."
    return _at_start("S013", path, f"Thiếu tệp {kind.example}.", hint)


def _not_a_file(path: str) -> Finding:
    message = "Đây không phải là một tệp thường (có thể là liên kết tắt)."
    return _at_start("Y018", path, message, "Thay bằng chính tệp đó.")


def _unreadable(path: str, error: OSError) -> Finding:
    reason = "không có quyền đọc" if isinstance(error, PermissionError) else error.strerror
    message = f"Không đọc được tệp: {reason}."
    return _at_start("Y018", path, message, "Xem lại quyền đọc tệp, hoặc tải tệp lên lại.")


def _at_start(code: str, path: str, message: str, hint: str) -> Finding:
    return Finding(path, 1, code, 1, "", "error", message, hint)


def _shown(path: str) -> str:
    """Return the path with a mark in place of what no terminal and no JSON can show."""
    if path.isprintable():
        return path
    return "".join(each if each.isprintable() else "\ufffd" for each in path)

"""The only reader of `records/`: every file becomes a record, a picture or a finding.

Source: design, section 2 (the tree) and section 3 (`check`: with paths, neighbours come from file
names).
"""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from generator.domain.fields import Record
from generator.domain.finding import Fault, Finding
from generator.domain.media import Picture
from generator.domain.records import Records
from generator.errors import UsageError
from generator.load.article_text import read_article
from generator.load.layout import KIND_BY_NAME, REQUIRED, Kind, kind_of, picture_name
from generator.load.neighbours import neighbours
from generator.load.picture import look_at
from generator.load.places import Places
from generator.load.shape import shape
from generator.load.strict_yaml import read

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Loaded:
    """The records, the findings of reading them, and the paths of the record files read."""

    records: Records
    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    root: Path

    def locate(self, faults: Iterable[Fault]) -> Iterator[Finding]:
        """Yield each fault at its line and column; a missing key at its nearest parent."""
        by_path = groupby(sorted(faults, key=lambda f: f.path), key=lambda f: f.path)
        for path, group in by_path:
            places = Places.of(self.root.parent / path)
            for fault in group:
                yield places.finding(fault)


def load_records(root: Path, progress: Progress = lambda _: None) -> Loaded:
    """Read the whole tree below `root`; `progress` hears the path of each file before it is read.

    Raises:
        UsageError: `root` is not a folder, or cannot be listed.
    """
    reading = _Reading(root)
    for inside in record_files(root):
        progress(inside)
        reading.take(inside)
    for name in REQUIRED:
        reading.require(KIND_BY_NAME[name])
    return reading.result()


def load_some(root: Path, subjects: Iterable[str]) -> Loaded:
    """Read some files, by their paths inside `root`, and those that they can contradict.

    Raises:
        UsageError: `root` is not a folder, or one of the files is missing.
    """
    reading = _Reading(root)
    for inside in sorted(set(subjects)):
        if not os.path.lexists(root / inside):
            message = f"Không có tệp {root.name}/{inside}."
            raise UsageError(message)
        reading.take(inside)
    for inside in sorted(neighbours(root, reading.result().records)):
        reading.take(inside)
    for name in REQUIRED:
        reading.require(KIND_BY_NAME[name])
    return reading.result()


def record_files(root: Path) -> Iterator[str]:
    """Yield the path inside `root` of every file, sorted, hidden ones left out.

    Raises:
        UsageError: `root` is not a folder, or cannot be listed.
    """
    pending = [""]
    files: list[str] = []
    while pending:
        folder = pending.pop()
        try:
            with os.scandir(root / folder) as entries:
                for entry in entries:
                    inside = f"{folder}{entry.name}"
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        pending.append(f"{inside}/")
                    else:
                        files.append(inside)
        except OSError as error:
            message = f"Không đọc được thư mục {root / folder}: {error.strerror}."
            raise UsageError(message) from error
    yield from sorted(files)


class _Reading:
    """Gathers records and findings, file by file; a file is taken once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._findings: list[Finding] = []
        self._records: dict[str, dict[str, Any]] = {}
        self._known: dict[str, set[str]] = {}
        self._taken: set[str] = set()
        self._pictures: dict[str, Picture] = {}
        self._files: list[str] = []

    def take(self, inside: str) -> None:
        """Read one file by its path inside the records."""
        if inside in self._taken:
            return
        self._taken.add(inside)
        path = f"{self._root.name}/{inside}"
        placed = kind_of(inside)
        name = picture_name(inside)
        if not placed and name is None:
            self._note(_stray(inside, path))
        elif not stat.S_ISREG(os.lstat(self._root / inside).st_mode):
            message = "Đây không phải là một tệp thường (có thể là liên kết tắt)."
            self._note(_at_start("Y018", path, message, "Thay bằng chính tệp đó."))
        elif placed:
            self._files.append(path)
            self._known.setdefault(placed[0].name, set()).add(placed[1])
            self._take_record(*placed, inside, path)
        elif name is not None:
            self._take_picture(name, inside, path)

    def require(self, kind: Kind) -> None:
        """Note a finding if the one file of this kind does not exist."""
        if kind.name not in self._known:
            path = f"{self._root.name}/{kind.example}"
            message = f"Thiếu tệp {kind.example}."
            hint = "Tạo tệp này; lệnh congtac init làm sẵn một bộ mẫu."
            self._note(_at_start("S013", path, message, hint))

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
        return Loaded(records, tuple(sorted(self._findings)), tuple(self._files), self._root)

    def _take_record(self, kind: Kind, id_: str, inside: str, path: str) -> None:
        data = self._bytes(inside, path)
        if data is None:
            return
        derived = {"id": id_, "path": path}
        if kind.name == "articles":
            article = read_article(data)
            document = article.front
            derived["body"] = article.body
        else:
            document = read(data, kind.limits)
        places = Places(document.places)
        for fault in document.faults:
            self._note(places.text_finding(path, fault))
        if document.tree is None:
            return
        shaped = shape(kind.model, document.tree, derived)
        if isinstance(shaped, Record):
            ids = self._records.setdefault(kind.name, {})
            # The same id in two folders: both are kept, and the one in the wrong folder is found.
            ids[id_ if id_ not in ids else inside] = shaped
        else:
            for shape_fault in shaped:
                self._note(places.finding(shape_fault))

    def _take_picture(self, name: str, inside: str, path: str) -> None:
        try:
            self._pictures[name] = look_at(self._root / inside, name=name, path=path)
        except OSError as error:
            self._note(_unreadable(path, error))

    def _bytes(self, inside: str, path: str) -> bytes | None:
        try:
            return (self._root / inside).read_bytes()
        except OSError as error:
            self._note(_unreadable(path, error))
            return None

    def _note(self, finding: Finding) -> None:
        self._findings.append(finding)


def _stray(inside: str, path: str) -> Finding:
    if inside.startswith("media/"):
        hint = "Ảnh để ở media/<năm>/, là tệp .jpg, .png hoặc .webp."
    elif inside.endswith(".yaml"):
        hint = f"Đổi đuôi tệp thành .yml: {inside.removesuffix('.yaml')}.yml."
    else:
        hint = "Tên tệp chỉ gồm chữ thường không dấu, chữ số, gạch nối; ví dụ visits/2019/2019-05-20-ap-3.yml."
    return _at_start("S012", path, "Tệp này không nằm đúng chỗ nên không được đọc.", hint)


def _unreadable(path: str, error: OSError) -> Finding:
    message = f"Không đọc được tệp: {error.strerror}."
    return _at_start("Y018", path, message, "Xem lại quyền đọc tệp.")


def _at_start(code: str, path: str, message: str, hint: str) -> Finding:
    return Finding(path, 1, code, 1, "", "error", message, hint)

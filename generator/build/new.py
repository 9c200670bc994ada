"""A new visit from what was told: judged with its photos, and written whole or not at all.

Source: design, section 3, `new visit`; issue *Submission*, Door 5.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any, Final

from generator.build.arrivals import look_at_photos, take_in
from generator.build.drawing import NoPictureError, drawn_anew
from generator.build.figures import day_counted, sound_records
from generator.build.propose import BRANCHES
from generator.domain.finding import Finding, field_path
from generator.domain.records import Records
from generator.errors import RefusedError, UsageError
from generator.load.tree import Progress
from generator.submit.arrivals import Arrival, Judged, judge
from generator.submit.completion import completed, visit_id
from generator.submit.incoming import LARGEST_PHOTO, Submission, read
from generator.submit.prompts import Place, is_day, name_of

_NEXT: Final = (
    "Chuyến đi được tính khi người duyệt nhập (merge). Gửi lên để duyệt:\n"
    "  git switch -c {branch}\n"
    "  git add {files}\n"
    '  git commit -m "Chuyến đi {id}"\n'
    "  git push -u origin HEAD"
)
_LARGEST_FILE: Final = 100_000_000

Tree = dict[str, Any]
PhotoSource = Callable[[str], bytes | None]
"""Gives the bytes of a photo by the name that was told; None for one that is in the records."""


@dataclass(frozen=True)
class Ready:
    """A visit with its photos, judged; `unfit` says of photos, by place, why they are not taken."""

    judged: Judged
    photos: Mapping[str, bytes]
    unfit: Mapping[Place, str]

    @property
    def sound(self) -> bool:
        """Whether it can be written."""
        return self.judged.sound and not self.unfit

    @property
    def findings(self) -> tuple[tuple[Place, Finding], ...]:
        """What else is wrong with it, each at its place."""
        placed = ((field_path(each.field), each) for each in self.judged.findings)
        return tuple(each for each in placed if each[0] not in self.unfit)

    def write(self, root: Path) -> list[str]:
        """Write the record and its photos; return what was done, and what comes next.

        Raises:
            RefusedError: one of the files has come to be there in the meantime.
            OSError: a file cannot be written; none was.
        """
        try:
            files = [str(file) for file in take_in(root, [self.judged], self.photos)]
        except FileExistsError as error:
            message = f"Đã có tệp {error.filename2}, nên chưa ghi gì. Chạy lại lệnh này."
            raise RefusedError(message) from None
        id_ = self.judged.arrival.id
        following = _NEXT.format(branch=BRANCHES + id_, files=" ".join(files), id=id_)
        return [*(f"Đã ghi {file}." for file in files), following]


def made_ready(
    records: Records, told: Mapping[str, Any], today: date, folder: str, source: PhotoSource
) -> Ready:
    """Return the visit completed, its photos drawn anew and named after it, and judged.

    A `source` that has no such photo to give raises NoPictureError.
    """
    tree = completed(told, today)
    dated = tree if is_day(tree.get("date")) else {**tree, "date": today.isoformat()}
    id_ = visit_id(dated, records, records.known.get("visits", ()))
    names = _free_names(id_, records)
    photos: dict[str, bytes] = {}
    unfit: dict[Place, str] = {}
    for place, photo in _photos(tree):
        try:
            data = source(photo["file"])
            if data is not None:
                name = next(names)
                photos[name] = drawn_anew(data, name)
                photo["file"] = name
        except NoPictureError as error:
            unfit[place] = f"{photo['file']}: {error}."
    arrival = Arrival(id_, tree, look_at_photos(photos, folder), folder)
    (judged,) = judge(records, [arrival])
    return Ready(judged, photos, unfit)


def new_visit_from(
    root: Path,
    file: Path,
    asked: date | None,
    today: date,
    progress: Progress = lambda _: None,
) -> list[str]:
    """Write the visit that a file tells: a record, a message or a bundle; return what was done.

    Photos that the record names lie in the bundle, beside the file, or in the records.

    Raises:
        RefusedError: something is wrong with it; the message tells all of it.
        UnsoundRecordsError: the records have findings of their own.
        UsageError: `root` or the file cannot be read.
    """
    submission = read(_bytes(file))
    if not isinstance(submission, Submission):
        raise RefusedError(
            _refusal(file, (f"{each.message}\n    → {each.hint}" for each in submission))
        )
    records = sound_records(root, progress)
    known = records.known.get("media", frozenset())

    def source(name: str) -> bytes | None:
        if name in submission.photos:
            return submission.photos[name]
        return None if name in known else _photo_bytes(file.parent / name)

    day = day_counted(records, asked, today)
    ready = made_ready(records, submission.tree, day, root.name, source)
    if not ready.sound:
        raise RefusedError(_refusal(file, _told(ready)))
    return [*(said(*each) for each in ready.findings), *ready.write(root)]


def said(place: Place, finding: Finding) -> str:
    """Return a finding under the name that the place has for people, and its mend."""
    where = f"{name_of(place)}: " if place else ""
    return f"{where}{finding.code} {finding.message}\n    → {finding.hint}"


def photo_at(path: str) -> bytes:
    """Return the bytes of a picture on this computer.

    Raises:
        NoPictureError: there is no such file, or none that can be read.
    """
    return _photo_bytes(Path(path).expanduser())


def _photo_bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST_PHOTO:
            message = f"lớn quá {LARGEST_PHOTO // 1_000_000} MB"
            raise NoPictureError(message)
        return file.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        message = "không có tệp này" if missing else f"không đọc được tệp ({error.strerror})"
        raise NoPictureError(message) from None


def _told(ready: Ready) -> Iterator[str]:
    for place, reason in ready.unfit.items():
        yield f"{name_of(place)}: {reason}\n    → Chọn ảnh JPEG, PNG hoặc WebP."
    yield from (said(*each) for each in ready.findings)


def _refusal(file: Path, faults: Iterator[str]) -> str:
    listed = list(faults)
    return "\n".join((*listed, f"Chưa ghi gì: {file} có {len(listed)} chỗ phải sửa."))


def _photos(tree: Tree) -> Iterator[tuple[Place, Tree]]:
    """Yield the photos that name a file, as they stand in the tree."""
    photos = tree.get("photos")
    for number, photo in enumerate(photos if isinstance(photos, list) else ()):
        if isinstance(photo, dict) and isinstance(photo.get("file"), str):
            yield ("photos", number, "file"), photo


def _free_names(visit: str, records: Records) -> Iterator[str]:
    taken = records.known.get("media", frozenset())
    names = (f"{visit[:4]}/{visit}-{number}.jpg" for number in count(1))
    return (name for name in names if name not in taken)


def _bytes(file: Path) -> bytes:
    """Return the bytes of the file.

    Raises:
        UsageError: there is no such file, or it is too large or cannot be read.
    """
    try:
        if file.stat().st_size > _LARGEST_FILE:
            message = f"{file} lớn quá {_LARGEST_FILE // 1_000_000} MB."
            raise UsageError(message)
        return file.read_bytes()
    except OSError as error:
        message = f"Không đọc được {file}: {error.strerror}."
        raise UsageError(message) from None

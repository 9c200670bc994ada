"""What officials send by chat becomes a branch and a proposal to merge, or is refused as a whole.

The records of the base branch are what it is judged by; the working tree is not looked at and not
touched. Source: issue *Submission*, Door 2; design, section 3, `receive`.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from pydantic_core import PydanticCustomError

from generator.build.arrivals import look_at_photos
from generator.build.base_branch import BaseBranch, Way
from generator.build.drawing import NoPictureError, drawn_anew
from generator.build.figures import day_counted
from generator.build.photos import assigned
from generator.build.propose import BRANCHES, Say, Taken, propose
from generator.domain.finding import Finding, field_path
from generator.domain.media import IMAGE_SUFFIXES, is_well_named, suffix_of
from generator.domain.scalars import parse_day
from generator.errors import RefusedError, UsageError
from generator.load.strict_yaml import read as read_yaml
from generator.submit.arrivals import Arrival, Judged, judge
from generator.submit.asking import label_at
from generator.submit.completion import completed, visit_id, visit_path
from generator.submit.incoming import Submission, read, shown_name
from generator.submit.readable import denied, labels_of, readable

LARGEST_ARRIVAL: Final = 100_000_000
_NO_PICTURE_THERE: Final = "M002"


@dataclass(frozen=True, slots=True)
class Inbox:
    """What came: one message or file of a record, and photos by their file names."""

    data: bytes
    photos: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Days:
    """The day asked for, if any, and today."""

    asked: date | None
    today: date


def opened(files: Sequence[Path], photos: Sequence[Path], stdin: Callable[[], bytes]) -> Inbox:
    """Return what the files hold; pictures among the files are photos; without a file, stdin.

    Raises:
        UsageError: there are several records, or a file is too large.
        OSError: a file cannot be read.
    """
    told = [each for each in files if suffix_of(each.name) not in IMAGE_SUFFIXES]
    shown = [each for each in files if each not in told]
    if len(told) > 1:
        message = (
            "Mỗi lần nhận một chuyến đi: chỉ ghi một tệp tin nhắn hoặc bản ghi, và ảnh của nó."
        )
        raise UsageError(message)
    source = told[0] if told else Path("-")
    data = stdin() if source == Path("-") else _bytes(source)
    return Inbox(data, tuple((each.name, _bytes(each)) for each in (*shown, *photos)))


def receive(inbox: Inbox, way: Way, days: Days, say: Say, *, dry_run: bool = False) -> None:
    """Take one visit into a branch and a proposal, telling each step.

    Raises:
        RefusedError: something is wrong with what came; the message tells all of it.
        UsageError: the repository, its remote or the forge does not let us.
    """
    submission = read(inbox.data)
    if not isinstance(submission, Submission):
        raise RefusedError(_refusal([f"{each.message}\n    → {each.hint}" for each in submission]))
    with tempfile.TemporaryDirectory() as aside:
        base = BaseBranch.fetched(way, Path(aside))
        judged, taken = _judged(base, submission, inbox.photos, days)
        for line in _shown(base, submission, judged, taken):
            say(line)
        if dry_run:
            say("Chạy thử: chưa ghi gì, chưa đẩy gì.")
        else:
            propose(base, taken, say)


def _judged(
    base: BaseBranch,
    submission: Submission,
    photos: Sequence[tuple[str, bytes]],
    days: Days,
) -> tuple[Judged, Taken]:
    """Return the visit with its photos, held against the records of the base branch.

    Raises:
        RefusedError: something is wrong with it.
    """
    today = day_counted(base.records, days.asked, days.today)
    id_ = _id(base, completed(submission.tree, today), today)
    tip = base.git.fetched(base.way.remote, BRANCHES + id_)
    tree = completed({**_recorded_before(base, id_, tip), **submission.tree}, today)
    sorting = _Photos(base, id_, tip)
    sorting.take([*_photo_names(tree)], [*submission.photos.items(), *photos])
    folder = base.folder.rpartition("/")[2]
    arrival = Arrival(id_, tree, look_at_photos(sorting.named, folder), folder)
    (judged,) = judge(base.records, [arrival])
    wrong = (each for each in judged.findings if each.severity == "error")
    faults = [*sorting.faults, *(_told(each) for each in wrong if each.code != _NO_PICTURE_THERE)]
    if faults or judged.visit is None:
        raise RefusedError(_refusal(faults))
    files = {f"{base.folder}/media/{name}": data for name, data in sorting.named.items()}
    files[f"{base.folder}/{arrival.inside}"] = arrival.text.encode()
    return judged, Taken(arrival, judged.visit, files, tip)


def _shown(base: BaseBranch, submission: Submission, judged: Judged, taken: Taken) -> Iterator[str]:
    """Yield what came in lines for people, what is doubtful, and the files it becomes."""
    labels = labels_of(base.records)
    yield from readable(judged.arrival.tree, labels)
    yield ""
    yield from (f"Lưu ý: {_told(each)}" for each in judged.findings)
    edited = denied(submission.said, judged.arrival.tree, labels)
    if edited:
        yield "Lưu ý: phần chữ trong tin khác bản ghi; lấy theo bản ghi, ở các dòng:"
        yield from (f"    {line}" for line in edited)
    yield from (f"Tệp: {path}" for path in taken.files)


def _id(base: BaseBranch, tree: Mapping[str, Any], today: date) -> str:
    """Return the id; of a visit without a day, one under which its faults can be told."""
    try:
        parse_day(str(tree.get("date", "")))
    except PydanticCustomError:
        return visit_id({**tree, "date": today.isoformat()}, base.records)
    return visit_id(tree, base.records)


def _recorded_before(base: BaseBranch, id_: str, tip: str) -> dict[str, str]:
    """Return the day of writing that the record has already: sent again, it stays the same."""
    path = f"{base.folder}/{visit_path(id_)}"
    for commit in filter(None, (tip, base.commit)):
        tree = read_yaml(base.git.contents(commit, path) or b"").tree or {}
        if isinstance(day := tree.get("recorded_on"), str):
            return {"recorded_on": day}
    return {}


class _Photos:
    """The photos by the names that the record gives them, drawn anew, and what is wrong."""

    def __init__(self, base: BaseBranch, visit: str, tip: str) -> None:
        self.named: dict[str, bytes] = {}
        self.faults: list[str] = []
        self._base, self._tip = base, tip
        before = base.records.visits.get(visit)
        own = {photo.file for photo in before.photos} if before else set()
        self._of_others = base.records.pictures.keys() - own

    def take(self, wanted: Sequence[str], given: Sequence[tuple[str, bytes]]) -> None:
        """Give each photo its name."""
        held = assigned(wanted, given)
        for name, data in held.named.items():
            self._keep(name, data)
        for name in held.missing:
            self._keep_sent(name)
        for name in held.unused:
            self._blame(f"Bản ghi không có ảnh {shown_name(name)}.", "Bỏ ảnh đó ra.")

    def _keep(self, name: str, data: bytes) -> None:
        if name in self._of_others:
            self._blame(f"Đã có ảnh khác tên {name}.", "Đặt tên khác cho ảnh rồi gửi lại.")
            return
        try:
            self.named[name] = drawn_anew(data, name)
        except NoPictureError as error:
            self._blame(f"Ảnh {name} {error}.", "Gửi lại ảnh dạng JPEG.")

    def _keep_sent(self, name: str) -> None:
        """Keep a photo that was sent before; of one that nobody sent, say so."""
        path = f"{self._base.folder}/media/{name}"
        sent = self._base.git.contents(self._tip, path) if self._tip else None
        if sent:
            self.named[name] = sent
        elif name not in self._base.records.pictures:
            mend = "Kèm đủ ảnh, theo thứ tự trong bản ghi: --photo TỆP."
            self._blame(f"Thiếu tệp ảnh {name}.", mend)

    def _blame(self, message: str, mend: str) -> None:
        self.faults.append(f"{message}\n    → {mend}")


def _photo_names(tree: Mapping[str, Any]) -> Iterator[str]:
    photos = tree.get("photos")
    for photo in photos if isinstance(photos, list) else ():
        file = photo.get("file") if isinstance(photo, Mapping) else None
        if isinstance(file, str) and is_well_named(file):
            yield file


def _refusal(faults: Sequence[str]) -> str:
    lines = "\n".join(f"  {fault}" for fault in faults)
    return f"Có {len(faults)} chỗ sai, chưa ghi gì:\n{lines}"


def _told(finding: Finding) -> str:
    """Return a finding with the name of its field as people know it: *Khó khăn, vướng mắc 2*."""
    path = field_path(finding.field)
    label = f"{label_at(path)}: " if path and isinstance(path[0], str) else ""
    return f"{label}{finding.message}\n    → {finding.hint}"


def _bytes(file: Path) -> bytes:
    size = file.stat().st_size
    if size > LARGEST_ARRIVAL:
        message = f"{file} lớn {size} byte, quá {LARGEST_ARRIVAL}."
        raise UsageError(message)
    return file.read_bytes()

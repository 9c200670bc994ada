"""The list of provinces: what each is called, and where its data package is published.

A file of YAML, read as strictly as a record: `title`?, `publisher`?, `provinces`: list of {`id`,
`name`, `package`}. `package` is the address of the province's `datapackage.json`, or its path from
the file. Source: issue *Speed*, Scale; decision 0026.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from generator.domain.fields import Record, Shape, public
from generator.domain.finding import Fault, Finding
from generator.domain.scalars import Id, Line
from generator.errors import RefusedError, UsageError
from generator.load.limits import LIST_LIMITS
from generator.load.places import Places
from generator.load.shape import shape
from generator.load.strict_yaml import read

SCHEMES: Final = ("http", "https")
TITLE: Final = "Đi công tác cơ sở cả nước"


class Province(Shape):
    """A province, and where its package is."""

    id: Id = public("Mã tỉnh")
    name: Line = public("Tên tỉnh, thành phố")
    package: Line = public("Gói số liệu", "Địa chỉ hay đường dẫn của datapackage.json.")


class ProvinceList(Record):
    """The provinces, in the order in which the page tells of them if nobody sorts it."""

    title: Line = public("Tên trang", default=TITLE)
    publisher: Line | None = public("Cơ quan làm trang", default=None)
    provinces: tuple[Province, ...] = public("Các tỉnh, thành phố", at_least=1)


@dataclass(frozen=True, slots=True)
class Source:
    """A province whose package is at `location`: an address, or a path that leads there."""

    id: str
    name: str
    location: str

    @property
    def site(self) -> str:
        """The address of the province's site, ending in a slash; empty if its package has none."""
        base, found, rest = self.location.partition("du-lieu/datapackage.json")
        return base if found and not rest and urlsplit(base).scheme in SCHEMES else ""


class BrokenListError(RefusedError):
    """The list of provinces has findings, so no page is made of it."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("Danh sách tỉnh còn lỗi nên chưa làm gì cả.")
        self.findings = findings


def read_provinces(file: Path) -> tuple[ProvinceList, tuple[Source, ...]]:
    """Return the list and the sources that it names.

    Raises:
        BrokenListError: it is no such list.
        UsageError: the file cannot be read.
    """
    try:
        document = read(file.read_bytes(), LIST_LIMITS)
    except OSError as error:
        message = f"Không đọc được {file}: {error.strerror}."
        raise UsageError(message) from error
    places = Places(document.places)
    if document.tree is None:
        raise BrokenListError(
            tuple(places.text_finding(file.name, fault) for fault in document.faults)
        )
    shaped = shape(ProvinceList, document.tree, {"id": "provinces", "path": file.name})
    faults = shaped if isinstance(shaped, tuple) else tuple(_repeats(shaped))
    if faults or not isinstance(shaped, ProvinceList):
        raise BrokenListError(tuple(sorted(places.finding(fault) for fault in faults)))
    return shaped, tuple(
        Source(each.id, each.name, _located(each.package, file.parent)) for each in shaped.provinces
    )


def _located(package: str, folder: Path) -> str:
    return package if "://" in package else str(folder / package)


def _repeats(listed: ProvinceList) -> Iterator[Fault]:
    """R011: no id, name or package stands twice, or a province would count twice."""
    words = {"id": "Mã", "name": "Tên", "package": "Gói số liệu"}
    for key, word in words.items():
        seen: set[str] = set()
        for index, province in enumerate(listed.provinces):
            value: str = getattr(province, key)
            if value in seen:
                message = f"{word} “{value}” đã có ở trên."
                field = ("provinces", index, key)
                yield Fault("R011", listed.path, field, message, "Sửa lại, hoặc xóa mục thừa.")
            seen.add(value)

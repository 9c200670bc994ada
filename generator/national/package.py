"""A province's data package as it describes itself: public, new enough, whole.

Source: Data Package and Table Schema; generator/present/tables/package.py, which writes it; issue
*Speed*, Scale; decision 0026.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any, Final, Self

from generator.national.reading import beside, read_bytes
from generator.national.trouble import REBUILD, TroubleError

MAJOR: Final = "1"
"""The first number of the tables' version that is understood; others mean other columns."""

TYPES: Final = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DECIMAL(18,4)",
    "date": "DATE",
    "boolean": "BOOLEAN",
}
"""Types of Table Schema as DuckDB has them; a day is worth a half at least, so four places do."""

NEEDED: Final[Mapping[str, Mapping[str, str]]] = {
    "members": {"id": "string", "notice": "string"},
    "member-years": {
        "year": "integer", "member": "string", "days": "number", "target": "integer",
        "adjusted": "boolean", "status": "string", "notice": "string",
        **{f"days_{month:02d}": "number" for month in range(1, 13)},
    },
    "visits": {
        "id": "string", "date": "date", "end_date": "date", "unit": "string",
        "other_units": "string", "issues": "integer", "notice": "string",
    },
    "issues": {
        "visit": "string", "number": "integer", "raised": "date", "status": "string",
        "notice": "string",
    },
    "units": {
        "id": "string", "level": "string", "type": "string", "parent": "string",
        "valid_from": "date", "valid_to": "date", "notice": "string",
    },
}  # fmt: skip
"""The columns that the figures rest on, by table, and their types."""

DESCRIPTION_LIMIT: Final = 8 << 20
_PLAIN: Final = re.compile(r"[a-z][a-z0-9_]*")
_FORMATS: Final = ("csv", "parquet")


@dataclass(frozen=True, slots=True)
class TableFile:
    """One table: its file, how many bytes it has, their hash, and the type of each column.

    `described` is what the package says of it. `data` are those bytes once they were read; None
    before.
    """

    name: str
    location: str
    form: str
    size: int
    sha256: str
    columns: Mapping[str, str]
    described: Mapping[str, Any]
    data: bytes | None = None

    def read(self) -> bytes:
        """Return the bytes of the very file that the description speaks of.

        Raises:
            TroubleError: it cannot be had, or is another one.
        """
        if self.data is not None:
            return self.data
        data = read_bytes(self.location)
        if len(data) != self.size or sha256(data).hexdigest() != self.sha256:
            message = (
                f"bảng {self.name} không khớp mã kiểm tra trong gói ({len(data)} byte, gói ghi "
                f"{self.size}): tải dở, hoặc trang của tỉnh vừa được thay."
            )
            raise TroubleError(message, "Chạy lại; vẫn thế thì tỉnh dựng lại trang.")
        return data


@dataclass(frozen=True, slots=True)
class Package:
    """A package: the day counted, the description itself, and its tables by name."""

    as_of: date
    described: Mapping[str, Any]
    tables: Mapping[str, TableFile]

    @property
    def fingerprint(self) -> tuple[str, ...]:
        """What no other province's package shares: the hashes of its visits and members."""
        return self.tables["visits"].sha256, self.tables["members"].sha256

    def with_data(self) -> Self:
        """Return the package with the bytes of its tables at hand.

        Raises:
            TroubleError: one of them cannot be had, or is another one.
        """
        return replace(
            self,
            tables={name: replace(file, data=file.read()) for name, file in self.tables.items()},
        )

    def without_data(self) -> Self:
        """Return the package without those bytes, once they were counted."""
        tables = {name: replace(file, data=None) for name, file in self.tables.items()}
        return replace(self, tables=tables)


def read_package(location: str) -> Package:
    """Return the package whose description is at `location`.

    Raises:
        TroubleError: it cannot be read, is internal, too old or too new, or lacks something.
    """
    described = _described(read_bytes(location, DESCRIPTION_LIMIT))
    _require_public(described)
    _require_version(str(described.get("version", "")))
    resources = {
        str(each.get("name")): each for each in described["resources"] if isinstance(each, dict)
    }
    if missing := [name for name in NEEDED if name not in resources]:
        raise TroubleError(f"gói thiếu bảng {', '.join(missing)}.", REBUILD)
    tables = {name: _table(name, resources[name], location) for name in NEEDED}
    return Package(_as_of(described), described, tables)


def _described(data: bytes) -> dict[str, Any]:
    try:
        described = json.loads(data)
    except (ValueError, RecursionError) as error:
        message = "datapackage.json không phải là JSON đọc được."
        raise TroubleError(message, "Kiểm tra địa chỉ trong danh sách.") from error
    if not isinstance(described, dict) or not isinstance(described.get("resources"), list):
        message = "datapackage.json không phải là gói số liệu của congtac."
        raise TroubleError(message, "Kiểm tra địa chỉ trong danh sách.")
    return described


def _require_public(described: Mapping[str, Any]) -> None:
    """Refuse what has no licence or says so: only the public edition may be passed on."""
    if not described.get("licenses") or "NỘI BỘ" in str(described.get("title")):
        message = "gói này là bản NỘI BỘ; trang cả nước chỉ dùng số liệu công khai."
        raise TroubleError(message, "Ghi địa chỉ gói của trang công khai vào danh sách.")


def _require_version(version: str) -> None:
    major = version.partition(".")[0]
    if not major.isdecimal() or int(major) < int(MAJOR):
        told = f"phiên bản {version[:20]}" if version else "không ghi phiên bản"
        raise TroubleError(f"gói do bản congtac cũ dựng ({told}).", REBUILD)
    if major != MAJOR:
        message = f"gói phiên bản {version[:20]}, mới hơn bản congtac ở đây hiểu được."
        raise TroubleError(message, "Cập nhật congtac ở nơi làm trang cả nước.")


def _as_of(described: Mapping[str, Any]) -> date:
    try:
        return date.fromisoformat(described["as_of"])
    except (KeyError, TypeError, ValueError) as error:
        message = "gói do bản congtac cũ dựng: chưa ghi ngày chốt số liệu."
        raise TroubleError(message, REBUILD) from error


def _table(name: str, resource: Mapping[str, Any], location: str) -> TableFile:
    form, size, told = resource.get("format"), resource.get("bytes"), str(resource.get("hash"))
    if form not in _FORMATS:
        raise TroubleError(f"bảng {name} không phải CSV hay Parquet.", REBUILD)
    if not isinstance(size, int) or not told.startswith("sha256:"):
        message = f"gói do bản congtac cũ dựng: bảng {name} chưa có mã kiểm tra."
        raise TroubleError(message, REBUILD)
    try:
        fields = {each["name"]: each["type"] for each in resource["schema"]["fields"]}
        columns = {_PLAIN.fullmatch(each)[0]: TYPES[kind] for each, kind in fields.items()}  # type: ignore[index]
    except (KeyError, TypeError) as error:
        raise TroubleError(f"bảng {name} không được mô tả đủ trong gói.", REBUILD) from error
    for column, kind in NEEDED[name].items():
        if columns.get(column) != TYPES[kind]:
            raise TroubleError(f"bảng {name} thiếu cột {column}.", REBUILD)
    path = beside(location, str(resource.get("path")))
    return TableFile(name, path, form, size, told.removeprefix("sha256:"), columns, resource)

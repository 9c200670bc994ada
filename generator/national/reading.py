"""Bytes of a package, from a disk or over HTTP, through fsspec; never more than a limit.

Source: issue *Speed*, Scale (HTTP through fsspec, no extension download).
"""

import posixpath
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from generator.errors import UsageError
from generator.national.provinces import SCHEMES
from generator.national.trouble import TroubleError

LARGEST: Final = 1 << 29
"""Half a gigabyte: a hundred times what a province writes in five years."""

PATIENCE: Final = 60
"""Seconds for one file, connecting included."""

_CHUNK: Final = 1 << 20
_GONE: Final = (404, 410)
_AGAIN: Final = "Kiểm tra trang của tỉnh và địa chỉ trong danh sách, rồi chạy lại."


def is_address(location: str) -> bool:
    """Whether the location is an address of the web rather than a path."""
    return "://" in location


def read_bytes(location: str, largest: int = LARGEST) -> bytes:
    """Return what stands at an address of the web, or at a path.

    Raises:
        TroubleError: it cannot be had; whether it is missing, refused, late or too large is told.
        UsageError: fsspec is not installed.
    """
    if is_address(location) and urlsplit(location).scheme not in SCHEMES:
        message = f"không đọc được {location}: chỉ đọc từ đĩa, http:// và https://."
        raise TroubleError(message, "Sửa lại địa chỉ trong danh sách.")
    system = _file_system(web=is_address(location))
    try:
        with system.open(location, "rb", block_size=0 if is_address(location) else None) as file:
            return _within(file, largest, location)
    except (OSError, TimeoutError, ValueError) as error:
        raise TroubleError(f"không đọc được {location}: {_why(error)}.", _AGAIN) from error
    except Exception as error:
        # What aiohttp raises has no common class that fsspec would let us name.
        if type(error).__module__.partition(".")[0] != "aiohttp":
            raise
        raise TroubleError(f"không đọc được {location}: {_why(error)}.", _AGAIN) from error


def beside(location: str, path: str) -> str:
    """Return where a file of a package is, whose description is at `location`.

    Raises:
        TroubleError: the path would lead out of the package.
    """
    plain = path == posixpath.normpath(path) and not path.startswith(("/", "..", "."))
    if not plain or "\\" in path or ":" in path or not path.isprintable():
        message = f"gói nêu tệp “{path[:40]}” không nằm cạnh datapackage.json."
        raise TroubleError(message, "Tỉnh dựng lại trang; gói của congtac chỉ nêu tên tệp.")
    if is_address(location):
        return urljoin(location, path)
    return str(Path(location).parent / path)


def _file_system(*, web: bool) -> Any:  # noqa: ANN401  (fsspec has no types)
    try:
        import fsspec  # noqa: PLC0415  (an extra of the installation)

        if not web:
            return fsspec.filesystem("file")
        import aiohttp  # noqa: PLC0415
    except ImportError as error:
        raise UsageError(MISSING) from error
    timeout = aiohttp.ClientTimeout(total=PATIENCE)
    return fsspec.filesystem("http", client_kwargs={"timeout": timeout})


MISSING: Final = (
    "Trang cả nước cần thêm DuckDB và fsspec. Cài đặt: pip install 'congtac[national]', hoặc "
    "pip install --require-hashes --requirement requirements/national.txt."
)


def _within(file: Any, largest: int, location: str) -> bytes:  # noqa: ANN401
    parts: list[bytes] = []
    size = 0
    while part := file.read(_CHUNK):
        parts.append(part)
        size += len(part)
        if size > largest:
            message = f"{location} lớn hơn {largest >> 20} MB nên không đọc."
            raise TroubleError(message, "Kiểm tra địa chỉ trong danh sách.")
    return b"".join(parts)


def _why(error: BaseException) -> str:
    if isinstance(error, FileNotFoundError) and error.__cause__ is not None:
        # So fsspec calls whatever went wrong on the web.
        error = error.__cause__
    status = getattr(error, "status", None)
    match error:
        case _ if isinstance(error, FileNotFoundError) or status in _GONE:
            return "không có tệp này"
        case TimeoutError():
            return f"chờ quá {PATIENCE} giây"
        case PermissionError():
            return "không có quyền đọc"
        case _ if status:
            return f"máy chủ trả lời {status}"
        case OSError() if error.strerror and not getattr(error, "host", None):
            return error.strerror
        case _:
            return "không kết nối được với máy chủ"

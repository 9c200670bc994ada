"""Files in a ZIP archive: the same content gives the same bytes, whenever and wherever."""

from collections.abc import Mapping
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can name."""

_UNIX: Final = 3
_READABLE: Final = 0o100644 << 16


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return the archive of files by their names, in the order given, all of one fixed moment."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as held:
        for name, content in files.items():
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            held.writestr(entry, content)
    return buffer.getvalue()

"""What a file says, and what is packed in it: parts of documents, compressed text, data links."""

import base64
import binascii
import gzip
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import ZipFile

_ZIP: Final = b"PK\x03\x04"
_GZIP: Final = b"\x1f\x8b"
_DATA_LINK: Final = re.compile(rb";base64,([A-Za-z0-9+/]{16,}={0,2})")
# A line of a calendar goes on after a break and a blank.
_FOLD: Final = re.compile(rb"\r\n[ \t]")


def unpacked(content: bytes) -> Iterator[bytes]:
    """Yield the content, and that of whatever is packed in it, at any depth."""
    if content.startswith(_ZIP):
        with ZipFile(BytesIO(content)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield from unpacked(packed.read(name))
        return
    if content.startswith(_GZIP):
        yield from unpacked(gzip.decompress(content))
        return
    yield _FOLD.sub(b"", content) if content.startswith(b"BEGIN:VCALENDAR") else content
    for link in dict.fromkeys(_DATA_LINK.findall(content)):
        try:
            yield from unpacked(base64.b64decode(link, validate=True))
        except binascii.Error:
            continue

"""Pictures that hide something, that are none, or that are far too large; and what a file holds."""

import io
import random
import struct
import zlib
from collections.abc import Iterator
from functools import cache
from typing import Any, Final
from zipfile import ZipFile

from PIL import Image, TiffImagePlugin
from PIL.PngImagePlugin import PngInfo

CANARY: Final = b"zqcanaryqz"
SCRIPT: Final = b"<script>alert('" + CANARY + b"')</script>"

_EXIF: Final = {0x010E: "ImageDescription", 0x010F: "Make", 0x013B: "Artist", 0x8298: "Copyright"}
_GPS_TAG: Final = 0x8825


def picture(kind: str, mode: str = "RGB", **options: Any) -> bytes:
    """Return a picture of many colours, 80 by 60."""
    image = Image.linear_gradient("L").resize((80, 60))
    coloured = Image.merge("RGB", (image, image.rotate(180), Image.new("L", image.size, 90)))
    stream = io.BytesIO()
    coloured.convert(mode).save(stream, kind, **options)
    return stream.getvalue()


def exif(mark: bytes = CANARY) -> Image.Exif:
    """Return Exif with the mark in its texts, in its place of taking and in its thumbnail."""
    made = Image.Exif()
    for tag in _EXIF:
        made[tag] = mark.decode()
    place = made.get_ifd(_GPS_TAG)
    degrees = tuple(TiffImagePlugin.IFDRational(each) for each in (9, 56, 4))
    place.update({1: "N", 2: degrees, 3: "E", 4: degrees, 27: mark, 28: mark})
    return made


def xmp(mark: bytes = CANARY) -> bytes:
    """Return XMP with the mark."""
    return b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><a>" + mark + b"</a></x:xmpmeta>"


def profile(mark: bytes = CANARY) -> bytes:
    """Return what is no profile of colours, with the mark."""
    return b"\0" * 128 + mark


def segment(marker: int, content: bytes) -> bytes:
    """Return a segment of a JPEG."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def in_jpeg(marker: int, content: bytes, data: bytes | None = None) -> bytes:
    """Return a JPEG with a segment at its very beginning."""
    whole = data or picture("JPEG")
    return whole[:2] + segment(marker, content) + whole[2:]


def chunk(name: bytes, content: bytes) -> bytes:
    """Return a chunk of a PNG."""
    check = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + check


def in_png(name: bytes, content: bytes, *, behind: bool = False) -> bytes:
    """Return a PNG with a chunk before its pixels, or behind them."""
    whole = picture("PNG")
    place = len(whole) - 12 if behind else 33
    return whole[:place] + chunk(name, content) + whole[place:]


def in_webp(name: bytes, content: bytes) -> bytes:
    """Return a WebP with a chunk at its end."""
    whole = picture("WEBP", exif=exif(b"x"))
    padded = name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
    return b"RIFF" + struct.pack("<I", len(whole) - 8 + len(padded)) + whole[8:] + padded


def packed() -> bytes:
    """Return a ZIP with the mark in it, not compressed."""
    stream = io.BytesIO()
    with ZipFile(stream, "w") as made:
        made.writestr("a.html", SCRIPT)
    return stream.getvalue()


def many_scans(count: int) -> bytes:
    """Return a JPEG whose last scan comes so many times."""
    whole = picture("JPEG", progressive=True)
    last = whole.rindex(b"\xff\xda")
    return whole[:last] + whole[last:-2] * count + b"\xff\xd9"


# --- far too large --------------------------------------------------------------------------------


def sized_jpeg(width: int, height: int) -> bytes:
    """Return a JPEG that says it is so large."""
    whole = bytearray(picture("JPEG"))
    start = whole.index(b"\xff\xc0")
    whole[start + 5 : start + 9] = struct.pack(">HH", height, width)
    return bytes(whole)


def sized_webp(width: int, height: int) -> bytes:
    """Return a WebP that says it is so large."""
    whole = bytearray(picture("WEBP"))
    whole[26:30] = struct.pack("<HH", width, height)
    return bytes(whole)


def sized_lossless_webp(width: int, height: int) -> bytes:
    """Return a WebP without loss that says it is so large."""
    whole = bytearray(picture("WEBP", lossless=True))
    bits = int.from_bytes(whole[21:25], "little") & ~0xFFFFFFF
    whole[21:25] = (bits | (height - 1) << 14 | (width - 1)).to_bytes(4, "little")
    return bytes(whole)


def sized_canvas_webp(width: int, height: int) -> bytes:
    """Return a WebP of several chunks that says it is so large."""
    whole = bytearray(picture("WEBP", exif=exif()))
    whole[24:27], whole[27:30] = ((side - 1).to_bytes(3, "little") for side in (width, height))
    return bytes(whole)


@cache
def sized_png(width: int, height: int) -> bytes:
    """Return a PNG that is so large, one bit for each pixel, all of them there."""
    packer = zlib.compressobj(9)
    rows = b"\0" * ((width + 7) // 8 + 1) * 100
    data = b"".join(packer.compress(rows) for _ in range(height // 100)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


# --- what a file consists of ----------------------------------------------------------------------


def parts(data: bytes) -> set[str]:
    """Return the names of what a JPEG, PNG or WebP consists of; `…` stands for bytes behind it."""
    if data.startswith(b"\xff\xd8"):
        return set(_segments(data))
    if data.startswith(b"RIFF"):
        return set(_riff(data))
    return set(_chunks(data))


def _segments(data: bytes) -> Iterator[str]:
    at = 2
    while data[at + 1] != 0xD9:
        assert data[at] == 0xFF, at
        marker = data[at + 1]
        yield f"{marker:02x}"
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
        if marker == 0xDA:
            while data[at] != 0xFF or data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7:
                at += 1
    if data[at + 2 :]:
        yield "…"


def _chunks(data: bytes) -> Iterator[str]:
    at = 8
    while at < len(data):
        yield data[at + 4 : at + 8].decode()
        if data[at + 4 : at + 8] == b"IEND":
            break
        at += 12 + int.from_bytes(data[at : at + 4])
    if data[at + 12 :]:
        yield "…"


def _riff(data: bytes) -> Iterator[str]:
    end = 8 + int.from_bytes(data[4:8], "little")
    at = 12
    while at < end:
        yield data[at : at + 4].decode().strip()
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + length + length % 2
    if data[end:]:
        yield "…"


# JPEG: JFIF, tables, frame, scan. PNG: size, pixels, end. WebP: pixels.
NOTHING_BUT_PIXELS: Final = frozenset(
    {"e0", "db", "c0", "c2", "c4", "da", "IHDR", "IDAT", "IEND", "VP8", "VP8L"}
)


# --- the hostile ones -----------------------------------------------------------------------------


def png_text() -> bytes:
    """Return a PNG with texts of all three kinds."""
    info = PngInfo()
    mark = CANARY.decode()
    info.add_text("a", mark)
    info.add_text("b", mark, zip=True)
    info.add_itxt("c", mark, "vi", mark)
    return picture("PNG", pnginfo=info)


def animation(kind: str) -> bytes:
    """Return a picture that moves."""
    others = [Image.new("RGB", (80, 60), colour) for colour in ("red", "blue")]
    return picture(kind, save_all=True, append_images=others)


def hiding() -> dict[str, bytes]:
    """Return whole pictures, by their names, with the mark somewhere beside the pixels."""
    jpeg, png, webp = picture("JPEG"), picture("PNG"), picture("WEBP")
    thumbnail = b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0" + picture("JPEG", comment=CANARY)
    return {
        "html-behind.jpg": jpeg + SCRIPT,
        "php-behind.jpg": jpeg + b"<?php echo '" + CANARY + b"'; ?>",
        "zip-behind.jpg": jpeg + packed(),
        "second-behind.jpg": jpeg + picture("JPEG", comment=CANARY),
        "film-behind.jpg": jpeg + b"\0\0\0\x18ftypmp42" + CANARY * 100,
        "comment.jpg": picture("JPEG", comment=SCRIPT),
        "html-in-front.jpg": in_jpeg(0xFE, b"<html>" + SCRIPT + b"<!--"),
        "pdf-in-front.jpg": in_jpeg(0xFE, b"\n%PDF-1.4\n" + CANARY),
        "zip-in-front.jpg": in_jpeg(0xFE, packed()),
        "exif.jpg": picture("JPEG", exif=exif()),
        "exif.jpeg": picture("JPEG", exif=exif(), progressive=True),
        "exif-torn.jpg": in_jpeg(0xE1, b"Exif\0\0MM\0*\0\0\xff\xff" + CANARY),
        "exif-thumbnail.jpg": in_jpeg(0xE1, thumbnail),
        "xmp.jpg": picture("JPEG", xmp=xmp()),
        "iptc.jpg": in_jpeg(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0a" + CANARY),
        "icc.jpg": picture("JPEG", icc_profile=profile()),
        "private-segment.jpg": in_jpeg(0xEF, SCRIPT),
        "cmyk.jpg": picture("JPEG", "CMYK", comment=CANARY),
        "grey.jpg": picture("JPEG", "L", comment=CANARY),
        "two.jpg": animation("MPO") + CANARY,
        "texts.png": png_text(),
        "raw-text.png": in_png(b"tEXt", b"a\0" + SCRIPT),
        "text-behind.png": in_png(b"tEXt", b"a\0" + SCRIPT, behind=True),
        "exif.png": picture("PNG", exif=exif()),
        "exif-behind.png": in_png(b"eXIf", b"MM\0*\0\0\0\x08" + CANARY, behind=True),
        "xmp.png": in_png(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp()),
        "icc.png": picture("PNG", icc_profile=profile()),
        "private-chunk.png": in_png(b"prVt", SCRIPT),
        "time.png": in_png(b"tIME", b"\x07\xe3\x05\x14\x0a\x0b\x0c") + CANARY,
        "html-behind.png": png + SCRIPT,
        "zip-behind.png": png + packed(),
        "moving.png": animation("PNG") + CANARY,
        "palette.png": picture("PNG", "P") + CANARY,
        "bits.png": picture("PNG", "1") + CANARY,
        "deep.png": picture("PNG", "I;16") + CANARY,
        "clear.png": picture("PNG", "RGBA") + CANARY,
        "grey-clear.png": picture("PNG", "LA") + CANARY,
        "one-clear.png": picture("PNG", transparency=(0, 0, 90)) + CANARY,
        "exif.webp": picture("WEBP", exif=exif()),
        "xmp.webp": picture("WEBP", xmp=xmp()),
        "icc.webp": picture("WEBP", icc_profile=profile()),
        "private-chunk.webp": in_webp(b"prVt", SCRIPT),
        "html-behind.webp": webp + SCRIPT,
        "lossless.webp": picture("WEBP", lossless=True) + CANARY,
        "moving.webp": animation("WEBP") + CANARY,
    }


def no_pictures() -> dict[str, bytes]:
    """Return what is no picture, or not the one that its name says, by its name."""
    jpeg, png, webp = picture("JPEG"), picture("PNG"), picture("WEBP")
    svg = b'<svg xmlns="http://www.w3.org/2000/svg">' + SCRIPT + b"</svg>"
    return {
        "svg.jpg": svg,
        "svg.png": b'<?xml version="1.0"?>' + svg,
        "svg.webp": svg,
        "html.jpg": b"<!doctype html>" + SCRIPT,
        "script.jpg": b"#!/bin/sh\nexit\n",
        "zip.jpg": packed(),
        "pdf.jpg": b"%PDF-1.7\n%%EOF\n",
        "eps.jpg": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        "elf.png": b"\x7fELF" + b"\0" * 60,
        "flash.jpg": b"FWS\x06" + b"\0" * 60,
        "gif.png": picture("GIF"),
        "bmp.jpg": picture("BMP"),
        "tiff.jpg": picture("TIFF"),
        "ico.png": picture("ICO"),
        "avif.jpg": picture("AVIF"),
        "heic.jpg": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        "wave.webp": b"RIFF\x24\0\0\0WAVEfmt " + b"\0" * 28,
        "png.jpg": png,
        "jpeg.png": jpeg,
        "webp.jpg": webp,
        "pdf-before.jpg": b"%PDF-1.4\n" + jpeg,
        "gif-before.jpg": b"GIF89a" + jpeg,
        "zip-before.png": packed() + png,
        "mark-before.jpg": b"\xef\xbb\xbf" + jpeg,
        "empty.jpg": b"",
        "one-byte.png": b"\x89",
        "signature.jpg": b"\xff\xd8\xff",
        "signature.png": png[:8],
        "signature.webp": webp[:12],
        "torn.jpg": jpeg[: len(jpeg) // 2],
        "torn.png": png[: len(png) // 2],
        "torn.webp": webp[: len(webp) // 2],
        "headers-only.jpg": jpeg[: jpeg.index(b"\xff\xda")] + b"\xff\xd9",
        "flipped.png": png.replace(b"IDAT", b"IDAX"),
        "no-size.jpg": sized_jpeg(0, 0),
        "no-size.png": png[:16] + b"\0" * 8 + png[24:],
        "scans.jpg": many_scans(300),
        "text-bomb.png": in_png(b"zTXt", b"a\0\0" + zlib.compress(b"\0" * 90_000_000)),
    }


def mutants(seed: int, count: int) -> Iterator[bytes]:
    """Yield hostile files with some of their bytes changed, gone or new."""
    chance = random.Random(seed)  # noqa: S311  (repeatable, not secret)
    # What costs a decoder much is tried once, by itself.
    dear = {"text-bomb.png", "scans.jpg", "empty.jpg"}
    whole = [data for name, data in (hiding() | no_pictures()).items() if name not in dear]
    for _ in range(count):
        data = bytearray(chance.choice(whole))
        for _ in range(chance.randint(1, 6)):
            place = chance.randrange(len(data) + 1)
            gone = chance.choice((1, 1, 1, 0, chance.randrange(40)))
            new = chance.choice((b"\0", b"\xff", chance.randbytes(1), chance.randbytes(20)))
            data[place : place + gone] = new
        yield bytes(data)

"""Photos for made-up visits: each another picture, as large as what a phone sends by chat."""

import io
import random
from pathlib import Path
from typing import Final

from PIL import Image

SIZE: Final = (1600, 1200)
_SHOTS: Final = 8
_COMMENT: Final = b"\xff\xfe"


class Camera:
    """Writes photos below `records/media`.

    A few shots are drawn once; each photo is one of them with a comment of its own, so that no two
    files are equal and none is drawn anew for the site because another one was.
    """

    def __init__(self, records: Path) -> None:
        self._media = records / "media"
        self._shots = [_shot(seed) for seed in range(_SHOTS)]
        self._taken = 0

    def photo(self, year: int, visit: str) -> list[str]:
        """Write a photo of the visit; return the lines of the record that name it."""
        file = f"{year}/{visit}.jpg"
        shot = self._shots[self._taken % _SHOTS]
        self._taken += 1
        path = self._media / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_commented(shot, visit.encode()))
        return [
            *("photos:", f"  - file: {file}", "    caption: Đoàn công tác làm việc tại cơ sở"),
            "    consent: true",
        ]


def _shot(seed: int) -> bytes:
    """Return a JPEG with soft shapes and some grain: about as hard to pack as a photo."""
    dice = random.Random(seed)  # noqa: S311
    coarse = Image.frombytes("RGB", (32, 24), dice.randbytes(32 * 24 * 3))
    grain = Image.frombytes("RGB", SIZE, dice.randbytes(SIZE[0] * SIZE[1] * 3))
    stream = io.BytesIO()
    shapes = coarse.resize(SIZE, Image.Resampling.BICUBIC)
    Image.blend(shapes, grain, 0.06).save(stream, "JPEG", quality=85)
    return stream.getvalue()


def _commented(jpeg: bytes, comment: bytes) -> bytes:
    """Return the picture with a comment after the mark of its beginning."""
    return jpeg[:2] + _COMMENT + (len(comment) + 2).to_bytes(2, "big") + comment + jpeg[2:]

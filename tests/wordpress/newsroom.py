"""A small organisation with articles and photos, which publishes as an editor does: by the command.

Everything is on disk, and every run is the command itself, in this process or in one of its own.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from unittest import mock

import yaml
from PIL import Image

from tests.builders import member, organisation, policy, records, visit, write
from tests.commands import ROOT, Ended, called

TITLE: Final = "Họp lệ theo cụm ở An Trường"
LEAD: Final = "Ba chi đoàn cùng họp một buổi, bàn chuyện giữ chân đoàn viên."
BODY: Final = (
    "Tối {{ visit(2019-05-20-ap-3).date }}, các chi đoàn họp tại nhà văn hóa.\n\n"
    "![Đoàn viên góp ý](2019/hop-le-2.jpg)\n\n"
    "Trong năm có {{ year(2019).visits }} chuyến đi & “nhiều buổi họp lệ”.\n"
)
# Trials end in milliseconds: the first pause, and how long a lost write is looked for. A reply may
# take its time where the machine is busy; what holds replies back is given less by its test.
HASTE: Final = ("--timeout", "60", "--pause", "0.001", "--patience", "0.004")
Colour = tuple[int, int, int]
GPS: Final = 0x8825
CAMERA: Final = "MÁY ẢNH CỦA ANH AN"


@dataclass
class Newsroom:
    """The folder of the records, and the website that its articles go to."""

    folder: Path
    url: str
    user: str
    password: str

    @property
    def ledger(self) -> Path:
        """The ledger of what was published."""
        return self.folder / "news-ledger.json"

    def article(self, id_: str = "2019-05-21-hop-le", body: str = BODY, **keys: Any) -> Path:
        """Write an article, ready to go out; a key that is None is left out."""
        front = {
            "title": TITLE,
            "date": id_[:10],
            "lead": LEAD,
            "author": "Lâm Hồng Đào",
            "department": "TC-KT",
            "photo_credit": "Lâm Hồng Đào",
            "visits": ["2019-05-20-ap-3"],
            "category": "Tin cơ sở",
            "tags": ["sinh hoạt chi đoàn", "Càng Long"],
            "cover": "2019/hop-le.jpg",
            "status": "ready",
        } | keys
        kept = {key: value for key, value in front.items() if value is not None}
        text = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=1000)
        file = self.folder / "records" / "articles" / id_[:4] / f"{id_}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{text}---\n\n{body}", encoding="utf-8")
        return file

    def photo(self, name: str, colour: Colour, size: tuple[int, int] = (120, 90)) -> None:
        """Write a photo as a phone takes it: with the place and the camera beside the picture."""
        file = self.folder / "records" / "media" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        picture = Image.new("RGB", size, colour)
        told = picture.getexif()
        told[0x010F] = CAMERA
        told.get_ifd(GPS)[2] = (9.0, 56.0, 5.0)
        picture.save(file, "JPEG", exif=told, comment=b"BINH LUAN")

    def another_visit(self, day: str) -> None:
        """Write one more visit, which changes the figures."""
        more = records(member("an"), policy(), visit(day, slug="them"))
        write(more, self.folder / "records")

    def publish(self, *arguments: object) -> Ended:
        """Run the command in this process."""
        with mock.patch.dict(os.environ, self._environment()):
            return called("publish", *HASTE, *arguments, cwd=self.folder)

    def begin(self, *arguments: object) -> subprocess.Popen[str]:
        """Start the command in a process of its own."""
        command = [sys.executable, "-m", "generator", "publish", *HASTE, *map(str, arguments)]
        environment = {**os.environ, **self._environment(), "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(
            command,
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def _environment(self) -> Mapping[str, str]:
        return {
            "CONGTAC_WORDPRESS_URL": self.url,
            "CONGTAC_WORDPRESS_USER": self.user,
            "CONGTAC_WORDPRESS_PASSWORD": self.password,
        }


def newsroom(folder: Path, url: str, user: str, password: str) -> Newsroom:
    """Write the organisation's records below the folder: one visit with two photos, no article."""
    room = Newsroom(folder, url, user, password)
    held = records(
        organisation(name="Tỉnh đoàn Thử Nghiệm"),
        member("an", honorific="Anh"),
        policy(),
        visit(
            "2019-05-20",
            kind="meeting",
            photos=[
                {
                    "file": "2019/hop-le.jpg",
                    "caption": "Anh Lê Văn An đến dự sinh hoạt chi đoàn ấp 3",
                    "alt": "Đoàn viên ngồi họp buổi tối",
                    "consent": True,
                },
                {"file": "2019/hop-le-2.jpg", "caption": "Đoàn viên góp ý", "consent": True},
            ],
        ),
    )
    write(held, folder / "records")
    room.photo("2019/hop-le.jpg", (20, 90, 160))
    room.photo("2019/hop-le-2.jpg", (160, 90, 20))
    return room

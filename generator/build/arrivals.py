"""Take visits that arrived at a door into the records: all of them, or none.

Source: design, section 3 (`new`, `import`, `receive`: all or nothing).
"""

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.build.replace import create_files
from generator.domain.media import Picture
from generator.load.picture import look_at
from generator.submit.arrivals import Judged


def look_at_photos(photos: Mapping[str, bytes], folder: str = "records") -> dict[str, Picture]:
    """Return what each photo is, by its name in the media: told by content, nothing decoded.

    Raises:
        OSError: there is no room for a copy to look at.
    """
    looked: dict[str, Picture] = {}
    with tempfile.TemporaryDirectory() as aside:
        for number, (name, data) in enumerate(photos.items()):
            file = Path(aside, str(number))
            file.write_bytes(data)
            looked[name] = look_at(file, name=name, path=f"{folder}/media/{name}")
    return looked


def take_in(root: Path, judged: Iterable[Judged], photos: Mapping[str, bytes]) -> list[Path]:
    """Write the records in canonical form, photos first; return the files, all new.

    Raises:
        FileExistsError: one of them is there already; nothing was written.
        OSError: a file cannot be written; nothing was.
    """
    contents = {root / "media" / name: data for name, data in photos.items()}
    contents |= {root / each.arrival.inside: each.arrival.text.encode() for each in judged}
    create_files(contents)
    return list(contents)

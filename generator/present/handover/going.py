"""What goes to a website by hand: the posts, their pictures under a name, and where they are from.

Source: issue *News*, *Without API access*.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.present.wordpress_post import ShownPhoto, WordPressPost


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture for those outside: as a whole, and small enough for a list; `digest` in hex."""

    digest: str
    whole: bytes
    small: bytes


@dataclass(frozen=True, slots=True)
class Going:
    """The posts, in the order to bring them in; `pictures` by their files below `records/media`.

    `base` is the address of our own site, ending in a slash, or empty; `gone` are what the
    addresses of withdrawn articles end in. `live` posts come out at once, others are drafts.
    """

    organisation: str
    marks: tuple[str, ...]
    base: str
    posts: Sequence[WordPressPost]
    pictures: Mapping[str, Drawn]
    gone: Sequence[str]
    live: bool

    @property
    def title(self) -> str:
        """Whose news they are, behind the marks."""
        return " – ".join([*self.marks, self.organisation])

    @property
    def names(self) -> Mapping[str, str]:
        """What each picture is called in the archive."""
        return picture_names(self.pictures)

    @property
    def words(self) -> Mapping[str, ShownPhoto]:
        """What the library of the website is to say of each picture: as its first article does."""
        found: dict[str, ShownPhoto] = {}
        for post in self.posts:
            for photo in post.photos:
                found.setdefault(photo.file, photo)
        return found


def picture_names(files: Iterable[str]) -> dict[str, str]:
    """Return the name of each file without its folders, which stay where two have one name."""
    short = {file: file.rpartition("/")[2] for file in sorted(files)}
    count = Counter(short.values())
    return {file: name if count[name] == 1 else file for file, name in short.items()}

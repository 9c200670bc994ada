"""A page and a file of the site: address, content, and what the frame around it needs to know."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from generator.domain.media import Picture
from generator.present import addresses


@dataclass(frozen=True, slots=True)
class Heading:
    """A second-level heading that the list of contents names."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `address` counts from the root, without a leading slash: `uy-vien/`, or nothing.

    `body` is HTML; `search` is the text by which the page is found, empty if it is not to be found;
    `weight` tells how far it goes before others that hold the same words.
    `meta` goes to the frame as it is (see the theme's README), but for `offline`, by which the page
    opens without a network: the path of its `worker`, and `files` to keep besides. `nav` is what
    the navigation calls a page that not every audience has, so that the host's own list cannot
    name it. `made_of` stands for all that the body is made of (`makings`): where it is the same, so
    is the body; empty if nobody says.
    """

    address: str
    title: str
    body: str
    description: str = ""
    search: str = ""
    weight: int = 1
    headings: tuple[Heading, ...] = ()
    meta: dict[str, Any] = field(default_factory=dict)
    nav: str = ""
    made_of: str = ""

    @property
    def source(self) -> str:
        """The path that the page would have as a hand-written one: `uy-vien/index.md`."""
        return f"{self.address}index.md"


class LatePage(Page):
    """A page whose HTML is made whenever somebody asks, so that not all of it is kept at once."""

    __slots__ = ("_make",)

    _make: Callable[[], str]

    def __init__(self, make: Callable[[], str], address: str, title: str, **told: Any) -> None:  # noqa: ANN401
        object.__setattr__(self, "_make", make)
        super().__init__(address, title, "", **told)

    @property
    def body(self) -> str:
        """The HTML of the page, the same whenever it is made."""
        return self._make()

    @body.setter
    def body(self, body: str) -> None:
        """Keep none."""


def preview(picture: Picture, alt: str) -> dict[str, Any]:
    """Return the part of `meta` that names the picture with which links to a page are shown."""
    file = addresses.photo(picture.file)
    image = {"file": file, "alt": alt, "width": picture.width, "height": picture.height}
    return {"image": image}


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site that is not a page: bytes at a path from the root.

    `made_of` stands for all that they are made of, as that of a page.
    """

    path: str
    content: bytes
    made_of: str = ""


class LateArtifact(Artifact):
    """A file whose bytes are made whenever somebody asks, so that not all are kept at once."""

    __slots__ = ("_make",)

    _make: Callable[[], bytes]

    def __init__(self, make: Callable[[], bytes], path: str, made_of: str = "") -> None:
        object.__setattr__(self, "_make", make)
        super().__init__(path, b"", made_of)

    @property
    def content(self) -> bytes:
        """The bytes of the file, the same whenever they are made."""
        return self._make()

    @content.setter
    def content(self, content: bytes) -> None:
        """Keep none."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture of the site: `file` of the records, to be drawn anew in this size, in pixels."""

    path: str
    file: str
    format: str
    width: int
    height: int


@dataclass(frozen=True)
class Site:
    """Everything that the records contribute to the site; its pictures are named, not drawn."""

    pages: tuple[Page, ...]
    artifacts: tuple[Artifact, ...]
    pictures: tuple[Rendition, ...]


def relative(target: str, origin: str) -> str:
    """Return the link from the page at `origin` to `target`, both from the root.

    `target` may end in a query, an anchor or both.

    The site then works below any folder, and when opened from a disk drive with a server.
    """
    path = target.partition("#")[0].partition("?")[0]
    rest = target[len(path) :]
    if path == origin and rest:
        return rest
    return _way(path, origin.rpartition("/")[0]) + rest


def _way(path: str, folder: str) -> str:
    """Return the way from a folder to a path, both from the root, in plain parts."""
    if not folder:
        return path or "./"
    ups, parts = folder.split("/"), path.split("/")
    common = 0
    for one, other in zip(ups, parts[:-1], strict=False):
        if one != other:
            break
        common += 1
    return "../" * (len(ups) - common) + "/".join(parts[common:]) or "./"


def reference(target: str, origin: str, base: str) -> str:
    """Return the whole address of `target` if that of the site is known, else the link to it.

    For files that are read away from the site; `base` ends in a slash, or is empty.
    """
    return base + target if base else relative(target, origin)

"""Which files a folder holds."""

import os
from pathlib import Path
from typing import Final

PAGE: Final = ".html"


def names_in(folder: Path) -> list[str]:
    """Return the files below the folder by their paths from there, in the order of their parts."""
    root = str(folder)
    found = [f"{within}/{name}" for within, _, names in os.walk(root) for name in names]
    start = len(root) + 1
    return sorted((path[start:].replace(os.sep, "/") for path in found), key=_parts)


def _parts(name: str) -> list[str]:
    return name.split("/")

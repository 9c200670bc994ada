"""Build the site: check, present, stage, gate, swap in whole. Nothing goes out half done.

Source: design, section 3, `build`, and section 5 (the SiteHost).
"""

from itertools import islice
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import urlsplit

from generator.build.gate import objections
from generator.build.prepare import Prepared
from generator.build.swap import staged
from generator.errors import RefusedError

SHOWN: Final = 20


class SiteHost(Protocol):
    """Whoever frames the pages and writes the site, MkDocs today."""

    def write(self, prepared: Prepared, stage: Path) -> None:
        """Write the whole site below `stage`.

        Raises:
            RefusedError: the host found a fault in the site.
            UsageError: the host's own files are missing.
        """


def build_site(
    prepared: Prepared, host: SiteHost, out: Path, *, gated: bool = True, base: str = ""
) -> int:
    """Put the site at `out` and return how many pages it has.

    `base` is the address of the site, ending in a slash; empty if it is not known.

    Raises:
        RefusedError: the gate objects (unless `gated` is false), or `out` is no built site.
    """
    with staged(out) as stage:
        host.write(prepared, stage)
        folder = urlsplit(base).path or "/"
        faults = list(islice(objections(stage, out, folder), SHOWN)) if gated else []
        if faults:
            raise RefusedError("\n".join(["Trang dựng xong nhưng chưa thay trang cũ:", *faults]))
        return sum(1 for _ in stage.rglob("*.html"))

"""Build the site: check, present, stage, gate, swap in whole. Nothing goes out half done.

Source: design, section 3, `build`, and section 5 (the SiteHost).
"""

import errno
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from pathlib import Path
from typing import Final, Protocol

from generator.build.beside import MOST_FILES, beside
from generator.build.contents import PAGE
from generator.build.edition import require_same_edition
from generator.build.gate import objections, still_there
from generator.build.leaks import require_no_leaks
from generator.build.prepare import Prepared
from generator.build.standing import Checks, Standing
from generator.build.swap import staged
from generator.errors import RefusedError, UsageError
from generator.load.undisturbed import set_aside

SHOWN: Final = 20
MANY: Final = 500
"""Of so many files it pays to follow the links on another processor."""
_WHY: Final[Mapping[int | None, str]] = {
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết phần đĩa được cấp",
    errno.EIO: "đĩa báo lỗi",
}


class SiteHost(Protocol):
    """Whoever frames the pages and writes the site, MkDocs today."""

    def write(self, prepared: Prepared, stage: Path, standing: Standing) -> None:
        """Write the whole site below `stage`; what has not changed may be that of `standing`.

        Raises:
            RefusedError: the host found a fault in the site.
            UsageError: the host's own files are missing.
        """


def build_site(
    prepared: Prepared,
    host: SiteHost,
    out: Path,
    *,
    gated: bool = True,
    base: str = "",
    other_edition: bool = False,
) -> int:
    """Put the site at `out` and return how many pages it has.

    `base` is the address of the site, ending in a slash; empty if it is not known.

    Raises:
        RefusedError: the site tells what its audience must not see; the gate objects (unless
            `gated` is false); `out` is no built site, or the other edition (unless told).
        UsageError: a file cannot be written, on a full disk say; the old site stands.
    """
    if not other_edition:
        require_same_edition(out, prepared.audience)
    with staged(out) as stage:
        records, audience = prepared.records, prepared.audience
        standing = Standing.at(out, records, audience)
        _write(host, prepared, stage, standing)
        digests, checks = standing.coming(stage), Checks.of(prepared.hidden, base)
        same = standing.same(digests)
        spared = _linked(stage, standing, checks, same) if gated else digests.keys()
        many = len(digests) <= MOST_FILES and len(digests.keys() - spared) >= MANY
        # Each reads the whole site, and neither needs the other.
        with beside(lambda: _objections(stage, out, base, spared), pays=many) as objected:
            require_no_leaks(stage, prepared.hidden, same if standing.searched(checks) else ())
            if gated:
                told = objected()
                _require_none(_objections(stage, out, base, spared) if told is None else told)
        standing.keep(records, audience, digests, checks, linked=gated)
        return sum(name.endswith(PAGE) for name in digests)


def _linked(
    stage: Path, standing: Standing, checks: Checks, same: AbstractSet[str]
) -> AbstractSet[str]:
    """Return the files whose links lead somewhere as they did before."""
    if not standing.followed(checks):
        return frozenset()
    for name in standing.digests.keys() - same:
        before = standing.content(name)
        if before is None or not still_there(stage, name, before):
            return frozenset()
    return same


def _objections(stage: Path, out: Path, base: str, spared: AbstractSet[str]) -> list[str]:
    return list(islice(objections(stage, out, base, spared), SHOWN))


def _require_none(objections: Sequence[str]) -> None:
    if objections:
        raise RefusedError("\n".join(["Trang dựng xong nhưng chưa thay trang cũ:", *objections]))


def _write(host: SiteHost, prepared: Prepared, stage: Path, standing: Standing) -> None:
    try:
        with set_aside():
            host.write(prepared, stage, standing)
    except OSError as error:
        why = _WHY.get(error.errno, error)
        message = f"Không ghi được trang mới, trang cũ giữ nguyên: {why}."
        raise UsageError(message) from error

"""Check everything, but not what was checked before with the same bytes in it.

Source: issue *Speed* (a cache that is never wrong; a check that looks only where it must).
"""

import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.build.verdicts import WORTH_KEEPING, Verdict
from generator.load.fingerprints import differing, fingerprints

if TYPE_CHECKING:
    from generator.domain.finding import Finding
    from generator.load.tree import Loaded, Progress

_MOST_CHANGES: Final = 200
_OF_THE_MOMENT: Final = "Y018"
"""The finding that hangs on rights and links, and not on bytes."""


def recheck(root: Path, progress: "Progress") -> Verdict:
    """Return what a check of everything says, from what is kept as far as it still holds.

    Raises:
        UsageError: `root` is not a folder, or cannot be listed.
    """
    kept = Verdict.kept(root)
    now = fingerprints(os.path.abspath(root)) if kept else None  # noqa: PTH100
    if kept and now is not None:
        changed = differing(kept.digests, now)
        if not changed:
            return kept
        again = _after(kept, changed, now, root, progress)
        if again:
            again.keep(root)
            return again
    return _whole(root, progress)


def _whole(root: Path, progress: "Progress") -> Verdict:
    from generator.build.check import judge, require_folder
    from generator.load.tree import load_records

    require_folder(root)
    pictures = _pictures(root)
    loaded = load_records(root, progress)
    checked = judge(loaded)
    digests = {**loaded.digests, **pictures}
    verdict = Verdict(checked.findings, checked.count, digests, _far(loaded))
    # All was read, and the pictures are what they were: nothing else has been looked at.
    whole = len(digests) == len(loaded.files) + len(loaded.records.pictures)
    if (
        len(digests) >= WORTH_KEEPING
        and whole
        and not any(f.code in (_OF_THE_MOMENT, "S012") for f in checked.findings)
        and pictures == _pictures(root)
    ):
        verdict.keep(root)
    return verdict


def _pictures(root: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for folder in sorted((root / "media").glob("[0-9][0-9][0-9][0-9]")):
        for inside, each in (fingerprints(str(folder)) or {}).items():
            found[f"media/{folder.name}/{inside}"] = each
    return found


def _far(loaded: "Loaded") -> tuple[str, ...]:
    """Return the files that a visit may contradict though they lie on other days."""
    inside = len(loaded.root.name) + 1
    visits = (v for v in loaded.records.visits.values() if v.former_ids or v.photos)
    return tuple(
        sorted(each.path[inside:] for each in (*visits, *loaded.records.articles.values()))
    )


def _after(
    kept: Verdict,
    changed: set[str],
    now: Mapping[str, str],
    root: Path,
    progress: "Progress",
) -> Verdict | None:
    """Return the verdict after some visits changed, if all was sound and still is; else None.

    Everything else that changes may concern every record, and what is wrong is told by a check of
    everything.
    """
    from generator.build.check import judge
    from generator.load.tree import load_some

    if not kept.sound or not few_visits(changed):
        return None
    subjects = [path for path in (*changed, *kept.far) if path in now]
    loaded = load_some(root, subjects, progress)
    checked = judge(loaded)
    as_hashed = all(now.get(path) == each for path, each in loaded.digests.items())
    if not checked.sound or not as_hashed or not changed.intersection(now) <= set(loaded.digests):
        return None
    count = kept.count + len(changed & set(now)) - len(changed & set(kept.digests))
    findings = _merged(kept.findings, checked.findings, root, changed)
    return Verdict(findings, count, now, _far_after(kept, changed, loaded))


def few_visits(changed: Collection[str]) -> bool:
    """Whether nothing but visits changed, and so few that it pays to check these alone."""
    from generator.load.layout import kind_of

    placed = (kind_of(path) for path in changed)
    visits = all(each is not None and each[0].name == "visits" for each in placed)
    return visits and len(changed) <= _MOST_CHANGES


def _merged(
    before: Sequence["Finding"], after: Sequence["Finding"], root: Path, changed: set[str]
) -> tuple["Finding", ...]:
    """Return the warnings of the files as they are: a warning hangs on its own file alone."""
    name = os.path.basename(os.path.abspath(root))  # noqa: PTH100, PTH119
    paths = {f"{name}/{path}" for path in changed}
    stay = (finding for finding in before if finding.path not in paths)
    come = (finding for finding in after if finding.path in paths)
    return tuple(sorted((*stay, *come)))


def _far_after(kept: Verdict, changed: set[str], loaded: "Loaded") -> tuple[str, ...]:
    return tuple(sorted({*(set(kept.far) - changed), *_far(loaded)}))

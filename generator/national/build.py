"""Make the country's pages: read every package, count, stage, gate, swap in whole.

Source: issue *Speed*, Scale; design, section 1 (a broken source publishes nothing).
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Final

from generator.build.gate import objections
from generator.build.swap import MARK, staged
from generator.errors import RefusedError
from generator.national.counting import count
from generator.national.figures import Counted
from generator.national.files import data_files
from generator.national.package import Package, read_package
from generator.national.page import notice_of, pages
from generator.national.provinces import Source, read_provinces
from generator.national.tables import contradictions, engine, load
from generator.national.trouble import Trouble, TroubleError, TroublesError
from generator.present.page import Artifact

SHOWN: Final = 20
AHEAD: Final = 4
"""How many packages are fetched while one is counted; each is a few megabytes."""

Progress = Callable[[str], None]


def build_national(
    listed: Path,
    out: Path,
    look: Iterable[Artifact],
    *,
    partial: bool = False,
    progress: Progress = lambda _: None,
) -> tuple[int, tuple[Trouble, ...]]:
    """Put the pages at `out`; return how many provinces they count, and which are missing.

    `look` are the files that the pages share. With `partial` a province whose package cannot be
    counted is named on the pages; without it nothing is made.

    Raises:
        BrokenListError: the list of provinces has findings.
        TroublesError: provinces are missing, and `partial` is false; or all are.
        RefusedError: the gate objects, or `out` is something else.
        UsageError: the list cannot be read, or DuckDB and fsspec are not installed.
    """
    listed_as, sources = read_provinces(listed)
    counted, troubles = gather(sources, progress)
    if troubles and (not partial or not counted):
        raise TroublesError(troubles, len(sources))
    notice = notice_of(counted)
    made = [*pages(listed_as, counted, troubles), *data_files(counted, troubles, notice), *look]
    made.append(_mark(counted))
    with staged(out) as stage:
        for artifact in made:
            target = stage / artifact.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(artifact.content)
        if faults := list(islice(objections(stage, None), SHOWN)):
            raise RefusedError("\n".join(["Trang dựng xong nhưng chưa thay trang cũ:", *faults]))
    return len(counted), troubles


def gather(
    sources: Sequence[Source], progress: Progress = lambda _: None
) -> tuple[tuple[Counted, ...], tuple[Trouble, ...]]:
    """Return what each province's package amounts to, and what is wrong with the others.

    Raises:
        UsageError: DuckDB and fsspec are not installed.
    """
    held: list[tuple[Source, Package]] = []
    wrong: dict[str, TroubleError] = {}
    seen: dict[tuple[str, ...], str] = {}
    with engine() as connection:
        for source, fetched in _fetched(sources):
            progress(source.name)
            try:
                package = fetched.result()
                _require_own(seen.get(package.fingerprint))
                load(connection, source.id, package)
                held.append((source, package.without_data()))
                seen[package.fingerprint] = source.name
            except TroubleError as error:
                wrong[source.id] = error
        wrong |= contradictions(connection)
        counted = tuple(count(connection, [each for each in held if each[0].id not in wrong]))
    troubles = (_trouble(each, wrong[each.id]) for each in sources if each.id in wrong)
    return counted, tuple(troubles)


def _trouble(source: Source, error: TroubleError) -> Trouble:
    folder = f"{source.location.rpartition('/')[0]}/"
    message = str(error)
    return Trouble(source.id, source.name, message, message.replace(folder, ""), error.mend)


def _require_own(other: str | None) -> None:
    if other is not None:
        message = f"gói này giống hệt gói của {other}, nên mỗi ngày sẽ bị đếm hai lần."
        raise TroubleError(message, "Sửa lại địa chỉ trong danh sách.")


def _fetched(sources: Sequence[Source]) -> Iterator[tuple[Source, "Future[Package]"]]:
    """Yield each source with its package, whose files are there when it is."""
    with ThreadPoolExecutor(AHEAD) as pool:
        waiting = [(each, pool.submit(_whole, each)) for each in sources[:AHEAD]]
        rest = iter(sources[AHEAD:])
        while waiting:
            source, fetched = waiting.pop(0)
            fetched.exception()
            if (following := next(rest, None)) is not None:
                waiting.append((following, pool.submit(_whole, following)))
            yield source, fetched


def _whole(source: Source) -> Package:
    return read_package(source.location).with_data()


def _mark(counted: Sequence[Counted]) -> Artifact:
    """Return what says that the folder is a site of ours: which figures it rests on."""
    rests = {each.id: each.as_of.isoformat() for each in counted}
    return Artifact(MARK, (json.dumps({"packages": rests}, indent=1) + "\n").encode())

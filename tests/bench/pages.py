"""The pages and the search index beside the peers', and what the rest of a build adds to them."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.bench import finished
from tests.bench.finished import Finished
from tests.bench.ground import Ground, cache_of, forget
from tests.bench.kept import Conditions, Kept
from tests.bench.measure import Run, congtac, in_turn, usage
from tests.bench.peers import eleventy, gen_files, hugo
from tests.bench.peers.inputs import as_markdown


def pages(ground: Ground) -> Kept:
    """Measure our pages and search index, and each peer's pages of the same text.

    Raises:
        ValueError: a peer made other pages than ours, or with other words.
    """
    records = ground.corpus(ground.sizes.site).records
    ours = ground.out("ours")
    usage(Run(_ours(records, ours)))
    made = list(finished.pages(ours))
    runs = {"ours": Run(_ours(records, ours), forget(cache_of(records), ours))}
    outs = {}
    for name, run in _peers(ground, ours, made, records).items():
        outs[name] = ground.out(name)
        built = run(outs[name])
        runs[name] = Run(built.command, forget(outs[name]), built.folder)
    ground.told("pages: a round that is not counted, to compare what was made")
    in_turn(runs, 1)
    counts = {"pages": _count(ours), "words": sum(len(finished.words(p.body)) for p in made)}
    for name, out in outs.items():
        counts |= {f"{name} pages": _count(out), f"{name} words": same_words(name, made, out)}
    conditions = Conditions.now()
    used = in_turn(runs, ground.sizes.rounds, lambda line: ground.told(f"pages {line}"))
    return Kept("pages", conditions, used, counts)


def parts(ground: Ground) -> Kept:
    """Measure the pages alone, with each part of a build besides, and the whole build."""
    records = ground.corpus(ground.sizes.site, photos=True).records
    out = ground.out("parts")
    begin = forget(cache_of(records), out)
    # The gate follows every link, so it passes only what has photos and exports.
    runs = {
        "pages": Run(_ours(records, out), begin),
        "photos": Run(_ours(records, out, "photos"), begin),
        "exports": Run(_ours(records, out, "exports"), begin),
        "ungated": Run(_ours(records, out, "photos", "exports"), begin),
        "build": Run(congtac("--records", records, "build", "--out", out), begin),
    }
    conditions = Conditions.now()
    used = in_turn(runs, ground.sizes.rounds, lambda line: ground.told(f"parts {line}"))
    photos = sum(1 for _ in (records / "media").rglob("*.jpg"))
    return Kept("parts", conditions, used, {"photos": photos, "pages": _count(out)})


def same_words(name: str, made: list[Finished], out: Path) -> int:
    """Return how many words the articles of a peer hold.

    Raises:
        ValueError: a page is missing, or the words are not those of ours but for one in a hundred:
            marks of Markdown may divide words, or join them.
    """
    total = wanted = 0
    for page in made:
        path = out / page.address / "index.html"
        if not path.is_file():
            message = f"{name} has no page /{page.address}"
            raise ValueError(message)
        total += len(finished.words(finished.body_of(path.read_text(encoding="utf-8"))))
        wanted += len(finished.words(page.body))
    if abs(total - wanted) > wanted / 100:
        message = f"{name} shows {total:,} words, and not {wanted:,}"
        raise ValueError(message)
    return total


def _ours(records: Path, out: Path, *parts: str) -> tuple[str, ...]:
    added = [word for part in parts for word in ("--with", part)]
    return (sys.executable, "-m", "tests.bench.ours", str(records), str(out), *added)


def _peers(
    ground: Ground, ours: Path, made: list[Finished], records: Path
) -> Mapping[str, Callable[[Path], Run]]:
    """Write what each peer is given; return how each is called to build into a folder."""
    ground.told("pages: writing what the peers are given")
    frame = finished.frame(ours, next(p.address for p in made if p.address.count("/") > 2))
    written = as_markdown(made, str(ground.peers))
    home = ground.out("peers")
    folders = {name: home / name for name in ("gen-files", "hugo", "hugo-html", "eleventy")}
    for folder in folders.values():
        folder.mkdir(parents=True)
    gen_files.prepare(folders["gen-files"], ours, written, records)
    hugo.prepare(folders["hugo"], ours, written, frame, ".md")
    hugo.prepare(folders["hugo-html"], ours, made, frame, ".html")
    eleventy.prepare(folders["eleventy"], ours, written, frame)
    return {
        "gen-files": lambda out: gen_files.run(ground.peers, folders["gen-files"], out),
        "hugo": lambda out: hugo.run(ground.peers, folders["hugo"], out),
        "hugo-html": lambda out: hugo.run(ground.peers, folders["hugo-html"], out),
        "eleventy": lambda out: eleventy.run(folders["eleventy"], out),
    }


def _count(site: Path) -> int:
    return sum(1 for _ in site.rglob("*.html"))

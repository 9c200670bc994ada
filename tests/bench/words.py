"""What the page says around its figures."""

from collections.abc import Mapping
from typing import Final

OPENING: Final = """\
# Performance

`make bench` measures and writes this page and its chart; nobody edits them. Seconds are only comparable with others of the same section: another machine, or the same one with more to do, gives others. Ratios travel better.
"""

SECTIONS: Final[Mapping[str, str]] = {
    "one-file": "Check of one file",
    "check": "Check of {country} visits",
    "summary": "Summary of {site} visits",
    "pages": "Pages and search index of {site} visits, side by side",
    "parts": "The parts of a build, {site} visits with photos",
    "rebuild": "Building again, {site} visits",
    "growth": "Full build by size",
    "national": "The national page",
}
RUNS: Final[Mapping[tuple[str, str], str]] = {
    ("one-file", "large"): "`congtac check FILE` among {country} visits",
    ("one-file", "small"): "`congtac check FILE` among {small} visits",
    ("one-file", "empty"): 'an empty start, `python -c "import pydantic, yaml"`',
    ("check", "small"): "`congtac check` of {small} visits, nothing kept",
    ("check", "cold"): "`congtac check` of {country} visits, nothing kept",
    ("check", "warm"): "`congtac check` of {country} visits, right after it",
    ("check", "since"): "`congtac check --since HEAD` of {country} visits, nothing kept",
    ("check", "bare"): "CSafeLoader alone over the same files",
    ("summary", "check"): "`congtac check`, nothing kept",
    ("summary", "summary"): "`congtac summary --format json`, nothing kept",
    ("pages", "ours"): "congtac: pages and search index, from the records",
    ("pages", "gen-files"): "MkDocs with mkdocs-gen-files",
    ("pages", "hugo"): "Hugo, pages as Markdown",
    ("pages", "hugo-html"): "Hugo, pages as finished HTML",
    ("pages", "eleventy"): "Eleventy, pages as Markdown",
    ("parts", "pages"): "pages and search index",
    ("parts", "photos"): "the same with photos",
    ("parts", "exports"): "the same with exports",
    ("parts", "ungated"): "the same with photos and exports",
    ("parts", "build"): "`congtac build`: with the gate too",
    ("rebuild", "full"): "`congtac build`, nothing kept",
    ("rebuild", "changed"): "`congtac build` after one record was changed",
    ("rebuild", "unchanged"): "`congtac build` after nothing was changed",
    ("growth", "small"): "`congtac build` of {small} visits",
    ("growth", "site"): "`congtac build` of {site} visits",
    ("growth", "large"): "`congtac build` of {large} visits",
    ("national", "page"): "`congtac national`",
    ("national", "bytes"): "reading every file of the packages once: bytes",
    ("national", "text"): "reading every file of the packages once: text",
    ("national", "rows"): "reading every file of the packages once: rows",
}

METHOD: Final = """\
## How it is measured

- **CPU seconds** are user and system time of a whole process from its start to its end, with the processes that it waited for, as the system reports them when the process is waited for (`wait4`). **Peak memory** is the largest resident set of one of these processes, from the same report; those that run side by side are not added up. A kB is 1,000 bytes.
- The commands of a section run in turn, A B A B …, after one run that lets Python compile the code, and congtac its templates. A ratio is taken round by round, so that whatever slowed one command slowed the other too. Shown are the median of {rounds} rounds and, in brackets, the smallest and the largest value; a goal is reached by the median.
- **Records** are made up from a seed (`tests/bench/corpus.py`): Vietnamese visits of about 1.25 kB, 700 a year by 13 members, with the lists and the policy of the sample records, but without plans and articles; in *The parts of a build* every tenth visit has a photo, elsewhere none. A set grows by years and is the beginning of every larger one, so a file has the same neighbours in all. Each set is a git repository with one commit.
- **Nothing kept** means that `.cache` beside the records, and the folder that the site is built into, were removed before each run; **right after it**, that the run before left them.
- **Memory for each visit** is the peak with the large set less the peak with {small} visits, divided by the visits that the large set has more: what a visit adds, without the program itself.
- **CSafeLoader alone** is a process that reads the same YAML files with PyYAML over libyaml, and does nothing else: no lines, no shapes, no rules. **An empty start** is what any checker on these libraries pays before it has read a byte.
- **A full build** is `congtac build` of the public site: check, pages, exports, the frame by MkDocs, search index and gate.
- **Pages and search index** are that build by the same functions, in a whole process (`tests/bench/ours.py`), with these parts left out. Photos and exports are measured by adding each alone; the gate, which follows every link, by adding it to both:
{parts}
- **National**: 34 data packages of {site} visits each (`tests/bench/provinces.py`), against Python reading every file of them once as text; [scale](scale.md) tells of the other ways.

## What the peers are given, and do not do

Each peer gets the articles of every page of our finished site, the guide included, with title and description, and the same other files to copy. All of that is written before a clock runs, and what each makes is compared afterwards: every page must be there, and the words of all articles must be as many as ours, within one in a hundred. Pages come as the Markdown that a person would write for them (`markdownify`), charts as their words.

- **MkDocs with mkdocs-gen-files**, in its careful form: only the home page in the navigation, which is pruned. Its script reads every record by CSafeLoader, then writes the Markdown. It checks, counts and lays out nothing, and has Material's own frame; its search index is made by Material's plugin from whole pages.
- **Hugo** has our frame for its layout. It reads no records, checks, counts and computes nothing, and makes no search index. It uses all processors; its CPU seconds count them together. As *finished HTML* it does not even convert Markdown: it puts each article into the frame.
- **Eleventy** is as Hugo with Markdown.
- None of them writes a list of contents, a content security policy or a description of its pictures for each page: the frame holds those of one page.
- Versions are those of the locks: `requirements/bench.txt` and `tests/bench/peers/package-lock.json`.

## Doing it again

`make bench` measures every section that has no figures of this commit and writes the page; a run that was broken off goes on where it was. `make bench ARGS="--only pages"` measures one section anew, `--fresh` all, `--write` none. `make bench ARGS=--quick` runs everything on small sets and prints. The raw figures lie in `tests/bench/figures/*.json`. No test asserts a time.
"""

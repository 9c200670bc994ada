"""Change the arithmetic in every small way, see whether a unit test notices, and write it down.

`python tests/soak/mutation.py` runs mutmut on a copy of the commit that is checked out, so that it
measures that and nothing else, and writes `docs/developers/mutation.md`. It fails if a change went
unnoticed that is not judged in `JUDGED`.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
REPORT: Final = ROOT / "docs/developers/mutation.md"
MUTATED: Final = "generator/compliance"
SURVIVED: Final = 0

NO_MEANING: Final = "Only the text after the last `/` and before it is used, and both stay empty."
JUDGED: Final = {
    'named, _, _ = (presence.visit.plan_item or "XXXX").rpartition("/")': NO_MEANING,
    'named, _, item = (visit.plan_item or "XXXX").rpartition("/")': NO_MEANING,
    "steps = _steps_up(records, held[0].visit) if (timely) or True else {}": (
        "The condition saves time: without a timely item nothing is looked up in `steps`."
    ),
    "return value.quantize(Decimal(2).scaleb(-decimals), ROUND_HALF_UP)": (
        "`quantize` takes from its argument the exponent only."
    ),
    "return cls(year, as_of, records.policy_on(date(year, 2, 1)))": (
        "Policies are in force for whole years (rule P005), so any day of the year gives the same."
    ),
    "return cls(year, as_of, records.policy_on(date(year, 1, 2)))": (
        "Policies are in force for whole years (rule P005), so any day of the year gives the same."
    ),
}


PAGE: Final = """\
# Mutation testing of the counting

<!-- Written by tests/soak/mutation.py; do not edit. -->

Commit {commit} of {date}: mutmut changed the functions of `{mutated}` in {tried} small ways, one at a time, and ran `tests/unit/compliance` on each. The tests noticed {noticed} and missed {missed}. mutmut leaves constants and decorated functions alone, so the properties of `Measure` are not among them.

| module | changes | noticed | missed |
|---|---:|---:|---:|
{rows}

Run it again with `python tests/soak/mutation.py`. It fails when a change goes unnoticed that is not judged below; a judgement stands in that file, beside the changed line.

## What no test noticed, and why it does not matter

{survivors}"""


@dataclass(frozen=True)
class Survivor:
    """A change that no test noticed: where, the line before and after, and why it does not matter."""

    function: str
    before: str
    after: str

    @property
    def judgement(self) -> str:
        """Why no test can or need notice it; empty if nobody has said."""
        return JUDGED.get(self.after, "")


@dataclass(frozen=True)
class Trial:
    """What came of all changes of one commit."""

    commit: str
    committed_on: str
    outcomes: dict[str, Counter[bool]]
    survivors: tuple[Survivor, ...]


def main() -> None:
    """Run the trial, write the report, and fail if a survivor was not judged."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        commit, committed_on = _git("log", "-1", "--format=%h %cs").split()
        _unpack(commit, copy)
        _mutmut(copy, "run")
        trial = Trial(commit, committed_on, _outcomes(copy), tuple(_survivors(copy)))
    REPORT.write_text(report(trial), encoding="utf-8")
    unjudged = [each for each in trial.survivors if not each.judgement]
    for each in unjudged:
        print(f"{each.function}\n  - {each.before}\n  + {each.after}")
    sys.exit(f"{len(unjudged)} changes went unnoticed and are not judged." if unjudged else 0)


def report(trial: Trial) -> str:
    """Return the page that says what was tried, what was noticed, and why the rest does not matter."""
    tried = sum(sum(each.values()) for each in trial.outcomes.values())
    rows = [
        f"| `{module}` | {sum(each.values())} | {each[True]} | {each[False]} |"
        for module, each in sorted(trial.outcomes.items())
    ]
    survivors = [
        f"### `{each.function}`\n\n```diff\n- {each.before}\n+ {each.after}\n```\n\n"
        f"{each.judgement or '**Not judged yet.**'}\n"
        for each in trial.survivors
    ]
    return PAGE.format(
        commit=trial.commit,
        date=trial.committed_on,
        mutated=MUTATED,
        tried=tried,
        noticed=tried - len(trial.survivors),
        missed=len(trial.survivors),
        rows="\n".join(rows),
        survivors="\n".join(survivors) or "Nothing.\n",
    )


def _unpack(commit: str, copy: Path) -> None:
    archive = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=True)
    subprocess.run(["tar", "x", "-C", str(copy)], input=archive.stdout, check=True)


def _mutmut(copy: Path, *arguments: str) -> str:
    """Run mutmut in the copy; what it says goes to the caller, its progress to nobody."""
    environment = {**os.environ, "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "mutmut", *arguments]
    ended = subprocess.run(command, cwd=copy, env=environment, capture_output=True, check=False)
    told = ended.stdout.decode(errors="replace")
    if ended.returncode:
        sys.exit(f"mutmut {arguments[0]} failed:\n{told[-2000:]}{ended.stderr.decode()[-2000:]}")
    return told


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout


def _outcomes(copy: Path) -> dict[str, Counter[bool]]:
    """Return for each module how many changes were noticed (True) and missed (False)."""
    return {
        module: Counter(code != SURVIVED for code in codes.values())
        for module, codes in _codes(copy)
        if codes
    }


def _codes(copy: Path) -> Iterator[tuple[str, dict[str, int]]]:
    """Yield, for each module, the exit code of the tests for each change."""
    for meta in sorted((copy / "mutants" / MUTATED).glob("*.meta")):
        codes: dict[str, int | None] = json.loads(meta.read_text())["exit_code_by_key"]
        untried = [name for name, code in codes.items() if code is None]
        if untried:
            sys.exit(f"mutmut did not try {', '.join(untried)}")
        yield meta.name.removesuffix(".py.meta"), {name: code or 0 for name, code in codes.items()}


def _survivors(copy: Path) -> Iterator[Survivor]:
    for module, codes in _codes(copy):
        for name, code in codes.items():
            if code == SURVIVED:
                yield _survivor(copy, module, name)


def _survivor(copy: Path, module: str, name: str) -> Survivor:
    diff = _mutmut(copy, "show", name).splitlines()
    before = [line[1:].strip() for line in diff if line.startswith("-") and line[:3] != "---"]
    after = [line[1:].strip() for line in diff if line.startswith("+") and line[:3] != "+++"]
    function = name.rpartition(".")[2].rpartition("__mutmut_")[0].lstrip("x").strip("_ǁ")
    return Survivor(f"{module}.{function.replace('ǁ', '.')}", " ".join(before), " ".join(after))


if __name__ == "__main__":
    main()

"""The script gives the committed bytes, on every machine and at every hour."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from samples import tree


def _tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize(
    ("hash_seed", "zone"), [("4321", "Pacific/Kiritimati"), ("77", "America/Adak")]
)
def test_same_bytes_whatever_the_hash_seed_and_the_zone(
    root: Path, tmp_path: Path, hash_seed: str, zone: str
) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": zone}
    subprocess.run(
        [sys.executable, "-m", "samples", "--out", str(tmp_path)],
        cwd=root.parent,
        env=environment,
        check=True,
        capture_output=True,
    )
    made, committed = _tree(tmp_path), _tree(root)
    assert sorted(made) == sorted(committed)
    assert [path for path in made if made[path] != committed[path]] == []


def test_a_file_that_is_no_longer_made_goes_and_strange_folders_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree, "files", lambda: {"visits/2019/2019-01-02-here.yml": b"date: x\n"})
    old = tmp_path / "visits" / "2019" / "2019-01-01-nowhere.yml"
    mine = tmp_path / "thesis" / "chapter.txt"
    for file in (old, mine):
        file.parent.mkdir(parents=True)
        file.write_text("x", encoding="utf-8")
    assert tree.write(tmp_path) == 1
    assert not old.exists()
    assert (tmp_path / "visits/2019/2019-01-02-here.yml").read_bytes() == b"date: x\n"
    assert mine.exists()

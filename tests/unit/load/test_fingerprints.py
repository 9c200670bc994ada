"""The digest of every file: of its bytes alone, and of nothing that is no file."""

import os
from pathlib import Path

from generator.load.fingerprints import as_lines, differing, digest, fingerprints, from_lines
from tests.unit.load.trees import write


def test_every_file_has_a_digest_but_hidden_ones(tmp_path: Path) -> None:
    for inside in ("a.yml", "visits/2019/b.yml", ".git/config", "visits/.b.yml.swp"):
        write(tmp_path, inside, inside)
    assert fingerprints(str(tmp_path)) == {
        "a.yml": digest(b"a.yml"),
        "visits/2019/b.yml": digest(b"visits/2019/b.yml"),
    }


def test_bytes_tell_though_date_and_size_are_the_same(tmp_path: Path) -> None:
    file = write(tmp_path, "a.yml", "one")
    status, before = file.stat(), fingerprints(str(tmp_path))
    file.write_text("two")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    after = fingerprints(str(tmp_path))
    assert before is not None
    assert after is not None
    assert differing(before, after) == {"a.yml"}


def test_what_hangs_on_more_than_bytes_has_no_digests(tmp_path: Path) -> None:
    write(tmp_path, "a.yml", "a")
    (tmp_path / "b.yml").symlink_to(tmp_path / "a.yml")
    assert fingerprints(str(tmp_path)) is None
    (tmp_path / "b.yml").unlink()
    os.mkfifo(tmp_path / "c.yml")
    assert fingerprints(str(tmp_path)) is None
    assert fingerprints(str(tmp_path / "gone")) is None


def test_lines_bring_back_what_was_written() -> None:
    digests = {"visits/2019/a b.yml": "0f", "units.yml": "1e"}
    assert from_lines(as_lines(digests).splitlines()) == digests
    assert differing(digests, {"units.yml": "1e", "x": "0"}) == {"visits/2019/a b.yml", "x"}

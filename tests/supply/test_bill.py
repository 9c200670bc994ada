"""The bills of materials: valid, complete, the same bytes from the same locks."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from supply.bill import bill
from supply.locks import ROOT, Lock, Locked, locks

LOCKS = {lock.name: lock for lock in locks()}


@pytest.mark.parametrize("name", LOCKS)
def test_a_bill_is_valid_and_has_every_package(name: str) -> None:
    made = bill(LOCKS[name])
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(made) is None
    told = {each["purl"]: each for each in json.loads(made)["components"]}
    assert len(told) == len(LOCKS[name].packages)
    for package in LOCKS[name].packages:
        url = f"pkg:{package.ecosystem}/{package.name.replace('@', '%40')}@{package.version}"
        hashes = {(each["alg"], each["content"]) for each in told[url]["hashes"]}
        expected = {("SHA-256", each) for each in package.sha256}
        expected |= {("SHA-512", package.sha512)} if package.sha512 else set()
        assert hashes == expected


def test_a_package_in_full() -> None:
    package = Locked("npm", "@a/b", "1.0.0", (), "00" * 64, "x", "MIT OR ISC", developing=True)
    made = json.loads(bill(Lock("web", "x.json", (package,))))
    assert made["metadata"]["component"]["name"] == "congtac"
    assert made["dependencies"] == [
        {"ref": "congtac", "dependsOn": ["pkg:npm/%40a/b@1.0.0"]},
        {"ref": "pkg:npm/%40a/b@1.0.0"},
    ]
    assert made["components"] == [
        {
            "bom-ref": "pkg:npm/%40a/b@1.0.0",
            "group": "@a",
            "hashes": [{"alg": "SHA-512", "content": "00" * 64}],
            "licenses": [{"expression": "MIT OR ISC"}],
            "name": "b",
            "properties": [{"name": "congtac:marker", "value": "x"}],
            "purl": "pkg:npm/%40a/b@1.0.0",
            "scope": "excluded",
            "type": "library",
            "version": "1.0.0",
        }
    ]


def test_the_same_locks_give_the_same_bytes(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-m", "supply.bill", str(tmp_path / seed)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}"},
            capture_output=True,
            check=True,
        )
    one, other = (
        {file.name: file.read_bytes() for file in (tmp_path / seed).iterdir()} for seed in "12"
    )
    assert one == other
    assert sorted(one) == [f"{name}.cdx.json" for name in sorted(LOCKS)]


def test_another_version_gives_another_number() -> None:
    bills = [bill(Lock("a", "a", (Locked("pypi", "b", each, ("0" * 64,)),))) for each in "12"]
    one, other = (json.loads(each)["serialNumber"] for each in bills)
    assert one != other

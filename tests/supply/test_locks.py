"""The locks, as they are read: every package with its hashes, nothing overlooked."""

import re

import pytest

from supply.locks import ROOT, Locked, locks, npm_packages, python_packages

HASH = "0" * 64
INTEGRITY = "sha512-" + "A" * 86 + "=="


def test_every_pin_of_the_locks_is_read() -> None:
    held = {lock.path: lock.packages for lock in locks()}
    for path, packages in held.items():
        text = (ROOT / path).read_text(encoding="utf-8")
        if path.endswith(".txt"):
            pins = re.findall(r"^([a-z0-9-]+)(?:\[.*])?==([^ ]+)", text, re.MULTILINE)
            assert [(each.name, each.version) for each in packages] == list(dict.fromkeys(pins))
            written = set(re.findall("--hash=sha256:(.+?)( |$)", text, re.MULTILINE))
            assert {each for package in packages for each in package.sha256} == {
                digest for digest, _ in written
            }
    assert sorted(held) == [
        "generator/web/package-lock.json",
        "requirements/bench.txt",
        "requirements/dev.txt",
        "requirements/national.txt",
        "requirements/node.txt",
        "requirements/site.txt",
        "requirements/soak.txt",
        "tests/bench/peers/package-lock.json",
    ]


def test_a_lock_of_pip() -> None:
    text = (
        "# by hand\n"
        "coverage[toml]==7.10 ; sys_platform != 'win32' \\\n"
        f"    --hash=sha256:{HASH} \\\n    --hash=sha256:{HASH[:-1]}1\n    # via x\n"
        f"click==8.5.1 \\\n    --hash=sha256:{HASH}\n"
    )
    assert python_packages(text, "a.txt") == (
        Locked(
            "pypi", "coverage", "7.10", (HASH, HASH[:-1] + "1"), marker="sys_platform != 'win32'"
        ),
        Locked("pypi", "click", "8.5.1", (HASH,)),
    )


@pytest.mark.parametrize(
    ("one", "other", "either"),
    [(" ; a", " ; b", "a or b"), (" ; a", "", ""), ("", " ; b", ""), ("", "", "")],
)
def test_a_package_with_and_without_extras_is_one(one: str, other: str, either: str) -> None:
    pins = [f"click{pin} \\\n    --hash=sha256:{HASH}\n" for pin in (f"==8{one}", f"[x]==8{other}")]
    assert python_packages("".join(pins), "a.txt") == (
        Locked("pypi", "click", "8", (HASH,), marker=either),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("click==8.5.1\n", "a.txt: without a hash: click 8.5.1"),
        ("click>=8\n", "a.txt:1: neither a pin nor a hash: click>=8"),
        (f"    --hash=sha256:{HASH}\n", "a.txt:1: neither a pin nor a hash:"),
        ("--index-url https://x\n", "a.txt:1: neither a pin nor a hash: --index-url"),
    ],
)
def test_what_is_not_locked_is_refused(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        python_packages(text, "a.txt")


def test_a_lock_of_npm() -> None:
    text = f"""{{"packages": {{
        "": {{"name": "congtac-web"}},
        "node_modules/b": {{"version": "2.0.0", "integrity": "{INTEGRITY}", "dev": true}},
        "node_modules/@a/b": {{"version": "1.0.0", "integrity": "{INTEGRITY}", "license": "MIT"}},
        "node_modules/c/node_modules/b": {{"version": "2.0.0", "integrity": "{INTEGRITY}"}}
    }}}}"""
    assert npm_packages(text, "a.json") == (
        Locked("npm", "@a/b", "1.0.0", sha512="00" * 64, licence="MIT"),
        Locked("npm", "b", "2.0.0", sha512="00" * 64),
    )


def test_a_package_of_npm_without_a_hash_is_refused() -> None:
    with pytest.raises(ValueError, match=r"a\.json: b has no SHA-512"):
        npm_packages(
            '{"packages": {"node_modules/b": {"version": "1", "integrity": "sha1-x"}}}', "a.json"
        )

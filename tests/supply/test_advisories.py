"""A lock with a known weakness is refused, without a network."""

import shutil
from pathlib import Path

import pytest

from supply import advisories, asking
from supply.advisories import FILE, Advisory, main, objections, packages, read
from supply.locks import ROOT, Lock, Locked, locks

KNOWN = read(FILE.read_text(encoding="utf-8"))
BOMB = Advisory("pypi", "CVE-1", "jinja2", fixed="3.1.5", since="3.0")


def test_nothing_locked_has_a_known_weakness(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == ""
    assert capsys.readouterr().out.endswith("none is locked but what was accepted.\n")


def test_an_old_version_planted_in_a_lock_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for lock in locks():
        (tmp_path / lock.path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / lock.path, tmp_path / lock.path)
    site = tmp_path / "requirements/site.txt"
    text = site.read_text(encoding="utf-8")
    assert text.count("\njinja2==") == 1
    line = next(line for line in text.splitlines() if line.startswith("jinja2=="))
    site.write_text(text.replace(line, "jinja2==3.1.2 \\"), encoding="utf-8")
    monkeypatch.setattr(advisories, "locks", lambda: locks(tmp_path))
    told = main().splitlines()
    assert told[0] == (
        "requirements/site.txt: jinja2 3.1.2 has CVE-2024-22195, mended in 3.1.3: "
        "https://osv.dev/vulnerability/CVE-2024-22195"
    )
    assert len(told) == 5
    assert all(each.startswith("requirements/site.txt: jinja2 3.1.2 has CVE-") for each in told)


@pytest.mark.parametrize("each", KNOWN.advisories, ids=lambda each: f"{each.id} {each.fixed}")
def test_every_weakness_is_of_a_package_that_is_locked_and_found_in_it(each: Advisory) -> None:
    assert (each.ecosystem, each.package) in {
        (package.ecosystem, package.name) for package in packages(locks())
    }
    weak = Locked(each.ecosystem, each.package, each.since or "0.0.1")
    lock = Lock("a", "a.txt", (weak, Locked(each.ecosystem, each.package, each.fixed)))
    assert list(objections([lock], [each])) == [
        f"a.txt: {weak} has {each.id}, mended in {each.fixed}: {each.source}"
    ]


@pytest.mark.parametrize(
    ("package", "concerned"),
    [
        (Locked("pypi", "jinja2", "3.1.4"), True),
        (Locked("pypi", "jinja2", "3.0"), True),
        (Locked("pypi", "jinja2", "3.1.10"), False),
        (Locked("pypi", "jinja2", "3.1.5"), False),
        (Locked("pypi", "jinja2", "2.9"), False),
        (Locked("npm", "jinja2", "3.1.4"), False),
        (Locked("pypi", "jinja", "3.1.4"), False),
    ],
)
def test_versions_are_held_against_the_range(package: Locked, *, concerned: bool) -> None:
    assert BOMB.concerns(package) == concerned


def test_what_is_accepted_is_no_objection() -> None:
    lived_with = Advisory("pypi", "CVE-1", "jinja2", fixed="3.1.5", accepted="only tests use it")
    lock = Lock("a", "a.txt", (Locked("pypi", "jinja2", "3.1.4"),))
    assert list(objections([lock], [lived_with])) == []


def test_a_key_that_no_advisory_has_is_refused() -> None:
    with pytest.raises(TypeError, match="fixd"):
        read('reviewed = 2019-01-01\npypi = [{ id = "a", package = "b", fixd = "1" }]\nnpm = []\n')


def test_both_name_a_package_by_the_same_url() -> None:
    assert asking._url(Locked("npm", "@a/b", "1.0")) == "pkg:npm/%40a/b@1.0"
    assert asking._url(Locked("pypi", "b", "1.0")) == "pkg:pypi/b@1.0"

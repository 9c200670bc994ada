"""What stands is taken over if it is made of the same and untouched, and nothing else."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.build.hidden import NOTHING, Hidden
from generator.build.sealed import place_of
from generator.build.standing import FOLDER, Checks, Standing
from generator.domain.fields import Audience
from tests.opening import opened_below

SITE = {"a/index.html": b"<p>A</p>", "b.csv": b"x,y\r\n", ".c": b"hidden", "d": b""}
CHECKS = Checks.of(NOTHING, "https://a.example/")


def built(tmp_path: Path, audience: Audience = "public", *, linked: bool = True) -> Path:
    """Leave what a build leaves; return where the site stands."""
    out = tmp_path / "site"
    for path, content in SITE.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(content)
    standing = Standing(out)
    for path, content in SITE.items():
        made_of = "" if path == "d" else f"made-of-{path}"
        assert standing.file(path, made_of, partial(bytes, content)) == content
    standing.keep(tmp_path / "records", audience, standing.coming(out), CHECKS, linked=linked)
    return out


def again(standing: Standing, path: str, made_of: str) -> bytes | None:
    """Return the file if it is taken over."""
    return standing.file(path, made_of, lambda: None)


def at(tmp_path: Path, audience: Audience = "public") -> Standing:
    return Standing.at(tmp_path / "site", tmp_path / "records", audience)


def test_a_file_made_of_the_same_is_taken_over(tmp_path: Path) -> None:
    built(tmp_path)
    standing = at(tmp_path)
    assert {path: again(standing, path, f"made-of-{path}") for path in SITE} == SITE | {"d": None}


@pytest.mark.parametrize("made_of", ["", "-", "made-of-b.csv", "made-of-a/index.html "])
def test_a_file_made_of_something_else_is_not(tmp_path: Path, made_of: str) -> None:
    built(tmp_path)
    assert again(at(tmp_path), "a/index.html", made_of) is None
    assert again(at(tmp_path), "d", made_of) is None


@pytest.mark.parametrize(
    "touch",
    [
        lambda file: file.write_bytes(b"<p>B</p>"),
        lambda file: file.unlink(),
        lambda file: (file.unlink(), file.mkdir()),
    ],
    ids=["touched", "gone", "a folder"],
)
def test_a_file_that_is_not_what_it_was_is_not_taken_over(
    tmp_path: Path, touch: Callable[[Path], object]
) -> None:
    touch(built(tmp_path) / "a/index.html")
    assert again(at(tmp_path), "a/index.html", "made-of-a/index.html") is None
    assert at(tmp_path).content("a/index.html") is None
    assert at(tmp_path).content("b.csv") == SITE["b.csv"]


def test_what_was_taken_over_is_not_read_again(tmp_path: Path) -> None:
    out = built(tmp_path)
    whole = Standing(out).coming(out)
    standing = at(tmp_path)
    assert again(standing, "a/index.html", "made-of-a/index.html") == SITE["a/index.html"]
    with opened_below(out) as opened:
        assert standing.coming(out) == whole
    assert sorted(opened) == [".c", "b.csv", "d"]


def written(standing: Standing, tmp_path: Path, content: bytes = SITE["b.csv"]) -> Path:
    """Return the file that was written, with the right bytes."""
    target = tmp_path / "stage.csv"
    standing.write("b.csv", content, target)
    assert target.read_bytes() == content
    return target


def test_what_was_taken_over_is_the_same_file_by_another_name(tmp_path: Path) -> None:
    out, standing = built(tmp_path), at(tmp_path)
    again(standing, "b.csv", "made-of-b.csv")
    target = written(standing, tmp_path)
    assert target.samefile(out / "b.csv")
    (out / "b.csv").unlink()
    assert target.read_bytes() == SITE["b.csv"]


def test_what_was_made_anew_is_a_file_of_its_own(tmp_path: Path) -> None:
    out, standing = built(tmp_path), at(tmp_path)
    assert not written(standing, tmp_path, b"anew").samefile(out / "b.csv")


def _by_two_names(out: Path, _: pytest.MonkeyPatch) -> None:
    (out.parent / "backup.csv").hardlink_to(out / "b.csv")


def _a_link(out: Path, _: pytest.MonkeyPatch) -> None:
    (out / "b.csv").rename(out.parent / "elsewhere.csv")
    (out / "b.csv").symlink_to(out.parent / "elsewhere.csv")


def _no_links(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)


@pytest.mark.parametrize("where", [_by_two_names, _a_link, _no_links])
def test_where_a_file_is_known_elsewhere_or_cannot_have_two_names_it_is_copied(
    tmp_path: Path,
    where: Callable[[Path, pytest.MonkeyPatch], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = built(tmp_path)
    where(out, monkeypatch)
    standing = at(tmp_path)
    assert again(standing, "b.csv", "made-of-b.csv") == SITE["b.csv"]
    target = written(standing, tmp_path)
    assert not target.is_symlink()
    assert not target.samefile(out / "b.csv")


def test_each_audience_has_its_own(tmp_path: Path) -> None:
    built(tmp_path, "internal")
    assert again(at(tmp_path, "public"), "b.csv", "made-of-b.csv") is None
    assert again(at(tmp_path, "internal"), "b.csv", "made-of-b.csv") == SITE["b.csv"]


def test_a_site_that_stands_elsewhere_is_not_taken_over(tmp_path: Path) -> None:
    built(tmp_path)
    other = Standing.at(tmp_path / "other", tmp_path / "records", "public")
    assert again(other, "b.csv", "made-of-b.csv") is None


@pytest.mark.parametrize("spoilt", [b"", b"\xff", b"so\n{}\n", b"0" * 32 + b"\n{}"])
def test_what_is_spoilt_is_as_if_it_were_not_there(tmp_path: Path, spoilt: bytes) -> None:
    out = built(tmp_path)
    place_of(tmp_path / "records", FOLDER, ".public").write_bytes(spoilt)
    standing = at(tmp_path)
    assert again(standing, "b.csv", "made-of-b.csv") is None
    assert standing.same(standing.coming(out)) == set()
    assert not standing.searched(CHECKS)
    assert not standing.followed(CHECKS)


def test_files_are_the_same_by_name_and_bytes(tmp_path: Path) -> None:
    out = built(tmp_path)
    (out / "a/index.html").write_bytes(b"<p>B</p>")
    (out / "b.csv").rename(out / "e.csv")
    assert at(tmp_path).same(Standing(out).coming(out)) == {".c", "d"}


@pytest.mark.parametrize(
    ("hidden", "base", "searched", "followed"),
    [
        (NOTHING, "https://a.example/", True, True),
        (NOTHING, "https://b.example/", True, False),
        (Hidden({(b"ghi", b"kin"): "x"}), "https://a.example/", False, True),
        (Hidden({}, (b"ct-internal",)), "", False, False),
    ],
)
def test_what_was_looked_for_must_be_the_same(
    tmp_path: Path, hidden: Hidden, base: str, *, searched: bool, followed: bool
) -> None:
    built(tmp_path)
    checks = Checks.of(hidden, base)
    assert (at(tmp_path).searched(checks), at(tmp_path).followed(checks)) == (searched, followed)


def test_links_that_nobody_followed_are_not_known_to_lead_anywhere(tmp_path: Path) -> None:
    built(tmp_path, linked=False)
    assert (at(tmp_path).searched(CHECKS), at(tmp_path).followed(CHECKS)) == (True, False)


def test_of_a_site_with_a_name_that_no_line_can_hold_nothing_is_kept(tmp_path: Path) -> None:
    out = built(tmp_path)
    place_of(tmp_path / "records", FOLDER, ".public").unlink()
    (out / "a\nb").write_bytes(b"x")
    Standing(out).keep(
        tmp_path / "records", "public", Standing(out).coming(out), CHECKS, linked=True
    )
    assert not place_of(tmp_path / "records", FOLDER, ".public").exists()

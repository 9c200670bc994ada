"""The made-up records: sound, the same every time, and the smaller sets the beginnings of larger."""

import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from PIL import Image

from tests.bench.corpus import Corpus, commit, make
from tests.bench.measure import ROOT
from tests.bench.rebuild import change
from tests.commands import called

SAMPLES = ROOT / "records"


def made(folder: Path, visits: int, **options: bool) -> Corpus:
    folder.mkdir()
    return make(folder, SAMPLES, visits, **options)


def contents(records: Path) -> dict[str, bytes]:
    files = (path for path in records.rglob("*") if path.is_file())
    return {path.relative_to(records).as_posix(): path.read_bytes() for path in files}


def read(path: Path) -> dict[str, object]:
    document: dict[str, object] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    return document


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return made(tmp_path_factory.mktemp("small") / "set", 400)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return made(tmp_path_factory.mktemp("large") / "set", 900)


def test_the_same_number_makes_the_same_bytes_and_the_same_commit(
    small: Corpus, tmp_path: Path
) -> None:
    again = made(tmp_path / "again", 400)
    assert contents(again.records) == contents(small.records)
    commits = []
    for name in ("one", "other"):
        made(tmp_path / name, 301)
        commit(tmp_path / name)
        head = ["git", "-C", str(tmp_path / name), "rev-parse", "HEAD"]
        commits.append(subprocess.run(head, capture_output=True, text=True, check=True).stdout)
    assert commits[0] == commits[1]


def test_another_seed_makes_other_visits(small: Corpus, tmp_path: Path) -> None:
    other = make(tmp_path / "other", SAMPLES, 400, seed=1)
    assert len(contents(other.records)) == len(contents(small.records))
    assert contents(other.records) != contents(small.records)


def test_a_smaller_set_is_the_beginning_of_a_larger_one(small: Corpus, large: Corpus) -> None:
    some, more = contents(small.records), contents(large.records)
    differing = {name for name, data in some.items() if more.get(name) != data}
    # The day up to which figures count lies in another year.
    assert differing == {"organisation.yml"}
    visits = [sorted(n for n in each if n.startswith("visits/")) for each in (some, more)]
    assert visits[1][: len(visits[0])] == visits[0]
    assert [len(each) for each in visits] == [400, 900]
    assert small.one_file.name == large.one_file.name


def test_a_visit_of_every_size_has_the_size_that_is_told(large: Corpus) -> None:
    sizes = [path.stat().st_size for path in large.records.glob("visits/*/*.yml")]
    assert large.bytes_a_visit == sum(sizes) // len(sizes)
    assert 1_200 <= large.bytes_a_visit <= 1_300


def test_nobody_is_in_two_places_on_a_day_and_there_are_700_visits_a_year(large: Corpus) -> None:
    seen: set[tuple[str, date]] = set()
    first_year = 0
    for path in large.records.glob("visits/*/*.yml"):
        visit = read(path)
        first_year += path.parent.name == "2018"
        members = visit["members"]
        assert isinstance(members, list)
        for day in days(visit):
            here = {(member, day) for member in members}
            assert not here & seen, path
            seen |= here
    assert first_year == 700


def days(visit: dict[str, object]) -> Iterator[date]:
    first = date.fromisoformat(str(visit["date"]))
    last = date.fromisoformat(str(visit.get("end_date", visit["date"])))
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


@pytest.mark.parametrize("photos", [False, True])
def test_the_program_finds_no_fault(tmp_path: Path, *, photos: bool) -> None:
    corpus = made(tmp_path / "set", 320, photos=photos)
    ended = called("--records", str(corpus.records), "check", cwd=ROOT)
    assert ended.code == 0, ended.out
    # Besides the visits the lists, the policy and the members.
    assert ended.out == f"Đã kiểm tra {320 + 3 + 1 + 13} tệp: không có lỗi.\n"


def test_every_photo_is_another_file(tmp_path: Path) -> None:
    corpus = made(tmp_path / "set", 320, photos=True)
    photos = sorted((corpus.records / "media").rglob("*.jpg"))
    assert len(photos) == 32
    assert len({path.read_bytes() for path in photos}) == 32
    named = {
        photo["file"]
        for path in corpus.records.glob("visits/*/*.yml")
        for photo in yaml.load(path.read_text("utf-8"), yaml.BaseLoader).get("photos", ())
    }
    assert named == {path.relative_to(corpus.records / "media").as_posix() for path in photos}
    with Image.open(photos[0]) as image:
        image.load()
        assert (image.format, image.size) == ("JPEG", (1600, 1200))


def test_units_and_policy_never_end(small: Corpus) -> None:
    units = (small.records / "units.yml").read_text("utf-8")
    assert not any(word in units for word in ("valid_from", "valid_to", "successors"))
    (policy,) = small.records.glob("policies/*.yml")
    assert "\nto: 2199-12-31\n" in policy.read_text("utf-8")


def test_each_change_of_a_record_says_what_was_not_said_before(tmp_path: Path) -> None:
    corpus = made(tmp_path / "set", 301)
    before = read(corpus.one_file)
    for number in (1, 2):
        change(corpus.one_file, number)
        after = read(corpus.one_file)
        assert after == before | {"results": f"{before['results']} Lần sửa {number}."}
    assert called("--records", str(corpus.records), "check", cwd=ROOT).code == 0

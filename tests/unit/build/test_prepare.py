"""From records to everything that the site shows, for one audience. Source: design, 3 and 4."""

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.build.figures import UnsoundRecordsError
from generator.build.prepare import Prepared, prepare
from generator.domain.organisation import Website
from generator.errors import UsageError
from generator.present.page import Site
from generator.submit.json_schema import schema_text, schemas
from tests.builders import day, member, organisation, policy, records, visit, write

TODAY = day("2021-05-04")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    held = records(
        organisation(),
        member("an"),
        policy(),
        visit("2019-03-05", internal={"note": "Ghi chú kín."}),
    )
    return write(held, tmp_path / "records")


def files(prepared: Prepared) -> dict[str, bytes]:
    return {each.path: each.content for each in prepared.site.artifacts}


def bodies(prepared: Prepared) -> str:
    return "".join(page.body for page in prepared.site.pages)


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=An", "-c", "user.email=an@example.org")
    done = subprocess.run(
        ["git", "-C", str(folder), *who, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_pages_of_the_audience_as_of_the_day(root: Path) -> None:
    public = prepare(root, "public", None, TODAY)
    inside = prepare(root, "internal", day("2019-06-30"), TODAY)
    assert (public.audience, inside.audience) == ("public", "internal")
    assert (public.as_of, inside.as_of) == (TODAY, day("2019-06-30"))
    assert "Ghi chú kín." not in bodies(public)
    assert "Ghi chú kín." in bodies(inside)
    assert "chuyen-di/2019/2019-03-05-ap-3/" in {page.address for page in public.site.pages}
    assert public.records == root


def test_no_other_file_bears_a_time(root: Path) -> None:
    once, again = (prepare(root, "public", None, TODAY) for _ in range(2))
    assert once == again


def test_schemas_of_every_kind_of_record_and_of_the_summary(root: Path) -> None:
    made = files(prepare(root, "public", None, TODAY))
    assert {path for path in made if path.startswith("du-lieu/v1/schema/")} == {
        f"du-lieu/v1/schema/{kind}.json" for kind in (*schemas(), "summary")
    }
    for kind, schema in schemas().items():
        assert made[f"du-lieu/v1/schema/{kind}.json"] == schema_text(schema).encode()


class TestStamp:
    def test_the_commit_of_the_records_and_its_date(self, root: Path) -> None:
        git(root, "init", "--quiet")
        git(root, "add", ".")
        git(root, "commit", "--quiet", "-m", "Records")
        stamp = json.loads(files(prepare(root, "public", None, TODAY))["build.json"])
        assert stamp == {
            "commit": git(root, "rev-parse", "HEAD"),
            "date": git(root, "log", "-1", "--format=%cI"),
        }

    def test_before_the_first_commit(self, root: Path) -> None:
        git(root, "init", "--quiet")
        made = files(prepare(root, "public", None, TODAY))
        assert made["build.json"] == b'{\n  "commit": null,\n  "date": null\n}\n'

    def test_without_git(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", str(root))
        made = files(prepare(root, "public", None, TODAY))
        assert json.loads(made["build.json"]) == {"commit": None, "date": None}


class TestFaults:
    def test_findings_stop_it(self, root: Path) -> None:
        file = root / "visits/2019/2019-03-05-ap-3.yml"
        file.write_text(file.read_text(encoding="utf-8") + "kindd: x\n", encoding="utf-8")
        with pytest.raises(UnsoundRecordsError) as told:
            prepare(root, "public", None, TODAY)
        assert [each.code for each in told.value.checked.findings] == ["S002"]

    def test_no_records(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError):
            prepare(tmp_path / "nowhere", "public", None, TODAY)


class TestFrame:
    def frame(self, **keys: object) -> dict[str, object]:
        held = organisation().model_copy(update=keys)
        return Prepared(Site((), (), ()), Path(), held, "public", date(2020, 3, 5)).frame

    def test_what_every_page_says(self) -> None:
        website = Website(url="https://example.org/")
        assert self.frame(website=website) == {
            "demo": True,
            "audience": "public",
            "organisation": "Tỉnh đoàn",
            "as_of": "05/03/2020",
            "mistakes": {"url": "https://example.org/", "title": "", "text": ""},
            "personal_data": "huong-dan/du-lieu-ca-nhan/",
            "feeds": [],
        }

    def test_feeds_that_have_a_name_are_told(self) -> None:
        held = Prepared(Site((), (), ()), Path(), None, "public", date(2020, 3, 5), "Tin")
        assert held.frame["feeds"] == [
            {"type": "application/rss+xml", "title": "Tin (RSS)", "url": "tin-tuc/feed.xml"},
            {"type": "application/atom+xml", "title": "Tin (Atom)", "url": "tin-tuc/atom.xml"},
        ]

    def test_what_it_leaves_out(self) -> None:
        assert self.frame(demo=False)["demo"] is False
        assert self.frame()["mistakes"] is None

    def test_without_an_organisation(self) -> None:
        bare = Prepared(Site((), (), ()), Path(), None, "internal", date(2020, 3, 5)).frame
        assert bare == {
            "demo": False,
            "audience": "internal",
            "organisation": "",
            "as_of": "05/03/2020",
            "mistakes": None,
            "personal_data": "huong-dan/du-lieu-ca-nhan/",
            "feeds": [],
        }

"""One edition never takes the place of the other; the internal one says everywhere what it is."""

from datetime import date
from pathlib import Path

import pytest

from generator.build.edition import edition_files, edition_of
from generator.build.prepare import Prepared
from generator.build.site import build_site
from generator.build.standing import Standing
from generator.domain.fields import Audience
from generator.errors import RefusedError
from generator.present.page import Artifact, Site

EDITIONS: tuple[Audience, ...] = ("public", "internal")


class PlainHost:
    """Writes the files, and nothing else."""

    def write(self, prepared: Prepared, stage: Path, standing: Standing) -> None:  # noqa: ARG002  (a host's)
        for each in prepared.site.artifacts:
            (stage / each.path).write_bytes(each.content)


def of(audience: Audience) -> Prepared:
    artifacts = (Artifact("build.json", b"{}"), *edition_files(audience))
    return Prepared(Site((), artifacts, ()), Path("records"), None, audience, date(2020, 3, 15))


@pytest.mark.parametrize(
    ("standing", "coming", "said"),
    [
        ("internal", "public", "bản NỘI BỘ, không thay bằng bản công khai"),
        ("public", "internal", "bản công khai, không thay bằng bản NỘI BỘ"),
    ],
)
def test_row_35_an_edition_does_not_go_where_the_other_stands(
    tmp_path: Path, standing: Audience, coming: Audience, said: str
) -> None:
    out = tmp_path / "site"
    build_site(of(standing), PlainHost(), out)
    with pytest.raises(RefusedError) as refused:
        build_site(of(coming), PlainHost(), out)
    assert str(refused.value) == (
        f"{out} đang giữ {said}. Chọn thư mục khác; đúng là muốn thay thì thêm --other-edition."
    )
    assert edition_of(out) == standing
    build_site(of(coming), PlainHost(), out, other_edition=True)
    assert edition_of(out) == coming


@pytest.mark.parametrize("audience", EDITIONS)
def test_an_edition_takes_the_place_of_itself_and_of_nothing(
    tmp_path: Path, audience: Audience
) -> None:
    out = tmp_path / "site"
    out.mkdir()
    assert edition_of(out) is None
    for _ in range(2):
        build_site(of(audience), PlainHost(), out)
    assert edition_of(out) == audience


def test_the_internal_folder_keeps_search_engines_away() -> None:
    files = {each.path: each.content.decode() for each in edition_files("internal")}
    assert files.keys() == {"noi-bo.txt", "robots.txt", "_headers"}
    assert all("NỘI BỘ" in text for text in files.values())
    assert files["robots.txt"].splitlines()[1:] == ["User-agent: *", "Disallow: /"]
    assert "/*\n  X-Robots-Tag: noindex, nofollow, noarchive\n" in files["_headers"]
    assert list(edition_files("public")) == []

"""One leak planted in each that writes a part of the site: the gate finds every one of them.

Source: issue *Trust*, It is done when 1; research/reliability.md, section 4, row 34.
"""

import json
import re
from collections.abc import Callable
from dataclasses import fields, replace
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

import pytest

from generator.build import prepare as preparing
from generator.build.leaks import leaks
from generator.build.prepare import Prepared, Settings, prepare
from generator.build.site import build_site
from generator.build.standing import Standing
from generator.errors import RefusedError
from generator.host.mkdocs_host import MkDocsHost
from generator.present import site as presenting
from generator.present.page import Artifact, Page
from generator.submit.editor.forge import SignIn
from tests.site.conftest import ROOT
from tests.site.secret_world import AS_OF, DRAFT, KEPT, write_world

LISTS: Final = ("MAKERS", "ADDRESSED_MAKERS", "WRITERS", "ADDRESSED_WRITERS")
INSIDE: Final = [
    (name, place, maker.__name__)
    for name in LISTS
    for place, maker in enumerate(getattr(presenting, name))
    if maker.__name__ != "due_page"
]
"""Every maker and writer of the site; the page of what is due has no public edition to leak into."""
BESIDE: Final = (
    "form_page", "form_data", "editor_files", "_build_stamp", "_schemas", "template_files",
)  # fmt: skip
"""What `prepare` adds."""


class PlainHost:
    """Writes pages and files as they are, without a frame."""

    def write(self, prepared: Prepared, stage: Path, standing: Standing) -> None:  # noqa: ARG002  (a host's)
        pages = [
            Artifact(f"{each.address}index.html", each.body.encode())
            for each in prepared.site.pages
        ]
        for each in (*pages, *prepared.site.artifacts):
            path = stage / each.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(each.content)


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records of the world."""
    root = tmp_path_factory.mktemp("planted") / "records"
    write_world(root)
    return root


def prepared(records: Path) -> Prepared:
    told = Settings("https://doan.test/", SignIn(service="https://doan.test", app_id="x"))
    return prepare(records, "public", None, AS_OF, settings=told)


def leaking(made: Any, secret: str) -> Any:
    """Return the page or the file with the secret in it, written as files of its kind write."""
    if isinstance(made, Page):
        told = {each.name: getattr(made, each.name) for each in fields(Page)}
        return Page(**told | {"body": f"{made.body}<p>{secret}</p>"})
    assert isinstance(made, Artifact)
    suffix = made.path.rpartition(".")[2]
    if suffix in ("xlsx", "docx"):
        return Artifact(made.path, _repacked(made.content, secret.encode()))
    said = {
        "json": json.dumps({"x": secret}),
        "xml": secret.replace("ẩ", "&#7849;"),
        "ics": f"BEGIN:VCALENDAR\r\nSUMMARY:{secret[:6]}\r\n {secret[6:]}\r\n",
    }.get(suffix, secret)
    before = b"" if suffix == "ics" else made.content
    return Artifact(made.path, before + said.encode())


def _repacked(content: bytes, secret: bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(buffer, "w") as new:
        for name in old.namelist():
            held = old.read(name)
            if name in ("word/document.xml", "xl/worksheets/sheet1.xml"):
                held = re.sub(rb"(</[a-zA-Z:]+>)$", rb"<t>" + secret + rb"</t>\1", held.strip())
            new.writestr(name, held)
    return buffer.getvalue()


def plant(maker: Callable[..., Any], secret: str) -> Callable[..., Any]:
    """Return the maker with the secret in the first that it makes."""

    def made(*arguments: Any) -> Any:
        held = maker(*arguments)
        if isinstance(held, Page | Artifact):
            return leaking(held, secret)
        first, *others = held
        return iter([leaking(first, secret), *others])

    return made


def refused(records: Path, out: Path) -> str:
    with pytest.raises(RefusedError) as told:
        build_site(prepared(records), PlainHost(), out, gated=False)
    assert not out.exists()
    heading, *lines = str(told.value).splitlines()
    assert heading == "Trang dựng xong nhưng không đưa ra:"
    return "\n".join(lines)


VISIT: Final = "records/visits/2019/2019-08-13-nhi-long.yml: internal.note"


@pytest.fixture
def secret(records: Path) -> str:
    """The note of a visit, which only the organisation may read."""
    text = (records / "visits/2019/2019-08-13-nhi-long.yml").read_text(encoding="utf-8")
    found = re.search(rf"note: ({KEPT}\d+)", text)
    assert found
    return found[1]


def test_row_34_without_a_leak_the_site_goes_out(records: Path, tmp_path: Path) -> None:
    assert build_site(prepared(records), PlainHost(), tmp_path / "site", gated=False) > 0


@pytest.mark.parametrize("which", INSIDE, ids=[each[2] for each in INSIDE])
def test_row_34_a_leak_of_each_maker_is_found(
    records: Path,
    secret: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Callable[[str, object], None],
    which: tuple[str, int, str],
) -> None:
    name, place, _ = which
    makers = list(getattr(presenting, name))
    makers[place] = plant(makers[place], secret)
    monkeypatch.setattr(presenting, name, tuple(makers))
    told = refused(records, tmp_path / "site")
    assert re.fullmatch(rf"\S+: lộ phần không công khai, {re.escape(VISIT)}\.", told)
    record_property("figure", f"{len(INSIDE) + len(BESIDE)} writers, each leak found")


@pytest.mark.parametrize("name", BESIDE)
def test_row_34_a_leak_of_what_stands_beside_is_found(
    records: Path, secret: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(preparing, name, plant(getattr(preparing, name), secret))
    told = refused(records, tmp_path / "site")
    assert re.fullmatch(rf"\S+: lộ phần không công khai, {re.escape(VISIT)}\.", told)


def test_row_34_leaks_into_what_the_host_makes_are_found(
    records: Path, secret: str, tmp_path: Path
) -> None:
    """The frame, the search index, the map of the site, and a picture's name."""
    held = prepared(records)
    draft = f"tin-tuc/2019/{DRAFT}/"
    planted = (
        Page("a/", secret, "<h1>A</h1>"),
        Page("b/", "B", "<h1>B</h1>", description=secret),
        Page("c/", "C", "<h1>C</h1>", search=secret),
        Page(draft, "D", "<h1>D</h1>"),
        Page("e/", "E", "<h1>E</h1>", meta={"linked_data": {"name": secret}}),
    )
    name = "2019/chimandohot-anh.png"
    pictures = {**held.pictures, f"anh/{name}": records / "media" / name}
    site = replace(held.site, pages=(*held.site.pages, *planted))
    stage = tmp_path / "stage"
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("CONGTAC_SITE_URL", "https://doan.test/")
        planted_in = replace(held, site=site, pictures=pictures)
        MkDocsHost(ROOT / "mkdocs.yml").write(planted_in, stage)
    files = {each.partition(":")[0] for each in leaks(stage, held.hidden)}
    assert files == {
        *("a/index.html", "b/index.html", "e/index.html", f"{draft}index.html"),
        *("search/search_index.json", "sitemap.xml", "sitemap.xml.gz"),
        "anh/2019/chimandohot-anh.png",
    }


def test_row_34_internal_results_and_marks_are_found(records: Path, tmp_path: Path) -> None:
    held = prepared(records)
    marks = ("ct-mark--internal", 'class="ct-internal"', 'class="ct-status ct-status--behind"')
    for number, mark in enumerate(marks):
        (tmp_path / f"{number}.html").write_text(f"<p {mark}>", encoding="utf-8")
    (tmp_path / "style.css").write_text(".ct-mark--internal {}", encoding="utf-8")
    assert list(leaks(tmp_path, held.hidden)) == [
        "0.html: lộ phần không công khai, dấu ct-mark--internal.",
        '1.html: lộ phần không công khai, dấu class="ct-internal".',
        '2.html: lộ phần không công khai, dấu ct-status--behind".',
    ]


def test_row_45_a_site_that_keeps_what_was_withdrawn_does_not_go_out(
    records: Path, tmp_path: Path
) -> None:
    """Neither edition may tell it."""
    visit = (records / "visits/2019/2019-04-02-mat.yml").read_text(encoding="utf-8")
    content = next(line for line in visit.splitlines() if line.startswith("content"))
    (tmp_path / "index.html").write_text(content, encoding="utf-8")
    for audience in ("public", "internal"):
        held = prepare(records, audience, None, AS_OF)
        assert list(leaks(tmp_path, held.hidden)) == [
            "index.html: lộ phần không công khai, records/visits/2019/2019-04-02-mat.yml: content."
        ]

"""What was told yesterday and is taken back today is in no file of the next build.

A visit is withdrawn, a person leaves the records with all that was theirs, a photo loses its
consent. Source: issue *Trust*, Retraction; research/reliability.md, section 4, row 45.
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from PIL import Image

from generator.build.prepare import prepare
from generator.build.site import build_site
from generator.domain.fields import Audience
from generator.host.mkdocs_host import MkDocsHost
from tests.site.conftest import ROOT
from tests.site.secret_world import AS_OF, BASE
from tests.site.test_two_audiences import everything, forms

VISIT: Final = "2019-09-10-rut"
TEXTS: Final = ("content", "guidance", "results", "venue")
PERSON: Final = {
    "Zquýên Rời": "her name",
    "zquyen-roi": "her id, and the address of her page",
    "Zqban Đoàn": "her department",
    "Zqđi cùng": "what her visit was about",
    "2019-09-17-zqroi": "the address of her visit",
}
PHOTO: Final = {"Zqảnh Chụp": "its caption", "zq-anh": "its file"}


def word(key: str) -> str:
    return f"Zqrút {key} Đã"


def write(path: Path, record: dict[str, Any]) -> None:
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, default_flow_style=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace("'", ""), encoding="utf-8")


def visit(**keys: Any) -> dict[str, Any]:
    plain = {"unit": "29302-nhi-long", "kind": "kiem-tra-dinh-ky", "content": "Kiểm tra sổ."}
    return {**plain, "members": ["le-van-ba"], **keys}


def yesterday(root: Path) -> None:
    shutil.copytree(BASE, root)
    issue = {"text": word("text"), "public_text": word("public"), "outcome": word("outcome")}
    told = {key: word(key) for key in TEXTS}
    write(root / f"visits/2019/{VISIT}.yml", visit(date=VISIT[:10], issues=[issue], **told))
    term = {"position": "Phó Ban", "department": "Zqban Đoàn", "full_time": "true"}
    her = {"name": "Zquýên Rời", "terms": [{**term, "from": "2015-01-01"}]}
    write(root / "members/zquyen-roi.yml", her)
    hers = visit(date="2019-09-17", members=["zquyen-roi"], content="Zqđi cùng")
    write(root / "visits/2019/2019-09-17-zqroi.yml", hers)
    item = {"id": "t05", "month": 5, "kind": "kiem-tra-dinh-ky", "days": 1}
    plan = {"member": "zquyen-roi", "year": 2019, "items": [item]}
    write(root / "plans/2019/zquyen-roi.yml", plan)
    photographed(root, consent=True)
    Image.new("RGB", (40, 30), "blue").save(root / "media/2019/zq-anh.png")


def photographed(root: Path, *, consent: bool) -> None:
    photo = {"file": "2019/zq-anh.png", "caption": "Zqảnh Chụp", "consent": str(consent).lower()}
    write(root / "visits/2019/2019-09-20-anh.yml", visit(date="2019-09-20", photos=[photo]))


def today(root: Path) -> None:
    path = root / f"visits/2019/{VISIT}.yml"
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    write(path, {**told, "date": VISIT[:10], "withdrawn": "2019-10-01"})
    (root / "members/zquyen-roi.yml").unlink()
    (root / "plans/2019/zquyen-roi.yml").unlink()
    (root / "visits/2019/2019-09-17-zqroi.yml").unlink()
    photographed(root, consent=False)


def holding(site: Path, said: str) -> set[str]:
    told = forms(said) | forms(said.replace(" ", "-"))
    return {name for name, held in everything(site).items() if any(each in held for each in told)}


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_row_45_what_is_taken_back_is_in_no_file_of_the_next_build(
    tmp_path: Path,
    audience: Audience,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Callable[[str, object], None],
) -> None:
    monkeypatch.setenv("CONGTAC_SITE_URL", "https://doan.test/")
    root, out = tmp_path / "records", tmp_path / "site"

    def build() -> None:
        build_site(prepare(root, audience, None, AS_OF), MkDocsHost(ROOT / "mkdocs.yml"), out)

    yesterday(root)
    build()
    person, photo = set(PERSON), set(PHOTO)
    visits = {*(word(each) for each in TEXTS), word("public")}
    if audience == "internal":
        visits |= {word("text"), word("outcome")}
    assert {each for each in person | photo | visits if not holding(out, each)} == set()
    searched = holding(out, "Zquýên Rời")
    assert {"search/search_index.json", "du-lieu/members.csv", "uy-vien/index.html"} <= searched

    today(root)
    build()
    gone = person | visits | (photo if audience == "public" else set())
    assert {each: found for each in gone if (found := holding(out, each))} == {}
    page = (out / f"chuyen-di/2019/{VISIT}/index.html").read_text(encoding="utf-8")
    assert "Chuyến đi này đã được rút lại." in page
    if audience == "internal":
        assert {each for each in photo if not holding(out, each)} == set(), "it is still theirs"
    files = sum(1 for each in out.rglob("*") if each.is_file())
    record_property("figure", f"{len(gone)} texts × {files} files ({audience}), 0 bytes left")

"""What lies below `records/media` is refused, or comes out as a picture and nothing else.

Source: research/reliability.md, section 4, rows 30, 31, 33 and 36; issue *Trust*, Photos.
"""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from PIL import Image

from generator.audience import project
from generator.build.check import check
from generator.build.drawing import NoPictureError, drawn_as
from generator.build.gallery import gallery
from generator.compliance.results import assess
from generator.domain.fields import Audience
from generator.domain.media import Picture
from generator.domain.records import Records
from generator.load.picture import quiet
from generator.present.articles import article_pages, pictures
from generator.present.feeds import feed_files
from generator.present.home import home_page
from generator.present.page import Rendition
from generator.present.renditions import as_shown
from generator.present.visits import visit_pages
from generator.rules.media import articles_show_photos_with_consent
from tests.builders import member, organisation, policy, records, visit, write
from tests.commands import ROOT
from tests.pictures import (
    CANARY,
    NOTHING_BUT_PIXELS,
    chunk,
    hiding,
    many_scans,
    mutants,
    no_pictures,
    parts,
    picture,
    sized_canvas_webp,
    sized_jpeg,
    sized_lossless_webp,
    sized_png,
    sized_webp,
)
from tests.unit.present.views import article

Tell = Callable[[str, object], None]
TODAY: Final = date(2020, 3, 15)
MUTANTS: Final = int(os.environ.get("CONGTAC_PICTURE_MUTANTS", "2000"))


def held(folder: Path, *photos: dict[str, Any]) -> Path:
    """Write records with one visit that has these photos, and return their folder."""
    meeting = visit("2019-05-20", photos=list(photos))
    return write(records(organisation(), member("an"), policy(), meeting), folder / "records")


def photo(file: str, **keys: Any) -> dict[str, Any]:
    return {"file": file, "caption": "Ảnh", "consent": True} | keys


def put(root: Path, name: str, data: bytes) -> Path:
    file = root / "media" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def by_file(root: Path, found: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return the codes found of each file below the folder of pictures."""
    told: dict[str, set[str]] = {}
    for path, code in found:
        told.setdefault(path.removeprefix(f"{root.name}/media/"), set()).add(code)
    return told


def codes(root: Path) -> dict[str, set[str]]:
    """Check, and return the codes found of each file below the folder of pictures."""
    return by_file(root, ((each.path, each.code) for each in check(root).findings))


# --- row 30 ---------------------------------------------------------------------------------------

NAMES: Final = (
    "../a.jpg", "../../../../../../etc/hostname.jpg", "2019/../../a.jpg", "2019/../../../a.jpg",
    "/etc/hostname.jpg", "/a.jpg", "//server/share/a.jpg", "C:/a.jpg", "C:\\a.jpg",
    "\\\\server\\share\\a.jpg", "2019\\..\\..\\a.jpg", "file:///etc/hostname.jpg",
    "https://example.org/2019/a.jpg", "~/a.jpg", "2019/./a.jpg", "2019//a.jpg", "./2019/a.jpg",
    "2019/con.jpg", "2019/aux.png", "2019/nul/a.jpg", "2019/com9.jpg", "2019/lpt1.webp",
    "2019/prn.x.jpg", "2019/A.jpg", "2019/a.JPG", "2019/ấp.jpg", "2019/a\u0301p.jpg",
    "2019/a b.jpg", "2019/a.jpg.", "2019/a./b.jpg", "2019/.a.jpg", "2019/a:b.jpg", "2019/a%2fb.jpg",
    "2019/a.jpg/../../../b.jpg", "2019/%2e%2e/a.jpg", "\uff12019/a.jpg", "2019/a\u200b.jpg",
)  # fmt: skip

LISTENING: Final = """
import json, os, sys
from pathlib import Path
from generator.build.check import check
opened = []
sys.addaudithook(lambda event, told: opened.append(str(told[0])) if event == "open" else None)
root, *only = map(Path, sys.argv[1:])
found = [(each.path, each.code, each.field) for each in check(root, only).findings]
print(json.dumps({"found": found, "opened": opened}))
"""


class Listened(NamedTuple):
    """What a check of its own process found, and the paths of all files that it opened."""

    found: list[tuple[str, str, str | None]]
    opened: list[str]


def listening(root: Path, *only: Path) -> Listened:
    """Check as `check` does; the interpreter tells which files were opened meanwhile.

    An audit hook stays for good, and meets the trace of coverage in other threads: so the process
    is the hook's own.
    """
    told = subprocess.run(
        [sys.executable, "-c", LISTENING, str(root), *map(str, only)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return Listened(**json.loads(told.stdout))


def outside(folder: Path) -> Path:
    """Put a picture where nobody may look, and return its folder."""
    there = folder / "outside"
    (there / "2019").mkdir(parents=True)
    for name in ("a.jpg", "2019/a.jpg"):
        (there / name).write_bytes(picture("JPEG"))
    return there


def test_row_30_no_name_leads_out_of_the_folder(tmp_path: Path, record_property: Tell) -> None:
    there = outside(tmp_path)
    plain = [each for each in NAMES if "\u200b" not in each]
    root = held(tmp_path, *map(photo, plain))
    for place in ("a.jpg", "media/a.jpg", "media/2019/a.jpg"):
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        (root / place).write_bytes(picture("JPEG"))
    found, opened = listening(root)
    # A name that nobody sees is refused by the reader already.
    own = held(tmp_path / "more", photo(NAMES[-1]))
    refused = {each.code for each in check(own).findings}
    assert NAMES[-1] not in plain
    assert refused == {"Y004"}
    fields = [field for _, code, field in found if code == "M001"]
    assert fields == [f"photos[{n}].file" for n in range(len(plain))]
    away = [each for each in opened if str(there) in each or "hostname" in each]
    assert opened
    assert away == []
    figure = f"{len(NAMES)} names refused, {len(away)} of {len(opened)} files opened outside"
    record_property("figure", figure)


def linked(root: Path, there: Path) -> dict[str, set[str]]:
    """Put links of all kinds into the folder of pictures, and return the codes of each."""
    media = root / "media"
    (media / "2019").mkdir(parents=True)
    (media / "2019/file.jpg").symlink_to(there / "a.jpg")
    (media / "2019/relative.jpg").symlink_to("../../../outside/a.jpg")
    (media / "2019/nowhere.jpg").symlink_to("gone.jpg")
    (media / "2019/itself.jpg").symlink_to("itself.jpg")
    (media / "2019/system.jpg").symlink_to("/etc/hostname")
    (media / "2018").symlink_to(there / "2019", target_is_directory=True)
    (media / "2019/folder").symlink_to(there, target_is_directory=True)
    links = {f"2019/{name}.jpg": {"Y018"} for name in ("file", "relative", "nowhere", "itself")}
    return links | {"2019/system.jpg": {"Y018"}, "2018": {"S012"}, "2019/folder": {"S012"}}


def test_row_30_a_link_is_found_and_not_followed(tmp_path: Path, record_property: Tell) -> None:
    there = outside(tmp_path)
    root = held(tmp_path, photo("2018/a.jpg"), photo("2019/folder/a.jpg"))
    wanted = linked(root, there)
    everything = listening(root)
    alone = listening(root, root / "media/2018/a.jpg")
    told = by_file(root, ((path, code) for path, code, _ in everything.found))
    assert {file: told[file] for file in wanted} == wanted
    of_records = [code for path, code, _ in everything.found if path.endswith(".yml")]
    assert of_records == ["M002", "M002"]
    assert [code for _, code, _ in alone.found] == ["Y018"]
    opened = everything.opened + alone.opened
    away = [each for each in opened if str(there) in each or "hostname" in each]
    assert opened
    assert away == []
    figure = f"{len(wanted)} links found, {len(away)} of {len(opened)} files opened outside"
    record_property("figure", figure)


def test_row_30_a_file_that_not_every_system_can_hold_is_found(
    tmp_path: Path, record_property: Tell
) -> None:
    root = held(tmp_path, photo("2019/a.jpg"))
    bad = ["2019/A.jpg", "2019/a.JPG", "2019/con.jpg", "2019/nul/a.jpg", "2019/ấp.jpg",
           "2019/a b.jpg", "2019/b./a.jpg", "2019/B/a.jpg", "2019/com1.x.png"]  # fmt: skip
    for name in ("2019/a.jpg", "2019/b/a.jpg", *bad):
        put(root, name, picture("PNG" if name.endswith("png") else "JPEG"))
    told = codes(root)
    assert told == {name: {"M001"} for name in bad}
    record_property("figure", f"{len(bad)} names of files, twins by case among them: all found")


# --- row 31 ---------------------------------------------------------------------------------------

LARGE: Final[dict[str, tuple[Callable[[], bytes], int]]] = {
    "lon.png": (lambda: sized_png(30_000, 30_000), 900_000_000),
    "lon.jpg": (lambda: sized_jpeg(65_500, 65_500), 65_500**2),
    "lon.webp": (lambda: sized_webp(16_383, 16_383), 16_383**2),
    "lon-kin.webp": (lambda: sized_lossless_webp(16_384, 16_384), 16_384**2),
    "lon-rong.webp": (lambda: sized_canvas_webp(60_000, 60_000), 60_000**2),
    "vua-qua.png": (lambda: sized_png(10_000, 5_100), 51_000_000),
}
MEMORY_MEANT: Final = 60_000
"""By how many KB a process may grow that refuses a picture; 900 million pixels are 2,700,000."""

WATCHED: Final = """
import resource, sys
from pathlib import Path
from PIL import Image, ImageFile
from generator.build.check import check
from generator.build.drawing import NoPictureError, drawn_anew, drawn_as
from generator.load.picture import look_at
from generator.present.page import Rendition
Image.preinit()
decoded = []
load = ImageFile.ImageFile.load
def loading(image):
    decoded.append(image.size)
    return load(image)
ImageFile.ImageFile.load = loading
def most():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
root = Path(sys.argv[1])
before = most()
found = sorted((each.path.rpartition("/")[2], each.code) for each in check(root).findings)
refused = 0
for file in sorted((root / "media/2019").iterdir()):
    data = file.read_bytes()
    wanted = [Rendition("a", "a", "WEBP", 480, 480)]
    for draw in (lambda: drawn_anew(data, "a.jpg"), lambda: list(drawn_as(data, wanted))):
        try:
            draw()
        except NoPictureError as error:
            refused += str(error) == "lớn quá 50 triệu điểm ảnh"
print(found, refused, len(decoded), most() - before, sep="|")
"""


def test_row_31_a_bomb_is_refused_before_it_is_decoded(
    tmp_path: Path, record_property: Tell
) -> None:
    root = held(tmp_path)
    sizes = {}
    for name, (made, pixels) in LARGE.items():
        data = made()
        put(root, f"2019/{name}", data)
        sizes[name] = (len(data), pixels)
    told = subprocess.run(
        [sys.executable, "-c", WATCHED, str(root)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    found, refused, decoded, grown = told.stdout.strip().split("|")
    assert found == str([(name, "M004") for name in sorted(LARGE)])
    assert (refused, decoded) == (str(2 * len(LARGE)), "0")
    assert int(grown) < MEMORY_MEANT
    weight, pixels = sizes["lon.png"]
    figure = f"{len(LARGE)} bombs, the worst {weight} bytes = {pixels} pixels: 0 decoded"
    record_property("figure", figure)


@pytest.mark.parametrize("scans", [200, 201])
def test_row_31_a_jpeg_is_not_decoded_hundreds_of_times(
    tmp_path: Path, scans: int, record_property: Tell
) -> None:
    own = picture("JPEG", progressive=True).count(b"\xff\xda")
    root = held(tmp_path)
    put(root, "2019/a.jpg", many_scans(scans - own + 1))
    found = [each.code for each in check(root).findings]
    assert found == ([] if scans == 200 else ["M003"])
    record_property("figure", f"{scans} scans: {'shown' if not found else 'refused'}")


# --- row 33 ---------------------------------------------------------------------------------------


def shown(root: Path, audience: Audience = "public") -> dict[str, list[bytes]]:
    """Return the contents of what the site has of each picture."""
    checked = check(root)
    assert checked.findings == ()
    view = as_shown(project(checked.records, assess(checked.records, TODAY), audience))
    wanted = list(pictures(view))
    made = gallery(wanted, root)
    assert made.findings == ()
    told: dict[str, list[bytes]] = {}
    for each in wanted:
        told.setdefault(each.file, []).append(made.files[each.path].read_bytes())
    return told


def test_row_33_what_is_no_picture_is_found(tmp_path: Path, record_property: Tell) -> None:
    bad = no_pictures()
    root = held(tmp_path)
    for name, data in bad.items():
        put(root, f"2019/{name}", data)
    others = ("a.svg", "a.gif", "a.html", "a.heic", "a.jpg.exe")
    for name in others:
        put(root, f"2019/{name}", picture("JPEG"))
    told = codes(root)
    assert told == {
        **{f"2019/{name}": {"M003"} for name in bad},
        **{f"2019/{name}": {"S012"} for name in others},
    }
    record_property("figure", f"{len(bad) + len(others)} files found, 0 taken for pictures")


def test_row_33_what_hides_in_a_picture_does_not_come_out(
    tmp_path: Path, record_property: Tell
) -> None:
    good = hiding()
    # The mark is there to be found; Pillow packs a profile.
    assert [name for name, data in good.items() if CANARY not in data] == ["icc.png"]
    root = held(tmp_path, *(photo(f"2019/{name}") for name in good))
    for name, data in good.items():
        put(root, f"2019/{name}", data)
    made = shown(root)
    assert set(made) == {f"2019/{name}" for name in good}
    files = [content for contents in made.values() for content in contents]
    for content in files:
        assert CANARY not in content
        assert parts(content) <= NOTHING_BUT_PIXELS
        with Image.open(io.BytesIO(content)) as image:
            image.load()
            assert (image.size, image.mode) == ((80, 60), "RGB")
    figure = (
        f"{len(good)} pictures with something hidden: {len(files)} files drawn, 0 of it in them"
    )
    record_property("figure", figure)


def test_row_33_a_picture_that_breaks_while_it_is_decoded_is_found(
    tmp_path: Path, record_property: Tell
) -> None:
    whole = picture("PNG")
    start = whole.index(b"IDAT") + 4
    length = int.from_bytes(whole[start - 8 : start - 4])
    # Sound by its checksum, but no pixels.
    broken = whole[: start - 8] + chunk(b"IDAT", b"\0" * length) + whole[start + length + 4 :]
    root = held(tmp_path, photo("2019/a.png"))
    put(root, "2019/a.png", broken)
    checked = check(root)
    assert checked.findings == ()
    view = as_shown(project(checked.records, assess(checked.records, TODAY), "public"))
    made = gallery(pictures(view), root)
    assert [(each.path, each.code) for each in made.findings] == [
        ("records/media/2019/a.png", "M003")
    ]
    assert not made.files
    record_property("figure", "1 file, found when it is drawn")


def test_row_33_a_mutated_picture_is_refused_or_comes_out_clean(record_property: Tell) -> None:
    wanted = [
        Rendition("anh/a.jpg", "a.jpg", "JPEG", 80, 60),
        Rendition("anh/rong-40/a.jpg.webp", "a.jpg", "WEBP", 40, 30),
        Rendition("anh/a.png", "a.jpg", "PNG", 8, 6),
    ]
    drawn = refused = 0
    with quiet():
        for data in mutants(33, MUTANTS):
            try:
                made = list(drawn_as(data, wanted))
            except NoPictureError:
                refused += 1
                continue
            drawn += 1
            for content in made:
                assert parts(content) <= NOTHING_BUT_PIXELS
    assert drawn > MUTANTS / 20
    assert refused > MUTANTS / 20
    record_property("figure", f"{MUTANTS} mutants: {refused} refused, {drawn} drawn and clean")


# --- row 36 ---------------------------------------------------------------------------------------

FILE: Final = "2019/zqphotoqz.jpg"
STATES: Final = ("draft", "ready", "withdrawn")
PLACES: Final = ("cover", "body", "none")
CLAIMS: Final = ("consent", "no consent", "nobody")
AUDIENCES: Final[tuple[Audience, ...]] = ("public", "internal")


def case(claimed: str, place: str, state: str, *, withdrawn: bool) -> Records:
    """Return records in which a visit has the photo or nobody, and an article shows it or not."""
    photos = [] if claimed == "nobody" else [photo(FILE, consent=claimed == "consent")]
    own = visit("2019-05-20", photos=photos, withdrawn="2019-06-01" if withdrawn else None)
    shows = {
        "cover": {"cover": FILE},
        "body": {"body": f"Chữ.\n\n![Ảnh]({FILE})"},
        "none": {},
    }[place]
    told = article(status=state, **shows)
    return replace(
        records(organisation(), member("an"), policy(), own),
        articles={told.id: told},
        pictures={FILE: Picture(FILE, f"records/media/{FILE}", 1000, "JPEG", 1200, 800)},
    )


def expected(
    claimed: str, place: str, state: str, audience: Audience, *, withdrawn: bool
) -> tuple[bool, bool]:
    """Return whether there is a finding, and whether the site has the photo."""
    article_shows = place != "none"
    if claimed == "nobody":
        needed = ("ready",) if audience == "public" else ("ready", "draft")
        return False, article_shows and state in needed
    found = article_shows and (
        (withdrawn and state != "withdrawn") or (claimed == "no consent" and state == "ready")
    )
    return found, not withdrawn and (audience == "internal" or claimed == "consent")


def test_row_36_a_photo_is_where_it_may_be(record_property: Tell) -> None:
    count = 0
    wrong = []
    cases = product(CLAIMS, PLACES, STATES, (False, True), AUDIENCES)
    for claimed, place, state, withdrawn, audience in cases:
        whole = case(claimed, place, state, withdrawn=withdrawn)
        found = any(articles_show_photos_with_consent(whole))
        view = as_shown(project(whole, assess(whole, TODAY), audience))
        drawn = any(each.file == FILE for each in pictures(view))
        pages = (*article_pages(view), *visit_pages(view), *home_page(view))
        texts = [f"{page.body}{page.meta}" for page in pages]
        texts += (each.content.decode() for each in feed_files(view, ""))
        told = any("zqphotoqz" in each for each in texts)
        seen = (found, drawn, told)
        wanted = expected(claimed, place, state, audience, withdrawn=withdrawn)
        if seen != (*wanted, wanted[1]):
            wrong.append((claimed, place, state, withdrawn, audience, seen))
        count += 1
    assert wrong == []
    record_property("figure", f"{count} combinations: each photo where it may be, and only there")

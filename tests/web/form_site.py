"""A small organisation whose site has the form, and the hand that fills the form in."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Locator, Page

from generator.domain.activity import Activities, Programme, Topic
from generator.domain.organisation import Repository
from tests.builders import member, organisation, policy, records, term, unit, write
from tests.commands import congtac

ADDRESS: Final = "gui-chuyen-di/"
PHONE: Final = {"width": 390, "height": 844}
TODAY: Final = "2020-03-15"
KINDS: Final = [
    {"id": "hop-le", "label": "Dự sinh hoạt chi đoàn", "counts": True, "branch_meeting": True},
    {"id": "khao-sat", "label": "Khảo sát cơ sở", "counts": True, "branch_meeting": False},
]
UNITS: Final = (
    unit("tinh", level="province", name="Tỉnh Trà Vinh"),
    unit("cang-long", "tinh", level="district", name="Huyện Càng Long"),
    unit("thanh-pho", "tinh", level="district", name="Thành phố Trà Vinh"),
    unit("thi-xa", "tinh", level="district", name="Thị xã Duyên Hải"),
    unit("29272-an-truong-a", "cang-long", name="Xã An Trường A"),
    unit("29269-an-truong", "cang-long", name="Xã An Trường"),
    unit("29236-phuong-1", "thanh-pho", name="Phường 1"),
    unit("29512-phuong-1", "thi-xa", name="Phường 1"),
    unit("xa-moi", "cang-long", name="Xã Đồng Mới", valid_from="2020-03-01"),
    unit("xa-cu", "cang-long", name="Xã Đồng Cũ", valid_to="2020-02-29"),
)
MEMBERS: Final = (
    member("le-van-ba", name="Lê Văn Ba"),
    member("tran-thi-hai", name="Trần Thị Hai"),
    member("pham-van-sau", term("2018-01-01", "2020-01-31"), name="Phạm Văn Sáu"),
)


@dataclass(frozen=True)
class FormSite:
    """A built site, and the records that it was built of."""

    folder: Path
    records: Path


def build_form_site(folder: Path, *, open_to_all: bool = False) -> FormSite:
    """Build the site of the small organisation below `folder`.

    Its records are in a repository that, if `open_to_all`, anyone can read.
    """
    repository = {
        "forge": "github",
        "url": "https://kho.example.org/tinh-doan/ban-ghi",
        "branch": "main",
        "public": open_to_all,
    }
    named = organisation(as_of=TODAY, repository=Repository.model_validate(repository))
    plain = records(named, policy(), *UNITS, *MEMBERS)
    whole = replace(plain, activities=_activities())
    root = write(whole, folder / "records")
    ended = congtac("build", "--records", root, "--out", folder / "site")
    assert ended.code == 0, ended.err
    return FormSite(folder / "site", root)


def _activities() -> Activities:
    return Activities.model_validate(
        {
            "id": "activities",
            "path": "records/activities.yml",
            "kinds": KINDS,
            "topics": [Topic(id="vay-von", label="Vay vốn thanh niên")],
            "programmes": [
                Programme.model_validate(
                    {
                        "id": "thang-ba",
                        "label": "Tháng Thanh niên",
                        "from": "2020-03-01",
                        "to": "2020-03-31",
                    }
                )
            ],
        }
    )


def open_form(page: Page, base: str) -> None:
    """Open the page and wait for the form."""
    page.set_default_timeout(8000)
    page.goto(base + ADDRESS)
    page.locator(".ct-form form").wait_for()


def field(page: Page, name: str) -> Locator:
    """What asks for the key: `unit`, `issues_0_text`."""
    return page.locator(f"#root_{name}")


def choose_unit(page: Page, typed: str, label: str, key: str = "unit") -> None:
    """Type part of a unit's name and choose it from the list."""
    field(page, key).fill(typed)
    page.get_by_role("option", name=label, exact=True).click()


def offered(page: Page) -> list[str]:
    """The units that the open list shows."""
    listed = page.get_by_role("listbox", name="Đơn vị tìm thấy")
    return listed.get_by_role("option").all_inner_texts()


def fill(page: Page) -> None:
    """Tell what every visit has: yesterday, An Trường A, a survey, Lê Văn Ba, one sentence."""
    page.get_by_role("button", name="hôm qua").click()
    choose_unit(page, "an truong a", "Xã An Trường A, huyện Càng Long")
    field(page, "kind").select_option("khao-sat")
    field(page, "members").select_option("le-van-ba")
    field(page, "content").fill("Khảo sát đường vào ấp 3.")


def submit(page: Page) -> None:
    """Ask to send what was told."""
    page.get_by_role("button", name="Xem lại và gửi").click()


def faults(page: Page) -> list[str]:
    """What the summary says is wrong, in its order."""
    page.locator(".ct-faults").wait_for()
    return page.locator(".ct-faults li").all_inner_texts()


def camera_picture(file: Path, size: tuple[int, int] = (3000, 1500)) -> Path:
    """A photo as a phone takes it: large, and with the place written into it."""
    picture = Image.new("RGB", size, (30, 120, 60))
    exif = Image.Exif()
    exif[0x010F] = "Máy ảnh"
    exif.get_ifd(0x8825)[1] = "N"
    picture.save(file, "JPEG", exif=exif)
    return file

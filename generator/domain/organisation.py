"""The organisation whose records these are, and how its site is to present them.

Source: design, section 2, row `records/organisation.yml`.
"""

from typing import Annotated, Final, Literal

from generator.domain.fields import Record, Shape, public
from generator.domain.scalars import Day, Line, Url, Whole, YesNo, choices

SCHEMA_VERSION: Final = 1

FORGES: Final = {"github": "GitHub", "gitlab": "GitLab", "forgejo": "Forgejo"}
Forge = Annotated[Literal["github", "gitlab", "forgejo"], choices(FORGES)]
Timezone = Annotated[
    Literal["Asia/Ho_Chi_Minh"], choices({"Asia/Ho_Chi_Minh": "giờ Việt Nam (UTC+7)"})
]


class Website(Shape):
    """The organisation's public website."""

    url: Url = public("Địa chỉ trang web")


class Repository(Shape):
    """Where the records live in git; `public` says whether anyone can read them there."""

    forge: Forge = public("Nền tảng")
    url: Url = public("Địa chỉ kho")
    branch: Line = public("Nhánh chính", default="main")
    public: YesNo = public("Kho công khai")


class Organisation(Record):
    """The organisation; `as_of` pins "today", and `demo` marks sample data."""

    schema_version: Whole = public(
        "Phiên bản định dạng", "Bỏ trống là 1; lệnh congtac fmt nâng bản ghi cũ lên.", default=1
    )
    name: Line = public("Tên gọi")
    full_name: Line = public("Tên đầy đủ")
    document_issuer: Line = public("Tên cơ quan ban hành văn bản")
    place: Line = public("Địa danh")
    timezone: Timezone = public("Múi giờ", default="Asia/Ho_Chi_Minh")
    demo: YesNo = public("Dữ liệu mẫu")
    as_of: Day | None = public("Ngày chốt số liệu", "Bỏ trống là hôm nay.", default=None)
    website: Website | None = public("Trang web", default=None)
    repository: Repository | None = public("Kho dữ liệu", default=None)

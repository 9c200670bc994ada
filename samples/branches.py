"""Branches of hamlets and quarters, and the unions of schools, agencies and armed forces."""

from __future__ import annotations

from samples.places import LAST_DAY, PROVINCE, Place, communes, districts
from samples.slugs import slug

# Commune codes, each with the branches that the visits name. The numbers are invented.
_HAMLETS = {
    "29236": ("khóm 2", "khóm 6"),
    "29239": ("khóm 1",),
    "29254": ("khóm 3", "khóm 8"),
    "29257": ("khóm 5",),
    "29263": ("ấp 2", "ấp Chợ"),
    "29266": ("khóm 4", "khóm 7"),
    "29272": ("ấp 3", "ấp 6"),
    "29275": ("ấp 4", "ấp 9"),
    "29278": ("ấp 2",),
    "29287": ("ấp 1", "ấp 5"),
    "29296": ("ấp Chợ",),
    "29308": ("khóm 1", "khóm 5"),
    "29314": ("ấp 3", "ấp 7"),
    "29326": ("ấp 2",),
    "29332": ("ấp 6",),
    "29341": ("khóm 2", "khóm 6"),
    "29350": ("ấp Chợ", "ấp 4"),
    "29362": ("ấp 5",),
    "29365": ("ấp 1",),
    "29377": ("ấp 2", "ấp 5"),
    "29389": ("ấp 4",),
    "29404": ("ấp 3",),
    "29410": ("ấp 2", "ấp Cồn"),
    "29416": ("khóm 3",),
    "29422": ("ấp 1",),
    "29431": ("ấp 4", "ấp 7"),
    "29446": ("ấp 3",),
    "29455": ("ấp Giồng",),
    "29461": ("khóm 5",),
    "29467": ("ấp 2",),
    "29488": ("ấp 3", "ấp Chợ"),
    "29491": ("ấp Giồng",),
    "29506": ("ấp 4",),
    "29500": ("ấp 2",),
    "29513": ("khóm 3",),
    "29530": ("ấp 5", "ấp Chợ"),
    "29536": ("ấp 1",),
    "29512": ("khóm 2",),
    "29518": ("ấp 6",),
    "29527": ("ấp Cồn",),
}

UNIVERSITY = "doan-truong-dai-hoc-tra-vinh"
POLICE = "doan-thanh-nien-cong-an-tinh"
ARMY = "doan-co-so-bo-chi-huy-quan-su-tinh"
BORDER = "doan-co-so-bo-doi-bien-phong-tinh"
BLOC = "doan-khoi-co-quan-va-doanh-nghiep-tinh"
PROVINCIAL_UNION = "tinh-doan-tra-vinh"
POWER_STATION = "chi-doan-cong-ty-nhiet-dien-duyen-hai"

# Name, level, type and the code of the district above it; none means the province.
_ORGANS = (
    ("Tỉnh đoàn Trà Vinh", "province", "agency", ""),
    ("Đoàn khối Cơ quan và Doanh nghiệp tỉnh", "district", "agency", ""),
    ("Đoàn Thanh niên Công an tỉnh", "district", "armed_forces", ""),
    ("Đoàn cơ sở Bộ Chỉ huy Quân sự tỉnh", "commune", "armed_forces", ""),
    ("Đoàn cơ sở Bộ đội Biên phòng tỉnh", "commune", "armed_forces", ""),
    ("Đoàn Trường Đại học Trà Vinh", "district", "school", ""),
    ("Đoàn Trường THPT Phạm Thái Bường", "commune", "school", "842"),
    ("Đoàn Trường THPT Cầu Kè", "commune", "school", "845"),
    ("Đoàn Trường THPT Tiểu Cần", "commune", "school", "846"),
    ("Đoàn Trường THPT Trà Cú", "commune", "school", "849"),
    ("Đoàn Trường THPT Duyên Hải", "commune", "school", "851"),
    ("Chi đoàn Công ty Nhiệt điện Duyên Hải", "branch", "enterprise", "851"),
)


def branches() -> list[Place]:
    """Sixty-odd branches, each below its commune and ended with it."""
    by_code = {commune.code: commune for commune in communes()}
    return [
        Place(
            id=f"{code}-{slug(hamlet)}",
            name=f"Chi đoàn {hamlet}",
            level="branch",
            parent=by_code[code].id,
            valid_to=by_code[code].valid_to,
        )
        for code, hamlets in _HAMLETS.items()
        for hamlet in hamlets
    ]


def organs() -> list[Place]:
    """Unions that are no area; those of the province stand below it until it was merged."""
    by_code = {district.code: district.id for district in districts()}
    return [
        Place(
            id=slug(name),
            name=name,
            level=level,
            type=type_,
            parent=by_code[code] if code else PROVINCE,
            valid_to=LAST_DAY,
        )
        for name, level, type_, code in _ORGANS
    ]

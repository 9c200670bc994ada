"""Which visits have a picture, what stands below it, and the pictures themselves."""

from __future__ import annotations

from random import Random

from samples import vocabulary as v
from samples.atlas import Atlas, host, spoken
from samples.members import BY_ID, GENERIC, MEMBERS, Person
from samples.pictures.scenes import paint
from samples.visit import Photo, Visit

_WITHHELD = 4
# How many visits of a kind are pictured, besides those written by hand.
_WANTED = {
    v.BRANCH_MEETING: 8,
    v.PERIODIC: 2,
    v.THEMATIC: 1,
    v.BUILDING: 4,
    v.SUPPORT: 2,
    v.SURVEY: 1,
    v.PROGRAMME: 4,
}
_COAST = ("850", "851")
_CAPTIONS = {
    "meeting": "{who} dự sinh hoạt {branch}, {where}",
    "hall": "Đoàn viên {where} trước giờ họp lệ",
    "office": "{who} làm việc với {host}",
    "road": "Thanh niên {where} cùng bà con làm lộ",
    "trees": "Trồng cây dọc tuyến đường tự quản ở {where}",
    "clean-up": "Ngày Chủ nhật xanh tại {where}",
    "lights": "Tuyến đường mới thắp sáng ở {where}",
    "village": "{who} đến từng nhà hỏi chuyện thanh niên {where}",
    "ponds": "Gặp thanh niên nuôi tôm ở {where}",
    "school": "Hoạt động hè của thiếu nhi {where}",
    "bridge": "Đội hình tình nguyện dựng cầu ở {where}",
    "camp": "Đêm hội trại ở {where}",
    "boat": "Chở vật liệu làm đường bằng ghe ở {where}",
}
_ALTS = {
    "meeting": "Đoàn viên ngồi họp trong hội trường nhỏ, một người đứng trao đổi phía trước",
    "hall": "Nhà văn hóa bên hàng dừa, đoàn viên áo xanh đứng trước sân",
    "office": "Hai bên ngồi quanh bàn dài có hồ sơ",
    "road": "Thanh niên cầm cuốc trên con lộ giữa ruộng",
    "trees": "Thanh niên trồng cây non ven đường",
    "clean-up": "Thanh niên dọn rác trên bờ sông có hoa",
    "lights": "Con đường buổi tối có hàng đèn sáng",
    "village": "Mấy căn nhà dưới hàng dừa, thanh niên đứng nói chuyện",
    "ponds": "Ao tôm có guồng quạt nước, người đứng trên bờ",
    "school": "Sân trường hai tầng lầu, thanh niên đứng thành nhóm",
    "bridge": "Thanh niên trên cầu gỗ bắc qua rạch",
    "camp": "Lều trại và lửa trại ban đêm",
    "boat": "Ghe chở thùng trên kênh, bờ có dừa",
}


def presented(person: Person) -> str:
    """*Chị … – Bí thư Tỉnh đoàn*, in the manner of the source's caption."""
    term = person.terms[-1]
    position = term.position
    if position == "Trưởng Ban":
        position = f"Trưởng {term.department} Tỉnh đoàn"
    elif position == GENERIC:
        position = "Ủy viên BCH chuyên trách Tỉnh đoàn"
    elif "Tỉnh đoàn" not in position:
        position += " Tỉnh đoàn"
    return f"{person.honorific} {person.name} – {position}"


def add_photos(visits: list[Visit], atlas: Atlas, rng: Random) -> None:
    """Pictures for some visits of each kind; a few of them may not be published."""
    added: list[Photo] = []
    for kind, count in _WANTED.items():
        fit = [
            visit
            for visit in visits
            if visit.kind == kind and not visit.written and BY_ID[visit.members[0]] in MEMBERS
        ]
        for visit in sorted(rng.sample(fit, count), key=lambda each: each.id):
            photo = _photo(visit, atlas, rng)
            visit.photos.append(photo)
            added.append(photo)
    for photo in rng.sample(added, _WITHHELD):
        photo.consent = False


def _photo(visit: Visit, atlas: Atlas, rng: Random) -> Photo:
    scene = rng.choice(_fitting(visit, atlas))
    person = BY_ID[visit.members[0]]
    place, commune = atlas.by_id[visit.unit], atlas.commune_of(visit.unit)
    hamlet = visit.venue
    for word in ("nhà văn hóa ", "trụ sở ", "chi đoàn "):
        hamlet = hamlet.removeprefix(word)
    if place.level == "branch":
        hamlet = place.name.removeprefix("Chi đoàn ")
    caption = _CAPTIONS[scene].format(
        who=presented(person),
        branch=f"các chi đoàn {hamlet}" if hamlet.startswith("cụm") else f"chi đoàn {hamlet}",
        where=spoken(commune),
        host=host(commune),
    )
    painted = scene
    if scene == "meeting":
        hour = "evening" if visit.session == "evening" else "day"
        painted = f"meeting-{hour}-{'chi' if person.honorific == 'Chị' else 'anh'}"
    return Photo(
        file=f"{visit.start.year}/{visit.id}.jpg",
        caption=caption,
        scene=painted,
        alt=_ALTS[scene],
        credit=rng.choice(("", "", "Ban Tuyên giáo, minh họa", "Văn phòng Tỉnh đoàn, minh họa")),
    )


def _fitting(visit: Visit, atlas: Atlas) -> tuple[str, ...]:
    campaign = visit.programme.removesuffix("-2019").removesuffix("-2020")
    if campaign == v.ENLISTMENT:
        return ("camp",)
    if campaign == v.SUMMER:
        return ("bridge", "school", "road", "clean-up")
    coast = atlas.district_of(visit.unit).code in _COAST
    by_kind: dict[str, tuple[str, ...]] = {
        v.BRANCH_MEETING: ("meeting", "meeting", "meeting", "hall"),
        v.PERIODIC: ("office",),
        v.THEMATIC: ("office",),
        v.BUILDING: ("road", "trees", "clean-up", "lights", "boat"),
        v.SUPPORT: ("hall", "village"),
        v.SURVEY: ("ponds",) if coast else ("village",),
    }
    return by_kind.get(visit.kind, ("trees", "road", "clean-up"))


def pictures(visits: list[Visit]) -> dict[str, bytes]:
    """All photos as files below `media/`; the file's name is the seed."""
    return {
        f"media/{photo.file}": paint(photo.scene, photo.file)
        for visit in visits
        for photo in visit.photos
    }

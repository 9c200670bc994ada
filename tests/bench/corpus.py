"""A seeded set of records of any size: sound, in Vietnamese, about 1.25 kB a visit.

The lists and the policy are those of the sample records; the members and visits are made up here.
A smaller set is the beginning of a larger one, so the same visit has the same neighbours in both.
"""

import random
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import yaml

SEED: Final = 20191231
FIRST_DAY: Final = date(2018, 1, 1)
VISITS_A_YEAR: Final = 700
AS_OF: Final = date(2022, 12, 31)
MEMBERS: Final = (
    "Bùi Văn An", "Cao Thị Bích", "Dương Minh Cảnh", "Đỗ Thị Dung", "Hà Quốc Đạt",
    "Hồ Thị Giang", "Lâm Văn Hậu", "Lê Thị Kiều", "Lý Hoàng Long", "Mai Thị Ngân",
    "Phạm Hữu Phúc", "Trần Thị Quyên", "Võ Minh Sang",
)  # fmt: skip
MEMBER_IDS: Final = tuple(f"uy-vien-{number:02d}" for number in range(1, len(MEMBERS) + 1))

_CONTENT: Final = (
    "Làm việc với Ban Thường vụ Đoàn về kết quả công tác đoàn và phong trào thanh thiếu nhi {m} tháng, nghe {m} ý kiến của cán bộ đoàn cơ sở",
    "Dự họp lệ cùng {n} đoàn viên, nghe đánh giá việc thực hiện nghị quyết tháng trước và bàn {m} việc của tháng này",
    "Kiểm tra sổ sách của chi đoàn, sổ đoàn viên ghi đủ {n} người, còn {m} trường hợp chưa chuyển sinh hoạt",
    "Trao đổi về phát triển đoàn viên mới, địa phương có {n} thanh niên trong nguồn và {m} bạn đã học lớp tìm hiểu về Đoàn",
    "Thăm {m} mô hình kinh tế của thanh niên, trong đó có trại nuôi bò sinh sản vay vốn {n} triệu đồng từ Ngân hàng Chính sách xã hội",
    "Cùng đoàn viên dọn vệ sinh {n} mét kênh, trồng {m} cây dừa trên tuyến đường thanh niên tự quản",
    "Nắm tình hình tư tưởng thanh niên, nhiều bạn đi làm ở các khu công nghiệp nên họp lệ chỉ đạt {n} phần trăm",
    "Khảo sát điểm vui chơi cho thiếu nhi, ghi nhận {m} nơi cần sửa chữa trước mùa hè",
)
_GUIDANCE: Final = (
    "Đề nghị cơ sở giữ ngày họp lệ cố định, mời cấp ủy cùng dự, mỗi kỳ chọn một việc làm cụ thể",
    "Rà soát lại danh sách đoàn viên, hoàn thành việc chuyển sinh hoạt trước ngày {m} hằng tháng",
    "Chọn {m} đoàn viên ưu tú để giới thiệu cho Đảng, phân công người theo dõi giúp đỡ",
    "Nên ghép chi đoàn ít người để sinh hoạt theo cụm, nội dung gắn với việc làm và học nghề",
    "Quan tâm thanh niên hoàn thành nghĩa vụ quân sự trở về, liên hệ trung tâm dịch vụ việc làm để tư vấn",
)
_RESULTS: Final = (
    "Cơ sở thống nhất {m} việc làm tiếp và cử người phụ trách từng việc",
    "Kết nạp được {m} đoàn viên mới ngay trong tháng, bổ sung {n} thanh niên vào danh sách nguồn",
    "Cấp ủy đồng ý hỗ trợ kinh phí cho công trình thanh niên, khởi công trong quý sau",
)
_ISSUES: Final = (
    "Chi đoàn chưa có nơi sinh hoạt ổn định, phải mượn nhà dân nên khó tổ chức vào buổi tối",
    "Kinh phí hoạt động của cơ sở còn thấp, chưa đủ cho {m} công trình đã đăng ký",
    "Thanh niên thiếu vốn chuyển đổi cây trồng do hạn mặn, {n} hộ có nhu cầu vay thêm",
    "Cán bộ đoàn ấp thay đổi thường xuyên, {m} người chưa được tập huấn nghiệp vụ",
)  # fmt: skip
_VENUES: Final = ("nhà văn hóa ấp", "hội trường ủy ban", "cụm 2", "điểm trường cũ", "trụ sở ấp")


@dataclass(frozen=True, slots=True)
class Corpus:
    """Where the records are, and one visit in the midst of what all sizes share."""

    records: Path
    visits: int
    one_file: Path


def make(folder: Path, samples: Path, visits: int) -> Corpus:
    """Write `visits` visits, and what they refer to, below `folder`."""
    records = folder / "records"
    records.mkdir(parents=True)
    for copied in ("units.yml", "activities.yml", "organisation.yml"):
        shutil.copy(samples / copied, records / copied)
    shutil.copytree(samples / "policies", records / "policies")
    paths = [_write(records, name, text) for name, text in _visits(samples, visits)]
    _pin(records / "organisation.yml")
    for id_, name in zip(MEMBER_IDS, MEMBERS, strict=True):
        _write(records, f"members/{id_}.yml", _member(name))
    return Corpus(records, visits, paths[300])


def _write(records: Path, name: str, text: str) -> Path:
    path = records / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _pin(organisation: Path) -> None:
    """Let figures count up to one day, the same for every size."""
    text = organisation.read_text(encoding="utf-8")
    organisation.write_text(re.sub(r"as_of: \S+", f"as_of: {AS_OF}", text), encoding="utf-8")


def _member(name: str) -> str:
    return (
        f"name: {name}\nterms:\n  - position: Ủy viên BCH chuyên trách\n"
        "    department: Ban Phong trào\n    full_time: true\n    from: 2017-10-12\n"
    )


def _visits(samples: Path, count: int) -> Iterator[tuple[str, str]]:
    """Yield path and text of each visit, by date; nobody is in two places at once."""
    dice = random.Random(SEED)  # noqa: S311
    units = [unit for unit in _list(samples, "units") if "valid_from" not in unit]
    kinds = [kind["id"] for kind in _list(samples, "activities", "kinds")]
    topics = [topic["id"] for topic in _list(samples, "activities", "topics")]
    busy = dict.fromkeys(MEMBER_IDS, FIRST_DAY - timedelta(days=1))
    taken: set[str] = set()
    for number in range(count):
        day = FIRST_DAY + timedelta(days=number * 365 // VISITS_A_YEAR)
        last = day + timedelta(days=dice.choice((0,) * 10 + (1, 2)))
        free = [member for member in MEMBER_IDS if busy[member] < day]
        members = sorted(dice.sample(free, dice.choice((1, 1, 1, 2, 2, 3))))
        busy.update(dict.fromkeys(members, last))
        unit = dice.choice([each for each in units if f"{day}-{_slug(each['id'])}" not in taken])
        id_ = f"{day}-{_slug(unit['id'])}"
        taken.add(id_)
        lines = _head(dice, day, last, unit["id"])
        lines += [f"kind: {dice.choice(kinds)}", *_block("topics", dice.sample(topics, 2))]
        lines += [*_block("members", members), *_body(dice), *_issue(dice, last)]
        lines += _papers(dice, day, last)
        yield f"visits/{day.year}/{id_}.yml", "\n".join([*lines, ""])


def _list(samples: Path, name: str, key: str = "") -> list[dict[str, Any]]:
    text = (samples / f"{name}.yml").read_text(encoding="utf-8")
    listed: list[dict[str, Any]] = yaml.load(text, yaml.CSafeLoader)[key or name]
    return listed


def _slug(unit: str) -> str:
    code, _, rest = unit.partition("-")
    return rest if code.isdecimal() else unit


def _block(key: str, items: Sequence[str]) -> list[str]:
    return [f"{key}:", *(f"  - {item}" for item in items)]


def _head(dice: random.Random, day: date, last: date, unit: str) -> list[str]:
    lines = [f"date: {day}"]
    if last > day:
        lines.append(f"end_date: {last}")
    elif dice.random() < 0.6:
        lines.append(f"session: {dice.choice(('morning', 'afternoon', 'evening'))}")
    return [*lines, f"unit: {unit}", f"venue: {dice.choice(_VENUES)}"]


def _body(dice: random.Random) -> list[str]:
    return [
        f"content: {_said(dice, _CONTENT, 3)}",
        f"guidance: {_said(dice, _GUIDANCE, 2)}",
        f"results: {_said(dice, _RESULTS, 1)}",
        *("turnout:", f"  members: {dice.randint(9, 60)}", f"  youth: {dice.randint(2, 20)}"),
    ]


def _issue(dice: random.Random, last: date) -> list[str]:
    if dice.random() < 0.5:
        return []
    lines = [f"  - text: {_said(dice, _ISSUES, 1)}", "    competence: local"]
    if dice.random() < 0.5:
        resolved = last + timedelta(days=dice.randint(10, 60))
        lines += ["    status: resolved", f"    resolved_on: {resolved}"]
        lines.append("    outcome: Đã giải quyết xong theo đề nghị của cơ sở.")
    if dice.random() < 0.6:
        lines.append(f"    public_text: {_said(dice, _ISSUES, 1)}")
    return ["issues:", *lines]


def _papers(dice: random.Random, day: date, last: date) -> list[str]:
    """Return when the visit was written down, and sometimes its report and travel order."""
    lines = [f"recorded_on: {last + timedelta(days=dice.randint(0, 14))}"]
    if dice.random() < 0.3:
        submitted = last + timedelta(days=dice.randint(1, 12))
        lines += ["report:", f"  number: {dice.randint(1, 400)}-BC/TĐTN"]
        lines += [f"  submitted: {submitted}", "  addressee: Ban Thường vụ Tỉnh đoàn"]
    if dice.random() < 0.3:
        signed = day - timedelta(days=dice.randint(1, 5))
        lines += ["assignment:", f"  number: {dice.randint(1, 400)}-CL/TĐTN", f"  date: {signed}"]
    return lines


def _said(dice: random.Random, sentences: Sequence[str], count: int) -> str:
    """Return some of the sentences, with numbers of their own, as one line of text."""
    chosen = dice.sample(sentences, count)
    return " ".join(f"{s}." for s in chosen).format(n=dice.randint(11, 90), m=dice.randint(2, 9))

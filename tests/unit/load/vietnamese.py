"""Correct Vietnamese to try the reader with: sentences put together by chance, and the samples'."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import yaml

RECORDS: Final = Path(__file__).parents[3] / "records"

_WHO: Final = (
    "Đoàn công tác", "Đồng chí Phó Bí thư Thường trực", "Chi đoàn ấp Giồng Trôm", "Ban Chấp hành",
    "Các bạn đoàn viên trẻ", "Đoàn xã Huyền Hội", "Liên đội Trường THCS", "Hội Liên hiệp Thanh niên",
    "Chị Thạch Thị Sa Rết", "Anh Kim Sô Phia", "BCH Đoàn phường 7", "Tổ hợp tác dừa sáp",
)  # fmt: skip
_DID: Final = (
    "đã dự sinh hoạt", "khảo sát tình hình", "góp ý kế hoạch quý III", "tặng 15 suất quà cho",
    "thống nhất nguồn kinh phí với", "kiểm tra sổ sách của", "hướng dẫn nghiệp vụ cho",
    "trao đổi về chuyển đổi số cùng", "trồng 200 cây bạch đàn với", "tuyên truyền phòng chống ma túy ở",
)  # fmt: skip
_WHOM: Final = (
    "thanh niên nghèo", "hộ gia đình chính sách", "chi đoàn khóm 3", "đội viên, nhi đồng",
    "cựu chiến binh", "công nhân khu công nghiệp Long Đức", "học sinh khuyết tật", "người dân ấp Cồn Cò",
    "bà con Khmer nhân dịp Chôl Chnăm Thmây", "quỹ khuyến học", "nghĩa trang liệt sĩ huyện Duyên Hải",
)  # fmt: skip
_THEN: Final = (
    "Kết quả khả quan.", "Đề nghị hỗ trợ loa, âm ly.", "Còn 3 bạn đi làm ăn xa chưa về kịp!",
    "Cả buổi ai cũng phấn khởi…", "Sẽ báo cáo trước ngày 25.", "Nguyện vọng: có sân bóng đá.",
    "Trị giá 12.500.000 đồng.", "Tỷ lệ đạt 87,5%.", "Ý kiến: mở lớp dạy nghề; hỗ trợ vốn.",
)  # fmt: skip

FOREIGN: Final = (
    "Ông Müller và bà Jürgens của quỹ Rosa (Köln) tài trợ 3.000 €.",
    "Tiến sĩ José Martínez Muñoz, Đại học São Paulo, thăm lớp học.",
    "Tổ chức Médecins Sans Frontières tặng máy đo bụi 2,5 µm và 10 µm.",
    "Bà Åsa Sjöström (Malmö) cùng ông Bjørn Ødegård và chị Søren.",
    "Sữa Nestlé®, Milo®, Ovaltine® và Kun® do công ty trao tặng.",
    "Sân 20 × 40 m, 800 m², cao ±5 cm, nhiệt độ 34°C, góc 45°, giảm ½.",
    "Bản quyền © 2019, nhãn hiệu ™ và ®, mục §5, đoạn ¶2, giá £10 hoặc ¥900.",
    "Sách «Đất rừng phương Nam», “Quê nội”, ‘Ông lão’ và café Trung Nguyên.",
    "Anh Y Krông Niê, chị H'Hen Êban, già làng Đinh Núp, em Ksor Đăm.",
    "François, Zoë, Noël, Chloë, Renée, Hélène, Günther, Øystein, Þórr, Ñandú.",
    "Nguyễn Văn À, Trần Thị Ý, Lê Ô, Bùi Ê, Phạm Ú; tổ À, tổ Ý.",
)


def generated(count: int, seed: int = 2019) -> Iterator[str]:
    """Yield texts of one to three sentences, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  (repeatable, not secret)
    for _ in range(count):
        sentences = (
            f"{chance.choice(_WHO)} {chance.choice(_DID)} {chance.choice(_WHOM)}. "
            f"{chance.choice(_THEN)}"
            for _ in range(chance.randint(1, 3))
        )
        yield " ".join(sentences)


def of_the_samples() -> list[str]:
    """Return all texts of the sample visits."""
    found: list[str] = []
    for file in sorted(RECORDS.glob("visits/*/*.yml")):
        visit = yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader)
        found += [visit[key] for key in ("content", "guidance", "results") if key in visit]
    return found

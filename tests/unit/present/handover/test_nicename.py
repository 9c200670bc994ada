"""Names of terms as WordPress derives them; `tests/wordpress/test_wxr.py` asks WordPress itself."""

import pytest

from generator.present.handover.nicename import nicename


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tin hoạt động", "tin-hoat-dong"),
        ("Đi công tác cơ sở", "di-cong-tac-co-so"),
        ("chủ trương 1+2", "chu-truong-12"),
        ("Đoàn – Hội/Đội v1.2", "doan-hoi-doi-v1-2"),
        ("“A” & B_c!", "a-b_c"),
        ("10 × 20", "10-x-20"),
        ("…", ""),
    ],
)
def test_a_name_becomes_ascii(name: str, expected: str) -> None:
    assert nicename(name) == expected

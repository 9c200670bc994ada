"""News of a visit: each sentence rests on a key of the record, and only on that."""

import re
from typing import Any

import pytest

from generator.domain.visit import Visit
from generator.present.article_body import article_body
from tests.unit.present.drafts.stories import (
    bare,
    person,
    read,
    trip,
    turns,
    world,
    written,
)
from tests.unit.present.views import HOSTILE, Outline, photo, text_of

AN = "Chị Lê Văn An – Bí thư Tỉnh đoàn"


def news(seed: str = "", **keys: Any) -> list[str]:
    """Return title, lead and paragraphs of the news of the only visit of its month."""
    held = trip(**keys)
    return read(world(held), held, seed).splitlines()


def body(**keys: Any) -> list[str]:
    return news(**keys)[2:]


def said(**keys: Any) -> set[str]:
    """Return the turns in which the sentences of the body come, but for the one that always does."""
    held = trip(**keys)
    lines = {line for text in turns(world(held), held) for line in text.splitlines()[2:]}
    return lines - {"Chi đoàn họp lệ đông đủ."}


def test_a_visit_of_which_only_the_deed_is_known_has_no_empty_sentence() -> None:
    assert news("1") == [
        "Bí thư Tỉnh đoàn dự sinh hoạt chi đoàn tại xã Hàm Giang, huyện Trà Cú",
        f"Ngày 05/03/2019, {AN} dự sinh hoạt chi đoàn tại xã Hàm Giang, huyện Trà Cú.",
        "Chi đoàn họp lệ đông đủ.",
    ]


def test_everything_that_is_known_is_told() -> None:
    held = trip(
        session="evening",
        venue="cụm 3",
        members=["an"],
        topics=["phat-trien", "ket-nap"],
        content="Dự họp lệ cụm 3. Ba chi đoàn cùng họp",
        guidance="mỗi chi đoàn chọn hai bạn",
        results="Thống nhất danh sách nguồn. Ấp cho mượn chỗ họp.",
        turnout={"members": 41, "youth": 9},
        issues=[
            {
                "text": "Kín.",
                "public_text": "Chỗ họp còn chật",
                "status": "resolved",
                "resolved_on": "2019-04-01",
            },
            {"text": "Không được lộ."},
        ],
    )
    given = world(held, trip("2019-03-20", "khac"))
    assert read(given, held, "2").splitlines()[1:] == [
        f"Tối ngày 05/03/2019, {AN} dự họp lệ cụm 3, xã Hàm Giang, huyện Trà Cú.",
        "Ba chi đoàn cùng họp. Dự sinh hoạt có 41 đoàn viên và 9 thanh niên.",
        (
            "Các vấn đề được trao đổi tại buổi sinh hoạt gồm: phát triển đoàn viên mới; giới thiệu đoàn"
            " viên ưu tú cho Đảng xem xét, kết nạp. Chị Lê Văn An định hướng, góp "
            "ý: mỗi chi đoàn chọn hai bạn."
        ),
        (
            "Kết quả, thống nhất danh sách nguồn. Ấp cho mượn chỗ họp. Cơ sở nêu khó khăn: chỗ họp còn "
            "chật. Khó khăn này đã được giải quyết."
        ),
        "Trong tháng 3/2019, cán bộ Tỉnh đoàn đã dự 2 buổi sinh hoạt chi đoàn.",
    ]


@pytest.mark.parametrize(
    ("session", "when"),
    [("morning", "Sáng"), ("afternoon", "Chiều"), ("evening", "Tối"), ("full_day", "Ngày")],
)
def test_the_time_of_the_day_is_that_of_the_record(session: str, when: str) -> None:
    (lead,) = news(session=session)[1:2]
    assert re.match(rf"{when}( ngày)? 05/03/2019, ", lead)


def test_a_visit_of_several_days_has_both_ends() -> None:
    held = trip(end_date="2019-03-07")
    leads = {text.splitlines()[1].partition(",")[0] for text in turns(world(held), held)}
    assert leads == {"Từ ngày 05/03/2019 đến ngày 07/03/2019", "Từ 05/03/2019 đến 07/03/2019"}


@pytest.mark.parametrize("place", [{"venue": "chi đoàn ấp Chợ"}, {"unit": "ap-3"}])
def test_a_branch_is_the_place_of_its_own_meeting(place: dict[str, str]) -> None:
    told = news(**place)
    assert re.search("dự sinh hoạt chi đoàn ấp (Chợ|3), xã", told[0])
    assert re.search("dự sinh hoạt chi đoàn ấp (Chợ|3), xã", told[1])


@pytest.mark.parametrize(
    ("kind", "content", "lead"),
    [
        (
            "meeting",
            "Sáng, sinh hoạt cùng chi đoàn",
            "về xã Hàm Giang, huyện Trà Cú sinh hoạt cùng chi đoàn.",
        ),
        (
            "meeting",
            "Họp lệ chi đoàn, mọi người có mặt",
            "về xã Hàm Giang, huyện Trà Cú dự họp lệ chi đoàn, mọi người có mặt.",
        ),
        ("meeting", "Về xã Hàm Giang họp", "về xã Hàm Giang, huyện Trà Cú họp."),
        (
            "survey",
            "Phát phiếu hỏi",
            (
                "Ngày 05/03/2019, tại xã Hàm Giang, huyện Trà Cú, Chị Lê Văn An – Bí thư Tỉnh đoàn "
                "phát phiếu hỏi."
            ),
        ),
        ("meeting", "Đến nhà dân trò chuyện", f"{AN} đến nhà dân trò chuyện."),
        ("meeting", "Các bạn đông đủ", f"{AN} dự sinh hoạt chi đoàn tại xã Hàm Giang"),
        ("inspection", "Hồ sơ đủ", f"{AN} kiểm tra, giám sát định kỳ tại xã Hàm Giang"),
        ("conference", "Đại biểu đông đủ", f"{AN} dự hội nghị tại xã Hàm Giang"),
        ("support", "Chi đoàn đổi mới", f"{AN} hỗ trợ nâng cao chất lượng"),
        ("own", "Có nhiều ý kiến", f"{AN} làm việc về công tác Hội tại xã Hàm Giang"),
        ("other", "Có nhiều ý kiến", f"{AN} đi công tác cơ sở tại xã Hàm Giang"),
        ("office", "Có nhiều ý kiến", f"{AN} họp, tập huấn tại tỉnh."),
        ("campaign", "Có nhiều ý kiến", f"{AN} tham gia chương trình, chiến dịch, hội trại tại"),
    ],
)
def test_the_lead_tells_what_was_done_in_the_words_of_its_kind(
    kind: str, content: str, lead: str
) -> None:
    told = news(kind=kind, content=content, results="Xong việc")
    assert lead in told[1]
    assert "  " not in told[1]
    assert told[1].count(" tại ") <= 2


def test_a_deed_that_is_all_that_is_known_stands_in_the_body() -> None:
    told = news(kind="campaign", content="Dự lễ tại xã Hàm Giang.")
    assert told[1].endswith(
        "tham gia chương trình, chiến dịch, hội trại tại xã Hàm Giang, huyện Trà Cú."
    )
    assert told[2:] == ["Chị Lê Văn An dự lễ tại xã Hàm Giang."]


def test_a_team_is_called_by_what_it_is() -> None:
    told = news(kind="inspection", members=["an", "chi"], content="Kiểm tra hồ sơ.")
    assert told[2:] == ["Đoàn kiểm tra đã kiểm tra hồ sơ."]


def test_a_position_does_not_run_into_the_deed() -> None:
    head = person("gam", "Trưởng Ban", "Ban Kiểm tra", honorific="Anh")
    held = trip(
        kind="inspection", members=["gam"], content="Kiểm tra xã Hàm Giang.", results="Xong"
    )
    lead = read(world(held, head), held).splitlines()[1]
    assert "Anh Lê Văn Gam – Trưởng Ban Kiểm tra đã kiểm tra xã Hàm Giang, huyện Trà Cú." in lead


def test_of_many_the_first_is_named_and_all_in_the_body() -> None:
    told = news(members=["binh", "chi", "dung", "an"])
    assert f"đoàn công tác gồm 4 đồng chí, trong đó có {AN}, dự sinh hoạt chi đoàn" in told[1]
    assert told[2] == (
        "Chi đoàn họp lệ đông đủ. Các đồng chí tham gia: Lê Văn An, Lê Văn Binh, Lê Văn "
        "Chi và Lê Văn Dung."
    )


def test_a_programme_is_named_once() -> None:
    of_campaign = {"kind": "campaign", "programme": "thanh-nien"}
    held = trip(**of_campaign)
    titles = {text.splitlines()[0] for text in turns(world(held), held)}
    assert titles == {
        "Bí thư Tỉnh đoàn tham gia Tháng Thanh niên tại xã Hàm Giang, huyện Trà Cú",
        "Tham gia Tháng Thanh niên tại xã Hàm Giang, huyện Trà Cú",
    }
    assert body(**of_campaign) == ["Chi đoàn họp lệ đông đủ."]
    assert body(programme="thanh-nien") == [
        "Chi đoàn họp lệ đông đủ. Chuyến đi nằm trong khuôn khổ Tháng Thanh niên."
    ]
    assert body(programme="thanh-nien", content="Chi đoàn ra quân Tháng Thanh niên") == [
        "Chi đoàn ra quân Tháng Thanh niên."
    ]


@pytest.mark.parametrize(
    ("turnout", "content"),
    [
        ({}, "Đông đủ"),
        ({"members": 0, "youth": 5}, "Đông đủ"),
        ({"youth": 0}, "Đông đủ"),
        ({"members": 41}, "Có 41 đoàn viên"),
        ({"youth": 12}, "Có 12/30 bạn"),
    ],
)
def test_heads_that_nobody_counted_or_that_are_told_already_are_left_out(
    turnout: dict[str, int], content: str
) -> None:
    assert body(turnout=turnout, content=content) == [f"{content}."]


def test_heads_are_told_in_turns() -> None:
    assert said(turnout={"members": 141}) == {
        "Chi đoàn họp lệ đông đủ. Buổi sinh hoạt có 141 đoàn viên tham dự.",
        "Chi đoàn họp lệ đông đủ. Dự sinh hoạt có 141 đoàn viên.",
    }


def test_one_topic_is_no_list() -> None:
    assert said(topics=["phat-trien"]) == {
        "Vấn đề được trao đổi tại buổi sinh hoạt là phát triển đoàn viên mới."
    }


def test_two_topics_are_joined() -> None:
    topics = "phát triển đoàn viên mới và Nghị quyết Đại hội Đoàn."
    assert said(topics=["phat-trien", "nghi-quyet"]) == {
        f"Nội dung trao đổi tại buổi sinh hoạt tập trung vào {topics}",
        f"Các vấn đề được trao đổi tại buổi sinh hoạt gồm {topics}",
    }


@pytest.mark.parametrize(
    ("guidance", "told"),
    [
        ("Đề nghị giữ nền nếp", "Chị Lê Văn An đề nghị giữ nền nếp."),
        ("Lưu ý an toàn. Có áo phao.", "Chị Lê Văn An lưu ý an toàn. Có áo phao."),
    ],
)
def test_advice_that_tells_how_it_was_given_needs_no_other_words(guidance: str, told: str) -> None:
    assert said(guidance=guidance) == {told}


def test_other_advice_is_led_to_in_turns() -> None:
    advice = "Giữ nền nếp. Báo cáo đúng hạn."
    assert said(guidance=advice) == {
        f"Chị Lê Văn An định hướng, góp ý: {advice}",
        f"Dịp này, Chị Lê Văn An góp ý: {advice}",
        f"Dự và chỉ đạo buổi sinh hoạt, Chị Lê Văn An lưu ý: {advice}",
    }


def test_those_at_a_conference_are_no_team() -> None:
    told = body(kind="conference", members=["an", "chi"], guidance="Đề nghị làm ngay")
    assert told == ["Chi đoàn họp lệ đông đủ.", "Các đồng chí đề nghị làm ngay."]


@pytest.mark.parametrize(
    ("issue", "told"),
    [
        ({"public_text": "Chỗ họp chật"}, "Cơ sở nêu khó khăn: chỗ họp chật."),
        ({"public_text": "Đề nghị có loa"}, "Cơ sở đề nghị có loa."),
        ({"public_text": "Cần đèn. Tối lắm."}, "Cơ sở cần đèn. Tối lắm."),
        (
            {"public_text": "Chi đoàn mong có loa", "status": "referred"},
            "Chi đoàn mong có loa. Kiến nghị này đã được chuyển đến cấp có thẩm quyền.",
        ),
        (
            {"public_text": "Chỗ họp chật", "status": "referred", "referred_to": "Xã."},
            "Cơ sở nêu khó khăn: chỗ họp chật. Khó khăn này đã được chuyển đến Xã.",
        ),
        (
            {"public_text": "Cần loa", "status": "resolved", "resolved_on": "2019-04-02"},
            "Cơ sở cần loa. Kiến nghị này đã được giải quyết.",
        ),
        (
            {"public_text": "Cần loa", "status": "resolved", "resolved_on": "2020-04-02"},
            "Cơ sở cần loa.",
        ),
        ({"public_text": "…"}, None),
        ({}, None),
    ],
)
def test_a_public_issue_is_told_with_what_became_of_it(
    issue: dict[str, str], told: str | None
) -> None:
    expected = ["Chi đoàn họp lệ đông đủ.", *([told] if told else [])]
    assert body(issues=[{"text": "Chuyện kín."} | issue]) == expected


def test_several_difficulties_are_not_led_to_in_the_same_words() -> None:
    issues = [{"text": "x", "public_text": each} for each in ("Thiếu loa", "Cần đèn", "Chỗ chật")]
    assert body(issues=issues)[-1] == (
        "Cơ sở nêu khó khăn: thiếu loa. Cơ sở cần đèn. Cơ sở còn nêu: chỗ chật."
    )


def test_news_has_the_first_few_of_many_difficulties() -> None:
    issues = [{"text": "x", "public_text": f"Cần việc {number}"} for number in range(9)]
    assert body(issues=issues)[-1].endswith("Cơ sở cần việc 3. Cơ sở cần việc 4.")


def test_the_figures_of_the_month_close_the_news_of_a_visit_that_is_not_alone() -> None:
    held = trip(kind="inspection")
    given = world(held, trip("2019-03-20", "khac"))
    assert read(given, held).splitlines()[-1] == (
        "Trong tháng 3/2019, Tỉnh đoàn có 2 chuyến đi cơ sở, đến 1 đơn vị."
    )


def test_the_front_matter_is_filled_in() -> None:
    held = trip(
        kind="campaign",
        programme="thanh-nien",
        photos=[
            photo("2019/cao.jpg", caption="Cao", credit="Minh"),
            photo("2019/rong.jpg", caption="Rộng [1]", credit="Minh"),
            photo("2019/kin.jpg", consent=False),
            photo("2019/khong-co.jpg"),
        ],
    )
    given = world(held, pictures=["2019/cao.jpg", "2019/rong.jpg", "2019/kin.jpg"])
    made = written(given, held)
    assert made.id == "2020-03-15-ham-giang"
    assert {**made.front, "title": "", "lead": ""} == {
        "title": "",
        "date": "2020-03-15",
        "lead": "",
        "author": "Lâm Hồng Đào",
        "photo_credit": "Minh",
        "visits": [held.id],
        "category": "Tin cơ sở",
        "tags": ["phong trào thanh niên", "Tháng Thanh niên", "Trà Cú"],
        "cover": "2019/cao.jpg",
        "status": "draft",
    }
    assert made.body == "Chi đoàn họp lệ đông đủ.\n\n![Rộng (1)](2019/rong.jpg)\n"


def test_text_without_letters_tells_nothing() -> None:
    assert body(content="…", results="---", guidance="!") == []


def test_nothing_internal_gets_into_a_draft() -> None:
    held = trip(
        internal={"note": "Ghi chú kín.", "assessment": "Nhận xét kín."},
        assignment={"number": "07-QĐ", "date": "2019-03-01"},
        issues=[{"text": "Chuyện kín.", "outcome": "Kết quả kín.", "public_text": "Hở."}],
        photos=[photo("2019/kin.jpg", caption="Ảnh kín", consent=False)],
    )
    given = world(held, pictures=["2019/kin.jpg"])
    assert not re.search("kín|07-QĐ", "\n".join(turns(given, held)))


def hostile_visit() -> Visit:
    return trip(
        venue=HOSTILE,
        content=f"{HOSTILE}\n# Đầu\n\n1. Một\n> Hai\n![x](2019/a.jpg)",
        guidance=f"[a]: http://x.vn {HOSTILE}",
        results=HOSTILE,
        issues=[{"text": "x", "public_text": HOSTILE}],
        photos=[photo("2019/a.jpg", caption=HOSTILE), photo("2019/b.jpg", caption=HOSTILE)],
    )


def test_what_records_say_stays_text() -> None:
    held = hostile_visit()
    given = world(held, pictures=["2019/a.jpg", "2019/b.jpg"])
    made = written(given, held)
    html = article_body(made.body, given, "").html
    outline = Outline(html)
    assert set(outline.tags) == {"p", "figure", "picture", "source", "img", "figcaption"}
    assert [link.rpartition("/")[2] for link in outline.links] == ["b.jpg"]
    assert "<script>alert(1)</script>" in text_of(html)
    assert "**đậm** {{ year(2019).mean_days }}" in text_of(html)
    assert "{{ year(2019)" not in made.front["lead"]


def test_no_figure_is_typed() -> None:
    held = trip(
        members=["an", "binh", "chi", "dung"],
        turnout={"members": 41, "youth": 9},
        end_date="2019-03-07",
        topics=["phat-trien", "ket-nap"],
        results="Xong",
    )
    given = world(held, trip("2019-03-20", "khac"))
    assert re.findall(r"\d+", bare(written(given, held)).replace("tháng 3/2019", "")) == []

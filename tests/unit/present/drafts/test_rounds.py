"""News of periods, years and programmes: each part is there if the records hold it, else not."""

import re
from typing import Any

import pytest

from generator.audience import View
from generator.domain.policy import Policy
from generator.domain.visit import Visit
from generator.present.drafts.notable import notable
from tests.builders import item, member, part_time, plan, policy, unit
from tests.unit.present.drafts.stories import (
    bare,
    desk,
    named_kind,
    person,
    read,
    trip,
    turns,
    world,
    written,
)
from tests.unit.present.views import UNITS, photo

BASIS = (
    {
        "number": "03-HD/TWĐTN-BTC",
        "date": "2018-03-21",
        "issuer": "Ban Bí thư Trung ương Đoàn",
        "title": "Về chế độ đi công tác cơ sở",
        "governs": "Chế độ",
    },
    {
        "number": "784-QĐ/TU",
        "date": "2016-05-10",
        "issuer": "Ban Thường vụ Tỉnh ủy",
        "title": "Dự sinh hoạt định kỳ.",
        "governs": "Việc dự sinh hoạt",
    },
    {
        "number": "53-KH/TĐTN",
        "date": "2018-04-26",
        "issuer": "Ban Thường vụ Tỉnh đoàn",
        "title": "Về việc đi công tác cơ sở",
        "governs": "Việc đi công tác cơ sở",
    },
)


def based(*basis: dict[str, str], **rules: Any) -> Policy:
    """Return a policy that rests on these documents."""
    plain = policy(**rules).model_dump(by_alias=True)
    title = "Chủ trương 1+2: mỗi cán bộ đi cơ sở"
    return Policy.model_validate(plain | {"basis": basis, "title": title})


def meeting(day: str = "05", slug: str = "hop", **keys: Any) -> Visit:
    return trip(f"2019-03-{day}", slug, **keys)


def inspection(day: str = "06", slug: str = "kiem-tra", **keys: Any) -> Visit:
    return meeting(day, slug, kind="inspection", unit="an-truong", content="Hồ sơ đủ", **keys)


def lines(given: View, subject: str) -> list[str]:
    return read(given, subject).splitlines()


def parts(given: View, subject: str) -> str:
    return "\n".join(sorted(turns(given, subject)))


def test_a_month_with_one_visit_has_nothing_but_what_is_known() -> None:
    held = world(meeting())
    told = re.sub("Trong đó, |Tiêu biểu, ", "…, ", parts(held, "2019-03"))
    assert set(told.splitlines()) == {
        "Cán bộ Tỉnh đoàn đi cơ sở trong tháng 3/2019",
        "Cán bộ Tỉnh đoàn về với 1 đơn vị cơ sở trong tháng 3/2019",
        "Những chuyến đi cơ sở của Tỉnh đoàn trong tháng 3/2019",
        "Trong tháng 3/2019, cán bộ Tỉnh đoàn đã thực hiện 1 chuyến đi cơ sở với 1 lượt người tham gia, đến 1 đơn vị.",
        "Trong tháng 3/2019, Tỉnh đoàn có 1 chuyến đi cơ sở, 1 lượt cán bộ về với 1 đơn vị.",
        "Cán bộ Tỉnh đoàn đã về huyện Trà Cú. Nội dung đi cơ sở là dự sinh hoạt chi đoàn ấp, khóm.",
        "Các chuyến đi đến huyện Trà Cú. Nội dung đi cơ sở là dự sinh hoạt chi đoàn ấp, khóm.",
        "…, ngày 05/03/2019, Chị Lê Văn An – Bí thư Tỉnh đoàn dự sinh hoạt chi đoàn tại xã Hàm Giang, huyện Trà Cú.",
        "Tính chung tháng 3/2019, 5 đồng chí Ủy viên Ban Chấp hành chuyên trách Tỉnh đoàn có tổng cộng 1 ngày công tác cơ sở.",
    }


def test_a_quarter_tells_where_what_for_and_what_came_of_it() -> None:
    held = world(
        meeting(
            topics=["ket-nap", "nghi-quyet"],
            guidance="Giữ nền nếp",
            issues=[
                {"text": "x", "public_text": "Cần loa", "status": "referred"},
                {"text": "Kín."},
                {
                    "text": "x",
                    "public_text": "Đề nghị có loa",
                    "status": "resolved",
                    "resolved_on": "2019-04-01",
                },
                {
                    "text": "x",
                    "public_text": "Chỗ họp chật",
                    "status": "resolved",
                    "resolved_on": "2019-04-01",
                },
            ],
        ),
        meeting("07", "hop-2", topics=["nghi-quyet"]),
        inspection(programme="thanh-nien", results="Đã xong"),
    )
    told = parts(held, "2019-Q1")
    assert "Các chuyến đi đến tất cả các huyện trên địa bàn." in told
    assert (
        "Nội dung đi cơ sở gồm: dự sinh hoạt chi đoàn ấp, khóm; kiểm tra, giám sát định kỳ." in told
    )
    assert "Cán bộ Tỉnh đoàn đã cùng cơ sở tham gia Tháng Thanh niên." in told
    assert "Kết quả, đã xong." in told
    for turn in ("Chiếm nhiều chuyến đi nhất là việc", "Việc được làm nhiều nhất là"):
        assert f"{turn} dự sinh hoạt chi đoàn ấp, khóm, với 2 buổi." in told
    assert (
        "Qua các buổi họp lệ, các đồng chí đã trao đổi, định hướng, góp ý cho chi đoàn; nội dung "
        "gồm: Nghị quyết Đại hội Đoàn; giới thiệu đoàn viên ưu tú cho Đảng xem xét, kết nạp."
    ) in told
    assert (
        "Cơ sở nêu 3 kiến nghị, đề xuất được công khai; 2 kiến nghị đã được giải quyết; 1 kiến nghị "
        "đã chuyển cấp có thẩm quyền. Trong các kiến nghị đã giải quyết có: “Đề nghị có loa” và “Chỗ "
        "họp chật”."
    ) in told
    made = written(held, "2019-Q1")
    assert made.id == "2020-03-15-di-co-so-2019-Q1"
    assert made.front["period"] == "2019-Q1"
    assert len(made.front["visits"]) == 3


def test_issues_that_nobody_settled_are_only_counted() -> None:
    raised = meeting(issues=[{"text": "x", "public_text": "Cần loa"}])
    assert "\nCơ sở nêu 1 kiến nghị, đề xuất được công khai.\n" in parts(world(raised), "2019-03")


def test_what_a_period_does_not_hold_is_not_spoken_of() -> None:
    held = world(
        trip(kind="other", unit="tra-vinh"), trip("2019-03-06", "b", kind="office", unit="tra-vinh")
    )
    told = parts(held, "2019-03")
    for absent in (
        "đến huyện",
        "Nội dung đi",
        "tham gia T",
        "dự sinh hoạt",
        "Qua các",
        "kiến nghị",
    ):
        assert absent not in told


@pytest.mark.parametrize(
    ("topics", "told"),
    [
        ([["nghi-quyet"]], "trao đổi cùng chi đoàn; nội dung là Nghị quyết Đại hội Đoàn."),
        (
            [["nghi-quyet", "phat-trien"]],
            (
                "trao đổi cùng chi đoàn; nội dung gồm phát triển đoàn viên mới và Nghị quyết Đại "
                "hội Đoàn."
            ),
        ),
    ],
)
def test_topics_of_meetings_read_well_with_one_and_two(topics: list[list[str]], told: str) -> None:
    visits = [
        meeting(f"0{place + 1}", f"v{place}", topics=each) for place, each in enumerate(topics)
    ]
    assert told in parts(world(*visits), "2019-03")


def test_only_the_topics_spoken_of_most_are_named() -> None:
    topics = [{"id": f"t{place}", "label": f"Việc {place}"} for place in range(7)]
    visits = [
        meeting("05", "a", topics=[each["id"] for each in topics]),
        meeting("06", "b", topics=["t6"]),
    ]
    activities = {"kinds": [named_kind("meeting", "Họp lệ", branch_meeting=True)], "topics": topics}
    told = parts(world(*visits, activities=activities), "2019-03")
    assert "những vấn đề được bàn nhiều nhất là việc 6, việc 0, việc 1, việc 2 và việc 3." in told


def test_meetings_that_are_not_the_most_are_only_counted() -> None:
    held = world(meeting(), inspection(), inspection("08", "kiem-tra-2"))
    assert "Các đồng chí đã dự 1 buổi sinh hoạt chi đoàn ấp, khóm." in parts(held, "2019-03")


def test_a_visit_counts_in_the_period_of_its_days_up_to_the_day_counted() -> None:
    across = trip("2019-12-30", "qua-nam", end_date="2020-01-02", kind="campaign")
    to_come = trip("2020-01-20", "sap-toi")
    held = world(across, to_come, as_of=across.date.replace(year=2020, month=1, day=10))
    assert written(held, "2020-01").front["visits"] == [across.id]
    assert written(held, "2019-12").front["visits"] == [across.id]


def test_the_notable_are_told_most_of_and_differ() -> None:
    plain, told = meeting("01", "a"), meeting("02", "b", guidance="x", results="y")
    shown, other = meeting("03", "c", photos=[photo("2019/a.jpg")]), inspection("04", "d")
    many = meeting("05", "e", members=["an", "chi"], guidance="x", results="y", unit="tra-cu")
    everyone = [plain, told, shown, other, many]
    assert notable(everyone, 1) == [shown]
    assert notable(everyone, 2) == [shown, other]
    assert notable(everyone, 3) == [shown, other, many]
    assert notable(everyone, 4) == [told, shown, other, many]
    assert notable([], 2) == []
    assert notable([plain], 2) == [plain]


def test_the_cover_is_of_a_meeting_and_broad() -> None:
    held = world(
        inspection(photos=[photo("2019/kiem-tra.jpg")]),
        meeting(photos=[photo("2019/hop.jpg")]),
        pictures=["2019/kiem-tra.jpg", "2019/hop.jpg"],
    )
    assert written(held, "2019-03").front["cover"] == "2019/hop.jpg"
    assert "![" not in written(held, "2019-03").body


def everyone_planned() -> list[Any]:
    approved = [{"period": "2019", "date": "2019-01-05", "by": "Thường trực"}]
    return [
        plan(2019, each, item("t03", 3, kind="meeting"), approvals=approved)
        for each in ("an", "binh", "chi", "dung", "em")
    ]


def test_a_year_has_each_part_that_the_records_hold() -> None:
    held = world(
        based(*BASIS), meeting(guidance="Giữ nền nếp", results="Xong"), *everyone_planned()
    )
    told = parts(held, "2019")
    for part in (
        "Tỉnh đoàn đi công tác cơ sở theo chủ trương 1+2 trong năm 2019",
        "Năm 2019: cán bộ Tỉnh đoàn đi công tác cơ sở theo chủ trương 1+2",
        "Nhìn lại năm 2019 đi công tác cơ sở theo chủ trương 1+2",
        (
            "Thực hiện Hướng dẫn số 03-HD/TWĐTN-BTC ngày 21/03/2018 của Ban Bí thư Trung ương Đoàn về "
            "chế độ đi công tác cơ sở và Văn bản số 784-QĐ/TU ngày 10/05/2016 của Ban Thường vụ Tỉnh ủy "
            "“Dự sinh hoạt định kỳ”, Ban Thường vụ Tỉnh đoàn đã ban hành Kế hoạch số 53-KH/TĐTN ngày "
            "26/04/2018 về việc đi công tác cơ sở, nhằm thực hiện chủ trương 1+2: mỗi cán bộ đi cơ sở."
        ),
        (
            "Theo đó, mỗi Ủy viên Ban Chấp hành chuyên trách Tỉnh đoàn có chỉ tiêu đi công tác cơ sở ít "
            "nhất 60 ngày trong năm; các đồng chí đều xây dựng kế hoạch đi cơ sở."
        ),
        ": giữ nền nếp. Kết quả, xong.",
        "Sau mỗi chuyến đi, các đồng chí đã báo cáo kết quả theo quy định.",
        (
            "Hết năm 2019, 5 đồng chí Ủy viên Ban Chấp hành chuyên trách Tỉnh đoàn có tổng cộng 1 "
            "ngày công tác cơ sở, trung bình mỗi đồng chí 0,2 ngày; 0 đồng chí đạt chỉ tiêu."
        ),
    ):
        assert part in told


def test_a_year_without_a_policy_rests_on_its_figures() -> None:
    told = parts(world(meeting()), "2019")
    assert "Trong năm 2019, Tỉnh đoàn có 1 chuyến đi cơ sở" in told
    for absent in (
        "chủ trương",
        "Thực hiện",
        "Theo đó",
        "kế hoạch",
        "báo cáo",
        "chỉ tiêu",
        "chưa có",
    ):
        assert absent not in told


def test_a_policy_without_documents_or_without_a_plan() -> None:
    bare_policy, no_plan, only_plan = based(), based(*BASIS[:2]), based(BASIS[2])
    lead = "trong năm 2019, "
    assert f"Thực hiện chủ trương 1+2: mỗi cán bộ đi cơ sở, {lead}" in parts(
        world(bare_policy, meeting()), "2019"
    )
    assert f"“Dự sinh hoạt định kỳ”, {lead}" in parts(world(no_plan, meeting()), "2019")
    assert "\nBan Thường vụ Tỉnh đoàn đã ban hành Kế hoạch số 53" in parts(
        world(only_plan, meeting()), "2019"
    )


def test_a_document_without_a_subject_is_told_by_what_it_governs() -> None:
    nameless = BASIS[2] | {"title": "…", "number": "Không số"}
    told = parts(world(based(nameless), meeting()), "2019")
    assert "Văn bản số Không số ngày 26/04/2018 “Việc đi công tác cơ sở”" in told


def test_not_everyone_has_a_plan_and_not_every_visit_a_report() -> None:
    held = world(
        based(*BASIS, report_form="document"),
        meeting(),
        plan(2019, "an", item("t03", 3, kind="meeting")),
    )
    told = parts(held, "2019")
    assert "xây dựng kế hoạch" not in told
    assert "ít nhất 60 ngày trong năm. Nội dung" in told
    assert "Theo quy định, kết quả mỗi chuyến đi phải được báo cáo." in told


def test_a_report_document_is_a_report() -> None:
    reported = meeting(report={"submitted": "2019-03-10"})
    held = world(
        based(*BASIS, report_form="document"), reported, trip("2019-03-06", "b", kind="office")
    )
    assert "các đồng chí đã báo cáo kết quả theo quy định." in parts(held, "2019")


def test_who_reached_the_target_is_not_told_of_a_year_that_runs() -> None:
    held = world(based(*BASIS), meeting(), as_of=meeting().date.replace(month=6))
    told = parts(held, "2019")
    assert "đạt chỉ tiêu" not in told
    assert "Nhìn lại" not in told
    assert "trung bình mỗi đồng chí 0,2 ngày." in told


def test_a_year_without_branch_meetings_tells_of_another_visit() -> None:
    assert written(world(inspection()), "2019").front["visits"] == ["2019-03-06-kiem-tra"]


def test_a_programme_across_two_years_is_summed_up() -> None:
    xuan = {"programme": "xuan", "kind": "campaign", "content": "Gói bánh cùng bà con"}
    held = world(
        trip("2019-12-30", "a", end_date="2020-01-02", **xuan),
        trip("2020-01-05", "b", unit="an-truong", **xuan),
        trip("2020-01-06", "c"),
    )
    told = parts(held, "xuan")
    assert (
        "Trong khuôn khổ Xuân tình nguyện, từ ngày 15/12/2019 đến ngày 22/01/2020, Tỉnh đoàn có 2 "
        "chuyến đi cơ sở với 2 lượt người tham gia, đến 2 đơn vị."
    ) in told
    assert (
        "Các đồng chí có tổng cộng 5 ngày công tác cơ sở trong khuôn khổ Xuân tình nguyện." in told
    )
    assert "Nội dung đi cơ sở" not in told
    assert "dự sinh hoạt" not in told
    made = written(held, "xuan")
    assert made.id == "2020-03-15-xuan"
    assert made.front["tags"] == ["Xuân tình nguyện", "đi công tác cơ sở"]


def test_a_programme_of_several_kinds_tells_them() -> None:
    held = world(
        meeting(programme="thanh-nien", topics=["phat-trien"]),
        trip("2019-03-08", "b", programme="thanh-nien", kind="campaign"),
    )
    told = parts(held, "thanh-nien")
    assert "Nội dung đi cơ sở gồm: tham gia chương trình" in told
    assert "Các đồng chí đã dự 1 buổi sinh hoạt chi đoàn ấp, khóm." in told


@pytest.mark.parametrize("subject", ["2019-03", "2019-Q1", "2019-H1", "2019", "thanh-nien"])
def test_no_figure_is_typed(subject: str) -> None:
    held = world(
        meeting(programme="thanh-nien", turnout={"members": 41}, topics=["phat-trien"]),
        inspection(members=["an", "binh", "chi", "dung"]),
        based(*BASIS[2:]),
    )
    named = r"tháng \d+/2019|quý I/2019|\d tháng đầu năm 2019|năm 2019|1\+2|53-KH|26/04/2018"
    assert re.findall(r"\d+", re.sub(named, "", bare(written(held, subject)))) == []


@pytest.mark.parametrize("subject", ["2019-03", "2019", "thanh-nien"])
def test_what_counts_nothing_has_no_figures_of_days_and_meetings(subject: str) -> None:
    guest = member("khach", part_time())
    held = world(
        guest,
        meeting(members=["khach"], programme="thanh-nien", topics=["phat-trien"]),
        trip("2019-03-08", "b", kind="office", programme="thanh-nien"),
    )
    told = parts(held, subject)
    assert "ngày công tác cơ sở" not in told
    assert "buổi" not in told


def test_districts_of_one_kind_only_are_called_by_it() -> None:
    city = unit("tp", "tra-vinh", level="district", name="Thành phố Trà Vinh")
    visits = [
        trip("2019-03-01", "a"),
        trip("2019-03-02", "b", unit="an-truong"),
        trip("2019-03-03", "c", unit="tp"),
    ]
    told = parts(world(*visits, city), "2019-03")
    assert "Các chuyến đi đến tất cả các huyện, thành phố trên địa bàn." in told
    nameless = (unit("tra-cu", "tra-vinh", level="district", name="Trà Cú"), UNITS[0])
    whole = parts(
        world(
            visits[0], visits[1], unit("cang-long", level="district", name="Càng Long"), *nameless
        ),
        "2019-03",
    )
    assert "đến tất cả các đơn vị cấp huyện trên địa bàn." in whole
    assert "các huyện Càng Long, Trà Cú." in parts(world(*visits[:2], city), "2019-03")


def test_the_house_is_named_without_its_province() -> None:
    assert desk(world(meeting())).house == "Tỉnh đoàn"
    assert person("x", "Bí thư").name == "Lê Văn X"
    assert lines(world(meeting()), "2019-03")[0].count("Tỉnh đoàn") == 1

"""Drafts of everything in the sample records read as a newspaper prints them.

What is judged is the text of the built page, so what Markdown makes of a draft is judged too.
"""

import re
import shutil
from html import unescape
from pathlib import Path
from typing import Final

import pytest

from generator.build.drafting import text_of
from generator.domain.article import images, placeholders
from generator.domain.period import Period
from generator.present.article_body import article_body
from generator.present.placeholders import filled
from generator.present.subject import NewsSubject, PeriodSubject
from tests.commands import called
from tests.samples.drafted import AS_OF, CHOSEN, GOLDEN, RECORDS, drafted, golden, samples, subjects

ALL: Final = tuple(subjects())
REDUPLICATED: Final = re.compile(r"chung chung|ngày ngày|đêm đêm|xanh xanh")
"""Words that Vietnamese says twice."""

_DOUBLED: Final = re.compile(r"(?i)(?<!\w)(\w+(?: \w+)?),? \1(?!\w)")
_UGLY: Final = re.compile(
    r"  |, ,|,,|\.\.|\( ?\)|“ ?”| [,.;:!?)]|[,;:]\.|\(\s|chưa có dữ liệu|\{\{|\}\}"
)
_STOP: Final = re.compile(r"(?<=[.!?…])[”)]*\s+")


def paragraphs(subject: NewsSubject) -> list[str]:
    """Return the lead and the paragraphs of the page, as a reader sees them."""
    written, view = drafted(subject), samples()
    html = article_body(written.body, view, "tin-tuc/2020/bai/").html
    told = re.findall(r"<p>(.*?)</p>", html, re.DOTALL)
    return [filled(written.front["lead"], view), *(unescape(re.sub("<.*?>", "", p)) for p in told)]


def test_there_is_news_of_everything() -> None:
    assert len(ALL) > 560


@pytest.mark.parametrize("subject", ALL, ids=str)
def test_each_draft_reads_well(subject: NewsSubject) -> None:
    written = drafted(subject)
    title = filled(written.front["title"], samples())
    told = paragraphs(subject)
    assert len(told) >= 2
    for text in (title, *told):
        assert not _UGLY.search(text), text
        assert not _DOUBLED.search(REDUPLICATED.sub("", text)), text
    assert title[0].isupper()
    assert title[-1] not in ".,:;"
    for sentence in (each for text in told for each in _STOP.split(text)):
        assert sentence.lstrip("“(")[0].isupper(), sentence
        assert sentence.rstrip("”)")[-1] in ".!?…", sentence
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("subject", ALL, ids=str)
def test_pictures_are_public_and_figures_are_placeholders_that_have_values(
    subject: NewsSubject,
) -> None:
    written = drafted(subject)
    shown = [each.file for each in images(written.body)]
    cover = [written.front["cover"]] if "cover" in written.front else []
    assert {*shown, *cover} <= set(samples().records.pictures)
    assert not set(shown) & set(cover)
    text = "\n".join((written.front["title"], written.front["lead"], written.body))
    assert all(each.call for each in placeholders(text))
    assert any(each.call for each in placeholders(text))


@pytest.mark.parametrize("seed", ["", "a", "b", "c"])
def test_the_year_end_draft_has_each_part_of_the_article_that_the_project_began_with(
    seed: str,
) -> None:
    """Point by point; what is known of difficulties and reports is what everyone may see."""
    written, view = drafted(PeriodSubject(Period(2019)), seed), samples()
    title, lead = (filled(written.front[key], view) for key in ("title", "lead"))
    cover = view.records.pictures[written.front["cover"]]
    shown = {photo.file: photo for each in view.records.visits.values() for photo in each.photos}
    assert "đi công tác cơ sở theo chủ trương 1+2" in title
    documents = (
        "Hướng dẫn số 03-HD/TWĐTN-BTC ngày 21/03/2018 của Ban Bí thư Trung ương Đoàn về chế độ đi",
        "784-QĐ/TU ngày 10/05/2016 của Ban Thường vụ Tỉnh ủy Trà Vinh về việc cấp ủy",
        "Ban Thường vụ Tỉnh đoàn Trà Vinh đã ban hành Kế hoạch số 53-KH/TĐTN-TC-KT ngày 26/04/2018",
        "nhằm thực hiện chủ trương 1+2: mỗi cán bộ đi công tác cơ sở 2 tháng trong năm.",
    )
    places = [lead.index(each) for each in documents]
    assert places == sorted(places)
    assert shown[cover.file].caption == (
        "Chị Dương Thị Mỹ Xuyên – Bí thư Tỉnh đoàn đến dự sinh hoạt chi đoàn ấp, khóm tại cụm 3, xã "
        "An Trường A, huyện Càng Long"
    )
    body = filled(written.body, view)
    for part in (
        "có chỉ tiêu đi công tác cơ sở ít nhất 60 ngày trong năm",
        "kiểm tra, giám sát định kỳ;",
        "Hội trại Tòng quân năm 2019, Tháng Thanh niên năm 2019, Chiến dịch",
        "dự sinh hoạt chi đoàn ấp, khóm, với 268 buổi.",
        "các đồng chí đã trao đổi, định hướng, góp ý cho chi đoàn; nội dung gồm:",
        "giới thiệu đoàn viên ưu tú cho Đảng xem xét, kết nạp",
        "22 kiến nghị đã được giải quyết; 14 kiến nghị đã chuyển cấp có thẩm quyền",
        "Theo quy định, kết quả mỗi chuyến đi phải được báo cáo.",
    ):
        assert part in body
    assert body.rstrip().endswith(
        "Hết năm 2019, 13 đồng chí Ủy viên Ban Chấp hành chuyên trách Tỉnh đoàn có tổng cộng 785 "
        "ngày công tác cơ sở, trung bình mỗi đồng chí 60,4 ngày; 10 đồng chí đạt chỉ tiêu."
    )
    assert (written.front["author"], written.front["department"]) == ("Lâm Hồng Đào", "TC-KT")


def test_twenty_drafts_are_kept_to_be_read() -> None:
    """After a change that is meant: `.venv/bin/python -m tests.samples.drafted`, and read them."""
    assert len(CHOSEN) == 20
    assert sorted(each.stem for each in GOLDEN.iterdir()) == sorted(CHOSEN)
    for name, subject in CHOSEN.items():
        assert golden(subject) == (GOLDEN / f"{name}.md").read_text(encoding="utf-8"), name


def test_the_chosen_are_sound_and_in_canonical_form_among_the_records(tmp_path: Path) -> None:
    shutil.copytree(RECORDS, tmp_path / "records")
    for name, subject in CHOSEN.items():
        file = tmp_path / f"records/articles/{AS_OF.year}/{AS_OF}-{name}.md"
        file.write_text(text_of(drafted(subject)), encoding="utf-8")
    count = sum(1 for each in (tmp_path / "records").rglob("*") if each.suffix in (".yml", ".md"))
    checked = called("check", cwd=tmp_path)
    assert checked.out == f"Đã kiểm tra {count} tệp: không có lỗi.\n"
    assert called("fmt", "--check", cwd=tmp_path).out == f"{count} tệp đều đúng dạng chuẩn.\n"


def test_the_chosen_are_of_every_kind_and_of_one_two_and_many_people() -> None:
    visits = [
        samples().records.visits[each.visit] for each in CHOSEN.values() if hasattr(each, "visit")
    ]
    assert {visit.kind for visit in visits} == set(samples().records.kinds)
    assert {min(len(visit.members), 4) for visit in visits} == {1, 2, 3, 4}

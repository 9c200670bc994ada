"""The sheet itself: page, letters, marks, properties; and that records stay text."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from generator.audience import View
from generator.domain.fields import Audience
from generator.domain.period import Period
from generator.present.documents.document import document
from generator.present.subject import PeriodSubject, PlanSubject, Subject, VisitSubject
from tests.builders import item, member, organisation, plan, policy, visit
from tests.unit.present.documents.reading import blocks, read
from tests.unit.present.views import HOSTILE, everything, view
from tests.unit.present.worlds import world

ROOT = Path(__file__).parents[4]
YEAR = PeriodSubject(Period(2019))
KINDS: tuple[Subject, ...] = (
    YEAR,
    PeriodSubject(Period(2019), "an"),
    PlanSubject(2019, "an"),
    VisitSubject("2019-04-12-an-truong-a"),
)


@pytest.mark.parametrize("subject", KINDS, ids=str)
def test_every_page_is_a4_with_the_margins_of_the_guideline(subject: Subject) -> None:
    for section in read(document(everything(), subject)).sections:
        upright = section.orientation == WD_ORIENT.PORTRAIT
        sides = (section.page_width, section.page_height)
        assert tuple(round(each / Mm(1)) for each in sides if each) == ((210, 297) if upright else (297, 210))  # fmt: skip
        margins = (
            section.top_margin,
            section.bottom_margin,
            section.right_margin,
            section.left_margin,
        )
        assert [round(each / Mm(1)) for each in margins if each] == [20, 20, 20, 30]


def test_the_annex_lies_on_its_side_and_goes_on_with_the_page_numbers() -> None:
    report, annex = read(document(world(), YEAR)).sections
    assert (report.orientation, annex.orientation) == (WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE)
    assert not annex.different_first_page_header_footer
    assert annex._sectPr.find(qn("w:pgNumType")) is None
    assert annex.header.is_linked_to_previous


def test_all_letters_are_times_new_roman_and_vietnamese() -> None:
    held = read(document(world(), YEAR))
    defaults = held.styles.element.find(qn("w:docDefaults"))
    (fonts,) = defaults.iter(qn("w:rFonts"))
    assert dict(fonts.attrib) == {
        qn(f"w:{name}"): "Times New Roman" for name in ("ascii", "hAnsi", "eastAsia", "cs")
    }
    (spoken,) = defaults.iter(qn("w:lang"))
    assert set(spoken.attrib.values()) == {"vi-VN"}
    # No style, run or theme names another font.
    assert len(list(held.styles.element.iter(qn("w:rFonts")))) == 1
    assert not list(held.element.iter(qn("w:rFonts")))
    assert not [
        part.partname for part in held.part.package.iter_parts() if "theme" in part.partname
    ]


def test_the_sizes_are_those_of_the_guideline() -> None:
    held = read(document(world(), YEAR))
    head = held.tables[0].rows[0]
    found = [
        (paragraph.text, paragraph.style.font.size, paragraph.style.font.bold)
        for cell in head.cells
        for paragraph in cell.paragraphs
        if paragraph.style is not None
    ]
    assert found == [
        ("BCH ĐOÀN TỈNH", Pt(14), True),
        ("***", Pt(14), False),
        ("Số: …… - BC/TĐTN", Pt(14), False),
        ("ĐOÀN TNCS HỒ CHÍ MINH", Pt(15), True),
        ("Trà Vinh, ngày …… tháng …… năm 2020", Pt(14), False),
    ]
    assert held.styles["Thân bài"].font.size == Pt(14)


def test_headings_are_headings_and_every_style_used_exists() -> None:
    held = read(document(world(), YEAR))
    named = [(p.style.name, p.text) for p in held.paragraphs if p.style and (p.style.name or "").startswith("Heading")]  # fmt: skip
    assert ("Heading 1", "I. KẾT QUẢ") in named
    assert ("Heading 2", "1. Số liệu chung") in named
    ids = {style.style_id for style in held.styles}
    used = {each.get(qn("w:val")) for each in held.element.iter(qn("w:pStyle"))}
    assert used <= ids


def test_tables_repeat_their_heading_keep_their_rows_whole_and_have_a_name() -> None:
    held = read(document(world(), YEAR))
    for table in held.tables:
        rows = table._tbl.findall(qn("w:tr"))
        assert all(row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in rows)
    ruled = [each for each in held.tables if list(each._tbl.iter(qn("w:tblBorders")))]
    assert len(ruled) == 4
    for table in ruled:
        headed = [
            row for row in table._tbl.findall(qn("w:tr")) if list(row.iter(qn("w:tblHeader")))
        ]
        assert headed == [table.rows[0]._tr]
        assert list(table._tbl.iter(qn("w:tblCaption")))


@pytest.mark.parametrize("subject", KINDS, ids=str)
def test_tables_are_as_wide_as_the_text(subject: Subject) -> None:
    for table in read(document(everything(), subject)).tables:
        width = sum(int(each.get(qn("w:w"))) for each in table._tbl.iter(qn("w:gridCol")))
        assert round(width / 1440 * 25.4) in (160, 247)


@pytest.mark.parametrize(
    ("audience", "demo", "marks"),
    [
        ("public", True, "DỰ THẢO · DỮ LIỆU MẪU"),
        ("internal", True, "DỰ THẢO · NỘI BỘ · DỮ LIỆU MẪU"),
        ("public", False, "DỰ THẢO"),
        ("internal", False, "DỰ THẢO · NỘI BỘ"),
    ],
)
def test_every_page_says_what_it_is(audience: Audience, demo: bool, marks: str) -> None:  # noqa: FBT001
    held = view(
        member("an"), visit("2019-03-05"), policy(), organisation(demo=demo), audience=audience
    )
    section, annex = read(document(held, YEAR)).sections
    assert [each.text for each in section.first_page_header.paragraphs] == [marks]
    assert [each.text for each in section.header.paragraphs] == ["", marks]
    assert annex.header.is_linked_to_previous
    (number,) = section.header._element.iter(qn("w:fldSimple"))
    assert number.get(qn("w:instr")) == "PAGE"


def test_the_properties_tell_whose_it_is_and_of_which_day() -> None:
    told = read(document(world(), YEAR)).core_properties
    assert (
        told.title
        == "Báo cáo kết quả đi công tác cơ sở của Ủy viên Ban Chấp hành chuyên trách năm 2019"
    )
    assert (told.author, told.last_modified_by, told.language) == (
        "Tỉnh đoàn",
        "Tỉnh đoàn",
        "vi-VN",
    )
    assert told.created == told.modified == datetime(2020, 3, 15, tzinfo=UTC)


def test_a_very_long_name_is_cut_in_the_properties_only() -> None:
    held = view(member("an", name="Lê " * 130 + "An"), visit("2019-03-05"), policy())
    content = document(held, PeriodSubject(Period(2019), "an"))
    title = read(content).core_properties.title
    assert 250 < len(title) <= 255
    assert title.endswith("Lê…")
    assert f"Họ và tên: {'Lê ' * 130}An" in blocks(content)


def _hostile() -> View:
    return view(
        organisation(name=HOSTILE, document_issuer=HOSTILE, place=HOSTILE),
        member("an", name=HOSTILE),
        visit(
            "2019-03-05",
            venue=HOSTILE,
            content=HOSTILE,
            guidance=HOSTILE,
            results=HOSTILE,
            issues=[{"text": HOSTILE, "referred_to": HOSTILE, "outcome": HOSTILE}],
        ),
        plan(2019, "an", item("t03", 3, purpose=HOSTILE, cancelled=HOSTILE)),
        policy(),
        audience="internal",
    )


@pytest.mark.parametrize("subject", [*KINDS[:3], VisitSubject("2019-03-05-ap-3")], ids=str)
def test_hostile_text_stays_text(subject: Subject) -> None:
    content = document(_hostile(), subject)
    told = str(blocks(content)).replace("\u00a0", " ").replace("\\xa0", " ")
    assert HOSTILE in told.replace("\\'", "'")
    with ZipFile(BytesIO(content)) as held:
        assert b"<script" not in held.read("word/document.xml")


@pytest.mark.parametrize("subject", KINDS, ids=str)
def test_the_same_view_gives_the_same_bytes(subject: Subject) -> None:
    assert document(everything(), subject) == document(everything(), subject)


def test_the_bytes_depend_neither_on_the_clock_nor_on_the_order_of_sets() -> None:
    script = (
        "import hashlib, sys\n"
        "from generator.domain.period import Period\n"
        "from generator.present.documents.document import document\n"
        "from generator.present.subject import PeriodSubject\n"
        "from tests.unit.present.worlds import world\n"
        "content = document(world('internal'), PeriodSubject(Period(2019)))\n"
        "print(hashlib.sha256(content).hexdigest())\n"
    )
    found = set()
    for zone, seed in (("Asia/Ho_Chi_Minh", "1"), ("America/Anchorage", "2")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)  # fmt: skip
        found.add(done.stdout)
    assert len(found) == 1


def test_nothing_of_the_template_is_left_in_the_file() -> None:
    with ZipFile(BytesIO(document(world(), YEAR))) as held:
        assert held.namelist() == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "word/styles.xml",
            "word/settings.xml",
            "word/header1.xml",
            "word/header2.xml",
        ]
        assert {each.date_time for each in held.infolist()} == {(1980, 1, 1, 0, 0, 0)}

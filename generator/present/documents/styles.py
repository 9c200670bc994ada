"""The styles of a document, under the names that Word shows.

Source: Hướng dẫn 29-HD/TWĐTN-VP, 29/10/2013: Times New Roman, the title of 15 points in bold, the
issuer of 14. The sizes that it was not found to give are those in common use.
"""

from dataclasses import dataclass
from typing import Any, Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

Element = Any
"""An element of lxml, which has no types of its own."""

FONT: Final = "Times New Roman"
LANGUAGE: Final = "vi-VN"
TEXT_WIDTH: Final = 160
"""Millimetres of an upright page between its margins."""

LEFT: Final = WD_ALIGN_PARAGRAPH.LEFT
CENTRE: Final = WD_ALIGN_PARAGRAPH.CENTER
RIGHT: Final = WD_ALIGN_PARAGRAPH.RIGHT
JUSTIFIED: Final = WD_ALIGN_PARAGRAPH.JUSTIFY

_KEPT: Final = frozenset({"Normal", "DefaultParagraphFont", "TableNormal", "NoList"})


@dataclass(frozen=True, slots=True)
class Style:
    """One style of paragraphs; sizes and distances in points, indents in millimetres."""

    id: str
    name: str
    size: float = 14
    align: WD_ALIGN_PARAGRAPH = CENTRE
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 0
    line: float = 1.0
    first: float = 0
    left: float = 0
    right: float = 0
    keep: bool = False
    ruled: bool = False
    dotted: bool = False
    builtin: bool = False


ISSUER: Final = Style("CoQuan", "Tên cơ quan", bold=True)
STARS: Final = Style("Sao", "Dấu sao")
NUMBER: Final = Style("SoKyHieu", "Số, ký hiệu")
ORGANISATION: Final = Style(
    "TieuDe", "Tiêu đề văn bản", size=15, bold=True, ruled=True, left=6, right=6, after=4
)
PLACE: Final = Style("DiaDanh", "Địa danh, ngày tháng", italic=True)
KIND: Final = Style("Title", "Title", size=16, bold=True, before=18, keep=True, builtin=True)
ABOUT: Final = Style("Subtitle", "Subtitle", bold=True, after=6, keep=True, builtin=True)
ASIDE: Final = Style("ChuThichTen", "Chú thích dưới tên", italic=True, after=10, keep=True)
BODY: Final = Style("ThanBai", "Thân bài", align=JUSTIFIED, first=12.7, after=6, line=1.15)
FACT: Final = Style(
    "DongThongTin", "Dòng thông tin", align=JUSTIFIED, first=12.7, after=4, line=1.1
)
SECTION: Final = Style(
    "Heading1", "Heading 1", align=LEFT, bold=True, before=8, after=6, keep=True, builtin=True
)
PART: Final = Style(
    "Heading2", "Heading 2", align=LEFT, bold=True, before=6, after=6, keep=True, builtin=True
)
FILL: Final = Style("DongCham", "Dòng chấm để viết", align=LEFT, after=4, dotted=True)
PROMPT: Final = Style("ChoViet", "Chỗ để viết", align=LEFT, italic=True, first=12.7, after=2)
NOTE: Final = Style("GhiChu", "Ghi chú", size=12, align=JUSTIFIED, italic=True, before=4, after=6)
CAPTION: Final = Style(
    "Caption", "Caption", size=13, italic=True, before=6, after=3, keep=True, builtin=True
)
CELL: Final = Style("ODuLieu", "Ô", size=12, align=LEFT, before=1, after=1)
CELL_CENTRE: Final = Style("OGiua", "Ô, ở giữa", size=12, before=1, after=1)
CELL_HEAD: Final = Style("ODau", "Ô đầu cột", size=12, bold=True, before=2, after=2, keep=True)
SIGNER: Final = Style("NguoiKy", "Đề ký", bold=True, keep=True)
SIGNING: Final = Style("ChoKy", "Chỗ ký", italic=True, size=13, keep=True)
SPACE: Final = Style("KhoangKy", "Khoảng để ký", size=14, before=48, keep=True)
GAP: Final = Style("KhoangTrong", "Khoảng trống", size=6, keep=True)
RECIPIENTS: Final = Style("NoiNhan", "Nơi nhận", size=12, align=LEFT, keep=True)
PAGE_NUMBER: Final = Style("SoTrang", "Số trang", size=13)
MARK: Final = Style("DauVanBan", "Dấu trên mỗi trang", size=11, align=RIGHT, bold=True)

STYLES: Final = (
    ISSUER,
    STARS,
    NUMBER,
    ORGANISATION,
    PLACE,
    KIND,
    ABOUT,
    ASIDE,
    BODY,
    FACT,
    SECTION,
    PART,
    FILL,
    PROMPT,
    NOTE,
    CAPTION,
    CELL,
    CELL_CENTRE,
    CELL_HEAD,
    SIGNER,
    SIGNING,
    SPACE,
    GAP,
    RECIPIENTS,
    PAGE_NUMBER,
    MARK,
)


def set_styles(document: Document) -> None:
    """Give an empty document these styles and no others, all in Times New Roman and Vietnamese."""
    element = document.styles.element
    for style in element.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in _KEPT:
            element.remove(style)
    _set_defaults(document)
    for style in STYLES:
        _add(document, style)


def _set_defaults(document: Document) -> None:
    """Replace the fonts of the theme, which would win over those of a style."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = next(defaults.iter(qn("w:rPr")))
    for child in list(properties):
        properties.remove(child)
    properties.append(_fonts())
    for tag in ("w:sz", "w:szCs"):
        properties.append(OxmlElement(tag, {qn("w:val"): "28"}))
    spoken = {qn(f"w:{name}"): LANGUAGE for name in ("val", "eastAsia", "bidi")}
    properties.append(OxmlElement("w:lang", spoken))
    for spacing in list(defaults.iter(qn("w:spacing"))):
        spacing.getparent().remove(spacing)


def _fonts() -> Element:
    names = ("ascii", "hAnsi", "eastAsia", "cs")
    return OxmlElement("w:rFonts", {qn(f"w:{name}"): FONT for name in names})


def _add(document: Document, wanted: Style) -> None:
    style = document.styles.add_style(wanted.name, WD_STYLE_TYPE.PARAGRAPH, builtin=wanted.builtin)
    style.element.set(qn("w:styleId"), wanted.id)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    font, form = style.font, style.paragraph_format
    font.size, font.bold, font.italic = Pt(wanted.size), wanted.bold, wanted.italic
    form.alignment = wanted.align
    form.space_before, form.space_after = Pt(wanted.before), Pt(wanted.after)
    form.line_spacing = wanted.line
    form.first_line_indent = Mm(wanted.first)
    form.left_indent, form.right_indent = Mm(wanted.left), Mm(wanted.right)
    form.keep_with_next = wanted.keep
    form.widow_control = True
    if wanted.dotted:
        stop = Mm(TEXT_WIDTH)
        form.tab_stops.add_tab_stop(stop, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    if wanted.ruled:
        _rule_beneath(style)


def _rule_beneath(style: ParagraphStyle) -> None:
    borders = OxmlElement("w:pBdr")
    line = {"val": "single", "sz": "6", "space": "1", "color": "000000"}
    borders.append(OxmlElement("w:bottom", {qn(f"w:{key}"): each for key, each in line.items()}))
    # The schema wants the borders before tabs, spacing, indents and alignment.
    properties = style.element.get_or_add_pPr()
    later = {qn(f"w:{name}") for name in ("shd", "tabs", "spacing", "ind", "jc")}
    place = next(each for each in properties if each.tag in later)
    place.addprevious(borders)

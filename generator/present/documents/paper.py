"""The sheet that everything is written on, and how it becomes the bytes of a DOCX file.

A4; margins of 20 mm at the top, bottom and right, 30 mm at the left. Source: Hướng dẫn
29-HD/TWĐTN-VP, 29/10/2013.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from io import BytesIO
from typing import Final
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.ns import qn
from docx.section import _Header
from docx.shared import Mm

from generator.present.archive import archive
from generator.present.documents.blocks import Section, paragraph
from generator.present.documents.styles import GAP, LANGUAGE, MARK, PAGE_NUMBER, Element, set_styles
from generator.present.wording import excerpt

LONGEST_PROPERTY: Final = 255
"""The most characters that a core property holds (ISO/IEC 29500-2)."""

WORD_2013: Final = "15"
"""The way of setting pages that every Word since 2013 has."""

_DOCUMENT: Final = "word/document.xml"
_CORE: Final = "docProps/core.xml"
_NEEDED: Final = frozenset(
    {
        RELATIONSHIP_TYPE.STYLES,
        RELATIONSHIP_TYPE.SETTINGS,
        RELATIONSHIP_TYPE.HEADER,
        RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
        RELATIONSHIP_TYPE.CORE_PROPERTIES,
    }
)


@dataclass(frozen=True, slots=True)
class About:
    """What a document is called, whose it is, of which day its figures are, its marks."""

    title: str
    author: str
    created: date
    marks: tuple[str, ...]


@dataclass(frozen=True)
class _Blank:
    """A document without content: its main part, and all others as bytes by their names."""

    document: Element
    parts: Mapping[str, bytes]


def packed(about: About, sections: Sequence[Section]) -> bytes:
    """Return the DOCX of the sections, each beginning on a page of its own."""
    blank = _blank(about.marks)
    document = deepcopy(blank.document)
    body = document.body
    page = body.sectPr
    body.remove(page)
    for number, section in enumerate(sections, start=1):
        # Word wants a paragraph after a table; it bears the shape of every section but the last.
        last = paragraph(GAP)
        body.extend((*section.blocks, last))
        holder = body if number == len(sections) else last.pPr
        holder.append(_shape(page, section, first=number == 1))
    parts = {
        **blank.parts,
        _DOCUMENT: serialize_part_xml(document),
        _CORE: serialize_part_xml(_core(about)),
    }
    return archive(parts)


def _core(about: About) -> Element:
    element = CT_CoreProperties.new()
    properties = CoreProperties(element)
    properties.title = excerpt(about.title, LONGEST_PROPERTY)
    properties.author = properties.last_modified_by = excerpt(about.author, LONGEST_PROPERTY)
    properties.language = LANGUAGE
    moment = datetime.combine(about.created, time(), UTC)
    properties.created = properties.modified = moment
    return element


def _shape(page: Element, section: Section, *, first: bool) -> Element:
    """Return the pages of a section; only those of the first name the headers, others follow."""
    shape = deepcopy(page)
    if section.landscape:
        shape.orientation = WD_ORIENT.LANDSCAPE
        shape.page_width, shape.page_height = shape.page_height, shape.page_width
    if not first:
        for reference in shape.findall(qn("w:headerReference")):
            shape.remove(reference)
    if not section.fresh:
        shape.titlePg_val = None
    elif not first:
        numbering = OxmlElement("w:pgNumType", {qn("w:start"): "1"})
        shape.find(qn("w:cols")).addprevious(numbering)
    return shape


@cache
def _blank(marks: tuple[str, ...]) -> _Blank:
    document = docx.Document()
    _drop_unneeded(document)
    set_styles(document)
    _set_page(document)
    _set_headers(document, marks)
    _set_settings(document)
    buffer = BytesIO()
    document.save(buffer)
    with ZipFile(buffer) as held:
        parts = {name: held.read(name) for name in held.namelist()}
    return _Blank(document.element, parts)


def _drop_unneeded(document: Document) -> None:
    """Drop the template's picture, theme, numbering and custom data: nothing here uses them."""
    for part in (document.part.package, document.part):
        for key, relation in list(part.rels.items()):
            if relation.reltype not in _NEEDED:
                del part.rels[key]


def _set_page(document: Document) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin = page.bottom_margin = page.right_margin = Mm(20)
    page.left_margin = Mm(30)
    page.header_distance = page.footer_distance = Mm(8)
    page.different_first_page_header_footer = True


def _set_headers(document: Document, marks: tuple[str, ...]) -> None:
    """Put the marks on every page, and above them its number from the second page on."""
    page = document.sections[0]
    _fill(page.first_page_header, _marked(marks))
    _fill(page.header, [_page_number(), *_marked(marks)])


def _fill(header: _Header, blocks: Sequence[Element]) -> None:
    element = header.part.element
    for held in list(element):
        element.remove(held)
    element.extend(blocks)


def _marked(marks: tuple[str, ...]) -> list[Element]:
    return [paragraph(MARK, " · ".join(marks))]


def _page_number() -> Element:
    made = paragraph(PAGE_NUMBER)
    made.append(OxmlElement("w:fldSimple", {qn("w:instr"): "PAGE"}))
    return made


def _set_settings(document: Document) -> None:
    """Set what the template leaves to English and to Word 2010; drop what speaks of its theme."""
    settings = document.settings.element
    for name in ("themeFontLang", "clrSchemeMapping", "rsids", "savePreviewPicture"):
        settings.remove(settings.find(qn(f"w:{name}")))
    for name, value in (("decimalSymbol", ","), ("listSeparator", ";")):
        settings.find(qn(f"w:{name}")).set(qn("w:val"), value)
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    for each in settings.iter(qn("w:compatSetting")):
        if each.get(qn("w:name")) == "compatibilityMode":
            each.set(qn("w:val"), WORD_2013)

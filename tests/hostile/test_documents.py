"""Rows 27 and 29: documents hold every text as it was written, and open whatever a record holds.

Source: research/reliability.md, section 4; XML 1.0, section 2.2 (characters).
"""

import io
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import docx
import openpyxl
from docx.table import Table
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from generator.audience import View
from generator.build.figures import view_of
from generator.domain.fields import Audience
from generator.load.hygiene import FORBIDDEN
from generator.present.documents.files import document_files
from generator.present.documents.visit_report import visit_report
from generator.present.subject import VisitSubject
from generator.present.workbooks.workbooks import xlsx_export
from tests.builders import member, organisation, policy, visit
from tests.hostile.seen import shown
from tests.hostile.texts import EVALUATED, TEXTS
from tests.hostile.world import AS_OF, World, packed
from tests.unit.present.views import UNITS, view

Record = Callable[[str, object], None]
FIELDS: Final = {"PAGE", "NUMPAGES"}
"""What a document reckons by itself: the numbers of its pages."""


@cache
def small(audience: Audience) -> View:
    """Return what an edition sees of the records that hold many texts to a place."""
    with TemporaryDirectory() as folder:
        return view_of(World(packed()).write(Path(folder) / "records"), audience, None, AS_OF)


@cache
def documents() -> dict[str, bytes]:
    """Return the documents of the internal edition, and the report of each visit."""
    seen = small("internal")
    visits = {f"{each.id}.docx": visit_report(seen, each) for each in seen.records.visits.values()}
    return visits | {each.path.replace("/", "-"): each.content for each in document_files(seen)}


def texts(content: bytes) -> Iterator[str]:
    """Yield each cell of a document, and its paragraphs together: a text may take several."""
    document = docx.Document(io.BytesIO(content))
    parts = [document, *(part for each in document.sections for part in (each.header, each.footer))]
    for part in parts:
        tables = (each for each in part.iter_inner_content() if isinstance(each, Table))
        yield from (cell.text for table in tables for row in table.rows for cell in row.cells)
        yield "\n".join(each.text for each in part.paragraphs)


def test_row_27_documents_give_every_text_back(record_property: Record) -> None:
    whole, otherwise = shown(piece for content in documents().values() for piece in texts(content))
    assert otherwise == {}
    paths = {path for _, path in whole}
    assert {
        *("visits.content", "visits.guidance", "visits.results", "visits.issues[].text"),
        *("members.name", "units.units[].name", "plans.items[].purpose"),
        *("organisation.document_issuer", "organisation.place", "visits.report.addressee"),
    } <= paths
    assert {text for text, path in whole if path == "visits.content"} == set(TEXTS)
    record_property(
        "figure", f"{len(documents())} DOCX: {len(whole)} texts of {len(paths)} fields equal"
    )


def test_row_27_no_text_is_a_field_or_a_link_of_a_document() -> None:
    for name, content in documents().items():
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            for part in parts.namelist():
                xml = parts.read(part).decode(errors="replace")
                found = re.findall(r'<w:fldSimple w:instr="([^"]*)"', xml)
                assert len(found) == xml.count("<w:fldSimple")
                assert {each.strip() for each in found} <= FIELDS, (name, part)
                assert not re.search(r"<w:(instrText|hyperlink|object|altChunk|sdt)\b", xml)
                assert 'TargetMode="External"' not in xml
                assert EVALUATED not in xml


def test_row_27_libreoffice_reads_the_same_and_reckons_nothing(
    tmp_path: Path, record_property: Record
) -> None:
    chosen = sorted(documents())[:: max(1, len(documents()) // 8)]
    for name in chosen:
        (tmp_path / name).write_bytes(documents()[name])
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"),
            *("--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path / "out")),
            *(str(tmp_path / name) for name in chosen),
        ],
        check=True,
        capture_output=True,
    )
    files = sorted((tmp_path / "out").glob("*.txt"))
    assert len(files) == len(chosen)
    read = [file.read_text(encoding="utf-8-sig") for file in files]
    assert not any(EVALUATED in each for each in read)
    whole, otherwise = shown(iter(read))
    assert otherwise == {}
    record_property(
        "figure", f"LibreOffice: {len(files)} documents, {len(whole)} texts equal, 0 evaluated"
    )


taken: Final = st.text(
    st.characters(exclude_categories=["Cs"]).filter(lambda each: not FORBIDDEN.search(each)),
    min_size=1,
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(taken)
def test_row_29_whatever_the_reader_takes_opens_in_word_and_excel(text: str) -> None:
    said = f"x{text}x"
    seen = view(
        *(organisation(), member("an"), policy(), *UNITS, visit("2019-12-05", content=said)),
        audience="internal",
    )
    (held,) = seen.records.visits.values()
    wanted = " ".join(said.split())
    assert wanted in " ".join(" ".join(texts(visit_report(seen, held))).split())
    book = openpyxl.load_workbook(io.BytesIO(xlsx_export(seen, VisitSubject(held.id))))
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    assert wanted in {" ".join(unescape(each).split()) for each in cells if isinstance(each, str)}


def test_row_29_every_character_that_xml_forbids_is_refused(record_property: Record) -> None:
    allowed = re.compile("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
    forbidden = [
        chr(each)
        for each in range(0x110000)
        if not (0xD800 <= each <= 0xDFFF) and not allowed.match(chr(each))
    ]
    assert [each for each in forbidden if not FORBIDDEN.match(each)] == []
    record_property("figure", f"{len(forbidden)} characters that XML forbids, 0 taken")

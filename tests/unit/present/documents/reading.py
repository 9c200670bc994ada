"""Read a document back as its readers see it: paragraphs, and the cells of tables, in order."""

from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.table import Table


def read(content: bytes) -> Document:
    """Return the document that the bytes are."""
    return docx.Document(BytesIO(content))


def blocks(content: bytes) -> list[Any]:
    """Return each paragraph that says something as text, each table as rows of cells' text."""
    found: list[Any] = []
    for block in read(content).iter_inner_content():
        if isinstance(block, Table):
            found.append([[cell.text for cell in row.cells] for row in block.rows])
        elif block.text.strip():
            found.append(block.text)
    return found


def after(content: bytes, heading: str) -> list[Any]:
    """Return the blocks behind a heading, up to the next heading of any depth."""
    document = read(content)
    headings = {
        paragraph.text
        for paragraph in document.paragraphs
        if paragraph.style is not None and paragraph.style.name in ("Heading 1", "Heading 2")
    }
    assert heading in headings, sorted(headings)
    found = blocks(content)
    rest = found[found.index(heading) + 1 :]
    end = next(
        (i for i, each in enumerate(rest) if isinstance(each, str) and each in headings), len(rest)
    )
    return rest[:end]

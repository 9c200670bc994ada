"""The cells of a workbook, read from its bytes within limits: values only, nothing executed.

Hidden rows and columns are read as all others: a filter hides rows that are still meant. Source:
issue *Submission*, Door 4; research/reliability.md (files from outside).
"""

import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import IO, Any, Final
from zipfile import BadZipFile, ZipFile

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.worksheet._reader import WorkSheetParser

from generator.errors import UsageError

FILE_LIMIT: Final = 20_000_000
UNPACKED_LIMIT: Final = 80_000_000
ROW_LIMIT: Final = 10_000
"""Rows of one sheet that hold something: more than twenty years of thirteen members."""

_RESAVE: Final = (
    "Mở bằng Excel hoặc LibreOffice, chọn “Lưu thành” (Save As), kiểu “Excel Workbook (.xlsx)”."
)
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_TYPES: Final = "[Content_Types].xml"
_MAIN: Final = b"spreadsheetml.sheet.main+xml"
_CARRIAGE_RETURN: Final = re.compile("_x000[Dd]_")


class BookError(UsageError):
    """The file is no workbook that can be read; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds; `trouble` is why its value cannot be told: a formula or an error."""

    value: object
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """A block of merged cells, its edges counted from 1; only the first cell has a value."""

    name: str
    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its cells that hold something, by row and column counted from 1.

    `epoch` is the day from which the file counts days that are not marked as such.
    """

    name: str
    epoch: datetime
    rows: Mapping[int, Mapping[int, Cell]]
    merged: tuple[Merged, ...]


def read_book(data: bytes, name: str) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook; `name` is what messages call the file.

    Raises:
        BookError: the bytes are no workbook without macros and password, or one too large.
    """
    _require_workbook(data, name)
    try:
        with warnings.catch_warnings():
            # What openpyxl cannot keep, such as validations, is not needed to read values.
            warnings.simplefilter("ignore")
            sheets = tuple(_sheets(data, name))
    except UsageError:
        raise
    except Exception as error:
        # On broken parts openpyxl fails in every way there is.
        message = f"{name}: Sổ tính bị hỏng, không đọc được. {_RESAVE}"
        raise BookError(message) from error
    if not sheets:
        message = f"{name}: Sổ tính không có trang nào đọc được. {_RESAVE}"
        raise BookError(message)
    return sheets


def _require_workbook(data: bytes, name: str) -> None:
    """Refuse what is no workbook, in the words of what it is instead."""
    if len(data) > FILE_LIMIT:
        message = f"{name}: Tệp lớn hơn {FILE_LIMIT // 1_000_000} MB. Tách thành nhiều tệp nhỏ hơn."
        raise BookError(message)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            message = f"{name}: Tệp đặt mật khẩu nên không đọc được. Bỏ mật khẩu rồi lưu lại."
        else:
            message = f"{name}: Tệp Excel đời cũ (.xls), không phải .xlsx. {_RESAVE}"
        raise BookError(message)
    if not data.startswith(b"PK"):
        message = f"{name}: Tệp không phải là sổ tính .xlsx. {_RESAVE}"
        raise BookError(message)
    try:
        with ZipFile(BytesIO(data)) as archive:
            _require_parts(archive, name)
    except (BadZipFile, KeyError, NotImplementedError, RuntimeError) as error:
        message = f"{name}: Tệp không phải là sổ tính .xlsx, hoặc bị hỏng. {_RESAVE}"
        raise BookError(message) from error


def _require_parts(archive: ZipFile, name: str) -> None:
    if sum(part.file_size for part in archive.infolist()) > UNPACKED_LIMIT:
        message = (
            f"{name}: Nội dung tệp quá lớn. Chỉ giữ các trang cần nhập, hoặc tách ra nhiều tệp."
        )
        raise BookError(message)
    types = archive.read(_TYPES)
    if b"macroEnabled" in types or any(
        part.endswith("vbaProject.bin") for part in archive.namelist()
    ):
        message = f"{name}: Tệp có macro nên không nhận. {_RESAVE}"
        raise BookError(message)
    if _MAIN not in types:
        message = f"{name}: Tệp không phải là sổ tính .xlsx. {_RESAVE}"
        raise BookError(message)


def _sheets(data: bytes, name: str) -> Iterator[Sheet]:
    reader = ExcelReader(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    # Only what values need: the rest of a workbook may be broken, and is never looked at.
    reader.read_manifest()
    reader.read_strings()
    reader.read_workbook()
    apply_stylesheet(reader.archive, reader.wb)
    for sheet, relation in reader.parser.find_sheets():
        if relation.Type.endswith("/worksheet"):
            yield _sheet(reader, sheet.name, relation.target, name)


def _sheet(reader: ExcelReader, title: str, path: str, name: str) -> Sheet:
    rows: dict[int, dict[int, Cell]] = {}
    computed = _formula_cells(reader, path)
    with reader.archive.open(path) as part:
        parser = _parser(reader, part, values=True)
        for row, cells in parser.parse():
            read = {
                cell["column"]: _cell(cell, computed=(row, cell["column"]) in computed)
                for cell in cells
            }
            kept = {column: cell for column, cell in read.items() if cell is not None}
            if kept:
                rows[row] = kept
            if len(rows) > ROW_LIMIT:
                message = f"{name}: Trang “{title}” có quá nhiều dòng (quá {ROW_LIMIT})."
                raise BookError(f"{message} Tách thành nhiều tệp.")
        return Sheet(title, reader.wb.epoch, rows, tuple(_merged(parser)))


def _formula_cells(reader: ExcelReader, path: str) -> frozenset[tuple[int, int]]:
    with reader.archive.open(path) as part:
        return frozenset(
            (row, cell["column"])
            for row, cells in _parser(reader, part, values=False).parse()
            for cell in cells
            if cell["data_type"] == "f"
        )


def _parser(reader: ExcelReader, part: IO[bytes], *, values: bool) -> WorkSheetParser:
    """Return what reads the cells that a part holds: openpyxl's sheets would fill all the gaps."""
    book: Any = reader.wb
    return WorkSheetParser(
        part,
        reader.shared_strings,
        data_only=values,
        epoch=book.epoch,
        date_formats=book._date_formats,  # noqa: SLF001  (known nowhere else)
        timedelta_formats=book._timedelta_formats,  # noqa: SLF001
    )


def _cell(cell: Mapping[str, Any], *, computed: bool) -> Cell | None:
    """Return what a cell holds; None if nothing."""
    value, kind = cell["value"], cell["data_type"]
    if kind == "e":
        return Cell(value, f"Ô này báo lỗi {value}.")
    if value is None:
        # A formula that gave empty text was saved with it, and says so by its type.
        lost = computed and kind != "str"
        return Cell(None, "Ô này là công thức chưa có kết quả lưu sẵn.") if lost else None
    if isinstance(value, str):
        text = _CARRIAGE_RETURN.sub("", value).replace("\r\n", "\n").strip()
        return Cell(text) if text else None
    return Cell(value)


def _merged(parser: WorkSheetParser) -> Iterator[Merged]:
    for block in parser.merged_cells.mergeCell if parser.merged_cells else ():
        yield Merged(block.ref, block.min_row, block.max_row, block.min_col, block.max_col)

"""The tables of all packages in DuckDB, in types: whole, their keys unique, their references kept.

Each row bears its province. Nothing is downloaded: no extension is installed or loaded on demand.
Source: issue *Speed*, Scale.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from generator.errors import UsageError
from generator.national.package import NEEDED, TYPES, Package, TableFile
from generator.national.reading import MISSING
from generator.national.trouble import REBUILD, TroubleError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AT_LINE: Final = re.compile(r"CSV Error on Line: (\d+)")
_COLUMN: Final = re.compile(r'converting column "(\w+)"')

CHECKS: Final[Mapping[str, str]] = {
    "bảng members có mã trùng nhau": (
        "SELECT province, id FROM members GROUP BY ALL HAVING count(*) > 1"
    ),
    "bảng visits có mã trùng nhau": (
        "SELECT province, id FROM visits GROUP BY ALL HAVING count(*) > 1"
    ),
    "bảng units có mã trùng nhau": (
        "SELECT province, id FROM units GROUP BY ALL HAVING count(*) > 1"
    ),
    "bảng member-years có một Ủy viên hai lần trong một năm": (
        "SELECT province, member FROM member_years GROUP BY province, year, member "
        "HAVING count(*) > 1"
    ),
    "bảng member-years nêu Ủy viên không có trong bảng members": (
        "SELECT y.province, y.member FROM member_years y "
        "ANTI JOIN members m ON y.province = m.province AND y.member = m.id"
    ),
    "bảng visits nêu đơn vị không có trong bảng units": (
        "SELECT v.province, v.unit FROM visits v "
        "ANTI JOIN units u ON v.province = u.province AND v.unit = u.id"
    ),
    "bảng issues nêu chuyến đi không có trong bảng visits": (
        "SELECT i.province, i.visit FROM issues i "
        "ANTI JOIN visits v ON i.province = v.province AND i.visit = v.id"
    ),
    # What a visit raises after the day counted is not raised yet.
    "số kiến nghị trong bảng visits khác bảng issues": (
        "SELECT v.province, v.id FROM visits v JOIN packages p USING (province) "
        "LEFT JOIN issues i ON i.province = v.province AND i.visit = v.id WHERE v.date <= p.as_of "
        "GROUP BY v.province, v.id, v.issues HAVING v.issues <> count(i.visit)"
    ),
    "tổng số ngày các tháng khác số ngày của năm": (
        "SELECT province, member FROM member_years WHERE days IS DISTINCT FROM days_01 + days_02 "
        "+ days_03 + days_04 + days_05 + days_06 + days_07 + days_08 + days_09 + days_10 "
        "+ days_11 + days_12"
    ),
    "bảng visits có ngày về trước ngày đi": (
        "SELECT province, id FROM visits WHERE end_date < date"
    ),
}
"""What a sound package never has: what is wrong, and the query that finds where, by example."""


@contextmanager
def engine() -> Iterator["DuckDBPyConnection"]:
    """Yield a database in memory that fetches nothing from outside, its tables still empty.

    One thread: what is counted is small, and others may be at work on the same machine.

    Raises:
        UsageError: DuckDB is not installed.
    """
    try:
        import duckdb  # noqa: PLC0415  (an extra of the installation)
    except ImportError as error:
        raise UsageError(MISSING) from error
    settings: dict[str, Any] = {
        "threads": 1,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    with duckdb.connect(config=settings) as connection:
        connection.execute("CREATE TABLE packages (province VARCHAR, as_of DATE)")
        for name, columns in NEEDED.items():
            told = ", ".join(f"{each} {TYPES[kind]}" for each, kind in columns.items())
            connection.execute(f"CREATE TABLE {sql_name(name)} (province VARCHAR, {told})")
        yield connection


def load(connection: "DuckDBPyConnection", province: str, package: Package) -> None:
    """Add the needed columns of a province's tables: all of them, or none.

    Raises:
        TroubleError: a table cannot be had or read.
    """
    connection.begin()
    try:
        connection.execute("INSERT INTO packages VALUES (?, ?)", [province, package.as_of])
        for name, file in package.tables.items():
            made = f"INSERT INTO {sql_name(name)} SELECT '{province}', "
            read_into(connection, made, file, tuple(NEEDED[name]))
    except TroubleError:
        connection.rollback()
        raise
    connection.commit()


def contradictions(connection: "DuckDBPyConnection") -> dict[str, TroubleError]:
    """Return what is wrong with those provinces whose tables contradict themselves or are internal.

    Their rows are taken out again.
    """
    found: dict[str, TroubleError] = {}
    for name in NEEDED:
        where = "WHERE contains(notice, 'NỘI BỘ')"
        query = f"SELECT DISTINCT province FROM {sql_name(name)} {where}"  # noqa: S608
        for (province,) in connection.execute(query).fetchall():
            message = f"bảng {name} là bản NỘI BỘ; trang cả nước chỉ dùng số liệu công khai."
            mend = "Ghi địa chỉ gói của trang công khai vào danh sách."
            found.setdefault(province, TroubleError(message, mend))
    for wrong, query in CHECKS.items():
        first = f"SELECT province, min(example) FROM ({query}) t(province, example) GROUP BY 1"  # noqa: S608
        for province, example in connection.execute(first).fetchall():
            error = TroubleError(f"{wrong}, ví dụ “{example}”.", REBUILD)
            found.setdefault(province, error)
    for table in (*map(sql_name, NEEDED), "packages"):
        connection.execute(f"DELETE FROM {table} WHERE province IN ?", [list(found)])  # noqa: S608
    return found


def read_into(
    connection: "DuckDBPyConnection", made: str, file: TableFile, columns: tuple[str, ...]
) -> None:
    """Run `made`, which ends in a `SELECT`, on some columns of a file of the package.

    Raises:
        TroubleError: the file cannot be had, or is not what the package says of it.
    """
    import duckdb  # noqa: PLC0415

    data = file.read()
    # Names and types are plain words: `package` lets no others in.
    listed = ", ".join(f'CAST("{each}" AS {file.columns[each]}) AS "{each}"' for each in columns)
    if file.form == "parquet":
        source = "read_parquet(?)"
    else:
        _require_whole_csv(file, data)
        # A line end named here makes DuckDB 2.0 find no rows at all; it tells it by itself.
        source = (
            "read_csv(?, columns = ?, header = true, auto_detect = false, delim = ',', "
            "quote = '\"', escape = '\"', strict_mode = true, parallel = false)"
        )
    with TemporaryDirectory() as folder:
        # The bytes that were held against the hash are those that are counted.
        kept = Path(folder, f"{file.name}.{file.form}")
        kept.write_bytes(data)
        values = [str(kept)] if file.form == "parquet" else [str(kept), dict(file.columns)]
        try:
            connection.execute(f"{made} {listed} FROM {source}", values)
        except duckdb.Error as error:
            raise TroubleError(_told(file, str(error)), REBUILD) from error


def sql_name(name: str) -> str:
    """Return a table's name without what SQL would take for a minus."""
    return name.replace("-", "_")


def _require_whole_csv(file: TableFile, data: bytes) -> None:
    """Refuse what DuckDB lets pass: other columns than told, and a last line that was cut."""
    header = data[: data.find(b"\n") + 1].strip().decode(errors="replace")
    if header != ",".join(file.columns):
        raise TroubleError(f"bảng {file.name} có cột khác với cột gói mô tả.", REBUILD)
    if not data.endswith(b"\n"):
        raise TroubleError(f"bảng {file.name} bị cắt ở dòng cuối.", REBUILD)


def _told(file: TableFile, error: str) -> str:
    line, column = _AT_LINE.search(error), _COLUMN.search(error)
    where = f" ở dòng {line[1]}" if line else ""
    which = f", cột {column[1]}" if column else ""
    return f"bảng {file.name} hỏng{where}{which}."

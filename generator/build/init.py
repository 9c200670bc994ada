"""Start an organisation: a folder with empty records that are sound, and the frame of its site.

Source: design, section 3, `congtac init`.
"""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final

from generator.build.check import check
from generator.build.new_folder import new_folder
from generator.build.schema import derive
from generator.domain.organisation import SCHEMA_VERSION, Organisation
from generator.domain.unit import UnitList
from generator.errors import RefusedError, UsageError
from generator.load.hygiene import TextFault, decode
from generator.submit.adopt import adopt_units, plain_name, province_alone
from generator.submit.canonical import canonical

UNNAMED: Final = "TÊN TỔ CHỨC (sửa trong organisation.yml)"
UNNAMED_PROVINCE: Final = "Tỉnh (sửa tên trong units.yml)"
_DOTTED: Final = frozenset({"ci", "forgejo", "github", "gitignore", "gitlab", "gitlab-ci.yml"})
_SCRIPT: Final = b"#!"
_BOM: Final = b"\xef\xbb\xbf"


def init(target: Path, name: str = "", province: str = "", units: Path | None = None) -> int:
    """Make the folder of a new organisation, whole or not at all; return how many files it has.

    Raises:
        RefusedError: `target` is there and not empty, or the table of units has wrong rows.
        UsageError: the table of units cannot be read.
        OSError: a file cannot be written.
    """
    made = dict(_files(name or UNNAMED, province, units))
    with new_folder(target) as stage:
        for path, data in made.items():
            (stage / path).parent.mkdir(parents=True, exist_ok=True)
            (stage / path).write_bytes(data)
            if data.startswith(_SCRIPT):
                (stage / path).chmod(0o755)
        _refuse_unsound(stage)
        derived = derive(stage)
        derived.write()
    return len(made) + derived.count


def _files(name: str, province: str, table: Path | None) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of every file."""
    for path, data in _templates(files("generator.submit") / "templates" / "init"):
        yield path, data.replace(b"{name}", name.encode())
    organisation = canonical(_organisation(name, province), Organisation)
    yield "records/organisation.yml", organisation.encode()
    yield "records/units.yml", canonical(_units(table, province), UnitList).encode()
    yield "records/members/.gitkeep", b""


def _templates(folder: Traversable, above: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        path = f"{above}{'.' if entry.name in _DOTTED else ''}{entry.name}"
        if entry.is_dir():
            yield from _templates(entry, f"{path}/")
        else:
            yield path, entry.read_bytes()


def _organisation(name: str, province: str) -> dict[str, Any]:
    """Return a record whose gaps read as gaps on every page, and that shows nobody anything yet."""
    return {
        "schema_version": str(SCHEMA_VERSION),
        "name": name,
        "full_name": "TÊN ĐẦY ĐỦ CỦA TỔ CHỨC (sửa)",
        "document_issuer": "TÊN CƠ QUAN BAN HÀNH VĂN BẢN (sửa)",
        "place": plain_name(province) or "ĐỊA DANH (sửa)",
        "timezone": "Asia/Ho_Chi_Minh",
        "demo": "false",
        "repository": {
            "forge": "github",
            "url": "https://example.org/sua-dia-chi-kho",
            "branch": "main",
            "public": "false",
        },
    }


def _units(table: Path | None, province: str) -> dict[str, Any]:
    if table is None:
        alone = province_alone(province or UNNAMED_PROVINCE)
        return {"units": [alone if province else {**alone, "id": "tinh"}]}
    try:
        text = decode(table.read_bytes().removeprefix(_BOM))
    except OSError as error:
        message = f"Không đọc được {table}: {error.strerror}."
        raise UsageError(message) from error
    if isinstance(text, TextFault):
        message = f"{table}: dòng {text.line}: {text.message} {text.hint}"
        raise UsageError(message)
    return adopt_units(text, province or UNNAMED_PROVINCE)


def _refuse_unsound(stage: Path) -> None:
    """Hold what was made to the rules: a name or a table may bring in what they refuse."""
    findings = check(stage / "records").findings
    if findings:
        lines = "\n".join(f"  {f.path}:{f.line} {f.code} {f.message} → {f.hint}" for f in findings)
        message = f"Bản ghi tạo ra còn lỗi nên chưa ghi gì:\n{lines}"
        raise RefusedError(message)

"""A data package written anew as Parquet: the same tables and rows, in a fraction of the bytes.

Source: issue *Speed*, Scale; Data Package (`format`, `mediatype`).
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from generator.build.new_folder import new_folder
from generator.national.package import read_package
from generator.national.tables import engine, read_into

_SETTINGS: Final = "FORMAT parquet, COMPRESSION zstd"


def pack(location: str, out: Path) -> tuple[int, int]:
    """Write the package at `location` into the new folder `out`; return bytes before and after.

    Raises:
        TroubleError: the package cannot be had or read.
        RefusedError: `out` is there and not empty.
        UsageError: DuckDB and fsspec are not installed.
    """
    package = read_package(location)
    described: dict[str, Any] = {
        **package.described,
        # The tabular profile knows CSV alone.
        "profile": "data-package",
        "resources": [],
    }
    before = after = 0
    with engine() as connection, new_folder(out) as stage:
        for name, table in package.tables.items():
            made = "CREATE OR REPLACE TABLE packed AS SELECT"
            read_into(connection, made, table, tuple(table.columns))
            target = stage / f"{name}.parquet"
            connection.execute(f"COPY packed TO '{_quoted(target)}' ({_SETTINGS})")
            data = target.read_bytes()
            before, after = before + table.size, after + len(data)
            described["resources"].append(_described(table.described, data, target.name))
        text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
        (stage / "datapackage.json").write_text(text, encoding="utf-8", newline="\n")
    return before, after


def _described(resource: Mapping[str, Any], data: bytes, path: str) -> dict[str, Any]:
    """Return the description of the same table in its new file."""
    kept = {key: each for key, each in resource.items() if key not in ("dialect", "encoding")}
    return {
        **kept,
        "profile": "data-resource",
        "path": path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
    }


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")

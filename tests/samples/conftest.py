"""The committed sample records, read with plain YAML and no code of the project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

RECORDS = Path(__file__).parents[2] / "records"

Tree = dict[str, Any]


def _read(path: Path) -> Tree:
    # BaseLoader leaves every scalar as text, as the project's own reader does.
    tree: Tree = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return tree


def _folder(pattern: str) -> dict[str, Tree]:
    return {path.stem: _read(path) for path in sorted(RECORDS.glob(pattern))}


@pytest.fixture(scope="session")
def root() -> Path:
    return RECORDS


@pytest.fixture(scope="session")
def visits() -> dict[str, Tree]:
    return _folder("visits/*/*.yml")


@pytest.fixture(scope="session")
def members() -> dict[str, Tree]:
    return _folder("members/*.yml")


@pytest.fixture(scope="session")
def units() -> dict[str, Tree]:
    return {unit["id"]: unit for unit in _read(RECORDS / "units.yml")["units"]}


@pytest.fixture(scope="session")
def activities() -> Tree:
    return _read(RECORDS / "activities.yml")


@pytest.fixture(scope="session")
def plans() -> dict[str, Tree]:
    return {
        f"{path.parent.name}/{path.stem}": _read(path)
        for path in sorted(RECORDS.glob("plans/*/*.yml"))
    }


@pytest.fixture(scope="session")
def photos(visits: dict[str, Tree]) -> list[Tree]:
    return [photo for visit in visits.values() for photo in visit.get("photos", [])]


@pytest.fixture(scope="session")
def issues(visits: dict[str, Tree]) -> list[Tree]:
    return [issue for visit in visits.values() for issue in visit.get("issues", [])]


@pytest.fixture(scope="session")
def articles() -> dict[str, tuple[Tree, str]]:
    found = {}
    for path in sorted(RECORDS.glob("articles/*/*.md")):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        found[path.stem] = (yaml.load(front, Loader=yaml.CBaseLoader), body)
    return found

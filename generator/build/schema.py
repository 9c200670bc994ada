"""Write what is derived from the models: JSON Schemas, the editors' settings, what `init` brings.

Source: design, section 3, `congtac schema`.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Final

import generator.compliance
import generator.domain
from generator.domain.fields import Shape
from generator.domain.visit import Visit
from generator.errors import RefusedError
from generator.load.layout import KINDS
from generator.submit.asking import asked_schema
from generator.submit.frame import TEMPLATE, frame_of
from generator.submit.gate import gate_of
from generator.submit.json_schema import (
    file_name,
    glob_of,
    schema_text,
    schemas,
    undeclared,
)

_OWN: Final = "generator/submit/schemas"
ELSEWHERE: Final = ".vscode/schemas"
SETTINGS: Final = ".vscode/settings.json"
# What the form in the browser asks, by whether it may ask for what is internal.
_ASKED: Final = {
    "generator/web/src/form/asked.schema.json": True,
    "generator/web/src/form/asked-public.schema.json": False,
}
_MAPPING: Final = "yaml.schemas"
_FRAME: Final = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Derived:
    """The derived files that differ from what they should hold, and those that should not be."""

    stale: dict[str, str]
    gone: tuple[str, ...]
    count: int
    root: Path

    @property
    def names(self) -> tuple[str, ...]:
        """The paths of all of them, sorted."""
        return tuple(sorted((*self.stale, *self.gone)))

    def write(self) -> None:
        """Write the stale files, and remove those that nothing is derived into any more.

        Raises:
            OSError: a file cannot be written.
        """
        for name, text in self.stale.items():
            file = self.root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        for name in self.gone:
            (self.root / name).unlink()


def derive(root: Path) -> Derived:
    """Return what is stale below the folder of a repository: this project's, or an organisation's.

    Raises:
        RefusedError: a field of a model has no title or no audience, or the editors' settings are
            not JSON.
    """
    missing = tuple(undeclared(models()))
    if missing:
        listed = "\n".join(f"  {each}" for each in missing)
        message = f"Mọi khóa của mô hình phải có tên và đối tượng được xem:\n{listed}"
        raise RefusedError(message)
    wanted = dict(_wanted(root))
    stale = {name: text for name, text in wanted.items() if _text(root / name) != text}
    folder = root / schema_folder(root)
    found = (f"{schema_folder(root)}/{file.name}" for file in folder.glob("*.schema.json"))
    return Derived(stale, tuple(name for name in found if name not in wanted), len(wanted), root)


def models() -> tuple[type[Shape], ...]:
    """Return every model of records and results, by name."""
    for package in (generator.domain, generator.compliance):
        for module in iter_modules(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    return tuple(sorted(_below(Shape), key=lambda model: (model.__module__, model.__name__)))


def schema_folder(root: Path) -> str:
    """Return where the schemas lie: in this project beside the code, elsewhere with the editor."""
    return _OWN if (root / "generator/submit").is_dir() else ELSEWHERE


def editor_settings(folder: str, before: str | None = None) -> str:
    """Return the editors' settings with the schema of each kind of file; other keys stay.

    Raises:
        RefusedError: `before` is not a JSON object.
    """
    try:
        settings: Any = json.loads(before) if before else {}
    except ValueError:
        settings = None
    if not isinstance(settings, dict):
        message = f"{SETTINGS} không phải là JSON thuần nên không ghi thêm được; sửa hoặc xóa tệp."
        raise RefusedError(message)
    # Front matter is YAML inside Markdown, which the editors' YAML support does not read.
    kinds = (kind for kind in KINDS if kind.example.endswith(".yml"))
    settings[_MAPPING] = {f"./{folder}/{file_name(kind.name)}": glob_of(kind) for kind in kinds}
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"


def _wanted(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every derived file."""
    folder = schema_folder(root)
    for kind, schema in schemas().items():
        yield f"{folder}/{file_name(kind)}", schema_text(schema)
    yield SETTINGS, editor_settings(folder, _text(root / SETTINGS))
    if folder == _OWN:
        yield TEMPLATE, frame_of(_text(root / _FRAME) or "")
        yield from gate_of(lambda name: _text(root / name)).items()
        for name, internal in _ASKED.items():
            yield name, schema_text(asked_schema(Visit, internal=internal))


def _text(file: Path) -> str | None:
    try:
        return file.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None


def _below(model: type[Shape]) -> Iterator[type[Shape]]:
    for child in model.__subclasses__():
        if child.__module__.startswith("generator."):
            yield child
            yield from _below(child)

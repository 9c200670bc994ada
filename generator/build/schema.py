"""Write what is derived from the models: JSON Schemas, the editors' settings, what `init` brings.

Source: design, section 3, `congtac schema`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Final

from pydantic import BaseModel

import generator.compliance
import generator.domain
from generator.build.replace import write_file
from generator.domain.media import Picture
from generator.domain.records import Records
from generator.domain.visit import Visit
from generator.errors import RefusedError
from generator.load.tree import load_some, record_files
from generator.submit.asking import asked_schema
from generator.submit.frame import TEMPLATE, frame_of
from generator.submit.gate import gate_of
from generator.submit.json_schema import file_name, schema_text, schemas, undeclared, unmarked
from generator.submit.workspace import (
    EXTENSIONS,
    FOLDER,
    SETTINGS,
    differ_in_names_alone,
    workspace,
)

_OWN: Final = "generator/submit/schemas"
_SCHEMAS: Final = "*.schema.json"
_RECORDS: Final = "records"
# What the form in the browser asks, by whether it may ask for what is internal.
_ASKED: Final = {
    "generator/web/src/form/asked.schema.json": True,
    "generator/web/src/form/asked-public.schema.json": False,
}
_FRAME: Final = "mkdocs.yml"
_PACKAGES: Final = (f"{generator.domain.__name__}.", f"{generator.compliance.__name__}.")


@dataclass(frozen=True, slots=True)
class Derived:
    """The derived files that differ from what they should hold, and those that should not be.

    Of the stale ones, those `behind` lack only names that the records have got since.
    """

    stale: dict[str, str]
    behind: frozenset[str]
    gone: tuple[str, ...]
    count: int
    root: Path

    @property
    def names(self) -> tuple[str, ...]:
        """The paths of all of them, sorted."""
        return tuple(sorted((*self.stale, *self.gone)))

    @property
    def sound(self) -> bool:
        """Whether nothing is to be mended before a change is taken in."""
        return not self.gone and self.stale.keys() <= self.behind

    def write(self) -> None:
        """Write the stale files, and remove those that nothing is derived into any more.

        Raises:
            OSError: a file cannot be written.
        """
        for name, text in self.stale.items():
            file = self.root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            write_file(file, text.encode())
        for name in self.gone:
            (self.root / name).unlink()


def derive(root: Path) -> Derived:
    """Return what is stale below the folder of a repository: this project's, or an organisation's.

    Raises:
        RefusedError: a field of a model has no title or no audience, or the editors' settings are
            not JSON.
    """
    missing = (*undeclared(models()), *unmarked(carriers()))
    if missing:
        listed = "\n".join(f"  {each}" for each in missing)
        message = f"Mọi khóa của mô hình phải có tên và đối tượng được xem:\n{listed}"
        raise RefusedError(message)
    wanted = dict(_wanted(root))
    stale = {name: text for name, text in wanted.items() if _text(root / name) != text}
    behind = frozenset(
        name
        for name, text in stale.items()
        if differ_in_names_alone(_text(root / name) or "", text)
    )
    folders = (FOLDER, _OWN) if _is_own(root) else (FOLDER,)
    found = (f"{each}/{file.name}" for each in folders for file in (root / each).glob(_SCHEMAS))
    gone = tuple(name for name in found if name not in wanted)
    return Derived(stale, behind, gone, len(wanted), root)


def models() -> tuple[type[BaseModel], ...]:
    """Return every model of records and results, by name."""
    _modules()
    found = (each for each in _below(BaseModel) if each.__module__.startswith(_PACKAGES))
    return tuple(sorted(found, key=lambda model: (model.__module__, model.__name__)))


def carriers() -> tuple[type, ...]:
    """Return the dataclasses that carry values of records from the counting to the pages."""
    counting = (
        each
        for module in _modules()
        if module.__name__.startswith(generator.compliance.__name__)
        for each in vars(module).values()
        if is_dataclass(each) and isinstance(each, type) and each.__module__ == module.__name__
    )
    return (Picture, *sorted(counting, key=lambda each: (each.__module__, each.__name__)))


def _modules() -> tuple[ModuleType, ...]:
    return tuple(
        import_module(module.name)
        for package in (generator.domain, generator.compliance)
        for module in iter_modules(package.__path__, f"{package.__name__}.")
    )


def _is_own(root: Path) -> bool:
    """Whether the folder is that of this project: the published schemas lie beside the code."""
    return (root / "generator/submit").is_dir()


def _wanted(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every derived file."""
    before = {name: _text(root / name) or "" for name in (SETTINGS, EXTENSIONS)}
    yield from workspace(_named(root / _RECORDS), before)
    if _is_own(root):
        for kind, schema in schemas().items():
            yield f"{_OWN}/{file_name(kind)}", schema_text(schema)
        yield TEMPLATE, frame_of(_text(root / _FRAME) or "")
        yield from gate_of(lambda name: _text(root / name)).items()
        for name, internal in _ASKED.items():
            yield name, schema_text(asked_schema(Visit, internal=internal))


def _named(root: Path) -> Records:
    """Return the records that have names to choose from, as far as they can be read."""
    if not root.is_dir():
        return Records()
    members = record_files(root, "members") if (root / "members").is_dir() else ()
    return load_some(root, members).records


def _text(file: Path) -> str | None:
    try:
        return file.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None


def _below(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for child in model.__subclasses__():
        if child.__module__.startswith("generator."):
            yield child
            yield from _below(child)

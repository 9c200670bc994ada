"""Mappings, lists and text as YAML that is pleasant to read in a pull request.

libyaml's emitter escapes emoji, marks open ends with `...` and sets lists flush with their key; the
editors in the browser do none of that. So the text is written here, in the way of the browser's
`yaml` package, and every reader gives back the tree that was written.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, Final

import yaml

from generator.load.hygiene import FORBIDDEN

_STEP: Final = "  "

# What YAML would not read as this plain text, or not as text at all.
_NEVER_PLAIN: Final = re.compile(
    r"""
      \A (?: [,\[\]{}\#&*!|>'"%@`:] | [-?](?:[ ]|\Z) | --- | \.\.\. | (?:<<|=)?\Z | [ ] )
    | : (?:[ ]|\Z)
    | [ ]\#
    | [ ]\Z
    | [\t\n\r]
    """,
    re.VERBOSE,
)
# Words that a YAML 1.2 reader, or a reader of YAML 1.1 other than PyYAML, takes for a value.
_TYPED_ELSEWHERE: Final = re.compile(
    r"[yYnN]|0o[0-7]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", re.ASCII
)
_TYPED_BY_PYYAML: Final = yaml.SafeLoader.yaml_implicit_resolvers

# A block keeps these only by an accident of spaces, or not at all.
_NEVER_BLOCK: Final = re.compile(r"\A[ \t]*\n?\Z|\A\n+\Z|\A[ \t]+\n|(?:\A|\n)[ \t]+\n*\Z|\r")
_OPENS_INDENTED: Final = re.compile(r"\n*[ \t]")

_ESCAPED: Final = re.compile('["\\\\\n\r\t]|' + FORBIDDEN.pattern)
_ESCAPED_OR_FOREIGN: Final = re.compile(_ESCAPED.pattern + "|[^\x00-\x7f]")
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Typed(str):
    """A number, a date, or a yes or no: written plain, for readers that type what they read."""

    __slots__ = ()


def to_yaml(tree: Mapping[str, Any]) -> str:
    """Return YAML of mappings, lists and text; several lines of text become a `|` block.

    Text that other readers would take for a number, a date or a yes or no is quoted, unless it is
    `Typed`.
    """
    return "".join(f"{line}\n" for line in _mapping(tree, "")) or "{}\n"


def _mapping(tree: Mapping[str, Any], pad: str) -> Iterator[str]:
    for key, value in tree.items():
        yield from _entry(f"{pad}{_inline(key)}:", value, pad)


def _entry(opening: str, value: Any, pad: str) -> Iterator[str]:  # noqa: ANN401
    """Yield the lines of a key and its value; `pad` is the indentation of the key."""
    if not isinstance(value, Mapping | list | tuple):
        yield from _scalar(opening, value, pad)
    elif not value:
        yield f"{opening} {'{}' if isinstance(value, Mapping) else '[]'}"
    else:
        yield opening
        yield from _lines(value, pad + _STEP)


def _lines(value: object, pad: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _mapping(value, pad)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _item(item, pad)


def _item(value: object, pad: str) -> Iterator[str]:
    """Yield the lines of one item of a list; the first line of what it holds stands at the dash."""
    if isinstance(value, Mapping | list | tuple) and value:
        lines = _lines(value, pad + _STEP)
        yield f"{pad}- {next(lines)[len(pad) + len(_STEP) :]}"
        yield from lines
    else:
        yield from _entry(f"{pad}-", value, pad)


def _scalar(opening: str, text: str, pad: str) -> Iterator[str]:
    if "\n" not in text or _NEVER_BLOCK.search(text) or FORBIDDEN.search(text):
        yield f"{opening} {_inline(text)}"
        return
    indented = str(len(_STEP)) if _OPENS_INDENTED.match(text) else ""
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    yield f"{opening} |{indented}{('-', '', '+')[min(ends, 2)]}"
    for line in (body + "\n" * max(ends - 1, 0)).split("\n"):
        yield f"{pad}{_STEP}{line}" if line else ""


def _inline(text: str) -> str:
    """Return the text on one line: plain if every reader then takes it for this text."""
    if FORBIDDEN.search(text) or re.search(r"[\t\n\r]", text):
        return _double_quoted(text)
    if not _NEVER_PLAIN.search(text) and (isinstance(text, Typed) or not _ambiguous(text)):
        return text
    if '"' in text and "'" not in text:
        return f"'{text}'"
    return _double_quoted(text)


def _ambiguous(text: str) -> bool:
    """Whether some reader of YAML takes the plain text for something else than text."""
    resolvers = _TYPED_BY_PYYAML.get(text[:1], ())
    return bool(_TYPED_ELSEWHERE.fullmatch(text)) or any(
        pattern.match(text) for _, pattern in resolvers
    )


def _double_quoted(text: str) -> str:
    written = _ESCAPED.sub(lambda found: _escape(found.group()), text)
    if not unicodedata.is_normalized("NFC", written):
        # An accent with nothing before it would settle on the letter of an escape.
        written = _ESCAPED_OR_FOREIGN.sub(lambda found: _escape(found.group()), text)
    return f'"{written}"'


def _escape(character: str) -> str:
    return _ESCAPES.get(character) or f"\\U{ord(character):08X}"

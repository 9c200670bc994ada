"""What a file means to a reader that shares nothing with ours: PyYAML's own parser, all text.

It refuses some tabs that libyaml and the standard take for spaces, and a file that holds a tab and
is refused is not judged. Nor is one of which it refuses a question mark within brackets, as in
`[a?b]`, which for the standard is text (YAML 1.2.2, rule 129, ns-plain-safe-in).
"""

import re
import unicodedata
from typing import Any, Final

import yaml

_A_QUESTION: Final = re.compile(r"expected ',' or '[\]}]', but got '\?'")


class DisagreementError(Exception):
    """The other reader does not take the file for one mapping of text without repeated keys."""


def meaning(text: str) -> Any:
    """Return the tree of the text, in NFC.

    Raises:
        DisagreementError: it has none, or a key is repeated.
    """
    try:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise DisagreementError(str(error)) from error
    return _value(node)


def judges(text: str, error: DisagreementError) -> bool:
    """Return whether the other reader is one to ask about what it refuses here."""
    return "\t" not in text and not _A_QUESTION.search(str(error))


def _value(node: yaml.Node | None) -> Any:
    if isinstance(node, yaml.MappingNode):
        tree: dict[Any, Any] = {}
        for key, value in node.value:
            name = _value(key)
            if not isinstance(name, str) or name in tree:
                message = f"{name!r} is no key, or one too many"
                raise DisagreementError(message)
            tree[name] = _value(value)
        return tree
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    if isinstance(node, yaml.ScalarNode):
        return unicodedata.normalize("NFC", node.value)
    message = "there is nothing"
    raise DisagreementError(message)


def parts(text: str) -> tuple[str, str]:
    """Return front matter and body of an article, line by line; the body in NFC with LF."""
    lines = re.split("(?<=\n)|(?<=\r)(?!\n)", text)
    closing = next(n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
    body = "".join(lines[closing + 1 :])
    body = body.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(lines[1:closing]), unicodedata.normalize("NFC", body)

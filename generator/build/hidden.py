"""What a site must not tell: every text of the records that its audience's view does not hold.

It is told by what the models call internal and by what the projection dropped, so that neither a
page that goes round the projection nor a projection that forgets a field stays unseen.
Source: issue *Trust*, Two audiences and Retraction; research/reliability.md, section 4, row 34.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from types import MappingProxyType
from typing import Final

from pydantic import BaseModel

from generator.audience import View
from generator.build.phrases import Phrase, phrases, windows, words
from generator.compliance.timeliness import TIMELINESS
from generator.domain.fields import audience_of
from generator.domain.media import IMAGE_SUFFIXES
from generator.domain.records import Records

_Place = tuple[str, ...]
"""The path of a file, and the keys within."""
_Leaf = tuple[_Place, str]

_SUFFIXES: Final = tuple(IMAGE_SUFFIXES)
_FOLDERS: Final = ("members", "policies", "plans", "visits")
# Names of bodies stand on many pages, by right.
_BODIES: Final = frozenset({"addressee", "by", "department", "position", "referred_to"})
# How pages show results that outsiders are not told of, and that a page is not for them.
_INTERNAL_STATES: Final = ("on_pace", "behind", *TIMELINESS)
_MARKS: Final = (
    b"ct-mark--internal",
    b'class="ct-internal"',
    *(f'ct-status--{each.replace("_", "-")}"'.encode() for each in _INTERNAL_STATES),
)


@dataclass(frozen=True)
class Hidden:
    """Phrases with where in the records they stand, and marks that no page may bear."""

    phrases: Mapping[Phrase, str] = field(default_factory=lambda: MappingProxyType({}))
    marks: tuple[bytes, ...] = ()

    @cached_property
    def lengths(self) -> frozenset[int]:
        """How many words the phrases have."""
        return frozenset(map(len, self.phrases))


NOTHING: Final = Hidden()


def hidden_from(records: Records, view: View) -> Hidden:
    """Return what the view's audience must not be told of the records; of those that stand, all."""
    told = {text for _, text in _told(view)}
    found: dict[Phrase, _Place] = {}
    for place, text in _leaves_of(records):
        if text not in told:
            for phrase in phrases(words(text)):
                found.setdefault(phrase, place)
    lengths = {len(each) for each in found}
    for said in map(words, told if found else ()):
        for length in lengths:
            for phrase in windows(said, length):
                found.pop(phrase, None)
    places = {phrase: _written(place) for phrase, place in found.items()}
    return Hidden(places, () if view.internal else _MARKS)


def _told(view: View) -> Iterator[_Leaf]:
    """Yield what the audience may see; an internal field that is still there is not of it."""
    yield from _leaves_of(view.records, internal=view.internal)
    for article in view.records.articles.values():
        yield from _leaves(article, (article.path,), internal=True)
    for gone in (*view.gone, *view.gone_articles):
        yield from _leaves(gone, (gone.path,), internal=True)


def _leaves_of(records: Records, *, internal: bool = True) -> Iterator[_Leaf]:
    singles = (records.organisation, records.unit_list, records.activities)
    held = (record for folder in _FOLDERS for record in getattr(records, folder).values())
    for record in (*(each for each in singles if each), *held):
        yield from _leaves(record, (record.path,), internal=internal)
    # The sentences of news are those of guide and figures; an article is known by its name.
    for article in records.articles.values():
        yield (article.path, "id"), article.id


def _leaves(value: object, place: _Place, *, internal: bool) -> Iterator[_Leaf]:
    """Yield every text below a value with its place."""
    if isinstance(value, str):
        yield place, _shown(value)
    elif isinstance(value, BaseModel):
        for name, key in _fields(type(value), internal=internal):
            inner = getattr(value, name)
            if isinstance(inner, str):
                yield (*place, key), _shown(inner)
            elif isinstance(inner, Iterable):
                yield from _leaves(inner, (*place, key), internal=internal)
    elif isinstance(value, Iterable):
        for number, each in enumerate(value):
            yield from _leaves(each, (*place, str(number)), internal=internal)


@cache
def _fields(model: type[BaseModel], *, internal: bool) -> tuple[tuple[str, str], ...]:
    """Return the fields that are looked at, each with the key by which it is written."""
    return tuple(
        (name, spec.alias or name)
        for name, spec in model.model_fields.items()
        if name not in _BODIES and (internal or audience_of(spec) != "internal")
    )


def _shown(text: str) -> str:
    """Return the text as it is shown: pictures by the same name in other formats."""
    if text.endswith(_SUFFIXES):
        text = text.removesuffix(next(each for each in _SUFFIXES if text.endswith(each)))
    return text


def _written(place: _Place) -> str:
    """Return the place in one line: `records/members/an.yml: leave.0.reason`."""
    path, *keys = place
    return f"{path}: {'.'.join(keys)}"

"""Photos that arrive beside a record: each finds its name. Source: issue *Submission*, Door 2."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Assigned:
    """The photos by the names that the record gives them, and what did not fit together."""

    named: Mapping[str, bytes]
    missing: tuple[str, ...]
    unused: tuple[str, ...]


def assigned(wanted: Sequence[str], given: Sequence[tuple[str, bytes]]) -> Assigned:
    """Give each photo its name: by its own, else, if as many are left as names, in their order.

    Chat programs rename what they carry, but keep the order in which photos were chosen.
    """
    left = list(given)
    named: dict[str, bytes] = {}
    for name in wanted:
        fits = [each for each in left if each[0].lower() in (name, name.rpartition("/")[2])]
        if len(fits) == 1:
            named[name] = fits[0][1]
            left.remove(fits[0])
    missing = [name for name in dict.fromkeys(wanted) if name not in named]
    if len(missing) == len(left):
        named |= {name: data for name, (_, data) in zip(missing, left, strict=True)}
        missing, left = [], []
    ordered = {name: named[name] for name in wanted if name in named}
    return Assigned(ordered, tuple(missing), tuple(name for name, _ in left))

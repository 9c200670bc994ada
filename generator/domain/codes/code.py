"""What the guide says of one code."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One code: a name of a few words, what is wrong and why it matters, how to mend it.

    `wrong` and `right` are pieces of a file, or names of files, before and after the mend.
    """

    code: str
    title: str
    meaning: str
    mend: str
    wrong: str
    right: str

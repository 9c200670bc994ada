"""Names that never change, for what others keep a copy of: entries of feeds, events of calendars.

They rest on the id of a record alone, not on the site's address, a title or a state.
Source: issue *Site*, Subscribe; RFC 4287, section 4.2.6 (Atom); RFC 7986, section 5.3 (UID).
"""

from typing import Final
from uuid import UUID, uuid5

# Drawn once. Whoever changes it gives every entry and event a new name.
_NAMESPACE: Final = UUID("c575c315-ac09-4c2e-9537-9b34fad3c538")


def permanent_id(kind: str, key: str) -> UUID:
    """Return the name of a thing: `article` and its id, `visit` and its id."""
    return uuid5(_NAMESPACE, f"{kind}/{key}")

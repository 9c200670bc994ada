"""The page at `/admin/`: the editor, or what is still to be set up before there is one.

It is a page of its own, without the site's frame: Decap takes the whole window. Source: issue
*Submission*, Door 3; design, section 4.
"""

import json
from collections.abc import Iterator
from typing import Final

from generator.audience import View
from generator.domain.organisation import FORGES
from generator.domain.scalars import id_like
from generator.present import addresses
from generator.present.page import Artifact
from generator.present.tables.table import notice
from generator.present.templating import render
from generator.submit.adopt import plain_name
from generator.submit.editor.collections import configuration
from generator.submit.editor.forge import NOWHERE, SignIn, is_ready, policy

TITLE: Final = "Trình soạn thảo"
_ADDRESS: Final = f"{addresses.EDITOR}index.html"


def editor_files(view: View, sign_in: SignIn = NOWHERE) -> Iterator[Artifact]:
    """Yield the page and, if somebody can sign in, what the editor is configured with."""
    organisation = view.records.organisation
    repository = organisation.repository if organisation else None
    ready = is_ready(repository, sign_in)
    page = render(
        "admin.html",
        addresses.EDITOR,
        {
            "title": TITLE,
            "policy": policy(repository, sign_in),
            "ready": ready,
            "forge": FORGES[repository.forge] if repository else "",
            "organisation": organisation.name if organisation else "",
            "demo": bool(organisation and organisation.demo),
            "internal": view.internal,
        },
    )
    yield Artifact(_ADDRESS, page.encode())
    if ready:
        yield Artifact(addresses.EDITOR_CONFIG, _config(view, sign_in).encode())


def _config(view: View, sign_in: SignIn) -> str:
    """Return what the page's script reads: Decap's configuration, and what names a new file."""
    organisation = view.records.organisation
    pinned = organisation.as_of if organisation else None
    units = view.records.units.values()
    told = {
        "notice": notice(view),
        "decap": configuration(view, sign_in),
        "today": pinned.isoformat() if pinned else "",
        "units": [{"id": unit.id, "slug": id_like(plain_name(unit.name))} for unit in units],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"

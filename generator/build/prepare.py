"""From sound records to everything that the site shows of them, for one audience."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from generator.audience import View, project
from generator.build.check import Checked
from generator.build.compiled import compiled_templates
from generator.build.edition import edition_files
from generator.build.figures import UnsoundRecordsError, day_counted, sound_records
from generator.build.gallery import gallery
from generator.build.hidden import NOTHING, Hidden, hidden_from
from generator.compliance.results import assess
from generator.domain.fields import Audience
from generator.domain.organisation import Organisation
from generator.domain.records import Records
from generator.load.tree import Progress
from generator.load.undisturbed import undisturbed
from generator.present import addresses
from generator.present.articles import pictures
from generator.present.feeds import feed_links, feed_title
from generator.present.mistakes import mistake_form
from generator.present.page import Artifact, Site
from generator.present.renditions import as_shown, weighed
from generator.present.site import site
from generator.present.templating import keep_compiled
from generator.present.wording import day
from generator.submit.editor.forge import NOWHERE, SignIn
from generator.submit.editor.page import editor_files
from generator.submit.form import form_data, form_page
from generator.submit.json_schema import schema_text, schemas
from generator.submit.workbook.template_file import template_files


@dataclass(frozen=True, slots=True)
class Settings:
    """What the host is told of the site: its address, and how its editor lets people in.

    Both are empty if nobody said; the address ends in a slash.
    """

    base: str = ""
    sign_in: SignIn = NOWHERE


UNSET: Final = Settings()


@dataclass(frozen=True)
class Prepared:
    """The site's pages and files, and what the frame around every page says.

    `pictures` are the files of its pictures, drawn anew, by the address of each.
    `news` is what the feeds of the news are called; without a name no page leads to them. `hidden`
    is what the finished site is searched for.
    """

    site: Site
    records: Path
    organisation: Organisation | None
    audience: Audience
    as_of: date
    news: str = ""
    pictures: Mapping[str, Path] = field(default_factory=dict)
    hidden: Hidden = NOTHING

    @property
    def frame(self) -> dict[str, Any]:
        """The values that the theme reads; see the theme's README."""
        organisation = self.organisation
        return {
            "demo": organisation is not None and organisation.demo,
            "audience": self.audience,
            "organisation": organisation.name if organisation else "",
            "as_of": day(self.as_of),
            "mistakes": mistake_form(organisation),
            "personal_data": addresses.PERSONAL,
            "feeds": feed_links(self.news) if self.news else [],
        }


@undisturbed()
def prepare(
    root: Path,
    audience: Audience,
    asked: date | None,
    today: date,
    progress: Progress = lambda _: None,
    *,
    settings: Settings = UNSET,
) -> Prepared:
    """Read, check, count, project, draw the pictures and present.

    Raises:
        UnsoundRecordsError: there are findings, so nothing is presented.
        UsageError: `root` cannot be read, or what was drawn cannot be kept.
    """
    view, hidden = _seen_by(audience, sound_records(root, progress), asked, today)
    drawn = gallery(pictures(view), root, progress)
    if drawn.findings:
        raise UnsoundRecordsError(Checked(view.records, drawn.findings, drawn.looked_at))
    view = weighed(view, {path: file.stat().st_size for path, file in drawn.files.items()})
    keep_compiled(compiled_templates())
    made = site(view, settings.base)
    stamped = replace(
        made,
        pages=(*made.pages, form_page(view)),
        artifacts=(
            *made.artifacts,
            form_data(view),
            *editor_files(view, settings.sign_in),
            _build_stamp(root),
            *_schemas(),
            *template_files(view),
            *edition_files(audience),
        ),
    )
    organisation, as_of = view.records.organisation, view.results.as_of
    news = feed_title(view)
    return Prepared(stamped, root, organisation, audience, as_of, news, drawn.files, hidden)


def _seen_by(
    audience: Audience, records: Records, asked: date | None, today: date
) -> tuple[View, Hidden]:
    """Return what the audience sees of the records, and what it must not be told of them.

    The whole records go with this call: what is made of the view needs the room.
    """
    results = assess(records, day_counted(records, asked, today))
    view = project(records, results, audience)
    return as_shown(view), hidden_from(records, view)


def _build_stamp(root: Path) -> Artifact:
    """Return `build.json`: the commit of the records and its date; null outside git."""
    commit, committed = _commit(root)
    content = json.dumps({"commit": commit, "date": committed}, indent=2) + "\n"
    return Artifact(addresses.BUILD, content.encode())


def _schemas() -> Iterator[Artifact]:
    """Yield the JSON Schema of every kind of record, at the address that editors are given."""
    for kind, schema in schemas().items():
        yield Artifact(addresses.schema(kind), schema_text(schema).encode())


def _commit(root: Path) -> tuple[str | None, str | None]:
    command = ["git", "-C", str(root), "log", "-1", "--format=%H %cI"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return None, None
    commit, _, committed = told.stdout.strip().partition(" ")
    return commit or None, committed or None

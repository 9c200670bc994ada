"""The MkDocs plugin: hands the generated pages and files to MkDocs, and nothing more.

Pages come as HTML. They enter as empty Markdown and get their content afterwards, by MkDocs' own
hooks, so that search, sitemap, link checks and the preview treat them as any other page.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.build.beside import MOST_FILES
from generator.build.compiled import compiled_templates
from generator.build.edition import require_same_edition
from generator.build.figures import UnsoundRecordsError
from generator.build.leaks import require_no_leaks
from generator.build.memory import Memory
from generator.build.prepare import Prepared, prepare
from generator.build.standing import Kept
from generator.domain.fields import Audience
from generator.errors import CongtacError
from generator.host.clock import today
from generator.host.framing import Framing
from generator.host.late_files import LateFiles
from generator.host.offline import worker
from generator.host.policy import policy, theme_scripts, with_policy
from generator.host.record_file import ArtifactFile, RecordFile
from generator.host.settings import settings_of
from generator.host.suitable import frames_alike, named_in_nav
from generator.present.findings import as_text
from generator.present.page import LateArtifact, Page

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger(__name__)

PACKAGE: Final = Path(__file__).resolve().parent.parent
BROWSER_PART: Final = PACKAGE / "web" / "dist"
THEME: Final = PACKAGE / "host" / "theme"


class CongtacConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in `mkdocs.yml`."""

    records = c.Type(str, default="records")
    audience = c.Choice(("public", "internal"), default="public")
    as_of = c.Type((str, date), default="")


class CongtacPlugin(BasePlugin[CongtacConfig]):  # type: ignore[no-untyped-call]
    """Adds what `prepare` makes of the records; `given` is used instead, once, if it is set.

    So is `kept`, which has what was made before. A preview has a memory of its own.
    """

    given: Prepared | None = None
    kept: Kept | None = None

    def __init__(self) -> None:
        self._pages: dict[str, Page] = {}
        self._prepared: Prepared | None = None
        self._memory: Memory | None = None
        self._kept: Kept | None = None
        self._alone = True
        self._alike = False
        self._late: list[LateArtifact] = []
        self._scripts: tuple[re.Pattern[str], ...] = ()
        self._nav: Navigation | None = None
        self._framing: Framing | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether a preview runs; MkDocs then keeps this plugin from build to build."""
        del dirty
        self._memory = Memory() if command == "serve" else None

    def on_config(self, config: "MkDocsConfig") -> "MkDocsConfig":
        """Read the records; tell the theme whose site this is and where its assets lie."""
        self._alone = self.given is None and not self._serving
        self._kept, self.kept = self._memory or self.kept, None
        if self._memory is not None:
            self._memory.begin()
        prepared, self.given = self.given or self._prepare(config), None
        if self._alone:
            with _told_by_mkdocs():
                require_same_edition(Path(config.site_dir), prepared.audience)
        self._prepared = prepared
        self._pages = {page.source: page for page in prepared.site.pages}
        config.extra["congtac"] = prepared.frame
        entries = [{page.nav: page.source} for page in prepared.site.pages if page.nav]
        if config.nav:
            config.nav = [*config.nav[:1], *entries, *config.nav[1:]]
        if not (BROWSER_PART / "assets" / "congtac.js").is_file():
            message = (
                "Thiếu phần chạy trên trình duyệt. Chạy make site, hoặc npm ci && node build.mjs "
                "trong generator/web."
            )
            raise Abort(message)
        # An organisation's own `mkdocs.yml` cannot name a folder of the installed package; its
        # `custom_dir`, if it has one, still comes first.
        own = 1 if config.theme.custom_dir else 0
        for folder in (BROWSER_PART, THEME):
            if str(folder) not in config.theme.dirs:
                config.theme.dirs.insert(own, str(folder))
        return config

    def on_files(self, files: Files, *, config: "MkDocsConfig") -> Files:
        """Add the pages, files and pictures; in the navigation only where `nav` names them."""
        site = self._read().site
        taken = {file.dest_uri: file.src_uri for file in files}
        led = named_in_nav(config.nav)
        alike = self._alike = frames_alike(config, self, (BROWSER_PART, THEME))
        for page in site.pages:
            if alike and page.source not in led and page.address:
                _add(files, RecordFile(page, config, self._dress), taken)
                continue
            file = File.generated(
                config, page.source, content="", inclusion=InclusionLevel.NOT_IN_NAV
            )
            _add(files, file, taken)
        # Whoever else has a hand in files may have changed those that stand.
        kept = self._kept if alike else None
        # A preview has threads, which a copy of it would not have.
        copied = alike and not self._serving and len(site.pages) <= MOST_FILES
        self._late = []
        for artifact in site.artifacts:
            late = artifact if copied and isinstance(artifact, LateArtifact) else None
            if late is not None:
                self._late.append(late)
            _add(files, ArtifactFile(artifact, config, kept, later=late is not None), taken)
        for path, drawn in self._read().pictures.items():
            _add(files, File.generated(config, path, abs_src_path=str(drawn)), taken)
        return files

    def on_pre_page(
        self, page: "MkDocsPage", *, config: "MkDocsConfig", files: Files
    ) -> "MkDocsPage":
        """Spare a generated page the setting up of Markdown, which has nothing to convert here."""
        if page.file.src_uri in self._pages:
            page.content = ""
            page.render = lambda *_: None  # type: ignore[method-assign]
        return page

    def on_page_markdown(
        self, markdown: str, *, page: "MkDocsPage", config: "MkDocsConfig", files: Files
    ) -> str:
        """Give a generated page its title and what the frame wants to know."""
        page.update_date = self._update_date
        made = self._pages.get(page.file.src_uri)
        if made:
            self._dress(page, made)
        return markdown

    def on_page_content(
        self, html: str, *, page: "MkDocsPage", config: "MkDocsConfig", files: Files
    ) -> str:
        """Give a generated page its content, contents list and search entry."""
        made = self._pages.get(page.file.src_uri)
        if made is None:
            return html
        return made.body

    def on_env(self, env: "Environment", *, config: "MkDocsConfig", files: Files) -> "Environment":
        """Learn the theme's scripts; give the search plugin a small entry for each page to find."""
        if self._nav is not None:
            self._framing = Framing(config, self._nav, files, env, self._kept)
        if self._alike:
            # Whoever else has a hand in pages may have changed what templates are compiled with.
            env.bytecode_cache = compiled_templates()
        self._scripts = theme_scripts(_templates(env, config.theme.dirs))
        search = config.plugins.get("search") or config.plugins.get("material/search")
        index = getattr(search, "search_index", None)
        if index is not None:
            for page in self._pages.values():
                if page.search:
                    entry: dict[str, str | int] = {
                        "location": page.address,
                        "title": escape(page.title, quote=False),
                        "text": escape(page.search, quote=False),
                    }
                    if page.weight > 1:
                        entry["boost"] = page.weight
                    index.entries.append(entry)
        return env

    def on_nav(self, nav: "Navigation", *, config: "MkDocsConfig", files: Files) -> "Navigation":
        """Remember the navigation, which stands in the frame of every page."""
        self._nav = nav
        return nav

    def on_template_context(
        self, context: "TemplateContext", *, template_name: str, config: "MkDocsConfig"
    ) -> "TemplateContext":
        """Give the sitemap the pages that MkDocs does not build."""
        if self._framing is not None and template_name == "sitemap.xml":
            context["pages"] = list[Any](self._framing.listed(self._update_date))
        return context

    def on_post_template(
        self, output_content: str, *, template_name: str, config: "MkDocsConfig"
    ) -> str:
        """Give a page without a source its policy: the one that says that nothing is there."""
        return self._guarded(output_content) if template_name.endswith(".html") else output_content

    def on_post_page(self, output: str, *, page: "MkDocsPage", config: "MkDocsConfig") -> str:
        """Give a page its policy, or the one that it asks for by `csp` in its meta."""
        if self._alike and page.file.src_uri in self._pages:
            # It stands in `output`; MkDocs would keep it to the end, and long lists are large.
            page.content = None
        return self._guarded(output, page.meta.get("csp"))

    @property
    def _serving(self) -> bool:
        return self._memory is not None

    @property
    def _update_date(self) -> str:
        """The sitemap bears the day of the figures, never the time of the build."""
        return self._read().as_of.isoformat()

    def _dress(self, page: "MkDocsPage", made: Page) -> None:
        """Give a page of MkDocs all that is made of the records but its content."""
        page.update_date = self._update_date
        page.markdown = ""
        # Material prints both as they are, the one into an attribute.
        title, description = escape(made.title, quote=False), escape(made.description)
        page.meta = {"title": title, "description": description, **made.meta}
        page.edit_url = None
        # The search plugin takes entries from the content; ours are smaller and foldable.
        page.meta["search"] = {"exclude": True}
        # A contents list takes HTML, as the Markdown of a heading would give it.
        links = [AnchorLink(escape(h.text, quote=False), h.id, 2) for h in made.headings]
        page.toc = TableOfContents(links)
        page.present_anchor_ids = {heading.id for heading in made.headings}

    def _guarded(self, html: str, own: str | None = None) -> str:
        """Return the page with its policy; a preview has none, for it reloads by a script."""
        return html if self._serving else with_policy(html, own or policy(html, self._scripts))

    # After the search plugin, whose index is looked through as well.
    @event_priority(-100)
    def on_post_build(self, *, config: "MkDocsConfig") -> None:
        """Write the pages that MkDocs does not build, and the workers of those that open offline.

        In a preview, these keep nothing. Where MkDocs builds alone, without `congtac build` around
        it, refuse a site that leaks.
        """
        site = Path(config.site_dir)
        if self._framing is not None:
            LateFiles(self._late, site, self._kept).write_with(self._framing.write)
        for page in self._pages.values():
            if asked := page.meta.get("offline"):
                text = worker(site, page.address, *asked["files"], kept=not self._serving)
                (site / asked["worker"]).write_text(text, encoding="utf-8")
        if self._alone:
            with _told_by_mkdocs():
                require_no_leaks(site, self._read().hidden)

    def on_serve(
        self, server: "LiveReloadServer", *, config: "MkDocsConfig", builder: Callable[[], None]
    ) -> "LiveReloadServer":
        """Follow records, templates and the theme while the preview runs."""
        for watched in (
            self._read().records,
            PACKAGE / "present" / "templates",
            THEME,
        ):
            server.watch(str(watched))
        return server

    def _prepare(self, config: "MkDocsConfig") -> Prepared:
        base = Path(config.config_file_path).parent if config.config_file_path else Path()
        root = base / self.config.records
        audience: Audience = "internal" if self.config.audience == "internal" else "public"
        asked = _day(self.config.as_of)
        try:
            return prepare(root, audience, asked, today(), settings=settings_of(config))
        except UnsoundRecordsError as error:
            checked = error.checked
            return self._instead(as_text(checked.findings, checked.count))
        except CongtacError as error:
            return self._instead(str(error))

    def _instead(self, fault: str) -> Prepared:
        """Stop a build; keep a preview on the last sound records, and say what is wrong."""
        if self._serving and self._prepared:
            log.error(fault)
            return self._prepared
        raise Abort(fault)

    def _read(self) -> Prepared:
        if self._prepared is None:
            message = "The plugin was not configured."
            raise PluginError(message)
        return self._prepared


@contextmanager
def _told_by_mkdocs() -> Iterator[None]:
    try:
        yield
    except CongtacError as error:
        raise Abort(str(error)) from error


def _templates(env: "Environment", folders: Iterable[str]) -> Iterator[str]:
    """Yield the source of every page that the theme has in its folders, and of their parts.

    Hidden folders hold none, but thousands of drawings.
    """
    if env.loader:
        found = {
            path.relative_to(folder).as_posix()
            for folder in folders
            for top in Path(folder).glob("[!.]*")
            for path in (top.rglob("*.html") if top.is_dir() else [top])
            if path.suffix == ".html"
        }
        for name in sorted(found):
            yield env.loader.get_source(env, name)[0]


def _add(files: Files, file: File, taken: Mapping[str, str]) -> None:
    """Add a file; a hand-written one that would be written there is a mistake that must be told."""
    written = taken.get(file.dest_uri)
    if written is not None:
        message = f"docs/{written} đứng ở chỗ của một trang do bản ghi dựng ra."
        raise Abort(message)
    files.append(file)


def _day(written: object) -> date | None:
    """Return the day of the option `as_of`, text or a day; None if it was left empty."""
    if not written:
        return None
    try:
        return date.fromisoformat(str(written))
    except ValueError as error:
        message = f"as_of: “{written}” không phải là ngày. Viết năm-tháng-ngày, ví dụ 2019-12-31."
        raise Abort(message) from error

"""A page made of records as MkDocs knows it: links lead to it, and MkDocs does not build it."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

from generator.build.standing import Kept
from generator.present.page import Artifact, Page

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as MkDocsPage

Dress = Callable[["MkDocsPage", Page], None]
"""Gives a page of MkDocs all that is made of the records but its content."""


class RecordFile(File):
    """The file of one page out of the navigation; `framing` writes it."""

    def __init__(self, made: Page, config: "MkDocsConfig", dress: Dress) -> None:
        super().__init__(
            made.source,
            None,
            config.site_dir,
            use_directory_urls=True,
            dest_uri=f"{made.address}index.html",
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by = "congtac"
        self.made = made
        self._content = ""
        self._config = config
        self._dress = dress

    # MkDocs has a plain attribute here; few pages of records are ever asked for theirs.
    @property
    def page(self) -> "MkDocsPage":
        """The page, without its content, made whenever somebody asks."""
        return self.page_of(self.made)

    @page.setter
    def page(self, page: "MkDocsPage | None") -> None:
        """Keep none."""

    def page_of(self, made: Page) -> "MkDocsPage":
        """Return the page that MkDocs would have here for what was made, without its content."""
        pages = import_module(f"{host_of(self._config)}.structure.pages")
        page: MkDocsPage = pages.Page(None, self, self._config)
        self._dress(page, made)
        return page

    def is_documentation_page(self) -> bool:
        """Keep MkDocs from reading and building it."""
        return False

    def is_media_file(self) -> bool:
        """It is none of these either."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002  (as MkDocs has it)
        """Leave it to whoever writes the pages."""


class ArtifactFile(File):
    """A file of the site that is no page; its bytes are made when they are copied.

    If it is `later`, whoever writes the pages writes it too.
    """

    def __init__(
        self,
        made: Artifact,
        config: "MkDocsConfig",
        kept: Kept | None = None,
        *,
        later: bool = False,
    ) -> None:
        super().__init__(
            made.path, None, config.site_dir, use_directory_urls=config.use_directory_urls
        )
        self.generated_by = "congtac"
        self.made = made
        self._kept = kept
        self._later = later

    # MkDocs has a plain attribute here, the text or the bytes that it writes.
    @property
    def _content(self) -> bytes:
        made = self.made
        if self._kept is None:
            return made.content
        return self._kept.file(made.path, made.made_of, lambda: made.content)

    @_content.setter
    def _content(self, content: object) -> None:
        """Keep none."""

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002  (as MkDocs has it)
        """Write it, unless that is for later."""
        if not self._later:
            super().copy_file(dirty)


def host_of(config: "MkDocsConfig") -> str:
    """Return the package that runs: MkDocs, or one that goes on from it."""
    return type(config).__module__.partition(".")[0]

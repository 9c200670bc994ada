"""What `mkdocs.yml` says of the site to those who know no host.

Source: docs/developers/editor-sign-in.md, for `extra: editor:`.
"""

from typing import TYPE_CHECKING

from generator.build.prepare import Settings
from generator.submit.editor.forge import SignIn

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def settings_of(config: "MkDocsConfig") -> Settings:
    """Return what is told; what is not told is empty."""
    told = config.extra.get("editor") or {}
    sign_in = SignIn(
        service=str(told.get("service") or ""),
        app_id=str(told.get("app_id") or ""),
        local=str(told.get("local") or ""),
    )
    return Settings(config.site_url or "", sign_in)

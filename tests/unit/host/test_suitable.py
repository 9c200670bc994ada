"""Frames are shared only where nobody else has a hand in how a page comes to be."""

from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config

from generator.host.suitable import frames_alike, named_in_nav

BASE = "site_name: Thử\ntheme: {name: material}\nplugins: [search, congtac]\n"


def asked(folder: Path, text: str = BASE) -> bool:
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    config: Any = load_config(str(folder / "mkdocs.yml"))
    return frames_alike(config, config.plugins["congtac"], [])


def test_material_with_its_search_and_us(tmp_path: Path) -> None:
    assert asked(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        BASE.replace("material", "mkdocs").replace("search, ", ""),
        BASE + "use_directory_urls: false\n",
        BASE + "extra_templates: [x.html]\n",
        BASE.replace("name: material", "name: material, static_templates: [x.html]"),
        BASE.replace("search", "search, tags"),
    ],
)
def test_what_may_differ_from_page_to_page(tmp_path: Path, text: str) -> None:
    assert not asked(tmp_path, text)


@pytest.mark.parametrize(
    ("event", "alike"),
    [
        ("startup", True),
        ("config", True),
        ("pre_build", True),
        ("build_error", True),
        ("files", False),
        ("nav", False),
        ("env", False),
        ("post_build", False),
        ("template_context", False),
        ("post_template", False),
        ("pre_page", False),
        ("page_read_source", False),
        ("page_markdown", False),
        ("page_content", False),
        ("page_context", False),
        ("post_page", False),
    ],
)
def test_what_others_do(tmp_path: Path, event: str, *, alike: bool) -> None:
    (tmp_path / "theirs.py").write_text(f"def on_{event}(*_, **__): ...\n", encoding="utf-8")
    assert asked(tmp_path, BASE + "hooks: [theirs.py]\n") is alike


@pytest.mark.parametrize(
    ("name", "alike"), [("x.svg", True), ("partials/nav.html", False), ("sitemap.xml", False)]
)
def test_templates_of_their_own(tmp_path: Path, name: str, *, alike: bool) -> None:
    (tmp_path / "own" / name).parent.mkdir(parents=True)
    (tmp_path / "own" / name).write_text("", encoding="utf-8")
    config = BASE.replace("name: material", "name: material, custom_dir: own")
    assert asked(tmp_path, config) is alike


def test_templates_that_we_brought(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "main.html").write_text("", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    text = BASE.replace("name: material", "name: material, custom_dir: own")
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    config: Any = load_config(str(tmp_path / "mkdocs.yml"))
    assert frames_alike(config, config.plugins["congtac"], [tmp_path / "own"])


@pytest.mark.parametrize(
    ("nav", "named"),
    [
        (None, set()),
        (
            ["a.md", {"B": "b.md"}, {"C": ["c.md", {"D": "d/index.md"}]}],
            {"a.md", "b.md", "c.md", "d/index.md"},
        ),
    ],
)
def test_what_the_navigation_names(nav: object, named: set[str]) -> None:
    assert named_in_nav(nav) == named

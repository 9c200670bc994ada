"""The plugin of MkDocs: pages and files come in, faults are told, a preview stays."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.build.hidden import Hidden
from generator.build.phrases import phrases, words
from generator.build.prepare import Prepared
from generator.host import plugin as module
from generator.host.plugin import CongtacPlugin
from generator.present.page import Artifact, Heading, Page, Site
from tests.builders import member, organisation, policy, records, visit, write


def prepared(*pages: Page, **keys: Any) -> Prepared:
    held = Site(pages, keys.get("artifacts", ()), ())
    made = Prepared(held, Path("records"), organisation(), "public", date(2020, 3, 15))
    return replace(made, pictures=keys.get("pictures", {}))


PAGE = Page(
    "uy-vien/",
    "Ủy viên & <b>",
    "<h1>Ủy viên</h1>",
    description='Danh sách "13" <b>',
    search="An & <Bình>",
    headings=(Heading("nam-2019", "Năm <2019>"),),
    meta={"hide": ["toc"]},
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with sound records and the frame of a site."""
    held = records(organisation(as_of="2020-03-15"), member("an"), visit("2019-03-05"), policy())
    write(held, tmp_path / "records")
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Thử\nplugins: [search, congtac]\n", encoding="utf-8"
    )
    return tmp_path


@pytest.fixture(autouse=True)
def browser_part(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built part for the browser, whether or not it was built here."""
    folder = tmp_path_factory.mktemp("dist")
    (folder / "assets").mkdir()
    (folder / "assets/congtac.js").write_text("", encoding="utf-8")
    monkeypatch.setattr(module, "BROWSER_PART", folder)
    return folder


@pytest.fixture
def config(project: Path) -> Any:
    return loaded(project)


def loaded(project: Path) -> Any:
    """Return the configuration as MkDocs has it when it calls the plugin, which it keeps."""
    config = load_config(str(project / "mkdocs.yml"))
    found = config.plugins["congtac"]
    found.__dict__.update(CongtacPlugin().__dict__, given=None, config=found.config)
    config.plugins._current_plugin = "congtac"
    return config


def plugin_of(config: Any, **options: Any) -> CongtacPlugin:
    found = config.plugins["congtac"]
    assert isinstance(found, CongtacPlugin)
    for name, value in options.items():
        setattr(found.config, name, value)
    return found


def read(found: CongtacPlugin) -> Prepared:
    assert found._prepared is not None
    return found._prepared


class TestBuildingAlone:
    """`mkdocs build` has no `congtac build` around it that would look."""

    def test_a_site_that_leaks_is_refused(self, config: Any) -> None:
        found = plugin_of(config)
        found.on_config(config)
        note = "Đoàn viên Tư phải đứng họp suốt buổi vì thiếu ghế ngồi"
        hidden = Hidden(dict.fromkeys(phrases(words(note)), "records/x.yml: note"))
        found._prepared, found._pages = replace(read(found), hidden=hidden), {}
        stage = Path(config.site_dir)
        stage.mkdir()
        (stage / "index.html").write_text(f"<p>{note}</p>", encoding="utf-8")
        with pytest.raises(Abort) as refused:
            found.on_post_build(config=config)
        assert str(refused.value) == (
            "Trang dựng xong nhưng không đưa ra:\n"
            "index.html: lộ phần không công khai, records/x.yml: note."
        )

    def test_the_other_edition_is_not_replaced(self, config: Any) -> None:
        stage = Path(config.site_dir)
        stage.mkdir()
        for name in ("build.json", "noi-bo.txt"):
            (stage / name).write_text("", encoding="utf-8")
        with pytest.raises(Abort, match="đang giữ bản NỘI BỘ, không thay bằng bản công khai"):
            plugin_of(config).on_config(config)

    def test_what_is_given_was_looked_at_already(self, config: Any) -> None:
        found = plugin_of(config)
        hidden = Hidden(marks=(b"x",))
        found.given = replace(prepared(), hidden=hidden)
        found.on_config(config)
        Path(config.site_dir).mkdir()
        (Path(config.site_dir) / "index.html").write_text("x", encoding="utf-8")
        found.on_post_build(config=config)
        assert read(found).hidden is hidden


class TestReading:
    def test_records_beside_the_configuration(self, config: Any, project: Path) -> None:
        found = plugin_of(config)
        found.on_config(config)
        assert read(found).records == project / "records"
        assert config.extra["congtac"]["as_of"] == "15/03/2020"
        assert config.extra["congtac"]["audience"] == "public"

    @pytest.mark.parametrize("written", ["2019-06-30", date(2019, 6, 30)])
    def test_the_day_that_is_asked_for(self, config: Any, written: str | date) -> None:
        found = plugin_of(config, as_of=written)
        found.on_config(config)
        assert read(found).as_of == date(2019, 6, 30)

    def test_the_audience_that_is_asked_for(self, config: Any) -> None:
        found = plugin_of(config, audience="internal")
        found.on_config(config)
        assert config.extra["congtac"]["audience"] == "internal"

    def test_what_is_given_is_used_instead(self, config: Any) -> None:
        found = plugin_of(config)
        found.given = given = prepared(PAGE)
        found.on_config(config)
        assert read(found) is given

    def test_once(self, config: Any, project: Path) -> None:
        """MkDocs keeps the plugin: the next build must not get this one's pages."""
        found = plugin_of(config)
        found.given = prepared(PAGE)
        for _ in range(2):
            found.on_config(config)
        assert read(found).records == project / "records"

    @pytest.mark.parametrize("written", ["2019-13-01", "hôm qua", "30/06/2019"])
    def test_a_day_that_is_none_is_told(self, config: Any, written: str) -> None:
        with pytest.raises(Abort, match=written):
            plugin_of(config, as_of=written).on_config(config)

    def test_without_configuration_nothing_is_made(self, config: Any) -> None:
        with pytest.raises(PluginError):
            CongtacPlugin().on_files(Files([]), config=config)


class TestTheme:
    def test_ours_come_first(self, config: Any, browser_part: Path) -> None:
        plugin_of(config).on_config(config)
        assert config.theme.dirs[:2] == [str(module.THEME), str(browser_part)]

    def test_but_for_the_organisations_own(self, project: Path, browser_part: Path) -> None:
        own = project / "giao-dien"
        own.mkdir()
        with (project / "mkdocs.yml").open("a", encoding="utf-8") as written:
            written.write("theme: {name: mkdocs, custom_dir: giao-dien}\n")
        config = loaded(project)
        plugin_of(config).on_config(config)
        assert config.theme.dirs[:3] == [str(own), str(module.THEME), str(browser_part)]

    def test_once_only(self, config: Any, browser_part: Path) -> None:
        for _ in range(2):
            plugin_of(config).on_config(config)
        assert config.theme.dirs.count(str(browser_part)) == 1

    def test_a_part_that_is_missing_is_told_with_the_mend(
        self, config: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(module, "BROWSER_PART", tmp_path / "nowhere")
        with pytest.raises(Abort) as told:
            plugin_of(config).on_config(config)
        assert str(told.value) == (
            "Thiếu phần chạy trên trình duyệt. Chạy make site, hoặc npm ci && node build.mjs "
            "trong generator/web."
        )


class TestFiles:
    def files(self, config: Any, held: Prepared, *written: File) -> Files:
        found = plugin_of(config)
        found.given = held
        found.on_config(config)
        return found.on_files(Files([*written]), config=config)

    def test_pages_files_and_pictures(self, config: Any, tmp_path: Path) -> None:
        held = prepared(
            PAGE,
            artifacts=(Artifact("build.json", b"{}"),),
            pictures={"anh/2019/a.jpg": tmp_path / "ab12.jpeg"},
        )
        files = self.files(config, held)
        assert sorted(each.src_uri for each in files) == [
            "anh/2019/a.jpg",
            "build.json",
            "uy-vien/index.md",
        ]
        page, stamp, picture = (
            files.get_file_from_path(path)
            for path in ("uy-vien/index.md", "build.json", "anh/2019/a.jpg")
        )
        assert page is not None
        assert stamp is not None
        assert picture is not None
        assert page.inclusion is InclusionLevel.NOT_IN_NAV
        assert page.url == "uy-vien/"
        assert stamp.content_bytes == b"{}"
        assert picture.abs_src_path == str(tmp_path / "ab12.jpeg")

    @pytest.mark.parametrize("path", ["uy-vien/index.md", "build.json"])
    def test_a_hand_written_one_at_the_same_place_is_refused(self, config: Any, path: str) -> None:
        written = File.generated(config, path, content="của tôi")
        held = prepared(PAGE, artifacts=(Artifact("build.json", b"{}"),))
        with pytest.raises(Abort) as told:
            self.files(config, held, written)
        assert str(told.value) == f"docs/{path} đứng ở chỗ của một trang do bản ghi dựng ra."

    @pytest.mark.parametrize("path", ["uy-vien.md", "uy-vien/README.md"])
    def test_nor_one_that_would_be_written_to_the_same_file(self, config: Any, path: str) -> None:
        written = File.generated(config, path, content="của tôi")
        with pytest.raises(Abort, match="đứng ở chỗ của một trang"):
            self.files(config, prepared(PAGE), written)


class TestPages:
    @pytest.fixture
    def found(self, config: Any) -> CongtacPlugin:
        found = plugin_of(config)
        found.given = prepared(PAGE, Page("cam-on/", "Cảm ơn", "<h1>Cảm ơn</h1>"))
        found.on_config(config)
        return found

    def page(self, path: str) -> Any:
        return SimpleNamespace(
            file=SimpleNamespace(src_uri=path), meta={}, edit_url="x", content=None, toc=None
        )

    def test_a_generated_one(self, found: CongtacPlugin, config: Any) -> None:
        page, files = self.page("uy-vien/index.md"), Files([])
        found.on_pre_page(page, config=config, files=files)
        found.on_page_markdown("", page=page, config=config, files=files)
        body = found.on_page_content("", page=page, config=config, files=files)
        assert body == PAGE.body
        assert page.meta == {
            "title": "Ủy viên &amp; &lt;b&gt;",
            "description": "Danh sách &quot;13&quot; &lt;b&gt;",
            "hide": ["toc"],
            "search": {"exclude": True},
        }
        assert page.edit_url is None
        assert page.update_date == "2020-03-15"
        assert [(each.id, each.title) for each in page.toc] == [("nam-2019", "Năm &lt;2019&gt;")]
        assert page.present_anchor_ids == {"nam-2019"}

    def test_a_hand_written_one_is_left_alone(self, found: CongtacPlugin, config: Any) -> None:
        page, files = self.page("huong-dan/index.md"), Files([])
        found.on_pre_page(page, config=config, files=files)
        assert page.content is None
        assert found.on_page_markdown("# A", page=page, config=config, files=files) == "# A"
        assert found.on_page_content("<h1>", page=page, config=config, files=files) == "<h1>"
        assert (page.meta, page.edit_url, page.update_date) == ({}, "x", "2020-03-15")

    @pytest.mark.parametrize(
        ("theme", "kept"), [("material", None), ("mkdocs", "<p>")], ids=["known", "others may ask"]
    )
    def test_what_stands_in_a_written_page_is_not_kept(
        self, project: Path, theme: str, kept: str | None
    ) -> None:
        (project / "mkdocs.yml").write_text(
            f"site_name: Thử\ntheme: {theme}\nplugins: [search, congtac]\n", encoding="utf-8"
        )
        config = loaded(project)
        found = plugin_of(config)
        found.given = prepared(PAGE)
        found.on_config(config)
        found.on_files(Files([]), config=config)
        own, written = self.page("uy-vien/index.md"), self.page("huong-dan/index.md")
        for page in (own, written):
            page.content = "<p>"
            assert "<p>" in found.on_post_page("<head><p>", page=page, config=config)
        assert (own.content, written.content) == (kept, "<p>")

    def test_one_entry_to_search_for_each_page_to_be_found(
        self, found: CongtacPlugin, config: Any
    ) -> None:
        entries: list[dict[str, str]] = []
        config.plugins["search"].search_index = SimpleNamespace(entries=entries)
        found.on_env(Environment(autoescape=True), config=config, files=Files([]))
        assert entries == [
            {
                "location": "uy-vien/",
                "title": "Ủy viên &amp; &lt;b&gt;",
                "text": "An &amp; &lt;Bình&gt;",
            }
        ]


class TestFaults:
    def broken(self, project: Path) -> Path:
        file = next((project / "records/visits/2019").glob("*.yml"))
        file.write_text(file.read_text(encoding="utf-8") + "kindd: x\n", encoding="utf-8")
        return file

    def test_a_build_stops_with_the_findings(self, config: Any, project: Path) -> None:
        self.broken(project)
        with pytest.raises(Abort) as told:
            plugin_of(config).on_config(config)
        assert "records/visits/2019/2019-03-05-ap-3.yml:" in str(told.value)
        assert "S002" in str(told.value)
        assert str(told.value).splitlines()[-1].endswith("1 lỗi, 0 cảnh báo.")

    def test_a_build_without_records_stops(self, config: Any, project: Path) -> None:
        with pytest.raises(Abort) as told:
            plugin_of(config, records="nowhere").on_config(config)
        assert str(told.value) == f"Không có thư mục bản ghi {project / 'nowhere'}."

    def test_a_preview_keeps_the_last_sound_records(
        self, config: Any, project: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        found = plugin_of(config)
        found.on_startup(command="serve", dirty=False)
        found.on_config(config)
        last = read(found)
        file = self.broken(project)
        found.on_config(config)
        assert read(found) is last
        assert "S002" in caplog.text
        sound = file.read_text(encoding="utf-8").replace("kindd: x\n", "")
        file.write_text(sound, encoding="utf-8")
        found.on_config(config)
        assert read(found) is not last

    def test_a_preview_that_never_had_any_stops(self, config: Any, project: Path) -> None:
        self.broken(project)
        found = plugin_of(config)
        found.on_startup(command="serve", dirty=False)
        with pytest.raises(Abort, match="S002"):
            found.on_config(config)

    def test_a_build_after_another_keeps_nothing(self, config: Any, project: Path) -> None:
        found = plugin_of(config)
        found.on_startup(command="build", dirty=False)
        found.on_config(config)
        self.broken(project)
        with pytest.raises(Abort, match="S002"):
            found.on_config(config)


def test_a_preview_follows_records_templates_and_theme(config: Any, project: Path) -> None:
    watched: list[str] = []
    found = plugin_of(config)
    found.on_config(config)
    server: Any = SimpleNamespace(watch=watched.append)
    assert found.on_serve(server, config=config, builder=lambda: None) is server
    assert watched == [
        str(project / "records"),
        str(module.PACKAGE / "present/templates"),
        str(module.THEME),
    ]


class TestNavigation:
    """A page that one audience has stands in that audience's navigation, after the front page."""

    DUE = Page("can-lam/", "Việc cần làm", "<h1>Việc cần làm</h1>", nav="Cần làm")

    def nav_with(self, project: Path, nav: str, *pages: Page) -> Any:
        with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
            file.write(nav)
        config = loaded(project)
        plugin_of(config, given=None).given = prepared(*pages)
        return plugin_of(config).on_config(config).nav

    def test_it_stands_after_the_front_page(self, project: Path) -> None:
        nav = "nav:\n  - Trang chủ: index.md\n  - Ủy viên: uy-vien/index.md\n"
        assert self.nav_with(project, nav, PAGE, self.DUE) == [
            {"Trang chủ": "index.md"},
            {"Cần làm": "can-lam/index.md"},
            {"Ủy viên": "uy-vien/index.md"},
        ]

    def test_without_such_a_page_nothing_is_added(self, project: Path) -> None:
        nav = "nav:\n  - Trang chủ: index.md\n"
        assert self.nav_with(project, nav, PAGE) == [{"Trang chủ": "index.md"}]

    def test_a_site_whose_host_lists_the_pages_itself_needs_none(self, project: Path) -> None:
        assert self.nav_with(project, "", self.DUE) is None

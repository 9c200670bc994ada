"""The WordPress of the tests is a real one, is seen from behind, fails as told, and leaves nothing."""

import re
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import httpx
import pytest

from tests.wordpress import packages
from tests.wordpress.behind import Site
from tests.wordpress.conftest import Sites
from tests.wordpress.installation import KINDS, Kind, running
from tests.wordpress.proxy import FAULTS, Proxy, Request
from tests.wordpress.service import named

ROOT = Path(__file__).parents[2]
TITLE = "Ra mắt chi đoàn ấp An Thạnh – “vui, khoẻ” & <bền>"
ALL = "publish,future,draft,pending,private,trash"


def draft(site: Site, slug: str = "mot", url: str = "", timeout: float = 60) -> httpx.Response:
    """Make a draft by REST as the editor."""
    account = site.accounts["editor"]
    return httpx.post(
        f"{url or site.url}/wp-json/wp/v2/posts",
        json={
            "title": TITLE,
            "content": "<p>Một &amp; hai</p>",
            "excerpt": "Lời dẫn",
            "slug": slug,
        },
        auth=(account.user, account.password),
        timeout=timeout,
    )


# --- the installation --------------------------------------------------------------------------


def test_two_versions(sites: Sites) -> None:
    """The newer one is the pinned one; the older what the distribution carries."""
    versions = {kind: sites(kind).version for kind in sorted(KINDS)}
    generators = {
        kind: httpx.get(f"{sites(kind).url}/tin/feed/").text.partition("?v=")[2].partition("<")[0]
        for kind in versions
    }
    assert versions["sqlite"] == "6.5.5"
    assert versions["mariadb"] != versions["sqlite"]
    assert generators == versions


def test_set_up_as_a_vietnamese_website(wordpress: Site) -> None:
    """Time zone, addresses, theme, and one user of each role."""
    told = wordpress.php("""return array(
        get_option( 'timezone_string' ), get_option( 'permalink_structure' ), get_template(),
        wp_is_application_passwords_available(), wp_get_environment_type(),
        array_map( fn( $u ) => array( $u->user_login, $u->roles ), get_users( array( 'orderby' => 'ID' ) ) )
    );""")
    assert told == [
        "Asia/Ho_Chi_Minh",
        "/%year%/%monthnum%/%day%/%postname%/",
        packages.THEME,
        True,
        "local",
        [
            ["quan-tri", ["administrator"]],
            ["bien-tap", ["editor"]],
            ["tac-gia", ["author"]],
            ["cong-tac-vien", ["contributor"]],
            ["nguoi-doc", ["subscriber"]],
        ],
    ]


def test_the_category_it_begins_with_is_in_its_language(sites: Sites) -> None:
    """The older one speaks Vietnamese, the newer one English."""
    names = {kind: sites(kind).php("return get_cat_name( 1 );") for kind in sorted(KINDS)}
    assert names == {"mariadb": "Khác", "sqlite": "Uncategorized"}


@pytest.mark.parametrize(
    "role", ["administrator", "editor", "author", "contributor", "subscriber", None]
)
def test_every_role_enters_by_its_application_password(wordpress: Site, role: str | None) -> None:
    """Each is known by its name; a stranger is not."""
    reply = wordpress.rest("GET", "users/me?context=edit", role)
    expected = None if role is None else wordpress.accounts[role].user
    assert (reply.json().get("username"), reply.status_code) == (
        expected,
        401 if role is None else 200,
    )


def test_a_page_in_the_theme_comes_whole(wordpress: Site) -> None:
    """Style sheets and pictures of the theme and of WordPress itself are there."""
    number = wordpress.create(post_title=TITLE, post_name="mot", post_status="publish")
    page = httpx.get(f"{wordpress.url}/?p={number}", follow_redirects=True)
    assets = sorted(set(re.findall(rf"{wordpress.url}/[^'\"?]+\.(?:css|js)", page.text)))
    assert assets
    assert {url: httpx.get(url).status_code for url in assets} == dict.fromkeys(assets, 200)
    assert re.search(r"/\d{4}/\d\d/\d\d/mot/$", str(page.url))


def fail_while_running(kind: Kind, folder: Path, seen: list[int]) -> None:
    """A test that fails with a WordPress running; how many processes there were."""
    with running(kind, folder) as site:
        draft(site)
        seen.append(len(named([str(folder)])))
        raise ZeroDivisionError


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_nothing_is_left_after_stopping(tmp_path: Path, kind: str) -> None:
    """No process of it lives on, even where the test failed."""
    seen: list[int] = []
    with pytest.raises(ZeroDivisionError):
        fail_while_running(KINDS[kind], tmp_path, seen)
    # A shell that keeps watch and PHP with its four workers; and a shell and MariaDB.
    assert seen == [{"mariadb": 8, "sqlite": 6}[kind]]
    assert named([str(tmp_path)]) == []


def test_nothing_is_left_after_the_tests_were_killed(tmp_path: Path) -> None:
    """What the tests started ends although nobody told it to."""
    script = (
        "import sys; from pathlib import Path\n"
        "from tests.wordpress.installation import KINDS, running\n"
        "with running(KINDS['mariadb'], Path(sys.argv[1])): print('ready', flush=True); input()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        started = named([str(tmp_path)])
        process.kill()
    for _ in range(3000):
        if not (left := named([str(tmp_path)])):
            break
        time.sleep(0.02)
    assert (len(started) > 6, left) == (True, [])


# --- the truth behind it -----------------------------------------------------------------------


def test_a_draft_is_seen_from_behind(wordpress: Site) -> None:
    """As it stands in the database."""
    number = draft(wordpress).json()["id"]
    (post,) = wordpress.posts()
    assert (post.id, post.status, post.slug, post.title) == (number, "draft", "mot", TITLE)
    assert (post.content, post.excerpt, post.author) == (
        "<p>Một &amp; hai</p>",
        "Lời dẫn",
        "bien-tap",
    )


def test_a_file_is_seen_from_behind(wordpress: Site) -> None:
    """With its texts and its size."""
    picture = (ROOT / "docs" / "huong-dan" / "anh" / "tin-tuc.webp").read_bytes()
    wordpress.rest(
        "POST",
        "media",
        files={"file": ("anh.webp", picture, "image/webp")},
        data={"alt_text": "Ảnh “mới”", "caption": "Chú thích", "title": "Ảnh", "slug": "anh-mot"},
    )
    (file,) = wordpress.attachments()
    assert (file.slug, file.title, file.alt, file.caption, file.size) == (
        "anh-mot",
        "Ảnh",
        "Ảnh “mới”",
        "Chú thích",
        len(picture),
    )
    assert httpx.get(file.url).content == picture


def test_what_a_person_does(wordpress: Site) -> None:
    """Edit, rename, trash, untrash, delete; a page; two categories of one name."""
    number = wordpress.create(post_title="Cũ", post_name="cu")
    before = wordpress.post(number)
    wordpress.edit(number, post_title="Mới 'và' \\ khác", post_name="moi", post_status="publish")
    after = wordpress.post(number)
    assert (after.title, after.slug, after.status) == ("Mới 'và' \\ khác", "moi", "publish")
    assert after.modified_gmt != before.modified_gmt
    wordpress.trash(number)
    assert (wordpress.post(number).status, wordpress.post(number).slug) == ("trash", "moi__trashed")
    wordpress.untrash(number)
    assert (wordpress.post(number).status, wordpress.post(number).slug) == ("draft", "moi")
    wordpress.delete(number)
    page = wordpress.create(post_title="Trang", post_name="moi", post_type="page")
    assert (wordpress.posts(), wordpress.posts("page")[0].id) == ([], page)
    for slug in ("tin", "tin-hai"):
        wordpress.create_term("category", "Tin hoạt động", slug)
    assert [(term.name, term.slug) for term in wordpress.categories()[1:]] == [
        ("Tin hoạt động", "tin"),
        ("Tin hoạt động", "tin-hai"),
    ]


def test_reset_undoes_everything(wordpress: Site) -> None:
    """Posts, files, terms, options, rights and behaviour; ids are not given twice."""
    first = draft(wordpress).json()["id"]
    wordpress.create_term("post_tag", "đoàn", "doan")
    wordpress.set_option("timezone_string", "UTC")
    wordpress.remove_capability("editor", "upload_files")
    wordpress.disable_application_passwords()
    assert wordpress.rest("GET", "users/me").status_code == 401
    wordpress.reset()
    me = wordpress.rest("GET", "users/me?context=edit").json()
    assert me["capabilities"]["upload_files"] is True
    assert (wordpress.posts(), wordpress.attachments(), wordpress.tags()) == ([], [], [])
    assert wordpress.php("return wp_timezone_string();") == "Asia/Ho_Chi_Minh"
    assert draft(wordpress).json()["id"] > first


def test_the_website_can_be_set_up_otherwise(wordpress: Site) -> None:
    """Plain addresses; fewer rights; no trash; a stranger's plugin."""
    wordpress.remove_capability("editor", "upload_files")
    assert (
        "upload_files" not in wordpress.rest("GET", "users/me?context=edit").json()["capabilities"]
    )
    wordpress.empty_trash_at_once()
    number = wordpress.create(post_title="Một")
    assert wordpress.rest("DELETE", f"posts/{number}").status_code == 501
    wordpress.use_plain_addresses()
    assert (
        httpx.get(f"{wordpress.url}/wp-json/wp/v2/posts").headers["content-type"][:9] == "text/html"
    )
    reply = httpx.get(f"{wordpress.url}/", params={"rest_route": "/wp/v2/posts"})
    assert (reply.status_code, reply.json()) == (200, [])


def test_a_fault_in_the_php_of_a_test_is_told(wordpress: Site) -> None:
    """It is no silent null."""
    with pytest.raises(RuntimeError, match="Call to undefined function no_such"):
        wordpress.php("no_such();")
    with pytest.raises(RuntimeError, match="empty_term_name"):
        wordpress.create_term("category", " ", "x")


def test_wordpress_exports_what_it_has(wordpress: Site) -> None:
    """By its own export, which is well-formed."""
    wordpress.create(post_title=TITLE, post_content="Một ]]> hai", post_status="publish")
    channel = ET.fromstring(wordpress.export()).find("channel")  # noqa: S314 - WordPress' own
    assert channel is not None
    assert [item.findtext("title") for item in channel.findall("item")] == [TITLE]


# --- the proxy ---------------------------------------------------------------------------------


def test_the_proxy_passes_on_and_records(wordpress: Site, proxy: Proxy) -> None:
    """WordPress takes the proxy's address for its own; the password is not recorded."""
    reply = draft(wordpress, url=proxy.url)
    assert reply.json()["link"].startswith(f"{proxy.url}/")
    seen = httpx.get(
        f"{proxy.url}/wp-json/wp/v2/posts", params={"slug": "mot", "status": "publish"}
    )
    assert seen.json() == []
    first, second = proxy.requests
    assert (first.number, first.method, first.path) == (1, "POST", "/wp-json/wp/v2/posts")
    assert (first.json["title"], first.status, first.writes) == (TITLE, 201, True)
    assert (second.query, second.writes) == ({"slug": "mot", "status": "publish"}, False)
    assert (first.with_credentials, second.with_credentials) == (True, False)
    assert wordpress.accounts["editor"].password not in repr(proxy.requests)
    assert "authorization" not in first.headers
    assert (proxy.writes, proxy.struck) == ([first], [])


SAID = {
    "500_before": (500, "application/json"),
    "500_after": (500, "application/json"),
    "truncated": (201, "application/json"),
    "not_json": (200, "text/html"),
    "401": (401, "application/json"),
    "403_rights": (403, "application/json"),
    "403_firewall": (403, "text/html"),
    "413": (413, "text/html"),
    "429": (429, "text/html"),
    "503": (503, "text/html"),
}
RAISED = {
    "dropped": httpx.RemoteProtocolError,
    "lost": httpx.RemoteProtocolError,
    "cut_off": httpx.RemoteProtocolError,
    "slow": httpx.ReadTimeout,
    "late": httpx.ReadTimeout,
    "refused": httpx.ConnectError,
}
# Whether the post exists once the client has heard of the fault.
WRITTEN = {"lost", "500_after", "truncated", "cut_off", "not_json", "slow"}


def test_all_faults_are_tried() -> None:
    """Below, by what the client sees."""
    assert sorted([*SAID, *RAISED]) == sorted(FAULTS)


@pytest.mark.parametrize("fault", SAID)
def test_a_fault_that_says_something(wordpress: Site, proxy: Proxy, fault: str) -> None:
    """The second request of three is struck, and no other."""
    proxy.fail(fault, at=2, retry_after="7")
    replies = [draft(wordpress, slug, proxy.url) for slug in ("mot", "hai", "ba")]
    struck = replies[1]
    assert (struck.status_code, struck.headers["content-type"].partition(";")[0]) == SAID[fault]
    assert struck.headers.get("retry-after") == ("7" if fault in {"429", "503"} else None)
    assert [reply.status_code for reply in (replies[0], replies[2])] == [201, 201]
    slugs = [post.slug for post in wordpress.posts()]
    assert slugs == (["mot", "hai", "ba"] if fault in WRITTEN else ["mot", "ba"])
    assert [(each.number, each.fault) for each in proxy.struck] == [(2, fault)]
    if fault == "truncated":
        with pytest.raises(ValueError, match=r"delimiter|Unterminated|Expecting"):
            struck.json()


@pytest.mark.parametrize("fault", RAISED)
def test_a_fault_that_leaves_no_reply(wordpress: Site, proxy: Proxy, fault: str) -> None:
    """The client gives up by itself where nothing comes, and is struck at the second request only."""
    proxy.fail(fault, at=2)
    assert draft(wordpress, "mot", proxy.url).status_code == 201
    with pytest.raises(RAISED[fault]):
        draft(wordpress, "hai", proxy.url, timeout=0.3)
    assert ("hai" in [post.slug for post in wordpress.posts()]) == (fault in WRITTEN)
    assert proxy.is_open == (fault != "refused")
    proxy.reopen()
    assert draft(wordpress, "ba", proxy.url).status_code == 201


def test_what_is_late_comes_after_the_look_that_missed_it(wordpress: Site, proxy: Proxy) -> None:
    """The client looks whether its post was made, sees nothing, and then it is made after all."""
    proxy.fail("late", when=lambda request: request.writes)
    with pytest.raises(httpx.ReadTimeout):
        draft(wordpress, "mot", proxy.url, timeout=0.3)
    account = wordpress.accounts["editor"]
    look = {"slug": "mot", "status": ALL, "context": "edit"}
    seen = [
        httpx.get(
            f"{proxy.url}/wp-json/wp/v2/posts", params=look, auth=(account.user, account.password)
        )
        for _ in range(2)
    ]
    assert [len(each.json()) for each in seen] == [0, 1]


def test_what_is_held_is_let_go(wordpress: Site, proxy: Proxy) -> None:
    """A slow reply comes when the test says so."""
    proxy.fail("slow", at=1)
    proxy.after(lambda _: proxy.release(), at=1)
    assert draft(wordpress, "mot", proxy.url).status_code == 201


def test_the_port_is_closed_at_once_where_the_first_is_refused(proxy: Proxy) -> None:
    """And opened again on the same one."""
    proxy.fail("refused", at=1)
    address = ("127.0.0.1", urlsplit(proxy.url).port or 0)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(address)
    proxy.reopen()
    with socket.create_connection(address) as connection:
        assert connection.getpeername() == address


def test_a_fault_strikes_as_often_as_told(wordpress: Site, proxy: Proxy) -> None:
    """By a condition, twice; a fault that nobody knows is refused."""
    proxy.fail("503", when=lambda request: request.path.endswith("/posts"), times=2)
    told = [draft(wordpress, "mot", proxy.url).status_code for _ in range(3)]
    assert told == [503, 503, 201]
    with pytest.raises(ValueError, match="no such fault: 5000"):
        proxy.fail("5000", at=1)
    with pytest.raises(ValueError, match="either a number or a condition"):
        proxy.fail("lost")


def test_hooks_before_and_after(wordpress: Site, proxy: Proxy) -> None:
    """A client that is killed there has not made the post, or has."""
    seen: list[tuple[str, int | None, int]] = []

    def note(moment: str) -> None:
        proxy.before(
            lambda request: seen.append((moment, request.status, len(wordpress.posts()))), at=1
        )

    note("before")
    proxy.after(
        lambda request: seen.append(("after", request.status, len(wordpress.posts()))), at=1
    )
    draft(wordpress, "mot", proxy.url)
    assert seen == [("before", None, 0), ("after", 201, 1)]


def test_a_killed_client(wordpress: Site, proxy: Proxy) -> None:
    """`kill -9` between the write and its reply: the post is there, and the proxy goes on."""
    account = wordpress.accounts["editor"]
    script = (
        "import httpx, sys\n"
        "httpx.post(sys.argv[1] + '/wp-json/wp/v2/posts', json={'title': 'x', 'slug': 'mot'},"
        " auth=(sys.argv[2], sys.argv[3]), timeout=60)\n"
    )
    command = [sys.executable, "-c", script, proxy.url, account.user, account.password]
    started = threading.Event()
    clients: list[subprocess.Popen[bytes]] = []

    def kill(_: Request) -> None:
        started.wait()
        clients[0].kill()
        clients[0].wait()

    proxy.after(kill, at=1)
    clients.append(subprocess.Popen(command))
    started.set()
    assert clients[0].wait(60) == -9
    assert [post.slug for post in wordpress.posts()] == ["mot"]
    assert draft(wordpress, "hai", proxy.url).status_code == 201


def test_a_hook_that_fails_fails_the_test(wordpress: Site) -> None:
    """It must not pass for a lost connection."""

    def fail(_: Request) -> None:
        raise ZeroDivisionError

    proxy = Proxy(wordpress.url)
    proxy.before(fail, at=1)
    with pytest.raises(httpx.RemoteProtocolError):
        draft(wordpress, "mot", proxy.url)
    with pytest.raises(ExceptionGroup, match="the proxy or a hook failed"):
        proxy.stop()

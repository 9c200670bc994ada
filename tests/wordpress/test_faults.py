"""Whatever goes wrong at any request of a run: the next ends with one post, one of each photo.

Every fault strikes every request of a run that makes an article and lets it go live, once for each
version of WordPress; then a run without faults must find everything as it should be.
"""

import base64
import re
import subprocess
from functools import partial

import pytest

from tests.wordpress.behind import Site
from tests.wordpress.newsroom import LEAD, TITLE, Newsroom
from tests.wordpress.proxy import FAULTS, Proxy, Request

MARKED = f"DỮ LIỆU MẪU – {TITLE}"
# A reply that is held for longer than this is given up.
IMPATIENT = ("--timeout", "0.4")
_NUMBER = re.compile(r"wp-image-(\d+)")


def whole(wordpress: Site) -> None:
    """Assert that there is one post, whole and live, and one of each photo and term."""
    (post,) = wordpress.posts()
    attachments = wordpress.attachments()
    assert (post.status, post.title, post.excerpt) == ("publish", MARKED, LEAD)
    assert (post.slug, post.date) == ("hop-le", "2019-05-21 07:00:00")
    assert [each.alt for each in attachments] == ["Đoàn viên ngồi họp buổi tối", "Đoàn viên góp ý"]
    assert post.featured == attachments[0].id
    assert _NUMBER.findall(post.content) == [str(attachments[1].id)]
    assert attachments[1].url.rpartition("/")[2] in post.content
    assert post.categories == ("Tin cơ sở",)
    assert sorted(post.tags) == ["Càng Long", "sinh hoạt chi đoàn"]
    assert len({each.name for each in wordpress.categories()}) == len(wordpress.categories())
    assert len(wordpress.tags()) == 2


def nothing_half_done_is_live(wordpress: Site) -> None:
    """Assert that whoever reads the website finds the article whole, or not at all."""
    if any(post.status == "publish" for post in wordpress.posts()):
        whole(wordpress)


def no_secret(room: Newsroom, told: str) -> None:
    """Assert that nothing that was said or kept bears the password, in whatever form."""
    pair = base64.b64encode(f"{room.user}:{room.password}".encode()).decode()
    kept = room.ledger.read_text() if room.ledger.exists() else ""
    for secret in (room.password, pair, base64.b64encode(room.password.encode()).decode()):
        assert secret not in told + kept


def killed(started: list[subprocess.Popen[str]], _: Request) -> None:
    started[0].kill()


def begun_anew(room: Newsroom, wordpress: Site, proxy: Proxy) -> None:
    wordpress.reset()
    proxy.forget()
    room.ledger.unlink(missing_ok=True)


def requests_of_a_run(room: Newsroom, wordpress: Site, proxy: Proxy) -> list[Request]:
    """Return the requests of a run without faults, after which all is as it should be."""
    room.article()
    ended = room.publish("--publish")
    assert (ended.code, ended.err) == (0, "")
    whole(wordpress)
    return list(proxy.requests)


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_at_any_request_leaves_one_post_and_one_of_each_photo(
    room: Newsroom, wordpress: Site, proxy: Proxy, fault: str
) -> None:
    usual = requests_of_a_run(room, wordpress, proxy)
    assert sum(request.writes for request in usual) == 7, "terms, photos, the draft, going live"
    for number in range(1, len(usual) + 1):
        begun_anew(room, wordpress, proxy)
        proxy.fail(fault, at=number)
        ended = room.publish("--publish", *(IMPATIENT if fault in ("slow", "late") else ()))
        where = f"{fault} at {usual[number - 1].method} {usual[number - 1].path}"
        assert proxy.struck or not proxy.is_open, f"{where} did not happen"
        assert ended.code in (0, 1, 2), where
        assert "Traceback" not in ended.out + ended.err, where
        no_secret(room, ended.out + ended.err)
        nothing_half_done_is_live(wordpress)
        proxy.forget()
        again = room.publish("--publish")
        assert (again.code, again.err) == (0, ""), (where, again)
        whole(wordpress)
        proxy.forget()
        assert room.publish("--publish").code == 0
        assert proxy.writes == [], where


@pytest.mark.slow
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_run_killed_at_any_step_is_finished_by_the_next(
    room: Newsroom, wordpress: Site, proxy: Proxy, when: str
) -> None:
    usual = requests_of_a_run(room, wordpress, proxy)
    for number in range(1, len(usual) + 1):
        begun_anew(room, wordpress, proxy)
        started: list[subprocess.Popen[str]] = []
        hook = proxy.before if when == "before" else proxy.after
        hook(partial(killed, started), at=number)
        started.append(room.begin("--publish"))
        out, _ = started[0].communicate()
        where = f"killed {when} {usual[number - 1].method} {usual[number - 1].path}"
        assert started[0].returncode == -9, where
        no_secret(room, out)
        nothing_half_done_is_live(wordpress)
        proxy.forget()
        again = room.publish("--publish")
        assert (again.code, again.err) == (0, ""), (where, again)
        whole(wordpress)


@pytest.mark.slow
@pytest.mark.parametrize("fault", [each for each in FAULTS if each != "refused"])
def test_a_fault_while_a_change_is_written_is_mended_by_the_next_run(
    room: Newsroom, wordpress: Site, proxy: Proxy, fault: str
) -> None:
    room.article(title="Tiêu đề cũ")
    assert room.publish("--publish").code == 0
    room.article()
    proxy.forget()
    proxy.fail(fault, when=lambda request: request.writes)
    ended = room.publish(*(IMPATIENT if fault in ("slow", "late") else ()))
    assert proxy.struck
    assert "Traceback" not in ended.out + ended.err
    proxy.forget()
    again = room.publish()
    assert (again.code, again.err) == (0, "")
    whole(wordpress)

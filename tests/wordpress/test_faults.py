"""Whatever goes wrong at any request of a run: the next ends with one post, one of each photo.

Every fault strikes every request of a run that makes an article and lets it go live, once for each
version of WordPress; then a run without faults must find everything as it should be.
"""

import subprocess
from collections.abc import Iterable
from functools import partial

import pytest

from tests.rows import RecordProperty
from tests.wordpress.behind import Site
from tests.wordpress.judging import no_secret, nothing_half_done_is_live, whole
from tests.wordpress.newsroom import Newsroom
from tests.wordpress.proxy import FAULTS, Proxy, Request

# A reply that is held for longer than this is given up.
IMPATIENT = ("--timeout", "0.4")
# Variations of other faults: they strike what writes alone.
VARIATIONS = ("503", "cut_off", "dropped", "late")


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
    assert sum(request.writes for request in proxy.requests) == 7, "3 terms, 2 photos, 1 post twice"
    return list(proxy.requests)


def struck_at(fault: str, usual: Iterable[Request]) -> list[Request]:
    """Return the requests at which the fault is tried."""
    return [each for each in usual if each.writes or fault not in VARIATIONS]


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS)
def test_row_40_a_fault_at_any_request_leaves_one_post_and_one_of_each_photo(
    room: Newsroom,
    wordpress: Site,
    proxy: Proxy,
    fault: str,
    record_property: RecordProperty,
) -> None:
    requests = struck_at(fault, requests_of_a_run(room, wordpress, proxy))
    for request in requests:
        begun_anew(room, wordpress, proxy)
        proxy.fail(fault, at=request.number)
        ended = room.publish("--publish", *(IMPATIENT if fault in ("slow", "late") else ()))
        where = f"{fault} at {request.method} {request.path}"
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
    assert proxy.writes == []
    record_property("figure", f"{len(requests)} requests struck, 1 post after each")


def killed(started: list[subprocess.Popen[str]], _: Request) -> None:
    started[0].kill()


@pytest.mark.slow
@pytest.mark.parametrize("when", ["before", "after"])
def test_row_41_a_run_killed_at_any_step_is_finished_by_the_next(
    room: Newsroom,
    wordpress: Site,
    proxy: Proxy,
    when: str,
    record_property: RecordProperty,
) -> None:
    requests = requests_of_a_run(room, wordpress, proxy)
    for request in requests:
        begun_anew(room, wordpress, proxy)
        started: list[subprocess.Popen[str]] = []
        hook = proxy.before if when == "before" else proxy.after
        hook(partial(killed, started), at=request.number)
        started.append(room.begin("--publish"))
        out, _ = started[0].communicate()
        where = f"killed {when} {request.method} {request.path}"
        assert started[0].returncode == -9, where
        no_secret(room, out)
        nothing_half_done_is_live(wordpress)
        proxy.forget()
        again = room.publish("--publish")
        assert (again.code, again.err) == (0, ""), (where, again)
        whole(wordpress)
    record_property("figure", f"{len(requests)} kills, 0 half posts live, 1 post after each")


@pytest.mark.slow
@pytest.mark.parametrize("fault", [each for each in FAULTS if each != "refused"])
def test_row_40_a_fault_while_a_change_is_written_is_mended_by_the_next_run(
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

"""A task beside this process gives what it would give here, and never harms what goes on here."""

import os
import signal
from multiprocessing import active_children

import pytest

from generator.build import beside as module
from generator.build.beside import beside


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_processors", lambda: 2)


def test_the_task_is_done_by_another_process() -> None:
    with beside(os.getpid, pays=True) as told:
        process = told()
    assert process not in (None, os.getpid())
    assert not active_children()


def test_a_large_result_comes_whole() -> None:
    with beside(lambda: ["ấp" * 500_000, "xã"], pays=True) as told:
        assert told() == ["ấp" * 500_000, "xã"]


def test_what_the_task_changes_in_memory_is_its_own() -> None:
    names = ["An"]

    def join() -> list[str]:
        names.append("Bình")
        return names

    with beside(join, pays=True) as told:
        assert told() == ["An", "Bình"]
    assert names == ["An"]


def test_nothing_is_begun_where_it_does_not_pay() -> None:
    begun: list[int] = []
    with beside(lambda: begun.append(1), pays=False) as told:
        assert not active_children()
        assert told() is None
    assert begun == []


def test_nothing_is_begun_with_one_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_processors", lambda: 1)
    with beside(os.getpid, pays=True) as told:
        assert not active_children()
        assert told() is None


@pytest.mark.parametrize(
    "end",
    [
        pytest.param(lambda: os.kill(os.getpid(), signal.SIGKILL), id="killed"),
        pytest.param(lambda: 1 / 0, id="fault"),
        pytest.param(lambda: os.kill(os.getpid(), signal.SIGINT), id="interrupted"),
        pytest.param(lambda: (_ for _ in ()), id="a result that cannot be sent"),
    ],
)
def test_a_copy_that_ends_badly_says_nothing(
    end: object, capfd: pytest.CaptureFixture[str]
) -> None:
    with beside(end, pays=True) as told:  # type: ignore[arg-type]
        assert told() is None
    assert not active_children()
    assert capfd.readouterr() == ("", "")


def test_whoever_leaves_without_asking_ends_the_task() -> None:
    reading, writing = os.pipe()

    def leave() -> None:
        with beside(lambda: os.read(reading, 1), pays=True):
            assert len(active_children()) == 1
            raise LookupError

    with pytest.raises(LookupError):
        leave()
    assert not active_children()
    os.close(reading)
    os.close(writing)


def test_as_many_processors_as_this_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert module._processors() == len(os.sched_getaffinity(0))
    monkeypatch.delattr(os, "sched_getaffinity")
    assert module._processors() == 1

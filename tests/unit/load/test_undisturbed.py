"""The collector rests while records are read and pages written, and is as it was afterwards."""

import gc
import weakref

import pytest

from generator.load.undisturbed import set_aside, undisturbed


class Cycle:
    """Refers to itself, so that only the collector can remove it."""

    def __init__(self) -> None:
        self.itself = self


def test_the_collector_rests_and_goes_on() -> None:
    assert gc.isenabled()
    with undisturbed():
        assert not gc.isenabled()
        with undisturbed():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="x"), undisturbed():
        raise ValueError("x")
    assert gc.isenabled()


def test_what_is_there_is_not_looked_through_and_what_comes_is() -> None:
    """A build sets its records aside while it writes; cycles that come meanwhile still go."""
    usual = gc.get_threshold()
    with set_aside():
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold() == (10_000, *usual[1:])
        came = Cycle()
        assert came in gc.get_objects()
        gone = weakref.ref(came)
        del came
        gc.collect()
        assert gone() is None
    assert (gc.get_freeze_count(), gc.get_threshold()) == (0, usual)


def test_what_was_set_aside_comes_back_after_an_error() -> None:
    usual = gc.get_threshold()
    with pytest.raises(ValueError, match="x"), set_aside():
        raise ValueError("x")
    assert (gc.get_freeze_count(), gc.get_threshold()) == (0, usual)

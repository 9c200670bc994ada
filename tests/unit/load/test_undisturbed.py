"""The collector rests while records are read, and is as it was afterwards."""

import gc

import pytest

from generator.load.undisturbed import undisturbed


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

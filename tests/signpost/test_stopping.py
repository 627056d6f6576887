"""Signals stop the supervisor where it waits, and leave nothing half done."""

import os
import signal

import pytest

from signpost.stopping import ASKED_BY, Stopped, stopping


def _ask(by: signal.Signals = signal.SIGTERM) -> None:
    os.kill(os.getpid(), by)


@pytest.mark.parametrize("by", ASKED_BY)
def test_a_signal_breaks_off_waiting(by: signal.Signals) -> None:
    with stopping() as heard, pytest.raises(Stopped), heard.while_waiting():
        _ask(by)


def test_a_signal_breaks_off_nothing_else_and_the_next_wait_does_not_begin() -> None:
    waited = False
    with stopping() as heard:
        _ask()
        with pytest.raises(Stopped), heard.while_waiting():
            waited = True

    assert not waited


def test_a_second_signal_does_not_break_off_the_stopping() -> None:
    with stopping() as heard:
        with pytest.raises(Stopped), heard.while_waiting():
            _ask()
        _ask()


def test_without_a_signal_waiting_goes_on() -> None:
    with stopping() as heard, heard.while_waiting():
        pass


def test_the_handlers_that_were_there_are_put_back() -> None:
    before = [signal.getsignal(each) for each in ASKED_BY]
    with stopping():
        pass

    assert [signal.getsignal(each) for each in ASKED_BY] == before

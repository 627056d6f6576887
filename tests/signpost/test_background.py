"""Work in the background is seen while it lasts, and can be begun again."""

import threading

from signpost.background import Background


def test_work_is_seen_while_it_lasts_and_can_be_begun_again() -> None:
    may_end = threading.Event()
    done: list[threading.Thread] = []

    def work() -> None:
        may_end.wait(10)
        done.append(threading.current_thread())

    background = Background(work, name="a test")
    assert not background.is_working

    background.begin()
    assert background.is_working
    may_end.set()
    background.join(10)
    background.begin()
    background.join(10)

    assert not background.is_working
    assert [each.daemon for each in done] == [True, True]

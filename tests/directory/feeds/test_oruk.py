"""A feed is taken whole or not at all, whatever it sends."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from directory.feeds import oruk
from directory.feeds.oruk import FeedBroken, FeedFault, read_feed
from directory.outbound import Fetched, Limits, RefusedAddress, TooLarge, TooSlow
from tests.directory.feeds.fake_feed import BASE, FakeFeed


def test_every_page_and_every_service_is_read() -> None:
    feed = FakeFeed()

    services = read_feed(BASE + "/services?page=2", fetching=feed)

    assert [each["id"] for each in services] == list(feed.services)
    assert len(feed.asked) == 3 + 250


def test_an_empty_feed_is_empty() -> None:
    assert read_feed(BASE, fetching=FakeFeed(0)) == []


FIRST, SECOND = "/services?page=1&per_page=100", "/services?page=2&per_page=100"


@pytest.mark.parametrize(
    ("page", "answer", "fault"),
    [
        (SECOND, "first", FeedFault.LOOP),
        (SECOND, {"total_items": 250, "total_pages": 3, "page_number": 1, "contents": []}, FeedFault.LOOP),
        (SECOND, {"total_items": 250, "total_pages": 3, "contents": []}, FeedFault.MISSING),
        (SECOND, {"total_items": 250, "total_pages": 2, "contents": []}, FeedFault.MISSING),
        (SECOND, None, FeedFault.NOT_OK),
        (SECOND, TooSlow("x"), FeedFault.TOO_SLOW),
        (FIRST, RefusedAddress("x"), FeedFault.REFUSED_ADDRESS),
        (FIRST, TooLarge("x"), FeedFault.TOO_LARGE),
        (FIRST, b"<html>", FeedFault.NOT_A_FEED),
        (FIRST, b"[" * 100_000, FeedFault.NOT_A_FEED),
        (FIRST, [], FeedFault.NOT_A_FEED),
        (FIRST, {"contents": []}, FeedFault.NOT_A_FEED),
        (FIRST, {"total_items": True, "total_pages": 1, "contents": []}, FeedFault.NOT_A_FEED),
        (FIRST, {"total_items": 1, "total_pages": 1, "contents": [{"id": 7}]}, FeedFault.NOT_A_FEED),
        (FIRST, {"total_items": 9999, "total_pages": 1, "contents": []}, FeedFault.TOO_LARGE),
        (
            FIRST,
            {"total_items": 2, "total_pages": 1, "contents": [{"id": "a"}, {"id": "a"}]},
            FeedFault.LOOP,
        ),
    ],
)
def test_a_half_broken_feed_is_refused_whole(page: str, answer: Any, fault: FeedFault) -> None:
    feed = FakeFeed()
    feed.spoilt[page] = feed._page(1) | {"page_number": 2} if answer == "first" else answer
    if answer is None:
        feed.spoilt[page] = None

    with pytest.raises(FeedBroken) as caught:
        read_feed(BASE, fetching=feed)

    assert caught.value.fault is fault


@pytest.mark.parametrize("answer", [None, {"id": "another"}, [], b"not json"])
def test_one_service_that_does_not_come_refuses_the_feed(answer: Any) -> None:
    feed = FakeFeed(5)
    feed.spoilt[f"/services/{list(feed.services)[3]}"] = answer

    with pytest.raises(FeedBroken):
        read_feed(BASE, fetching=feed)


def test_a_feed_that_takes_too_long_or_sends_too_much_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(0, 100_000, 10))
    with pytest.raises(FeedBroken) as slow:
        read_feed(BASE, fetching=FakeFeed(), clock=lambda: float(next(ticks)))
    monkeypatch.setattr(oruk, "MOST_BYTES", 10_000)
    with pytest.raises(FeedBroken) as large:
        read_feed(BASE, fetching=FakeFeed())

    assert (slow.value.fault, large.value.fault) == (FeedFault.TOO_SLOW, FeedFault.TOO_LARGE)


def test_a_feed_with_pages_without_end_is_stopped() -> None:
    def endless(url: str, *, limits: Limits) -> Fetched:
        number = int(parse_qs(urlsplit(url).query)["page"][0])
        rows = [{"id": f"{number}-{n}"} for n in range(100)]
        page = {"total_items": 1, "total_pages": number + 1, "page_number": number, "contents": rows}
        return Fetched(200, url, json.dumps(page).encode(), (url,))

    with pytest.raises(FeedBroken) as caught:
        read_feed(BASE, fetching=endless)

    assert caught.value.fault is FeedFault.TOO_LARGE


def test_a_feed_on_this_machine_is_refused() -> None:
    with pytest.raises(FeedBroken) as caught:
        read_feed("http://127.0.0.1/directory/v3")

    assert caught.value.fault is FeedFault.REFUSED_ADDRESS

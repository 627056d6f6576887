from datetime import date

import pytest
from limits import parse

from vocabulary.pathway import Traffic
from web.chat.rates import MACHINES, PEOPLE, Limiter, Rates, TooManyMessages, rates_for


TODAY = date(2026, 11, 23)
FEW = Rates(conversation=parse("2/minute"), network=parse("4/minute"))


def test_one_conversation_gets_its_share_and_no_more() -> None:
    limiter = Limiter(FEW)
    for _ in range(2):
        limiter.count(conversation="a", address="192.0.2.1", today=TODAY)

    with pytest.raises(TooManyMessages):
        limiter.count(conversation="a", address="192.0.2.1", today=TODAY)
    limiter.count(conversation="b", address="192.0.2.1", today=TODAY)


def test_a_network_gets_its_share_whatever_conversations_it_opens() -> None:
    limiter = Limiter(FEW)
    for number in range(4):
        limiter.count(conversation=str(number), address="192.0.2.1", today=TODAY)

    with pytest.raises(TooManyMessages):
        limiter.count(conversation="new", address="192.0.2.1", today=TODAY)
    limiter.count(conversation="new", address="192.0.2.2", today=TODAY)


def test_a_network_is_counted_under_a_key_that_changes_every_day() -> None:
    limiter = Limiter(FEW)
    key = limiter.network_key("192.0.2.1", today=TODAY)

    assert key == limiter.network_key("192.0.2.1", today=TODAY)
    assert "192" not in key[:3] or "192.0.2.1" not in key
    assert key != limiter.network_key("192.0.2.1", today=date(2026, 11, 24))
    assert key != Limiter(FEW).network_key("192.0.2.1", today=TODAY)


def test_a_household_on_ipv6_is_one_network() -> None:
    limiter = Limiter(FEW)
    one = limiter.network_key("2001:db8:1:2::1", today=TODAY)

    assert one == limiter.network_key("2001:db8:1:2:ffff::9", today=TODAY)
    assert one != limiter.network_key("2001:db8:1:3::1", today=TODAY)
    assert limiter.network_key("", today=TODAY) == limiter.network_key("testclient", today=TODAY)


def test_only_traffic_marked_as_test_may_be_heavy() -> None:
    assert rates_for(Traffic.TEST) is MACHINES
    assert rates_for(Traffic.REAL) is rates_for(Traffic.DEMO) is PEOPLE

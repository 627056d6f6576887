import hashlib
import re
from datetime import date

import pytest
from limits import parse
from limits.storage import MemoryStorage

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
    assert re.fullmatch("[0-9a-f]{64}", key)
    assert key != hashlib.sha256(b"192.0.2.1").hexdigest()
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


def test_whoever_holds_many_networks_of_one_site_is_counted_for_all_of_them() -> None:
    limiter = Limiter(FEW)
    for number in range(40):
        limiter.count(conversation="", address=f"2001:db8:1:{number:x}::1", today=TODAY)

    with pytest.raises(TooManyMessages):
        limiter.count(conversation="", address="2001:db8:1:ffff::1", today=TODAY)
    limiter.count(conversation="", address="2001:db8:2:ffff::1", today=TODAY)


def test_people_whose_addresses_a_server_writes_as_ipv6_are_not_one_network() -> None:
    limiter = Limiter(FEW)
    for _ in range(4):
        limiter.count(conversation="", address="::ffff:192.0.2.1", today=TODAY)

    with pytest.raises(TooManyMessages):
        limiter.count(conversation="", address="192.0.2.1", today=TODAY)
    limiter.count(conversation="", address="::ffff:192.0.2.2", today=TODAY)


def test_what_is_counted_is_held_in_memory_alone_and_holds_no_address() -> None:
    limiter = Limiter(FEW)
    limiter.count(conversation="a", address="192.0.2.1", today=TODAY)
    held = limiter._windows.storage

    assert isinstance(held, MemoryStorage)
    assert "192.0.2" not in repr(vars(held))


def test_yesterdays_keys_cannot_be_made_again() -> None:
    limiter = Limiter(FEW)
    yesterday = limiter.network_key("192.0.2.1", today=TODAY)
    limiter.network_key("192.0.2.1", today=date(2026, 11, 24))

    assert limiter.network_key("192.0.2.1", today=TODAY) != yesterday

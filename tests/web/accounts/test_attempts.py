"""Wrong sign-ins are counted in the database: per account and network, per network, and per account."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.orm import sessionmaker

from signpost.database import make_engine
from tests.web.conftest import HandClock
from web.accounts.attempts import (
    MOST_FOR_ACCOUNT,
    MOST_FOR_ACCOUNT_ANYWHERE,
    MOST_FOR_NETWORK,
    Source,
    forgive,
    note_attempt,
    source_of,
)
from web.accounts.errors import TooManyAttempts
from web.accounts.model import SignInAttempt
from web.resources import Resources


ADDRESS = "192.0.2.7"


def _source(held: Resources, email: str = "ann@example.org", address: str = ADDRESS) -> Source:
    return source_of(held.secret, email=email, address=address)


def _try(held: Resources, source: Source) -> str:
    return note_attempt(held.sessions, source, at=held.clock())


def test_an_account_is_locked_after_five_wrong_passwords(held: Resources) -> None:
    for _ in range(MOST_FOR_ACCOUNT):
        _try(held, _source(held))

    with pytest.raises(TooManyAttempts):
        _try(held, _source(held))


def test_a_stranger_who_guesses_elsewhere_does_not_shut_the_person_out(held: Resources) -> None:
    for _ in range(MOST_FOR_ACCOUNT):
        _try(held, _source(held, address="198.51.100.1"))
    with pytest.raises(TooManyAttempts):
        _try(held, _source(held, address="198.51.100.1"))

    assert _try(held, _source(held))


def test_guesses_from_very_many_networks_lock_an_account_for_all_of_them(held: Resources) -> None:
    for number in range(MOST_FOR_ACCOUNT_ANYWHERE):
        _try(held, _source(held, address=f"192.0.2.{number}"))

    with pytest.raises(TooManyAttempts):
        _try(held, _source(held, address="198.51.100.1"))
    assert _try(held, _source(held, "bob@example.org"))


def test_another_account_is_not_locked(held: Resources) -> None:
    for _ in range(MOST_FOR_ACCOUNT):
        _try(held, _source(held))

    assert _try(held, _source(held, "bob@example.org"))


def test_a_network_that_tries_many_accounts_has_to_wait(held: Resources) -> None:
    for number in range(MOST_FOR_NETWORK):
        _try(held, _source(held, f"guess{number}@example.org"))

    with pytest.raises(TooManyAttempts):
        _try(held, _source(held, "one-more@example.org"))


def test_a_household_of_ipv6_addresses_counts_as_one_network(held: Resources) -> None:
    near = _source(held, address="2001:db8:1:2::1"), _source(held, address="2001:db8:1:2:ffff::9")
    far = _source(held, address="2001:db8:1:3::1")

    assert near[0].network == near[1].network
    assert near[0].network != far.network


def test_the_lock_opens_after_fifteen_minutes(held: Resources, clock: HandClock) -> None:
    for _ in range(MOST_FOR_ACCOUNT):
        _try(held, _source(held))

    clock.move(minutes=15)

    assert _try(held, _source(held))


def test_tries_against_a_locked_account_do_not_lengthen_the_lock(held: Resources, clock: HandClock) -> None:
    for _ in range(MOST_FOR_ACCOUNT):
        _try(held, _source(held))
    for _ in range(3):
        clock.move(minutes=4)
        with pytest.raises(TooManyAttempts):
            _try(held, _source(held))

    clock.move(minutes=3)

    assert _try(held, _source(held))


def test_the_lock_holds_over_a_restart(held: Resources) -> None:
    for _ in range(MOST_FOR_ACCOUNT):
        _try(held, _source(held))
    restarted = make_engine(held.settings.database_url)

    with pytest.raises(TooManyAttempts):
        note_attempt(sessionmaker(restarted), _source(held), at=held.clock())
    restarted.dispose()


def test_the_right_password_forgives_the_wrong_ones_before(held: Resources) -> None:
    for _ in range(MOST_FOR_ACCOUNT - 1):
        _try(held, _source(held))
    noted = _try(held, _source(held))

    with held.sessions.begin() as session:
        forgive(session, noted, _source(held))

    for _ in range(MOST_FOR_ACCOUNT):
        _try(held, _source(held))


def test_the_right_password_does_not_forgive_what_was_guessed_elsewhere(held: Resources) -> None:
    stranger = _source(held, address="198.51.100.1")
    for _ in range(MOST_FOR_ACCOUNT):
        _try(held, stranger)
    noted = _try(held, _source(held))

    with held.sessions.begin() as session:
        forgive(session, noted, _source(held))

    with pytest.raises(TooManyAttempts):
        _try(held, stranger)


def test_the_right_password_for_one_account_does_not_forgive_guesses_at_others(held: Resources) -> None:
    for number in range(MOST_FOR_NETWORK - 1):
        _try(held, _source(held, f"guess{number}@example.org"))
    noted = _try(held, _source(held, "own@example.org"))
    with held.sessions.begin() as session:
        forgive(session, noted, _source(held, "own@example.org"))

    _try(held, _source(held, "one-more@example.org"))
    with pytest.raises(TooManyAttempts):
        _try(held, _source(held, "two-more@example.org"))


def test_many_guesses_at_the_same_moment_do_not_slip_under_the_limit(held: Resources) -> None:
    def guess(_number: int) -> bool:
        try:
            _try(held, _source(held))
        except TooManyAttempts:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        passed = sum(pool.map(guess, range(24)))

    assert passed <= MOST_FOR_ACCOUNT


@pytest.mark.parametrize("address", ["192.0.2.7", "2001:db8::7", "testclient", ""])
def test_neither_the_address_nor_the_e_mail_address_is_stored(held: Resources, address: str) -> None:
    _try(held, _source(held, address=address))

    with held.sessions() as session:
        row = session.query(SignInAttempt).one()
    stored = f"{row.account} {row.network}"
    assert "ann" not in stored
    assert not address or address not in stored


def test_hashes_of_another_installation_are_different(held: Resources) -> None:
    ours = _source(held)

    theirs = source_of(b"another secret", email="ann@example.org", address=ADDRESS)

    assert not {ours.account, ours.network} & {theirs.account, theirs.network}


def test_old_attempts_are_cleared_away(held: Resources, clock: HandClock) -> None:
    _try(held, _source(held))
    clock.move(minutes=15)

    _try(held, _source(held, "bob@example.org"))

    with held.sessions() as session:
        assert session.query(SignInAttempt).count() == 1

"""Tests of ids."""

from uuid import UUID

from directory.identifiers import identifier


def test_an_id_is_the_same_in_every_installation() -> None:
    assert identifier("service", "samaritans") == identifier("service", "samaritans")
    assert UUID(identifier("service", "samaritans")).version == 5


def test_records_of_two_kinds_with_one_slug_differ() -> None:
    assert identifier("service", "samaritans") != identifier("contact", "samaritans")

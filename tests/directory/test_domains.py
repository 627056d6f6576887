"""Tests of whose an address is."""

import pytest

from directory.domains import registrable_domain


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.example.com/a", "example.com"),
        ("https://a.b.example.org.uk", "example.org.uk"),
        ("https://www.westmercia.police.uk/", "westmercia.police.uk"),
        ("https://EXAMPLE.com.", "example.com"),
        ("http://192.0.2.1/", "192.0.2.1"),
        ("http://[2001:db8::1]/", "2001:db8::1"),
        ("desk@help.example.org.uk", "example.org.uk"),
        ("Ana@Council.GOV.UK", "council.gov.uk"),
        ("", ""),
    ],
)
def test_the_registrable_domain(address: str, domain: str) -> None:
    assert registrable_domain(address) == domain

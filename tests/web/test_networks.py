import pytest

from web.networks import network_of, site_of


@pytest.mark.parametrize(
    ("address", "network", "site"),
    [
        ("192.0.2.1", "192.0.2.1", None),
        ("::ffff:192.0.2.1", "192.0.2.1", None),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", "2001:db8:1::/48"),
        ("2001:db8:1:2::%eth0", "2001:db8:1:2::/64", "2001:db8:1::/48"),
        ("", "unknown", None),
        ("testclient", "unknown", None),
        ("192.0.2.1, 192.0.2.2", "unknown", None),
    ],
)
def test_an_address_lies_in_its_network_and_site(address: str, network: str, site: str | None) -> None:
    assert network_of(address) == network
    assert site_of(address) == site

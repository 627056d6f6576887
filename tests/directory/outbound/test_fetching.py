"""What a site sends is fetched within limits, and only from the address that was checked."""

import time
from dataclasses import replace

import pytest

from directory.outbound import (
    USUAL,
    Limits,
    Reach,
    RefusedAddress,
    TooLarge,
    TooManyRedirects,
    TooSlow,
    Unreachable,
    Unreadable,
    fetch,
)
from tests.directory.outbound.conftest import HERE, Site


SMALL = replace(USUAL, size=100_000)
SHORT = Limits(connect=1, read=1, total=0.4)


def test_this_machine_is_refused_and_never_asked(site: Site) -> None:
    for url in (f"http://{HERE}:{site.port}/hello", f"http://localhost:{site.port}/hello"):
        with pytest.raises(RefusedAddress):
            fetch(url, reach=Reach(ports=frozenset({site.port})))

    assert site.asked == []


def test_a_name_that_leads_to_this_machine_is_refused_and_never_asked(site: Site) -> None:
    reach = Reach(resolve=lambda _host, _port: [HERE], ports=frozenset({site.port}))

    with pytest.raises(RefusedAddress):
        fetch(site.at("/hello"), reach=reach)

    assert site.asked == []


def test_an_answer_is_fetched_with_the_name_in_the_host_header(site: Site) -> None:
    got = fetch(site.at("/hello"), reach=site.reach())

    assert (got.status, got.body, got.url, got.chain) == (
        200,
        b"hello",
        site.at("/hello"),
        (site.at("/hello"),),
    )
    assert site.asked == [(f"charity.example.org:{site.port}", "/hello")]


def test_a_head_request_has_no_body(site: Site) -> None:
    assert fetch(site.at("/gone"), reach=site.reach(), method="HEAD").status == 404


def test_a_name_that_changes_its_address_meanwhile_changes_nothing(site: Site) -> None:
    answers = iter([[HERE], ["169.254.169.254"]])
    reach = replace(site.reach(), resolve=lambda _host, _port: next(answers))

    assert fetch(site.at("/hello"), reach=reach).body == b"hello"
    assert next(answers) == ["169.254.169.254"]  # asked once only


def test_neither_proxy_nor_stored_password_of_the_machine_is_used(
    site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    netrc = tmp_path_factory.mktemp("home") / "netrc"
    netrc.write_text("machine charity.example.org login who password what\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")

    assert fetch(site.at("/hello"), reach=site.reach()).body == b"hello"
    assert "authorization" not in site.headers[0]


def test_a_redirect_is_followed_and_told(site: Site) -> None:
    got = fetch(site.at("/moved"), reach=site.reach())

    assert got.body == b"hello"
    assert got.chain == (site.at("/moved"), site.at("/hello"))


@pytest.mark.parametrize("path", ["/inside", "/to-file"])
def test_a_redirect_to_where_we_may_not_go_is_refused(site: Site, path: str) -> None:
    with pytest.raises(RefusedAddress):
        fetch(site.at(path), reach=replace(site.reach(), resolve=lambda host, _port: [_own(host)]))


def _own(host: str) -> str:
    return HERE if host.endswith("example.org") else host


def test_redirects_come_to_an_end(site: Site) -> None:
    with pytest.raises(TooManyRedirects):
        fetch(site.at("/round"), reach=site.reach())

    assert len(site.asked) == USUAL.redirects + 1


@pytest.mark.parametrize("path", ["/large", "/bomb"])
def test_more_bytes_than_we_take_are_refused_packed_or_not(site: Site, path: str) -> None:
    with pytest.raises(TooLarge):
        fetch(site.at(path), limits=SMALL, reach=site.reach())


def test_a_packed_answer_is_unpacked_though_we_ask_for_none(site: Site) -> None:
    assert fetch(site.at("/packed"), reach=site.reach()).body == b"hello"
    assert site.headers[0]["accept-encoding"] == "identity"


@pytest.mark.parametrize("path", ["/half-packed", "/brotli"])
def test_an_answer_that_cannot_be_unpacked_is_unreadable(site: Site, path: str) -> None:
    with pytest.raises(Unreadable):
        fetch(site.at(path), reach=site.reach())


def test_an_answer_that_breaks_off_is_not_taken_for_a_whole_one(site: Site) -> None:
    with pytest.raises(Unreachable):
        fetch(site.at("/broken"), reach=site.reach())


@pytest.mark.parametrize("path", ["/drip", "/drip-headers"])
def test_a_site_that_drips_is_cut_off_when_the_time_is_over(site: Site, path: str) -> None:
    began = time.monotonic()

    with pytest.raises(TooSlow):
        fetch(site.at(path), limits=SHORT, reach=site.reach())

    assert time.monotonic() - began < 5


def test_a_port_without_anybody_is_unreachable(site: Site, silent_port: int) -> None:
    reach = replace(site.reach(), ports=frozenset({silent_port}))

    with pytest.raises(Unreachable):
        fetch(f"http://charity.example.org:{silent_port}/", reach=reach)


def test_another_address_is_tried_when_the_first_does_not_answer(site: Site) -> None:
    reach = replace(
        site.reach(),
        resolve=lambda _host, _port: ["127.0.0.2", HERE],
        is_allowed=lambda address: address.startswith("127."),
    )

    assert fetch(site.at("/hello"), reach=reach).body == b"hello"

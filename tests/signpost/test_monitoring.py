"""Metrics and traces stay on this machine unless a setting says otherwise, and never go public."""

import pytest

from signpost.monitoring import Process
from signpost.settings import BadSetting, read_settings


def test_metrics_are_shown_on_loopback_and_no_traces_are_made_by_themselves() -> None:
    monitoring = read_settings({}).monitoring

    assert monitoring.metrics_host == "127.0.0.1"
    assert monitoring.traces_url == ""


def test_each_process_has_a_port_of_its_own() -> None:
    monitoring = read_settings({"SIGNPOST_METRICS_PORT": "9500"}).monitoring

    assert [monitoring.port_of(each) for each in Process] == [9500, 9501, 9502]


def test_the_ports_of_metrics_are_none_of_the_others() -> None:
    settings = read_settings({})

    ports = {settings.monitoring.port_of(each) for each in Process}
    assert not ports & {settings.port, settings.rasa_port, settings.actions_port}


def test_no_port_shows_no_metrics() -> None:
    monitoring = read_settings({"SIGNPOST_METRICS_PORT": "0"}).monitoring

    assert {monitoring.port_of(each) for each in Process} == {0}


@pytest.mark.parametrize("host", ["8.8.8.8", "2606:4700::1111", "signpost.example", "", "127.0.0.1:80"])
def test_a_public_address_or_none_is_refused(host: str) -> None:
    with pytest.raises(BadSetting, match="SIGNPOST_METRICS_HOST"):
        read_settings({"SIGNPOST_METRICS_HOST": host})


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "10.0.0.5", "192.168.1.2", "0.0.0.0"])
def test_a_private_address_is_taken(host: str) -> None:
    assert read_settings({"SIGNPOST_METRICS_HOST": host}).monitoring.metrics_host == host


@pytest.mark.parametrize("port", ["-1", "ten", "65534", "99999"])
def test_a_port_that_leaves_no_room_for_three_is_refused(port: str) -> None:
    with pytest.raises(BadSetting, match="SIGNPOST_METRICS_PORT"):
        read_settings({"SIGNPOST_METRICS_PORT": port})


@pytest.mark.parametrize("url", ["http://127.0.0.1:4318/v1/traces", "https://collector.example/v1/traces"])
def test_a_collector_is_taken(url: str) -> None:
    assert read_settings({"SIGNPOST_TRACES_URL": url}).monitoring.traces_url == url


@pytest.mark.parametrize(
    "url",
    ["collector.example", "ftp://collector", "http://ann:secret@collector/v1", "http://?x=y", "http://[x/"],
)
def test_an_odd_collector_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(BadSetting, match="SIGNPOST_TRACES_URL") as refused:
        read_settings({"SIGNPOST_TRACES_URL": url})

    assert url not in str(refused.value)

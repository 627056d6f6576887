"""Where the parts find each other: by default on this machine, and an odd address stops the start."""

import pytest

from signpost.scale import read_scale
from signpost.setting_values import BadSetting


REDIS = {"SIGNPOST_REDIS_URL": "redis://redis:6379/0"}


def test_by_default_there_is_one_of_each_on_this_machine_and_no_redis() -> None:
    scale = read_scale({})

    assert (scale.redis_url, scale.engine_urls, scale.actions_url) == ("", (), "")
    assert scale.listen == "127.0.0.1"
    assert not scale.is_shared


@pytest.mark.parametrize(
    "url",
    [
        "redis://redis",
        "redis://redis:6379",
        "redis://:word@redis:6379/1",
        "rediss://name:word@redis.example:6380/0",
    ],
)
def test_redis_is_named_by_its_address(url: str) -> None:
    scale = read_scale({"SIGNPOST_REDIS_URL": url})

    assert scale.redis_url == url
    assert scale.is_shared


@pytest.mark.parametrize(
    "url",
    [
        "redis.example:6379",
        "http://redis.example",
        "redis://",
        "redis://:s3cret@",
        "redis://redis:port",
        "redis://redis:99999",
        "redis://redis/one",
        "redis://redis 1",
        "unix:///run/redis.sock",
    ],
)
def test_an_odd_address_of_redis_is_refused_and_its_password_is_not_repeated(url: str) -> None:
    with pytest.raises(
        BadSetting, match=r"SIGNPOST_REDIS_URL cannot be read\. Write it as redis://"
    ) as refused:
        read_scale({"SIGNPOST_REDIS_URL": url})

    assert "s3cret" not in str(refused.value)


def test_a_password_of_redis_is_not_shown_with_the_settings() -> None:
    assert "s3cret" not in repr(read_scale({"SIGNPOST_REDIS_URL": "redis://:s3cret@redis:6379/0"}))


def test_engines_are_named_once_each_in_any_order_with_or_without_a_slash() -> None:
    named = {**REDIS, "SIGNPOST_ENGINE_URLS": "http://b:5005/, https://a ,http://b:5005"}

    assert read_scale(named).engine_urls == ("http://b:5005", "https://a")


def test_several_engines_are_refused_where_each_would_remember_its_own() -> None:
    with pytest.raises(BadSetting, match="needs SIGNPOST_REDIS_URL"):
        read_scale({"SIGNPOST_ENGINE_URLS": "http://a:5005,http://b:5005"})

    assert read_scale({"SIGNPOST_ENGINE_URLS": "http://a:5005"}).engine_urls == ("http://a:5005",)


@pytest.mark.parametrize("name", ["SIGNPOST_ENGINE_URLS", "SIGNPOST_ACTIONS_URL"])
@pytest.mark.parametrize(
    "value", ["a:5005", "ftp://a", "http://", "http://a/path", "http://n:p@a", "http://a:0"]
)
def test_an_odd_address_of_a_part_is_named_with_what_it_needs(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match="Write an address without a path") as refused:
        read_scale({**REDIS, name: value})

    assert name in str(refused.value)


@pytest.mark.parametrize("value", ["", "signpost.example", "127.0.0.1:80", "*", "::", "10.0.0.5"])
def test_a_process_listens_on_loopback_or_everywhere(value: str) -> None:
    with pytest.raises(BadSetting, match="SIGNPOST_LISTEN has value"):
        read_scale({"SIGNPOST_LISTEN": value})

    assert read_scale({"SIGNPOST_LISTEN": "0.0.0.0"}).listen == "0.0.0.0"

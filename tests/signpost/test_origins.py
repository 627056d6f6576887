"""Which sites may hold the chat is said exactly: an odd origin is refused, and never reaches a header."""

import pytest

from signpost.origins import BadOrigin, check_origin
from signpost.settings import BadSetting, read_settings


@pytest.mark.parametrize(
    "origin",
    [
        "https://www.council.example",
        "https://council.example:8443",
        "https://xn--hackney-9za.example",
        "http://localhost:8000",
        "http://127.0.0.1",
        "https://a.example:65535",
    ],
)
def test_the_exact_origin_of_a_site_is_taken(origin: str) -> None:
    check_origin(origin)

    assert read_settings({"SIGNPOST_EMBED_HOSTS": origin}).embed_hosts == (origin,)


@pytest.mark.parametrize(
    "origin",
    [
        "www.council.example",
        "http://www.council.example",
        "https://www.council.example/",
        "https://www.council.example/help",
        "https://*.council.example",
        "https://*",
        "*",
        "https://",
        "https:",
        "'self'",
        "null",
        "data:",
        "https://Council.example",
        "https://council..example",
        "https://-council.example",
        "https://council.example:0",
        "https://council.example:65536",
        "https://council.example:",
        "https://ann@council.example",
        "https://council.example?x",
        "https://council.example#x",
        "https://council.example https://evil.example",
        "https://council.example; script-src *",
        "https://council.example\nx: y",
        "https://council.example\n",
        "https://cöuncil.example",
        "https://council.example۱",
        "",
    ],
)
def test_anything_else_is_refused_with_a_sentence(origin: str) -> None:
    with pytest.raises(BadOrigin, match="Write each site as https://"):
        check_origin(origin)


def test_the_setting_names_the_odd_origin_and_what_to_write() -> None:
    with pytest.raises(BadSetting, match="Write each site as https://") as refused:
        read_settings({"SIGNPOST_EMBED_HOSTS": "https://fine.example, council.example/help"})

    assert "SIGNPOST_EMBED_HOSTS has value 'council.example/help'." in str(refused.value)


def test_no_other_site_may_hold_the_chat_until_it_is_named() -> None:
    assert read_settings({}).embed_hosts == ()


def test_sites_are_named_with_commas_between_and_kept_once() -> None:
    named = "https://a.example, https://b.example:8443,https://a.example,"

    assert read_settings({"SIGNPOST_EMBED_HOSTS": named}).embed_hosts == (
        "https://a.example",
        "https://b.example:8443",
    )

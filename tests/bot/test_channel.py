"""What the channel lets in, and how it says no."""

import json

import pytest

from bot.channel import LONGEST_BODY, BadMessage, SignpostInput, TokenMissing, read_incoming


def _body(**content):
    return json.dumps({"sender": "conversation-1", "message": "hello", **content}).encode()


def test_a_good_message_is_read():
    incoming = read_incoming(_body(metadata={"typed": True}))

    assert (incoming.sender, incoming.message, incoming.metadata) == (
        "conversation-1",
        "hello",
        {"typed": True},
    )


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "json"),
        (b"{", 400, "json"),
        (b"[]", 400, "json"),
        (b"\xff\xfe", 400, "json"),
        (b"x" * (LONGEST_BODY + 1), 413, "body"),
        (_body(sender=None), 422, "sender"),
        (_body(sender="short"), 422, "sender"),
        (_body(sender="../../etc/passwd"), 422, "sender"),
        (_body(sender="a" * 129), 422, "sender"),
        (_body(message=None), 422, "message"),
        (_body(message=["a"]), 422, "message"),
        (_body(message="a" * 2001), 422, "message"),
        (_body(metadata="a"), 422, "metadata"),
    ],
)
def test_a_bad_message_is_refused_with_a_code(body, status, code):
    with pytest.raises(BadMessage) as refused:
        read_incoming(body)

    assert (refused.value.status, refused.value.code) == (status, code)


def test_a_refusal_does_not_repeat_the_message():
    with pytest.raises(BadMessage) as refused:
        read_incoming(_body(message="MARKER" * 500))

    assert "MARKER" not in repr(refused.value)


@pytest.mark.parametrize("token", ["", "short", "a" * 64, "changeme" * 8, "0123456789abcdef0123456789abcde"])
def test_the_engine_does_not_start_without_a_good_token(monkeypatch, token):
    monkeypatch.setenv("SIGNPOST_ENGINE_TOKEN", token)

    with pytest.raises(TokenMissing, match="SIGNPOST_ENGINE_TOKEN"):
        SignpostInput.from_credentials({})


def test_the_channel_is_the_one_in_credentials(monkeypatch):
    from pathlib import Path

    from rasa.core.run import create_http_input_channels

    monkeypatch.setenv("SIGNPOST_ENGINE_TOKEN", "0123456789abcdef" * 4)

    channels = create_http_input_channels(None, str(Path(__file__).parents[2] / "credentials.yml"))

    assert [type(channel) for channel in channels] == [SignpostInput]

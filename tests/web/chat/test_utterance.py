import pytest

from vocabulary.people import AgeBand
from vocabulary.risks import Risk
from web.chat.schema import Kind
from web.chat.utterance import read_reply


def test_what_the_engine_says_is_read() -> None:
    (said,) = read_reply(
        [
            {
                "recipient_id": "s",
                "custom": {
                    "kind": "services",
                    "words": "services.first",
                    "services": [{"id": "a", "why": ["need"]}],
                    "risks": ["child"],
                    "area": "E06000020",
                    "age": "under-18",
                    "new": "from a later engine",
                },
            }
        ]
    )

    assert said.kind is Kind.SERVICES
    assert said.services[0].why == ("need",)
    assert said.risks == (Risk.CHILD,)
    assert said.age is AgeBand.UNDER_18


@pytest.mark.parametrize("reply", [None, {}, "text", [None], [{"custom": None}], [{"custom": {"kind": "x"}}]])
def test_what_cannot_be_read_is_left_out(reply: object) -> None:
    assert read_reply(reply) == []

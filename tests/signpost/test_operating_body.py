"""What the operating body says of itself for the notices."""

import pytest

from signpost.operating_body import LawfulBasis, read_body
from signpost.setting_values import BadSetting


SAID = {
    "SIGNPOST_BODY_NAME": "Office of the Commissioner",
    "SIGNPOST_BODY_CONTACT": "help@west.example",
    "SIGNPOST_BODY_DPO": "dpo@west.example",
    "SIGNPOST_BODY_LAWFUL_BASIS": "public-task",
}


def test_nothing_said_is_nothing_set_and_all_of_it_is_missing() -> None:
    body = read_body({})

    assert (body.name, body.contact, body.dpo, body.lawful_basis) == ("", "", "", None)
    assert body.missing == tuple(SAID)


def test_what_is_said_is_read() -> None:
    body = read_body(SAID)

    assert body.missing == ()
    assert (body.name, body.contact, body.dpo) == tuple(SAID.values())[:3]
    assert body.lawful_basis is LawfulBasis.PUBLIC_TASK


@pytest.mark.parametrize("setting", SAID)
@pytest.mark.parametrize("value", ["", "  "])
def test_what_is_empty_is_missing(setting: str, value: str) -> None:
    assert read_body(SAID | {setting: value}).missing == (setting,)


@pytest.mark.parametrize(
    ("setting", "value", "hint"),
    [
        ("SIGNPOST_BODY_NAME", "x", "2 to 120 characters"),
        ("SIGNPOST_BODY_NAME", "<b>Office</b>", "2 to 120 characters"),
        ("SIGNPOST_BODY_NAME", "{contact}", "2 to 120 characters"),
        ("SIGNPOST_BODY_NAME", "x" * 121, "2 to 120 characters"),
        ("SIGNPOST_BODY_CONTACT", "west.example", "an e-mail address"),
        ("SIGNPOST_BODY_DPO", "Ann <ann@west.example>", "an e-mail address"),
        ("SIGNPOST_BODY_LAWFUL_BASIS", "consent", "public-task or legitimate-interests"),
    ],
)
def test_an_odd_value_stops_the_start_and_says_what_it_needs(setting: str, value: str, hint: str) -> None:
    with pytest.raises(BadSetting, match=hint) as refused:
        read_body({setting: value})

    assert str(refused.value).startswith(f"{setting} has value")

"""Links and addresses become links; everything else stays text."""

import pytest

from signpost.assurance.document import Table
from web.statements.inline import inline, kind_of


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("plain & <b>bold</b>", "plain &amp; &lt;b&gt;bold&lt;/b&gt;"),
        (
            "see [the office](https://office.example/a-b/).",
            'see <a href="https://office.example/a-b/" rel="noreferrer noopener">the office</a>.',
        ),
        ("write to a.b@c.example.", 'write to <a href="mailto:a.b@c.example">a.b@c.example</a>.'),
        ("[x](javascript:alert)", "[x](javascript:alert)"),
        (
            '[<b>](https://x.example/"y)',
            '<a href="https://x.example/&#34;y" rel="noreferrer noopener">&lt;b&gt;</a>',
        ),
    ],
)
def test_only_links_and_addresses_are_marked_up(text: str, markup: str) -> None:
    assert inline(text) == markup


def test_each_part_is_of_its_kind() -> None:
    table = Table(columns=("A",), rows=(("1",),))

    assert [kind_of(part) for part in ("words", ("one", "two"), table)] == ["paragraph", "list", "table"]

"""Documents: values and inserts come into their places, and what nobody knows is refused."""

import pytest

from signpost.assurance.document import Document, Section, Table, fill
from signpost.assurance.markdown import as_markdown
from signpost.assurance.reading import BadData, fit


def a_document(*parts: object) -> Document:
    data = {"title": "About {who}", "lead": ["By {who}."], "sections": [{"heading": "One", "parts": parts}]}
    return fit(data, Document, where="about.yml")


def test_values_come_into_every_place_of_a_text() -> None:
    table = {"columns": ["A"], "rows": [["{who}"]]}
    filled = fill(a_document("{who} here", ["{who} there"], table), {"who": "us"})

    assert (filled.title, filled.lead) == ("About us", ("By us.",))
    assert filled.sections[0].parts == ("us here", ("us there",), Table(columns=("A",), rows=(("us",),)))


def test_a_value_is_not_looked_through_for_others() -> None:
    filled = fill(a_document("{who}"), {"who": "{dpo}", "dpo": "secret"})

    assert filled.sections[0].parts == ("{dpo}",)


def test_an_insert_brings_its_parts() -> None:
    filled = fill(a_document("before", {"insert": "made"}), {"who": ""}, {"made": ("a", ("b",))})

    assert filled.sections[0].parts == ("before", "a", ("b",))


@pytest.mark.parametrize("part", ["{nobody}", {"insert": "nothing"}])
def test_what_nobody_knows_is_refused_by_its_name(part: object) -> None:
    with pytest.raises(BadData, match=r"nobody|nothing"):
        fill(a_document(part), {"who": ""})


def test_a_row_has_a_cell_for_each_column() -> None:
    with pytest.raises(BadData, match="more or fewer cells"):
        a_document({"columns": ["A", "B"], "rows": [["1"]]})


def test_markdown_has_headings_lists_and_tables_and_says_where_to_change_it() -> None:
    table = Table(columns=("A", "B"), rows=(("1", "x|y"),))
    section = Section(heading="Deep", level=3, parts=("Words.", ("one", "two"), table))
    text = as_markdown(Document(title="T", lead=("L.",), sections=(section,)), made_from="about.yml")

    assert text == (
        "<!-- Made by `make assurance` from about.yml: change it there. -->\n\n# T\n\nL.\n\n### Deep\n\n"
        "Words.\n\n- one\n- two\n\n| A | B |\n| --- | --- |\n| 1 | x&#124;y |\n"
    )

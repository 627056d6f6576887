"""The languages of the interface."""

import pytest

from vocabulary.languages import Language, language_of


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("pl", Language.POLISH),
        ("pl-PL", Language.POLISH),
        ("PA-Guru-IN", Language.PUNJABI),
        ("ur_PK", Language.URDU),
        ("en-GB", Language.ENGLISH),
        ("de", Language.ENGLISH),
        ("klingon", Language.ENGLISH),
        ("../../etc", Language.ENGLISH),
        ("", Language.ENGLISH),
        (None, Language.ENGLISH),
    ],
)
def test_a_tag_names_a_language_or_english(tag: str | None, language: Language) -> None:
    assert language_of(tag) is language


def test_every_language_is_written_as_its_speakers_write_it() -> None:
    names = [language.own_name for language in Language]

    assert len(set(names)) == len(Language)
    assert [language for language in Language if language.direction == "rtl"] == [Language.URDU]

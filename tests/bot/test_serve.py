"""The engine as it runs: one conversation at a time over HTTP, with a really trained small model."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from rasa.core import processor, run
from rasa.core.actions.action import RemoteAction

from bot.model_file import model_in, write_hash
from bot.serve import prepare, serve
from signpost.secrets import read_or_make_secret
from signpost.settings import read_settings
from tests.bot.conftest import ROOT


pytestmark = [pytest.mark.model, pytest.mark.slow]

MARKER = "MARKER-TEXT"


def test_a_message_is_understood_and_answered(engine):
    assert engine.words("people are using my house to sell drugs", engine.new_sender()) == ["question.area"]


def test_a_button_is_obeyed_and_its_value_fills_the_open_question(engine):
    sender = engine.new_sender()
    engine.words("/cuckooing", sender)

    assert engine.words('/give_area{"area": "E06000020"}', sender) == ["text.services"]


def test_a_typed_button_is_words(engine):
    """Trap 8: Rasa obeys a typed intent. What web.chat marks as typed cannot be one."""
    sender = engine.new_sender()
    engine.words("/cuckooing", sender)
    asked_before = len(engine.actions.asked)

    engine.say('/give_area{"area": "E06000020"}', sender, metadata={"typed": True})

    slots = [asked["tracker"]["slots"]["area"] for asked in engine.actions.asked[asked_before:]]
    assert "E06000020" not in slots


def test_the_action_server_is_not_sent_the_domain_nor_earlier_words(engine):
    sender = engine.new_sender()
    engine.words(f"{MARKER} people are using my house to sell drugs", sender)
    engine.words('/give_area{"area": "E06000020"}', sender)

    asked = engine.actions.asked[-1]

    assert "domain" not in asked
    assert MARKER not in str(asked)


def test_the_connection_to_the_action_server_stays_open(engine):
    for _ in range(2):
        sender = engine.new_sender()
        engine.words("/cuckooing", sender)
        engine.words('/give_area{"area": "E06000020"}', sender)
    before = engine.actions.connections

    sender = engine.new_sender()
    engine.words("/cuckooing", sender)
    engine.words('/give_area{"area": "E06000020"}', sender)

    assert engine.actions.connections == before


def test_an_action_that_fails_is_told_at_once_and_leaves_no_words_in_the_log(engine):
    """Trap 1: rasa-sdk answers a failed action with the whole tracker, and Rasa logs it."""
    answer = engine.say(f"/drug_debt {MARKER}", engine.new_sender())
    answer = engine.say("/drug_debt", engine.new_sender(), metadata={"note": MARKER})

    assert (answer.status_code, answer.json()["code"]) == (503, "silent")
    assert MARKER in str(engine.actions.asked[-1])  # it was there to be logged
    assert "ClientResponseError" in engine.log.read_text()
    assert MARKER not in engine.log.read_text()


def test_a_failed_turn_is_as_if_it_had_never_been(engine):
    sender = engine.new_sender()
    engine.words("/cuckooing", sender)
    engine.say("/drug_debt", sender)

    engine.words('/give_area{"area": "E06000020"}', sender)

    heard = [e["parse_data"]["intent"]["name"] for e in _events(engine, "user")]
    assert heard == ["cuckooing", "give_area"]


def test_an_action_that_hangs_blocks_its_conversation_for_two_seconds_and_others_not_at_all(engine):
    sender = engine.new_sender()
    with ThreadPoolExecutor(1) as other:
        started = time.monotonic()
        hanging = other.submit(engine.say, "/own_drug_use", sender)
        time.sleep(0.2)
        assert engine.words("/greet", engine.new_sender()) == ["text.welcome"]
        others_took = time.monotonic() - started
        assert hanging.result().json()["code"] == "slow" or hanging.result().status_code == 503

    took = time.monotonic() - started
    assert others_took < 1.5
    assert took < 2.6
    assert engine.words("/greet", sender) == ["text.welcome"]


def test_nothing_a_person_said_is_in_the_log(engine):
    """Trap 5 and rule: at the level of service no text, no sender and no token is written."""
    sender = "sender-in-no-log"
    for text in (
        MARKER,
        f"/{MARKER}",
        f'/greet{{"{MARKER}": "x"}} x',
        f"/nonsense_{MARKER.lower()}",
        "\ud800",
    ):
        engine.say(text, sender)

    log = engine.log.read_text()

    assert "ready" in log
    assert MARKER not in log
    assert sender not in log
    assert "0123456789abcdef" not in log


def test_forgetting_leaves_nothing(engine):
    sender = engine.new_sender()
    engine.words("/cuckooing", sender)

    answer = requests.delete(
        f"http://127.0.0.1:{engine.port}/webhooks/signpost/conversations/{sender}",
        headers={"Authorization": "Bearer " + "0123456789abcdef" * 4},
        timeout=5,
    )

    assert answer.status_code == 204
    engine.words("/cuckooing", sender)
    engine.words('/give_area{"area": "E06000020"}', sender)
    assert len(_events(engine, "user")) == 2


def test_nothing_is_left_after_a_person_says_stop_and_forget_and_the_chat_goes_on(engine):
    sender = engine.new_sender()
    engine.words("/cuckooing", sender)
    engine.words('/give_area{"area": "E06000020"}', sender)

    assert engine.words("/stop_and_forget", sender) == ["text.forgotten"]
    assert engine.words("/cuckooing", sender) == ["question.area"]
    assert engine.words('/give_area{"area": "E07000239"}', sender) == ["text.services"]
    heard = [e["parse_data"]["intent"]["name"] for e in _events(engine, "user")]
    assert heard == ["cuckooing", "give_area"]
    assert "E06000020" not in str(engine.actions.asked[-1])


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer wrong", "0123456789abcdef" * 4])
def test_without_the_token_nothing_is_heard(engine, authorization):
    address = f"http://127.0.0.1:{engine.port}/webhooks/signpost"

    posted = requests.post(
        f"{address}/webhook", headers={"Authorization": authorization}, data=b"", timeout=5
    )
    deleted = requests.delete(
        f"{address}/conversations/conversation-1", headers={"Authorization": authorization}, timeout=5
    )

    assert (posted.status_code, deleted.status_code) == (401, 401)


@pytest.mark.parametrize(
    "path", ["/model/parse", "/conversations/conversation-1/tracker", "/webhooks/rest/webhook", "/status"]
)
def test_rasas_own_doors_are_shut(engine, path):
    assert requests.get(f"http://127.0.0.1:{engine.port}{path}", timeout=5).status_code == 404


@pytest.mark.parametrize(
    "text", ["", " ", "😀😀", "a" * 2000, "\ud800 lone", "<b>x</b>", "/", "///", "\u202egreet", "\x00"]
)
def test_odd_messages_get_an_answer(engine, text):
    assert engine.say(text, engine.new_sender()).status_code == 200


def test_two_hundred_turns_cost_what_five_cost(engine):
    sender = engine.new_sender()
    engine.words("/cuckooing", sender)
    engine.words('/give_area{"area": "E06000020"}', sender)
    sizes = []
    for _ in range(198):
        engine.words("/cuckooing", sender)
        sizes.append(len(engine.actions.asked[-1]["tracker"]["events"]))

    assert sizes[-1] <= max(sizes[:5])
    assert engine.actions.asked[-1]["tracker"]["slots"]["area"] == "E06000020"


def _events(engine, kind):
    return [e for e in engine.actions.asked[-1]["tracker"]["events"] if e["event"] == kind]


def test_serving_puts_the_compiled_check_and_the_runner_in_order_in_place(monkeypatch, tmp_path):
    """Without them a turn is answered all the same, at six times the cost: only a look at them tells."""
    replaced = (
        (RemoteAction, "_validate_action_result"),
        (processor, "DaskGraphRunner"),
    )
    before = [getattr(place, name) for place, name in replaced]
    for place, name in replaced:
        monkeypatch.setattr(place, name, getattr(place, name))  # put back afterwards
    monkeypatch.setenv("SIGNPOST_ACTIONS_PORT", "5055")
    monkeypatch.setattr(run, "serve_application", lambda **_: None)
    model_in(tmp_path).write_bytes(b"a model")
    write_hash(tmp_path)

    serve(read_settings({"SIGNPOST_HOME": str(tmp_path)}), project=ROOT, models=tmp_path)

    assert all(getattr(place, name) is not old for (place, name), old in zip(replaced, before, strict=True))


def test_an_engine_without_a_token_takes_the_one_of_its_home_folder(tmp_path):
    made = prepare({"SIGNPOST_HOME": str(tmp_path)})["SIGNPOST_ENGINE_TOKEN"]
    given = prepare({"SIGNPOST_HOME": str(tmp_path), "SIGNPOST_ENGINE_TOKEN": "given"})

    assert made == read_or_make_secret(tmp_path, "engine").hex()
    assert given["SIGNPOST_ENGINE_TOKEN"] == "given"

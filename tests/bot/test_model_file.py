"""No model is loaded but the one that training left."""

import pytest
from rasa.core import run

from bot.model_file import WrongModel, check_model, hash_of_model_in, is_as_trained, model_in, write_hash
from bot.serve import serve
from signpost.settings import read_settings
from tests.bot.conftest import ROOT


@pytest.fixture
def models(tmp_path):
    model_in(tmp_path).write_bytes(b"model")
    write_hash(tmp_path)
    return tmp_path


def test_the_model_that_was_left_there_is_loaded(models):
    assert check_model(models) == model_in(models)


@pytest.mark.parametrize("held", [b"", b"modeL", b"model "])
def test_a_changed_model_is_refused_with_what_to_do(models, held):
    model_in(models).write_bytes(held)

    with pytest.raises(WrongModel, match="signpost train"):
        check_model(models)


@pytest.mark.parametrize("gone", [model_in, hash_of_model_in])
def test_half_of_the_two_is_nothing(models, gone):
    gone(models).unlink()

    assert not is_as_trained(models)


@pytest.mark.parametrize("noted", [b"", b"\xff\xfe", b"  signpost.tar.gz\n", b"0" * 64])
def test_a_hash_that_is_none_fits_no_model(models, noted):
    hash_of_model_in(models).write_bytes(noted)

    assert not is_as_trained(models)


def test_the_engine_does_not_load_a_changed_model(models, monkeypatch):
    loaded = []
    monkeypatch.setattr(run, "serve_application", lambda **options: loaded.append(options))
    model_in(models).write_bytes(b"another")

    with pytest.raises(WrongModel):
        serve(read_settings({}), project=ROOT, models=models)
    assert loaded == []

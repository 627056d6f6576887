"""A model is trained again when, and only when, what it is made of has changed."""

from pathlib import Path

import pytest

from bot import training
from bot.training import TrainingFailed, fingerprint, train_if_changed


@pytest.fixture
def project(tmp_path):
    for name in ("config.yml", "domain.yml", "data/nlu/greet.yml", "bot/components/a.py", "safety/normal.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


@pytest.fixture
def rasa(monkeypatch):
    """A stand-in for the minute that Rasa takes."""
    calls = []

    def train(project: Path, out: Path) -> None:
        calls.append(project)
        (out / "signpost.tar.gz").write_bytes(b"model")

    monkeypatch.setattr(training, "_train", train)
    return calls


def test_the_first_time_it_trains(project, rasa):
    trained = train_if_changed(project, project / "models")

    assert trained.is_new
    assert trained.path.read_bytes() == b"model"


def test_nothing_changed_means_nothing_is_done(project, rasa):
    train_if_changed(project, project / "models")

    assert not train_if_changed(project, project / "models").is_new
    assert len(rasa) == 1


@pytest.mark.parametrize(
    "changed",
    [
        "config.yml",
        "domain.yml",
        "data/nlu/greet.yml",
        "data/rules/new.yml",
        "content/risk/first.yml",
        "bot/components/a.py",
        "safety/normal.py",
        "safety/risk/suicide/wish.py",
    ],
)
def test_a_change_in_what_it_is_made_of_trains_again(project, rasa, changed):
    train_if_changed(project, project / "models")
    (project / changed).parent.mkdir(parents=True, exist_ok=True)
    (project / changed).write_text("changed")

    assert train_if_changed(project, project / "models").is_new


def test_a_new_version_of_a_package_trains_again(project, monkeypatch):
    before = fingerprint(project)
    monkeypatch.setattr(training, "version", lambda package: "99")

    assert fingerprint(project) != before


def test_moving_a_phrase_to_another_file_is_a_change(project):
    before = fingerprint(project)
    (project / "data/nlu/greet.yml").rename(project / "data/nlu/hello.yml")

    assert fingerprint(project) != before


def test_a_deleted_model_is_trained_again(project, rasa):
    train_if_changed(project, project / "models").path.unlink()

    assert train_if_changed(project, project / "models").is_new


def test_a_failure_keeps_the_old_model_and_tries_again_next_time(project, rasa, monkeypatch):
    train_if_changed(project, project / "models")
    (project / "domain.yml").write_text("broken")
    whole = training._train

    def fail(project: Path, out: Path) -> None:
        raise TrainingFailed("no")

    monkeypatch.setattr(training, "_train", fail)
    with pytest.raises(TrainingFailed):
        train_if_changed(project, project / "models")
    assert (project / "models/signpost.tar.gz").read_bytes() == b"model"

    monkeypatch.setattr(training, "_train", whole)
    assert train_if_changed(project, project / "models").is_new


def test_a_model_whose_file_was_changed_is_made_anew(project, rasa):
    train_if_changed(project, project / "models").path.write_bytes(b"another")

    assert train_if_changed(project, project / "models").is_new
    assert (project / "models/signpost.tar.gz").read_bytes() == b"model"


@pytest.mark.model
@pytest.mark.slow
def test_rasas_reason_is_told_when_the_data_are_wrong(tmp_path):
    (tmp_path / "config.yml").write_text("recipe: no_such_recipe\nlanguage: en\nassistant_id: a\n")
    (tmp_path / "domain.yml").write_text('version: "3.1"\nintents: [greet]\n')
    (tmp_path / "data").mkdir()
    (tmp_path / "data/nlu.yml").write_text(
        'version: "3.1"\nnlu:\n  - intent: greet\n    examples: |\n      - hi\n'
    )

    with pytest.raises(TrainingFailed, match="no_such_recipe"):
        train_if_changed(tmp_path, tmp_path / "models")


@pytest.mark.model
def test_training_leaves_one_model_and_its_mark(small_project, small_model):
    assert {p.name for p in (small_project / "models").iterdir()} == {
        "signpost.tar.gz",
        "signpost.tar.gz.sha256",
        "signpost.sha256",
        "training",
    }
    assert not list((small_project / "models/training").iterdir())

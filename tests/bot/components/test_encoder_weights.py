"""Weights survive their eight bits, and those that ship belong to the encoder's shape."""

import numpy as np
import pytest
from safetensors.numpy import load_file

from bot.components.encoder_graph import encoder_folder
from bot.components.encoder_weights import TUNED, read_weights, write_weights


@pytest.fixture
def weights():
    chance = np.random.default_rng(7)
    matrix = chance.normal(size=(6, 40)).astype(np.float32)
    matrix[3] *= 100  # a row with large numbers must not cost the others their precision
    matrix[4] = 0
    return {"layer.weight": matrix, "layer.bias": chance.normal(size=6).astype(np.float32)}


def test_each_row_keeps_its_own_precision(tmp_path, weights):
    write_weights(weights, tmp_path / "w.safetensors")
    again = read_weights(tmp_path / "w.safetensors")

    largest = np.abs(weights["layer.weight"]).max(1, keepdims=True)
    assert (np.abs(again["layer.weight"] - weights["layer.weight"]) <= largest / 127 * 0.51 + 1e-9).all()
    assert (again["layer.bias"] == weights["layer.bias"]).all()
    assert set(again) == set(weights)


def test_a_second_writing_changes_nothing(tmp_path, weights):
    write_weights(weights, tmp_path / "one")
    write_weights(read_weights(tmp_path / "one"), tmp_path / "two")

    one, two = read_weights(tmp_path / "one"), read_weights(tmp_path / "two")
    assert all(np.allclose(one[name], two[name], rtol=1e-6) for name in one)


def test_the_file_takes_a_quarter(tmp_path):
    matrix = {"w": np.ones((1000, 384), np.float32)}
    write_weights(matrix, tmp_path / "w")

    assert (tmp_path / "w").stat().st_size < matrix["w"].nbytes * 0.27


def test_the_tuned_weights_are_all_of_the_encoders_and_moved_only_so_far():
    tuned = read_weights(TUNED)
    published = load_file(encoder_folder() / "model.safetensors")

    for name, value in tuned.items():
        before = published[name]
        assert value.shape == before.shape
        moved = float(np.linalg.norm(value - before) / np.linalg.norm(before))
        assert moved < 0.5, name  # tuned from the published ones, not another model's
    assert any("layer.5" in name for name in tuned)

"""The model's file and the hash beside it: what is loaded is what training left, byte for byte.

A model is an archive of pickled parts, and loading one runs what is in it. The hash is in the form of
`sha256sum -c`. Whoever may write both files can still put another model there: the folder is its guard.
"""

import hashlib
import hmac
from pathlib import Path


MODEL = "signpost"


class WrongModel(RuntimeError):
    """A model that is not there, or not the one that training left; the message says what to do."""


def model_in(models: Path) -> Path:
    """Where the model lies."""
    return models / f"{MODEL}.tar.gz"


def hash_of_model_in(models: Path) -> Path:
    """Where its hash lies."""
    return models / f"{MODEL}.tar.gz.sha256"


def write_hash(models: Path) -> None:
    """Notes the hash of the model as it lies there now."""
    model = model_in(models)
    hash_of_model_in(models).write_text(f"{_hash(model)}  {model.name}\n", encoding="ascii")


def is_as_trained(models: Path) -> bool:
    """Whether the model is there and is the one whose hash was noted."""
    model, noted = model_in(models), hash_of_model_in(models)
    if not (model.is_file() and noted.is_file()):
        return False
    wanted = noted.read_bytes().partition(b" ")[0]
    return hmac.compare_digest(_hash(model).encode(), wanted)


def check_model(models: Path) -> Path:
    """The path of the model, ready to be loaded. Raises WrongModel."""
    if not is_as_trained(models):
        raise WrongModel(
            f"{model_in(models)} is not the model that training left there. "
            "Find out who changed it, then run: signpost train"
        )
    return model_in(models)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

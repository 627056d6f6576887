"""Reads the data of assurance from YAML into frozen shapes; what does not fit stops with a sentence."""

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError


ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "content" / "assurance"


class BadData(ValueError):
    """A file of assurance data that does not fit its shape; the message names the file and the place."""


class Shape(BaseModel):
    """What a file of assurance data holds: nothing but what is named, and never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Read = TypeVar("Read", bound=Shape)


def read_shape(path: Path, shape: type[Read]) -> Read:
    """The file's content as this shape. Raises BadData."""
    return fit(yaml.safe_load(path.read_text(encoding="utf-8")), shape, where=path.name)


def fit(data: Any, shape: type[Read], *, where: str) -> Read:
    """Data as this shape. Raises BadData with the file and the first place that is wrong."""
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        found = error.errors(include_input=False, include_url=False)
        # Of a part that may be one of several things, what it comes nearest to.
        first = max(found, key=lambda each: (each["type"] == "value_error", len(each["loc"])))
        place = ".".join(str(part) for part in first["loc"]) or "the whole file"
        raise BadData(f"{where}: {place}: {first['msg']}.") from None

"""The published JSON Schema of the chat: `python -m web.chat.contract` writes it into docs/contract."""

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import models_json_schema

from web.chat.schema import ChatAnswer, EventRequest, ForgetRequest, MessageRequest
from web.problem_schema import Problem


FOLDER = Path(__file__).resolve().parent.parent.parent / "docs" / "contract"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """One schema document: requests as they are read, answers as they are written, each under $defs."""
    _, document = models_json_schema(
        [
            (MessageRequest, "validation"),
            (ForgetRequest, "validation"),
            (EventRequest, "validation"),
            (ChatAnswer, "serialization"),
            (Problem, "validation"),  # what has a default may be absent
        ],
        title="Signpost public chat",
    )
    return {"$schema": DIALECT, **document}


def as_text(document: Any) -> str:
    """A document as it is published: indented, with its letters as they are."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    (FOLDER / "chat.schema.json").write_text(as_text(schema()), encoding="utf-8")

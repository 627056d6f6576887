"""Leaves out of the engine's process what Rasa imports whatever is used: TensorFlow first of all.

What Rasa reaches on its way to the rule policy are classes to inherit from, for parts that ours does not
have. Here an empty module offers such classes, so that they can be named and inherited from; whoever wants
to make one is told why there is none. That saves more than half of the engine's memory and most of its start
(docs/measurements.md), and a weakness of what is not there cannot be reached.
Training runs in a process of its own with the real libraries.
"""

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any


LEARNING = ("tensorflow", "keras", "tensorflow_addons", "tensorflow_hub")
ELSEWHERE = ("boto3", "botocore", "pymongo", "aio_pika", "confluent_kafka")  # stores and brokers
MESSENGERS = (
    "aiogram",
    "fbmessenger",
    "mattermostwrapper",
    "rocketchat_API",
    "slack_sdk",
    "twilio",
    "webexteamssdk",
)
PICTURES = ("matplotlib", "PIL")  # of an evaluation
LEFT_OUT = (*LEARNING, *ELSEWHERE, *MESSENGERS, *PICTURES)


class LeftOut(RuntimeError):
    """A part was to be used that needs a library which this process leaves out."""

    def __init__(self) -> None:
        super().__init__(
            "This process leaves out libraries that Signpost does not use (bot/left_out.py). Take what needs "
            "one out of config.yml, credentials.yml or endpoints.yml, or its library off that list."
        )


class _Inheritable(type):
    """Gives every attribute that is asked of an empty class: itself."""

    def __getattr__(cls, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return Nothing


class Nothing(metaclass=_Inheritable):
    """Stands where a class of such a library would; can be inherited from, never made."""

    def __init__(self, *_: Any, **__: Any) -> None:
        raise LeftOut


class _Finder(MetaPathFinder, Loader):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        del path, target
        if fullname.split(".", maxsplit=1)[0] not in LEFT_OUT:
            return None
        return ModuleSpec(fullname, self, is_package=True)

    def exec_module(self, module: ModuleType) -> None:
        module.__getattr__ = _Inheritable.__getattr__.__get__(Nothing)  # type: ignore[method-assign]


def leave_out() -> bool:
    """Before Rasa is imported. Returns whether all are left out: not where one was imported already."""
    if any(isinstance(finder, _Finder) for finder in sys.meta_path):
        return True
    if any(name in sys.modules for name in LEFT_OUT):
        return False
    sys.meta_path.insert(0, _Finder())
    return True

"""Leaves TensorFlow out of the engine's process: Rasa imports it whatever a pipeline uses; ours uses none.

What Rasa reaches on its way to the rule policy are classes to inherit from, for parts that ours does not
have. Here an empty module offers such classes, so that they can be named and inherited from; whoever wants
to make one is told why there is none. That saves half of the engine's memory (docs/measurements.md).
Training runs in a process of its own with the real library.
"""

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any


LEFT_OUT = ("tensorflow", "keras", "tensorflow_addons", "tensorflow_hub")


class TensorFlowLeftOut(RuntimeError):
    """A part that needs TensorFlow was to be used in a process that leaves it out."""

    def __init__(self) -> None:
        super().__init__(
            "This process runs without TensorFlow. Take the component or policy that needs it out of "
            "config.yml, or stop calling leave_out_tensorflow()."
        )


class _Inheritable(type):
    """Gives every attribute that is asked of an empty class: itself."""

    def __getattr__(cls, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return Nothing


class Nothing(metaclass=_Inheritable):
    """Stands where a class of TensorFlow would; can be inherited from, never made."""

    def __init__(self, *_: Any, **__: Any) -> None:
        raise TensorFlowLeftOut


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


def leave_out_tensorflow() -> bool:
    """Before Rasa is imported. Returns whether it is left out: not where it was imported already."""
    if any(isinstance(finder, _Finder) for finder in sys.meta_path):
        return True
    if any(name in sys.modules for name in LEFT_OUT):
        return False
    sys.meta_path.insert(0, _Finder())
    return True

"""Catalogues for a test: the real English ones, and a few words of others beside them."""

import shutil
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from vocabulary import words


def use_catalogues(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    """Reads words from a folder of the test, with the English catalogues in it."""
    shutil.copytree(words.LOCALE / "en", folder / "en")
    monkeypatch.setattr(words, "LOCALE", folder)
    monkeypatch.setattr(words, "_catalogue", words._catalogue.__wrapped__)
    return folder


def write(folder: Path, language: str, domain: str, said: Mapping[str, str], *, read_by: str = "") -> None:
    """A compiled catalogue of one domain."""
    catalogue = Catalog(domain=domain)
    for key, text in {**said, "read-by": read_by}.items():
        catalogue.add(key, text)
    file = BytesIO()
    write_mo(file, catalogue)
    path = folder / language / "LC_MESSAGES" / f"{domain}.mo"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.getvalue())

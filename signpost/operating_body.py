"""The organisation that runs an installation: what only it can say of itself, for the public's notices."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from signpost.setting_values import BadSetting


ADDRESS = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+", re.ASCII)
NAME = re.compile(r"[^\W_][^\n\r<>{}|]{1,119}")


class LawfulBasis(StrEnum):
    """Why the organisation may use personal data at all (UK GDPR, Article 6)."""

    PUBLIC_TASK = "public-task"
    LEGITIMATE_INTERESTS = "legitimate-interests"


@dataclass(frozen=True)
class OperatingBody:
    """Who runs it; what is empty has not been set."""

    name: str = ""  # SIGNPOST_BODY_NAME: the controller of its data
    contact: str = ""  # SIGNPOST_BODY_CONTACT: an e-mail address for anybody's questions
    dpo: str = ""  # SIGNPOST_BODY_DPO: the data protection officer's e-mail address
    lawful_basis: LawfulBasis | None = None  # SIGNPOST_BODY_LAWFUL_BASIS

    @property
    def missing(self) -> tuple[str, ...]:
        """The settings that live use still needs, as the law asks for each of them."""
        named = {
            "SIGNPOST_BODY_NAME": self.name,
            "SIGNPOST_BODY_CONTACT": self.contact,
            "SIGNPOST_BODY_DPO": self.dpo,
            "SIGNPOST_BODY_LAWFUL_BASIS": self.lawful_basis,
        }
        return tuple(setting for setting, value in named.items() if not value)


def read_body(environ: Mapping[str, str]) -> OperatingBody:
    """What the environment says of the organisation. Raises BadSetting."""
    return OperatingBody(
        name=_name(environ),
        contact=_address(environ, "SIGNPOST_BODY_CONTACT"),
        dpo=_address(environ, "SIGNPOST_BODY_DPO"),
        lawful_basis=_basis(environ),
    )


def _name(environ: Mapping[str, str]) -> str:
    value = environ.get("SIGNPOST_BODY_NAME", "").strip()
    if value and not NAME.fullmatch(value):
        raise BadSetting(
            f"SIGNPOST_BODY_NAME has value '{value}'. Write the organisation's name, 2 to 120 characters."
        )
    return value


def _address(environ: Mapping[str, str], setting: str) -> str:
    value = environ.get(setting, "").strip()
    if value and not ADDRESS.fullmatch(value):
        raise BadSetting(f"{setting} has value '{value}'. Write an e-mail address.")
    return value


def _basis(environ: Mapping[str, str]) -> LawfulBasis | None:
    value = environ.get("SIGNPOST_BODY_LAWFUL_BASIS", "").strip()
    if value and value not in set(LawfulBasis):
        raise BadSetting(f"SIGNPOST_BODY_LAWFUL_BASIS has value '{value}'. Write {' or '.join(LawfulBasis)}.")
    return LawfulBasis(value) if value else None

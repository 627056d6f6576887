"""Where the parts of a larger Signpost find each other; by default all are on this machine."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from signpost.setting_values import BadSetting


LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - every address of the machine, only where a setting says so
# A name and password are allowed: the sentence about an odd value does not repeat it.
REDIS = re.compile(r"rediss?://([^\s@/?#]*@)?[^\s@/?#]+(/[0-9]{0,3})?", re.ASCII)
PART = re.compile(r"https?://[^\s@/?#]+", re.ASCII)  # of one of our own processes: no path, no password


@dataclass(frozen=True)
class Scale:
    """The addresses of what may be there more than once, or on another machine."""

    redis_url: str = field(repr=False)  # SIGNPOST_REDIS_URL: empty keeps conversations in each process
    engine_urls: tuple[str, ...]  # SIGNPOST_ENGINE_URLS: empty is the one on this machine
    actions_url: str  # SIGNPOST_ACTIONS_URL: empty is the one on this machine
    listen: str  # SIGNPOST_LISTEN: on which address of this machine a process listens

    @property
    def is_shared(self) -> bool:
        """Whether conversations live where every process finds them."""
        return bool(self.redis_url)


def read_scale(environ: Mapping[str, str]) -> Scale:
    """The settings of this kind. Raises BadSetting."""
    scale = Scale(_redis(environ), _engines(environ), _actions(environ), _listen(environ))
    if len(scale.engine_urls) > 1 and not scale.is_shared:
        raise BadSetting(
            "SIGNPOST_ENGINE_URLS names several engines, which needs SIGNPOST_REDIS_URL: "
            "without it each engine would remember conversations of its own."
        )
    return scale


def _redis(environ: Mapping[str, str]) -> str:
    """Redis's address; an odd one is not repeated, as it may hold a password."""
    value = environ.get("SIGNPOST_REDIS_URL", "")
    if value and not (REDIS.fullmatch(value) and _has_host_and_port(value)):
        raise BadSetting(
            "SIGNPOST_REDIS_URL cannot be read. Write it as redis://redis.example:6379/0 "
            "or, encrypted, as rediss://name:password@redis.example:6379/0."
        )
    return value


def _engines(environ: Mapping[str, str]) -> tuple[str, ...]:
    listed = environ.get("SIGNPOST_ENGINE_URLS", "").split(",")
    named = tuple(dict.fromkeys(each.strip().rstrip("/") for each in listed if each.strip()))
    for each in named:
        _check_part("SIGNPOST_ENGINE_URLS", each, "http://engine-0:5005,http://engine-1:5005")
    return named


def _actions(environ: Mapping[str, str]) -> str:
    value = environ.get("SIGNPOST_ACTIONS_URL", "").rstrip("/")
    if value:
        _check_part("SIGNPOST_ACTIONS_URL", value, "http://actions:5055")
    return value


def _listen(environ: Mapping[str, str]) -> str:
    """Loopback is always among the addresses: `signpost up` and health checks ask there."""
    value = environ.get("SIGNPOST_LISTEN", LOOPBACK)
    if value not in {LOOPBACK, EVERYWHERE}:
        raise BadSetting(
            f"SIGNPOST_LISTEN has value '{value}'. Write {LOOPBACK}, or {EVERYWHERE} where a private network "
            "or a firewall stands around this machine."
        )
    return value


def _check_part(name: str, value: str, example: str) -> None:
    if not (PART.fullmatch(value) and _has_host_and_port(value)):
        raise BadSetting(f"{name} has value '{value}'. Write an address without a path, such as {example}.")


def _has_host_and_port(value: str) -> bool:
    try:
        parts = urlsplit(value)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False

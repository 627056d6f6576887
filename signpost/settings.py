"""The settings, read once at start from the environment; a leaf that any process may import."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

from signpost.monitoring import Monitoring, read_monitoring
from signpost.operating_body import OperatingBody, read_body
from signpost.origins import BadOrigin, check_origin
from signpost.scale import Scale, read_scale
from signpost.setting_values import BadSetting, whole
from vocabulary.pathway import Traffic


__all__ = ["BadSetting", "Settings", "read_settings"]

# An answer is promised within three seconds, of which web.chat keeps 0.8 for the directory and itself.
ENGINE_TIMEOUT_MS = range(100, 2201)
DEFAULT_ENGINE_TIMEOUT_MS = ENGINE_TIMEOUT_MS[-1]

USAGE_DAYS = range(21, 367)  # fewer would delete what is not rolled up yet: usage.roll_up.FEWEST_DAYS
DEFAULT_USAGE_DAYS = 90
# The shortest leaves thirty seconds before the warning; after the longest the conversation has ended anyway.
CHAT_IDLE_SECONDS = range(60, 1801)
DEFAULT_CHAT_IDLE_SECONDS = 180
DEFAULT_COOL_OFF_HOURS = 24
MOST_COOL_OFF_HOURS = 168

# The names of this machine are always answered: `signpost up` asks there whether the web process is healthy.
LOCAL_HOSTS = ("localhost", "127.0.0.1")
ANY_HOST = "*"
HOST = re.compile(r"(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?", re.ASCII | re.IGNORECASE)
PUBLIC_URL = re.compile(r"https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?", re.ASCII | re.IGNORECASE)
SENDER = re.compile(r"[^@\s]+@[^@\s]+", re.ASCII)


@dataclass(frozen=True)
class SingleSignOn:
    """The OpenID Connect provider whose accounts staff may sign in with."""

    issuer: str  # SIGNPOST_OIDC_ISSUER
    client_id: str  # SIGNPOST_OIDC_CLIENT_ID: how the provider knows us
    client_secret: str = field(repr=False)  # read from SIGNPOST_OIDC_CLIENT_SECRET_FILE


@dataclass(frozen=True)
class Settings:
    """Everything that may differ between two installations."""

    home: Path  # SIGNPOST_HOME: where the database, secrets, spool and logs live
    database_url: str  # SIGNPOST_DATABASE_URL: SQLite in `home` unless PostgreSQL is named
    port: int  # SIGNPOST_PORT: the web process
    rasa_port: int  # SIGNPOST_RASA_PORT: the conversation engine, loopback only
    actions_port: int  # SIGNPOST_ACTIONS_PORT: the action server, loopback only
    live: bool  # SIGNPOST_LIVE: hide what no person has confirmed
    traffic: Traffic  # SIGNPOST_TRAFFIC: how usage events are marked
    usage_days: int  # SIGNPOST_USAGE_DAYS: raw usage events are deleted after so many days
    engine_timeout: float  # SIGNPOST_ENGINE_TIMEOUT_MS: seconds here; then the fixed card answers
    allowed_hosts: tuple[str, ...]  # SIGNPOST_ALLOWED_HOSTS: the names the web process answers under
    embed_hosts: tuple[str, ...]  # SIGNPOST_EMBED_HOSTS: the sites that may hold the chat in a frame
    trusted_proxies: tuple[str, ...]  # SIGNPOST_TRUSTED_PROXIES: whose X-Forwarded-For is believed
    public_url: str  # SIGNPOST_PUBLIC_URL: how links in e-mails begin, without a slash at the end
    smtp_url: str = field(repr=False)  # SIGNPOST_SMTP_URL: empty writes e-mails to files in `home`
    mail_from: str  # SIGNPOST_MAIL_FROM: the sender of every e-mail
    second_factor: bool  # SIGNPOST_SECOND_FACTOR: staff need more than a password; always so when live
    cool_off: timedelta  # SIGNPOST_COOL_OFF_HOURS: how long an approved telephone number waits
    chat_idle_seconds: int  # SIGNPOST_CHAT_IDLE_SECONDS: a chat that nobody touches is covered after so long
    unread_languages: bool  # SIGNPOST_UNREAD_LANGUAGES: offer drafts that no native reader has read yet
    body: OperatingBody  # SIGNPOST_BODY_NAME and others: what the notices for the public say of who runs it
    single_sign_on: SingleSignOn | None  # SIGNPOST_OIDC_ISSUER: an organisation's own accounts may sign in
    scale: Scale  # SIGNPOST_REDIS_URL and others: where the parts find each other
    monitoring: Monitoring  # SIGNPOST_METRICS_HOST and others: what whoever keeps it running can read

    @property
    def postcode_table(self) -> Path:
        """Where `signpost directory places import` puts the table of full postcodes."""
        return self.home / "places" / "postcodes.csv.gz"

    @property
    def rasa_url(self) -> str:
        """Where web.chat reaches the conversation engine."""
        return f"http://127.0.0.1:{self.rasa_port}"


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Settings from the environment. Raises BadSetting with a sentence that says what to do."""
    home = Path(environ.get("SIGNPOST_HOME", "var")).resolve()
    live = _yes_or_no(environ, "SIGNPOST_LIVE", default=False)
    return Settings(
        home=home,
        database_url=environ.get("SIGNPOST_DATABASE_URL", f"sqlite:///{home / 'signpost.sqlite'}"),
        port=whole(environ, "SIGNPOST_PORT", 8000),
        rasa_port=whole(environ, "SIGNPOST_RASA_PORT", 5005),
        actions_port=whole(environ, "SIGNPOST_ACTIONS_PORT", 5055),
        live=live,
        traffic=_traffic(environ, default=Traffic.REAL if live else Traffic.DEMO),
        usage_days=_usage_days(environ),
        engine_timeout=_engine_timeout(environ) / 1000,
        allowed_hosts=_allowed_hosts(environ, live=live),
        embed_hosts=_embed_hosts(environ),
        trusted_proxies=_trusted_proxies(environ),
        public_url=_public_url(environ, live=live),
        smtp_url=_smtp_url(environ),
        mail_from=_mail_from(environ),
        second_factor=_second_factor(environ, live=live),
        cool_off=_cool_off(environ),
        chat_idle_seconds=_chat_idle(environ),
        unread_languages=_yes_or_no(environ, "SIGNPOST_UNREAD_LANGUAGES", default=not live),
        body=read_body(environ),
        single_sign_on=_single_sign_on(environ),
        scale=read_scale(environ),
        monitoring=read_monitoring(environ),
    )


def _engine_timeout(environ: Mapping[str, str]) -> int:
    value = whole(environ, "SIGNPOST_ENGINE_TIMEOUT_MS", DEFAULT_ENGINE_TIMEOUT_MS)
    if value not in ENGINE_TIMEOUT_MS:
        least, most = ENGINE_TIMEOUT_MS[0], ENGINE_TIMEOUT_MS[-1]
        raise BadSetting(
            f"SIGNPOST_ENGINE_TIMEOUT_MS has value '{value}'. Write {least} to {most}: "
            "an answer is promised within three seconds."
        )
    return value


def _cool_off(environ: Mapping[str, str]) -> timedelta:
    hours = whole(environ, "SIGNPOST_COOL_OFF_HOURS", DEFAULT_COOL_OFF_HOURS)
    if hours > MOST_COOL_OFF_HOURS:
        raise BadSetting(
            f"SIGNPOST_COOL_OFF_HOURS has value '{hours}'. Write 0 to {MOST_COOL_OFF_HOURS}, a week at most."
        )
    return timedelta(hours=hours)


def _chat_idle(environ: Mapping[str, str]) -> int:
    value = whole(environ, "SIGNPOST_CHAT_IDLE_SECONDS", DEFAULT_CHAT_IDLE_SECONDS)
    if value not in CHAT_IDLE_SECONDS:
        raise BadSetting(
            f"SIGNPOST_CHAT_IDLE_SECONDS has value '{value}'. "
            f"Write {CHAT_IDLE_SECONDS[0]} to {CHAT_IDLE_SECONDS[-1]}: an open chat ends after half an hour."
        )
    return value


def _usage_days(environ: Mapping[str, str]) -> int:
    value = whole(environ, "SIGNPOST_USAGE_DAYS", DEFAULT_USAGE_DAYS)
    if value not in USAGE_DAYS:
        raise BadSetting(
            f"SIGNPOST_USAGE_DAYS has value '{value}'. Write {USAGE_DAYS[0]} to {USAGE_DAYS[-1]}: "
            "a week is rolled up when it has ended and another has passed."
        )
    return value


def _allowed_hosts(environ: Mapping[str, str], *, live: bool) -> tuple[str, ...]:
    named = _listed(environ, "SIGNPOST_ALLOWED_HOSTS")
    for each in named:
        if each == ANY_HOST and live:
            raise BadSetting(
                f"SIGNPOST_ALLOWED_HOSTS has value '{each}'. Live use needs the names people know it by."
            )
        if each != ANY_HOST and not HOST.fullmatch(each):
            raise BadSetting(
                f"SIGNPOST_ALLOWED_HOSTS has value '{each}'. "
                "Write host names without port and with commas between, such as signpost.example."
            )
    return (*LOCAL_HOSTS, *named)


def _embed_hosts(environ: Mapping[str, str]) -> tuple[str, ...]:
    named = _listed(environ, "SIGNPOST_EMBED_HOSTS")
    for each in named:
        try:
            check_origin(each)
        except BadOrigin as error:
            raise BadSetting(f"SIGNPOST_EMBED_HOSTS has value '{each}'. {error}") from None
    return tuple(dict.fromkeys(named))


def _trusted_proxies(environ: Mapping[str, str]) -> tuple[str, ...]:
    named = _listed(environ, "SIGNPOST_TRUSTED_PROXIES")
    for each in named:
        try:
            ip_network(each)
        except ValueError:
            raise BadSetting(
                f"SIGNPOST_TRUSTED_PROXIES has value '{each}'. "
                "Write addresses or networks with commas between, such as 127.0.0.1,10.0.0.0/8."
            ) from None
    return named


def _public_url(environ: Mapping[str, str], *, live: bool) -> str:
    named = environ.get("SIGNPOST_PUBLIC_URL", "").rstrip("/")
    if named and not PUBLIC_URL.fullmatch(named):
        raise BadSetting(
            f"SIGNPOST_PUBLIC_URL has value '{named}'. Write how people reach it, such as https://signpost.example."
        )
    if named:
        return named
    hosts = [each for each in _allowed_hosts(environ, live=live) if "*" not in each]
    if live and hosts[-1] not in LOCAL_HOSTS:
        return f"https://{hosts[len(LOCAL_HOSTS)]}"
    return f"http://localhost:{whole(environ, 'SIGNPOST_PORT', 8000)}"


def _smtp_url(environ: Mapping[str, str]) -> str:
    """The mail server's address; an odd one is not repeated, as it may hold a password."""
    value = environ.get("SIGNPOST_SMTP_URL", "")
    try:
        parts = urlsplit(value)
        is_right = parts.scheme in {"smtp", "smtps"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_right = False
    if value and not is_right:
        raise BadSetting(
            "SIGNPOST_SMTP_URL cannot be read. Write it as smtp://name:password@mail.example:587 or smtps://…"
        )
    return value


def _mail_from(environ: Mapping[str, str]) -> str:
    value = environ.get("SIGNPOST_MAIL_FROM", "signpost@localhost")
    if not SENDER.fullmatch(value):
        raise BadSetting(f"SIGNPOST_MAIL_FROM has value '{value}'. Write an e-mail address.")
    return value


def _second_factor(environ: Mapping[str, str], *, live: bool) -> bool:
    needed = _yes_or_no(environ, "SIGNPOST_SECOND_FACTOR", default=live)
    if live and not needed:
        raise BadSetting("SIGNPOST_SECOND_FACTOR has value 'no'. In live use staff need a second factor.")
    return needed


def _single_sign_on(environ: Mapping[str, str]) -> SingleSignOn | None:
    names = ("SIGNPOST_OIDC_ISSUER", "SIGNPOST_OIDC_CLIENT_ID", "SIGNPOST_OIDC_CLIENT_SECRET_FILE")
    issuer, client_id, file = (environ.get(name, "") for name in names)
    if not (issuer or client_id or file):
        return None
    missing = [name for name in names if not environ.get(name)]
    if missing:
        raise BadSetting(f"Single sign-on also needs {' and '.join(missing)}.")
    if not _is_encrypted_or_here(issuer):
        raise BadSetting(
            f"SIGNPOST_OIDC_ISSUER has value '{issuer}'. Write an address that begins with https://."
        )
    try:
        secret = Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        secret = ""
    if not secret:
        raise BadSetting(f"SIGNPOST_OIDC_CLIENT_SECRET_FILE has value '{file}'. No secret can be read there.")
    return SingleSignOn(issuer, client_id, secret)


def _is_encrypted_or_here(url: str) -> bool:
    """Whether nobody can listen in: https, or a server on this machine."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOCAL_HOSTS)


def _listed(environ: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in environ.get(name, "").split(",") if part.strip())


def _yes_or_no(environ: Mapping[str, str], name: str, *, default: bool) -> bool:
    value = environ.get(name, "yes" if default else "no").lower()
    if value not in {"yes", "no"}:
        raise BadSetting(f"{name} has value '{value}'. Write yes or no.")
    return value == "yes"


def _traffic(environ: Mapping[str, str], *, default: Traffic) -> Traffic:
    value = environ.get("SIGNPOST_TRAFFIC", default.value)
    if value not in set(Traffic):
        raise BadSetting(f"SIGNPOST_TRAFFIC has value '{value}'. Write real, test or demo.")
    return Traffic(value)

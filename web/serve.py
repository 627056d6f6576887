"""Runs the web process: `python -m web.serve`."""

from datetime import UTC, datetime

import uvicorn
from sqlalchemy.orm import sessionmaker

from signpost import logs, metrics, tracing
from signpost.database import make_engine
from signpost.monitoring import Process
from signpost.secrets import read_or_make_secret
from signpost.settings import Settings, read_settings
from web.app import create_app
from web.metrics import REGISTRY
from web.resources import Resources
from web.upkeep import UpkeepCollector


def make_resources(settings: Settings) -> Resources:
    """The resources of a running web process: the database of the settings, the real clock."""
    return Resources(
        settings=settings,
        sessions=sessionmaker(make_engine(settings.database_url), expire_on_commit=False),
        secret=read_or_make_secret(settings.home, "web"),
        clock=lambda: datetime.now(UTC),
    )


def main() -> None:
    """Serves until it is told to stop. Without an access log: query strings stay out of logs.

    A header that says where a request comes from is believed of the named proxies only: by itself uvicorn
    believes whoever connects from this machine.
    """
    logs.configure("web")
    settings = read_settings()
    held = make_resources(settings)
    REGISTRY.register(UpkeepCollector(held))
    metrics.show(REGISTRY, Process.WEB, settings.monitoring)
    tracing.configure(Process.WEB, settings.monitoring)
    app = create_app(held)
    uvicorn.run(
        app,
        host=settings.scale.listen,
        port=settings.port,
        access_log=False,
        log_config=None,  # uvicorn's own would repeat an exception's text
        server_header=False,
        log_level="warning",
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=list(settings.trusted_proxies),
    )


if __name__ == "__main__":
    main()

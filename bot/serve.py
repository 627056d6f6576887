"""Starts the conversation engine as `rasa run` does, with quiet logs and a quick action server.

`rasa run` sets its own log format, which repeats what people say when an action fails, and
cannot be told how long to wait for an action. This calls the same function underneath it.
"""

import logging
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import structlog

from bot.left_out import leave_out
from bot.loaded_model import NOT_LOADED, ModelNotLoaded, ModelWatch
from bot.metrics import REGISTRY
from bot.model_file import WrongModel, check_model
from bot.training import QUIET
from signpost import logs, metrics, tracing
from signpost.monitoring import Process
from signpost.scale import Scale
from signpost.secrets import read_or_make_secret
from signpost.settings import Settings, read_settings


ENVIRONMENT = {
    **QUIET,
    "OPENBLAS_NUM_THREADS": "1",  # one process answers one message at a time: threads only cost memory
    "OMP_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
}
log = structlog.get_logger("bot.serve")
TOKEN = "SIGNPOST_ENGINE_TOKEN"  # noqa: S105  # the name of a variable
ACTION_SECONDS = 1.8  # less than a turn may take: credentials.yml


class WrongStore(RuntimeError):
    """Rasa put its own store in the place of ours, which it does with no more than a warning."""


def serve(settings: Settings, *, project: Path, models: Path) -> None:
    """Serve until stopped, on loopback unless a setting says otherwise. Needs SIGNPOST_ENGINE_TOKEN.

    Raises WrongModel, WrongStore and ModelNotLoaded.
    """
    from rasa.core.run import serve_application

    from bot.answer_check import compile_check
    from bot.graph_runner import use_in_order_runner
    from bot.warm_up import close_door, warm_up

    model = check_model(models)
    watch = ModelWatch(model)
    metrics.show(REGISTRY, Process.ENGINE, settings.monitoring)
    tracing.configure(Process.ENGINE, settings.monitoring)
    compile_check()
    use_in_order_runner()
    endpoints = read_endpoints(project / "endpoints.yml", settings.scale)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    serve_application(
        model_path=str(model),
        interface=settings.scale.listen,
        port=settings.rasa_port,
        credentials=str(project / "credentials.yml"),
        endpoints=endpoints,
        enable_api=False,
        server_listeners=[
            (close_door, "before_server_start"),
            (watch.listener(), "after_server_start"),
            (warm_up, "after_server_start"),
            (_closer(endpoints.action), "after_server_stop"),
        ],
    )
    watch.check_was_loaded()


def read_endpoints(path: Path, scale: Scale) -> Any:
    """Rasa's endpoints with our action endpoint, and with the stores that the settings ask for.

    Raises WrongStore when a store would not be ours.
    """
    from rasa.core.lock_store import LockStore
    from rasa.core.tracker_store import TrackerStore
    from rasa.core.utils import AvailableEndpoints

    from bot.action_endpoint import ActionEndpoint
    from bot.sharing import lead_elsewhere

    endpoints = AvailableEndpoints.read_endpoints(str(path))
    if endpoints.event_broker is not None:
        raise WrongStore("Remove event_broker from endpoints.yml: it is sent what people say.")
    lead_elsewhere(endpoints, scale)
    made = (TrackerStore.create(endpoints.tracker_store), LockStore.create(endpoints.lock_store))
    for store, ours in zip(made, _stores(scale), strict=True):
        if type(store) is not ours:
            raise WrongStore(f"endpoints.yml does not lead to {ours.__name__}.")
    endpoints.action = ActionEndpoint(endpoints.action, seconds=ACTION_SECONDS)
    return endpoints


def _stores(scale: Scale) -> tuple[type, type]:
    from bot.lock_store import BriefLockStore
    from bot.shared_lock_store import SharedLockStore
    from bot.shared_tracker_store import SharedTrackerStore
    from bot.tracker_store import ForgetfulTrackerStore

    if scale.is_shared:
        return SharedTrackerStore, SharedLockStore
    return ForgetfulTrackerStore, BriefLockStore


def _closer(endpoint: Any) -> Any:
    async def close(*_: Any) -> None:
        await endpoint.close()

    return close


def prepare(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment the engine's process needs; without a token there, the one of the home folder."""
    settings = read_settings(environ)
    token = environ.get(TOKEN) or read_or_make_secret(settings.home, "engine").hex()
    return {**environ, **ENVIRONMENT, "SIGNPOST_ACTIONS_PORT": str(settings.actions_port), TOKEN: token}


def main() -> None:
    """`python -m bot.serve`, in the project's folder."""
    os.environ.update(prepare(os.environ))
    leave_out()
    logs.configure("engine")
    sys.path.insert(0, str(Path.cwd()))
    try:
        serve(read_settings(), project=Path.cwd(), models=Path("models"))
    except (WrongModel, ModelNotLoaded) as error:
        log.critical("stopped_without_a_model", **logs.told_of(error))
        sys.exit(NOT_LOADED)


if __name__ == "__main__":
    main()

"""Leads Rasa's endpoints to what several engines share, instead of to each engine's own memory."""

from typing import Any

from rasa.utils.endpoints import EndpointConfig

from signpost.scale import Scale


def lead_elsewhere(endpoints: Any, scale: Scale) -> None:
    """Changes the endpoints as the settings ask for; what endpoints.yml says of a store's terms stays."""
    if scale.actions_url:
        endpoints.action.url = f"{scale.actions_url}/webhook"
    if scale.is_shared:
        terms = endpoints.tracker_store.kwargs
        endpoints.tracker_store = EndpointConfig(
            scale.redis_url, type="bot.shared_tracker_store.SharedTrackerStore", **terms
        )
        endpoints.lock_store = EndpointConfig(scale.redis_url, type="bot.shared_lock_store.SharedLockStore")

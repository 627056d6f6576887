"""A body that has to be JSON says that it is, or is refused: otherwise it would seem to be wrong JSON."""

from fastapi import Depends, HTTPException, Request


NOT_JSON = "Send JSON, with the content type application/json."


def takes_json(request: Request) -> None:
    """Raises HTTPException(415) for a request of another content type, or of none (a FastAPI dependency)."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    is_json = kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json"))
    if not is_json:
        raise HTTPException(415, NOT_JSON)


JSON_ONLY = Depends(takes_json)

"""Answers that a client may keep and ask about again: ETag and If-None-Match (RFC 9110 §13.1.2)."""

import hashlib
import json
import re
from typing import Any

from fastapi import Request
from fastapi.responses import Response


TAG = re.compile(r'(?:W/)?("[^"]*")')
CACHING = "no-cache"  # kept, but asked about each time: a wrong number goes at once


def answer_json(request: Request, content: dict[str, Any]) -> Response:
    """The content as JSON with its ETag, or 304 without it when the client has the same already."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": CACHING}
    if _has_already(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="application/json")


def _has_already(asked: str, tag: str) -> bool:
    return asked.strip() == "*" or tag in TAG.findall(asked)

"""The smallest local backends that let each chat hold a conversation. All answer alike, after the same pause.

Bot Framework's speaks Direct Line 3.0 (HTTP to say, a WebSocket to hear), deep-chat's its own JSON, and
rasa-webchat's the events of Rasa's socket.io channel.
"""

import asyncio
from typing import Any

import socketio  # type: ignore[import-untyped]  # comes with Rasa
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect


ANSWER = "You can talk to somebody about this."
PAUSE = 0.8  # seconds before an answer, so that what the page does meanwhile can be seen
BOT = {"id": "bot", "name": "Bot", "role": "bot"}


class DirectLine:
    """One conversation at a time, of which the activities wait for the WebSocket in the order they came."""

    def __init__(self) -> None:
        self.queues: dict[str, asyncio.Queue[dict[str, Any]]] = {}

    async def begin(self, request: Request) -> JSONResponse:
        """POST /conversations: where to listen."""
        name = f"c{len(self.queues)}"
        self.queues[name] = asyncio.Queue()
        stream = f"ws://{request.headers['host']}/direct-line/conversations/{name}/stream"
        return JSONResponse(
            {"conversationId": name, "token": "local", "expires_in": 1800, "streamUrl": stream}
        )

    async def say(self, request: Request) -> JSONResponse:
        """POST …/activities: shows what the person said as received, then answers."""
        queue = self.queues[request.path_params["name"]]
        said = await request.json()
        number = f"a{id(said)}"
        await queue.put({**said, "id": number})
        if said["type"] == "message":
            asyncio.get_running_loop().call_later(PAUSE, queue.put_nowait, self._answer(number))
        return JSONResponse({"id": number})

    async def hear(self, socket: WebSocket) -> None:
        """The WebSocket: each activity as a set of its own, until the page goes."""
        await socket.accept()
        queue = self.queues[socket.path_params["name"]]
        try:
            while True:
                activity = await queue.get()
                await socket.send_json({"activities": [activity], "watermark": activity["id"]})
        except WebSocketDisconnect:
            return

    @staticmethod
    def _answer(number: str) -> dict[str, Any]:
        return {"type": "message", "id": f"{number}-answer", "from": BOT, "text": ANSWER, "replyToId": number}


async def answer_deep_chat(_: Request) -> JSONResponse:
    """deep-chat posts the newest messages and shows the text of the answer."""
    await asyncio.sleep(PAUSE)
    return JSONResponse({"text": ANSWER})


def socket_channel() -> socketio.AsyncServer:
    """Rasa's socket.io channel: a session, then an answer to each message."""
    server = socketio.AsyncServer(async_mode="asgi", cors_allowed_origins=[])

    async def session(sid: str, _: object = None) -> None:
        await server.emit("session_confirm", sid, room=sid)

    async def message(sid: str, _: object) -> None:
        await asyncio.sleep(PAUSE)
        await server.emit("bot_uttered", {"text": ANSWER}, room=sid)

    server.on("session_request", session)
    server.on("user_uttered", message)
    return server


def backend_routes() -> list[BaseRoute]:
    """What answers over plain HTTP and WebSockets; socket.io wraps the whole application instead."""
    line = DirectLine()
    base = "/direct-line/conversations"
    return [
        Route(base, line.begin, methods=["POST"]),
        Route(f"{base}/{{name}}/activities", line.say, methods=["POST"]),
        WebSocketRoute(f"{base}/{{name}}/stream", line.hear),
        Route("/deep-chat", answer_deep_chat, methods=["POST"]),
    ]

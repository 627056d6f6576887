"""`signpost chat`: the public chat in a terminal, over the same contract as the page."""

from collections.abc import Iterator
from typing import Any

import requests
import typer
from rich.console import Console

from signpost.settings import read_settings
from vocabulary.words import words


console = Console(highlight=False, soft_wrap=True)
WITHIN = 10  # seconds
ENDED = frozenset({204, 404})  # forgotten now, or gone already


class Refused(Exception):
    """The service said no; the message is what it said."""


def chat(
    address: str = typer.Option("", help="Where Signpost runs; the local one when left out."),
) -> None:
    """Talk to a running Signpost. A number picks a choice; an empty line, Ctrl-D or Ctrl-C ends and forgets.

    A chat in the terminal is counted as a visit, like one on the page.

    Example: signpost chat --address http://localhost:8000
    """
    base = address.rstrip("/") or f"http://localhost:{read_settings().port}"
    try:
        _talk(base)
    except Refused as refusal:
        console.print(str(refusal), markup=False)
        raise typer.Exit(1) from None
    except requests.RequestException as error:
        console.print(
            f"Signpost does not answer at {base} ({type(error).__name__}). Start it with: make run",
            markup=False,
        )
        raise typer.Exit(1) from None


def _talk(base: str) -> None:
    """One conversation, forgotten however it ends."""
    reply = _post(base, {})
    token = reply["conversation"]
    try:
        choices = _show(reply)
        while typed := _typed():
            choices = _show(_post(base, {"conversation": token, **_said(typed, choices)}))
    except KeyboardInterrupt:
        console.print()
    finally:
        _forget(base, token)


def _typed() -> str:
    """What was typed; empty when the input has ended."""
    try:
        return console.input("[bold]> [/bold]").strip()
    except EOFError:
        console.print()
        return ""


def _forget(base: str, token: str) -> None:
    try:
        answer = requests.post(f"{base}/api/chat/forget", json={"conversation": token}, timeout=WITHIN)
        forgotten = answer.status_code in ENDED
    except requests.RequestException:
        forgotten = False
    console.print("Forgotten." if forgotten else "It could not be told to forget. It forgets in 30 minutes.")


def _post(base: str, body: dict[str, Any]) -> dict[str, Any]:
    """The answer to one turn. Raises Refused, and RequestException where nothing answers as Signpost does."""
    answer = requests.post(f"{base}/api/chat/messages", json=body, timeout=WITHIN)
    found: dict[str, Any] = answer.json()
    if answer.status_code >= 400:
        raise Refused(found.get("detail") or f"The service answered {answer.status_code}.")
    return found


def _said(typed: str, choices: list[dict[str, str]]) -> dict[str, str]:
    if typed.isdecimal() and 1 <= int(typed) <= len(choices):
        return {"choice": choices[int(typed) - 1]["choice"]}
    return {"text": typed}


def _show(reply: dict[str, Any]) -> list[dict[str, str]]:
    choices: list[dict[str, str]] = []
    for message in reply["messages"]:
        console.print(f"\n{message.get('text') or ''}", markup=False)
        for service in message.get("services") or []:
            console.print()
            for line in _lines(service):
                console.print(f"  {line}", markup=False)
        choices += message.get("choices") or []
    for number, choice in enumerate(choices, start=1):
        console.print(f"  {number}. {choice['label']}", markup=False)
    return choices


def _lines(service: dict[str, Any]) -> Iterator[str]:
    """A service in lines: what it is, whether it is open, each way to reach it, and why it was suggested."""
    yield f"{service['name']}: {service['description']}"
    yield f"  {service['open']['words']}"
    for key, numbers in (("card.ring", service["phones"]), ("card.text", service["text"])):
        for each in numbers:
            yield f"  {words(key)} {each['number']}" + (f" ({each['label']})" if each["label"] else "")
    for key, place in (("card.webchat", "webchat"), ("card.website", "url"), ("card.email", "email")):
        if service[place]:
            yield f"  {words(key)}: {service[place]}"
    if service["why"]:
        yield f"  {service['why']}"

"""`signpost chat`: the public chat in a terminal, over the same contract as the page."""

from typing import Any

import requests
import typer
from rich.console import Console

from signpost.settings import read_settings


console = Console(highlight=False)
WITHIN = 10  # seconds


def chat(
    address: str = typer.Option("", help="Where Signpost runs; the local one when left out."),
) -> None:
    """Talk to a running Signpost. A number picks a choice; an empty line ends and forgets."""
    base = address or f"http://localhost:{read_settings().port}"
    try:
        reply = _post(base, {"conversation": None})
        while True:
            choices = _show(reply)
            typed = console.input("[bold]> [/bold]").strip()
            if not typed:
                break
            reply = _post(base, {"conversation": reply["conversation"], **_said(typed, choices)})
        requests.post(f"{base}/api/chat/forget", json={"conversation": reply["conversation"]}, timeout=WITHIN)
        console.print("Forgotten.")
    except requests.ConnectionError as error:
        console.print(f"Nothing answers at {base}. Start it with: make run")
        raise typer.Exit(1) from error


def _post(base: str, body: dict[str, Any]) -> dict[str, Any]:
    answer = requests.post(f"{base}/api/chat/messages", json=body, timeout=WITHIN)
    if answer.status_code >= 400:
        console.print(answer.json().get("detail", "That did not work."), markup=False)
        raise typer.Exit(1)
    found: dict[str, Any] = answer.json()
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
            _show_service(service)
        choices += message.get("choices") or []
    for number, choice in enumerate(choices, start=1):
        console.print(f"  {number}. {choice['label']}", markup=False)
    return choices


def _show_service(service: dict[str, Any]) -> None:
    console.print(f"\n  {service['name']}: {service.get('description') or ''}", markup=False)
    for phone in service["phones"]:
        console.print(f"    {phone['label']}: {phone['number']}", markup=False)
    console.print(f"    {service['open']['words']}. {service['why']}", markup=False)

"""Downloading the directory at the managers' door."""

import io
import json

import pytest
from openpyxl import load_workbook

from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser


EXPORTS = "/admin/exports"


@pytest.mark.parametrize("kind", ["json", "csv", "xlsx"])
def test_each_kind_of_file_is_a_download_with_all_public_services(manager: StaffBrowser, kind: str) -> None:
    answer = manager.send(EXPORTS, kind=kind)

    assert answer.status_code == 200
    assert f'filename="signpost-services-2026-11-24.{kind}"' in answer.headers["content-disposition"]
    assert answer.headers["cache-control"] == "no-store"
    assert _count(kind, answer.content) == 80


def _count(kind: str, content: bytes) -> int:
    if kind == "json":
        return len(json.loads(content)["contents"])
    if kind == "csv":
        return content.decode("utf-8-sig").count("\r\n") - 1
    sheet = load_workbook(io.BytesIO(content)).active
    return int(sheet.max_row) - 1


def test_nothing_chosen_is_said_beside_the_field(manager: StaffBrowser) -> None:
    answer = manager.send(EXPORTS)

    assert answer.status_code == 422
    assert Page(answer.text).one("a", href="#kind")

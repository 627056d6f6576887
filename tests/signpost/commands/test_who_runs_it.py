"""Live use does not start while the notices cannot say who is responsible."""

from pathlib import Path

import pytest

from signpost.commands import up
from signpost.settings import read_settings
from signpost.steps import StepFailed
from tests.signpost.test_operating_body import SAID


def test_live_use_names_every_setting_that_is_missing(tmp_path: Path) -> None:
    known = {"SIGNPOST_BODY_NAME": SAID["SIGNPOST_BODY_NAME"]}
    settings = read_settings({"SIGNPOST_HOME": str(tmp_path), "SIGNPOST_LIVE": "yes", **known})

    with pytest.raises(StepFailed) as refused:
        up._refuse_nobody(settings)

    assert [each for each in SAID if each in str(refused.value)] == [
        "SIGNPOST_BODY_CONTACT",
        "SIGNPOST_BODY_DPO",
        "SIGNPOST_BODY_LAWFUL_BASIS",
    ]


@pytest.mark.parametrize("environ", [{"SIGNPOST_LIVE": "yes", **SAID}, {}])
def test_it_starts_when_all_is_said_or_outside_live_use(tmp_path: Path, environ: dict[str, str]) -> None:
    up._refuse_nobody(read_settings({"SIGNPOST_HOME": str(tmp_path), **environ}))


@pytest.mark.parametrize("is_live", [True, False])
def test_the_supervisor_asks_before_it_trains_or_starts_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_live: bool
) -> None:
    done: list[str] = []
    settings = read_settings({"SIGNPOST_HOME": str(tmp_path), "SIGNPOST_LIVE": "yes" if is_live else "no"})
    monkeypatch.setattr(up, "read_settings", lambda: settings)
    others = ("_migrate", "_refuse_gaps", "_refuse_demo_sign_ins", "_prepare_figures", "_train", "_run")
    for name in (*others, "_demo_sign_ins"):
        monkeypatch.setattr(up, name, lambda *_, name=name, **__: done.append(name))

    if is_live:
        with pytest.raises(StepFailed, match="who is responsible"):
            up._up()
    else:
        up._up()

    assert ("_train" in done) is not is_live

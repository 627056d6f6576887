"""Front-end files of other projects: copied without the typeface and crown that only gov.uk may use."""

import json
from pathlib import Path

import pytest

from signpost.assets import SCRIPT, SOURCE, STYLE, AssetsMissing, copy_assets, with_system_font


ROOT = Path(__file__).resolve().parents[2]
FACE = '@font-face{font-family:GDS Transport;src:url(/assets/fonts/bold.woff2) format("woff2")}'


def test_the_style_loads_no_typeface_and_no_crest() -> None:
    style = (
        FACE
        + "p{font-family:GDS Transport,arial,sans-serif}f{background-image:url(/x/govuk-crest.svg);top:0}"
    )

    plain = with_system_font(style)

    assert "GDS Transport" not in plain
    assert "url(" not in plain
    assert "p{font-family:system-ui" in plain
    assert "top:0" in plain


def test_a_style_that_names_the_typeface_in_a_new_way_is_refused() -> None:
    with pytest.raises(AssetsMissing):
        with_system_font("p{font-family:'GDS Transport'}")


def test_without_node_modules_it_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(AssetsMissing, match="npm ci"):
        copy_assets(tmp_path)


def test_the_files_land_where_the_pages_look_for_them(tmp_path: Path) -> None:
    (tmp_path / SOURCE).mkdir(parents=True)
    (tmp_path / SOURCE / STYLE).write_text(FACE + "p{color:red}/*# sourceMappingURL=x.map */")
    (tmp_path / SOURCE / SCRIPT).write_text("export{};//# sourceMappingURL=x.map")

    copy_assets(tmp_path)

    assert (tmp_path / "web/static/vendor" / STYLE).read_text() == "p{color:red}"
    assert (tmp_path / "web/static/vendor" / SCRIPT).read_text() == "export{};"


def test_the_lock_file_names_versions_and_checksums_and_no_place_of_download() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]

    installed = {name: each for name, each in packages.items() if name}
    assert installed
    assert all(each["version"] and each["integrity"] for each in installed.values())
    assert not any("resolved" in each for each in installed.values())

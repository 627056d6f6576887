"""`python -m signpost.assurance`: writes the documents, runs the tests of the hazard log, and reports.

With `--documents` it only writes the documents. With `--results` it runs nothing and reads what became of
the tests in the XML that `pytest --junitxml` wrote of the suite, whole or in parts, on this very commit.
Ends with 1 when a hazard lost what it rests on or a test did not pass.
"""

import argparse
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from xml.etree.ElementTree import ParseError

from signpost.assurance import documents
from signpost.assurance.figures import figure_faults, read_figures
from signpost.assurance.hazards import every_test, hazard_faults, read_hazards
from signpost.assurance.markdown import as_markdown
from signpost.assurance.reading import ROOT, BadData
from signpost.assurance.report import REPORT, Run, report_page, this_machine, this_version
from signpost.assurance.results import PASSED, Result, began_and_took, read_cases, results_in, run_tests


def main() -> int:
    """Runs the command line; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m signpost.assurance", description=__doc__)
    parser.add_argument("--documents", action="store_true", help="write the documents and run no test")
    parser.add_argument(
        "--results", nargs="+", type=_report_file, metavar="FILE", help="of runs that have been"
    )
    asked = parser.parse_args()
    try:
        documents.write()
        found = _faults()
    except BadData as error:
        found = [str(error)]
    if found:
        print("\n".join(found), file=sys.stderr)
        return 1
    return 0 if asked.documents else _report(*_results(asked.results))


def _report_file(name: str) -> Path:
    try:
        read_cases(Path(name))
    except (OSError, ParseError) as error:
        raise argparse.ArgumentTypeError(
            f"{name} is no report of pytest. Write one with: pytest --junitxml={name}"
        ) from error
    return Path(name)


def _faults() -> list[str]:
    figures = read_figures()
    return [
        *hazard_faults(read_hazards(), figures=figures, root=ROOT),
        *figure_faults(figures, root=ROOT),
    ]


def _results(reports: Sequence[Path] | None) -> tuple[dict[str, Result], Run]:
    """What became of every test, in runs that have been or in one that is made now; and what run that was."""
    version, names = this_version(ROOT), every_test(read_hazards())
    if reports:
        began, seconds = began_and_took(reports)
        return results_in(reports, names), Run(began, seconds, this_machine(), version)
    began, start = datetime.now(UTC), time.monotonic()
    results = run_tests(names, root=ROOT)
    return results, Run(began, time.monotonic() - start, this_machine(), version)


def _report(results: Mapping[str, Result], run: Run) -> int:
    hazards, figures = read_hazards(), read_figures()
    page = report_page(hazards, figures, results, run)
    (ROOT / REPORT).write_text(as_markdown(page, made_from="the hazard log's tests"), encoding="utf-8")
    failed = {test: result.state for test, result in results.items() if result.state != PASSED}
    for test, state in failed.items():
        print(f"{state}: {test}", file=sys.stderr)
    print(f"{len(results) - len(failed)} of {len(results)} tests passed: {REPORT}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""`python -m signpost.assurance`: writes the documents, runs the tests of the hazard log, and reports.

With `--documents` it only writes the documents. Ends with 1 when a hazard lost what it rests on or a test
did not pass.
"""

import argparse
import sys
import time
from datetime import UTC, datetime

from signpost.assurance import documents
from signpost.assurance.figures import figure_faults, read_figures
from signpost.assurance.hazards import every_test, hazard_faults, read_hazards
from signpost.assurance.markdown import as_markdown
from signpost.assurance.reading import ROOT, BadData
from signpost.assurance.report import REPORT, Run, report_page, this_machine, this_version
from signpost.assurance.results import PASSED, run_tests


def main() -> int:
    """Runs the command line; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m signpost.assurance", description=__doc__)
    parser.add_argument("--documents", action="store_true", help="write the documents and run no test")
    only_documents = parser.parse_args().documents
    try:
        documents.write()
        found = _faults()
    except BadData as error:
        found = [str(error)]
    if found:
        print("\n".join(found), file=sys.stderr)
        return 1
    return 0 if only_documents else _test_and_report()


def _faults() -> list[str]:
    figures = read_figures()
    return [
        *hazard_faults(read_hazards(), figures=figures, root=ROOT),
        *figure_faults(figures, root=ROOT),
    ]


def _test_and_report() -> int:
    hazards, figures = read_hazards(), read_figures()
    began, start, version = datetime.now(UTC), time.monotonic(), this_version(ROOT)
    results = run_tests(every_test(hazards), root=ROOT)
    run = Run(began, time.monotonic() - start, this_machine(), version)
    page = report_page(hazards, figures, results, run)
    (ROOT / REPORT).write_text(as_markdown(page, made_from="the hazard log's tests"), encoding="utf-8")
    failed = {test: result.state for test, result in results.items() if result.state != PASSED}
    for test, state in failed.items():
        print(f"{state}: {test}", file=sys.stderr)
    print(f"{len(results) - len(failed)} of {len(results)} tests passed: {REPORT}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

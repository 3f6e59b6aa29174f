"""Sets the project up with nothing but Python, then runs it: ``python start.py demo`` or ``python start.py test``.

Makes a virtual environment in ``.venv`` beside this file, installs the project there and runs the job in it. A
second call goes straight to the job. Works on Linux, Windows and macOS, without root, compilers or other tools.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
SCRIPTS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
JOBS = {"demo": ("", ["sop_engine", "demo"]), "test": ("[test]", ["pytest"])}


def main(arguments: list[str]) -> int:
    """Set up what the job needs and run it; further arguments go to it. Returns its exit code."""
    if sys.version_info < (3, 11):
        print(f"sop-engine perlu Python 3.11 atau lebih baru; ini {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    if not arguments or arguments[0] not in JOBS:
        print(f"Pemakaian: python {Path(__file__).name} {'|'.join(JOBS)}", file=sys.stderr)
        return 2
    extra, module = JOBS[arguments[0]]
    python = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
    code = _set_up(python, extra)
    if code:
        return code
    # the first line of what a program says must not come after its last
    sys.stdout.flush()
    return subprocess.run([str(python), "-m", *module, *arguments[1:]], cwd=HERE, check=False).returncode


def _set_up(python: Path, extra: str) -> int:
    needs = hashlib.sha256((HERE / "pyproject.toml").read_bytes()).hexdigest()
    done = ENVIRONMENT / f"installed{extra.strip('[]')}"
    if python.exists() and done.exists() and done.read_text(encoding="utf-8") == needs:
        return 0
    print("Menyiapkan lingkungan di .venv (sekali saja, beberapa menit) …", flush=True)
    if not _works(python, "pip"):
        try:
            venv.create(ENVIRONMENT, with_pip=True, clear=True)
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"Lingkungan Python tidak dapat dibuat: {error}.", file=sys.stderr)
            print("Di Debian dan Ubuntu: pasang paket python3-venv, lalu ulangi.", file=sys.stderr)
            return 3
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", f".{extra}"]
    if subprocess.run(install, cwd=HERE, check=False).returncode:
        print("Pemasangan gagal; periksa sambungan internet, lalu ulangi.", file=sys.stderr)
        return 3
    done.write_text(needs, encoding="utf-8")
    return 0


def _works(python: Path, module: str) -> bool:
    """Return whether the environment is whole: one that was broken off half-way is made anew."""
    if not python.exists():
        return False
    return subprocess.run([str(python), "-m", module, "--version"], capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

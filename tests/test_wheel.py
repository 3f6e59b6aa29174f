"""The built wheel carries what the program needs: templates, definitions, examples, pages of the checks, SQL."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    # the build backend itself: an environment need not have pip
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=TOP, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_every_shipped_file_is_in_the_wheel(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    folders = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    folders = folders["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert set(folders) >= {"templates", "definitions", "examples", "docs/checks"}
    for folder in folders:
        for file in (TOP / folder).rglob("*"):
            if file.is_file():
                assert f"sop_engine/shipped/{file.relative_to(TOP).as_posix()}" in names
    for file in (TOP / "sop_engine").rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts:
            assert file.relative_to(TOP).as_posix() in names


def test_the_installed_wheel_works_without_the_checkout(wheel, tmp_path):
    """In a folder of its own, with the libraries of this environment but not its editable copy."""
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    script = (
        "import sys; sys.path[:0] = [sys.argv[1]]\n"
        "from pathlib import Path\n"
        "import sop_engine\n"
        "assert Path(sop_engine.__file__).is_relative_to(sys.argv[1]), sop_engine.__file__\n"
        "from sop_engine.cli.main import main\n"
        "assert main(['validate']) == 0\n"
        "assert main(['explain', 'SOP027']) == 0\n"
        "assert main(['new', 'izin-baru', '--from', 'rekomendasi-kegiatan', '--definitions', 'baru']) == 0\n"
        "assert main(['sheet', '--format', 'html', '--out', 'lembar']) == 0\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(site)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list((tmp_path / "lembar").glob("*.html"))) == 5

"""The packaged program on a machine without Python and without a display."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.papers.reading import text_of

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program's folder, built as README says and moved away from where it was built."""
    pytest.importorskip("PyInstaller")
    built = tmp_path_factory.mktemp("frozen")
    for folder in (built, built.parent):
        folder.chmod(0o755)  # as root the embedded server runs as nobody
    command = [sys.executable, "-m", "PyInstaller", "build.spec", "--noconfirm", "--log-level=WARN"]
    places = ["--distpath", str(built / "dist"), "--workpath", str(built / "work")]
    subprocess.run([*command, *places], cwd=ROOT, check=True)
    return (built / "dist" / "svcdesk").rename(built / "moved")


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """An environment that says nothing of Qt, of Python or of this source tree."""
    tmp_path.chmod(0o755)
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
    return kept | {
        "PATH": os.defpath,
        "HOME": str(tmp_path),
        "SVCDESK_HOME": str(tmp_path / "home"),
    }


def test_the_packaged_program_runs_the_demo_without_a_display(bundle, bare, tmp_path):
    out = tmp_path / "out"
    done = subprocess.run(
        [bundle / "svcdesk", "demo", "--out", out],
        env=bare,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=400,
    )
    assert done.returncode == 0, done.stderr
    assert "受理 2277 件，办结 2135 件，办结率 93.8%；上年同期 1964 件、1650 件" in done.stdout
    assert "同比 +9.75 个百分点" in done.stdout
    papers = sorted(path.suffix for path in out.iterdir())
    assert papers == [".docx", ".pdf", ".pdf", ".pdf", ".xlsx"]
    assert "受理通知书" in text_of(next(out.glob("*-A5.pdf")).read_bytes())


def test_the_packaged_window_opens_and_reports_no_defect(bundle, bare, tmp_path):
    if sys.platform != "linux":
        pytest.skip("ends the window with a signal")
    with subprocess.Popen(
        [bundle / "svcdesk"], env=bare | {"QT_QPA_PLATFORM": "offscreen"}, cwd=tmp_path
    ) as window:
        with pytest.raises(subprocess.TimeoutExpired):
            window.wait(6)
        window.terminate()
    assert not list((tmp_path / "home" / "logs").glob("????????-*.txt"))


def test_no_library_under_the_gpl_is_packaged(bundle):
    names = [path.name for path in bundle.rglob("*")]
    assert not [name for name in names if name.startswith(("libreadline", "readline."))]


def test_licences_are_packaged(bundle):
    licences = next(bundle.rglob("resources/licences"))
    assert (licences / "THIRD_PARTY.txt").is_file()
    assert (licences / "LGPL-3.0.txt").is_file()

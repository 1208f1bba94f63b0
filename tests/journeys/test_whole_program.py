"""From signing in to the paper, through the real window, disk, server and workers."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from svcdesk.desk import cases
from svcdesk.desk.cases import Show
from svcdesk.papers.pages import page_images
from svcdesk.rules.papers import PrintState
from svcdesk.store import setup
from svcdesk.store.local import LocalStore
from svcdesk.ui.reports.tab import ReportsTab
from svcdesk.ui.sign_in import SignInPage
from tests.conftest import PASSWORD, Hall
from tests.journeys.program import Program, take_one_in, until


def address(hall: Hall) -> str:
    url = hall.superuser
    return f"postgresql://{url.host}:{url.port}/{url.database}"


@pytest.fixture
def program(qapp, hall, tmp_path):
    """A counter PC at the seat of window 1."""
    claim = hall.claims[1]
    program = Program(tmp_path / "home", address(hall), (claim.code, claim.key))
    yield program
    program.stop()


def jobs(program: Program):
    return LocalStore(program.places.local_store).prints.recent()


def test_a_clerk_signs_in_takes_a_case_in_and_its_receipt_waits_for_a_printer(
    program, hall, as_superuser
):
    program.sign_in("lina", PASSWORD)
    take_one_in(program, "张明亮")
    until(lambda: jobs(program))
    until(lambda: program.focus == "document" and program.intake.form.draft.empty)
    ((applicant, state),) = as_superuser("SELECT applicant, state FROM svc.case_file")
    assert (applicant, state) == ("张明亮", "accepted")
    (job,) = jobs(program)
    assert job.state is PrintState.WAITING
    pdf = LocalStore(program.places.local_store).prints.pdf(job.id)
    assert len(page_images(pdf, 50)) == 1


def test_what_another_program_commits_appears_by_itself_within_a_second(program, hall, tmp_path):
    program.sign_in("lina", PASSWORD)
    until(lambda: program.intake.today._figures.rows)
    claim = hall.claims[1]
    other = subprocess.Popen(
        [
            *(sys.executable, "-m", "tests.journeys.program", str(tmp_path / "other")),
            *(address(hall), str(claim.code), claim.key, "wangqiang", PASSWORD, "欧阳兰"),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    colleague = hall.desk("wangqiang")
    until(lambda: colleague.ask(cases.here, Show.TODAY).rows or other.poll() is not None, 60_000)
    assert other.poll() in (None, 0), other.stdout and other.stdout.read()
    committed = time.monotonic()
    today = program.intake.today
    until(lambda: today._figures.rows[0].count == 1 and today._recent.rows, 5_000)
    assert time.monotonic() - committed < 1
    assert [row.applicant for row in today._recent.rows] == ["欧阳兰"]
    assert other.wait(60) == 0
    assert other.stdout is not None
    assert "accepted" in other.stdout.read()


def test_a_draft_outlives_a_program_that_is_killed(hall, tmp_path, qapp):
    claim = hall.claims[1]
    home = tmp_path / "home"
    script = (
        "import sys; from pathlib import Path; from tests.journeys.program import *\n"
        "p = Program(Path(sys.argv[1]), sys.argv[2], (int(sys.argv[3]), sys.argv[4]))\n"
        f"p.sign_in('lina', {PASSWORD!r})\n"
        "p.type('11010519491231002X'); p.press(Qt.Key.Key_Return)\n"
        "until(lambda: p.focus == 'applicant'); p.type('王小明')\n"
        "until(lambda: p.intake.keeper.waiting() and "
        "p.intake.keeper.waiting()[0].draft.applicant == '王小明')\n"
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    arguments = [str(home), address(hall), str(claim.code), claim.key]
    killed = subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=Path(__file__).parents[2], check=False
    )
    assert killed.returncode == -9
    again = Program(home, address(hall), (claim.code, claim.key))
    try:
        again.sign_in("lina", PASSWORD)
        until(lambda: again.intake.today._drafts.rows)
        (kept,) = again.intake.today._drafts.rows
        assert kept.draft.applicant == "王小明"
    finally:
        again.stop()


def test_a_manager_sees_the_half_year_of_the_source_report(qapp, sample, tmp_path):
    login = sample.server_login("svcdesk_manager")
    setup.set_password(sample.superuser, login, PASSWORD)
    program = Program(tmp_path / "home", address(sample))
    try:
        program.sign_in(login, PASSWORD)
        program.window.go_to("reports")
        reports = program.window.views[-1]
        assert isinstance(reports, ReportsTab)
        until(lambda: "93.8%" in reports._sentence.text())
        assert "受理各项事项2277件，办结2135件，办结率93.8%，比上年同期提高9.75个百分点" in shown(
            reports
        )
    finally:
        program.stop()


def shown(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_a_wrong_password_is_said_beside_the_field_and_nothing_is_lost(program):
    page = program.window.findChild(SignInPage)
    page.sign_in("lina", "falsch")
    until(lambda: "用户名或密码不对" in shown(page))
    login = page.findChildren(QLineEdit)[0]
    assert login.text() == "lina"

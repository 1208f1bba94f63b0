"""The life of the window: first start, signing in, the session, signing out, another language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog

from svcdesk.rules.access import Permission
from svcdesk.rules.papers import Paper, PrintJob
from svcdesk.rules.problems import Problem, Unreachable
from svcdesk.rules.topics import Topic
from svcdesk.settings import Language, Scheme
from svcdesk.ui import tabs, theme
from svcdesk.ui.about import About
from svcdesk.ui.background import Background
from svcdesk.ui.commands import Commands
from svcdesk.ui.crash import CrashReports
from svcdesk.ui.entrance import Entrance
from svcdesk.ui.first_start import FirstStart
from svcdesk.ui.key_card import KeyCard
from svcdesk.ui.language import Translation
from svcdesk.ui.notice import Tone
from svcdesk.ui.notice_record import NoticeRecord
from svcdesk.ui.preview import Preview
from svcdesk.ui.print_queue import PrintQueuePanel
from svcdesk.ui.printer_choice import PrinterChoice
from svcdesk.ui.printing import Chosen, Press, Printing, PrintQueue
from svcdesk.ui.remembered import Remembered
from svcdesk.ui.session import Session
from svcdesk.ui.setup_path import Setup
from svcdesk.ui.sign_in import SignInPage
from svcdesk.ui.window import MainWindow
from svcdesk.ui.words import tell

if TYPE_CHECKING:
    from svcdesk.desk.door import Desk
    from svcdesk.desk.seats import SeatKey
    from svcdesk.ui.intake.drafts import Drafts
    from svcdesk.ui.office.office import Office

SIZES = range(90, 151, 10)
"""Sizes of text that can be chosen (%)."""


@dataclass(frozen=True)
class Machine:
    """What this computer gives the window."""

    remembered: Remembered
    setup: Setup
    prints: PrintQueue
    press: Press
    drafts: "Drafts"
    reports: CrashReports


class Shell(QObject):
    """Owns what outlives a session, and leads from one state of the window to the next."""

    def __init__(
        self,
        app: QApplication,
        machine: Machine,
        build: tabs.Build = tabs.build,
        *,
        window: MainWindow | None = None,
    ) -> None:
        """``window`` is the one already on the screen, empty, if there is one."""
        super().__init__(app)
        self._app, self._machine, self._build = app, machine, build
        self._background = Background()
        self._background.crashed.connect(machine.reports.report)
        self._printing = Printing(machine.prints, machine.press, self._chosen, self)
        self._entrance: Entrance | None = None
        self._session: Session | None = None
        self._left: Session | None = None
        self._office: Office | None = None
        self._queue: PrintQueuePanel | None = None
        self._translation = Translation(app)
        self._translation.use(machine.remembered.now.language)
        self._dress()
        self.window = window or MainWindow()
        self._commands = Commands(None, self.window)
        self.window.closing.connect(self._note_place)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        machine.reports.written.connect(self._tell_crash)
        self._connect_printing()

    def start(self) -> None:
        """Show the window at once; whatever takes long comes after the first paint."""
        if not self.window.isVisible():
            self.window.place(self._machine.remembered.now.window_geometry)
        self._furnish()
        if self._machine.remembered.now.mode is None:
            self._show_first_start()
        else:
            self._show_sign_in()
            self._resume()
        self.window.show()
        self._printing.look()

    def stop(self) -> None:
        """The program ends: keep what was typed, finish what was begun."""
        self._put_away()
        session, self._session = self._session, None
        if session is not None:
            session.fall_silent()
            session.close()
        self._printing.stop()
        self._background.stop()

    def sign_out(self) -> None:
        """Lock the screen or change places; drafts are kept."""
        self._put_away()
        old, self._session = self._session, None
        self._furnish()
        self._show_sign_in()
        if self._entrance is not None:
            self._let_in(self._entrance)
        if old is not None:
            old.fall_silent()
            self._background.make(self, old.close).then(partial(self._let_go, old))

    def _let_go(self, session: Session, closed: bool) -> None:
        """The worker may still hold it for a moment, so it is destroyed when the next one leaves.

        One that hangs is never destroyed: a thread that answers into nothing would crash.
        """
        if closed:
            self._left, left = session, self._left
            if left is not None:
                left.deleteLater()

    # -- pages -------------------------------------------------------------------------

    def _furnish(self) -> None:
        self._clear()
        me = self._session.me if self._session else None
        self._commands.deleteLater()
        self._commands = Commands(me, self.window)
        self._connect_commands()
        self.window.furnish(self._commands, me)
        self.window.status.queue_wanted.connect(self._show_queue)
        self._show_printing()

    def _clear(self) -> None:
        """Nothing of one person, or of one language, stays in sight."""
        for dialog in self.window.findChildren(QDialog):
            dialog.close()
        for gone in (self._queue, self._office):
            if gone is not None:
                gone.deleteLater()
        self._queue, self._office = None, None

    def _show_first_start(self) -> None:
        page = FirstStart(self._background, self._machine.setup)
        page.ready.connect(self._begin_with)
        self.window.show_page(page)

    def _show_sign_in(self) -> None:
        self._page = SignInPage(self._background, self._machine.remembered.now.last_login)
        self._page.entered.connect(self._enter)
        self._page.elsewhere.connect(self._show_first_start)
        self._page.language_wanted.connect(self._speak)
        self.window.show_page(self._page)

    def _resume(self) -> None:
        """Start what the settings name, while the person already types."""
        say = self._background.teller(self._page, self._page.say)

        def tell_progress(text: str, _share: float | None = None, /) -> None:
            say(text)

        answer = self._background.make(self._page, self._machine.setup.resume, tell_progress)
        answer.then(self._let_in).but(self._page.show_problem)

    def _begin_with(self, entrance: Entrance, login: str, password: str) -> None:
        """The first start is done: in with whoever has just chosen a password."""
        self._machine.remembered.again()
        self._show_sign_in()
        self._let_in(entrance)
        if password:
            self._page.sign_in(login, password)

    def _let_in(self, entrance: Entrance) -> None:
        self._entrance = entrance
        self._background.make(self, tabs.load)  # while the person types
        self._page.open(entrance)

    # -- the session -------------------------------------------------------------------

    def _enter(self, desk: "Desk") -> None:
        self._machine.remembered.change(last_login=desk.me.login)
        session = self._session = Session(desk, self)
        session.background.troubled.connect(self._tell_problem)
        session.background.crashed.connect(self._machine.reports.report)
        session.background.answered.connect(self._note_answer)
        session.heard.connect(self._hear)
        self._background.make(self, tabs.load).then(partial(self._begin, session))

    def _begin(self, session: Session, _loaded: None) -> None:
        if session is not self._session:
            return
        self._show_tabs()
        session.begin()

    def _show_tabs(self) -> None:
        """Furnish the window for whoever is signed in."""
        session = self._session
        if session is None:
            return
        self._furnish()
        window, me = self.window, session.me
        seated = tabs.Seated(
            background=session.background,
            commands=self._commands,
            notices=window.notices,
            me=me,
            printing=self._printing,
            drafts=self._machine.drafts,
        )
        views = self._build(seated)
        self._office = tabs.open_office(seated, window)
        self._office.seat_taken.connect(self._take_seat)
        for area, view in views.items():
            self._commands.on(f"tab.{area}", partial(window.go_to, area))
            view.kept.connect(self._note_kept)
        window.show_tabs(views, tabs.landing(me))
        if me.may(Permission.TAKE_IN):
            window.notices.hint(self.tr("F2 下一位    F9 受理并打印    Ctrl+F1 快捷键一览"))

    def _take_seat(self, seat: "SeatKey") -> None:
        setup = self._machine.setup
        answer = self._background.make(self, setup.take_seat, seat.code, seat.key)
        answer.then(lambda _: self._machine.remembered.again())

    def _put_away(self) -> None:
        for view in self.window.views:
            view.put_away()

    def _hear(self, changed: frozenset[Topic]) -> None:
        if changed:
            self.window.status.show_line(None)
            self.window.hear(changed)
            if self._office is not None:
                self._office.hear(changed)
        else:
            self.window.status.show_no_line()

    def _tell_problem(self, problem: Problem) -> None:
        if isinstance(problem, Unreachable):
            self.window.status.show_no_line()
        self.window.notices.tell(tell(problem), Tone.TROUBLE)

    def _tell_crash(self, number: str) -> None:
        if isinstance(page := self.window.page, SignInPage | FirstStart):
            page.give_up()
        elif page is None:  # the tabs could not be built: back to where one can choose
            self.sign_out()
        words = self.tr("程序出了点问题，已记下编号 {number}。刚才填的都在，可以接着办。")
        self.window.notices.tell(words.format(number=number), Tone.TROUBLE)

    def _note_answer(self, milliseconds: float) -> None:
        self.window.status.show_line(milliseconds)

    def _note_kept(self) -> None:
        self.window.status.show_kept(datetime.now().astimezone())

    # -- commands of the window itself -------------------------------------------------

    def _connect_commands(self) -> None:
        commands, now = self._commands, self._machine.remembered.now
        commands.opening.connect(self.window.go_to)
        for command, handler in self._handlers().items():
            commands.on(command, handler)
        for scheme in Scheme:
            commands.on(f"scheme.{scheme}", partial(self._wear, scheme))
        for language in Language:
            commands.on(f"language.{language}", partial(self._speak, language))
        for chosen in (f"scheme.{now.scheme}", f"language.{now.language}"):
            _check(commands[chosen])

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "window.quit": self.window.close,
            "window.sign_out": self.sign_out,
            "window.settings": self._show_printer_choice,
            "print.queue": self._show_queue,
            "print.preview": self._preview_latest,
            "view.refresh": self.window.refresh,
            "view.full_screen": self._toggle_full_screen,
            "view.larger": partial(self._resize_text, 10),
            "view.smaller": partial(self._resize_text, -10),
            "view.plain_size": partial(self._resize_text, 0),
            "help.keys": self._show_keys,
            "help.notices": self._show_record,
            "help.about": self._show_about,
        }

    def _speak(self, language: Language) -> None:
        """Change the language and build everything anew; what was typed is put away first."""
        self._put_away()
        self._machine.remembered.change(language=language)
        self._translation.use(language)
        front = self.window.front
        if self._session is not None:
            self._show_tabs()
            self.window.go_to(front)
        else:
            self._furnish()
            self._show_sign_in_again()

    def _show_sign_in_again(self) -> None:
        if self._entrance is not None:
            self._show_sign_in()
            self._let_in(self._entrance)
        elif self._machine.remembered.now.mode is None:
            self._show_first_start()
        else:
            self._show_sign_in()
            self._resume()

    def _wear(self, scheme: Scheme) -> None:
        self._machine.remembered.change(scheme=scheme)
        self._dress()

    def _resize_text(self, step: int) -> None:
        """``step`` in per cent; 0 for the plain size."""
        now = self._machine.remembered.now.text_percent
        wanted = now + step if step else 100
        self._machine.remembered.change(text_percent=min(max(wanted, SIZES[0]), SIZES[-1]))
        self._dress()

    def _dress(self) -> None:
        now = self._machine.remembered.now
        theme.apply(self._app, now.scheme, now.text_percent)

    def _follow_system(self) -> None:
        if self._machine.remembered.now.scheme is Scheme.SYSTEM:
            self._dress()

    def _toggle_full_screen(self) -> None:
        full = self.window.isFullScreen()
        self.window.showNormal() if full else self.window.showFullScreen()

    def _show_keys(self) -> None:
        KeyCard(self._commands, self.window).open()

    def _show_record(self) -> None:
        NoticeRecord(self.window.notices, self.window).open()

    def _show_about(self) -> None:
        About(self._machine.reports.folder, self.window).open()

    def _note_place(self) -> None:
        self._machine.remembered.change(window_geometry=self.window.whereabouts())

    # -- printing ----------------------------------------------------------------------

    def _connect_printing(self) -> None:
        self._printing.changed.connect(self._show_printing)
        self._printing.troubled.connect(self._tell_not_printed)
        self._printing.crashed.connect(self._machine.reports.report)

    def _chosen(self) -> Chosen:
        now = self._machine.remembered.now
        return Chosen(now.receipt_printer, now.receipt_paper)

    def _show_printing(self) -> None:
        self.window.status.show_queue(self._printing.waiting, self._printing.reason)

    def _tell_not_printed(self, problem: Problem) -> None:
        show = (self.tr("打印队列"), self._show_queue)
        self.window.notices.tell(tell(problem), Tone.NOTE, show)

    def _show_queue(self) -> None:
        if self._queue is None:
            self._queue = PrintQueuePanel(self._background, self._printing, self.window)
        self._queue.reload()
        self._queue.show()
        self._queue.activateWindow()

    def _preview_latest(self) -> None:
        self._printing.recent(self).then(self._preview)

    def _preview(self, jobs: Sequence[PrintJob]) -> None:
        if not jobs:
            self.window.notices.tell(self.tr("还没有可以预览的文件。受理以后再看。"))
            return
        job = jobs[0]

        def show(pdf: bytes) -> None:
            preview = Preview(self._background, job.title, pdf, self.window)
            preview.print_wanted.connect(partial(self._printing.again, job.id))
            preview.open()

        self._printing.document(self, job.id).then(show)

    def _show_printer_choice(self) -> None:
        now = self._chosen()
        choice = PrinterChoice(
            self._background, self._machine.press, now.printer, now.paper, self.window
        )
        choice.chosen.connect(self._choose_printer)
        choice.open()

    def _choose_printer(self, printer: str, paper: Paper) -> None:
        self._machine.remembered.change(receipt_printer=printer, receipt_paper=paper)
        self._printing.look()


def _check(action: QAction) -> None:
    action.setChecked(True)

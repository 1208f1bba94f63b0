"""The tabs: imported after somebody has signed in, and only those the person has a use for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from svcdesk.rules.access import Permission, Role
from svcdesk.rules.people import Me
from svcdesk.ui.background import Background
from svcdesk.ui.command_list import COMMANDS
from svcdesk.ui.commands import Commands
from svcdesk.ui.notice import NoticeBar
from svcdesk.ui.printing import Printing
from svcdesk.ui.view import View

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from svcdesk.ui.intake.drafts import Drafts
    from svcdesk.ui.office.office import Office

AREAS = ("intake", "merging", "attendance", "reports")
"""The tabs in their order; Alt and its place in it opens each."""


@dataclass(frozen=True)
class Seated:
    """Everything a tab is made with."""

    background: Background
    commands: Commands
    notices: NoticeBar
    me: Me
    printing: Printing
    drafts: "Drafts"


Build = Callable[[Seated], Mapping[str, View]]


def load() -> None:
    """Import what the tabs need, off the GUI thread."""
    import svcdesk.ui.attendance.tab
    import svcdesk.ui.intake.tab
    import svcdesk.ui.merging.tab
    import svcdesk.ui.office.office
    import svcdesk.ui.reports.tab  # noqa: F401


def build(seated: Seated) -> dict[str, View]:
    """The tabs of this person, by area, in their order."""
    return {area: _BUILDERS[area](seated) for area in areas(seated.me)}


def open_office(seated: Seated, window: "QWidget") -> "Office":
    """What the commands of the administration, and of one's own password, open."""
    from svcdesk.ui.office.office import Office

    return Office(seated.background, seated.commands, seated.notices, seated.me, window)


def areas(me: Me) -> tuple[str, ...]:
    """Which tabs a person sees; a whole tab is hidden from those who could only look at it."""
    needs = {one.id: one.needs for one in COMMANDS}
    return tuple(area for area in AREAS if any(me.may(need) for need in needs[f"tab.{area}"]))


def landing(me: Me) -> str:
    """The tab a person begins with: where the day's work is."""
    if me.may(Permission.TAKE_IN):
        return "intake"
    if Role.ATTENDANCE_OFFICER in me.roles:
        return "attendance"
    return "reports" if me.may(Permission.READ_REPORTS) else areas(me)[0]


def _intake(seated: Seated) -> View:
    from svcdesk.ui.intake.tab import IntakeTab

    return IntakeTab(
        seated.background,
        seated.commands,
        seated.notices,
        seated.me,
        seated.printing,
        seated.drafts,
        receipt_paper=lambda: seated.printing.receipt_paper,
    )


def _merging(seated: Seated) -> View:
    from svcdesk.ui.merging.tab import MergingTab

    return MergingTab(seated.background, seated.commands, seated.notices, seated.me)


def _attendance(seated: Seated) -> View:
    from svcdesk.ui.attendance.tab import AttendanceTab

    return AttendanceTab(seated.background, seated.commands, seated.notices, seated.me)


def _reports(seated: Seated) -> View:
    from svcdesk.ui.reports.tab import ReportsTab

    return ReportsTab(
        seated.background,
        seated.commands,
        seated.notices,
        seated.me,
        printing=seated.printing,
    )


_BUILDERS = {
    "intake": _intake,
    "merging": _merging,
    "attendance": _attendance,
    "reports": _reports,
}

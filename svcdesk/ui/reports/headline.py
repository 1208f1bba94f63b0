"""The report's four large figures and its leading sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from svcdesk.rules.figures import percent, percentage_points, points
from svcdesk.rules.reports import HalfYear
from svcdesk.ui import theme


class Figure(QFrame):
    """One large figure with its name above and last year's below."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._number, self._below = QLabel(name), QLabel("—"), QLabel(" ")
        theme.dress(self, "card")
        theme.dress(self._name, "sub")
        theme.dress(self._number, "number")
        theme.dress(self._below, "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.setSpacing(0)
        for label in (self._name, self._number, self._below):
            layout.addWidget(label)

    def say(self, number: str, below: str) -> None:
        """Show a figure and what it is compared with."""
        self._number.setText(number)
        self._below.setText(below)
        self.setAccessibleName(f"{self._name.text()} {number}，{below}")


class Headline(QWidget):
    """Accepted, completed, the rate, and by how many points (百分点) the rate moved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accepted = Figure(self.tr("受理（件）"), self)
        self._completed = Figure(self.tr("办结（件）"), self)
        self._rate = Figure(self.tr("办结率"), self)
        self._moved = Figure(self.tr("比上年同期（百分点）"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for figure in (self._accepted, self._completed, self._rate, self._moved):
            layout.addWidget(figure, 1)

    def show_report(self, report: HalfYear) -> None:
        """Show the hall's own figures."""
        this, last = report.total.this, report.total.last
        before = self.tr("上年同期 {figure}")
        self._accepted.say(str(this.accepted), before.format(figure=last.accepted))
        self._completed.say(str(this.completed), before.format(figure=last.completed))
        self._rate.say(percent(this.rate), before.format(figure=percent(last.rate)))
        moved = percentage_points(this.rate, last.rate)
        if moved is None:
            below = self.tr("没有两个可比的办结率")
        else:
            below = self.tr("{this} 减 {last}，按未舍入的比率").format(
                this=percent(this.rate), last=percent(last.rate)
            )
        self._moved.say(points(moved), below)


def sentence_label(parent: QWidget) -> QLabel:
    """A label for the sentence: it can be selected and copied by keys too."""
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label

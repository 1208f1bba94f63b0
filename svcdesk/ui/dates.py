"""The field in which a day is chosen, by keys or from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QWidget


class DayField(QDateEdit):
    """A day as ``2012-06-30``; arrows step it, Alt+Down opens the calendar."""

    picked = Signal(object)
    """The day a person has chosen (``date``); not told while it is being typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setKeyboardTracking(False)
        self.setCalendarPopup(True)
        self._dress(self.calendarWidget())
        self.dateChanged.connect(self._tell)

    def show_day(self, day: date) -> None:
        """Show a day without telling anybody."""
        with QSignalBlocker(self):
            self.setDate(QDate(day.year, day.month, day.day))

    def day(self) -> date:
        """The day shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def _tell(self) -> None:
        self.picked.emit(self.day())

    def _dress(self, calendar: QCalendarWidget) -> None:
        calendar.setLocale(QLocale(QLocale.Language.Chinese))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)

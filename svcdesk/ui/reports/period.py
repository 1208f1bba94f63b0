"""The picker of the half year a report is about."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from svcdesk.desk.reports import HalfYearPeriod

_BACK = 15
"""How many years before the first one shown can be chosen."""


class PeriodPicker(QWidget):
    """A year and one of its halves."""

    picked = Signal(object)
    """The period a person has chosen (``HalfYearPeriod``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year = QComboBox(self)
        self._half = QComboBox(self)
        self._half.addItem(self.tr("上半年（1–6 月）"), 1)
        self._half.addItem(self.tr("下半年（7–12 月）"), 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for words, field in ((self.tr("年份(&Y)"), self._year), (self.tr("时段(&G)"), self._half)):
            label = QLabel(words, self)
            label.setBuddy(field)
            layout.addWidget(label)
            layout.addWidget(field)
        self._year.setAccessibleName(self.tr("年份"))
        self._half.setAccessibleName(self.tr("时段"))
        self._year.currentIndexChanged.connect(self._tell)
        self._half.currentIndexChanged.connect(self._tell)

    def period(self) -> HalfYearPeriod:
        """The period shown."""
        return HalfYearPeriod(self._year.currentData(), self._half.currentData())

    def show_period(self, period: HalfYearPeriod) -> None:
        """Show a period without telling anybody."""
        with QSignalBlocker(self._year), QSignalBlocker(self._half):
            if self._year.findData(period.year) < 0:
                self._offer_years(period.year)
            self._year.setCurrentIndex(self._year.findData(period.year))
            self._half.setCurrentIndex(self._half.findData(period.half))

    def _offer_years(self, newest: int) -> None:
        self._year.clear()
        for year in range(newest + 1, newest - _BACK, -1):
            self._year.addItem(self.tr("{year} 年").format(year=year), year)

    def _tell(self) -> None:
        self.picked.emit(self.period())

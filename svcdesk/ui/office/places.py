"""To which unit and window a person is sent (派驻): two boxes, either may stay empty."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QWidget

from svcdesk.desk.seats import UnitRow, WindowRow


class PlaceField(QComboBox):
    """Units or windows to choose from; typing a number or a name finds one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[str, UUID] = {}
        self.addItem(self.tr("（无）"), None)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)

    def offer_units(self, units: Sequence[UnitRow]) -> bool:
        """Offer these units; False if they are the ones already offered."""
        return self._offer([(unit.name, unit.name, unit.id) for unit in units])

    def offer_windows(self, windows: Sequence[WindowRow]) -> bool:
        """Offer these windows; False if they are the ones already offered."""
        words = self.tr("{number} 号 {name}")
        return self._offer(
            [
                (words.format(number=window.number, name=window.name), window.name, window.id)
                for window in windows
            ]
        )

    def chosen(self) -> UUID | None:
        """The one chosen."""
        data = self.currentData()
        return data if isinstance(data, UUID) else None

    def show_name(self, name: str) -> None:
        """Choose the one of this name; without one, none."""
        self.setCurrentIndex(max(self.findData(self._names.get(name)), 0))

    def show_id(self, chosen: UUID | None) -> None:
        """Choose this one."""
        self.setCurrentIndex(max(self.findData(chosen), 0))

    def _offer(self, offered: Sequence[tuple[str, str, UUID]]) -> bool:
        names = {name: id_ for _, name, id_ in offered}
        if names == self._names:
            return False
        kept = self.chosen()
        self._names = names
        self.clear()
        self.addItem(self.tr("（无）"), None)
        for words, _, id_ in offered:
            self.addItem(words, id_)
        self.show_id(kept)
        return True

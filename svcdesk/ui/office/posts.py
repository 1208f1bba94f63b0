"""The posts (岗位) of a person as a group of boxes to tick."""

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from svcdesk.rules.access import Role
from svcdesk.ui.words import say


class PostsField(QWidget):
    """One box for each post, in two columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = {role: QCheckBox(say(role), self) for role in Role}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for at, box in enumerate(self._boxes.values()):
            grid.addWidget(box, at // 2, at % 2)
        self.setFocusProxy(next(iter(self._boxes.values())))

    def roles(self) -> frozenset[Role]:
        """The posts ticked."""
        return frozenset(role for role, box in self._boxes.items() if box.isChecked())

    def show_roles(self, roles: Iterable[Role]) -> None:
        """Tick these posts and no others."""
        held = frozenset(roles)
        for role, box in self._boxes.items():
            box.setChecked(role in held)

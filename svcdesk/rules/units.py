"""Units (进驻单位) and windows (窗口): where an item is handled."""

from enum import StrEnum

from svcdesk.rules.words import QT_TRANSLATE_NOOP


class Placement(StrEnum):
    """Where a unit's items are handled (入驻去向)."""

    CENTRE = "centre"
    CITY_WINDOW = "city_window"
    SUPERVISION_HALL = "supervision_hall"

    @property
    def word(self) -> str:
        """The placement's Chinese name."""
        return _PLACEMENT_WORDS[self]


_PLACEMENT_WORDS = {
    Placement.CENTRE: QT_TRANSLATE_NOOP("Placement", "区中心"),
    Placement.CITY_WINDOW: QT_TRANSLATE_NOOP("Placement", "市直窗口"),
    Placement.SUPERVISION_HALL: QT_TRANSLATE_NOOP("Placement", "监管大厅"),
}


class WindowKind(StrEnum):
    """Whose window it is (窗口类型)."""

    UNIT = "unit"
    COMPREHENSIVE = "comprehensive"

    @property
    def word(self) -> str:
        """The kind's Chinese name."""
        return _WINDOW_WORDS[self]


_WINDOW_WORDS = {
    WindowKind.UNIT: QT_TRANSLATE_NOOP("WindowKind", "单位窗口"),
    WindowKind.COMPREHENSIVE: QT_TRANSLATE_NOOP("WindowKind", "综合窗口"),
}

MERGE_THRESHOLD = 10
"""Default of the setting: units with fewer acceptances a year (件/年) may join the
comprehensive window (the source report's own figure; no national rule names one)."""

"""Items (审批事项) and the materials (申请材料) they ask for."""

from enum import StrEnum

from svcdesk.rules.words import QT_TRANSLATE_NOOP


class ItemKind(StrEnum):
    """How an item is handled (办件类型)."""

    ON_THE_SPOT = "on_the_spot"
    PROMISED = "promised"
    JOINT = "joint"
    REPORTED_UP = "reported_up"

    @property
    def word(self) -> str:
        """The kind's Chinese name."""
        return _KIND_WORDS[self]


_KIND_WORDS = {
    ItemKind.ON_THE_SPOT: QT_TRANSLATE_NOOP("ItemKind", "即办件"),
    ItemKind.PROMISED: QT_TRANSLATE_NOOP("ItemKind", "承诺件"),
    ItemKind.JOINT: QT_TRANSLATE_NOOP("ItemKind", "联办件"),
    ItemKind.REPORTED_UP: QT_TRANSLATE_NOOP("ItemKind", "上报件"),
}


class MaterialForm(StrEnum):
    """In which form a material is handed in (原件/复印件)."""

    ORIGINAL = "original"
    COPY = "copy"
    BOTH = "both"

    @property
    def word(self) -> str:
        """The form's Chinese name; ``BOTH`` keeps the copies and looks at the original."""
        return _FORM_WORDS[self]


_FORM_WORDS = {
    MaterialForm.ORIGINAL: QT_TRANSLATE_NOOP("MaterialForm", "原件"),
    MaterialForm.COPY: QT_TRANSLATE_NOOP("MaterialForm", "复印件"),
    MaterialForm.BOTH: QT_TRANSLATE_NOOP("MaterialForm", "复印件，验原件"),
}


class DayUnit(StrEnum):
    """What a limit counts: working days (行政许可法 82), plain days or months (民法典 200-203)."""

    WORKING = "working"
    CALENDAR = "calendar"
    MONTH = "month"

    @property
    def word(self) -> str:
        """The unit's Chinese name."""
        return _UNIT_WORDS[self]


_UNIT_WORDS = {
    DayUnit.WORKING: QT_TRANSLATE_NOOP("DayUnit", "工作日"),
    DayUnit.CALENDAR: QT_TRANSLATE_NOOP("DayUnit", "日"),
    DayUnit.MONTH: QT_TRANSLATE_NOOP("DayUnit", "个月"),
}

"""The lamps of electronic supervision (电子监察): how near its limits a case is.

The scheme of notice, yellow card for the promise and red card for the law; which colour
means which is the interface's setting, because halls differ.
"""

from datetime import date
from enum import StrEnum

from svcdesk.rules.calendar import WorkCalendar
from svcdesk.rules.cases import State
from svcdesk.rules.deadlines import working_days_between
from svcdesk.rules.words import QT_TRANSLATE_NOOP


class Lamp(StrEnum):
    """How a case stands against its limits."""

    CALM = "calm"
    NOTICE = "notice"
    SOON = "soon"
    OVER_PROMISE = "over_promise"
    OVER_STATUTE = "over_statute"
    DONE = "done"

    @property
    def word(self) -> str:
        """The lamp's Chinese name; it stands beside every colour."""
        return _LAMP_WORDS[self]


_LAMP_WORDS = {
    Lamp.CALM: QT_TRANSLATE_NOOP("Lamp", "正常"),
    Lamp.NOTICE: QT_TRANSLATE_NOOP("Lamp", "提示"),
    Lamp.SOON: QT_TRANSLATE_NOOP("Lamp", "即将到期"),
    Lamp.OVER_PROMISE: QT_TRANSLATE_NOOP("Lamp", "超承诺期限"),
    Lamp.OVER_STATUTE: QT_TRANSLATE_NOOP("Lamp", "超法定期限"),
    Lamp.DONE: QT_TRANSLATE_NOOP("Lamp", "已结束"),
}


def lamp(  # noqa: PLR0917 - a row of a list, in its order
    state: State,
    accepted_on: date | None,
    promised_on: date | None,
    statutory_on: date | None,
    today: date,
    calendar: WorkCalendar,
    *,
    notice_share: float = 0.5,
    soon_days: int = 1,
) -> Lamp:
    """The lamp of a case today.

    ``notice_share`` is the used share of the promised working days from which a notice
    shows, ``soon_days`` the working days left from which it is due soon. A last day lasts
    until it is over (民法典 203): a case is late from the day after.
    """
    if state in {State.CLOSED, State.VOID}:
        return Lamp.DONE
    if statutory_on is not None and today > statutory_on:
        return Lamp.OVER_STATUTE
    if promised_on is None or accepted_on is None:
        return Lamp.CALM
    if today > promised_on:
        return Lamp.OVER_PROMISE
    if working_days_between(today, promised_on, calendar) <= soon_days:
        return Lamp.SOON
    used = working_days_between(accepted_on, today, calendar)
    allowed = working_days_between(accepted_on, promised_on, calendar)
    return Lamp.NOTICE if used >= notice_share * allowed else Lamp.CALM

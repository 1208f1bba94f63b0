"""The life of a case (办件): its states, its steps, and which step may follow which.

The same table stands in the database (``svc.step_rule``), which decides; this copy lets
the window show only what is possible. A test compares the two.
"""

from enum import StrEnum

from svcdesk.rules.problems import WrongStep
from svcdesk.rules.words import QT_TRANSLATE_NOOP


class State(StrEnum):
    """Where a case stands (办件状态)."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    CLOSED = "closed"
    VOID = "void"

    @property
    def word(self) -> str:
        """The state's Chinese name."""
        return _STATE_WORDS[self]


_STATE_WORDS = {
    State.RECEIVED: QT_TRANSLATE_NOOP("State", "收件"),
    State.ACCEPTED: QT_TRANSLATE_NOOP("State", "在办"),
    State.CLOSED: QT_TRANSLATE_NOOP("State", "已办结"),
    State.VOID: QT_TRANSLATE_NOOP("State", "已作废"),
}


class Outcome(StrEnum):
    """How a case ended (办结结果; 行政许可法 38)."""

    GRANTED = "granted"
    REFUSED = "refused"

    @property
    def word(self) -> str:
        """The outcome's Chinese name."""
        return _OUTCOME_WORDS[self]


_OUTCOME_WORDS = {
    Outcome.GRANTED: QT_TRANSLATE_NOOP("Outcome", "准予许可"),
    Outcome.REFUSED: QT_TRANSLATE_NOOP("Outcome", "不予许可"),
}


class Step(StrEnum):
    """Something done to a case (办理环节), recorded for good."""

    RECEIVE = "receive"
    ACCEPT = "accept"
    CLOSE = "close"
    TAKE_BACK_ACCEPTANCE = "take_back_acceptance"
    TAKE_BACK_CLOSING = "take_back_closing"

    @property
    def word(self) -> str:
        """The step's Chinese name."""
        return _STEP_WORDS[self]


_STEP_WORDS = {
    Step.RECEIVE: QT_TRANSLATE_NOOP("Step", "收件"),
    Step.ACCEPT: QT_TRANSLATE_NOOP("Step", "受理"),
    Step.CLOSE: QT_TRANSLATE_NOOP("Step", "办结"),
    Step.TAKE_BACK_ACCEPTANCE: QT_TRANSLATE_NOOP("Step", "撤销受理"),
    Step.TAKE_BACK_CLOSING: QT_TRANSLATE_NOOP("Step", "撤销办结"),
}

UNDO_MINUTES = 10
"""How long the person who took a step may take it back (分钟)."""

NEXT: dict[tuple[State, Step], State] = {
    (State.RECEIVED, Step.ACCEPT): State.ACCEPTED,
    (State.ACCEPTED, Step.CLOSE): State.CLOSED,
    (State.ACCEPTED, Step.TAKE_BACK_ACCEPTANCE): State.VOID,
    (State.CLOSED, Step.TAKE_BACK_CLOSING): State.ACCEPTED,
}


def after(state: State, step: Step) -> State:
    """The state a step leads to; raises :class:`WrongStep` where it may not follow."""
    try:
        return NEXT[state, step]
    except KeyError:
        raise WrongStep(state=state.word, step=step.word) from None

"""Words of the rules in the language of the window."""

from enum import StrEnum
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication

from svcdesk.rules.problems import Problem


@runtime_checkable
class Worded(Protocol):
    """A member of an enumeration of the rules that has a Chinese name."""

    @property
    def word(self) -> str:
        """The Chinese name, marked for translators under the enumeration's own name."""


def say(member: Worded) -> str:
    """The member's name, translated; the context is the name of its enumeration.

    Faults are whole sentences and stand with the other sentences, under ``Problem``.
    """
    said = QCoreApplication.translate(type(member).__name__, member.word)
    return QCoreApplication.translate("Problem", said) if said == member.word else said


def tell(problem: Problem) -> str:
    """The problem's sentence, translated, with its values said in the same language."""
    values = {name: _spoken(value) for name, value in problem.values.items()}
    return Problem(**values).say(QCoreApplication.translate("Problem", problem.words))


def _spoken(value: object) -> object:
    if isinstance(value, StrEnum) and isinstance(value, Worded):
        return say(value)
    return value

from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QTranslator

from svcdesk.rules.access import Role
from svcdesk.rules.cases import State
from svcdesk.rules.identity import BadDocument, NumberFault
from svcdesk.rules.problems import ChangedElsewhere, Problem, WrongPassword
from svcdesk.ui.words import say, tell


class Echo(QTranslator):
    """Translates everything into where it comes from, so that contexts can be seen."""

    def translate(
        self, context: Any, source: Any, _disambiguation: Any = None, _n: Any = -1
    ) -> Any:
        return f"<{context}|{source}>" if context in {"State", "Role", "Problem"} else None

    def isEmpty(self) -> Any:
        return False


def test_words_of_rules_are_said_in_chinese_without_a_translation():
    assert say(State.ACCEPTED) == "在办"
    assert say(Role.CLERK) == "窗口人员"


def test_the_context_of_a_word_is_its_enumeration(qapp):
    echo = Echo()
    QCoreApplication.installTranslator(echo)
    try:
        assert say(State.ACCEPTED) == "<State|在办>"
        assert say(NumberFault.LENGTH) == f"<Problem|{NumberFault.LENGTH.word}>"
        assert tell(BadDocument(NumberFault.LENGTH)) == f"<Problem|{NumberFault.LENGTH.word}>"
        assert tell(WrongPassword()) == f"<Problem|{WrongPassword.words}>"
    finally:
        QCoreApplication.removeTranslator(echo)


class Mixed(Problem):
    words = "{state} {on} {gone}"


def test_values_of_a_problem_are_said_too_and_a_missing_one_is_a_dash():
    assert tell(Mixed(state=State.CLOSED, on=date(2025, 3, 7))) == "已办结 2025-03-07 —"


def test_telling_a_problem_leaves_it_as_it_was():
    problem = ChangedElsewhere(who="李娜", at="14:02")
    assert tell(problem).startswith("李娜 在 14:02")
    assert problem.values == {"who": "李娜", "at": "14:02"}

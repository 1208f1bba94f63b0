import importlib
import inspect
import pkgutil
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

import pytest

from svcdesk import rules
from svcdesk.rules.problems import Problem, TooLate, WrongStep


def _modules() -> list[object]:
    names = [module.name for module in pkgutil.iter_modules(rules.__path__)]
    return [importlib.import_module(f"svcdesk.rules.{name}") for name in names]


def _classes(base: type) -> Iterator[type]:
    for module in _modules():
        for _, found in inspect.getmembers(module, inspect.isclass):
            if issubclass(found, base) and found is not base:
                yield found


PROBLEMS: list[type[Problem]] = sorted(set(_classes(Problem)), key=lambda each: each.__name__)
WORDED = sorted(
    {each for each in _classes(StrEnum) if hasattr(each, "word")}, key=lambda each: each.__name__
)


def test_a_problem_tells_its_values():
    assert TooLate(minutes=10).say().startswith("已过 10 分钟")


def test_a_problem_can_be_told_in_another_language():
    assert WrongStep(state="x", step="y").say("It is {state}.") == "It is x."


def test_a_value_that_did_not_come_reads_as_a_dash():
    assert str(TooLate()) == TooLate(minutes="—").say()


@pytest.mark.parametrize("problem", PROBLEMS)
def test_every_problem_is_told_in_calm_whole_sentences(problem):
    assert problem.words.endswith(("。", "{line}"))
    assert not any(word in problem.words for word in ("警告", "非法", "!", "！"))


def test_no_two_problems_share_an_error_code():
    codes = Counter(problem.sqlstate for problem in PROBLEMS if problem.sqlstate)
    assert set(codes.values()) == {1}
    assert all(len(code) == 5 and code.startswith("SV") for code in codes)


@pytest.mark.parametrize("kind", WORDED)
def test_every_member_of_a_closed_set_has_a_word_of_its_own(kind):
    words = [member.word for member in kind]
    assert all(words)
    assert len(set(words)) == len(words)
    assert not any(bad in word for word in words for bad in ("警告", "非法", "!", "！"))


@pytest.mark.parametrize("kind", [each for each in WORDED if each.__name__.endswith("Fault")])
def test_every_fault_is_told_in_sentences(kind):
    assert all(member.word.endswith("。") for member in kind)

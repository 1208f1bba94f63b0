from itertools import product

import pytest

from svcdesk.rules.cases import NEXT, State, Step, after
from svcdesk.rules.problems import WrongStep


def test_a_case_goes_from_papers_received_to_closed():
    state = after(State.RECEIVED, Step.ACCEPT)
    assert after(state, Step.CLOSE) is State.CLOSED


def test_an_acceptance_taken_back_leaves_a_void_case_for_good():
    assert after(State.ACCEPTED, Step.TAKE_BACK_ACCEPTANCE) is State.VOID
    assert not any(state is State.VOID for state, _ in NEXT)


def test_a_closing_taken_back_leaves_an_accepted_case():
    assert after(State.CLOSED, Step.TAKE_BACK_CLOSING) is State.ACCEPTED


@pytest.mark.parametrize(("state", "step"), sorted(set(product(State, Step)) - set(NEXT)))
def test_every_other_step_is_refused_and_says_where_the_case_stands(state, step):
    with pytest.raises(WrongStep, match=state.word):
        after(state, step)


def test_every_state_can_be_reached():
    assert {State.RECEIVED, *NEXT.values()} == set(State)

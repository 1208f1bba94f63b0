import pytest

from svcdesk.rules.access import GRANTS, Permission, Role, allows

POSTS_THAT_DECIDE = {Role.CLERK, Role.WINDOW_HEAD}


@pytest.mark.parametrize("role", list(Role))
def test_only_clerks_and_window_heads_take_in_and_decide(role):
    decides = role in POSTS_THAT_DECIDE
    assert allows([role], Permission.TAKE_IN) is decides
    assert allows([role], Permission.DECIDE_CASES) is decides


def test_only_administrators_administer():
    assert {role for role in Role if allows([role], Permission.ADMINISTER)} == {Role.ADMINISTRATOR}


def test_administrators_see_no_cases_and_no_documents():
    assert not GRANTS[Role.ADMINISTRATOR] & {Permission.READ_CASES, Permission.REVEAL_DOCUMENTS}


def test_auditors_change_nothing():
    changing = {
        Permission.TAKE_IN,
        Permission.DECIDE_CASES,
        Permission.ADMINISTER,
        Permission.PUNCH,
    }
    assert not GRANTS[Role.AUDITOR] & changing


def test_only_auditors_read_the_journal():
    assert {role for role in Role if allows([role], Permission.READ_JOURNAL)} == {Role.AUDITOR}


def test_the_home_unit_does_not_reveal_documents():
    assert not allows([Role.HOME_UNIT], Permission.REVEAL_DOCUMENTS)


def test_several_posts_add_up_and_no_post_allows_nothing():
    assert allows([Role.ADMINISTRATOR, Role.CLERK], Permission.TAKE_IN)
    assert not any(allows([], permission) for permission in Permission)


def test_every_post_has_its_grants_and_every_permission_somebody():
    assert set(GRANTS) == set(Role)
    assert frozenset().union(*GRANTS.values()) == set(Permission)

"""The schema's rights as they stand in the catalogue: nothing is open by oversight."""

import pytest

from svcdesk.rules.access import Role

READ_BY_EVERYBODY = {
    "revision", "setting", "calendar_year", "calendar_day", "working_day", "unit", "window",
    "window_unit", "seat", "person", "post", "item", "material", "step_rule",
}  # fmt: skip
"""What every member of staff may know; these alone need no row security."""

NOT_JOURNALED = {
    "revision": "written by migrations",
    "step_rule": "written by migrations",
    "secret": "written by migrations",
    "working_day": "counted from the calendar, which is journaled",
    "number_series": "the numbers themselves are journaled with their cases",
    "seat_session": "connections end",
    "document_search": "a count for an hour",
    "act_done": "cannot be changed",
    "journal": "is the journal",
    "journal_head": "is the journal",
}
FIND_PEOPLE = (
    "svc.request_document(uuid,text)", "svc.reveal_document(uuid)",
    "svc.count_document_search(text)", "svc.find_by_document(text)",
)  # fmt: skip
MAY_EXECUTE = {
    "svcdesk_staff": {
        "svc.my_id()", "svc.my_window()", "svc.my_unit()", "svc.my_seat()", "svc.hold(text)",
        "svc.is_loader()", "svc.take_seat(integer,text)", "svc.is_settled(date)",
        "svc.due_on(date,integer,text)", "svc.hall_date(timestamp with time zone)",
        "svc.check_digit(text)", "svc.resident_check(text)", "svc.organisation_check(text)",
        "svc.is_document(text,text)", "svc.may_act(uuid,uuid)", "svc.sees_attendance(uuid)",
        "svc.change_password(text)", "svc.act_answer(uuid,text,text)",
    },
    "svcdesk_clerk": set(FIND_PEOPLE),
    "svcdesk_window_head": set(FIND_PEOPLE),
    "svcdesk_auditor": {
        *FIND_PEOPLE,
        "svc.journal_text(text,bigint,timestamp with time zone,text,text,jsonb,jsonb,bytea)",
    },
    "svcdesk_administrator": {
        "svc.set_seat_key(uuid,bytea)", "svc.make_login(text,text)", "svc.give_post(uuid,text)",
        "svc.take_post(uuid,text)", "svc.set_password(uuid,text)", "svc.deactivate(uuid)",
        "svc.count_working_days(integer)",
    },
}  # fmt: skip
CASES = {
    "case_document": {"INSERT case_id", "INSERT kind", "INSERT number"},
    "case_file": {
        "INSERT id", "INSERT item_id", "INSERT applicant", "INSERT phone", "INSERT agent",
        "INSERT note",
    },
    "case_material": {"INSERT case_id", "INSERT material_id", "INSERT mark"},
    "case_step": {
        "INSERT case_id", "INSERT step", "INSERT seen", "INSERT outcome", "INSERT note",
    },
    "receipt": {"INSERT case_id"},
    "reprint": {"INSERT case_id"},
}  # fmt: skip
PUNCH = {"punch": {"INSERT direction"}}
KEPT = {"INSERT", "UPDATE"}
MAY_WRITE = {
    "svcdesk_staff": {
        "act_done": {"INSERT key", "INSERT act", "INSERT digest", "INSERT answer"}
    },
    "svcdesk_clerk": CASES | PUNCH,
    "svcdesk_window_head": CASES | PUNCH,
    "svcdesk_manager": PUNCH,
    "svcdesk_attendance_officer": PUNCH,
    "svcdesk_auditor": {},
    "svcdesk_home_unit": {},
    "svcdesk_administrator": PUNCH | {
        "setting": KEPT, "unit": KEPT, "window": KEPT, "item": KEPT, "material": KEPT,
        "calendar_year": KEPT,
        "window_unit": KEPT | {"DELETE"},
        "calendar_day": KEPT | {"DELETE"},
        "seat": {"INSERT id", "INSERT window_id", "UPDATE window_id"},
        "person": {
            "INSERT id", "INSERT login", "INSERT name", "INSERT sort_key", "INSERT staff_no",
            "INSERT principal", "INSERT unit_id", "INSERT window_id",
            "UPDATE name", "UPDATE sort_key", "UPDATE staff_no", "UPDATE principal",
            "UPDATE unit_id", "UPDATE window_id",
        },
    },
}  # fmt: skip

TABLES = "pg_class AS c WHERE relnamespace = 'svc'::regnamespace AND relkind IN ('r', 'p')"
FUNCTIONS = "pg_proc AS p WHERE pronamespace = 'svc'::regnamespace"


@pytest.fixture
def catalogue(as_superuser):
    """Asks the catalogue for a set of names."""

    def ask(query, **values):
        return {row[0] for row in as_superuser(query, **values)}

    return ask


def test_every_table_has_row_security_or_may_be_known_by_everybody(catalogue):
    assert catalogue(f"SELECT relname FROM {TABLES} AND NOT relrowsecurity") == READ_BY_EVERYBODY


def test_every_table_is_journaled_or_has_a_reason_not_to_be(catalogue):
    assert catalogue(
        f"SELECT relname FROM {TABLES} AND NOT EXISTS ("
        " SELECT FROM pg_trigger WHERE tgrelid = c.oid AND tgname = 'zz_journal')"
    ) == set(NOT_JOURNALED)


def test_no_journaled_table_can_be_emptied_past_the_journal(catalogue):
    assert not catalogue(
        f"SELECT relname FROM {TABLES} AND EXISTS ("
        " SELECT FROM pg_trigger WHERE tgrelid = c.oid AND tgname = 'zz_journal')"
        " AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = c.oid AND tgtype & 32 <> 0)"
    )


def test_every_function_pins_its_search_path(catalogue):
    assert not catalogue(
        f"SELECT proname FROM {FUNCTIONS}"
        " AND coalesce(proconfig, '{}') <> '{\"search_path=pg_catalog, pg_temp\"}'"
    )


def test_no_function_is_for_the_public(catalogue):
    assert not catalogue(
        f"SELECT proname FROM {FUNCTIONS} AND EXISTS (SELECT FROM"
        " aclexplode(coalesce(proacl, acldefault('f', proowner))) WHERE grantee = 0)"
    )


def test_no_table_or_column_is_for_the_public(catalogue):
    assert not catalogue(
        "SELECT relname FROM pg_class, aclexplode(relacl) AS held"
        " WHERE relnamespace = 'svc'::regnamespace AND held.grantee = 0"
        " UNION SELECT attname FROM pg_attribute, aclexplode(attacl) AS held"
        " WHERE attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'svc'::regnamespace)"
        " AND held.grantee = 0"
    )


@pytest.mark.parametrize("schema", ["svc", "public"])
def test_no_schema_is_for_the_public(catalogue, schema):
    assert not catalogue(
        "SELECT privilege_type FROM pg_namespace,"
        " aclexplode(coalesce(nspacl, acldefault('n', nspowner)))"
        " WHERE nspname = :schema AND grantee = 0",
        schema=schema,
    )


def test_the_database_is_not_for_the_public(catalogue):
    assert not catalogue(
        "SELECT privilege_type FROM pg_database,"
        " aclexplode(coalesce(datacl, acldefault('d', datdba)))"
        " WHERE datname = current_database() AND grantee = 0"
    )


def test_every_trigger_but_the_announcing_one_fires_always(catalogue):
    assert catalogue(
        "SELECT tgfoid::regproc::text FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
        " WHERE relnamespace = 'svc'::regnamespace AND NOT tgisinternal AND tgenabled <> 'A'"
    ) == {"svc.announce"}


def test_everything_belongs_to_the_owner_who_cannot_sign_in(catalogue):
    assert catalogue(
        "SELECT relowner::regrole::text FROM pg_class WHERE relnamespace = 'svc'::regnamespace"
        " UNION SELECT proowner::regrole::text FROM pg_proc"
        " WHERE pronamespace = 'svc'::regnamespace"
    ) == {"svcdesk_owner"}


def test_nobody_is_a_member_of_the_owner(catalogue):
    assert not catalogue(
        "SELECT member::regrole::text FROM pg_auth_members WHERE roleid = 'svcdesk_owner'::regrole"
    )


def test_no_login_of_staff_has_an_attribute_beyond_signing_in(catalogue):
    assert not catalogue(
        "SELECT rolname FROM pg_roles WHERE pg_has_role(oid, 'svcdesk_staff', 'MEMBER')"
        " AND rolcanlogin AND NOT rolsuper AND (rolbypassrls OR rolcreaterole OR rolcreatedb"
        " OR rolreplication OR rolconnlimit = -1)"
    )


def test_there_is_no_view_that_could_show_more_than_its_reader_may_see(catalogue):
    assert not catalogue(
        "SELECT relname FROM pg_class"
        " WHERE relnamespace = 'svc'::regnamespace AND relkind IN ('v', 'm')"
    )


def test_every_foreign_key_has_an_index(catalogue):
    assert not catalogue(
        "SELECT conrelid::regclass || ' ' || conname FROM pg_constraint AS k"
        " WHERE contype = 'f' AND connamespace = 'svc'::regnamespace AND NOT EXISTS ("
        " SELECT FROM pg_index WHERE indrelid = conrelid AND indkey[0] = conkey[1])"
    )


@pytest.mark.parametrize("role", ["svcdesk_staff", *(role.value for role in Role)])
def test_a_post_executes_exactly_its_functions(catalogue, role):
    assert catalogue(
        f"SELECT p.oid::regprocedure::text FROM {FUNCTIONS} AND EXISTS (SELECT FROM"
        " aclexplode(proacl) WHERE grantee = CAST(:role AS regrole))",
        role=role,
    ) == MAY_EXECUTE.get(role, set())


@pytest.mark.parametrize("role", MAY_WRITE)
def test_a_post_writes_exactly_its_columns(as_superuser, role):
    rights: dict[str, set[str]] = {}
    for table, right in as_superuser(
        "SELECT relname, privilege_type FROM pg_class, aclexplode(relacl)"
        " WHERE relnamespace = 'svc'::regnamespace AND privilege_type <> 'SELECT'"
        " AND grantee = CAST(:role AS regrole)"
        " UNION SELECT relname, privilege_type || ' ' || attname"
        " FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid, aclexplode(attacl)"
        " WHERE relnamespace = 'svc'::regnamespace AND privilege_type <> 'SELECT'"
        " AND grantee = CAST(:role AS regrole)",
        role=role,
    ):
        rights.setdefault(str(table), set()).add(str(right))
    assert rights == MAY_WRITE[role]


def test_every_post_is_considered():
    assert set(MAY_WRITE) == {"svcdesk_staff", *(role.value for role in Role)}

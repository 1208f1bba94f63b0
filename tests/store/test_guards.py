"""Whoever opens psql with his own password can do nothing that the program would not let him.

Every attack runs on a bare connection with a real login's credentials; nothing of svcdesk
stands between it and the server.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import Connection, sql

from svcdesk.desk import cases, people, seats
from svcdesk.desk import hall as hall_acts
from svcdesk.desk.door import Desk
from svcdesk.desk.loading import id_of
from svcdesk.rules.access import Role
from svcdesk.rules.cases import Outcome
from svcdesk.rules.people import Principal
from tests.conftest import PASSWORD, Hall
from tests.store.conftest import take_in
from tests.tampering import as_server, behind_the_guards

DENIED = "42501"
NOT_ALLOWED, WRONG_STEP, NO_SEAT, OUT_OF_REACH = "SV001", "SV002", "SV004", "SV005"
TOO_LATE, TOO_MANY, ON_ONESELF, BAD_VALUE = "SV008", "SV009", "SV010", "SV012"

EVERYBODY = {
    "lina": "clerk",
    "zhaomin": "window head",
    "wangzhuren": "manager",
    "kaoqin": "attendance officer",
    "guanli": "administrator",
    "jiandu": "auditor",
    "yuandanwei": "home unit",
}
OF_CASES = ("case_material", "case_step", "receipt", "reprint", "document_view")
RECORDS = (
    "case_file", "case_document", *OF_CASES, "punch", "act_done", "journal", "journal_head",
)  # fmt: skip
SECRETS = (
    "case_document", "secret", "document_search", "seat_key", "seat_session", "number_series",
    "act_done",
)  # fmt: skip
SET_BY_SERVER = {
    "case_file": (
        "number", "unit_id", "window_id", "seat_id", "clerk_id", "document_kind", "document_tail",
        "state", "outcome", "received_at", "accepted_at", "accepted_on", "promised_on",
        "statutory_on", "provisional", "closed_on", "loaded", "entered_at", "version",
    ),
    "case_step": ("ordinal", "at", "person_id", "seat_id", "entered_at", "loaded"),
    "case_material": ("position", "name", "form", "copies"),
    "case_document": ("key",),
    "receipt": ("sheet", "issued_at"),
    "reprint": ("ordinal", "at", "person_id"),
    "punch": ("id", "person_id", "at", "seat_id", "entered_at", "loaded"),
    "act_done": ("login", "at"),
}  # fmt: skip


def refused(connection: Connection, statement: str, *values: object, state: str = DENIED) -> None:
    """Assert that the server refuses, and for this reason; the transaction is given up."""
    with pytest.raises(psycopg.Error) as caught:
        connection.execute(statement, values or None)
    assert caught.value.sqlstate == state, caught.value
    connection.rollback()


def one(connection: Connection, query: str | sql.Composed, *values: object) -> Any:
    """The first column of a query's only row."""
    (row,) = connection.execute(query, values or None).fetchall()
    return row[0]


def count(
    connection: Connection, table: str, column: str = "case_id", value: UUID | None = None
) -> Any:
    where = sql.SQL("WHERE {} = {}").format(sql.Identifier(column), sql.Literal(value))
    return one(
        connection,
        sql.SQL("SELECT count(*) FROM {} {}").format(
            sql.Identifier("svc", table), where if value else sql.SQL("")
        ),
    )


# Reading ---------------------------------------------------------------------------------------


def test_a_clerk_reads_the_cases_of_the_own_window(attack, siege):
    assert count(attack("lina"), "case_file", "id", siege.mine) == 1


def test_a_clerk_reads_no_case_of_another_window(attack, siege):
    assert count(attack("lina"), "case_file", "id", siege.theirs) == 0


@pytest.mark.parametrize("table", OF_CASES)
def test_what_belongs_to_a_case_is_hidden_with_it(attack, siege, table):
    as_server(
        siege.hall,
        f"INSERT INTO svc.document_view (case_id, person_id, reason, granted)"
        f" SELECT '{siege.theirs}', id, 'x', false FROM svc.person LIMIT 1",
    )
    assert count(attack("lina"), table, value=siege.theirs) == 0


def test_counting_all_cases_counts_the_own_ones(attack, siege):
    assert count(attack("lina"), "case_file") == 1


def test_copy_gives_out_no_more_than_select(attack):
    with attack("lina").cursor().copy("COPY svc.case_file (id) TO STDOUT") as copied:
        assert len(list(copied)) == 1


def test_switching_row_security_off_is_an_error_and_no_way_in(attack):
    clerk = attack("lina")
    clerk.execute("SET row_security = off")
    refused(clerk, "SELECT * FROM svc.case_file")


def test_a_condition_that_fails_on_hidden_rows_never_sees_them(attack):
    clerk = attack("lina")
    seen = clerk.execute(
        "SELECT count(*) FROM svc.case_file WHERE (number::numeric / (CASE WHEN unit_id ="
        " svc.my_unit() THEN 1 ELSE 0 END)) > 0"
    ).fetchone()
    assert seen == (1,)


def test_the_planners_statistics_name_nobody(attack, siege):
    as_server(siege.hall, "ANALYZE svc.case_file", "ANALYZE svc.case_document")
    shown = "SELECT count(*) FROM pg_stats WHERE tablename IN ('case_file', 'case_document')"
    assert one(attack("lina"), shown) == 0


@pytest.mark.parametrize("login", EVERYBODY, ids=EVERYBODY.values())
@pytest.mark.parametrize("table", SECRETS)
def test_nobody_reads_what_is_secret(attack, login, table):
    refused(attack(login), f"SELECT * FROM svc.{table}")


@pytest.mark.parametrize("table", SECRETS)
def test_nobody_copies_what_is_secret(attack, table):
    refused(attack("lina"), f"COPY svc.{table} TO STDOUT")


@pytest.mark.parametrize("login", sorted(EVERYBODY.keys() - {"jiandu"}))
@pytest.mark.parametrize("table", ["journal", "journal_head"])
def test_only_the_auditor_reads_the_journal(attack, login, table):
    refused(attack(login), f"SELECT * FROM svc.{table}")


def test_the_auditor_reads_the_journal(attack):
    assert count(attack("jiandu"), "journal") > 0


@pytest.mark.parametrize(
    ("login", "seen"),
    [
        ("zhaomin", 1),
        ("yuandanwei", 1),
        ("wangzhuren", 2),
        ("jiandu", 2),
        ("kaoqin", 0),
        ("guanli", 0),
    ],
)
def test_the_others_see_their_unit_everything_or_nothing(attack, login, seen):
    assert count(attack(login), "case_file") == seen


@pytest.mark.parametrize(
    ("login", "seen"), [("lina", 0), ("zhaomin", 0), ("yuandanwei", 0), ("guanli", 0)]
)
def test_nobody_below_the_centre_sees_the_punches_of_another_unit(attack, login, seen):
    assert count(attack(login), "punch") == seen


@pytest.mark.parametrize("login", ["wangzhuren", "kaoqin", "jiandu"])
def test_the_centre_sees_the_punches_of_everybody(attack, login):
    assert count(attack(login), "punch") == 1


def test_other_peoples_statements_are_hidden(attack):
    attack("sunhao").execute("SELECT 'a secret'")
    shown = "SELECT string_agg(query, '') FROM pg_stat_activity WHERE usename = 'sunhao'"
    assert "a secret" not in one(attack("lina"), shown)


# Changing --------------------------------------------------------------------------------------


@pytest.mark.parametrize("login", EVERYBODY, ids=EVERYBODY.values())
@pytest.mark.parametrize("table", RECORDS)
def test_nobody_changes_a_record(attack, login, table):
    person = attack(login, autocommit=False)
    column = one(
        person,
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum = 1",
        f"svc.{table}",
    )
    for statement in (
        f"UPDATE svc.{table} SET {column} = {column}",
        f"DELETE FROM svc.{table}",
        f"TRUNCATE svc.{table} CASCADE",
        f"SELECT {column} FROM svc.{table} FOR UPDATE",
        f"LOCK TABLE svc.{table} IN ACCESS EXCLUSIVE MODE",
    ):
        refused(person, statement)


@pytest.mark.parametrize("login", sorted(EVERYBODY.keys() - {"guanli"}))
def test_only_an_administrator_changes_what_the_hall_is(attack, login):
    person = attack(login)
    for table, column in (
        ("setting", "value"), ("item", "promised_days"), ("unit", "name"), ("window", "name"),
        ("person", "unit_id"), ("seat", "window_id"), ("calendar_day", "working"),
        ("material", "required"),
    ):  # fmt: skip
        refused(person, f"UPDATE svc.{table} SET {column} = {column}")


@pytest.mark.parametrize("login", EVERYBODY, ids=EVERYBODY.values())
@pytest.mark.parametrize("table", ["working_day", "post", "step_rule", "revision"])
def test_nobody_writes_by_hand_what_functions_keep(attack, login, table):
    refused(attack(login), f"DELETE FROM svc.{table}")


# Choosing what the server decides --------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "column"),
    [(table, column) for table, columns in SET_BY_SERVER.items() for column in columns],
)
def test_no_column_that_the_server_sets_can_be_named(attack, table, column):
    refused(attack("lina", 1), f"INSERT INTO svc.{table} ({column}) VALUES (DEFAULT)")


def punched_at(connection: Connection) -> Any:
    return one(connection, "INSERT INTO svc.punch (direction) VALUES ('in') RETURNING at")


def test_a_transaction_held_open_does_not_date_a_punch_back(psql):
    clerk = psql("lina", 1, autocommit=False)
    began = one(clerk, "SELECT now()")
    later = one(clerk, "SELECT clock_timestamp()")
    assert punched_at(clerk) > later > began


def test_a_long_message_does_not_date_a_punch_back(psql):
    clerk = psql("lina", 1)
    sent = one(clerk, "SELECT clock_timestamp()")
    clerk.execute("SELECT pg_sleep(0.05); INSERT INTO svc.punch (direction) VALUES ('in')")
    assert one(clerk, "SELECT at FROM svc.punch") > sent + timedelta(milliseconds=50)


def taken_in(connection: Connection, item: str, case_id: UUID) -> None:
    """What 李娜 can do with SQL to take a case in, one statement after the other."""
    connection.execute(
        "INSERT INTO svc.case_document (case_id, kind, number)"
        " VALUES (%s, 'resident_id', '11010519491231002X')",
        (case_id,),
    )
    connection.execute(
        "INSERT INTO svc.case_file (id, item_id, applicant, phone, agent, note)"
        " VALUES (%s, %s, '张明亮', '', '', '')",
        (case_id, id_of("item", item)),
    )


def test_a_transaction_held_open_does_not_date_a_case_back(psql):
    clerk = psql("lina", 1, autocommit=False)
    later = one(clerk, "SELECT clock_timestamp()")
    case_id = uuid4()
    taken_in(clerk, "GSJ-02", case_id)
    assert one(clerk, "SELECT received_at FROM svc.case_file WHERE id = %s", case_id) > later


def test_a_transaction_held_open_does_not_date_a_step_back(psql, clerk, a_draft):
    case_id = take_in(clerk)
    raw = psql("lina", 1, autocommit=False)
    later = one(raw, "SELECT clock_timestamp()")
    raw.execute(
        "INSERT INTO svc.case_step (case_id, step, outcome, note)"
        " VALUES (%s, 'close', 'granted', '')",
        (case_id,),
    )
    closed = "SELECT at FROM svc.case_step WHERE case_id = %s AND step = 'close'"
    assert one(raw, closed, case_id) > later


def test_a_clerks_time_zone_moves_no_date(psql):
    clerk = psql("lina", 1, autocommit=False)
    clerk.execute("SET TIME ZONE 'Pacific/Kiritimati'")
    clerk.execute("SET DateStyle = 'German'")
    case_id = uuid4()
    taken_in(clerk, "GSJ-02", case_id)
    number, day = clerk.execute(
        "SELECT number, to_char(received_at AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD')"
        " FROM svc.case_file WHERE id = %s",
        (case_id,),
    ).fetchone()
    assert number.startswith(day)


def test_a_case_without_its_document_is_refused(psql):
    refused(
        psql("lina", 1),
        "INSERT INTO svc.case_file (id, item_id, applicant, phone, agent, note)"
        " VALUES (gen_random_uuid(), %s, '张明亮', '', '', '')",
        id_of("item", "GSJ-02"),
        state="SV007",
    )


def test_a_document_whose_check_digit_is_wrong_is_refused(attack):
    refused(
        attack("lina", 1),
        "INSERT INTO svc.case_document (case_id, kind, number)"
        " VALUES (gen_random_uuid(), 'resident_id', '110105194912310021')",
        state="SV007",
    )


def test_a_document_without_a_case_does_not_stay(psql):
    refused(
        psql("lina", 1),
        "INSERT INTO svc.case_document (case_id, kind, number)"
        " VALUES (gen_random_uuid(), 'resident_id', '11010519491231002X')",
        state="23503",
    )


def test_nobody_takes_in_an_item_of_another_window(psql):
    clerk = psql("lina", 1, autocommit=False)
    with pytest.raises(psycopg.Error) as caught:
        taken_in(clerk, "GAJ-01", uuid4())
    assert caught.value.sqlstate == OUT_OF_REACH


@pytest.mark.parametrize("step", ["accept", "take_back_closing", "receive"])
def test_a_step_that_does_not_follow_the_state_is_refused(attack, siege, step):
    refused(
        attack("lina", 1),
        "INSERT INTO svc.case_step (case_id, step, note) VALUES (%s, %s, '')",
        siege.mine,
        step,
        state=WRONG_STEP,
    )


def test_nobody_takes_a_step_in_a_case_of_another_window(attack, siege):
    refused(
        attack("lina", 1),
        "INSERT INTO svc.case_step (case_id, step, outcome, note)"
        " VALUES (%s, 'close', 'granted', '')",
        siege.theirs,
        state=OUT_OF_REACH,
    )


def test_acceptance_needs_every_required_material(psql):
    clerk = psql("lina", 1, autocommit=False)
    case_id = uuid4()
    taken_in(clerk, "GSJ-02", case_id)
    refused(
        clerk,
        "INSERT INTO svc.case_step (case_id, step, note) VALUES (%s, 'accept', '')",
        case_id,
        state="SV006",
    )


def test_a_material_of_another_item_is_refused(psql):
    clerk = psql("lina", 1, autocommit=False)
    case_id = uuid4()
    taken_in(clerk, "GSJ-02", case_id)
    refused(
        clerk,
        "INSERT INTO svc.case_material (case_id, material_id, mark) VALUES (%s, %s, 'complete')",
        case_id,
        id_of("material", "GAJ-01/1"),
        state=OUT_OF_REACH,
    )


def test_materials_are_not_added_after_acceptance(attack, siege):
    refused(
        attack("lina", 1),
        "INSERT INTO svc.case_material (case_id, material_id, mark) VALUES (%s, %s, 'complete')",
        siege.mine,
        id_of("material", "GSJ-02/1"),
        state=OUT_OF_REACH,
    )


def test_a_receipt_cannot_be_issued_twice(attack, siege):
    refused(
        attack("lina", 1),
        "INSERT INTO svc.receipt (case_id) VALUES (%s)",
        siege.mine,
        state="23505",
    )


@pytest.mark.parametrize("table", ["receipt", "reprint"])
def test_nobody_prints_for_a_case_of_another_window(attack, siege, table):
    refused(
        attack("lina", 1),
        f"INSERT INTO svc.{table} (case_id) VALUES (%s)",
        siege.theirs,
        state=OUT_OF_REACH,
    )


def take_back(connection: Connection, case_id: UUID) -> None:
    connection.execute(
        "INSERT INTO svc.case_step (case_id, step, note) VALUES (%s, 'take_back_acceptance', '')",
        (case_id,),
    )


def test_an_acceptance_is_not_taken_back_behind_a_closing_taken_back(clerk, hall, psql):
    case_id = take_in(clerk)
    clerk.do(cases.close, case_id, 2, Outcome.GRANTED, "")
    clerk.do(cases.take_back, case_id, 3, "")
    with pytest.raises(psycopg.Error) as caught:
        take_back(psql("lina", 1), case_id)
    assert caught.value.sqlstate == TOO_LATE


def test_nobody_takes_back_what_a_colleague_did(clerk, psql):
    case_id = take_in(clerk)
    with pytest.raises(psycopg.Error) as caught:
        take_back(psql("wangqiang", 1), case_id)
    assert caught.value.sqlstate == TOO_LATE


def test_nothing_is_taken_back_after_ten_minutes(clerk, hall, psql):
    case_id = take_in(clerk)
    behind_the_guards(
        hall, "case_step", "UPDATE svc.case_step SET at = at - interval '10 minutes 1 second'"
    )
    with pytest.raises(psycopg.Error) as caught:
        take_back(psql("lina", 1), case_id)
    assert caught.value.sqlstate == TOO_LATE


# Rights ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "GRANT svcdesk_manager TO lina",
        "GRANT svcdesk_clerk TO sunhao",
        "GRANT lina TO sunhao",
        "GRANT SELECT ON svc.case_document TO lina",
        "ALTER DEFAULT PRIVILEGES FOR ROLE svcdesk_owner GRANT ALL ON TABLES TO lina",
        "SET ROLE svcdesk_owner",
        "SET ROLE svcdesk_manager",
        "SET ROLE svcdesk_auditor",
        "SET ROLE svcdesk_loader",
        "SET ROLE sunhao",
        "SET ROLE postgres",
        "SET SESSION AUTHORIZATION sunhao",
        "SET SESSION AUTHORIZATION postgres",
        "SET session_replication_role = replica",
        "SET log_statement = 'none'",
        "CREATE TABLE svc.mine (id integer)",
        "CREATE TABLE public.mine (id integer)",
        "CREATE TEMP TABLE mine (id integer)",
        "CREATE TEMP VIEW mine AS SELECT * FROM svc.case_file",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION svc.mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "CREATE FUNCTION pg_temp.mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "CREATE OR REPLACE FUNCTION svc.hold(wanted text) RETURNS boolean LANGUAGE sql"
        " AS 'SELECT true'",
        "CREATE TRIGGER mine BEFORE INSERT ON svc.case_file FOR EACH ROW"
        " EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        "CREATE POLICY mine ON svc.case_file USING (true)",
        "CREATE RULE mine AS ON INSERT TO svc.case_step DO INSTEAD NOTHING",
        "CREATE INDEX ON svc.case_file (applicant)",
        "CREATE EXTENSION plpgsql_check",
        "CREATE PUBLICATION mine FOR ALL TABLES",
        "CREATE ROLE mine",
        "CREATE DATABASE mine",
        "ALTER TABLE svc.case_file DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE svc.case_file OWNER TO lina",
        "ALTER TABLE svc.case_step DISABLE TRIGGER ALL",
        "ALTER TABLE svc.case_step ADD COLUMN mine integer",
        "ALTER POLICY clerk_own_window ON svc.case_file USING (true)",
        "ALTER FUNCTION svc.hold(text) SECURITY INVOKER",
        "ALTER ROLE lina CREATEROLE",
        "ALTER ROLE lina BYPASSRLS",
        "ALTER ROLE lina CONNECTION LIMIT 100",
        "ALTER ROLE sunhao PASSWORD 'mine'",
        "ALTER ROLE svcdesk_owner LOGIN",
        "ALTER SYSTEM SET log_statement = 'none'",
        "DROP POLICY clerk_own_window ON svc.case_file",
        "DROP TRIGGER aa_unchangeable ON svc.case_step",
        "DROP TABLE svc.journal",
        "DROP ROLE sunhao",
        "REASSIGN OWNED BY svcdesk_owner TO lina",
        "COPY svc.case_file TO PROGRAM 'cat'",
        "COPY svc.case_file TO '/tmp/mine'",
        "COPY svc.punch (direction) FROM '/etc/passwd'",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT lo_import('/etc/passwd')",
        "SELECT * FROM pg_authid",
        "SELECT * FROM pg_shadow",
        "SELECT pg_reload_conf()",
        "SELECT pg_switch_wal()",
        "SELECT pg_stat_reset()",
        "COMMENT ON TABLE svc.case_file IS 'mine'",
        "SECURITY LABEL ON TABLE svc.case_file IS 'mine'",
    ],
)
def test_a_clerk_gains_no_right(attack, statement):
    clerk = attack("lina")
    with pytest.raises(psycopg.Error) as caught:
        clerk.execute(statement)
    assert caught.value.sqlstate in {DENIED, "22023", "0A000", "58P01", "55000"}, caught.value


def test_what_one_may_read_one_may_not_pass_on(attack):
    attack("lina").execute("GRANT SELECT, UPDATE ON svc.case_file TO PUBLIC")
    refused(attack("guanli", autocommit=False), "UPDATE svc.case_file SET note = ''")


def test_the_own_roles_change_nothing_of_who_one_is(attack):
    clerk = attack("lina")
    me = one(clerk, "SELECT svc.my_id()")
    clerk.execute("SET ROLE svcdesk_staff")
    assert one(clerk, "SELECT svc.my_id()") == me


def test_settings_do_not_say_who_one_is(attack):
    clerk = attack("lina")
    me = one(clerk, "SELECT svc.my_id()")
    for name in ("svc.user", "svc.person_id", "request.jwt.claims", "application_name"):
        clerk.execute("SELECT set_config(%s, 'sunhao', false)", (name,))
    assert one(clerk, "SELECT svc.my_id()") == me


def test_a_search_path_does_not_redirect_the_guards(attack):
    clerk = attack("lina")
    clerk.execute("SET search_path = public, svc, pg_catalog")
    assert one(clerk, "SELECT svc.hold('svcdesk_manager')") is False


def test_nobody_ends_the_session_of_somebody_else(attack):
    other = attack("sunhao").info.backend_pid
    refused(attack("lina"), "SELECT pg_terminate_backend(%s)", other)


# Posts -----------------------------------------------------------------------------------------

OF_ADMINISTRATORS = {
    "give_post": "SELECT svc.give_post(svc.my_id(), 'svcdesk_manager')",
    "take_post": "SELECT svc.take_post(svc.my_id(), 'svcdesk_clerk')",
    "set_password": "SELECT svc.set_password(svc.my_id(), 'x')",
    "make_login": "SELECT svc.make_login('mine', 'x')",
    "deactivate": "SELECT svc.deactivate(svc.my_id())",
    "set_seat_key": "SELECT svc.set_seat_key(gen_random_uuid(), 'x'::bytea)",
    "count_working_days": "SELECT svc.count_working_days(0)",
}
OF_NOBODY = {
    "alter_password": "SELECT svc.alter_password('sunhao', 'x')",
    "next_number": "SELECT svc.next_number(gen_random_uuid(), current_date)",
    "document_key": "SELECT svc.document_key('11010519491231002X')",
    "receipt_sheet": "SELECT svc.receipt_sheet(gen_random_uuid())",
    "hall_setting": "SELECT svc.hall_setting('hall_name', '')",
    "require_administrator": "SELECT svc.require_administrator(NULL)",
    "my_process": "SELECT svc.my_process()",
    "refuse": "SELECT svc.refuse('SV001')",
}


@pytest.mark.parametrize("login", sorted(EVERYBODY.keys() - {"guanli"}))
@pytest.mark.parametrize("function", OF_ADMINISTRATORS)
def test_administering_is_for_administrators(attack, login, function):
    refused(attack(login), OF_ADMINISTRATORS[function])


@pytest.mark.parametrize("login", ["lina", "guanli"])
@pytest.mark.parametrize("function", OF_NOBODY)
def test_what_guards_call_among_themselves_is_for_nobody(attack, login, function):
    refused(attack(login), OF_NOBODY[function])


@pytest.mark.parametrize("function", ["give_post", "take_post", "set_password", "deactivate"])
def test_an_administrator_does_nothing_for_himself(attack, function):
    refused(attack("guanli"), OF_ADMINISTRATORS[function], state=ON_ONESELF)


def test_an_administrator_does_not_move_himself_to_a_window(attack):
    refused(
        attack("guanli"),
        "UPDATE svc.person SET window_id = (SELECT id FROM svc.window LIMIT 1)"
        " WHERE id = svc.my_id()",
        state=ON_ONESELF,
    )


@pytest.mark.parametrize("column", ["id", "login", "active"])
def test_an_administrator_does_not_rename_a_login(attack, column):
    refused(attack("guanli"), f"UPDATE svc.person SET {column} = {column}")


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO svc.post (person_id, role) SELECT id, 'svcdesk_manager' FROM svc.person",
        "GRANT svcdesk_manager TO lina",
        "CREATE ROLE mine",
        "INSERT INTO svc.seat (id, code, window_id) SELECT gen_random_uuid(), 99, id"
        " FROM svc.window LIMIT 1",
    ],
)
def test_an_administrator_does_nothing_past_the_functions(attack, statement):
    refused(attack("guanli"), statement)


@pytest.mark.parametrize("role", ["svcdesk_owner", "svcdesk_loader", "svcdesk_staff", "postgres"])
def test_an_administrator_gives_no_role_that_is_no_post(attack, role):
    refused(
        attack("guanli"),
        "SELECT svc.give_post((SELECT id FROM svc.person WHERE login = 'lina'), %s)",
        role,
        state="23514",
    )


@pytest.mark.parametrize("login", ["postgres", "svcdesk_owner", "svcdesk_mine", "pg_mine", "lina"])
def test_no_login_is_made_over_one_that_is_there_or_reserved(attack, login):
    verifier = "SCRAM-SHA-256$4096:c2FsdA==$a2V5:a2V5"
    refused(attack("guanli"), "SELECT svc.make_login(%s, %s)", login, verifier, state=BAD_VALUE)


@pytest.mark.parametrize("login", ["postgres", "svcdesk_owner", "svcdesk_staff", "nobody_at_all"])
def test_no_person_is_written_for_a_login_that_was_not_just_made(attack, login):
    refused(attack("guanli"), WRITE_PERSON, login, state=BAD_VALUE)


@pytest.mark.parametrize("verifier", ["md5aabb", "plain", "x' SUPERUSER PASSWORD 'y"])
def test_a_password_arrives_as_a_verifier_only(attack, verifier):
    refused(attack("lina"), "SELECT svc.change_password(%s)", verifier, state=BAD_VALUE)


WRITE_PERSON = (
    "INSERT INTO svc.person (id, login, name, sort_key, staff_no, principal)"
    " VALUES (gen_random_uuid(), %s, '假', 'jia', '', 'district_centre')"
)


# Document numbers ------------------------------------------------------------------------------


def asked(connection: Connection, case_id: UUID, why: str = "核对") -> Any:
    return one(connection, "SELECT svc.request_document(%s, %s)", case_id, why)


def shown(connection: Connection, request: UUID) -> Any:
    return one(connection, "SELECT svc.reveal_document(%s)", request)


def test_a_number_is_shown_to_its_window_after_asking(psql, clerk):
    raw = psql("lina")
    assert shown(raw, asked(raw, take_in(clerk))) == "11010519491231002X"


def test_a_number_is_not_shown_before_the_asking_is_on_record(psql, clerk):
    case_id = take_in(clerk)
    raw = psql("lina", autocommit=False)
    assert shown(raw, asked(raw, case_id)) is None


def test_a_savepoint_is_no_record(psql, clerk):
    case_id = take_in(clerk)
    raw = psql("lina", autocommit=False)
    raw.execute("SAVEPOINT before")
    request = asked(raw, case_id)
    raw.execute("RELEASE SAVEPOINT before")
    assert shown(raw, request) is None


def test_a_number_of_another_window_is_not_shown(psql, stranger):
    raw = psql("lina")
    assert shown(raw, asked(raw, take_in(stranger))) is None


def test_asking_for_a_number_of_another_window_is_recorded(psql, stranger, as_superuser):
    asked(psql("lina"), take_in(stranger), "好奇")
    assert as_superuser(
        "SELECT login, reason, granted FROM svc.document_view JOIN svc.person"
        " ON person.id = person_id"
    ) == [("lina", "好奇", False)]


def test_asking_is_recorded_at_the_time_it_is_done(psql, clerk, as_superuser):
    case_id = take_in(clerk)
    raw = psql("lina", autocommit=False)
    later = one(raw, "SELECT clock_timestamp()")
    asked(raw, case_id)
    raw.commit()
    assert as_superuser("SELECT at > :later FROM svc.document_view", later=later) == [(True,)]


def test_what_a_colleague_asked_for_is_not_shown(psql, clerk):
    request = asked(psql("wangqiang"), take_in(clerk))
    assert shown(psql("lina"), request) is None


def test_what_was_asked_for_long_ago_is_asked_for_again(psql, clerk, hall):
    raw = psql("lina")
    request = asked(raw, take_in(clerk))
    behind_the_guards(
        hall, "document_view", "UPDATE svc.document_view SET at = at - interval '11 minutes'"
    )
    assert shown(raw, request) is None


@pytest.mark.parametrize("why", ["", "x" * 201])
def test_asking_needs_a_reason_of_a_sentence(attack, siege, why):
    refused(attack("lina"), "SELECT svc.request_document(%s, %s)", siege.mine, why, state="23514")


@pytest.mark.parametrize("login", ["wangzhuren", "kaoqin", "guanli", "yuandanwei"])
@pytest.mark.parametrize(
    "function",
    [
        "request_document(gen_random_uuid(), 'x')",
        "reveal_document(gen_random_uuid())",
        "count_document_search('x')",
        "find_by_document('x')",
    ],
)
def test_those_who_need_no_number_ask_for_none(attack, login, function):
    refused(attack(login), f"SELECT svc.{function}")


def counted(connection: Connection, number: str) -> None:
    connection.execute("SELECT svc.count_document_search(%s)", (number,))


def found(connection: Connection, number: str) -> list[UUID]:
    return [row[0] for row in connection.execute("SELECT svc.find_by_document(%s)", (number,))]


def test_the_bearer_of_a_document_is_found(psql, clerk):
    case_id = take_in(clerk)
    raw = psql("lina")
    counted(raw, "11010519491231002X")
    assert found(raw, "11010519491231002X") == [case_id]


def test_a_look_up_that_was_not_counted_is_refused(attack):
    refused(attack("lina"), "SELECT svc.find_by_document('11010519491231002X')", state=NOT_ALLOWED)


def test_a_look_up_whose_count_can_still_be_undone_is_refused(attack):
    raw = attack("lina", autocommit=False)
    counted(raw, "11010519491231002X")
    refused(raw, "SELECT svc.find_by_document('11010519491231002X')", state=NOT_ALLOWED)


def test_a_look_up_does_not_tell_of_other_windows(psql, stranger):
    take_in(stranger)
    raw = psql("lina")
    counted(raw, "11010519491231002X")
    assert found(raw, "11010519491231002X") == []


@pytest.fixture
def stingy(administrator, hall: Hall) -> Hall:
    """A hall that allows three look-ups an hour."""
    administrator.do(hall_acts.set_hall, {"document_searches_an_hour": 3})
    return hall


def test_look_ups_are_limited_in_an_hour(stingy, psql):
    raw = psql("lina")
    for number in "ABC":
        counted(raw, number)
    refused(raw, "SELECT svc.count_document_search('D')", state=TOO_MANY)


def test_the_same_number_again_is_no_further_look_up(stingy, psql):
    raw = psql("lina")
    for number in "ABCABC":
        counted(raw, number)


def test_more_connections_are_not_more_look_ups(stingy, psql):
    for number in "ABC":
        counted(psql("lina"), number)
    refused(psql("lina"), "SELECT svc.count_document_search('D')", state=TOO_MANY)


def test_an_hour_later_look_ups_are_free_again(stingy, psql, hall):
    raw = psql("lina")
    for number in "ABC":
        counted(raw, number)
    as_server(hall, "UPDATE svc.document_search SET at = at - interval '1 hour'")
    counted(raw, "D")


# Seats -----------------------------------------------------------------------------------------


def seat_of(connection: Connection) -> Any:
    return one(connection, "SELECT svc.my_seat()")


def test_a_seat_is_taken_with_its_key(attack):
    assert seat_of(attack("lina", 1)) is not None


@pytest.mark.parametrize("key", ["", "0000-0000-0000-0000-0000", None])
def test_a_wrong_key_takes_no_seat(attack, siege, key):
    clerk = attack("lina", 1)
    code = siege.hall.claims[1].code
    assert not one(clerk, "SELECT svc.take_seat(%s, %s)", code, key)
    assert seat_of(clerk) is None


def test_a_seat_belongs_to_the_connection_that_proved_it(attack):
    attack("lina", 1)
    assert seat_of(attack("lina")) is None


def test_a_seat_session_cannot_be_forged(attack):
    refused(
        attack("lina"),
        "INSERT INTO svc.seat_session SELECT pg_backend_pid(), now(), 'lina', id FROM svc.seat",
    )


def test_a_process_number_given_again_inherits_no_seat(psql, hall):
    clerk = psql("lina")
    as_server(
        hall,
        "INSERT INTO svc.seat_session"
        f" SELECT {clerk.info.backend_pid}, now() - interval '1 day', 'lina', id"
        " FROM svc.seat WHERE code = 1",
    )
    assert seat_of(clerk) is None


def test_a_new_key_ends_the_sessions_of_the_old_one(psql, hall, administrator):
    clerk = psql("lina", 1)
    administrator.do(seats.renew_seat_key, hall.claims[1].code)
    assert seat_of(clerk) is None


def test_without_a_seat_no_case_is_taken_in(psql):
    with pytest.raises(psycopg.Error) as caught:
        taken_in(psql("lina", autocommit=False), "GSJ-02", uuid4())
    assert caught.value.sqlstate == NO_SEAT


def test_at_the_seat_of_another_window_no_case_is_taken_in(psql):
    with pytest.raises(psycopg.Error) as caught:
        taken_in(psql("lina", 4, autocommit=False), "GSJ-02", uuid4())
    assert caught.value.sqlstate == OUT_OF_REACH


# Acting as another -----------------------------------------------------------------------------


def test_an_act_is_noted_under_the_own_login(psql, as_superuser):
    key = uuid4()
    psql("lina").execute(
        "INSERT INTO svc.act_done (key, act, digest, answer) VALUES (%s, 'a', 'd', '1')", (key,)
    )
    assert as_superuser("SELECT login FROM svc.act_done WHERE key = :key", key=key) == [("lina",)]


def test_what_another_login_was_answered_is_not_told(psql):
    key = uuid4()
    psql("sunhao").execute(
        "INSERT INTO svc.act_done (key, act, digest, answer) VALUES (%s, 'a', 'd', '1')", (key,)
    )
    refused(psql("lina"), "SELECT svc.act_answer(%s, 'a', 'd')", key, state="SV011")


@pytest.mark.parametrize("login", ["jiandu", "yuandanwei"])
def test_those_without_a_desk_do_not_punch(attack, login):
    refused(attack(login), "INSERT INTO svc.punch (direction) VALUES ('in')")


@pytest.mark.parametrize("login", ["wangzhuren", "kaoqin", "guanli", "jiandu", "yuandanwei"])
@pytest.mark.parametrize("table", ["case_document", "case_file", "case_step", "receipt"])
def test_only_the_counter_writes_cases(attack, login, table):
    column = "id" if table == "case_file" else "case_id"
    refused(attack(login), f"INSERT INTO svc.{table} ({column}) VALUES (gen_random_uuid())")


# Leaving, and other halls ----------------------------------------------------------------------


def employ(
    desk: Desk, login: str, role: Role, unit: str | None = None, window: int | None = None
) -> UUID:
    desk.do(
        people.add_person,
        people.NewPerson(
            login=login,
            name="新来",
            staff_no="",
            roles=frozenset({role}),
            principal=Principal.DISTRICT_CENTRE,
            unit_id=id_of("unit", unit) if unit else None,
            window_id=id_of("window", str(window)) if window else None,
        ),
        PASSWORD,
    )
    return next(row.id for row in desk.ask(people.people) if row.login == login)


@pytest.fixture
def newcomer() -> str:
    """A login that the server has never seen."""
    return f"xin{uuid4().hex[:12]}"


def test_whoever_is_deactivated_is_nobody_at_once(administrator, clerk, psql, newcomer):
    take_in(clerk)
    person = employ(administrator, newcomer, Role.CLERK, "GSJ", 1)
    connection = psql(newcomer, 1)
    administrator.do(people.deactivate, person)
    assert count(connection, "case_file") == 0


def test_whoever_is_deactivated_does_not_come_back(administrator, psql, newcomer):
    administrator.do(people.deactivate, employ(administrator, newcomer, Role.CLERK, "GSJ", 1))
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        psql(newcomer)


def test_a_post_taken_away_ends_what_it_allowed(administrator, psql, newcomer):
    person = employ(administrator, newcomer, Role.MANAGER)
    connection = psql(newcomer)
    connection.execute("SELECT svc.hold('svcdesk_manager')")
    administrator.do(people.take_post, person, Role.MANAGER)
    refused(connection, "SET ROLE svcdesk_manager")
    assert one(connection, "SELECT svc.hold('svcdesk_manager')") is False


@pytest.fixture
def other_hall(hall: Hall):
    """Another hall on the same server, with people of its own and the same posts."""
    other = Hall(hall.server, hall.server.copy("small"), hall.claims)
    yield other
    other.close()


@pytest.mark.parametrize("role", [Role.MANAGER, Role.AUDITOR])
def test_a_post_in_another_hall_shows_no_case_here(
    administrator, clerk, other_hall, psql, newcomer, role
):
    employ(other_hall.desk("guanli"), newcomer, role)
    take_in(clerk)
    assert count(psql(newcomer), "case_file") == 0


def test_the_auditor_of_another_hall_reads_no_journal_here(other_hall, psql, newcomer):
    employ(other_hall.desk("guanli"), newcomer, Role.AUDITOR)
    assert count(psql(newcomer), "journal") == 0


def test_an_administrator_of_another_hall_administers_nothing_here(other_hall, psql, newcomer):
    employ(other_hall.desk("guanli"), newcomer, Role.ADMINISTRATOR)
    lina = "SELECT svc.give_post((SELECT id FROM svc.person WHERE login = 'lina'), %s)"
    refused(psql(newcomer), lina, "svcdesk_manager", state=NOT_ALLOWED)


def test_a_login_of_another_hall_is_not_taken_over(other_hall, psql, newcomer):
    employ(other_hall.desk("guanli"), newcomer, Role.CLERK)
    refused(psql("guanli"), WRITE_PERSON, newcomer, state=BAD_VALUE)


def test_a_login_of_another_hall_does_not_change_its_password_here(other_hall, psql, newcomer):
    employ(other_hall.desk("guanli"), newcomer, Role.CLERK)
    refused(psql(newcomer), "SELECT svc.change_password('x')", state=NOT_ALLOWED)

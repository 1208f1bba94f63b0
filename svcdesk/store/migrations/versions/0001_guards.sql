-- What people may do, decided by the database: functions, triggers, grants, row security.
--
-- Identity is session_user: it cannot be set by the session. Functions that look further than
-- the person may are SECURITY DEFINER with a pinned search_path. Refusals carry an SQLSTATE of
-- class SV (see svcdesk/rules/problems.py) and their values as JSON in DETAIL.
-- Times are clock_timestamp(): now() is when the transaction began, and a session may hold one
-- open for days to date what it does later back.

-- Who am I -------------------------------------------------------------------------------

CREATE FUNCTION svc.my_id() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT id FROM svc.person WHERE login = session_user AND active $$;

CREATE FUNCTION svc.my_window() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT window_id FROM svc.person WHERE login = session_user AND active $$;

CREATE FUNCTION svc.my_unit() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT unit_id FROM svc.person WHERE login = session_user AND active $$;

CREATE FUNCTION svc.hold(wanted text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT EXISTS (
        SELECT FROM svc.post
        WHERE person_id = svc.my_id() AND role = wanted AND until IS NULL)
$$;

-- A loader (补录、样例) is no person and holds no post: a login for taking old records over.
CREATE FUNCTION svc.is_loader() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT pg_has_role(session_user, 'svcdesk_loader', 'MEMBER') $$;

-- Raises a Problem: its code, and its values for the sentence.
CREATE FUNCTION svc.refuse(code text, detail jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = code, MESSAGE = 'svcdesk refuses: ' || code, DETAIL = detail::text;
END
$$;

-- Seats ----------------------------------------------------------------------------------

CREATE FUNCTION svc.my_process() RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT backend_start FROM pg_stat_get_activity(pg_backend_pid()) $$;

CREATE FUNCTION svc.take_seat(wanted integer, shown text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    proved uuid;
BEGIN
    SELECT seat.id INTO proved
    FROM svc.seat JOIN svc.seat_key ON seat_key.seat_id = seat.id
    WHERE seat.code = wanted AND seat_key.digest = sha256(convert_to(shown, 'UTF8'));
    DELETE FROM svc.seat_session WHERE process = pg_backend_pid();
    IF proved IS NULL THEN
        RETURN false;
    END IF;
    INSERT INTO svc.seat_session VALUES (pg_backend_pid(), svc.my_process(), session_user, proved);
    RETURN true;
END
$$;

CREATE FUNCTION svc.my_seat() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT seat_id FROM svc.seat_session
    WHERE process = pg_backend_pid() AND login = session_user AND started = svc.my_process()
$$;

CREATE FUNCTION svc.seat_before_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    LOCK TABLE svc.seat IN SHARE ROW EXCLUSIVE MODE;
    SELECT coalesce(max(code), 0) + 1 INTO NEW.code FROM svc.seat;
    RETURN NEW;
END
$$;
CREATE TRIGGER seat_before_insert BEFORE INSERT ON svc.seat
    FOR EACH ROW EXECUTE FUNCTION svc.seat_before_insert();
ALTER TABLE svc.seat ENABLE ALWAYS TRIGGER seat_before_insert;

CREATE FUNCTION svc.set_seat_key(of_seat uuid, new_digest bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT svc.hold('svcdesk_administrator') THEN
        PERFORM svc.refuse('SV001');
    END IF;
    INSERT INTO svc.seat_key VALUES (of_seat, new_digest)
    ON CONFLICT (seat_id) DO UPDATE SET digest = EXCLUDED.digest;
    DELETE FROM svc.seat_session WHERE seat_id = of_seat;
END
$$;

-- The calendar ---------------------------------------------------------------------------

-- Whether no notice still to come can change a day: from 28 December on the next year's may.
CREATE FUNCTION svc.is_settled(day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM svc.calendar_year WHERE year = extract(year FROM day))
        AND (to_char(day, 'MMDD') < '1228'
             OR EXISTS (SELECT FROM svc.calendar_year WHERE year = extract(year FROM day) + 1))
$$;

CREATE TYPE svc.due AS (on_day date, provisional boolean);

-- The last day of a limit (行政许可法 82 for working days; 民法典 201-203 for days and months),
-- and whether a notice still to come may move it (暂算). As svcdesk/rules/deadlines.py has it.
CREATE FUNCTION svc.due_on(since date, days integer, unit text) RETURNS svc.due
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    first date := since + 1;
    last date;
BEGIN
    IF days = 0 THEN
        RETURN (since, false);
    END IF;
    IF unit = 'working' THEN
        SELECT day INTO last FROM svc.working_day WHERE ordinal = days + (
            SELECT max(ordinal) FROM svc.working_day WHERE day <= since);
    ELSE
        first := CASE unit WHEN 'month' THEN (since + make_interval(months => days))::date
                           ELSE since + days END;
        SELECT min(day) INTO last FROM svc.working_day WHERE day >= first;
    END IF;
    IF last IS NULL THEN
        PERFORM svc.refuse('SV014', jsonb_build_object('year', extract(year FROM since)));
    END IF;
    RETURN (last, NOT (svc.is_settled(first) AND svc.is_settled(last) AND (
        SELECT coalesce(bool_and(svc.is_settled(make_date(y, 12, 31))), true)
        FROM generate_series(extract(year FROM first)::integer,
                             extract(year FROM last)::integer - 1) AS y)));
END
$$;

-- Counts the working days through from the notices taken over, and some years ahead, where only
-- the fixed statutory days are known to be off (svcdesk/rules/calendar.py). Nobody writes
-- svc.working_day by hand: it is not journaled, and whoever thins it out moves due dates.
CREATE FUNCTION svc.count_working_days(years_ahead integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    first date := (SELECT make_date(min(year), 1, 1) FROM svc.calendar_year);
    last date := (SELECT make_date(max(year) + years_ahead, 12, 31) FROM svc.calendar_year);
BEGIN
    PERFORM svc.require_administrator(NULL);
    DELETE FROM svc.working_day;
    INSERT INTO svc.working_day
    SELECT on_day, row_number() OVER (ORDER BY on_day)
    FROM (SELECT first + n AS on_day FROM generate_series(0, last - first) AS n) AS counted
    LEFT JOIN svc.calendar_day ON day = on_day
    LEFT JOIN svc.calendar_year ON year = extract(year FROM on_day)
    WHERE coalesce(working, extract(isodow FROM on_day) < 6 AND (
        year IS NOT NULL
        OR to_char(on_day, 'MMDD') NOT IN ('0101', '0501', '0502', '1001', '1002', '1003')));
END
$$;

CREATE FUNCTION svc.hall_date(moment timestamptz) RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$ SELECT (moment AT TIME ZONE 'Asia/Shanghai')::date $$;

-- Numbers --------------------------------------------------------------------------------

-- The check digit of ISO 7064 MOD 11,10.
CREATE FUNCTION svc.check_digit(digits text) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    product integer := 10;
    total integer;
BEGIN
    FOR place IN 1..length(digits) LOOP
        total := (product + substr(digits, place, 1)::integer) % 10;
        IF total = 0 THEN
            total := 10;
        END IF;
        product := (total * 2) % 11;
    END LOOP;
    RETURN (11 - product) % 10;
END
$$;

-- The next number of a seat's day: gapless, because it stands or falls with the case.
CREATE FUNCTION svc.next_number(of_seat uuid, on_day date) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    serial integer;
    body text;
BEGIN
    INSERT INTO svc.number_series AS series VALUES (of_seat, on_day, 1)
    ON CONFLICT (seat_id, day) DO UPDATE SET last = series.last + 1 WHERE series.last < 999
    RETURNING last INTO serial;
    IF serial IS NULL THEN
        PERFORM svc.refuse('SV013');
    END IF;
    SELECT to_char(on_day, 'YYYYMMDD') || to_char(code, 'FM0000') || to_char(serial, 'FM000')
    INTO body FROM svc.seat WHERE id = of_seat;
    RETURN body || svc.check_digit(body);
END
$$;

-- Document numbers -----------------------------------------------------------------------

-- HMAC-SHA-256 under the hall's secret (RFC 2104, block of 64 bytes; the secret has 64).
CREATE FUNCTION svc.document_key(number text) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    secret bytea := (SELECT value FROM svc.secret WHERE name = 'document_key');
    inner_pad bytea := secret;
    outer_pad bytea := secret;
BEGIN
    FOR place IN 0..length(secret) - 1 LOOP
        inner_pad := set_byte(inner_pad, place, get_byte(secret, place) # 54);
        outer_pad := set_byte(outer_pad, place, get_byte(secret, place) # 92);
    END LOOP;
    RETURN sha256(outer_pad || sha256(inner_pad || convert_to(number, 'UTF8')));
END
$$;

-- The check of GB 11643 (MOD 11-2) over the first 17 digits.
CREATE FUNCTION svc.resident_check(number text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog, pg_temp
AS $$
    SELECT substr('10X98765432', 1 + (sum(substr(number, place, 1)::integer
        * (ARRAY[7,9,10,5,8,4,2,1,6,3,7,9,10,5,8,4,2])[place]) % 11)::integer, 1)
    FROM generate_series(1, 17) AS place
$$;

-- The check of GB 32100 (mod 31) over the first 17 characters.
CREATE FUNCTION svc.organisation_check(number text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog, pg_temp
AS $$
    SELECT substr('0123456789ABCDEFGHJKLMNPQRTUWXY', 1 + ((31 - sum(
        (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(number, place, 1)) - 1)
        * (ARRAY[1,3,9,27,19,26,16,17,20,29,25,13,8,24,10,30,28])[place]) % 31) % 31)::integer, 1)
    FROM generate_series(1, 17) AS place
$$;

CREATE FUNCTION svc.is_document(kind text, number text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$
    SELECT coalesce(CASE
        WHEN kind IN ('resident_id', 'residence_permit') THEN
            number ~ '^[1-8][0-9]{16}[0-9X]$' AND right(number, 1) = svc.resident_check(number)
        WHEN kind = 'foreign_permanent' AND length(number) = 18 THEN
            number ~ '^9[0-9]{16}[0-9X]$' AND right(number, 1) = svc.resident_check(number)
        WHEN kind = 'foreign_permanent' THEN number ~ '^[A-Z]{3}[0-9]{12}$'
        WHEN kind = 'travel_permit' THEN number ~ '^([HM][0-9]{8}([0-9]{2})?|[0-9]{8})$'
        WHEN kind = 'organisation' THEN
            number ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'
            AND right(number, 1) = svc.organisation_check(number)
    END, false)
$$;

CREATE FUNCTION svc.case_document_before_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT svc.is_document(NEW.kind, NEW.number) THEN
        PERFORM svc.refuse('SV007');
    END IF;
    NEW.key := svc.document_key(NEW.number);
    RETURN NEW;
END
$$;
CREATE TRIGGER case_document_before_insert BEFORE INSERT ON svc.case_document
    FOR EACH ROW EXECUTE FUNCTION svc.case_document_before_insert();
ALTER TABLE svc.case_document ENABLE ALWAYS TRIGGER case_document_before_insert;

-- Cases ----------------------------------------------------------------------------------

-- Whether a case is within my reach to act on: my window's, or my unit's for its head.
CREATE FUNCTION svc.may_act(at_window uuid, of_unit uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT svc.is_loader()
        OR (svc.hold('svcdesk_clerk') AND at_window = svc.my_window())
        OR (svc.hold('svcdesk_window_head') AND of_unit = svc.my_unit())
$$;

CREATE FUNCTION svc.case_before_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    item_name text;
BEGIN
    NEW.loaded := svc.is_loader();
    IF NOT NEW.loaded THEN
        NEW.received_at := clock_timestamp();
        NEW.clerk_id := svc.my_id();
        NEW.seat_id := svc.my_seat();
        IF NEW.seat_id IS NULL THEN
            PERFORM svc.refuse('SV004');
        END IF;
    END IF;
    NEW.entered_at := clock_timestamp();
    SELECT window_id INTO NEW.window_id FROM svc.seat WHERE id = NEW.seat_id;
    SELECT item.unit_id, item.name INTO NEW.unit_id, item_name
    FROM svc.item JOIN svc.window_unit USING (unit_id)
    WHERE item.id = NEW.item_id AND item.active AND window_unit.window_id = NEW.window_id;
    IF NEW.unit_id IS NULL OR NOT svc.may_act(NEW.window_id, NEW.unit_id) THEN
        PERFORM svc.refuse('SV005', jsonb_build_object('what', coalesce(item_name, '这个事项')));
    END IF;
    SELECT kind, right(number, 4) INTO NEW.document_kind, NEW.document_tail
    FROM svc.case_document WHERE case_id = NEW.id;
    IF NEW.document_kind IS NULL THEN
        PERFORM svc.refuse('SV007');
    END IF;
    NEW.number := svc.next_number(NEW.seat_id, svc.hall_date(NEW.received_at));
    NEW.state := 'received';
    NEW.version := 1;
    NEW.provisional := false;
    NEW.outcome := NULL;
    NEW.accepted_at := NULL;
    NEW.accepted_on := NULL;
    NEW.promised_on := NULL;
    NEW.statutory_on := NULL;
    NEW.closed_on := NULL;
    RETURN NEW;
END
$$;
CREATE TRIGGER case_before_insert BEFORE INSERT ON svc.case_file
    FOR EACH ROW EXECUTE FUNCTION svc.case_before_insert();
ALTER TABLE svc.case_file ENABLE ALWAYS TRIGGER case_before_insert;

CREATE FUNCTION svc.case_after_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO svc.case_step (case_id, ordinal, step, note, at, person_id, seat_id, loaded)
    VALUES (NEW.id, 1, 'receive', '', NEW.received_at, NEW.clerk_id, NEW.seat_id, NEW.loaded);
    RETURN NULL;
END
$$;
CREATE TRIGGER case_after_insert AFTER INSERT ON svc.case_file
    FOR EACH ROW EXECUTE FUNCTION svc.case_after_insert();
ALTER TABLE svc.case_file ENABLE ALWAYS TRIGGER case_after_insert;

CREATE FUNCTION svc.case_material_before_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    SELECT material.position, material.name, material.form, material.copies
    INTO NEW.position, NEW.name, NEW.form, NEW.copies
    FROM svc.material
    JOIN svc.case_file ON case_file.item_id = material.item_id
    WHERE material.id = NEW.material_id AND case_file.id = NEW.case_id
        AND case_file.state = 'received' AND svc.may_act(case_file.window_id, case_file.unit_id);
    IF NEW.position IS NULL THEN
        PERFORM svc.refuse('SV005', jsonb_build_object('what', '这份材料'));
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER case_material_before_insert BEFORE INSERT ON svc.case_material
    FOR EACH ROW EXECUTE FUNCTION svc.case_material_before_insert();
ALTER TABLE svc.case_material ENABLE ALWAYS TRIGGER case_material_before_insert;

CREATE FUNCTION svc.case_step_before_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    before svc.case_file;
    last svc.case_step;
    who text;
    missing integer;
    undo_minutes integer := 10;
BEGIN
    IF pg_trigger_depth() > 1 THEN
        RETURN NEW;  -- the first step, written by svc.case_after_insert itself
    END IF;
    SELECT * INTO before FROM svc.case_file WHERE id = NEW.case_id FOR UPDATE;
    IF before.id IS NULL OR NOT svc.may_act(before.window_id, before.unit_id) THEN
        PERFORM svc.refuse('SV005', jsonb_build_object('what', '这个件'));
    END IF;
    SELECT * INTO STRICT last FROM svc.case_step
    WHERE case_id = NEW.case_id ORDER BY ordinal DESC LIMIT 1;
    IF NEW.seen <> before.version THEN
        SELECT name INTO who FROM svc.person WHERE id = last.person_id;
        PERFORM svc.refuse('SV003', jsonb_build_object(
            'who', who, 'at', to_char(last.at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI')));
    END IF;
    IF NOT EXISTS (SELECT FROM svc.step_rule WHERE state = before.state AND step = NEW.step) THEN
        PERFORM svc.refuse('SV002', jsonb_build_object('state', svc.state_word(before.state)));
    END IF;
    NEW.ordinal := last.ordinal + 1;
    NEW.loaded := svc.is_loader();
    NEW.entered_at := clock_timestamp();
    IF NEW.loaded THEN
        IF NEW.at < last.at THEN
            PERFORM svc.refuse('SV012', jsonb_build_object('field', 'at'));
        END IF;
    ELSE
        NEW.at := clock_timestamp();
        NEW.person_id := svc.my_id();
        NEW.seat_id := svc.my_seat();
    END IF;
    IF NEW.step = 'accept' THEN
        SELECT count(*) INTO missing FROM svc.material
        WHERE item_id = before.item_id AND required AND NOT EXISTS (
            SELECT FROM svc.case_material
            WHERE case_id = before.id AND material_id = material.id
                AND mark IN ('complete', 'not_applicable'));
        IF missing > 0 THEN
            PERFORM svc.refuse('SV006', jsonb_build_object('count', missing));
        END IF;
    END IF;
    IF (NEW.step = 'close') <> (NEW.outcome IS NOT NULL) THEN
        PERFORM svc.refuse('SV012', jsonb_build_object('field', 'outcome'));
    END IF;
    IF NEW.step LIKE 'take_back%' AND (
        last.step <> CASE NEW.step WHEN 'take_back_closing' THEN 'close' ELSE 'accept' END
        OR last.person_id <> NEW.person_id
        OR NEW.at > last.at + make_interval(mins => undo_minutes))
    THEN
        PERFORM svc.refuse('SV008', jsonb_build_object('minutes', undo_minutes));
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER case_step_before_insert BEFORE INSERT ON svc.case_step
    FOR EACH ROW EXECUTE FUNCTION svc.case_step_before_insert();
ALTER TABLE svc.case_step ENABLE ALWAYS TRIGGER case_step_before_insert;

CREATE FUNCTION svc.state_word(state text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$
    SELECT CASE state WHEN 'received' THEN '收件' WHEN 'accepted' THEN '在办'
        WHEN 'closed' THEN '已办结' WHEN 'void' THEN '已作废' END
$$;

-- A step moves its case; nothing else can.
CREATE FUNCTION svc.case_step_after_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    day date := svc.hall_date(NEW.at);
    accepts boolean := NEW.step = 'accept';
    limits svc.item;
    promised svc.due;
    statutory svc.due;
BEGIN
    IF NEW.step = 'receive' THEN
        RETURN NULL;
    END IF;
    IF accepts THEN
        SELECT item.* INTO STRICT limits FROM svc.item
        JOIN svc.case_file ON case_file.item_id = item.id WHERE case_file.id = NEW.case_id;
        promised := svc.due_on(day, limits.promised_days, 'working');
        statutory := svc.due_on(day, limits.statutory_days, limits.statutory_unit);
    END IF;
    UPDATE svc.case_file AS file SET
        state = rule.next,
        version = version + 1,
        outcome = NEW.outcome,
        closed_on = CASE WHEN NEW.step = 'close' THEN day END,
        accepted_at = CASE WHEN accepts THEN NEW.at ELSE accepted_at END,
        accepted_on = CASE WHEN accepts THEN day ELSE accepted_on END,
        promised_on = CASE WHEN accepts THEN promised.on_day ELSE promised_on END,
        statutory_on = CASE WHEN accepts THEN statutory.on_day ELSE statutory_on END,
        provisional = CASE WHEN accepts
            THEN promised.provisional OR statutory.provisional ELSE provisional END
    FROM svc.step_rule AS rule
    WHERE file.id = NEW.case_id AND rule.state = file.state AND rule.step = NEW.step;
    RETURN NULL;
END
$$;
CREATE TRIGGER case_step_after_insert AFTER INSERT ON svc.case_step
    FOR EACH ROW EXECUTE FUNCTION svc.case_step_after_insert();
ALTER TABLE svc.case_step ENABLE ALWAYS TRIGGER case_step_after_insert;

-- Receipts -------------------------------------------------------------------------------

CREATE FUNCTION svc.hall_setting(wanted text, fallback text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT coalesce((SELECT value #>> '{}' FROM svc.setting WHERE key = wanted), fallback) $$;

-- What an acceptance notice says, from the rows of the case (svcdesk/rules/receipts.py).
CREATE FUNCTION svc.receipt_sheet(of_case uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT jsonb_build_object(
        'hall', svc.hall_setting('hall_name', '区行政服务中心'),
        'agency', unit.name,
        'number', file.number,
        'applicant', file.applicant,
        'document_kind', file.document_kind,
        'document_tail', file.document_tail,
        'phone_tail', right(file.phone, 4),
        'agent', file.agent,
        'item', item.name,
        'item_code', item.code,
        'kind', item.kind,
        'received_at', to_char(file.received_at AT TIME ZONE 'Asia/Shanghai',
                               'YYYY-MM-DD"T"HH24:MI:SS"+08:00"'),
        'accepted_on', file.accepted_on,
        'promised_on', file.promised_on,
        'statutory_on', file.statutory_on,
        'provisional', file.provisional,
        'materials', coalesce((
            SELECT jsonb_agg(jsonb_build_object('name', name, 'form', form, 'copies', copies)
                             ORDER BY position)
            FROM svc.case_material WHERE case_id = file.id AND mark = 'complete'), '[]'),
        'charged', item.charged,
        'certificate', item.certificate,
        'window', at_window.number || ' 号 ' || at_window.name,
        'clerk', clerk.name,
        'clerk_no', clerk.staff_no,
        'inquiry_phone', svc.hall_setting('inquiry_phone', ''),
        'complaint_phone', svc.hall_setting('complaint_phone', ''))
    FROM svc.case_file AS file
    JOIN svc.item ON item.id = file.item_id
    JOIN svc.unit ON unit.id = file.unit_id
    JOIN svc."window" AS at_window ON at_window.id = file.window_id
    JOIN svc.person AS clerk ON clerk.id = file.clerk_id
    WHERE file.id = of_case
$$;

CREATE FUNCTION svc.receipt_before_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM svc.case_file
        WHERE id = NEW.case_id AND state = 'accepted' AND svc.may_act(window_id, unit_id))
    THEN
        PERFORM svc.refuse('SV005', jsonb_build_object('what', '这个件'));
    END IF;
    NEW.sheet := svc.receipt_sheet(NEW.case_id);
    NEW.issued_at := clock_timestamp();
    RETURN NEW;
END
$$;
CREATE TRIGGER receipt_before_insert BEFORE INSERT ON svc.receipt
    FOR EACH ROW EXECUTE FUNCTION svc.receipt_before_insert();
ALTER TABLE svc.receipt ENABLE ALWAYS TRIGGER receipt_before_insert;

CREATE FUNCTION svc.reprint_before_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    case_state text;
BEGIN
    SELECT state INTO case_state FROM svc.case_file
    WHERE id = NEW.case_id AND svc.may_act(window_id, unit_id) FOR UPDATE;
    IF case_state IS NULL THEN
        PERFORM svc.refuse('SV005', jsonb_build_object('what', '这个件'));
    ELSIF case_state = 'void' THEN
        PERFORM svc.refuse('SV002', jsonb_build_object('state', svc.state_word(case_state)));
    END IF;
    SELECT coalesce(max(ordinal), 0) + 1 INTO NEW.ordinal
    FROM svc.reprint WHERE case_id = NEW.case_id;
    NEW.at := clock_timestamp();
    NEW.person_id := svc.my_id();
    RETURN NEW;
END
$$;
CREATE TRIGGER reprint_before_insert BEFORE INSERT ON svc.reprint
    FOR EACH ROW EXECUTE FUNCTION svc.reprint_before_insert();
ALTER TABLE svc.reprint ENABLE ALWAYS TRIGGER reprint_before_insert;

-- Looking at document numbers ------------------------------------------------------------
-- In two steps: asking is recorded, and only what an earlier transaction has committed is
-- answered. In one step the record could be rolled back after the number was seen.

-- One at a time, with a reason; a refusal is kept as well, so it must not raise.
CREATE FUNCTION svc.request_document(of_case uuid, why text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    request uuid;
BEGIN
    INSERT INTO svc.document_view (case_id, person_id, reason, granted)
    SELECT id, svc.my_id(), why, svc.hold('svcdesk_auditor') OR svc.may_act(window_id, unit_id)
    FROM svc.case_file WHERE id = of_case AND svc.my_id() IS NOT NULL
    RETURNING id INTO request;
    RETURN request;
END
$$;

CREATE FUNCTION svc.reveal_document(request uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT number FROM svc.document_view JOIN svc.case_document USING (case_id)
    WHERE document_view.id = request AND person_id = svc.my_id() AND granted
        AND at < now() AND at > now() - interval '10 minutes'
$$;

-- Counted by different numbers in an hour, so that nobody can try numbers out in bulk.
CREATE FUNCTION svc.count_document_search(wanted text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    in_an_hour integer;
    looked_for bytea := svc.document_key(wanted);
BEGIN
    SELECT count(DISTINCT key) INTO in_an_hour FROM svc.document_search
    WHERE login = session_user AND at > clock_timestamp() - interval '1 hour' AND key <> looked_for;
    IF in_an_hour >= svc.hall_setting('document_searches_an_hour', '120')::integer THEN
        PERFORM svc.refuse('SV009', jsonb_build_object('count', in_an_hour));
    END IF;
    INSERT INTO svc.document_search (login, key) VALUES (session_user, looked_for);
END
$$;

-- Cases of the bearer of a document, within reach.
CREATE FUNCTION svc.find_by_document(wanted text) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    looked_for bytea := svc.document_key(wanted);
BEGIN
    IF NOT EXISTS (
        SELECT FROM svc.document_search
        WHERE login = session_user AND key = looked_for
            AND at < now() AND at > now() - interval '10 minutes')
    THEN
        PERFORM svc.refuse('SV001');
    END IF;
    RETURN QUERY
        SELECT case_id FROM svc.case_document JOIN svc.case_file ON case_file.id = case_id
        WHERE key = looked_for
            AND (svc.hold('svcdesk_auditor') OR svc.may_act(window_id, unit_id));
END
$$;

-- Attendance -----------------------------------------------------------------------------

CREATE FUNCTION svc.punch_before_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    NEW.loaded := svc.is_loader();
    NEW.entered_at := clock_timestamp();
    IF NOT NEW.loaded THEN
        NEW.at := clock_timestamp();
        NEW.person_id := svc.my_id();
        NEW.seat_id := svc.my_seat();
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER punch_before_insert BEFORE INSERT ON svc.punch
    FOR EACH ROW EXECUTE FUNCTION svc.punch_before_insert();
ALTER TABLE svc.punch ENABLE ALWAYS TRIGGER punch_before_insert;

-- Whose attendance I may see: my own, my unit's as its head or home unit, all as a manager.
CREATE FUNCTION svc.sees_attendance(of_person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT of_person = svc.my_id()
        OR svc.hold('svcdesk_manager') OR svc.hold('svcdesk_attendance_officer')
        OR svc.hold('svcdesk_auditor')
        OR ((svc.hold('svcdesk_window_head') OR svc.hold('svcdesk_home_unit')) AND EXISTS (
            SELECT FROM svc.person WHERE id = of_person AND unit_id = svc.my_unit()))
$$;

-- People and posts -----------------------------------------------------------------------

CREATE FUNCTION svc.require_administrator(over uuid) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT svc.hold('svcdesk_administrator') THEN
        PERFORM svc.refuse('SV001');
    END IF;
    IF over = svc.my_id() THEN
        PERFORM svc.refuse('SV010');
    END IF;
END
$$;

-- Makes the role of a new person. A name that exists already, in this hall or another on the
-- same server, is refused: nobody takes over a login by registering its name.
CREATE FUNCTION svc.make_login(new_login text, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM svc.require_administrator(NULL);
    IF new_login !~ '^[a-z][a-z0-9_]{1,30}$' OR new_login ~ '^(svcdesk_|pg_)'
        OR to_regrole(quote_ident(new_login)) IS NOT NULL
        OR verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$'
    THEN
        PERFORM svc.refuse('SV012', jsonb_build_object('field', '用户名'));
    END IF;
    EXECUTE format(
        'CREATE ROLE %I LOGIN CONNECTION LIMIT 12 PASSWORD %L IN ROLE svcdesk_staff',
        new_login, verifier);
END
$$;

-- A person may only be written for a login that make_login has made in this very transaction:
-- the server may have other halls, whose people are logins of staff too.
CREATE FUNCTION svc.person_before_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM pg_auth_members
        WHERE roleid = to_regrole('svcdesk_staff') AND member = to_regrole(quote_ident(NEW.login))
            AND xmin = pg_current_xact_id()::xid)
    THEN
        PERFORM svc.refuse('SV012', jsonb_build_object('field', '用户名'));
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER person_before_insert BEFORE INSERT ON svc.person
    FOR EACH ROW EXECUTE FUNCTION svc.person_before_insert();
ALTER TABLE svc.person ENABLE ALWAYS TRIGGER person_before_insert;

CREATE FUNCTION svc.person_before_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM svc.require_administrator(OLD.id);
    RETURN NEW;
END
$$;
CREATE TRIGGER person_before_update BEFORE UPDATE ON svc.person
    FOR EACH ROW EXECUTE FUNCTION svc.person_before_update();
ALTER TABLE svc.person ENABLE ALWAYS TRIGGER person_before_update;

CREATE FUNCTION svc.give_post(to_person uuid, new_role text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    of_login text;
BEGIN
    PERFORM svc.require_administrator(to_person);
    SELECT login INTO STRICT of_login FROM svc.person WHERE id = to_person AND active;
    INSERT INTO svc.post (person_id, role) VALUES (to_person, new_role) ON CONFLICT DO NOTHING;
    EXECUTE format('GRANT %I TO %I', new_role, of_login);
END
$$;

CREATE FUNCTION svc.take_post(from_person uuid, old_role text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    of_login text;
BEGIN
    PERFORM svc.require_administrator(from_person);
    UPDATE svc.post SET until = clock_timestamp()
    WHERE person_id = from_person AND role = old_role AND until IS NULL;
    IF FOUND THEN
        SELECT login INTO STRICT of_login FROM svc.person WHERE id = from_person;
        EXECUTE format('REVOKE %I FROM %I', old_role, of_login);
    END IF;
END
$$;

CREATE FUNCTION svc.set_password(of_person uuid, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    of_login text;
BEGIN
    PERFORM svc.require_administrator(of_person);
    SELECT login INTO STRICT of_login FROM svc.person WHERE id = of_person;
    PERFORM svc.alter_password(of_login, verifier);
END
$$;

CREATE FUNCTION svc.change_password(verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF svc.my_id() IS NULL THEN
        PERFORM svc.refuse('SV001');
    END IF;
    PERFORM svc.alter_password(session_user::text, verifier);
END
$$;

-- Called by the two functions above only; nobody may execute it directly.
CREATE FUNCTION svc.alter_password(of_login text, verifier text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
        PERFORM svc.refuse('SV012', jsonb_build_object('field', '密码'));
    END IF;
    EXECUTE format('ALTER ROLE %I PASSWORD %L', of_login, verifier);
END
$$;

CREATE FUNCTION svc.deactivate(of_person uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    held text;
    of_login text;
BEGIN
    PERFORM svc.require_administrator(of_person);
    FOR held IN SELECT role FROM svc.post WHERE person_id = of_person AND until IS NULL LOOP
        PERFORM svc.take_post(of_person, held);
    END LOOP;
    UPDATE svc.person SET active = false WHERE id = of_person RETURNING login INTO STRICT of_login;
    EXECUTE format('ALTER ROLE %I NOLOGIN', of_login);
END
$$;

-- Acts and their keys --------------------------------------------------------------------

CREATE FUNCTION svc.act_answer(asked uuid, act_name text, act_digest text) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    done svc.act_done;
BEGIN
    SELECT * INTO done FROM svc.act_done WHERE key = asked;
    IF done.key IS NULL THEN
        RETURN NULL;
    END IF;
    IF (done.login, done.act, done.digest) <> (session_user, act_name, act_digest) THEN
        PERFORM svc.refuse('SV011');
    END IF;
    RETURN jsonb_build_object('answer', done.answer);
END
$$;

-- The journal ----------------------------------------------------------------------------

-- One entry: the head of the login's chain moves on, and its hash covers the entry and the
-- hash before. What is hashed is text formatted here, in UTC, not what a session's settings make.
CREATE FUNCTION svc.journal_text(
    chain text, ordinal bigint, at timestamptz, table_name text, operation text,
    before jsonb, after jsonb, previous bytea) RETURNS bytea
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$
    SELECT convert_to(concat_ws(E'\n',
        chain, ordinal, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), table_name,
        operation, coalesce(before::text, '-'), coalesce(after::text, '-'),
        encode(previous, 'hex')), 'UTF8')
$$;

CREATE FUNCTION svc.journal_row() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    own text := session_user;
    old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
    moment timestamptz := clock_timestamp();
    head svc.journal_head;
BEGIN
    IF TG_TABLE_NAME = 'case_document' THEN
        old_row := old_row - 'number';
        new_row := new_row - 'number';
    END IF;
    INSERT INTO svc.journal_head VALUES (own, 0, sha256(convert_to(own, 'UTF8')))
    ON CONFLICT DO NOTHING;
    UPDATE svc.journal_head AS h SET
        ordinal = h.ordinal + 1,
        hash = sha256(svc.journal_text(
            own, h.ordinal + 1, moment, TG_TABLE_NAME, TG_OP, old_row, new_row, h.hash))
    WHERE h.chain = own
    RETURNING * INTO STRICT head;
    INSERT INTO svc.journal
    VALUES (own, head.ordinal, moment, TG_TABLE_NAME, TG_OP, old_row, new_row, head.hash);
    RETURN NULL;
END
$$;

-- What no row may suffer, whoever asks: a change of the record.
CREATE FUNCTION svc.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SV001',
        MESSAGE = format('%s of %s is never possible', TG_OP, TG_TABLE_NAME), DETAIL = '{}';
END
$$;

CREATE FUNCTION svc.announce() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM pg_notify('svcdesk', TG_ARGV[0]);
    RETURN NULL;
END
$$;

DO $$
DECLARE
    name text;
    topic text;
BEGIN
    FOR name, topic IN VALUES
        ('setting', NULL), ('calendar_year', 'calendar'), ('calendar_day', NULL),
        ('working_day', NULL), ('unit', 'units'), ('window', 'units'), ('window_unit', 'units'),
        ('seat', 'units'), ('seat_key', NULL), ('person', 'people'), ('post', 'people'),
        ('item', 'catalogue'), ('material', 'catalogue'), ('case_file', NULL),
        ('case_document', NULL), ('case_material', NULL), ('case_step', 'cases'),
        ('receipt', NULL), ('reprint', 'cases'), ('document_view', 'cases'), ('punch', 'attendance')
    LOOP
        IF name <> 'working_day' THEN
            EXECUTE format('CREATE TRIGGER zz_journal AFTER INSERT OR UPDATE OR DELETE ON svc.%I
                FOR EACH ROW EXECUTE FUNCTION svc.journal_row()', name);
            EXECUTE format('ALTER TABLE svc.%I ENABLE ALWAYS TRIGGER zz_journal', name);
            EXECUTE format('CREATE TRIGGER ab_never_emptied BEFORE TRUNCATE ON svc.%I
                FOR EACH STATEMENT EXECUTE FUNCTION svc.refuse_change()', name);
            EXECUTE format('ALTER TABLE svc.%I ENABLE ALWAYS TRIGGER ab_never_emptied', name);
        END IF;
        IF topic IS NOT NULL THEN
            EXECUTE format('CREATE TRIGGER zz_announce AFTER INSERT OR UPDATE OR DELETE ON svc.%I
                FOR EACH STATEMENT EXECUTE FUNCTION svc.announce(%L)', name, topic);
        END IF;
    END LOOP;
    FOREACH name IN ARRAY ARRAY['case_step', 'journal', 'punch', 'receipt', 'reprint',
        'case_document', 'case_material', 'document_view', 'act_done']
    LOOP
        EXECUTE format('CREATE TRIGGER aa_unchangeable BEFORE UPDATE OR DELETE OR TRUNCATE ON svc.%I
            FOR EACH STATEMENT EXECUTE FUNCTION svc.refuse_change()', name);
        EXECUTE format('ALTER TABLE svc.%I ENABLE ALWAYS TRIGGER aa_unchangeable', name);
    END LOOP;
END
$$;

-- Grants, column by column ---------------------------------------------------------------

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA svc FROM PUBLIC;
GRANT USAGE ON SCHEMA svc TO svcdesk_staff, svcdesk_loader;

GRANT SELECT ON svc.revision, svc.setting, svc.calendar_year, svc.calendar_day, svc.working_day,
    svc.unit, svc."window", svc.window_unit, svc.seat, svc.person, svc.post, svc.item,
    svc.material, svc.step_rule TO svcdesk_staff, svcdesk_loader;
GRANT SELECT ON svc.case_file, svc.case_material, svc.case_step, svc.receipt, svc.reprint,
    svc.document_view, svc.punch TO svcdesk_staff, svcdesk_loader;
GRANT SELECT ON svc.journal, svc.journal_head TO svcdesk_auditor;

GRANT INSERT (case_id, kind, number) ON svc.case_document
    TO svcdesk_clerk, svcdesk_window_head, svcdesk_loader;
GRANT INSERT (id, item_id, applicant, phone, agent, note) ON svc.case_file
    TO svcdesk_clerk, svcdesk_window_head, svcdesk_loader;
GRANT INSERT (received_at, clerk_id, seat_id) ON svc.case_file TO svcdesk_loader;
GRANT INSERT (case_id, material_id, mark) ON svc.case_material
    TO svcdesk_clerk, svcdesk_window_head, svcdesk_loader;
GRANT INSERT (case_id, step, seen, outcome, note) ON svc.case_step
    TO svcdesk_clerk, svcdesk_window_head, svcdesk_loader;
GRANT INSERT (at, person_id, seat_id) ON svc.case_step TO svcdesk_loader;
GRANT INSERT (case_id) ON svc.receipt TO svcdesk_clerk, svcdesk_window_head, svcdesk_loader;
GRANT INSERT (case_id) ON svc.reprint TO svcdesk_clerk, svcdesk_window_head;
GRANT INSERT (direction) ON svc.punch TO svcdesk_clerk, svcdesk_window_head, svcdesk_manager,
    svcdesk_attendance_officer, svcdesk_administrator, svcdesk_loader;
GRANT INSERT (at, person_id, seat_id) ON svc.punch TO svcdesk_loader;
GRANT INSERT (key, act, digest, answer) ON svc.act_done TO svcdesk_staff;

GRANT INSERT, UPDATE ON svc.setting, svc.unit, svc."window", svc.window_unit, svc.item,
    svc.material, svc.calendar_year, svc.calendar_day TO svcdesk_administrator;
GRANT DELETE ON svc.window_unit, svc.calendar_day TO svcdesk_administrator;
GRANT INSERT (id, window_id) ON svc.seat TO svcdesk_administrator;
GRANT UPDATE (window_id) ON svc.seat TO svcdesk_administrator;
GRANT INSERT (id, login, name, sort_key, staff_no, principal, unit_id, window_id) ON svc.person
    TO svcdesk_administrator;
GRANT UPDATE (name, sort_key, staff_no, principal, unit_id, window_id) ON svc.person
    TO svcdesk_administrator;

GRANT EXECUTE ON FUNCTION svc.my_id(), svc.my_window(), svc.my_unit(), svc.hold(text),
    svc.is_loader(), svc.take_seat(integer, text), svc.my_seat(), svc.is_settled(date),
    svc.due_on(date, integer, text), svc.hall_date(timestamptz),
    svc.check_digit(text), svc.resident_check(text), svc.organisation_check(text),
    svc.is_document(text, text), svc.may_act(uuid, uuid), svc.sees_attendance(uuid),
    svc.change_password(text), svc.act_answer(uuid, text, text)
    TO svcdesk_staff, svcdesk_loader;
GRANT EXECUTE ON FUNCTION svc.request_document(uuid, text), svc.reveal_document(uuid),
    svc.count_document_search(text), svc.find_by_document(text)
    TO svcdesk_clerk, svcdesk_window_head, svcdesk_auditor;
GRANT EXECUTE ON FUNCTION svc.set_seat_key(uuid, bytea), svc.make_login(text, text),
    svc.give_post(uuid, text), svc.take_post(uuid, text), svc.set_password(uuid, text),
    svc.deactivate(uuid), svc.count_working_days(integer) TO svcdesk_administrator;
GRANT EXECUTE ON FUNCTION svc.journal_text(
    text, bigint, timestamptz, text, text, jsonb, jsonb, bytea) TO svcdesk_auditor;

-- Row security ---------------------------------------------------------------------------
-- The owner's functions see everything; people see what a policy below lets them see. A role is
-- held on the whole server, a post (svc.hold) in this hall: whoever sees everything needs both.

ALTER TABLE svc.case_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY clerk_own_window ON svc.case_file TO svcdesk_clerk
    USING (window_id = (SELECT svc.my_window()));
CREATE POLICY head_own_unit ON svc.case_file TO svcdesk_window_head
    USING (unit_id = (SELECT svc.my_unit()));
CREATE POLICY home_own_unit ON svc.case_file FOR SELECT TO svcdesk_home_unit
    USING (unit_id = (SELECT svc.my_unit()));
CREATE POLICY manager_reads ON svc.case_file FOR SELECT TO svcdesk_manager
    USING ((SELECT svc.hold('svcdesk_manager')));
CREATE POLICY auditor_reads ON svc.case_file FOR SELECT TO svcdesk_auditor
    USING ((SELECT svc.hold('svcdesk_auditor')));
CREATE POLICY loader_all ON svc.case_file TO svcdesk_loader USING (true);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['case_material', 'case_step', 'receipt', 'reprint', 'document_view']
    LOOP
        EXECUTE format('ALTER TABLE svc.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY with_its_case ON svc.%I USING (EXISTS (
            SELECT FROM svc.case_file WHERE case_file.id = case_id))', name);
    END LOOP;
END
$$;

ALTER TABLE svc.case_document ENABLE ROW LEVEL SECURITY;
CREATE POLICY put_in ON svc.case_document FOR INSERT WITH CHECK (true);

ALTER TABLE svc.punch ENABLE ROW LEVEL SECURITY;
CREATE POLICY people_within_reach ON svc.punch FOR SELECT
    USING (person_id = (SELECT svc.my_id()) OR svc.sees_attendance(person_id));
CREATE POLICY own ON svc.punch FOR INSERT WITH CHECK (
    person_id = (SELECT svc.my_id()) OR (SELECT svc.is_loader()));
CREATE POLICY loader_reads ON svc.punch FOR SELECT TO svcdesk_loader USING (true);

ALTER TABLE svc.act_done ENABLE ROW LEVEL SECURITY;
CREATE POLICY put_in ON svc.act_done FOR INSERT WITH CHECK (login = session_user);

ALTER TABLE svc.journal ENABLE ROW LEVEL SECURITY;
CREATE POLICY auditor_reads ON svc.journal FOR SELECT TO svcdesk_auditor
    USING ((SELECT svc.hold('svcdesk_auditor')));
ALTER TABLE svc.journal_head ENABLE ROW LEVEL SECURITY;
CREATE POLICY auditor_reads ON svc.journal_head FOR SELECT TO svcdesk_auditor
    USING ((SELECT svc.hold('svcdesk_auditor')));

ALTER TABLE svc.secret ENABLE ROW LEVEL SECURITY;
ALTER TABLE svc.seat_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE svc.seat_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE svc.number_series ENABLE ROW LEVEL SECURITY;
ALTER TABLE svc.document_search ENABLE ROW LEVEL SECURITY;

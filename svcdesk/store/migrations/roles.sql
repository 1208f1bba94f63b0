-- The roles of a cluster: run by `svcdesk setup` before the first migration, safe to run again.
-- svcdesk_owner owns every table and function and is nobody's login; each svcdesk_* below is a post
-- (岗位). A person is a login of their own that is a member of svcdesk_staff and of the posts held.
DO $$
DECLARE
    post text;
BEGIN
    IF to_regrole('svcdesk_owner') IS NULL THEN
        CREATE ROLE svcdesk_owner NOLOGIN CREATEROLE;
    END IF;
    -- to tell this connection from an earlier one with the same process number
    GRANT pg_read_all_stats TO svcdesk_owner;
    FOREACH post IN ARRAY ARRAY[
        'svcdesk_staff', 'svcdesk_clerk', 'svcdesk_window_head', 'svcdesk_manager',
        'svcdesk_attendance_officer', 'svcdesk_administrator', 'svcdesk_auditor',
        'svcdesk_home_unit', 'svcdesk_loader']
    LOOP
        IF to_regrole(post) IS NULL THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', post);
        END IF;
        EXECUTE format('GRANT %I TO svcdesk_owner WITH ADMIN OPTION', post);
    END LOOP;
END
$$;

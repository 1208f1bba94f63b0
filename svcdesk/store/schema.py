"""Which schema this program speaks, and whether a database holds it.

The newest revision is named here so that a clerk's start does not load the
migration tool; a test holds it against the migrations themselves.
"""

from sqlalchemy import Connection, text

from svcdesk.rules.problems import NewerSchema, NotPrepared, OlderSchema

NEWEST = "0001"
"""The revision of the newest migration; revisions are numbered upwards, four digits."""


def revision_of(connection: Connection) -> str | None:
    """The schema revision a database holds, or None where svcdesk was never set up."""
    there = connection.scalar(text("SELECT to_regclass('svc.revision')"))
    if there is None:
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM svc.revision"))
    return revision


def require_newest(connection: Connection) -> None:
    """Raise unless the database holds exactly the schema this program speaks."""
    theirs = revision_of(connection)
    if theirs is None:
        raise NotPrepared
    if theirs > NEWEST:
        raise NewerSchema(theirs=theirs, ours=NEWEST)
    if theirs < NEWEST:
        raise OlderSchema(theirs=theirs, ours=NEWEST)

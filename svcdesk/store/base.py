"""What every mapped table shares: the schema, types of columns, values set by the server.

The tables are written by the migrations (``store/migrations``), in SQL; these classes say
how rows read. A test holds the two against each other. People hold INSERT rights on named
columns only, so every column that the server fills in is marked :func:`by_server` and is
never named in a statement.
"""

from datetime import date, datetime
from enum import Enum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Date, DateTime, FetchedValue, MetaData, Text, Uuid
from sqlalchemy import Enum as EnumColumn
from sqlalchemy.orm import DeclarativeBase

SCHEMA = "svc"
CHANNEL = "svcdesk"
"""The notification channel; a payload is the value of one :class:`~svcdesk.rules.topics.Topic`."""


def by_server() -> FetchedValue:
    """A column whose value the database sets (number, person, seat, time, state)."""
    return FetchedValue()


class Base(DeclarativeBase):
    """All tables live in one schema, ``svc``."""

    metadata = MetaData(schema=SCHEMA)
    type_annotation_map: ClassVar = {
        str: Text(),
        UUID: Uuid(),
        date: Date(),
        datetime: DateTime(timezone=True),
        Enum: EnumColumn(
            Enum,
            native_enum=False,
            create_constraint=False,
            length=None,
            values_callable=lambda kind: [member.value for member in kind],
        ),
    }

"""People and their posts as stored."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from svcdesk.rules.access import Role
from svcdesk.rules.people import Principal
from svcdesk.store.base import Base, by_server


class Person(Base):
    """A member of staff; ``login`` is the name of the person's own database role."""

    __tablename__ = "person"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    sort_key: Mapped[str]
    staff_no: Mapped[str]
    principal: Mapped[Principal]
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("svc.unit.id"))
    window_id: Mapped[UUID | None] = mapped_column(ForeignKey("svc.window.id"))
    active: Mapped[bool] = mapped_column(server_default=by_server())


class Post(Base):
    """A post a person holds or held (任职); the live one has no ``until``."""

    __tablename__ = "post"

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=by_server())
    person_id: Mapped[UUID] = mapped_column(ForeignKey("svc.person.id"))
    role: Mapped[Role]
    since: Mapped[datetime] = mapped_column(server_default=by_server())
    until: Mapped[datetime | None] = mapped_column(server_default=by_server())

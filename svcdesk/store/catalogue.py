"""The catalogue of items and their materials as stored."""

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from svcdesk.rules.catalogue import DayUnit, ItemKind, MaterialForm
from svcdesk.store.base import Base, by_server


class Item(Base):
    """An item of approval (审批事项) held by one implementing agency."""

    __tablename__ = "item"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("svc.unit.id"))
    name: Mapped[str]
    initials: Mapped[str]
    kind: Mapped[ItemKind]
    promised_days: Mapped[int]
    statutory_days: Mapped[int]
    statutory_unit: Mapped[DayUnit]
    charged: Mapped[bool]
    certificate: Mapped[str]
    legal_basis: Mapped[str]
    settled: Mapped[bool]
    online_flow_submitted: Mapped[bool]
    confidence: Mapped[str]
    active: Mapped[bool] = mapped_column(server_default=by_server())


class Material(Base):
    """A material an item asks for (申请材料)."""

    __tablename__ = "material"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    item_id: Mapped[UUID] = mapped_column(ForeignKey("svc.item.id"))
    position: Mapped[int]
    name: Mapped[str]
    form: Mapped[MaterialForm]
    copies: Mapped[int]
    required: Mapped[bool]

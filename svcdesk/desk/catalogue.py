"""The catalogue as the counter needs it, and taking a catalogue over from files."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select

from svcdesk.desk.door import question
from svcdesk.rules.access import Permission
from svcdesk.rules.calendar import WorkCalendar
from svcdesk.rules.catalogue import DayUnit, ItemKind, MaterialForm
from svcdesk.store.cases import Case
from svcdesk.store.catalogue import Item, Material
from svcdesk.store.units import Unit, WindowUnit
from svcdesk.store.work import Work, read_calendar


@dataclass(frozen=True)
class MaterialCard:
    """A material as the checklist shows it."""

    id: UUID
    position: int
    name: str
    form: MaterialForm
    copies: int
    required: bool


@dataclass(frozen=True)
class ItemCard:
    """An item on one page: what the clerk must know of it."""

    id: UUID
    code: str
    name: str
    initials: str
    agency: str
    kind: ItemKind
    promised_days: int
    """Working days; 0 is the same day (即办件)."""
    statutory_days: int
    statutory_unit: DayUnit
    charged: bool
    certificate: str
    legal_basis: str
    materials: tuple[MaterialCard, ...]
    taken: int
    """How often this window took it in during the last year (件)."""


@question(Permission.TAKE_IN)
def items_here(work: Work) -> tuple[ItemCard, ...]:
    """The items this person's window may take in, the most frequent first."""
    taken = _taken_last_year(work)
    materials = _materials_by_item(work)
    rows = work.session.execute(
        select(Item, Unit.name)
        .join(Unit, Unit.id == Item.unit_id)
        .join(WindowUnit, WindowUnit.unit_id == Item.unit_id)
        .where(WindowUnit.window_id == work.me.window_id, Item.active)
    )
    cards = [
        _card(item, agency, materials.get(item.id, ()), taken.get(item.id, 0))
        for item, agency in rows
    ]
    return tuple(sorted(cards, key=lambda card: (-card.taken, card.code)))


@question(Permission.READ_CATALOGUE)
def calendar(work: Work) -> WorkCalendar:
    """The hall's calendar, with make-up days (调休)."""
    return read_calendar(work.session)


def _taken_last_year(work: Work) -> dict[UUID, int]:
    rows = work.session.execute(
        select(Case.item_id, func.count().label("taken"))
        .where(Case.accepted_on > work.today - timedelta(days=365))
        .group_by(Case.item_id)
    )
    return {row.item_id: row.taken for row in rows}


def _materials_by_item(work: Work) -> dict[UUID, tuple[MaterialCard, ...]]:
    rows = work.session.execute(
        select(
            Material.item_id, Material.id, Material.position, Material.name, Material.form,
            Material.copies, Material.required,
        )
        .join(Item, Item.id == Material.item_id)
        .join(WindowUnit, WindowUnit.unit_id == Item.unit_id)
        .where(WindowUnit.window_id == work.me.window_id)
        .order_by(Material.item_id, Material.position)
    )  # fmt: skip
    materials: dict[UUID, tuple[MaterialCard, ...]] = {}
    for item_id, id_, position, name, form, copies, required in rows:
        card = MaterialCard(id_, position, name, form, copies, required)
        materials[item_id] = (*materials.get(item_id, ()), card)
    return materials


def _card(item: Item, agency: str, materials: tuple[MaterialCard, ...], taken: int) -> ItemCard:
    return ItemCard(
        id=item.id,
        code=item.code,
        name=item.name,
        initials=item.initials,
        agency=agency,
        kind=item.kind,
        promised_days=item.promised_days,
        statutory_days=item.statutory_days,
        statutory_unit=item.statutory_unit,
        charged=item.charged,
        certificate=item.certificate,
        legal_basis=item.legal_basis,
        materials=materials,
        taken=taken,
    )

"""Taking a catalogue over from CSV files (units, windows, items, materials)."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from svcdesk.desk.door import act
from svcdesk.rules.access import Permission
from svcdesk.rules.catalogue import DayUnit, ItemKind, MaterialForm
from svcdesk.rules.pinyin import initials, sort_key
from svcdesk.rules.problems import CatalogueThere
from svcdesk.rules.units import Placement, WindowKind
from svcdesk.store.catalogue import Item, Material
from svcdesk.store.units import Unit, Window, WindowUnit
from svcdesk.store.work import Work

Row = Mapping[str, str]

_KINDS = {kind.word: kind for kind in ItemKind}
_UNITS = {"wd": DayUnit.WORKING, "d": DayUnit.CALENDAR, "m": DayUnit.MONTH}
_DAYS_IN_A_MONTH = 20
"""Limits of months are written in the files as 20 days a month (see resources/hall/README)."""


@dataclass(frozen=True)
class CatalogueFiles:
    """The rows of the four files, as text, by their column names."""

    units: tuple[dict[str, str], ...]
    windows: tuple[dict[str, str], ...]
    items: tuple[dict[str, str], ...]
    materials: tuple[dict[str, str], ...]


def read_catalogue(folder: Path) -> CatalogueFiles:
    """Read ``units.csv``, ``windows.csv``, ``items.csv`` and ``materials.csv`` of a folder."""

    def rows(name: str) -> tuple[dict[str, str], ...]:
        with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            return tuple(csv.DictReader(file))

    return CatalogueFiles(*map(rows, ("units", "windows", "items", "materials")))


def id_of(kind: str, code: str) -> UUID:
    """The id of a unit, window, item or material by its code: the same in every hall."""
    return uuid5(NAMESPACE_URL, f"svcdesk:{kind}:{code}")


@act(Permission.ADMINISTER)
def load_catalogue(work: Work, files: CatalogueFiles) -> int:
    """Put a catalogue into an empty hall; answers how many items it has (项).

    Raises CatalogueThere where there is one.
    """
    session = work.session
    try:
        session.execute(insert(Unit), [_unit(row) for row in files.units])
    except IntegrityError as there:
        raise CatalogueThere from there
    session.execute(insert(Window), [_window(row) for row in files.windows])
    session.execute(insert(WindowUnit), list(_served(files)))
    session.execute(insert(Item), [_item(row) for row in files.items])
    session.execute(insert(Material), [_material(row) for row in files.materials])
    return len(files.items)


def _unit(row: Row) -> dict[str, Any]:
    return {
        "id": id_of("unit", row["unit_code"]),
        "code": row["unit_code"],
        "name": row["name"],
        "short_name": row["short_name"],
        "placement": Placement(row["placement"]),
        "sort_key": sort_key(row["short_name"]),
    }


def _window(row: Row) -> dict[str, Any]:
    return {
        "id": id_of("window", row["window_no"]),
        "number": int(row["window_no"]),
        "name": row["name"],
        "kind": WindowKind(row["kind"]),
    }


def _served(files: CatalogueFiles) -> Iterable[dict[str, UUID]]:
    """A unit's windows serve it; the comprehensive ones serve the units that say so."""
    shared = [row["unit_code"] for row in files.units if "window=COMPREHENSIVE" in row["notes"]]
    for row in files.windows:
        own = WindowKind(row["kind"]) is WindowKind.UNIT
        for unit in [row["unit_code"]] if own else shared:
            yield {"window_id": id_of("window", row["window_no"]), "unit_id": id_of("unit", unit)}


def _item(row: Row) -> dict[str, Any]:
    kind = _KINDS[row["type"]]
    basis = dict(part.split("=", 1) for part in row["basis"].split("；") if "=" in part)
    unit = _UNITS[basis["days"]]
    limit = int(row["statutory_days"])
    return {
        "id": id_of("item", row["item_code"]),
        "code": row["item_code"],
        "unit_id": id_of("unit", row["unit_code"]),
        "name": row["name"],
        "initials": initials(row["name"]),
        "kind": kind,
        "promised_days": 0 if kind is ItemKind.ON_THE_SPOT else int(row["promised_days"]),
        "statutory_days": limit // _DAYS_IN_A_MONTH if unit is DayUnit.MONTH else limit,
        "statutory_unit": unit,
        "charged": row["fee"] == "1",
        "certificate": row["certificate"],
        "legal_basis": row["legal_basis"],
        "settled": row["settled"] == "1",
        "online_flow_submitted": row["online_flow_submitted"] == "1",
        "confidence": row["confidence"],
    }


def _material(row: Row) -> dict[str, Any]:
    return {
        "id": id_of("material", f"{row['item_code']}/{row['position']}"),
        "item_id": id_of("item", row["item_code"]),
        "position": int(row["position"]),
        "name": row["name"],
        "form": MaterialForm(row["form"]),
        "copies": int(row["copies"]),
        "required": row["required"] == "1",
    }

"""Rooms lie above each other, and what belongs to one room stays in it (import contracts)."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def contracts() -> list[str]:
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    return [contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]]


@pytest.fixture(scope="module")
def report() -> str:
    """What import-linter says of the whole package."""
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"],
        cwd=PROJECT, check=False, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout + done.stderr


@pytest.mark.parametrize("contract", contracts())
def test_a_contract_is_kept(report, contract):
    assert f"{contract} KEPT" in report.splitlines(), report


def test_every_room_is_named_in_the_layers():
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    (layers,) = (
        contract
        for contract in settings["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers"
    )
    assert layers["exhaustive"]

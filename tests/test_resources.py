"""Resource files are found in the source tree, in a frozen bundle and after installation."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from svcdesk import resources
from svcdesk.resources import resource


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    resources._root.cache_clear()
    yield
    resources._root.cache_clear()


def test_the_source_tree_has_its_own():
    assert resource("hall", "items.csv").is_file()


def test_a_frozen_bundle_brings_them(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("fonts") == tmp_path / "resources" / "fonts"


def test_an_installed_wheel_has_them_under_share(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    (tmp_path / "share" / "svcdesk" / "fonts").mkdir(parents=True)
    assert resources._installed() == tmp_path / "share" / "svcdesk"


def test_where_none_of_the_usual_places_exists_the_first_is_named(tmp_path):
    copy = tmp_path / "svcdesk" / "resources.py"
    copy.parent.mkdir()
    copy.write_bytes(Path(resources.__file__).read_bytes())
    program = "import sys, resources; sys.prefix = '/nowhere'; print(resources.resource('x'))"
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=copy.parent, capture_output=True, text=True, check=True
    )
    assert Path(told.stdout.strip()) == Path("/nowhere/share/svcdesk/x")

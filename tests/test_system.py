"""Missing system libraries are named, not crashed over."""

import pytest

from svcdesk import system


def test_a_library_that_is_not_there_is_named_with_its_package(monkeypatch):
    monkeypatch.setattr(system, "ALWAYS", {"libnowhere.so.9": "libnowhere9"})
    with pytest.raises(system.LibrariesMissing) as missing:
        system.require_libraries("offscreen")
    assert "libnowhere.so.9" in str(missing.value)
    assert "apt-get install libnowhere9" in str(missing.value)


def test_what_the_tests_themselves_run_on_is_enough_for_qt_without_a_display():
    system.require_libraries("offscreen")


def test_an_x11_display_needs_more_than_none(monkeypatch):
    monkeypatch.setattr(system, "ON_X11", {"libnowhere.so.9": "libnowhere9"})
    system.require_libraries("offscreen")
    with pytest.raises(system.LibrariesMissing):
        system.require_libraries("xcb")

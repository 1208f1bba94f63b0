import threading
import time
from typing import Any

from svcdesk.rules.topics import EVERYTHING, Topic
from svcdesk.ui.live import Live


def test_news_arrives_on_the_gui_thread_in_order(qtbot):
    heard: list[Any] = []

    def listen(stopped: Any) -> Any:
        yield EVERYTHING
        yield frozenset({Topic.CASES})
        yield frozenset()
        while not stopped():
            time.sleep(0.01)

    live = Live(listen)
    live.changed.connect(
        lambda topics: heard.append((topics, threading.current_thread() is threading.main_thread()))
    )
    live.start()
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard == [
        (EVERYTHING, True),
        (frozenset({Topic.CASES}), True),
        (frozenset(), True),
    ]
    assert live.stop()


def test_it_stops_when_asked_even_while_waiting(qtbot):
    begun = threading.Event()

    def listen(stopped: Any) -> Any:
        begun.set()
        while not stopped():
            time.sleep(0.01)
        yield from ()

    live = Live(listen)
    live.start()
    assert begun.wait(2)
    before = time.perf_counter()
    assert live.stop()
    assert time.perf_counter() - before < 1

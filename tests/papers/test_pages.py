from concurrent.futures import ThreadPoolExecutor

import pytest

from svcdesk.papers import receipt
from svcdesk.papers.pages import page_images
from svcdesk.papers.pen import Pen
from svcdesk.rules.papers import Paper
from tests.papers.sheets import HARD, ORDINARY


def test_a_page_is_as_large_as_its_paper():
    (page,) = page_images(receipt.draw(ORDINARY, Paper.A5), 254)
    assert (page.width, page.height) == pytest.approx((1480, 2100), abs=1)
    assert page.stride >= page.width * 3
    assert len(page.rgb) == page.stride * page.height


def test_colours_come_as_red_green_blue_on_white():
    pen = Pen(20, 10, "", "")
    pen.fill(0, 0, 10, 10, (1, 0, 0))
    (page,) = page_images(pen.finish(), 254)
    middle = page.stride * 50
    assert page.rgb[middle + 3 * 20 : middle + 3 * 21] == b"\xff\x00\x00"
    assert page.rgb[middle + 3 * 180 : middle + 3 * 181] == b"\xff\xff\xff"


def test_every_page_is_given_in_order():
    assert len(page_images(receipt.draw(HARD, Paper.A5), 50)) > 2


def test_several_threads_may_ask_at_once():
    pdf = receipt.draw(ORDINARY, Paper.A5)
    expected = page_images(pdf, 60)
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda dpi: page_images(pdf, dpi), [60] * 12)) == {expected}

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdesk.papers import fonts
from svcdesk.papers.fonts import Weight

CHINESE = st.sampled_from("张刘喆𫖯𬭎𠅤䶮㛃𬎆𠮷受理通知书，。、；：（）《》“”·—")
TEXTS = st.text(CHINESE | st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=200)


def test_rare_characters_fall_back_and_missing_ones_are_marked():
    runs = [(face and face.name, run) for face, run in fonts.runs("王𬎆\U00031350好", Weight.BOLD)]
    assert runs == [
        ("NotoSansSC-Bold", "王"),
        ("HanaMinB", "𬎆"),
        (None, "\U00031350"),
        ("NotoSansSC-Bold", "好"),
    ]
    assert fonts.code_point("\U00031350") == "U+31350"


def test_variation_selectors_take_no_room():
    assert fonts.width("邉\U000e0100", 10) == fonts.width("邉", 10)
    assert fonts.runs("邉\U000e0100", Weight.REGULAR)[0][1] == "邉"


def test_a_marked_character_is_as_wide_as_its_frame():
    assert fonts.width("\U00031350", 10) > fonts.width("U+31350", 10 * fonts.CODE_SIZE)


@given(TEXTS, st.floats(min_value=30, max_value=300))
def test_wrapping_loses_nothing_and_keeps_the_width(text, room):
    lines = fonts.wrap(text, room, 10)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(fonts.width(line, 10) <= room + 1e-6 for line in lines)


@given(st.text(CHINESE, min_size=30, max_size=100))
def test_no_line_starts_with_closing_punctuation(text):
    if any(mark * 2 in text for mark in "，。、；：”·—"):
        return
    lines = fonts.wrap(text.translate(dict.fromkeys(map(ord, "（）《》“”"))), 200, 10)
    assert not any(line[0] in "，。、；：·" for line in lines[1:] if line)


def test_opening_punctuation_does_not_end_a_line():
    assert fonts.wrap("中华人民共和国《行政许可法》", 80, 10) == (
        "中华人民共和国",
        "《行政许可法》",
    )


def test_a_number_stays_with_what_it_counts():
    assert fonts.wrap("共收取材料 12 份", 70, 10) == ("共收取材料", "12 份")


def test_what_is_longer_than_a_line_is_cut_anywhere():
    assert len(fonts.wrap("A" * 100, 50, 10)) > 10


def test_lines_end_where_the_text_says_so():
    assert fonts.wrap("一\n二", 100, 10) == ("一", "二")
    assert fonts.wrap("", 100, 10) == ("",)


def test_the_typeface_of_rare_characters_is_parsed_only_when_needed():
    script = (
        "from svcdesk.papers import fonts, receipt\n"
        "from svcdesk.rules.papers import Paper\n"
        "from tests.papers.sheets import ORDINARY\n"
        "assert not [face for face in fonts.Weight.BOLD.faces if '_font' in vars(face)]\n"
        "receipt.draw(ORDINARY, Paper.A5)\n"
        "print(['_font' in vars(face) for face in fonts.Weight.BOLD.faces])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[True, False]"


@pytest.mark.parametrize("weight", Weight)
def test_prepare_parses_both_weights(weight):
    fonts.prepare()
    assert "_font" in vars(weight.faces[0])

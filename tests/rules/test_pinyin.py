import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdesk.rules.pinyin import initials, matches, rank, sort_key


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("个体工商户", "gtgsh"),
        ("重庆银行", "cqyh"),
        ("A类企业（Ⅱ）登记2", "alqydj2"),
        ("Ａ１证", "a1z"),
        ("", ""),
    ],
)
def test_initials_are_what_a_clerk_types(text, letters):
    assert initials(text) == letters


def test_people_are_ordered_by_the_sound_of_their_surnames():
    names = ["张三", "单建国", "欧阳修", "曾国藩", "李四", "任建国", "𠮷田", "长孙无忌"]
    ordered = sorted(names, key=lambda name: sort_key(name, person=True))
    assert ordered == [
        "李四",
        "欧阳修",
        "任建国",
        "单建国",
        "曾国藩",
        "张三",
        "长孙无忌",
        "𠮷田",
    ]


def test_units_are_ordered_by_the_sound_of_the_words():
    assert sort_key("单位").startswith("dan1")
    assert sort_key("区住建局").startswith("qu1")


def test_syllables_are_ordered_one_by_one():
    assert sort_key("李安") < sort_key("连云")


def test_names_that_sound_alike_keep_an_order_of_their_own():
    assert sort_key("李四") != sort_key("李肆")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", 0),
        ("gtgshdj", 0),
        ("个体工商户登记", 0),
        ("4503", 5),
        ("个体", 1),
        ("gt", 2),
        ("ＧＴ", 2),
        ("登记", 3),
        ("dj", 4),
        ("个体 dj", 4),
        ("321", 6),
        ("32", None),
        ("食品", None),
        ("个体 食品", None),
    ],
)
def test_an_item_is_found_by_name_initials_or_code_best_first(query, expected):
    place = rank(query, "个体工商户登记", "gtgshdj", "450300321")
    assert place == expected
    assert matches(query, "个体工商户登记", "gtgshdj", "450300321") is (expected is not None)


@given(st.text(max_size=60))
def test_initials_are_small_letters_and_digits_whatever_comes(text):
    assert set(initials(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789")


@given(st.text(max_size=60))
def test_every_name_has_a_sort_key_that_ends_with_it(name):
    assert sort_key(name, person=True).endswith(name)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdesk.rules.names import LONGEST_NAME, BadName, NameFault, clean_name

HAN = st.one_of(
    st.just("〇"),
    *(
        st.integers(first, last).map(chr)
        for first, last in [
            (0x3400, 0x4DBF),
            (0x4E00, 0x9FFF),
            (0xF900, 0xFAFF),
            (0x20000, 0x2A6DF),
            (0x2A700, 0x2EE5D),
            (0x2F800, 0x2FA1F),
            (0x30000, 0x323AF),
        ]
    ),
)


def refusal(text: str) -> BadName:
    with pytest.raises(BadName) as caught:
        clean_name(text)
    return caught.value


@pytest.mark.parametrize(
    "name",
    [
        "张明亮",
        "𠮷田",
        "王𬭎",
        "李\U00031350",  # extension H, which Python 3.11 does not know
        "赵\U0002ebf0",  # extension I
        "葛\U000e0100明",  # a glyph variant
        "〇一",
        "阿卜杜拉·买买提",
        "Zoë O’Neil-Łuk",
        "བསྟན་འཛིན",
        "广西某某建设工程有限公司（分公司）",
        "3M中国有限公司",
        "某某厂“老字号”、《新报》社",
        "A&B Co., Ltd.",
    ],
)
def test_names_of_people_and_organisations_pass_unchanged(name):
    assert clean_name(name) == name


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (" 张明亮\t\r\n", "张明亮"),
        ("\u3000张明亮\ufeff", "张明亮"),
        ("阿卜杜拉•买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉・买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉‧买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉．买买提", "阿卜杜拉·买买提"),
        ("Zoe\u0308", "Zoë"),
        ("John\u00a0\u2009Smith", "John Smith"),
    ],
)
def test_blanks_dots_and_accents_are_stored_one_way(typed, stored):
    assert clean_name(typed) == stored


@pytest.mark.parametrize(
    ("text", "fault", "position"),
    [
        ("", NameFault.EMPTY, None),
        (" \u3000\n", NameFault.EMPTY, None),
        ("张\n明", NameFault.INVISIBLE, 2),
        ("张\x00明", NameFault.INVISIBLE, 2),
        ("张\u200b明", NameFault.INVISIBLE, 2),
        ("张明\u202e亮明", NameFault.INVISIBLE, 3),
        ("张\u2066明", NameFault.INVISIBLE, 2),
        ("张\ud842明", NameFault.INVISIBLE, 2),
        ("张\ufe0f明", NameFault.INVISIBLE, 2),
        ("A\U000e0100", NameFault.INVISIBLE, 2),
        ("\U000e0100张", NameFault.INVISIBLE, 1),
        ("张\U000e0041明", NameFault.INVISIBLE, 2),
        ("张\U0002ffff", NameFault.INVISIBLE, 2),
        ("张\ue863明", NameFault.PRIVATE_USE, 2),
        ("张\U000f0001", NameFault.PRIVATE_USE, 2),
        ("张明😀", NameFault.SYMBOL, 3),
        ("张☆", NameFault.SYMBOL, 2),
        ("=cmd|'/c calc'!A0", NameFault.SYMBOL, 1),
        ("<b>张", NameFault.SYMBOL, 1),
        ("···", NameFault.NO_LETTER, None),
        ("张" * (LONGEST_NAME + 1), NameFault.LENGTH, None),
        ("张" * 10_000_000, NameFault.LENGTH, None),
    ],
)
def test_what_cannot_be_a_name_is_refused_with_its_place(text, fault, position):
    problem = refusal(text)
    assert (problem.fault, problem.position) == (fault, position)
    assert "{" not in problem.say()


def test_the_longest_name_counts_characters_of_any_plane_once():
    assert clean_name("𠮷" * LONGEST_NAME) == "𠮷" * LONGEST_NAME


def test_a_refusal_names_the_code_point():
    assert "U+E863" in refusal("张\ue863").say()


@given(st.text(HAN, min_size=1, max_size=20))
def test_chinese_characters_of_every_plane_are_names(name):
    assert clean_name(name)


@given(st.text(max_size=130))
def test_a_cleaned_name_is_clean(text):
    try:
        name = clean_name(text)
    except BadName as problem:
        assert "{" not in str(problem)  # noqa: PT017 - both answers are right
    else:
        assert clean_name(name) == name
        assert name.strip() == name

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdesk.rules.masking import mask_document, mask_name, mask_phone


def test_a_document_shows_its_last_four_characters_only():
    assert mask_document("002X") == "**************002X"
    assert len(mask_document("002X")) == 18


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张明亮", "张**"),
        ("张明", "张*"),
        ("张", "张"),
        ("欧阳修", "欧阳*"),
        ("欧阳震华", "欧阳**"),
        ("欧阳", "欧*"),
        ("𠮷田𫖯", "𠮷**"),
        ("葛\U000e0100明", "葛\U000e0100*"),
        ("阿卜杜拉·买买提", "阿*******"),
        ("", ""),
    ],
)
def test_a_name_shows_its_surname(name, masked):
    assert mask_name(name) == masked


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13800001234", "138****1234"),
        ("0771-5551234", "077*****1234"),
        ("5551234", "***1234"),
        ("10086", "***86"),
        ("110", "***"),
        ("", ""),
    ],
)
def test_a_telephone_number_shows_its_ends(phone, masked):
    assert mask_phone(phone) == masked


@given(st.text("0123456789", min_size=7, max_size=20))
def test_a_masked_telephone_number_keeps_its_length_and_hides_three_digits(phone):
    assert len(mask_phone(phone)) == len(phone)
    assert mask_phone(phone).count("*") >= 3


@given(st.text("张欧阳修𠮷𫖯·", min_size=2, max_size=20))
def test_a_masked_name_counts_characters_and_hides_at_least_one(name):
    assert len(mask_name(name)) == len(name)
    assert mask_name(name).endswith("*")

"""What lists and papers show of personal data: enough to recognise, too little to reuse.

Only the last four characters of a number stay: with the first six as well, the hidden
birth date leaves some 3,300 candidates. Everything counts characters, not UTF-16 units.
"""

_FULL_LENGTH = 18
_SURNAMES = (
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 端木 夏侯 宇文 长孙 轩辕 钟离 "
    "闻人 赫连 澹台 呼延 鲜于 申屠 太史 百里 独孤 南宫 万俟 东郭 西门 濮阳 淳于 单于 公冶 宗政 "
    "仲孙 闾丘 拓跋 纳兰 完颜 耶律 司寇 巫马 公羊 公西 漆雕 乐正 谷梁 夹谷 段干 左丘 达奚 即墨"
)
COMPOUND_SURNAMES = frozenset(_SURNAMES.split())
"""Surnames of two characters (复姓)."""
_VARIATION_SELECTORS = range(0xE0100, 0xE01F0)


def mask_document(tail: str) -> str:
    """A document number of which only the last four characters are known."""
    return "*" * (_FULL_LENGTH - len(tail)) + tail


def mask_name(name: str) -> str:
    """A person's name down to the surname: ``张**``, ``欧阳**``."""
    letters = _letters(name)
    bare = "".join(letter[0] for letter in letters[:2])
    kept = 2 if len(letters) > 2 and bare in COMPOUND_SURNAMES else 1
    return "".join(letters[:kept]) + "*" * (len(letters) - kept)


def mask_phone(phone: str) -> str:
    """A telephone number: ``138****1234``; of shorter ones only the last four or two."""
    if len(phone) >= 11:
        return phone[:3] + "*" * (len(phone) - 7) + phone[-4:]
    shown = 4 if len(phone) >= 7 else 2 if len(phone) >= 4 else 0
    return "*" * (len(phone) - shown) + phone[len(phone) - shown :]


def _letters(name: str) -> list[str]:
    """The characters of a name, each with the variation selectors that shape it."""
    letters: list[str] = []
    for character in name:
        if letters and ord(character) in _VARIATION_SELECTORS:
            letters[-1] += character
        else:
            letters.append(character)
    return letters

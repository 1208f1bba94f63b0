"""Finding and ordering by sound: initials (gtgsh), keys for sorting, ranks of a search.

The embedded server has no Chinese collation, so names are ordered by a stored key.
"""

from string import ascii_lowercase

from svcdesk.rules.masking import COMPOUND_SURNAMES

_PLAIN = frozenset(ascii_lowercase + "0123456789")
_HALF_WIDTH = {**{0xFF01 + n: 0x21 + n for n in range(94)}, 0x3000: 0x20}
_SURNAMES = {
    "曾": "zeng1", "单": "shan4", "仇": "qiu2", "解": "xie4", "查": "zha1", "区": "ou1",
    "任": "ren2", "朴": "piao2", "盖": "ge3", "覃": "qin2", "乐": "yue4", "翟": "zhai2",
    "华": "hua4", "宁": "ning4", "尉": "wei4", "缪": "miao4", "黑": "he4", "折": "she2",
    "员": "yun4", "种": "chong2", "繁": "po2", "秘": "bi4", "冼": "xian3", "召": "shao4",
    "尉迟": "yu4 chi2", "万俟": "mo4 qi2", "澹台": "tan2 tai2", "单于": "chan2 yu2",
    "长孙": "zhang3 sun1", "令狐": "ling2 hu2",
}  # fmt: skip
"""Surnames that sound otherwise than the word."""


def initials(text: str) -> str:
    """First letters of the sounds: ``个体工商户`` is ``gtgsh``; letters and digits stay."""
    from pypinyin import Style, lazy_pinyin

    sounds = lazy_pinyin(text.translate(_HALF_WIDTH), style=Style.FIRST_LETTER)
    return "".join(letter for letter in "".join(sounds).lower() if letter in _PLAIN)


def sort_key(name: str, *, person: bool = False) -> str:
    """A text whose plain order is the order of the sounds, tone by tone, then of the name.

    ``person`` reads the surname as a surname (单 as shan). Syllables are parted by
    blanks, so that 李安 stands before 连. Characters without a known sound come last.
    """
    sounds = _surname_sounds(name) if person else []
    rest = name[_surname_length(name) :] if sounds else name
    return " ".join([*sounds, *_sounds(rest)]) + "\t" + name


def _surname_length(name: str) -> int:
    return 2 if name[:2] in COMPOUND_SURNAMES and len(name) > 2 else 1


def _surname_sounds(name: str) -> list[str]:
    return _SURNAMES.get(name[: _surname_length(name)], "").split()


def _sounds(text: str) -> list[str]:
    from pypinyin import Style, lazy_pinyin

    plain = text.translate(_HALF_WIDTH).lower()
    return lazy_pinyin(plain, style=Style.TONE3)


def matches(query: str, name: str, initials: str, code: str) -> bool:
    """Whether every word of the query is in the name, its initials or its code."""
    return rank(query, name, initials, code) is not None


def rank(query: str, name: str, initials: str, code: str) -> int | None:
    """How well an item answers a query, 0 best, None not at all; ties keep their order.

    A query of several words ranks as its worst word; an empty one finds everything.
    """
    words = query[:100].translate(_HALF_WIDTH).casefold().split()
    ranks = [_rank_word(word, name.casefold(), initials, code.casefold()) for word in words]
    found = [each for each in ranks if each is not None]
    return max(found, default=0) if len(found) == len(ranks) else None


def _rank_word(word: str, name: str, initials: str, code: str) -> int | None:
    ways = (
        word in {code, name, initials},
        name.startswith(word),
        initials.startswith(word),
        word in name,
        word in initials,
        code.startswith(word),
        word in code and len(word) >= 3,
    )
    return next((place for place, fits in enumerate(ways) if fits), None)

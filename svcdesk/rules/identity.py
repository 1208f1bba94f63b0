"""Reading the numbers of identity documents (证件号码) and saying what is wrong with one.

Residents' cards follow GB 11643, residence permits of Hong Kong, Macao and Taiwan
residents and the 2023 permanent residence card the same scheme, organisations GB 32100
around the organisation code of GB 11714. County codes come and go and are never judged.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from string import ascii_lowercase, ascii_uppercase

from svcdesk.rules.problems import Problem
from svcdesk.rules.words import QT_TRANSLATE_NOOP


class DocumentKind(StrEnum):
    """What an applicant proves identity with (证件类型)."""

    RESIDENT_ID = "resident_id"
    RESIDENCE_PERMIT = "residence_permit"
    FOREIGN_PERMANENT = "foreign_permanent"
    TRAVEL_PERMIT = "travel_permit"
    ORGANISATION = "organisation"

    @property
    def word(self) -> str:
        """The kind's Chinese name."""
        return _KIND_WORDS[self]


_KIND_WORDS = {
    DocumentKind.RESIDENT_ID: QT_TRANSLATE_NOOP("DocumentKind", "居民身份证"),
    DocumentKind.RESIDENCE_PERMIT: QT_TRANSLATE_NOOP("DocumentKind", "港澳台居民居住证"),
    DocumentKind.FOREIGN_PERMANENT: QT_TRANSLATE_NOOP("DocumentKind", "外国人永久居留身份证"),
    DocumentKind.TRAVEL_PERMIT: QT_TRANSLATE_NOOP("DocumentKind", "来往内地通行证"),
    DocumentKind.ORGANISATION: QT_TRANSLATE_NOOP("DocumentKind", "统一社会信用代码"),
}


class Sex(StrEnum):
    """The sex a number states (性别): the last digit of its sequence is odd for men."""

    MALE = "male"
    FEMALE = "female"

    @property
    def word(self) -> str:
        """The sex in Chinese."""
        return _SEX_WORDS[self]


_SEX_WORDS = {
    Sex.MALE: QT_TRANSLATE_NOOP("Sex", "男"),
    Sex.FEMALE: QT_TRANSLATE_NOOP("Sex", "女"),
}


class NumberFault(StrEnum):
    """Why a number cannot be right."""

    LENGTH = "length"
    CHARACTERS = "characters"
    REGION = "region"
    BIRTH_DATE = "birth_date"
    BORN_IN_FUTURE = "born_in_future"
    AGE = "age"
    CHECK_DIGIT = "check_digit"
    LEGACY_15 = "legacy_15"
    UNKNOWN = "unknown"

    @property
    def word(self) -> str:
        """What is wrong and what to do; CHARACTERS names the ``{position}``."""
        return _FAULT_WORDS[self]


_FAULT_WORDS = {
    NumberFault.LENGTH: QT_TRANSLATE_NOOP(
        "Problem", "证件号码的位数不对。请对照证件，看是否多了或少了一位。"
    ),
    NumberFault.CHARACTERS: QT_TRANSLATE_NOOP(
        "Problem", "证件号码第 {position} 位不该是这个字符。请对照证件改这一位。"
    ),
    NumberFault.REGION: QT_TRANSLATE_NOOP(
        "Problem", "号码开头的地区代码与这种证件不符。请核对开头几位，或改选证件类型。"
    ),
    NumberFault.BIRTH_DATE: QT_TRANSLATE_NOOP(
        "Problem", "号码里的出生日期不存在。请对照证件核对出生年月日。"
    ),
    NumberFault.BORN_IN_FUTURE: QT_TRANSLATE_NOOP(
        "Problem", "号码里的出生日期还没有到。请对照证件核对出生年月日。"
    ),
    NumberFault.AGE: QT_TRANSLATE_NOOP(
        "Problem", "按号码计算已超过 130 岁。请对照证件核对出生年份。"
    ),
    NumberFault.CHECK_DIGIT: QT_TRANSLATE_NOOP(
        "Problem", "校验码对不上，有一位不对或两位颠倒了。请对照证件再核一遍。"
    ),
    NumberFault.LEGACY_15: QT_TRANSLATE_NOOP(
        "Problem", "这是 15 位的旧号码，现行证件是 18 位。请对照证件补全。"
    ),
    NumberFault.UNKNOWN: QT_TRANSLATE_NOOP(
        "Problem", "认不出这是哪种证件的号码。请选择证件类型，或对照证件再核一遍。"
    ),
}


class BadDocument(Problem):
    """A document number that cannot be right; ``fault`` says why, ``words`` say it."""

    words = _FAULT_WORDS[NumberFault.UNKNOWN]

    def __init__(
        self, fault: NumberFault, position: int | None = None, *, offered: str | None = None
    ) -> None:
        super().__init__(fault=fault, position=position)
        self.words = fault.word  # type: ignore[misc] # each fault has a sentence of its own
        self.fault = fault
        self.position = position
        """Where the fault shows, counted from 1 in the number without blanks."""
        self.offered = offered
        """For a legacy number its 18-digit form; not in ``values``, which may be logged."""


@dataclass(frozen=True)
class Document:
    """A document number that satisfies its own rules."""

    kind: DocumentKind
    number: str = field(repr=False)
    """Canonical: half-width, upper case, no blanks."""
    birth: date | None = field(default=None, repr=False)
    sex: Sex | None = field(default=None, repr=False)
    mended: bool = False
    """Whether the text handed in was not canonical yet."""

    @property
    def tail(self) -> str:
        """The last four characters, all that lists and papers show."""
        return self.number[-4:]


def read_document(text: str, today: date, kind: DocumentKind | None = None) -> Document:
    """The document a typed or scanned text names; raises :class:`BadDocument`.

    Without a kind, the kind is the one whose form and check character fit. ``today``
    bounds the birth date.
    """
    number = canonical(text)
    if len(number) == 15 and kind in {None, DocumentKind.RESIDENT_ID}:
        _refuse_legacy(number)
    kinds = _kinds_by_form(number) if kind is None else (kind,)
    problems = []
    for each in kinds:
        try:
            birth, sex = _examine(number, each, today)
        except BadDocument as problem:
            problems.append(problem)
        else:
            return Document(each, number, birth, sex, mended=number != text)
    raise problems[0] if _looks_personal(number) else problems[-1]


LONGEST_TEXT = 64
"""Longer texts are refused unread (characters): somebody pasted something else."""

_MENDED: dict[int, int | str | None] = {
    **{0xFF01 + n: 0x21 + n for n in range(94)},  # full-width forms
    **dict.fromkeys(map(ord, "\t\n\r \u00a0\u1680\u202f\u205f\u3000"), None),
    **dict.fromkeys(range(0x2000, 0x2010), None),  # blanks, zero-width marks
    **dict.fromkeys(range(0x2028, 0x202F), None),  # line ends, directions of writing
    **dict.fromkeys(range(0x2060, 0x2070), None),
    **dict.fromkeys([0x00AD, 0xFEFF], None),
    **dict.fromkeys(map(ord, "×ХхΧχⅩⅹ"), "X"),
    **{ord(small): large for small, large in zip(ascii_lowercase, ascii_uppercase, strict=True)},
    **{0xFF41 + n: large for n, large in enumerate(ascii_uppercase)},
}


def canonical(text: str) -> str:
    """Half-width, upper case, without blanks and invisible marks, look-alikes of X as X."""
    if len(text) > LONGEST_TEXT:
        raise BadDocument(NumberFault.LENGTH)
    return text.translate(_MENDED)


_DIGITS = "0123456789"
_ORGANISATION_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100: no I O S V Z
_CLASSES = {
    "0": _DIGITS,
    "9": "9",
    "X": _DIGITS + "X",
    "A": ascii_uppercase,
    "H": "HM",
    "U": _ORGANISATION_ALPHABET,
}
_FORMS = {
    DocumentKind.RESIDENT_ID: ("0" * 17 + "X",),
    DocumentKind.RESIDENCE_PERMIT: ("0" * 17 + "X",),
    DocumentKind.FOREIGN_PERMANENT: ("9" + "0" * 16 + "X", "AAA" + "0" * 12),
    DocumentKind.TRAVEL_PERMIT: ("H" + "0" * 8, "H" + "0" * 10, "0" * 8),
    DocumentKind.ORGANISATION: ("UU" + "0" * 6 + "U" * 10,),
}
"""Per kind the possible forms, one class of :data:`_CLASSES` for every character."""

_PROVINCES = frozenset(
    f"{code}"
    for codes in (
        range(11, 16),
        range(21, 24),
        range(31, 38),
        range(41, 47),
        range(50, 55),
        range(61, 66),
        [71],
    )
    for code in codes
)
_REGIONS = {
    DocumentKind.RESIDENT_ID: _PROVINCES,
    DocumentKind.RESIDENCE_PERMIT: frozenset({"81", "82", "83"}),
    DocumentKind.FOREIGN_PERMANENT: _PROVINCES,
}


def _kinds_by_form(number: str) -> tuple[DocumentKind, ...]:
    """The kinds a number may be, people's before organisations'."""
    if len(number) == 18:
        return (_person_by_start(number), DocumentKind.ORGANISATION)
    fitting = tuple(kind for kind in DocumentKind if _misfit(number, kind) is None)
    if fitting:
        return fitting
    if number[:1] in {"H", "M"} and 9 <= len(number) <= 11:
        return (DocumentKind.TRAVEL_PERMIT,)
    digits = all(letter in _CLASSES["X"] for letter in number)
    raise BadDocument(NumberFault.LENGTH if digits else NumberFault.UNKNOWN)


def _person_by_start(number: str) -> DocumentKind:
    if number[:2] in _REGIONS[DocumentKind.RESIDENCE_PERMIT]:
        return DocumentKind.RESIDENCE_PERMIT
    return DocumentKind.FOREIGN_PERMANENT if number[0] == "9" else DocumentKind.RESIDENT_ID


_MISREAD = str.maketrans("OIL", "011")


def _looks_personal(number: str) -> bool:
    """Whether a wrong number was meant as a person's: it says which fault is told."""
    birth = _date_or_none(number.translate(_MISREAD)[6:14])
    if birth and birth.year > 1850:
        return True
    return not number.startswith("9") and all(letter in _CLASSES["X"] for letter in number)


def _misfit(number: str, kind: DocumentKind) -> NumberFault | int | None:
    """None when one of the kind's forms fits, else LENGTH or the first wrong place (from 1)."""
    forms = [form for form in _FORMS[kind] if len(form) == len(number)]
    if not forms:
        return NumberFault.LENGTH
    places = [_first_wrong(number, form) for form in forms]
    return None if None in places else max(place for place in places if place is not None)


def _first_wrong(number: str, form: str) -> int | None:
    pairs = enumerate(zip(number, form, strict=True), 1)
    return next((at for at, (letter, allowed) in pairs if letter not in _CLASSES[allowed]), None)


def _examine(number: str, kind: DocumentKind, today: date) -> tuple[date | None, Sex | None]:
    """Birth date and sex where the number states them; raises :class:`BadDocument`."""
    misfit = _misfit(number, kind)
    if isinstance(misfit, NumberFault):
        raise BadDocument(misfit)
    if misfit is not None:
        raise BadDocument(NumberFault.CHARACTERS, misfit)
    if kind is DocumentKind.ORGANISATION:
        _check_organisation(number)
    if kind not in _REGIONS or len(number) != 18:
        return None, None
    return _examine_person(number, kind, today)


def _examine_person(number: str, kind: DocumentKind, today: date) -> tuple[date, Sex]:
    """GB 11643: 6 region, 8 birth date, 3 sequence, 1 check; foreigners 9 + 2 + 3 for region."""
    start = 1 if kind is DocumentKind.FOREIGN_PERMANENT else 0
    if number[start : start + 2] not in _REGIONS[kind]:
        raise BadDocument(NumberFault.REGION, start + 1)
    birth = _birth(number[6:14], today)
    if number[17] != person_check(number[:17]):
        raise BadDocument(NumberFault.CHECK_DIGIT, 18)
    return birth, Sex.MALE if int(number[16]) % 2 else Sex.FEMALE


def _birth(digits: str, today: date) -> date:
    """The birth date at places 7 to 14, of somebody living."""
    birth = _date_or_none(digits)
    if birth is None:
        month_is_real = "01" <= digits[4:6] <= "12"
        year_is_real = digits[:4] != "0000"
        raise BadDocument(
            NumberFault.BIRTH_DATE, 7 if not year_is_real else 13 if month_is_real else 11
        )
    if birth > today:
        raise BadDocument(NumberFault.BORN_IN_FUTURE, 7)
    if (birth.year + 130, birth.month, birth.day) < (today.year, today.month, today.day):
        raise BadDocument(NumberFault.AGE, 7)
    return birth


def _date_or_none(digits: str) -> date | None:
    if any(letter not in _DIGITS for letter in digits):
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


_PERSON_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def person_check(digits: str) -> str:
    """The check character of 17 digits (GB 11643, ISO 7064 MOD 11-2)."""
    total = sum(int(d) * weight for d, weight in zip(digits, _PERSON_WEIGHTS, strict=True))
    return "10X98765432"[total % 11]


def _refuse_legacy(number: str) -> None:
    """Refuse a 15-digit number of before 2013, offering its 18-digit form."""
    body = number[:6] + "19" + number[6:]
    if any(letter not in _DIGITS for letter in number):
        return
    if number[:2] in _PROVINCES and _date_or_none(body[6:14]):
        raise BadDocument(NumberFault.LEGACY_15, offered=body + person_check(body))


_INNER_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def inner_check(body: str) -> str:
    """The check character of an organisation code's eight characters (GB 11714)."""
    total = sum(int(c, 36) * weight for c, weight in zip(body, _INNER_WEIGHTS, strict=True))
    return "0123456789X"[-total % 11]


def _check_organisation(number: str) -> None:
    """Both check characters; the registering authority is not judged (N and Y are in use)."""
    from stdnum.cn import uscc  # 50 ms the first time

    if number[17] != uscc.calc_check_digit(number[:17]):
        raise BadDocument(NumberFault.CHECK_DIGIT, 18)
    if number[16] != inner_check(number[8:16]):
        raise BadDocument(NumberFault.CHECK_DIGIT, 17)

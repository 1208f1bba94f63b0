"""Invented staff and applicants of the sample hall; the same ones every time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from svcdesk.rules.access import Role
from svcdesk.rules.identity import DocumentKind
from svcdesk.rules.people import Principal

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋"
    "蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙"
)
_GIVEN = (
    "伟 芳 娜 敏 静 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 桂英 建国 志强 秀兰 丽华 海燕 晓东 "
    "文静 玉梅 国庆 春梅 小红 思远 子涵 雨桐 浩然 欣怡 佳琪 俊杰 婷婷 雪梅 立新 永红 建平 红梅 "
    "少华 秋菊 世昌 明亮 慧敏 志远 新民 素珍 光辉 爱国 丽娟 卫东 晓燕 景行 若兰 德全 喆 鑫 煜 珺"
).split()
_RARE = ("阿依古丽·买买提", "尼玛次仁", "欧阳𬭎", "刘喆", "司马𫖯", "巴特尔·额尔敦")
_TRADES = "商贸 餐饮 建材 运输 科技 物业 食品 药房 宾馆 幼儿园 机械 装饰 农业 广告 文化传媒".split()
_FORMS = ("有限公司", "有限责任公司", "店", "经营部", "合作社")
_COUNTY = "360000"
"""A province's prefix with a county code that was never given: no real person has it."""


@dataclass(frozen=True)
class Applicant:
    """Somebody who comes to the hall."""

    kind: DocumentKind
    number: str
    name: str
    phone: str


@dataclass(frozen=True)
class StaffMember:
    """Somebody who works there; ``window`` is the number of the window he is sent to."""

    login: str
    name: str
    staff_no: str
    roles: frozenset[Role]
    principal: Principal
    unit: str | None = None
    window: int | None = None


def person_name(dice: Random) -> str:
    """A common Chinese name, now and then a rare or a minority one."""
    if dice.random() < 0.01:
        return dice.choice(_RARE)
    return dice.choice(_SURNAMES) + dice.choice(_GIVEN)


def applicant(dice: Random, today: date) -> Applicant:
    """A person, or in two of five cases an organisation, with a number that checks."""
    phone = "1380000" + f"{dice.randrange(10_000):04d}"
    if dice.random() < 0.4:
        name = dice.choice(_SURNAMES) + dice.choice(_GIVEN) + dice.choice(_TRADES)
        name += dice.choice(_FORMS)
        return Applicant(DocumentKind.ORGANISATION, _organisation(dice), name, phone)
    born = today - timedelta(days=dice.randrange(20 * 365, 70 * 365))
    body = f"{_COUNTY}{born:%Y%m%d}{dice.randrange(1, 1000):03d}"
    return Applicant(DocumentKind.RESIDENT_ID, body + _check(body), person_name(dice), phone)


def _check(body: str) -> str:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True))
    return "10X98765432"[total % 11]


def _organisation(dice: Random) -> str:
    from stdnum.cn import uscc

    subject = "".join(dice.choice("0123456789") for _ in range(8))
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(subject, weights, strict=True))
    inner = "0123456789X"[(11 - total % 11) % 11]
    body = "91" + _COUNTY + subject + inner
    made: str = body + uscc.calc_check_digit(body)
    return made


def staff(windows: list[tuple[int, str | None, int]]) -> Iterator[StaffMember]:
    """The people of these windows (number, unit or None for a comprehensive one, seats).

    Each window has one person more than it has seats; the first of a unit is its chief
    representative (首席代表). Then the centre's own people under its three principals.
    """
    from pypinyin import lazy_pinyin

    dice = Random(2012)
    taken: set[str] = set()
    numbers = iter(range(1001, 9999))

    def member(roles: frozenset[Role], principal: Principal, **where: object) -> StaffMember:
        name = dice.choice(_SURNAMES) + dice.choice(_GIVEN)
        stem = "".join(lazy_pinyin(name)).lower()
        login = next(
            wanted
            for wanted in (stem, *(f"{stem}{n}" for n in range(2, 99)))
            if wanted not in taken
        )
        taken.add(login)
        return StaffMember(login, name, str(next(numbers)), roles, principal, **where)  # type: ignore[arg-type]

    headed: set[str] = set()
    for number, unit, seats in windows:
        principal = Principal.HOME_UNIT if unit else Principal.DISTRICT_CENTRE
        for _ in range(seats + 1):
            heads = unit is not None and unit not in headed
            if unit is not None:
                headed.add(unit)
            roles = {Role.CLERK} | ({Role.WINDOW_HEAD} if heads else set())
            yield member(frozenset(roles), principal, unit=unit, window=number)
    centre, city = Principal.DISTRICT_CENTRE, Principal.CITY_CENTRE
    for role, principal, count in (
        (Role.MANAGER, centre, 2),
        (Role.MANAGER, city, 1),
        (Role.ATTENDANCE_OFFICER, centre, 1),
        (Role.AUDITOR, city, 1),
    ):
        for _ in range(count):
            yield member(frozenset({role}), principal)
    for unit in ("GSJ", "GAJ", "WSJ"):
        yield member(frozenset({Role.HOME_UNIT}), Principal.HOME_UNIT, unit=unit)

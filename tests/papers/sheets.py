"""Sheets and reports to draw: ordinary ones, and the hardest that may occur."""

from dataclasses import replace
from datetime import UTC, date, datetime

from svcdesk.rules.catalogue import ItemKind, MaterialForm
from svcdesk.rules.identity import DocumentKind
from svcdesk.rules.numbers import case_number
from svcdesk.rules.receipts import ReceiptSheet, ReceivedMaterial
from svcdesk.rules.reports import Figures, HalfYear, MonthLine, UnitLine

ORDINARY = ReceiptSheet(
    hall="示例区行政服务中心",
    agency="示例区市场监督管理局",
    number=case_number(date(2026, 3, 9), 3, 42),
    applicant="刘喆𫖯𬭎𠅤",
    document_kind=DocumentKind.RESIDENT_ID,
    document_tail="002X",
    phone_tail="1234",
    agent="",
    item="个体工商户设立登记",
    item_code="GSJ-04",
    kind=ItemKind.PROMISED,
    received_at=datetime(2026, 3, 9, 6, 2, 59, tzinfo=UTC),
    accepted_on=date(2026, 3, 9),
    promised_on=date(2026, 3, 12),
    statutory_on=date(2026, 4, 7),
    provisional=False,
    materials=(
        ReceivedMaterial("个体工商户登记（备案）申请书", MaterialForm.ORIGINAL, 1),
        ReceivedMaterial("经营者身份证明", MaterialForm.BOTH, 1),
        ReceivedMaterial("经营场所使用证明", MaterialForm.COPY, 2),
        ReceivedMaterial("法律、行政法规规定需报经批准的，有关批准文件", MaterialForm.BOTH, 1),
    ),
    charged=False,
    certificate="个体工商户营业执照",
    window="1号 工商登记一窗",
    clerk="李娜",
    clerk_no="0103",
    inquiry_phone="555-0103",
    complaint_phone="555-0199",
)

_LONG_MATERIAL = (
    "承运人危险货物道路运输许可、车辆营运证及驾驶、押运人员上岗资格证明（加盖单位公章，一式两份）"
)

HARD = replace(
    ORDINARY,
    hall="示例自治区示例市示例自治县行政服务中心（政务服务和数据管理局、公共资源交易中心）",
    agency="示例自治区示例市示例自治县住房和城乡建设局（人民防空办公室、综合行政执法局）",
    number=case_number(date(2026, 12, 31), 9999, 999),
    applicant="示例自治州𫖯𬭎𠅤𬎆𠮷𰻞\U00031350" + "阿不都热依木·买买提吐尔逊·" * 7,
    document_kind=DocumentKind.ORGANISATION,
    agent="阿卜杜萨拉木·阿卜杜热合曼（Abdusalam Abdurahman，示例律师事务所）",
    item="民办学校筹设审批（学前教育及义务教育阶段、文化教育类）与涉及公共安全的大型群众性活动安全许可（一千人以上五千人以下）变更",
    item_code="11360000MB0123456K4360118001000",
    kind=ItemKind.JOINT,
    provisional=True,
    statutory_on=date(2027, 1, 29),
    promised_on=date(2027, 1, 11),
    materials=tuple(
        ReceivedMaterial(f"{_LONG_MATERIAL}之{place}", MaterialForm.BOTH, 12)
        for place in range(1, 31)
    ),
    charged=True,
    certificate="大型群众性活动安全许可决定书、民办学校筹设批准书",
    window="12号 综合窗口（市场监管、卫生健康、住房城乡建设）",
    clerk="欧阳买买提吐尔逊·阿卜杜热合曼",
    inquiry_phone="0796-5550103 转 8012、8013",
    complaint_phone="0796-12345、5550199",
    reprint=12,
)

_UNITS = (
    ("GSJ", "区工商行政管理局", 612, 590, 588, 540, 452),
    ("GAJ", "市公安局区分局", 377, 361, 358, 331, 280),
    ("WSJ", "区卫生局", 255, 243, 240, 219, 190),
    ("RSJ", "区人力资源和社会保障局", 214, 205, 203, 190, 152),
    ("JYJ", "区教育局", 94, 86, 85, 88, 79),
    ("FGJ", "区发展和改革局（挂区物价局、粮食局牌子）", 6, 6, 6, 0, 0),
    ("DAJ", "区档案局", 0, 0, 0, 0, 0),
    ("ZJJ", "区住房和城乡建设局", 198, 180, 178, 175, 139),
    ("NYJ", "区农业局", 120, 108, 107, 101, 84),
    ("SWJ", "区水务局", 88, 80, 79, 70, 58),
    ("LYJ", "区林业局", 76, 70, 69, 64, 51),
    ("MZJ", "区民政局", 9, 9, 9, 5, 5),
    ("SFJ", "区司法局", 21, 19, 19, 16, 14),
    ("CGJ", "区城市管理行政执法局", 110, 95, 94, 90, 75),
    ("AJJ", "区安全生产监督管理局", 34, 30, 30, 31, 27),
    ("WTJ", "区文化体育旅游局", 27, 25, 25, 20, 20),
    ("JSJ", "区人口和计划生育委员会", 18, 15, 15, 14, 14),
    ("MZZ", "区民族宗教事务局", 4, 4, 4, 2, 2),
    ("RFB", "区人民防空办公室", 5, 3, 3, 4, 4),
    ("GSS", "区国家税务局", 3, 2, 2, 2, 2),
    ("DSS", "区地方税务局", 2, 2, 2, 1, 1),
    ("YJJ", "区食品药品监督管理局", 4, 2, 2, 1, 1),
)

_MONTHS = (
    (1, 301, 280, 270, 241),
    (2, 240, 222, 210, 168),
    (3, 402, 371, 345, 290),
    (4, 416, 390, 361, 300),
    (5, 431, 404, 377, 316),
    (6, 487, 468, 401, 335),
)

REPORT = HalfYear(
    hall="示例区行政服务中心",
    first=date(2012, 1, 1),
    last=date(2012, 6, 30),
    lines=tuple(
        UnitLine(code, name, Figures(taken, done, own), Figures(then, ended, ended))
        for code, name, taken, done, own, then, ended in _UNITS
    ),
    months=tuple(
        MonthLine(month, Figures(taken, done, done), Figures(then, ended, ended))
        for month, taken, done, then, ended in _MONTHS
    ),
    asked_at=date(2012, 7, 2),
)

"""The vocabulary of contact lists: headings, unit rows, chapters, and words that are no names."""

from __future__ import annotations

import re
from enum import StrEnum

from safetydesk.domain.phone_numbers import PhoneKind
from safetydesk.exchange.roster_words import squeezed


class ContactColumn(StrEnum):
    """What a column of a contact list holds."""

    NAME = "name"
    UNIT = "unit"
    DEPARTMENT = "department"
    TITLE = "title"
    ROLE = "role"
    GROUP = "group"
    EMAIL = "email"
    ADDRESS = "address"
    NOTE = "note"
    PHONE = "phone"
    OTHER = "other"


_PHONES: tuple[tuple[str, PhoneKind], ...] = (
    (r"传真|fax", PhoneKind.FAX),
    (r"卫星", PhoneKind.SATELLITE),
    (r"短号|小号|虚拟网|集群|内线", PhoneKind.SHORT),
    (r"值班.*(?:电话|手机|号码)|24小时", PhoneKind.DUTY),
    (r"手机|移动电话|mobile|cell", PhoneKind.MOBILE),
    (r"电话|座机|固话|联系方式|号码|tel|phone", PhoneKind.LANDLINE),
)
_COLUMNS: tuple[tuple[str, ContactColumn], ...] = (
    (r"邮箱|邮件|e-?mail", ContactColumn.EMAIL),
    (r"^序号|^编号|^no\.?$|核实|更新|日期|邮编|性别|坐标|代码", ContactColumn.OTHER),
    (r"姓名|^name$", ContactColumn.NAME),
    (r"职务|职位|岗位|职级|职称|^title$", ContactColumn.TITLE),
    (r"部门|科室|处室|股室|内设", ContactColumn.DEPARTMENT),
    (r"地址|住址|address", ContactColumn.ADDRESS),
    (r"备注|说明|note", ContactColumn.NOTE),
    (r"标签|分组|组别|类别|分类|类型", ContactColumn.GROUP),
    (r"角色|身份|分工", ContactColumn.ROLE),
    (r"单位|企业|公司|机构|名称|街道|乡镇|^unit$", ContactColumn.UNIT),
    (r"联系人|负责人|联络员|责任人|值班长|书记|主任|局长|领导|信息员|网格员", ContactColumn.NAME),
)
_CHAPTER = re.compile(
    r"\s*(?:[(（]?[一二三四五六七八九十百]+[)）]?\s*[、.．,，)）]|第[一二三四五六七八九十百\d]+[章节部篇编]|[(（][一二三四五六七八九十]+[)）])\s*"
)
_NUMBERS_BEGIN = re.compile(
    r"[\s(（,，;；:：]*(?:24\s*小时|全天)?\s*"
    r"(?:(?:24小时)?值班(?:室)?(?:电话|手机|热线)?|(?:办公|联系|应急)?电话|座机|固话|传真|tel)\s*[:：]?\s*[（(+]?\d",
    re.IGNORECASE,
)
_FIRST_NUMBER = re.compile(r"[\s(（:：,，]*[(（+]?\d[\d\s-]{5,}")
_VACANT = re.compile(r"空缺|暂缺|待定|缺编|未配|出缺")
_UNIT_NAMES = re.compile(
    r".*(?:值班室|值班电话|指挥中心|总机|调度室|调度中心|办公室|中控室|监控室|前台|门卫|服务台|热线|传真室?|收发室)"
)
_UNIT_END = re.compile(
    r".*(?:局|委|办|部|厅|处|科|所|站|队|院|校|中心|街道|镇|乡|村|社区|公司|集团|大队|支队|政府|工会|委员会|"
    r"管委会|银行|协会|联合会|室|园区|厂|矿|库|学|园|机构|单位)(?:[(（].*[)）])?"
)
_SUSPICIOUS = re.compile(r"^\s*[=+\-@＝＋－＠]")
_LONGEST_HEADING = 14


def phone_kind(text: str) -> PhoneKind | None:
    """The kind of number a heading announces."""
    words = squeezed(text).casefold()
    return next((kind for pattern, kind in _PHONES if re.search(pattern, words)), None)


def contact_column(text: str) -> ContactColumn:
    """What a heading stands for; ``OTHER`` where it is not understood."""
    words = squeezed(text).casefold()
    if not words or len(words) > _LONGEST_HEADING:
        return ContactColumn.OTHER
    if re.search(r"邮箱|e-?mail|电子邮件", words):
        return ContactColumn.EMAIL
    if phone_kind(words) is not None:
        return ContactColumn.PHONE
    return next(
        (kind for pattern, kind in _COLUMNS if re.search(pattern, words)), ContactColumn.OTHER
    )


def chapter_title(text: str) -> str | None:
    """The words of a chapter line (一、区委区政府) without its number, or None."""
    match = _CHAPTER.match(text)
    return text[match.end() :].strip() if match else None


def split_unit_line(text: str) -> tuple[str, str]:
    """Name and numbers of a unit line such as 「云川区教育局　值班电话：0000-5551015　传真：…」."""
    match = _NUMBERS_BEGIN.search(text) or _FIRST_NUMBER.search(text)
    if match is None:
        return text.strip(), ""
    return text[: match.start()].strip(" \u3000(（:：,，;；"), text[match.start() :]


def is_vacant(name: str) -> bool:
    """Whether the words in the place of a name say that the post is not filled."""
    return bool(_VACANT.search(name))


def is_desk(name: str) -> bool:
    """Whether the words in the place of a name mean a desk and no person (值班室, 指挥中心)."""
    return bool(_UNIT_NAMES.fullmatch(name))


def ends_like_unit(text: str) -> bool:
    """Whether the text ends as names of units do."""
    return bool(_UNIT_END.fullmatch(text))


def is_suspicious(text: str) -> bool:
    """Whether a spreadsheet would take the text for a formula."""
    return bool(_SUSPICIOUS.match(text))

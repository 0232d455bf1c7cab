"""How names of people stand in Chinese lists: gaps, titles before and after, compound surnames."""

from __future__ import annotations

import re
import unicodedata

COMPOUND_SURNAMES = frozenset(
    [
        "欧阳",
        "太史",
        "端木",
        "上官",
        "司马",
        "东方",
        "独孤",
        "南宫",
        "万俟",
        "闻人",
        "夏侯",
        "诸葛",
        "尉迟",
        "公羊",
        "赫连",
        "澹台",
        "皇甫",
        "宗政",
        "濮阳",
        "公冶",
        "太叔",
        "申屠",
        "公孙",
        "慕容",
        "仲孙",
        "钟离",
        "长孙",
        "宇文",
        "司徒",
        "鲜于",
        "司空",
        "闾丘",
        "令狐",
        "轩辕",
        "呼延",
        "拓跋",
        "百里",
        "东郭",
        "南门",
        "西门",
        "第五",
    ]
)
_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范"
    "彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜"
    "顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路"
    "娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪"
    "包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓"
    "蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺"
    "屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴"
    "瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍"
    "聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖涂代覃区朴员牟冼"
    "邸闫苟隋亓岳帅缑亢况郈有琴楚商佘佴伯赏墨哈谯笪年爱阳佟言福付丘仝揭战官滕占植来仉"
)
_RANKS = [
    "局长",
    "主任",
    "科长",
    "书记",
    "部长",
    "队长",
    "所长",
    "处长",
    "主席",
    "调研员",
    "工程师",
    "总工",
    "委员",
    "镇长",
    "乡长",
    "区长",
    "县长",
    "市长",
    "秘书长",
    "组长",
    "站长",
    "院长",
    "校长",
    "经理",
    "科员",
    "干部",
    "同志",
    "先生",
    "女士",
    "巡视员",
    "厅长",
    "司长",
    "股长",
    "院士",
    "总监",
    "董事长",
    "厂长",
    "参谋",
    "政委",
    "支队长",
    "大队长",
    "中队长",
    "班长",
    "台长",
    "馆长",
    "园长",
    "村长",
    "会长",
    "理事长",
    "专员",
    "督导员",
    "督察",
    "负责人",
    "联络员",
    "办事员",
    "执法队员",
    "驾驶员",
    "总指挥",
    "指挥长",
    "师傅",
    "老师",
    "医生",
    "警官",
]
_RANK = "(?:" + "|".join(sorted(_RANKS, key=len, reverse=True)) + ")"
_TITLE = re.compile(rf"[\u4e00-\u9fff]*{_RANK}(?:\((?:主持工作|兼)\))?")
_TITLE_FIRST = re.compile(
    rf"([\u4e00-\u9fff]*{_RANK})([^\x00-\xff]{{2,4}}|[^\x00-\xff]*·[^\x00-\xff]+)"
)
_TITLE_LAST = re.compile(rf"([^\x00-\xff]{{1,4}}?)((?:副|总|党委|常务|支部|办公室)*{_RANK})")
_OFFICE = re.compile(r"[副局委科部室站队区县市镇乡处办院校务总政组党常主中省厅所厂司]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇]+")
_NAME = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff〇]{2,4}"
    r"|[\u3400-\u9fff]{1,10}(?:·[\u3400-\u9fff]{1,10})+"
)
_NOT_NAMES = frozenset(
    [
        "值班室",
        "总值班室",
        "全体",
        "全员",
        "待定",
        "休息",
        "轮休",
        "放假",
        "未定",
        "同上",
        "空缺",
        "暂缺",
        "办公室",
    ]
)


def plain_name(text: str) -> str:
    """The name without gaps, full-width forms made plain, the middle dot unified."""
    joined = "".join(unicodedata.normalize("NFKC", text).split())
    return re.sub(r"[•・‧∙⋅]", "·", joined)


def plain_unit(text: str) -> str:
    """The name of a unit without gaps and line breaks; its own brackets stay as they are."""
    return "".join(text.split())


def is_han(text: str) -> bool:
    """Whether the text is made of Han characters only, rare ones included."""
    return bool(_HAN.fullmatch(text))


def is_title(text: str) -> bool:
    """Whether the whole text is a title such as 副局长 or 区应急指挥中心主任, and not 王主任."""
    return bool(_TITLE.fullmatch(text)) and _named_title(text) is None


def _named_title(text: str) -> tuple[str, str] | None:
    """Name and title where a title follows a family or full name without a gap."""
    match = _TITLE_LAST.fullmatch(text)
    if match is None or not has_surname(match.group(1)) or _OFFICE.search(match.group(1)):
        return None
    return match.group(1), match.group(2)


def looks_like_name(text: str) -> bool:
    """Whether the text is shaped like a name: two to four characters, or parts with 「·」."""
    return bool(_NAME.fullmatch(text)) and text not in _NOT_NAMES and not is_title(text)


def surname_of(name: str) -> str:
    """The family name, compound ones included."""
    return name[:2] if name[:2] in COMPOUND_SURNAMES else name[:1]


def has_surname(name: str) -> bool:
    """Whether the name begins with a family name in use."""
    return name[:2] in COMPOUND_SURNAMES or name[:1] in _SURNAMES


def split_title(text: str) -> tuple[str, str]:
    """Name and title written without a gap: 局长周庭远, 周庭远局长; either may be empty."""
    if is_title(text):
        return "", text
    first = _TITLE_FIRST.fullmatch(text)
    if first is not None and has_surname(first.group(2)):
        return first.group(2), first.group(1)
    return _named_title(text) or (text, "")

"""Which words of a message name what happened, of which category, family and accident type."""

# ruff: noqa: E501 - tables of words: a row stays one row
from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from safetydesk.domain.incident import Category, Family

EVENT = re.compile(
    r"(?:爆炸|爆燃|破裂|外泄|外溢|滞留|下不来|油污|偷排|冲出路面|烧起来|着起来|烧着|闷响|巨响|异响|(?:白|黑|浓)烟|(?:燃气|煤气|天然气)味|闪爆|炸开|起火|着火|失火|火灾|火情|山火|燃烧|冒烟|冒出?(?:浓|黑)烟|泄漏|泄露|跑料|侧翻|翻车|翻覆|追尾|相撞|碰撞|剐蹭|剐擦|刮擦|刮蹭|沉入|沉没|野泳|倾翻|击中|起烟|挖断|挖破|吹倒|掉进|掉入|滑落|陷进|陷入(?!困境)|绞入|夹住|爆裂|(?:塌|埋|炸|翻)(?=了)|跳闸|离断|压断|被压"
    r"|撞[上向断到倒]|坍塌|垮塌|倒塌|塌方|塌陷|冒顶|片帮|透水|突水|滑坡|泥石流|崩塌|山洪|决口|管涌|漫堤|漫溢|溃坝|内涝|积水|倒灌"
    r"|坠落|坠楼|坠亡|坠入|坠井|摔下|跌落|触电|中毒|窒息|淹溺|溺水|落水|砸中|砸伤|砸到|压住|挤压|卷入|掩埋|埋压|物体打击|机械伤害"
    r"|困人|被困|被关|停在|卡在|断裂|倾覆|倾倒|脱轨|地震|冰雹|龙卷风|暴雨|停电|停水|污染|死鱼|异味|刺鼻|呕吐|腹泻|腹痛|食物中毒"
    r"|滑塌|溃口|决堤|漫过|漫水|漫顶|进水(?!泵|口|管|阀)|被淹|淹没|冲毁|冲走|受灾|受损|损毁|逆行|摔倒|摔伤|踩踏|翻沉|沉船|脱落|掉落|坠物|坠河|落石|地陷|开裂|裂缝|倾斜|失控|漏油|漏气|渗漏|喷溅|灼伤|烫伤|烧伤|中暑|断电|断水|被盗|自燃|炸裂|炸响|爆管|井喷|冒浆|渗水|搁浅|被埋|埋压|绞伤|压伤|拉肚子|恶心|发烧|食源性|碾压|轧伤|甩出|冒火|没上来|挤弯|引燃|引发火|过火|火势|刮落|刮倒|打落|电击|跳河|车祸|炸飞|炸响|静坐|罢工|讨要|围堵|维权|拉稀|脱水|猝死|晕厥|休克|昏倒|滞留|悬停|冲底|坠底|蹲底|侧滑|臭味|臭鸡蛋味|沉降|塌坑|漏电|触礁|擦碰|雪灾|暴雪|压塌|压垮|雷击|停气|抢劫|绑架|劫持|伤人|杀人|命案|自缢|过敏|不良反应|确诊|遗体|滚石|掉石头|喷火|火苗|回火|断绳|断了|炮仗|叫不应|没反应|外逸|逸散|逸出|呲开|刺漏|冒料|喷料|超压|超标|异常升高|浑水|冒水|管道破裂|停运|打架|打斗|砍人|捅|跳楼|跳河|轻生|走失|迷路"
    r"|(?:[烧炸漏塌翻撞断淹埋砸摔跌坠卡堵垮陷溢轧]|困|掉(?!头|以))(?:了(?!解|结)|着(?!重)|起来|起了|住|断|坏|毁|伤|死|破|开(?!展|会)|穿|塌|翻|下(?:来|去|水|山|河)|入|进|出来|上了|到|倒|没了|在)"
    r"|发热|疫情|聚集|上访|讨薪|堵路|斗殴|砍伤|持刀|走失|事故|险情|晕倒|昏迷)"
)
"""A word after which an occurrence is told."""

_WEAK = re.compile(r"死亡|失踪|失联|未归|受伤|重伤|身亡|下落不明|遇难|病死")
"""What shows an occurrence where no stronger word stands."""

_NOT_EVENTS = re.compile(
    r"防止?(?:复燃|坍塌)|爆炸物|爆炸品|防火|灭火|火灾隐患|事故(?:统计|报表|应急|隐患|警示|案例|教训|防范|多发|易发|总结|综合|原因|调查|处理|路段|责任|车辆|情况|信息|发生|造成|现场|报告|单位)"
    r"|(?:未|没有|没)(?:发生|造成|出现|发现)[^，。;]{0,12}|(?:零|无|没有)(?:突发|安全生产|生产安全|治安|交通)?(?:火情|火灾|事故|险情|灾情|警情|疫情|事件|上访|聚集)|(?:严防|谨防|以防|避免|预防|防范|注意)[^，。;]{0,10}|困难|关(?:心|注)|卡纸|[银刷打]行?卡|无(?:二次)?(?:爆炸|泄漏|险情|被困|人被困|人员被困)|可燃|燃烧(?:物|产物)|抗震|急性|预案|演练|应急救援"
)
_NAMED = [
    "爆炸",
    "爆燃",
    "闪爆",
    "起火",
    "着火",
    "失火",
    "火灾",
    "火情",
    "山火",
    "冒烟",
    "泄漏",
    "泄露",
    "侧翻",
    "翻车",
    "追尾",
    "相撞",
    "碰撞",
    "坍塌",
    "垮塌",
    "倒塌",
    "塌方",
    "塌陷",
    "冒顶",
    "片帮",
    "透水",
    "突水",
    "滑坡",
    "泥石流",
    "崩塌",
    "山洪",
    "决口",
    "管涌",
    "漫堤",
    "内涝",
    "积水",
    "坠落",
    "坠楼",
    "坠亡",
    "触电",
    "中毒",
    "窒息",
    "淹溺",
    "溺水",
    "落水",
    "挤压",
    "卷入",
    "掩埋",
    "倾覆",
    "脱轨",
    "地震",
    "冰雹",
    "龙卷风",
    "暴雨",
    "大雾",
    "大风",
    "台风",
    "雷电",
    "高温",
    "寒潮",
    "停电",
    "停水",
    "污染",
    "死鱼",
    "异味",
    "呕吐",
    "腹泻",
    "腹痛",
    "疫情",
    "聚集",
    "上访",
    "讨薪",
    "斗殴",
    "走失",
    "电梯",
    "困人",
    "断裂",
    "倾倒",
]
NAMED_EVENT = re.compile("|".join(sorted(_NAMED, key=len, reverse=True)))
"""The event words a message is filed under."""


_FAINT = re.compile(
    r"[掉倒落甩冒断裂漏烧炸撞塌翻沉淹冲困卡砸压摔跌滑][^。，;]|没上来|没气|出事|不行了|求救|救命|喊叫|反映[^。，;]{0,16}(?:问题|诉求)|咬伤|抽搐|失去意识|昏迷|抓获"
)
"""What may show an occurrence where no clear word stands: verbs that tell of something going wrong."""


def faint_events(text: str) -> list[re.Match[str]]:
    """Where something seems to have happened, in words that other stories use too."""
    denied = [match.span() for match in _NOT_EVENTS.finditer(text)]
    return [
        match
        for match in _FAINT.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in denied)
    ]


@functools.lru_cache(maxsize=2)
def events(text: str) -> list[re.Match[str]]:
    """Where something is said to have happened; what is only feared or denied is left out."""
    denied = [match.span() for match in _NOT_EVENTS.finditer(text)]
    for pattern in (EVENT, _WEAK):
        found = [
            match
            for match in pattern.finditer(text)
            if not any(start < match.end() and match.start() < end for start, end in denied)
        ]
        if found:
            return found
    return faint_events(text)


def clear_events(text: str) -> list[re.Match[str]]:
    """The events that clear words tell; none where only faint ones stand."""
    found = events(text)
    return [match for match in found if match.re is not _FAINT]


CATEGORIES: tuple[tuple[Category, re.Pattern[str]], ...] = (
    (Category.ANIMAL_EPIDEMIC, re.compile(r"(?:猪瘟|禽流感|口蹄疫|布病|动物疫情)|(?:生猪|禽|羊|牛|鸡|鸭)[^。]{0,16}(?:疫情|不明原因死亡|大量死亡)")),
    (Category.PUBLIC_HEALTH, re.compile(r"食物中毒|食源性|诺如|传染病|流感|新冠|聚集性(?:发热|疫情)|(?:学生|师生|食堂|聚餐|就餐|用餐|进食)[^。]{0,30}(?:呕吐|腹泻|腹痛|肚子疼|恶心|头晕)")),
    (Category.FOREST_FIRE, re.compile(r"森林(?:火灾|火情|起火)|山火|林火|(?:山坡|山上|后山|林地|林区|林场|荒山|山林|荒坡|荒草|草坡|半山|山头|山脚|山)[^。;]{0,10}(?:着火|起火|火情|失火|火灾|冒烟|起烟)|过火(?:林地|面积)[^。]{0,8}(?:亩|公顷)")),
    (Category.SPECIAL_EQUIPMENT, re.compile(r"电梯|扶梯|货梯|客梯|锅炉[^。]{0,6}(?:爆|泄)|压力容器|压力管道|索道|缆车|滑索|滑道|秋千|飞索|碰碰车|卡丁车|蹦极|游乐(?:设施|设备|项目|场)|过山车|摩天轮|海盗船|大摆锤|游乐场|起重机械|叉车|气瓶[^。]{0,4}爆")),
    (Category.FIREWORKS, re.compile(r"(?:烟花|爆竹|鞭炮|礼花弹?|花炮|窜天猴)(?!仓库(?:西|东|南|北)?边)[^。;]{0,20}(?:爆炸|燃爆|起火|着火|炸)|烟花爆竹(?:厂|生产|批发|零售)[^。]{0,16}(?:爆|火)")),
    (Category.COAL_MINE, re.compile(r"煤矿|煤业|瓦斯(?:爆|突出|超限)|煤与瓦斯")),
    (Category.MINE, re.compile(r"尾矿|铜矿|铁矿|金矿|石灰石矿|非煤矿山|矿山|矿井|采场|采石场|尾矿库|冒顶|片帮|透水|井下|巷道|排土场|矿区")),
    (Category.GEOLOGICAL, re.compile(r"山体滑坡|滑坡|泥石流|山体崩塌|崩塌|地面塌陷|地陷|危岩|落石|掉石头|滚石|滑塌|(?<!基坑)(?<!采场)边坡|护坡|地质灾害|地裂缝")),
    (Category.HAZARDOUS_CHEMICALS, re.compile(r"反应釜|危化品|危险化学品|化工(?:有限|厂|公司|企业|装置)|化学品|精细化工|氯碱|农药(?:有限|厂)|树脂(?:有限|厂)|液氯|氯气|液氨|氨气|硫化氢|甲醇|甲苯|苯(?!溪)|硝化|盐酸|硫酸|槽罐车|(?<!水泥)(?<!搅拌)(?<!洒水)罐车|储罐|液化(?:气|烃|石油气)(?:罐|储|槽|充装|站)|油库|加油站|加气站|丙烯|乙烯|双氧水")),
    (Category.PUBLIC_HEALTH, re.compile(r"呕吐|腹泻|腹痛|肚子疼|拉肚子|拉稀|上吐下泻|(?<!发现)(?<!无)(?:学生|员工|人员)[^。]{0,12}(?:发热|不适)")),
    (Category.CONSTRUCTION, re.compile(r"(?:工地|在建|项目部|标段)[^。]{0,24}(?:侧翻|倾覆|砸|坠|塌|倾倒|撞)")),
    (Category.ROAD_TRAFFIC, re.compile(r"相撞|追尾|侧翻|翻车|车祸|交通事故|(?:货车|客车|轿车|公交|大巴|面包车|电动车|摩托车|三轮车|半挂|越野车|校车)[^。]{0,20}(?:撞|翻|坠|刮|剐|碰)|碾压|渣土车|碰撞|剐蹭|撞上|撞断|撞向")),
    (Category.CONSTRUCTION, re.compile(r"工地|施工|在建|塔吊|脚手架|基坑|顶管|浇筑|模板支撑|项目部|拆除作业|管沟|标段|外架|吊篮|沟槽")),
    (Category.FLOOD, re.compile(r"内涝|洪水|洪涝|山洪|漫堤|决口|管涌|漫溢|溃坝|超警戒|汛限|(?:水|河|江|湖)倒灌|积水(?!坑)|洪水|(?:河|江|湖|溪)水(?:漫|上涨|暴涨|猛涨|倒灌|涨)|涨水|发大水|进水(?!泵|口|管|阀)|被淹|雨太大|大雨|漫过|暴雨|水位|强降雨|强降水")),
    (Category.ENVIRONMENT, re.compile(r"污染|超标|水质|断面|挥发酚|死鱼|偷排|排污|油污|刺鼻|水源地|异味")),
    (Category.FIRE, re.compile(r"起火|着火|失火|火灾|火情|冒烟|浓烟|明火|自燃|燃烧|[烧着]起来|烧着|烧了|火势|扑灭|火(?:已|还|很|挺|太|不)")),
    (Category.WORK_SAFETY, re.compile(r"触电|机械伤害|挤压|卷入|物体打击|坠落|高坠|中毒|窒息|坠井|受限空间|有限空间|车间|工厂|厂区|厂房|生产线|作业(?:人员|时)|燃气|天然气|粉尘|爆炸|爆燃|闪爆|坍塌|生产安全事故|砸|灼烫|烫伤|工人|泄漏")),
)  # fmt: skip
"""The words that show a category; the first that fits is taken."""

FAMILIES: Mapping[Category, Family] = {
    Category.FLOOD: Family.NATURAL_DISASTER,
    Category.GEOLOGICAL: Family.NATURAL_DISASTER,
    Category.ANIMAL_EPIDEMIC: Family.PUBLIC_HEALTH,
    Category.PUBLIC_HEALTH: Family.PUBLIC_HEALTH,
}
NATURAL = re.compile(r"地震|台风|冰雹|龙卷风|雷击|雷暴|大风|寒潮|暴雪|干旱|低温|道路结冰|洪|山洪")
SOCIAL = re.compile(
    r"聚集(?!性)|上访|互殴|殴打|横幅|讨薪|静坐|讨要|围堵|过激|劝离|劝返|集访|斗殴|打架|砍伤|持刀|堵路|堵门|拉横幅|群体性|爆恐|恐怖|劫持|闹事|罢工|维权"
)
ACCIDENT_TYPES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"(?:反应釜|储罐|容器|釜|罐)[^。]{0,10}(?:爆炸|爆燃|烧起来|着起来|烧着|闷响|巨响|异响|(?:白|黑|浓)烟|(?:燃气|煤气|天然气)味|闪爆)"), ("容器爆炸", "其他爆炸")),
    (re.compile(r"瓦斯爆炸"), ("瓦斯爆炸",)),
    (re.compile(r"锅炉[^。]{0,6}爆炸"), ("锅炉爆炸",)),
    (re.compile(r"(?:烟花|爆竹|火药|鞭炮)[^。]{0,10}(?:爆炸|燃爆)"), ("火药爆炸",)),
    (re.compile(r"爆炸|爆燃|闪爆"), ("其他爆炸",)),
    (re.compile(r"侧翻|相撞|追尾|碰撞|车祸|翻车|撞"), ("车辆伤害",)),
    (re.compile(r"电梯"), ("其他伤害",)),
    (re.compile(r"触电"), ("触电",)),
    (re.compile(r"溺|淹"), ("淹溺",)),
    (re.compile(r"坠落|坠楼|高坠|坠亡|坠井|摔下|跌落"), ("高处坠落",)),
    (re.compile(r"冒顶|片帮"), ("冒顶片帮",)),
    (re.compile(r"透水|突水"), ("透水",)),
    (re.compile(r"坍塌|垮塌|倒塌|塌方"), ("坍塌",)),
    (re.compile(r"中毒|窒息"), ("中毒和窒息",)),
    (re.compile(r"塔吊|吊装|起重"), ("起重伤害",)),
    (re.compile(r"挤压|卷入|机械伤害|绞伤"), ("机械伤害",)),
    (re.compile(r"砸|物体打击"), ("物体打击",)),
    (re.compile(r"灼烫|烫伤|灼伤"), ("灼烫",)),
    (re.compile(r"起火|着火|火灾|失火"), ("火灾",)),
)  # fmt: skip
"""The types of GB 6441 that a kind of words may stand for."""

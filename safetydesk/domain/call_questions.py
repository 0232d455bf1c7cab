"""What has to be asked of somebody who reports an emergency, and what the words answer already."""

from __future__ import annotations

import re
from enum import StrEnum


class Question(StrEnum):
    """The questions of the desk card beside the telephone; the value is the word on screen."""

    TIME = "时间"
    PLACE = "地点"
    CASUALTIES = "伤亡"
    TRAPPED = "被困"
    SUBSTANCE = "物料"
    COMMAND = "谁在指挥"
    RESCUE = "119/120"


_ANSWERS = {
    Question.TIME: re.compile(
        r"\d{1,2}\s*[点时:：]|刚才|刚刚|凌晨|早上|上午|中午|下午|晚上|分许|分钟前"
    ),
    Question.PLACE: re.compile(
        r"[路街巷镇乡村号]|小区|社区|园区|大厦|厂|公司|学校|医院|商场|大桥|水库|矿|隧道|高速|车间"
    ),
    Question.CASUALTIES: re.compile(r"[死伤]|遇难|失联"),
    Question.TRAPPED: re.compile(r"困"),
    Question.SUBSTANCE: re.compile(
        r"[氯氨苯酸碱醇]|原料|物料|危化品|汽油|柴油|天然气|煤气|液化气|烟花|粉尘|油罐|\d\s*(?:吨|公斤)"
    ),
    Question.COMMAND: re.compile(r"指挥|负责人|牵头"),
    Question.RESCUE: re.compile(r"119|120|消防|急救|救护"),
}


def answered(words: str) -> frozenset[Question]:
    """The questions of which the words say something, be it that nothing is known yet."""
    return frozenset(question for question, found in _ANSWERS.items() if found.search(words))

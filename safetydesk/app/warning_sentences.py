"""The Chinese sentences of refused acts on warnings and calls, as commands say them."""

from __future__ import annotations

from collections.abc import Mapping

WARNINGS: Mapping[str, str] = {
    "warning.no_hazard": "请写明预警的类别（暴雨、大雾……）",
    "warning.no_issuer": "请写明发布单位",
    "warning.no_level": "请按原文写明级别（蓝、黄、橙、红）",
    "warning.future_issue": "发布时间不能晚于现在",
    "warning.over_before_it_begins": "有效期的结束早于开始",
    "warning.ended": "{number} 已经结束，不能再办",
    "warning.issued_already": "{number} 已经登记，后续消息请记为变更、解除或取消",
    "warning.other_hazard": "这一预警是{hazard}，类别不同的请另行登记",
    "warning.older": "已有 {at} 发布的更新消息，不能再记更早的",
    "warning.known_already": "这份预警文件已经登记过（{identifier}）",
    "warning.future_step": "时间不能晚于现在",
    "warning.step_needs_words": "请写明{kind}的对象或内容",
    "warning.still_in_force": "{number} 还没有到期，不能记为失效；请等解除消息或记变更",
    "warning.no_such_message": "{number} 没有这条消息",
    "warning.no_first_message": "没有登记过它的首发消息，{kind}无从对应；请先选定所属预警",
    "warning.unknown": "没有这条预警",
    "warning.not_understood": "没有从文字里认出预警，请按表填写",
    "calling.future_step": "时间不能晚于现在",
    "calling.out_of_order": "时间不能早于上一步（{at}）",
    "calling.nobody_left": "{target}没有下一个可叫的人，请带班领导处理",
    "calling.not_called": "{target}还没有叫出",
    "calling.answered_already": "{target}已经应答",
    "calling.not_answered": "{target}还没有应答",
    "calling.no_words": "请写明{target}反馈的内容",
    "calling.empty": "名单里没有对象",
    "calling.no_target": "请写明叫应对象",
    "calling.no_number": "{target}没有可拨的电话",
    "calling.unknown": "没有这份叫应名单",
    "calling.unknown_line": "名单里没有这个对象",
    "calling.roll_needs_superior": "请写明报哪个单位备案",
}

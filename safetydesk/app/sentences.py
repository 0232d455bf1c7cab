"""The Chinese sentence of each expected failure, as commands say it; fields stand in braces."""

from __future__ import annotations

from collections.abc import Mapping

_STORAGE: Mapping[str, str] = {
    "storage.append_only": "已封存的记录不能修改或删除，请用更正或补记",
    "storage.backup_failed": "备份没有写成：{path}",
    "storage.locked": "数据库正被占用，请稍后再试",
    "storage.cannot_open": "打不开数据库文件，请检查数据文件夹的权限",
    "storage.damaged": "数据库文件已损坏，请从备份恢复",
    "storage.disk_full": "磁盘已满，没有保存；请腾出空间后再试",
    "storage.key_missing": "找不到数据库的密钥，请用恢复密钥重新登记",
    "storage.key_unreadable": "密钥损坏或抄写有误，应为 64 位十六进制数字",
    "storage.newer": "数据库由更新版本的程序写成（{found}），请升级程序；数据未作任何改动",
    "storage.no_access": "没有数据库的读写权限",
    "storage.no_office": "这个文件夹里没有值班室的数据，请先建立（演示用 safetydesk demo 文件夹）",
    "storage.read_only": "数据文件夹不可写，请检查权限",
    "storage.disk_error": "磁盘读写出错，请检查磁盘",
    "storage.server": "连不上数据库服务器，请检查网络和服务器",
    "storage.stale": "别人刚刚改过同一项，请重新查看后再改",
    "storage.unsafe_sqlite": "SQLite {version} 有损坏数据的缺陷，应为 3.51.3 或更新；没有打开数据",
    "storage.wrong_key": "密钥与数据库不符，或文件不是数据库",
}

_PEOPLE: Mapping[str, str] = {
    "access.denied": "{name} 没有办理此事的权限（{permission}）",
    "acting.nobody_on_duty": "现在没有主班，请用 --as 姓名 说明以谁的名义办理",
    "acting.no_pin": "没有口令：请设环境变量 SAFETYDESK_PIN，或在终端里运行",
    "founding.office_exists": "数据库里已经有值班室，不能再建立",
    "office.missing": "数据库里还没有值班室的设置",
    "people.name_not_unique": "有不止一位“{name}”，请用全名或编号",
    "people.no_such_name": "没有名叫“{name}”的人员",
    "people.number_taken": "编号“{number}”已经有人使用",
    "people.stale": "这位人员的资料刚被别人改过，请重新查看后再改",
    "people.unknown": "没有这位人员",
    "pin.locked": "口令输错次数过多，{until} 之前不能再试",
    "pin.too_short": "口令至少 {digits} 位数字",
    "pin.too_simple": "口令不能全是同一个数字",
    "pin.wrong": "口令不对，还可试 {left} 次",
}

_DUTY: Mapping[str, str] = {
    "duty.change_in_past": "这段时间已经过去，已成记录，不能再调班",
    "duty.change_without_effect": "这次调班没有改变任何一分钟的安排",
    "duty.change_without_person": "调班没有写明换下谁或换上谁",
    "duty.change_without_time": "调班的结束时间应晚于开始时间",
    "duty.empty_roster": "{file}：没有读到任何一班",
    "duty.roster_in_doubt": "{expected}；共 {count} 处需要先改好，没有写入任何内容",
    "demo.real_office": "只有演示值班室可以拨钟，应为{expected}",
    "duty.roster_other_post": "本机关没有“{post}”这个岗位，没有写入任何内容",
    "duty.roster_strangers": "“{name}”等 {count} 人不在人员名单，没有写入任何内容",
    "duty.day_is_over": "这个班已经结束，不能再改",
    "duty.export_ends_early": "最后一天早于第一天",
    "duty.export_too_long": "导出的时间太长",
    "duty.no_holiday": "{day} 之后两个月内没有已知的假期，请先在日历里录入当年的放假通知",
    "duty.no_change": "没有这次调班",
    "duty.no_roster": "没有这张值班表",
    "roster.denied": "值班表有 {count} 处不合规，没有发布；第一处：{day} {post} {person}",
    "draft.no_period": "排班时段应在 400 天以内，且结束不早于开始",
    "draft.no_post": "没有选择要排的岗位",
    "draft.nobody": "没有选择可排的人员",
    "draft.solver_failed": "求解进程出错，没有得到结果",
    "imports.nothing_to_undo": "没有可以撤销的导入",
    "presence.not_there": "这位人员没有签到，不能签退",
    "presence.there_already": "这位人员已经签到",
    "shift.no_such_number": "没有编号为 {number} 的班次",
    "shift.none_open": "现在没有正在进行的班次",
    "shift.none_that_day": "{day} 没有班次",
    "shift.open_already": "上一班还没有交班，不能再开一班",
    "shift.sealed": "这一班已经封存，不能再改",
    "shift.unknown": "没有这一班",
}

_ROSTERS: Mapping[str, str] = {
    "duty.no_rotation": "没有这项轮值",
    "duty.no_rule": "没有这项固定值班",
    "pattern.no_end": "这种班制要写明到何时为止",
    "pattern.no_people": "没有写明轮值的人员",
    "pattern.too_few": "这种班制至少要分 {least} 组",
    "roster.empty": "《{title}》还没有排人",
    "roster.filed_already": "{to_whom} 已收到同样的值班表",
    "roster.filed_in_future": "报备时间不能晚于现在",
    "roster.no_superior": "没有写明报备的单位",
    "roster.no_version": "没有这个版本",
    "roster.not_published": "《{title}》还是草稿，先发布再报备",
    "roster.published_already": "《{title}》已经发布",
    "swap.built_upon": "后面还有换班以它为准，请先撤回后面的",
    "swap.denied": "按值班规则，{name} 不能值这一班",
    "swap.double_duty": "{name} 会同时值{post}和{other}",
    "swap.no_duty": "{name} 这段时间没有班；已排的班：{duties}",
    "swap.no_duty_at_all": "{name} 前后两周都没有班",
    "swap.no_taker": "没有写明由谁接替",
    "swap.not_eligible": "{name} 不在{post}人选之内",
    "swap.not_now": "现在不能这样办理，目前是：{state}",
    "swap.not_yours": "这一步由另一方决定",
    "swap.own_approval": "换班双方不能自己批准",
    "swap.own_duty": "不能由本人接替本人",
    "swap.past_due": "这一班已经开始，不能再换",
    "swap.taker_gone": "{name} 已不在本单位值班",
    "swap.unknown": "没有这次换班",
}

_CONTACTS: Mapping[str, str] = {
    "contacts.bad_phone": "“{number}”不是能拨打的号码",
    "contacts.no_name": "没有写姓名，也没有写单位",
    "contacts.no_number": "这个号码已经不在通讯录里",
    "contacts.no_phone": "至少要有一个号码",
    "contacts.nothing_new": "{file}：通讯录里都已经有了，没有可导入的内容",
    "contacts.stale": "这位联系人刚被别人改过，请重新查看后再改",
    "contacts.unknown": "没有这位联系人",
}

_HANDOVER: Mapping[str, str] = {
    "handover.empty_item": "添加的事项没有写内容",
    "handover.empty_objection": "异议没有写内容",
    "handover.heard_by_another": "复述由另一人确认，应由交班签字人确认",
    "handover.leader_last": "双方签字以后领导才能阅签",
    "handover.newly_open": "起草后新开“{title}”等 {count} 项，已列入交接单，阅读打勾后再签字",
    "handover.no_readback": "还没有复述重要事项",
    "handover.no_reason": "没有写明理由",
    "handover.nobody_joined": "还没有人来接班",
    "handover.none_of_shift": "{shift} 班还没有交接，没有交接班记录",
    "handover.none_running": "现在没有正在进行的交接",
    "handover.not_the_outgoing": "只有已签字的交班人才能确认复述",
    "handover.not_the_reader": "只有登录接班的人才能打勾和复述",
    "handover.outgoing_first": "交班人应先签字",
    "handover.over": "这次交接已经结束",
    "handover.reader_signs": "只有登录接班并逐项阅读的人才能接班签字",
    "handover.readback_unconfirmed": "复述还没有得到确认",
    "handover.same_person": "交班人与接班人不能是同一人",
    "handover.signed_already": "已经签过字",
    "handover.stale": "这一项刚被对方改过，请重新查看",
    "handover.unexplained": "“{title}”等 {count} 项没有写交代",
    "handover.unknown": "没有这次交接",
    "handover.unknown_item": "没有这一交接事项",
    "handover.unticked": "“{title}”等 {count} 项没有逐项确认",
}

_LOG: Mapping[str, str] = {
    "log.broken_link": "更正或补充没有写明针对哪一条",
    "log.empty_text": "内容不能为空",
    "log.future_event": "发生时间不能晚于现在：{event_at}",
    "log.link_to_link": "第 {seq} 条本身就是更正或补充，请针对原条目",
    "log.not_struck": "这一条没有作废，不必恢复",
    "log.not_yours": "这一条由 {author} 记录，{name} 不能更正",
    "log.same_text": "更正后的内容与原文相同",
    "log.struck_already": "这一条已经作废",
    "log.undo_too_late": "已过可撤回的时间，请用更正",
    "log.unknown": "没有第 {seq} 条",
}

_REMINDERS: Mapping[str, str] = {
    "demo.not_empty": "演示要用空文件夹，这里已有内容",
    "reminder.ends_by_fact": "这一提醒在事项办妥后自行结束，不能直接关闭",
    "reminder.graver_now": "这一提醒已经升级，请按新的级别再确认",
    "reminder.mute_too_long": "最长只能静音 {limit}",
    "reminder.no_evidence": "关闭提醒要写明已办的依据",
    "reminder.nobody": "请先登录：确认、搁置、关闭都要署名",
    "reminder.not_listed": "提醒列表里已没有这一条",
    "reminder.not_shelved": "这一提醒没有搁置",
    "reminder.seen_already": "{by} 已经确认过这一提醒",
    "session.nobody": "请先登录",
    "reminder.shelf_level": "这一级提醒不能搁置",
    "reminder.shelf_past": "搁置到的时间应晚于现在",
    "reminder.shelf_reason": "搁置要写明理由",
    "reminder.shelf_too_long": "最迟只能搁置到 {limit}",
}

_INCIDENTS: Mapping[str, str] = {
    "incident.basis_unknown": "还没有{basis}时间，不能更正",
    "incident.closed": "事件 {number} 已经办结，请先重新打开",
    "incident.correction_without_source": "更正时间要写明来源",
    "incident.empty_fact": "内容不能为空",
    "incident.negative_number": "人数、金额不能是负数",
    "incident.no_numbers": "没有填写任何数字",
    "incident.no_title": "没有写事件名称",
    "incident.nobody_asked": "没有写明哪个单位来询",
    "incident.not_closed": "事件 {number} 没有办结",
    "incident.not_correctable": "{basis}时间不能更正",
    "incident.numbers_fall_without_reason": "死亡人数或总人数减少，要写明原因",
    "incident.reopen_without_reason": "重新打开要写明原因",
    "incident.reports_missing": "还有 {owed} 项应报未报或没有终报，办结要写明原因",
    "incident.same_time": "{basis}时间本来就是这个时间",
    "incident.stale": "这个事件刚被别人改过，请重新查看后再改",
    "incident.time_in_future": "时间不能晚于现在：{at}",
    "incident.unknown": "没有这个事件",
    "incident.waiver_without_reason": "免报要写明理由",
}

_REPORTS: Mapping[str, str] = {
    "report.confirmed_already": "{recipient} 已由 {by} 确认收到",
    "report.confirmed_before_sent": "确认时间不能早于报送时间：{at}",
    "report.empty": "没有写报告内容",
    "report.no_delivery": "没有这次报送",
    "report.no_recipient": "没有写报送对象",
    "report.no_title": "没有写标题",
    "report.nobody_confirmed": "没有写确认人",
    "report.not_drafted": "{kind}不用起草，直接记录即可",
    "report.not_next": "现在不能做{wanted}，应先做{next_label}",
    "report.not_routine": "{kind}不能直接记录，请起草并签发",
    "report.not_sent_to": "这份报告没有报给 {recipient}",
    "report.not_signed": "{name} 还没有签发，不能记为已报送",
    "report.sent_already": "已经报过 {recipient}",
    "report.signed": "{name} 已经签发，不能改；请做更正或续报",
    "report.stale": "这份报告刚被别人改过，请重新查看",
    "report.time_in_future": "时间不能晚于现在：{at}",
    "report.unknown": "没有这份报告",
}

_INTAKE: Mapping[str, str] = {
    "intake.empty": "文件里没有文字",
    "intake.too_long": "文字太长，一次最多读 {limit} 字",
}

_MATTERS: Mapping[str, str] = {
    "matter.closed": "{number} 已经办结",
    "matter.future_step": "时间不能晚于现在：{at}",
    "matter.needs_result": "{number} 要写明结果或原因",
    "matter.no_such_number": "没有编号为 {number} 的事项",
    "matter.no_term": "没有写新的时限",
    "matter.no_title": "没有写事项名称",
    "matter.not_a_step": "“{kind}”不能这样办理",
    "matter.stale": "这一事项刚被别人改过，请重新查看后再改",
    "matter.unknown": "没有这一事项",
}

_PAPER: Mapping[str, str] = {
    "incident.no_such_number": "没有编号为 {number} 的事件",
    "print.no_printer": "打印机没有响应（{name}）",
    "print.not_saved": "文件没有保存：{path}（{reason}）",
    "print.not_yet": "“{kind}”这种表尚未提供",
    "report.none_such": "事件 {number} 没有“{which}”这份报告",
}

_PICTURES: Mapping[str, str] = {
    "screenshot.later": "“{page}”页在以后的版本中提供",
    "screenshot.no_incident": "还没有事件可以显示",
    "screenshot.no_report": "这起事件还没有报告可以显示",
}

SENTENCES: Mapping[str, str] = {
    **_STORAGE,
    **_PEOPLE,
    **_DUTY,
    **_ROSTERS,
    **_CONTACTS,
    **_HANDOVER,
    **_LOG,
    **_INCIDENTS,
    **_REPORTS,
    **_INTAKE,
    **_MATTERS,
    **_REMINDERS,
    **_PAPER,
    **_PICTURES,
}
"""The sentence of a code; the test of messages fails where the program raises one without it."""

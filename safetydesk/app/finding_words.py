"""What each remark about a hand-made sheet is called in the output of commands."""

from __future__ import annotations

from collections.abc import Mapping

from safetydesk.domain.sheet_findings import FindingCode as Code
from safetydesk.domain.sheet_findings import Severity

SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: "错误",
    Severity.WARNING: "提醒",
    Severity.INFO: "说明",
}

FINDINGS: Mapping[Code, str] = {
    Code.DUPLICATE_PERSON: "同一人重复排班",
    Code.UNKNOWN_PERSON: "不在人员名单",
    Code.AMBIGUOUS_PERSON: "重名，分不清是谁",
    Code.OVER_CAPACITY: "人数多于岗位",
    Code.EMPTY_POST: "岗位空着",
    Code.ROLE_MISMATCH: "不担任这一岗位",
    Code.COLUMNS_SWAPPED: "两列可能写反",
    Code.ROW_SHIFTED: "这一行可能错位",
    Code.UNREADABLE_CELL: "看不懂的内容",
    Code.UNREADABLE_NAME: "姓名有乱码",
    Code.UNREADABLE_PHONE: "电话有误",
    Code.PHONE_MISMATCH: "电话与名单不符",
    Code.MISSING_DATE: "缺这一天",
    Code.DUPLICATE_DATE: "日期重复",
    Code.INVALID_DATE: "没有这个日期",
    Code.DATE_OUT_OF_PERIOD: "日期不在本表期间",
    Code.DATE_INFERRED: "日期是推断的",
    Code.WEEKDAY_MISMATCH: "星期与日期不符",
    Code.CONSECUTIVE_DAYS: "连续值班",
    Code.NOTE_MENTIONS_CHANGE: "备注提到调班",
    Code.COMMENT_MENTIONS_CHANGE: "批注提到调班",
    Code.CANCELLED_PERSON: "写明已取消的人",
    Code.DITTO_RESOLVED: "“同上”已换成上一格",
    Code.STRUCK_TEXT: "有删除线的文字未读入",
    Code.TRACKED_CHANGE: "修订痕迹未读入",
    Code.INVISIBLE_TEXT: "看不见的文字未读入",
    Code.HIDDEN_ROW: "隐藏行未读入",
    Code.HIDDEN_COLUMN: "隐藏列未读入",
    Code.HIDDEN_SHEET: "隐藏工作表未读入",
    Code.VACANT: "职务空缺",
    Code.NO_NAME: "没有姓名和单位",
    Code.NO_PHONE: "没有电话",
    Code.NO_AREA_CODE: "缺区号",
    Code.BAD_PHONE: "号码不能拨打",
    Code.DUPLICATE: "与前面的条目重复",
    Code.SUSPICIOUS_TEXT: "像公式的文字，未读入",
}

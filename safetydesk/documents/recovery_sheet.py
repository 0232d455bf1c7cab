"""The sheet with the recovery key of a desk, to be printed once and put into the safe."""

from __future__ import annotations

from datetime import datetime

_GROUPS_A_LINE = 4


def recovery_lines(
    office: str, key: str, made_at: datetime, folder: str, *, again: bool = False
) -> tuple[str, ...]:
    """The lines of the sheet; ``made_at`` is local wall-clock time, ``key`` as the store spells it.

    ``again``: the key is older than this sheet.

    Four groups a line, since a key is read back group by group.
    """
    groups = key.split()
    rows = [
        "    " + " ".join(groups[start : start + _GROUPS_A_LINE])
        for start in range(0, len(groups), _GROUPS_A_LINE)
    ]
    return (
        f"{office}值班室  数据恢复密钥",
        "",
        *rows,
        "",
        f"数据文件夹：{folder}",
        f"{'重印' if again else '生成'}时间：{made_at:%Y年%m月%d日 %H:%M}",
        "",
        "本机的值班数据和备份均已加密。电脑损坏、重装或换机后，只有此密钥能重新打开。",
        "请存放于保险柜，不要与电脑、备份盘放在一起，不要拍照，不要用网络发送。",
    )

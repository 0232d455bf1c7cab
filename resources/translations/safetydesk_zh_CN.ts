<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AlarmPanel</name>
    <message>
        <source>Alarms</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Alarms may not sound</source>
        <translation>提醒可能不响</translation>
    </message>
    <message>
        <source>For {minutes} minutes</source>
        <translation>静音 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Last checked {time}</source>
        <translation>最近核对 {time}</translation>
    </message>
    <message>
        <source>Last checked {time} · next {next}</source>
        <translation>最近核对 {time} · 下次 {next}</translation>
    </message>
    <message>
        <source>Last checked {time} · watch the clock</source>
        <translation>最近核对 {time} · 请看钟</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Next 4 hours</source>
        <translation>今后 4 小时</translation>
    </message>
    <message>
        <source>No alarms now</source>
        <translation>当前无提醒</translation>
    </message>
    <message>
        <source>Rest of the shift</source>
        <translation>本班余下</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>自检</translation>
    </message>
    <message>
        <source>Shelved {count}</source>
        <translation>搁置 {count}</translation>
    </message>
    <message>
        <source>Silence the sound for some minutes</source>
        <translation>静音几分钟</translation>
    </message>
    <message>
        <source>This shift {raised} · all settled</source>
        <translation>本班提醒 {raised} · 全部已办</translation>
    </message>
    <message>
        <source>This shift {raised} · settled {settled}</source>
        <translation>本班提醒 {raised} · 已办 {settled}</translation>
    </message>
</context>
<context>
    <name>AlarmRow</name>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Close with a reason…</source>
        <translation>注明原因后关闭…</translation>
    </message>
    <message>
        <source>More about this alarm</source>
        <translation>此提醒的其他操作</translation>
    </message>
    <message>
        <source>Open what it is about</source>
        <translation>打开相关事项</translation>
    </message>
    <message>
        <source>Shelve for {minutes} minutes</source>
        <translation>搁置 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Shelve…</source>
        <translation>搁置…</translation>
    </message>
    <message>
        <source>level one</source>
        <translation>一级</translation>
    </message>
    <message>
        <source>level three</source>
        <translation>三级</translation>
    </message>
    <message>
        <source>level two</source>
        <translation>二级</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>shelved until {time}</source>
        <translation>搁置到 {time}</translation>
    </message>
    <message>
        <source>{name} {time} acknowledged</source>
        <translation>{name} {time} 确认</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>A report without personal data lies here: {path}</source>
        <translation>不含个人信息的报告存放在：{path}</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>程序出了差错</translation>
    </message>
    <message>
        <source>The program met an internal error ({code}). What you typed is kept; only what was shown as saved is saved. Reminders go on.</source>
        <translation>程序遇到内部错误（{code}）。您写的已保留；只有显示为已保存的内容才已保存。提醒继续进行。</translation>
    </message>
</context>
<context>
    <name>FaultBar</name>
    <message>
        <source>Print what is open</source>
        <translation>打印未办清单</translation>
    </message>
    <message>
        <source>Restart the guard</source>
        <translation>重启守护</translation>
    </message>
</context>
<context>
    <name>FrameFeed</name>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Friday shift</source>
        <translation>周五班</translation>
    </message>
    <message>
        <source>Guard stopped</source>
        <translation>守护停止</translation>
    </message>
    <message>
        <source>Guard well</source>
        <translation>守护正常</translation>
    </message>
    <message>
        <source>Internal · no state secrets on this computer</source>
        <translation>内部资料 · 本机严禁处理、存储涉密信息</translation>
    </message>
    <message>
        <source>Monday shift</source>
        <translation>周一班</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>Saturday shift</source>
        <translation>周六班</translation>
    </message>
    <message>
        <source>Seal chain</source>
        <translation>封存链</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Still working: log, phone records, contacts, printing.</source>
        <translation>仍可用：日志、电话记录、通讯录、打印。</translation>
    </message>
    <message>
        <source>Sunday shift</source>
        <translation>周日班</translation>
    </message>
    <message>
        <source>Thursday shift</source>
        <translation>周四班</translation>
    </message>
    <message>
        <source>Tuesday shift</source>
        <translation>周二班</translation>
    </message>
    <message>
        <source>Wednesday shift</source>
        <translation>周三班</translation>
    </message>
    <message>
        <source>broken at entry {seq}</source>
        <translation>第 {seq} 条断开</translation>
    </message>
    <message>
        <source>no device; watch the screen</source>
        <translation>无设备，请看屏幕</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>未自检</translation>
    </message>
    <message>
        <source>well</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>{count} checked</source>
        <translation>已核 {count} 条</translation>
    </message>
</context>
<context>
    <name>FrameHeader</name>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Duty phones</source>
        <translation>值班电话</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>{time} 起</translation>
    </message>
    <message>
        <source>in {period}</source>
        <translation>还有 {period}</translation>
    </message>
    <message>
        <source>overdue by {period}</source>
        <translation>已过 {period}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Safety Desk</source>
        <translation>安全值班台</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>A rule does not allow this ({code}).</source>
        <translation>规则不允许这样做（{code}）。</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile. Your text is kept: look and save again.</source>
        <translation>别人刚改过这条内容。您写的已保留，请看过后再保存。</translation>
    </message>
    <message>
        <source>The database cannot be used now ({code}). Nothing was saved; your text is kept.</source>
        <translation>数据库暂不能用（{code}）。未保存任何内容，您写的已保留。</translation>
    </message>
    <message>
        <source>This no longer exists ({code}).</source>
        <translation>该内容已不存在（{code}）。</translation>
    </message>
    <message>
        <source>This was not done ({code}).</source>
        <translation>操作未完成（{code}）。</translation>
    </message>
    <message>
        <source>Your role does not allow this. The attempt is in the audit list.</source>
        <translation>您的角色不能做这项操作；本次尝试已记入审计。</translation>
    </message>
    <message>
        <source>{where}: {expected}</source>
        <translation>{where}：{expected}</translation>
    </message>
</context>
<context>
    <name>MuteBar</name>
    <message>
        <source>Muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>恢复声音</translation>
    </message>
    <message>
        <source>{name} since {since}, until {until}; a new alarm of the same or a higher level brings the sound back</source>
        <translation>{name} {since} 起，至 {until}；新的同级或更高级提醒会恢复声音</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Duty desk</source>
        <translation>值班台</translation>
    </message>
    <message>
        <source>Opening the desk…</source>
        <translation>正在打开值班台…</translation>
    </message>
    <message>
        <source>Recent entries</source>
        <translation>最近记录</translation>
    </message>
</context>
<context>
    <name>QuickEntry</name>
    <message>
        <source>Kind of entry</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>Time of the event</source>
        <translation>事件时间</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo · {seconds} s</source>
        <translation>撤销 · {seconds} 秒</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Write what happened; Enter logs it (10 s to undo)</source>
        <translation>写下发生了什么，回车记入日志（10 秒内可撤销）</translation>
    </message>
    <message>
        <source>log</source>
        <translation>记入</translation>
    </message>
    <message>
        <source>log and assign</source>
        <translation>记入并交办</translation>
    </message>
</context>
<context>
    <name>_KeyHints</name>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>本页说明</translation>
    </message>
</context>
</TS>

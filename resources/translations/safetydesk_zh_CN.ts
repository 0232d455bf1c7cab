<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AbsenceDialog</name>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>已报备</translation>
    </message>
    <message>
        <source>Filed with</source>
        <translation>报备单位</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>From (part of a day)</source>
        <translation>起（不足一天时）</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Leave and absences</source>
        <translation>请假外出登记</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>代班人</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>To (part of a day)</source>
        <translation>止（不足一天时）</translation>
    </message>
    <message>
        <source>Write dates as 2025-10-06 and times as 13:00.</source>
        <translation>日期写成 2025-10-06，时间写成 13:00。</translation>
    </message>
    <message>
        <source>Write the name of somebody of the office.</source>
        <translation>请写本机关人员的姓名。</translation>
    </message>
</context>
<context>
    <name>ActDialog</name>
    <message>
        <source>The log entry needs words.</source>
        <translation>日志要写内容。</translation>
    </message>
</context>
<context>
    <name>AddItemLine</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a matter: what must be done</source>
        <translation>补充一项：要办什么</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Matter to add</source>
        <translation>补充的事项</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>办到何时</translation>
    </message>
    <message>
        <source>until</source>
        <translation>限时</translation>
    </message>
</context>
<context>
    <name>AddresseeChips</name>
    <message>
        <source>Add an addressee</source>
        <translation>添加报送对象</translation>
    </message>
    <message>
        <source>Take away {name}</source>
        <translation>去掉 {name}</translation>
    </message>
</context>
<context>
    <name>AlarmActs</name>
    <message>
        <source>Close an alarm</source>
        <translation>关闭提醒</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>关闭提醒</translation>
    </message>
    <message>
        <source>Self-test: the beat looked at {time}; a sound is playing</source>
        <translation>自检：守护最近核对 {time}，正在试音</translation>
    </message>
    <message>
        <source>Shelve</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Shelve an alarm</source>
        <translation>搁置提醒</translation>
    </message>
    <message>
        <source>The alarm does not call again. Say what shows that it is done.</source>
        <translation>关闭后不再提醒。请写明已办的依据。</translation>
    </message>
    <message>
        <source>The alarm is silent for {minutes} minutes and then calls again; the duty stays.</source>
        <translation>此提醒静默 {minutes} 分钟后再次提醒；该办的事项不变。</translation>
    </message>
</context>
<context>
    <name>AlarmList</name>
    <message>
        <source>{count} more alarms: show the next</source>
        <translation>另有 {count} 条，显示后面的</translation>
    </message>
</context>
<context>
    <name>AlarmLoadDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>In ten minutes, on average</source>
        <translation>平均每 10 分钟</translation>
    </message>
    <message>
        <source>In the worst ten minutes</source>
        <translation>最多的 10 分钟</translation>
    </message>
    <message>
        <source>Last shifts</source>
        <translation>最近各班</translation>
    </message>
    <message>
        <source>Levels Ⅰ Ⅱ Ⅲ</source>
        <translation>Ⅰ Ⅱ Ⅲ 级占比</translation>
    </message>
    <message>
        <source>Lines of this shift</source>
        <translation>本班日志</translation>
    </message>
    <message>
        <source>Load of alarms</source>
        <translation>提醒负荷</translation>
    </message>
    <message>
        <source>No shift has begun yet: there is nothing to count.</source>
        <translation>还没有开过班，无从统计。</translation>
    </message>
    <message>
        <source>On the list now</source>
        <translation>列表中现有</translation>
    </message>
    <message>
        <source>Save as csv…</source>
        <translation>存为 CSV…</translation>
    </message>
    <message>
        <source>Save the load of alarms</source>
        <translation>保存提醒负荷</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>各班</translation>
    </message>
    <message>
        <source>This shift</source>
        <translation>本班</translation>
    </message>
    <message>
        <source>What comes up most often</source>
        <translation>提醒最多的来源</translation>
    </message>
    <message>
        <source>{file} was written</source>
        <translation>{file} 已保存</translation>
    </message>
    <message>
        <source>{number}　limit {limit}</source>
        <translation>{number}　限 {limit}</translation>
    </message>
    <message>
        <source>{number}　limit {limit} when the desk is handed over</source>
        <translation>{number}　交接班时应不多于 {limit}</translation>
    </message>
</context>
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
        <source>Nobody is on duty: what comes reaches no one</source>
        <translation>当前无人值班，提醒无人接收</translation>
    </message>
    <message>
        <source>Own reminders</source>
        <translation>定时提醒</translation>
    </message>
    <message>
        <source>Own reminders (Ctrl+Shift+N)</source>
        <translation>定时提醒（Ctrl+Shift+N）</translation>
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
        <source>Silence the sound: {key} for {minutes} minutes, or choose how long here</source>
        <translation>静音：按 {key} 静音 {minutes} 分钟，点此可选时长</translation>
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
        <source>done</source>
        <translation>已办</translation>
    </message>
    <message>
        <source>done, not seen yet</source>
        <translation>已办，待确认</translation>
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
        <source>{name} acknowledged, not done for {period}</source>
        <translation>{name}已确认，{period}未办结</translation>
    </message>
    <message>
        <source>{name} {time} acknowledged</source>
        <translation>{name} {time} 确认</translation>
    </message>
</context>
<context>
    <name>AlarmSounds</name>
    <message>
        <source>{count} more alarms: see the list</source>
        <translation>另有 {count} 条提醒，见提醒列表</translation>
    </message>
</context>
<context>
    <name>AuditSection</name>
    <message>
        <source>Changes</source>
        <translation>改动记录</translation>
    </message>
    <message>
        <source>Every change of the office, its rules and its people stands here with who made it and when, and so does what somebody was refused. Nothing here can be altered. The line below shows a change in full.</source>
        <translation>单位、规则和人员的每次改动，由谁、在何时所改，都列在这里；被拒绝的操作也列出。这里的内容不能更改。选中一行，下方显示改动全文。</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>name, act or value</source>
        <translation>姓名、事项或内容</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>PIN changed</source>
        <translation>修改口令</translation>
    </message>
    <message>
        <source>PIN given</source>
        <translation>发给口令</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>competent departments changed</source>
        <translation>修改主管部门表</translation>
    </message>
    <message>
        <source>days of verification</source>
        <translation>核实有效天数</translation>
    </message>
    <message>
        <source>escalation policy</source>
        <translation>升级策略</translation>
    </message>
    <message>
        <source>facts of a person</source>
        <translation>人员情况</translation>
    </message>
    <message>
        <source>first PIN set</source>
        <translation>首次设置口令</translation>
    </message>
    <message>
        <source>forgotten PIN given anew</source>
        <translation>遗忘口令重设</translation>
    </message>
    <message>
        <source>holidays of the year</source>
        <translation>年度放假安排</translation>
    </message>
    <message>
        <source>key period</source>
        <translation>重点时段</translation>
    </message>
    <message>
        <source>key period ended</source>
        <translation>重点时段终止</translation>
    </message>
    <message>
        <source>level or region of the office</source>
        <translation>更改层级或辖区</translation>
    </message>
    <message>
        <source>office founded</source>
        <translation>建立单位</translation>
    </message>
    <message>
        <source>person added</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>person left</source>
        <translation>人员离开</translation>
    </message>
    <message>
        <source>person returned</source>
        <translation>人员恢复</translation>
    </message>
    <message>
        <source>rates of duties</source>
        <translation>值班补贴标准</translation>
    </message>
    <message>
        <source>recovery key printed</source>
        <translation>补打恢复密钥</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>report template</source>
        <translation>报告模板</translation>
    </message>
    <message>
        <source>review of reports</source>
        <translation>报告核稿设置</translation>
    </message>
    <message>
        <source>routine begun</source>
        <translation>添加例行提醒</translation>
    </message>
    <message>
        <source>routine ended</source>
        <translation>终止例行提醒</translation>
    </message>
    <message>
        <source>rule about rosters</source>
        <translation>排班核查规则</translation>
    </message>
    <message>
        <source>rule pack added</source>
        <translation>添加规则包</translation>
    </message>
    <message>
        <source>rule pack changed</source>
        <translation>修改规则包</translation>
    </message>
    <message>
        <source>rule pack in use</source>
        <translation>启用停用规则包</translation>
    </message>
    <message>
        <source>rule pack of the program</source>
        <translation>随附规则包</translation>
    </message>
    <message>
        <source>rule pack removed</source>
        <translation>移除规则包</translation>
    </message>
    <message>
        <source>rule pack taken back</source>
        <translation>恢复随附规则包</translation>
    </message>
    <message>
        <source>way outside added</source>
        <translation>添加外部通知方式</translation>
    </message>
    <message>
        <source>way outside changed</source>
        <translation>修改外部通知方式</translation>
    </message>
    <message>
        <source>way outside switched</source>
        <translation>启停外部通知方式</translation>
    </message>
    <message>
        <source>way outside tried</source>
        <translation>试发外部通知</translation>
    </message>
</context>
<context>
    <name>BasisDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>Blocks</name>
    <message>
        <source>Data of {time}</source>
        <translation>数据时间 {time}</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Last checked {time}</source>
        <translation>最近核对 {time}</translation>
    </message>
    <message>
        <source>Next 4 hours</source>
        <translation>今后 4 小时</translation>
    </message>
    <message>
        <source>Next {time} {title}</source>
        <translation>下一项 {time} {title}</translation>
    </message>
    <message>
        <source>No alarms now</source>
        <translation>当前没有提醒</translation>
    </message>
    <message>
        <source>Nothing falls due</source>
        <translation>没有到期事项</translation>
    </message>
    <message>
        <source>Open incidents {count}</source>
        <translation>在办事件 {count}</translation>
    </message>
    <message>
        <source>happened {time} · {period} ago</source>
        <translation>{time} 发生 · 已 {period}</translation>
    </message>
    <message>
        <source>in {period}</source>
        <translation>还有 {period}</translation>
    </message>
    <message>
        <source>overdue by {period}</source>
        <translation>已超 {period}</translation>
    </message>
    <message>
        <source>time not known yet</source>
        <translation>时间待核实</translation>
    </message>
    <message>
        <source>{count} more at the desk</source>
        <translation>另有 {count} 项见值班台</translation>
    </message>
    <message>
        <source>{due} · seen</source>
        <translation>{due} · 已确认</translation>
    </message>
    <message>
        <source>{period} left</source>
        <translation>还剩 {period}</translation>
    </message>
</context>
<context>
    <name>BoardSection</name>
    <message>
        <source>Names beside alarms</source>
        <translation>提醒旁的姓名</translation>
    </message>
    <message>
        <source>Open or close</source>
        <translation>打开或关闭</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Screen of the wallboard</source>
        <translation>大屏所在屏幕</translation>
    </message>
    <message>
        <source>Show the leader's number</source>
        <translation>显示带班领导电话</translation>
    </message>
    <message>
        <source>Telephone numbers</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>The wallboard is read from five metres: who is on duty, alarms, incidents in hand, what falls due within four hours. Data older than thirty seconds is veiled. Names beside alarms and the numbers of officers never stand on it.</source>
        <translation>大屏供五米外观看：当班人员、提醒、在办事件、今后四小时的到期事项。数据超过三十秒未更新即蒙灰。提醒旁的姓名和值班员电话从不显示。</translation>
    </message>
    <message>
        <source>Wallboard</source>
        <translation>值班大屏</translation>
    </message>
    <message>
        <source>fills its screen; it follows when somebody moves it</source>
        <translation>铺满所在屏幕；移到哪块就记住哪块</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>不显示</translation>
    </message>
    <message>
        <source>never shown</source>
        <translation>从不显示</translation>
    </message>
    <message>
        <source>only one screen: the board opens as a window</source>
        <translation>只有一块屏幕，大屏以窗口打开</translation>
    </message>
    <message>
        <source>the last one</source>
        <translation>最后一块</translation>
    </message>
    <message>
        <source>the leader's number can be read by whoever sees the board</source>
        <translation>看到大屏的人都能看到带班领导电话</translation>
    </message>
</context>
<context>
    <name>CallRecord</name>
    <message>
        <source>About</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>再加</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>接起</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Drop draft</source>
        <translation>丢弃草稿</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>挂断</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>Kind of the log entry</source>
        <translation>记入日志的类别</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>建事件</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Paste a message</source>
        <translation>粘贴文字</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Save only</source>
        <translation>只保存</translation>
    </message>
    <message>
        <source>Still to ask</source>
        <translation>还要问</translation>
    </message>
    <message>
        <source>Telephone record</source>
        <translation>电话记录</translation>
    </message>
    <message>
        <source>Told already</source>
        <translation>已告知</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What was done about it</source>
        <translation>处理情况</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>Which way the call went</source>
        <translation>来电还是去电</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>when the call came, unless changed</source>
        <translation>不改就是来电时间</translation>
    </message>
</context>
<context>
    <name>CallRecordWindow</name>
    <message>
        <source>Called</source>
        <translation>接听人</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>去电</translation>
    </message>
    <message>
        <source>Telephone record saved: {who}</source>
        <translation>电话记录已存：{who}</translation>
    </message>
    <message>
        <source>draft kept {time}</source>
        <translation>草稿 {time} 已存</translation>
    </message>
</context>
<context>
    <name>CallTimes</name>
    <message>
        <source>Answered</source>
        <translation>接起</translation>
    </message>
    <message>
        <source>Got through</source>
        <translation>接通</translation>
    </message>
    <message>
        <source>answered at {time} after {period}</source>
        <translation>{time} 接起，响 {period}</translation>
    </message>
    <message>
        <source>dialled at {time}</source>
        <translation>{time} 拨出</translation>
    </message>
    <message>
        <source>ended at {time}</source>
        <translation>{time} 挂断</translation>
    </message>
    <message>
        <source>got through at {time}</source>
        <translation>{time} 接通</translation>
    </message>
    <message>
        <source>rang at {time}</source>
        <translation>{time} 响铃</translation>
    </message>
    <message>
        <source>spoke for {period}</source>
        <translation>通话 {period}</translation>
    </message>
</context>
<context>
    <name>CallView</name>
    <message>
        <source>About</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Already told</source>
        <translation>已告知</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>接电人</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>处理情况</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Phone record</source>
        <translation>电话记录</translation>
    </message>
    <message>
        <source>Rang</source>
        <translation>响铃</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Spoke for</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>{time}, answered after {period}</source>
        <translation>{time}，响 {period} 后接起</translation>
    </message>
</context>
<context>
    <name>CallerMatch</name>
    <message>
        <source>marked as failed</source>
        <translation>已标为打不通</translation>
    </message>
    <message>
        <source>not in the directory</source>
        <translation>通讯录里没有</translation>
    </message>
    <message>
        <source>not verified yet</source>
        <translation>还没核对过</translation>
    </message>
    <message>
        <source>one of {count}</source>
        <translation>另有同号，共 {count} 个</translation>
    </message>
    <message>
        <source>verified {day}</source>
        <translation>通讯录 {day}已核</translation>
    </message>
</context>
<context>
    <name>CallingBoardPage</name>
    <message>
        <source>Answered</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>By area</source>
        <translation>按镇街</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>按序号</translation>
    </message>
    <message>
        <source>Call list</source>
        <translation>叫应名单</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>叫出</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>叫应</translation>
    </message>
    <message>
        <source>Everybody on the list is called until they answer and repeat the message back. The selected line stands above with its number: 0 calls out, 1 answered, 2 repeated back, 3 no answer, 4 the next person, 5 feedback. Who does not answer within the time gives way to the deputy and then to the upper; an alarm says so. The order changes only when you choose it. Every step stands in the log; Ctrl+P prints the record.</source>
        <translation>名单上每个对象都要叫到应答并复述无误。选中的一行连同电话显示在上方：0 叫出，1 应答，2 复述无误，3 没接，4 升级到下一人，5 反馈。到时未应的转副职，再转上级，并有提醒。排列次序只在您选择时改变。每一步都记入日志；Ctrl+P 打印叫应记录表。</translation>
    </message>
    <message>
        <source>Feedback or next step</source>
        <translation>反馈或升级</translation>
    </message>
    <message>
        <source>Make the list</source>
        <translation>编名单</translation>
    </message>
    <message>
        <source>No call list yet</source>
        <translation>还没有叫应名单</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序</translation>
    </message>
    <message>
        <source>Print the record</source>
        <translation>打印叫应记录</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>The list is proposed from the directory: the streets and towns that the warning names, and the people who answer for them, each with a deputy.</source>
        <translation>名单由通讯录提出：预警所及镇街及其责任人，各带替补。核对后即可开始叫应。</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Unanswered first</source>
        <translation>未应在前</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>answer within {period}</source>
        <translation>{period}内应答</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>占线</translation>
    </message>
    <message>
        <source>missed {n}</source>
        <translation>未接 {n} 次</translation>
    </message>
    <message>
        <source>the duty leader</source>
        <translation>带班领导</translation>
    </message>
    <message>
        <source>{time} to {whom}</source>
        <translation>{time} 转{whom}</translation>
    </message>
</context>
<context>
    <name>CallingFeedbackDialog</name>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Feedback of {target}</source>
        <translation>{target}的反馈</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>反馈人</translation>
    </message>
    <message>
        <source>on post, how many people moved, roads closed</source>
        <translation>上岗情况、转移人数、封闭路段等</translation>
    </message>
</context>
<context>
    <name>CallingListDialog</name>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>另加</translation>
    </message>
    <message>
        <source>Call list of {title}</source>
        <translation>{title}叫应名单</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Proposed by area and role; who does not answer gives way to the next on the line.</source>
        <translation>按镇街和职责提出；未应答的依次改叫后面的人。不叫的取消勾选。</translation>
    </message>
    <message>
        <source>Say whom to call and by which number.</source>
        <translation>请写明叫应对象和电话。</translation>
    </message>
    <message>
        <source>To call</source>
        <translation>应叫对象</translation>
    </message>
    <message>
        <source>Whom: unit and role</source>
        <translation>对象（单位、职责）</translation>
    </message>
    <message>
        <source>{n} lines</source>
        <translation>{n} 个对象</translation>
    </message>
</context>
<context>
    <name>CallingNow</name>
    <message>
        <source>Answered</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Call out</source>
        <translation>叫出</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>没接</translation>
    </message>
    <message>
        <source>Repeated back</source>
        <translation>复述无误</translation>
    </message>
    <message>
        <source>answered {time}</source>
        <translation>{time} 应答</translation>
    </message>
    <message>
        <source>nobody after this one: ask the duty leader</source>
        <translation>再无替补，未应请带班领导</translation>
    </message>
    <message>
        <source>since {time}, {period}</source>
        <translation>{time} 起，已 {period}</translation>
    </message>
    <message>
        <source>without an answer at {time}: {whom}</source>
        <translation>{time} 未应改叫 {whom}</translation>
    </message>
</context>
<context>
    <name>CallingRollDialog</name>
    <message>
        <source>Filed at</source>
        <translation>报备时间</translation>
    </message>
    <message>
        <source>Filed with</source>
        <translation>报备单位</translation>
    </message>
    <message>
        <source>The yearly call list was filed</source>
        <translation>叫应名单已报备</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>变动情况</translation>
    </message>
    <message>
        <source>Who is called is renewed and filed every year before 20 April.</source>
        <translation>叫应对象每年4月20日前更新并报备。</translation>
    </message>
</context>
<context>
    <name>CasualtiesCard</name>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Casualties</source>
        <translation>伤亡变化</translation>
    </message>
    <message>
        <source>Record numbers</source>
        <translation>记伤亡</translation>
    </message>
    <message>
        <source>Reported in</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>not reported yet</source>
        <translation>待续报</translation>
    </message>
    <message>
        <source>sums contradict each other</source>
        <translation>合计不一致</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>✓ sums agree</source>
        <translation>✓ 合计核对一致</translation>
    </message>
</context>
<context>
    <name>CasualtyDialog</name>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Burned area, ha</source>
        <translation>过火公顷</translation>
    </message>
    <message>
        <source>Loss, 10,000 yuan</source>
        <translation>损失万元</translation>
    </message>
    <message>
        <source>Numbers fall: why?</source>
        <translation>数字减少，写明原因</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Record casualties</source>
        <translation>记伤亡</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
</context>
<context>
    <name>ChangePinDialog</name>
    <message>
        <source>At least six digits, not all alike</source>
        <translation>至少六位数字，不能全相同</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>修改口令</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>New PIN again</source>
        <translation>再输一次新口令</translation>
    </message>
    <message>
        <source>PIN so far</source>
        <translation>原口令</translation>
    </message>
    <message>
        <source>The PIN is changed.</source>
        <translation>口令已修改。</translation>
    </message>
    <message>
        <source>The new PIN was typed differently the second time.</source>
        <translation>两次输入的新口令不一样，请重新输入。</translation>
    </message>
    <message>
        <source>{name}: signatures and confirmations are proven by this PIN.</source>
        <translation>{name}：签字和确认都凭这一口令。</translation>
    </message>
</context>
<context>
    <name>ClockNews</name>
    <message>
        <source>Resumed, or the clock was set forward by {period}: {count} alarms made up</source>
        <translation>电脑休眠后恢复或时钟前跳 {period}：补出提醒 {count} 条</translation>
    </message>
    <message>
        <source>The clock was set back by {period}; nothing is raised twice</source>
        <translation>时钟被拨回 {period}，请校准；已提醒的不重复</translation>
    </message>
    <message>
        <source>The computer's clock is {period} behind the last record of this desk. Set it right: entries and deadlines take their time from it.</source>
        <translation>电脑时钟比值班台上次记录早 {period}。请先校准：日志和时限都以它为准。</translation>
    </message>
    <message>
        <source>The computer's time zone changed; the desk keeps its own</source>
        <translation>电脑时区已改变，值班台仍按本单位时区</translation>
    </message>
</context>
<context>
    <name>CloseIncidentDialog</name>
    <message>
        <source>Close the incident</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>{n} reports are still owed: say why it ends nevertheless; a leader agrees by PIN.</source>
        <translation>还有 {n} 项应报未报，结案要写明理由，由带班领导输口令同意。</translation>
    </message>
</context>
<context>
    <name>CloseUnrelieved</name>
    <message>
        <source>A leader ends this shift although nobody has taken over. The log is sealed, every reminder goes on unacknowledged, and the next person reads the reason first. This cannot be undone.</source>
        <translation>由领导在无人接班时关闭本班。日志封存，在响的提醒转为未确认，下一个到岗的人首先看到原因。此操作不能撤销。</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>关闭本班</translation>
    </message>
    <message>
        <source>Close the shift without a handover</source>
        <translation>未经交接关闭本班</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>领导</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason: why nobody took over</source>
        <translation>原因：为什么无人接班</translation>
    </message>
</context>
<context>
    <name>CompetenceSection</name>
    <message>
        <source>Competent departments</source>
        <translation>主管部门</translation>
    </message>
    <message>
        <source>Competent departments and those to be told</source>
        <translation>主管部门与通报对象</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>恢复原文</translation>
    </message>
    <message>
        <source>Take back to the shipped text</source>
        <translation>恢复为随附文本</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>恢复原文…</translation>
    </message>
    <message>
        <source>Text…</source>
        <translation>文本…</translation>
    </message>
    <message>
        <source>The shipped rows hold at once, for incidents in hand too.</source>
        <translation>随附的各行立即生效，在办事件也按随附的。</translation>
    </message>
    <message>
        <source>Who is competent for which sort of incident, and whom the law names to be told. The list of an incident (Alt+W) is made from these rows; an office counts as told when its name holds one of the words of the row. What is changed here is a copy of the office and holds at once.</source>
        <translation>哪类事件由谁主管，法规点名要通报谁。事件的通报清单（Alt+W）按这些行列出；单位名称含有该行字样之一，即视为已告知。这里的改动是本单位的副本，立即生效。</translation>
    </message>
</context>
<context>
    <name>ComposerActs</name>
    <message>
        <source>The text is in the clipboard.</source>
        <translation>全文已复制。</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>丢弃稿件</translation>
    </message>
    <message>
        <source>{report}: its words stay in the audit trail only.</source>
        <translation>{report}：丢弃后，文字只留在操作记录里。</translation>
    </message>
</context>
<context>
    <name>ComposerCheck</name>
    <message numerus="yes">
        <source>%n statements differ from the facts; sending goes on</source>
        <translation>
            <numerusform>%n 处与事实表不符，不挡报送</numerusform>
        </translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>No number or time contradicts the facts</source>
        <translation>数字、时间与事实表不矛盾</translation>
    </message>
    <message>
        <source>Set to the fact</source>
        <translation>按事实改</translation>
    </message>
    <message>
        <source>✓ Numbers and times agree with the facts</source>
        <translation>✓ 数字、时间与事实表一致</translation>
    </message>
</context>
<context>
    <name>ComposerEditor</name>
    <message>
        <source>Addressees</source>
        <translation>报送对象</translation>
    </message>
    <message>
        <source>Annex: paste a table, its first row is the head</source>
        <translation>附件表格（从表格软件粘贴，第一行为表头）</translation>
    </message>
    <message>
        <source>Contact at the scene</source>
        <translation>现场联系人</translation>
    </message>
    <message>
        <source>Copies printed</source>
        <translation>共印份数</translation>
    </message>
    <message>
        <source>Copies to</source>
        <translation>抄送</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>核稿</translation>
    </message>
    <message>
        <source>Rows of the annex</source>
        <translation>附件表格的内容</translation>
    </message>
    <message>
        <source>Subtitle: casualties and progress</source>
        <translation>副题：伤亡与进展</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Title of the annex</source>
        <translation>附件标题</translation>
    </message>
</context>
<context>
    <name>ComposerFoot</name>
    <message>
        <source>Copy all</source>
        <translation>复制全文</translation>
    </message>
    <message>
        <source>For signature: {name}</source>
        <translation>送签 {name}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核稿</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>核稿人</translation>
    </message>
    <message>
        <source>Reviewed: {name}</source>
        <translation>{name} 核稿</translation>
    </message>
    <message>
        <source>Reviewer's PIN</source>
        <translation>核稿人口令</translation>
    </message>
    <message>
        <source>Sign: {name}</source>
        <translation>{name} 签发</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>Signing leader</source>
        <translation>签发领导</translation>
    </message>
    <message>
        <source>The leader's PIN</source>
        <translation>领导口令</translation>
    </message>
    <message>
        <source>Throw away…</source>
        <translation>丢弃…</translation>
    </message>
    <message>
        <source>{reason} The shipped template was used.</source>
        <translation>{reason}已改用随附模板。</translation>
    </message>
</context>
<context>
    <name>ComposerPage</name>
    <message>
        <source>A report from its draft to its receipts. Missing elements never hold it up: they are marked and followed up. Ctrl+Enter asks for the leader's PIN and signs; after that the words are fixed, and Ctrl+Enter notes it as sent. Ctrl+Shift+C copies the text, Alt+N takes in what is new, Alt+J goes to the next number or time that the facts do not bear out, Alt+G sets it to the fact, Alt+V compares two reports, Alt+R asks for the reviewer, Alt+B puts in a standing phrase, Alt+K makes a daily report of a nil report or the other way round, Ctrl+Shift+D throws a draft away, Esc goes back; what is typed is kept all the time.</source>
        <translation>一份报告从起草到回执。缺项不挡报送，只作标记，报出后补报。Ctrl+Enter 请领导输口令签发；签发后文字不再改，Ctrl+Enter 记为已报送。Ctrl+Shift+C 复制全文，Alt+N 写入新情况，Alt+J 跳到下一处与事实不一致的数字或时间，Alt+G 按事实改，Alt+V 比较两份报告，Alt+R 请人核稿，Alt+B 插入常用语，Alt+K 把零报告改成日报或反过来，Ctrl+Shift+D 丢弃稿件，Esc 返回；输入的内容随时保存。</translation>
    </message>
    <message>
        <source>Incidents / {number}</source>
        <translation>事件 / {number}</translation>
    </message>
    <message>
        <source>Somebody else has saved this draft meanwhile: compare before you save.</source>
        <translation>这份稿件刚被别人改过：请核对后再保存。</translation>
    </message>
    <message>
        <source>draft kept {time}</source>
        <translation>草稿 {time} 已存</translation>
    </message>
    <message>
        <source>signed {time} {name}</source>
        <translation>{name} {time} 签发</translation>
    </message>
</context>
<context>
    <name>ComposerPreview</name>
    <message>
        <source>A4 · {n} pages</source>
        <translation>A4 · 共 {n} 页</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Page {n}</source>
        <translation>第 {n} 页</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>版面预览</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>ComposerSending</name>
    <message>
        <source>Closes</source>
        <translation>办结交办</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Log entry</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Note as sent</source>
        <translation>记为已报送</translation>
    </message>
    <message>
        <source>Sent at</source>
        <translation>报出</translation>
    </message>
    <message>
        <source>To whom it goes</source>
        <translation>报送</translation>
    </message>
    <message>
        <source>closes nothing</source>
        <translation>不办结</translation>
    </message>
</context>
<context>
    <name>ComposerSteps</name>
    <message>
        <source>Draft</source>
        <translation>起草</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核稿</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>报送</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签发</translation>
    </message>
</context>
<context>
    <name>ContactActs</name>
    <message>
        <source>Copied {number}</source>
        <translation>已复制 {number}</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>已撤销。</translation>
    </message>
    <message>
        <source>{name} added</source>
        <translation>已新增：{name}</translation>
    </message>
    <message>
        <source>{name} changed</source>
        <translation>已修改：{name}</translation>
    </message>
    <message>
        <source>{name} removed</source>
        <translation>已移出：{name}</translation>
    </message>
    <message>
        <source>{number} is to be verified</source>
        <translation>{number} 已标为待核</translation>
    </message>
    <message>
        <source>{number} verified</source>
        <translation>{number} 已核实</translation>
    </message>
    <message>
        <source>{number} works</source>
        <translation>{number} 可以打通</translation>
    </message>
</context>
<context>
    <name>ContactCardView</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Choose a contact</source>
        <translation>请选择联系人</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Edit this contact</source>
        <translation>修改这位联系人</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>If no answer</source>
        <translation>打不通时</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>打不通</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Numbers, stand-ins and verification are shown here.</source>
        <translation>这里显示号码、替补联系人和核实情况。</translation>
    </message>
    <message>
        <source>People of the office, by the supervisor</source>
        <translation>本机关人员，由管理员维护</translation>
    </message>
    <message>
        <source>Record call</source>
        <translation>记去电</translation>
    </message>
    <message>
        <source>Remove this contact</source>
        <translation>移出通讯录</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>Works again</source>
        <translation>能打通</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>marked a number as failed</source>
        <translation>标记号码打不通</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>took a failed mark back</source>
        <translation>取消打不通标记</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>{post} until {time}</source>
        <translation>今日{post} 至 {time}</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>0000-5550101 ext. 8001</source>
        <translation>0000-5550101 转 8001</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change contact</source>
        <translation>修改联系人</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Kind of number</source>
        <translation>号码类别</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>新增联系人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>several, with 、 between them</source>
        <translation>多个用、分开</translation>
    </message>
    <message>
        <source>“{text}” is no number.</source>
        <translation>“{text}”不是号码。</translation>
    </message>
</context>
<context>
    <name>ContactsImport</name>
    <message>
        <source>A list as the office keeps it: a table with names, units and numbers, or a phone's export. Nothing is written before you import.</source>
        <translation>单位自己的通讯录：含姓名、单位、电话的表格，或手机导出的名片。确认导入之前不写入任何内容。</translation>
    </message>
    <message>
        <source>Import contacts</source>
        <translation>导入通讯录</translation>
    </message>
    <message>
        <source>Imported {file}: {what}</source>
        <translation>已导入 {file}：{what}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>{added} new, {merged} merged with known ones</source>
        <translation>新增 {added} 条，合并 {merged} 条</translation>
    </message>
    <message>
        <source>{people} people, {units} units’ own entries</source>
        <translation>{people} 人，单位号码 {units} 条</translation>
    </message>
</context>
<context>
    <name>ContactsPage</name>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>通讯录</translation>
    </message>
    <message>
        <source>Contacts found</source>
        <translation>找到的联系人</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Not found? Ctrl+N keeps what you typed as a new contact.</source>
        <translation>没找到？按 Ctrl+N 把输入的内容存为新联系人</translation>
    </message>
    <message>
        <source>To verify {count}</source>
        <translation>待核 {count}</translation>
    </message>
    <message>
        <source>Type a name, unit, post or number; pinyin and initials will do. ↑ ↓ choose a hit, Alt+↑ ↓ one of its numbers. Enter records a call, Ctrl+C copies the number, Alt+X marks a number that does not work, Ctrl+N adds a contact, Ctrl+Z takes back.</source>
        <translation>输入姓名、单位、职务或号码，拼音和首字母也可以。↑ ↓ 选择联系人，Alt+↑ ↓ 选择其中一个号码。Enter 记去电，Ctrl+C 复制号码，Alt+X 标记打不通，Ctrl+N 新增，Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>{contacts} contacts · {units} units</source>
        <translation>{contacts} 条 · {units} 个单位</translation>
    </message>
</context>
<context>
    <name>ContactsSection</name>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>A number that was tried counts as verified for so many days. Once a month one reminder names how many contacts are older or could not be reached; its button opens them in the directory, and it goes when all were tried.</source>
        <translation>号码试拨接通后，在这些天内算已核实。每月提醒一次，写明有多少联系人超期未核或打不通；按提醒上的按钮在通讯录里列出，全部核完后自行消除。</translation>
    </message>
    <message>
        <source>Days for which a number counts as verified</source>
        <translation>号码核实后的有效天数</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>生效</translation>
    </message>
    <message>
        <source>Telephone numbers</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Verification holds</source>
        <translation>核实有效期</translation>
    </message>
    <message>
        <source>{count} contacts are to be verified</source>
        <translation>{count} 个联系人待核实</translation>
    </message>
</context>
<context>
    <name>ContingencyCard</name>
    <message>
        <source>What is done then</source>
        <translation>对策</translation>
    </message>
    <message>
        <source>What is done then, whom to call</source>
        <translation>届时怎么办，打给谁</translation>
    </message>
    <message>
        <source>What may happen</source>
        <translation>可能情况</translation>
    </message>
    <message>
        <source>What may happen and what then</source>
        <translation>可能情况与对策</translation>
    </message>
</context>
<context>
    <name>CorrectTimeDialog</name>
    <message>
        <source>Correct a time</source>
        <translation>更正时间</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Limits are computed anew; the former time and the former limits stay visible.</source>
        <translation>各项期限重新计算；原时间、原期限保留可查。</translation>
    </message>
    <message>
        <source>Right time</source>
        <translation>更正为</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>哪个时间</translation>
    </message>
    <message>
        <source>What shows it: recording, statement, document</source>
        <translation>监控录像、证言、文件等</translation>
    </message>
    <message>
        <source>{basis} time</source>
        <translation>{basis}时间</translation>
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
    <name>DayBar</name>
    <message>
        <source>Everything that came in since the last one is said</source>
        <translation>上一份以后接报的事件都已写入</translation>
    </message>
    <message>
        <source>Make it a {kind}</source>
        <translation>改为{kind}</translation>
    </message>
    <message>
        <source>More has come in than these words say</source>
        <translation>又接报了事件，文中还没有写</translation>
    </message>
    <message>
        <source>Write anew from the facts</source>
        <translation>按事实重写</translation>
    </message>
</context>
<context>
    <name>DeskPage</name>
    <message>
        <source>Counts: last shift, this shift</source>
        <translation>数字（上班、本班）</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>值班台</translation>
    </message>
    <message>
        <source>Due and assigned</source>
        <translation>到期与交办</translation>
    </message>
    <message>
        <source>Everything in hand: incidents with their next report, matters due, who is on duty and what comes next. Enter opens the selected row; the function keys work from every page.</source>
        <translation>本页汇总手头的一切：在办事件和下一次报送、到期与交办事项、在岗人员和后续班次。回车打开选中的一行；功能键在任何页面都可用。</translation>
    </message>
    <message>
        <source>Find somebody</source>
        <translation>找人</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>新建事件</translation>
    </message>
    <message>
        <source>Next shifts</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>No entry in this shift; F2 writes one</source>
        <translation>本班还没有记录，F2 记一笔</translation>
    </message>
    <message>
        <source>Nobody is planned now</source>
        <translation>此刻没有排人值班</translation>
    </message>
    <message>
        <source>Nothing is assigned or due</source>
        <translation>没有到期或交办事项</translation>
    </message>
    <message>
        <source>People and whereabouts</source>
        <translation>人员与去向</translation>
    </message>
    <message>
        <source>Phone record</source>
        <translation>电话记录</translation>
    </message>
    <message>
        <source>Recent entries</source>
        <translation>最近记录</translation>
    </message>
    <message>
        <source>no shift is open</source>
        <translation>现在没有正在进行的班次</translation>
    </message>
    <message>
        <source>{count} in this shift</source>
        <translation>本班 {count} 条</translation>
    </message>
</context>
<context>
    <name>DeskTerms</name>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>守护</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Puts one alarm aside for {least} to {most} minutes, with a reason; then it calls again. Its term goes on. Level one cannot be shelved. It comes back sooner when its level rises, at the handover, or by hand from the list of what is shelved.</source>
        <translation>把这一条放到一边 {least} 至 {most} 分钟，须写理由；到时再次提醒，办理时限不变。一级提醒不能搁置。级别升高、交接班时提前恢复；也可点提醒栏下方的“搁置”，立即恢复。</translation>
    </message>
    <message>
        <source>Shelve</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Stops the sound of all alarms, nothing else: they stay on the list and go on flashing. {key} mutes for {minutes} minutes, the button up to {longest}. The sound comes back when the time is over, with {key} pressed again, with a new alarm of the same or a higher level, and at the handover.</source>
        <translation>只关声音：提醒仍在列表里，照样闪烁、计时。按 {key} 静音 {minutes} 分钟，点按钮最长 {longest} 分钟。到时、再按 {key}、来了同级或更高级的新提醒、交接班，声音都会恢复。</translation>
    </message>
    <message>
        <source>The part of the program that checks all terms without a pause and calls. At the bottom stands when it last looked. Where it says that the guard has stopped, alarms may not sound: watch the clock and restart the guard.</source>
        <translation>程序在后台不停核对各项时限并发出提醒，最下方显示最近一次核对的时间。显示“守护停止”时提醒可能不响：请自己看钟，并点“重启守护”。</translation>
    </message>
    <message>
        <source>The work is done: the alarm does not call again, and what shows it goes into the log. Only alarms whose end the program cannot see have this; the others go by themselves once the act is recorded, for example the report as sent.</source>
        <translation>表示事情已办完：须写明依据并记入日志，此后不再提醒。只有程序无法判断是否办完的提醒才有这一项；其余的办完记录后自行消除，如记下已报送。</translation>
    </message>
    <message>
        <source>You have seen it: this one neither sounds nor flashes, and your name is kept. The work is not done by it. It calls again after {minutes} minutes if it is not done by then, when its level rises, and at the handover.</source>
        <translation>表示本人已看到：这一条不再响、不再闪，并记下姓名。确认不等于办完：{minutes} 分钟后仍未办，或级别升高、交接班时，会再次提醒。</translation>
    </message>
</context>
<context>
    <name>DeskWarnings</name>
    <message>
        <source>Warnings in force</source>
        <translation>生效预警</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>Copied {number}</source>
        <translation>已复制 {number}</translation>
    </message>
    <message>
        <source>This comes with a later version.</source>
        <translation>这一项将在以后的版本提供。</translation>
    </message>
</context>
<context>
    <name>DraftChoices</name>
    <message>
        <source>2 × 12 h</source>
        <translation>两班</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>一班</translation>
    </message>
    <message>
        <source>3 × 8 h</source>
        <translation>三班</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Keep what is planned already</source>
        <translation>已排定的班次不动</translation>
    </message>
    <message>
        <source>Kind of period</source>
        <translation>时段种类</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>No holiday notice for {years}: weekdays decide.</source>
        <translation>没有 {years} 年的放假通知，只按星期排。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Rest, h</source>
        <translation>休息(时)</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>班制</translation>
    </message>
    <message>
        <source>Women serve by day</source>
        <translation>女同志只排白班</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>全年</translation>
    </message>
    <message>
        <source>off hours</source>
        <translation>班外</translation>
    </message>
</context>
<context>
    <name>DraftFrame</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>重排</translation>
    </message>
    <message>
        <source>Fairness</source>
        <translation>公平</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Search the best</source>
        <translation>求最优</translation>
    </message>
    <message>
        <source>Searching… {seconds} s</source>
        <translation>正在求解…… 已用 {seconds} 秒</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>What to draft</source>
        <translation>排班范围</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么是他/她</translation>
    </message>
    <message>
        <source>Write into the roster</source>
        <translation>写入值班表</translation>
    </message>
</context>
<context>
    <name>DraftNotice</name>
    <message>
        <source>Draft of {at}: its times are those of then. Check them.</source>
        <translation>{at} 的草稿，其中的时间是当时的，请核对。</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>丢弃草稿</translation>
    </message>
</context>
<context>
    <name>DraftTableModel</name>
    <message>
        <source>make-up workday</source>
        <translation>调休上班</translation>
    </message>
</context>
<context>
    <name>DraftWords</name>
    <message numerus="yes">
        <source>%n part(s) not even yet</source>
        <translation>
            <numerusform>还有 %n 处不均</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) stay empty: {days}</source>
        <translation>
            <numerusform>有 %n 个班次排不出：{days}</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked not to serve that day; nobody else keeps the parts even.</source>
        <translation>本人不愿当日值班，但换人会使次数不均。</translation>
    </message>
    <message>
        <source>Before: {kind} {total} ({served} served, {drafted} drafted), fair part {share}.</source>
        <translation>此前{kind} {total} 次（已值 {served}，本表 {drafted}），本表应得 {share} 次。</translation>
    </message>
    <message>
        <source>Could not: {who}</source>
        <translation>不能排：{who}</translation>
    </message>
    <message numerus="yes">
        <source>Enough: %n more person(s) for {post}.</source>
        <translation>
            <numerusform>最小放宽：{post}再增加 %n 人即可排满。</numerusform>
        </translation>
    </message>
    <message>
        <source>Enough: women serve at night too.</source>
        <translation>最小放宽：女同志也排夜班即可排满。</translation>
    </message>
    <message>
        <source>Enough: {hours} hours of rest instead of more.</source>
        <translation>最小放宽：休息时间改为 {hours} 小时即可排满。</translation>
    </message>
    <message>
        <source>Enough: {people} come back on {days}.</source>
        <translation>最小放宽：{people}在{days}销假即可排满。</translation>
    </message>
    <message>
        <source>Even within one for every kind of day</source>
        <translation>各类日子每人相差不超过 1 次</translation>
    </message>
    <message>
        <source>No single small change would fill them.</source>
        <translation>没有单独一项小的放宽能排满。</translation>
    </message>
    <message numerus="yes">
        <source>Number {place} of %n who could serve; the others keep other days even.</source>
        <translation>
            <numerusform>在可排的 %n 人中列第 {place} 位；前面的人排在别的日子，各类次数才均。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n who could serve, owed it most.</source>
        <translation>
            <numerusform>在可排的 %n 人中欠得最多。</numerusform>
        </translation>
    </message>
    <message>
        <source>Spring Festival</source>
        <translation>春节</translation>
    </message>
    <message>
        <source>all duties</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>away</source>
        <translation>请假外出</translation>
    </message>
    <message>
        <source>days off</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>must rest</source>
        <translation>须休息</translation>
    </message>
    <message>
        <source>new, needs somebody experienced beside</source>
        <translation>新任，须有老同志带班</translation>
    </message>
    <message>
        <source>nights</source>
        <translation>夜班</translation>
    </message>
    <message>
        <source>no nights for health</source>
        <translation>因身体原因不排夜班</translation>
    </message>
    <message>
        <source>not for this post</source>
        <translation>不值此岗</translation>
    </message>
    <message>
        <source>not trained yet</source>
        <translation>尚未培训</translation>
    </message>
    <message>
        <source>nursing: no nights, no overtime (art. 9)</source>
        <translation>哺乳期，不排夜班和加班（女职工劳动保护特别规定第九条）</translation>
    </message>
    <message>
        <source>on another post then</source>
        <translation>同时在别的岗位</translation>
    </message>
    <message>
        <source>only with the mentor</source>
        <translation>须与带教人同班</translation>
    </message>
    <message>
        <source>only with the partner</source>
        <translation>须与搭档同班</translation>
    </message>
    <message>
        <source>ordinary days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>pregnant: no nights, no overtime (art. 6)</source>
        <translation>怀孕满七个月，不排夜班和加班（女职工劳动保护特别规定第六条）</translation>
    </message>
    <message>
        <source>proven best</source>
        <translation>已证明最优</translation>
    </message>
    <message>
        <source>statutory days</source>
        <translation>法定节日</translation>
    </message>
    <message>
        <source>wishes not met: {cost}</source>
        <translation>未满足意愿 {cost}</translation>
    </message>
    <message>
        <source>women by day</source>
        <translation>女同志只排白班</translation>
    </message>
    <message>
        <source>{kind}: up to {by} more or less than even</source>
        <translation>{kind}放宽 {by} 次</translation>
    </message>
    <message>
        <source>{names} and {more} more</source>
        <translation>{names}等另 {more} 人</translation>
    </message>
    <message>
        <source>{turn}: nobody can serve.</source>
        <translation>{turn}：没有人可排。</translation>
    </message>
    <message>
        <source>{turn}: {name}, fixed by hand.</source>
        <translation>{turn}：{name}，由人工固定。</translation>
    </message>
</context>
<context>
    <name>DutyChange</name>
    <message>
        <source>Add</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change of duty</source>
        <translation>值班变动</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Kind of change</source>
        <translation>变动种类</translation>
    </message>
    <message>
        <source>Off the post held until then</source>
        <translation>同时解除原岗位</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Relieved</source>
        <translation>换下</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替班</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>换上</translation>
    </message>
    <message>
        <source>To</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Write the name of somebody of the office.</source>
        <translation>请写本机关人员的姓名。</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
</context>
<context>
    <name>DutyPatternDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>In turn</source>
        <translation>轮值</translation>
    </message>
    <message>
        <source>It stands as a draft over the roster: publish it there.</source>
        <translation>已成草稿，请在值班表上方发布。</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>班制</translation>
    </message>
    <message>
        <source>Patterns in force</source>
        <translation>正在使用的班制</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Shift patterns</source>
        <translation>班制</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>止</translation>
    </message>
    <message>
        <source>What the pattern gives</source>
        <translation>排出的班</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>值班人</translation>
    </message>
    <message>
        <source>one group a line, in the order of turns</source>
        <translation>一行一组，按轮值先后</translation>
    </message>
    <message>
        <source>until</source>
        <translation>只到</translation>
    </message>
    <message>
        <source>“{name}” is nobody of the office.</source>
        <translation>“{name}”不在人员名单里。</translation>
    </message>
</context>
<context>
    <name>DutyRates</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Day off in a holiday, by day</source>
        <translation>调休放假白天</translation>
    </message>
    <message>
        <source>Day off in a holiday, by night</source>
        <translation>调休放假夜间</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>补休天数</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用</translation>
    </message>
    <message>
        <source>For which post</source>
        <translation>适用岗位</translation>
    </message>
    <message>
        <source>Local rules set these; nothing is paid or owed while they are nought.</source>
        <translation>标准由当地规定；为零则不计。</translation>
    </message>
    <message>
        <source>Nought: as for every post.</source>
        <translation>为零则按各岗位相同的标准。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Spring Festival, by day</source>
        <translation>春节白天</translation>
    </message>
    <message>
        <source>Spring Festival, by night</source>
        <translation>春节夜间</translation>
    </message>
    <message>
        <source>Statutory day, by day</source>
        <translation>法定节日白天</translation>
    </message>
    <message>
        <source>Statutory day, by night</source>
        <translation>法定节日夜间</translation>
    </message>
    <message>
        <source>Weekend, by day</source>
        <translation>周末白天</translation>
    </message>
    <message>
        <source>Weekend, by night</source>
        <translation>周末夜间</translation>
    </message>
    <message>
        <source>Workday, by day</source>
        <translation>工作日白天</translation>
    </message>
    <message>
        <source>Workday, by night</source>
        <translation>工作日夜间</translation>
    </message>
    <message>
        <source>Worth of a duty</source>
        <translation>补助和补休标准</translation>
    </message>
    <message>
        <source>Yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>every post alike</source>
        <translation>各岗位相同</translation>
    </message>
    <message>
        <source>{post} only</source>
        <translation>仅{post}</translation>
    </message>
</context>
<context>
    <name>EntryWords</name>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
</context>
<context>
    <name>EntryWordsDialog</name>
    <message>
        <source>Add handling</source>
        <translation>补处理</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>It stands behind what the entry says so far, with its own time.</source>
        <translation>接在原处理情况后面，时间另记。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Strike</source>
        <translation>划除</translation>
    </message>
    <message>
        <source>Take the strike back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The entry counts again; the strike stays in the log.</source>
        <translation>恢复后重新算数，划除的经过仍留在日志里。</translation>
    </message>
    <message>
        <source>The entry stays readable, struck, on screen and paper.</source>
        <translation>划除后原文仍可看到，打印也保留。</translation>
    </message>
    <message>
        <source>The original stays readable beside the new words.</source>
        <translation>原文不改，更正另起一条并相连。</translation>
    </message>
    <message>
        <source>The words as they should be</source>
        <translation>正确的内容</translation>
    </message>
    <message>
        <source>What was done about it</source>
        <translation>处理情况</translation>
    </message>
    <message>
        <source>Write it down in a few words.</source>
        <translation>请写几个字说明。</translation>
    </message>
    <message>
        <source>{kind}: {text}</source>
        <translation>{kind}：{text}</translation>
    </message>
</context>
<context>
    <name>EscalationSection</name>
    <message>
        <source>Alarms that run now keep the steps they began with.</source>
        <translation>正在进行的提醒按开始时的步骤走完。</translation>
    </message>
    <message>
        <source>As shipped with the program.</source>
        <translation>与随附策略相同。</translation>
    </message>
    <message>
        <source>Each level begins at the desk, at once. The table says after how many minutes without acknowledgement it becomes louder, shows the duty leader's name and telephone, and leaves the house. Steps only become stronger, never earlier. Level Ⅰ is loud from the first moment. Alarms that run keep the steps they began with.</source>
        <translation>各级提醒都先在值班席立即提醒。表中填无人确认多少分钟后加强、显示带班领导姓名电话、发外部通知。各步只能一步强过一步，时间不能提前；Ⅰ级一开始就加强。正在进行的提醒按开始时的步骤走完。</translation>
    </message>
    <message>
        <source>Holds since {time}, entered by {name}.</source>
        <translation>{time} 起施行，{name} 录入。</translation>
    </message>
    <message>
        <source>Let it hold</source>
        <translation>生效</translation>
    </message>
    <message>
        <source>Nobody to notify now: this shift has no duty leader with a telephone.</source>
        <translation>此时无人可通知：本班没有带班领导的电话。</translation>
    </message>
    <message>
        <source>Nobody to notify outside: no way out of the house is switched on, the step outside is left out.</source>
        <translation>无人可通知：没有启用的外部通知方式，“发外部通知”这一步不会执行。</translation>
    </message>
    <message>
        <source>Not acknowledged: what happens after how many minutes</source>
        <translation>无人确认时，几分钟后做什么</translation>
    </message>
    <message>
        <source>Other than shipped: {parts}</source>
        <translation>与随附策略不同：{parts}</translation>
    </message>
    <message>
        <source>Take the shipped one</source>
        <translation>恢复随附策略</translation>
    </message>
    <message>
        <source>The leader to be called now: {call}</source>
        <translation>此时的带班领导：{call}</translation>
    </message>
    <message>
        <source>{level} {step}: {ours} instead of {theirs}</source>
        <translation>{level} 级{step}：{ours}（随附为{theirs}）</translation>
    </message>
</context>
<context>
    <name>FactDialog</name>
    <message>
        <source>Field</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Record a fact</source>
        <translation>记事实</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>Unit and person, as they gave their names</source>
        <translation>对方自报的单位和姓名</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>Facts</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>{time} 许</translation>
    </message>
    <message>
        <source>each with its source and time</source>
        <translation>来源与时间逐条可查</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>{time} (formerly {former})</source>
        <translation>{time}（原报 {former}）</translation>
    </message>
</context>
<context>
    <name>FairnessChart</name>
    <message>
        <source>Duties of each person</source>
        <translation>每人值班次数</translation>
    </message>
</context>
<context>
    <name>FairnessPanel</name>
    <message>
        <source>Posts and kind of day</source>
        <translation>岗位与日类</translation>
    </message>
    <message numerus="yes">
        <source>{least} to {most} each · %n not even</source>
        <translation>
            <numerusform>每人 {least}—{most} 次 · %n 人不均</numerusform>
        </translation>
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
    <name>Faults</name>
    <message>
        <source>A time such as 08:30</source>
        <translation>应为时间，如 08:30</translation>
    </message>
    <message>
        <source>At least 6 digits</source>
        <translation>至少 6 位数字</translation>
    </message>
    <message>
        <source>Not a telephone number</source>
        <translation>不是电话号码</translation>
    </message>
    <message>
        <source>Not one digit repeated</source>
        <translation>不能全是同一个数字</translation>
    </message>
    <message>
        <source>Please fill this in</source>
        <translation>请填写</translation>
    </message>
    <message>
        <source>The two PINs differ</source>
        <translation>两次输入不一致</translation>
    </message>
    <message>
        <source>This is too long</source>
        <translation>太长了</translation>
    </message>
</context>
<context>
    <name>FileAsked</name>
    <message>
        <source>&amp;Kind:</source>
        <translation>类型(&amp;K)：</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>文件名(&amp;N)：</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>{suffix} file</source>
        <translation>{suffix} 文件</translation>
    </message>
</context>
<context>
    <name>FilingDialog</name>
    <message>
        <source>File the roster</source>
        <translation>报备值班表</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>已报备</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>With</source>
        <translation>报备单位</translation>
    </message>
    <message>
        <source>fax, platform, by hand</source>
        <translation>传真、平台、送达</translation>
    </message>
    <message>
        <source>“{title}” as it stands now; the version is kept.</source>
        <translation>《{title}》按现在的样子报备，此版本留存。</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>set to {fact}</source>
        <translation>改为“{fact}”</translation>
    </message>
</context>
<context>
    <name>FindingRuleWords</name>
    <message>
        <source>Alone at the desk</source>
        <translation>单人在岗</translation>
    </message>
    <message>
        <source>Days in a row, more than</source>
        <translation>连续值班，超过</translation>
    </message>
    <message>
        <source>Duty leader away</source>
        <translation>带班领导外出</translation>
    </message>
    <message>
        <source>Gap that is likely a slip, up to</source>
        <translation>短缺口，不超过</translation>
    </message>
    <message>
        <source>In training without the mentor</source>
        <translation>带教期间未与带教人同班</translation>
    </message>
    <message>
        <source>Key period without a duty leader</source>
        <translation>重点时段无带班领导</translation>
    </message>
    <message>
        <source>Key period: no duty leader</source>
        <translation>重点时段无带班领导</translation>
    </message>
    <message>
        <source>Key period: too few at the desk</source>
        <translation>重点时段值班力量不足</translation>
    </message>
    <message>
        <source>Nights of late pregnancy and nursing</source>
        <translation>孕七月以上、哺乳期夜班</translation>
    </message>
    <message>
        <source>Nights to be avoided for health</source>
        <translation>因身体原因不宜夜班</translation>
    </message>
    <message>
        <source>No telephone number</source>
        <translation>没有手机号</translation>
    </message>
    <message>
        <source>Not a post of the person</source>
        <translation>不在可任岗位</translation>
    </message>
    <message>
        <source>Not trained yet</source>
        <translation>未经培训上岗</translation>
    </message>
    <message>
        <source>Number not verified for</source>
        <translation>手机号未核实，超过</translation>
    </message>
    <message>
        <source>On leave or away</source>
        <translation>请假或外出</translation>
    </message>
    <message>
        <source>People at the desk in key periods, at least</source>
        <translation>重点时段在岗人数，不少于</translation>
    </message>
    <message>
        <source>People at the desk, at least</source>
        <translation>双人双岗，至少</translation>
    </message>
    <message>
        <source>Planned person has left</source>
        <translation>已离开的人员仍在表上</translation>
    </message>
    <message>
        <source>Post without people</source>
        <translation>空岗</translation>
    </message>
    <message>
        <source>Primary and deputy of a pair apart</source>
        <translation>主副班搭档（AB 角）不同班</translation>
    </message>
    <message>
        <source>Provisions, art. 6</source>
        <translation>规定第六条</translation>
    </message>
    <message>
        <source>Provisions, art. 9</source>
        <translation>规定第九条</translation>
    </message>
    <message>
        <source>Rest after a duty, at most</source>
        <translation>下班后休息，最多要求</translation>
    </message>
    <message>
        <source>Two posts at once</source>
        <translation>一人同时两岗</translation>
    </message>
    <message>
        <source>Women only at night (custom)</source>
        <translation>夜班均为女同志（本单位习惯）</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>keeps back</source>
        <translation>不合规，不能发布</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>打不通</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>久未核实</translation>
    </message>
    <message>
        <source>off</source>
        <translation>不查</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>protected by law</source>
        <translation>法定保护</translation>
    </message>
    <message>
        <source>warns</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>{count} h of rest</source>
        <translation>休息 {count} 小时</translation>
    </message>
    <message>
        <source>{name} has left the office</source>
        <translation>{name}已不在本机关</translation>
    </message>
    <message>
        <source>{name} is away</source>
        <translation>{name}外出</translation>
    </message>
    <message>
        <source>{name} is on leave</source>
        <translation>{name}请假</translation>
    </message>
    <message>
        <source>{name}: better no nights</source>
        <translation>{name}不宜夜班</translation>
    </message>
    <message>
        <source>{name}: day after day</source>
        <translation>{name}连续值班</translation>
    </message>
    <message>
        <source>{name}: duties too close</source>
        <translation>{name}连班</translation>
    </message>
    <message>
        <source>{name}: no night duty</source>
        <translation>{name}不得夜班</translation>
    </message>
    <message>
        <source>{name}: no telephone</source>
        <translation>{name}无手机号</translation>
    </message>
    <message>
        <source>{name}: not a post of hers or his</source>
        <translation>{name}不任此岗</translation>
    </message>
    <message>
        <source>{name}: not trained</source>
        <translation>{name}未培训</translation>
    </message>
    <message>
        <source>{name}: telephone not verified</source>
        <translation>{name}手机待核</translation>
    </message>
    <message>
        <source>{name}: without the mentor {other}</source>
        <translation>{name}未随{other}带教</translation>
    </message>
    <message>
        <source>{name}: without {other}</source>
        <translation>{name}未与{other}同班</translation>
    </message>
    <message>
        <source>{name}: women only at night</source>
        <translation>{name}夜班均为女同志</translation>
    </message>
    <message>
        <source>{name}: {post} and {other}</source>
        <translation>{name} {post}兼{other}</translation>
    </message>
    <message>
        <source>{post}: nobody</source>
        <translation>{post}空岗</translation>
    </message>
    <message>
        <source>{post}: short gap</source>
        <translation>{post}短缺口</translation>
    </message>
</context>
<context>
    <name>FindingRulesDialog</name>
    <message>
        <source>Rules about rosters</source>
        <translation>值班表核查规则</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message>
        <source>a name that two people bear</source>
        <translation>重名，分不清是谁</translation>
    </message>
    <message>
        <source>area code is missing</source>
        <translation>缺区号</translation>
    </message>
    <message>
        <source>cannot be understood</source>
        <translation>看不懂的内容</translation>
    </message>
    <message>
        <source>columns may be swapped</source>
        <translation>两列可能写反</translation>
    </message>
    <message>
        <source>comment speaks of a change</source>
        <translation>批注提到调班</translation>
    </message>
    <message>
        <source>day appears twice</source>
        <translation>日期重复</translation>
    </message>
    <message>
        <source>day is missing</source>
        <translation>缺这一天</translation>
    </message>
    <message>
        <source>day outside the period</source>
        <translation>日期不在本表期间</translation>
    </message>
    <message>
        <source>day was inferred</source>
        <translation>日期是推断的</translation>
    </message>
    <message>
        <source>ditto replaced by the cell above</source>
        <translation>“同上”已换成上一格</translation>
    </message>
    <message>
        <source>does not serve this post</source>
        <translation>不担任这一岗位</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>hidden column was not read</source>
        <translation>隐藏列未读入</translation>
    </message>
    <message>
        <source>hidden row was not read</source>
        <translation>隐藏行未读入</translation>
    </message>
    <message>
        <source>hidden sheet was not read</source>
        <translation>隐藏工作表未读入</translation>
    </message>
    <message>
        <source>invisible text was not read</source>
        <translation>看不见的文字未读入</translation>
    </message>
    <message>
        <source>looks like a formula, not read</source>
        <translation>像公式的文字，未读入</translation>
    </message>
    <message>
        <source>more people than the post has</source>
        <translation>人数多于岗位</translation>
    </message>
    <message>
        <source>name is garbled</source>
        <translation>姓名有乱码</translation>
    </message>
    <message>
        <source>neither name nor unit</source>
        <translation>没有姓名和单位</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>没有电话</translation>
    </message>
    <message>
        <source>no such day</source>
        <translation>没有这个日期</translation>
    </message>
    <message>
        <source>not among the people of the office</source>
        <translation>不在人员名单</translation>
    </message>
    <message>
        <source>note speaks of a change</source>
        <translation>备注提到调班</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>number cannot be dialled</source>
        <translation>号码不能拨打</translation>
    </message>
    <message>
        <source>number differs from the list</source>
        <translation>电话与名单不符</translation>
    </message>
    <message>
        <source>number is garbled</source>
        <translation>电话有误</translation>
    </message>
    <message>
        <source>on duty on consecutive days</source>
        <translation>连续值班</translation>
    </message>
    <message>
        <source>person is cancelled</source>
        <translation>写明已取消的人</translation>
    </message>
    <message>
        <source>post is vacant</source>
        <translation>职务空缺</translation>
    </message>
    <message>
        <source>post left empty</source>
        <translation>岗位空着</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>repeats an earlier entry</source>
        <translation>与前面的条目重复</translation>
    </message>
    <message>
        <source>row may be shifted</source>
        <translation>这一行可能错位</translation>
    </message>
    <message>
        <source>struck text was not read</source>
        <translation>有删除线的文字未读入</translation>
    </message>
    <message>
        <source>the same person twice</source>
        <translation>同一人重复排班</translation>
    </message>
    <message>
        <source>tracked change was not read</source>
        <translation>修订痕迹未读入</translation>
    </message>
    <message>
        <source>weekday does not fit the date</source>
        <translation>星期与日期不符</translation>
    </message>
</context>
<context>
    <name>FindingsCard</name>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>No holiday notice for {years} yet: days are told apart by weekday only.</source>
        <translation>{years}年的放假通知还没有录入，现在只按星期区分日类。</translation>
    </message>
    <message>
        <source>No roster is in force for these days: nobody is planned for any post.</source>
        <translation>这段时间没有生效的值班表，各岗位都没有排人。</translation>
    </message>
    <message>
        <source>Nothing to object to.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>keep back {denying} · warn {warning}</source>
        <translation>不合规 {denying} · 提醒 {warning}</translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>存疑事项</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>What does not fit together</source>
        <translation>存疑事项</translation>
    </message>
</context>
<context>
    <name>FindingsLine</name>
    <message>
        <source>All findings…</source>
        <translation>查看全部…</translation>
    </message>
    <message>
        <source>{n} in doubt</source>
        <translation>存疑 {n}</translation>
    </message>
</context>
<context>
    <name>FlagDialog</name>
    <message>
        <source>Circumstance</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Grades and limits may rise by it and never fall.</source>
        <translation>等级和报送要求只会因此提高，不会降低。</translation>
    </message>
    <message>
        <source>Note a circumstance</source>
        <translation>社会影响、敏感标记</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Take in a follow-up</source>
        <translation>采纳续报</translation>
    </message>
    <message>
        <source>Why there are fewer than before</source>
        <translation>人数比原来少，写明原因</translation>
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
        <source>Demonstration</source>
        <translation>演示</translation>
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
        <source>Print the log (F9), write by hand, do not close this window.</source>
        <translation>立即打印日志（F9）、改为手写，不要关闭本窗口，通知管理员。</translation>
    </message>
    <message>
        <source>Reminders do not agree with the facts: watch the deadlines yourself</source>
        <translation>提醒与事实核对不符，请人工掌握各项时限</translation>
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
        <source>The database file is gone: nothing can be saved, no alarm comes</source>
        <translation>数据库文件不见了：不能保存，也不会有提醒</translation>
    </message>
    <message>
        <source>The guard has stopped: alarms may not sound</source>
        <translation>守护已停止，到期提醒可能不响</translation>
    </message>
    <message>
        <source>The guard keeps failing: alarms may not sound</source>
        <translation>守护连续出错，到期提醒可能不响</translation>
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
        <source>gone</source>
        <translation>文件不见了</translation>
    </message>
    <message>
        <source>no device; watch the screen</source>
        <translation>无设备，请看屏幕</translation>
    </message>
    <message>
        <source>no entry yet</source>
        <translation>尚无记录</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>尚未核对</translation>
    </message>
    <message>
        <source>not heard; watch the screen</source>
        <translation>没听到，请看屏幕</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>未自检</translation>
    </message>
    <message>
        <source>nothing here is real</source>
        <translation>数据和时钟均为虚构</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
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
        <source>Add a person…</source>
        <translation>新增人员…</translation>
    </message>
    <message>
        <source>Arrivals and departures…</source>
        <translation>到岗离岗…</translation>
    </message>
    <message>
        <source>Change the PIN…</source>
        <translation>修改口令…</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Duty phones</source>
        <translation>值班电话</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>退出程序</translation>
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
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Start with the session</source>
        <translation>登录系统后自动启动</translation>
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
    <name>FreshLegend</name>
    <message>
        <source>New words</source>
        <translation>新内容</translation>
    </message>
</context>
<context>
    <name>GroupColumn</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>On duty now</source>
        <translation>今日值班</translation>
    </message>
    <message>
        <source>Special</source>
        <translation>专用</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核实</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>Handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Leave for now</source>
        <translation>暂离</translation>
    </message>
    <message>
        <source>More about this handover</source>
        <translation>此次交接的其他操作</translation>
    </message>
    <message>
        <source>Print one page</source>
        <translation>打印一页</translation>
    </message>
</context>
<context>
    <name>HandoverWindow</name>
    <message>
        <source>Close without a handover…</source>
        <translation>未经交接关闭本班…</translation>
    </message>
    <message>
        <source>Drop this draft</source>
        <translation>作废本次起草</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Incoming signature</source>
        <translation>接班签字</translation>
    </message>
    <message>
        <source>Leader's signature</source>
        <translation>领导阅签</translation>
    </message>
    <message>
        <source>Outgoing signature</source>
        <translation>交班签字</translation>
    </message>
    <message>
        <source>Still: {what}</source>
        <translation>还差：{what}</translation>
    </message>
    <message>
        <source>Whoever leaves: everything written is kept</source>
        <translation>任何一方离开，已写内容都保留</translation>
    </message>
</context>
<context>
    <name>HandoverWords</name>
    <message numerus="yes">
        <source>%n faulty</source>
        <translation>
            <numerusform>%n 项异常</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newly opened</source>
        <translation>
            <numerusform>%n 项新开</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to explain</source>
        <translation>
            <numerusform>%n 项待说明</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to tick</source>
        <translation>
            <numerusform>%n 个必勾项</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Added by hand</source>
        <translation>补充事项</translation>
    </message>
    <message>
        <source>After the freeze</source>
        <translation>封存后</translation>
    </message>
    <message>
        <source>Both sign</source>
        <translation>双方签字</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备与系统</translation>
    </message>
    <message>
        <source>Freeze and draft</source>
        <translation>冻结起草</translation>
    </message>
    <message>
        <source>Handover  {outgoing} → {incoming}</source>
        <translation>交接班  {outgoing} → {incoming}</translation>
    </message>
    <message>
        <source>Incoming reads back</source>
        <translation>接班人阅读复述</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>批示与反馈</translation>
    </message>
    <message>
        <source>Keys and seals</source>
        <translation>钥匙物品</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>领导阅签</translation>
    </message>
    <message>
        <source>Leaders</source>
        <translation>领导去向</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>交接班日志</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>交办事项</translation>
    </message>
    <message>
        <source>Not taken over</source>
        <translation>不接</translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation>在办事件</translation>
    </message>
    <message>
        <source>Outgoing explains</source>
        <translation>交班人说明</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>预警与响应</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>情况与对策</translation>
    </message>
    <message>
        <source>everything explained</source>
        <translation>已写完</translation>
    </message>
    <message>
        <source>may follow later</source>
        <translation>可后补</translation>
    </message>
    <message>
        <source>nobody has come</source>
        <translation>无人接班</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>尚无人登录</translation>
    </message>
    <message>
        <source>read-back not confirmed</source>
        <translation>复述未确认</translation>
    </message>
    <message>
        <source>responsibility moved {time}</source>
        <translation>责任 {time} 已转移</translation>
    </message>
    <message>
        <source>responsibility moves here</source>
        <translation>责任在此转移</translation>
    </message>
    <message>
        <source>well</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>{name} since {time}</source>
        <translation>{name} {time} 登录</translation>
    </message>
    <message>
        <source>{time} · {count} entries</source>
        <translation>{time} · 日志 {count} 条</translation>
    </message>
    <message>
        <source>{weekday} shift (day {day})</source>
        <translation>{weekday}班（{day}日）</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>All files</source>
        <translation>全部文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import: {what}</source>
        <translation>导入：{what}</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>There is nothing new to import.</source>
        <translation>没有可导入的新内容。</translation>
    </message>
</context>
<context>
    <name>IncidentAct</name>
    <message>
        <source>Handling</source>
        <translation>处理情况</translation>
    </message>
    <message>
        <source>Handling (may stay empty)</source>
        <translation>处理情况（可不填）</translation>
    </message>
    <message>
        <source>Kind of the entry</source>
        <translation>日志类别</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Log entry</source>
        <translation>同时记入日志</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Time of the entry</source>
        <translation>日志时间</translation>
    </message>
    <message>
        <source>Words of the entry</source>
        <translation>日志内容</translation>
    </message>
</context>
<context>
    <name>IncidentCard</name>
    <message>
        <source>about {time} occurred</source>
        <translation>{time} 许发生</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>limit {time}</source>
        <translation>期限 {time}</translation>
    </message>
    <message>
        <source>may become {grade}</source>
        <translation>可能{grade}</translation>
    </message>
    <message>
        <source>potential</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>sent {time}</source>
        <translation>{time} 已报</translation>
    </message>
    <message>
        <source>sent, {period} late</source>
        <translation>已报，超时 {period}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>{period} since</source>
        <translation>已 {period}</translation>
    </message>
    <message>
        <source>{time} occurred</source>
        <translation>{time} 发生</translation>
    </message>
    <message>
        <source>{time} received</source>
        <translation>{time} 接报</translation>
    </message>
</context>
<context>
    <name>IncidentHead</name>
    <message>
        <source>below every grade so far</source>
        <translation>尚未达到任何等级</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>major near miss</source>
        <translation>较大涉险</translation>
    </message>
    <message>
        <source>potential</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>received {period} ago</source>
        <translation>接报后 {period}</translation>
    </message>
    <message>
        <source>unverified {n}</source>
        <translation>待核实 {n}</translation>
    </message>
    <message>
        <source>{grade} from {time} unless released</source>
        <translation>{time} 仍未解除即为{grade}</translation>
    </message>
</context>
<context>
    <name>IncidentHeadDialog</name>
    <message>
        <source>Leader who agrees</source>
        <translation>同意的领导</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The leader's PIN</source>
        <translation>领导口令</translation>
    </message>
</context>
<context>
    <name>IncidentMenu</name>
    <message>
        <source>A superior asks…</source>
        <translation>上级核报要求…</translation>
    </message>
    <message>
        <source>Casualties…	Alt+C</source>
        <translation>记伤亡…	Alt+C</translation>
    </message>
    <message>
        <source>Close the incident…</source>
        <translation>结案…</translation>
    </message>
    <message>
        <source>Competent departments, who was told…	Alt+W</source>
        <translation>主管部门与通报…	Alt+W</translation>
    </message>
    <message>
        <source>Correct a time…	Alt+T</source>
        <translation>更正时间…	Alt+T</translation>
    </message>
    <message>
        <source>Draft a correction</source>
        <translation>起草更正</translation>
    </message>
    <message>
        <source>Draft a supplement</source>
        <translation>起草补报</translation>
    </message>
    <message>
        <source>Draft a verified report</source>
        <translation>起草核报</translation>
    </message>
    <message>
        <source>Draft a written answer</source>
        <translation>起草书面反馈</translation>
    </message>
    <message>
        <source>Draft the final report</source>
        <translation>起草终报</translation>
    </message>
    <message>
        <source>Fire is out…</source>
        <translation>明火扑灭…</translation>
    </message>
    <message>
        <source>Go on with the pasted follow-up…</source>
        <translation>继续采纳上次粘贴的续报…</translation>
    </message>
    <message>
        <source>Not ours: pass it on…</source>
        <translation>不属本单位职责，转送…</translation>
    </message>
    <message>
        <source>Note a circumstance…</source>
        <translation>社会影响、敏感标记…</translation>
    </message>
    <message>
        <source>Notify police, labour, union, procuratorate…</source>
        <translation>通报公安、人社、工会、检察院…</translation>
    </message>
    <message>
        <source>Open the incident again…</source>
        <translation>重新打开…</translation>
    </message>
    <message>
        <source>Paste a follow-up…	Ctrl+Shift+V</source>
        <translation>粘贴续报…	Ctrl+Shift+V</translation>
    </message>
    <message>
        <source>Print the chronology…	Ctrl+P</source>
        <translation>打印处置大事记…	Ctrl+P</translation>
    </message>
    <message>
        <source>Record a fact…	Alt+F</source>
        <translation>记事实…	Alt+F</translation>
    </message>
    <message>
        <source>Rescue has ended…</source>
        <translation>现场搜救结束…</translation>
    </message>
    <message>
        <source>Tell by telephone…	Alt+P</source>
        <translation>电话快报…	Alt+P</translation>
    </message>
    <message>
        <source>The duty leader was told…</source>
        <translation>报告带班领导…</translation>
    </message>
    <message>
        <source>Title and kind…</source>
        <translation>更正名称、类别…</translation>
    </message>
</context>
<context>
    <name>IncidentPage</name>
    <message>
        <source>Alt+W shows who is competent, whom the law names to be told and who was told; Alt+I reads what does not fit together in the record.</source>
        <translation>Alt+W 查看主管部门、应通报单位和已告知的人；Alt+I 查看记录中的存疑事项。</translation>
    </message>
    <message>
        <source>Draft {report}</source>
        <translation>起草{report}</translation>
    </message>
    <message>
        <source>Everything about one incident. Each report owed stands with its limit and, once sent, with its proof; Enter opens its draft, F5 notes it as sent. Alt+F records a fact, Alt+C numbers, Ctrl+Shift+V takes in a follow-up from the clipboard, Ctrl+R begins the next report, Ctrl+P prints the chronology, Esc goes back to the list. A number that falls asks for its reason; a corrected time moves the limits and keeps the old.</source>
        <translation>一起事件的全部情况。每项应报都写明期限，报出后写明凭证；Enter 打开稿件，F5 记为已报送。Alt+F 记事实，Alt+C 记伤亡，Ctrl+Shift+V 从剪贴板采纳续报，Ctrl+R 起草下一份，Ctrl+P 打印处置大事记，Esc 返回列表。数字减少要写原因；更正时间后期限重算，原期限保留。</translation>
    </message>
    <message>
        <source>Incidents /</source>
        <translation>事件 /</translation>
    </message>
    <message>
        <source>More acts</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Record a fact</source>
        <translation>记事实</translation>
    </message>
    <message>
        <source>Tell now</source>
        <translation>电话快报</translation>
    </message>
</context>
<context>
    <name>IncidentsPage</name>
    <message>
        <source>An incident begins with a call or with F4. From its first minute every report that is owed stands here with its limit.</source>
        <translation>来电可一键转为事件，也可按 F4 新建。从第一分钟起，每项应报的信息和期限都列在这里。</translation>
    </message>
    <message>
        <source>Casualties</source>
        <translation>伤亡</translation>
    </message>
    <message>
        <source>Closed {n}</source>
        <translation>已结 {n}</translation>
    </message>
    <message>
        <source>Daily or nil report</source>
        <translation>日报、零报告</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>In hand {n}</source>
        <translation>在办 {n}</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Incidents in hand stand here with the report that is due next, overdue ones first. Enter opens an incident, F4 begins one. Alt+D writes a daily report, or a nil report where nothing came in.</source>
        <translation>在办事件和下一项应报，超时的排在最前。Enter 打开事件，F4 新建。Alt+D 写日报；没有新接事件时写零报告。</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>新建事件</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>No incident is in hand</source>
        <translation>没有在办事件</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>IntakeDialog</name>
    <message>
        <source>All or none</source>
        <translation>全选或全不选</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Paste a message</source>
        <translation>粘贴文字</translation>
    </message>
    <message>
        <source>Paste the message here (Ctrl+V)</source>
        <translation>把收到的文字粘贴到这里（Ctrl+V）</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Take the accepted</source>
        <translation>填入所选</translation>
    </message>
    <message>
        <source>The text names nothing that a field could take.</source>
        <translation>这段文字里没有可以填入的要素。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>读出的内容</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>读出的要素</translation>
    </message>
    <message>
        <source>Words, and what to look at</source>
        <translation>原话与提示</translation>
    </message>
    <message>
        <source>differs: {present} stands there</source>
        <translation>与已填的“{present}”不同</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>不采用</translation>
    </message>
    <message>
        <source>shown only</source>
        <translation>只供参考</translation>
    </message>
    <message>
        <source>{count} of {all} are taken; the message is kept as it came.</source>
        <translation>共 {all} 项，采用 {count} 项；原文照原样保存。</translation>
    </message>
    <message>
        <source>✓ take</source>
        <translation>✓ 采用</translation>
    </message>
</context>
<context>
    <name>ItemRow</name>
    <message>
        <source>Goes on</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>Goes on: {name}</source>
        <translation>接手 {name}</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>No word needed</source>
        <translation>无需说明</translation>
    </message>
    <message>
        <source>Not explained yet</source>
        <translation>待交班人说明</translation>
    </message>
    <message>
        <source>Read: {title}</source>
        <translation>已读：{title}</translation>
    </message>
    <message>
        <source>What the next shift must know</source>
        <translation>说明：下一班必须知道什么</translation>
    </message>
    <message>
        <source>Who goes on</source>
        <translation>由谁接手</translation>
    </message>
    <message>
        <source>Word on {title}</source>
        <translation>说明：{title}</translation>
    </message>
    <message>
        <source>by {time}</source>
        <translation>{time} 前</translation>
    </message>
    <message>
        <source>to tick</source>
        <translation>待勾</translation>
    </message>
</context>
<context>
    <name>ItemsCard</name>
    <message>
        <source>Goes on and next step · read</source>
        <translation>接手与下一步 · 已读</translation>
    </message>
    <message>
        <source>Matters to hand over</source>
        <translation>需要交清的事</translation>
    </message>
    <message>
        <source>Nothing is open. Add what the next shift must know.</source>
        <translation>没有未办结的事。下一班须知道的，请在此补充。</translation>
    </message>
</context>
<context>
    <name>JoinBox</name>
    <message>
        <source>Sign in to take over</source>
        <translation>接班登录</translation>
    </message>
    <message>
        <source>The officer who takes over signs in here; you stay signed in.</source>
        <translation>接班人在此登录阅读；交班人仍保持登录。</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>接班人</translation>
    </message>
</context>
<context>
    <name>KeepGuard</name>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Close the window, keep the guard</source>
        <translation>关闭窗口，守护继续</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>退出程序</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Shall the guard go on?</source>
        <translation>守护是否继续？</translation>
    </message>
    <message>
        <source>The answer is remembered. Exit in the menu of your name always ends.</source>
        <translation>选择会记住。右上角姓名菜单里的“退出程序”随时可以结束。</translation>
    </message>
    <message>
        <source>The icon in the tray brings the window back, and so do alarms.</source>
        <translation>点托盘图标可打开窗口，有提醒时也会自动打开。</translation>
    </message>
    <message>
        <source>The window is minimised; alarms bring it back.</source>
        <translation>窗口将最小化，有提醒时自动回到屏幕。</translation>
    </message>
    <message>
        <source>With the guard at work, deadlines and handovers are reminded of although the window is closed. Without it nothing reminds of anything on this computer.</source>
        <translation>守护继续时，窗口关了也照常提醒时限和交接班。退出程序后，这台电脑不再提醒任何事。</translation>
    </message>
</context>
<context>
    <name>KeyPeriodsDialog</name>
    <message>
        <source>By the rules in use:
{lines}</source>
        <translation>按在用规则：
{lines}</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>现在结束</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>In a key period the rules about its leader and its staff hold; the days are marked.</source>
        <translation>重点时段内按带班领导和在岗人数的规则核查，值班表上标出这些天。</translation>
    </message>
    <message>
        <source>Key periods</source>
        <translation>重点时段</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Name of the period</source>
        <translation>时段名称</translation>
    </message>
    <message>
        <source>Reports by</source>
        <translation>报告时间</translation>
    </message>
    <message>
        <source>Write dates as 2025-10-06 and times as 13:00.</source>
        <translation>日期写作 2025-10-06，时间写作 13:00。</translation>
    </message>
</context>
<context>
    <name>LastEnd</name>
    <message>
        <source>The desk broke off: nothing was watched from {since} on, for {period}. What fell due is raised now.</source>
        <translation>值班台曾异常中断：自 {since} 起 {period}没有守护，其间到期的提醒现已补出。</translation>
    </message>
    <message>
        <source>The desk was not closed in order last time.</source>
        <translation>值班台上次异常中断。</translation>
    </message>
</context>
<context>
    <name>LaterCard</name>
    <message>
        <source>Newly opened, comes onto the sheet at the signature: {titles}</source>
        <translation>起草后新开，签字时列入交接单：{titles}</translation>
    </message>
    <message>
        <source>Written after the freeze</source>
        <translation>封存后的日志</translation>
    </message>
</context>
<context>
    <name>LeaderDialog</name>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>带班领导</translation>
    </message>
    <message>
        <source>The duty leader was told</source>
        <translation>报告带班领导</translation>
    </message>
</context>
<context>
    <name>LoadWords</name>
    <message>
        <source>Alarms</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>In ten minutes</source>
        <translation>每 10 分钟</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Left standing</source>
        <translation>遗留</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限度</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>What</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Worst ten</source>
        <translation>最多 10 分</translation>
    </message>
    <message>
        <source>exceeded</source>
        <translation>超限</translation>
    </message>
    <message>
        <source>within</source>
        <translation>未超</translation>
    </message>
    <message>
        <source>{begun} until now</source>
        <translation>{begun} 至今</translation>
    </message>
    <message>
        <source>{own}　about {good} is good</source>
        <translation>{own}　以 {good} 左右为宜</translation>
    </message>
    <message>
        <source>Ⅰ / Ⅱ / Ⅲ</source>
        <translation>Ⅰ / Ⅱ / Ⅲ</translation>
    </message>
</context>
<context>
    <name>LockCover</name>
    <message>
        <source>Locked</source>
        <translation>已锁屏</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>since {time} · alarms go on</source>
        <translation>{time} 起，提醒照常</translation>
    </message>
</context>
<context>
    <name>LogActs</name>
    <message>
        <source>Add handling</source>
        <translation>补处理情况</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>交办</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Incident {number}</source>
        <translation>打开事件 {number}</translation>
    </message>
    <message>
        <source>Make an incident</source>
        <translation>建事件</translation>
    </message>
    <message>
        <source>Open matter</source>
        <translation>打开交办</translation>
    </message>
    <message>
        <source>Phone record</source>
        <translation>电话记录</translation>
    </message>
    <message>
        <source>Strike…</source>
        <translation>划除…</translation>
    </message>
    <message>
        <source>Take the strike back…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>The original stays; a correction is an entry of its own</source>
        <translation>原文不改，更正另起一条并相连</translation>
    </message>
</context>
<context>
    <name>LogBar</name>
    <message>
        <source>Choose the shift by its day</source>
        <translation>按日期选班次</translation>
    </message>
    <message>
        <source>Earlier shift (Alt Left)</source>
        <translation>上一班（Alt ←）</translation>
    </message>
    <message>
        <source>Later shift (Alt Right)</source>
        <translation>下一班（Alt →）</translation>
    </message>
    <message>
        <source>Machine lines {count}</source>
        <translation>机器记录 {count}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>LogHead</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Duty leader</source>
        <translation>带班领导</translation>
    </message>
    <message>
        <source>Duty phone</source>
        <translation>值班电话</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>第 {number} 号</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>天气</translation>
    </message>
    <message>
        <source>weather, temperature</source>
        <translation>天气、气温</translation>
    </message>
    <message>
        <source>{name} ({title})</source>
        <translation>{name}（{title}）</translation>
    </message>
    <message>
        <source>{name} arrived {time}</source>
        <translation>{name} {time} 到岗</translation>
    </message>
    <message>
        <source>{start} — {end} next day</source>
        <translation>{start} — 次日 {end}</translation>
    </message>
</context>
<context>
    <name>LogHits</name>
    <message>
        <source>Content</source>
        <translation>内容摘要</translation>
    </message>
    <message>
        <source>Entries found</source>
        <translation>找到的条目</translation>
    </message>
    <message>
        <source>Found in all years</source>
        <translation>全部年份中找到</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>No entry of any year contains “{words}”.</source>
        <translation>各年日志中没有含“{words}”的条目。</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>LogLinesModel</name>
    <message>
        <source>Content</source>
        <translation>内容摘要</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>处理情况</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Nothing is written yet. F2 notes a line, F3 a telephone call; both stand here at once. The sheet of a shift begins with the handover (F8).</source>
        <translation>还没有记录。F2 记一笔，F3 记电话，随记随到这里。每一班的日志从交接班（F8）开始。</translation>
    </message>
    <message>
        <source>One shift like the paper sheet. Nothing is ever changed: a correction, a strike and a later handling are entries of their own beside the line. Up and Down choose a line, Enter goes to its acts, Ctrl C copies it. Alt Left and Alt Right go to other shifts; Ctrl F searches all years, Ctrl P prints the sheet in view.</source>
        <translation>一班一张，与纸质日志一样。已记内容从不改动：更正、划除、补处理情况都另起一条，与原条相连。上下键选条目，回车到操作，Ctrl C 复制。Alt ← 和 Alt → 看其他班次；Ctrl F 搜全部年份，Ctrl P 打印所看的这一班。</translation>
    </message>
</context>
<context>
    <name>LogRow</name>
    <message>
        <source>corrected by {name} {time}</source>
        <translation>更正 {name} {time}</translation>
    </message>
    <message>
        <source>late entry {time}, by {delay}</source>
        <translation>补记 {time}，迟 {delay}</translation>
    </message>
    <message>
        <source>{reason}; struck by {name} {time}</source>
        <translation>{reason}。{name} {time} 划除</translation>
    </message>
</context>
<context>
    <name>LogTable</name>
    <message>
        <source>Entries of the shift</source>
        <translation>本班条目</translation>
    </message>
</context>
<context>
    <name>LogWords</name>
    <message>
        <source>A sheet begins with the handover (F8)</source>
        <translation>从交接班（F8）起一班一张</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>来去电</translation>
    </message>
    <message>
        <source>Machine lines hidden: {count}</source>
        <translation>机器记录 {count} 条已隐藏</translation>
    </message>
    <message>
        <source>No sheet of a shift</source>
        <translation>不属于任何一班</translation>
    </message>
    <message>
        <source>Not closed: {count}</source>
        <translation>未办结 {count}</translation>
    </message>
    <message>
        <source>Outside the shifts</source>
        <translation>未开班时</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报送</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>已封存</translation>
    </message>
    <message>
        <source>Sealed when the outgoing officer signs</source>
        <translation>交班人签字后封存</translation>
    </message>
    <message>
        <source>Sealed {code}</source>
        <translation>已封存 {code}</translation>
    </message>
    <message>
        <source>This shift, not sealed</source>
        <translation>本班，未封存</translation>
    </message>
    <message>
        <source>{date} {weekday} shift</source>
        <translation>{date} {weekday}班</translation>
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
    <name>Matter</name>
    <message>
        <source>Leave</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>交办事项</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Steps so far</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Title from now on</source>
        <translation>标题改为</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>办到何时</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>until</source>
        <translation>限时</translation>
    </message>
    <message>
        <source>write it into the log too</source>
        <translation>同时记入日志</translation>
    </message>
</context>
<context>
    <name>MatterDialog</name>
    <message>
        <source>Matter {number}</source>
        <translation>交办 {number}</translation>
    </message>
    <message>
        <source>Take the step</source>
        <translation>记下这一步</translation>
    </message>
</context>
<context>
    <name>MatterHistory</name>
    <message>
        <source>By</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>{time} 前</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>A PIN has at least {digits} digits and nothing else.</source>
        <translation>口令至少 {digits} 位，只用数字。</translation>
    </message>
    <message>
        <source>A PIN of one repeated digit is too simple.</source>
        <translation>口令不能是同一个数字重复。</translation>
    </message>
    <message>
        <source>A call cannot lie in the future.</source>
        <translation>时间不能晚于现在。</translation>
    </message>
    <message>
        <source>A change of the rules needs a reason.</source>
        <translation>改动规则要写明理由。</translation>
    </message>
    <message>
        <source>A correction of a time needs its evidence.</source>
        <translation>更正时间要写明依据。</translation>
    </message>
    <message>
        <source>A later swap rests on this one: withdraw that one first.</source>
        <translation>后面还有换班以它为准，请先撤回后面的。</translation>
    </message>
    <message>
        <source>A newer message of {at} is here; an older one cannot follow it.</source>
        <translation>已有 {at} 发布的更新消息，不能再记更早的。</translation>
    </message>
    <message>
        <source>A number cannot be below nought.</source>
        <translation>人数、金额不能是负数。</translation>
    </message>
    <message>
        <source>A rule does not allow this ({code}).</source>
        <translation>规则不允许这样做（{code}）。</translation>
    </message>
    <message>
        <source>A shipped pack is not removed; take it out of use.</source>
        <translation>随附的规则包不能移除，可以停用。</translation>
    </message>
    <message>
        <source>A step cannot have happened in the future.</source>
        <translation>办理时间不能晚于现在。</translation>
    </message>
    <message>
        <source>A time needs its source.</source>
        <translation>时间要写明来源。</translation>
    </message>
    <message>
        <source>A wish is for {days} days at most: longer is leave.</source>
        <translation>一条意愿最多 {days} 天，更长的请登记请假。</translation>
    </message>
    <message>
        <source>A wish is one of: {expected}.</source>
        <translation>排班意愿应为 {expected} 之一。</translation>
    </message>
    <message>
        <source>An absence this long is a mistake; look at the dates.</source>
        <translation>时间太长，请核对日期。</translation>
    </message>
    <message>
        <source>An alarm of this level cannot be shelved.</source>
        <translation>这一级提醒不能搁置。</translation>
    </message>
    <message>
        <source>Another person decides this; the supervisor may record it for them.</source>
        <translation>这一步由另一方决定，管理员可以代记。</translation>
    </message>
    <message>
        <source>By the rules of the roster {name} must not take this duty.</source>
        <translation>按值班规则，{name}不能值这一班。</translation>
    </message>
    <message>
        <source>Change your own PIN in the menu of your name at the top.</source>
        <translation>自己的口令请在右上角姓名菜单里修改。</translation>
    </message>
    <message>
        <source>Choose a number of days between {expected}.</source>
        <translation>天数应为 {expected}。</translation>
    </message>
    <message>
        <source>Choose a period of at most 400 days that does not end early.</source>
        <translation>请选择 400 天以内的时段，结束不早于开始。</translation>
    </message>
    <message>
        <source>Choose a time after now and within a year.</source>
        <translation>提醒时间应在现在以后、一年以内。</translation>
    </message>
    <message>
        <source>Choose a time after now.</source>
        <translation>搁置到的时间应晚于现在。</translation>
    </message>
    <message>
        <source>Choose at least one post.</source>
        <translation>请至少选择一个岗位。</translation>
    </message>
    <message>
        <source>Choose one of: {expected}</source>
        <translation>请从中选择：{expected}</translation>
    </message>
    <message>
        <source>Choose the people who may be planned.</source>
        <translation>请选择可排的人员。</translation>
    </message>
    <message>
        <source>Choose who is relieved and who stands in.</source>
        <translation>请选择换下谁、换上谁。</translation>
    </message>
    <message>
        <source>Closing or returning {number} needs its result or reason.</source>
        <translation>办结或退回 {number} 要写明结果或原因。</translation>
    </message>
    <message>
        <source>Coming and leaving cannot be later than now.</source>
        <translation>到岗、离岗时间不能晚于现在。</translation>
    </message>
    <message>
        <source>Give the reason.</source>
        <translation>请写明原因。</translation>
    </message>
    <message>
        <source>Give the way out a name.</source>
        <translation>外部通知方式要有名称。</translation>
    </message>
    <message>
        <source>Incident {number} is closed; open it again first.</source>
        <translation>事件 {number} 已经办结，请先重新打开。</translation>
    </message>
    <message>
        <source>Incident {number} is not closed.</source>
        <translation>事件 {number} 没有办结。</translation>
    </message>
    <message>
        <source>It can be shelved until {limit} at most.</source>
        <translation>最迟只能搁置到 {limit}。</translation>
    </message>
    <message>
        <source>It cannot have been confirmed before it was sent.</source>
        <translation>确认时间不能早于报送时间。</translation>
    </message>
    <message>
        <source>It cannot have been filed in the future: check the time.</source>
        <translation>报备时间不能晚于现在，请核对。</translation>
    </message>
    <message>
        <source>It cannot have been issued in the future.</source>
        <translation>发布时间不能晚于现在。</translation>
    </message>
    <message>
        <source>It cannot have been sent before it was signed.</source>
        <translation>报出时间不能早于签发时间。</translation>
    </message>
    <message>
        <source>It cannot have happened before the last step ({at}).</source>
        <translation>时间不能早于上一步（{at}）。</translation>
    </message>
    <message>
        <source>It cannot have happened in the future: check the time.</source>
        <translation>发生时间不能晚于现在，请核对时间。</translation>
    </message>
    <message>
        <source>It was not sent to {recipient}.</source>
        <translation>这份报告没有报给 {recipient}。</translation>
    </message>
    <message>
        <source>It was told before it was received ({received_at}): correct the receipt first.</source>
        <translation>报送时间不能早于接报时间（{received_at}）；接报时间有误的，请先更正。</translation>
    </message>
    <message>
        <source>It went to {recipient} already.</source>
        <translation>已经报过 {recipient}。</translation>
    </message>
    <message>
        <source>Its end lies before its beginning.</source>
        <translation>有效期的结束早于开始。</translation>
    </message>
    <message>
        <source>Level {level} must be louder from the first moment.</source>
        <translation>{level} 级应一开始就加强提醒。</translation>
    </message>
    <message>
        <source>Level {level} must begin at the desk, at once.</source>
        <translation>{level} 级的第一步应是立即在值班席提醒。</translation>
    </message>
    <message>
        <source>Line {line} of the template cannot be filled: lists need |连句, rows a name.</source>
        <translation>模板第 {line} 行填不进去：清单要用 |连句，逐条要写明取哪一项。</translation>
    </message>
    <message>
        <source>Line {line} of the template is not complete or cannot be read.</source>
        <translation>模板第 {line} 行写法不完整，读不出来。</translation>
    </message>
    <message>
        <source>Line {line} of the template uses what templates may not.</source>
        <translation>模板第 {line} 行用了不允许的写法。</translation>
    </message>
    <message>
        <source>Line {line} of the template uses {name}, which there is not.</source>
        <translation>模板第 {line} 行的“{name}”不是可用的名称。</translation>
    </message>
    <message>
        <source>Line {line}: a phrase is no longer than {limit} characters.</source>
        <translation>第 {line} 行的常用语超过 {limit} 字。</translation>
    </message>
    <message>
        <source>Name the file with .xlsx, .ics or .csv at its end.</source>
        <translation>文件名请以 .xlsx、.ics 或 .csv 结尾。</translation>
    </message>
    <message>
        <source>Name the people who take turns.</source>
        <translation>写明轮值的人员。</translation>
    </message>
    <message>
        <source>Name the person who takes the duty.</source>
        <translation>写明由谁接替。</translation>
    </message>
    <message>
        <source>No handover is in progress.</source>
        <translation>现在没有正在进行的交接。</translation>
    </message>
    <message>
        <source>No holiday is known within two months of {day}.</source>
        <translation>{day} 之后两个月内没有已知的假期。</translation>
    </message>
    <message>
        <source>No holiday is named. Paste the words of the notice.</source>
        <translation>没有写出任何节日。请粘贴通知原文。</translation>
    </message>
    <message>
        <source>No more than {limit} phrases can be offered.</source>
        <translation>常用语不超过 {limit} 条。</translation>
    </message>
    <message>
        <source>No number was given.</source>
        <translation>没有填写任何数字。</translation>
    </message>
    <message>
        <source>No rule {rule} applies to incidents of this office.</source>
        <translation>本单位的事件没有规则 {rule}。</translation>
    </message>
    <message>
        <source>No warning was found in the text: fill in the form.</source>
        <translation>没有从文字里认出预警，请按表填写。</translation>
    </message>
    <message>
        <source>Nobody is signed in here: sign in first. Nothing was lost.</source>
        <translation>此机无人登录，请先登录。所写内容都在。</translation>
    </message>
    <message>
        <source>Nobody knows the circumstance “{name}”.</source>
        <translation>没有“{name}”这种情形。</translation>
    </message>
    <message>
        <source>Nobody leaves before coming: look at the time.</source>
        <translation>离岗时间不能早于到岗时间，请核对。</translation>
    </message>
    <message>
        <source>Nobody leaves before joining.</source>
        <translation>离开日期不能早于到任日期。</translation>
    </message>
    <message>
        <source>Nobody of the office is called {name}.</source>
        <translation>本单位没有叫{name}的人员。</translation>
    </message>
    <message>
        <source>Nobody stands in for oneself.</source>
        <translation>不能由本人接替本人。</translation>
    </message>
    <message>
        <source>Nobody stands on “{title}”.</source>
        <translation>《{title}》还没有排人。</translation>
    </message>
    <message>
        <source>Nobody trains oneself.</source>
        <translation>不能由本人带教本人。</translation>
    </message>
    <message>
        <source>Nothing of the message was accepted.</source>
        <translation>没有采纳任何内容。</translation>
    </message>
    <message>
        <source>One of the texts is too long: at most {expected} characters.</source>
        <translation>有一处文字过长，最多 {expected} 字。</translation>
    </message>
    <message>
        <source>One person cannot act for both sides.</source>
        <translation>交班人与接班人不能是同一人。</translation>
    </message>
    <message>
        <source>Only the officer who signed in and read the sheet signs for it.</source>
        <translation>只有登录接班并逐项阅读的人才能接班签字。</translation>
    </message>
    <message>
        <source>Only the officer who takes over ticks and reads back.</source>
        <translation>打勾和复述只能由登录接班的人做。</translation>
    </message>
    <message>
        <source>Only who signed for the outgoing side confirms the read-back.</source>
        <translation>只有已签字的交班人才能确认复述。</translation>
    </message>
    <message>
        <source>Only {free} MB are free on the disk of the data, less than {need} MB: the desk does not start, so that no record breaks off. Make room (recycle bin, old exports) and start again. Nothing was changed.</source>
        <translation>数据所在磁盘只剩 {free} MB，不足 {need} MB，值班台不启动，以免记录写到一半。请清理该磁盘（回收站、旧的导出文件）后再启动。数据未作任何改动。</translation>
    </message>
    <message>
        <source>Quote the level as issued: blue, yellow, orange or red.</source>
        <translation>请按原文写明级别（蓝、黄、橙、红）。</translation>
    </message>
    <message>
        <source>Rule {rule} stands elsewhere in its pack now; look at it again.</source>
        <translation>规则 {rule} 的位置已变，请重新查看后再改。</translation>
    </message>
    <message>
        <source>Say to whom it goes.</source>
        <translation>没有写报送对象。</translation>
    </message>
    <message>
        <source>Say until when.</source>
        <translation>请写明办到何时。</translation>
    </message>
    <message>
        <source>Say until when: this pattern is for a time only.</source>
        <translation>写明到何时为止：这种班制只用于一段时间。</translation>
    </message>
    <message>
        <source>Say what must be done.</source>
        <translation>请写明要办什么。</translation>
    </message>
    <message>
        <source>Say what shows that it is done.</source>
        <translation>关闭提醒要写明已办的依据。</translation>
    </message>
    <message>
        <source>Say what the desk shall be reminded of.</source>
        <translation>请写明提醒什么。</translation>
    </message>
    <message>
        <source>Say what the warning is of (rainstorm, fog …).</source>
        <translation>请写明预警的类别（暴雨、大雾……）。</translation>
    </message>
    <message>
        <source>Say what {target} reported.</source>
        <translation>请写明{target}反馈的内容。</translation>
    </message>
    <message>
        <source>Say which leader was told.</source>
        <translation>请写明报告了哪位带班领导。</translation>
    </message>
    <message>
        <source>Say who asks.</source>
        <translation>没有写明哪个单位来询。</translation>
    </message>
    <message>
        <source>Say who confirmed it.</source>
        <translation>没有写确认人。</translation>
    </message>
    <message>
        <source>Say who is to be called.</source>
        <translation>请写明叫应对象。</translation>
    </message>
    <message>
        <source>Say who issued it.</source>
        <translation>请写明发布单位。</translation>
    </message>
    <message>
        <source>Say who sent the message.</source>
        <translation>请写明续报来自哪个单位、哪个人。</translation>
    </message>
    <message>
        <source>Say why it is not taken over.</source>
        <translation>请写明为什么不接。</translation>
    </message>
    <message>
        <source>Say why the draft is thrown away.</source>
        <translation>丢弃稿件要写明理由。</translation>
    </message>
    <message>
        <source>Say why the incident is of another kind.</source>
        <translation>改类别要写明理由。</translation>
    </message>
    <message>
        <source>Say why the incident is opened again.</source>
        <translation>重新打开要写明原因。</translation>
    </message>
    <message>
        <source>Say why the report is excused.</source>
        <translation>免报要写明理由。</translation>
    </message>
    <message>
        <source>Say why the template changes.</source>
        <translation>没有写明修改模板的理由。</translation>
    </message>
    <message>
        <source>Say with whom it was filed.</source>
        <translation>请写明报哪个单位备案。</translation>
    </message>
    <message>
        <source>Several people are called {name}: choose by number.</source>
        <translation>叫{name}的人员不止一位，请按编号选。</translation>
    </message>
    <message>
        <source>Shelving needs a reason.</source>
        <translation>搁置要写明理由。</translation>
    </message>
    <message>
        <source>Shift {shift} has not been handed over: there is no record.</source>
        <translation>{shift} 班还没有交接，没有交接班记录。</translation>
    </message>
    <message>
        <source>Sign in first: acts on alarms bear a name.</source>
        <translation>请先登录：对提醒的处理都要署名。</translation>
    </message>
    <message>
        <source>Somebody else confirmed the read-back: who signs for the outgoing side confirms it.</source>
        <translation>复述由另一人确认：应由交班签字人确认。</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile. Your text is kept: look and save again.</source>
        <translation>别人刚改过这条内容。您写的已保留，请看过后再保存。</translation>
    </message>
    <message>
        <source>Somebody else has just changed it, or it has ended.</source>
        <translation>别人刚刚改过这一例行事项，或已终止。</translation>
    </message>
    <message>
        <source>Somebody else has just changed it; look again.</source>
        <translation>别人刚刚改过，请重新查看。</translation>
    </message>
    <message>
        <source>Somebody else has just changed this matter: look again.</source>
        <translation>别人刚改过这项交办，请重新查看。</translation>
    </message>
    <message>
        <source>Somebody has the staff number {number} already.</source>
        <translation>工号 {number} 已经有人使用。</translation>
    </message>
    <message>
        <source>Somebody who is not part of the swap approves it.</source>
        <translation>换班双方不能自己批准，请另一人批准。</translation>
    </message>
    <message>
        <source>Something is still owed by this pack in {incidents}.</source>
        <translation>{incidents} 还有按这个规则包应报的事项，不能移除。</translation>
    </message>
    <message>
        <source>The PIN is wrong. Tries left: {left}.</source>
        <translation>口令不对，还可试 {left} 次。</translation>
    </message>
    <message>
        <source>The added matter has no words.</source>
        <translation>补充的事项没有写内容。</translation>
    </message>
    <message>
        <source>The alarm has become graver; look at it again.</source>
        <translation>这一提醒已经升级，请按新的级别再看。</translation>
    </message>
    <message>
        <source>The alarm is no longer on the list.</source>
        <translation>提醒列表里已没有这一条。</translation>
    </message>
    <message>
        <source>The alarm is not shelved.</source>
        <translation>这一提醒没有搁置。</translation>
    </message>
    <message>
        <source>The calendar of {year} says the same already.</source>
        <translation>{year} 年的日历与此相同，无需再录。</translation>
    </message>
    <message>
        <source>The data folder lies in a folder that {kind} synchronises, which damages a database in use. Move it to a folder of this computer. No file was touched.</source>
        <translation>数据文件夹在 {kind} 的同步目录里，同步会损坏正在写入的数据库。请移到不同步的本机文件夹。文件未作任何改动。</translation>
    </message>
    <message>
        <source>The data folder lies on the network ({kind}): a broken connection or two computers writing at once would damage the data. Take a disk of this computer, or a database server for several. No file was touched.</source>
        <translation>数据文件夹在网络位置（{kind}）上，断网或多机同时写入会损坏数据。请改用本机磁盘；多台电脑共用请改用数据库服务器。文件未作任何改动。</translation>
    </message>
    <message>
        <source>The database cannot be used now ({code}). Nothing was saved; your text is kept.</source>
        <translation>数据库暂不能用（{code}）。未保存任何内容，您写的已保留。</translation>
    </message>
    <message>
        <source>The database file is gone or another lies in its place ({path}): nothing was saved. Write by hand and call whoever administers the computer; do not close this window.</source>
        <translation>数据库文件已不在原处或被换过（{path}），没有保存。请先手写记录，立即通知管理员；不要关闭本窗口。</translation>
    </message>
    <message>
        <source>The dead, or everybody together, become fewer: say why.</source>
        <translation>死亡人数或总人数减少，要写明原因。</translation>
    </message>
    <message>
        <source>The end must come after the beginning.</source>
        <translation>结束时间应晚于开始时间。</translation>
    </message>
    <message>
        <source>The fact needs words.</source>
        <translation>内容不能为空。</translation>
    </message>
    <message>
        <source>The file was not saved: {path} ({reason}). Choose another.</source>
        <translation>文件没有保存：{path}（{reason}）。请换一个位置。</translation>
    </message>
    <message>
        <source>The incident needs a title.</source>
        <translation>没有写事件名称。</translation>
    </message>
    <message>
        <source>The last day of a wish lies before the first.</source>
        <translation>意愿的止日早于起日。</translation>
    </message>
    <message>
        <source>The last step of level {level} comes too late; {limit} at most.</source>
        <translation>{level} 级的最后一步太晚，最长 {limit}。</translation>
    </message>
    <message>
        <source>The leader signs after both officers.</source>
        <translation>双方签字以后领导才能阅签。</translation>
    </message>
    <message>
        <source>The list has no such line.</source>
        <translation>名单里没有这个对象。</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>名单里没有对象。</translation>
    </message>
    <message>
        <source>The marked matters have not been read back.</source>
        <translation>必勾项还没有复述。</translation>
    </message>
    <message>
        <source>The national rules hold for every office.</source>
        <translation>国家规则包各单位都要用，不能停用。</translation>
    </message>
    <message>
        <source>The number is larger than can be: check it.</source>
        <translation>数字大得不合常理，请核对。</translation>
    </message>
    <message>
        <source>The officer who takes over signs in first.</source>
        <translation>请接班人先登录。</translation>
    </message>
    <message>
        <source>The other half of a pair is somebody else.</source>
        <translation>AB 角应是另一个人。</translation>
    </message>
    <message>
        <source>The other side has just changed this matter: look and write again.</source>
        <translation>对方刚改过这一项，请看过后再写。</translation>
    </message>
    <message>
        <source>The outgoing officer has not confirmed that the read-back is right.</source>
        <translation>交班人还没有确认“复述无误”。</translation>
    </message>
    <message>
        <source>The outgoing officer signs first.</source>
        <translation>请交班人先签字。</translation>
    </message>
    <message>
        <source>The pack has no such rule.</source>
        <translation>规则包里没有这条规则。</translation>
    </message>
    <message>
        <source>The printer does not answer ({name}). Save as PDF, or choose another.</source>
        <translation>打印机没有响应（{name}）。请另存为 PDF，或换一台打印机。</translation>
    </message>
    <message>
        <source>The report needs a title.</source>
        <translation>没有写标题。</translation>
    </message>
    <message>
        <source>The report needs words.</source>
        <translation>没有写报告内容。</translation>
    </message>
    <message>
        <source>The search broke down; the draft shown can be used.</source>
        <translation>求解进程出错；当前草案仍可使用。</translation>
    </message>
    <message>
        <source>The sound can be off for {limit} at most.</source>
        <translation>最长只能静音 {limit}。</translation>
    </message>
    <message>
        <source>The steps of level {level} must become stronger and never earlier.</source>
        <translation>{level} 级的各步应一步强过一步，时间不能提前。</translation>
    </message>
    <message>
        <source>The template is longer than {limit} characters.</source>
        <translation>模板超过 {limit} 字。</translation>
    </message>
    <message>
        <source>The template makes more than {limit} characters.</source>
        <translation>模板生成的文字超过 {limit} 字。</translation>
    </message>
    <message>
        <source>The template needs words.</source>
        <translation>模板没有内容。</translation>
    </message>
    <message>
        <source>The ten seconds are over: strike or correct the entry.</source>
        <translation>已过十秒，请用划除或更正。</translation>
    </message>
    <message>
        <source>The text has a character that cannot be kept ({where}). Type that place again.</source>
        <translation>文字中有不能保存的字符（{where}），请重新输入该处。</translation>
    </message>
    <message>
        <source>The time lies in the future.</source>
        <translation>时间不能晚于现在。</translation>
    </message>
    <message>
        <source>The year {year} is not between 2000 and 2100.</source>
        <translation>年份 {year} 不在 2000 至 2100 之间。</translation>
    </message>
    <message>
        <source>The {basis} time cannot be corrected.</source>
        <translation>{basis}时间不能更正。</translation>
    </message>
    <message>
        <source>The {basis} time cannot lie before the occurrence.</source>
        <translation>{basis}时间不能早于事发时间。</translation>
    </message>
    <message>
        <source>The {basis} time is not known yet: it cannot be corrected.</source>
        <translation>还没有{basis}时间，不能更正。</translation>
    </message>
    <message>
        <source>The {basis} time is recorded already: correct it instead.</source>
        <translation>{basis}时间已经记过，请用更正。</translation>
    </message>
    <message>
        <source>The {basis} time is this one already.</source>
        <translation>{basis}时间本来就是这个时间。</translation>
    </message>
    <message>
        <source>There is an office in this database already.</source>
        <translation>数据库里已经有值班室。</translation>
    </message>
    <message>
        <source>There is no import to take back.</source>
        <translation>没有可以撤销的导入。</translation>
    </message>
    <message>
        <source>There is no matter with the number {number}.</source>
        <translation>没有编号为 {number} 的交办。</translation>
    </message>
    <message>
        <source>There is no post {post}.</source>
        <translation>没有岗位“{post}”。</translation>
    </message>
    <message>
        <source>There is no such entry.</source>
        <translation>没有这一条。</translation>
    </message>
    <message>
        <source>There is no such note any more.</source>
        <translation>没有这一条提醒，或已撤销。</translation>
    </message>
    <message>
        <source>There is no such swap.</source>
        <translation>没有这次换班。</translation>
    </message>
    <message>
        <source>There is no such version.</source>
        <translation>没有这个版本。</translation>
    </message>
    <message>
        <source>There is no such way out.</source>
        <translation>没有这一外部通知方式。</translation>
    </message>
    <message>
        <source>There is nobody left to call for {target}: ask the duty leader.</source>
        <translation>{target}没有下一个可叫的人，请带班领导处理。</translation>
    </message>
    <message>
        <source>These are the same words as before.</source>
        <translation>内容与原文相同。</translation>
    </message>
    <message>
        <source>This absence was taken back already.</source>
        <translation>这条请假外出已经撤回。</translation>
    </message>
    <message>
        <source>This alarm ends by itself once the duty is done; it cannot be closed.</source>
        <translation>这一提醒在事项办妥后自行结束，不能直接关闭。</translation>
    </message>
    <message>
        <source>This belongs to an earlier entry: choose that one.</source>
        <translation>这是对前面条目的补充，请选择原条目。</translation>
    </message>
    <message>
        <source>This call list does not exist.</source>
        <translation>没有这份叫应名单。</translation>
    </message>
    <message>
        <source>This cannot have happened in the future.</source>
        <translation>时间不能晚于现在。</translation>
    </message>
    <message>
        <source>This change is no longer in force.</source>
        <translation>这次变动已不再有效。</translation>
    </message>
    <message>
        <source>This change would alter nothing: nobody is replaced by it.</source>
        <translation>这次变动没有改变任何安排：这段时间没有可替换的人。</translation>
    </message>
    <message>
        <source>This contact is no longer there.</source>
        <translation>这位联系人已不在通讯录里。</translation>
    </message>
    <message>
        <source>This duty day is over; the record shows who served.</source>
        <translation>这个班已经结束，表上是实际值班的人。</translation>
    </message>
    <message>
        <source>This duty has begun: what was served stays served.</source>
        <translation>这一班已经开始，已值的不再改动。</translation>
    </message>
    <message>
        <source>This entry is not struck.</source>
        <translation>这一条没有划除。</translation>
    </message>
    <message>
        <source>This entry is struck already.</source>
        <translation>这一条已经划除。</translation>
    </message>
    <message>
        <source>This file was taken in before ({identifier}).</source>
        <translation>这份预警文件已经登记过（{identifier}）。</translation>
    </message>
    <message>
        <source>This handover is over.</source>
        <translation>这次交接已经结束。</translation>
    </message>
    <message>
        <source>This is no address a notice could be sent to; it begins with one of {expected}.</source>
        <translation>通知地址不对，应以 {expected} 开头。</translation>
    </message>
    <message>
        <source>This is not possible now, it stands as: {state}.</source>
        <translation>现在不能这样办理，目前是：{state}。</translation>
    </message>
    <message>
        <source>This is signed already.</source>
        <translation>已经签过字。</translation>
    </message>
    <message>
        <source>This is what is in force already; nothing was changed.</source>
        <translation>与现行文本相同，没有改动。</translation>
    </message>
    <message>
        <source>This key period is not there.</source>
        <translation>没有这个重点时段。</translation>
    </message>
    <message>
        <source>This matter does not exist.</source>
        <translation>没有这项交办。</translation>
    </message>
    <message>
        <source>This no longer exists ({code}).</source>
        <translation>该内容已不存在（{code}）。</translation>
    </message>
    <message>
        <source>This number is no longer in the directory.</source>
        <translation>这个号码已不在通讯录里。</translation>
    </message>
    <message>
        <source>This pattern needs at least {least} groups.</source>
        <translation>这种班制至少要分 {least} 组。</translation>
    </message>
    <message>
        <source>This person has come to that post already.</source>
        <translation>这位人员已经到岗。</translation>
    </message>
    <message>
        <source>This person has no PIN yet: a supervisor gives it on “People and duty”.</source>
        <translation>这位人员还没有口令，请管理员在“人员排班情况”里设置。</translation>
    </message>
    <message>
        <source>This person has not come to that post.</source>
        <translation>这位人员没有到岗，不能登记离岗。</translation>
    </message>
    <message>
        <source>This person is on the post {post} at that time: sign out there first.</source>
        <translation>这位人员这时已在{post}岗位上，请先登记离岗。</translation>
    </message>
    <message>
        <source>This person no longer belongs to the office.</source>
        <translation>此人已停用，不能登录或签字。</translation>
    </message>
    <message>
        <source>This recurring duty is ended already.</source>
        <translation>这项固定值班已经停用。</translation>
    </message>
    <message>
        <source>This rhythm has no such day ({expected}).</source>
        <translation>这一周期没有这一天，应为 {expected}。</translation>
    </message>
    <message>
        <source>This rotation is ended already.</source>
        <translation>这项轮值已经停用。</translation>
    </message>
    <message>
        <source>This rule may only warn, it denies nothing.</source>
        <translation>这条规则只能提醒，不能禁止发布。</translation>
    </message>
    <message>
        <source>This shift is sealed: it can no longer be changed.</source>
        <translation>这一班已经封存，不能再改。</translation>
    </message>
    <message>
        <source>This text is in force already.</source>
        <translation>这段模板已在使用。</translation>
    </message>
    <message>
        <source>This time is over: who served then is on record and is not changed.</source>
        <translation>这段时间已经过去，已成记录，不能再调班。</translation>
    </message>
    <message>
        <source>This warning does not exist.</source>
        <translation>没有这条预警。</translation>
    </message>
    <message>
        <source>This warning is of {hazard}; another sort is taken in by itself.</source>
        <translation>这一预警是{hazard}，类别不同的请另行登记。</translation>
    </message>
    <message>
        <source>This was not done ({code}).</source>
        <translation>操作未完成（{code}）。</translation>
    </message>
    <message>
        <source>This wish was taken back already.</source>
        <translation>这条意愿已经撤回。</translation>
    </message>
    <message>
        <source>Too many wrong PINs: this person can try again at {until}.</source>
        <translation>口令输错次数过多，{until} 后可再试。</translation>
    </message>
    <message>
        <source>Whoever drafted a report cannot review it.</source>
        <translation>拟稿人不能核自己的稿。</translation>
    </message>
    <message>
        <source>Wishes are for days to come: this day is over.</source>
        <translation>只能填今后的日子，这一天已经过去。</translation>
    </message>
    <message>
        <source>Write a name or a unit.</source>
        <translation>请写姓名或单位。</translation>
    </message>
    <message>
        <source>Write a number between 1 and 1000.</source>
        <translation>请填写 1 至 1000 之间的数字。</translation>
    </message>
    <message>
        <source>Write at least one number.</source>
        <translation>请至少写一个号码。</translation>
    </message>
    <message>
        <source>Write down what happened.</source>
        <translation>请写明发生了什么。</translation>
    </message>
    <message>
        <source>Write the number or the name of the notice.</source>
        <translation>请写明通知的文号或名称。</translation>
    </message>
    <message>
        <source>Write the region in at most 100 characters.</source>
        <translation>请填写辖区，不超过 100 字。</translation>
    </message>
    <message>
        <source>Write the time as one of these: {expected}.</source>
        <translation>提醒时间请写作：{expected}。</translation>
    </message>
    <message>
        <source>Write the time of day as {expected}.</source>
        <translation>时刻请写作 {expected}。</translation>
    </message>
    <message>
        <source>Write what the period is.</source>
        <translation>请写明重点时段的名称。</translation>
    </message>
    <message>
        <source>Write when reports are due as 15:00, 8:00、17:00 or 每周三 09:00.</source>
        <translation>报送时间写作 15:00、8:00、17:00 或 每周三 09:00，几项用“；”分开。</translation>
    </message>
    <message>
        <source>Write with whom it was filed.</source>
        <translation>写明报备的单位。</translation>
    </message>
    <message>
        <source>Write with whom the absence was filed.</source>
        <translation>请写明向谁报备。</translation>
    </message>
    <message>
        <source>Your role does not allow this. The attempt is in the audit list.</source>
        <translation>您的角色不能做这项操作；本次尝试已记入审计。</translation>
    </message>
    <message>
        <source>{author} wrote this entry: only {author} or a leader corrects it.</source>
        <translation>这一条由{author}记录，只有本人或领导可以更正。</translation>
    </message>
    <message>
        <source>{by} has acknowledged this alarm already.</source>
        <translation>{by} 已经确认过这一提醒。</translation>
    </message>
    <message>
        <source>{by} of {recipient} has confirmed it already.</source>
        <translation>{recipient} 已由 {by} 确认收到。</translation>
    </message>
    <message>
        <source>{count} findings keep this roster back; the first: {day} {post} {person}. Mend them, then try again.</source>
        <translation>有 {count} 处不合规，值班表没有发布；第一处：{day} {post} {person}。请改好后再试。</translation>
    </message>
    <message>
        <source>{count} marked matters are not ticked yet: {title}</source>
        <translation>还有 {count} 个必勾项没有打勾：{title}</translation>
    </message>
    <message>
        <source>{count} matters still need a word or “no word needed”: {title}</source>
        <translation>还有 {count} 项没有说明，也没有注明“无需说明”：{title}</translation>
    </message>
    <message>
        <source>{count} matters were opened meanwhile and stand on the sheet now: {title}. Read and tick them, then sign.</source>
        <translation>起草后新开 {count} 项，已列入交接单：{title}。阅读打勾后再签字。</translation>
    </message>
    <message>
        <source>{file} is in force already: {name} imported it on {day}.</source>
        <translation>{file} 已经生效：{name}于 {day} 导入。</translation>
    </message>
    <message>
        <source>{file}: no turn was read.</source>
        <translation>{file}：没有读到任何一班。</translation>
    </message>
    <message>
        <source>{file}: the directory has all of it already.</source>
        <translation>{file}：通讯录里都已经有了。</translation>
    </message>
    <message>
        <source>{kind} has an act of its own and is no step.</source>
        <translation>“{kind}”另有专门的操作。</translation>
    </message>
    <message>
        <source>{kind} is drafted and signed.</source>
        <translation>{kind}不能直接记录，请起草并签发。</translation>
    </message>
    <message>
        <source>{kind} is told, not drafted.</source>
        <translation>{kind}不用起草，直接记录即可。</translation>
    </message>
    <message>
        <source>{kind}: its first message was never taken in; choose the warning it belongs to.</source>
        <translation>没有登记过它的首发消息，{kind}无从对应；请先选定所属预警。</translation>
    </message>
    <message>
        <source>{kind}: say to whom, or what.</source>
        <translation>请写明{kind}的对象或内容。</translation>
    </message>
    <message>
        <source>{name} does not serve as primary officer: no mentor.</source>
        <translation>{name}不任主班，不能带教。</translation>
    </message>
    <message>
        <source>{name} does not serve as {post}: change the person first.</source>
        <translation>{name}不在{post}人选之内，请先修改人员资料。</translation>
    </message>
    <message>
        <source>{name} does not serve here any more.</source>
        <translation>{name}已不在本单位值班。</translation>
    </message>
    <message>
        <source>{name} has a wish for one of these days already.</source>
        <translation>{name}在这些日子里已有意愿。</translation>
    </message>
    <message>
        <source>{name} has no duty then. There is: {duties}</source>
        <translation>{name}这段时间没有班。已排的班：{duties}</translation>
    </message>
    <message>
        <source>{name} has no duty within two weeks of that time.</source>
        <translation>{name}前后两周都没有班。</translation>
    </message>
    <message>
        <source>{name} is not signed yet: it cannot have been sent.</source>
        <translation>{name} 还没有签发，不能记为已报送。</translation>
    </message>
    <message>
        <source>{name} is over: what was is not changed.</source>
        <translation>{name}已经结束，不再改动。</translation>
    </message>
    <message>
        <source>{name} is part of another training: no chains of mentors.</source>
        <translation>{name}另有带教关系，不能连环带教。</translation>
    </message>
    <message>
        <source>{name} is signed and cannot change; make a correction or a follow-up.</source>
        <translation>{name} 已经签发，不能改；请做更正或续报。</translation>
    </message>
    <message>
        <source>{name} must be reviewed by a second person with a PIN before it is signed.</source>
        <translation>{name} 还没有由第二人核稿，不能签发。</translation>
    </message>
    <message>
        <source>{name} would serve {post} and {other} at once.</source>
        <translation>{name}会同时值{post}和{other}。</translation>
    </message>
    <message>
        <source>{number} has no such message.</source>
        <translation>{number} 没有这条消息。</translation>
    </message>
    <message>
        <source>{number} has not expired: wait for its lifting or note an update.</source>
        <translation>{number} 还没有到期，不能记为失效；请等解除消息或记变更。</translation>
    </message>
    <message>
        <source>{number} is closed already.</source>
        <translation>{number} 已经办结。</translation>
    </message>
    <message>
        <source>{number} is over: nothing more is done about it.</source>
        <translation>{number} 已经结束，不能再办。</translation>
    </message>
    <message>
        <source>{number} is taken in; what follows is an update, a lifting or a cancellation.</source>
        <translation>{number} 已经登记，后续消息请记为变更、解除或取消。</translation>
    </message>
    <message>
        <source>{owed} reports are owed or the final report is missing: say why it ends nevertheless.</source>
        <translation>还有 {owed} 项应报未报或没有终报，办结要写明原因。</translation>
    </message>
    <message>
        <source>{owed} reports are still owed: a leader agrees to their end, by name and PIN.</source>
        <translation>还有 {owed} 项应报未报，要由带班领导输口令同意。</translation>
    </message>
    <message>
        <source>{target} has answered already.</source>
        <translation>{target}已经应答。</translation>
    </message>
    <message>
        <source>{target} has no number that can be dialled.</source>
        <translation>{target}没有可拨的电话。</translation>
    </message>
    <message>
        <source>{target} has not answered yet.</source>
        <translation>{target}还没有应答。</translation>
    </message>
    <message>
        <source>{target} has not been called yet.</source>
        <translation>{target}还没有叫出。</translation>
    </message>
    <message>
        <source>{to_whom} has this very roster since {at}.</source>
        <translation>{to_whom}在 {at} 已收到同样的值班表。</translation>
    </message>
    <message>
        <source>{wanted} cannot be made now; {next_label} comes first.</source>
        <translation>现在不能做{wanted}，应先做{next_label}。</translation>
    </message>
    <message>
        <source>{where} does not belong to the year.</source>
        <translation>{where} 不在这一年。</translation>
    </message>
    <message>
        <source>{where} is a workday anyway; look at the date.</source>
        <translation>{where} 本来就是工作日，请核对日期。</translation>
    </message>
    <message>
        <source>{where} is no year to plan for.</source>
        <translation>{where} 不是可以排班的年份。</translation>
    </message>
    <message>
        <source>{where} stands in two paragraphs of the notice.</source>
        <translation>{where} 在通知里出现了两次。</translation>
    </message>
    <message>
        <source>{where}: by law {day} is a holiday; the notice has it not.</source>
        <translation>{where}：{day} 是法定节日，通知里没有。</translation>
    </message>
    <message>
        <source>{where}: no days off are given.</source>
        <translation>{where}：没有写明放假日期。</translation>
    </message>
    <message>
        <source>{where}: there is no such day.</source>
        <translation>{where}：没有这一天。</translation>
    </message>
    <message>
        <source>{where}: these days cannot be one break.</source>
        <translation>{where}：起止日期不像一个假期。</translation>
    </message>
    <message>
        <source>{where}: {expected}</source>
        <translation>{where}：{expected}</translation>
    </message>
    <message>
        <source>“{number}” is no number that can be dialled.</source>
        <translation>“{number}”不是能拨打的号码。</translation>
    </message>
    <message>
        <source>“{title}” is a draft: publish it before it is filed.</source>
        <translation>《{title}》还是草稿，先发布再报备。</translation>
    </message>
    <message>
        <source>“{title}” is published already.</source>
        <translation>《{title}》已经发布。</translation>
    </message>
</context>
<context>
    <name>MilestoneDialog</name>
    <message>
        <source>Fire is out</source>
        <translation>明火扑灭</translation>
    </message>
    <message>
        <source>Follow-up reports are no longer owed from this time on.</source>
        <translation>从这一时间起不再要求每日续报。</translation>
    </message>
    <message>
        <source>Rescue has ended</source>
        <translation>现场搜救结束</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>MonthLegend</name>
    <message>
        <source>changed</source>
        <translation>有变动</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>调休放假</translation>
    </message>
    <message>
        <source>make-up workday</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>nobody planned</source>
        <translation>未排人</translation>
    </message>
    <message>
        <source>statutory</source>
        <translation>法定节日</translation>
    </message>
</context>
<context>
    <name>MonthModel</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>finding {number}</source>
        <translation>问题{number}</translation>
    </message>
    <message>
        <source>nobody planned</source>
        <translation>未排</translation>
    </message>
</context>
<context>
    <name>MonthTable</name>
    <message>
        <source>Not planned</source>
        <translation>未排</translation>
    </message>
</context>
<context>
    <name>MuteBar</name>
    <message>
        <source>Alarms show on the screen only: keep it in sight, plug in a speaker</source>
        <translation>提醒只在屏幕上显示：请盯住屏幕，尽快接上音箱</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>No sound device</source>
        <translation>没有声音设备</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>恢复声音</translation>
    </message>
    <message>
        <source>muted by {name} until {until}</source>
        <translation>{name}已静音至 {until}</translation>
    </message>
    <message>
        <source>{name} since {since}, until {until}; a new alarm of the same or a higher level brings the sound back</source>
        <translation>{name} {since} 起，至 {until}；新的同级或更高级提醒会恢复声音</translation>
    </message>
</context>
<context>
    <name>NameEditor</name>
    <message>
        <source>Names, typed as they sound</source>
        <translation>姓名，可键入拼音</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Set by the supervisor</source>
        <translation>由管理员设置</translation>
    </message>
</context>
<context>
    <name>NewIncidentDialog</name>
    <message>
        <source>About</source>
        <translation>许</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>大类</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>新建事件</translation>
    </message>
    <message>
        <source>Numbers and facts can follow.</source>
        <translation>伤亡和其他要素可以随后再记。</translation>
    </message>
    <message>
        <source>Occurred</source>
        <translation>事发</translation>
    </message>
    <message>
        <source>Paste a message</source>
        <translation>粘贴文字</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接报</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>报告人</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>What happened, in a few words</source>
        <translation>何地何事，简短概括</translation>
    </message>
    <message>
        <source>Who reported it</source>
        <translation>单位和姓名</translation>
    </message>
    <message>
        <source>With it</source>
        <translation>一并记入</translation>
    </message>
</context>
<context>
    <name>NewMatter</name>
    <message>
        <source>Assign a matter</source>
        <translation>交办</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>承办</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Units it is sent to</source>
        <translation>发送单位</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>办到何时</translation>
    </message>
    <message>
        <source>What must be done</source>
        <translation>要办什么</translation>
    </message>
    <message>
        <source>unit or person in charge</source>
        <translation>承办单位或人</translation>
    </message>
    <message>
        <source>units, with commas; empty: only the owner</source>
        <translation>多个单位用逗号隔开；不填则只交承办</translation>
    </message>
    <message>
        <source>until</source>
        <translation>限时</translation>
    </message>
</context>
<context>
    <name>NewMatterDialog</name>
    <message>
        <source>Assign</source>
        <translation>交办</translation>
    </message>
    <message>
        <source>From entry {seq}: {text}</source>
        <translation>来自第 {seq} 条：{text}</translation>
    </message>
</context>
<context>
    <name>NewcomerList</name>
    <message>
        <source>      {name} is our {other}, misspelt</source>
        <translation>　　　{name}就是本单位的{other}（写错）</translation>
    </message>
    <message numerus="yes">
        <source>Add these %n people to the office</source>
        <translation>
            <numerusform>把这 %n 人加入本单位</numerusform>
        </translation>
    </message>
    <message>
        <source>Not of the office</source>
        <translation>不在本单位的人员</translation>
    </message>
    <message>
        <source>Whoever is added joins with this import and leaves again if it is taken back. They have no PIN: you give the first one on “People and duty”.</source>
        <translation>加入的人员随本次导入一并生效，撤销导入时一并退出。他们还没有口令，请在“人员排班情况”里设置首个口令。</translation>
    </message>
    <message>
        <source>{name}  {posts} · {count} turns · {first}</source>
        <translation>{name}　{posts} · {count} 班次 · {first}</translation>
    </message>
</context>
<context>
    <name>NewsList</name>
    <message>
        <source>Compared with {former}: only what changed</source>
        <translation>与{former}相比　只写变化，前报内容不重复</translation>
    </message>
    <message>
        <source>Nothing new since {former}</source>
        <translation>{former}之后没有新情况</translation>
    </message>
    <message>
        <source>Take in what is new</source>
        <translation>写入新情况</translation>
    </message>
</context>
<context>
    <name>NextReport</name>
    <message>
        <source>Note as sent</source>
        <translation>记录已报送</translation>
    </message>
    <message>
        <source>Open the draft</source>
        <translation>打开稿件</translation>
    </message>
</context>
<context>
    <name>NoRoster</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>No roster for this time yet</source>
        <translation>这段时间还没有值班表</translation>
    </message>
    <message>
        <source>The supervisor imports the sheet that the office made; nothing is typed twice.</source>
        <translation>由管理员导入单位排好的表格，不必重新录入。</translation>
    </message>
</context>
<context>
    <name>NoRosterLine</name>
    <message>
        <source>No roster is in force</source>
        <translation>没有生效的值班表</translation>
    </message>
    <message>
        <source>Nobody is planned for this hour; import a roster or generate one.</source>
        <translation>此刻没有排任何人值班；请导入或生成值班表。</translation>
    </message>
    <message>
        <source>To the roster</source>
        <translation>去值班表</translation>
    </message>
</context>
<context>
    <name>NoteSentDialog</name>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>It is not signed again: only that it went there is noted.</source>
        <translation>稿件不用再签，只补记报给谁、何时。</translation>
    </message>
    <message>
        <source>Note as sent</source>
        <translation>记已报送</translation>
    </message>
    <message>
        <source>Noted: {report} sent to {recipient}</source>
        <translation>已记：{report} 报 {recipient}</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Sent at</source>
        <translation>报出</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>报送</translation>
    </message>
</context>
<context>
    <name>NotesCard</name>
    <message>
        <source>Instructions</source>
        <translation>批示指示</translation>
    </message>
    <message>
        <source>Instructions, whereabouts, warnings</source>
        <translation>批示、去向与预警响应</translation>
    </message>
    <message>
        <source>Leaders</source>
        <translation>领导去向</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>预警响应</translation>
    </message>
</context>
<context>
    <name>NoticeForm</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Answer holds</source>
        <translation>成功答复</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>修改“{name}”</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The title of the alarm may leave too</source>
        <translation>提醒标题也可发出</translation>
    </message>
    <message>
        <source>empty: the address that is kept stays</source>
        <translation>留空则沿用原地址</translation>
    </message>
    <message>
        <source>only for gateways: what a good answer says</source>
        <translation>仅短信网关：成功时答复里的字样</translation>
    </message>
</context>
<context>
    <name>NoticeTableWords</name>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>告知时间</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>What</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>When</source>
        <translation>首次告知时间</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未告知</translation>
    </message>
    <message>
        <source>our office</source>
        <translation>本单位</translation>
    </message>
    <message>
        <source>{citation} (to be looked up)</source>
        <translation>{citation}（待核实）</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>Alarm</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>DingTalk robot</source>
        <translation>钉钉机器人</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>E-mail, not encrypted</source>
        <translation>电子邮件（不加密）</translation>
    </message>
    <message>
        <source>Feishu robot</source>
        <translation>飞书机器人</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Last sending</source>
        <translation>最近一次</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>发出内容</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>One more way</source>
        <translation>添加一种方式</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>SMS gateway (JSON)</source>
        <translation>短信网关（JSON）</translation>
    </message>
    <message>
        <source>SMS gateway (JSON), not encrypted</source>
        <translation>短信网关（JSON，不加密）</translation>
    </message>
    <message>
        <source>SMS gateway (form)</source>
        <translation>短信网关（表单）</translation>
    </message>
    <message>
        <source>SMS gateway (form), not encrypted</source>
        <translation>短信网关（表单，不加密）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>试发</translation>
    </message>
    <message>
        <source>The test failed: {reason}.</source>
        <translation>试发失败：{reason}。</translation>
    </message>
    <message>
        <source>The test was accepted. Ask whether it arrived.</source>
        <translation>对方已接受试发，请核实是否收到。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>WeCom robot</source>
        <translation>企业微信机器人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>对方已接受</translation>
    </message>
    <message>
        <source>broken off; nobody knows whether it arrived</source>
        <translation>发送中断，是否送达不明</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>连不上</translation>
    </message>
    <message>
        <source>nothing personal</source>
        <translation>不含个人信息</translation>
    </message>
    <message>
        <source>off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>refused by the other side</source>
        <translation>对方拒收</translation>
    </message>
    <message>
        <source>the address is wrong</source>
        <translation>地址不对</translation>
    </message>
    <message>
        <source>the answer is not one of success</source>
        <translation>对方答复不是成功</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>with the title</source>
        <translation>含提醒标题</translation>
    </message>
    <message>
        <source>{time} accepted</source>
        <translation>{time} 对方已接受</translation>
    </message>
</context>
<context>
    <name>NoticesDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Competent departments and notices</source>
        <translation>主管部门与通报</translation>
    </message>
    <message>
        <source>Competent, and to be told</source>
        <translation>主管部门与应通报单位</translation>
    </message>
    <message>
        <source>Everybody who was told</source>
        <translation>已告知的单位和人员</translation>
    </message>
    <message>
        <source>Tell all that are open…</source>
        <translation>告知全部未告知单位…</translation>
    </message>
    <message>
        <source>Tell it now…</source>
        <translation>告知…</translation>
    </message>
</context>
<context>
    <name>NoticesSection</name>
    <message>
        <source>None yet: add the first one below.</source>
        <translation>还没有，请在下面添加</translation>
    </message>
    <message>
        <source>Nothing is switched on: outside the house there is nobody to notify.</source>
        <translation>没有启用的方式：升级到外部时无人可通知。</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>试发</translation>
    </message>
    <message>
        <source>Sending a test by {name}…</source>
        <translation>正在用“{name}”试发…</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Switched on: {names}.</source>
        <translation>已启用：{names}。</translation>
    </message>
    <message>
        <source>Ways out of the house</source>
        <translation>外部通知方式</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>发送记录</translation>
    </message>
    <message>
        <source>When an alarm at the desk is not acknowledged, the escalation policy can send a notice outside. Nothing is sent until a way is switched on. A notice holds the level, the kind of duty and its time; names, telephone numbers and places never leave, and the title of the alarm only where you allow it. A sending that fails is an alarm at the desk.</source>
        <translation>值班席的提醒无人确认时，可按升级策略向外发通知。启用一种方式之前什么也不发。通知只写级别、事项种类和时限；姓名、电话、地点不发出，提醒标题经您允许才发出。发送失败在值班席报警。</translation>
    </message>
</context>
<context>
    <name>ObligationsCard</name>
    <message>
        <source>Excuse…</source>
        <translation>豁免…</translation>
    </message>
    <message>
        <source>Note as sent</source>
        <translation>记已报送</translation>
    </message>
    <message>
        <source>Open the draft</source>
        <translation>打开稿件</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Reports and answers</source>
        <translation>报送与反馈</translation>
    </message>
    <message>
        <source>check the source of this rule</source>
        <translation>规则出处待核</translation>
    </message>
    <message>
        <source>excused</source>
        <translation>已豁免</translation>
    </message>
    <message>
        <source>formerly by {time}</source>
        <translation>原应 {time} 前</translation>
    </message>
    <message>
        <source>no receipt yet</source>
        <translation>待回执</translation>
    </message>
    <message>
        <source>sent {met} · late {late} · owed {owed}</source>
        <translation>已报 {met} · 超时 {late} · 待报 {owed}</translation>
    </message>
    <message>
        <source>text no. {number} of its pack</source>
        <translation>规则文本第 {number} 版</translation>
    </message>
    <message>
        <source>{period} early</source>
        <translation>提前 {period}</translation>
    </message>
    <message>
        <source>{period} late</source>
        <translation>迟报 {period}</translation>
    </message>
    <message>
        <source>{time} sent</source>
        <translation>{time} 报出</translation>
    </message>
</context>
<context>
    <name>OfficePlaceDialog</name>
    <message>
        <source>For incidents opened from now on {after} rules in use speak to the office (now {before}); “上一级” is {superior} (now {former}).</source>
        <translation>此后新建的事件，在用规则中有 {after} 条适用于本单位（现为 {before} 条）；“上一级”是{superior}（现为{former}）。</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Level and region</source>
        <translation>层级和辖区</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>辖区</translation>
    </message>
    <message>
        <source>The rules of a region are its rule pack: take the right one into use (Ctrl+U) and the other out of it.</source>
        <translation>地方规则在各自的规则包里：请启用相应的规则包（Ctrl+U），停用原来的。</translation>
    </message>
    <message>
        <source>The {count} open incidents stay those of the level they were opened at: what is running keeps its term, recipient and text, and closed ones are not touched.</source>
        <translation>未办结的 {count} 件事件仍按新建时的层级：正在计时的义务时限、报送对象和规则文本都不变，已办结的也不变。</translation>
    </message>
</context>
<context>
    <name>OpeningFace</name>
    <message>
        <source>Alarms</source>
        <translation>提醒</translation>
    </message>
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
    <name>OwnNotesDialog</name>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Close it…</source>
        <translation>办结…</translation>
    </message>
    <message>
        <source>Not understood as a time yet</source>
        <translation>还不是一个时间</translation>
    </message>
    <message>
        <source>Own reminders</source>
        <translation>定时提醒</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>到点提醒我</translation>
    </message>
    <message>
        <source>Remind me of</source>
        <translation>提醒什么</translation>
    </message>
    <message>
        <source>Reminders that are kept</source>
        <translation>已记下的提醒</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>in {period}</source>
        <translation>{period}后</translation>
    </message>
    <message>
        <source>{period} ago</source>
        <translation>{period}前</translation>
    </message>
</context>
<context>
    <name>OwnPackDialog</name>
    <message>
        <source>A pack of our own</source>
        <translation>本单位的规则包</translation>
    </message>
    <message>
        <source>A text like those of the shipped packs (“Text…” shows one), under a name and rule numbers of its own.</source>
        <translation>写法与随附规则包相同（“文本…”可以查看），名称和规则编号不能与随附的重复。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Rule pack</source>
        <translation>规则包</translation>
    </message>
    <message>
        <source>Rule packs (*.toml)</source>
        <translation>规则包 (*.toml)</translation>
    </message>
    <message>
        <source>Text of the pack</source>
        <translation>规则包文本</translation>
    </message>
    <message>
        <source>This is no text file in UTF-8.</source>
        <translation>不是 UTF-8 编码的文本文件。</translation>
    </message>
    <message>
        <source>{name}: {count} rules, can be added. It is taken into use by itself.</source>
        <translation>{name}：{count} 条规则，可以添加。添加后另行启用。</translation>
    </message>
</context>
<context>
    <name>PageHelp</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Filter the list in view</source>
        <translation>筛选当前列表</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>找人（通讯录）</translation>
    </message>
    <message>
        <source>Go to the alarms</source>
        <translation>转到提醒</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Keys that work on every page</source>
        <translation>每一页都可用的按键</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色 / 深色</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <source>Mute for 5 minutes, or sound on again</source>
        <translation>静音 5 分钟 / 恢复声音</translation>
    </message>
    <message>
        <source>Open an incident</source>
        <translation>新建事件</translation>
    </message>
    <message>
        <source>Open or close the wallboard</source>
        <translation>打开或关闭值班大屏</translation>
    </message>
    <message>
        <source>Print the log of this shift</source>
        <translation>打印当班日志</translation>
    </message>
    <message>
        <source>Print what is shown</source>
        <translation>打印当前内容</translation>
    </message>
    <message>
        <source>Record a call</source>
        <translation>电话记录</translation>
    </message>
    <message>
        <source>Remind me at a time</source>
        <translation>定时提醒</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Take back the last act</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>Warnings: call until answered</source>
        <translation>预警叫应</translation>
    </message>
    <message>
        <source>What this page is for</source>
        <translation>本页说明</translation>
    </message>
    <message>
        <source>Write a line in the log</source>
        <translation>记一笔</translation>
    </message>
</context>
<context>
    <name>PageTable</name>
    <message>
        <source>Contacts</source>
        <translation>通讯录</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>值班台</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>值班表</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>预警</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter opens, Esc leaves</source>
        <translation>上下键选择，回车打开，Esc 离开</translation>
    </message>
    <message>
        <source>What is looked for</source>
        <translation>搜索什么</translation>
    </message>
    <message>
        <source>page, act, person, incident, words of the log</source>
        <translation>页面、操作、人、事件、日志里的词（可用拼音首字母）</translation>
    </message>
</context>
<context>
    <name>PaletteWindow</name>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>交办</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
</context>
<context>
    <name>PeopleCountModel</name>
    <message>
        <source>{name}, {total} duties, {statutory} statutory</source>
        <translation>{name}，{total} 班，法定 {statutory}</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>Filter people</source>
        <translation>筛选人员</translation>
    </message>
    <message>
        <source>Name or sound</source>
        <translation>姓名或拼音</translation>
    </message>
    <message>
        <source>People and their duties</source>
        <translation>人员与班次</translation>
    </message>
</context>
<context>
    <name>PeopleTable</name>
    <message>
        <source>here {time}</source>
        <translation>在岗 {time}</translation>
    </message>
    <message>
        <source>left {time}</source>
        <translation>离岗 {time}</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>未签到</translation>
    </message>
</context>
<context>
    <name>PersonCountDelegate</name>
    <message>
        <source>statutory {count}</source>
        <translation>法定 {count}</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Auditor</source>
        <translation>监督员</translation>
    </message>
    <message>
        <source>Duty leader</source>
        <translation>带班领导</translation>
    </message>
    <message>
        <source>Duty officer</source>
        <translation>值班员</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>管理员</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Add the person</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>First PIN, 6 digits</source>
        <translation>初始口令（6 位）</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>可任岗位</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>The PIN again</source>
        <translation>再输一次口令</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职务</translation>
    </message>
</context>
<context>
    <name>PhoneReportDialog</name>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>办结交办</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>说一条勾一条</translation>
    </message>
    <message>
        <source>Tell now</source>
        <translation>电话快报、通报、反馈</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>报送对象</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>closes nothing</source>
        <translation>不办结</translation>
    </message>
</context>
<context>
    <name>PhoneRow</name>
    <message>
        <source>Copy {number}</source>
        <translation>复制 {number}</translation>
    </message>
    <message>
        <source>Not in service, verify</source>
        <translation>打不通 待核</translation>
    </message>
    <message>
        <source>Record a call to {number}</source>
        <translation>记去电 {number}</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核</translation>
    </message>
    <message>
        <source>{day} verified</source>
        <translation>{day} 已核</translation>
    </message>
</context>
<context>
    <name>PhoneWords</name>
    <message>
        <source>Duty phone</source>
        <translation>值班电话</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>传真</translation>
    </message>
    <message>
        <source>Hotline</source>
        <translation>热线</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>办公</translation>
    </message>
    <message>
        <source>Satellite</source>
        <translation>卫星电话</translation>
    </message>
    <message>
        <source>Short number</source>
        <translation>短号</translation>
    </message>
</context>
<context>
    <name>PhraseButton</name>
    <message>
        <source>Phrases</source>
        <translation>常用语</translation>
    </message>
</context>
<context>
    <name>PinLine</name>
    <message>
        <source>Own PIN</source>
        <translation>本人口令</translation>
    </message>
</context>
<context>
    <name>PolicyTable</name>
    <message>
        <source> min</source>
        <translation> 分钟后</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>值班席提醒</translation>
    </message>
    <message>
        <source>Call the leader</source>
        <translation>请带班领导</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>加强提醒</translation>
    </message>
    <message>
        <source>Notice outside</source>
        <translation>发外部通知</translation>
    </message>
    <message>
        <source>after {minutes} min</source>
        <translation>{minutes} 分钟后</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>不做</translation>
    </message>
    <message>
        <source>shipped: {minutes}</source>
        <translation>随附：{minutes}</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Arrivals and departures</source>
        <translation>到岗离岗</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Has come</source>
        <translation>到岗</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>离岗</translation>
    </message>
    <message>
        <source>Not planned</source>
        <translation>未排班</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Where to, when leaving for a short time</source>
        <translation>临时离岗的去向</translation>
    </message>
    <message>
        <source>Who is not planned</source>
        <translation>未排班的人</translation>
    </message>
    <message>
        <source>at another time</source>
        <translation>不是现在</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>where to, if only for a while</source>
        <translation>临时离岗写去向</translation>
    </message>
</context>
<context>
    <name>PresenceDialog</name>
    <message>
        <source>People of this shift and the next</source>
        <translation>本班和下一班人员</translation>
    </message>
    <message>
        <source>Whoever comes or leaves is recorded with the time.</source>
        <translation>谁到岗、谁离岗，都按时间记下。</translation>
    </message>
    <message>
        <source>Write the name of somebody of the office.</source>
        <translation>请写本机关人员的姓名。</translation>
    </message>
</context>
<context>
    <name>PresenceWords</name>
    <message>
        <source>Came</source>
        <translation>到岗</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离岗</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>应到</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>漏岗</translation>
    </message>
    <message>
        <source>here</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>left</source>
        <translation>已离岗</translation>
    </message>
    <message>
        <source>next shift</source>
        <translation>下一班</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>not planned</source>
        <translation>未排班</translation>
    </message>
    <message>
        <source>this shift</source>
        <translation>本班</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Publish the roster</source>
        <translation>发布值班表</translation>
    </message>
    <message>
        <source>Superior</source>
        <translation>上级单位</translation>
    </message>
    <message>
        <source>by</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>must be filed with</source>
        <translation>须报备</translation>
    </message>
    <message>
        <source>“{title}” becomes the plan from now on; for its posts and time it replaces earlier rosters. Later changes are kept with their reasons.</source>
        <translation>《{title}》从现在起生效，所列岗位和时间以它为准。以后的变动连同事由一并留存。</translation>
    </message>
</context>
<context>
    <name>QueryDialog</name>
    <message>
        <source>A superior asks</source>
        <translation>上级核报要求</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接到</translation>
    </message>
    <message>
        <source>The limits for the answer run from the receipt.</source>
        <translation>30 分钟电话、1 小时书面的反馈时限从接到时起算。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>来询单位</translation>
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
    <name>QuickEntryController</name>
    <message>
        <source>Logged {kind}: {text}</source>
        <translation>已记 {kind}：{text}</translation>
    </message>
</context>
<context>
    <name>QuietBanner</name>
    <message>
        <source>Handover</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Nothing is due now</source>
        <translation>此刻没有到期事项</translation>
    </message>
    <message>
        <source>in {period}</source>
        <translation>还有 {period}</translation>
    </message>
    <message>
        <source>keep their terms by hand: {titles}</source>
        <translation>时限请人工掌握：{titles}</translation>
    </message>
    <message>
        <source>late by {period}</source>
        <translation>已过 {period}</translation>
    </message>
    <message>
        <source>no incident in hand · {count} matters open</source>
        <translation>没有在办事件 · 交办 {count} 项</translation>
    </message>
    <message>
        <source>no term ahead</source>
        <translation>没有待到期事项</translation>
    </message>
    <message>
        <source>{count} incidents cannot be read</source>
        <translation>{count} 起在办事件读不出</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>{count} 项逾期</translation>
    </message>
</context>
<context>
    <name>ReadBackCard</name>
    <message>
        <source>Not taken over…</source>
        <translation>不接，写原因…</translation>
    </message>
    <message>
        <source>Read back right</source>
        <translation>复述无误</translation>
    </message>
    <message>
        <source>Read back right, {time} {name}</source>
        <translation>复述无误，{time} {name}确认</translation>
    </message>
    <message>
        <source>Read-back</source>
        <translation>接班人复述</translation>
    </message>
    <message>
        <source>Read-back in own words</source>
        <translation>接班人复述</translation>
    </message>
    <message>
        <source>Say the marked matters in your own words: what, by when, to whom.</source>
        <translation>用自己的话复述必勾项：什么事、何时前、报给谁。</translation>
    </message>
    <message>
        <source>The outgoing officer listens, then confirms.</source>
        <translation>必勾项逐条复述，交班人听后确认</translation>
    </message>
    <message>
        <source>Why it is not taken over</source>
        <translation>不接的原因</translation>
    </message>
    <message>
        <source>Why not yet? Enter keeps it</source>
        <translation>为什么不接？回车记下</translation>
    </message>
    <message>
        <source>{name} reads</source>
        <translation>{name} 在读</translation>
    </message>
    <message>
        <source>{time} {name} does not take over: {text}</source>
        <translation>{time} {name} 不接：{text}</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Cell</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>In doubt {count}</source>
        <translation>问题 {count}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>程度</translation>
    </message>
    <message>
        <source>Not of the office {count}</source>
        <translation>不在本单位 {count}</translation>
    </message>
    <message>
        <source>Recognised {count}</source>
        <translation>识别 {count}</translation>
    </message>
    <message>
        <source>Stands there</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>What</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What is in doubt</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>列出的内容</translation>
    </message>
    <message>
        <source>What was recognised</source>
        <translation>识别结果</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Give the reason in a few words.</source>
        <translation>请用几个字写明理由。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>ReceiptRow</name>
    <message>
        <source>Receipt</source>
        <translation>记回执</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>{name}: taken at</source>
        <translation>{name} 接收时间</translation>
    </message>
    <message>
        <source>{name}: taken by</source>
        <translation>{name} 接收人</translation>
    </message>
</context>
<context>
    <name>RecipientRow</name>
    <message>
        <source>Confirmed at</source>
        <translation>确认时间</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>Goes to {name}</source>
        <translation>报送 {name}</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>对象</translation>
    </message>
</context>
<context>
    <name>RecipientRows</name>
    <message>
        <source>Add a recipient</source>
        <translation>添加对象</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Own PIN</source>
        <translation>本人口令</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>另存为文件…</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>显示密钥</translation>
    </message>
    <message>
        <source>The key opens the data and the backups on any computer. Showing it is noted with your name. Do not photograph it, do not send it; put the sheet into the safe and destroy the old one.</source>
        <translation>凭此密钥可以在任何一台电脑上打开数据和备份。显示密钥会连同您的姓名记入审计。不要拍照，不要发送；打印后放入保险柜，旧的一份销毁。</translation>
    </message>
</context>
<context>
    <name>RecoveryPaper</name>
    <message>
        <source>Not in the data folder: the key would lie beside its lock</source>
        <translation>不能存放在数据文件夹里：钥匙不应与锁放在一起</translation>
    </message>
    <message>
        <source>Not saved: {reason}</source>
        <translation>没有保存：{reason}</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>保存恢复密钥</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本文件 (*.txt)</translation>
    </message>
    <message>
        <source>recovery key</source>
        <translation>恢复密钥</translation>
    </message>
</context>
<context>
    <name>RecoverySection</name>
    <message>
        <source>A supervisor can print the recovery key again here, with the own PIN. Each showing is in the audit list.</source>
        <translation>管理员凭本人口令可以在这里重新打印恢复密钥，每次显示都记入审计。</translation>
    </message>
    <message>
        <source>Key of the data</source>
        <translation>数据密钥</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Show and print again…</source>
        <translation>重新显示、打印…</translation>
    </message>
    <message>
        <source>The data is encrypted. The key lies in this computer's key store; the printed sheet opens the data on another one.</source>
        <translation>数据已加密。密钥保存在本机的密钥库里；换一台电脑时凭打印的那份恢复密钥打开。</translation>
    </message>
    <message>
        <source>The data lies on a database server, which keeps its own keys.</source>
        <translation>数据在数据库服务器上，由服务器自行管理密钥。</translation>
    </message>
</context>
<context>
    <name>ReopenIncidentDialog</name>
    <message>
        <source>Open the incident again</source>
        <translation>重新打开事件</translation>
    </message>
    <message>
        <source>What went out stays as it was; supplements and corrections follow.</source>
        <translation>已报出的内容不变，后续用补报和更正。</translation>
    </message>
</context>
<context>
    <name>ReportCompareDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Compare two reports</source>
        <translation>比较两份报告</translation>
    </message>
    <message>
        <source>Former</source>
        <translation>前一份</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>后一份</translation>
    </message>
    <message>
        <source>No difference between the two.</source>
        <translation>两份报告没有不同。</translation>
    </message>
    <message>
        <source>Only what changed</source>
        <translation>只看不同</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>{new} sentences new, {gone} gone</source>
        <translation>新增 {new} 句，删去 {gone} 句</translation>
    </message>
</context>
<context>
    <name>ReportsSection</name>
    <message>
        <source> · the shipped text has changed meanwhile</source>
        <translation> · 随附模板已更新，请对照</translation>
    </message>
    <message>
        <source>A second person reviews with a PIN before the signature</source>
        <translation>签发前须由第二人输口令核稿</translation>
    </message>
    <message>
        <source>No. {number} of the office since {time}, {author}: {reason}</source>
        <translation>本机关第 {number} 版，{time} 起，{author}：{reason}</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Report templates</source>
        <translation>报告模板</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核稿</translation>
    </message>
    <message>
        <source>Standing phrases</source>
        <translation>常用语</translation>
    </message>
    <message>
        <source>Take back the shipped text</source>
        <translation>恢复随附模板</translation>
    </message>
    <message>
        <source>Template of</source>
        <translation>哪一种报告的模板</translation>
    </message>
    <message>
        <source>Text of the template</source>
        <translation>模板文字</translation>
    </message>
    <message>
        <source>The shipped text again since {time}, {author}: {reason}</source>
        <translation>{time} 起恢复随附模板，{author}：{reason}</translation>
    </message>
    <message>
        <source>The shipped text is in force.</source>
        <translation>正在使用随附模板。</translation>
    </message>
    <message>
        <source>The words of a report begin with its template: text, and in double braces the names of what is known. A line that begins with # is the heading of a section; a section without words is left out. |句 ends with a full stop, |连句 joins a list. A change needs a reason; drafts begun keep their words, and so does every report issued. The preview is made of the facts of an incident; older texts can be taken over again. Standing phrases stand one a line, in the order in which Alt+B offers them.</source>
        <translation>报告正文先由模板生成：照写的文字，加上双花括号里的名称（已知的事实）。以 # 开头的一行是小标题，没有内容的一节自动略去。|句 补一个句号，|连句 把清单连成一句。修改要写明理由；已起草、已签发的报告文字都不变。预览按所选事件的事实生成，以前的文字可以取回再用。常用语每行一条，Alt+B 按此顺序列出。</translation>
    </message>
    <message>
        <source>Why it changes</source>
        <translation>修改理由</translation>
    </message>
</context>
<context>
    <name>ReviseIncidentDialog</name>
    <message>
        <source>Another kind has other rules and terms. Where reports that are owed would end by it, a leader has to agree.</source>
        <translation>类别不同，规则和时限也不同。因此不再要求的报送，须由带班领导同意。</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>门类</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Title and kind of the incident</source>
        <translation>更正名称和类别</translation>
    </message>
</context>
<context>
    <name>RosterActs</name>
    <message>
        <source>Import of {file} taken back</source>
        <translation>已撤销导入：{file}</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>已撤销。</translation>
    </message>
    <message>
        <source>The change is in the roster</source>
        <translation>变动已登记</translation>
    </message>
    <message>
        <source>The draft is in the plan: {title}</source>
        <translation>草案已写入值班表：{title}</translation>
    </message>
</context>
<context>
    <name>RosterBasis</name>
    <message>
        <source>Holidays of the year…</source>
        <translation>年度放假安排…</translation>
    </message>
    <message>
        <source>Key periods…</source>
        <translation>重点时段…</translation>
    </message>
    <message>
        <source>Leave and absences…</source>
        <translation>请假外出登记…</translation>
    </message>
    <message>
        <source>People and duty…</source>
        <translation>人员排班情况…</translation>
    </message>
    <message>
        <source>Rules about rosters…</source>
        <translation>值班表核查规则…</translation>
    </message>
    <message>
        <source>What rosters are made and judged by</source>
        <translation>排班依据</translation>
    </message>
    <message>
        <source>Wishes for days…</source>
        <translation>排班意愿…</translation>
    </message>
</context>
<context>
    <name>RosterDocuments</name>
    <message>
        <source>File again…</source>
        <translation>重新报备…</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>报备…</translation>
    </message>
    <message>
        <source>No roster for these days.</source>
        <translation>这些天还没有值班表。</translation>
    </message>
    <message>
        <source>Patterns…</source>
        <translation>班制…</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>值班表</translation>
    </message>
    <message>
        <source>Swaps</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>published {at} by {who}</source>
        <translation>{at} 由{who}发布</translation>
    </message>
    <message>
        <source>receipt {receipt}</source>
        <translation>回执 {receipt}</translation>
    </message>
    <message>
        <source>to be filed with {who}: {due}</source>
        <translation>须报{who}：{due}</translation>
    </message>
    <message>
        <source>with {who} since {at}</source>
        <translation>{at} 报{who}</translation>
    </message>
    <message>
        <source>{count} cells differ from what {who} has</source>
        <translation>与{who}手里的有 {count} 格不同</translation>
    </message>
</context>
<context>
    <name>RosterDraftDialog</name>
    <message>
        <source>Draft a roster</source>
        <translation>自动排班</translation>
    </message>
    <message>
        <source>Drafting…</source>
        <translation>正在排班…</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>未排</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在求解…</translation>
    </message>
</context>
<context>
    <name>RosterEdits</name>
    <message>
        <source>Nobody, or more than one, is meant by “{name}”.</source>
        <translation>“{name}”对不上人，或不止一人，请写全名。</translation>
    </message>
    <message>
        <source>The change is in the roster</source>
        <translation>变动已登记</translation>
    </message>
    <message>
        <source>{day} {post} {names}: Ctrl+V on another cell exchanges them.</source>
        <translation>{day} {post} {names}：到另一格按 Ctrl+V 互换。</translation>
    </message>
</context>
<context>
    <name>RosterFiles</name>
    <message>
        <source>Calendar with changes and cancellations (*.ics)</source>
        <translation>日历，带变更和取消 (*.ics)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔表格 (*.csv)</translation>
    </message>
    <message>
        <source>Give the roster out</source>
        <translation>导出值班表</translation>
    </message>
    <message>
        <source>Workbook like the printed sheet (*.xlsx)</source>
        <translation>与印出的表一样的工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>{file} was written</source>
        <translation>已导出 {file}</translation>
    </message>
</context>
<context>
    <name>RosterHead</name>
    <message>
        <source>Change…</source>
        <translation>变动…</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Draft…</source>
        <translation>排班…</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>往前</translation>
    </message>
    <message>
        <source>Give out as a file…</source>
        <translation>导出文件…</translation>
    </message>
    <message>
        <source>Import a sheet…</source>
        <translation>导入表格…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>往后</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print the holiday form</source>
        <translation>打印假期表（报上级）</translation>
    </message>
    <message>
        <source>Print the week for the wall</source>
        <translation>打印本周上墙表</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>值班表</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Take the last import back</source>
        <translation>撤销上次导入</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
</context>
<context>
    <name>RosterImport</name>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Import roster</source>
        <translation>导入值班表</translation>
    </message>
    <message>
        <source>Imported {file}: {what}</source>
        <translation>已导入 {file}：{what}</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>The roster as the office makes it in Excel or Word: a row a day, a holiday table, or people against days. Nothing is written before you import.</source>
        <translation>单位自己用 Excel 或 Word 排的值班表：一天一行、节假日表或人员日期对照表都可以。确认导入之前不写入任何内容。</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>a row a day</source>
        <translation>一天一行</translation>
    </message>
    <message>
        <source>day turn</source>
        <translation>白班</translation>
    </message>
    <message>
        <source>days across</source>
        <translation>日期在上方</translation>
    </message>
    <message>
        <source>evening turn</source>
        <translation>晚班</translation>
    </message>
    <message>
        <source>holiday table</source>
        <translation>节假日表</translation>
    </message>
    <message>
        <source>joining the office: {names}</source>
        <translation>加入本单位：{names}</translation>
    </message>
    <message>
        <source>night turn</source>
        <translation>夜班</translation>
    </message>
    <message>
        <source>people against days</source>
        <translation>人员日期对照表</translation>
    </message>
    <message>
        <source>taken for: {names}</source>
        <translation>视为：{names}</translation>
    </message>
    <message>
        <source>{count} left out, no such post here: {names}</source>
        <translation>{count} 班次不导入，本机关没有这一岗位：{names}</translation>
    </message>
    <message>
        <source>{count} left out, not of the office: {names}</source>
        <translation>{count} 班次不导入，不在人员名单：{names}</translation>
    </message>
    <message>
        <source>{title} · {layout} · {days} days, {turns} turns</source>
        <translation>{title} · {layout} · {days} 天 {turns} 班次</translation>
    </message>
    <message>
        <source>{turns} turns</source>
        <translation>{turns} 班次</translation>
    </message>
    <message>
        <source>{turns} turns, {people} people join</source>
        <translation>{turns} 班次，加入 {people} 人</translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>Roster</source>
        <translation>值班表</translation>
    </message>
    <message>
        <source>Who serves which post on which day. The arrows choose a cell; letters write a name into it as it sounds, Delete empties it, Enter writes a change with its hours and reason. Drag a cell onto another to exchange them, or Ctrl+X and Ctrl+V. Drag somebody from the list of people into a cell, or press Ctrl+F, write letters of the name and press Enter. Page Up and Page Down turn the period. Days that are over show who served. A red frame is a post that nobody is planned for. Findings stand at the right: choose one to go to its cell, and who could serve is named below with the reason; 1, 2 or 3 gives the duty. Those that deny keep a roster from being published. A draft is generated with fair shares; Ctrl+E shows swaps, asked for, agreed and approved; a roster is published and filed with the superior, and filed again after a change. Ctrl+Z takes the last act back.</source>
        <translation>每天每个岗位由谁值班。方向键选格，直接键入拼音或首字母填人（多人用空格隔开），Delete 清空，Enter 登记带时间和事由的变动。把一格拖到另一格即互换，也可用 Ctrl+X、Ctrl+V。把右侧人员拖进一格即排班，也可按 Ctrl+F、键入首字母、回车。PageUp、PageDown 翻页。已过去的日子显示实际值班人员。红框是没有排人的岗位。右侧列出核查结果，点一条到那一格，下方列出可换人选和理由，按 1、2、3 即换；不合规的不能发布。“排班”按公平比例自动排班；Ctrl+E 办理换班：提出、同意、批准；值班表发布后向上级报备，变动后重新报备。Ctrl+Z 撤销上一步。</translation>
    </message>
</context>
<context>
    <name>RosterPeople</name>
    <message>
        <source>Choose a cell of a day that is not over, then Enter.</source>
        <translation>先选一格（当天还没有结束），再按回车。</translation>
    </message>
</context>
<context>
    <name>RosterSide</name>
    <message>
        <source>Every post is planned.</source>
        <translation>各岗位都已排人。</translation>
    </message>
    <message>
        <source>No roster is in force for these days: nobody is planned for any post.</source>
        <translation>这段时间没有生效的值班表，各岗位都没有排人。</translation>
    </message>
    <message>
        <source>Nobody is planned for now: no roster is in force at this hour. Import a roster or generate one.</source>
        <translation>此刻没有生效的值班表，无人排班。请导入或生成值班表。</translation>
    </message>
    <message>
        <source>Nobody planned</source>
        <translation>未排</translation>
    </message>
    <message>
        <source>On duty now</source>
        <translation>现在在岗</translation>
    </message>
    <message>
        <source>On duty now {here}</source>
        <translation>在岗 {here}</translation>
    </message>
    <message>
        <source>On duty now {here}/{all}</source>
        <translation>在岗 {here}/{all}</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>left</source>
        <translation>已离岗</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>未签到</translation>
    </message>
</context>
<context>
    <name>RosterStatistics</name>
    <message>
        <source>All</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>调休</translation>
    </message>
    <message>
        <source>Duty by person</source>
        <translation>各人值班</translation>
    </message>
    <message>
        <source>Fewest to most: all {total}, workdays {workday}, weekends {weekend}, statutory days {statutory}, nights {nights}. Days that are over count where somebody signed in; the unsigned earn nothing.</source>
        <translation>最少—最多：合计 {total}，工作日 {workday}，周末 {weekend}，法定 {statutory}，夜班 {nights}。已过去的班以签到为准，未签到的不计补助和补休。</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Nights</source>
        <translation>夜班</translation>
    </message>
    <message>
        <source>No rates have been entered yet.</source>
        <translation>还没有录入补助标准。</translation>
    </message>
    <message>
        <source>Rates…</source>
        <translation>补助标准…</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Statutory</source>
        <translation>法定</translation>
    </message>
    <message>
        <source>Time off</source>
        <translation>应/已休</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>未到期</translation>
    </message>
    <message>
        <source>Unsigned</source>
        <translation>未签到</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>Workday</source>
        <translation>平日</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>全年</translation>
    </message>
    <message>
        <source>Yuan</source>
        <translation>补助</translation>
    </message>
</context>
<context>
    <name>RosterViews</name>
    <message>
        <source>Year {year}</source>
        <translation>{year}年</translation>
    </message>
    <message>
        <source>{month}/{year}</source>
        <translation>{year}年{month}月</translation>
    </message>
</context>
<context>
    <name>RoutineWords</name>
    <message>
        <source>Contacts verified</source>
        <translation>通讯录核对</translation>
    </message>
    <message>
        <source>Duty check</source>
        <translation>值班抽查</translation>
    </message>
    <message>
        <source>Equipment test</source>
        <translation>设备测试</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下次</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>例行提醒</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>at random</source>
        <translation>随机，到点才知</translation>
    </message>
    <message>
        <source>day {day}</source>
        <translation>{day} 日</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>每周</translation>
    </message>
</context>
<context>
    <name>RoutinesSection</name>
    <message>
        <source>Begin</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日子</translation>
    </message>
    <message>
        <source>End</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>None yet: begin the first one below.</source>
        <translation>还没有，请在下面添加</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>添加一项</translation>
    </message>
    <message>
        <source>Routines</source>
        <translation>例行提醒</translation>
    </message>
    <message>
        <source>Routines come round at a time of day: every day, on a day of the week or of the month. When one is due it stands in the alarm list until it is closed with what came of it; that is kept in the log. Duty checks ask the officer to check that everybody is at their post; at a random time they are drawn anew each day and shown nowhere before.</source>
        <translation>例行提醒按钟点循环：每天，每周某天，或每月某日。到点后列在提醒列表里，写明结果办结为止，结果记入日志。值班抽查提示值班员核对各岗是否在岗；选随机时间的，每天另行抽定，到点前任何地方都不显示。</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What comes round</source>
        <translation>现行的例行提醒</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>at a random time until</source>
        <translation>起，随机至</translation>
    </message>
    <message>
        <source>for whom</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>whoever is on duty</source>
        <translation>当班人员</translation>
    </message>
</context>
<context>
    <name>RuleFormDialog</name>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>By</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Rule {id}</source>
        <translation>规则 {id}</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Times of day</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>To</source>
        <translation>报给</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>at fixed times</source>
        <translation>每日定时</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>by telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>in writing</source>
        <translation>书面</translation>
    </message>
    <message>
        <source>so many times a day</source>
        <translation>每日若干次</translation>
    </message>
    <message>
        <source>the same day</source>
        <translation>当日</translation>
    </message>
    <message>
        <source>why, and by which document</source>
        <translation>为何改、依据什么文件</translation>
    </message>
    <message>
        <source>within so many minutes</source>
        <translation>若干分钟内</translation>
    </message>
</context>
<context>
    <name>RulePackTextDialog</name>
    <message>
        <source>Difference to the shipped text</source>
        <translation>与随附文本的差别</translation>
    </message>
    <message>
        <source>No difference to the shipped text.</source>
        <translation>与随附文本相同。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Rule pack {name}</source>
        <translation>规则包：{name}</translation>
    </message>
    <message>
        <source>Text of the pack</source>
        <translation>规则包文本</translation>
    </message>
    <message>
        <source>The text can be read.</source>
        <translation>文本可以读取。</translation>
    </message>
    <message>
        <source>why, and by which document</source>
        <translation>为何改、依据什么文件</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>Added by the office, in force since {since}, {author}: {reason}</source>
        <translation>本单位添加，自 {since} 起，{author}：{reason}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Switch off…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Switch on…</source>
        <translation>启用…</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Text no. {number} cannot be read as a whole: {fault}</source>
        <translation>第 {number} 版文本不能全部读取，其余规则照常：{fault}</translation>
    </message>
    <message>
        <source>Text of the office no. {number}, in force since {since}, {author}: {reason}</source>
        <translation>现行：本单位文本（第 {number} 版），自 {since} 起，{author}：{reason}</translation>
    </message>
    <message>
        <source>The shipped text has changed since: compare it.</source>
        <translation>随附文本此后有更新，请对照。</translation>
    </message>
    <message>
        <source>The shipped text is in force since {since}.</source>
        <translation>现行：随附文本，自 {since} 起。</translation>
    </message>
    <message>
        <source>The shipped text is in force.</source>
        <translation>现行：随附文本。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>报给</translation>
    </message>
    <message>
        <source>Use it no more…</source>
        <translation>停用本包…</translation>
    </message>
    <message>
        <source>Use this pack…</source>
        <translation>启用本包…</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改</translation>
    </message>
    <message>
        <source>changed by the office</source>
        <translation>本单位已改</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day} 起施行</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>our own</source>
        <translation>本单位添加</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day} 止</translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Add a pack…</source>
        <translation>添加规则包…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>It holds for incidents opened from now on; those in hand keep their packs.</source>
        <translation>对此后新建的事件有效；已有的事件仍用原来的规则包。</translation>
    </message>
    <message>
        <source>Level and region…</source>
        <translation>层级和辖区…</translation>
    </message>
    <message>
        <source>Only rules for offices of our level</source>
        <translation>只看本级适用的规则</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the pack</source>
        <translation>移除规则包</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Reports are owed by these rules. The texts come with the program; a rule that is known only at second hand is marked, and one that is only remembered is off until somebody has looked it up. What is changed here is a copy of the office: it holds for what begins afterwards, and what is running keeps the text it was made from.</source>
        <translation>报送义务按这些规则产生。规则文本随程序提供；出自二手资料的加以标记，只凭记忆的默认停用，核对原文后再启用。这里的改动是本单位的副本：对此后开始的事项有效，正在计时的义务仍按原来的文本。</translation>
    </message>
    <message>
        <source>Rule pack</source>
        <translation>规则包</translation>
    </message>
    <message>
        <source>Rules in force</source>
        <translation>现行规则</translation>
    </message>
    <message>
        <source>Rules of the pack</source>
        <translation>规则包里的规则</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>恢复原文</translation>
    </message>
    <message>
        <source>Take back to the shipped text</source>
        <translation>恢复为随附文本</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>恢复原文…</translation>
    </message>
    <message>
        <source>Text…</source>
        <translation>文本…</translation>
    </message>
    <message>
        <source>The shipped text of this pack holds for what begins from now on.</source>
        <translation>此后开始的事项按这个规则包的随附文本。</translation>
    </message>
    <message>
        <source>Use…</source>
        <translation>启用…</translation>
    </message>
    <message>
        <source>{district} · {level}</source>
        <translation>{district} · {level}</translation>
    </message>
    <message>
        <source>{name}: nothing begins by it any more, its former texts stay on record. It is not removed while something is owed by it.</source>
        <translation>{name}：此后不再按它产生新的义务，以前的文本仍留存。还有按它应报的事项时不能移除。</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Name, unit, post, pinyin, initials or number</source>
        <translation>姓名、单位、职务、拼音、首字母或号码</translation>
    </message>
    <message>
        <source>Search contacts</source>
        <translation>查找联系人</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>copy the number</source>
        <translation>复制号码</translation>
    </message>
    <message>
        <source>record a call</source>
        <translation>记去电</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search all years (Ctrl F)</source>
        <translation>搜全部年份（Ctrl F）</translation>
    </message>
    <message>
        <source>Search the log of all years</source>
        <translation>搜索全部年份的日志</translation>
    </message>
</context>
<context>
    <name>SetUpForm</name>
    <message>
        <source>District</source>
        <translation>行政区划</translation>
    </message>
    <message>
        <source>Duty leader</source>
        <translation>带班领导</translation>
    </message>
    <message>
        <source>Duty officer</source>
        <translation>值班员</translation>
    </message>
    <message>
        <source>Duty telephone</source>
        <translation>值班电话</translation>
    </message>
    <message>
        <source>First person</source>
        <translation>首位人员</translation>
    </message>
    <message>
        <source>Found the duty office</source>
        <translation>建立值班室</translation>
    </message>
    <message>
        <source>Handover at</source>
        <translation>交接班时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Look at the demonstration first</source>
        <translation>先看演示</translation>
    </message>
    <message>
        <source>Masthead of reports</source>
        <translation>信息刊头</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name of the office</source>
        <translation>单位名称</translation>
    </message>
    <message>
        <source>PIN, 6 digits</source>
        <translation>口令（6 位数字）</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则包</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>另存为文件…</translation>
    </message>
    <message>
        <source>Serves as</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>The PIN again</source>
        <translation>再输一次口令</translation>
    </message>
    <message>
        <source>The data on this disk is locked. If this computer breaks or the account is lost, only this key opens the data and its backups again. Nobody can give it to you a second time.</source>
        <translation>本机数据已加密。电脑损坏、重装或换机后，只有此密钥能重新打开数据和备份。没有任何人能再给您一份。</translation>
    </message>
    <message>
        <source>The national rules apply always. Tick what else applies here:</source>
        <translation>国家规定始终适用。请勾选本地、本单位还适用的：</translation>
    </message>
    <message>
        <source>The office</source>
        <translation>值班室</translation>
    </message>
    <message>
        <source>This person keeps the settings and adds the others. Everybody signs with an own PIN.</source>
        <translation>此人同时负责设置，并添加其他人员。每人用自己的口令登录和签字。</translation>
    </message>
    <message>
        <source>To the duty desk</source>
        <translation>进入值班台</translation>
    </message>
    <message>
        <source>Written down or printed, and put into the safe</source>
        <translation>已抄下或打印，放入保险柜</translation>
    </message>
    <message>
        <source>for example 001</source>
        <translation>如 001</translation>
    </message>
</context>
<context>
    <name>SetUpPage</name>
    <message>
        <source>Answer for your office; everything can be changed later in the settings. The first person adds the others. The recovery key opens the data when this computer is lost: print it and put it into the safe.</source>
        <translation>请按本单位情况填写，以后都可在设置中修改。首位人员负责添加其他人员。恢复密钥用于电脑损坏后重新打开数据：请打印并放入保险柜。</translation>
    </message>
    <message>
        <source>Found the duty office</source>
        <translation>建立值班室</translation>
    </message>
    <message>
        <source>The duty office stands</source>
        <translation>值班室已建立</translation>
    </message>
    <message>
        <source>This folder holds no office yet</source>
        <translation>这个数据文件夹里还没有值班室</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Sections of the settings</source>
        <translation>设置的分组</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>What holds for the whole office is set here, by supervisors. Every change is kept with who made it and when. Up and down choose a section, Tab goes into it.</source>
        <translation>这里设定全室通用的事项，由管理员办理。每次改动都记下由谁、在何时所改。上下键选分组，Tab 进入右侧。</translation>
    </message>
</context>
<context>
    <name>SettingsTable</name>
    <message>
        <source>Alarms and escalation</source>
        <translation>提醒与升级</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动记录</translation>
    </message>
    <message>
        <source>Competent departments</source>
        <translation>主管部门</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>通讯录</translation>
    </message>
    <message>
        <source>Notices outside</source>
        <translation>外部通知</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Routines</source>
        <translation>例行提醒</translation>
    </message>
    <message>
        <source>Rule packs</source>
        <translation>规则包</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Start and watch</source>
        <translation>启动与值守</translation>
    </message>
    <message>
        <source>Wallboard</source>
        <translation>值班大屏</translation>
    </message>
</context>
<context>
    <name>SheetFiles</name>
    <message>
        <source>Making the document…</source>
        <translation>正在生成文档…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>Save as Word</source>
        <translation>另存为 Word</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
</context>
<context>
    <name>SheetPreview</name>
    <message>
        <source>Copied as text</source>
        <translation>已复制为文本</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Make anew</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Making the sheet…</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>适合页宽</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>第 {page} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>Pages of the sheet</source>
        <translation>表的各页</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>打印预览</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Save as Word…</source>
        <translation>另存为 Word…</translation>
    </message>
    <message numerus="yes">
        <source>Sent to the printer: %n page(s)</source>
        <translation>
            <numerusform>已送往打印机：%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Size of the page on the screen</source>
        <translation>页面在屏幕上的大小</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>{sheet} · Print preview</source>
        <translation>{sheet} · 打印预览</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Sheets</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>The sheet as it was read</source>
        <translation>原表</translation>
    </message>
</context>
<context>
    <name>ShelvedAlarms</name>
    <message>
        <source>Aside until</source>
        <translation>搁置到</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经手</translation>
    </message>
    <message>
        <source>Call again now</source>
        <translation>立即恢复提醒</translation>
    </message>
    <message>
        <source>Close it…</source>
        <translation>关闭…</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Nothing is shelved</source>
        <translation>没有搁置的提醒</translation>
    </message>
    <message>
        <source>Shelved alarms</source>
        <translation>搁置的提醒</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Choose a person of the list.</source>
        <translation>请从名单里选一位人员。</translation>
    </message>
    <message>
        <source>Entries, signatures and confirmations bear this person's name.</source>
        <translation>此后的记录、签字和确认都署这位人员的姓名。</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>SignatureCard</name>
    <message>
        <source>After the incoming signature: responsibility and reminders go to {name}; every active reminder becomes unacknowledged; the log up to here is sealed.</source>
        <translation>接班签字后：责任和提醒转给{name}；在响的提醒重新变为未确认；此前的日志封存。</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>接班</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>带班</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Responsibility has been with {name} since {time}; the old log is sealed.</source>
        <translation>责任自 {time} 起由{name}承担；上一班日志已封存。</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Which leader signs</source>
        <translation>阅签领导</translation>
    </message>
    <message>
        <source>may follow later</source>
        <translation>可后补</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>待签</translation>
    </message>
    <message>
        <source>the next shift</source>
        <translation>下一班</translation>
    </message>
    <message>
        <source>✓ {time} signed</source>
        <translation>✓ {time} 已签</translation>
    </message>
</context>
<context>
    <name>SignatureRow</name>
    <message>
        <source>PIN: {who}</source>
        <translation>{who}口令</translation>
    </message>
</context>
<context>
    <name>SoundCheck</name>
    <message>
        <source>A test sound is playing (three short tones).</source>
        <translation>正在播放试音（三声短音）。</translation>
    </message>
    <message>
        <source>Did you hear it?</source>
        <translation>听到了吗？</translation>
    </message>
    <message>
        <source>Heard it</source>
        <translation>听到了</translation>
    </message>
    <message>
        <source>Not heard</source>
        <translation>没听到</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>再放一次</translation>
    </message>
    <message>
        <source>Test of the alarm sound</source>
        <translation>提醒声音自检</translation>
    </message>
    <message>
        <source>There is no sound device. The system's beep was sent instead.</source>
        <translation>没有声音设备，已改发系统提示音。</translation>
    </message>
</context>
<context>
    <name>SoundSection</name>
    <message>
        <source>Can alarms be heard?</source>
        <translation>听得到提醒吗</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>声音设备</translation>
    </message>
    <message>
        <source>Four sounds: level Ⅰ repeats until it is acknowledged, level Ⅱ comes in three bursts every two minutes, level Ⅲ is one soft tone, the handover has a chime of its own. The program never turns the volume down. The test is asked for at every sign-in and its answer is kept in the log. Muting lasts ten minutes at most, and a new alarm that is as grave ends it.</source>
        <translation>共四种声音：Ⅰ级一直响到确认为止，Ⅱ级三声一组、每两分钟一次，Ⅲ级一声轻音，交接班另有钟声。程序从不调低音量。每次登录都自检，答复记入日志。静音最长十分钟，出现同级或更高的新提醒即恢复。</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Last test</source>
        <translation>最近自检</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>自检</translation>
    </message>
    <message>
        <source>Sound on again</source>
        <translation>恢复声音</translation>
    </message>
    <message>
        <source>Tests of the sound</source>
        <translation>自检记录</translation>
    </message>
    <message>
        <source>What each sound means</source>
        <translation>各种声音的意思</translation>
    </message>
    <message>
        <source>a chime of its own</source>
        <translation>专用钟声</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>听到</translation>
    </message>
    <message>
        <source>muted by {name} until {time}</source>
        <translation>{name} 静音至 {time}</translation>
    </message>
    <message>
        <source>no device: alarms are on the screen only</source>
        <translation>没有声音设备，提醒只在屏幕上</translation>
    </message>
    <message>
        <source>none: the system beeps instead</source>
        <translation>没有设备，改用系统蜂鸣</translation>
    </message>
    <message>
        <source>not heard: watch the screen, look at the loudspeaker</source>
        <translation>没听到：请看屏幕，并检查音箱</translation>
    </message>
    <message>
        <source>not muted</source>
        <translation>没有静音</translation>
    </message>
    <message>
        <source>not tested on this device yet</source>
        <translation>本设备尚未自检</translation>
    </message>
    <message>
        <source>one soft tone</source>
        <translation>一声轻音</translation>
    </message>
    <message>
        <source>repeats until somebody acknowledges; muting ends with a new one</source>
        <translation>一直响到有人确认；来了新的即结束静音</translation>
    </message>
    <message>
        <source>the system's own; not asked yet</source>
        <translation>系统默认设备（尚未查询）</translation>
    </message>
    <message>
        <source>three bursts, again every two minutes</source>
        <translation>三声一组，每两分钟一次</translation>
    </message>
</context>
<context>
    <name>StaffDialog</name>
    <message>
        <source>Child born on</source>
        <translation>子女出生日期</translation>
    </message>
    <message>
        <source>Child expected on</source>
        <translation>预产期</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>In training under</source>
        <translation>带教人</translation>
    </message>
    <message>
        <source>Joined on</source>
        <translation>到任日期</translation>
    </message>
    <message>
        <source>Kind of employment</source>
        <translation>编制</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>离开日期</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>给新口令</translation>
    </message>
    <message>
        <source>Number verified on</source>
        <translation>号码核实日期</translation>
    </message>
    <message>
        <source>Other half of the pair</source>
        <translation>AB 角搭档</translation>
    </message>
    <message>
        <source>People and duty</source>
        <translation>人员排班情况</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>可任岗位</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>培训日期</translation>
    </message>
    <message>
        <source>Write dates as 2025-10-06.</source>
        <translation>日期写成 2025-10-06。</translation>
    </message>
    <message>
        <source>forgotten: a new one, which the log will say</source>
        <translation>本人遗忘时重设，记入日志</translation>
    </message>
    <message>
        <source>no nights, for reasons of health</source>
        <translation>因身体原因不排夜班</translation>
    </message>
    <message>
        <source>none yet: cannot sign in</source>
        <translation>还没有，不能登录</translation>
    </message>
</context>
<context>
    <name>StandbyChoice</name>
    <message>
        <source>Stands by instead</source>
        <translation>改由谁备班</translation>
    </message>
    <message>
        <source>nobody: the post stays empty</source>
        <translation>不安排，备班空出</translation>
    </message>
    <message>
        <source>{name} ({count} this month)</source>
        <translation>{name} （本月备班 {count}）</translation>
    </message>
    <message>
        <source>{name} leaves {turns}; stands by instead:</source>
        <translation>{name}不再值{turns}，改由：</translation>
    </message>
</context>
<context>
    <name>StartPanel</name>
    <message>
        <source>Begin the handover</source>
        <translation>开始交接班</translation>
    </message>
    <message>
        <source>Countersign the last handover</source>
        <translation>补签上一次交接</translation>
    </message>
    <message>
        <source>Freeze and draft</source>
        <translation>冻结起草</translation>
    </message>
    <message>
        <source>Log entry of the beginning</source>
        <translation>交接准备的日志内容</translation>
    </message>
    <message>
        <source>No shift is open</source>
        <translation>当前没有进行中的班次</translation>
    </message>
    <message>
        <source>Open the shift</source>
        <translation>开班</translation>
    </message>
    <message>
        <source>Starting freezes the log here and drafts the sheet from everything open. This line goes into the log; complete it.</source>
        <translation>开始后，日志冻结在此处，所有未办结的事自动列入交接单。下面这条记入日志，可以补充。</translation>
    </message>
    <message>
        <source>The handover ends one shift and begins the next. Open the first one here.</source>
        <translation>交接班结束一班、开始下一班。第一班在此打开。</translation>
    </message>
    <message>
        <source>The shift before was closed without a handover: {reason}</source>
        <translation>上一班未经交接关闭：{reason}</translation>
    </message>
</context>
<context>
    <name>StartingSection</name>
    <message>
        <source>A desk that is not running reminds of nothing. Let it start with the session, let the guard go on when the window is closed, and keep the computer from falling asleep. These settings are of this computer and of this user.</source>
        <translation>程序没有运行就不会提醒。请让它登录系统后自动启动，关闭窗口后守护继续，计算机不要休眠。这几项只管本机、本用户。</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>托盘图标</translation>
    </message>
    <message>
        <source>Sleep of the computer</source>
        <translation>计算机休眠</translation>
    </message>
    <message>
        <source>Start of the desk</source>
        <translation>程序启动</translation>
    </message>
    <message>
        <source>Start with the session</source>
        <translation>登录系统后自动启动</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>关闭窗口时</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>先询问</translation>
    </message>
    <message>
        <source>end the program</source>
        <translation>退出程序</translation>
    </message>
    <message>
        <source>held off: the system agreed</source>
        <translation>系统已同意不休眠</translation>
    </message>
    <message>
        <source>is started by hand; after a restart nothing reminds until then</source>
        <translation>需手工启动；重启后启动之前不提醒</translation>
    </message>
    <message>
        <source>keep the guard</source>
        <translation>守护继续</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不知道</translation>
    </message>
    <message>
        <source>shown; it brings the window back</source>
        <translation>有；点它可恢复窗口</translation>
    </message>
    <message>
        <source>starts when somebody signs in</source>
        <translation>登录系统后自动启动</translation>
    </message>
    <message>
        <source>the guard ends with the window</source>
        <translation>关闭窗口即停止守护</translation>
    </message>
    <message>
        <source>the guard goes on</source>
        <translation>守护继续</translation>
    </message>
    <message>
        <source>the system did not agree to hold it off: switch sleep off in its power settings</source>
        <translation>系统没有答应，请在系统电源设置中关闭休眠</translation>
    </message>
    <message>
        <source>this system has none: the window is minimised instead</source>
        <translation>本系统没有托盘，改为最小化</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Computer</source>
        <translation>电脑</translation>
    </message>
    <message>
        <source>may fall asleep</source>
        <translation>可能休眠</translation>
    </message>
</context>
<context>
    <name>Staying</name>
    <message>
        <source>Alarm</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Alarms and this icon bring the window back.</source>
        <translation>有提醒时窗口自动打开，也可点此图标。</translation>
    </message>
    <message>
        <source>The desk no longer starts with the session</source>
        <translation>已取消自动启动</translation>
    </message>
    <message>
        <source>The desk starts with the session</source>
        <translation>已设为开机登录后自动启动</translation>
    </message>
    <message>
        <source>The guard goes on</source>
        <translation>守护继续</translation>
    </message>
</context>
<context>
    <name>SuggestionBox</name>
    <message>
        <source>Nobody is free.</source>
        <translation>没有可换的人。</translation>
    </message>
    <message>
        <source>Who could serve, by fairness and rest</source>
        <translation>可换人选，按公平与休息排序</translation>
    </message>
    <message>
        <source>away</source>
        <translation>请假外出</translation>
    </message>
    <message>
        <source>by day only</source>
        <translation>只排白班</translation>
    </message>
    <message>
        <source>must rest</source>
        <translation>休息不足</translation>
    </message>
    <message>
        <source>new, not alone</source>
        <translation>新到岗</translation>
    </message>
    <message>
        <source>no nights</source>
        <translation>不排夜班</translation>
    </message>
    <message>
        <source>not for this post</source>
        <translation>不任此岗</translation>
    </message>
    <message>
        <source>not trained</source>
        <translation>未培训</translation>
    </message>
    <message>
        <source>on duty then or close to it</source>
        <translation>当日或前后有班</translation>
    </message>
    <message>
        <source>statutory {count} in a year</source>
        <translation>一年法定 {count}</translation>
    </message>
    <message>
        <source>tied to a mentor</source>
        <translation>须随带教</translation>
    </message>
    <message>
        <source>tied to a partner</source>
        <translation>须与搭档同班</translation>
    </message>
    <message>
        <source>would rather not</source>
        <translation>本人希望不排</translation>
    </message>
    <message>
        <source>{count} this month</source>
        <translation>本月 {count} 班</translation>
    </message>
    <message>
        <source>{days} days apart</source>
        <translation>隔 {days} 天</translation>
    </message>
</context>
<context>
    <name>SwapAsk</name>
    <message>
        <source>Approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>Both have agreed; record it as approved by</source>
        <translation>双方已同意，登记为已批准，批准人</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>班</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>起止</translation>
    </message>
    <message>
        <source>In exchange</source>
        <translation>换回</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>New swap</source>
        <translation>新换班</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>接替人</translation>
    </message>
    <message>
        <source>This person has no duty ahead.</source>
        <translation>这位人员后面没有班。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Whose duty</source>
        <translation>原值班人</translation>
    </message>
    <message>
        <source>Write the name of somebody of the office.</source>
        <translation>请写本机关人员的姓名。</translation>
    </message>
    <message>
        <source>empty: whoever is willing</source>
        <translation>不填：征求承接</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不换回</translation>
    </message>
</context>
<context>
    <name>SwapDialog</name>
    <message>
        <source>(recorded by {author})</source>
        <translation>（{author}代记）</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Awaits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>I take it</source>
        <translation>我来顶班</translation>
    </message>
    <message>
        <source>In exchange: {post} {when}</source>
        <translation>互换：{post} {when}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>New swap…</source>
        <translation>新换班…</translation>
    </message>
    <message>
        <source>No swap is open</source>
        <translation>没有待办的换班</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>事由：{reason}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>退出承接</translation>
    </message>
    <message>
        <source>Swaps</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>接替</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Whoever cannot serve asks here; the roster changes when it is approved.</source>
        <translation>不能到岗的人在这里提出，批准以后值班表随之改变。</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>原值班</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>a word about it, if needed</source>
        <translation>需要时写一句意见</translation>
    </message>
    <message>
        <source>approval</source>
        <translation>批准</translation>
    </message>
</context>
<context>
    <name>TextSide</name>
    <message>
        <source>Difference</source>
        <translation>与随附的差别</translation>
    </message>
    <message>
        <source>Facts of the preview</source>
        <translation>预览所用的事实</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>可用名称</translation>
    </message>
    <message>
        <source>Older texts</source>
        <translation>以前的文字</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Take this text over</source>
        <translation>取回这一版</translation>
    </message>
    <message>
        <source>The names alone</source>
        <translation>只看名称</translation>
    </message>
</context>
<context>
    <name>ThingsCard</name>
    <message>
        <source>Equipment and things</source>
        <translation>设备物品清点</translation>
    </message>
    <message>
        <source>Number of {thing}</source>
        <translation>{thing}的数量</translation>
    </message>
    <message>
        <source>State of {thing}</source>
        <translation>{thing}的状态</translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Chronology</source>
        <translation>时间线</translation>
    </message>
</context>
<context>
    <name>TitleRule</name>
    <message>
        <source>all four named, {what} to verify</source>
        <translation>四项已写，{what} 待核实</translation>
    </message>
    <message>
        <source>casualties</source>
        <translation>伤亡</translation>
    </message>
    <message>
        <source>missing: {what}</source>
        <translation>标题缺：{what}</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>✓ place, type, casualties, progress</source>
        <translation>✓ 地点 类型 伤亡 进展齐全</translation>
    </message>
</context>
<context>
    <name>ToldLines</name>
    <message>
        <source>Told already</source>
        <translation>已告知</translation>
    </message>
    <message>
        <source>unit or person, and when</source>
        <translation>单位或人，几点</translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>批准领导</translation>
    </message>
    <message>
        <source>Not ours: pass it on</source>
        <translation>不属本单位职责，转送</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报送</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>The leader's PIN</source>
        <translation>领导口令</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>转送单位</translation>
    </message>
    <message>
        <source>What is not within the office's competence is passed on at once.</source>
        <translation>不属本单位职责的，立即转送有权处理的单位（《突发事件应对法》第六十条）。</translation>
    </message>
    <message>
        <source>What is still owed ends with it</source>
        <translation>尚未报送的报告不再要求</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Exit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Open the duty desk</source>
        <translation>打开值班台</translation>
    </message>
    <message numerus="yes">
        <source>Safety Desk: %n alarm(s) not acknowledged</source>
        <translation>
            <numerusform>安全值班台：%n 条提醒未确认</numerusform>
        </translation>
    </message>
    <message>
        <source>Safety Desk: the guard has a fault</source>
        <translation>安全值班台：守护有故障</translation>
    </message>
    <message>
        <source>Safety Desk: the guard is well</source>
        <translation>安全值班台：守护正常</translation>
    </message>
</context>
<context>
    <name>TypedWordsDialog</name>
    <message>
        <source>Go on writing</source>
        <translation>继续写</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Throw away what was typed?</source>
        <translation>已经写的内容还没有保存，要丢弃吗？</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>After</source>
        <translation>新版</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原版</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>比较版本</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>The two versions are the same</source>
        <translation>两个版本相同</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>{count} differ</source>
        <translation>{count} 处不同</translation>
    </message>
</context>
<context>
    <name>WaiveDialog</name>
    <message>
        <source>Excuse a report</source>
        <translation>豁免报送</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>批准领导</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The leader's PIN</source>
        <translation>领导口令</translation>
    </message>
    <message>
        <source>{title} to {recipient} will no longer be asked for. {citation}</source>
        <translation>不再要求：{title}（{recipient}）。{citation}</translation>
    </message>
</context>
<context>
    <name>Wallboard</name>
    <message>
        <source>Data not renewed for {period}</source>
        <translation>数据未更新 {period}</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <source>Stopped at {time}.</source>
        <translation>停在 {time}。</translation>
    </message>
    <message>
        <source>Trust the duty desk, not this board.</source>
        <translation>以值班台为准。</translation>
    </message>
    <message>
        <source>Wallboard</source>
        <translation>值班大屏</translation>
    </message>
</context>
<context>
    <name>WarningBlock</name>
    <message>
        <source>Warnings in force {count}</source>
        <translation>生效预警 {count}</translation>
    </message>
    <message>
        <source>no end stated</source>
        <translation>未写明有效期</translation>
    </message>
</context>
<context>
    <name>WarningHead</name>
    <message>
        <source>Concerns {area}</source>
        <translation>影响 {area}</translation>
    </message>
    <message>
        <source>The text also names {areas}: ask the issuer</source>
        <translation>正文还提到 {areas}，名单未列：请向发布单位核实</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已应</translation>
    </message>
    <message>
        <source>area not stated</source>
        <translation>范围未写明</translation>
    </message>
    <message>
        <source>called</source>
        <translation>已叫</translation>
    </message>
    <message>
        <source>forwarded unchanged {time}</source>
        <translation>{time} 原文转发</translation>
    </message>
    <message>
        <source>in force: {left}</source>
        <translation>{left}有效</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>未应</translation>
    </message>
    <message>
        <source>no end stated</source>
        <translation>未写明有效期</translation>
    </message>
    <message>
        <source>received {time}</source>
        <translation>{time} 收到</translation>
    </message>
    <message>
        <source>to call</source>
        <translation>应叫</translation>
    </message>
    <message>
        <source>told {leader} {time}</source>
        <translation>{time} 报{leader}</translation>
    </message>
    <message>
        <source>within {period}</source>
        <translation>{period}内</translation>
    </message>
    <message>
        <source>{issuer} issued {time}</source>
        <translation>{issuer} {time} 发布</translation>
    </message>
    <message>
        <source>{signal} warning</source>
        <translation>{signal}预警</translation>
    </message>
</context>
<context>
    <name>WarningMessageDialog</name>
    <message>
        <source>04:40 or 07-15 04:40; empty where not stated</source>
        <translation>04:40 或 07-15 04:40；未写明的留空</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>影响范围</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所属预警</translation>
    </message>
    <message>
        <source>CAP file…</source>
        <translation>CAP 文件…</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>从剪贴板</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>收到方式</translation>
    </message>
    <message>
        <source>In force until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>Issued at</source>
        <translation>发布时间</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>发布单位</translation>
    </message>
    <message>
        <source>Level as issued</source>
        <translation>级别（照原文）</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>No warning was found in the text: fill in the form.</source>
        <translation>没有从文字里认出预警，请按表填写。</translation>
    </message>
    <message>
        <source>Open a CAP file</source>
        <translation>打开 CAP 文件</translation>
    </message>
    <message>
        <source>Quote the issuer unchanged; only the issuer alters a level.</source>
        <translation>照录发布单位原文；级别只有发布单位可以变更（气象灾害防御条例第三十条）。</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读入</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Take in a warning</source>
        <translation>登记预警</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>文件读不出来。</translation>
    </message>
    <message>
        <source>The file is no warning in earnest ({status}): only note it in the log.</source>
        <translation>这不是实际预警（{status}），只需记入日志。</translation>
    </message>
    <message>
        <source>The text also names {areas}, which the file does not list.</source>
        <translation>正文还提到 {areas}，文件的区域里没有，请向发布单位核实。</translation>
    </message>
    <message>
        <source>Update or lift</source>
        <translation>变更、解除</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>防御措施</translation>
    </message>
    <message>
        <source>What to heed</source>
        <translation>警示事项</translation>
    </message>
    <message>
        <source>a new warning</source>
        <translation>新的预警</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未写明</translation>
    </message>
    <message>
        <source>streets and towns, between 、</source>
        <translation>镇街名称，用“、”分开</translation>
    </message>
</context>
<context>
    <name>WarningStepDialog</name>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>转发名单</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>带班领导</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>{name} ({n} units)</source>
        <translation>{name} ({n} 个单位)</translation>
    </message>
</context>
<context>
    <name>WarningsPage</name>
    <message>
        <source>A warning is taken in by form, from pasted words or from a CAP file. From then on it stands here with what is owed: the leader told, forwarded, called.</source>
        <translation>预警可以按表登记，也可以从粘贴的文字或 CAP 文件读入。登记后，报带班领导、转发、叫应等应办事项和时限都在这里。</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已应</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>影响范围</translation>
    </message>
    <message>
        <source>By</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>By mistake</source>
        <translation>误录</translation>
    </message>
    <message>
        <source>Call board</source>
        <translation>叫应</translation>
    </message>
    <message>
        <source>Call list filed</source>
        <translation>名单报备</translation>
    </message>
    <message>
        <source>Forwarded</source>
        <translation>转发</translation>
    </message>
    <message>
        <source>In force until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>In force {n}</source>
        <translation>生效中 {n}</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>发布单位</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>到期失效</translation>
    </message>
    <message>
        <source>Leader told</source>
        <translation>报领导</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Messages and steps</source>
        <translation>消息与处置</translation>
    </message>
    <message>
        <source>No warning is in force</source>
        <translation>没有生效的预警</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Over {n}</source>
        <translation>已结束 {n}</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>应办事项</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>报情况</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>登记预警</translation>
    </message>
    <message>
        <source>Take in a warning</source>
        <translation>登记预警</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Update or lift</source>
        <translation>变更、解除</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Warnings stand here as their issuers word them: nobody here changes a level; an update, a lifting or a cancellation is another message, linked to the first. Alt+N takes one in by form, from pasted words or from a CAP file, Alt+U notes what follows it. Alt+L notes that the duty leader was told (10 minutes), Alt+F that it was forwarded (30 minutes), Alt+B that the situation was reported, Alt+Q a receipt, Alt+R that the yearly call list was filed. Enter or F7 opens the call board. What is owed stands below with its source.</source>
        <translation>预警照发布单位原文登记，级别不得改动；变更、解除、取消都是与首发相连的后续消息。Alt+N 登记（按表、粘贴文字或 CAP 文件），Alt+U 记后续消息；Alt+L 记已报带班领导（10 分钟内），Alt+F 记已转发（30 分钟内），Alt+B 记已报情况，Alt+Q 记回执，Alt+R 记叫应名单已年度报备。回车或 F7 打开叫应。应办事项和依据列在下方。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>What is owed</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>call list filed {time}</source>
        <translation>叫应名单 {time} 报备</translation>
    </message>
    <message>
        <source>done {time}</source>
        <translation>{time} 已办</translation>
    </message>
    <message>
        <source>late {time}</source>
        <translation>{time} 已办，超时</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未写明</translation>
    </message>
</context>
<context>
    <name>WatchWindow</name>
    <message>
        <source>Go on by telephone and on paper: the duty telephones, the printed log and the printed contact list do not need this computer. Watch the report deadlines yourself until the desk is back. Everything saved, and every draft, is kept.</source>
        <translation>请用电话和纸质材料继续值班：值班电话、打印的日志和通讯录不依赖这台电脑。值班台恢复之前，报送时限请自己盯住。已保存的内容和草稿都在。</translation>
    </message>
    <message>
        <source>No sign of life since {clock}: reminders may not come.</source>
        <translation>{clock} 起没有心跳：提醒可能不会出现。</translation>
    </message>
    <message>
        <source>Safety Desk watch</source>
        <translation>值班台守望</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>停止响铃</translation>
    </message>
    <message>
        <source>Since {clock} it takes no key; reminders are kept but cannot be seen.</source>
        <translation>{clock} 起不接受按键；提醒仍在记录，但看不到。</translation>
    </message>
    <message>
        <source>Since {clock} nothing reminds of deadlines or of the handover.</source>
        <translation>{clock} 起没有任何时限和交接提醒。</translation>
    </message>
    <message>
        <source>Start the desk again</source>
        <translation>重新启动值班台</translation>
    </message>
    <message>
        <source>The desk does not answer</source>
        <translation>值班台没有响应</translation>
    </message>
    <message>
        <source>The desk has ended unexpectedly</source>
        <translation>值班台意外退出</translation>
    </message>
    <message>
        <source>The desk's window stands still</source>
        <translation>值班台窗口停住了</translation>
    </message>
</context>
<context>
    <name>WeekModel</name>
    <message>
        <source>finding {number}</source>
        <translation>问题{number}</translation>
    </message>
    <message>
        <source>nobody planned</source>
        <translation>未排</translation>
    </message>
</context>
<context>
    <name>WeekTable</name>
    <message>
        <source>Not planned</source>
        <translation>未排</translation>
    </message>
    <message>
        <source>Week table</source>
        <translation>周值班表</translation>
    </message>
</context>
<context>
    <name>WishesDialog</name>
    <message>
        <source>A draft follows wishes where the shares stay even; nobody gets more or less duty by one. Who cannot come is on leave instead.</source>
        <translation>自动排班在保证公平的前提下照顾意愿，不因此多排或少排。确实不能到岗的请登记请假外出。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Wish</source>
        <translation>意愿</translation>
    </message>
    <message>
        <source>Wishes for days</source>
        <translation>排班意愿</translation>
    </message>
    <message>
        <source>Write dates as 2025-10-06.</source>
        <translation>日期写成 2025-10-06。</translation>
    </message>
</context>
<context>
    <name>WordsCard</name>
    <message>
        <source>First line</source>
        <translation>下班首条</translation>
    </message>
    <message>
        <source>Last line</source>
        <translation>本班末条</translation>
    </message>
    <message>
        <source>The two lines of the log</source>
        <translation>交接班日志</translation>
    </message>
    <message>
        <source>written at the incoming signature</source>
        <translation>接班签字时记入</translation>
    </message>
</context>
<context>
    <name>YearNoticeDialog</name>
    <message>
        <source>Days of the notice</source>
        <translation>通知涉及的日子</translation>
    </message>
    <message>
        <source>Duties that change their kind of day</source>
        <translation>日类改变的值班</translation>
    </message>
    <message>
        <source>Enter the notice</source>
        <translation>录入通知</translation>
    </message>
    <message>
        <source>Holidays of the year</source>
        <translation>年度放假安排</translation>
    </message>
    <message>
        <source>No notice is known for {year}: only weekdays are told apart.</source>
        <translation>{year} 年的放假通知还没有录入：现在只按星期区分，不作猜测。把通知正文粘贴到下面即可。</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>文号或名称</translation>
    </message>
    <message>
        <source>Words of the notice</source>
        <translation>通知原文</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{count} days change, {over} of them over; rosters met: {rosters}</source>
        <translation>有 {count} 天改变日类，其中 {over} 天已过；涉及的值班表：{rosters}</translation>
    </message>
    <message>
        <source>{year}: as it came with the program; compare it with the notice.</source>
        <translation>{year} 年：随程序附带，请与通知原文核对；有出入时粘贴正文重新录入。</translation>
    </message>
    <message>
        <source>{year}: {title}, entered by {name}, edition {count}.</source>
        <translation>{year} 年：{title}，{name} 录入，第 {count} 版。</translation>
    </message>
</context>
<context>
    <name>YearTable</name>
    <message>
        <source>Not planned</source>
        <translation>未排</translation>
    </message>
    <message>
        <source>Year table</source>
        <translation>年值班表</translation>
    </message>
</context>
<context>
    <name>_Days</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>节日</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>日类</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>已排人员</translation>
    </message>
    <message>
        <source>Until now</source>
        <translation>原为</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>调休放假</translation>
    </message>
    <message>
        <source>statutory</source>
        <translation>法定节日</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>workday</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>worked weekend</source>
        <translation>调休上班</translation>
    </message>
</context>
<context>
    <name>_Document</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>_Half</name>
    <message>
        <source>Month table</source>
        <translation>月值班表</translation>
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
<context>
    <name>_Legend</name>
    <message>
        <source>average {number}</source>
        <translation>人均 {number}</translation>
    </message>
    <message>
        <source>days off</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>ordinary</source>
        <translation>平日</translation>
    </message>
    <message>
        <source>statutory</source>
        <translation>法定</translation>
    </message>
</context>
<context>
    <name>_MatrixWords</name>
    <message>
        <source>An office is this department when its name holds: {words}</source>
        <translation>单位名称含有这些字样即为该部门：{words}</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>For</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>From grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Text of the office no. {number}, in force since {since}, {author}: {reason}</source>
        <translation>现行：本单位文本（第 {number} 版），自 {since} 起，{author}：{reason}</translation>
    </message>
    <message>
        <source>The shipped text has changed since: compare it.</source>
        <translation>随附文本已更新，请对照。</translation>
    </message>
    <message>
        <source>The shipped text is in force.</source>
        <translation>现行：随附文本。</translation>
    </message>
    <message>
        <source>The text of the office cannot be read, the shipped rows hold: {fault}</source>
        <translation>本单位文本读不了，现按随附的各行：{fault}</translation>
    </message>
</context>
<context>
    <name>_Notes</name>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>登记人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>{time} due</source>
        <translation>{time} 已到点</translation>
    </message>
</context>
<context>
    <name>_Periods</name>
    <message>
        <source>Name of the period</source>
        <translation>时段名称</translation>
    </message>
    <message>
        <source>Reports by</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>起止</translation>
    </message>
    <message>
        <source>by rule</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
</context>
<context>
    <name>_Register</name>
    <message>
        <source>Days</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Filed with</source>
        <translation>报备单位</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Planned nevertheless</source>
        <translation>仍排有值班</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Wish</source>
        <translation>意愿</translation>
    </message>
    <message>
        <source>not filed</source>
        <translation>未报备</translation>
    </message>
    <message>
        <source>please not</source>
        <translation>请勿排</translation>
    </message>
    <message>
        <source>rather not</source>
        <translation>最好不排</translation>
    </message>
    <message>
        <source>would like to serve</source>
        <translation>愿意值班</translation>
    </message>
</context>
<context>
    <name>_Tests</name>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>当时登录</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
</TS>

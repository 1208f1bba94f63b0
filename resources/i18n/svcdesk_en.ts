<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">
<context>
    <name>About</name>
    <message>
        <source>关于 svcdesk</source>
        <translation>About svcdesk</translation>
    </message>
    <message>
        <source>区行政服务中心的窗口办公软件。Apache 2.0 许可。</source>
        <translation>Window desk software for district administrative service centres. Apache 2.0 licence.</translation>
    </message>
    <message>
        <source>Qt {qt}（LGPL）。字体 Noto Sans SC 和花园明朝（OFL）。</source>
        <translation>Qt {qt} (LGPL). Fonts Noto Sans SC and Hanazono Mincho (OFL).</translation>
    </message>
    <message>
        <source>出错报告在 {folder}</source>
        <translation>Error reports are in {folder}</translation>
    </message>
</context>
<context>
    <name>Amiss</name>
    <message>
        <source>请填大厅名称，它会印在受理通知书上。</source>
        <translation>Please enter the hall&apos;s name. It is printed on acceptance notices.</translation>
    </message>
    <message>
        <source>用户名用 2 到 31 个小写字母、数字或下划线，以字母开头，例如 lina。</source>
        <translation>User names have 2 to 31 lower-case letters, digits or underscores and start with a letter, e.g. lina.</translation>
    </message>
    <message>
        <source>密码至少 8 位。</source>
        <translation>The password needs at least 8 characters.</translation>
    </message>
    <message>
        <source>密码要有两种以上的字符，例如字母加数字。</source>
        <translation>The password needs at least two kinds of characters, such as letters and digits.</translation>
    </message>
    <message>
        <source>密码里不要包含用户名。</source>
        <translation>The password should not contain the user name.</translation>
    </message>
    <message>
        <source>两次输入的密码不一样，请再输一遍。</source>
        <translation>The two passwords differ. Please type it again.</translation>
    </message>
    <message>
        <source>请输入密码。</source>
        <translation>Please enter the password.</translation>
    </message>
    <message>
        <source>地址写成 主机:端口/数据库，例如 10.1.2.3:5432/svcdesk。</source>
        <translation>Write the address as host:port/database, e.g. 10.1.2.3:5432/svcdesk.</translation>
    </message>
    <message>
        <source>席位号是 1 到 9999 的数字。没有就空着。</source>
        <translation>The seat number is a number from 1 to 9999. Leave it empty if there is none.</translation>
    </message>
    <message>
        <source>席位号和席位密钥要一起填，或一起空着。</source>
        <translation>Fill in both the seat number and the seat key, or leave both empty.</translation>
    </message>
</context>
<context>
    <name>AttendanceTab</name>
    <message>
        <source>前一天(&amp;B)</source>
        <translation>Day &amp;before</translation>
    </message>
    <message>
        <source>后一天(&amp;N)</source>
        <translation>&amp;Next day</translation>
    </message>
    <message>
        <source>今天(&amp;T)</source>
        <translation>&amp;Today</translation>
    </message>
    <message>
        <source>只看未签到(&amp;M)</source>
        <translation>Only &amp;missing</translation>
    </message>
    <message>
        <source>考勤</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>首次签到</source>
        <translation>First in</translation>
    </message>
    <message>
        <source>最后签退</source>
        <translation>Last out</translation>
    </message>
    <message>
        <source>全部打卡</source>
        <translation>All times</translation>
    </message>
    <message>
        <source>按姓名、单位或窗口筛选（Ctrl+F）</source>
        <translation>Filter by name, unit or window (Ctrl+F)</translation>
    </message>
    <message>
        <source>筛选人员</source>
        <translation>Filter people</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>当天的人员和打卡</source>
        <translation>People and times of the day</translation>
    </message>
    <message>
        <source>正在查…</source>
        <translation>Looking up…</translation>
    </message>
    <message>
        <source>日期(&amp;D)</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>应到 {people}</source>
        <translation>Expected {people}</translation>
    </message>
    <message>
        <source>没有找到“{sought}”。清空筛选框就能看到全部人员。</source>
        <translation>&apos;{sought}&apos; was not found. Clear the filter to see everybody.</translation>
    </message>
    <message>
        <source>都签到了，不用处理。</source>
        <translation>Everybody has clocked in. Nothing to do.</translation>
    </message>
    <message>
        <source>这一天没有你能看到的人员。</source>
        <translation>There is nobody you can see on this day.</translation>
    </message>
    <message>
        <source>没有签退</source>
        <translation>No clock-out</translation>
    </message>
</context>
<context>
    <name>CaseCardPanel</name>
    <message>
        <source>撤销“{step}”（10 分钟内可撤，编号保留为作废）。为什么撤销？</source>
        <translation>Undo &apos;{step}&apos; (possible for 10 minutes; the number is kept as void). What is the reason?</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>录入有误</source>
        <translation>Entered by mistake</translation>
    </message>
    <message>
        <source>显示完整证件号码会留下记录（谁、何时、为什么）。为什么要看？</source>
        <translation>Showing the full ID number is recorded (who, when, why). Why do you need it?</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>尾号 {tail}</source>
        <translation>ending {tail}</translation>
    </message>
    <message>
        <source>{promised}&#x3000;法定 {statutory}</source>
        <translation>{promised}  statutory {statutory}</translation>
    </message>
    <message>
        <source>没有收材料。</source>
        <translation>No materials were taken.</translation>
    </message>
    <message>
        <source>{name}&#x3000;{form} {copies} 份</source>
        <translation>{name}  {form} × {copies}</translation>
    </message>
    <message>
        <source>受理通知书印过 {n} 次。</source>
        <translation>Acceptance notice prints: {n}.</translation>
    </message>
    <message>
        <source>{at} {by} 看过证件号码：{reason}</source>
        <translation>{at} {by} viewed the ID number: {reason}</translation>
    </message>
    <message>
        <source>{at} {by} 想看证件号码，没有给：{reason}</source>
        <translation>{at} {by} asked for the ID number, not shown: {reason}</translation>
    </message>
    <message>
        <source>已办结 {number}</source>
        <translation>Case {number} is completed</translation>
    </message>
    <message>
        <source>已撤销 {number}，记录保留</source>
        <translation>Case {number}: step undone, the record is kept</translation>
    </message>
    <message>
        <source>这个件的证件号码不在你能看的范围内，已留记录。</source>
        <translation>The ID number of this case is beyond what you may see. The request was recorded.</translation>
    </message>
    <message>
        <source>显示…</source>
        <translation>Show…</translation>
    </message>
    <message>
        <source>办理过程</source>
        <translation>History</translation>
    </message>
    <message>
        <source>返回  Esc</source>
        <translation>Back  Esc</translation>
    </message>
    <message>
        <source>收取材料</source>
        <translation>Materials taken</translation>
    </message>
    <message>
        <source>打印与查看</source>
        <translation>Prints and views</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>证件</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>代办人</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>实施机关</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>应办结</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>经办</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>环节</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>找件：编号、姓名、证件或电话</source>
        <translation>Find a case: number, name, ID or phone</translation>
    </message>
    <message>
        <source>返回  Esc</source>
        <translation>Back  Esc</translation>
    </message>
    <message>
        <source>再看 100 件</source>
        <translation>Show 100 more</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>找件</source>
        <translation>Find case</translation>
    </message>
    <message>
        <source>显示 {n} 件，还有更多</source>
        <translation>Showing {n}, there are more</translation>
    </message>
    <message>
        <source>共 {n} 件</source>
        <translation>Total {n}</translation>
    </message>
    <message>
        <source>没有找到“{text}”。试试证件号码、编号后几位，或按 Ctrl+K 换个词。</source>
        <translation>&apos;{text}&apos; was not found. Try the ID number or the last digits of the case number, or press Ctrl+K for another word.</translation>
    </message>
    <message>
        <source>这里没有件。</source>
        <translation>No cases here.</translation>
    </message>
    <message>
        <source>办件清单</source>
        <translation>List of cases</translation>
    </message>
    <message>
        <source>编号、姓名、证件号码或电话</source>
        <translation>Number, name, ID number or phone</translation>
    </message>
    <message>
        <source>灯</source>
        <translation>Lamp</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>尾号</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Acc.</translation>
    </message>
    <message>
        <source>应办结</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>法定</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>经办</source>
        <translation>Clerk</translation>
    </message>
</context>
<context>
    <name>ClosingPanel</name>
    <message>
        <source>办结说明</source>
        <translation>Closing note</translation>
    </message>
    <message>
        <source>确认办结</source>
        <translation>Close case</translation>
    </message>
    <message>
        <source>返回  Esc</source>
        <translation>Back  Esc</translation>
    </message>
    <message>
        <source>办结日期：{day}（服务器日期）</source>
        <translation>Completed on {day} (server date)</translation>
    </message>
    <message>
        <source>说明；不予许可时写明理由和依据</source>
        <translation>Note; if refused, reasons and basis</translation>
    </message>
    <message>
        <source>不予许可要说明理由（行政许可法第三十八条）。请写在上面。</source>
        <translation>A refusal needs reasons (Administrative Licensing Law, Article 38). Please write them above.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>清单(&amp;L)</source>
        <translation>&amp;Lists</translation>
    </message>
    <message>
        <source>页签(&amp;T)</source>
        <translation>&amp;Tabs</translation>
    </message>
    <message>
        <source>字号(&amp;Z)</source>
        <translation>Text si&amp;ze</translation>
    </message>
    <message>
        <source>明暗(&amp;C)</source>
        <translation>&amp;Colours</translation>
    </message>
    <message>
        <source>语言 Language(&amp;G)</source>
        <translation>Lan&amp;guage 中文</translation>
    </message>
    <message>
        <source>保存草稿(&amp;S)</source>
        <translation>&amp;Save draft</translation>
    </message>
    <message>
        <source>打印预览(&amp;V)</source>
        <translation>Print pre&amp;view</translation>
    </message>
    <message>
        <source>打印队列(&amp;J)</source>
        <translation>Print queue (&amp;J)</translation>
    </message>
    <message>
        <source>锁屏换人(&amp;L)</source>
        <translation>&amp;Lock and switch user</translation>
    </message>
    <message>
        <source>退出(&amp;Q)</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>撤销上一步(&amp;U)</source>
        <translation>&amp;Undo last step</translation>
    </message>
    <message>
        <source>找件(&amp;F)</source>
        <translation>&amp;Find case</translation>
    </message>
    <message>
        <source>下一位(&amp;N)</source>
        <translation>&amp;Next person</translation>
    </message>
    <message>
        <source>选事项(&amp;I)</source>
        <translation>Choose &amp;item</translation>
    </message>
    <message>
        <source>核材料(&amp;M)</source>
        <translation>Check &amp;materials</translation>
    </message>
    <message>
        <source>受理并打印(&amp;A)</source>
        <translation>&amp;Accept and print</translation>
    </message>
    <message>
        <source>办结…(&amp;C)</source>
        <translation>&amp;Close case…</translation>
    </message>
    <message>
        <source>补打通知书(&amp;P)</source>
        <translation>Re&amp;print notice</translation>
    </message>
    <message>
        <source>今日受理(&amp;T)</source>
        <translation>Accepted &amp;today</translation>
    </message>
    <message>
        <source>在办(&amp;O)</source>
        <translation>&amp;Open</translation>
    </message>
    <message>
        <source>即将到期(&amp;S)</source>
        <translation>Due &amp;soon</translation>
    </message>
    <message>
        <source>已超期(&amp;D)</source>
        <translation>Over&amp;due</translation>
    </message>
    <message>
        <source>已办结(&amp;C)</source>
        <translation>&amp;Completed</translation>
    </message>
    <message>
        <source>全部(&amp;A)</source>
        <translation>&amp;All</translation>
    </message>
    <message>
        <source>受理(&amp;I)</source>
        <translation>&amp;Intake</translation>
    </message>
    <message>
        <source>综合窗口(&amp;M)</source>
        <translation>Co&amp;mprehensive window</translation>
    </message>
    <message>
        <source>考勤(&amp;A)</source>
        <translation>&amp;Attendance</translation>
    </message>
    <message>
        <source>报表(&amp;R)</source>
        <translation>&amp;Reports</translation>
    </message>
    <message>
        <source>刷新(&amp;R)</source>
        <translation>&amp;Refresh</translation>
    </message>
    <message>
        <source>全屏(&amp;F)</source>
        <translation>&amp;Full screen</translation>
    </message>
    <message>
        <source>放大(&amp;L)</source>
        <translation>&amp;Larger</translation>
    </message>
    <message>
        <source>缩小(&amp;S)</source>
        <translation>&amp;Smaller</translation>
    </message>
    <message>
        <source>原来的大小(&amp;N)</source>
        <translation>&amp;Normal size</translation>
    </message>
    <message>
        <source>跟随系统(&amp;S)</source>
        <translation>Follow &amp;system</translation>
    </message>
    <message>
        <source>浅色(&amp;L)</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>深色(&amp;D)</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>简体中文(&amp;C)</source>
        <translation>&amp;Chinese (中文)</translation>
    </message>
    <message>
        <source>English(&amp;E)</source>
        <translation>&amp;English</translation>
    </message>
    <message>
        <source>签到(&amp;I)</source>
        <translation>Clock &amp;in</translation>
    </message>
    <message>
        <source>签退(&amp;O)</source>
        <translation>Clock &amp;out</translation>
    </message>
    <message>
        <source>导出 Excel…(&amp;E)</source>
        <translation>&amp;Export to Excel…</translation>
    </message>
    <message>
        <source>成文（Word）…(&amp;W)</source>
        <translation>Write up in &amp;Word…</translation>
    </message>
    <message>
        <source>导出 PDF…(&amp;D)</source>
        <translation>Export to P&amp;DF…</translation>
    </message>
    <message>
        <source>打印报表(&amp;P)</source>
        <translation>&amp;Print report</translation>
    </message>
    <message>
        <source>复制文字(&amp;C)</source>
        <translation>&amp;Copy text</translation>
    </message>
    <message>
        <source>导出综合窗口清单…(&amp;M)</source>
        <translation>Export co&amp;mprehensive window list…</translation>
    </message>
    <message>
        <source>人员与岗位(&amp;P)</source>
        <translation>&amp;People and posts</translation>
    </message>
    <message>
        <source>窗口与席位(&amp;W)</source>
        <translation>&amp;Windows and seats</translation>
    </message>
    <message>
        <source>改我的密码…(&amp;M)</source>
        <translation>Change &amp;my password…</translation>
    </message>
    <message>
        <source>打印机与纸张…(&amp;S)</source>
        <translation>Printer&amp;s and paper…</translation>
    </message>
    <message>
        <source>快捷键一览(&amp;K)</source>
        <translation>&amp;Keyboard shortcuts</translation>
    </message>
    <message>
        <source>消息记录(&amp;N)</source>
        <translation>Rece&amp;nt messages</translation>
    </message>
    <message>
        <source>关于(&amp;A)</source>
        <translation>&amp;About</translation>
    </message>
</context>
<context>
    <name>ConfirmButton</name>
    <message>
        <source>先不</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>DayUnit</name>
    <message>
        <source>工作日</source>
        <translation>working days</translation>
    </message>
    <message>
        <source>日</source>
        <translation>days</translation>
    </message>
    <message>
        <source>个月</source>
        <translation>months</translation>
    </message>
</context>
<context>
    <name>Direction</name>
    <message>
        <source>签到</source>
        <translation>in</translation>
    </message>
    <message>
        <source>签退</source>
        <translation>out</translation>
    </message>
</context>
<context>
    <name>DocumentKind</name>
    <message>
        <source>居民身份证</source>
        <translation>Resident ID card</translation>
    </message>
    <message>
        <source>港澳台居民居住证</source>
        <translation>Residence permit (Hong Kong, Macao, Taiwan)</translation>
    </message>
    <message>
        <source>外国人永久居留身份证</source>
        <translation>Foreign permanent resident ID card</translation>
    </message>
    <message>
        <source>来往内地通行证</source>
        <translation>Mainland travel permit</translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation>Unified social credit code</translation>
    </message>
</context>
<context>
    <name>DraftOffer</name>
    <message>
        <source>接着办</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>以后再说</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>上次有 {n} 份单子没办完，最近一份是 {who}（{at:%m-%d %H:%M} 存）。都在左边“草稿”里。</source>
        <translation>Unfinished forms from last time: {n}. The latest is {who}, saved {at:%m-%d %H:%M}. All are under &apos;Drafts&apos; on the left.</translation>
    </message>
    <message>
        <source>未写姓名</source>
        <translation>No name yet</translation>
    </message>
</context>
<context>
    <name>FaultKind</name>
    <message>
        <source>内容被改动</source>
        <translation>was altered</translation>
    </message>
    <message>
        <source>被删除</source>
        <translation>was deleted</translation>
    </message>
    <message>
        <source>起被截断</source>
        <translation>and all that follow were cut off</translation>
    </message>
    <message>
        <source>顺序被调换</source>
        <translation>was moved out of order</translation>
    </message>
    <message>
        <source>及以前在检查点之后被整体重写</source>
        <translation>and all before it were rewritten after the checkpoint</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>这台电脑单独用</source>
        <translation>This computer on its own</translation>
    </message>
    <message>
        <source>你是这里的管理员，以后再给别人登记用户名。密码只有你知道，请记好。</source>
        <translation>You are the administrator here and can give others user names later. Only you know the password, so please remember it.</translation>
    </message>
    <message>
        <source>建好并登录(&amp;C)</source>
        <translation>&amp;Create and sign in</translation>
    </message>
    <message>
        <source>连接大厅的服务器</source>
        <translation>Connect to the hall&apos;s server</translation>
    </message>
    <message>
        <source>地址、用户名和席位都向大厅的管理员要。</source>
        <translation>The hall&apos;s administrator gives you the address, user name and seat.</translation>
    </message>
    <message>
        <source>连接并登录(&amp;C)</source>
        <translation>&amp;Connect and sign in</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>PDF 文件</source>
        <translation>PDF file</translation>
    </message>
    <message>
        <source>Excel 表格</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>Word 文档</source>
        <translation>Word document</translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message>
        <source>受理（件）</source>
        <translation>Accepted (cases)</translation>
    </message>
    <message>
        <source>办结（件）</source>
        <translation>Completed (cases)</translation>
    </message>
    <message>
        <source>办结率</source>
        <translation>Completion rate</translation>
    </message>
    <message>
        <source>比上年同期（百分点）</source>
        <translation>Change (% points)</translation>
    </message>
    <message>
        <source>上年同期 {figure}</source>
        <translation>Last year {figure}</translation>
    </message>
    <message>
        <source>没有两个可比的办结率</source>
        <translation>No two rates to compare</translation>
    </message>
    <message>
        <source>{this} 减 {last}，按未舍入的比率</source>
        <translation>{this} − {last}, unrounded</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>{month} 月 {day} 日</source>
        <translation>{month:02}-{day:02}</translation>
    </message>
    <message>
        <source>{year} 年 {month} 月 {day} 日</source>
        <translation>{year}-{month:02}-{day:02}</translation>
    </message>
    <message>
        <source>{year} 年 {month} 月 {day} 日生</source>
        <translation>born {year}-{month:02}-{day:02}</translation>
    </message>
    <message>
        <source>今天受理 → 今天办结</source>
        <translation>Accepted today → completed today</translation>
    </message>
    <message>
        <source>今天受理 → {day}前</source>
        <translation>Accepted today → completed by {day}</translation>
    </message>
    <message>
        <source>法定 {limit}，最晚 {day}</source>
        <translation>Statutory {limit}, by {day} at the latest</translation>
    </message>
    <message>
        <source>当天</source>
        <translation>same day</translation>
    </message>
    <message>
        <source>{days} 个工作日</source>
        <translation>{days} working days</translation>
    </message>
    <message>
        <source>（暂算）</source>
        <translation> (provisional)</translation>
    </message>
</context>
<context>
    <name>IntakeForm</name>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>还没有选事项。输名称、编码或拼音首字母来找。</source>
        <translation>No item chosen yet. Type its name, code or pinyin initials to find it.</translation>
    </message>
    <message>
        <source>① 谁来办</source>
        <translation>① Applicant</translation>
    </message>
    <message>
        <source>备注(&amp;B)</source>
        <translation>Note (&amp;B)</translation>
    </message>
</context>
<context>
    <name>IntakeTab</name>
    <message>
        <source>受理</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>已受理 {number}，受理通知书打印中。10 分钟内可撤销。</source>
        <translation>Case {number} accepted, the notice is printing. You can undo this for 10 minutes.</translation>
    </message>
    <message>
        <source>撤销…</source>
        <translation>Undo…</translation>
    </message>
    <message>
        <source>看这个件</source>
        <translation>View case</translation>
    </message>
    <message>
        <source>已删除 {who} 的草稿。</source>
        <translation>Draft for {who} deleted.</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>草稿已存在本机。</source>
        <translation>The draft is saved on this computer.</translation>
    </message>
    <message>
        <source>扫到的编号 {text} 对不上校验位。请再扫一次，或输入编号。</source>
        <translation>The check digit of the scanned number {text} does not match. Scan again, or type the number.</translation>
    </message>
    <message>
        <source>没有找到编号 {text}。可能是别的窗口的件。</source>
        <translation>Number {text} was not found. It may belong to another window.</translation>
    </message>
    <message>
        <source>都填好了，按 F9 受理并打印。</source>
        <translation>All filled in. Press F9 to accept and print.</translation>
    </message>
    <message>
        <source>正在受理，请稍候。</source>
        <translation>Accepting, one moment please.</translation>
    </message>
    <message>
        <source>先打开一个件。</source>
        <translation>Open a case first.</translation>
    </message>
    <message>
        <source>只能撤销自己 10 分钟内的最后一步。</source>
        <translation>You can only undo your own last step, within 10 minutes.</translation>
    </message>
</context>
<context>
    <name>ItemKind</name>
    <message>
        <source>即办件</source>
        <translation>On the spot</translation>
    </message>
    <message>
        <source>承诺件</source>
        <translation>By promise</translation>
    </message>
    <message>
        <source>联办件</source>
        <translation>Joint</translation>
    </message>
    <message>
        <source>上报件</source>
        <translation>Referred up</translation>
    </message>
</context>
<context>
    <name>ItemPage</name>
    <message>
        <source>这位申请人以前的件</source>
        <translation>This applicant&apos;s earlier cases</translation>
    </message>
    <message>
        <source>本事项一页纸</source>
        <translation>The item on one page</translation>
    </message>
    <message>
        <source>选好事项，承诺时限、收费、依据和要给申请人的证件都列在这里。</source>
        <translation>Once an item is chosen, its time limits, fee, legal basis and what the applicant receives are listed here.</translation>
    </message>
    <message>
        <source>实施机关</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>承诺时限</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>法定时限</source>
        <translation>Statutory</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>按标准收费</source>
        <translation>Standard fee</translation>
    </message>
    <message>
        <source>不收费</source>
        <translation>No fee</translation>
    </message>
    <message>
        <source>办结给予</source>
        <translation>Issues</translation>
    </message>
    <message>
        <source>办理依据</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>事项编码</source>
        <translation>Item code</translation>
    </message>
    <message>
        <source>填了证件号码，就能看到他以前办过什么。</source>
        <translation>With an ID number, the applicant&apos;s earlier cases show here.</translation>
    </message>
    <message>
        <source>{name}&#x3000;来过 {n} 次，最近 {day} 办 {item}。在办 {open} 件。</source>
        <translation>{name}  Visits: {n}, the latest on {day} for {item}. Open cases: {open}.</translation>
    </message>
    <message>
        <source>这位申请人</source>
        <translation>This applicant</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>ItemSection</name>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>名称、编码或拼音首字母，如 gtgsh</source>
        <translation>Name, code or pinyin initials, e.g. gtgsh</translation>
    </message>
    <message>
        <source>可选事项</source>
        <translation>Items to choose from</translation>
    </message>
    <message>
        <source>没有找到。换个词，或只输前几个拼音首字母。</source>
        <translation>Nothing found. Try another word, or just the first pinyin initials.</translation>
    </message>
    <message>
        <source>② 办什么(&amp;T)</source>
        <translation>② I&amp;tem</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>承诺</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>上次办理</source>
        <translation>Last time</translation>
    </message>
    <message>
        <source>一年 {n} 件</source>
        <translation>{n} a year</translation>
    </message>
    <message>
        <source>还没有选事项。输名称、编码或拼音首字母，用 ↑↓ 选。</source>
        <translation>No item chosen yet. Type its name, code or pinyin initials and choose with ↑↓.</translation>
    </message>
</context>
<context>
    <name>KeyCard</name>
    <message>
        <source>快捷键一览</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>键</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>做什么</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>先记住两个：F2 下一位，F9 受理并打印。回车到下一格，Esc 退一步。</source>
        <translation>Learn two first: F2 next person, F9 accept and print. Enter goes to the next field, Esc one step back.</translation>
    </message>
    <message>
        <source>复制(&amp;Y)</source>
        <translation>Cop&amp;y</translation>
    </message>
    <message>
        <source>已记下，收起(&amp;H)</source>
        <translation>Noted, &amp;hide</translation>
    </message>
    <message>
        <source>这台电脑就用这个席位(&amp;T)</source>
        <translation>Use &amp;this seat on this computer</translation>
    </message>
    <message>
        <source>席位号</source>
        <translation>Seat number</translation>
    </message>
    <message>
        <source>席位密钥</source>
        <translation>Seat key</translation>
    </message>
    <message>
        <source>密钥只显示这一次。在那台窗口电脑上首次启动 svcdesk 时，照着填这两项。</source>
        <translation>Shown only this once. Enter both when svcdesk first starts on that window&apos;s computer.</translation>
    </message>
    <message>
        <source>席位号 {code}
席位密钥 {key}</source>
        <translation>Seat number {code}
Seat key {key}</translation>
    </message>
    <message>
        <source>已复制。</source>
        <translation>Copied.</translation>
    </message>
    <message>
        <source>好了。从下次登录起，这台电脑是 {code} 号席位。</source>
        <translation>Done. From the next sign-in on this computer is seat {code}.</translation>
    </message>
</context>
<context>
    <name>Lacking</name>
    <message>
        <source>这个用户名已经有人用了，请换一个。</source>
        <translation>This user name is taken. Please choose another.</translation>
    </message>
    <message>
        <source>请填工号，它会印在受理通知书上。</source>
        <translation>Please enter the staff number. It is printed on acceptance notices.</translation>
    </message>
    <message>
        <source>请至少选一个岗位，否则登录后什么也做不了。</source>
        <translation>Please choose at least one post. Without one the person can do nothing after signing in.</translation>
    </message>
    <message>
        <source>窗口人员要选一个窗口，才能在那里受理。</source>
        <translation>A window clerk needs a window in order to accept cases there.</translation>
    </message>
</context>
<context>
    <name>Lamp</name>
    <message>
        <source>正常</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>即将到期</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>超承诺期限</source>
        <translation>Past due</translation>
    </message>
    <message>
        <source>超法定期限</source>
        <translation>Past limit</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Ended</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>页签</source>
        <translation>Tabs</translation>
    </message>
    <message>
        <source>练习  人和件都是编的，随便试，不影响任何真实的件</source>
        <translation>Practice  People and cases are made up. Try anything; no real case is affected</translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>未核</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>齐</source>
        <translation>In order</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>不适用</source>
        <translation>Not applicable</translation>
    </message>
</context>
<context>
    <name>MaterialForm</name>
    <message>
        <source>原件</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>复印件</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>复印件，验原件</source>
        <translation>Copy, original checked</translation>
    </message>
</context>
<context>
    <name>MaterialsSection</name>
    <message>
        <source>缺 {n} 份必交材料，不能受理：{names}。收齐再按 F9；要等就按 F2 存草稿。</source>
        <translation>Cannot be accepted, required materials missing ({n}): {names}. Press F9 once they are in, or F2 to keep a draft and wait.</translation>
    </message>
    <message>
        <source>还有 {n} 份必交材料没有核：{names}。按 A 全齐，或逐项按空格、X、N。</source>
        <translation>Required materials not checked yet ({n}): {names}. Press A if all are in order, or Space, X or N for each.</translation>
    </message>
    <message>
        <source>③ 材料(&amp;M)</source>
        <translation>③ &amp;Materials</translation>
    </message>
    <message>
        <source>A 全齐&#x3000;空格或数字 勾选&#x3000;X 缺&#x3000;N 不适用</source>
        <translation>A all in order   Space or digit tick   X missing   N not applicable</translation>
    </message>
    <message>
        <source>先选事项，要核的材料会列在这里。</source>
        <translation>Choose an item first. The materials to check are listed here.</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>（选交）</source>
        <translation> (optional)</translation>
    </message>
    <message>
        <source>{form} {copies} 份</source>
        <translation>{form} × {copies}</translation>
    </message>
    <message>
        <source>{complete}/{wanted} 齐</source>
        <translation>{complete}/{wanted} in order</translation>
    </message>
    <message>
        <source>材料 {words}</source>
        <translation>Materials {words}</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>受理(&amp;S)</source>
        <translation>Ca&amp;ses</translation>
    </message>
    <message>
        <source>查看(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>考勤(&amp;K)</source>
        <translation>Attendance (&amp;K)</translation>
    </message>
    <message>
        <source>报表(&amp;R)</source>
        <translation>&amp;Reports</translation>
    </message>
    <message>
        <source>工具(&amp;O)</source>
        <translation>T&amp;ools</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
</context>
<context>
    <name>MergingTab</name>
    <message>
        <source>只看少于门槛的单位(&amp;L)</source>
        <translation>On&amp;ly units below the threshold</translation>
    </message>
    <message>
        <source>综合窗口</source>
        <translation>Comprehensive window</translation>
    </message>
    <message>
        <source>综合窗口清单 {day}.csv</source>
        <translation>Comprehensive window list {day}.csv</translation>
    </message>
    <message>
        <source>导出综合窗口清单</source>
        <translation>Export comprehensive window list</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Spreadsheet</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>近 12 个月受理（件）</source>
        <translation>Cases, 12 months</translation>
    </message>
    <message>
        <source>逐月</source>
        <translation>By month</translation>
    </message>
    <message>
        <source>门槛</source>
        <translation>Threshold</translation>
    </message>
    <message>
        <source>在哪里办</source>
        <translation>Handled at</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>按单位或窗口筛选（Ctrl+F）</source>
        <translation>Filter by unit or window (Ctrl+F)</translation>
    </message>
    <message>
        <source>筛选单位</source>
        <translation>Filter units</translation>
    </message>
    <message>
        <source>统计截至</source>
        <translation>Period to</translation>
    </message>
    <message>
        <source>单位，按近 12 个月受理件数</source>
        <translation>Units by cases accepted in 12 months</translation>
    </message>
    <message>
        <source>统计截至(&amp;D)</source>
        <translation>Perio&amp;d to</translation>
    </message>
    <message>
        <source>只看少于 {threshold} 件(&amp;L)</source>
        <translation>On&amp;ly below {threshold}</translation>
    </message>
    <message>
        <source>没有找到“{sought}”。清空筛选框就能看到全部单位。</source>
        <translation>&apos;{sought}&apos; was not found. Clear the filter to see all units.</translation>
    </message>
    <message>
        <source>正在统计…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>没有单位少于 {threshold} 件。</source>
        <translation>No unit is below {threshold} cases.</translation>
    </message>
    <message>
        <source>还没有登记单位。请管理员先导入大厅的单位和窗口。</source>
        <translation>There are no units yet. Please ask the administrator to import the hall&apos;s units and windows.</translation>
    </message>
    <message>
        <source>少于 {threshold} 件</source>
        <translation>Below {threshold}</translation>
    </message>
    <message>
        <source>已在综合窗口</source>
        <translation>Joined</translation>
    </message>
    <message>
        <source>可以并入</source>
        <translation>Can join</translation>
    </message>
    <message>
        <source>不在区中心，不参加合并</source>
        <translation>Outside the district centre, takes no part</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>还没有窗口</source>
        <translation>No window yet</translation>
    </message>
    <message>
        <source>{year} 年 {month} 月：{count} 件</source>
        <translation>{year}-{month:02}: {count}</translation>
    </message>
    <message>
        <source>从 {year} 年 {month} 月 1 日算起</source>
        <translation>from {year}-{month:02}-01</translation>
    </message>
    <message>
        <source>{units} 家单位，{rare} 家少于 {threshold} 件，其中 {shared} 家已在综合窗口。</source>
        <translation>{units} units, {rare} below {threshold} cases, {shared} of these already in the comprehensive window.</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{place} {units} 家</source>
        <translation>{place} {units}</translation>
    </message>
    <message>
        <source>不在区中心的 {units} 家不参加合并（{places}）。</source>
        <translation> Outside the district centre, taking no part: {units} ({places}).</translation>
    </message>
</context>
<context>
    <name>MonthTable</name>
    <message>
        <source>逐月受理办结情况</source>
        <translation>Accepted and completed by month</translation>
    </message>
    <message>
        <source>{month} 月</source>
        <translation>{month}</translation>
    </message>
    <message>
        <source>件</source>
        <translation>By month</translation>
    </message>
    <message>
        <source>{year} 受理</source>
        <translation>{year} acc.</translation>
    </message>
    <message>
        <source>{year} 办结</source>
        <translation>{year} compl.</translation>
    </message>
</context>
<context>
    <name>MyDayCard</name>
    <message>
        <source>刚按过，稍等两秒。</source>
        <translation>Just pressed. Please wait two seconds.</translation>
    </message>
    <message>
        <source>{time} {direction}，服务器时间</source>
        <translation>Clocked {direction} at {time}, server time</translation>
    </message>
    <message>
        <source>现在：{presence}</source>
        <translation>Now: {presence}</translation>
    </message>
    <message>
        <source>{month} 月 {day} 日</source>
        <translation>{month:02}-{day:02}</translation>
    </message>
    <message>
        <source>{day}还没有签到。</source>
        <translation>{day}: not clocked in yet.</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{day}：{times}</source>
        <translation>{day}: {times}</translation>
    </message>
</context>
<context>
    <name>NewPersonForm</name>
    <message>
        <source>登记(&amp;E)</source>
        <translation>R&amp;egister</translation>
    </message>
    <message>
        <source>新增人员</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>姓名(&amp;N)</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>用户名(&amp;U)</source>
        <translation>&amp;User name</translation>
    </message>
    <message>
        <source>例如 lina</source>
        <translation>e.g. lina</translation>
    </message>
    <message>
        <source>工号(&amp;J)</source>
        <translation>Staff no. (&amp;J)</translation>
    </message>
    <message>
        <source>印在通知书上</source>
        <translation>Printed on notices</translation>
    </message>
    <message>
        <source>管理单位(&amp;G)</source>
        <translation>Belon&amp;gs to</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Posts</translation>
    </message>
    <message>
        <source>派出单位(&amp;D)</source>
        <translation>Unit (&amp;D)</translation>
    </message>
    <message>
        <source>窗口(&amp;W)</source>
        <translation>&amp;Window</translation>
    </message>
    <message>
        <source>初始密码(&amp;P)</source>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <source>至少 8 位，两种字符</source>
        <translation>8 or more, two kinds</translation>
    </message>
    <message>
        <source>再输一遍(&amp;R)</source>
        <translation>&amp;Repeat it</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>收起这条消息</source>
        <translation>Put this message away</translation>
    </message>
</context>
<context>
    <name>NoticeRecord</name>
    <message>
        <source>消息记录</source>
        <translation>Recent messages</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>消息</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>今天还没有消息。</source>
        <translation>No messages yet today.</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>准予许可</source>
        <translation>Granted</translation>
    </message>
    <message>
        <source>不予许可</source>
        <translation>Refused</translation>
    </message>
</context>
<context>
    <name>OwnPasswordDialog</name>
    <message>
        <source>改我的密码</source>
        <translation>Change my password</translation>
    </message>
    <message>
        <source>改密码(&amp;S)</source>
        <translation>&amp;Save password</translation>
    </message>
    <message>
        <source>密码已改，下次登录用新密码。</source>
        <translation>The password is changed. Use the new one when you next sign in.</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{name}，用户名 {login}</source>
        <translation>{name}, user name {login}</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>A4 纸</source>
        <translation>A4 paper</translation>
    </message>
    <message>
        <source>A5 纸</source>
        <translation>A5 paper</translation>
    </message>
    <message>
        <source>80 毫米热敏卷纸</source>
        <translation>80 mm thermal roll</translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>新增人员(&amp;A)</source>
        <translation>&amp;Add person</translation>
    </message>
    <message>
        <source>人员与岗位</source>
        <translation>People and posts</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>用户名</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff no.</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Posts</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>按姓名、用户名、单位或窗口筛选（Ctrl+F）</source>
        <translation>Filter by name, user name, unit or window (Ctrl+F)</translation>
    </message>
    <message>
        <source>筛选人员</source>
        <translation>Filter people</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>正在查…</source>
        <translation>Looking up…</translation>
    </message>
    <message>
        <source>没有找到“{sought}”。清空筛选框就能看到全部人员。</source>
        <translation>&apos;{sought}&apos; was not found. Clear the filter to see everybody.</translation>
    </message>
    <message>
        <source>已登记 {name}，用户名 {login}。请把初始密码当面告诉本人，登录后自己改掉。</source>
        <translation>{name} is registered with the user name {login}. Please give the first password in person; it should be changed after signing in.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>在用</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Deactivated</translation>
    </message>
</context>
<context>
    <name>PeriodPicker</name>
    <message>
        <source>上半年（1–6 月）</source>
        <translation>January–June</translation>
    </message>
    <message>
        <source>下半年（7–12 月）</source>
        <translation>July–December</translation>
    </message>
    <message>
        <source>年份(&amp;Y)</source>
        <translation>&amp;Year</translation>
    </message>
    <message>
        <source>时段(&amp;G)</source>
        <translation>Period (&amp;G)</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>时段</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>{year} 年</source>
        <translation>{year}</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>保存岗位和窗口(&amp;S)</source>
        <translation>&amp;Save posts and window</translation>
    </message>
    <message>
        <source>换成新密码(&amp;K)</source>
        <translation>Set new password (&amp;K)</translation>
    </message>
    <message>
        <source>停用…(&amp;X)</source>
        <translation>Deactivate… (&amp;X)</translation>
    </message>
    <message>
        <source>停用后这个人马上不能登录，办过的件和打过的卡都保留。</source>
        <translation>The person can no longer sign in from now on. Cases and attendance on record are kept.</translation>
    </message>
    <message>
        <source>确定停用</source>
        <translation>Deactivate</translation>
    </message>
    <message>
        <source>用户名 {login}&#x3000;工号 {number}</source>
        <translation>User name {login}  Staff no. {number}</translation>
    </message>
    <message>
        <source>已保存 {name} 的岗位和窗口。</source>
        <translation>Posts and window of {name} are saved.</translation>
    </message>
    <message>
        <source>没有改动。</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>{name} 的密码已换，请当面告诉本人。</source>
        <translation>The password of {name} is replaced. Please tell them in person.</translation>
    </message>
    <message>
        <source>{name} 已停用，不能再登录。</source>
        <translation>{name} is deactivated and can no longer sign in.</translation>
    </message>
    <message>
        <source>这是你自己。岗位和密码要请另一位管理员来改。</source>
        <translation>This is you. Ask another administrator to change posts or password.</translation>
    </message>
    <message>
        <source>这个人已经停用，不能登录。</source>
        <translation>This person is deactivated and cannot sign in.</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Posts</translation>
    </message>
    <message>
        <source>派出单位(&amp;D)</source>
        <translation>Unit (&amp;D)</translation>
    </message>
    <message>
        <source>窗口(&amp;W)</source>
        <translation>&amp;Window</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>（无）</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>{number} 号 {name}</source>
        <translation>No. {number} {name}</translation>
    </message>
</context>
<context>
    <name>Placement</name>
    <message>
        <source>区中心</source>
        <translation>District centre</translation>
    </message>
    <message>
        <source>市直窗口</source>
        <translation>City window</translation>
    </message>
    <message>
        <source>监管大厅</source>
        <translation>Supervision hall</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>未签到</source>
        <translation>Not clocked in</translation>
    </message>
    <message>
        <source>在岗</source>
        <translation>On duty</translation>
    </message>
    <message>
        <source>已签退</source>
        <translation>Clocked out</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>打印预览：{title}</source>
        <translation>Print preview: {title}</translation>
    </message>
    <message>
        <source>打印(&amp;P)</source>
        <translation>&amp;Print</translation>
    </message>
    <message>
        <source>另存为 PDF…(&amp;S)</source>
        <translation>&amp;Save as PDF…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>另存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
</context>
<context>
    <name>Principal</name>
    <message>
        <source>市中心</source>
        <translation>City centre</translation>
    </message>
    <message>
        <source>区中心</source>
        <translation>District centre</translation>
    </message>
    <message>
        <source>原单位</source>
        <translation>Home unit</translation>
    </message>
</context>
<context>
    <name>PrintQueuePanel</name>
    <message>
        <source>打印队列</source>
        <translation>Print queue</translation>
    </message>
    <message>
        <source>还没有打印过。受理以后通知书会出现在这里。</source>
        <translation>Nothing printed yet. Notices appear here once cases are accepted.</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>纸张</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>移除(&amp;D)</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>另存为 PDF…(&amp;S)</source>
        <translation>&amp;Save as PDF…</translation>
    </message>
    <message>
        <source>预览(&amp;V)</source>
        <translation>Pre&amp;view</translation>
    </message>
    <message>
        <source>再打一次(&amp;P)</source>
        <translation>&amp;Print again</translation>
    </message>
    <message>
        <source>另存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
</context>
<context>
    <name>PrintState</name>
    <message>
        <source>等待打印</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>已打印</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>没有打出</source>
        <translation>Not printed</translation>
    </message>
</context>
<context>
    <name>PrinterChoice</name>
    <message>
        <source>打印机与纸张</source>
        <translation>Printers and paper</translation>
    </message>
    <message>
        <source>正在找打印机…</source>
        <translation>Looking for printers…</translation>
    </message>
    <message>
        <source>打印机(&amp;P)</source>
        <translation>&amp;Printer</translation>
    </message>
    <message>
        <source>通知书纸张(&amp;S)</source>
        <translation>Notice paper &amp;size</translation>
    </message>
    <message>
        <source>找到 {n} 台打印机。</source>
        <translation>Printers found: {n}.</translation>
    </message>
    <message>
        <source>没有找到打印机。</source>
        <translation>No printer found.</translation>
    </message>
    <message>
        <source>系统默认的打印机</source>
        <translation>System default printer</translation>
    </message>
    <message>
        <source>{name}（没有接上）</source>
        <translation>{name} (not connected)</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>随软件附带的日历里没有 {year} 年的放假安排，没有改动。请按国务院办公厅的通知录入。</source>
        <translation>The calendar supplied with svcdesk has no holidays for {year}. Nothing was changed. Please enter them from the notice of the State Council&apos;s General Office.</translation>
    </message>
    <message>
        <source>证件号码的位数不对。请对照证件，看是否多了或少了一位。</source>
        <translation>The ID number has the wrong length. Compare it with the document for a digit too many or too few.</translation>
    </message>
    <message>
        <source>证件号码第 {position} 位不该是这个字符。请对照证件改这一位。</source>
        <translation>Character {position} of the ID number cannot be right. Correct it from the document.</translation>
    </message>
    <message>
        <source>号码开头的地区代码与这种证件不符。请核对开头几位，或改选证件类型。</source>
        <translation>The region code at the start does not fit this kind of document. Check the first digits, or choose another kind.</translation>
    </message>
    <message>
        <source>号码里的出生日期不存在。请对照证件核对出生年月日。</source>
        <translation>The date of birth in the number does not exist. Check it against the document.</translation>
    </message>
    <message>
        <source>号码里的出生日期还没有到。请对照证件核对出生年月日。</source>
        <translation>The date of birth in the number is in the future. Check it against the document.</translation>
    </message>
    <message>
        <source>按号码计算已超过 130 岁。请对照证件核对出生年份。</source>
        <translation>By this number the person is over 130. Check the year of birth against the document.</translation>
    </message>
    <message>
        <source>校验码对不上，有一位不对或两位颠倒了。请对照证件再核一遍。</source>
        <translation>The check digit does not match: one digit is wrong or two are swapped. Compare it with the document again.</translation>
    </message>
    <message>
        <source>这是 15 位的旧号码，现行证件是 18 位。请对照证件补全。</source>
        <translation>This is an old 15-digit number; current documents have 18. Complete it from the document.</translation>
    </message>
    <message>
        <source>认不出这是哪种证件的号码。请选择证件类型，或对照证件再核一遍。</source>
        <translation>This number fits no known kind of document. Choose the kind, or compare it with the document again.</translation>
    </message>
    <message>
        <source>姓名或名称还是空的。请按证件填写。</source>
        <translation>The name is still empty. Enter it as on the document.</translation>
    </message>
    <message>
        <source>姓名或名称超过 {longest} 个字。请按证件填写，不要粘贴别的内容。</source>
        <translation>The name is longer than {longest} characters. Enter it as on the document and paste nothing else.</translation>
    </message>
    <message>
        <source>姓名或名称第 {position} 个字是看不见的符号（{code}）。请删去它，或按证件重新输入。</source>
        <translation>Character {position} of the name is invisible ({code}). Delete it, or type the name again as on the document.</translation>
    </message>
    <message>
        <source>姓名或名称第 {position} 个字是自造字（{code}），别的电脑显示不出来。请改用标准字形输入。</source>
        <translation>Character {position} of the name is a private one ({code}) that other computers cannot show. Please type the standard character.</translation>
    </message>
    <message>
        <source>姓名或名称第 {position} 个字是名称里不用的符号（{code}）。请按证件重新输入。</source>
        <translation>Character {position} of the name is a symbol not used in names ({code}). Type the name again as on the document.</translation>
    </message>
    <message>
        <source>姓名或名称里没有文字。请按证件填写。</source>
        <translation>The name has no letters in it. Enter it as on the document.</translation>
    </message>
    <message>
        <source>这项操作不在你的岗位权限内，没有做任何改动。需要时请找窗口负责人或管理员。</source>
        <translation>Your post does not include this. Nothing was changed. If you need it, ask the window head or an administrator.</translation>
    </message>
    <message>
        <source>这个件现在是“{state}”，不能再做这一步。列表已刷新，请按最新状态处理。</source>
        <translation>This case is now &apos;{state}&apos;, so this step is no longer possible. The list is refreshed; please go by the latest status.</translation>
    </message>
    <message>
        <source>{who} 在 {at} 已经改过这个件，你的这一步没有保存。列表已刷新，请看过再决定。</source>
        <translation>{who} changed this case at {at}, so your step was not saved. The list is refreshed; please look before deciding.</translation>
    </message>
    <message>
        <source>这台电脑还没有登记为窗口席位，不能受理。填写的内容都在，请管理员登记席位。</source>
        <translation>This computer is not yet registered as a window seat and cannot accept cases. What you entered is still here. Please ask the administrator to register the seat.</translation>
    </message>
    <message>
        <source>{what} 不归本窗口办理，没有保存。请换事项，或请对应窗口受理。</source>
        <translation>{what} is not handled at this window. Nothing was saved. Choose another item, or ask the right window to accept it.</translation>
    </message>
    <message>
        <source>还有 {count} 份必交材料没有收齐，不能受理。填写的内容都在，请逐项核对材料。</source>
        <translation>Required materials still missing: {count}. The case cannot be accepted yet. What you entered is still here; please check the materials one by one.</translation>
    </message>
    <message>
        <source>证件号码的校验位对不上，没有保存。请对照证件再核一遍。</source>
        <translation>The check digit of the ID number does not match. Nothing was saved. Compare it with the document again.</translation>
    </message>
    <message>
        <source>已过 {minutes} 分钟，不能直接撤销。件没有改动，请窗口负责人更正。</source>
        <translation>More than {minutes} minutes have passed, so this cannot simply be undone. The case is unchanged. Please ask the window head to correct it.</translation>
    </message>
    <message>
        <source>一小时内按证件号码查了 {count} 次，暂停查询。已填的内容都在，可先按姓名或编号查。</source>
        <translation>{count} searches by ID number within an hour, so they are paused. What you entered is still here. You can search by name or case number meanwhile.</translation>
    </message>
    <message>
        <source>不能给自己办这件事，没有改动。请另一位管理员来办。</source>
        <translation>You cannot do this for yourself. Nothing was changed. Please ask another administrator.</translation>
    </message>
    <message>
        <source>这张单子已经提交过，没有重复保存。请按 F2 开始新的一件。</source>
        <translation>This form was already submitted and was not saved twice. Press F2 to start a new case.</translation>
    </message>
    <message>
        <source>“{field}”填的内容存不了，请改一下再试。其他内容都在。</source>
        <translation>What is in &apos;{field}&apos; cannot be saved. Please change it and try again. Everything else is still here.</translation>
    </message>
    <message>
        <source>本席位今天的编号已用完（999 个），没有保存。请换一个席位受理。</source>
        <translation>This seat has used all its numbers for today (999). Nothing was saved. Please accept the case at another seat.</translation>
    </message>
    <message>
        <source>{year} 年起的工作日历还没有发布，算不出期限，没有保存。填写的内容都在，请管理员发布日历。</source>
        <translation>The working calendar from {year} on is not published yet, so the time limit cannot be worked out. Nothing was saved. What you entered is still here; please ask the administrator to publish the calendar.</translation>
    </message>
    <message>
        <source>大厅里已经有目录了，没有改动。</source>
        <translation>The hall has a catalogue already; nothing was changed.</translation>
    </message>
    <message>
        <source>暂时连不上数据库。填写的内容都存在本机，连上后再按一次即可，不会重复登记。</source>
        <translation>The database cannot be reached for now. What you entered is kept on this computer. Press again once it is back; nothing is registered twice.</translation>
    </message>
    <message>
        <source>用户名或密码不对。请核对大小写和输入法后再试。</source>
        <translation>The user name or password is wrong. Check capitals and the input method, then try again.</translation>
    </message>
    <message>
        <source>服务器没有加密连接，或者证书核对不上，没有发送密码。请管理员在服务器上配置证书，并把签发机构的证书装到这台电脑。</source>
        <translation>The server offers no encrypted connection, or its certificate does not check out. The password was not sent. Please ask the administrator to set up a certificate on the server and to install the issuer&apos;s certificate on this computer.</translation>
    </message>
    <message>
        <source>这个用户名没有对应的在岗人员。请管理员在“人员”里登记。</source>
        <translation>No active person has this user name. Please ask the administrator to register it under &apos;People and posts&apos;.</translation>
    </message>
    <message>
        <source>数据库是更新版本的 svcdesk 建的（{theirs}），这个版本（{ours}）不能打开，数据没有动。请升级这台电脑上的 svcdesk。</source>
        <translation>The database was made by a newer svcdesk ({theirs}); this version ({ours}) cannot open it. The data is untouched. Please update svcdesk on this computer.</translation>
    </message>
    <message>
        <source>数据库还是旧版结构（{theirs}），需要升级到 {ours}，数据没有动。请管理员在服务器上运行 svcdesk setup，它会先备份再升级。</source>
        <translation>The database still has an older structure ({theirs}) and must be upgraded to {ours}. The data is untouched. Please ask the administrator to run svcdesk setup on the server; it backs up first, then upgrades.</translation>
    </message>
    <message>
        <source>这个数据库里还没有 svcdesk 的数据。请管理员先运行 svcdesk setup。</source>
        <translation>There is no svcdesk data in this database yet. Please ask the administrator to run svcdesk setup first.</translation>
    </message>
    <message>
        <source>数据库的字符设置是 {locale}，需要 UTF8 编码和 C.UTF-8，没有做任何改动。</source>
        <translation>The database&apos;s character setting is {locale}; UTF8 encoding and C.UTF-8 are needed. Nothing was changed.</translation>
    </message>
    <message>
        <source>这台电脑没有装内嵌数据库。请安装 svcdesk[embedded]，或改用大厅的服务器。</source>
        <translation>The embedded database is not installed on this computer. Please install svcdesk[embedded], or use the hall&apos;s server.</translation>
    </message>
    <message>
        <source>本机数据库正由另一个 svcdesk（进程 {pid}）使用，数据安全。请先关闭那个窗口。</source>
        <translation>Another svcdesk (process {pid}) is using the local database. The data is safe. Please close that window first.</translation>
    </message>
    <message>
        <source>本机数据库没有启动，数据没有动。日志在 {log}，最后一行是：{line}</source>
        <translation>The local database did not start. The data is untouched. The log is at {log}; its last line is: {line}</translation>
    </message>
    <message>
        <source>打开窗口还缺系统库：{files}。在 Debian、UOS、Kylin 上以管理员身份运行：apt-get install {packages}。数据没有动，装好后再打开即可。</source>
        <translation>System libraries needed to open the window are missing: {files}. On Debian, UOS or Kylin run as administrator: apt-get install {packages}. The data is untouched; just open svcdesk again afterwards.</translation>
    </message>
    <message>
        <source>这台电脑还没有接打印机，文件在打印队列里等着，接上后自动打。件已办好，不用重办。</source>
        <translation>No printer is connected to this computer. The document waits in the print queue and prints once there is one. The case is done and need not be repeated.</translation>
    </message>
    <message>
        <source>找不到打印机“{printer}”，文件在打印队列里等着，接上后自动打。要换打印机请按 Ctrl+逗号。件已办好，不用重办。</source>
        <translation>Printer &apos;{printer}&apos; was not found. The document waits in the print queue and prints once it is back. Press Ctrl+comma to use another printer. The case is done and need not be repeated.</translation>
    </message>
    <message>
        <source>打印机“{printer}”没有收下《{title}》。看一下纸和电源，再按 Ctrl+J 补打。件已办好，不用重办。</source>
        <translation>Printer &apos;{printer}&apos; did not take &apos;{title}&apos;. Check paper and power, then press Ctrl+J to reprint. The case is done and need not be repeated.</translation>
    </message>
    <message>
        <source>《{title}》画不出来，没有打印。件已办好；可以在打印队列里另存 PDF。</source>
        <translation>&apos;{title}&apos; could not be drawn and was not printed. The case is done; you can save the PDF from the print queue.</translation>
    </message>
    <message>
        <source>“{name}”没有存下来（{why}），原来的文件没有动。请关掉正打开它的 Excel、Word 或阅读器，或换一个文件名再存。</source>
        <translation>&apos;{name}&apos; was not saved ({why}). The earlier file is untouched. Close it in Excel, Word or the reader, or save under another name.</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>正在连接服务器…</source>
        <translation>Connecting to the server…</translation>
    </message>
    <message>
        <source>正在建立数据库…</source>
        <translation>Creating the database…</translation>
    </message>
    <message>
        <source>正在载入日历和目录…</source>
        <translation>Loading the calendar and the catalogue…</translation>
    </message>
    <message>
        <source>正在登记席位…</source>
        <translation>Registering the seat…</translation>
    </message>
    <message>
        <source>建立数据库结构</source>
        <translation>Making the database</translation>
    </message>
    <message>
        <source>载入日历和目录</source>
        <translation>Loading calendar and catalogue</translation>
    </message>
    <message>
        <source>登记人员</source>
        <translation>Adding people</translation>
    </message>
    <message>
        <source>重现 2011、2012 年上半年的办件</source>
        <translation>Re-enacting the first halves of 2011 and 2012</translation>
    </message>
    <message>
        <source>补上最近几周的办件</source>
        <translation>Adding the last few weeks</translation>
    </message>
    <message>
        <source>第一次使用，正在建立本机数据库…</source>
        <translation>First use: making this computer&apos;s database…</translation>
    </message>
    <message>
        <source>上次没有正常关闭，正在恢复本机数据库…</source>
        <translation>The last session did not close properly: recovering this computer&apos;s database…</translation>
    </message>
    <message>
        <source>正在启动本机数据库…</source>
        <translation>Starting this computer&apos;s database…</translation>
    </message>
</context>
<context>
    <name>Promise</name>
    <message>
        <source>打开它</source>
        <translation>Open it</translation>
    </message>
    <message>
        <source>承诺 {limit}</source>
        <translation>Promised {limit}</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Fee charged</translation>
    </message>
    <message>
        <source>不收费</source>
        <translation>No fee</translation>
    </message>
    <message>
        <source>这位申请人 {day}已受理同一事项（{number}，{state}）。确实要再办就接着填。</source>
        <translation>This applicant already had the same item accepted on {day} ({number}, {state}). Carry on if another one is really wanted.</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>返回  Esc</source>
        <translation>Back  Esc</translation>
    </message>
    <message>
        <source>请写一句理由，它会和这一步一起留存。</source>
        <translation>Please give a reason in a few words. It is kept with this step.</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>{number} 补打第 {n} 次，已送打印。</source>
        <translation>{number}: reprint no. {n} sent to the printer.</translation>
    </message>
    <message>
        <source>受理通知书 {number}</source>
        <translation>Acceptance notice {number}</translation>
    </message>
</context>
<context>
    <name>ReportLines</name>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Acc.</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Compl.</translation>
    </message>
    <message>
        <source>办结率</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>上年
受理</source>
        <translation>Acc.
last yr</translation>
    </message>
    <message>
        <source>上年
办结</source>
        <translation>Compl.
last yr</translation>
    </message>
    <message>
        <source>上年
办结率</source>
        <translation>Rate
last yr</translation>
    </message>
    <message>
        <source>同比
百分点</source>
        <translation>Change
% points</translation>
    </message>
    <message>
        <source>本期件
办结率</source>
        <translation>Cohort
rate</translation>
    </message>
    <message>
        <source>{month} 月</source>
        <translation>{month}</translation>
    </message>
</context>
<context>
    <name>ReportsTab</name>
    <message>
        <source>报表</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>已复制这段文字，可以粘贴到文件里。</source>
        <translation>The text is copied. You can paste it into a document.</translation>
    </message>
    <message>
        <source>导出报表</source>
        <translation>Export report</translation>
    </message>
    <message>
        <source>逐月受理</source>
        <translation>Accepted by month</translation>
    </message>
    <message>
        <source>逐月办结</source>
        <translation>Completed by month</translation>
    </message>
    <message>
        <source>图里看什么</source>
        <translation>What the chart shows</translation>
    </message>
    <message>
        <source>各单位受理办结情况</source>
        <translation>Accepted and completed by unit</translation>
    </message>
    <message>
        <source>正在统计…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>报表还在统计。</source>
        <translation>The report is still being counted.</translation>
    </message>
    <message>
        <source>这个时段没有单位的数据。换一个时段，或请管理员先导入大厅的单位。</source>
        <translation>No unit has figures for this period. Choose another period, or ask the administrator to import the hall&apos;s units.</translation>
    </message>
    <message>
        <source>数据读取于
{day:%Y-%m-%d}</source>
        <translation>Data read on
{day:%Y-%m-%d}</translation>
    </message>
    <message>
        <source>{year} 年</source>
        <translation>{year}</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>窗口人员</source>
        <translation>Window clerk</translation>
    </message>
    <message>
        <source>窗口负责人</source>
        <translation>Window head</translation>
    </message>
    <message>
        <source>中心管理人员</source>
        <translation>Centre manager</translation>
    </message>
    <message>
        <source>考勤管理员</source>
        <translation>Attendance officer</translation>
    </message>
    <message>
        <source>系统管理员</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>监督员（只读）</source>
        <translation>Read-only auditor</translation>
    </message>
    <message>
        <source>原单位联系人</source>
        <translation>Unit contact</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>已存为 {path}</source>
        <translation>Saved as {path}</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>SeatsDialog</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>密钥只显示这一次。记下了就再按一次关闭。</source>
        <translation>The key is shown only this once. Close again once you have noted it.</translation>
    </message>
</context>
<context>
    <name>SeatsView</name>
    <message>
        <source>新开一个席位(&amp;O)</source>
        <translation>&amp;Open new seat</translation>
    </message>
    <message>
        <source>换新密钥…(&amp;K)</source>
        <translation>Replace &amp;key…</translation>
    </message>
    <message>
        <source>旧密钥马上失效，用旧密钥的那台电脑要重新填。</source>
        <translation>The old key stops working at once. The computer using it needs the new one.</translation>
    </message>
    <message>
        <source>确定换</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>窗口与席位</source>
        <translation>Windows and seats</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>席位</source>
        <translation>Seat</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>还没有窗口。请先导入大厅的单位和窗口。</source>
        <translation>There are no windows yet. Please import the hall&apos;s units and windows first.</translation>
    </message>
    <message>
        <source>已有席位(&amp;E)</source>
        <translation>&amp;Existing seats</translation>
    </message>
    <message>
        <source>{number} 号 {name}</source>
        <translation>No. {number} {name}</translation>
    </message>
    <message>
        <source>综合窗口，不分单位</source>
        <translation>Comprehensive window, for all units</translation>
    </message>
    <message>
        <source>席位 {code}</source>
        <translation>Seat {code}</translation>
    </message>
</context>
<context>
    <name>Sex</name>
    <message>
        <source>男</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>女</source>
        <translation>Female</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>F2 下一位    F9 受理并打印    Ctrl+F1 快捷键一览</source>
        <translation>F2 next person    F9 accept and print    Ctrl+F1 keyboard shortcuts</translation>
    </message>
    <message>
        <source>程序出了点问题，已记下编号 {number}。刚才填的都在，可以接着办。</source>
        <translation>Something went wrong in the program and is on record as {number}. What you entered is still here; you can carry on.</translation>
    </message>
    <message>
        <source>打印队列</source>
        <translation>Print queue</translation>
    </message>
    <message>
        <source>还没有可以预览的文件。受理以后再看。</source>
        <translation>There is nothing to preview yet. Look again once a case is accepted.</translation>
    </message>
</context>
<context>
    <name>Show</name>
    <message>
        <source>在办</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>即将到期</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>已超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>今日受理</source>
        <translation>Accepted today</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>政务服务大厅窗口办公</source>
        <translation>Window desk of the administrative service hall</translation>
    </message>
    <message>
        <source>练习：选一个人，用他的身份进入。人和件都是编的，随便试。</source>
        <translation>Practice: choose a person and enter as them. People and cases are made up, so try anything.</translation>
    </message>
    <message>
        <source>数据库还在准备，好了就登录。</source>
        <translation>The database is still getting ready. You are signed in as soon as it is.</translation>
    </message>
    <message>
        <source>正在登录…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>正在进入…</source>
        <translation>Entering…</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>收件</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>在办</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Void</translation>
    </message>
</context>
<context>
    <name>StatusCells</name>
    <message>
        <source>席位 {code:04}</source>
        <translation>Seat {code:04}</translation>
    </message>
    <message>
        <source>{name}（{login}），岗位：{roles}。</source>
        <translation>{name} ({login}), posts: {roles}.</translation>
    </message>
    <message>
        <source>这台电脑还没有登记席位，不能受理。</source>
        <translation> This computer has no seat yet and cannot accept cases.</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>打印机没有接上</source>
        <translation>Printer not connected</translation>
    </message>
    <message>
        <source>{printer}  队列 {n}</source>
        <translation>{printer}  queue {n}</translation>
    </message>
    <message>
        <source>打印队列。点一下可以看、补打或另存。</source>
        <translation>The print queue. Click to view, reprint or save.</translation>
    </message>
    <message>
        <source>数据库</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>数据库连着。数字是最近一次查询用的时间。</source>
        <translation>The database is connected. The figure is the time the latest query took.</translation>
    </message>
    <message>
        <source>数据库  离线</source>
        <translation>Database  offline</translation>
    </message>
    <message>
        <source>暂时连不上数据库，正在自动重连。填的内容都存在本机，连上后再提交。</source>
        <translation>The database cannot be reached for now; reconnecting by itself. What you enter is kept on this computer. Submit it once the line is back.</translation>
    </message>
    <message>
        <source>已自动保存 {at:%H:%M:%S}</source>
        <translation>Autosaved {at:%H:%M:%S}</translation>
    </message>
    <message>
        <source>填写的内容已存在本机，停电也不会丢。</source>
        <translation>What you entered is saved on this computer; not even a power cut loses it.</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>收件</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>撤销受理</source>
        <translation>Acceptance undone</translation>
    </message>
    <message>
        <source>撤销办结</source>
        <translation>Completion undone</translation>
    </message>
</context>
<context>
    <name>TodayPanel</name>
    <message>
        <source>我的窗口</source>
        <translation>My window</translation>
    </message>
    <message>
        <source>今日最近</source>
        <translation>Latest today</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>还没有受理。把身份证放到读卡器上，或按 F2 开始。</source>
        <translation>Nothing accepted yet. Put an ID card on the reader, or press F2 to start.</translation>
    </message>
    <message>
        <source>清单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>件数</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>存于</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>未写姓名</source>
        <translation>No name yet</translation>
    </message>
    <message>
        <source>证件尾号 {tail}</source>
        <translation>ID ending {tail}</translation>
    </message>
</context>
<context>
    <name>TwicePassword</name>
    <message>
        <source>新密码(&amp;P)</source>
        <translation>New &amp;password</translation>
    </message>
    <message>
        <source>至少 8 位，两种字符</source>
        <translation>8 or more, two kinds</translation>
    </message>
    <message>
        <source>再输一遍(&amp;R)</source>
        <translation>&amp;Repeat it</translation>
    </message>
    <message>
        <source>大写锁定可能开着。</source>
        <translation>Caps Lock may be on.</translation>
    </message>
</context>
<context>
    <name>Way</name>
    <message>
        <source>这台电脑单独用</source>
        <translation>This computer on its own</translation>
    </message>
    <message>
        <source>连接大厅的服务器</source>
        <translation>Connect to the hall&apos;s server</translation>
    </message>
    <message>
        <source>在样例大厅里练习</source>
        <translation>Practise in the sample hall</translation>
    </message>
    <message>
        <source>数据库装在本机的数据文件夹里，不用另外的服务器。适合只有一个窗口的小厅或试用。</source>
        <translation>The database is in this computer&apos;s data folder; no other server is needed. For small halls with one window, or for trying out.</translation>
    </message>
    <message>
        <source>各窗口共用一个数据库。请先向管理员要服务器地址，最好连同这台电脑的席位号和席位密钥。</source>
        <translation>All windows share one database. Ask the administrator for the server&apos;s address first, ideally with this computer&apos;s seat number and seat key.</translation>
    </message>
    <message>
        <source>和正式的程序一样，只是人和件都是编的，窗口有绿框。随便试，不影响任何真实的件。</source>
        <translation>The same program, but people and cases are made up and the window has a green frame. Try anything; no real case is affected.</translation>
    </message>
</context>
<context>
    <name>WhoSection</name>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>姓名或名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>手机或电话</source>
        <translation>Mobile or phone</translation>
    </message>
    <message>
        <source>代办人</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>第 {n} 次来办事，上次办的是 {item}。</source>
        <translation>Visit no. {n}, last time for {item}.</translation>
    </message>
    <message>
        <source>姓名和电话已带出，请核对。</source>
        <translation> Name and phone are filled in; please check.</translation>
    </message>
    <message>
        <source>读卡、扫码或输入</source>
        <translation>Read card, scan or type</translation>
    </message>
    <message>
        <source>本人来办不填</source>
        <translation>If any</translation>
    </message>
    <message>
        <source>电话(&amp;P)</source>
        <translation>&amp;Phone</translation>
    </message>
    <message>
        <source>代办人(&amp;L)</source>
        <translation>Agent (&amp;L)</translation>
    </message>
    <message>
        <source>证件号码(&amp;I)</source>
        <translation>&amp;ID number</translation>
    </message>
    <message>
        <source>姓名/名称(&amp;N)</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>已输 {n} 位</source>
        <translation>{n} typed</translation>
    </message>
    <message>
        <source>还没有证件号码。请读卡、扫码或输入。</source>
        <translation>No ID number yet. Read the card, scan or type it.</translation>
    </message>
    <message>
        <source>还没有连上服务器的日期，暂时不能核对证件。请稍候再试。</source>
        <translation>The server&apos;s date is not known yet, so the ID cannot be checked for now. Please try again shortly.</translation>
    </message>
    <message>
        <source>（18 位应为 {number}）</source>
        <translation> (with 18 digits: {number})</translation>
    </message>
    <message>
        <source>电话只能有数字、空格、括号和“-”，至少 7 位数字。请核对，或先空着。</source>
        <translation>A phone number has only digits, spaces, brackets and &apos;-&apos;, with at least 7 digits. Please check it, or leave it empty for now.</translation>
    </message>
</context>
<context>
    <name>WindowKind</name>
    <message>
        <source>单位窗口</source>
        <translation>Unit window</translation>
    </message>
    <message>
        <source>综合窗口</source>
        <translation>Comprehensive</translation>
    </message>
</context>
<context>
    <name>_Below</name>
    <message>
        <source>换一个大厅，或去练习…</source>
        <translation>Another hall, or practise…</translation>
    </message>
</context>
<context>
    <name>_ChoosePage</name>
    <message>
        <source>第一次使用 svcdesk</source>
        <translation>Welcome to svcdesk</translation>
    </message>
    <message>
        <source>这台电脑打算怎么用？以后还可以换。</source>
        <translation>How will this computer be used? You can change this later.</translation>
    </message>
</context>
<context>
    <name>_FormPage</name>
    <message>
        <source>返回(&amp;B)</source>
        <translation>&amp;Back</translation>
    </message>
</context>
<context>
    <name>_HallPage</name>
    <message>
        <source>服务器地址(&amp;A)</source>
        <translation>Server &amp;address</translation>
    </message>
    <message>
        <source>用户名(&amp;U)</source>
        <translation>&amp;User name</translation>
    </message>
    <message>
        <source>密码(&amp;P)</source>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <source>席位号(&amp;S)</source>
        <translation>&amp;Seat number</translation>
    </message>
    <message>
        <source>没有就空着</source>
        <translation>Empty if none</translation>
    </message>
    <message>
        <source>席位密钥(&amp;K)</source>
        <translation>Seat &amp;key</translation>
    </message>
    <message>
        <source>测试连接(&amp;T)</source>
        <translation>&amp;Test connection</translation>
    </message>
    <message>
        <source>没有席位也能登录查询，但不能受理。</source>
        <translation>Without a seat you can sign in and look things up, but not accept cases.</translation>
    </message>
    <message>
        <source>正在连接…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>连上了：{hall}，来回 {milliseconds:.0f} 毫秒。</source>
        <translation>Connected: {hall}, round trip {milliseconds:.0f} ms.</translation>
    </message>
</context>
<context>
    <name>_LocalPage</name>
    <message>
        <source>大厅名称(&amp;M)</source>
        <translation>Ha&amp;ll name</translation>
    </message>
    <message>
        <source>××区行政服务中心</source>
        <translation>×× District Administrative Service Centre</translation>
    </message>
    <message>
        <source>你的姓名(&amp;N)</source>
        <translation>Your &amp;name</translation>
    </message>
    <message>
        <source>用户名(&amp;U)</source>
        <translation>&amp;User name</translation>
    </message>
    <message>
        <source>例如 lina</source>
        <translation>e.g. lina</translation>
    </message>
    <message>
        <source>密码(&amp;P)</source>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <source>至少 8 位，两种字符</source>
        <translation>8 or more, two kinds of characters</translation>
    </message>
    <message>
        <source>再输一遍(&amp;R)</source>
        <translation>&amp;Repeat it</translation>
    </message>
    <message>
        <source>载入样例目录：单位、窗口和事项，以后可以改(&amp;S)</source>
        <translation>Load &amp;sample units, windows and items; you can change them later</translation>
    </message>
</context>
<context>
    <name>_Pages</name>
    <message>
        <source>文件的各页</source>
        <translation>Pages of the document</translation>
    </message>
    <message>
        <source>正在画…</source>
        <translation>Drawing…</translation>
    </message>
    <message>
        <source>第 {n} 页</source>
        <translation>Page {n}</translation>
    </message>
</context>
<context>
    <name>_People</name>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>窗口或单位</source>
        <translation>Window or unit</translation>
    </message>
    <message>
        <source>可以试用的人</source>
        <translation>People you can try</translation>
    </message>
    <message>
        <source>正在读名单…</source>
        <translation>Loading the list…</translation>
    </message>
    <message>
        <source>用他的身份进入(&amp;E)</source>
        <translation>&amp;Enter as this person</translation>
    </message>
    <message>
        <source>样例大厅里还没有人。</source>
        <translation>There is nobody in the sample hall yet.</translation>
    </message>
</context>
<context>
    <name>_Who</name>
    <message>
        <source>登录(&amp;L)</source>
        <translation>S&amp;ign in</translation>
    </message>
    <message>
        <source>大写锁定开着。</source>
        <translation>Caps Lock is on.</translation>
    </message>
    <message>
        <source>用户名(&amp;U)</source>
        <translation>&amp;User name</translation>
    </message>
    <message>
        <source>密码(&amp;P)</source>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <source>请输入用户名。</source>
        <translation>Please enter the user name.</translation>
    </message>
    <message>
        <source>请输入密码。</source>
        <translation>Please enter the password.</translation>
    </message>
</context>
<context>
    <name>_WorkingPage</name>
    <message>
        <source>正在准备</source>
        <translation>Getting ready</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>第一次要建数据库，一般不到一分钟。请不要关机。</source>
        <translation>The first time a database is created, usually within a minute. Please leave the computer on.</translation>
    </message>
    <message>
        <source>正在开始…</source>
        <translation>Starting…</translation>
    </message>
</context>
</TS>

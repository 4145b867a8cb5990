<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AttemptsPart</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>then waited %1</source>
        <translation>随后等待了 %1</translation>
    </message>
    <message>
        <source>then waited at most %1</source>
        <translation>随后最多等待了 %1</translation>
    </message>
    <message>
        <source>the answer asked for %1</source>
        <translation>响应要求等待 %1</translation>
    </message>
    <message>
        <source>the guide advises %1–%2 s</source>
        <translation>指南建议等待 %1–%2 秒</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>过早</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number of an attempt and what is known of it</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>Tried again %n time(s) although only a change helps.</source>
        <translation>
            <numerusform>重试了 %n 次，但只有先作更改才有用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retry(ies) came sooner than advised.</source>
        <translation>
            <numerusform>%n 次重试早于建议的时间。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartGroups</name>
    <message>
        <source>Whose move: %1</source>
        <translation>由谁处理：%1</translation>
    </message>
    <message>
        <source>other causes</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>All other causes together</source>
        <translation>其他所有原因合计</translation>
    </message>
</context>
<context>
    <name>ChartMarks</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was rotated.</source>
        <translation>%1 已轮转。</translation>
    </message>
    <message>
        <source>%1 was started again.</source>
        <translation>%1 已重新启动。</translation>
    </message>
    <message>
        <source>%1: resumed after %2 s in which the computer or the program was halted.</source>
        <translation>%1：在计算机或程序停顿 %2 秒后恢复读取。</translation>
    </message>
    <message>
        <source>Gap of %1 bytes: %2</source>
        <translation>缺失 %1 字节：%2</translation>
    </message>
    <message>
        <source>Gap: %1</source>
        <translation>缺失：%1</translation>
    </message>
</context>
<context>
    <name>Code</name>
    <message>
        <source>no response</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>in stream</source>
        <translation>流中</translation>
    </message>
    <message>
        <source>Error inside a stream that began with HTTP 200</source>
        <translation>以 HTTP 200 开始的流中出现的错误</translation>
    </message>
</context>
<context>
    <name>CodeGroup</name>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Codes that are not in the guide</source>
        <translation>指南未收录的代码</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>a code and its meaning</comment>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Read the sources to their end and write a report: text, json, jsonl, csv, html or markdown.</source>
        <translation>将各来源读到结尾并写出报告：text、json、jsonl、csv、html 或 markdown。</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Write the report to this file, readable by you alone.</source>
        <translation>将报告写入此文件，仅您本人可读。</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Explain one pasted error, log line, body or curl -i text: the argument, or standard input.</source>
        <translation>解释粘贴的一个错误、一行日志、一个响应体或一段 curl -i 文本：取自参数或标准输入。</translation>
    </message>
    <message>
        <source>Go on after the end of the sources (the window does so by itself).</source>
        <translation>读到来源结尾后继续（窗口会自动这样做）。</translation>
    </message>
    <message>
        <source>Stop at the end of the sources.</source>
        <translation>读到来源结尾即停止。</translation>
    </message>
    <message>
        <source>With --report --follow: report after so many seconds.</source>
        <translation>与 --report --follow 一起使用：经过指定秒数后输出报告。</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>Only from this time on: ISO 8601, or a span before now such as 15m, 2h or 1d.</source>
        <translation>只看此时间起的内容：ISO 8601，或从现在往前的时间跨度，如 15m、2h 或 1d。</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Only before this time.</source>
        <translation>只看此时间之前的内容。</translation>
    </message>
    <message>
        <source>Read the sources as this format: a name of --list-formats, a log layout as it stands in a server&apos;s configuration, or a /regular expression/ with named groups.</source>
        <translation>按此格式读取来源：--list-formats 中的名称、服务器配置中原样的日志布局，或带命名组的 /正则表达式/。</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>List the formats known by name.</source>
        <translation>列出可按名称使用的格式。</translation>
    </message>
    <message>
        <source>Zone of time stamps that name none, such as Europe/Berlin (default: the system&apos;s).</source>
        <translation>未注明时区的时间戳所用的时区，如 Europe/Berlin（默认：系统时区）。</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Requests to this host count as DeRouter&apos;s, too. May be repeated.</source>
        <translation>发往此主机的请求也算作 DeRouter 的请求。可重复使用。</translation>
    </message>
    <message>
        <source>host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Requests to this path count as DeRouter&apos;s, too. May be repeated.</source>
        <translation>发往此路径的请求也算作 DeRouter 的请求。可重复使用。</translation>
    </message>
    <message>
        <source>path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Exit with status 3 if one of these occurred: codes (402,529,none,stream), you, derouter, provider, unknown or any.</source>
        <translation>出现下列任一情况时以状态 3 退出：代码（402,529,none,stream）、you、derouter、provider、unknown 或 any。</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>No progress and no notes.</source>
        <translation>不显示进度和提示。</translation>
    </message>
    <message>
        <source>Say what is read and in which format.</source>
        <translation>说明读取的内容及其格式。</translation>
    </message>
    <message>
        <source>Show this text.</source>
        <translation>显示此帮助文本。</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Reads logs live, finds DeRouter&apos;s API errors in them, and says what each means and whose move it is.
Without --report or --explain it opens a window on the sources.

Exit status: 0 done, 1 a source could not be read, 2 wrong usage, 3 --fail-on matched (before 1).</source>
        <translation>实时读取日志，从中找出 DeRouter 的 API 错误，并说明每个错误的含义以及由谁处理。
不带 --report 或 --explain 时，打开窗口查看各来源。

退出状态：0 完成，1 有来源无法读取，2 用法错误，3 --fail-on 命中（优先于 1）。</translation>
    </message>
    <message>
        <source>“%1” is no time: write it as 2026-11-03T09:14:07Z, or as a span before now such as 15m, 2h or 1d.</source>
        <translation>“%1”不是时间：请写成 2026-11-03T09:14:07Z，或从现在往前的时间跨度，如 15m、2h 或 1d。</translation>
    </message>
    <message>
        <source>--fail-on does not know “%1”: it takes codes such as 402, none or stream, and you, derouter, provider, unknown or any.</source>
        <translation>--fail-on 不认识“%1”：可用 402、none 或 stream 之类的代码，以及 you、derouter、provider、unknown 或 any。</translation>
    </message>
    <message>
        <source>There is no time zone “%1”; they are called such as Europe/Berlin or UTC.</source>
        <translation>没有名为“%1”的时区；时区名称形如 Europe/Berlin 或 UTC。</translation>
    </message>
    <message>
        <source>--since has to be before --until.</source>
        <translation>--since 必须早于 --until。</translation>
    </message>
    <message>
        <source>--for takes a number of seconds, not “%1”.</source>
        <translation>--for 需要秒数，而不是“%1”。</translation>
    </message>
    <message>
        <source>--follow and --no-follow exclude one another.</source>
        <translation>--follow 与 --no-follow 不能同时使用。</translation>
    </message>
    <message>
        <source>--for needs --report and --follow.</source>
        <translation>--for 需要与 --report 和 --follow 一起使用。</translation>
    </message>
    <message>
        <source>--output needs --report.</source>
        <translation>--output 需要与 --report 一起使用。</translation>
    </message>
    <message>
        <source>--fail-on needs --report.</source>
        <translation>--fail-on 需要与 --report 一起使用。</translation>
    </message>
    <message>
        <source>--report and --explain exclude one another.</source>
        <translation>--report 与 --explain 不能同时使用。</translation>
    </message>
    <message>
        <source>A file name is empty.</source>
        <translation>有文件名为空。</translation>
    </message>
    <message>
        <source>See --help.</source>
        <translation>请参阅 --help。</translation>
    </message>
    <message>
        <source>--report does not know “%1”: it writes text, json, jsonl, csv, html or markdown.</source>
        <translation>--report 不认识“%1”：可写出 text、json、jsonl、csv、html 或 markdown。</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>error.type</source>
        <translation>error.type</translation>
    </message>
    <message>
        <source>message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>none that decides</source>
        <translation>没有决定性的依据</translation>
    </message>
    <message>
        <source> (the guide does not pair this status with this error.type)</source>
        <translation> (指南中此状态码与此 error.type 并不对应)</translation>
    </message>
    <message>
        <source>no response</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>not stated (an error inside a stream, or a body alone)</source>
        <translation>未注明（流中的错误，或只有响应体）</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>not in the guide</source>
        <translation>指南未收录</translation>
    </message>
    <message>
        <source>Whose move</source>
        <translation>由谁处理</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>错误说明</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理方法</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Request-id</source>
        <translation>request-id</translation>
    </message>
    <message>
        <source>Standard output cannot be written.</source>
        <translation>无法写入标准输出。</translation>
    </message>
    <message>
        <source>No API error is recognised in this text. Paste a whole error body, an SDK&apos;s error, a log line or the output of curl -i.</source>
        <translation>未在此文本中识别出 API 错误。请粘贴完整的错误响应体、SDK 的错误、一行日志或 curl -i 的输出。</translation>
    </message>
    <message>
        <source>%1: %2, %3 lines</source>
        <translation>%1：%2，%3 行</translation>
    </message>
    <message>
        <source>There is nothing to read: name a log file, or - for standard input. See --help.</source>
        <translation>没有可读取的内容：请指定日志文件，或用 - 表示标准输入。请参阅 --help。</translation>
    </message>
    <message>
        <source>request-id</source>
        <translation>request-id</translation>
    </message>
    <message>
        <source>Not in the text</source>
        <translation>文本中没有</translation>
    </message>
    <message>
        <source>Keep the layout or expression of --format under this name, for later and for the window.</source>
        <translation>以此名称保存 --format 的布局或表达式，供以后使用，也供窗口使用。</translation>
    </message>
    <message>
        <source>--save-format needs --format.</source>
        <translation>--save-format 需要与 --format 一起使用。</translation>
    </message>
    <message>
        <source>--format needs a name, a layout or an expression; --list-formats gives the names.</source>
        <translation>--format 需要名称、布局或表达式；--list-formats 会列出名称。</translation>
    </message>
    <message>
        <source>Read what a program writes, such as docker logs -f api. Everything behind this option is the program and its arguments, as they stand: no shell reads them.</source>
        <translation>读取程序的输出，如 docker logs -f api。此选项之后的全部内容都是该程序及其参数，原样传递：不经任何 shell 解释。</translation>
    </message>
    <message>
        <source>program argument …</source>
        <translation>程序 参数 …</translation>
    </message>
    <message>
        <source>Keep in this file what is read, and go on where the last run with it ended: with its sources, when none are named, and with what was rotated since.</source>
        <translation>在此文件中记录所读内容，并从上次使用此文件的运行结束之处继续：未指定来源时沿用那次的来源，并包括此后轮转的内容。</translation>
    </message>
    <message>
        <source>--command needs a program and its arguments behind it, each a word of its own.</source>
        <translation>--command 之后需要程序及其参数，每个都是单独的词。</translation>
    </message>
    <message>
        <source>--command and --explain exclude one another.</source>
        <translation>--command 与 --explain 不能同时使用。</translation>
    </message>
    <message>
        <source>--session needs the name of a file.</source>
        <translation>--session 需要一个文件名。</translation>
    </message>
    <message>
        <source>%1 is a source; what is written would take its place.</source>
        <translation>%1 是来源之一；写出的内容会取代它。</translation>
    </message>
    <message>
        <source>%1 is kept by another run of the program.</source>
        <translation>%1 正由本程序的另一次运行占用。</translation>
    </message>
    <message>
        <source>%1 by a program in between</source>
        <translation>%1（由中间程序报告）</translation>
    </message>
    <message>
        <source>Reported as</source>
        <translation>报告为</translation>
    </message>
    <message>
        <source>Other id</source>
        <translation>其他 ID</translation>
    </message>
    <message>
        <source> (none of DeRouter&apos;s)</source>
        <translation> (不是 DeRouter 的 ID)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>the request-id %1</source>
        <translation>request-id %1</translation>
    </message>
    <message>
        <source>the id %1, none of DeRouter&apos;s</source>
        <translation>ID %1（不是 DeRouter 的）</translation>
    </message>
    <message>
        <source>the status %1</source>
        <translation>状态码 %1</translation>
    </message>
    <message>
        <source>the time %1</source>
        <translation>时间 %1</translation>
    </message>
    <message>
        <source>It states %1, but no failed request.</source>
        <translation>其中注明了 %1，但没有失败请求。</translation>
    </message>
    <message numerus="yes">
        <source>%n more failures are in this text.</source>
        <translation>
            <numerusform>此文本中还有 %n 次失败。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a window of its own; else files and folders are opened in the window that is open already.</source>
        <translation>打开独立的新窗口；否则文件和文件夹会在已打开的窗口中打开。</translation>
    </message>
    <message>
        <source>Log files, plain or compressed; folders; patterns; - is standard input; tcp://127.0.0.1:5140 or udp://127.0.0.1:5140, to listen for syslog; loki+https://host/?query={app=&quot;api&quot;}, with loki+http://host:3100 too, to ask a Grafana Loki: from --since on, or for the last hour.</source>
        <translation>日志文件，未压缩或压缩均可；文件夹；通配模式；- 表示标准输入；tcp://127.0.0.1:5140 或 udp://127.0.0.1:5140，用于监听 syslog；loki+https://host/?query={app=&quot;api&quot;}，也可用 loki+http://host:3100，用于查询 Grafana Loki：从 --since 起，或最近一小时。</translation>
    </message>
    <message>
        <source>Yes, at %1, as the answer asks.</source>
        <translation>可以，按响应的要求在 %1 重试。</translation>
    </message>
    <message>
        <source>Yes, after %1 s, as the answer asks.</source>
        <translation>可以，按响应的要求在 %1 秒后重试。</translation>
    </message>
    <message>
        <source>The answer says itself how long to wait, and that comes first.</source>
        <translation>响应本身说明了等待时间，以其为准。</translation>
    </message>
    <message>
        <source>Open a window of its own, without what was open the last time.</source>
        <translation>打开单独的窗口，不恢复上次打开的内容。</translation>
    </message>
</context>
<context>
    <name>DetailTexts</name>
    <message>
        <source>≈ %1 – %2</source>
        <comment>time and why it is not exact</comment>
        <translation>≈ %1 – %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 处</translation>
    </message>
    <message>
        <source>%1:%2</source>
        <comment>source and line</comment>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>a closed source</source>
        <translation>已关闭的来源</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1和%2</translation>
    </message>
    <message>
        <source>Whose move: %1</source>
        <translation>由谁处理：%1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>whose move and a word on retrying</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>fix it first</source>
        <translation>先解决问题</translation>
    </message>
    <message>
        <source>the status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>the error type</source>
        <translation>错误类型</translation>
    </message>
    <message>
        <source>the message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Cannot tell more: neither status, type nor message decides.</source>
        <translation>无法进一步判断：状态码、类型和消息都不足以确定。</translation>
    </message>
    <message>
        <source>Concluded from %1.</source>
        <translation>根据%1得出。</translation>
    </message>
    <message>
        <source>They contradict each other: the guide does not pair %1 with %2.</source>
        <translation>它们相互矛盾：指南中 %1 与 %2 并不对应。</translation>
    </message>
    <message>
        <source>this message</source>
        <translation>此消息</translation>
    </message>
    <message>
        <source>By its code: %1. %2.
By its type: %3. %4.</source>
        <translation>按代码：%1。%2。
按类型：%3。%4。</translation>
    </message>
    <message>
        <source>by the guide</source>
        <translation>依据指南</translation>
    </message>
    <message>
        <source>our reading</source>
        <translation>我们的解读</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Streamed</source>
        <translation>流式</translation>
    </message>
    <message>
        <source>Seen in</source>
        <translation>出现于</translation>
    </message>
    <message>
        <source>(%1 s later)</source>
        <translation>(晚 %1 秒)</translation>
    </message>
    <message>
        <source>(%1 s earlier)</source>
        <translation>(早 %1 秒)</translation>
    </message>
    <message>
        <source>number %1 of its call</source>
        <translation>该调用的第 %1 次</translation>
    </message>
    <message>
        <source>%1 by a program in between</source>
        <translation>%1（由中间程序报告）</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Reported as</source>
        <translation>报告为</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which attempt, and of how many</comment>
        <translation>第 %1/%2 次</translation>
    </message>
    <message>
        <source>%1 – exact</source>
        <comment>a time</comment>
        <translation>%1 – 精确</translation>
    </message>
    <message>
        <source>Retry-After</source>
        <translation>Retry-After</translation>
    </message>
    <message>
        <source>To have it next time, add %1 to nginx’s log_format.</source>
        <translation>要在下次得到它，请将 %1 加入 nginx 的 log_format。</translation>
    </message>
    <message>
        <source>To have it next time, add %1 to Apache’s LogFormat.</source>
        <translation>要在下次得到它，请将 %1 加入 Apache 的 LogFormat。</translation>
    </message>
    <message>
        <source>To have it next time, add “%1” to HAProxy’s frontend.</source>
        <translation>要在下次得到它，请将“%1”加入 HAProxy 的 frontend。</translation>
    </message>
    <message>
        <source>To have it next time, add %1 to Envoy’s access log format.</source>
        <translation>要在下次得到它，请将 %1 加入 Envoy 的访问日志格式。</translation>
    </message>
    <message>
        <source>To have it next time, add %1 to Squid’s logformat.</source>
        <translation>要在下次得到它，请将 %1 加入 Squid 的 logformat。</translation>
    </message>
    <message>
        <source>To have it next time, let Traefik’s access log keep the header %1.</source>
        <translation>要在下次得到它，请让 Traefik 的访问日志保留标头 %1。</translation>
    </message>
    <message>
        <source>To have it next time, log the answer’s header “request-id” with the error: response.headers in Python, error.headers in Node.</source>
        <translation>要在下次得到它，请将响应标头“request-id”与错误一起记录：Python 用 response.headers，Node 用 error.headers。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) failed with %1 in the ten minutes up to this one: contact support.</source>
        <translation>
            <numerusform>截至此次的十分钟内有 %n 个调用以 %1 失败：请联系支持。</numerusform>
        </translation>
    </message>
    <message>
        <source>The guide gives no number; from how many on is a setting of this program.</source>
        <translation>指南没有给出次数；从多少次起算是本程序的设置。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a chapter&apos;s title, and what it says</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>texts of your own</source>
        <translation>您自己的文本</translation>
    </message>
    <message numerus="yes">
        <source>%1 was refused %n time(s) with %2.</source>
        <comment>a key, a code</comment>
        <translation>
            <numerusform>%1 被 %2 拒绝了 %n 次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was refused %n time(s) with %2: %3.</source>
        <comment>a key, a code, a span of time</comment>
        <translation>
            <numerusform>%1 被 %2 拒绝了 %n 次：%3。</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether it ever worked cannot be told: a request that goes well does not name its key.</source>
        <translation>无法判断它是否曾经可用：成功的请求不会写出所用的密钥。</translation>
    </message>
    <message numerus="yes">
        <source>It was taken %n time(s) when something else failed.</source>
        <translation>
            <numerusform>在因其他原因失败的请求中，它被接受了 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>It works again: it was taken at %1.</source>
        <translation>它又可用了：%1 时被接受。</translation>
    </message>
    <message>
        <source>Meanwhile it was taken, last at %1.</source>
        <translation>其间它曾被接受，最近一次在 %1。</translation>
    </message>
    <message>
        <source>It worked before: it was last taken at %1.</source>
        <translation>之前它可用：最后一次被接受在 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n other key(s) were refused with this code, too.</source>
        <translation>
            <numerusform>另有 %n 个密钥也被该代码拒绝。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other key(s) were taken.</source>
        <translation>
            <numerusform>另有 %n 个密钥被接受。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DialogParts</name>
    <message>
        <source>Empty the field</source>
        <translation>清空此栏</translation>
    </message>
</context>
<context>
    <name>EventFilter</name>
    <message>
        <source>The regular expression is wrong at character %1: %2.</source>
        <translation>正则表达式在第 %1 个字符处有误：%2。</translation>
    </message>
</context>
<context>
    <name>FilterText</name>
    <message>
        <source>The time ends before it begins.</source>
        <translation>结束时间早于开始时间。</translation>
    </message>
    <message>
        <source>A value is missing behind %1:.</source>
        <translation>%1: 后面缺少值。</translation>
    </message>
    <message>
        <source>“%1” is no code: try 529, 5xx, stream, none or other.</source>
        <translation>“%1”不是代码：请试 529、5xx、stream、none 或 other。</translation>
    </message>
    <message>
        <source>“%1” is nobody’s move: try you, derouter, provider or unknown.</source>
        <translation>“%1”不能表示由谁处理：请试 you、derouter、provider 或 unknown。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Whose move</source>
        <translation>由谁处理</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Request-id</source>
        <translation>request-id</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>%1 之前</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field and value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>a field and a value</comment>
        <translation>排除 %1</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 为 %2</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <translation>%1 不为 %2</translation>
    </message>
    <message>
        <source>, and </source>
        <translation>，且 </translation>
    </message>
    <message>
        <source>“%1” says nothing of marks: try yes or no.</source>
        <translation>“%1”与标记无关：请用 yes 或 no。</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>set</source>
        <comment>a mark</comment>
        <translation>已设置</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>A time is written as in time:12:00..12:15, time:2026-11-23T12:00..2026-11-23T12:15 or time:15m.</source>
        <translation>时间的写法如 time:12:00..12:15、time:2026-11-23T12:00..2026-11-23T12:15 或 time:15m。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>the last %1</source>
        <comment>a length of time</comment>
        <translation>最近 %1</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>The log layout has a quotation mark that is not closed.</source>
        <translation>日志布局中有未闭合的引号。</translation>
    </message>
    <message>
        <source>The log layout has a variable that does not end: %1</source>
        <translation>日志布局中有未结束的变量：%1</translation>
    </message>
    <message>
        <source>The log layout has more than %1 variables.</source>
        <translation>日志布局的变量超过 %1 个。</translation>
    </message>
    <message>
        <source>The regular expression is wrong at character %1: %2.</source>
        <translation>正则表达式在第 %1 个字符处有误：%2。</translation>
    </message>
    <message>
        <source>The regular expression has no group named status, as in (?&lt;status&gt;[0-9]{3}).</source>
        <translation>正则表达式中没有名为 status 的组，例如 (?&lt;status&gt;[0-9]{3})。</translation>
    </message>
    <message>
        <source>The log layout has two variables with nothing between them, so a line cannot be told apart.</source>
        <translation>日志布局中有两个变量之间没有任何内容，因此无法拆分日志行。</translation>
    </message>
    <message>
        <source>The log layout has no variables such as $status or %&gt;s.</source>
        <translation>日志布局中没有 $status 或 %&gt;s 之类的变量。</translation>
    </message>
    <message>
        <source>The log layout has no status ($status or %&gt;s).</source>
        <translation>日志布局中没有状态码（$status 或 %&gt;s）。</translation>
    </message>
    <message>
        <source>There is no log format called “%1”; --list-formats names those there are.</source>
        <translation>没有名为“%1”的日志格式；--list-formats 会列出现有的格式。</translation>
    </message>
    <message>
        <source>A format&apos;s name consists of letters, digits, “-”, “_” and “.”; “%1” does not.</source>
        <translation>格式名称由字母、数字、“-”、“_”和“.”组成；“%1”不符合。</translation>
    </message>
    <message>
        <source>The program itself has a format called “%1”.</source>
        <translation>程序已自带名为“%1”的格式。</translation>
    </message>
    <message>
        <source>“%1” has a name already.</source>
        <translation>“%1”已有名称。</translation>
    </message>
    <message>
        <source>The settings file %1 cannot be written.</source>
        <translation>无法写入设置文件 %1。</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Not in the guide</source>
        <translation>指南未收录</translation>
    </message>
    <message>
        <source>Can&apos;t Connect</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>Out of Credits</source>
        <translation>额度用尽</translation>
    </message>
    <message>
        <source>Too Many Requests</source>
        <translation>请求过多</translation>
    </message>
    <message>
        <source>Invalid Request</source>
        <translation>无效请求</translation>
    </message>
    <message>
        <source>No Providers Available</source>
        <translation>没有可用的提供商</translation>
    </message>
    <message>
        <source>Upstream Issues</source>
        <translation>上游问题</translation>
    </message>
    <message>
        <source>Reading Error Responses</source>
        <translation>解读错误响应</translation>
    </message>
    <message>
        <source>The guide does not speak of these. They are shown as they came, with the original message.</source>
        <translation>指南没有谈到这些错误。它们按原样显示，并附原始消息。</translation>
    </message>
    <message>
        <source>There is a problem with the API key or the login session.</source>
        <translation>API 密钥或登录会话有问题。</translation>
    </message>
    <message>
        <source>The account or a specific key has run out of funds.</source>
        <translation>账户或某个密钥的资金已用完。</translation>
    </message>
    <message>
        <source>Requests come faster than the key&apos;s limits allow.</source>
        <translation>请求速度超过了密钥的限制。</translation>
    </message>
    <message>
        <source>Something is wrong with how the request is formatted. Other request errors, such as a prompt that is too long or an invalid tool format, are passed through from the upstream API with the original message.</source>
        <translation>请求的格式有问题。其他请求错误，例如提示词过长或工具格式无效，会从上游 API 透传，并附原始消息。</translation>
    </message>
    <message>
        <source>DeRouter cannot find a provider right now. It is temporary: one should become available shortly. A 503 means that DeRouter&apos;s providers are temporarily unavailable; a 529, that the AI provider is overloaded.</source>
        <translation>DeRouter 目前找不到提供商。这是暂时的：应该很快就会有可用的提供商。503 表示 DeRouter 的提供商暂时不可用；529 表示 AI 提供商过载。</translation>
    </message>
    <message>
        <source>These come from the AI provider (Anthropic or OpenAI), after DeRouter has already tried several providers automatically.</source>
        <translation>这些错误来自 AI 提供商（Anthropic 或 OpenAI），此前 DeRouter 已自动尝试过多个提供商。</translation>
    </message>
    <message>
        <source>Errors come in the format of the AI provider you call. error.type gives the category. Every response carries a request-id header: share it with support.</source>
        <translation>错误采用您所调用的 AI 提供商的格式。error.type 给出类别。每个响应都带有 request-id 响应头：请将它提供给支持团队。</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>DeRouter</source>
        <translation>DeRouter</translation>
    </message>
    <message>
        <source>AI provider</source>
        <translation>AI 提供商</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Invalid request format</source>
        <translation>请求格式无效</translation>
    </message>
    <message>
        <source>Check your request body</source>
        <translation>检查您的请求体</translation>
    </message>
    <message>
        <source>Authentication failed</source>
        <translation>身份验证失败</translation>
    </message>
    <message>
        <source>Check your API key</source>
        <translation>检查您的 API 密钥</translation>
    </message>
    <message>
        <source>Out of credits / budget</source>
        <translation>额度/预算用尽</translation>
    </message>
    <message>
        <source>Deposit USDC or raise budget</source>
        <translation>充值 USDC 或提高预算</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>请求过多</translation>
    </message>
    <message>
        <source>Wait a few seconds, then retry</source>
        <translation>等待几秒，然后重试</translation>
    </message>
    <message>
        <source>Provider auth failed</source>
        <translation>提供商身份验证失败</translation>
    </message>
    <message>
        <source>Auto-retried; contact support if repeated</source>
        <translation>会自动重试；若反复出现，请联系支持团队</translation>
    </message>
    <message>
        <source>No providers available</source>
        <translation>没有可用的提供商</translation>
    </message>
    <message>
        <source>Retry in a few seconds</source>
        <translation>几秒后重试</translation>
    </message>
    <message>
        <source>Provider timed out</source>
        <translation>提供商超时</translation>
    </message>
    <message>
        <source>Retry your request</source>
        <translation>重试您的请求</translation>
    </message>
    <message>
        <source>Upstream overloaded</source>
        <translation>上游过载</translation>
    </message>
    <message>
        <source>Wait 5–10s, then retry</source>
        <translation>等待 5–10 秒，然后重试</translation>
    </message>
    <message>
        <source>Authentication failed — invalid API key or token</source>
        <translation>身份验证失败——API 密钥或令牌无效</translation>
    </message>
    <message>
        <source>Insufficient balance or key budget exceeded</source>
        <translation>余额不足或超出密钥预算</translation>
    </message>
    <message>
        <source>Deposit or raise budget</source>
        <translation>充值或提高预算</translation>
    </message>
    <message>
        <source>Bad request (missing model, invalid format, etc.)</source>
        <translation>错误请求（缺少模型、格式无效等）</translation>
    </message>
    <message>
        <source>Check request body</source>
        <translation>检查请求体</translation>
    </message>
    <message>
        <source>RPM or concurrency limit exceeded</source>
        <translation>超出 RPM 或并发限制</translation>
    </message>
    <message>
        <source>Wait a few seconds, retry</source>
        <translation>等待几秒，重试</translation>
    </message>
    <message>
        <source>DeRouter has no available providers</source>
        <translation>DeRouter 没有可用的提供商</translation>
    </message>
    <message>
        <source>Retry in 2–5 seconds</source>
        <translation>2–5 秒后重试</translation>
    </message>
    <message>
        <source>Upstream server error</source>
        <translation>上游服务器错误</translation>
    </message>
    <message>
        <source>Retry shortly</source>
        <translation>片刻后重试</translation>
    </message>
    <message>
        <source>AI provider (Anthropic/OpenAI) is overloaded</source>
        <translation>AI 提供商（Anthropic/OpenAI）过载</translation>
    </message>
    <message>
        <source>Wait 5–10 seconds, retry</source>
        <translation>等待 5–10 秒，重试</translation>
    </message>
    <message>
        <source>No. Check your API key first.</source>
        <translation>否。请先检查您的 API 密钥。</translation>
    </message>
    <message>
        <source>No. Check your request body first.</source>
        <translation>否。请先检查您的请求体。</translation>
    </message>
    <message>
        <source>Yes, after a few seconds.</source>
        <translation>是，几秒后重试。</translation>
    </message>
    <message>
        <source>Missing API key</source>
        <translation>缺少 API 密钥</translation>
    </message>
    <message>
        <source>The request carried no API key, or no Authorization header.</source>
        <translation>请求没有携带 API 密钥，或没有 Authorization 请求头。</translation>
    </message>
    <message>
        <source>Send the header “Authorization: Bearer sk-ant-…” or “x-api-key” with every request.</source>
        <translation>每个请求都要发送请求头“Authorization: Bearer sk-ant-…”或“x-api-key”。</translation>
    </message>
    <message>
        <source>Check that the program really sees the setting that holds the key: a service does not read your shell&apos;s variables.</source>
        <translation>请检查程序是否真的能看到存放密钥的设置：服务不会读取您 shell 中的变量。</translation>
    </message>
    <message>
        <source>Invalid API key</source>
        <translation>API 密钥无效</translation>
    </message>
    <message>
        <source>The key does not exist, was deleted or is disabled.</source>
        <translation>该密钥不存在、已被删除或已被停用。</translation>
    </message>
    <message>
        <source>Check your keys on the API dashboard and make a new one: the old one may be revoked.</source>
        <translation>在 API 仪表板上检查您的密钥并新建一个：旧密钥可能已被吊销。</translation>
    </message>
    <message>
        <source>DeRouter&apos;s keys begin with sk-ant-, as Anthropic&apos;s own do. Make sure that the program sends the one of DeRouter.</source>
        <translation>DeRouter 的密钥以 sk-ant- 开头，与 Anthropic 自己的密钥一样。请确认程序发送的是 DeRouter 的密钥。</translation>
    </message>
    <message>
        <source>Session expired</source>
        <translation>会话已过期</translation>
    </message>
    <message>
        <source>Your login session on the web dashboard is over; it lasts 24 hours.</source>
        <translation>您在网页仪表板上的登录会话已结束；会话持续 24 小时。</translation>
    </message>
    <message>
        <source>Log in again. Your wallet and keys are kept.</source>
        <translation>请重新登录。您的钱包和密钥会保留。</translation>
    </message>
    <message>
        <source>No. Log in again first.</source>
        <translation>否。请先重新登录。</translation>
    </message>
    <message>
        <source>This is about the login, not about an API key.</source>
        <translation>这涉及的是登录，而不是 API 密钥。</translation>
    </message>
    <message>
        <source>The key or the login was refused. The record does not say why: no key, an invalid key, or an expired session.</source>
        <translation>密钥或登录被拒绝。记录没有说明原因：没有密钥、密钥无效，还是会话已过期。</translation>
    </message>
    <message>
        <source>Check your API key.</source>
        <translation>检查您的 API 密钥。</translation>
    </message>
    <message>
        <source>The body of the answer tells which of them it is.</source>
        <translation>响应体会说明是其中哪一种。</translation>
    </message>
    <message>
        <source>Insufficient balance</source>
        <translation>余额不足</translation>
    </message>
    <message>
        <source>The account&apos;s USDC balance is spent.</source>
        <translation>账户的 USDC 余额已用完。</translation>
    </message>
    <message>
        <source>Deposit USDC. The balance updates once the on-chain transaction confirms.</source>
        <translation>充值 USDC。链上交易确认后，余额即会更新。</translation>
    </message>
    <message>
        <source>No, not until the deposit is confirmed.</source>
        <translation>否，充值确认之前不要重试。</translation>
    </message>
    <message>
        <source>The balance is the account&apos;s: another key does not help.</source>
        <translation>余额属于账户：换用其他密钥没有帮助。</translation>
    </message>
    <message>
        <source>Key budget exceeded</source>
        <translation>超出密钥预算</translation>
    </message>
    <message>
        <source>The spending cap set on this key is reached.</source>
        <translation>已达到为此密钥设置的支出上限。</translation>
    </message>
    <message>
        <source>Raise the budget in Key Management, or use a key without a cap.</source>
        <translation>在 Key Management 中提高预算，或使用没有上限的密钥。</translation>
    </message>
    <message>
        <source>No, not until the budget is raised.</source>
        <translation>否，提高预算之前不要重试。</translation>
    </message>
    <message>
        <source>The cap is this key&apos;s: a deposit does not lift it.</source>
        <translation>上限属于此密钥：充值不会解除该上限。</translation>
    </message>
    <message>
        <source>The account&apos;s balance is spent, or the key&apos;s budget is reached. The record does not say which.</source>
        <translation>账户余额已用完，或已达到密钥预算。记录没有说明是哪一种。</translation>
    </message>
    <message>
        <source>Deposit USDC or raise the budget.</source>
        <translation>充值 USDC 或提高预算。</translation>
    </message>
    <message>
        <source>No, not until you deposit or raise the budget.</source>
        <translation>否，充值或提高预算之前不要重试。</translation>
    </message>
    <message>
        <source>Look at the account&apos;s balance and at the key&apos;s budget; one of them shows it. A 402 that speaks of slots has been seen as well, and the guide does not explain it.</source>
        <translation>请查看账户余额和密钥预算；从其中之一可以看出。也出现过提到 slots 的 402，指南没有对此作出解释。</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>每分钟请求数</translation>
    </message>
    <message>
        <source>More requests came in the last minute than the key&apos;s limit allows, by default 60.</source>
        <translation>最近一分钟内的请求数超过了密钥限制，默认为 60。</translation>
    </message>
    <message>
        <source>Wait a few seconds, then retry.</source>
        <translation>等待几秒，然后重试。</translation>
    </message>
    <message>
        <source>If it keeps coming, spread the requests over the minute.</source>
        <translation>如果反复出现，请将请求分散到整分钟内。</translation>
    </message>
    <message>
        <source>Requests in parallel</source>
        <translation>并发请求数</translation>
    </message>
    <message>
        <source>More requests are in flight than the key allows, by default 5.</source>
        <translation>进行中的请求数超过了密钥允许的数量，默认为 5。</translation>
    </message>
    <message>
        <source>Wait a few seconds, and run fewer requests in parallel.</source>
        <translation>等待几秒，并减少并发请求。</translation>
    </message>
    <message>
        <source>The guide does not give the wording of this message; that it is the concurrency limit is our reading.</source>
        <translation>指南没有给出此消息的措辞；将其视为并发限制，是我们的解读。</translation>
    </message>
    <message>
        <source>A limit was exceeded: requests per minute or requests in parallel. The record does not say which.</source>
        <translation>超出了某项限制：每分钟请求数或并发请求数。记录没有说明是哪一项。</translation>
    </message>
    <message>
        <source>It can also be a limit of the AI provider or of a proxy of your own. The guide gives no number for the wait.</source>
        <translation>这也可能是 AI 提供商或您自己的代理的限制。指南没有给出等待时间的具体数值。</translation>
    </message>
    <message>
        <source>Invalid request</source>
        <translation>无效请求</translation>
    </message>
    <message>
        <source>Something is wrong in the request body: no model, an invalid format or the like.</source>
        <translation>请求体有问题：没有模型、格式无效等。</translation>
    </message>
    <message>
        <source>Check your request body.</source>
        <translation>检查您的请求体。</translation>
    </message>
    <message>
        <source>The original message usually names the field.</source>
        <translation>原始消息通常会指出是哪个字段。</translation>
    </message>
    <message>
        <source>Passed through</source>
        <translation>透传的错误</translation>
    </message>
    <message>
        <source>The upstream API refused the request, for example because the prompt is too long or a tool has an invalid format. Its message is passed through unchanged.</source>
        <translation>上游 API 拒绝了请求，例如因为提示词过长或工具格式无效。其消息原样透传。</translation>
    </message>
    <message>
        <source>Follow the original message.</source>
        <translation>按照原始消息处理。</translation>
    </message>
    <message>
        <source>No. Follow the original message first.</source>
        <translation>否。请先按照原始消息处理。</translation>
    </message>
    <message>
        <source>Of these, the guide&apos;s tables list only 400. 403, 404, 408, 409, 413, 415 and 422 are not in the guide: what they mean stands in the original message alone.</source>
        <translation>其中，指南的表格只列出了 400。而 403、404、408、409、413、415 和 422 均未收录于指南：其含义只能从原始消息得知。</translation>
    </message>
    <message>
        <source>Bad request</source>
        <translation>错误请求</translation>
    </message>
    <message>
        <source>The request was refused, and the record does not say why.</source>
        <translation>请求被拒绝，记录没有说明原因。</translation>
    </message>
    <message>
        <source>The body of the answer names what is wrong: have it logged.</source>
        <translation>响应体会指出问题所在：请将其写入日志。</translation>
    </message>
    <message>
        <source>No provider available</source>
        <translation>没有可用的提供商</translation>
    </message>
    <message>
        <source>DeRouter cannot find a provider right now. This is temporary: one should become available shortly.</source>
        <translation>DeRouter 目前找不到提供商。这是暂时的：应该很快就会有可用的提供商。</translation>
    </message>
    <message>
        <source>Retry in 2–5 seconds.</source>
        <translation>2–5 秒后重试。</translation>
    </message>
    <message>
        <source>Yes, after 2–5 seconds.</source>
        <translation>是，2–5 秒后重试。</translation>
    </message>
    <message>
        <source>Not the same as 529, where the AI provider is overloaded. The guide says “a few seconds” in one table and “2–5 seconds” in the other. A 503 without a request-id may come from a proxy of your own.</source>
        <translation>与 529 不同，后者是 AI 提供商过载。指南在一个表格中写的是“几秒”，在另一个表格中写的是“2–5 秒”。没有 request-id 的 503 可能来自您自己的代理。</translation>
    </message>
    <message>
        <source>The AI provider failed, after DeRouter had already tried several providers.</source>
        <translation>AI 提供商出错，此前 DeRouter 已尝试过多个提供商。</translation>
    </message>
    <message>
        <source>Retry shortly.</source>
        <translation>片刻后重试。</translation>
    </message>
    <message>
        <source>Yes, shortly.</source>
        <translation>是，片刻后重试。</translation>
    </message>
    <message>
        <source>500 stands only in the guide&apos;s table of types.</source>
        <translation>500 只出现在指南的类型表中。</translation>
    </message>
    <message>
        <source>The provider&apos;s own credentials failed.</source>
        <translation>提供商自身的凭据验证失败。</translation>
    </message>
    <message>
        <source>DeRouter retries by itself. Contact support if it repeats.</source>
        <translation>DeRouter 会自动重试。若反复出现，请联系支持团队。</translation>
    </message>
    <message>
        <source>Yes. Contact support if it repeats.</source>
        <translation>是。若反复出现，请联系支持团队。</translation>
    </message>
    <message>
        <source>Not your key: these are the credentials between DeRouter and the provider, so leave your own as it is. The guide&apos;s other table calls a 502 an upstream server error. One without a request-id may come from a proxy of your own.</source>
        <translation>不是您的密钥：这是 DeRouter 与提供商之间的凭据，因此请勿改动您自己的密钥。指南的另一个表格将 502 称为上游服务器错误。没有 request-id 的 502 可能来自您自己的代理。</translation>
    </message>
    <message>
        <source>The AI provider did not answer in time.</source>
        <translation>AI 提供商未及时响应。</translation>
    </message>
    <message>
        <source>Retry your request.</source>
        <translation>重试您的请求。</translation>
    </message>
    <message>
        <source>Yes, retry your request.</source>
        <translation>是，重试您的请求。</translation>
    </message>
    <message>
        <source>A 504 without a request-id may come from a proxy of your own that stopped waiting.</source>
        <translation>没有 request-id 的 504 可能来自您自己的代理，该代理已停止等待。</translation>
    </message>
    <message>
        <source>AI provider overloaded</source>
        <translation>AI 提供商过载</translation>
    </message>
    <message>
        <source>The AI provider (Anthropic or OpenAI) is overloaded.</source>
        <translation>AI 提供商（Anthropic 或 OpenAI）过载。</translation>
    </message>
    <message>
        <source>Wait 5–10 seconds, then retry.</source>
        <translation>等待 5–10 秒，然后重试。</translation>
    </message>
    <message>
        <source>Yes, after 5–10 seconds.</source>
        <translation>是，5–10 秒后重试。</translation>
    </message>
    <message>
        <source>Not the same as 503, where DeRouter has no provider available.</source>
        <translation>与 503 不同，后者是 DeRouter 没有可用的提供商。</translation>
    </message>
    <message>
        <source>Provider quota used up</source>
        <translation>提供商配额用尽</translation>
    </message>
    <message>
        <source>The AI provider&apos;s own billing limit is reached, and its error was passed through with status 429.</source>
        <translation>已达到 AI 提供商自身的计费上限，其错误以状态码 429 透传。</translation>
    </message>
    <message>
        <source>Do not wait for it. Send the request-id to support, and use another model meanwhile.</source>
        <translation>不要为此等待。请将 request-id 发给支持团队，在此期间改用其他模型。</translation>
    </message>
    <message>
        <source>No. Waiting does not help.</source>
        <translation>否。等待没有帮助。</translation>
    </message>
    <message>
        <source>It is neither your DeRouter balance nor a speed limit. By the guide a 429 is yours to act on, but its advice to wait a few seconds does not fit this one.</source>
        <translation>这既不是您的 DeRouter 余额问题，也不是速度限制。按照指南，429 应由您处理，但其等待几秒的建议不适用于此情况。</translation>
    </message>
    <message>
        <source>api_error, code unknown</source>
        <translation>api_error，代码未知</translation>
    </message>
    <message>
        <source>The record gives the type api_error without a status. By the guide it is either 503, DeRouter has no available providers, or one of 500, 502 and 504, an error at the AI provider.</source>
        <translation>记录给出了类型 api_error，但没有状态码。按照指南，它要么是 503，即 DeRouter 没有可用的提供商，要么是 500、502 和 504 之一，即 AI 提供商的错误。</translation>
    </message>
    <message>
        <source>Retry in 2–5 seconds: that suits both readings. To know which it was, look for the request-id in a log that shows the status.</source>
        <translation>2–5 秒后重试：这对两种解读都适用。若要知道是哪一种，请在显示状态码的日志中查找该 request-id。</translation>
    </message>
    <message>
        <source>Whose move it is cannot be told from this record.</source>
        <translation>从此记录无法判断由谁处理。</translation>
    </message>
    <message>
        <source>Closed by the client</source>
        <translation>客户端关闭连接</translation>
    </message>
    <message>
        <source>The program that asked ended the connection before the answer was complete: it gave up waiting, or it was stopped.</source>
        <translation>发出请求的程序在响应完成之前结束了连接：它放弃了等待，或者被停止。</translation>
    </message>
    <message>
        <source>If nobody stopped it, raise the program&apos;s time limit, or let it stream the answer.</source>
        <translation>如果没有人停止它，请调高程序的超时时间，或让它以流式方式接收响应。</translation>
    </message>
    <message>
        <source>Only if the answer is still needed.</source>
        <translation>仅当仍然需要该响应时。</translation>
    </message>
    <message>
        <source>A proxy writes this status into its own log; it is not an answer of DeRouter. A slow AI provider is often behind it.</source>
        <translation>此状态码由代理写入其自己的日志；它不是 DeRouter 的响应。背后往往是响应缓慢的 AI 提供商。</translation>
    </message>
    <message>
        <source>CDN error</source>
        <translation>CDN 错误</translation>
    </message>
    <message>
        <source>The delivery network (CDN) in front of DeRouter answered in its place.</source>
        <translation>DeRouter 前面的分发网络（CDN）代替 DeRouter 作出了响应。</translation>
    </message>
    <message>
        <source>Retry shortly. If it is a 524, stream the answer or ask for less at once: the network waits 100 seconds at most.</source>
        <translation>片刻后重试。如果是 524，请以流式方式接收响应，或减少单次请求的内容：该网络最多等待 100 秒。</translation>
    </message>
    <message>
        <source>Such an answer has no error.type, and a cf-ray in place of the request-id: give that one to support.</source>
        <translation>这样的响应没有 error.type，并以 cf-ray 代替 request-id：请将 cf-ray 提供给支持团队。</translation>
    </message>
    <message>
        <source>No response</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>The request got no answer: the connection was refused or broke, or the program&apos;s own time limit was reached.</source>
        <translation>请求没有得到响应：连接被拒绝或中断，或者达到了程序自身的超时时间。</translation>
    </message>
    <message>
        <source>Check the network, the address and the program&apos;s time limit, then retry.</source>
        <translation>检查网络、地址和程序的超时时间，然后重试。</translation>
    </message>
    <message>
        <source>Yes, once the connection works.</source>
        <translation>是，连接正常后重试。</translation>
    </message>
    <message>
        <source>Without an answer there is no status and no request-id. This is not the guide&apos;s 504, where the AI provider timed out.</source>
        <translation>没有响应，也就没有状态码和 request-id。这不是指南中的 504，后者是 AI 提供商超时。</translation>
    </message>
    <message>
        <source>Error inside a stream</source>
        <translation>流中的错误</translation>
    </message>
    <message>
        <source>The answer began with status 200 and then failed. The error states no type, or one that the guide does not list.</source>
        <translation>响应以状态码 200 开始，随后失败。错误没有注明类型，或注明的类型未列于指南。</translation>
    </message>
    <message>
        <source>Follow the original message. If it does not help, send the request-id to support.</source>
        <translation>按照原始消息处理。如果没有帮助，请将 request-id 发给支持团队。</translation>
    </message>
    <message>
        <source>Not known: the guide says nothing about it.</source>
        <translation>未知：指南对此没有说明。</translation>
    </message>
    <message>
        <source>An access log shows this request as a success.</source>
        <translation>访问日志会将此请求显示为成功。</translation>
    </message>
    <message>
        <source>The guide does not list this status.</source>
        <translation>指南未列出此状态码。</translation>
    </message>
    <message>
        <source>It may come from a proxy between you and DeRouter: then there is no request-id.</source>
        <translation>它可能来自您与 DeRouter 之间的代理：这时没有 request-id。</translation>
    </message>
    <message>
        <source>Your own proxy</source>
        <translation>您自己的代理</translation>
    </message>
    <message>
        <source>A proxy between your program and DeRouter answered by itself: it could not connect, got no answer in time, or refused the request. The answer did not come from DeRouter.</source>
        <translation>您的程序与 DeRouter 之间的代理自行作出了响应：它无法连接、未及时得到响应，或拒绝了请求。该响应并非来自 DeRouter。</translation>
    </message>
    <message>
        <source>Look into the proxy&apos;s error log, and check the address it passes requests to, its name lookup and its time limits.</source>
        <translation>请查看代理的错误日志，并检查它转发请求的目标地址、名称解析和超时时间。</translation>
    </message>
    <message>
        <source>Yes, once the proxy works.</source>
        <translation>是，代理正常后重试。</translation>
    </message>
    <message>
        <source>Such an answer has no request-id. It is not the guide&apos;s code of the same number.</source>
        <translation>这样的响应没有 request-id。它不是指南中相同数字的代码。</translation>
    </message>
</context>
<context>
    <name>GuideFile</name>
    <message>
        <source>“%1” has to be two whole numbers of seconds up to %2, such as [5, 10].</source>
        <translation>“%1”必须是两个不超过 %2 的整数秒，例如 [5, 10]。</translation>
    </message>
    <message>
        <source>“%1” has to be a text of at most %2 letters.</source>
        <translation>“%1”必须是最多 %2 个字符的文本。</translation>
    </message>
    <message>
        <source>That is no JSON: %1, at byte %2.</source>
        <translation>这不是 JSON：%1，位于第 %2 字节。</translation>
    </message>
    <message>
        <source>That is no guide: its JSON is no object.</source>
        <translation>这不是指南：其 JSON 不是对象。</translation>
    </message>
    <message>
        <source>That is no guide: none of its members is a text of one.</source>
        <translation>这不是指南：其中没有任何成员是指南的文本。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is too large for a guide.</source>
        <translation>%1 对于指南来说太大。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file, and what is wrong with it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The built-in texts of the guide are shown.</source>
        <translation>现在显示内置的指南文本。</translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>it goes one step back.</source>
        <translation>它用于返回一步。</translation>
    </message>
    <message>
        <source>it moves and chooses in tables and fields.</source>
        <translation>它用于在表格和输入框中移动和选择。</translation>
    </message>
    <message>
        <source>it copies what is chosen.</source>
        <translation>它用于复制所选内容。</translation>
    </message>
    <message>
        <source>it chooses everything.</source>
        <translation>它用于全选。</translation>
    </message>
    <message>
        <source>it belongs to the chart and the filters.</source>
        <translation>它用于图表和筛选条件。</translation>
    </message>
    <message>
        <source>it sizes the columns of the table.</source>
        <translation>它用于调整表格的列宽。</translation>
    </message>
    <message>
        <source>it opens the menu of what is chosen.</source>
        <translation>它用于打开所选内容的菜单。</translation>
    </message>
    <message>
        <source>Alt with a letter opens menus and presses buttons.</source>
        <translation>Alt 加字母用于打开菜单和按下按钮。</translation>
    </message>
    <message>
        <source>This key has no name and cannot be kept.</source>
        <translation>此按键没有名称，无法保存。</translation>
    </message>
    <message>
        <source>%1 cannot be taken: %2</source>
        <comment>a key, and what it does</comment>
        <translation>%1 不可占用：%2</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>English</source>
        <translation>简体中文</translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source>, </source>
        <comment>between the items of an enumeration</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>OurReading</name>
    <message>
        <source>%1 (our reading)</source>
        <translation>%1（我们的解读）</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>“%1” is no host: write it without https://, port and path, such as llm.example.com.</source>
        <translation>“%1”不是主机：请勿包含 https://、端口和路径，例如 llm.example.com。</translation>
    </message>
    <message>
        <source>“%1” is no path: it begins with / and has no ? or # in it, such as /llm/v1/messages.</source>
        <translation>“%1”不是路径：路径以 / 开头，且不含 ? 或 #，例如 /llm/v1/messages。</translation>
    </message>
</context>
<context>
    <name>PrivateFiles</name>
    <message>
        <source>Others could read what the program keeps for you (%1); now only you can.</source>
        <translation>其他用户曾可读取程序为您保存的内容（%1）；现在只有您可以读取。</translation>
    </message>
</context>
<context>
    <name>RateChart</name>
    <message>
        <source>Failures in percent of requests, per %1</source>
        <translation>失败占请求的百分比（每 %1）</translation>
    </message>
    <message>
        <source>Failures per %1</source>
        <translation>失败数（每 %1）</translation>
    </message>
    <message>
        <source>No failure has a time.</source>
        <translation>没有任何失败带有时间。</translation>
    </message>
    <message>
        <source>%1. %2: failures: %3; the most, %4, at %5.</source>
        <comment>title, range, count, count, range</comment>
        <translation>%1。%2：失败 %3 次；最多 %4 次，在 %5。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a code and its count</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Requests: %1</source>
        <translation>请求：%1</translation>
    </message>
    <message>
        <source>Failed attempts per %1</source>
        <translation>失败尝试数（每 %1）</translation>
    </message>
    <message>
        <source>Failed attempts in percent of requests, per %1</source>
        <translation>失败尝试占请求的百分比（每 %1）</translation>
    </message>
    <message numerus="yes">
        <source>%n without a time are not on the chart</source>
        <translation>
            <numerusform>%n 次失败没有时间，未显示在图表中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of an unlikely time are not on the chart</source>
        <translation>
            <numerusform>%n 次失败的时间不合理，未显示在图表中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>grey: requests, up to %1</source>
        <translation>灰色：请求，最多 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a time and what happened</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n more mark(s) stand in the table.</source>
        <translation>
            <numerusform>另有 %n 个标记列在表格中。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1 % (%2 of %3)</source>
        <comment>a share, a count, all requests</comment>
        <translation>%1%（%2/%3）</translation>
    </message>
    <message>
        <source>grey: requests</source>
        <translation>灰色：请求</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>DeRouter errors</source>
        <translation>DeRouter 错误</translation>
    </message>
    <message>
        <source>Failures over time, by code</source>
        <translation>失败随时间的变化（按代码）</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Whose move</source>
        <translation>由谁处理</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理方法</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The latest %1 of %2.</source>
        <translation>共 %2 次，此处为最近 %1 次。</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>时间（UTC）</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Request-id</source>
        <translation>request-id</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>%1 is a symbolic link; a report is not written through links.</source>
        <translation>%1 是符号链接；报告不会经由链接写入。</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation>%1 不是普通文件。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>no response</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>in a stream</source>
        <translation>流中</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n 次失败</numerusform>
        </translation>
    </message>
    <message>
        <source> in %1 requests (%2 %)</source>
        <translation> (占 %1 个请求的 %2%)</translation>
    </message>
    <message>
        <source>, from %1 to %2 UTC</source>
        <translation>，从 %1 到 %2 UTC</translation>
    </message>
    <message>
        <source>%1: %2, %3 lines</source>
        <translation>%1：%2，%3 行</translation>
    </message>
    <message>
        <source>format not known</source>
        <translation>格式未知</translation>
    </message>
    <message>
        <source>, %1 not understood</source>
        <translation>，%1 行未识别</translation>
    </message>
    <message>
        <source>, %1 too long and cut</source>
        <translation>，%1 行过长被截短</translation>
    </message>
    <message numerus="yes">
        <source>%n other request(s) in the log are not DeRouter&apos;s.</source>
        <translation>
            <numerusform>日志中另有 %n 个请求不是 DeRouter 的。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in the guide.</source>
        <translation>指南未收录。</translation>
    </message>
    <message>
        <source>Retry: %1</source>
        <translation>重试：%1</translation>
    </message>
    <message>
        <source>Last request-id: %1</source>
        <translation>最近的 request-id：%1</translation>
    </message>
    <message>
        <source>Whose move: %1</source>
        <translation>由谁处理：%1</translation>
    </message>
    <message>
        <source>Sources:</source>
        <translation>来源：</translation>
    </message>
    <message>
        <source>Last request-id</source>
        <translation>最近的 request-id</translation>
    </message>
    <message>
        <source>Only failures that the filter shows: %1.</source>
        <translation>仅含筛选后显示的失败：%1。</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1。</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Another window keeps the session; what is open in this one is not remembered.</source>
        <translation>会话由另一个窗口保存；此窗口中打开的内容不会被记住。</translation>
    </message>
    <message>
        <source>The session of the last run cannot be read; it was put aside as %1.</source>
        <translation>无法读取上次运行的会话；已将其另存为 %1。</translation>
    </message>
    <message>
        <source>Others can write %1; the commands in it were not run.</source>
        <translation>其他人可以写入 %1；其中的命令未运行。</translation>
    </message>
    <message>
        <source>The session cannot be written to %1: %2.</source>
        <translation>无法将会话写入 %1：%2。</translation>
    </message>
    <message>
        <source>Others can write %1; the addresses in it were not opened.</source>
        <translation>其他人可以写入 %1；其中的地址未打开。</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>%1 cannot be unpacked beyond byte %2: %3. What came before was read.</source>
        <translation>%1 在第 %2 字节之后无法解压：%3。此前的内容已读取。</translation>
    </message>
    <message>
        <source>the data is damaged</source>
        <translation>数据已损坏</translation>
    </message>
    <message>
        <source>a PNG image</source>
        <translation>PNG 图像</translation>
    </message>
    <message>
        <source>a JPEG image</source>
        <translation>JPEG 图像</translation>
    </message>
    <message>
        <source>a GIF image</source>
        <translation>GIF 图像</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>SQLite 数据库</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>二进制数据</translation>
    </message>
    <message>
        <source>%1 cannot be read: permission denied.</source>
        <translation>无法读取 %1：权限被拒绝。</translation>
    </message>
    <message>
        <source>%1 is a folder without log files in it.</source>
        <translation>%1 是不含日志文件的文件夹。</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is not a text log: it looks like %2.</source>
        <translation>%1 不是文本日志：它看起来是 %2。</translation>
    </message>
    <message>
        <source>%1 cannot be read further: %2.</source>
        <translation>无法继续读取 %1：%2。</translation>
    </message>
    <message>
        <source>Standard input cannot be read: %1.</source>
        <translation>无法读取标准输入：%1。</translation>
    </message>
    <message>
        <source>%1 has a hole of %2 zero bytes.</source>
        <translation>%1 中有一段 %2 个零字节的空洞。</translation>
    </message>
    <message>
        <source>%1 was rotated more often than it could be looked at; files in between may be gone.</source>
        <translation>%1 轮转过于频繁，来不及查看；其间的文件可能已丢失。</translation>
    </message>
    <message>
        <source>%1 was truncated or rewritten while it was read.</source>
        <translation>%1 在读取期间被截断或重写。</translation>
    </message>
    <message>
        <source>%1 was copied and truncated; lines written in between exist nowhere.</source>
        <translation>%1 被复制并截断；其间写入的行已不复存在。</translation>
    </message>
    <message>
        <source>%1 was truncated or rewritten before all of it was read.</source>
        <translation>%1 在全部读完之前被截断或重写。</translation>
    </message>
    <message>
        <source>%1 was truncated or rewritten and is read from its beginning.</source>
        <translation>%1 被截断或重写，现从头读取。</translation>
    </message>
    <message>
        <source>%1 waits: too many files are open.</source>
        <translation>%1 正在等待：打开的文件过多。</translation>
    </message>
    <message>
        <source>%1 is a device, not a log file.</source>
        <translation>%1 是设备，不是日志文件。</translation>
    </message>
    <message>
        <source>%1 is a socket, not a log file.</source>
        <translation>%1 是套接字，不是日志文件。</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>%1 has more than %2 files; reading stopped there.</source>
        <translation>%1 的文件超过 %2 个；已在此处停止读取。</translation>
    </message>
    <message>
        <source>%1 is encrypted and cannot be read.</source>
        <translation>%1 已加密，无法读取。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 is packed in more than two layers and was not read: unpack it and open it by itself.</source>
        <translation>%1 的打包超过两层，未读取：请将其解包后单独打开。</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>Passed over as no logs: %1.</source>
        <translation>以下不是日志，已跳过：%1。</translation>
    </message>
    <message>
        <source>%1 It is one of %2 faults of the archive.</source>
        <translation>%1这是该归档的 %2 个问题之一。</translation>
    </message>
    <message>
        <source>%1 is an archive without logs in it.</source>
        <translation>%1 是不含日志的归档。</translation>
    </message>
    <message>
        <source>A command begins with a program, not with “%1”.</source>
        <translation>命令应以程序开头，而不是“%1”。</translation>
    </message>
    <message>
        <source>%1 is not run: name a program in PATH, or its whole path.</source>
        <translation>不会运行 %1：请指定 PATH 中的程序，或其完整路径。</translation>
    </message>
    <message>
        <source>There is no program %1 in PATH.</source>
        <translation>PATH 中没有程序 %1。</translation>
    </message>
    <message>
        <source>%1 is no program that can be run.</source>
        <translation>%1 不是可运行的程序。</translation>
    </message>
    <message>
        <source>%1 is a batch file, which a shell would read; it is not run.</source>
        <translation>%1 是批处理文件，会由 shell 解释；不会运行。</translation>
    </message>
    <message>
        <source>No shell is used: “%1” is given to %2 as it stands.</source>
        <translation>不使用 shell：“%1”会原样传给 %2。</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2.</source>
        <translation>无法启动 %1：%2。</translation>
    </message>
    <message>
        <source>%1 was started again; lines may be missing or given twice.</source>
        <translation>%1 已重新启动；可能有行缺失或重复。</translation>
    </message>
    <message>
        <source>%1 ended.</source>
        <translation>%1 已结束。</translation>
    </message>
    <message>
        <source>%1 was ended by signal %2.</source>
        <translation>%1 被信号 %2 终止。</translation>
    </message>
    <message>
        <source>%1 ended with exit code %2.</source>
        <translation>%1 已结束，退出码为 %2。</translation>
    </message>
    <message>
        <source>%1 was ended by signal %2: %3</source>
        <translation>%1 被信号 %2 终止：%3</translation>
    </message>
    <message>
        <source>%1 ended with exit code %2: %3</source>
        <translation>%1 已结束，退出码为 %2：%3</translation>
    </message>
    <message>
        <source>%1 says: %2</source>
        <translation>%1 报告：%2</translation>
    </message>
    <message>
        <source>%1 could not be read to its end.</source>
        <translation>%1 未能读到结尾。</translation>
    </message>
    <message>
        <source>a 7-Zip archive, which has to be unpacked first</source>
        <translation>7-Zip 归档，必须先解包</translation>
    </message>
    <message>
        <source>a RAR archive, which has to be unpacked first</source>
        <translation>RAR 归档，必须先解包</translation>
    </message>
    <message>
        <source>%1 has something behind its end that cannot be unpacked; it was passed over.</source>
        <translation>%1 的结尾之后有无法解压的内容；已跳过。</translation>
    </message>
    <message>
        <source>%1 is damaged: the checksum of the unpacked bytes %2 to %3 is wrong. They were read all the same.</source>
        <translation>%1 已损坏：解压后第 %2 到 %3 字节的校验和错误。这些字节仍被读取。</translation>
    </message>
    <message>
        <source>it is truncated</source>
        <translation>数据被截断</translation>
    </message>
    <message>
        <source>%1 is an archive, and not one log: open it by itself.</source>
        <translation>%1 是归档，而不是单个日志：请单独打开它。</translation>
    </message>
    <message>
        <source>%1 is compressed more than once: open it by itself.</source>
        <translation>%1 被多次压缩：请单独打开它。</translation>
    </message>
    <message>
        <source>%1: %2 bytes that were read in an earlier run are gone from the disk.</source>
        <translation>%1：先前运行中已读取的 %2 字节已从磁盘上消失。</translation>
    </message>
    <message>
        <source>%1 unpacks to more than %2; reading stopped there.</source>
        <translation>%1 解压后超过 %2；已在此处停止读取。</translation>
    </message>
    <message>
        <source>%1 unpacks to more than %2 times its size, as no log does; reading stopped at byte %3.</source>
        <translation>%1 解压后超过其大小的 %2 倍，日志不会这样；已在第 %3 字节处停止读取。</translation>
    </message>
    <message>
        <source>Write the address of a Loki as loki+http://host:3100/?query={app=&quot;api&quot;}.</source>
        <translation>Loki 的地址请写成 loki+http://host:3100/?query={app=&quot;api&quot;}。</translation>
    </message>
    <message>
        <source>Write an address to listen at as tcp://127.0.0.1:5140 or udp://[::1]:5140.</source>
        <translation>监听地址请写成 tcp://127.0.0.1:5140 或 udp://[::1]:5140。</translation>
    </message>
    <message>
        <source>The address&apos;s “since” is a span such as 15m, 2h or 1d.</source>
        <translation>地址中的“since”是时间跨度，如 15m、2h 或 1d。</translation>
    </message>
    <message>
        <source>The address of a Loki takes “query” and “since”; an &amp; in the query is written %26.</source>
        <translation>Loki 的地址接受“query”和“since”；查询中的 &amp; 写作 %26。</translation>
    </message>
    <message>
        <source>The address says no query: add ?query={app=&quot;api&quot;}, with labels of your own.</source>
        <translation>地址中没有查询：请加上 ?query={app=&quot;api&quot;}，并使用您自己的标签。</translation>
    </message>
    <message>
        <source>%1 is not listened at: only programs on this computer may send, to 127.0.0.1 or [::1], as syslog does not tell who sends.</source>
        <translation>不会监听 %1：只有本机上的程序可以向 127.0.0.1 或 [::1] 发送，因为 syslog 不说明发送者。</translation>
    </message>
    <message>
        <source>An address begins with tcp://, udp://, loki+http:// or loki+https://.</source>
        <translation>地址以 tcp://、udp://、loki+http:// 或 loki+https:// 开头。</translation>
    </message>
    <message>
        <source>Messages to %1 that broke off in the middle: %2.</source>
        <translation>发往 %1、中途中断的消息：%2。</translation>
    </message>
    <message>
        <source>Messages to %1 that were cut, as they are longer than 1 MiB: %2.</source>
        <translation>发往 %1、因超过 1 MiB 而被截短的消息：%2。</translation>
    </message>
    <message>
        <source>Connections to %1 that were closed, as the length of a message is wrong: %2.</source>
        <translation>到 %1、因消息长度有误而被关闭的连接：%2。</translation>
    </message>
    <message>
        <source>Connections to %1 that were closed, as too many are open: %2.</source>
        <translation>到 %1、因打开的连接过多而被关闭的连接：%2。</translation>
    </message>
    <message>
        <source>Datagrams to %1 that the system dropped, as they came faster than they were read: %2.</source>
        <translation>发往 %1、因到达快于读取而被系统丢弃的数据报：%2。</translation>
    </message>
    <message>
        <source>Datagrams to %1 that were cut, as they are longer than what is taken of one: %2.</source>
        <translation>发往 %1、因超出单个数据报的接收长度而被截短的数据报：%2。</translation>
    </message>
    <message>
        <source>%1 has no end that could be read to; it has to be followed.</source>
        <translation>%1 没有可以读到的结尾；必须以跟踪方式读取。</translation>
    </message>
    <message>
        <source>Another program listens at %1.</source>
        <translation>另一个程序正在监听 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be listened at: %2.</source>
        <translation>无法监听 %1：%2。</translation>
    </message>
    <message>
        <source>What is to be sent to a Loki as a token or tenant is no single line.</source>
        <translation>要作为令牌或租户发送给 Loki 的内容不是单独一行。</translation>
    </message>
    <message>
        <source>A password or token is not sent to %1, where it could be read on the way: use loki+https.</source>
        <translation>不会向 %1 发送密码或令牌，因为途中可能被读取：请使用 loki+https。</translation>
    </message>
    <message>
        <source>There are no certificates in %1.</source>
        <translation>%1 中没有证书。</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 未及时响应。</translation>
    </message>
    <message>
        <source>%1 is not trusted: %2.</source>
        <translation>%1 不受信任：%2。</translation>
    </message>
    <message>
        <source>%1 answers with more than is read of one answer.</source>
        <translation>%1 的响应超出了单个响应的读取上限。</translation>
    </message>
    <message>
        <source>The query asks %1 for numbers, not for lines.</source>
        <translation>该查询向 %1 请求的是数值，而不是行。</translation>
    </message>
    <message>
        <source>%1 does not answer as a Loki does.</source>
        <translation>%1 的响应不是 Loki 的响应。</translation>
    </message>
    <message>
        <source>%1 gives no more than %2 lines of one nanosecond; some may be missing.</source>
        <translation>%1 对同一纳秒最多给出 %2 行；可能有行缺失。</translation>
    </message>
    <message>
        <source>%1 has labels of more than 64 KiB; they were left out.</source>
        <translation>%1 有超过 64 KiB 的标签；这些标签已略去。</translation>
    </message>
    <message>
        <source>%1 leads to %2, and is not followed there: name the address itself.</source>
        <translation>%1 指向 %2，程序不会转到那里：请直接指定该地址。</translation>
    </message>
    <message>
        <source>%1 answers %2.</source>
        <translation>%1 返回 %2。</translation>
    </message>
    <message>
        <source>%1 answers %2: %3.</source>
        <translation>%1 返回 %2：%3。</translation>
    </message>
    <message>
        <source>Write user:password@ before its host, or set LOKI_USERNAME and LOKI_PASSWORD.</source>
        <translation>请在其主机之前写上 user:password@，或设置 LOKI_USERNAME 和 LOKI_PASSWORD。</translation>
    </message>
    <message>
        <source>It is asked again after %1 s.</source>
        <translation>将在 %1 秒后再次查询。</translation>
    </message>
    <message>
        <source>%1 could not be read for %2 s; lines that it was given late may be missing.</source>
        <translation>%1 有 %2 秒无法读取；较晚送达它的行可能缺失。</translation>
    </message>
    <message>
        <source>%1 is incomplete: the end of the compressed data is missing.</source>
        <translation>%1 不完整：压缩数据的末尾缺失。</translation>
    </message>
    <message>
        <source>%1 never appeared.</source>
        <translation>%1 一直没有出现。</translation>
    </message>
    <message>
        <source>%1 does not exist; it is read as soon as it does.</source>
        <translation>%1 不存在；一旦出现即会读取。</translation>
    </message>
</context>
<context>
    <name>SourceState</name>
    <message>
        <source>%1: %2</source>
        <comment>a state and its reason</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>跟踪中</translation>
    </message>
    <message>
        <source>Read to its end</source>
        <translation>已读到结尾</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cannot be read now</source>
        <translation>暂时无法读取</translation>
    </message>
    <message>
        <source>Reading %1 %, %2 to go</source>
        <translation>正在读取 %1%，剩余 %2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Paused, %1 wait</source>
        <translation>已暂停，%1 待读取</translation>
    </message>
</context>
<context>
    <name>Ticket</name>
    <message>
        <source>[Cut here: a mail link cannot hold more. The whole ticket is on the clipboard: paste it here.]</source>
        <translation>[已在此处截断：邮件链接容纳不下更多内容。完整工单在剪贴板中：请粘贴到此处。]</translation>
    </message>
    <message numerus="yes">
        <source>DeRouter API: %n failed request(s)</source>
        <translation>
            <numerusform>DeRouter API：%n 个失败请求</numerusform>
        </translation>
    </message>
    <message>
        <source>DeRouter API error:</source>
        <translation>DeRouter API 错误:</translation>
    </message>
    <message>
        <source>DeRouter support ticket</source>
        <translation>DeRouter 支持工单</translation>
    </message>
    <message>
        <source>Hello DeRouter support,</source>
        <translation>DeRouter 支持团队，您好：</translation>
    </message>
    <message numerus="yes">
        <source>please look into %n failed request(s):</source>
        <translation>
            <numerusform>请排查以下 %n 个失败请求：</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 in full:</source>
        <translation>前 %1 个的完整信息：</translation>
    </message>
    <message>
        <source>Failure %1 of %2</source>
        <translation>失败 %1/%2</translation>
    </message>
    <message>
        <source>Program: %1</source>
        <translation>程序: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>收件人: %1</translation>
    </message>
    <message>
        <source>Subject:</source>
        <translation>主题:</translation>
    </message>
    <message>
        <source>not in the log</source>
        <translation>日志中没有</translation>
    </message>
    <message numerus="yes">
        <source>(%n more character(s))</source>
        <translation>
            <numerusform>(另有 %n 个字符)</numerusform>
        </translation>
    </message>
    <message>
        <source>time not in the log</source>
        <translation>日志中没有时间</translation>
    </message>
    <message>
        <source>zone assumed, the log names none</source>
        <translation>时区为推定，日志未注明</translation>
    </message>
    <message>
        <source>date assumed, the log names none</source>
        <translation>日期为推定，日志未注明</translation>
    </message>
    <message>
        <source>that of the line before or after</source>
        <translation>取自前一行或后一行</translation>
    </message>
    <message>
        <source>no response</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>error in a stream</source>
        <translation>流中的错误</translation>
    </message>
    <message>
        <source>200, then an error inside the stream</source>
        <translation>200，随后流中出现错误</translation>
    </message>
    <message>
        <source>%1 (%2 by a program in between)</source>
        <translation>%1（由中间程序报告为 %2）</translation>
    </message>
    <message>
        <source>a proxy on our side, not DeRouter</source>
        <translation>我方的代理，不是 DeRouter</translation>
    </message>
    <message>
        <source>the delivery network in front of DeRouter</source>
        <translation>DeRouter 前面的分发网络</translation>
    </message>
    <message>
        <source>nobody: the client went away first</source>
        <translation>无：客户端先断开了连接</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>host not in the log</source>
        <translation>日志中没有主机</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1, no other is known</source>
        <translation>第 %1 次，没有已知的其他尝试</translation>
    </message>
    <message>
        <source>no other is known</source>
        <translation>没有已知的其他尝试</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which attempt, and of how many</comment>
        <translation>第 %1/%2 次</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>共 %1 次中的一次</translation>
    </message>
    <message>
        <source>no request-id</source>
        <translation>没有 request-id</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Request-id</source>
        <translation>request-id</translation>
    </message>
    <message>
        <source>none, the log shows none</source>
        <translation>无，日志中没有</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>时间（UTC）</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>本地时间</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>响应方</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Streamed</source>
        <translation>流式</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Other failed attempts</source>
        <translation>其他失败尝试</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) without a request-id: support can hardly trace them.</source>
        <translation>
            <numerusform>%n 次失败没有 request-id：支持团队很难追查。</numerusform>
        </translation>
    </message>
    <message>
        <source>For the next time, log the response header “request-id”: in nginx $upstream_http_request_id; in Python error.response.headers[&quot;request-id&quot;]; in Node.js that of error.headers. The request_id of OpenAI&apos;s SDKs stays empty: they read x-request-id.</source>
        <translation>为便于下次追查，请将响应头“request-id”写入日志：nginx 中为 $upstream_http_request_id；Python 中为 error.response.headers[&quot;request-id&quot;]；Node.js 中为 error.headers 中的该响应头。OpenAI SDK 的 request_id 始终为空：它们读取的是 x-request-id。</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) were not answered by DeRouter but on the way to it: there is no request-id, and DeRouter may know nothing of them.</source>
        <translation>
            <numerusform>%n 次失败不是由 DeRouter 响应，而是在到达 DeRouter 的途中得到响应：没有 request-id，DeRouter 可能对此一无所知。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) got no answer at all, so there is no request-id: give the time as exactly as you can.</source>
        <translation>
            <numerusform>%n 次失败完全没有得到响应，因此没有 request-id：请尽可能精确地给出时间。</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>TimeAxis</name>
    <message>
        <source>MMM yyyy</source>
        <comment>month of a year, as QLocale writes it</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day of a month, as QLocale writes it</comment>
        <translation>M月d日</translation>
    </message>
</context>
<context>
    <name>TimeBuckets</name>
    <message>
        <source>second</source>
        <translation>1 秒</translation>
    </message>
    <message>
        <source>5 seconds</source>
        <translation>5 秒</translation>
    </message>
    <message>
        <source>10 seconds</source>
        <translation>10 秒</translation>
    </message>
    <message>
        <source>30 seconds</source>
        <translation>30 秒</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>10 minutes</source>
        <translation>10 分钟</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 分钟</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>6 hours</source>
        <translation>6 小时</translation>
    </message>
    <message>
        <source>day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>365 days</source>
        <translation>365 天</translation>
    </message>
    <message>
        <source>3,650 days</source>
        <translation>3,650 天</translation>
    </message>
</context>
<context>
    <name>TimeQuality</name>
    <message>
        <source>The record has no time.</source>
        <translation>记录没有时间。</translation>
    </message>
    <message>
        <source>Zone assumed: the stamp names none and was read as of %1.</source>
        <translation>时区为推定：时间戳未注明时区，按 %1 读取。</translation>
    </message>
    <message>
        <source>Zone assumed: the stamp names none.</source>
        <translation>时区为推定：时间戳未注明时区。</translation>
    </message>
    <message>
        <source>Date assumed: the stamp names no date or no year; it was completed from the file&apos;s own time.</source>
        <translation>日期为推定：时间戳未注明日期或年份；已根据文件自身的时间补全。</translation>
    </message>
    <message>
        <source>Taken from the line before or after: the record has no time of its own.</source>
        <translation>取自前一行或后一行：记录本身没有时间。</translation>
    </message>
    <message>
        <source>%1 (this computer&apos;s)</source>
        <comment>a time zone</comment>
        <translation>%1（本机时区）</translation>
    </message>
</context>
<context>
    <name>derouter::Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Try the Sample Log</source>
        <translation>试用示例日志(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>重新载入(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Stop Reading</source>
        <translation>停止读取(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Copy Request-&amp;id</source>
        <translation>复制 request-id(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Copy Rows</source>
        <translation>复制行(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>跟踪(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next Failure</source>
        <translation>下一个失败(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous Failure</source>
        <translation>上一个失败(&amp;P)</translation>
    </message>
    <message>
        <source>One Step &amp;Back</source>
        <translation>后退一步(&amp;B)</translation>
    </message>
    <message>
        <source>Back to &amp;All</source>
        <translation>返回全部(&amp;A)</translation>
    </message>
    <message>
        <source>Times in &amp;UTC</source>
        <translation>以 UTC 显示时间(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>来源(&amp;S)</translation>
    </message>
    <message>
        <source>As the S&amp;ystem</source>
        <translation>跟随系统(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About DeRouter Error Monitor</source>
        <translation>关于 DeRouter Error Monitor(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>Fi&amp;lter</source>
        <translation>筛选(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Codes</source>
        <translation>代码(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟踪</translation>
    </message>
    <message>
        <source>Copy the chosen rows, separated by tabs</source>
        <translation>复制所选的行，以制表符分隔</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Follow again</source>
        <translation>恢复跟踪</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>← → + − Home</source>
        <translation>← → + − Home</translation>
    </message>
    <message>
        <source>In the chart: earlier, later, less time, more time, the whole time</source>
        <translation>在图表中：更早、更晚、缩短时间、延长时间、全部时间</translation>
    </message>
    <message>
        <source>&amp;Log Format…</source>
        <translation>日志格式(&amp;L)…</translation>
    </message>
    <message>
        <source>One Row per &amp;Call</source>
        <translation>每次调用一行(&amp;C)</translation>
    </message>
    <message>
        <source>Time &amp;Zone…</source>
        <translation>时区(&amp;Z)…</translation>
    </message>
    <message>
        <source>Follow a Co&amp;mmand…</source>
        <translation>跟踪命令(&amp;M)…</translation>
    </message>
    <message>
        <source>Support Tic&amp;ket…</source>
        <translation>支持工单(&amp;K)…</translation>
    </message>
    <message>
        <source>Open a &amp;Folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>One Step &amp;Forward</source>
        <translation>前进一步(&amp;F)</translation>
    </message>
    <message>
        <source>Filters &amp;Off for Now</source>
        <translation>暂时停用筛选条件(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Save Filters…</source>
        <translation>保存筛选条件(&amp;S)…</translation>
    </message>
    <message>
        <source>Sa&amp;ved Filters</source>
        <translation>已保存的筛选条件(&amp;V)</translation>
    </message>
    <message>
        <source>Space − Del</source>
        <translation>空格 − Del</translation>
    </message>
    <message>
        <source>On a filter: on or off, the opposite, remove</source>
        <translation>在筛选条件上：启用或停用、取反、移除</translation>
    </message>
    <message>
        <source>Open an &amp;Address…</source>
        <translation>打开地址(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Explain an Error…</source>
        <translation>解释错误(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Paste as a Lo&amp;g</source>
        <translation>作为日志粘贴(&amp;G)</translation>
    </message>
    <message>
        <source>Sa&amp;ve a Report…</source>
        <translation>保存报告(&amp;V)…</translation>
    </message>
    <message>
        <source>Save a Report on Ever&amp;ything…</source>
        <translation>保存全部失败的报告(&amp;Y)…</translation>
    </message>
    <message>
        <source>Copy as a &amp;Picture</source>
        <translation>复制为图片(&amp;P)</translation>
    </message>
    <message>
        <source>Copy as S&amp;VG</source>
        <translation>复制为 SVG(&amp;V)</translation>
    </message>
    <message>
        <source>Copy &amp;Figures as CSV</source>
        <translation>将数据复制为 CSV(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Save the Chart…</source>
        <translation>保存图表(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>On the failures that the window shows</source>
        <translation>针对窗口显示的失败</translation>
    </message>
    <message>
        <source>On all failures, those that the filter hides too</source>
        <translation>针对所有失败，包括被筛选条件隐藏的失败</translation>
    </message>
    <message>
        <source>A single error is explained, a longer text is read as a log</source>
        <translation>单个错误会得到解释，较长的文本则作为日志读取</translation>
    </message>
    <message>
        <source>C&amp;hart</source>
        <translation>图表(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Group Repeats</source>
        <translation>合并重复项(&amp;G)</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>列(&amp;O)</translation>
    </message>
    <message>
        <source>← → Enter</source>
        <translation>← → Enter</translation>
    </message>
    <message>
        <source>On a group of repeats: fold, unfold, either</source>
        <translation>在重复项分组上：折叠、展开、切换</translation>
    </message>
    <message>
        <source>Ctrl+Shift+← →</source>
        <translation>Ctrl+Shift+← →</translation>
    </message>
    <message>
        <source>In the table: move the column of the chosen cell</source>
        <translation>在表格中：移动所选单元格的列</translation>
    </message>
    <message>
        <source>Alt+Shift+← →</source>
        <translation>Alt+Shift+← →</translation>
    </message>
    <message>
        <source>In the table: make it narrower or wider</source>
        <translation>在表格中：缩窄或加宽该列</translation>
    </message>
    <message>
        <source>&amp;Mark or Unmark</source>
        <translation>标记或取消标记(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>备注(&amp;N)…</translation>
    </message>
    <message>
        <source>Previous Ma&amp;rk</source>
        <translation>上一个标记(&amp;R)</translation>
    </message>
    <message>
        <source>Next Mar&amp;k</source>
        <translation>下一个标记(&amp;K)</translation>
    </message>
    <message>
        <source>Keep the newest failure in view</source>
        <translation>始终显示最新的失败</translation>
    </message>
    <message>
        <source>Show each call once, by its last failed attempt</source>
        <translation>每次调用只显示一次，以其最后一次失败尝试为准</translation>
    </message>
    <message>
        <source>Show failures that differ in numbers and ids at most in one row</source>
        <translation>将仅数字和 ID 不同的失败合并为一行显示</translation>
    </message>
    <message>
        <source>Show times in UTC or in the zone of this computer</source>
        <translation>以 UTC 或本机时区显示时间</translation>
    </message>
    <message>
        <source>Remove every filter and show the whole time</source>
        <translation>移除所有筛选条件并显示全部时间</translation>
    </message>
    <message>
        <source>Following is paused: go to the newest failure and stay there</source>
        <translation>跟踪已暂停：转到最新的失败并停留在那里</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a menu and a command in it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Show or hide a code</source>
        <translation>显示或隐藏某个代码</translation>
    </message>
    <message>
        <source>&amp;Markdown Table</source>
        <translation>&amp;Markdown 表格</translation>
    </message>
    <message>
        <source>&amp;JSON Lines</source>
        <translation>&amp;JSON 行</translation>
    </message>
    <message>
        <source>&amp;Log Records</source>
        <translation>日志记录(&amp;L)</translation>
    </message>
    <message>
        <source>Copy &amp;As</source>
        <translation>复制为(&amp;A)</translation>
    </message>
    <message>
        <source>L&amp;arger Text</source>
        <translation>放大文字(&amp;A)</translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>S&amp;tandard Text Size</source>
        <translation>标准文字大小(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;What Changed…</source>
        <translation>变化对比(&amp;W)…</translation>
    </message>
    <message>
        <source>Compare two times or two logs: what is new, more, fewer or gone</source>
        <translation>比较两段时间或两个日志：新增、增多、减少或消失的错误</translation>
    </message>
    <message>
        <source>Save a Log S&amp;lice…</source>
        <translation>保存日志片段(&amp;L)…</translation>
    </message>
    <message>
        <source>The lines of the logs around the failures that are shown, each secret as a placeholder of its own</source>
        <translation>所显示失败前后的日志行，每个机密以各自的占位符表示</translation>
    </message>
    <message>
        <source>Ne&amp;xt Panel</source>
        <translation>下一个面板(&amp;X)</translation>
    </message>
    <message>
        <source>Pre&amp;vious Panel</source>
        <translation>上一个面板(&amp;V)</translation>
    </message>
    <message>
        <source>Through filters, table, details, chart and sources</source>
        <translation>依次经过筛选条件、表格、详情、图表和来源</translation>
    </message>
    <message>
        <source>Last &amp;5 Minutes</source>
        <translation>最近 5 分钟(&amp;5)</translation>
    </message>
    <message>
        <source>Last &amp;15 Minutes</source>
        <translation>最近 15 分钟(&amp;1)</translation>
    </message>
    <message>
        <source>Last &amp;Hour</source>
        <translation>最近 1 小时(&amp;H)</translation>
    </message>
    <message>
        <source>Last &amp;6 Hours</source>
        <translation>最近 6 小时(&amp;6)</translation>
    </message>
    <message>
        <source>Last &amp;Day</source>
        <translation>最近 1 天(&amp;D)</translation>
    </message>
    <message>
        <source>%1, and on with the clock while a log is followed</source>
        <translation>%1；在跟踪日志时随时钟推移</translation>
    </message>
    <message>
        <source>&amp;All Times</source>
        <translation>全部时间(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>时间(&amp;T)</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>What is followed is not there, and is waited for: the sources say what it is</source>
        <translation>所跟踪的内容不存在，正在等待：来源列表说明了是什么</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Nothing is followed any more: the sources say why</source>
        <translation>不再跟踪任何内容：来源列表说明了原因</translation>
    </message>
</context>
<context>
    <name>derouter::AddressDialog</name>
    <message>
        <source>Open an Address</source>
        <translation>打开地址</translation>
    </message>
    <message>
        <source>Listen for syslog of programs on this computer at tcp://127.0.0.1:5140 or udp://127.0.0.1:5140, or ask a Grafana Loki by its address and a query. A password in the address is not kept.</source>
        <translation>在 tcp://127.0.0.1:5140 或 udp://127.0.0.1:5140 监听本机程序的 syslog，或通过地址和查询语句查询 Grafana Loki。地址中的密码不会保留。</translation>
    </message>
    <message>
        <source>such as loki+https://logs.example.com/?query={app=&quot;api&quot;}&amp;since=2h</source>
        <translation>例如 loki+https://logs.example.com/?query={app=&quot;api&quot;}&amp;since=2h</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>%1 will be asked.</source>
        <translation>将查询 %1。</translation>
    </message>
    <message>
        <source>%1 will be listened at.</source>
        <translation>将监听 %1。</translation>
    </message>
</context>
<context>
    <name>derouter::AlertBanner</name>
    <message>
        <source>Alert</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show only the failures that this is about</source>
        <translation>仅显示与此相关的失败</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>Say nothing of it for a while</source>
        <translation>暂时不再提示</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Hide this; it comes again when there is more to tell</source>
        <translation>隐藏此项；有新情况时会再次出现</translation>
    </message>
    <message>
        <source>For 15 Minutes</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>For 1 Hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>Until It Recovers</source>
        <translation>直到恢复</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>The other alerts</source>
        <translation>其他警报</translation>
    </message>
</context>
<context>
    <name>derouter::AlertTray</name>
    <message>
        <source>Show Window</source>
        <translation>显示窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>DeRouter Error Monitor</source>
        <translation>DeRouter Error Monitor</translation>
    </message>
</context>
<context>
    <name>derouter::Alerts</name>
    <message>
        <source>DeRouter Error Monitor</source>
        <translation>DeRouter Error Monitor</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>alert and count</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n 次失败</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>failures, and in what time</comment>
        <translation>%2内 %1</translation>
    </message>
    <message>
        <source>%1 failures in one minute</source>
        <translation>一分钟内 %1 次失败</translation>
    </message>
    <message>
        <source>It used to write regularly and no longer does</source>
        <translation>该日志此前定期写入，现已停止</translation>
    </message>
    <message numerus="yes">
        <source>%n log(s) used to write regularly and no longer do</source>
        <translation>
            <numerusform>%n 个日志此前定期写入，现已停止</numerusform>
        </translation>
    </message>
    <message>
        <source>Many failures</source>
        <translation>失败过多</translation>
    </message>
    <message>
        <source>No new lines</source>
        <translation>没有新行</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>code and cause</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>New lines again</source>
        <translation>又有新行</translation>
    </message>
    <message>
        <source>Over: %1</source>
        <comment>what it was</comment>
        <translation>已结束：%1</translation>
    </message>
    <message>
        <source>What went quiet writes again</source>
        <translation>停止写入的日志又开始写入</translation>
    </message>
    <message>
        <source>%1, then a request succeeded</source>
        <translation>%1，随后有请求成功</translation>
    </message>
    <message>
        <source>%1, then neither failures nor successes: there is no traffic to judge by</source>
        <translation>%1，随后既无失败也无成功：没有可供判断的流量</translation>
    </message>
    <message>
        <source>%1 with a message of a new form</source>
        <translation>%1，消息形式此前未出现过</translation>
    </message>
    <message>
        <source>it came again, so contact support</source>
        <translation>再次出现，请联系支持团队</translation>
    </message>
    <message>
        <source>first success at %1</source>
        <translation>首次成功于 %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Alert: %1, %2.</source>
        <comment>title, facts</comment>
        <translation>警报：%1，%2。</translation>
    </message>
</context>
<context>
    <name>derouter::AttemptsPart</name>
    <message>
        <source>Attempts of the call</source>
        <translation>该调用的各次尝试</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier attempt(s)</source>
        <translation>
            <numerusform>更早的 %n 次尝试</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::ChartLegend</name>
    <message>
        <source>%1  %2</source>
        <comment>a code and its count</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1
Click: only this one. Ctrl + click: show or hide it.</source>
        <translation>%1
单击：只显示此项。Ctrl + 单击：显示或隐藏。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a code and its count</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1; hidden</source>
        <translation>%1；已隐藏</translation>
    </message>
</context>
<context>
    <name>derouter::ChartPanel</name>
    <message>
        <source>% of requests</source>
        <translation>占请求的百分比</translation>
    </message>
    <message>
        <source>✓ % of requests</source>
        <translation>✓ 占请求的百分比</translation>
    </message>
    <message>
        <source>Show failures in percent of the requests of the same time</source>
        <translation>以占同一时间请求的百分比显示失败</translation>
    </message>
    <message>
        <source>This log shows no successful requests, so there is no percentage</source>
        <translation>此日志未显示成功的请求，因此没有百分比</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>range and zone</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>Some sources show failures only, so there is no percentage</source>
        <translation>部分来源只显示失败，因此没有百分比</translation>
    </message>
    <message>
        <source>By what failures are told apart, and how they are drawn</source>
        <translation>按什么区分失败，以及如何绘制</translation>
    </message>
    <message>
        <source>By &amp;Code</source>
        <translation>按代码(&amp;C)</translation>
    </message>
    <message>
        <source>By C&amp;ause</source>
        <translation>按原因(&amp;A)</translation>
    </message>
    <message>
        <source>By &amp;Whose Move</source>
        <translation>按由谁处理(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Lines Instead of Bars</source>
        <translation>用折线代替柱形(&amp;L)</translation>
    </message>
    <message>
        <source>L&amp;ogarithmic Scale</source>
        <translation>对数刻度(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Requests Behind the Failures</source>
        <translation>在背景中显示请求(&amp;R)</translation>
    </message>
    <message>
        <source>As a &amp;Table…</source>
        <translation>以表格显示(&amp;T)…</translation>
    </message>
</context>
<context>
    <name>derouter::ChartPicture</name>
    <message>
        <source>%1 %2</source>
        <comment>range and zone</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <comment>what is filtered for</comment>
        <translation>仅限：%1</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>range, code, count</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a code and its count</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, requests: %2</source>
        <comment>range, count</comment>
        <translation>%1，请求：%2</translation>
    </message>
    <message>
        <source>%1: %2 – %3</source>
        <comment>number of a mark, time, what happened</comment>
        <translation>%1：%2 – %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::ChartTable</name>
    <message>
        <source>Figures of the Chart</source>
        <translation>图表的数据</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>What happened to the logs</source>
        <translation>日志发生了什么</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
</context>
<context>
    <name>derouter::ColorsPage</name>
    <message>
        <source>The standard colours can be told apart by the colour-blind, too. Code and shape stand beside the colour in any case.</source>
        <translation>标准颜色也能被色盲用户区分。无论如何，颜色旁边都有代码和形状。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change the colour of %1</source>
        <comment>a code</comment>
        <translation>更改 %1 的颜色</translation>
    </message>
    <message>
        <source>Standard colour of %1</source>
        <comment>a code</comment>
        <translation>%1 的标准颜色</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <comment>a code</comment>
        <translation>%1 的颜色</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
</context>
<context>
    <name>derouter::CommandDialog</name>
    <message>
        <source>Follow a Command</source>
        <translation>跟踪命令</translation>
    </message>
    <message>
        <source>What the program writes is read like a log; when it ends, it is started again. No shell is used: pipes, redirections and variables are given to the program as they stand.</source>
        <translation>程序的输出会像日志一样被读取；程序结束后会重新启动。不使用 shell：管道、重定向和变量会原样传给程序。</translation>
    </message>
    <message>
        <source>such as docker logs -f api</source>
        <translation>例如 docker logs -f api</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>The program and its &amp;arguments, a line each:</source>
        <translation>程序及其参数，每行一个(&amp;A)：</translation>
    </message>
    <message>
        <source>Program and arguments</source>
        <translation>程序和参数</translation>
    </message>
    <message>
        <source>%1 will be run.</source>
        <translation>将运行 %1。</translation>
    </message>
</context>
<context>
    <name>derouter::ComparisonDialog</name>
    <message>
        <source>+ new</source>
        <translation>+ 新增</translation>
    </message>
    <message>
        <source>↗ more</source>
        <translation>↗ 增多</translation>
    </message>
    <message>
        <source>↘ fewer</source>
        <translation>↘ 减少</translation>
    </message>
    <message>
        <source>− gone</source>
        <translation>− 消失</translation>
    </message>
    <message>
        <source>= as before</source>
        <translation>= 不变</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a part and its time</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Second half</source>
        <translation>后半段</translation>
    </message>
    <message>
        <source>First half</source>
        <translation>前半段</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>当前显示的时间</translation>
    </message>
    <message>
        <source>Everything before it</source>
        <translation>在此之前的全部</translation>
    </message>
    <message>
        <source>Everything after it</source>
        <translation>在此之后的全部</translation>
    </message>
    <message>
        <source>As long a time before it</source>
        <translation>之前等长的时间</translation>
    </message>
    <message>
        <source>What Changed</source>
        <translation>变化对比</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>&amp;Before:</source>
        <translation>之前(&amp;B)：</translation>
    </message>
    <message>
        <source>&amp;Now:</source>
        <translation>现在(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Show These Failures</source>
        <translation>显示这些失败(&amp;S)</translation>
    </message>
    <message>
        <source>In the window, by their code, their cause and their time or log</source>
        <translation>在窗口中按代码、原因以及时间或日志显示</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>What has changed, a line each</source>
        <translation>各项变化，每项一行</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>There is nothing to compare: open a log with failures at several times.</source>
        <translation>没有可比较的内容：请打开一个在不同时间有失败的日志。</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2 requests (%3 %)</source>
        <comment>failures in so many requests</comment>
        <translation>%2 个请求中有 %1（%3 %）</translation>
    </message>
    <message>
        <source>Before: %1.</source>
        <comment>so many failures</comment>
        <translation>之前：%1。</translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <comment>so many failures</comment>
        <translation>现在：%1。</translation>
    </message>
    <message>
        <source>New: %1 · more: %2 · fewer: %3 · gone: %4 · as before: %5</source>
        <translation>新增：%1 · 增多：%2 · 减少：%3 · 消失：%4 · 不变：%5</translation>
    </message>
    <message numerus="yes">
        <source>%n older failure(s) are no longer kept, and not compared.</source>
        <translation>
            <numerusform>%n 个较早的失败已不再保留，未参与比较。</numerusform>
        </translation>
    </message>
    <message>
        <source>One of the two logs no messages, so they are compared by their codes alone.</source>
        <translation>其中一方没有记录消息，因此只按代码比较。</translation>
    </message>
    <message numerus="yes">
        <source>The first %n line(s) are shown.</source>
        <translation>
            <numerusform>显示前 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 %)</source>
        <comment>failures, share of requests</comment>
        <translation>%1（%2 %）</translation>
    </message>
    <message>
        <source>%1 (%2/min)</source>
        <comment>failures, failures a minute</comment>
        <translation>%1（%2/分钟）</translation>
    </message>
    <message>
        <source>DeRouter failures. Before: %1. Now: %2.</source>
        <comment>the names of two parts</comment>
        <translation>DeRouter 失败。之前：%1。现在：%2。</translation>
    </message>
    <message>
        <source>%1: %2: %3, before %4</source>
        <comment>change, what failed, how often now and before</comment>
        <translation>%1：%2：%3，之前 %4</translation>
    </message>
</context>
<context>
    <name>derouter::ContextLines</name>
    <message>
        <source>Lines around it</source>
        <translation>前后各行</translation>
    </message>
    <message>
        <source>Lines around the record</source>
        <translation>记录前后的行</translation>
    </message>
    <message>
        <source>More Lines</source>
        <translation>更多行</translation>
    </message>
    <message>
        <source>Show more of the log before and after the record</source>
        <translation>显示日志中该记录前后的更多行</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>What came through a pipe, a command or the network cannot be read again.</source>
        <translation>来自管道、命令或网络的内容无法再次读取。</translation>
    </message>
    <message>
        <source>The log does not hold this record any more where it stood.</source>
        <translation>日志中原来的位置已没有这条记录。</translation>
    </message>
    <message>
        <source>They cannot be read again: the log is compressed or encoded, or the record does not stand in it in one piece.</source>
        <translation>无法再次读取：日志已压缩或经过编码，或者该记录在其中不是连续的一段。</translation>
    </message>
    <message>
        <source>the log has no other lines</source>
        <translation>日志没有其他行</translation>
    </message>
    <message>
        <source>as the log is now</source>
        <translation>按日志当前内容</translation>
    </message>
</context>
<context>
    <name>derouter::DataQualityDialog</name>
    <message>
        <source>At byte %1: %2</source>
        <comment>place and cause of a gap</comment>
        <translation>第 %1 字节处：%2</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>状态：%1</translation>
    </message>
    <message>
        <source>In lines</source>
        <translation>在行中</translation>
    </message>
    <message>
        <source>In a line that is not finished yet</source>
        <translation>在尚未结束的行中</translation>
    </message>
    <message>
        <source>Still to be read</source>
        <translation>尚待读取</translation>
    </message>
    <message>
        <source>Lines that another file of the set has too, counted once: %1</source>
        <translation>组内另一个文件也包含的行（只计一次）：%1</translation>
    </message>
    <message>
        <source>Lines too long to be kept whole: %1</source>
        <translation>因过长而无法完整保留的行：%1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>✓ Nothing lost</source>
        <translation>✓ 没有丢失</translation>
    </message>
    <message>
        <source>✕ Lost: %1 bytes, gaps: %2</source>
        <translation>✕ 丢失：%1 字节，缺口：%2</translation>
    </message>
    <message>
        <source>%1 Sources that cannot be read: %2</source>
        <comment>a mark, and how many</comment>
        <translation>%1 无法读取的来源：%2</translation>
    </message>
    <message>
        <source>! Gaps: %1</source>
        <translation>! 缺口：%1</translation>
    </message>
    <message>
        <source>Data Quality</source>
        <translation>数据质量</translation>
    </message>
    <message>
        <source>Account of each source</source>
        <translation>各来源明细</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Every byte that is read is in a line, in the line that is not finished yet, or passed over for a reason. What a log held and the program could not get is listed as a gap.</source>
        <translation>读取的每个字节要么在某一行中，要么在尚未结束的行中，要么因某种原因被跳过。日志中存在而程序未能取得的内容会列为缺口。</translation>
    </message>
    <message>
        <source>Newest %1 of %2 failures; older ones are kept as counts</source>
        <translation>共 %2 次失败，保留最新的 %1 次；更早的仅保留计数</translation>
    </message>
    <message>
        <source>Passed over: given before</source>
        <translation>已跳过：先前已读取</translation>
    </message>
    <message>
        <source>Passed over: zeros</source>
        <translation>已跳过：零字节</translation>
    </message>
    <message>
        <source>Lines without an end, which may have been cut off: %1</source>
        <translation>没有行尾、可能被截断的行：%1</translation>
    </message>
    <message>
        <source>! Paused sources: %1</source>
        <translation>! 已暂停的来源：%1</translation>
    </message>
</context>
<context>
    <name>derouter::DetailPane</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>错误说明</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理方法</translation>
    </message>
    <message>
        <source>Retry?</source>
        <translation>是否重试？</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>补充说明</translation>
    </message>
    <message>
        <source>The guide says both</source>
        <translation>指南的两种说法</translation>
    </message>
    <message>
        <source>How we know</source>
        <translation>判断依据</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Not in the guide</source>
        <translation>指南未收录</translation>
    </message>
    <message>
        <source>Request-id</source>
        <translation>request-id</translation>
    </message>
    <message>
        <source>Copy request-id</source>
        <translation>复制 request-id</translation>
    </message>
    <message>
        <source>Raw record</source>
        <translation>原始记录</translation>
    </message>
    <message>
        <source>No request-id in this record</source>
        <translation>此记录中没有 request-id</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>未保留</translation>
    </message>
    <message>
        <source>no secrets found</source>
        <translation>未发现机密信息</translation>
    </message>
    <message numerus="yes">
        <source>%n secret(s) hidden</source>
        <translation>
            <numerusform>已遮盖 %n 处机密信息</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Support Ticket…</source>
        <translation>支持工单…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Show only failures like this one in some way, or all others</source>
        <translation>只显示在某方面与此相同的失败，或所有其他失败</translation>
    </message>
    <message>
        <source>no longer available</source>
        <translation>不再可用</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>the name of a cause and when it happens</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Copy the request-id</source>
        <translation>复制 request-id</translation>
    </message>
    <message>
        <source>What DeRouter&apos;s support asks for, to be copied, saved or mailed</source>
        <translation>DeRouter 支持团队所要求的信息，可复制、保存或通过邮件发送</translation>
    </message>
    <message>
        <source>Response headers</source>
        <translation>响应标头</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is copied</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Copy one of the values that are shown</source>
        <translation>复制所显示的某个值</translation>
    </message>
    <message>
        <source>Copy a value</source>
        <translation>复制某个值</translation>
    </message>
    <message>
        <source>Formatted</source>
        <translation>格式化</translation>
    </message>
    <message>
        <source>Shows each member of the record on a line of its own</source>
        <translation>将记录的每个字段显示在单独一行</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>重复出现</translation>
    </message>
    <message>
        <source>by the answer</source>
        <translation>依据响应</translation>
    </message>
    <message>
        <source>The key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>In the guide</source>
        <translation>指南中的说明</translation>
    </message>
    <message>
        <source>edition %1</source>
        <translation>版本 %1</translation>
    </message>
</context>
<context>
    <name>derouter::EmptyState</name>
    <message>
        <source>Drop a log here</source>
        <translation>将日志拖放到此处</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>No failures</source>
        <translation>没有失败</translation>
    </message>
    <message>
        <source>The filter hides every failure</source>
        <translation>筛选条件隐藏了所有失败</translation>
    </message>
    <message>
        <source>Nothing could be read</source>
        <translation>未能读取任何内容</translation>
    </message>
    <message>
        <source>Try the sample log</source>
        <translation>试用示例日志</translation>
    </message>
    <message>
        <source>Access logs, application logs and SDK output, plain or compressed. Nothing leaves this computer.</source>
        <translation>访问日志、应用日志和 SDK 输出，未压缩或压缩均可。任何内容都不会离开本机。</translation>
    </message>
    <message>
        <source>Back to all</source>
        <translation>返回全部</translation>
    </message>
    <message>
        <source>Open a log…</source>
        <translation>打开日志…</translation>
    </message>
    <message>
        <source>Explain an error…</source>
        <translation>解释错误…</translation>
    </message>
    <message>
        <source>Paste an error body, a log line or what curl -i printed</source>
        <translation>粘贴错误响应体、一行日志或 curl -i 的输出</translation>
    </message>
    <message>
        <source>No request of DeRouter’s was recognised</source>
        <translation>没有识别出 DeRouter 的请求</translation>
    </message>
    <message>
        <source>Choose the Format…</source>
        <translation>选择格式…</translation>
    </message>
    <message>
        <source>Show the Lines Not Understood…</source>
        <translation>显示未识别的行…</translation>
    </message>
</context>
<context>
    <name>derouter::EventModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Whose move</source>
        <translation>由谁处理</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Request-id</source>
        <translation>request-id</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Time (%1)</source>
        <translation>时间（%1）</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>没有时间</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n 次尝试</numerusform>
        </translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which attempt, and of how many</comment>
        <translation>第 %1/%2 次</translation>
    </message>
    <message>
        <source>Failed attempts of this call in the open logs: %1</source>
        <translation>已打开的日志中此调用的失败尝试：%1</translation>
    </message>
    <message>
        <source>%1 ×%2</source>
        <comment>the time of the newest of so many failures</comment>
        <translation>%1 ×%2</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) of one cause whose messages differ in numbers and ids at most</source>
        <translation>
            <numerusform>%n 次失败，原因相同，消息仅在数字和 ID 上不同</numerusform>
        </translation>
    </message>
    <message>
        <source>The newest: %1</source>
        <translation>最新的一次：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) alike</source>
        <translation>
            <numerusform>%n 次相似的失败</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, unfolded. %2</source>
        <translation>%1，已展开。%2</translation>
    </message>
    <message>
        <source>%1, folded. %2</source>
        <translation>%1，已折叠。%2</translation>
    </message>
    <message numerus="yes">
        <source>%n marked</source>
        <translation>
            <numerusform>%n 个已标记</numerusform>
        </translation>
    </message>
    <message>
        <source>marked</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>marked: %1</source>
        <comment>with a note</comment>
        <translation>已标记：%1</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a time and that it is marked</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>derouter::EventView</name>
    <message>
        <source>Failures</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>One row for each failed request.</source>
        <translation>每个失败请求一行。</translation>
    </message>
    <message>
        <source>Click to sort, drag to move; the context menu hides columns.</source>
        <translation>单击可排序，拖动可移动；上下文菜单可隐藏列。</translation>
    </message>
    <message>
        <source>One row for each call, by its last failed attempt.</source>
        <translation>每次调用一行，以其最后一次失败尝试为准。</translation>
    </message>
    <message>
        <source>Those that repeat each other are folded into one row.</source>
        <translation>彼此重复的失败已折叠为一行。</translation>
    </message>
    <message>
        <source>Move Column &amp;Left</source>
        <translation>左移列(&amp;L)</translation>
    </message>
    <message>
        <source>Move Column &amp;Right</source>
        <translation>右移列(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Wider Column</source>
        <translation>加宽列(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Narrower Column</source>
        <translation>缩窄列(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Standard Columns</source>
        <translation>标准列(&amp;S)</translation>
    </message>
</context>
<context>
    <name>derouter::ExplainDialog</name>
    <message>
        <source>Explain an Error</source>
        <translation>解释错误</translation>
    </message>
    <message>
        <source>&amp;Paste an error body, an exception, a log line or what curl -i printed:</source>
        <translation>粘贴错误响应体、异常、一行日志或 curl -i 的输出(&amp;P)：</translation>
    </message>
    <message>
        <source>Error to explain</source>
        <translation>要解释的错误</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作结果</translation>
    </message>
    <message>
        <source>&amp;Copy Explanation</source>
        <translation>复制解释(&amp;C)</translation>
    </message>
    <message>
        <source>Open as a &amp;Log</source>
        <translation>作为日志打开(&amp;L)</translation>
    </message>
    <message>
        <source>Read the text as a log in the window</source>
        <translation>在窗口中将此文本作为日志读取</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>关闭(&amp;O)</translation>
    </message>
    <message>
        <source>Explanation copied.</source>
        <translation>已复制解释。</translation>
    </message>
    <message>
        <source>The explanation appears here. Nothing leaves this computer.</source>
        <translation>解释会显示在此处。任何内容都不会离开本机。</translation>
    </message>
    <message>
        <source>The text is long: only its beginning is explained. Open it as a log to see all of it.</source>
        <translation>文本很长：只解释了开头部分。将其作为日志打开可查看全部内容。</translation>
    </message>
    <message>
        <source>Whose move: %1</source>
        <translation>由谁处理：%1</translation>
    </message>
    <message>
        <source>Request-id</source>
        <translation>request-id</translation>
    </message>
    <message>
        <source>Copy Request-&amp;id</source>
        <translation>复制 request-id(&amp;I)</translation>
    </message>
    <message>
        <source>Request-id copied.</source>
        <translation>已复制 request-id。</translation>
    </message>
</context>
<context>
    <name>derouter::FailureAnnouncer</name>
    <message numerus="yes">
        <source>%n new failure(s).</source>
        <translation>
            <numerusform>%n 个新的失败。</numerusform>
        </translation>
    </message>
    <message>
        <source>The last: %1, %2.</source>
        <comment>a code and a cause</comment>
        <translation>最近一个：%1，%2。</translation>
    </message>
    <message>
        <source>Whose move: %1.</source>
        <translation>由谁处理：%1。</translation>
    </message>
</context>
<context>
    <name>derouter::FilterBar</name>
    <message>
        <source>Back to all</source>
        <translation>返回全部</translation>
    </message>
    <message>
        <source>Go to the newest failure and stay there (End)</source>
        <translation>转到最新的失败并停留在那里 (End)</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n 次失败</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 shown, %3 hidden</source>
        <translation>共 %2 次，显示 %1 次，隐藏 %3 次</translation>
    </message>
    <message numerus="yes">
        <source>Paused – %n new below</source>
        <translation>
            <numerusform>已暂停 – 下方新增 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused – resume</source>
        <translation>已暂停 – 恢复</translation>
    </message>
    <message>
        <source>%1 of %2 calls shown, %3 hidden</source>
        <translation>共 %2 次调用，显示 %1 次，隐藏 %3 次</translation>
    </message>
    <message>
        <source>%1 of %2 attempts shown, %3 hidden</source>
        <translation>共 %2 次尝试，显示 %1 次，隐藏 %3 次</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n 次调用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n 次尝试</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>calls and attempts, or the other way round</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示该失败</translation>
    </message>
    <message>
        <source>Remove the other filters; one step back brings them again</source>
        <translation>移除其他筛选条件；后退一步可恢复</translation>
    </message>
    <message>
        <source>%1 is loaded, but other filters hide it.</source>
        <translation>%1 已载入，但被其他筛选条件隐藏。</translation>
    </message>
    <message>
        <source>No failure with the request-id %1 is loaded.</source>
        <translation>没有载入 request-id 为 %1 的失败。</translation>
    </message>
    <message numerus="yes">
        <source>The expression takes too long: it was given up for %n text(s), which are hidden.</source>
        <translation>
            <numerusform>该表达式耗时过长：已放弃匹配 %n 段文本，这些文本已隐藏。</numerusform>
        </translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <translation>当前显示：%1</translation>
    </message>
    <message>
        <source>No filter</source>
        <translation>没有筛选条件</translation>
    </message>
    <message>
        <source>On again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>All off</source>
        <translation>全部停用</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n 组</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>groups, and what is in them</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Remove every filter and show the whole time</source>
        <translation>移除所有筛选条件并显示全部时间</translation>
    </message>
    <message>
        <source>The filters are off for now.</source>
        <translation>筛选条件已暂时停用。</translation>
    </message>
    <message>
        <source>Switch the filters on again</source>
        <translation>重新启用筛选条件</translation>
    </message>
    <message>
        <source>Look round without the filters; they stay</source>
        <translation>暂时不用筛选条件浏览；筛选条件会保留</translation>
    </message>
    <message>
        <source>The filters are off for now (%1).</source>
        <comment>the key that switches them on</comment>
        <translation>筛选条件已暂时停用 (%1)。</translation>
    </message>
    <message numerus="yes">
        <source>Paused – %n new above</source>
        <translation>
            <numerusform>已暂停 – 上方有 %n 条新记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused – %n new</source>
        <translation>
            <numerusform>已暂停 – %n 个新的</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::FilterChip</name>
    <message>
        <source>%1
Click to switch it off for now; more in its menu.</source>
        <translation>%1
单击可暂时停用；更多操作见其菜单。</translation>
    </message>
    <message>
        <source>%1
Switched off. Click to switch it on again.</source>
        <translation>%1
已停用。单击可重新启用。</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>筛选条件 %1</translation>
    </message>
    <message>
        <source>Filter %1, off</source>
        <translation>筛选条件 %1，已停用</translation>
    </message>
    <message>
        <source>Space switches it on or off, the minus sign makes the opposite of it, Delete removes it.</source>
        <translation>空格键启用或停用，减号键取反，Delete 键移除。</translation>
    </message>
    <message>
        <source>Remove this filter: %1</source>
        <translation>移除此筛选条件：%1</translation>
    </message>
    <message>
        <source>Remove filter %1</source>
        <translation>移除筛选条件 %1</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Only This Instead</source>
        <translation>改为仅此值</translation>
    </message>
    <message>
        <source>Exclude This Instead</source>
        <translation>改为排除此值</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>derouter::FilterMenuButton</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Choose from the values that the failures have</source>
        <translation>从各失败已有的值中选择</translation>
    </message>
    <message>
        <source>%1   (%2)</source>
        <comment>a value and how many have it</comment>
        <translation>%1   (%2)</translation>
    </message>
    <message>
        <source>Only This – %1</source>
        <translation>仅此值 – %1</translation>
    </message>
    <message>
        <source>Exclude This – %1</source>
        <translation>排除此值 – %1</translation>
    </message>
</context>
<context>
    <name>derouter::FollowDialog</name>
    <message>
        <source>&amp;Follow</source>
        <translation>跟踪(&amp;F)</translation>
    </message>
</context>
<context>
    <name>derouter::FormatDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Log Format of %1</source>
        <translation>%1 的日志格式</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Own layout or expression</source>
        <translation>自定义布局或表达式</translation>
    </message>
    <message>
        <source>Paste it as it stands in the configuration: nginx log_format, Apache LogFormat, HAProxy log-format, Envoy, Squid, morgan; or a /regular expression/ with named groups such as (?&lt;status&gt;\d{3})</source>
        <translation>按配置中的原样粘贴：nginx log_format、Apache LogFormat、HAProxy log-format、Envoy、Squid、morgan；或带命名组的 /正则表达式/，如 (?&lt;status&gt;\d{3})</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Request-id</source>
        <translation>request-id</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Text of the line</source>
        <translation>行文本</translation>
    </message>
    <message>
        <source>What is read in the first lines</source>
        <translation>前几行的读取结果</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>to know it by in later logs</source>
        <translation>供以后的日志使用的名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>&amp;Use This Format</source>
        <translation>使用此格式(&amp;U)</translation>
    </message>
    <message>
        <source>Detect it, line by line</source>
        <translation>逐行检测</translation>
    </message>
    <message>
        <source>Own layout or regular expression</source>
        <translation>自定义布局或正则表达式</translation>
    </message>
    <message>
        <source>%1 – saved</source>
        <translation>%1 – 已保存</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name and description of a format</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>The log has no lines to try it on yet; a JSON document has none.</source>
        <translation>日志中还没有可供试读的行；JSON 文档没有行。</translation>
    </message>
    <message>
        <source>Nothing is pasted yet.</source>
        <translation>尚未粘贴任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of the first %n line(s) fit.</source>
        <translation>
            <numerusform>前 %n 行中有 %1 行匹配。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>不匹配</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>不匹配</translation>
    </message>
    <message>
        <source>Saved. Logs with such lines are known from now on; on the command line it is --format %1.</source>
        <translation>已保存。今后会识别含有此类行的日志；在命令行中使用 --format %1。</translation>
    </message>
</context>
<context>
    <name>derouter::Headline</name>
    <message>
        <source>No failures</source>
        <translation>没有失败</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n 次失败</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 requests failed (%3 %)</source>
        <translation>%2 个请求中有 %1 个失败（%3%）</translation>
    </message>
    <message>
        <source>successes are not in this log</source>
        <translation>成功的请求不在此日志中</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>Whose move it is. Click to see only these failures.</source>
        <translation>由谁处理。单击可只显示这些失败。</translation>
    </message>
    <message>
        <source>✓ %1  %2</source>
        <comment>chosen: whose move and how often</comment>
        <translation>✓ %1  %2</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>whose move and how often</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Whose move: %1, %2</source>
        <translation>由谁处理：%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n failed attempt(s)</source>
        <translation>
            <numerusform>%n 次失败尝试</numerusform>
        </translation>
    </message>
    <message>
        <source>each attempt is a request</source>
        <translation>每次尝试都是一个请求</translation>
    </message>
    <message>
        <source>Whose move it is; attempts are counted. Click to see only these calls.</source>
        <translation>由谁处理；按尝试计数。单击可只显示这些调用。</translation>
    </message>
    <message>
        <source>successes are not in every log</source>
        <translation>并非每个日志中都有成功的请求</translation>
    </message>
    <message>
        <source>Whose move it is now</source>
        <translation>现在由谁处理</translation>
    </message>
    <message>
        <source>How many failed</source>
        <translation>失败数量</translation>
    </message>
    <message>
        <source>Whether to retry</source>
        <translation>是否重试</translation>
    </message>
    <message>
        <source>Whether anything was lost: show the account of each source</source>
        <translation>是否有丢失：显示各来源明细</translation>
    </message>
    <message>
        <source>It is your move: %1</source>
        <translation>需由您处理：%1</translation>
    </message>
    <message>
        <source>It is DeRouter’s move: %1</source>
        <translation>需由 DeRouter 处理：%1</translation>
    </message>
    <message>
        <source>It is the AI provider’s move: %1</source>
        <translation>需由 AI 提供商处理：%1</translation>
    </message>
    <message>
        <source>It is not known whose move it is: %1</source>
        <translation>不清楚由谁处理：%1</translation>
    </message>
    <message>
        <source>It was your move: %1</source>
        <translation>当时需由您处理：%1</translation>
    </message>
    <message>
        <source>It was DeRouter’s move: %1</source>
        <translation>当时需由 DeRouter 处理：%1</translation>
    </message>
    <message>
        <source>It was the AI provider’s move: %1</source>
        <translation>当时需由 AI 提供商处理：%1</translation>
    </message>
    <message>
        <source>It is not known whose move it was: %1</source>
        <translation>不清楚当时由谁处理：%1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Retry in %1 s</source>
        <translation>%1 秒后重试</translation>
    </message>
    <message>
        <source>Retry in %1–%2 s</source>
        <translation>%1–%2 秒后重试</translation>
    </message>
    <message>
        <source>Retry after %1 s, as the answer asked</source>
        <translation>按响应要求在 %1 秒后重试</translation>
    </message>
    <message>
        <source>No failure any more. %1</source>
        <translation>已不再有失败。%1</translation>
    </message>
    <message>
        <source>↗ rising: %1, then %2 in %3</source>
        <translation>↗ 上升：先 %1 次，后 %2 次（每段 %3）</translation>
    </message>
    <message>
        <source>↘ falling: %1, then %2 in %3</source>
        <translation>↘ 下降：先 %1 次，后 %2 次（每段 %3）</translation>
    </message>
    <message>
        <source>→ steady: %1, then %2 in %3</source>
        <translation>→ 平稳：先 %1 次，后 %2 次（每段 %3）</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>last %1</source>
        <comment>how long ago, or a time</comment>
        <translation>最近一次：%1</translation>
    </message>
    <message>
        <source>Do not retry: %1</source>
        <comment>what to do instead</comment>
        <translation>不要重试：%1</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>现在重试</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>No request since then. %1</source>
        <translation>此后没有请求。%1</translation>
    </message>
    <message>
        <source>Retry now: requests succeed again</source>
        <translation>现在重试：请求已恢复成功</translation>
    </message>
    <message>
        <source>Retry? %1</source>
        <comment>and the answer</comment>
        <translation>重试？%1</translation>
    </message>
    <message>
        <source>Retry from %1 on, as the answer asked</source>
        <comment>a time</comment>
        <translation>按响应要求，从 %1 起重试</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>when the last failure was, its code</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a time</comment>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>No failure since then. %1</source>
        <translation>此后没有失败。%1</translation>
    </message>
    <message>
        <source>No request for %1. %2</source>
        <comment>how long, and what failed</comment>
        <translation>已有 %1 没有请求。%2</translation>
    </message>
    <message>
        <source>%1, though others succeed</source>
        <comment>when to retry</comment>
        <translation>%1，但其他请求成功</translation>
    </message>
    <message>
        <source>no request in this time</source>
        <translation>此时间段内没有请求</translation>
    </message>
</context>
<context>
    <name>derouter::KeyTip</name>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>derouter::KeysPage</name>
    <message>
        <source>Search for a command or a key</source>
        <translation>搜索命令或快捷键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其快捷键</translation>
    </message>
    <message>
        <source>Ke&amp;y:</source>
        <translation>快捷键(&amp;Y)：</translation>
    </message>
    <message>
        <source>Secon&amp;d key:</source>
        <translation>第二快捷键(&amp;D)：</translation>
    </message>
    <message>
        <source>Type the key. Backspace removes it.</source>
        <translation>按下快捷键。退格键可将其移除。</translation>
    </message>
    <message>
        <source>Take &amp;It</source>
        <translation>改用于此(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Standard</source>
        <translation>默认(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;No Key</source>
        <translation>无快捷键(&amp;N)</translation>
    </message>
    <message>
        <source>A&amp;ll Standard</source>
        <translation>全部默认(&amp;L)</translation>
    </message>
    <message>
        <source>All commands have their standard keys.</source>
        <translation>所有命令都已恢复默认快捷键。</translation>
    </message>
    <message>
        <source>No command has these words or this key.</source>
        <translation>没有命令包含这些词或此快捷键。</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>the name of a command</comment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 is a key of this command already.</source>
        <translation>%1 已是此命令的快捷键。</translation>
    </message>
    <message>
        <source>%1 belongs to %2.</source>
        <comment>a key and the commands that have it</comment>
        <translation>%1 已属于%2。</translation>
    </message>
    <message>
        <source>%1 was taken from %2.</source>
        <comment>a key and the commands that had it</comment>
        <translation>%1 已从%2改用于此。</translation>
    </message>
</context>
<context>
    <name>derouter::LimitPart</name>
    <message>
        <source>In the minute before, %1 requests were taken, of at most %2 in this log.</source>
        <translation>之前一分钟内有 %1 个请求被接受，此日志中最多为 %2 个。</translation>
    </message>
    <message>
        <source>%1 requests were in flight, of at most %2.</source>
        <translation>当时有 %1 个请求正在进行，最多为 %2 个。</translation>
    </message>
    <message>
        <source>This was at its highest, or nearly so, at %1 of %2 refusals.</source>
        <translation>%2 次拒绝中有 %1 次达到或接近最高值。</translation>
    </message>
    <message>
        <source>Cannot tell which of the two it was.</source>
        <translation>无法判断是两者中的哪一个。</translation>
    </message>
    <message>
        <source>The log shows no requests that were taken.</source>
        <translation>日志中没有被接受的请求。</translation>
    </message>
    <message>
        <source>The log shows too few refusals around it.</source>
        <translation>日志在其附近显示的拒绝太少。</translation>
    </message>
    <message>
        <source>The log does not tell how long requests took, so those in flight cannot be counted.</source>
        <translation>日志没有记录请求耗时，因此无法统计同时进行的请求。</translation>
    </message>
    <message>
        <source>Probably the requests in parallel.</source>
        <translation>很可能是并发请求数。</translation>
    </message>
    <message>
        <source>Probably the requests per minute.</source>
        <translation>很可能是每分钟请求数。</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>推断</translation>
    </message>
    <message>
        <source>Which limit</source>
        <translation>哪个限制</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Cannot tell which of the two it was: the log cannot be read again.</source>
        <translation>无法判断是两者中的哪一个：日志无法再次读取。</translation>
    </message>
</context>
<context>
    <name>derouter::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Open Logs</source>
        <translation>打开日志</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n request-id(s)</source>
        <translation>
            <numerusform>已复制 %n 个 request-id</numerusform>
        </translation>
    </message>
    <message>
        <source>The chosen rows have no request-id</source>
        <translation>所选的行没有 request-id</translation>
    </message>
    <message numerus="yes">
        <source>Copied only the first %n row(s)</source>
        <translation>
            <numerusform>仅复制了前 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s)</source>
        <translation>
            <numerusform>已复制 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>DeRouter Error Monitor</source>
        <translation>DeRouter Error Monitor</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>open logs and the program</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>About DeRouter Error Monitor</source>
        <translation>关于 DeRouter Error Monitor</translation>
    </message>
    <message>
        <source>DeRouter Error Monitor %1</source>
        <translation>DeRouter Error Monitor %1</translation>
    </message>
    <message>
        <source>Reads logs and explains the DeRouter errors in them. Nothing leaves this computer.

Free software under the GNU General Public License, version 3 or later (GPL-3.0-or-later). It uses Qt Charts, which is under version 3 alone: the program as a whole is under GPL-3.0. There is no warranty.</source>
        <translation>读取日志并解释其中的 DeRouter 错误。任何内容都不会离开本机。

本程序是自由软件，采用 GNU 通用公共许可证第 3 版或更高版本（GPL-3.0-or-later）。它使用仅采用第 3 版的 Qt Charts：程序整体因此采用 GPL-3.0。不提供任何担保。</translation>
    </message>
    <message>
        <source>Choose a source first: its row in the list of sources</source>
        <translation>请先选择一个来源，即来源列表中的一行</translation>
    </message>
    <message>
        <source>%1 is already open as %2</source>
        <translation>%1 已作为 %2 打开</translation>
    </message>
    <message>
        <source>There is no text in the clipboard</source>
        <translation>剪贴板中没有文本</translation>
    </message>
    <message>
        <source>This text is open already</source>
        <translation>此文本已打开</translation>
    </message>
    <message>
        <source>Open a Folder of Logs</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Save Filters</source>
        <translation>保存筛选条件</translation>
    </message>
    <message>
        <source>Name of these filters:</source>
        <translation>这些筛选条件的名称：</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation>电子表格</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message numerus="yes">
        <source>Save a Report on the %n Failure(s) Shown</source>
        <translation>
            <numerusform>保存所显示的 %n 次失败的报告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save a Report on Everything: %n Failure(s)</source>
        <translation>
            <numerusform>保存全部失败的报告：%n 次失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) written to %1</source>
        <translation>
            <numerusform>已将 %n 次失败写入 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Chart copied as a picture</source>
        <translation>已将图表复制为图片</translation>
    </message>
    <message>
        <source>Chart copied as SVG</source>
        <translation>已将图表复制为 SVG</translation>
    </message>
    <message>
        <source>Figures of the chart copied</source>
        <translation>已复制图表数据</translation>
    </message>
    <message>
        <source>Save the Chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>矢量图</translation>
    </message>
    <message>
        <source>Figures for spreadsheets</source>
        <translation>电子表格数据</translation>
    </message>
    <message>
        <source>Chart written to %1</source>
        <translation>已将图表写入 %1</translation>
    </message>
    <message>
        <source>The memory changes with the next start of the program</source>
        <translation>内存的更改在下次启动程序时生效</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) no longer marked</source>
        <translation>
            <numerusform>%n 次失败不再标记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) marked</source>
        <translation>
            <numerusform>已标记 %n 次失败</numerusform>
        </translation>
    </message>
    <message>
        <source>Only %1 of %2 marked: there can be %3 marks at most</source>
        <translation>%2 次失败中只标记了 %1 次：最多可有 %3 个标记</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message numerus="yes">
        <source>Your note on %n failure(s). Without words it is removed.</source>
        <translation>
            <numerusform>您对 %n 次失败的备注。留空则移除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) hidden by the filter</source>
        <translation>
            <numerusform>筛选条件隐藏了 %n 个标记</numerusform>
        </translation>
    </message>
    <message>
        <source>No mark further down</source>
        <translation>下方没有更多标记</translation>
    </message>
    <message>
        <source>No mark further up</source>
        <translation>上方没有更多标记</translation>
    </message>
    <message>
        <source>Nothing is marked</source>
        <translation>没有任何标记</translation>
    </message>
    <message>
        <source>Nothing is marked; %1 marks the chosen failures</source>
        <comment>a key</comment>
        <translation>没有任何标记；按 %1 标记所选的失败</translation>
    </message>
    <message>
        <source>Cancelled: no report was written</source>
        <translation>已取消：未写入报告</translation>
    </message>
    <message>
        <source>%1 is not complete yet.</source>
        <comment>a file</comment>
        <translation>%1 尚未写完。</translation>
    </message>
    <message>
        <source>The window closes when it is.</source>
        <translation>写完后窗口将关闭。</translation>
    </message>
    <message>
        <source>&amp;Discard It and Close</source>
        <translation>放弃并关闭(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Stay Open</source>
        <translation>保持打开(&amp;S)</translation>
    </message>
    <message>
        <source>The records of the chosen rows are no longer available</source>
        <translation>所选行的记录已不可用</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n record(s); others are no longer available</source>
        <translation>
            <numerusform>已复制 %n 条记录；其余已不可用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n record(s)</source>
        <translation>
            <numerusform>已复制 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <comment>what was copied</comment>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>The filters of the last time are on: %1</source>
        <translation>上次的筛选条件已启用：%1</translation>
    </message>
    <message>
        <source>Text size: %1 %</source>
        <translation>文字大小：%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s) saved</source>
        <translation>
            <numerusform>已保存 %n 个筛选条件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s) saved; one that holds a secret is not kept</source>
        <translation>
            <numerusform>已保存 %n 个筛选条件；含有机密的条件不予保留</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the Lines around the Failures Shown</source>
        <translation>保存所显示失败前后的日志行</translation>
    </message>
    <message>
        <source>Log without secrets</source>
        <translation>不含机密的日志</translation>
    </message>
    <message>
        <source>It is cut, as there is more than it may hold.</source>
        <translation>内容超出上限，已截断。</translation>
    </message>
    <message>
        <source>Left out, as it cannot be read again: %1</source>
        <comment>logs</comment>
        <translation>因无法再次读取而略去：%1</translation>
    </message>
    <message>
        <source>No slice was written.</source>
        <translation>未写入任何片段。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written to %1.</source>
        <translation>
            <numerusform>已将 %n 行写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The guide’s texts change with the next start of the program</source>
        <translation>指南文本将在程序下次启动时更改</translation>
    </message>
    <message>
        <source>Edition of the error guide: %1</source>
        <comment>a date, or how a file calls it</comment>
        <translation>错误指南的版本：%1</translation>
    </message>
</context>
<context>
    <name>derouter::MarkPart</name>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>未标记</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <comment>with a note</comment>
        <translation>已标记：%1</translation>
    </message>
    <message>
        <source>Unmark</source>
        <translation>取消标记</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Write a note on this failure</source>
        <translation>为此失败写备注</translation>
    </message>
    <message>
        <source>Take the mark off this failure</source>
        <translation>取消此失败的标记</translation>
    </message>
    <message>
        <source>Mark this failure, to find it again</source>
        <translation>标记此失败，以便再次找到它</translation>
    </message>
</context>
<context>
    <name>derouter::Monitor</name>
    <message>
        <source>standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>Too many logs are followed at once; this one waits for a place.</source>
        <translation>同时跟踪的日志过多；此日志正在等待空位。</translation>
    </message>
    <message>
        <source>The folder %1 does not exist; its logs are read as soon as it does.</source>
        <translation>文件夹 %1 不存在；一旦存在即会读取其中的日志。</translation>
    </message>
    <message>
        <source>There are no logs in %1; they are read as soon as there are.</source>
        <translation>%1 中没有日志；一旦出现即会读取。</translation>
    </message>
</context>
<context>
    <name>derouter::OverviewPart</name>
    <message>
        <source>without a time</source>
        <translation>无时间</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>whose move, when</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n 次失败</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>failures in calls</comment>
        <translation>%2内 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n 次调用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The key %1 was refused %n time(s): %2.</source>
        <translation>
            <numerusform>密钥 %1 被拒绝 %n 次：%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 names no request-id in %2 of %3 failures.</source>
        <translation>%1 的 %3 次失败中有 %2 次没有 request-id。</translation>
    </message>
    <message>
        <source>A closed source</source>
        <translation>已关闭的来源</translation>
    </message>
    <message>
        <source>Between the first and the last attempt of a call %1 passed, in all.</source>
        <translation>从一次调用的首次尝试到末次尝试，合计经过 %1。</translation>
    </message>
    <message>
        <source>%1: %2, %3. Whose move: %4. %5.</source>
        <comment>cause, count, when, whose move, what to do</comment>
        <translation>%1：%2，%3。由谁处理：%4。%5。</translation>
    </message>
    <message>
        <source>Request-id: %1</source>
        <translation>request-id：%1</translation>
    </message>
    <message>
        <source>Choose a failure to see what it is and what to do.</source>
        <translation>选择一个失败，查看错误说明和处理方法。</translation>
    </message>
    <message>
        <source>Copy Summary</source>
        <translation>复制概览</translation>
    </message>
    <message>
        <source>A few sentences for colleagues: when, how many, whose move, what to do</source>
        <translation>给同事的几句话：何时、多少、该由谁处理、怎么办</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>仅显示这些</translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <comment>so many failures</comment>
        <translation>当前显示：%1</translation>
    </message>
    <message>
        <source>DeRouter failures, %1: %2</source>
        <comment>when, how many</comment>
        <translation>DeRouter 失败，%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more cause(s)</source>
        <translation>
            <numerusform>及另外 %n 个原因</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retry(ies) of what only a change helps against.</source>
        <translation>
            <numerusform>%n 次重试针对的是只有改动才能解决的问题。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retry(ies) came sooner than advised.</source>
        <translation>
            <numerusform>%n 次重试早于建议的时间。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) were lost.</source>
        <translation>
            <numerusform>损失了 %n 次调用。</numerusform>
        </translation>
    </message>
    <message>
        <source>It works again: it was taken at %1.</source>
        <translation>它又可用了：%1 时被接受。</translation>
    </message>
    <message numerus="yes">
        <source>It was taken %n time(s) when something else failed.</source>
        <translation>
            <numerusform>在因其他原因失败的请求中，它被接受了 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing shows that it works again.</source>
        <translation>没有迹象表明它已恢复可用。</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>how often, a message</comment>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>derouter::RateChart</name>
    <message>
        <source>Failures over time</source>
        <translation>失败随时间的变化</translation>
    </message>
</context>
<context>
    <name>derouter::RotatedOffer</name>
    <message>
        <source>Read Them Too</source>
        <translation>一并读取</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>Leave the rotated files alone</source>
        <translation>不读取轮转文件</translation>
    </message>
    <message numerus="yes">
        <source>The open logs have %n rotated file(s) that are not read.</source>
        <translation>
            <numerusform>已打开的日志有 %n 个轮转文件未读取。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n rotated file(s) that are not read.</source>
        <translation>
            <numerusform>%1 有 %n 个轮转文件未读取。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::SaveDialog</name>
    <message>
        <source>%1 (*.%2)</source>
        <comment>what kind of file and its suffix</comment>
        <translation>%1 (*.%2)</translation>
    </message>
</context>
<context>
    <name>derouter::SavingProgress</name>
    <message>
        <source>Writing %1</source>
        <comment>a file</comment>
        <translation>正在写入 %1</translation>
    </message>
    <message>
        <source>Progress of writing</source>
        <translation>写入进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel writing</source>
        <translation>取消写入</translation>
    </message>
    <message>
        <source>Stop writing; nothing is left of the report</source>
        <translation>停止写入；不会留下报告</translation>
    </message>
</context>
<context>
    <name>derouter::SearchField</name>
    <message>
        <source>Filter: type, or choose a value in the table…</source>
        <translation>筛选：输入文本，或在表格中选择值…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>%1   (%2)</source>
        <comment>a value and how many have it</comment>
        <translation>%1   (%2)</translation>
    </message>
    <message>
        <source>Shows only failures whose code, type, cause, message, model, request-id, source or path contains this text. Enter makes a chip of it as it stands, Down and Tab take what is suggested; code:529, -model:name and /expression/ are understood.</source>
        <translation>只显示代码、类型、原因、消息、模型、request-id、来源或路径中包含此文本的失败。按 Enter 键可将其原样变为筛选条件，按向下键和 Tab 键可采用建议；支持 code:529、-model:name 和 /表达式/。</translation>
    </message>
</context>
<context>
    <name>derouter::SettingsDialog</name>
    <message>
        <source>Show times in &amp;UTC</source>
        <translation>以 UTC 显示时间(&amp;U)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>外观(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>Else in the time zone of this computer. Reports are always in UTC.</source>
        <translation>否则使用本机时区。报告始终使用 UTC。</translation>
    </message>
    <message>
        <source>&amp;Memory for failures:</source>
        <translation>存放失败的内存(&amp;M)：</translation>
    </message>
    <message>
        <source>The newest failures are kept up to this size; older ones still count. From the next start on.</source>
        <translation>按此大小保留最新的失败；更早的仍会计数。下次启动时生效。</translation>
    </message>
    <message>
        <source>Additional &amp;hosts:</source>
        <translation>附加主机(&amp;H)：</translation>
    </message>
    <message>
        <source>One a line, such as llm.example.com: requests to them count as DeRouter&apos;s, too. Open logs are read again. Reports without a window take --host and --path.</source>
        <translation>每行一个，例如 llm.example.com：发往这些主机的请求也算作 DeRouter 的请求。已打开的日志会重新读取。不使用窗口的报告采用 --host 和 --path。</translation>
    </message>
    <message>
        <source>Additional &amp;paths:</source>
        <translation>附加路径(&amp;P)：</translation>
    </message>
    <message>
        <source>One a line, such as /llm/v1/messages.</source>
        <translation>每行一个，例如 /llm/v1/messages。</translation>
    </message>
    <message>
        <source>&amp;Restore Defaults</source>
        <translation>恢复默认值(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;OK</source>
        <translation>确定(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>&amp;Tell me of failures that matter</source>
        <translation>提示重要的失败(&amp;T)</translation>
    </message>
    <message>
        <source>On the &amp;desktop too</source>
        <translation>同时在桌面上提示(&amp;D)</translation>
    </message>
    <message>
        <source> failures</source>
        <translation> 次失败</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>常规(&amp;G)</translation>
    </message>
    <message>
        <source>Al&amp;erts</source>
        <translation>警报(&amp;E)</translation>
    </message>
    <message>
        <source>Of followed logs. 401 and 402 at once, and once for each key; 429, 503, 529 and what else heals by itself when it goes on for longer than the guide advises to wait; 502 when it comes again; 400 when its message has a form that was not there before; and when it is over.</source>
        <translation>针对正在跟踪的日志。401 和 402 立即提示，每个密钥一次；429、503、529 以及其他会自行恢复的错误，在持续时间超过指南建议的等待时间时提示；502 在再次出现时提示；400 在其消息形式此前未出现过时提示；结束时也会提示。</translation>
    </message>
    <message>
        <source>A notification while this window is not in front, and an icon in the tray where there is one. No text of a log is in it.</source>
        <translation>当此窗口不在前台时发出通知，并在有系统托盘时显示图标。其中不含日志的任何文本。</translation>
    </message>
    <message>
        <source>Too &amp;many in a minute:</source>
        <translation>一分钟内过多(&amp;M)：</translation>
    </message>
    <message>
        <source>So many failures in one minute, of those that no other alert tells of.</source>
        <translation>一分钟内达到此数量的失败，不计其他警报已提示的失败。</translation>
    </message>
    <message>
        <source>Log &amp;quiet for:</source>
        <translation>日志无写入(&amp;Q)：</translation>
    </message>
    <message>
        <source>A log that wrote regularly and then nothing for so long.</source>
        <translation>日志此前定期写入，之后这么久没有任何写入。</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>按键(&amp;K)</translation>
    </message>
    <message>
        <source>Go on in the &amp;tray when the window is closed</source>
        <translation>关闭窗口后在系统托盘继续运行(&amp;T)</translation>
    </message>
    <message>
        <source>The icon brings the window back; Quit, there or in the window, ends the program. Where there is no tray, closing the window ends it.</source>
        <translation>点击图标可恢复窗口；在托盘或窗口中选择“退出”才会结束程序。没有系统托盘时，关闭窗口即结束程序。</translation>
    </message>
    <message>
        <source> calls</source>
        <translation> 次调用</translation>
    </message>
    <message>
        <source>&amp;Repeated 502:</source>
        <translation>重复的 502(&amp;R)：</translation>
    </message>
    <message>
        <source>So many calls within ten minutes that fail with it. The guide says “contact support if repeated” and no number: this one is ours.</source>
        <translation>十分钟内以此失败的调用次数。指南只说“重复出现请联系支持”，没有给出次数：此数由我们设定。</translation>
    </message>
    <message>
        <source>A JSON file whose texts stand in place of the built-in ones, from the next start on. Save a Copy writes those that are shown now.</source>
        <translation>一个 JSON 文件，从下次启动起其中的文本代替内置文本。“保存副本”写出当前显示的文本。</translation>
    </message>
    <message>
        <source>Built in, of %1</source>
        <comment>the guide&apos;s edition</comment>
        <translation>内置，%1</translation>
    </message>
    <message>
        <source>Texts of the guide</source>
        <translation>指南文本</translation>
    </message>
    <message>
        <source>Texts of the Guide</source>
        <translation>指南文本</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Save the Texts of the Guide</source>
        <translation>保存指南文本</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>This version has no place for these of its texts: %1.</source>
        <translation>此版本没有位置放置其中这些文本：%1。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Texts of the gu&amp;ide:</source>
        <translation>指南文本(&amp;I)：</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Save a Cop&amp;y…</source>
        <translation>保存副本(&amp;Y)…</translation>
    </message>
</context>
<context>
    <name>derouter::ShortcutSheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>C&amp;hange Keys…</source>
        <translation>更改快捷键(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>derouter::SideBySide</name>
    <message>
        <source>503 and 529 are not the same</source>
        <translation>503 与 529 并不相同</translation>
    </message>
    <message>
        <source>Whose move: %1</source>
        <translation>由谁处理：%1</translation>
    </message>
</context>
<context>
    <name>derouter::SourceModel</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>未识别</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚未确定</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>format and time zone</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Time stamps without a zone: %1</source>
        <translation>未注明时区的时间戳：%1</translation>
    </message>
</context>
<context>
    <name>derouter::SourcePanel</name>
    <message>
        <source>Reload</source>
        <translation>重新载入</translation>
    </message>
    <message>
        <source>Read the chosen source again from its beginning</source>
        <translation>从头重新读取所选来源</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop reading; what was read stays</source>
        <translation>停止读取；已读取的内容会保留</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the source and forget its failures</source>
        <translation>关闭来源并清除其失败</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Lines not understood in %1</source>
        <translation>%1 中未识别的行</translation>
    </message>
    <message>
        <source>begins like JSON and is none</source>
        <translation>开头像 JSON，但不是 JSON</translation>
    </message>
    <message>
        <source>does not fit the chosen format</source>
        <translation>与所选格式不匹配</translation>
    </message>
    <message>
        <source>no time stamp and nothing of a request</source>
        <translation>没有时间戳，也没有任何请求信息</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <comment>line number, why it was not understood, and text</comment>
        <translation>%1（%2）：%3</translation>
    </message>
    <message>
        <source>The program could make nothing of these lines. They are counted and nothing is concluded from them. The first %1 of %2 are shown, each with the reason.</source>
        <translation>程序无法识别这些行。它们会计数，但不会据此得出任何结论。此处显示 %2 行中的前 %1 行，并逐行注明原因。</translation>
    </message>
    <message>
        <source>Format…</source>
        <translation>格式…</translation>
    </message>
    <message>
        <source>Choose how the source is read, and see it tried on its first lines</source>
        <translation>选择来源的读取方式，并查看用其前几行试读的结果</translation>
    </message>
    <message>
        <source>Time zone…</source>
        <translation>时区…</translation>
    </message>
    <message>
        <source>Choose the zone of time stamps that name none</source>
        <translation>选择未注明时区的时间戳所用的时区</translation>
    </message>
    <message>
        <source>not JSON: %1 at byte %2</source>
        <translation>不是 JSON：%1（第 %2 字节处）</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Let the followed source rest; nothing of it is lost meanwhile</source>
        <translation>让所跟踪的来源暂停；期间不会丢失任何内容</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Enter shows the lines that were not understood; on the format it asks for another one.</source>
        <translation>按 Enter 键显示未识别的行；在格式上按则选择其他格式。</translation>
    </message>
</context>
<context>
    <name>derouter::SpendingPart</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message numerus="yes">
        <source>The log around it tells of costs in %n record(s): %1 in all.</source>
        <translation>
            <numerusform>其附近的日志在 %n 条记录中给出了费用：共 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>That is %1 an hour.</source>
        <translation>即每小时 %1。</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>推断</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>What is on the account, or left of the key&apos;s budget; it is kept nowhere</source>
        <translation>账户上的金额或密钥预算的剩余额；不会保存在任何地方</translation>
    </message>
    <message>
        <source>&amp;Balance:</source>
        <translation>余额(&amp;B)：</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>lasts about %1 at that rate</source>
        <translation>按此速度约可用 %1</translation>
    </message>
</context>
<context>
    <name>derouter::StatusLine</name>
    <message>
        <source>Progress of reading</source>
        <translation>读取进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop reading; what was read stays</source>
        <translation>停止读取；已读取的内容会保留</translation>
    </message>
    <message>
        <source>Lines: %1, all understood</source>
        <translation>行数：%1，全部已识别</translation>
    </message>
    <message>
        <source>Lines: %1, not understood: %2</source>
        <translation>行数：%1，未识别：%2</translation>
    </message>
    <message>
        <source>Whether anything was lost: show the account of each source</source>
        <translation>是否有丢失：显示各来源明细</translation>
    </message>
    <message>
        <source>There is no room in memory for more. Totals and chart count them all.</source>
        <translation>内存中没有更多空间。总数和图表会计入全部失败。</translation>
    </message>
    <message>
        <source>Requests: %1</source>
        <translation>请求数：%1</translation>
    </message>
</context>
<context>
    <name>derouter::TicketDialog</name>
    <message>
        <source>With all &amp;attempts of the call</source>
        <translation>包含该调用的所有尝试(&amp;A)</translation>
    </message>
    <message>
        <source>Hide a&amp;ddresses, users and folder owners</source>
        <translation>遮盖地址、用户和文件夹所有者(&amp;D)</translation>
    </message>
    <message>
        <source>Support Ticket</source>
        <translation>支持工单</translation>
    </message>
    <message>
        <source>What DeRouter&apos;s support asks for, as it will leave: look it through. Nothing is sent by this program.</source>
        <translation>DeRouter 支持团队所要求的信息，以下即为将要发出的内容：请仔细检查。本程序不会发送任何内容。</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Addresses of the network, names of users, and whose home folder a path is in</source>
        <translation>网络地址、用户名，以及路径所在主文件夹的所有者</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Open in &amp;Mail</source>
        <translation>在邮件程序中打开(&amp;M)</translation>
    </message>
    <message>
        <source>Opens a draft to %1 in your mail program</source>
        <translation>在您的邮件程序中打开发给 %1 的草稿</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Nothing had to be hidden.</source>
        <translation>没有需要遮盖的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) hidden and marked; F3 goes to the next.</source>
        <translation>
            <numerusform>已遮盖并标记 %n 处；按 F3 转到下一处。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the first %1 of %2 chosen failures are in the ticket.</source>
        <translation>工单中只有所选 %2 次失败中的前 %1 次。</translation>
    </message>
    <message>
        <source>Copied. Paste it into a mail to %1.</source>
        <translation>已复制。请粘贴到发给 %1 的邮件中。</translation>
    </message>
    <message>
        <source>Save Ticket</source>
        <translation>保存工单</translation>
    </message>
    <message>
        <source>Saved in %1.</source>
        <translation>已保存到 %1。</translation>
    </message>
    <message>
        <source>No mail program could be opened. The ticket is on the clipboard: paste it into a mail to %1.</source>
        <translation>无法打开邮件程序。工单在剪贴板中：请粘贴到发给 %1 的邮件中。</translation>
    </message>
    <message>
        <source>The ticket is longer than a mail link can hold: the draft has its beginning. The whole ticket is on the clipboard: paste it into the draft.</source>
        <translation>工单超出邮件链接的容量：草稿中只有其开头部分。完整工单在剪贴板中：请粘贴到草稿中。</translation>
    </message>
    <message>
        <source>The draft was given to your mail program; you send it yourself.</source>
        <translation>草稿已交给您的邮件程序；请自行发送。</translation>
    </message>
    <message>
        <source>With your &amp;notes</source>
        <translation>附上您的备注(&amp;N)</translation>
    </message>
</context>
<context>
    <name>derouter::TimeDisplay</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>derouter::Workspace</name>
    <message numerus="yes">
        <source>%n failure(s) do not match it.</source>
        <translation>
            <numerusform>%n 次失败不符合筛选条件。</numerusform>
        </translation>
    </message>
    <message>
        <source>No failure so far.</source>
        <translation>目前还没有失败。</translation>
    </message>
    <message>
        <source>all understood</source>
        <translation>全部已识别</translation>
    </message>
    <message>
        <source>%1 not understood</source>
        <translation>%1 行未识别</translation>
    </message>
    <message>
        <source>Lines read: %1, %2. DeRouter requests: %3, failures: 0.</source>
        <translation>已读取行数：%1，%2。DeRouter 请求：%3，失败：0。</translation>
    </message>
    <message>
        <source>New failures appear here as they happen.</source>
        <translation>新的失败出现时会显示在此处。</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) do not match it. Of each the last failed attempt counts.</source>
        <translation>
            <numerusform>%n 次调用不符合筛选条件。每次调用以其最后一次失败尝试为准。</numerusform>
        </translation>
    </message>
    <message>
        <source>The list of sources shows which lines were not understood and why, and a log’s format can be chosen there.</source>
        <translation>来源列表会显示哪些行未能理解及其原因，也可以在那里选择日志的格式。</translation>
    </message>
    <message>
        <source>Copy Cell</source>
        <translation>复制单元格</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Nothing was written yet. New failures appear here as they happen.</source>
        <translation>尚未写入任何内容。新的失败会在发生时显示于此。</translation>
    </message>
</context>
<context>
    <name>derouter::ZoneDialog</name>
    <message>
        <source>No zone has this name or offset.</source>
        <translation>没有使用此名称或偏移量的时区。</translation>
    </message>
    <message>
        <source>Time Zone of %1</source>
        <translation>%1 的时区</translation>
    </message>
    <message>
        <source>For time stamps that name no zone. The source is read again with the zone you choose; stamps with a zone of their own keep it.</source>
        <translation>用于未注明时区的时间戳。将按您选择的时区重新读取该来源；自带时区的时间戳保持不变。</translation>
    </message>
    <message>
        <source>Search a city or an offset, such as Berlin or +05:30</source>
        <translation>搜索城市或偏移量，例如 Berlin 或 +05:30</translation>
    </message>
    <message>
        <source>Search a time zone</source>
        <translation>搜索时区</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Offset now</source>
        <translation>当前偏移量</translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>&amp;Use This Zone</source>
        <translation>使用此时区(&amp;U)</translation>
    </message>
    <message>
        <source>This computer&apos;s: %1</source>
        <translation>本机时区：%1</translation>
    </message>
</context>
</TS>

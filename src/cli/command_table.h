/* What heqi can be asked for: its options and its commands, each once. The parser of the command
 * line, every help text and `heqi help --json` are made from these rows.
 *
 *   OPTION(id, "name", value, en, zh)
 *     value: NULL for a switch; else what is shown for it. A value with bars is one of these words.
 *   COMMAND(name, operands, min, max, options, example, en, zh, en_more, zh_more)
 *     operands: as the usage line shows them; at least min, at most max of them.
 *     options: what it takes beside those that every command takes (OPTIONS_OF_ALL).
 *     example: what stands behind `heqi ` in a call that runs in the root of the repository.
 *     en, zh: one sentence; en_more, zh_more: what else to know, "" where there is nothing.
 *     The handler is command_<name>(), declared by the table itself (cli/commands.h).
 * No include guard: it is read repeatedly. */
OPTION(HELP, "help", NULL, "says how it is called, with an example", "显示用法和示例")
OPTION(JSON, "json", NULL, "writes JSON", "以 JSON 输出")
OPTION(LANG, "lang", "en|zh", "the language of what is written", "输出所用的语言")
OPTION(UNTIL, "until", "DATE", "settles up to this day, inclusive", "结算至该日（含）")
OPTION(LINES, "lines", NULL, "shows every line, numbered", "列出每一行并编号")
OPTION(AT, "at", "DATE", "as of this day, inclusive", "截至该日（含）")
OPTION(SHEET, "sheet", "trial|position|income|cashflow",
       "which sheet of the books; trial by default", "账簿的哪一张表，默认为 trial")
OPTION(FROM, "from", "DATE", "of the period from this day on, inclusive", "自该日（含）起的期间")
OPTION(AGAINST, "against", "DATE",
       "compares what --from begins with the time from this day up to it",
       "将 --from 起的期间与自该日至其前一日的期间相比")
OPTION(PARTY, "party", "NAME", "a member, \"fund NAME\", unshared or uncovered",
       "成员、“fund 名称”、unshared 或 uncovered")
OPTION(LINE, "line", "N", "one line of `heqi settle --lines`", "“heqi settle --lines”的某一行")
OPTION(FIGURE, "figure", "received|called|borne|charges|paid_in|paid_out|set_off|due|owes",
       "one figure of a member", "成员的某一数字")
OPTION(DOT, "dot", NULL, "writes a graph for Graphviz", "输出供 Graphviz 绘制的图")
OPTION(PDF, "pdf", "OUT", "writes a PDF file; - is the standard output",
       "写成 PDF 文件；“-”为标准输出")
OPTION(HTML, "html", "OUT", "writes a page of HTML; - is the standard output",
       "写成 HTML 网页；“-”为标准输出")
OPTION(XLSX, "xlsx", "OUT", "writes a workbook for spreadsheets", "写成电子表格工作簿")
OPTION(CSV, "csv", "OUT", "writes the movements as CSV; - is the standard output",
       "将各行写成 CSV；“-”为标准输出")
OPTION(ALL, "all", NULL, "shows everything, not one screen of it", "全部列出，而不止一屏")
OPTION(COALITION, "coalition", "NAMES", "what these members could have made alone: \"a, b\"",
       "这些成员单干可得多少，如 \"甲, 乙\"")
OPTION(PROOF, "proof", NULL, "adds the certificate of a nucleolus, level by level",
       "附核仁的逐层证明")
OPTION(STATE, "state", "open|met|late|cured|in_default", "only duties in this state",
       "只列出处于该状态的义务")
OPTION(ICAL, "ical", "OUT", "writes a calendar; - is the standard output",
       "写成日历文件；“-”为标准输出")
OPTION(FIELD, "field", "TEXT", "in this field of a licence", "在许可的该领域内")
OPTION(TERRITORY, "territory", "TEXT", "in this territory of a licence", "在许可的该地域内")
OPTION(RULES, "rules", "PACK", "how it stands to the rules of this pack, a name or a file",
       "对照该规则集（名称或文件）的情况")
OPTION(NAME, "name", "NAME", "its short name in the text", "在文本中的简称")
OPTION(TITLE, "title", "TEXT", "its full name", "全称")
OPTION(FOUNDED, "founded", "DATE", "the day it is founded", "成立日期")
OPTION(CURRENCY, "currency", "CODE", "the currency of its books", "记账币种")
OPTION(VERSION, "version", NULL, "says which heqi this is", "显示版本")

COMMAND(
    check, "FILE...", 1, OPERANDS_MAX, OPTION_BIT(RULES), "check examples/consortia/p212593.heqi",
    "Says what is wrong with a text, and where.", "指出文本中的错误及其位置。",
    "Every complaint has a place, a code and a hint; `heqi help CODE` tells about a code.\n"
    "Exit code 1 says that there are errors or findings; notes and warnings leave it at 0.\n"
    "--rules cn-2008, cn-drafting, cn-tech-transfer-26, desca, lead-by-enterprise, or a file,\n"
    "adds a table: each rule, whether it is met, by what or what is missing, its source. A rule\n"
    "that is not met is a finding, where it only `may` be a note.",
    "每条提示都有位置、代码和建议；“heqi help 代码”说明该代码。\n"
    "有错误或问题时退出码为 1；仅有说明和警告时为 0。\n"
    "--rules cn-2008、cn-drafting、cn-tech-transfer-26、desca、lead-by-enterprise 或规则文件：\n"
    "另列一表，逐条说明规则是否满足、由何条款满足或缺少什么、依据。\n"
    "未满足的规则为问题；强度为“可”的仅为说明。")
COMMAND(
    fmt, "FILE", 1, 1, 0, "fmt --lang zh examples/consortia/p212593.heqi",
    "Writes a text in its canonical spelling.", "以规范写法输出文本。",
    "--lang chooses English or Chinese keywords, English where it is not given. Comments stay.\n"
    "Files that it includes are named, not read. A text with errors is not written.",
    "--lang 选择英文或中文关键词，未指定时为英文。注释保留。\n"
    "被引入的文件只写出名称，不读取。有错误的文本不输出。")
COMMAND(
    new, "[TEMPLATE [MEMBER]...]", 0, OPERANDS_MAX,
    OPTION_BIT(NAME) | OPTION_BIT(TITLE) | OPTION_BIT(FOUNDED) | OPTION_BIT(CURRENCY),
    "new club \"steel enterprise Steel Works\" \"uni university A University\" --name centre "
    "--title Centre --founded 2026-01-01 --currency CNY",
    "Writes a draft agreement, from answers to a few questions.",
    "回答几个问题，写出一份协议草稿。",
    "TEMPLATE is company, a company of its own; contract, an alliance by contract; club, a fee\n"
    "club of firms and universities; pool, a patent pool; or venture, a joint venture with cash\n"
    "calls. MEMBER is \"NAME KIND FULL NAME\"; the first leads. What is not given is asked for,\n"
    "and answers are read from the standard input. The text is checked before it is written.",
    "company：公司；contract：协议联盟；club：产学合作会费联盟；pool：专利池；\n"
    "venture：按份额催缴的合资项目。成员写作“简称 类别 全称”，首名为牵头方。\n"
    "未给出的内容逐项询问，从标准输入读取回答。文本经检查后写出。")
COMMAND(
    print, "FILE...", 1, OPERANDS_MAX, OPTION_BIT(AT) | OPTION_BIT(PDF) | OPTION_BIT(HTML),
    "print --lang zh examples/three.heqi", "Writes the agreement as a contract in prose.",
    "将协议输出为合同文本。",
    "Markdown, unless --pdf or --html. In the eleven parts of the official drafting reference;\n"
    "clauses keep their numbers. The digest is that of the terms, the same in both languages.\n"
    "--at gives the text of that day; without it, the text as the last amendment leaves it.",
    "默认为 Markdown，亦可用 --pdf 或 --html。按官方协议编写参考的十一部分编排，条款编号不变。\n"
    "摘要由条款内容算出，中英文相同。--at 输出该日的文本，未指定时为最后一次修订后的文本。")
COMMAND(
    diff, "OLD NEW", 2, 2, 0, "diff examples/three.heqi examples/three-zh.heqi",
    "Says what changed between two texts of an agreement, and for whom.",
    "说明两份协议文本之间的变化，以及对谁有利或不利。",
    "Clauses are matched by what they are about, in either language. A change is minor where no\n"
    "right, duty, figure or day depends on it. Journals are not compared.",
    "条款按其所约定的事项对照，与语言无关。不涉及权利、义务、数额或日期的变化为轻微。\n"
    "不比较流水记录。")
COMMAND(settle, "FILE...", 1, OPERANDS_MAX, OPTION_BIT(UNTIL) | OPTION_BIT(LINES),
        "settle examples/consortia/p212593.heqi",
        "Says to the smallest unit who gets and bears what.", "结算：各方应得与应担，精确到分。",
        "All figures run from the founding to the day asked, by default that of the last entry.\n"
        "received = set off + paid out + due; called + borne + charges = paid in + set off + owes.",
        "所有数字自成立日累计至所问之日，默认为最后一条记录之日。\n"
        "应得 = 抵销 + 已付 + 尚应付给；应缴 + 分担损失 + 会费利息 = 已缴 + 抵销 + 尚欠。")
COMMAND(explain, "FILE...", 1, OPERANDS_MAX,
        OPTION_BIT(PARTY) | OPTION_BIT(LINE) | OPTION_BIT(FIGURE) | OPTION_BIT(UNTIL) |
            OPTION_BIT(FROM) | OPTION_BIT(AGAINST) | OPTION_BIT(DOT),
        "explain examples/consortia/p212593.heqi --party m965160477 --line 1",
        "Shows why a figure is what it is, down to the entries.",
        "逐级说明某一数字的由来，直至记录。",
        "Without --line or --figure: all figures of the party. The numbers of lines are those of\n"
        "`heqi settle --lines` with the same --until. With --from and --against: why a party got\n"
        "more or less than in the period before; the causes sum to the difference.",
        "不带 --line 和 --figure 时说明该方全部数字。行号即相同 --until 下“heqi settle "
        "--lines”的行号。\n"
        "带 --from 和 --against 时说明该方为何比此前期间多得或少得；各原因之和等于差额。")
COMMAND(statement, "FILE...", 1, OPERANDS_MAX,
        OPTION_BIT(PARTY) | OPTION_BIT(FROM) | OPTION_BIT(UNTIL) | OPTION_BIT(PDF) |
            OPTION_BIT(XLSX) | OPTION_BIT(CSV),
        "statement examples/consortia/p212593.heqi --party m965160477",
        "Writes the statement of account of a member.", "出具成员的对账单。",
        "Opening and closing balance, every movement between them, what is open, rounded and\n"
        "disputed. The numbers of lines are those of `heqi settle --lines` with the same --until.",
        "期初与期末余额、其间每一笔变动，以及未结、舍入和异议。\n"
        "行号即相同 --until 下“heqi settle --lines”的行号。")
COMMAND(
    balance, "FILE...", 1, OPERANDS_MAX, OPTION_BIT(AT) | OPTION_BIT(SHEET) | OPTION_BIT(FROM),
    "balance examples/consortia/p212593.heqi --sheet position",
    "Shows the accounts of the alliance, or a sheet made of them.",
    "列出联盟的科目余额，或由其编制的报表。",
    "Debit is positive, credit negative; they sum to zero. --sheet position shows assets,\n"
    "liabilities and equity; income and cashflow show a period, from the founding unless --from.",
    "借方为正，贷方为负，合计为零。--sheet position 列出资产、负债和权益；\n"
    "income 和 cashflow 列出一个期间，未写 --from 时自成立日起。")
COMMAND(
    export, "hledger|beancount|csv FILE...", 2, OPERANDS_MAX, OPTION_BIT(AT),
    "export hledger examples/consortia/p212593.heqi",
    "Writes the books for another program, a transaction an entry.",
    "将账簿导出给其他软件，每条记录一笔交易。",
    "The balances in that program are those of `heqi balance`. hledger files are read by ledger\n"
    "too; beancount accounts are spelled as it wants them; csv opens in any spreadsheet.",
    "在该软件中的余额与“heqi balance”相同。hledger 文件亦可由 ledger 读取；\n"
    "beancount 的科目按其要求拼写；csv 可由任何电子表格打开。")
COMMAND(tally, "FILE... MOTION", 2, OPERANDS_MAX, OPTION_BIT(AT), "tally examples/council.heqi M1",
        "Counts a motion: seats, votes, quorum and majority, and what came out.",
        "清点议案：席位、票数、法定人数、所需多数及结果。",
        "The count of a decided motion is that of its decision, whatever changed since.\n"
        "In JSON votes are exact and strings; seats are counted by heads.",
        "已决议案以决议当时的清点为准，其后变化不影响。\n"
        "JSON 中票数为精确值，以字符串表示；席位按户数计。")
COMMAND(due, "FILE...", 1, OPERANDS_MAX,
        OPTION_BIT(AT) | OPTION_BIT(PARTY) | OPTION_BIT(STATE) | OPTION_BIT(ICAL),
        "due examples/coating.heqi --party pentium --at 2016-02-29",
        "Says who has to do what by when, and how it stands.", "列出各方义务、期限及履行情况。",
        "--party takes a member, a body or alliance: its duties, and those to it where it is a\n"
        "member. --ical writes them for calendar programs, each as an event of its last day.",
        "--party 可为成员、机构或“联盟”：列出其义务；为成员时亦列出对其负有的义务。\n"
        "--ical 写成日历文件，每项义务为其最后一日的全天事件。")
COMMAND(
    may, "FILE... PARTY use RESULT for work|research|business", 6, OPERANDS_MAX,
    OPTION_BIT(AT) | OPTION_BIT(FIELD) | OPTION_BIT(TERRITORY),
    "may examples/coating.heqi pentium use P1 for business",
    "Says whether somebody may use a result, and which clauses and entries decide.",
    "说明某方可否使用某成果，以及据以决定的条款与记录。",
    "The answer is yes, no or under conditions; the exit code is 0 for each. PARTY is a member or\n"
    "a licensee. Where the agreement is silent, the rule of law that may apply is named.",
    "回答为可以、不可以或附条件，退出码均为 0。PARTY 为成员或被许可方。\n"
    "协议未约定时，写出可能适用的法律规定。")
COMMAND(
    exit, "FILE... PARTY", 2, OPERANDS_MAX, OPTION_BIT(AT), "exit examples/coating.heqi pentium",
    "Says what leaving would cost a member, pay it and leave open.",
    "预告某成员退出的所付、所得及未了事项。",
    "The day is settled twice, as it is and as if the member had left on it, by the same rules\n"
    "that an entry `leaves` follows. The notice is told beside it; nothing is written down.",
    "对该日结算两次：照旧，以及该成员当日退出；所用规则与记录“退出”相同。\n"
    "同时说明通知期；不写入任何内容。")
COMMAND(
    fair, "FILE...", 1, OPERANDS_MAX, OPTION_BIT(AT) | OPTION_BIT(ALL) | OPTION_BIT(COALITION),
    "fair examples/coating.heqi",
    "Says who would do better alone, who is dissatisfied, and who decides.",
    "说明谁单干更有利、谁不满、谁说了算。",
    "What each group could have made alone is reckoned from the agreement and the book, and held\n"
    "against what the agreement gives it and what other methods would (docs/fair.md). The exit\n"
    "code is 0 also where somebody would leave. --json has every method, player and body.",
    "依协议与账簿推算各方组合单干可得之数，与协议所给及其他方法所给相比（docs/fair.md）。\n"
    "即使有人会退出，退出码仍为 0。--json 列出全部方法、各方与各机构。")
COMMAND(health, "FILE...", 1, OPERANDS_MAX, OPTION_BIT(AT) | OPTION_BIT(PDF),
        "health examples/coating.heqi",
        "Says whether an alliance is one in more than name: indicators, scores, what to do.",
        "说明联盟是否“联而不盟”：指标、得分与改进建议。",
        "Each indicator has a figure, what is good, the figure of a year before and the entries\n"
        "behind it; they are scored in the five groups of the national evaluation. What there is\n"
        "nothing to tell of does not count. docs/health.md says how each is reckoned.",
        "每项指标列出数值、标准、一年前的数值和依据的记录，按国家评估的五组评分。\n"
        "无从判断的指标不计分。各指标的计算见 docs/health.md。")
COMMAND(show, "KIND [NAME] FILE...", 2, OPERANDS_MAX, OPTION_BIT(AT),
        "show members examples/consortia/p212593.heqi --at 2018-12-31",
        "Shows a register of the alliance as it stands on a day.", "列出联盟在某日的登记事项。",
        "NAME leaves only what is about it. The operand behind KIND is a NAME where more operands\n"
        "follow, it is no file and has neither a slash nor the ending .heqi.",
        "写出名称则只列与之有关的事项。种类后的参数，若其后还有参数、\n"
        "并非已有文件、且不含斜线也不以 .heqi 结尾，即为名称。")
COMMAND(
    game, "METHOD FILE", 2, 2, OPTION_BIT(PROOF), "game shapley examples/games/traders.json",
    "Values a cooperative game, exactly.", "精确计算合作博弈的解。",
    "FILE is JSON, {\"n\":3,\"v\":[\"0\",\"1\",…]} with the worth of each coalition by bit mask,\n"
    "the first player bit 0; \"cost\":true where they are costs; \"weights\", \"unions\" (players\n"
    "from 0) and \"disagreement\" where a method takes them. Or FILE.i64: the same as 8-byte\n"
    "integers, the lowest byte first. {\"claims\":[…],\"estate\":\"200\"} is a pot that is not\n"
    "enough for what is claimed of it. What is written is JSON.",
    "FILE 为 JSON：{\"n\":3,\"v\":[\"0\",\"1\",…]}，按位掩码列出各联盟的值，第一方为第 0 位；\n"
    "值为成本时写 \"cost\":true；方法需要时写 \"weights\"、\"unions\"（自 0 起）或 "
    "\"disagreement\"。\n"
    "或 FILE.i64：相同内容的 8 字节整数，低位在前。{\"claims\":[…],\"estate\":\"200\"} 为不足以\n"
    "全额受偿的一笔款项。输出为 JSON。")
COMMAND(
    power, "FILE", 1, 1, 0, "power examples/games/votes.json",
    "Computes the voting power of each voter, exactly.", "精确计算各方的表决权力。",
    "FILE is JSON, {\"quota\":\"51\",\"weights\":[\"50\",\"49\",\"1\"]}. Written are the "
    "indices of\n"
    "Shapley and Shubik, of Banzhaf made to sum to 1, of Deegan and Packel, the swings that\n"
    "Banzhaf counts, and who decides alone, can block, or has no say. {\"rules\":[…]} in place of\n"
    "quota and weights must all be met; \"vetoes\":[0] lists voters without whom nothing passes.",
    "FILE 为 JSON：{\"quota\":\"51\",\"weights\":[\"50\",\"49\",\"1\"]}。\n"
    "输出 Shapley–Shubik 指数、归一的 Banzhaf 指数、Deegan–Packel 指数、\n"
    "Banzhaf 所计的摇摆次数，以及独裁者、可否决者与无足轻重者。\n"
    "以 {\"rules\":[…]} 代替 quota 与 weights 时须同时满足各条；\n"
    "\"vetoes\":[0] 列出有否决权者。")
COMMAND(lsp, "", 0, 0, 0, "lsp", "Answers an editor, on standard input and output.",
        "在标准输入输出上为编辑器服务。",
        "The Language Server Protocol: complaints while you type, what a word means, where a name\n"
        "stands, renaming, completion, formatting. docs/editor.md tells how editors start it.",
        "语言服务器协议：边写边检查、词语释义、名称查找与改名、补全、格式化。\n"
        "docs/editor.md 说明各编辑器如何启动。")
COMMAND(help, "[CODE|COMMAND]", 0, 1, 0, "help E112",
        "Tells about heqi, one of its commands, or the code of a complaint.",
        "说明 heqi、某一命令或某一提示代码。", "", "")

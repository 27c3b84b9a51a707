/* What heqi says about a call of it: TEXT(id, en, zh); {0} and {1} are filled in. What it says
 * about a text is in base/diag_table.h. No include guard: it is read repeatedly. */
TEXT(UNKNOWN_COMMAND, "there is no command `{0}`", "没有“{0}”这个命令")
TEXT(UNKNOWN_OPTION, "there is no option `{0}`", "没有“{0}”这个选项")
TEXT(UNKNOWN_TOPIC, "there is no command and no code `{0}`", "没有“{0}”这个命令或代码")
TEXT(MEANT, "; did you mean `{0}`?", "；您是想写“{0}”吗？")
TEXT(NOT_TAKEN, "`{0}` takes no option `{1}`", "“{0}”没有“{1}”这个选项")
TEXT(VALUE_MISSING, "the option `{0}` needs a value: {1}", "选项“{0}”须有值：{1}")
TEXT(VALUE_UNWANTED, "the option `{0}` takes no value", "选项“{0}”不带值")
TEXT(VALUE_WRONG, "`{0}` is no value of an option that is one of {1}", "“{0}”不可用，可选：{1}")
TEXT(OPTION_TWICE, "the option `{0}` is given twice", "选项“{0}”出现两次")
TEXT(TOO_FEW, "`{0}` needs more: {1}", "“{0}”缺少参数：{1}")
TEXT(TOO_MANY, "`{0}` takes no `{1}`", "“{0}”不接受“{1}”")
TEXT(STDIN_TWICE, "`-`, the standard input, can be read only once", "标准输入“-”只能读一次")
TEXT(SEE_HELP, "`{0}` says how it is called", "用法见“{0}”")
TEXT(NO_FILE, "there is no file `{0}`", "没有“{0}”这个文件")
TEXT(IS_FOLDER, "`{0}` is a folder, not a file", "“{0}”是文件夹，不是文件")
TEXT(NOT_ALLOWED, "`{0}` may not be read: permission denied", "无权读取“{0}”")
TEXT(CANNOT_READ, "`{0}` cannot be read: {1}", "无法读取“{0}”：{1}")
TEXT(CANNOT_WRITE, "the output cannot be written: {0}", "无法写出结果：{0}")
TEXT(MORE, "… and {0} more that are not shown", "……另有 {0} 条未显示")
TEXT(EXAMPLES, "worked examples: {0}; as expected: {1}", "算例：{0} 个；相符：{1} 个")
TEXT(CHECKED, "dated statements: {0}; {1}", "带日期的语句：{0} 条；{1}")
TEXT(NOTHING, "nothing to remark", "未发现问题")
TEXT(COUNT_ONE, "{0} {1}", "{0} 条{1}")
TEXT(COUNT_MANY, "{0} {1}s", "{0} 条{1}")
TEXT(COUNT_AND, ", ", "，")
TEXT(USAGE, "Usage:", "用法：")
TEXT(USAGE_OF_HEQI, "Usage: heqi COMMAND [OPTION]... [OPERAND]...",
     "用法：heqi 命令 [选项]… [参数]…")
TEXT(WHAT_HEQI_IS, "heqi runs an alliance agreement: who gets, owns and bears what, and why.",
     "合契（heqi）运行联盟协议：谁得什么、有什么、担什么，以及理由。")
TEXT(COMMANDS, "Commands:", "命令：")
TEXT(OPTIONS, "Options:", "选项：")
TEXT(EXAMPLE, "Example:", "示例：")
TEXT(FILES, "Several FILEs are read in their order as one text; - is the standard input.",
     "多个文件按顺序作为同一文本读取；“-”表示标准输入。")
TEXT(OPTIONS_ANYWHERE,
     "Options stand anywhere; --name=VALUE is the same as --name VALUE, and -- ends them.",
     "选项可写在任何位置；--名称=值 与 --名称 值 相同；-- 之后不再是选项。")
TEXT(EXIT_CODES,
     "Exit codes: 0 clean, 1 errors or findings in the text, 2 wrong call, 3 cannot run.",
     "退出码：0 正常，1 文本有错误或问题，2 调用有误，3 无法运行。")
TEXT(COLON, ": ", "：")
TEXT(CAUSE, "cause", "原因")
TEXT(REMEDY, "remedy", "办法")
TEXT(EXAMPLE_OF_CODE, "Example, of which `{0}` says {1}:", "示例（“{0}”会报告 {1}）：")
TEXT(CORRECTED, "Corrected:", "更正：")
TEXT(LIST_COLON, ":", "：")
TEXT(REPEATS,
     "(In it, {{5 a}} stands for five times \"a\": @ for the number of the time, | for a line "
     "break.)",
     "（其中 {{5 a}} 表示“a”重复五次：@ 为第几次，| 为换行。）")
TEXT(NO_DATE, "the option `--{0}` needs a date as 2012-08-29, not `{1}`",
     "选项“--{0}”须为 2012-08-29 这样的日期，而不是“{1}”")
TEXT(NO_NUMBER, "the option `--{0}` needs a number from 1, not `{1}`",
     "选项“--{0}”须为 1 起的数字，而不是“{1}”")
TEXT(NO_PARTY, "there is no member or fund called `{0}`; say --party NAME or --party \"fund NAME\"",
     "没有名为“{0}”的成员或基金；请写 --party 名称 或 --party \"fund 名称\"")
TEXT(NO_FORMAT, "there is no format `{0}`", "没有“{0}”这种格式")
TEXT(NOT_MEMBER, "`{0}` is no member on {1}", "“{0}”在 {1} 不是成员")
TEXT(NO_MOTION, "no motion called `{0}` is put by {1}", "截至 {1} 没有提出名为“{0}”的议案")
TEXT(NO_QUESTION, "the question is: PARTY use RESULT for work|research|business",
     "提问须写作：某方 使用 成果 用于 研发|研究|经营")
TEXT(NO_USER, "nobody called `{0}` is a member or a licensee", "“{0}”既非成员，也非被许可方")
TEXT(NO_RESULT, "there is no result or background called `{0}`", "没有名为“{0}”的成果或背景技术")
TEXT(NO_KIND, "there is nothing called `{0}` to show", "没有可显示的“{0}”")
TEXT(NO_TEMPLATE, "there is no template `{0}`; there are {1}", "没有“{0}”这个模板；可选：{1}")
TEXT(NO_ANSWER, "no answer was given to: {0}", "没有回答：{0}")
TEXT(NO_MEMBERS, "an agreement needs two members or more, each given as \"NAME KIND FULL NAME\"",
     "协议须有两名以上成员，每名写作“简称 类别 全称”")
TEXT(BAD_MEMBER,
     "`{0}` names no member; say \"NAME KIND FULL NAME\", KIND being enterprise, "
     "university, institute, society, public, person or other",
     "“{0}”不是成员；请写“简称 类别 全称”，类别为企业、高校、科研院所、社会团体、"
     "公共机构、自然人或其他")
TEXT(ASK_TEMPLATE, "What is it to be ({0})?", "采用哪种形式（{0}）？")
TEXT(ASK_NAME, "Its short name, as the text uses it?", "在文本中的简称？")
TEXT(ASK_TITLE, "Its full name?", "全称？")
TEXT(ASK_FOUNDED, "Founded on which day (as 2026-01-01)?", "哪一日成立（如 2026-01-01）？")
TEXT(ASK_CURRENCY, "The currency of its books (as CNY)?", "记账币种（如 CNY）？")
TEXT(ASK_MEMBER, "A member: NAME KIND FULL NAME; the first leads; an empty line ends?",
     "一名成员：简称 类别 全称；首名牵头；空行结束？")
TEXT(NO_NAME, "nothing in the text is called `{0}`", "文本中没有名为“{0}”的事物")
TEXT(KINDS, "Kinds:", "种类：")
TEXT(NO_PERIOD, "`--from` needs a sheet of a period: --sheet income or --sheet cashflow",
     "“--from” 只用于期间报表：--sheet income 或 --sheet cashflow")
TEXT(NO_LINE, "line {0} is none of `{1}`; `heqi settle --lines` numbers them",
     "第 {0} 行不属于“{1}”；行号见“heqi settle --lines”")
TEXT(FIGURE_OF_MEMBER, "--figure is one of a member, without --line",
     "--figure 为成员的某一数字，不与 --line 同用")
TEXT(NEED_PARTY, "`heqi statement` needs --party NAME, one of the members",
     "“heqi statement”须指定成员：--party 名称")
TEXT(NO_MEMBER, "there is no member called `{0}`", "没有名为“{0}”的成员")
TEXT(NOBODY, "there is no member and no body called `{0}`", "没有名为“{0}”的成员或机构")
TEXT(CANNOT_WRITE_FILE, "`{0}` cannot be written: {1}", "无法写入“{0}”：{1}")
TEXT(PERIOD_ENDS_FIRST, "the period ends before it begins: --from {0}, until {1}",
     "期间的结束早于开始：--from {0}，截至 {1}")
TEXT(
    NEED_PERIODS,
    "a difference needs two periods: --against DATE begins the earlier, --from DATE the later, "
    "--until DATE ends it",
    "比较需要两个期间：--against 日期为前一期间之始，--from 日期为后一期间之始，--until 日期为其止")
TEXT(PERIODS_ORDER,
     "the periods are not in order: --against comes before --from, that before --until",
     "期间次序有误：--against 早于 --from，--from 不晚于 --until")
TEXT(DIFFERENCE_OF_MEMBER, "a difference is that of a member, not of `{0}`",
     "只能比较成员的数字，而不是“{0}”")
TEXT(GAME_NO_JSON, "the file is not JSON: {0}", "文件不是 JSON：{0}")
TEXT(GAME_NO_NUMBER,
     "`{0}` is no list of numbers; write them as strings: \"12\", \"12.50\", \"13/3\"",
     "“{0}”不是数字列表；请以字符串书写：\"12\"、\"12.50\"、\"13/3\"")
TEXT(GAME_NO_TABLE,
     "a game of n players has 2^n worths, n from 1 to 28, and `n` agrees; there are {0}. Of more "
     "players, join those who act together into one",
     "n 方博弈须有 2^n 个值，n 为 1 至 28，且与“n”一致；现有 {0} 个。超过 28 "
     "方的，把共同行动者并为一方")
TEXT(GAME_NOT_ZERO, "the empty coalition must be worth 0, not {0}", "空联盟的值须为 0，而不是 {0}")
TEXT(GAME_TOO_LARGE, "the numbers are too large or too fine to be computed exactly: {0}",
     "数字过大或过细，无法精确计算：{0}")
TEXT(GAME_TOO_MANY,
     "this method is exact up to {0} players; join players to blocks, or use owen with unions",
     "该方法精确计算至多 {0} 方；请将各方并为若干组，或以 owen 及 unions 计算")
TEXT(GAME_NO_WEIGHTS, "`weights` must be one positive number a player; there are {0}",
     "“weights”须为每方一个正数；现有 {0} 个")
TEXT(GAME_NO_UNIONS, "`unions` must hold every player once, counted from 0, as [[0,1],[2]]",
     "“unions”须恰好各列每方一次，自 0 起，如 [[0,1],[2]]")
TEXT(GAME_NO_POINT, "`disagreement` must be one number a player; there are {0}",
     "“disagreement”须为每方一个数字；现有 {0} 个")
TEXT(GAME_NO_CLAIMS,
     "`claims` must be 1 to 5000 numbers, none negative, and `estate` the pot, in place of `v` and "
     "`cost`; there are {0}",
     "“claims”须为 1 至 5000 个非负数字，“estate”为可分总额，代替“v”与“cost”；现有 {0} 个")
TEXT(GAME_TOO_MANY_CLAIMS,
     "random arrival is exact up to {0} claimants; talmud, adjusted_proportional and the others "
     "take "
     "any number",
     "随机到达规则精确计算至多 {0} 方；talmud、adjusted_proportional 等其余规则不限人数")
TEXT(GAME_ESTATE,
     "the pot of {0} is more than all claims together, or less than nothing: a rule for claims "
     "divides "
     "what is not enough",
     "可分总额 {0} 超过全部债权之和或为负数；债权规则只用于不足以全额受偿的情形")
TEXT(GAME_NO_IMPUTATION, "there is no imputation: alone the players are worth more than together",
     "不存在分配：各方单独之值的和大于整体之值")
TEXT(GAME_UNDEFINED, "the method is not defined for this game: {0}", "该方法对此博弈无定义：{0}")
TEXT(GAME_NO_VOTE, "`weights` must be 1 to 1000 votes, none negative, and `quota` positive",
     "“weights”须为 1 至 1000 个非负票数，“quota”须为正数")
TEXT(
    GAME_NO_RULES,
    "`{0}`: write 1 to 8 rules as [{\"quota\":…,\"weights\":[…]},…] in place of quota and weights, "
    "and vetoes as a list of voters from 0, each once",
    "“{0}”：以 [{\"quota\":…,\"weights\":[…]},…] 写 1 至 8 条规则，代替 quota 与 weights；"
    "vetoes 列出有否决权者，自 0 起，各一次")
TEXT(GAME_NO_QUOTA, "the quota is more than all votes, {0}", "法定票数超过全部票数 {0}")
TEXT(FAIR_NOBODY, "the alliance has no members, so there is nothing to be compared",
     "联盟没有成员，无可比较")
TEXT(FAIR_TOO_MANY,
     "there are more than {0} members no two of which are alike; join those who act together to "
     "groups: group NAME of …",
     "互不相同的成员多于 {0} 个；请将共同行动的成员并为集团：集团 名称 由 … 组成")
TEXT(FAIR_TOO_LARGE, "the sums are too large to be compared exactly", "金额过大，无法精确比较")
TEXT(NO_METHOD, "there is no method called `{0}`", "没有名为“{0}”的方法")
TEXT(METHODS, "Methods:", "方法：")
TEXT(NOT_SUPERADDITIVE,
     "note: the game is not superadditive: the coalitions {0} are worth more apart than together",
     "提示：该博弈不具超可加性：联盟 {0} 分开比合并值得更多")
TEXT(NO_PACK, "there is no rule pack called `{0}`; shipped are {1}; else give the path of a file",
     "没有名为“{0}”的规则集；随附的有 {1}；也可给出文件路径")

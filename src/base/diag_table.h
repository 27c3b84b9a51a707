/* The catalogue of diagnostics: code, severity, English sentence and hint, Chinese sentence and
 * hint. {0} … are filled in by the caller. Codes are for ever: a retired one is not given again.
 *   E1xx reading and form   E2xx names and terms   E3xx entries
 *   E4xx leaving and the end, rules, amendments, rules for claims, the range of figures
 *   F, W, N: findings, warnings and notes.
 * Every row has a runnable file in test/errors named after it, which also says why and what to do
 * (report/catalogue.h). No include guard: it is read repeatedly. */
DIAG(E100, SEVERITY_ERROR, "this is not UTF-8", "save the file as UTF-8", "此处不是 UTF-8 编码",
     "请将文件存为 UTF-8 编码")
DIAG(E101, SEVERITY_ERROR, "a tab stands here", "use spaces; two for each level", "此处有制表符",
     "请用空格，每级两个")
DIAG(E102, SEVERITY_ERROR, "this text does not end on its line",
     "close it with a quote; a quote inside is written \\\"", "此段文字在本行没有结束",
     "请补上引号；文字内的引号写作 \\\"")
DIAG(E103, SEVERITY_ERROR, "a backslash must stand before a quote or a backslash",
     "write \\\\ for a backslash", "反斜杠之后只能是引号或反斜杠", "反斜杠本身写作 \\\\")
DIAG(E104, SEVERITY_ERROR, "`{0}` means nothing here",
     "remove it, or put it in quotes if it belongs to a text", "此处不应有“{0}”",
     "请删去；若属文字，请加引号")
DIAG(E105, SEVERITY_ERROR, "a number and a word run together in `{0}`",
     "put a space between them; a name starts with a letter", "“{0}”中数字与词连在一起",
     "请用空格隔开；名称以字母开头")
DIAG(E106, SEVERITY_ERROR, "the number `{0}` is too large or too fine to be read exactly",
     "use at most 18 digits", "数字“{0}”过大或过细，无法精确读取", "最多 18 位数字")
DIAG(E107, SEVERITY_ERROR, "the day `{0}` does not exist",
     "write a day of the calendar as 2012-08-29", "不存在“{0}”这一天",
     "请写日历上有的日期，如 2012-08-29")
DIAG(E108, SEVERITY_ERROR, "`effective` needs a date behind it",
     "write 2015-02-03 effective 2014-11-20 …", "“生效于”之后须有日期",
     "请写作 2015-02-03 生效于 2014-11-20 …")
DIAG(E109, SEVERITY_ERROR, "this statement has more than 65,536 words", "split it into several",
     "本语句超过 65,536 个词", "请分成几句")
DIAG(E110, SEVERITY_ERROR, "this name is longer than 128 bytes", "choose a shorter one",
     "名称超过 128 字节", "请用较短的名称")
DIAG(E111, SEVERITY_ERROR, "this line is longer than 1,048,576 bytes",
     "break it; a line may end in a comma and go on in the next", "本行超过 1,048,576 字节",
     "请换行；行末为逗号时下一行继续")
DIAG(E112, SEVERITY_ERROR, "`{0}` has more decimals than the currency has",
     "write the amount in whole minor units", "“{0}”的小数位多于币种的最小单位",
     "金额精确到最小货币单位")
DIAG(E113, SEVERITY_ERROR, "the amount `{0}` is too large",
     "amounts go up to 92,233,720,368,547,758.07", "金额“{0}”过大",
     "金额上限为 92,233,720,368,547,758.07")
DIAG(E114, SEVERITY_ERROR, "`{0}` is no currency code that heqi knows",
     "write an ISO 4217 code as CNY", "“{0}”不是已知的币种代码", "请用 ISO 4217 代码，如 CNY")
DIAG(E115, SEVERITY_ERROR, "an amount in another currency needs its rate",
     "write 10,000 USD at 6.20", "外币金额须注明汇率", "请写作 10,000 USD 以 6.20")
DIAG(E116, SEVERITY_ERROR, "the currency is stated after amounts were read in another one",
     "state `currency` in the head of the alliance, before the first amount", "币种声明在金额之后",
     "请在联盟抬头、第一笔金额之前声明币种")
DIAG(E117, SEVERITY_ERROR, "this version of the language is not known, or not stated first",
     "the first line may be: language 1", "语言版本未知，或未写在第一行", "第一行可写：语言版本 1")
DIAG(E118, SEVERITY_ERROR, "the line ends in a comma but does not go on",
     "go on in the next line, indented deeper, or drop the comma", "行末为逗号，但没有后续",
     "请在下一行缩进后继续，或删去逗号")
DIAG(E119, SEVERITY_ERROR, "this line is indented by a wrong number of spaces",
     "indent by two spaces for each level, one level at a time", "缩进的空格数不对",
     "每级缩进两个空格，一次一级")
DIAG(E120, SEVERITY_ERROR, "statements nest deeper than 16 levels", "write it flatter",
     "语句嵌套超过 16 级", "请减少层级")
DIAG(E121, SEVERITY_ERROR,
     "`{0}` cannot be added: at most 4,096 files and 4,000,000,000 bytes are read in one run",
     "read fewer files", "无法加入“{0}”：一次最多读 4,096 个文件、4,000,000,000 字节", "请减少文件")
DIAG(E122, SEVERITY_ERROR, "`{0}` is included more than 64 files deep",
     "include it from a file nearer to the first", "“{0}”的引入层次超过 64 层",
     "请从较近的文件引入")
DIAG(E123, SEVERITY_ERROR, "`{0}` cannot be read",
     "check the path; it is relative to the file that includes it", "无法读取“{0}”",
     "请检查路径；路径相对于引入它的文件")
DIAG(E124, SEVERITY_ERROR, "`{0}` includes itself", "remove one of the includes",
     "“{0}”循环引入自身", "请去掉其中一处引入")
DIAG(E125, SEVERITY_ERROR,
     "nothing may stand here: the statement above takes no indented lines of this kind",
     "move it to the left, or date it if it is an entry", "此处不可有语句：上一语句不接这类缩进行",
     "请左移；若为记录，请写日期")
DIAG(E126, SEVERITY_ERROR, "`{0}` does not fit here; what can stand here: {1}", "",
     "此处不应为“{0}”；此处可为：{1}", "")
DIAG(E127, SEVERITY_ERROR, "the statement ends too early; what can stand here: {0}", "",
     "语句未完；此处可为：{0}", "")
DIAG(E128, SEVERITY_ERROR, "nothing may follow here, but `{0}` does",
     "remove it, or start a new line", "此处不应再有内容，却有“{0}”", "请删去，或另起一行")
DIAG(E129, SEVERITY_ERROR, "`{0}` begins no statement that can stand in this place ({1})", "",
     "“{0}”不能作为此处（{1}）语句的开头", "")
DIAG(E130, SEVERITY_ERROR, "`{0}` is no whole number from 1 to 999,999,999",
     "numbers of articles, years and votes lie between", "“{0}”不是 1 至 999,999,999 的整数",
     "条号、年份、票数须在此范围内")
DIAG(E131, SEVERITY_ERROR, "`{0}` is no fraction of whole numbers",
     "write 1/3; below the line stands a whole number above zero", "“{0}”不是整数之比",
     "请写作 1/3；分母为大于零的整数")
DIAG(E132, SEVERITY_ERROR, "`{0}` is too long a time", "use at most 99,999 days, months or years",
     "期间“{0}”过长", "最多 99,999 日、个月或年")
DIAG(E133, SEVERITY_ERROR, "`{0}` stands {1}, not here", "move it there, or correct the word",
     "“{0}”应写在{1}，不在此处", "请移到该处，或更正用词")
DIAG(E201, SEVERITY_ERROR, "`{0}` is already the name of another {1}", "choose another name",
     "“{0}”已是另一{1}的名称", "请另取名称")
DIAG(E202, SEVERITY_ERROR, "there is no {1} called `{0}`",
     "declare it in the terms, or correct the name", "没有名为“{0}”的{1}",
     "请在条款中声明，或更正名称")
DIAG(E203, SEVERITY_ERROR, "`{0}` is a {1}, but a {2} is wanted here", "name a {2}",
     "“{0}”是{1}，此处需要{2}", "请写{2}的名称")
DIAG(E204, SEVERITY_ERROR, "`{0}` is a word of the language and cannot be the name of this",
     "choose another name", "“{0}”是语言用词，不能用作此名称", "请另取名称")
DIAG(E205, SEVERITY_ERROR, "the text has no `alliance` statement",
     "begin with: alliance NAME \"title\", and below it founded, term, currency",
     "文本没有“联盟”语句", "请以“联盟 名称 \"全称\"”开头，下列成立、期限、币种")
DIAG(E206, SEVERITY_ERROR, "`{0}` is no share of a whole",
     "a share is at most 100%, its parts whole numbers", "“{0}”不是整体的一部分",
     "份额不超过 100%，分子分母为整数")
DIAG(E207, SEVERITY_ERROR, "the shares of {0} add up to {1}, not to 100%",
     "correct them, or write `normalised` behind the name if they are meant as parts of their sum",
     "{0} 的份额合计为 {1}，不是 100%", "请更正；若按合计折算，请在名称后写“归一化”")
DIAG(E208, SEVERITY_ERROR, "`{0}` is named twice here", "name everyone once", "此处“{0}”重复",
     "每方只写一次")
DIAG(E209, SEVERITY_ERROR, "the shares of {0} are too fine to be added exactly",
     "use shares whose common denominator stays under 1,000,000,000,000,000",
     "{0} 的份额过细，无法精确相加", "份额的公分母应小于 1,000,000,000,000,000")
DIAG(E210, SEVERITY_ERROR, "`{0}` is a plain number where a percentage or fraction is meant",
     "write a percentage, or `in parts` behind the name of the stakes",
     "“{0}”是数字，此处应为百分比或分数", "请写百分比，或在份额表名称后写“按份”")
DIAG(E211, SEVERITY_ERROR, "the tranches of the pledge of `{0}` make {1}, not 100%",
     "let the percentages make exactly 100%", "“{0}”的认缴分期合计为 {1}，不是 100%",
     "各期百分比须恰为 100%")
DIAG(E212, SEVERITY_ERROR,
     "this tier stands behind `rest`, so nothing can ever reach it: of 1,000,000 `rest` takes all, "
     "and 0 is left",
     "put `rest` last", "此档在“其余”之后，永远分不到：1,000,000 到“其余”已分完，所余为 0",
     "请把“其余”放在最后")
DIAG(E213, SEVERITY_ERROR, "the parts of this tier make {0}{1}, not 100%",
     "let them make exactly 100%, or end in `rest`", "此档各部分合计为 {0}{1}，不是 100%",
     "须恰为 100%，或以“其余”结尾")
DIAG(E214, SEVERITY_ERROR, "this goes to several, but by what basis is not said",
     "write equally, by capital, by stake of NAME …", "此处分给多方，但未写依据",
     "请写 平均、按出资额比例、按…份额比例 等")
DIAG(E215, SEVERITY_ERROR,
     "the percentages of this clause add up to {0}, more than 100%: of 100 they would give {1}",
     "lower them; each is of the whole receipt",
     "本条各百分比合计为 {0}，超过 100%：每 100 将分出 {1}", "请调低；各百分比均以全部收入为基数")
DIAG(E216, SEVERITY_ERROR, "this clause has no `rest`, so part of a receipt could belong to nobody",
     "end it with: rest to …", "本条没有“其余”，收入可能无主", "请以“其余 归 …”结尾")
DIAG(E217, SEVERITY_ERROR, "this clause and clause {0} are equally specific: both apply to: {1}",
     "narrow one of them, or join them", "本条与第 {0} 款同样具体，均适用于：{1}",
     "请限定其一，或合并")
DIAG(E218, SEVERITY_ERROR, "the shares of `{0}` make {1}, not 100%",
     "write a share for everyone, or for nobody (equal shares)", "“{0}”的份额合计为 {1}，不是 100%",
     "每方都写份额，或都不写（均等）")
DIAG(E219, SEVERITY_ERROR, "the alliance does not say when it was founded",
     "add: founded 2012-08-29", "联盟未写成立日期", "请加：成立 2012-08-29")
DIAG(E220, SEVERITY_ERROR, "there is a second `alliance` statement",
     "keep one; terms of one alliance may stand in several files", "出现第二个“联盟”语句",
     "只留一个；同一联盟的条款可分成几个文件")
DIAG(E221, SEVERITY_ERROR,
     "a non-profit association may not distribute to its members (Civil Code 87), but what reaches "
     "this line would go to {0}",
     "share to a fund, or choose another legal form",
     "非营利社团不得向成员分配（民法典第八十七条），而到达此行的金额将归“{0}”",
     "请分配给基金，或改用其他法律形式")
DIAG(E222, SEVERITY_ERROR, "the stakes `{0}` are set twice for {1}",
     "keep one of them; a change holds from the start of its day", "份额表“{0}”在 {1} 重复设定",
     "只留其一；变更自当日起生效")
DIAG(E223, SEVERITY_ERROR, "the stakes `{0}` name nobody",
     "list the shares below, or write `none` to end them", "份额表“{0}”没有列出任何一方",
     "请在下面列出份额，或写“终止”")
DIAG(E224, SEVERITY_ERROR, "there are more than 5,000 members", "split the alliance",
     "成员超过 5,000 个", "请拆分联盟")
DIAG(E225, SEVERITY_ERROR,
     "the start and the milestones of `{0}` release {1} of its budget, more than the whole",
     "lower the percentages at start and at the milestones",
     "“{0}”启动及各里程碑释放的预算合计为 {1}，超过全部", "请调低启动及里程碑的百分比")
DIAG(E226, SEVERITY_ERROR, "a fund has no measure, so it cannot share by one with others",
     "give the fund a tier of its own", "基金没有计量值，不能与他方按比例分配", "请为基金单列一档")
DIAG(E227, SEVERITY_ERROR, "this tier is divided below, so it cannot name recipients itself",
     "name them in the parts", "此档已再分，本行不可写收款方", "请在各部分中写明")
DIAG(E228, SEVERITY_ERROR, "nobody is named here to receive or bear",
     "add: to …, or for a loss: from …", "此处未写由谁取得或承担", "请加 归 …；损失则写 由 …")
DIAG(E229, SEVERITY_ERROR, "the part of a divided tier must be a percentage or `rest`",
     "write 60% to … or rest to …", "再分的部分只能是百分比或“其余”", "请写 60% 归 … 或 其余 归 …")
DIAG(E230, SEVERITY_ERROR, "a part of a divided tier cannot be divided again",
     "write the parts out in full", "已再分的部分不能再分", "请直接写出各部分")
DIAG(E231, SEVERITY_ERROR,
     "a loss is borne by parties or taken from a fund: write `from fund NAME`",
     "do not mix funds and parties in one line", "损失由各方承担或取自基金：请写“从 基金 名称”",
     "一行中不要混写基金与各方")
DIAG(E232, SEVERITY_ERROR, "this rounding rule is not known",
     "write: rounding cumulative 1, or: rounding per split", "未知的舍入规则",
     "请写：舍入 累积 1，或：舍入 逐次")
DIAG(E233, SEVERITY_ERROR, "article {0} stands twice", "number each article once", "第 {0} 条重复",
     "每条编号只用一次")
DIAG(E234, SEVERITY_ERROR,
     "no {0} ever belongs to what this clause is narrowed to, so it shares nothing",
     "leave the scope out, or widen it", "{0}不会归属于本条所限定的范围，本条不会分配任何款项",
     "请去掉或放宽范围")
DIAG(E235, SEVERITY_ERROR, "`{0}` is no measure for this place",
     "a guard looks at capital, pledge, cost, risk or income; a limit at the first three; a return "
     "runs on capital or cost; what is paid for leaving goes by capital, pledge, cost, dues or "
     "sales; income is no measure of one party",
     "“{0}”不能用作此处的计量",
     "条件看出资额、认缴额、成本、风险或收入；上限看前三项；"
     "回报按出资额或成本；退出价款按出资额、认缴额、成本、会费或销售额；收入不是各方的计量")
DIAG(E240, SEVERITY_ERROR, "the body `{0}` has no line `{1} …`, so it cannot decide",
     "write below the body: seats one each member; pass 2/3 of present",
     "机构“{0}”没有“{1}”一行，无法决议", "请在机构下写：席位 一方一席；通过 出席 2/3")
DIAG(E241, SEVERITY_ERROR, "more than {0} can never be reached, not even where all vote yes",
     "write 100% of all for unanimity, without `more than`",
     "超过 {0} 永远无法达到，全部赞成亦不足", "须一致同意时写 全部 100%，不写“超”")
DIAG(E242, SEVERITY_ERROR, "`{0}` has no seat in `{1}`, so this majority can never be reached",
     "name a class or group that sits there", "“{0}”在“{1}”没有席位，此多数永远无法达到",
     "请写在该机构有席位的类别或集团")
DIAG(E243, SEVERITY_ERROR, "who decides on {0} is already said in {1}", "keep one of the two lines",
     "{0}由谁决议已在 {1} 写明", "两行只留其一")
DIAG(E244, SEVERITY_ERROR, "votes cannot be counted by a share as fine as {0}",
     "use a denominator up to 1,000,000", "份额 {0} 过细，无法据以计票", "分母不超过 1,000,000")
DIAG(E245, SEVERITY_ERROR, "`{0}` counts as one with two groups; it is already in `{1}`",
     "let each member count in one group only", "“{0}”被两个集团合并计算，已在“{1}”中",
     "每个成员只可合并计入一个集团")
DIAG(E246, SEVERITY_ERROR, "the body `{0}` has this line twice", "keep one of them",
     "机构“{0}”有两行相同的规定", "只留其一")
DIAG(E247, SEVERITY_ERROR, "a quorum is a part of all seats, not of who is present or votes",
     "write: quorum 2/3", "法定人数以全部席位为基数，而非出席或所投", "请写：法定人数 2/3")
DIAG(E250, SEVERITY_ERROR, "`{0}` names nobody who could own or use a result",
     "name members, makers, funders, workers, a kind of members, or parties",
     "“{0}”不能拥有或使用成果", "请写全体成员、完成方、出资方、研发方、某类成员或具体各方")
DIAG(E251, SEVERITY_ERROR, "{0} says this already", "keep one of the two", "{0}已有约定",
     "两者只留其一")
DIAG(E252, SEVERITY_ERROR, "no sales can ever reach this step of the royalty",
     "let `up to … in all` grow from step to step; it counts all sales so far; a step without it "
     "is the last",
     "销售额永远到不了这一档提成", "“累计 不超过”为累计销售额，须逐档递增；没有上限的一档放在最后")
DIAG(E260, SEVERITY_ERROR, "what happens then is already said in {0}", "keep one of the two lines",
     "此事项已在 {0} 约定", "两行只留其一")
DIAG(E261, SEVERITY_ERROR, "creditors and payers of grants come before members (Civil Code 978)",
     "write `debts first` and `unspent grants …` above the tiers",
     "债权人和资助方先于成员受偿（民法典第九百七十八条）",
     "请把“先清偿债务”“未用财政资助…”写在各档之前")
DIAG(E262, SEVERITY_ERROR, "these dues are at least more than they are at most",
     "raise `at most`, or lower `at least`", "会费下限高于上限", "请调高“不超过”或调低“不低于”")
DIAG(E263, SEVERITY_ERROR, "`{0}` is not there in the text of {1}",
     "keep its line in the article that is amended, or leave out what speaks of it",
     "{1} 的文本中没有 `{0}`", "请在修订后的条文中保留该项，或删去提及它的条款")
DIAG(E264, SEVERITY_ERROR, "`{0}` is no member, and becomes none by the amendment of {1}",
     "let it join: DATE join {0} KIND \"…\"; an amendment behind that may list it",
     "“{0}”不是成员，也不能由 {1} 的修订成为成员",
     "请以记录加入：日期 加入 {0} 类别 “…”；此后的修订可列入")
DIAG(E265, SEVERITY_ERROR, "`{0}` is a member, and this amendment leaves it out",
     "keep its line; it goes by `{0} leaves`, or by `expel {0}`", "“{0}”仍是成员，此修订未再列入",
     "请保留该行；成员以记录离开：{0} 退出，或 除名 {0}")
DIAG(E266, SEVERITY_ERROR, "an amendment does not make `{0}` a member of another kind",
     "keep the kind it was declared with; what is to be different for it, say by its name",
     "修订不能改变“{0}”的成员类别", "请保留原类别；如需区别对待，请以其名称约定")
DIAG(E267, SEVERITY_ERROR, "the amendment of {1} leaves the project `{0}` out",
     "keep its lines; it ends by an entry: DATE stop {0} done", "{1} 的修订未再列入项目“{0}”",
     "请保留该项目的条款；项目以记录结束：日期 停止 {0} 完成")
DIAG(E276, SEVERITY_ERROR,
     "the pledge of `{0}` names a day behind its amount and tranches below it: which of them falls "
     "due then is not said",
     "keep one of the two", "“{0}”的认缴既在金额之后写到期日，又在其下写分期：何者到期不明",
     "两者只留其一")
DIAG(E285, SEVERITY_ERROR, "what is returned at dissolution stands behind the last tier",
     "put this line behind `rest` of the share clause, under no guard",
     "解散时归还的约定应写在最后一档之后", "请把本行写在分配条款的“其余”之后，不放在条件之下")
DIAG(E286, SEVERITY_ERROR, "it is already said what {0} returns at dissolution",
     "keep one of the two lines", "{0} 解散时归还的部分已有约定", "两行只留其一")
DIAG(E287, SEVERITY_ERROR, "`affected` says who may veto a decision; of money nobody is affected",
     "name who receives or bears, or write members, makers, others …",
     "“受影响方”指可否决决议的一方，不能用作收款方或承担方",
     "请写明由谁取得或承担，或写 全体成员、完成方、其他各方 等")
DIAG(E288, SEVERITY_ERROR, "others than whom? nobody is named beside them",
     "name somebody in another line of the clause or division, or write members",
     "“其他各方”之外未写明任何一方", "请在同一条款或再分的另一行写明某方，或改写为 全体成员")
DIAG(E270, SEVERITY_ERROR,
     "{2} is refunded to `{0}`, but of what it paid only {1} was not refunded or reversed",
     "refund at most what it paid", "退还“{0}” {2}，但其已付且未退还、未冲销的仅 {1}",
     "退款以其已付款为限")
DIAG(E271, SEVERITY_ERROR, "a part of this income went back by the refund {0}",
     "reverse that refund first", "该收入的一部分已由退款 {0} 退还", "请先冲销该退款")
DIAG(E272, SEVERITY_ERROR, "there is no loss or liability that this could be about",
     "write it behind the loss, or cite that: intent NAME in DATE #n", "没有可对应的损失或赔偿责任",
     "请写在该损失之后，或注明：故意 名称 就 日期 #n")
DIAG(E273, SEVERITY_ERROR, "`{0}` warned of the failure of `{1}` on {2}, so it was not silent",
     "leave `by silence of {0}` out", "“{0}”已于 {2} 预警“{1}”失败，并非未通知",
     "请删去“因 {0} 未通知”的部分")
DIAG(E274, SEVERITY_ERROR, "the parts of this loss come to more than all of it, {0}",
     "the amount in front is the whole loss: loss 800,000, 300,000 of it insured",
     "各部分之和超过全部损失 {0}", "前面的金额为全部损失：损失 800,000，其中 300,000 已获保险赔付")
DIAG(E275, SEVERITY_ERROR, "`{0}` has no budget that could be supplemented",
     "agree one in the lines of the project: budget 30,000,000", "“{0}”没有可追加的预算",
     "请在该项目之下约定：预算 30,000,000")
DIAG(E290, SEVERITY_ERROR, "the game `{0}` does not say what all its players are worth together",
     "add the line: all AMOUNT", "博弈“{0}”没有写明全部参与方合在一起的数值", "请补一行：全部 数值")
DIAG(E291, SEVERITY_ERROR, "`{0}` does not play in the game `{1}`",
     "name who stands behind `of`, itself or by its group", "“{0}”不是博弈“{1}”的参与方",
     "只能写“由…参与”中列出的各方")
DIAG(E292, SEVERITY_ERROR, "the game `{0}` has said this before", "keep one of the two lines",
     "博弈“{0}”前文已写明此项", "两行只留其一")
DIAG(E293, SEVERITY_ERROR, "the game `{0}` has more than {1} players",
     "put those who act alike into one player each, and share its part by another clause",
     "博弈“{0}”的参与方超过 {1} 个", "请把立场相同的各方并为一方，再另行分配其所得")
DIAG(E294, SEVERITY_ERROR, "`{0}` needs the line `{2}` in the game `{1}`", "add that line",
     "“{0}”要求博弈“{1}”写有“{2}”一行", "请补上该行")
DIAG(E295, SEVERITY_ERROR, "`{0}` of the game `{1}` is not defined: {2}",
     "divide by another method, or correct what coalitions are worth",
     "博弈“{1}”的“{0}”无定义：{2}", "请改用其他解法，或更正各组合的数值")
DIAG(E296, SEVERITY_ERROR, "`{0}` of the game `{1}` gives `{2}` {3}, less than nothing",
     "divide by another method, or correct what coalitions are worth",
     "博弈“{1}”的“{0}”给“{2}”的数值为 {3}，小于零", "请改用其他解法，或更正各组合的数值")
DIAG(E297, SEVERITY_ERROR, "the numbers of the game `{0}` are too large or too fine",
     "write them with fewer digits", "博弈“{0}”的数值过大或过细", "请减少位数")
DIAG(E298, SEVERITY_ERROR, "somebody of `{0}` stands in a union of this game already",
     "unions may not overlap", "“{0}”中有成员已在本博弈的另一同盟", "各同盟不得重叠")
DIAG(E299, SEVERITY_ERROR, "`{0}` has no weight in this game, or a weight of nothing",
     "give every player a number above nothing", "“{0}”在本博弈中没有权重，或权重为零",
     "请给每一参与方一个大于零的数")
DIAG(E301, SEVERITY_ERROR, "{0} stands behind {1}, but entries go in order of date",
     "move it to its place, or write when it takes effect: DATE effective DATE …",
     "{0} 排在 {1} 之后，记录须按日期先后", "请移到应在的位置，或写明生效日：日期 生效于 日期 …")
DIAG(E302, SEVERITY_ERROR, "{0} is before the founding of the alliance on {1}",
     "correct the date, or the founding", "{0} 早于联盟成立日 {1}", "请更正日期或成立日")
DIAG(E303, SEVERITY_ERROR, "`{0}` is used before the entry that declares it",
     "move this entry behind it", "“{0}”在声明它的记录之前使用", "请把本记录移到其后")
DIAG(E304, SEVERITY_ERROR,
     "`{0}` is no licence or result, so the class of this income is not known",
     "correct the name, or add: class sale, class service …", "“{0}”不是许可或成果，收入类别未知",
     "请更正名称，或加：类别 销售 等")
DIAG(E305, SEVERITY_ERROR, "an entry cannot take effect after its own date",
     "date it on the day it takes effect", "记录的生效日不能晚于其日期", "请以生效日作为日期")
DIAG(E306, SEVERITY_ERROR, "the period ends before it begins",
     "write over FIRST to LAST; the last day is left out", "期间的终点早于起点",
     "请写 期间 起日 至 止日（不含止日）")
DIAG(E307, SEVERITY_ERROR, "clause {0} lets `{1}` decide on {2}, and no motion is cited here",
     "carry one first, as: motion M7 \"…\" to {1} on {2}; then write behind this entry: by M7",
     "第 {0} 款规定{2}由“{1}”决议，此处未注明议案",
     "请先通过议案，如：议案 M7 \"…\" 提交 {1} 事由 {2}；并在本记录后写：经 M7")
DIAG(E308, SEVERITY_ERROR, "the stakes `{0}` do not cover {1}{2}",
     "set stakes for that time, or choose a period that they cover", "份额表“{0}”不覆盖 {1}{2}",
     "请设定该期间的份额，或改用其覆盖的期间")
DIAG(E309, SEVERITY_ERROR, "`{0}` is due {1}, so {2} cannot be paid out", "pay at most what is due",
     "“{0}”应得 {1}，不能支付 {2}", "支付不得超过应得")
DIAG(E310, SEVERITY_ERROR, "the fund `{0}` (clause {3}) holds {1}, so {2} cannot be taken from it",
     "spend at most what it holds", "基金“{0}”（第 {3} 款）余额 {1}，不能支出 {2}",
     "支出不得超过余额")
DIAG(E311, SEVERITY_ERROR, "`{0}` is already {1}", "remove the entry", "“{0}”已{1}", "请删去本记录")
DIAG(E312, SEVERITY_ERROR, "nobody can be called for this: {0}",
     "say by what basis: call … by stake of NAME", "无法确定向谁催缴：{0}",
     "请写明依据：催缴 … 按 … 份额比例")
DIAG(E313, SEVERITY_ERROR, "`{0}` owes no loan of that size: {1} is open",
     "repay at most what is open", "欠“{0}”的借款仅余 {1}", "偿还不得超过余额")
DIAG(E314, SEVERITY_ERROR, "`{0}` is no milestone of `{1}` (clause {2})",
     "name one of its milestones", "“{1}”（第 {2} 款）没有里程碑“{0}”", "请写该项目的里程碑")
DIAG(E315, SEVERITY_ERROR, "this income says twice what it belongs to",
     "write `of` or `for`, not both", "此项收入两次写明归属", "“属于”与“用于”只写其一")
DIAG(E316, SEVERITY_ERROR, "settlement of {0}: there is none on that day",
     "name the day of a settle entry", "{0} 没有结算", "请写有结算的日期")
DIAG(E330, SEVERITY_ERROR, "`{0}` has no seat in `{1}` (clause {2})",
     "name a member that sits there; for another member write: vote M7 NAME yes for OTHER",
     "“{0}”在“{1}”没有席位（第 {2} 款）",
     "请写有席位的成员；代他方表决写：表决 M7 名称 赞成 代 他方")
DIAG(E331, SEVERITY_ERROR, "the motion is about `{0}`, which therefore does not vote on it",
     "remove the vote; nor can it vote for another", "该议案事关“{0}”，其应回避表决",
     "请删去此票；亦不得代他方表决")
DIAG(E332, SEVERITY_ERROR, "the motion `{0}` was decided on {1}",
     "move this entry before the decision, or put a new motion", "议案“{0}”已于 {1} 决议",
     "请移到决议之前，或另提议案")
DIAG(E333, SEVERITY_ERROR, "the written vote on `{0}` ended on {1}",
     "only votes up to that day count", "议案“{0}”的书面表决已于 {1} 截止", "仅截至当日的票有效")
DIAG(E334, SEVERITY_ERROR,
     "the written vote on `{0}` runs until {1}, and {2} of {3} seats have voted",
     "decide it on that day, or when all have voted",
     "议案“{0}”的书面表决至 {1} 止，{3} 席中已投 {2} 席", "请在当日决议，或待全部投票后决议")
DIAG(E335, SEVERITY_ERROR, "`{0}` is {1}, not {2} (clause {4}): {3}",
     "correct the record, or the votes", "“{0}”{1}，并非{2}（第 {4} 款）：{3}",
     "请更正决议记录或表决")
DIAG(E336, SEVERITY_ERROR, "`{0}` has no right of veto in `{1}`",
     "give it one in the terms: veto in BODY by … within 15 days", "“{0}”在“{1}”没有否决权",
     "请在条款中约定：否决 机构 由 … 限 15 日 内")
DIAG(E337, SEVERITY_ERROR, "a veto needs its reason (clause {0})",
     "write: veto M7 NAME \"own costs\"", "否决须说明理由（第 {0} 款）",
     "请写：否决 M7 名称 \"自身成本\"")
DIAG(E338, SEVERITY_ERROR, "the time to veto `{0}` ended on {1} (clause {2})", "put a new motion",
     "议案“{0}”的否决期已于 {1} 届满（第 {2} 款）", "请另提议案")
DIAG(E339, SEVERITY_ERROR, "the motion `{0}` is {1}, so there is nothing to veto",
     "a veto stands behind the decision that carries the motion", "议案“{0}”{1}，无可否决",
     "否决应在议案获通过之后")
DIAG(E340, SEVERITY_ERROR, "the motion `{0}` is not decided{1}",
     "let the body decide it first: DATE decide M7 carried", "议案“{0}”尚未决议{1}",
     "请先由机构决议：日期 决议 M7 通过")
DIAG(E341, SEVERITY_ERROR, "the motion `{0}` is decided on {1}, behind this entry{2}",
     "move this entry behind the decision", "议案“{0}”于 {1} 才决议，在本记录之后{2}",
     "请移到决议之后")
DIAG(E342, SEVERITY_ERROR, "the motion `{0}` was lost on {1}{3}: {2}",
     "only a motion that was carried allows something", "议案“{0}”于 {1} 未通过{3}：{2}",
     "仅获通过的议案可作依据")
DIAG(E343, SEVERITY_ERROR, "the motion `{0}` was vetoed on {1} by `{2}`{3}",
     "put a new motion that meets the reason", "议案“{0}”已于 {1} 被“{2}”否决{3}",
     "请另提能回应其理由的议案")
DIAG(E344, SEVERITY_ERROR, "`{0}` is a motion on {1}; what stands here is {2} (clause {3})",
     "cite a motion on {2}", "“{0}”是关于{1}的议案，此处为{2}（第 {3} 款）", "请注明关于{2}的议案")
DIAG(E345, SEVERITY_ERROR, "`{0}` was put to `{1}`, but clause {2} lets `{3}` decide this",
     "put a motion to {3}", "“{0}”提交的是“{1}”，而第 {2} 款规定由“{3}”决议", "请提交 {3} 表决")
DIAG(E346, SEVERITY_ERROR, "the motion `{0}` is about `{1}`, not about `{2}`",
     "cite the motion about the one named here", "议案“{0}”事关“{1}”，而非“{2}”",
     "请注明事关此处所述一方的议案")
DIAG(E347, SEVERITY_ERROR, "the written vote on `{0}` would end on {1}, before it begins",
     "name a later day", "议案“{0}”的书面表决在开始之前的 {1} 即已截止", "请写较晚的日期")
DIAG(E350, SEVERITY_ERROR, "`{0}` was not filed", "file it first: DATE file {0} \"number\"",
     "“{0}”尚未申请", "请先登记申请：日期 申请 {0} \"申请号\"")
DIAG(E351, SEVERITY_ERROR, "`{0}` was not announced, as clause {1} asks before a publication",
     "announce it first: DATE NAME announces {0}", "“{0}”未按第 {1} 款预告即发表",
     "请先预告：日期 名称 预告发表 {0}")
DIAG(E352, SEVERITY_ERROR, "`{0}` may be published from {1} on: the notice of clause {2} runs",
     "publish it when the notice is over", "按第 {2} 款的通知期，“{0}”自 {1} 起方可发表",
     "请在通知期满后发表")
DIAG(E353, SEVERITY_ERROR,
     "`{0}` may be published from {2} on: there was an objection on {1} (clause {3})",
     "publish it when the delay is over", "“{0}”于 {1} 被提出异议，自 {2} 起方可发表（第 {3} 款）",
     "请在推迟期满后发表")
DIAG(E354, SEVERITY_ERROR, "`{0}` may not be published: there was an objection on {1} (clause {2})",
     "the clause limits no delay; agree with who objected and announce it anew",
     "“{0}”于 {1} 被提出异议，不得发表（第 {2} 款）", "该款未限定推迟期；请与异议方商定后重新预告")
DIAG(E355, SEVERITY_ERROR, "there is nothing to object to: no publication of `{0}` is announced",
     "an objection follows an announcement, where a clause on publication gives the right",
     "“{0}”没有可异议的发表预告", "异议须针对预告，并以发表条款为据")
DIAG(E356, SEVERITY_ERROR, "the time to object to `{0}` ended on {1} (clause {2})",
     "object within it", "对“{0}”的异议期已于 {1} 届满（第 {2} 款）", "请在异议期内提出")
DIAG(E357, SEVERITY_ERROR, "`{0}` does not own `{1}`",
     "name an owner; `heqi show results` lists them", "“{0}”不是“{1}”的权利人",
     "请写权利人；“heqi show 成果”可列出")
DIAG(E358, SEVERITY_ERROR, "`{0}` is not offered, so there is nothing to waive",
     "an owner offers it first: DATE NAME offers {0} to …", "“{0}”没有拟转让，无可放弃",
     "请先由权利人拟转让：日期 名称 拟转让 {0} 给 …")
DIAG(E359, SEVERITY_ERROR, "the other owners of `{0}` may buy this part first (clause {1})",
     "offer it before: DATE NAME offers {0} to …; then wait, or let each of them waive",
     "“{0}”的其他权利人对此部分有优先购买权（第 {1} 款）",
     "请先拟转让：日期 名称 拟转让 {0} 给 …；期满或各方放弃后再转让")
DIAG(E360, SEVERITY_ERROR,
     "`{0}` (entry {2}) licenses `{1}` in the same field and territory, and one of the two is "
     "exclusive",
     "choose another field, territory or result, or wait until {0} ends",
     "“{0}”（记录 {2}）已在同一领域和地域许可“{1}”，而两者之一为独占或排他",
     "请另选领域、地域或成果，或待 {0} 期满")
DIAG(E361, SEVERITY_ERROR, "`{0}` (entry {1}) does not let its licensee give sublicences",
     "write below that licence: sublicences allowed", "“{0}”（记录 {1}）未允许再许可",
     "请在该许可下写：允许再许可")
DIAG(E362, SEVERITY_ERROR, "this sublicence goes beyond the {1} of `{0}` (entry {2})",
     "keep it inside the licence that it comes from", "再许可超出“{0}”（记录 {2}）的{1}",
     "再许可不得超出其所依据的许可")
DIAG(E363, SEVERITY_ERROR,
     "`{0}` runs from {1} to {2} (entry {3}), so sales outside that time are not under it",
     "report the sales of its time; later ones need a new licence",
     "“{0}”自 {1} 至 {2}（记录 {3}），此外的销售不在许可之内",
     "请报告许可期内的销售；其后须另订许可")
DIAG(E364, SEVERITY_ERROR, "`{0}` is for “{1}” (entry {3}), not for “{2}”",
     "sales outside it need a licence of their own", "“{0}”限于“{1}”（记录 {3}），不含“{2}”",
     "此外的销售须另订许可")
DIAG(E365, SEVERITY_ERROR, "sales of `{0}` from {1} to {2} are reported already (entry {3})",
     "report every day once; to correct a report, reverse it first",
     "“{0}”自 {1} 至 {2} 的销售已报告（记录 {3}）", "每日只报告一次；更正请先冲销原报告")
DIAG(E366, SEVERITY_ERROR,
     "the minimum of `{0}` (entry {1}) is for a calendar year, and this report crosses its end",
     "report each year apart", "“{0}”（记录 {1}）的最低提成按公历年计，本报告跨年", "请分年报告")
DIAG(E367, SEVERITY_ERROR, "`{0}` ended on {1} (entry {3}), and only {2} is still owed under it",
     "after its end a licence brings what is owed and no more",
     "“{0}”已于 {1} 期满（记录 {3}），尚欠仅 {2}", "期满后仅可收取尚欠款项")
DIAG(E368, SEVERITY_ERROR,
     "the dues of `{0}` go by the sales of a calendar year (clause {1}), and this report crosses "
     "its end",
     "report each year apart", "“{0}”的会费按公历年销售额计（第 {1} 款），本报告跨年", "请分年报告")
DIAG(E380, SEVERITY_ERROR, "`{0}` cannot start before the agreement says {1}",
     "agree it before the start: results of projects owned by …; members use … for …; "
     "share licence income …",
     "“{0}”启动前须先约定：{1}",
     "启动前请约定：各项目成果 所有权归 …；全体成员 为 … 使用；分配 许可收入 …")
DIAG(E381, SEVERITY_ERROR, "this leaves {0} at {1}, but clause {2} keeps it always {3} {4}",
     "lower the amount, or fill it up first", "本记录后{0}为 {1}，而第 {2} 款规定其始终{3} {4}",
     "请减少金额，或先行补足")
DIAG(E382, SEVERITY_ERROR, "`{0}` stands twice in this budget", "add the two sums up",
     "“{0}”在本预算中重复", "请合并为一项")
DIAG(E383, SEVERITY_ERROR, "“{0}” would work {1} of a full time on {2}",
     "lower a share, or end the other post first: DATE staff \"…\" … until DATE",
     "“{0}”在 {2} 的工作量将达全职的 {1}", "请调低比例，或先写明另一职务的期限")
DIAG(E384, SEVERITY_ERROR, "grants do not pay for `{0}` (clause {1})",
     "leave `from grant` out, or spend on an eligible category",
     "财政资助不可列支“{0}”（第 {1} 款）", "请去掉“从 财政资助”，或改用可列支的科目")
DIAG(E385, SEVERITY_ERROR, "of the grants of `{0}` {1} is held, so {2} cannot be returned",
     "return at most what came from it and was not passed on or returned",
     "“{0}”的资助现存 {1}，不能退回 {2}", "退回不得超过其资助中未转付、未退回的部分")
DIAG(E386, SEVERITY_ERROR,
     "`{0}` has less of the stakes `{1}`, after what arrears moved, than is transferred here{2}",
     "heqi show stakes tells what it has; transfer at most that",
     "计入欠缴引起的变动后，“{0}”的“{1}”份额不足以转让{2}",
     "请用 heqi show 份额 查看其所余，转让不得超过")
DIAG(E320, SEVERITY_ERROR, "there is no such entry before this one",
     "cite the entry by its date and its place on that day: 2013-02-01 #2",
     "在本记录之前没有所引的记录", "请以日期及当日序号引用：2013-02-01 #2")
DIAG(E321, SEVERITY_ERROR, "the entry is reversed already", "remove this entry", "该记录已被冲销",
     "请删去本记录")
DIAG(E322, SEVERITY_ERROR, "`{0}` cannot be reversed", "what can be done instead: {1}",
     "“{0}”不能冲销", "可改为：{1}")
DIAG(E410, SEVERITY_ERROR, "`{0}` is no member on {1}", "name a member of that day",
     "“{0}”在 {1} 不是成员", "请写当日的成员")
DIAG(E411, SEVERITY_ERROR, "`{0}` has given no notice; clause {1} asks for {2}",
     "let it give notice first: DATE NAME gives notice", "“{0}”没有通知退出；第 {1} 款要求提前 {2}",
     "请先写：日期 名称 通知 退出")
DIAG(E412, SEVERITY_ERROR,
     "`{0}` gave notice on {1}, so by clause {2} it can leave on {3} at the earliest",
     "date this entry {3} or later; a shorter notice needs another clause {2}",
     "“{0}”于 {1} 通知，依第 {2} 款最早可于 {3} 退出",
     "请将本记录写为 {3} 或之后；缩短通知期须修改第 {2} 款")
DIAG(E413, SEVERITY_ERROR,
     "`{0}` has given no notice; where the agreement is silent, reasonable notice is due (Civil "
     "Code 976)",
     "let it give notice first: DATE NAME gives notice",
     "“{0}”没有通知退出；协议未约定时，应在合理期限之前通知（民法典第九百七十六条）",
     "请先写：日期 名称 通知 退出")
DIAG(E414, SEVERITY_ERROR, "`{0}` voted on `{1}`, which expels it",
     "say whom the motion is about, so that it does not vote: motion M7 \"…\" to BODY on expulsion "
     "of NAME",
     "“{0}”就将其除名的议案“{1}”投了票",
     "请在议案中写明涉及何方，使其回避：议案 M7 \"…\" 提交 机构 事由 除名 涉及 名称")
DIAG(E415, SEVERITY_ERROR, "the alliance was dissolved on {0}; only what winds it up may follow",
     "debts may be paid and collected, income and spending noted, decisions taken; remove the rest",
     "联盟已于 {0} 解散，此后只能进行清算", "可清偿和收取债务、记录收支、作出决议；其他请删去")
DIAG(E416, SEVERITY_ERROR, "a dissolution takes effect on its own day, not earlier",
     "leave out `effective`", "解散自记录当日生效，不能提前", "请去掉“生效于”")
DIAG(E440, SEVERITY_ERROR,
     "settlements, votes and decisions take effect on the day they are written, not earlier",
     "leave out `effective`", "结算、表决和决议自记录当日生效，不能提前", "请去掉“生效于”")
DIAG(E441, SEVERITY_ERROR, "this takes back what took effect only on {0}, which is later",
     "let it take effect on that day or later, or leave out `effective`",
     "所冲销的记录自 {0} 才生效，晚于本记录的生效日", "请以该日或之后为生效日，或去掉“生效于”")
DIAG(E442, SEVERITY_ERROR, "`{0}` is there from {1} on, so nothing about it can take effect on {2}",
     "correct the day, or enter what begins it as of an earlier one",
     "“{0}”自 {1} 起才有，与其有关的记录不能自 {2} 生效", "请更正日期，或将其起始记录提前生效")
DIAG(E443, SEVERITY_ERROR, "the agreement has no term that could be renewed",
     "it goes on without an end; to give it one write in the head: term 10 years",
     "协议没有可续展的期限", "协议无限期有效；如需期限，请在首部写：期限 10 年")
DIAG(E452, SEVERITY_ERROR,
     "by `{0}` goes what is less than all claims together, and here nobody has a claim",
     "it stands on `until capital repaid to members by {0}`, or `R% yearly on`, and on losses with "
     "`at most … each`",
     "“{0}”用于不足以满足全部债权的款项，而此处各方没有债权",
     "可用于“直至出资额收回 归 全体成员 按 {0} 规则”、年回报，及写明“每方不超过”的损失分担")
DIAG(E453, SEVERITY_ERROR,
     "random arrival is exact up to {0} claimants, and there are more here{1}",
     "join them to groups of a clause each, or divide by talmud or another rule, which take any "
     "number",
     "随机到达规则精确计算至多 {0} 方，此处债权方更多{1}",
     "请分组各立一款，或改用不限人数的规则，如塔木德")
DIAG(E454, SEVERITY_ERROR,
     "bodies know members by their name, group or kind: who `{0}` are depends on what a receipt "
     "belongs to",
     "name the members or a group, or write members, enterprises, universities or institutes",
     "机构只按名称、集团或类别识别成员：“{0}”须依某笔收入所属而定",
     "请写明成员或集团，或写 全体成员、各企业、各高校、各院所")
DIAG(E455, SEVERITY_ERROR, "income is what a clause shared, no measure of one party",
     "choose what each party has: capital, pledge, cost, work, dues, sales …",
     "收入是条款已分配的金额，不是某一方的计量",
     "请改用各方各自的计量：出资额、认缴额、成本、研发、会费、销售额等")
DIAG(E456, SEVERITY_ERROR, "a loss repays nothing and brings nobody up to anything",
     "a part of the loss, an amount, `up to AMOUNT in all` or `rest` is borne; what each may bear "
     "is "
     "limited by `at most … each`",
     "损失不收回任何款项，也不使任何一方补足",
     "可写损失的百分比、金额、“累计 不超过 金额”或“其余”；各方上限写作“每方 不超过 …”")
DIAG(E457, SEVERITY_ERROR,
     "a fund has no measure and is not several, so `each` limits it only to an amount",
     "write: up to AMOUNT in all from fund NAME, and percentages on a line of their own",
     "基金没有计量且只有一个，“每方 不超过”对它只能是金额",
     "请写：累计 不超过 金额 从 基金 名称；百分比另立一行")
DIAG(E458, SEVERITY_ERROR, "this part cannot be divided once more between a fund and others",
     "give the fund a part of its own", "本部分不能再在基金与他方之间划分", "请为基金单列一部分")
DIAG(E459, SEVERITY_ERROR, "income of class {0} is no entry",
     "grants come in by DATE grant AMOUNT from …, dues by the line `dues`, surplus at each settle; "
     "else "
     "name one class: licence, sale, service, product or interest",
     "“{0}”类收入不单独记录",
     "财政资助写作“日期 财政资助 金额 来自 "
     "…”，会费由“会费”条款产生，结余由结算得出；其余请写明一类："
     "许可、销售、服务、产品或利息")
DIAG(E450, SEVERITY_ERROR,
     "clause {0} goes by the sales of a calendar year, and this report of `{1}` crosses its end",
     "report each year apart", "第 {0} 款按公历年销售额计，“{1}”的本次报告跨年", "请分年报告")
DIAG(E451, SEVERITY_ERROR, "votes for each full amount of nothing have no end",
     "write votes 1 per 50,000 of dues", "“每满”的金额为零，票数无从计算",
     "请写作：表决权 会费 每满 50,000 计 1 票")
DIAG(E430, SEVERITY_ERROR, "there is no fact called `{0}` to ask for here",
     "docs/language.md lists what rules can ask for", "此处没有名为“{0}”的事实可查",
     "docs/language.md 列出规则可查的事实")
DIAG(E431, SEVERITY_ERROR, "the rule `{0}` asks for nothing",
     "say what it asks for: alliance has …; every party has …", "规则“{0}”未写任何条件",
     "请写明条件：联盟 有 …；每个 成员 有 …")
DIAG(E432, SEVERITY_ERROR, "a rule pack holds nothing but rules",
     "move it to the agreement; check both: heqi check --rules PACK FILE", "规则集只能包含规则",
     "请移到协议中；检查两者：heqi check --rules 规则集 文件")
DIAG(E433, SEVERITY_ERROR, "there is no rule in this rule pack",
     "write one: rule NAME \"…\" must, and what it asks for below", "此规则集中没有规则",
     "请写：规则 名称 “…” 必须，条件写在其下")
DIAG(E434, SEVERITY_ERROR, "the body `{0}` is no more: the text of {1} leaves it out",
     "put the motion to a body of that text, or amend the article again",
     "机构 `{0}` 已不存在：{1} 的文本未再列入", "请将议案提交该文本中的机构，或再次修订该条")
DIAG(E435, SEVERITY_ERROR, "the fund `{0}` holds {1}, and this amendment leaves it out",
     "spend or share what it holds before, or keep its line", "基金“{0}”尚有 {1}，此修订未再列入",
     "请先支出或分配其余额，或保留该行")
DIAG(E436, SEVERITY_ERROR,
     "an amendment holds from the day it is written on: what happened before keeps the old text",
     "write it without `effective`; where shares of the past change, `redetermine` them",
     "修订自其记录之日起生效，此前发生的事项仍适用旧文本",
     "请去掉“生效于”；如需变更过去的份额，请用“重新确定”")
DIAG(E370, SEVERITY_ERROR,
     "`{0}` holds {1} of the stakes `{2}` on {3}, so {4} cannot be transferred from it",
     "transfer at most what it holds; shares are parts of the whole table",
     "{3} “{0}”持有份额表“{2}”的 {1}，不能从其转出 {4}", "转让不得超过所持；比例以整个份额表计")
DIAG(E371, SEVERITY_ERROR, "`{0}` cannot transfer anything to itself",
     "name who gives after `from` and who takes after `to`", "“{0}”不能向自己转让",
     "“从”后写转让方，“至”后写受让方")
DIAG(E372, SEVERITY_ERROR, "`{0}` has {1} of capital, so {2} cannot be transferred from it",
     "transfer at most the capital that it has paid", "“{0}”的出资额为 {1}，不能从其转出 {2}",
     "转让不得超过已缴出资额")
DIAG(E373, SEVERITY_ERROR,
     "the entry that is cited is no offer of a stake or of capital, or is withdrawn",
     "cite the offer by its date and its place on that day: 2013-02-01 #2",
     "所引记录不是份额或出资额的转让要约，或已撤回", "请以日期及当日序号引用要约：2013-02-01 #2")
DIAG(E374, SEVERITY_ERROR,
     "`{0}` has no first refusal here: only the other holders of `{1}` have it{2}",
     "remove the entry", "“{0}”在此没有优先购买权：只有“{1}”的其他持有方才有{2}", "请删去本记录")
DIAG(E375, SEVERITY_ERROR, "the time to take this up ended on {0}{1}",
     "the holder may offer it anew", "优先购买期已于 {0} 届满{1}", "可由持有方另行要约")
DIAG(E376, SEVERITY_ERROR,
     "clause {0} gives the others the first refusal before `{1}`, who holds nothing of `{2}`, and "
     "nothing was offered",
     "offer it before: DATE {3} offers … to {1} at …; then wait, or let each of them waive",
     "第 {0} 款规定在“{1}”（未持有“{2}”）之前其他各方可优先购买，而未曾要约",
     "请先要约：日期 {3} 拟转让 … 给 {1} 价款 …；期满或各方放弃后再转让")
DIAG(E377, SEVERITY_ERROR, "the others may take this up until {0} (clause {1})",
     "transfer it after that day, or when each of them has waived",
     "其他各方可在 {0} 前优先购买（第 {1} 款）", "请在该日之后，或各方均放弃后转让")
DIAG(E378, SEVERITY_ERROR, "`{0}` has taken up what was offered (clause {1})",
     "transfer it to those who accepted, in proportion to what they hold",
     "“{0}”已行使优先购买权（第 {1} 款）", "请按持有比例转让给行使优先购买权的各方")
DIAG(E379, SEVERITY_ERROR,
     "this is more than is left of the offer, or for less than the {1} it was offered at (clause "
     "{0})",
     "write the price: transfer … at PRICE; or offer it anew on these terms",
     "超出要约所余，或低于要约价款 {1}（第 {0} 款）",
     "请写明价款：转让 … 价款 …；或按此条件另行要约")
DIAG(E390, SEVERITY_ERROR,
     "with which share `{0}` joins `{1}` is not said (clause {2} does not name it)",
     "write: DATE {0} joins {1} with 10%", "未写明“{0}”以多少份额加入“{1}”（第 {2} 款亦未列明）",
     "请写：日期 {0} 加入 {1} 占 10%")
DIAG(E391, SEVERITY_ERROR,
     "clause {0} keeps `{1}` out of `{2}`, which it declined, and nothing lets it buy itself in",
     "agree what it pays: late joiner pays 200%",
     "第 {0} 款排除已声明不参加“{2}”的“{1}”，且未约定可补缴加入", "请约定：后加入者 补缴 200%")
DIAG(E392, SEVERITY_ERROR, "a loan is owed to `{0}`, not by it, so it cannot be written off",
     "let the member give it up: what is not repaid is no loss of the alliance",
     "借款是联盟欠“{0}”的，不能核销", "由该成员放弃其借款；未偿还的借款不是联盟的损失")
DIAG(E393, SEVERITY_ERROR,
     "of these debts of `{0}` {1} is in default{3}, so {2} cannot be written off", "{4}",
     "“{0}”此类欠款中已违约的仅 {1}{3}，不能核销 {2}", "{4}")
DIAG(E394, SEVERITY_ERROR,
     "the alliance has spent {1} past the budget of `{0}` (clause {3}) that nobody bears yet, so "
     "{2} is no overrun of it",
     "enter at most that; spending is entered before its overrun",
     "“{0}”（第 {3} 款）超出预算且尚无人分担的支出为 {1}，不能记超支 {2}",
     "记入不得超过该额；支出应先于其超支记入")
DIAG(E395, SEVERITY_ERROR, "of what this takes back, {1} of `{0}` was written off",
     "reverse what wrote it off first", "本记录所冲销的，“{0}”有 {1} 已被核销",
     "请先冲销该核销记录")
DIAG(E401, SEVERITY_ERROR, "a figure leaves the range of amounts here",
     "amounts go up to 92,233,720,368,547,758.07", "此处金额超出范围",
     "金额上限为 92,233,720,368,547,758.07")
DIAG(W101, SEVERITY_WARNING,
     "the percentages above make 100%, so nothing but rounding reaches this tier",
     "to split all of it so, write `rest` and the percentages below it",
     "以上百分比合计 100%，此档至多得到尾差", "若要这样分完，请写“其余”，并把百分比写在其下")
DIAG(F101, SEVERITY_FINDING, "{0} was spent on `{1}`, but only {2} of its budget is released",
     "release more by a milestone, or stop spending", "“{1}”已支出 {0}，而预算仅释放 {2}",
     "请以里程碑释放更多预算，或停止支出")
DIAG(F102, SEVERITY_FINDING,
     "`{0}` was made with government money and was to be available outside by {1} (clause {2})",
     "make it available: publish, train, diffuse, or let an outsider adopt it",
     "“{0}”由财政资助形成，应于 {1} 前向外扩散（第 {2} 款）",
     "请予扩散：发表、培训、扩散，或由外部采用")
DIAG(F110, SEVERITY_FINDING,
     "the motion `{0}` is vetoed here, but the entry of {1} already rests on it",
     "undo that entry by a new one, or reverse it: DATE reverse {1}",
     "议案“{0}”在此被否决，而 {1} 的记录已据以作出", "请以新记录更正该记录，或冲销：日期 冲销 {1}")
DIAG(F121, SEVERITY_FINDING, "{0} was spent on `{1}` in {2}, but the budget has {3} for it",
     "spend less, or add to it by a supplement: DATE budget {2}, and the sums below",
     "{2} 年“{1}”已支出 {0}，而预算为 {3}", "请减少支出，或追加预算：日期 预算 {2}，金额写在其下")
DIAG(F122, SEVERITY_FINDING, "grants come to {0}, more than {1} of all money in, {2} (clause {3})",
     "let members pay in more, or agree on a higher part",
     "财政资助累计 {0}，超过到账资金 {2} 的 {1}（第 {3} 款）", "请增加成员出资，或约定更高的比例")
DIAG(F125, SEVERITY_FINDING, "`{0}` is no member from here on, but the terms say that it {1} `{2}`",
     "amend the agreement, so that another does", "“{0}”自此不再是成员，但条款规定其{1}“{2}”",
     "请修改协议，改由他方承担")
DIAG(F126, SEVERITY_FINDING, "this leaves `{0}` {1} below nothing: more was taken than it had",
     "take back what was taken from it, or put the money back",
     "由此“{0}”低于零 {1}：已支取超过其所有", "请冲销其支取，或补足款项")
DIAG(F130, SEVERITY_FINDING, "{0} {2}, but the example expects {1}; difference {3}",
     "correct the example, or the terms; what it comes from: {4}",
     "{0} {2}，而算例应为 {1}，相差 {3}", "请更正算例或条款；其来源：{4}")
DIAG(F131, SEVERITY_FINDING, "the example “{0}” cannot be run: {1}",
     "correct it, or the terms; it runs on the terms alone, without the journal",
     "算例“{0}”无法运行：{1}", "请更正算例或条款；算例只依条款运行，不含记录")
DIAG(F140, SEVERITY_FINDING,
     "disputes go to arbitration or to a court, not to both; clause {0} names the other",
     "keep one of the two; an agreement on arbitration that leaves the court open may be void",
     "争议应由仲裁或诉讼解决，不可并列；第 {0} 款写的是另一种",
     "两者只留其一；既约定仲裁又约定诉讼的，仲裁约定可能无效")
DIAG(W103, SEVERITY_WARNING, "this reaches nobody: {0}",
     "name others; what is meant for them passes on to the lines below", "此处无人可及：{0}",
     "请改写各方；本应归其的金额将转入以下各档")
DIAG(W104, SEVERITY_WARNING, "{0} is outside the term, which {1} on {2}",
     "correct the day, or the term", "{0} 在期限之外，期限{1} {2}", "请更正日期或期限")
DIAG(W105, SEVERITY_WARNING,
     "a partnership may not leave all {0} to some of the partners; nothing of it reaches {1} "
     "(Partnership Enterprise Law art. 33)",
     "let every partner have a part, or choose another legal form",
     "合伙协议不得将全部{0}归于部分合伙人；{1} 毫无分担或分得（合伙企业法第33条）",
     "请使各合伙人均有份额，或改用其他法律形式")
DIAG(W107, SEVERITY_WARNING,
     "the start and the milestones of `{0}` release {1} of its budget, so {2} of {3} could never "
     "be spent",
     "let them make 100%", "“{0}”启动及各里程碑共释放预算的 {1}，{3} 中的 {2} 将永远不能支用",
     "请使合计为 100%")
DIAG(W102, SEVERITY_WARNING, "this example expects nothing, so nothing of it can be wrong",
     "add `expect` below it, and the figures below that", "此算例没有应得结果，无从检验",
     "请在其下写“应为”，再下列各数字")
DIAG(N120, SEVERITY_NOTE, "nothing is agreed on {0}; what may apply: {1} ({2})",
     "to agree otherwise: {3}", "未约定{0}；可能适用：{1}（{2}）", "如另有约定，请写：{3}")
DIAG(N121, SEVERITY_NOTE, "the body `{0}` decides nothing: no `decide` line names it",
     "say what it decides: decide MATTER by {0}",
     "机构“{0}”不决定任何事项：没有“决议”条款写明由其决定", "请写明其决议事项：决议 事项 由 {0}")
DIAG(N122, SEVERITY_NOTE, "without task or stake, as far as the terms say: {0}",
     "give each a stake, a pledge, or a part in the work or cost of a project",
     "条款中未见任务、份额或出资的成员：{0}", "请为其写明份额、认缴，或项目的研发分工、出资比例")
DIAG(N123, SEVERITY_NOTE, "nobody bears all of such a loss: uncovered would be {0}",
     "end the clause with a line without a limit: rest by capital from members",
     "此类损失未全部落实承担：将无人承担的是{0}",
     "请以不设上限的一行结尾：其余 由 全体成员 按出资额比例")
DIAG(N124, SEVERITY_NOTE, "nobody is appraised on `{0}`: by it nobody has anything",
     "write the score as the entries do, or appraise: DATE appraise NAME NUMBER on {0}",
     "没有人就“{0}”获得评分：按此各方均为零",
     "请与记录中的写法一致，或作评价：日期 评价 名称 数 就 {0}")
DIAG(N128, SEVERITY_NOTE,
     "the body `{0}` has no quorum: one of its {1} seats, alone at a meeting, carries a motion",
     "write below the body: quorum 2/3",
     "机构“{0}”没有法定人数：{1} 席中只有一席到会，其一票即可通过议案",
     "请在机构之下写：法定人数 2/3")
DIAG(N129, SEVERITY_NOTE, "the project `{0}` {1}: {2}", "write below the project: {3}",
     "项目“{0}”{1}：{2}", "请在项目之下写：{3}")
DIAG(N130, SEVERITY_NOTE, "the covenant `{0}` may be void: {1} ({2})",
     "look at its words, or leave it out", "约定“{0}”可能无效：{1}（{2}）", "请审阅其内容，或删去")
DIAG(F160, SEVERITY_FINDING, "the fund `{0}` holds {1} again, though the text of {2} leaves it out",
     "amend the article again, so that it can be spent",
     "基金“{0}”又有余额 {1}，而 {2} 的文本已不再列入", "请再次修订该条，以便支出")
DIAG(F150, SEVERITY_FINDING, "the rule {0} “{1}” is not met; missing: {2} (source: {3})",
     "add what is missing", "规则 {0}“{1}”未满足；缺少：{2}（依据：{3}）", "请补上所缺内容")
DIAG(F170, SEVERITY_FINDING, "the agreement lifts no cap for {0}, so caps of what is borne hold",
     "a cap may be void in that case (Civil Code 506); agree: liability cap lifted by {0}",
     "协议未约定因{0}取消上限，故各项上限仍适用",
     "此种情形下上限可能无效（民法典第五百零六条）；请约定：赔偿责任上限因{0}取消")
DIAG(F171, SEVERITY_FINDING,
     "grants for `{1}` come to {0}, but its `funded` line leaves {2} of its budget of {3} to them",
     "supplement the budget, or agree another part for grants",
     "“{1}”的财政资助累计 {0}，而其预算 {3} 按出资比例只有 {2} 由财政资助承担",
     "请追加预算，或另行约定财政资助的比例")
DIAG(F172, SEVERITY_FINDING, "{0} was borne as overrun of `{1}`, which is {2} past its budget now",
     "reverse what is too much: reverse DATE of the overrun",
     "“{1}”已分担超支 {0}，现仅超出预算 {2}", "请冲销多出的部分：冲销 该超支记录的日期")
DIAG(N101, SEVERITY_NOTE, "not signed by {0} of {1} members",
     "let each member sign: DATE sign NAME \"…\"", "{1} 个成员中 {0} 个未签署",
     "请各成员签署：日期 签署 名称 \"…\"")
DIAG(N102, SEVERITY_NOTE, "the {0} `{1}` is declared, but nothing refers to it",
     "remove it, or use it", "{0}“{1}”已声明但未被引用", "请删去或加以使用")
DIAG(N110, SEVERITY_NOTE, "done without a decision, because no `decide` line names it: {0}",
     "if a body shall decide: decide MATTER by BODY; if it is left to somebody: covenant "
     "delegation \"…\"",
     "没有“决议”条款规定由谁决定，故无须决议：{0}",
     "如须由机构决定，请写：决议 事项 由 机构；如另行授权，请写：约定 授权 “…”")
DIAG(N151, SEVERITY_NOTE,
     "nothing is said of what is paid for the licence `{0}`, nor how; a fee, a royalty or both can "
     "be agreed; else what is usual, or the price of the market, may apply (Civil Code art. 510, "
     "511(2), 846)",
     "write below it: fee AMOUNT, or: royalty 3% of sales",
     "许可“{0}"
     "”未写明使用费及其支付方式；可约定入门费、提成；未约定的，可能按交易习惯或者市场价格（民法典第"
     "510条、第511条第2项、第846条）",
     "请在其下写：入门费 金额，或：提成 销售额的 3%")
DIAG(N152, SEVERITY_NOTE, "of arrears nothing is said on: {0}",
     "add the steps that are meant: notice after 30 days; bear 0.05% daily; no vote after 60 days; "
     "out after 180 days",
     "关于欠缴，未约定：{0}",
     "请补上所需各步：30日后 催告；每日计收 0.05%；60日后 停止表决；180日后 丧失成员资格")
DIAG(N153, SEVERITY_NOTE,
     "the contract in Chinese will print English here, since there is no Chinese text: {0}",
     "add below each: zh \"…\"; of an article and of `signs` on the same line",
     "以下各处没有中文，中文合同将印出英文：{0}",
     "请在其下加：中文名 “…”；条目和签字身份写在同一行")
DIAG(N154, SEVERITY_NOTE, "{0} pledge nothing, though {1} of {2} members do",
     "add: NAME pledges AMOUNT; or leave it where it is meant so",
     "{2} 个成员中 {1} 个认缴了出资，而以下各方没有：{0}", "请加：名称 认缴 金额；确属本意的可不加")
DIAG(N155, SEVERITY_NOTE,
     "money could stay in the fund `{0}` for ever: clause {1} puts {2} into it, it has no target, "
     "and {3}",
     "give it a target, so that the rest passes on: target AMOUNT; or say what it pays for: "
     "covenant funds \"…\"",
     "资金可能永远滞留于基金“{0}”：第 {1} 款将{2}划入，没有目标额，且{3}",
     "请为其设定目标额，使超出部分顺延：目标额 金额；或写明用途：约定 基金用途 “…”")
DIAG(N150, SEVERITY_NOTE,
     "the rule {0} “{1}”, which asks only what may be, is not met; missing: {2} (source: {3})",
     "add what is missing, or leave it", "可选规则 {0}“{1}”未满足；缺少：{2}（依据：{3}）",
     "可补上，亦可不补")

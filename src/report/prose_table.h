/* The sentences of a contract: how each statement is said in English and in Chinese.
 *
 *   WORD(SET, "word", "english", "中文")
 *     a word of a set of form_table.h, by its English spelling; a set without a row here is said by
 *     its keywords.
 *   PART_OF(PHRASE, where, "english", "中文")
 *     a part of a statement.
 *   SENTENCE(FORM, where, "english", "中文")
 *     a statement, without its full stop; a table has its cells apart by a tab. Of a dated one the
 *     date stands in front, and remark, evidence and motion behind, without being named here.
 *
 * Of several rows of one form the first is taken that fits its place and says everything the
 * statement says: a statement of which a piece would be left out has no row, which is a CHECK.
 * `where`, the places a row is for, 0 for all of them:
 *   W_OPEN  lines stand below it          W_IN    it is a part of a divided tier
 *   W_LOSS  it is about a loss            W_END   it is about the end of the alliance
 *
 * In a sentence:
 *   {role}         the value of a role, as prose_value.c says it
 *   {role=word}    nothing, but it must be this word of its set; {role=} any
 *   {role:how}     words: an amount in letters too; digits: a share in digits; a: with its article;
 *                  or: a list with "or"; matter: the name of a covenant or of a matter; fact: a
 *                  fact that rules ask for
 *   {alt}          the name of the thing in the other language
 *   {annex}        "Annex 2"
 *   [ … ]          left out where a value in it is not there
 * No include guard: read repeatedly. */

/* ---- words ---- */

WORD(MEMBER_KIND, "enterprise", "enterprise", "企业")
WORD(MEMBER_KIND, "society", "society", "社会团体")
WORD(MEMBER_KIND, "public", "public body", "公共机构")
WORD(MEMBER_KIND, "person", "natural person", "自然人")
WORD(MEMBER_KIND, "other", "organisation of another kind", "其他组织")
WORD(BODY_KIND, "decision", "decision-making", "决策")
WORD(VOTE_BASE, "present", "the votes of those present", "出席者表决权")
WORD(VOTE_BASE, "all", "all votes", "全部表决权")
WORD(VOTE_BASE, "cast", "the votes cast for and against", "赞成与反对票总数")
WORD(PROJECT_KIND, "generic", "generic technology", "共性技术")
WORD(PROJECT_KIND, "key", "key technology", "关键技术")
WORD(PROJECT_KIND, "proprietary", "proprietary technology", "专有技术")
WORD(RECIPIENTS, "members", "the members", "全体成员")
WORD(RECIPIENTS, "enterprises", "the enterprises", "企业成员")
WORD(RECIPIENTS, "universities", "the universities", "高校成员")
WORD(RECIPIENTS, "institutes", "the institutes", "科研院所成员")
WORD(RECIPIENTS, "makers", "the makers of the result", "成果完成方")
WORD(RECIPIENTS, "owners", "the owners of the result", "成果权利人")
WORD(RECIPIENTS, "funders", "the funders of the project", "项目出资方")
WORD(RECIPIENTS, "workers", "those who work on the project", "项目研发方")
WORD(RECIPIENTS, "affected", "the members whom it affects", "受其影响的成员")
WORD(RECIPIENTS, "others", "the other members", "其他成员")
WORD(MEASURE_NAME, "capital", "Paid-in Capital", "实缴出资额")
WORD(MEASURE_NAME, "pledge", "Pledged Capital", "认缴出资额")
WORD(MEASURE_NAME, "cost", "Borne Cost", "已承担成本")
WORD(MEASURE_NAME, "risk", "Unrecovered Capital", "尚未收回的出资额")
WORD(MEASURE_NAME, "invention", "Contribution to the Invention", "发明贡献")
WORD(MEASURE_NAME, "ownership", "Part in the Ownership", "权利份额")
WORD(MEASURE_NAME, "work", "Person-Months of Work", "研发人月")
WORD(MEASURE_NAME, "patents", "Number of Patents", "有效专利数")
WORD(MEASURE_NAME, "dues", "Dues Paid", "已缴会费")
WORD(MEASURE_NAME, "sales", "Sales", "销售额")
WORD(MEASURE_NAME, "income", "Income Distributed so far", "已分配收入")
WORD(METHOD, "shapley", "Shapley value", "沙普利值")
WORD(METHOD, "weighted shapley", "weighted Shapley value", "加权沙普利值")
WORD(METHOD, "owen", "Owen value", "欧文值")
WORD(METHOD, "nash", "Nash bargaining solution", "纳什议价解")
WORD(METHOD, "tau", "tau value", "陶值")
WORD(METHOD, "gately", "Gately point", "盖特利点")
WORD(METHOD, "banzhaf", "Banzhaf value", "班扎夫值")
WORD(COMBINED, "projection", "orthogonal projection", "正交投影")
WORD(COMBINED, "topsis", "distances from the best and the worst (TOPSIS)", "优劣解距离（TOPSIS）")
WORD(CLAIMS_RULE, "proportional", "in proportion", "同比受偿")
WORD(CLAIMS_RULE, "equal awards", "in equal amounts, at most its claim to each",
     "等额受偿（以各自债权为限）")
WORD(CLAIMS_RULE, "equal losses", "so that each loses the same, at most its claim",
     "等额受损（以各自债权为限）")
WORD(CLAIMS_RULE, "talmud",
     "by the rule of the Talmud: on half of each claim in equal amounts, beyond that with equal "
     "losses",
     "塔木德（先就半数债权等额受偿，再就另一半等额受损）")
WORD(CLAIMS_RULE, "adjusted proportional",
     "first by what the others' claims leave, then in proportion to what is open",
     "让与受偿（先得他方债权以外的部分，余按未受偿部分比例）")
WORD(CLAIMS_RULE, "random arrival", "by the mean over all orders in which they may come",
     "随机到达（取各种先后次序的平均）")
WORD(CLAIMS_RULE, "alpha-min",
     "by the smallest claim to all, the rest in proportion to what each claims beyond it",
     "保底受偿（各得最小债权额，余按超出部分比例）")
WORD(CLASS, "licence", "licence income", "许可收入")
WORD(CLASS, "sale", "income from sales", "销售收入")
WORD(CLASS, "service", "income from services", "服务收入")
WORD(CLASS, "product", "income from products", "产品收入")
WORD(CLASS, "grant", "grant money", "财政资助")
WORD(CLASS, "dues", "income from dues", "会费收入")
WORD(CLASS, "interest", "interest income", "利息收入")
WORD(CLASS, "surplus", "surplus", "结余")
WORD(CLASS, "any", "income from licences, sales, services or products",
     "许可、销售、服务和产品收入")
WORD(LOSS_KIND, "project loss", "the loss of a project", "项目损失")
WORD(LOSS_KIND, "liability", "liability to third parties", "对第三人的赔偿责任")
WORD(LOSS_KIND, "default", "the loss from a member's default", "成员违约造成的损失")
WORD(LOSS_KIND, "cost overrun", "cost beyond the budget", "超出预算的成本")
WORD(CAUSE, "intent", "intent", "故意")
WORD(CAUSE, "gross negligence", "gross negligence", "重大过失")
WORD(USE_TERMS, "free", "free of charge", "无偿")
WORD(USE_TERMS, "fairly", "on fair and reasonable terms", "以公平合理的有偿条件")
WORD(PURPOSE, "research", "research", "研究")
WORD(PURPOSE, "work", "the work on the project", "项目研发")
WORD(PURPOSE, "business", "business purposes", "经营")
WORD(STRENGTH, "must", "mandatory", "必须遵守")
WORD(STRENGTH, "should", "expected", "应当遵守")
WORD(STRENGTH, "may", "recommended", "建议遵守")
WORD(RULE_THING, "party", "member", "成员")
WORD(FIGURE, "received", "received", "累计所得")
WORD(FIGURE, "called", "been called for", "累计应缴")
WORD(FIGURE, "borne", "borne", "累计所担损失")
WORD(REST_FIGURE, "unshared", "what stays undistributed in the Alliance", "留存联盟未分配的金额")
WORD(REST_FIGURE, "uncovered", "what is borne by nobody", "无人分担的金额")
WORD(NATURE, "capital", "capital contribution", "出资额")
WORD(NATURE, "call", "call", "催缴款")
WORD(NATURE, "dues", "dues", "会费")
WORD(NATURE, "loan", "loan", "借款")
WORD(NATURE, "loss", "part of a loss", "损失款")
WORD(STOP_STATE, "failed", "having failed", "失败")
WORD(STOP_STATE, "done", "being complete", "完成")
WORD(EXCLUSIVITY, "exclusive", "exclusive", "独占")
WORD(EXCLUSIVITY, "nonexclusive", "non-exclusive", "普通")
WORD(MATTER, "amendment", "the amendment of this Agreement", "本协议的修订")
WORD(MATTER, "admission", "the admission of a member", "新成员的接纳")
WORD(MATTER, "expulsion", "the expulsion of a member", "成员的除名")
WORD(MATTER, "acceptance", "the acceptance of a milestone", "里程碑的验收")
WORD(MATTER, "budget", "the budget", "预算")
WORD(MATTER, "start", "the start of a project", "项目的启动")
WORD(MATTER, "stop", "the termination of a project", "项目的终止")
WORD(MATTER, "stakes", "a change of the tables of shares", "份额表的变更")
WORD(MATTER, "licence", "the grant of a licence", "许可的授予")
WORD(MATTER, "redetermine", "the redetermination of shares", "份额的重新核定")
WORD(MATTER, "transfer", "a transfer of stakes or capital", "份额或出资的转让")
WORD(MATTER, "appointment", "appointments to the bodies", "机构人员的任免")
WORD(MATTER, "renewal", "the renewal of this Agreement", "本协议的续展")
WORD(MATTER, "dissolution", "the dissolution of the Alliance", "联盟的解散")
WORD(MATTER, "write-off", "giving up what a member owes", "成员欠款的核销")

/* ---- parts of statements ---- */

PART_OF(NAMED_SHARE, 0, "{name} ({share:digits})", "{name}（{share:digits}）")
PART_OF(FUNDED_SHARE, 0, "{name} ({share:digits})", "{name}（{share:digits}）")
PART_OF(FUNDED_SHARE, 0, "{grant=}grants ({share:digits})", "{grant=}财政资助（{share:digits}）")
PART_OF(NAMED_PART, 0, "{name} ({share})", "{name}（{share}）")
PART_OF(MAYBE_SHARE, 0, "{name}[ ({share:digits})]", "{name}[（{share:digits}）]")
PART_OF(RECIPIENT, 0, "the fund {fund}", "基金{fund}")
PART_OF(RECIPIENT, 0, "{who}", "{who}")
PART_OF(RECIPIENT, 0, "{name}", "{name}")
PART_OF(MEASURE, 0, "share in the table {stakes}", "{stakes}份额")
PART_OF(MEASURE, 0, "score on {score}", "{score}评分")
PART_OF(MEASURE, 0, "{measure}", "{measure}")
PART_OF(WEIGHTED, 0, "{measure} ({share:digits})", "{measure}（{share:digits}）")
PART_OF(ADJUSTMENT, 0, "the {combined} of {factors}", "{factors}的{combined}")
PART_OF(ADJUSTMENT, 0, "{factors}", "{factors}")
PART_OF(BASIS, 0, "{claims}", "按{claims}规则")
PART_OF(BASIS, 0, "by the {method} of the game {game}[, adjusted by {adjusted}]",
        "按博弈{game}的{method}比例[并依{adjusted}调整]")
PART_OF(BASIS, 0, "in proportion to their {measure}[, adjusted by {adjusted}]",
        "按{measure}比例[并依{adjusted}调整]")
PART_OF(BASIS, 0, "in equal parts[, adjusted by {adjusted}]", "平均[并依{adjusted}调整]")
PART_OF(SCOPE, 0, "of the project {project}", "项目{project}的")
PART_OF(SCOPE, 0, "of projects of {project_kind}", "{project_kind}项目的")
PART_OF(SCOPE, 0, "of the result {result}", "成果{result}的")
PART_OF(SCOPE, 0, "{every=}of a result, counted for each result by itself,",
        "{every=}各项成果分别计算的")
PART_OF(SCOPE, 0, "{together=}of all projects, counted together,", "{together=}各项目合并计算的")
PART_OF(TIER_AMOUNT, 0, "what is needed to recover their {repaid}[ {times} times over]",
        "为收回其{repaid}[的{times}倍]所需的金额")
PART_OF(TIER_AMOUNT, 0, "what is needed for {party} to have had {catch_up} of the profit",
        "使{party}所得达到利润的{catch_up}所需的金额")
PART_OF(TIER_AMOUNT, 0, "what is needed for {party} to have had {least}[ in the year{every=}]",
        "使{party}[在当年{every=}]所得达到{least}所需的金额")
PART_OF(TIER_AMOUNT, 0, "up to {limit} in all", "累计不超过{limit}的金额")
PART_OF(TIER_AMOUNT, 0, "a return of {return} a year on their {on}[, {compound=}compounded yearly]",
        "{on}按年利率{return}[以{compound=}复利]计算的回报")
PART_OF(TIER_AMOUNT, 0, "{share_of_rest} of what is then left", "届时余额的{share_of_rest}")
PART_OF(TIER_AMOUNT, W_IN, "{share} of that amount", "该项金额的{share}")
PART_OF(TIER_AMOUNT, W_LOSS, "{share} of the loss", "损失总额的{share}")
PART_OF(TIER_AMOUNT, W_END, "{share} of the assets", "财产总额的{share}")
PART_OF(TIER_AMOUNT, 0, "{share} of the whole", "待分配总额的{share}")
PART_OF(TIER_AMOUNT, 0, "{amount}[ a year{every=}]", "[每年{every=}]{amount}")
PART_OF(TIER_AMOUNT, 0, "{rest=}the rest", "{rest=}其余部分")
PART_OF(EACH_CAP, 0, "{cap} of its {measure}", "其{measure}的{cap}")
PART_OF(EACH_CAP, 0, "{amount}", "{amount}")
PART_OF(MAJORITY, 0, "more than {strict}[ of {base}]", "[{base}的]{strict}以上（不含本数）")
PART_OF(MAJORITY, 0, "at least {share}[ of {base}]", "[{base}的]{share}以上（含本数）")
PART_OF(GROUP_MAJORITY, 0, "{majority} among [{who}][{name}]", "[{who}][{name}]中{majority}")
PART_OF(DUES_ITEM, 0, "each {who} pays {amount}", "{who}每家缴纳{amount}")
PART_OF(DUES_ITEM, 0, "{who2=lead}the leading member pays {amount}",
        "{who2=lead}牵头单位缴纳{amount}")
PART_OF(DUES_ITEM, 0, "{who2=others}each other member pays {amount}",
        "{who2=others}其他各成员每家缴纳{amount}")
PART_OF(DUES_ITEM, 0, "{name} pays {amount}", "{name}缴纳{amount}")
PART_OF(DUES_AMOUNT, 0, "{share} of its sales[, at least {least}][, at most {most}]",
        "其销售额的{share}[且不低于{least}][且不超过{most}]")
PART_OF(DUES_AMOUNT, 0, "{amount}", "{amount}")
PART_OF(EXPELLED_TERM, 0, "it keeps {share} of its {measure}", "可保留其{measure}的{share}")
PART_OF(EXPELLED_TERM, 0, "it keeps nothing of its {measure}", "不得保留其{measure}")
PART_OF(EXPELLED_TERM, 0, "it stays bound by the clause “{covenant:matter}”",
        "仍受“{covenant:matter}”条款约束")
PART_OF(EXPELLED_TERM, 0, "{go=}licences already granted continue", "{go=}已授予的许可继续有效")
PART_OF(EXPELLED_TERM, 0, "it returns {back} grants that it received",
        "应退回其所得的{back}财政资助")
PART_OF(FACT, 0, "a covenant on {covenant:matter}", "关于“{covenant:matter}”的约定")
PART_OF(FACT, 0, "a rule on who decides on {matter}", "关于{matter}的决议规则")
PART_OF(FACT, 0, "a rule on who decides on {subject:matter}", "关于“{subject:matter}”的决议规则")
PART_OF(FACT, 0, "{what:fact}", "{what:fact}")

/* ---- the head ---- */

SENTENCE(LANGUAGE, 0, "Words and rounding are those of version {number} of the language",
         "用语与舍入规则以语言版本{number}为准")
SENTENCE(ALLIANCE, 0,
         "The name of the alliance is “{text}”[ (in Chinese: {alt})], hereinafter the Alliance; in "
         "its books it is called {name}",
         "联盟名称为“{text}”[（英文名称：{alt}）]，以下简称“联盟”，在账簿中记为“{name}”")
SENTENCE(A_FOUNDED, 0, "The Alliance is founded on {date}, and this Agreement holds from that day",
         "联盟于{date}成立，本协议自该日起生效")
SENTENCE(A_TERM, 0, "This Agreement holds for {duration} from the founding of the Alliance",
         "本协议有效期为{duration}，自联盟成立之日起计算")
SENTENCE(A_CURRENCY, 0, "Every amount for which no other currency is named is in {currency}",
         "除另行注明币种外，本协议所载金额均以{currency}计")
SENTENCE(A_FORM, 0,
         "{form=contract}The Alliance is formed by contract among its members; it is not a legal "
         "person of its own",
         "{form=contract}联盟为契约型组织，由各成员以本协议结成，不具有独立法人资格")
SENTENCE(A_FORM, 0, "{form=company}The legal form of the Alliance is a company",
         "{form=company}联盟的组织形式为公司")
SENTENCE(A_FORM, 0, "{form=partnership}The legal form of the Alliance is a partnership",
         "{form=partnership}联盟的组织形式为合伙")
SENTENCE(A_FORM, 0,
         "{form=association}The Alliance is a non-profit association; it distributes no profit to "
         "its members",
         "{form=association}联盟为非营利社团，不向成员分配利润")
SENTENCE(A_LIABLE, 0, "{party} answers to third parties for the Alliance",
         "联盟的对外责任主体为{party}，由其对第三人承担责任")
SENTENCE(
    A_SETTLES, 0,
    "{frequency=monthly}The accounts between the Alliance and its members shall be settled every "
    "month",
    "{frequency=monthly}联盟与各成员之间的账目应每月结算一次")
SENTENCE(
    A_SETTLES, 0,
    "{frequency=quarterly}The accounts between the Alliance and its members shall be settled every "
    "quarter",
    "{frequency=quarterly}联盟与各成员之间的账目应每季度结算一次")
SENTENCE(
    A_SETTLES, 0,
    "{frequency=yearly}The accounts between the Alliance and its members shall be settled every "
    "year",
    "{frequency=yearly}联盟与各成员之间的账目应每年结算一次")
SENTENCE(
    A_SETTLES, 0,
    "{frequency=on demand}The accounts between the Alliance and its members shall be settled on "
    "demand",
    "{frequency=on demand}联盟与各成员之间的账目按需结算")
SENTENCE(A_GOAL, 0, "Goal {name}: {text}[; to be reached by {date}]",
         "目标{name}：{text}[，应于{date}前达成]")
SENTENCE(A_ROUNDING, 0,
         "{cumulative=}Shares are computed exactly; what cannot be paid in whole units of money is "
         "carried forward for everyone concerned and evened out by later shares (cumulative "
         "rounding, version {number})",
         "{cumulative=}各项分配按精确比例计算，不足最小货币单位的余数为各方逐次结转，由后续分配补平"
         "（累积舍入规则第{number}版）")
SENTENCE(A_ROUNDING, 0,
         "{split=}Every division is rounded to whole units of money by itself; its parts sum to "
         "the whole",
         "{split=}每次分配单独舍入至最小货币单位，各份之和等于分配总额")

/* ---- members ---- */

SENTENCE(ARTICLE, 0, "Article {number} {text}", "{number:article} {text}")
SENTENCE(PARTY, 0,
         "{text}[ ({alt})], {kind:a}[{lead=} and the leading member], in the books {name}",
         "{text}[（{alt}）]，{kind}[{lead=}，为牵头单位]，在账簿中记为“{name}”")
SENTENCE(P_REGISTERED, 0, "registered under number {text}", "登记号为{text}")
SENTENCE(P_SIGNS, 0, "signing by its {text}", "由{text}签署")
SENTENCE(GROUP, 0,
         "{members} form the group {name}[{one=}, which counts as one member in every body, with "
         "one seat and one vote]",
         "{members}组成集团“{name}”[{one=}，在各机构中合并计算，合计一席一票]")
SENTENCE(G_ONE, 0, "{one=}which counts as one member in every body, with one seat and one vote",
         "{one=}在各机构中合并计算，合计一席一票")
SENTENCE(STAKES, 0,
         "{zh=}The table of shares “{name}” is {annex}[{parts=}; each number is a part of their "
         "sum][{normalised=}; each percentage is divided by their sum]",
         "份额表“{zh}”（{name}）见{annex}[{parts=}，各数为其合计的相应部分][{normalised=}，"
         "各百分比均除以其合计]")
SENTENCE(STAKES, 0,
         "The table of shares “{name}” is {annex}[{parts=}; each number is a part of their "
         "sum][{normalised=}; each percentage is divided by their sum]",
         "份额表“{name}”见{annex}[{parts=}，各数为其合计的相应部分][{normalised=}，"
         "各百分比均除以其合计]")
SENTENCE(SHARE_LINE, 0, "{name}\t{share:digits}", "{name}\t{share:digits}")
SENTENCE(SHARE_LINE, 0, "{grant=}grants\t{share:digits}", "{grant=}财政资助\t{share:digits}")

/* ---- decisions ---- */

SENTENCE(BODY, 0, "{text} ({name}) is the {kind} body of the Alliance",
         "{text}（{name}）为联盟的{kind}机构")
SENTENCE(BODY, 0, "The {name} is the {kind} body of the Alliance", "{name}为联盟的{kind}机构")
SENTENCE(B_SEATS, 0, "{every=}each member has one seat", "{every=}每一成员各有一席")
SENTENCE(B_SEATS, 0, "{kind2=}each {kind} has one seat", "{kind2=}{kind}每家各有一席")
SENTENCE(B_SEATS, 0, "its seats are held by {members}", "其席位由{members}各占一席")
SENTENCE(B_VOTES, 0, "{every=}each seat has one vote", "{every=}每席一票")
SENTENCE(B_VOTES, 0, "for every full {per} of dues a member has votes to the number of {amount}",
         "会费每满{per}计{amount}票")
SENTENCE(
    B_VOTES, 0,
    "votes are weighed by the {measure} of each member[; nobody has more than {cap} of all votes]",
    "表决权按{measure}比例计算[，每方不超过全部表决权的{cap}]")
SENTENCE(B_QUORUM, 0, "its quorum is {majority} of its seats", "出席席位须占全部席位的{majority}")
SENTENCE(B_PASS, 0, "a motion is carried by {majority}", "议案须经{majority}赞成方为通过")
SENTENCE(B_HOSTED, 0, "it is hosted by {party}", "其依托单位为{party}")
SENTENCE(DECIDE, 0,
         "{matter} is decided by the {body}[ with {majority}][, and besides with {groups}]",
         "{matter}由{body}决定[，须经{majority}赞成][，并须经{groups}赞成]")
SENTENCE(
    DECIDE, 0,
    "The matter of {name:matter} is decided by the {body}[ with {majority}][, and besides with "
    "{groups}]",
    "“{name:matter}”事项由{body}决定[，须经{majority}赞成][，并须经{groups}赞成]")
SENTENCE(VETO_RIGHT, 0, "Within {duration} of a decision of the {body}, it may be vetoed by {to}",
         "{body}作出决议后{duration}内，{to}可以否决该决议")

/* ---- capital ---- */

SENTENCE(PLEDGES, W_OPEN, "{party} pledges a capital contribution of {amount}, payable in tranches",
         "{party}认缴出资额{amount:words}，应按下列期限分期缴付")
SENTENCE(PLEDGES, 0, "{party} pledges a capital contribution of {amount}[, payable by {date}]",
         "{party}认缴出资额{amount:words}[，应于{date}前缴付]")
SENTENCE(TRANCHE, 0, "{share} by {date}", "于{date}前缴付其认缴出资额的{share}")
SENTENCE(IN_KIND_COUNTS, 0,
         "A contribution in kind counts for {share} of its stated value[, in all for at most {cap} "
         "of the member's pledge]",
         "实物出资按其申报价值的{share}计入出资[，合计不超过该成员认缴出资额的{cap}]")
SENTENCE(DUES, 0,
         "Dues are payable on {day} of every year: {items}; to each member the first that fits "
         "applies",
         "会费于每年{day}到期：{items}；各成员适用首个与其相符的标准")
SENTENCE(ARREARS, 0,
         "Where a member does not pay a debt to the Alliance by its due date, the following "
         "applies, each time being counted from the day after that date",
         "成员未按期缴付其对联盟的任何应付款项的，按下列规定处理，各期间自到期日次日起计算")
SENTENCE(R_BEAR, 0,
         "{every=}[after {duration} ]the unpaid part bears simple interest of {share} a year",
         "{every=}[逾期满{duration}后，]未付部分按每年{share}计收单利")
SENTENCE(R_BEAR, 0, "[after {duration} ]the unpaid part bears simple interest of {share} a day",
         "[逾期满{duration}后，]未付部分按每日{share}计收单利")
SENTENCE(R_NOTICE, 0, "after {duration} it is given notice to pay", "逾期满{duration}后，予以催告")
SENTENCE(R_NO_VOTE, 0, "after {duration} its seats and votes rest until it has paid",
         "逾期满{duration}后，停止其席位与表决权，直至清偿")
SENTENCE(R_DILUTE, 0,
         "after {duration} {share} of each of its stakes, on the unpaid fraction of the debt, "
         "passes to the other holders in proportion to theirs",
         "逾期满{duration}后，就未付款项所占比例，其各项份额的{share}"
         "按其他持有人的份额比例转归其他持有人")
SENTENCE(
    R_FORFEIT, 0,
    "after {duration} it forfeits each of its stakes on the unpaid fraction of the debt to the "
    "other holders in proportion to theirs",
    "逾期满{duration}后，就未付款项所占比例，其各项份额失权，"
    "按其他持有人的份额比例转归其他持有人")
SENTENCE(R_FORCED_SALE, 0, "after {duration} its stake is put up for sale",
         "逾期满{duration}后，其份额强制转让")
SENTENCE(R_OUT, 0, "{leaving=}after {duration} it ceases to be a member, as if it had left",
         "{leaving=}逾期满{duration}后，丧失成员资格，视同退出")
SENTENCE(R_OUT, 0, "after {duration} it ceases to be a member, as if it had been expelled",
         "逾期满{duration}后，丧失成员资格，视同除名")
SENTENCE(R_COVERED, 0,
         "after {duration} the other members shall pay in its place in proportion to their "
         "{measure}; it owes "
         "them what they pay",
         "逾期满{duration}后，由其他成员按{measure}比例垫付，垫付款项由其向垫付成员偿还")
SENTENCE(FUND, 0, "The Alliance keeps the fund “{text}” ({name})", "联盟设立基金“{text}”（{name}）")
SENTENCE(F_TARGET, 0, "which takes no more than {amount}; what would go beyond passes on",
         "其目标额为{amount}，超出部分顺延至下一分配项")
SENTENCE(
    GRANTS_RESTRICTED, 0,
    "Grants shall be used only for the purpose for which they are given[ and make at most {cap} of "
    "all money received]",
    "财政资助应专款专用[，累计不超过联盟全部到账资金的{cap}]")
SENTENCE(ELIGIBLE, 0, "and may pay only for {category}", "可列支范围为{category}")

/* ---- projects ---- */

SENTENCE(PROJECT, 0, "The members carry out the project “{text}” ({name})[, a project of {kind}]",
         "各成员实施项目“{text}”（{name}）[，属{kind}项目]")
SENTENCE(J_LEAD, 0, "it is led by {party}", "牵头单位为{party}")
SENTENCE(J_BUDGET, 0, "its budget is {amount}[, of which {share} may be spent from the start]",
         "预算为{amount:words}[，启动时可支用其{share}]")
SENTENCE(J_FUNDED, 0, "its cost is funded by {shares}", "项目经费的出资比例为：{shares}")
SENTENCE(J_WORK, 0, "its work is done by {shares}", "研发任务的分工为：{shares}")
SENTENCE(
    J_MILESTONE, 0,
    "{zh=}the milestone “{name}” shall be met by {date}[ and then releases {share} of the budget]",
    "里程碑“{zh}”（{name}）应于{date}前达成[，达成后释放预算的{share}]")
SENTENCE(J_MILESTONE, 0,
         "the milestone “{name}” shall be met by {date}[ and then releases {share} of the budget]",
         "里程碑“{name}”应于{date}前达成[，达成后释放预算的{share}]")
SENTENCE(
    J_LATE_JOINER, 0,
    "a member that joins later shall pay {share} of its part of the cost so far to those who bore "
    "it",
    "后加入的成员应按其应担既往成本的{share}补缴，归已承担该成本的成员")
SENTENCE(J_DECLINER, 0,
         "a member that declines the project has no part in its benefit until those who bear its "
         "cost have had {share} of what it did not bear",
         "不参加项目的成员不参与其收益分配，直至承担成本的成员就其未承担部分收回{share}")

/* ---- results ---- */

SENTENCE(
    RESULTS_OWNED, 0,
    "The results of [{every=}the projects][the project {project}] belong to "
    "[{alliance=}the Alliance][{owners}][{to}[, {basis}]]",
    "[{every=}各项目][项目{project}]的成果[{alliance=}归联盟][归{owners}][[{basis}]归{to}]所有")
SENTENCE(USE_RIGHT, 0,
         "{what=}Those who take part in a project may use the background brought in for it for "
         "{purpose}, {terms}",
         "{what=}项目参加方可为{purpose}目的{terms}使用为该项目提供的背景技术")
SENTENCE(USE_RIGHT, 0, "{to} may use the results for {purpose}, {terms}",
         "{to}可为{purpose}目的{terms}使用成果")
SENTENCE(PUBLICATION, 0,
         "Whoever means to publish a result shall give the other members notice of {duration}[; "
         "they may "
         "object within {objection}][; an objection delays publication by at most {delay}]",
         "拟发表成果的，应提前{duration}通知其他成员[；其他成员可在{objection}内提出异议][；"
         "有异议的，发表推迟不超过{delay}]")
SENTENCE(FIRST_REFUSAL, 0,
         "Before a holder passes on its part of a result, its stake or its capital to another, the "
         "other holders may take it on the same terms within {duration}",
         "拟转让成果、份额或出资的，其他权利人或持有人在{duration}内以同等条件享有优先购买权")
SENTENCE(UNUSED_RETURNS, 0,
         "A result that nobody has put to use for {duration} belongs to {to} from the day after",
         "成果满{duration}未实施的，自次日起归还{to}")
SENTENCE(GOVERNMENT_DIFFUSE, 0,
         "Results of projects that public money funds shall be made available outside the Alliance "
         "within {duration}",
         "政府资助项目形成的成果，应在{duration}内向联盟以外扩散")

/* ---- benefit ---- */

SENTENCE(
    SHARE, 0,
    "Any {class}[ {scope}][{income=}] shall be distributed in the following order, each item being "
    "taken from what those before it leave",
    "[{scope}]{class}[{income=}]应按下列顺序分配，每一项自前项分配后的余额中提取")
SENTENCE(TIER, W_OPEN, "{amount}, divided as follows", "{amount}，再按下列各项分配")
SENTENCE(TIER, 0, "to {to}: {amount}[, {basis}]", "{amount}，[{basis}]归{to}")
SENTENCE(TIER, 0, "{amount}", "{amount}")
SENTENCE(WHILE, 0, "as long as the {measure} is under {limit}", "{measure}低于{limit}时")
SENTENCE(CLAWBACK, 0,
         "at the dissolution of the Alliance {party} shall return what exceeds {share} of the "
         "profit",
         "联盟解散时，{party}应归还其所得超过利润{share}的部分")

/* ---- risk ---- */

SENTENCE(BEAR, 0, "{loss}[ {scope}] shall be borne in the following order",
         "[{scope}]{loss}应按下列顺序分担")
SENTENCE(BEARER, 0, "[{amount} ]from the fund {fund}[, at most {each}]",
         "[{amount}]由基金{fund}承担[，不超过{each}]")
SENTENCE(BEARER, W_OPEN, "{amount}, as follows", "{amount}，按下列各项分担")
SENTENCE(BEARER, 0, "[{amount} ]by {to}[, {basis}][, each at most {each}]",
         "[{amount}]由{to}[{basis}]承担[，每方不超过{each}]")
SENTENCE(BEARER, 0, "{amount}", "{amount}")
SENTENCE(CAP_LIFTED, 0, "A limit of liability does not hold in cases of {causes:or}",
         "因{causes:or}造成损害的，责任上限不予适用")
SENTENCE(
    FAILURE_NOTICE, 0,
    "Whoever sees that a project may fail shall tell the other members within {duration}; whoever "
    "does not, answers for what the loss grows by",
    "发现项目可能失败的成员，应在{duration}内通知其他成员；怠于通知的，对损失扩大的部分承担责任")

/* ---- leaving ---- */

SENTENCE(LEAVE, 0,
         "A member may leave the Alliance on notice of {duration}[ and is then bought out at "
         "{share} of its {measure}][; it returns {back} grants that it received]",
         "成员可以提前{duration}通知退出联盟[；退出时，联盟按其{measure}的{share}回购]"
         "[；退出时，应退回其所得的{back}财政资助]")
SENTENCE(EXPELLED, 0, "For a member that is expelled, the following holds: {terms}",
         "成员被除名的，{terms}")
SENTENCE(DISSOLVE, 0,
         "At the dissolution of the Alliance its assets shall be used in the following order",
         "联盟解散时，其财产应按下列顺序清偿和分配")
SENTENCE(W_DEBTS, 0, "its debts are paid", "清偿债务")
SENTENCE(W_GRANTS, 0, "unspent grants go back to those who gave them", "未用财政资助退回资助方")
SENTENCE(W_TIER, W_OPEN, "{amount}, divided as follows", "{amount}，再按下列各项分配")
SENTENCE(W_TIER, 0, "to {to}: {amount}[, {basis}]", "{amount}，[{basis}]归{to}")
SENTENCE(W_TIER, 0, "{amount}", "{amount}")
SENTENCE(DISPUTE, 0,
         "{arbitration=}Disputes from this Agreement shall be settled by arbitration: {text}",
         "{arbitration=}因本协议发生的争议，应提交仲裁：{text}")
SENTENCE(DISPUTE, 0, "{court=}Disputes from this Agreement shall be brought before a court: {text}",
         "{court=}因本协议发生的争议，应通过诉讼解决：{text}")
SENTENCE(COVENANT, 0, "{name:matter}: {text}", "{name:matter}：{text}")

/* ---- annexes ---- */

SENTENCE(GAME, 0, "The worth of each coalition of {members} in the game “{name}” stands in {annex}",
         "{members}在博弈“{name}”中各合作组合的价值见{annex}")
SENTENCE(GAME, 0,
         "{cost=}The cost of each coalition of {members} in the game “{name}” stands in {annex}",
         "{cost=}{members}在博弈“{name}”中各合作组合的成本见{annex}")
SENTENCE(GAME_WEIGHTS, 0, "Weights\t{shares}", "权重\t{shares}")
SENTENCE(GAME_UNIONS, 0, "Acting together\t{groups}", "共同行动\t{groups}")
SENTENCE(WORTH, 0, "{members}\t{worth}", "{members}\t{worth}")
SENTENCE(WORTH, 0, "{all=}All of them\t{worth}", "{all=}全体\t{worth}")
SENTENCE(EXAMPLE, 0, "The worked example “{text}” is {annex}", "算例“{text}”见{annex}")
SENTENCE(GIVEN, 0, "Given is", "设")
SENTENCE(EXPECT, 0, "Then", "则")
SENTENCE(EXPECT_FUND, 0, "the fund {fund} holds {amount}", "基金{fund}的余额为{amount}")
SENTENCE(EXPECT_REST, 0, "{rest_figure} is {amount}", "{rest_figure}为{amount}")
SENTENCE(EXPECT_PARTY, 0, "{party} has {figure} {amount}", "{party}{figure}为{amount}")
SENTENCE(EXPECT_PARTY, 0, "{party} has received {amount}", "{party}累计所得为{amount}")
SENTENCE(ALWAYS, 0,
         "[The fund {fund}][{cash=}The cash of the Alliance] shall at no time be under {least}",
         "[基金{fund}的余额][{cash=}联盟的现金]始终不低于{least}")
SENTENCE(ALWAYS, 0,
         "[The fund {fund}][{cash=}The cash of the Alliance] shall at no time be over {most}",
         "[基金{fund}的余额][{cash=}联盟的现金]始终不超过{most}")
SENTENCE(RULE, 0, "Rule {name}, “{text}”, is {strength}", "规则{name}“{text}”（{strength}）")
SENTENCE(RULE_TOP, 0, "Rule {name}, “{text}”, is {strength}", "规则{name}“{text}”（{strength}）")
SENTENCE(RULE_HAS, 0,
         "the Alliance has[ at least {least}][ more than {strict}][ at most {most}] {fact}",
         "联盟应有[不少于{least}的][超过{strict}的][不超过{most}的]{fact}")
SENTENCE(RULE_ONE_OF, 0, "the Alliance has {facts:or}", "联盟应有下列之一：{facts:or}")
SENTENCE(RULE_EVERY, 0, "every {thing} has {fact}", "每一{thing}均应有{fact}")
SENTENCE(RULE_ONLY, 0, "this applies only where the Alliance has {fact}", "仅在联盟有{fact}时适用")
SENTENCE(RULE_BECAUSE, 0, "its source is {text}", "其依据为{text}")

/* ---- entries ---- */

SENTENCE(SIGN, 0, "{party} signs this Agreement by {text}", "{party}由{text}签署本协议")
SENTENCE(APPOINT, 0, "{text}[ of {party}] is appointed to the {body}[ as {role}][ until {date}]",
         "任命[{party}的]{text}加入{body}[，担任{role}][，任期至{date}]")
SENTENCE(BACKGROUND, 0,
         "{owners} brings in {name}, “{text}” ({kind}), as background[ for the project {project}]",
         "{owners}[为项目{project}]提供背景技术{name}“{text}”（{kind}）")
SENTENCE(PAYS, 0, "{party} pays {amount} as {nature}[ for the project {project}]",
         "{party}缴付{nature}{amount}[，用于项目{project}]")
SENTENCE(GIVES, 0, "{party} gives {amount} in kind ({kind})[ for the project {project}]",
         "{party}以{kind}投入{amount}[，用于项目{project}]")
SENTENCE(GIVES_NOTICE, 0, "{party} gives notice that it leaves", "{party}通知退出")
SENTENCE(GRANT, 0,
         "a grant of {amount} comes from [{payer}][{payer_text}][ for the project {project}]",
         "收到[{payer}][{payer_text}]的财政资助{amount}[，用于项目{project}]")
SENTENCE(
    CALL, 0,
    "the members are called for {amount}[ in proportion to their share in the table {stakes}]"
    "[ in proportion to their {measure}][ for the project {project}][ over the time from {from} up "
    "to {to}][, due on {due}]",
    "向成员催缴{amount}[，按{stakes}份额比例][，按{measure}比例][，用于项目{project}]"
    "[，期间自{from}起至{to}前一日止][，于{due}到期]")
SENTENCE(BUDGET, 0, "the budget of the year {number} is adopted", "通过{number}年度预算")
SENTENCE(HEAD_LINE, 0, "{category}: {amount}", "{category}{amount}")
SENTENCE(SUPPLEMENT, 0, "the budget of the project {project} is supplemented by {amount}",
         "项目{project}追加预算{amount}")
SENTENCE(DECLINES, 0, "{party} declines the project {project}", "{party}不参加项目{project}")
SENTENCE(START, 0, "the project {project} starts", "项目{project}启动")
SENTENCE(SPEND, 0,
         "the Alliance spends {amount} on {category}[ for the project {project}][ from the fund "
         "{fund}][ from grants{grant=}]",
         "联盟支出{category}{amount}[，用于项目{project}][，自基金{fund}列支][，自财政资助"
         "{grant=}列支]")
SENTENCE(SPENDS, 0, "{party} itself spends {amount} on {category}[ for the project {project}]",
         "{party}自行支出{category}{amount}[，用于项目{project}]")
SENTENCE(WORK, 0, "{party} has put {months} person-months of work into the project {project}",
         "{party}为项目{project}投入研发{months}人月")
SENTENCE(MILESTONE, 0, "{path} is {state}", "{path}{state}")
SENTENCE(
    RESULT, 0,
    "{name}, “{text}” ({kind}), is registered as a result[ of the project {project}][, made by "
    "{makers}]",
    "登记成果{name}“{text}”（{kind}）[，来自项目{project}][，由{makers}完成]")
SENTENCE(FILE, 0, "{event=file}an application is filed for {result}[, {text}]",
         "{event=file}就{result}提出申请[，{text}]")
SENTENCE(FILE, 0, "{event=granted}{result} is granted[, {text}]",
         "{event=granted}{result}获得授权[，{text}]")
SENTENCE(FILE, 0, "{event=lapsed}{result} lapses[, {text}]", "{event=lapsed}{result}失效[，{text}]")
SENTENCE(FILE, 0, "{event=opposed}{result} is opposed[, {text}]",
         "{event=opposed}{result}被提出异议[，{text}]")
SENTENCE(LICENSE, 0,
         "{results} is licensed to [{licensee}][{licensee_text}] by {exclusivity:a} licence {name}"
         "[ in the field of {field}][ in the territory of {territory}][ until {date}][ under "
         "{under}]",
         "以{exclusivity}许可{name}将{results}许可给[{licensee}][{licensee_text}][，领域为{field}]"
         "[，地域为{territory}][，期限至{date}][，依据{under}]")
SENTENCE(LICENSE, 0,
         "{results} is licensed to [{licensee}][{licensee_text}] by the licence {name}[ in the "
         "field of {field}][ in the territory of {territory}][ until {date}][ under {under}]",
         "以许可{name}将{results}许可给[{licensee}][{licensee_text}][，领域为{field}]"
         "[，地域为{territory}][，期限至{date}][，依据{under}]")
SENTENCE(L_FEE, 0, "a fee of {amount}[ is due on {date}]", "入门费{amount}[，于{date}到期]")
SENTENCE(L_ROYALTY, 0,
         "a royalty of {share} of sales[ up to {limit} in all][, at least {least} a year]",
         "按销售额的{share}提成[，销售额累计不超过{limit}][，每年不低于{least}]")
SENTENCE(L_DEDUCT, 0,
         "{share} of other royalties may be deducted[, at most {cap} of the royalty][; what is "
         "left over is carried forward{carried=}]",
         "可扣除另付提成的{share}[，不超过提成的{cap}][，余额{carried=}结转]")
SENTENCE(L_CAP, 0,
         "all royalties together make at most {cap} of sales[, those of this licence at least "
         "{share}]",
         "提成合计不超过销售额的{cap}[，其中本许可不低于{share}]")
SENTENCE(L_SUBLICENCES, 0, "sublicences are allowed", "允许再许可")
SENTENCE(
    INCOME, 0,
    "{amount} is received from [{payer}][{payer_text}][ as {class}][, belonging to {of}][ for "
    "the project {project}][ over the time from {from} up to {to}]",
    "自[{payer}][{payer_text}]收到收入{amount}[，类别为{class}][，属于{of}][，用于项目{project}]"
    "[，期间自{from}起至{to}前一日止]")
SENTENCE(DELIVER, 0, "{result} is delivered to {party}[, {text}]",
         "向{party}交付{result}[，{text}]")
SENTENCE(DELIVERED, 0, "{event=accepted}{party} accepts the delivery of {result}[, {text}]",
         "{event=accepted}{party}验收{result}合格[，{text}]")
SENTENCE(DELIVERED, 0, "{event=refused}{party} refuses the delivery of {result}[, {text}]",
         "{event=refused}{party}拒收{result}[，{text}]")
SENTENCE(REFUND, 0, "{amount} is refunded to [{payer}][{payer_text}]",
         "向[{payer}][{payer_text}]退款{amount}")
SENTENCE(REPAY, 0, "a loan of {party} is repaid with {amount}", "向{party}偿还借款{amount}")
SENTENCE(RETURN_GRANT, 0, "{amount} of grants is returned to [{payer}][{payer_text}]",
         "向[{payer}][{payer_text}]退回财政资助{amount}")
SENTENCE(DIFFUSION, 0, "{event=adopt}{result} is put to use[ by [{by}][{by_text}]][, {text}]",
         "{event=adopt}[[{by}][{by_text}]]采用{result}[，{text}]")
SENTENCE(DIFFUSION, 0, "{event=publish}{result} is published[ by [{by}][{by_text}]][, {text}]",
         "{event=publish}[[{by}][{by_text}]]发表{result}[，{text}]")
SENTENCE(DIFFUSION, 0,
         "{event=standard}{result} is made a standard[ by [{by}][{by_text}]][, {text}]",
         "{event=standard}[[{by}][{by_text}]]将{result}制定为标准[，{text}]")
SENTENCE(DIFFUSION, 0, "{event=train}{result} is taught[ by [{by}][{by_text}]][, {text}]",
         "{event=train}[[{by}][{by_text}]]就{result}开展培训[，{text}]")
SENTENCE(DIFFUSION, 0,
         "{event=diffuse}{result} is made available outside the Alliance[ by [{by}][{by_text}]]"
         "[, {text}]",
         "{event=diffuse}[[{by}][{by_text}]]向联盟以外扩散{result}[，{text}]")
SENTENCE(ANNOUNCE, 0, "{party} announces that it means to publish {result}",
         "{party}预告发表{result}")
SENTENCE(OBJECT, 0, "{party} objects to the publication of {result}",
         "{party}对发表{result}提出异议")
SENTENCE(OFFER, 0, "{party} means to pass {result} on to [{buyer}][{buyer_text}][ at {amount}]",
         "{party}拟将{result}转让给[{buyer}][{buyer_text}][，价款{amount}]")
SENTENCE(STAKE_OFFER, 0,
         "{party} means to pass on [{amount} of its {capital=}capital][{share:digits} of the table "
         "{stakes}] to [{buyer}][{buyer_text}][ at {price}]",
         "{party}拟将其[{capital=}出资额{amount}][在{stakes}中的{share:digits}份额]转让给[{buyer}]"
         "[{buyer_text}][，价款{price}]")
SENTENCE(OFFER_ANSWER, 0, "{event=accepts}{party} takes up the offer of {ref}",
         "{event=accepts}{party}对{ref}所载要约行使优先购买权")
SENTENCE(OFFER_ANSWER, 0, "{event=waives}{party} waives its first refusal of the offer of {ref}",
         "{event=waives}{party}对{ref}所载要约放弃优先购买权")
SENTENCE(WAIVE, 0, "{party} waives its first refusal of {result}",
         "{party}放弃对{result}的优先购买权")
SENTENCE(MOTION, 0,
         "the motion {name}, “{text}”, is put to the {body} on [{matter}][{subject:matter}]"
         "[; it is about {party}][; votes may be cast until {date}]",
         "向{body}提交议案{name}“{text}”，事由为[{matter}][{subject:matter}][，涉及{party}]"
         "[，表决截至{date}]")
SENTENCE(VOTE, 0, "on the motion {name}, {party} votes {ballot}[ for {proxy}]",
         "{party}[代{proxy}]就议案{name}投{ballot}票")
SENTENCE(MEETING, 0, "the {body} meets; present are {members}", "{body}召开会议，出席者为{members}")
SENTENCE(DECIDE_MOTION, 0, "the motion {name} is {state}", "议案{name}{state}")
SENTENCE(DECIDE_MOTION, 0, "the motion {name} is counted", "清点议案{name}")
SENTENCE(VETO, 0, "{party} vetoes the motion {name}[, {text}]", "{party}否决议案{name}[，{text}]")
SENTENCE(JOIN, 0, "{text} joins the Alliance as {kind:a}, in the books {name}",
         "{text}加入联盟，类别为{kind}，在账簿中记为“{name}”")
SENTENCE(JOINS, 0, "{party} joins the project {project}[ with a part of {share}]",
         "{party}加入项目{project}[，占{share}]")
SENTENCE(AMEND, 0, "articles of this Agreement are given a new text", "本协议的下列条文予以修订")
SENTENCE(AMEND_ARTICLE, 0, "Article {number} {text}", "{number:article} {text}")
SENTENCE(STAKES_ENTRY, 0, "{none=}the table of shares {name} ends", "{none=}份额表{name}终止")
SENTENCE(STAKES_ENTRY, 0,
         "the table of shares {name} is set anew[{parts=}, each number being a part of their sum]"
         "[{normalised=}, each percentage being divided by their sum]",
         "重新确定份额表{name}[{parts=}，各数为其合计的相应部分][{normalised=}，"
         "各百分比均除以其合计]")
SENTENCE(
    LOSS, 0,
    "a loss of {amount} arises[ from {of}][, of which an insurer paid {insured}][, which grew by "
    "{extra} since {silent} did not give notice][, {text}]",
    "[{of}]发生损失{amount}[，其中{insured}已获保险赔付][，其中{extra}因{silent}未通知而扩大][，{"
    "text}]")
SENTENCE(
    LIABILITY, 0,
    "a liability of {amount} to [{payer}][{payer_text}] arises[ from {of}][, of which an insurer "
    "paid {insured}]",
    "[因{of}]对[{payer}][{payer_text}]产生赔偿责任{amount}[，其中{insured}已获保险赔付]")
SENTENCE(CAUSED, 0, "{party} acted with {cause}[ in what was entered on {ref}]",
         "[就{ref}所记事项，]{party}有{cause}")
SENTENCE(WRITE_OFF, 0,
         "{amount} that {party} owes as {nature}[ for the project {project}] is written off",
         "核销{party}所欠的{nature}{amount}[（项目{project}）]")
SENTENCE(OVERRUN, 0, "the cost of {of} is {amount} over its budget[, {text}]",
         "{of}的成本超出预算{amount}[，{text}]")
SENTENCE(WARNS, 0, "{party} gives notice that the project {project} may fail[, {text}]",
         "{party}通知项目{project}可能失败[，{text}]")
SENTENCE(STOP, 0, "the project {project} ends[, {state}]", "项目{project}终止[，{state}]")
SENTENCE(SETTLE, 0, "the accounts are settled", "结算")
SENTENCE(AGREE, 0, "{party} agrees to the settlement of {date}", "{party}确认{date}的结算")
SENTENCE(DISPUTES, 0, "{party} disputes the settlement of {date}[, {text}]",
         "{party}对{date}的结算提出异议[，{text}]")
SENTENCE(PAY, 0, "the Alliance pays {party} {amount}", "联盟向{party}支付{amount}")
SENTENCE(REPORTS, 0,
         "{party} reports sales of {amount}[ in the field of {field}][ in the territory of "
         "{territory}] over the time from {from} up to {to}[, and other royalties of {others}]",
         "{party}报告自{from}起至{to}前一日止的销售额{amount}[，领域为{field}][，地域为{territory}]"
         "[，另付提成{others}]")
SENTENCE(REDETERMINE, 0,
         "[the table of shares {stakes}][the funding of the project {project}][{work=}the work of "
         "the project {project2}] is determined anew from the start[{parts=}, each number being a "
         "part of their sum][{normalised=}, each percentage being divided by their sum]",
         "自始重新核定[份额表{stakes}][项目{project}的出资比例][{work=}项目{project2}的研发分工]"
         "[{parts=}，各数为其合计的相应部分][{normalised=}，各百分比均除以其合计]")
SENTENCE(LEAVES, 0, "{party} leaves the Alliance", "{party}退出联盟")
SENTENCE(EXPEL, 0, "{party} is expelled", "{party}被除名")
SENTENCE(
    TRANSFER, 0,
    "[{amount} of {capital=}capital][{share:digits} of the table {stakes}][{result}] passes "
    "from {party} to {other}[ at {price}]",
    "{party}将[{capital=}出资额{amount}][{stakes}中的{share:digits}份额][{result}]转让给{other}"
    "[，价款{price}]")
SENTENCE(APPRAISE, 0, "{party} is appraised at {number} on {score}[ by the {body}]",
         "[{body}]就{score}评价{party}为{number}")
SENTENCE(STAFF, 0,
         "{text} works [{fulltime=}full time][{share} of the time] for the {body}, employed by "
         "{party}[ until {date}]",
         "{text}受雇于{party}，[{fulltime=}专职][以{share}的工作时间]任职于{body}[，期限至{date}]")
SENTENCE(REVERSE, 0, "the entry {ref} is reversed[, {text}]", "冲销{ref}[，{text}]")
SENTENCE(GOAL_STATE, 0, "goal {name} is {state}", "目标{name}{state}")
SENTENCE(RENEW, 0, "this Agreement is renewed for {duration}", "本协议续展{duration}")
SENTENCE(DISSOLVE_ENTRY, 0, "the Alliance is dissolved", "联盟解散")

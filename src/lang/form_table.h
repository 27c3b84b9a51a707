/* The grammar of the language: one row a form, from which reading, formatting, completion and the
 * reference are made.
 *
 *   Types of values: name (no keyword), pname (may be a keyword: projects, stakes, funds, games,
 *   scores), new and pnew (the same, declared here), word, names, path, text, money, number,
 *   integer, share (percent or fraction), part (share or number), date, duration, monthday,
 *   currency, article (第六条), ref (DATE or DATE #n), digest; a capital word is a phrase.
 *
 *   CHOICES(name, "a|b|c")            a set of words of which one stands; the value is its rank;
 *                                     NAME_ZH has the same ranks in other Chinese words
 *   PHRASE(name, "english", "中文")    a part of a statement; several rows are tried in order
 *   FORM(id, block, opens, "english", "中文")
 *                                     a statement: where it may stand, the block its indented
 *                                     lines form (NONE where it has none), how it is written
 *
 * Patterns:
 *   word          a keyword; word/tag where English spells two alike
 *   {role:type}   a value;  {role:type,} a list of them, comma between;  {role:type;} a list of
 *                 clauses, between which Chinese puts ， instead of 、
 *   {role=SET}    one word of a set;  {role=SET,} a list;  {role=word} one word to remember
 *   [ … ]         may be missing
 *   ( … | … )     one of these
 *   < [ … ] … >   these options in any order, each at most once; printed in this order
 *   ,             a comma
 *   ~             in Chinese: no space before the next keyword (inside a phrase that is the rule)
 *
 * Inside a set, a+b are two words in a row. An empty Chinese pattern means: the English order with
 * Chinese spellings; several variants are separated by "||" and the first that can say everything
 * is printed. In a guard {role==word} nothing is read: it sets the role to that word, and the
 * variant is printed only where the role has it.
 *
 * Every dated form ends, without saying so here, in  ["remark"] [file "…" sha256:…] [by motion].
 * No include guard: read repeatedly. */

CHOICES(LEGAL_FORM, "contract|company|partnership|association")
CHOICES(FREQUENCY, "monthly|quarterly|yearly|on+demand")
CHOICES(FREQUENCY_ZH, "每月|每季|每年|按需")
CHOICES(MEMBER_KIND, "enterprise|university|institute|society|public|person|other")
CHOICES(BODY_KIND, "decision|advisory|executive|supervisory")
CHOICES(VOTE_BASE, "present|all|cast")
CHOICES(PROJECT_KIND, "generic|key|proprietary")
CHOICES(RECIPIENTS,
        "members|enterprises|universities|institutes|makers|owners|funders|workers|affected|others")
CHOICES(MEASURE_NAME, "capital|pledge|cost|risk|invention|ownership|work|patents|dues|sales|income")
CHOICES(METHOD, "shapley|weighted+shapley|owen|nucleolus|nash|tau|gately|banzhaf|prenucleolus|"
                "per-capita+nucleolus|cis|ensc|raiffa")
CHOICES(COMBINED, "projection|topsis")
CHOICES(CLAIMS_RULE, "proportional|equal+awards|equal+losses|talmud|"
                     "adjusted+proportional|random+arrival|alpha-min")
CHOICES(CLASS, "licence|sale|service|product|grant|dues|interest|surplus|any")
CHOICES(LOSS_KIND, "project+loss|liability|default|cost+overrun")
CHOICES(CAUSE, "intent|gross+negligence")
CHOICES(USE_TERMS, "free|fairly")
CHOICES(GRANTS_BACK, "unspent|all")
CHOICES(PURPOSE, "research|work|business")
CHOICES(STRENGTH, "must|should|may")
CHOICES(RULE_THING, "party|project|goal|result")
CHOICES(FIGURE, "received|called|borne")
CHOICES(REST_FIGURE, "unshared|uncovered")
CHOICES(RESULT_KIND, "patent|know-how|software|standard|variety|design")
CHOICES(NATURE, "capital|call|dues|loan|loss|interest")
CHOICES(NATURE_ZH, "出资额|催缴款|会费|借款|损失款|利息")
CHOICES(IN_KIND, "staff|equipment|material|technology|premises")
CHOICES(MILESTONE_STATE, "met|missed")
CHOICES(FILING, "file|granted|lapsed|opposed")
CHOICES(EXCLUSIVITY, "exclusive|nonexclusive|sole")
CHOICES(DELIVERY, "accepted|refused")
CHOICES(DIFFUSION, "adopt|publish|standard|train|diffuse")
CHOICES(DIFFUSION_ZH, "采用|发表|制定标准|培训|扩散")
CHOICES(OFFER_ANSWER, "accepts|waives")
CHOICES(OFFER_ANSWER_ZH, "行使优先购买|放弃优先购买")
CHOICES(BALLOT, "yes|no/vote|abstain")
CHOICES(MOTION_STATE, "carried|lost")
CHOICES(STOP_STATE, "failed|done")
CHOICES(MATTER, "amendment|admission|expulsion|acceptance|budget|start|stop|stakes|licence|"
                "redetermine|transfer|appointment|renewal|dissolution|write-off")

/* ---- parts of statements ---- */
PHRASE(NAMED_SHARE, "{name:name} {share:share}", "")
PHRASE(FUNDED_SHARE, "({grant=grant} | {name:name}) {share:share}", "")
PHRASE(MAYBE_SHARE, "{name:name} [{share:share}]", "")
PHRASE(NAMED_PART, "{name:name} {share:part}", "")
PHRASE(RECIPIENT, "fund {fund:pname}", "")
PHRASE(RECIPIENT, "{who=RECIPIENTS}", "")
PHRASE(RECIPIENT, "{name:name}", "")
PHRASE(MEASURE, "stake of {stakes:pname}", "{stakes:pname} 份额")
PHRASE(MEASURE, "score of {score:pname}", "{score:pname} 评分")
PHRASE(MEASURE, "{measure=MEASURE_NAME}", "")
PHRASE(WEIGHTED, "{measure:MEASURE} {share:share}", "")
PHRASE(ADJUSTMENT, "{combined=COMBINED} of {factors:WEIGHTED,}",
       "{factors:WEIGHTED,} 的 {combined=COMBINED}")
PHRASE(ADJUSTMENT, "{factors:WEIGHTED,}", "")
PHRASE(BASIS, "equally [adjusted by/basis {adjusted:ADJUSTMENT}]",
       "平均 [按 {adjusted:ADJUSTMENT} 调整]")
PHRASE(BASIS, "by/basis {method=METHOD} of {game:pname} [adjusted by/basis {adjusted:ADJUSTMENT}]",
       "按 博弈 {game:pname} 的 {method=METHOD} 比例 [按 {adjusted:ADJUSTMENT} 调整]")
PHRASE(BASIS, "by/basis {claims=CLAIMS_RULE}", "按 {claims=CLAIMS_RULE} 规则")
PHRASE(BASIS, "by/basis {measure:MEASURE} [adjusted by/basis {adjusted:ADJUSTMENT}]",
       "按 {measure:MEASURE} 比例 [按 {adjusted:ADJUSTMENT} 调整]")
PHRASE(SCOPE, "of project {project:pname}", "项目 {project:pname} 的")
PHRASE(SCOPE, "of {project_kind=PROJECT_KIND} projects", "{project_kind=PROJECT_KIND} 各项目 的")
PHRASE(SCOPE, "of result {result:name}", "成果 {result:name} 的")
PHRASE(SCOPE, "of {every=each} result", "{every=每项} 成果 的")
PHRASE(SCOPE, "of {together=all} projects together", "{together=各项目} 合并 的")
PHRASE(TIER_AMOUNT, "until {repaid:MEASURE} [times {times:number}] repaid",
       "直至 {repaid:MEASURE} [的 {times:number} 倍] 收回")
PHRASE(TIER_AMOUNT, "until {party:name} has {catch_up:share} of profit",
       "直至 {party:name} 已得 利润 的 {catch_up:share}")
PHRASE(TIER_AMOUNT, "until {party:name} has {least:money} [{every=yearly}]",
       "直至 {party:name} [{every=每年}] 已得 {least:money}")
PHRASE(TIER_AMOUNT, "up to {limit:money} in all", "累计 不超过 {limit:money}")
PHRASE(TIER_AMOUNT, "{return:share} yearly [{compound=compound}] on {on:MEASURE}",
       "{on:MEASURE} 年回报 [{compound=复利}] {return:share}")
PHRASE(TIER_AMOUNT, "{share_of_rest:share} of rest", "其余 的 {share_of_rest:share}")
PHRASE(TIER_AMOUNT, "{share:share}", "")
PHRASE(TIER_AMOUNT, "{amount:money} [{every=yearly}]", "[{every=每年}] {amount:money}")
PHRASE(TIER_AMOUNT, "{rest=rest}", "")
PHRASE(EACH_CAP, "{cap:share} of {measure:MEASURE} each", "{measure:MEASURE} 的 {cap:share}")
PHRASE(EACH_CAP, "{amount:money} each", "{amount:money}")
PHRASE(MAJORITY, "more than {strict:share} [of {base=VOTE_BASE}]",
       "超过 [{base=VOTE_BASE}] {strict:share}")
PHRASE(MAJORITY, "{share:share} [of {base=VOTE_BASE}]", "[{base=VOTE_BASE}] {share:share}")
PHRASE(GROUP_MAJORITY, "{who=RECIPIENTS} {majority:MAJORITY}", "")
PHRASE(GROUP_MAJORITY, "{name:name} {majority:MAJORITY}", "")
PHRASE(DUES_ITEM, "{who=MEMBER_KIND} {amount:DUES_AMOUNT}", "")
PHRASE(DUES_ITEM, "{who2=lead} {amount:DUES_AMOUNT}", "")
PHRASE(DUES_ITEM, "{who2=others} {amount:DUES_AMOUNT}", "")
PHRASE(DUES_ITEM, "{name:name} {amount:DUES_AMOUNT}", "")
PHRASE(DUES_AMOUNT, "{share:share} of sales [, at least {least:money}] [, at most {most:money}]",
       "销售额 的 {share:share} [, 不低于 {least:money}] [, 不超过 {most:money}]")
PHRASE(DUES_AMOUNT, "{amount:money}", "")
PHRASE(EXPELLED_TERM, "keep no {measure=MEASURE_NAME}", "不得 保留 {measure=MEASURE_NAME}")
PHRASE(EXPELLED_TERM, "keep {share:share} of {measure=MEASURE_NAME}",
       "保留 {measure=MEASURE_NAME} 的 {share:share}")
PHRASE(EXPELLED_TERM, "stay bound to {covenant:pname}", "仍受 {covenant:pname} 约束")
PHRASE(EXPELLED_TERM, "licences granted {go=go} on", "已授 许可 {go=继续有效}")
PHRASE(EXPELLED_TERM, "return {back=GRANTS_BACK} grants", "退回 {back=GRANTS_BACK} 财政资助")
PHRASE(FACT, "covenant {covenant:word}", "")
PHRASE(FACT, "decision on ({matter=MATTER} | {subject:name})",
       "({matter=MATTER} | {subject:name}) 决议")
PHRASE(FACT, "{what:word}", "")

/* ---- the whole text ---- */
FORM(LANGUAGE, TOP, NONE, "language {number:integer}", "")
FORM(INCLUDE, TOP, NONE, "include {text:text}", "")
FORM(ALLIANCE, TOP, ALLIANCE, "alliance {name:pnew} {text:text}", "")
FORM(ARTICLE, TOP, ARTICLE, "article {number:integer} {text:text} [zh {zh:text}]",
     "{number:article} {text:text} [中文名 {zh:text}]")

/* ---- head of the alliance ---- */
FORM(A_ZH, ALLIANCE, NONE, "zh {text:text}", "")
FORM(A_FOUNDED, ALLIANCE, NONE, "founded {date:date}", "")
FORM(A_TERM, ALLIANCE, NONE, "term {duration:duration}", "")
FORM(A_CURRENCY, ALLIANCE, NONE, "currency {currency:currency}", "")
FORM(A_FORM, ALLIANCE, NONE, "form {form=LEGAL_FORM}", "")
FORM(A_LIABLE, ALLIANCE, NONE, "liable {party:name}", "")
FORM(A_SETTLES, ALLIANCE, NONE, "settles {frequency=FREQUENCY}",
     "结算周期 {frequency=FREQUENCY_ZH}")
FORM(A_GOAL, ALLIANCE, WORDS, "goal {name:pnew} {text:text} [by/date {date:date}]",
     "目标 {name:pnew} {text:text} [于 {date:date} 前]")
FORM(WORDS_ZH, WORDS, NONE, "zh {text:text}", "")
FORM(A_ROUNDING, ALLIANCE, NONE,
     "rounding ({cumulative=cumulative} {number:integer} | "
     "{split=per} split)",
     "舍入 ({cumulative=累积} {number:integer} | {split=逐次})")

/* ---- members ---- */
FORM(PARTY, ARTICLE, PARTY, "party {name:new} {kind=MEMBER_KIND} {text:text} [{lead=lead}]", "")
FORM(P_ZH, PARTY, NONE, "zh {text:text}", "")
FORM(P_REGISTERED, PARTY, NONE, "registered {text:text}", "")
FORM(P_SIGNS, PARTY, NONE, "signs {text:text} [zh {zh:text}]", "")
FORM(GROUP, ARTICLE, GROUP, "group {name:new} of {members:name,} [{one=counts} as one]",
     "集团 {name:new} 由 {members:name,} 组成 [{one=合并计算}]")
FORM(G_ONE, GROUP, NONE, "{one=counts} as one", "{one=合并计算}")
FORM(STAKES, ARTICLE, SHARES,
     "stakes {name:pnew} [{parts=in} parts | {normalised=normalised}] [zh {zh:text}]",
     "份额表 {name:pnew} [{parts=按份} | {normalised=归一化}] [中文名 {zh:text}]")
FORM(SHARE_LINE, SHARES, NONE, "({grant=grant} | {name:name}) {share:part}", "")

/* ---- decisions ---- */
FORM(BODY, ARTICLE, BODY, "body {name:new} {kind=BODY_KIND} [{text:text}]", "")
FORM(B_SEATS, BODY, NONE,
     "seats ({every=one} each member | {kind2=one} each {kind=MEMBER_KIND} | "
     "{members:name,})",
     "席位 ({every=一方一席} | {every=每方} 一席 | {kind2=每家} {kind=MEMBER_KIND} 一席 | "
     "{members:name,})")
FORM(B_VOTES, BODY, NONE,
     "votes ({every=one} each | {amount:integer} per {per:money} of dues | "
     "by/basis {measure:MEASURE} [, at most {cap:share} each])",
     "表决权 ({every=一方一票} | {every=一人一票} | 会费 每满 {per:money} 计 {amount:integer} 票 | "
     "按 {measure:MEASURE} 比例 [, 每方 ~ 不超过 {cap:share}])")
FORM(B_QUORUM, BODY, NONE, "quorum {majority:MAJORITY}", "")
FORM(B_PASS, BODY, NONE, "pass {majority:MAJORITY}", "")
FORM(B_HOSTED, BODY, NONE, "hosted by/doer {party:name}", "依托 {party:name}")
FORM(B_ZH, BODY, NONE, "zh {text:text}", "")
FORM(DECIDE, ARTICLE, NONE,
     "decide ({matter=MATTER} | {name:name}) by/doer {body:name} "
     "[{majority:MAJORITY}] [and {groups:GROUP_MAJORITY,}]",
     "决议 ({matter=MATTER} | {name:name}) 由 {body:name} [{majority:MAJORITY}] "
     "[且 {groups:GROUP_MAJORITY,}]")
FORM(VETO_RIGHT, ARTICLE, NONE,
     "veto in {body:name} by/doer {to:RECIPIENT,} within "
     "{duration:duration}",
     "否决 {body:name} 由 {to:RECIPIENT,} 于 {duration:duration} ~ 内 提出")

/* ---- capital ---- */
FORM(PLEDGES, ARTICLE, PLEDGE, "{party:name} pledges {amount:money} [due {date:date}]",
     "{party:name} 认缴 {amount:money} [于 {date:date} (到期 | 前 ~ 缴付)]")
FORM(TRANCHE, PLEDGE, NONE, "{share:share} due {date:date}",
     "{share:share} 于 {date:date} (到期 | 前 ~ 缴付)")
FORM(IN_KIND_COUNTS, ARTICLE, NONE,
     "in kind counts {share:share} "
     "[, at most {cap:share} of a/name pledge]",
     "实物出资 按 {share:share} 计 [, 不超过 认缴额 ~ 的 {cap:share}]")
FORM(DUES, ARTICLE, NONE, "dues yearly {items:DUES_ITEM;} due {day:monthday}",
     "会费 每年 {items:DUES_ITEM;} 于 {day:monthday} 到期")
FORM(ARREARS, ARTICLE, ARREARS, "arrears", "")
FORM(R_BEAR, ARREARS, NONE,
     "bear {share:share} ({every=yearly} | daily) [after {duration:duration}]",
     "[{duration:duration} ~ 后] ({every=每年} | 每日) ~ 计收 {share:share}")
FORM(R_NOTICE, ARREARS, NONE, "notice after {duration:duration}", "{duration:duration} ~ 后 催告")
FORM(R_NO_VOTE, ARREARS, NONE, "no vote after {duration:duration}",
     "{duration:duration} ~ 后 停止 ~ 表决")
FORM(R_DILUTE, ARREARS, NONE, "dilute {share:share} after {duration:duration}",
     "{duration:duration} ~ 后 稀释 {share:share}")
FORM(R_FORFEIT, ARREARS, NONE, "forfeit after {duration:duration}", "{duration:duration} ~ 后 失权")
FORM(R_FORCED_SALE, ARREARS, NONE, "forced sale after {duration:duration}",
     "{duration:duration} ~ 后 强制 ~ 转让")
FORM(R_OUT, ARREARS, NONE, "out after {duration:duration} [{leaving=as} leaving]",
     "{duration:duration} ~ 后 丧失成员资格 [{leaving=视同} ~ 退出]")
FORM(R_COVERED, ARREARS, NONE,
     "covered by/doer others by/basis {measure:MEASURE} "
     "after {duration:duration}",
     "{duration:duration} ~ 后 由 其他各方 按 {measure:MEASURE} 比例 垫付")
FORM(FUND, ARTICLE, FUND, "fund {name:pnew} {text:text}", "")
FORM(F_TARGET, FUND, NONE, "target {amount:money}", "")
FORM(F_ZH, FUND, NONE, "zh {text:text}", "")
FORM(GRANTS_RESTRICTED, ARTICLE, GRANTS,
     "grants are restricted "
     "[, at most {cap:share} of all money in]",
     "财政资助 专款专用 [, 不超过 到账资金 ~ 的 {cap:share}]")
FORM(ELIGIBLE, GRANTS, NONE, "eligible {category:word,}", "可列支 {category:word,}")

/* ---- projects ---- */
FORM(PROJECT, ARTICLE, PROJECT, "project {name:pnew} {text:text} [{kind=PROJECT_KIND}]", "")
FORM(J_LEAD, PROJECT, NONE, "lead {party:name}", "")
FORM(J_BUDGET, PROJECT, NONE, "budget {amount:money} [, {share:share} at start]",
     "预算 {amount:money} [, 启动 ~ 时 {share:share}]")
FORM(J_FUNDED, PROJECT, NONE, "funded {shares:FUNDED_SHARE,}", "")
FORM(J_WORK, PROJECT, NONE, "work {shares:NAMED_SHARE,}", "")
FORM(J_MILESTONE, PROJECT, NONE,
     "milestone {name:pnew} by/date {date:date} "
     "[releases {share:share}] [zh {zh:text}]",
     "里程碑 {name:pnew} 于 {date:date} 前 [释放 {share:share}] [中文名 {zh:text}]")
FORM(J_LATE_JOINER, PROJECT, NONE, "late joiner pays {share:share}", "后加入者 补缴 {share:share}")
FORM(J_DECLINER, PROJECT, NONE, "decliner excluded until {share:share} of cost repaid",
     "不参加者 不参与 ~ 分配 直至 ~ 成本 ~ 的 {share:share} 收回")
FORM(J_ZH, PROJECT, NONE, "zh {text:text}", "")

/* ---- results ---- */
FORM(RESULTS_OWNED, ARTICLE, NONE,
     "results of ({every=projects} | project {project:pname}) owned "
     "by/doer ({alliance=alliance} | {owners:NAMED_SHARE,} | {to:RECIPIENT,} [{basis:BASIS}])",
     "({every=各项目} | 项目 {project:pname}) ~ 成果 所有权归 "
     "({alliance=联盟} | {owners:NAMED_SHARE,} | {to:RECIPIENT,} [{basis:BASIS}])")
FORM(USE_RIGHT, ARTICLE, NONE,
     "({what=background} | {to:RECIPIENT,}) use {terms=USE_TERMS} "
     "for {purpose=PURPOSE}",
     "({what=背景技术} | {to:RECIPIENT,}) 为 ~ {purpose=PURPOSE} {terms=USE_TERMS} ~ 使用")
FORM(PUBLICATION, ARTICLE, NONE,
     "publication notice {duration:duration} "
     "[, objection {objection:duration}] [, delay at most {delay:duration}]",
     "发表 提前 {duration:duration} ~ 通知 [, 异议期 {objection:duration}] "
     "[, 推迟 不超过 {delay:duration}]")
FORM(FIRST_REFUSAL, ARTICLE, NONE, "first refusal {duration:duration}",
     "优先购买权 {duration:duration}")
FORM(UNUSED_RETURNS, ARTICLE, NONE, "unused {duration:duration} returns to {to:RECIPIENT,}",
     "未实施 ~ 满 {duration:duration} 归还 {to:RECIPIENT,}")
FORM(GOVERNMENT_DIFFUSE, ARTICLE, NONE, "government funded diffuse within {duration:duration}",
     "政府资助成果 于 {duration:duration} ~ 内 ~ 扩散")

/* ---- benefit ---- */
FORM(SHARE, ARTICLE, TIERS, "share {class=CLASS} [{income=income}] [{scope:SCOPE}]",
     "分配 [{scope:SCOPE}] {class=CLASS} [~ {income=收入}]")
FORM(TIER, TIERS, TIERS, "{amount:TIER_AMOUNT} [to {to:RECIPIENT,} [{basis:BASIS}]]", "")
FORM(WHILE, TIERS, TIERS, "while {measure:MEASURE} under {limit:money}",
     "当 {measure:MEASURE} 低于 {limit:money} 时")
FORM(CLAWBACK, TIERS, NONE,
     "at dissolution {party:name} returns what exceeds {share:share} of "
     "profit",
     "解散 ~ 时 {party:name} 归还 超过 ~ 利润 {share:share} 的 ~ 部分")

/* ---- risk ---- */
FORM(BEAR, ARTICLE, BEARERS, "bear {loss=LOSS_KIND} [{scope:SCOPE}]",
     "分担 [{scope:SCOPE}] {loss=LOSS_KIND}")
FORM(BEARER, BEARERS, BEARERS,
     "([{amount:TIER_AMOUNT}] (from fund {fund:pname} | [{basis:BASIS}] from {to:RECIPIENT,}) "
     "[, at most {each:EACH_CAP}] | {amount:TIER_AMOUNT})",
     "([{amount:TIER_AMOUNT}] (从 基金 {fund:pname} | 由 {to:RECIPIENT,} [{basis:BASIS}]) "
     "[, 每方 ~ 不超过 {each:EACH_CAP}] | {amount:TIER_AMOUNT})")
FORM(CAP_LIFTED, ARTICLE, NONE, "liability cap lifted by/cause {causes=CAUSE,}",
     "赔偿责任 ~ 上限 因 {causes=CAUSE,} 取消")
FORM(FAILURE_NOTICE, ARTICLE, NONE, "failure notice {duration:duration}",
     "失败 于 {duration:duration} ~ 内 ~ 通知")

/* ---- leaving ---- */
FORM(LEAVE, ARTICLE, NONE,
     "leave on {duration:duration} notice "
     "[, buy out {share:share} of {measure=MEASURE_NAME}] [, return {back=GRANTS_BACK} grants]",
     "退出 提前 {duration:duration} ~ 通知 [, 回购 ~ {measure=MEASURE_NAME} ~ 的 {share:share}] "
     "[, 退回 ~ {back=GRANTS_BACK} ~ 财政资助]")
FORM(EXPELLED, ARTICLE, NONE, "expelled {terms:EXPELLED_TERM;}", "")
FORM(DISSOLVE, ARTICLE, WATERFALL, "dissolve", "")
FORM(W_DEBTS, WATERFALL, NONE, "debts first", "先清偿 ~ 债务")
FORM(W_GRANTS, WATERFALL, NONE, "unspent grants to who gave them", "未用 ~ 财政资助 退回 资助方")
FORM(W_TIER, WATERFALL, TIERS, "{amount:TIER_AMOUNT} [to {to:RECIPIENT,} [{basis:BASIS}]]", "")
FORM(DISPUTE, ARTICLE, WORDS, "dispute ({arbitration=arbitration} | {court=court}) {text:text}", "")
FORM(COVENANT, ARTICLE, WORDS, "covenant {name:pnew} {text:text}", "")

/* ---- annexes ---- */
FORM(GAME, ARTICLE, GAME, "game {name:pnew} of {members:name,} [{cost=in} cost]",
     "博弈 {name:pnew} 由 {members:name,} 参与 [{cost=成本口径}]")
FORM(GAME_WEIGHTS, GAME, NONE, "weights {shares:NAMED_PART,}", "")
FORM(GAME_UNIONS, GAME, NONE, "unions {groups:name,}", "")
FORM(WORTH, GAME, NONE, "({all=all} | {members:names}) {worth:number}", "")
FORM(EXAMPLE, ARTICLE, EXAMPLE, "example {text:text}", "")
FORM(X_ZH, EXAMPLE, NONE, "zh {text:text}", "")
FORM(GIVEN, EXAMPLE, DATED, "given", "")
FORM(EXPECT, EXAMPLE, EXPECT, "expect", "")
FORM(EXPECT_FUND, EXPECT, NONE, "fund {fund:pname} {amount:money}", "")
FORM(EXPECT_REST, EXPECT, NONE, "{rest_figure=REST_FIGURE} {amount:money}", "")
FORM(EXPECT_PARTY, EXPECT, NONE, "{party:name} [{figure=FIGURE}] {amount:money}", "")
FORM(ALWAYS, ARTICLE, NONE,
     "always (fund {fund:pname} | {cash=cash}) "
     "(at least {least:money} | at most {most:money})",
     "始终 (基金 {fund:pname} | {cash=现金}) (不低于 {least:money} | 不超过 {most:money})")
FORM(RULE, ARTICLE, RULE, "rule {name:pnew} {text:text} {strength=STRENGTH}", "")
FORM(RULE_TOP, TOP, RULE, "rule {name:pnew} {text:text} {strength=STRENGTH}", "")
FORM(RULE_ZH, RULE, NONE, "zh {text:text}", "")
FORM(RULE_ONE_OF, RULE, NONE, "alliance has one of {facts:FACT,}", "联盟 有 以下之一 {facts:FACT,}")
FORM(RULE_HAS, RULE, NONE,
     "alliance has [(at least {least:part} | more than {strict:part} | at most {most:part})] "
     "{fact:FACT}",
     "联盟 有 [(不少于 {least:part} | 超过 {strict:part} | 不超过 {most:part})] {fact:FACT}")
FORM(RULE_EVERY, RULE, NONE, "every {thing=RULE_THING} has {fact:FACT}",
     "每个 {thing=RULE_THING} 有 {fact:FACT}")
FORM(RULE_ONLY, RULE, NONE, "only where alliance has {fact:FACT}", "仅当 联盟 有 {fact:FACT}")
FORM(RULE_BECAUSE, RULE, NONE, "because {text:text}", "")

/* ---- entries ---- */
FORM(SIGN, DATED, NONE, "sign {party:name} {text:text}", "")
FORM(APPOINT, DATED, NONE,
     "appoint {text:text} [of {party:name}] to {body:name} "
     "< [until {date:date}] [as {role:word}] >",
     "任命 {text:text} [由 {party:name} 委派] 加入 {body:name} < [任期 ~ 至 {date:date}] "
     "[担任 {role:word}] >")
FORM(BACKGROUND, DATED, NONE,
     "background {name:new} {kind=RESULT_KIND} {text:text} "
     "of {owners:MAYBE_SHARE,} [for {project:pname}]",
     "背景技术 {name:new} {kind=RESULT_KIND} {text:text} 属于 {owners:MAYBE_SHARE,} "
     "[用于 {project:pname}]")
FORM(PAYS, DATED, NONE, "{party:name} pays {amount:money} {nature=NATURE} [for {project:pname}]",
     "{party:name} 实缴 {amount:money} {nature==capital} [用于 {project:pname}] || "
     "{party:name} 缴付 {amount:money} {nature=NATURE_ZH} [用于 {project:pname}]")
FORM(GIVES, DATED, NONE, "{party:name} gives {amount:money} {kind=IN_KIND} [for {project:pname}]",
     "")
FORM(GIVES_NOTICE, DATED, NONE, "{party:name} gives notice", "{party:name} 通知 退出")
FORM(GRANT, DATED, NONE,
     "grant {amount:money} from ({payer:pname} | {payer_text:text}) [for {project:pname}]",
     "财政资助 {amount:money} 来自 ({payer:pname} | {payer_text:text}) [用于 {project:pname}]")
FORM(CALL, DATED, NONE,
     "call {amount:money} < [by/basis (stake of {stakes:pname} | "
     "{measure=MEASURE_NAME})] [for {project:pname}] [over {from:date} to {to:date}] "
     "[due {due:date}] >",
     "催缴 {amount:money} < [按 ({stakes:pname} 份额 | {measure=MEASURE_NAME}) ~ 比例] "
     "[用于 {project:pname}] [期间 {from:date} 至 {to:date}] [于 {due:date} 到期] >")
FORM(BUDGET, DATED, HEADS, "budget {number:integer}", "")
FORM(HEAD_LINE, HEADS, NONE, "{category:word} {amount:money}", "")
FORM(SUPPLEMENT, DATED, NONE, "supplement {amount:money} for {project:pname}",
     "追加预算 {amount:money} 用于 {project:pname}")
FORM(DECLINES, DATED, NONE, "{party:name} declines {project:pname}", "")
FORM(START, DATED, NONE, "start {project:pname}", "")
FORM(SPEND, DATED, NONE,
     "spend {amount:money} {category:word} < [for {project:pname}] "
     "[from (fund {fund:pname} | {grant=grant})] >",
     "支出 {amount:money} {category:word} < [用于 {project:pname}] "
     "[从 (基金 {fund:pname} | {grant=财政资助})] >")
FORM(SPENDS, DATED, NONE,
     "{party:name} spends {amount:money} {category:word} "
     "[for {project:pname}]",
     "")
FORM(WORK, DATED, NONE, "work {party:name} {months:number} months on {project:pname}",
     "研发 {party:name} {months:number} 人月 用于 {project:pname}")
FORM(MILESTONE, DATED, NONE, "milestone {path:path} {state=MILESTONE_STATE}", "")
FORM(RESULT, DATED, NONE,
     "result {name:new} {kind=RESULT_KIND} {text:text} "
     "[from {project:pname}] [by/doer {makers:MAYBE_SHARE,}]",
     "成果 {name:new} {kind=RESULT_KIND} {text:text} [来自 {project:pname}] "
     "[由 {makers:MAYBE_SHARE,} 完成]")
FORM(FILE, DATED, NONE, "{event=FILING} {result:name} [{text:text}]", "")
FORM(LICENSE, DATED, LICENCE,
     "license/verb {name:new} of {results:MAYBE_SHARE,} "
     "to ({licensee:pname} | {licensee_text:text}) [{exclusivity=EXCLUSIVITY}] "
     "< [in {field:text}] [territory {territory:text}] [until {date:date}] [under {under:name}] >",
     "许可 {name:new} 标的 {results:MAYBE_SHARE,} 授予 ({licensee:pname} | {licensee_text:text}) "
     "[{exclusivity=EXCLUSIVITY}] < [领域 {field:text}] [地域 {territory:text}] "
     "[期限 ~ 至 {date:date}] [依据 {under:name}] >")
FORM(L_FEE, LICENCE, NONE, "fee {amount:money} [due {date:date}]",
     "入门费 {amount:money} [于 {date:date} 到期]")
FORM(L_ROYALTY, LICENCE, NONE,
     "royalty {share:share} of sales [up to {limit:money} in all] "
     "[, at least {least:money} yearly]",
     "提成 销售额 ~ 的 {share:share} [累计 不超过 {limit:money}] [, 每年 ~ 不低于 {least:money}]")
FORM(L_DEDUCT, LICENCE, NONE,
     "deduct {share:share} of other royalties [, at most {cap:share} of royalty] "
     "[, {carried=carried} forward]",
     "扣除 另付提成 ~ 的 {share:share} [, 不超过 提成 ~ 的 {cap:share}] [, {carried=余额结转}]")
FORM(L_CAP, LICENCE, NONE,
     "all royalties at most {cap:share} of sales [, own at least {share:share}]",
     "提成合计 不超过 销售额 ~ 的 {cap:share} [, 本许可 不低于 {share:share}]")
FORM(L_SUBLICENCES, LICENCE, NONE, "sublicences allowed", "允许再许可")
FORM(INCOME, DATED, NONE,
     "income {amount:money} from ({payer:pname} | {payer_text:text}) < [class {class=CLASS}] "
     "[of {of:pname}] [for {project:pname}] [over {from:date} to {to:date}] >",
     "收入 {amount:money} 来自 ({payer:pname} | {payer_text:text}) < [类别 {class=CLASS}] "
     "[属于 {of:pname}] [用于 {project:pname}] [期间 {from:date} 至 {to:date}] >")
FORM(DELIVER, DATED, NONE, "deliver {result:name} to {party:name} [{text:text}]",
     "交付 {result:name} 给 {party:name} [{text:text}]")
FORM(DELIVERED, DATED, NONE,
     "{event=DELIVERY} {result:name} (by/doer | to) {party:name} [{text:text}]",
     "{event=DELIVERY} {result:name} 由 {party:name} [{text:text}]")
FORM(REFUND, DATED, NONE, "refund {amount:money} to ({payer:pname} | {payer_text:text})",
     "退款 {amount:money} 给 ({payer:pname} | {payer_text:text})")
FORM(REPAY, DATED, NONE, "repay {party:name} {amount:money} loan", "")
FORM(RETURN_GRANT, DATED, NONE,
     "return {amount:money} grant to ({payer:pname} | {payer_text:text})",
     "退回 {amount:money} 财政资助 给 ({payer:pname} | {payer_text:text})")
FORM(DIFFUSION, DATED, NONE,
     "{event=DIFFUSION} {result:name} [by/doer ({by:name} | {by_text:text})] [{text:text}]",
     "{event=DIFFUSION_ZH} {result:name} [由 ({by:name} | {by_text:text})] [{text:text}]")
FORM(ANNOUNCE, DATED, NONE, "{party:name} announces {result:name}",
     "{party:name} 预告发表 {result:name}")
FORM(OBJECT, DATED, NONE, "{party:name} objects to {result:name}",
     "{party:name} 不同意发表 {result:name}")
FORM(OFFER, DATED, NONE,
     "{party:name} offers {result:name} to ({buyer:pname} | {buyer_text:text}) "
     "[at {amount:money}]",
     "{party:name} 拟转让 {result:name} 给 ({buyer:pname} | {buyer_text:text}) "
     "[价款 {amount:money}]")
FORM(STAKE_OFFER, DATED, NONE,
     "{party:name} offers ({amount:money} {capital=capital} | {share:share} stake of "
     "{stakes:pname}) to ({buyer:pname} | {buyer_text:text}) [at {price:money}]",
     "{party:name} 拟转让 ({capital=出资额} {amount:money} | {stakes:pname} 份额 {share:share}) "
     "给 ({buyer:pname} | {buyer_text:text}) [价款 {price:money}]")
FORM(OFFER_ANSWER, DATED, NONE, "{party:name} {event=OFFER_ANSWER} {ref:ref}",
     "{party:name} {event=OFFER_ANSWER_ZH} {ref:ref}")
FORM(WAIVE, DATED, NONE, "{party:name} waives {result:name}",
     "{party:name} 放弃优先购买 {result:name}")
FORM(MOTION, DATED, NONE,
     "motion {name:new} {text:text} to {body:name} "
     "on ({matter=MATTER} | {subject:name}) [of {party:name}] [by/date {date:date}]",
     "议案 {name:new} {text:text} 提交 {body:name} 事由 ({matter=MATTER} | {subject:name}) "
     "[涉及 {party:name}] [于 {date:date} 前]")
FORM(VOTE, DATED, NONE, "vote {name:name} {party:name} {ballot=BALLOT} [for {proxy:name}]",
     "表决 {name:name} {party:name} {ballot=BALLOT} [代 {proxy:name}]")
FORM(MEETING, DATED, NONE, "meeting {body:name} {members:name,}",
     "会议 {body:name} 出席 {members:name,}")
FORM(DECIDE_MOTION, DATED, NONE, "decide {name:name} [{state=MOTION_STATE}]", "")
FORM(VETO, DATED, NONE, "veto {name:name} {party:name} [{text:text}]", "")
FORM(JOIN, DATED, PARTY, "join {name:new} {kind=MEMBER_KIND} {text:text}", "")
FORM(JOINS, DATED, NONE, "{party:name} joins {project:pname} [with {share:share}]",
     "{party:name} 加入 {project:pname} [占 {share:share}]")
FORM(AMEND, DATED, AMEND, "amend", "")
FORM(AMEND_ARTICLE, AMEND, ARTICLE, "article {number:integer} {text:text} [zh {zh:text}]",
     "{number:article} {text:text} [中文名 {zh:text}]")
FORM(STAKES_ENTRY, DATED, SHARES,
     "stakes {name:pname} "
     "[{parts=in} parts | {normalised=normalised} | {none=none}]",
     "份额表 {name:pname} [{parts=按份} | {normalised=归一化} | {none=终止}]")
FORM(LOSS, DATED, NONE,
     "loss {amount:money} [of {of:pname}] [, {insured:money} of it insured] "
     "[, {extra:money} of it by/cause silence of {silent:name}] [{text:text}]",
     "损失 {amount:money} [属于 {of:pname}] [, 其中 {insured:money} 已获 ~ 保险 ~ 赔付] "
     "[, 其中 {extra:money} 因 {silent:name} 未通知 ~ 而 ~ 扩大] [{text:text}]")
FORM(LIABILITY, DATED, NONE,
     "liability {amount:money} to ({payer:pname} | {payer_text:text}) [of {of:pname}] "
     "[, {insured:money} of it insured]",
     "赔偿责任 {amount:money} 对 ({payer:pname} | {payer_text:text}) [属于 {of:pname}] "
     "[, 其中 {insured:money} 已获 ~ 保险 ~ 赔付]")
FORM(WRITE_OFF, DATED, NONE,
     "write off {amount:money} {nature=NATURE} of {party:name} [for {project:pname}]",
     "核销 {party:name} {nature=NATURE_ZH} {amount:money} [用于 {project:pname}]")
FORM(OVERRUN, DATED, NONE, "overrun {amount:money} of {of:pname} [{text:text}]",
     "超支 {amount:money} 属于 {of:pname} [{text:text}]")
FORM(CAUSED, DATED, NONE, "{cause=CAUSE} {party:name} [in {ref:ref}]",
     "{cause=CAUSE} {party:name} [就 {ref:ref}]")
FORM(WARNS, DATED, NONE, "{party:name} warns of failure of {project:pname} [{text:text}]",
     "{party:name} 预警 {project:pname} 失败 [{text:text}]")
FORM(STOP, DATED, NONE, "stop {project:pname} [{state=STOP_STATE}]", "")
FORM(SETTLE, DATED, NONE, "settle", "")
FORM(AGREE, DATED, NONE, "agree {date:date} {party:name}", "")
FORM(DISPUTES, DATED, NONE, "dispute {date:date} {party:name} [{text:text}]",
     "异议 {date:date} {party:name} [{text:text}]")
FORM(PAY, DATED, NONE, "pay {party:name} {amount:money}", "")
FORM(REPORTS, DATED, NONE,
     "{party:name} reports {amount:money} sales [in {field:text}] [territory {territory:text}] "
     "over {from:date} to {to:date} [, other royalties {others:money}]",
     "{party:name} 报告 ~ 销售额 {amount:money} [领域 {field:text}] [地域 {territory:text}] "
     "期间 {from:date} 至 {to:date} [, 另付提成 {others:money}]")
FORM(REDETERMINE, DATED, SHARES,
     "redetermine (stakes {stakes:pname} [{parts=in} parts | "
     "{normalised=normalised}] | funded {project:pname} | {work=work} {project2:pname})",
     "重新核定 (份额表 {stakes:pname} [{parts=按份} | {normalised=归一化}] | "
     "出资比例 {project:pname} | {work=研发} {project2:pname})")
FORM(LEAVES, DATED, NONE, "{party:name} leaves", "")
FORM(EXPEL, DATED, NONE, "expel {party:name}", "")
FORM(TRANSFER, DATED, NONE,
     "transfer ({amount:money} {capital=capital} | {share:share} stake of "
     "{stakes:pname} | {result:name}) from {party:name} to {other:name} [at {price:money}]",
     "转让 ({capital=出资额} {amount:money} | {stakes:pname} 份额 {share:share} | {result:name}) "
     "从 {party:name} 至 {other:name} [价款 {price:money}]")
FORM(APPRAISE, DATED, NONE,
     "appraise {party:name} {number:number} on {score:pname} "
     "[by/doer {body:name}]",
     "评价 {party:name} {number:number} 就 {score:pname} [由 {body:name}]")
FORM(STAFF, DATED, NONE,
     "staff {text:text} ({fulltime=fulltime} | {share:share}) in {body:name} "
     "employed by/doer {party:name} [until {date:date}]",
     "人员 {text:text} ({fulltime=专职} | {share:share}) 任职于 {body:name} 受雇于 {party:name} "
     "[期限 ~ 至 {date:date}]")
FORM(REVERSE, DATED, NONE, "reverse {ref:ref} [{text:text}]", "")
FORM(GOAL_STATE, DATED, NONE, "goal {name:pname} {state=MILESTONE_STATE}", "")
FORM(RENEW, DATED, NONE, "renew {duration:duration}", "")
FORM(DISSOLVE_ENTRY, DATED, NONE, "dissolve", "")

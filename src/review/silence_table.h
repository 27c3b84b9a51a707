/* Where an agreement is silent: one row a subject, in the order of the parts of an agreement.
 *   SILENCE(ID, applies, on, default, law, write, zh on, zh default, zh law, zh write)
 *     applies: a predicate of silence.c: the agreement has the subject, and says nothing of it
 *     on, default, law: "nothing is agreed on ON; what may apply: DEFAULT (LAW)"
 *     write: the term that agrees on it
 * The articles were read, each of them, in the texts in force in April 2025 (github.com/LawRefBook/
 * Laws as of 2025-04-19: Civil Code; Civil Procedure Law of 2023; Patent Law of 2020 and its Rules
 * of 2023; Company Law of 2023). They are defaults that may apply, no verdict: which contract an
 * agreement is taken for, a court decides.
 * No include guard: it is read repeatedly. */
SILENCE(FORM, no_form, "the legal form",
        "the law expects one to be agreed; who shares benefit and risk may be taken for partners",
        "Conversion of Results Law art. 26, Civil Code art. 967", "form contract", "组织形式",
        "法律要求约定；共享利益、共担风险的，可能被认定为合伙",
        "促进科技成果转化法第26条、民法典第967条", "形式 契约型")
SILENCE(TERM, no_term, "how long the alliance lasts",
        "it has no end, and anyone may leave on reasonable notice", "Civil Code art. 976",
        "term 10 years", "期限", "视为不定期，任何一方可在合理期限之前通知后退出", "民法典第976条",
        "期限 10年")
SILENCE(CURRENCY, no_currency, "the currency", "renminbi",
        "Law on the People's Bank of China art. 16", "currency CNY", "币种", "人民币",
        "中国人民银行法第16条", "币种 CNY")
SILENCE(SETTLES, no_settlement, "when accounts are settled",
        "whenever one side asks for it, with the time the other needs", "Civil Code art. 511(4)",
        "settles yearly", "何时结算",
        "债务人可随时履行，债权人可随时请求履行，但应给对方必要的准备时间", "民法典第511条第4项",
        "结算周期 每年")
SILENCE(GOALS, no_goal, "what is to be reached",
        "the law encourages alliances that complement each other, split the work clearly and share "
        "results and risk",
        "Law on Scientific and Technological Progress art. 31", "goal NAME \"…\" by DATE",
        "技术创新目标", "法律鼓励按市场机制组建优势互补、分工明确、成果共享、风险共担的联盟",
        "科学技术进步法第31条", "目标 名称 “…” 于 日期 前")
SILENCE(LIABLE, nobody_liable, "who answers to third parties",
        "all members, jointly and severally; who pays more than its part may claim it back",
        "Civil Code art. 973", "liable NAME", "对外责任主体",
        "全体成员承担连带责任，超过应担份额清偿的可向其他成员追偿", "民法典第973条",
        "对外责任主体 名称")
SILENCE(SIGNATORY, no_signatory, "who signs for each member", "its legal representative",
        "Civil Code art. 61", "signs \"legal representative\", below the member",
        "由谁代表各成员签署", "其法定代表人", "民法典第61条", "签字身份 “法定代表人”，写在成员之下")
SILENCE(DECISIONS, nobody_decides, "how the members decide", "by the consent of all",
        "Civil Code art. 970", "decide amendment by BODY 2/3 of all", "如何决议",
        "须经全体成员一致同意", "民法典第970条", "决议 修订 由 机构 全部 2/3")
SILENCE(AMENDMENT, nobody_amends, "who decides on an amendment", "the consent of all",
        "Civil Code art. 543, 970", "decide amendment by BODY 2/3 of all", "由谁决定修订协议",
        "须经全体成员一致同意", "民法典第543条、第970条", "决议 修订 由 机构 全部 2/3")
SILENCE(VOTES, no_votes, "what a vote in the body that decides is worth",
        "one vote for each partner; among shareholders by what each has put in",
        "Partnership Enterprise Law art. 30, Company Law art. 65", "votes one each, below the body",
        "决议机构的表决权如何计算", "合伙人一人一票；股东按出资比例",
        "合伙企业法第30条、公司法第65条", "表决权 一方一票，写在机构之下")
SILENCE(ADMISSION, nobody_admits, "who admits new members", "the consent of all",
        "Civil Code art. 970, Partnership Enterprise Law art. 43",
        "decide admission by BODY 2/3 of all", "由谁接纳新成员", "须经全体成员一致同意",
        "民法典第970条、合伙企业法第43条", "决议 接纳 由 机构 全部 2/3")
SILENCE(EXPULSION, nobody_expels, "who expels a member",
        "the consent of all others, and only for a cause that the law or the agreement names",
        "Partnership Enterprise Law art. 49", "decide expulsion by BODY 2/3 of all",
        "由谁将成员除名", "须有法定或约定事由，并经其他成员一致同意", "合伙企业法第49条",
        "决议 除名 由 机构 全部 2/3")
SILENCE(RENEWAL, nobody_renews, "who decides to go on behind the term",
        "the consent of all; where all go on and nobody objects, it goes on without an end",
        "Civil Code art. 970, 976", "decide renewal by BODY 3/4 of all", "由谁决定期满续展",
        "须经全体成员一致同意；期满后继续合作且无人异议的，视为不定期", "民法典第970条、第976条",
        "决议 续展 由 机构 全部 3/4")
SILENCE(ENDING, nobody_dissolves, "who decides to end the alliance early", "the consent of all",
        "Civil Code art. 562, Partnership Enterprise Law art. 85",
        "decide dissolution by BODY 3/4 of all", "由谁决定提前解散", "须经全体成员一致同意",
        "民法典第562条、合伙企业法第85条", "决议 解散 由 机构 全部 3/4")
SILENCE(IN_KIND, no_in_kind, "what a contribution in kind counts",
        "what all agree, or an appraiser whom they name finds",
        "Partnership Enterprise Law art. 16", "in kind counts 80%", "实物等出资如何作价",
        "由全体成员协商确定，或共同委托评估", "合伙企业法第16条", "实物出资 按 80% 计")
SILENCE(TECHNOLOGY, no_technology, "who owns technology that is given as capital",
        "the company or partnership it is given to",
        "Interpretation on Technology Contracts art. 16", "covenant technology \"…\"",
        "以技术成果出资后的权属", "一般归接受出资的企业享有", "技术合同司法解释第16条",
        "约定 技术出资 “…”")
SILENCE(ARREARS, no_arrears, "what follows where a member does not pay",
        "damages; where a main duty is not done within 30 days of a demand, the others may rescind",
        "Civil Code art. 577, Interpretation on Technology Contracts art. 15",
        "arrears, and below it: notice after 30 days", "成员欠缴的后果",
        "赔偿损失；主要义务经催告后30日内仍未履行的，他方可解除合同",
        "民法典第577条、技术合同司法解释第15条", "欠缴，并在其下写：30日后 催告")
SILENCE(TRANSFER, free_transfer, "the transfer of a member's share to an outsider",
        "the consent of all others", "Civil Code art. 974", "decide transfer by BODY",
        "向成员以外的人转让份额", "须经其他成员一致同意", "民法典第974条", "决议 转让 由 机构")
SILENCE(EXPELLED, no_expelled, "what a member that is expelled keeps",
        "its share, as the property stands on that day, less the damage it answers for",
        "Partnership Enterprise Law art. 51", "expelled keep no capital", "被除名成员的财产",
        "按当时财产状况结算，退还其财产份额，扣减其应赔偿的损失", "合伙企业法第51条",
        "被除名者 不得保留 出资额")
SILENCE(WORK, no_work, "who does what in each project",
        "the law expects it to be agreed; each takes part in the research as agreed",
        "Conversion of Results Law art. 26, Civil Code art. 855",
        "work NAME 60%, NAME 40%, below the project", "各项目的任务分工",
        "法律要求约定；各方应按约定分工参与研发", "促进科技成果转化法第26条、民法典第855条",
        "研发 甲 60%、乙 40%，写在项目之下")
SILENCE(FUNDING, no_funding, "who pays for each project",
        "each puts in what is agreed; the law expects the input of money to be",
        "Civil Code art. 855, Conversion of Results Law art. 26",
        "funded NAME 60%, NAME 40%, below the project", "各项目由谁出资",
        "各方应按约定投资；法律要求约定资金投入", "民法典第855条、促进科技成果转化法第26条",
        "出资比例 甲 60%、乙 40%，写在项目之下")
SILENCE(LATE_JOINER, no_late_joiner, "what a member pays that joins a project later",
        "what all parties to the project agree", "Civil Code art. 543",
        "late joiner pays 200%, below a project", "后加入项目的成员补缴多少", "由项目各方协商一致",
        "民法典第543条", "后加入者 补缴 200%，写在项目之下")
SILENCE(DECLINER, no_decliner, "what a member gets of a project that it does not join",
        "as negotiated, else by paid-in contribution, else equally", "Civil Code art. 972",
        "decliner excluded until 300% of cost repaid, below a project",
        "不参加项目的成员能否参与其分配",
        "协商；协商不成，按实缴出资比例；无法确定出资比例的，平均", "民法典第972条",
        "不参加者 不参与分配 直至成本的 300% 收回，写在项目之下")
SILENCE(ACCEPTANCE, no_acceptance, "how milestones are accepted",
        "as agreed later, else by the agreement and by usage; quality by the standards of the "
        "state and the trade",
        "Civil Code art. 510, 511(1), 845",
        "decide acceptance by BODY, or: covenant acceptance \"…\"", "里程碑如何验收",
        "可协议补充；不能达成的，按相关条款或交易习惯；质量按国家标准、行业标准",
        "民法典第510条、第511条第1项、第845条", "决议 验收 由 机构，或：约定 验收 “…”")
SILENCE(OWNERSHIP, no_ownership, "who owns the results of each project",
        "who made them; what is made together is owned together, and one owner can stop its filing",
        "Civil Code art. 860, Conversion of Results Law art. 40",
        "results of projects owned by makers by invention", "各项目成果的归属",
        "归完成方；共同完成的由完成方共有，一方不同意即不得申请专利",
        "民法典第860条、促进科技成果转化法第40条", "各项目成果 所有权归 完成方 按发明贡献比例")
SILENCE(FUNDERS, only_pays, "what a member owns that only pays for a project",
        "it is taken to order the work: who develops has the patent, who paid may use it",
        "Civil Code art. 859, Interpretation on Technology Contracts art. 19",
        "results of projects owned by funders by cost", "仅出资成员对成果的权利",
        "视为委托开发：专利权归研发方，出资方可以实施", "民法典第859条、技术合同司法解释第19条",
        "各项目成果 所有权归 出资方 按成本比例")
SILENCE(USE, no_use, "who may use the results in business, and license them",
        "each owner alone; fees for a joint patent are shared, those for know-how are not",
        "Patent Law art. 14, Civil Code art. 861", "members use fairly for business",
        "为经营目的使用和许可成果",
        "各权利人可单独实施和普通许可；共有专利的许可费应分配，技术秘密的不必",
        "专利法第14条、民法典第861条", "全体成员 为经营 合理有偿使用")
SILENCE(RESEARCH, no_research, "the use of results for research",
        "anybody may use a patent for research and experiments; know-how each that made it",
        "Patent Law art. 75(4), Civil Code art. 861", "members use free for research",
        "为研究目的使用成果", "专为科学研究和实验使用专利不视为侵权；技术秘密由各完成方使用",
        "专利法第75条第4项、民法典第861条", "全体成员 为研究 无偿使用")
SILENCE(BACKGROUND, no_background, "the use of what members bring into a project",
        "only with a licence of its owner", "Patent Law art. 11", "background use free for work",
        "背景技术的使用", "须经其权利人许可", "专利法第11条", "背景技术 为研发 无偿使用")
SILENCE(PUBLICATION, no_publication, "the publication of results",
        "each may publish; what is public before its filing is no longer new",
        "Patent Law art. 22, 24", "publication notice 45 days, objection 30 days", "成果的发表",
        "各方均可发表；申请日前公开的，一般丧失新颖性", "专利法第22条、第24条",
        "发表 提前 45日通知，异议期 30日")
SILENCE(REFUSAL, no_refusal, "how long the others may take up what an owner sells",
        "on equal terms within a reasonable time", "Civil Code art. 306, 860",
        "first refusal 45 days", "权利人转让时其他各方行使优先购买权的期限",
        "以同等条件，在合理期限内行使", "民法典第306条、第860条", "优先购买权 45日")
SILENCE(UNUSED, no_unused, "results that nobody uses",
        "they stay with their owner; after three years others may ask for a compulsory licence of "
        "a patent",
        "Patent Law art. 53", "unused 3 years returns to makers", "未实施的成果",
        "仍归权利人；专利授权满三年未实施的，他人可申请强制许可", "专利法第53条",
        "未实施满 3年 归还 完成方")
SILENCE(IMPROVEMENTS, no_improvements, "later improvements",
        "they belong to who makes them, and nobody else shares in them", "Civil Code art. 875",
        "covenant improvements \"…\"", "后续改进", "归完成改进的一方，其他各方无权分享",
        "民法典第875条", "约定 后续改进 “…”")
SILENCE(RESTRICTED, no_restriction, "what grants may be spent on",
        "what the rules of the grant allow; misused money is reclaimed",
        "Law on Scientific and Technological Progress art. 110", "grants are restricted",
        "财政资助可用于何处", "按资助规定使用；挪用、截留的，追回", "科学技术进步法第110条",
        "财政资助 专款专用")
SILENCE(PUBLIC, no_diffusion, "results that a grant pays for",
        "they belong to who did the project; the state may use them in the public interest",
        "Law on Scientific and Technological Progress art. 32",
        "government funded diffuse within 3 years", "财政资助形成的成果",
        "归项目承担者；国家为公共利益可以实施", "科学技术进步法第32条", "政府资助成果 于 3年内扩散")
SILENCE(INCOME, no_income, "how income from the results is shared",
        "as negotiated, else by paid-in contribution, else equally", "Civil Code art. 972",
        "share licence income, and below it: rest to members by capital", "成果收入的分配",
        "协商；协商不成，按实缴出资比例；无法确定出资比例的，平均", "民法典第972条",
        "分配 许可收入，并在其下写：其余 归 全体成员 按出资额比例")
SILENCE(
    REWARDS, no_rewards, "what the people get who made a result, of the share of their unit",
    "by the rule of the unit, else at least 50% of its net income from a licence or transfer; a "
    "state institute or university never less",
    "Conversion of Results Law art. 45", "covenant rewards \"…\"",
    "完成单位所得收益中对完成人员的奖励和报酬",
    "按单位规定；无规定的，不低于许可或转让净收入的50%；国家设立的研发机构、高校不得低于此标准",
    "促进科技成果转化法第45条", "约定 奖酬 “…”")
SILENCE(INVENTORS, no_inventors, "what a unit gives its inventors",
        "within three months of the grant at least 4,000 yuan for an invention, 1,500 for a "
        "utility model or a design",
        "Rules for the Patent Law art. 93", "covenant rewards \"…\"", "发明人、设计人的奖金",
        "自授权公告之日起3个月内，一项发明专利不少于4000元，实用新型或外观设计不少于1500元",
        "专利法实施细则第93条", "约定 奖酬 “…”")
SILENCE(PRICING, no_pricing, "how a state institute or university finds the price of a result",
        "by agreement, which it makes public, by listing or by auction; the income stays with it",
        "Conversion of Results Law art. 18, 43", "covenant pricing \"…\"",
        "国家设立的研发机构、高校如何确定成果价格",
        "通过协议定价（应公示）、挂牌交易或拍卖确定，收入留归本单位",
        "促进科技成果转化法第18条、第43条", "约定 定价 “…”")
SILENCE(SURPLUS, no_surplus, "the surplus", "it is common property, not divided before the end",
        "Civil Code art. 969", "share surplus, and below it: rest to members by capital", "结余",
        "属合伙财产，合同终止前不得请求分割", "民法典第969条",
        "分配 结余，并在其下写：其余 归 全体成员 按出资额比例")
SILENCE(LOSS, no_loss, "who bears the loss of a project",
        "of technical failure, a reasonable part each; else as negotiated, else by paid-in "
        "contribution, else equally",
        "Civil Code art. 858, 972", "bear project loss, and below it: rest by capital from members",
        "项目损失的分担",
        "技术困难所致失败合理分担；其他协商，协商不成按实缴出资比例，无法确定的平均",
        "民法典第858条、第972条", "分担 项目损失，并在其下写：其余 由 全体成员 按出资额比例")
SILENCE(LIABILITY, no_liability, "who of the members bears what is owed to third parties",
        "as losses are; who pays more than its part may claim it back", "Civil Code art. 972, 973",
        "bear liability, and below it: by capital from members",
        "成员内部如何分担对第三人的赔偿责任",
        "按亏损分担的规则；清偿超过应担份额的可向其他成员追偿", "民法典第972条、第973条",
        "分担 赔偿责任，并在其下写：由 全体成员 按出资额比例")
SILENCE(UNLIMITED, unlimited, "who pays what the property of the partnership does not cover",
        "the partners, jointly and without limit",
        "Civil Code art. 104, Partnership Enterprise Law art. 39",
        "bear liability, and below it: by capital from members", "合伙财产不足清偿的部分由谁承担",
        "由各合伙人承担无限连带责任", "民法典第104条、合伙企业法第39条",
        "分担 赔偿责任，并在其下写：由 全体成员 按出资额比例")
SILENCE(CAP_LIFTED, never_lifted,
        "intent and gross negligence, though what members bear has a limit",
        "a limit is void as far as they cause damage", "Civil Code art. 506",
        "liability cap lifted by intent, gross negligence", "故意或者重大过失是否适用责任上限",
        "因故意或者重大过失造成财产损失的免责条款无效", "民法典第506条",
        "赔偿责任上限 因 故意、重大过失 取消")
SILENCE(FAILURE, no_failure_notice, "when to tell that a project is failing",
        "in time, and so that the loss is limited; who does not answers for what it adds",
        "Civil Code art. 858", "failure notice 30 days", "项目可能失败时的通知期",
        "应及时通知并减少损失，否则对扩大的损失负责", "民法典第858条", "失败 于 30日内通知")
SILENCE(LEAVE, no_leave, "leaving before the end",
        "only as all agree, or for a cause that the law names", "Civil Code art. 562, 563",
        "leave on 90 days notice", "期限届满前的退出", "须协商一致，或有法定解除事由",
        "民法典第562条、第563条", "退出 提前 90日通知")
SILENCE(BREACH, no_breach, "what a breach costs, besides late payment",
        "performance, cure or damages, also where it delays joint research; a court may change "
        "what was agreed as damages",
        "Civil Code art. 577, 585, 856", "covenant breach \"…\"", "逾期缴付以外的违约责任",
        "继续履行、采取补救措施或者赔偿损失，致研发停滞、延误的亦同；约定的违约金可由法院调整",
        "民法典第577条、第585条、第856条", "约定 违约责任 “…”")
SILENCE(DISSOLVE, no_dissolution, "what is left at the end",
        "after costs and debts, as negotiated, else by paid-in contribution, else equally",
        "Civil Code art. 978, 972", "dissolve, and below it: debts first", "终止后的剩余财产",
        "支付费用、清偿债务后，协商；协商不成按实缴出资比例，无法确定的平均",
        "民法典第978条、第972条", "解散，并在其下写：先清偿债务")
SILENCE(DEBTS, no_debts, "debts at the end",
        "they are paid before members, behind the cost of winding up", "Civil Code art. 978",
        "debts first, below dissolve", "终止时的债务", "先支付终止费用、清偿债务，再向成员分配",
        "民法典第978条", "先清偿债务，写在“解散”之下")
SILENCE(GRANTS_BACK, no_grants_back, "unspent grants at the end",
        "they follow the rules of the grant; withheld money is reclaimed",
        "Law on Scientific and Technological Progress art. 110",
        "unspent grants to who gave them, below dissolve", "终止时未用的财政资助",
        "按资助规定处理；截留的，追回", "科学技术进步法第110条",
        "未用财政资助 退回 资助方，写在“解散”之下")
SILENCE(LIQUIDATOR, no_liquidator, "who winds the alliance up",
        "all partners, or whom more than half of them name within 15 days",
        "Partnership Enterprise Law art. 86", "covenant liquidation \"…\"", "由谁清算",
        "由全体合伙人担任，或经过半数同意在15日内指定", "合伙企业法第86条", "约定 清算 “…”")
SILENCE(SECRECY, no_secrecy, "secrecy", "the law expects partners to agree on it",
        "Conversion of Results Law art. 41", "covenant secrecy \"…\"", "保密",
        "法律要求合作各方签订保密协议", "促进科技成果转化法第41条", "约定 保密 “…”")
SILENCE(DISPUTE, no_dispute, "where disputes go",
        "to a court: that of the defendant's seat, or of the place of performance",
        "Civil Procedure Law art. 24", "dispute arbitration \"…\", or: dispute court \"…\"",
        "争议解决", "由被告住所地或合同履行地人民法院管辖", "民事诉讼法第24条",
        "争议 仲裁 “…”，或：争议 诉讼 “…”")
SILENCE(FORCE, no_force_majeure, "force majeure",
        "who it stops is excused as far as it reaches, tells the others in time and proves it",
        "Civil Code art. 180, 590", "covenant force-majeure \"…\"", "不可抗力",
        "按其影响部分或全部免责，应及时通知并提供证明", "民法典第180条、第590条",
        "约定 不可抗力 “…”")
SILENCE(LAW, no_law, "the law that governs", "that of China, for what is done in China",
        "Civil Code art. 12", "covenant law \"…\"", "适用法律", "在中国境内的民事活动适用中国法律",
        "民法典第12条", "约定 适用法律 “…”")
SILENCE(NOTICES, no_notices, "how notice is given",
        "in any form; in writing it takes effect when it arrives", "Civil Code art. 137",
        "covenant notices \"…\"", "如何通知与送达", "以非对话方式作出的，到达相对人时生效",
        "民法典第137条", "约定 通知与送达 “…”")
SILENCE(EFFECT, no_effect, "when the agreement takes effect",
        "when all have signed, sealed or put their fingerprint", "Civil Code art. 490, 502",
        "covenant effect \"…\"", "协议何时生效", "自各方均签名、盖章或按指印时成立并生效",
        "民法典第490条、第502条", "约定 生效 “…”")

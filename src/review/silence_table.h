/* Where an agreement is silent: one row a subject, in the order of the parts of an agreement.
 *   SILENCE(ID, applies, on, default, law, write, zh on, zh default, zh law, zh write)
 *     applies: a predicate of silence.c: the agreement has the subject, and says nothing of it
 *     on, default, law: "nothing is agreed on ON; what may apply: DEFAULT (LAW)"
 *     write: the term that agrees on it
 * The articles are those in force in April 2025; Civil Code 543, 562, 563, 577 and Civil Procedure
 * Law 24 are named as they are commonly cited and were not read again for this table. They are
 * defaults that may apply, no verdict: which contract an agreement is taken for, a court decides.
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
SILENCE(LIABLE, nobody_liable, "who answers to third parties",
        "all members, jointly and severally; who pays more than its part may claim it back",
        "Civil Code art. 973", "liable NAME", "对外责任主体",
        "全体成员承担连带责任，超过应担份额清偿的可向其他成员追偿", "民法典第973条",
        "对外责任主体 名称")
SILENCE(DECISIONS, nobody_decides, "how the members decide", "by the consent of all",
        "Civil Code art. 970", "decide amendment by BODY 2/3 of all", "如何决议",
        "须经全体成员一致同意", "民法典第970条", "决议 修订 由 机构 全部 2/3")
SILENCE(AMENDMENT, nobody_amends, "who decides on an amendment", "the consent of all",
        "Civil Code art. 543, 970", "decide amendment by BODY 2/3 of all", "由谁决定修订协议",
        "须经全体成员一致同意", "民法典第543条、第970条", "决议 修订 由 机构 全部 2/3")
SILENCE(ARREARS, no_arrears, "what follows where a member does not pay",
        "damages; where a main duty is not done within 30 days of a demand, the others may rescind",
        "Civil Code art. 577, Interpretation on Technology Contracts art. 15",
        "arrears, and below it: notice after 30 days", "成员欠缴的后果",
        "赔偿损失；主要义务经催告后30日内仍未履行的，他方可解除合同",
        "民法典第577条、技术合同司法解释第15条", "欠缴，并在其下写：30日后 催告")
SILENCE(TRANSFER, free_transfer, "the transfer of a member's share to an outsider",
        "the consent of all others", "Civil Code art. 974", "decide transfer by BODY",
        "向成员以外的人转让份额", "须经其他成员一致同意", "民法典第974条", "决议 转让 由 机构")
SILENCE(WORK, no_work, "who does what in each project",
        "the law expects it to be agreed; each takes part in the research as agreed",
        "Conversion of Results Law art. 26, Civil Code art. 855",
        "work NAME 60%, NAME 40%, below the project", "各项目的任务分工",
        "法律要求约定；各方应按约定分工参与研发", "促进科技成果转化法第26条、民法典第855条",
        "研发 甲 60%、乙 40%，写在项目之下")
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
SILENCE(USE, no_use, "who may use and license the results",
        "each owner alone; fees for a joint patent are shared, those for know-how are not",
        "Patent Law art. 14, Civil Code art. 861", "members use free for research",
        "成果的使用与许可", "各权利人可单独实施和普通许可；共有专利的许可费应分配，技术秘密的不必",
        "专利法第14条、民法典第861条", "全体成员 为研究 无偿使用")
SILENCE(IMPROVEMENTS, no_improvements, "later improvements",
        "they belong to who makes them, and nobody else shares in them", "Civil Code art. 875",
        "covenant improvements \"…\"", "后续改进", "归完成改进的一方，其他各方无权分享",
        "民法典第875条", "约定 后续改进 “…”")
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
SILENCE(FAILURE, no_failure_notice, "when to tell that a project is failing",
        "in time, and so that the loss is limited; who does not answers for what it adds",
        "Civil Code art. 858", "failure notice 30 days", "项目可能失败时的通知期",
        "应及时通知并减少损失，否则对扩大的损失负责", "民法典第858条", "失败 于 30日内通知")
SILENCE(LEAVE, no_leave, "leaving before the end",
        "only as all agree, or for a cause that the law names", "Civil Code art. 562, 563",
        "leave on 90 days notice", "期限届满前的退出", "须协商一致，或有法定解除事由",
        "民法典第562条、第563条", "退出 提前 90日通知")
SILENCE(DISSOLVE, no_dissolution, "what is left at the end",
        "after costs and debts, as negotiated, else by paid-in contribution, else equally",
        "Civil Code art. 978, 972", "dissolve, and below it: debts first", "终止后的剩余财产",
        "支付费用、清偿债务后，协商；协商不成按实缴出资比例，无法确定的平均",
        "民法典第978条、第972条", "解散，并在其下写：先清偿债务")
SILENCE(SECRECY, no_secrecy, "secrecy", "the law expects partners to agree on it",
        "Conversion of Results Law art. 41", "covenant secrecy \"…\"", "保密",
        "法律要求合作各方签订保密协议", "促进科技成果转化法第41条", "约定 保密 “…”")
SILENCE(DISPUTE, no_dispute, "where disputes go",
        "to a court: that of the defendant's seat, or of the place of performance",
        "Civil Procedure Law art. 24", "dispute arbitration \"…\", or: dispute court \"…\"",
        "争议解决", "由被告住所地或合同履行地人民法院管辖", "民事诉讼法第24条",
        "争议 仲裁 “…”，或：争议 诉讼 “…”")

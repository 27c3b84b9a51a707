/* The facts that rules ask for: the vocabulary of rule packs.
 *
 *   FACT(of, "english", "中文", form, find, write, write_zh)
 *     of: whose fact it is, FACT_OF_…: of the alliance (`alliance has X`), or of each member,
 *     project, goal or result (`every project has X`).
 *     form, find: where the fact is that a term stands there, its form and seek_term; else the
 *     function that works it out.
 *     write, write_zh: what to write, so that the fact is there.
 * A fact is a number: how many there are, or a part of a whole; it is there where it is not 0.
 * No include guard: read repeatedly. */

/* the head */
FACT(ALLIANCE, "founding", "成立日", F_A_FOUNDED, seek_term, "founded DATE", "成立 日期")
FACT(ALLIANCE, "years", "运行年数", F_A_FOUNDED, seek_years, "later entries", "其后的记录")
FACT(ALLIANCE, "term", "期限", F_A_TERM, seek_term, "term N years", "期限 N 年")
FACT(ALLIANCE, "form", "组织形式", F_A_FORM, seek_term, "form contract", "形式 契约型")
FACT(ALLIANCE, "liable", "对外责任主体", F_A_LIABLE, seek_term, "liable NAME", "对外责任主体 名称")
FACT(ALLIANCE, "goals", "目标", F_A_GOAL, seek_term, "goal NAME \"…\" by DATE",
     "目标 名称 “…” 于 日期 前")

/* members */
FACT(ALLIANCE, "members", "成员", F_PARTY, seek_members, "party NAME enterprise \"…\"",
     "成员 名称 企业 “…”")
FACT(ALLIANCE, "enterprises", "企业", F_PARTY, seek_enterprises, "party NAME enterprise \"…\"",
     "成员 名称 企业 “…”")
FACT(ALLIANCE, "universities", "高校", F_PARTY, seek_universities, "party NAME university \"…\"",
     "成员 名称 高校 “…”")
FACT(ALLIANCE, "institutes", "科研院所", F_PARTY, seek_institutes, "party NAME institute \"…\"",
     "成员 名称 科研院所 “…”")
FACT(ALLIANCE, "persons", "自然人", F_PARTY, seek_persons, "party NAME person \"…\"",
     "成员 名称 自然人 “…”")
FACT(ALLIANCE, "lead", "牵头单位", F_PARTY, seek_lead, "party NAME enterprise \"…\" lead",
     "成员 名称 企业 “…” 牵头")
FACT(MEMBER, "signature", "签署", F_SIGN, seek_signature, "DATE sign NAME \"…\"",
     "日期 签署 名称 “…”")
FACT(MEMBER, "registration", "登记号", F_P_REGISTERED, seek_part, "registered \"…\"", "登记号 “…”")
FACT(MEMBER, "signatory", "签字身份", F_P_SIGNS, seek_part, "signs \"legal representative\"",
     "签字身份 “法定代表人”")
FACT(MEMBER, "contribution", "投入", F_PLEDGES, seek_contribution,
     "a pledge, or a part in `funded` or `work` of a project",
     "认缴，或在项目的“出资比例”或“研发”中承担一份")
FACT(MEMBER, "task", "任务", F_J_WORK, seek_task,
     "a part in `work` of a project, its lead, or a body to host",
     "在项目的“研发”中承担一份，或牵头项目，或作为机构依托单位")
FACT(MEMBER, "risk", "风险", F_BEAR, seek_risk, "a pledge, a part in `funded`, or a part in `bear`",
     "认缴，或在“出资比例”或“分担”中承担一份")

/* bodies */
FACT(ALLIANCE, "decision-body", "决策机构", F_BODY, seek_decision_body, "body NAME decision",
     "机构 名称 决策")
FACT(ALLIANCE, "advisory-body", "咨询机构", F_BODY, seek_advisory_body, "body NAME advisory",
     "机构 名称 咨询")
FACT(ALLIANCE, "executive-body", "执行机构", F_BODY, seek_executive_body, "body NAME executive",
     "机构 名称 执行")
FACT(ALLIANCE, "supervisory-body", "监督机构", F_BODY, seek_supervisory_body,
     "body NAME supervisory", "机构 名称 监督")
FACT(ALLIANCE, "quorum", "法定人数", F_B_QUORUM, seek_term, "quorum 2/3", "法定人数 2/3")
FACT(ALLIANCE, "majority", "表决规则", F_B_PASS, seek_term, "pass 2/3 of present",
     "通过 出席者 2/3")
FACT(ALLIANCE, "veto", "否决权", F_VETO_RIGHT, seek_term, "veto in BODY by affected within 15 days",
     "否决 机构 由 受影响方 于 15 日 内 提出")
FACT(ALLIANCE, "host", "依托单位", F_B_HOSTED, seek_term, "hosted by NAME", "依托 名称")
FACT(ALLIANCE, "full-time-staff", "专职人员", F_STAFF, seek_staff,
     "DATE staff \"…\" fulltime in BODY employed by NAME",
     "日期 人员 “…” 专职 任职于 机构 受雇于 名称")
FACT(ALLIANCE, "appraisals", "评价", F_APPRAISE, seek_entries, "DATE appraise NAME NUMBER on SCORE",
     "日期 评价 名称 数字 就 评分")
FACT(ALLIANCE, "enterprise-votes", "企业表决权", F_BODY, seek_enterprise_votes,
     "seats and votes of the decision body", "决策机构的席位和表决权")

/* money */
FACT(ALLIANCE, "pledges", "认缴", F_PLEDGES, seek_term, "NAME pledges AMOUNT", "名称 认缴 金额")
FACT(ALLIANCE, "stakes", "份额表", F_STAKES, seek_term, "stakes NAME", "份额表 名称")
FACT(ALLIANCE, "dues", "会费", F_DUES, seek_term, "dues yearly enterprise AMOUNT due 31 January",
     "会费 每年 企业 金额 于 1月31日 到期")
FACT(ALLIANCE, "arrears", "逾期责任", F_ARREARS, seek_term, "arrears", "逾期")
FACT(ALLIANCE, "grants", "财政资助", F_GRANT, seek_grants, "DATE grant AMOUNT from \"…\"",
     "日期 财政资助 金额 来自 “…”")
FACT(ALLIANCE, "restricted-grants", "专款专用", F_GRANTS_RESTRICTED, seek_term,
     "grants are restricted", "财政资助 专款专用")
FACT(ALLIANCE, "own-money", "自有资金", F_PLEDGES, seek_own_money, "pledges of members",
     "成员的认缴")
FACT(ALLIANCE, "enterprise-money", "企业资金", F_PLEDGES, seek_enterprise_money,
     "pledges of enterprises", "企业的认缴")

/* projects and results */
FACT(ALLIANCE, "projects", "项目", F_PROJECT, seek_term, "project NAME \"…\" key",
     "项目 名称 “…” 关键")
FACT(PROJECT, "lead", "牵头单位", F_J_LEAD, seek_part, "lead NAME", "牵头 名称")
FACT(PROJECT, "budget", "预算", F_J_BUDGET, seek_part, "budget AMOUNT", "预算 金额")
FACT(PROJECT, "funding", "出资比例", F_J_FUNDED, seek_part, "funded NAME 60%, NAME 40%",
     "出资比例 名称 60%、名称 40%")
FACT(PROJECT, "work", "研发分工", F_J_WORK, seek_part, "work NAME 60%, NAME 40%",
     "研发 名称 60%、名称 40%")
FACT(PROJECT, "milestones", "里程碑", F_J_MILESTONE, seek_part, "milestone NAME by DATE",
     "里程碑 名称 于 日期 前")
FACT(PROJECT, "ownership", "成果归属", F_RESULTS_OWNED, seek_project_ownership,
     "results of projects owned by makers by invention",
     "各项目成果 所有权归 完成方 按发明贡献比例")
FACT(PROJECT, "use-rights", "使用许可", F_USE_RIGHT, seek_project_licence,
     "members use fairly for business", "全体成员 为经营 合理有偿使用")
FACT(PROJECT, "income-sharing", "收益分配", F_SHARE, seek_project_income, "share licence income",
     "分配 许可 收入")
FACT(GOAL, "deadline", "截止日", F_A_GOAL, seek_deadline, "by DATE", "于 日期 前")
FACT(RESULT, "diffusion", "如期扩散", F_DIFFUSION, seek_diffused, "DATE diffuse RESULT \"…\"",
     "日期 扩散 成果 “…”")
FACT(ALLIANCE, "ownership", "成果归属", F_RESULTS_OWNED, seek_term,
     "results of projects owned by makers by invention",
     "各项目成果 所有权归 完成方 按发明贡献比例")
FACT(ALLIANCE, "use-rights", "使用许可", F_USE_RIGHT, seek_use_right,
     "members use fairly for business", "全体成员 为经营 合理有偿使用")
FACT(ALLIANCE, "background-rights", "背景技术许可", F_USE_RIGHT, seek_background_right,
     "background use free for work", "背景技术 为研发 无偿使用")
FACT(ALLIANCE, "publication", "发表规则", F_PUBLICATION, seek_term,
     "publication notice 45 days, objection 30 days", "发表 提前 45 日 通知、异议期 30 日")
FACT(ALLIANCE, "first-refusal", "优先购买权", F_FIRST_REFUSAL, seek_term, "first refusal 45 days",
     "优先购买权 45 日")
FACT(ALLIANCE, "diffusion", "扩散义务", F_GOVERNMENT_DIFFUSE, seek_term,
     "government funded diffuse within 3 years", "政府资助成果 于 3 年 内 扩散")

/* what was done */
FACT(ALLIANCE, "standards", "标准制定", F_DIFFUSION, seek_standards, "DATE standard RESULT",
     "日期 制定标准 成果")
FACT(ALLIANCE, "trainings", "培训活动", F_DIFFUSION, seek_trainings, "DATE train RESULT",
     "日期 培训 成果")
FACT(ALLIANCE, "transfers", "成果转移", F_DIFFUSION, seek_transfers,
     "DATE license, deliver or adopt RESULT", "日期 许可、交付或采用 成果")

/* benefit, risk, the end */
FACT(ALLIANCE, "income-sharing", "收益分配", F_SHARE, seek_term, "share licence income",
     "分配 许可 收入")
FACT(ALLIANCE, "loss-sharing", "风险分担", F_BEAR, seek_term, "bear project loss", "分担 项目损失")
FACT(ALLIANCE, "liability-cap", "责任上限", F_BEAR, seek_liability_cap,
     "at most 100% of cost each, under `bear liability`",
     "“分担 赔偿责任”下：每方 不超过 成本 的 100%")
FACT(ALLIANCE, "cap-lifted", "上限取消", F_CAP_LIFTED, seek_term,
     "liability cap lifted by intent, gross negligence", "赔偿责任 上限 因 故意、重大过失 取消")
FACT(ALLIANCE, "failure-notice", "失败通知", F_FAILURE_NOTICE, seek_term, "failure notice 30 days",
     "失败 于 30 日 内 通知")
FACT(ALLIANCE, "leaving", "退出条件", F_LEAVE, seek_term, "leave on 90 days notice",
     "退出 提前 90 日 通知")
FACT(ALLIANCE, "expulsion", "除名后果", F_EXPELLED, seek_term, "expelled keep no capital",
     "被除名者 不得保留出资额")
FACT(ALLIANCE, "dissolution", "解散清算", F_DISSOLVE, seek_term, "dissolve", "解散")
FACT(ALLIANCE, "dispute", "争议解决", F_DISPUTE, seek_term, "dispute arbitration \"…\"",
     "争议 仲裁 “…”")

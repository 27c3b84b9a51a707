/* The kinds of duties: one row a kind, from which the finding, the words and the tests are made.
 *
 *   DUTY(ID, "key", "english", "中文", states, find)
 *     key: as in JSON and in the identifiers of calendars, which must stay as they are.
 *     english, 中文: what is to be done; the name of what it is about stands behind it.
 *     states: those a duty of the kind can be in, see MAY_… in settle/due_find.h.
 *     find: void find(struct duties *), which puts in all duties of the kind; a function may find
 *       several kinds, then it stands in the row of the first, and the others have NULL.
 * No include guard: read repeatedly. */
DUTY(TRANCHE, "tranche", "pay capital", "缴付认缴款", MAY_DEFAULT, find_debts)
DUTY(CALL, "call", "pay call", "缴付催缴款", MAY_DEFAULT, NULL)
DUTY(DUES, "dues", "pay dues", "缴付会费", MAY_DEFAULT, NULL)
DUTY(SALES, "sales", "report own sales of", "报告本方销售额，年度", MAY_BE_LATE, find_dues)
DUTY(LOSS, "loss", "pay share of loss", "缴付分担损失", MAY_DEFAULT, NULL)
DUTY(CHARGE, "charge", "pay charge", "缴付利息及费用", MAY_DEFAULT, NULL)
DUTY(PAYOUT, "payout", "pay out what was settled", "支付结算款", MAY_BE_DONE, find_payouts)
DUTY(LOAN, "loan", "repay loan", "归还借款", MAY_BE_DONE, find_loans)
DUTY(MILESTONE, "milestone", "meet milestone", "达成里程碑", MAY_DEFAULT, find_milestones)
DUTY(GOAL, "goal", "meet goal", "达成目标", MAY_DEFAULT, find_goals)
DUTY(SETTLEMENT, "settlement", "settle the period", "办理当期结算", MAY_BE_LATE, find_settlements)
DUTY(FEE, "fee", "pay fee of licence", "缴付许可入门费", MAY_BE_LATE, find_licences)
DUTY(ROYALTY, "royalty", "pay royalty of licence", "缴付许可提成", MAY_BE_LATE, NULL)
DUTY(MINIMUM, "minimum", "pay minimum royalty of licence", "缴付许可最低提成", MAY_BE_LATE, NULL)
DUTY(REPORT, "report", "report sales under licence", "报告许可销售额", MAY_BE_DONE, NULL)
DUTY(LICENCE, "licence", "end of licence", "许可期满", MAY_BE_DONE, NULL)
DUTY(ANNUITY, "annuity", "pay annuity of", "缴纳年费", MAY_BE_DONE, find_results)
DUTY(USE, "use", "put to use", "实施成果", MAY_LAPSE, NULL)
DUTY(DIFFUSION, "diffusion", "diffuse", "扩散成果", MAY_BE_LATE, NULL)
DUTY(PUBLICATION, "publication", "wait before publishing", "发表前等待", MAY_BE_DONE, NULL)
DUTY(OBJECTION, "objection", "object, if at all, to publishing", "如反对，应反对发表", MAY_BE_DONE,
     NULL)
DUTY(REFUSAL, "refusal", "buy, if at all, the offered part of", "如优先购买，应购买拟转让的",
     MAY_BE_DONE, NULL)
DUTY(STAKE_REFUSAL, "stake_refusal", "buy, if at all, the offered stake of",
     "如优先购买，应购买拟转让的份额", MAY_BE_DONE, find_stake_offers)
DUTY(CAPITAL_REFUSAL, "capital_refusal", "buy, if at all, the offered capital",
     "如优先购买，应购买拟转让的出资额", MAY_BE_DONE, NULL)
DUTY(BALLOT, "ballot", "vote on", "表决议案", MAY_BE_DONE, find_ballots)
DUTY(VETO, "veto", "veto, if at all,", "如否决，应否决议案", MAY_BE_DONE, find_vetoes)
DUTY(NOTICE, "notice", "wait before leaving", "等待通知期满后退出", MAY_BE_DONE, find_notices)
DUTY(FAILURE, "failure", "tell of the failure of", "通知项目失败", MAY_BE_LATE, find_failures)
DUTY(GRANT, "grant", "return unspent grant", "退回未用财政资助", MAY_BE_DONE, find_grant_returns)
DUTY(OFFICE, "office", "end of office of", "任期届满", MAY_BE_DONE, find_offices)
DUTY(STAFF, "staff", "end of service of", "任职期满", MAY_BE_DONE, find_staff)
DUTY(TERM, "term", "renew the agreement, or let it end", "续期或任协议期满", MAY_BE_DONE, find_term)

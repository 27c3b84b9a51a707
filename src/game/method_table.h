/* The methods that value a game: METHOD(id, name, en, zh). The function is value_<id>() of
 * methods.c. CLAIMS_RULE(id, name, short, en, zh) divides a pot that is too small; `short` is
 * another name of it, "" where it has none, and the function claims_<id>() of claims.h. No include
 * guard: it is read repeatedly. */
METHOD(shapley, "shapley", "Shapley value", "夏普利值")
METHOD(weighted_shapley, "weighted_shapley", "weighted Shapley value; `weights`",
       "加权夏普利值；须 weights")
METHOD(owen, "owen", "Owen value; `unions`", "欧文值；须 unions")
METHOD(banzhaf_owen, "banzhaf_owen", "Banzhaf–Owen value; `unions`", "班扎夫–欧文值；须 unions")
METHOD(aumann_dreze, "aumann_dreze", "Aumann–Drèze value; `unions`", "奥曼–德雷兹值；须 unions")
METHOD(banzhaf, "banzhaf", "Banzhaf value", "班扎夫值")
METHOD(banzhaf_raw, "banzhaf_raw", "Banzhaf value, not divided by 2^(n−1)",
       "班扎夫值，未除以 2^(n−1)")
METHOD(dividends, "dividends", "Harsanyi dividends of all coalitions", "各联盟的海萨尼红利")
METHOD(utopia, "utopia", "what the others lose without each player", "理想收益")
METHOD(minimal_rights, "minimal_rights", "what each can ask for when others get their utopia",
       "最低权利")
METHOD(tau, "tau", "tau value", "τ 值")
METHOD(gately, "gately", "Gately point", "盖特利点")
METHOD(cis, "cis", "alone, and an equal part of what is left", "单独值加等分剩余（CIS）")
METHOD(ensc, "ensc", "utopia, and an equal part of what is left", "等分不可分剩余（ENSC）")
METHOD(nash, "nash", "Nash bargaining; `disagreement` and `weights` where given",
       "纳什谈判解；可给 disagreement 与 weights")
METHOD(raiffa, "raiffa", "Raiffa solution, of what the others make without each player",
       "雷法解，只看各方缺席时其余各方的所得")
METHOD(nucleolus, "nucleolus", "nucleolus", "核仁")
METHOD(prenucleolus, "prenucleolus", "prenucleolus", "准核仁")
METHOD(per_capita_nucleolus, "per_capita_nucleolus", "nucleolus of excesses by head", "人均核仁")
METHOD(least_core, "least_core", "the least excess that all coalitions can be held to, and a point",
       "最小核：各联盟可达到的最小超出值及一点")
METHOD(core, "core", "whether the core is empty, and a point or the proof", "核心是否为空，及一点")
CLAIMS_RULE(proportional, "proportional", "", "claims: the same part of each", "债权：同一比例")
CLAIMS_RULE(equal_awards, "constrained_equal_awards", "cea",
            "claims: the same amount for each, at most its claim",
            "债权：各方等额受偿，以其债权为限")
CLAIMS_RULE(equal_losses, "constrained_equal_losses", "cel",
            "claims: the same loss for each, at most its claim", "债权：各方等额受损，以其债权为限")
CLAIMS_RULE(talmud, "talmud", "", "claims: equal awards, then equal losses, on half of each",
            "债权：塔木德规则，先等额受偿、后等额受损，各以半数债权为限")
CLAIMS_RULE(adjusted_proportional, "adjusted_proportional", "",
            "claims: what the others concede, then in proportion",
            "债权：先得他方让与部分，余按比例")
CLAIMS_RULE(random_arrival, "random_arrival", "", "claims: the mean over all orders of arrival",
            "债权：各种先后次序的平均")
CLAIMS_RULE(alpha_min, "alpha_min", "",
            "claims: the smallest for all, the rest by what is beyond it",
            "债权：各方先得最小债权额，余按超出部分")

/* Divisions that are compared: FAIR_METHOD(id, name in JSON, en, zh). The first is what the
 * agreement gives. No include guard: it is read repeatedly. */
FAIR_METHOD(AGREEMENT, "agreement", "the agreement", "协议")
FAIR_METHOD(EQUAL, "equal", "equally", "平均")
FAIR_METHOD(BY_CAPITAL, "by_capital", "by capital", "按出资额")
FAIR_METHOD(BY_COST, "by_cost", "by cost", "按成本")
FAIR_METHOD(SHAPLEY, "shapley", "Shapley", "沙普利值")
FAIR_METHOD(TAU, "tau", "tau", "τ值")
FAIR_METHOD(GATELY, "gately", "Gately", "盖特利值")
FAIR_METHOD(NUCLEOLUS, "nucleolus", "nucleolus", "核仁")

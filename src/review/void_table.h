/* Covenants that may be void, by the names a text may give them.
 *   VOID("name|other names", what, zh what, law, zh law)
 *     "the covenant `…` may be void: WHAT (LAW)"
 * The articles were read in the texts in force in April 2025. No include guard: read repeatedly. */
VOID("grant-back|回授", "improvements may not be given back without a price or without return",
     "不得要求无偿或非互惠地提供、转让改进技术",
     "Civil Code art. 850, Interpretation on Technology Contracts art. 10(1)",
     "民法典第850条、技术合同司法解释第10条第1项")
VOID("no-research|限制研发", "nobody may be kept from developing on the basis of the technology",
     "不得限制在标的技术基础上进行新的研究开发",
     "Civil Code art. 850, Interpretation on Technology Contracts art. 10(1)",
     "民法典第850条、技术合同司法解释第10条第1项")
VOID("no-rival-technology|限制其他技术来源",
     "nobody may be kept from technology of others that competes",
     "不得限制从其他来源获得类似或竞争技术",
     "Civil Code art. 850, Interpretation on Technology Contracts art. 10(2)",
     "民法典第850条、技术合同司法解释第10条第2项")
VOID("output|限产|限量", "amount, price and market may not be limited unreasonably",
     "不得明显不合理地限制数量、品种、价格、销售渠道和出口市场",
     "Interpretation on Technology Contracts art. 10(3), Antimonopoly Law art. 17(2)",
     "技术合同司法解释第10条第3项、反垄断法第17条第2项")
VOID("tie-in|搭售", "what the technology does not need may not be made to go with it",
     "不得要求接受非实施技术必不可少的附带条件",
     "Civil Code art. 850, Interpretation on Technology Contracts art. 10(4)",
     "民法典第850条、技术合同司法解释第10条第4项")
VOID("sourcing|采购渠道", "where material and equipment come from may not be limited unreasonably",
     "不得不合理地限制采购渠道或者来源",
     "Civil Code art. 850, Interpretation on Technology Contracts art. 10(5)",
     "民法典第850条、技术合同司法解释第10条第5项")
VOID("no-challenge|不质疑", "nobody may be kept from disputing that a right is valid",
     "不得禁止对知识产权的有效性提出异议",
     "Civil Code art. 850, Interpretation on Technology Contracts art. 10(6)",
     "民法典第850条、技术合同司法解释第10条第6项")
VOID("prices|固定价格|统一价格",
     "competitors may not fix prices; that it serves research may be a ground of exemption",
     "竞争者不得固定或者变更价格；为改进技术、研究开发的可能豁免",
     "Antimonopoly Law art. 17(1), 20", "反垄断法第17条第1项、第20条")
VOID("markets|分割市场",
     "competitors may not divide markets; that it serves research may be a ground of exemption",
     "竞争者不得分割市场；为改进技术、研究开发的可能豁免", "Antimonopoly Law art. 17(3), 20",
     "反垄断法第17条第3项、第20条")
VOID("no-new-technology|限制新技术",
     "competitors may not limit the purchase or development of new technology",
     "竞争者不得限制购买或者开发新技术、新产品", "Antimonopoly Law art. 17(4), 20",
     "反垄断法第17条第4项、第20条")
VOID("boycott|联合抵制", "competitors may not refuse trade together", "竞争者不得联合抵制交易",
     "Antimonopoly Law art. 17(5)", "反垄断法第17条第5项")

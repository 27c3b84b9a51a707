/* Covenants that the official drafting reference, the rule packs or the notes on silence know by
 * name: where in a contract they stand, and how they are headed. Any other covenant stands with the
 * clause before it, under its own name.
 *
 *   COVENANT(ID, "name|other names", PART, "english", "中文")
 *     names: how a text may call it; PART: of report/part_table.h; the heads in both languages
 * No include guard: read repeatedly. */
COVENANT(RECITALS, "recitals|鉴于", RECITALS, "Whereas", "鉴于")
COVENANT(PRINCIPLES, "principles|组建原则|原则", PURPOSE, "Principles", "组建原则")
COVENANT(PURPOSE, "purpose|宗旨", PURPOSE, "Purpose", "宗旨")
COVENANT(TASKS, "tasks|主要任务|任务分工", GOALS, "Main tasks", "主要任务")
COVENANT(DELEGATION, "delegation|授权", BODIES, "Delegation", "授权")
COVENANT(DUTIES, "duties|职责", BODIES, "Duties of the bodies", "机构职责")
COVENANT(REPORTING, "reporting|重大事项报告", BODIES, "Reporting", "重大事项报告")
COVENANT(STANDING, "standing|成员条件", MEMBERS, "Standing of members", "成员条件")
COVENANT(ADMISSION, "admission|入盟", MEMBERS, "Admission", "入盟")
COVENANT(TRANSFER, "transfer|转让", MEMBERS, "Transfer", "转让")
COVENANT(ACCOUNTS, "accounts|经费管理", MONEY, "Accounts", "经费管理")
COVENANT(SUPERVISION, "supervision|经费监督", MONEY, "Supervision of money", "经费监督")
COVENANT(ACCEPTANCE, "acceptance|验收", PROJECTS, "Acceptance", "验收")
COVENANT(EVALUATION, "evaluation|评估", PROJECTS, "Evaluation", "评估")
COVENANT(IMPROVEMENT, "improvement|improvements|后续改进|改进", BENEFIT, "Improvements", "后续改进")
COVENANT(PRICING, "pricing|定价", BENEFIT, "How prices are set", "定价方式")
COVENANT(TECHNOLOGY, "technology|技术出资", BENEFIT, "Technology as capital", "技术出资的权属")
COVENANT(REWARDS, "rewards|reward|奖酬|奖励", BENEFIT, "Rewards", "奖励和报酬")
COVENANT(DIFFUSION, "diffusion|成果扩散", BENEFIT, "Diffusion of results", "成果扩散")
COVENANT(LIQUIDATION, "liquidation|清算", END, "Liquidation", "清算")
COVENANT(BREACH, "breach|违约责任", BREACH, "Breach", "违约责任")
COVENANT(SECRECY, "secrecy|confidentiality|保密", STANDARD, "Confidentiality", "保密")
COVENANT(FORCE_MAJEURE, "force-majeure|不可抗力", STANDARD, "Force majeure", "不可抗力")
COVENANT(LAW, "law|适用法律", STANDARD, "Governing law", "适用法律")
COVENANT(NOTICES, "notices|通知与送达", STANDARD, "Notices", "通知与送达")
COVENANT(EFFECT, "effect|生效", STANDARD, "Coming into effect", "协议的生效")
COVENANT(COPIES, "copies|份数", OTHER, "Copies", "文本与份数")

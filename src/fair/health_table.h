/* The indicators of health: INDICATOR(ID, "key", group, weight, unit, sense, num, den, en, zh,
 * remedy en, remedy zh). Good is a figure of at least, or at most, num/den. Weights are those
 * within the group. No include guard: it is read repeatedly. */
INDICATOR(MEETINGS, "meetings", ACTIVITY, 2, COUNT, AT_LEAST, 1, 1,
          "days in a year on which a body met or decided", "一年内机构开会或决议的日数",
          "call the deciding body, and record who is there: meeting BODY …",
          "召开决策机构会议，并记录到会方：会议 机构 …")
INDICATOR(QUORUM, "quorum", ACTIVITY, 2, PART, AT_LEAST, 4, 5,
          "motions that reached a quorum, of those decided", "达到法定人数的议案占已决议案",
          "put motions when enough members can be there, or vote by writing",
          "在足够成员能到会时表决，或采用书面表决")
INDICATOR(OWN_PROJECTS, "own_projects", ACTIVITY, 2, PART, AT_LEAST, 1, 3,
          "projects without a grant, of those started", "无财政资助的项目占已启动项目",
          "start a project that members pay for", "启动由成员自筹经费的项目")
INDICATOR(OUTLIVES, "outlives_grant", ACTIVITY, 2, PART, AT_LEAST, 1, 2,
          "projects with work a year after their last grant, of those with a grant that old",
          "末笔资助满一年后仍有活动的项目占比",
          "plan and fund what follows the grant before it ends", "在资助结束前安排后续计划和经费")
INDICATOR(GENERIC, "generic", ACTIVITY, 2, PART, AT_LEAST, 1, 5,
          "spending on generic technology, of all spending on projects",
          "共性技术支出占全部项目支出", "start a generic project, or pay for one from a fund",
          "启动共性技术项目，或由基金出资")
INDICATOR(MILESTONES, "milestones", PERFORMANCE, 3, PART, AT_LEAST, 2, 3,
          "milestones met, of those due", "已达成的里程碑占到期里程碑",
          "accept, redate or stop what is late", "对逾期的里程碑验收、调整日期或终止")
INDICATOR(GOALS, "goals", PERFORMANCE, 2, PART, AT_LEAST, 1, 2, "goals met, of those due",
          "已实现的目标占到期目标", "say what became of each goal: goal NAME met, or missed",
          "逐项说明目标是否实现")
INDICATOR(USED, "results_used", PERFORMANCE, 3, PART, AT_LEAST, 1, 2,
          "results licensed or put to use, of all", "已许可或实施的成果占全部成果",
          "license what lies idle, or let its makers have it back", "许可闲置成果，或交还完成方")
INDICATOR(PUBLICATIONS, "publications", PERFORMANCE, 2, RATIO, AT_MOST, 3, 1,
          "publications for each licence or use", "每项许可或实施对应的发表数",
          "bring into use what is published", "推动已发表成果的实施")
INDICATOR(DIFFUSED, "diffused", SERVICE, 5, PART, AT_LEAST, 1, 1,
          "results of government money diffused, of those due", "政府资助成果已扩散的占到期应扩散",
          "make them available outside: diffuse RESULT …", "向联盟外扩散")
INDICATOR(OUTSIDE, "outside_use", SERVICE, 5, COUNT, AT_LEAST, 1, 1,
          "licences to and uses by others than members", "对外许可及联盟外采用的数量",
          "license a result to somebody outside", "向联盟外许可成果")
INDICATOR(STAFF, "fulltime_staff", MANAGEMENT, 2, COUNT, AT_LEAST, 1, 1,
          "full-time staff of the office", "执行机构专职人员数",
          "employ somebody full time: staff \"…\" fulltime in BODY", "聘用专职人员")
INDICATOR(ARREARS, "arrears", MANAGEMENT, 2, PART, AT_MOST, 1, 20,
          "overdue money, of what fell due from members", "成员逾期款项占到期应缴款项",
          "demand it, and take the steps of the arrears clause", "催告并按欠缴条款处理")
INDICATOR(UNEXECUTED, "unexecuted", MANAGEMENT, 2, PART, AT_MOST, 1, 10,
          "motions carried 90 days ago or more on which nothing rests",
          "通过满 90 日而未据以执行的议案占比", "do what was decided, and cite the motion",
          "执行决议，并在记录中引用议案")
INDICATOR(UNTERMED, "without_terms", MANAGEMENT, 2, PART, AT_MOST, 0, 1,
          "projects whose results lack terms of ownership, use or income",
          "成果权属、使用或收益约定不全的项目占比", "agree who owns, uses and earns from results",
          "约定成果的权属、使用与收益")
INDICATOR(GOVERNMENT, "government_money", MANAGEMENT, 2, PART, AT_MOST, 1, 2,
          "grants, of all money in", "财政资助占全部到账资金",
          "raise the members' own money, or income", "增加成员自筹资金或收入")
INDICATOR(EXCESS, "worst_coalition", PROTECTION, 2, MONEY, AT_MOST, 0, 1,
          "what a group would gain by leaving, at most", "某一群体退出的最大所得",
          "see `heqi fair`: give that group what it could make alone",
          "见“heqi fair”：使该群体所得不低于单独经营")
INDICATOR(BENEFIT, "benefit", PROTECTION, 2, RATIO, AT_LEAST, 1, 2,
          "benefit for contribution of the member that has least of it",
          "受益与贡献之比（最低的成员）", "look at the tiers that pass this member by",
          "检查未惠及该成员的分配层次")
INDICATOR(CONCENTRATION, "concentration", PROTECTION, 1, PART, AT_MOST, 1, 2,
          "part of the largest contributor", "最大出资方的贡献占比",
          "let others bring in more, or cap the votes of one",
          "增加其他成员的投入，或限制单方表决权")
INDICATOR(LEADERSHIP, "leadership", PROTECTION, 1, RATIO, AT_LEAST, 1, 1,
          "contribution of who leads, for an equal part", "牵头方贡献与平均份额之比",
          "who leads should bring in at least an equal part", "牵头方的投入不应低于平均份额")
INDICATOR(UNSIGNED, "unsigned", PROTECTION, 2, COUNT, AT_MOST, 0, 1, "members who have not signed",
          "未签署协议的成员数", "let them sign: sign NAME \"…\"", "由其签署协议")
INDICATOR(EXITS, "exits", PROTECTION, 2, PART, AT_MOST, 1, 10,
          "members who left or were expelled, of all there ever were",
          "退出或被除名的成员占历来成员", "ask them why, and see `heqi fair`",
          "了解退出原因，并见“heqi fair”")

/* What the words of an agreement mean, for the definitions of a contract: those that it uses.
 * DEFINE(SET, "word", "english", "中文") explains a word of a set of form_table.h; docs/language.md
 * says the same in more detail. No include guard: read repeatedly. */
DEFINE(MEASURE_NAME, "capital",
       "“Paid-in Capital” of a member: the money it has paid as capital and its contributions in "
       "kind as far as they count, less what has been bought back from it",
       "“实缴出资额”：成员以货币缴付的出资，以及实物出资中计入出资的部分，扣除已被回购的部分")
DEFINE(MEASURE_NAME, "pledge", "“Pledged Capital” of a member: the capital it has promised",
       "“认缴出资额”：成员承诺缴付的出资")
DEFINE(
    MEASURE_NAME, "cost",
    "“Borne Cost” of a member: what it has itself spent on a project or its results, and what it "
    "has paid on calls for them; what the Alliance spends is the cost of no member, nor is a "
    "contribution in kind",
    "“已承担成本”：成员为项目或其成果自行支出的金额，以及按催缴为其缴付的金额；"
    "联盟的支出以及实物出资均不计入任何成员的成本")
DEFINE(MEASURE_NAME, "risk",
       "“Unrecovered Capital”: Paid-in Capital less what has been given "
       "back of it",
       "“尚未收回的出资额”：实缴出资额减去已经收回的部分")
DEFINE(MEASURE_NAME, "invention",
       "“Contribution to the Invention”: the share of a member among the makers of a result, as it "
       "is registered with the result",
       "“发明贡献”：成果登记时载明的各完成方所占份额")
DEFINE(MEASURE_NAME, "ownership", "“Part in the Ownership”: the share of a member in a result",
       "“权利份额”：成员在成果中享有的份额")
DEFINE(MEASURE_NAME, "work",
       "“Person-Months of Work”: the work of a member on a project, as recorded",
       "“研发人月”：记录在册的成员为项目投入的工作量")
DEFINE(MEASURE_NAME, "patents",
       "“Number of Patents”: the patents in force that a member owns, a joint one by its share",
       "“有效专利数”：成员享有的有效专利件数，共有专利按份额计算")
DEFINE(MEASURE_NAME, "dues", "“Dues Paid”: the dues a member has paid in the calendar year",
       "“已缴会费”：成员在当年度已缴付的会费")
DEFINE(MEASURE_NAME, "sales", "“Sales”: what a member has reported as sales of the last full year",
       "“销售额”：成员报告的上一完整年度的销售额")
DEFINE(
    MEASURE_NAME, "income",
    "“Income Distributed so far”: what the clause has distributed before, counted as its receipts "
    "are",
    "“已分配收入”：该条款此前在同一计算范围内已经分配的收入")
DEFINE(RECIPIENTS, "members",
       "“Members”: the parties to this Agreement that are members on the day "
       "of a receipt, a loss or a decision",
       "“全体成员”：收入、损失或决议发生之日的联盟成员")
DEFINE(RECIPIENTS, "makers",
       "“Makers” of a result: the members registered as having made it; where a receipt belongs to "
       "a project and to no result, the makers of the results of the project",
       "“成果完成方”：登记为完成该成果的成员；收入仅归属于项目而不归属于特定成果的，"
       "为该项目各项成果的完成方")
DEFINE(RECIPIENTS, "owners", "“Owners” of a result: those to whom it belongs on the day",
       "“成果权利人”：当日对成果享有权利的成员")
DEFINE(RECIPIENTS, "funders",
       "“Funders” of a project: the members that are to fund it by this Agreement, or that have "
       "borne cost for it",
       "“项目出资方”：按本协议负有该项目出资义务，或者已为其承担成本的成员")
DEFINE(RECIPIENTS, "workers",
       "“Those who work on a project”: the members whose work on it is recorded",
       "“项目研发方”：有研发工作量记录的成员")
DEFINE(CLASS, "surplus",
       "“Surplus”: at each settlement, the income that no clause distributes, less what was spent "
       "from common money and less losses that nobody bore; a deficit is carried forward",
       "“结余”：每次结算时，未按条款分配的收入，减去以共同资金列支的支出及无人分担的损失后的余额；"
       "不足部分结转下期")

/* The catalogue of diagnostics: code, severity, English sentence and hint, Chinese sentence and
 * hint. {0} … are filled in by the caller. Codes are for ever: a retired one is not given again.
 *   E1xx reading and form   E2xx names and terms   E3xx entries   E4xx figures
 *   W, N: warnings and notes.   E9xx not supported yet.
 * Every row has a runnable file in test/errors named after it. No include guard: it is read
 * repeatedly. */
DIAG(E100, SEVERITY_ERROR, "this is not UTF-8", "save the file as UTF-8", "此处不是 UTF-8 编码",
     "请将文件存为 UTF-8 编码")
DIAG(E101, SEVERITY_ERROR, "a tab stands here", "use spaces; two for each level", "此处有制表符",
     "请用空格，每级两个")
DIAG(E102, SEVERITY_ERROR, "this text does not end on its line",
     "close it with a quote; a quote inside is written \\\"", "此段文字在本行没有结束",
     "请补上引号；文字内的引号写作 \\\"")
DIAG(E103, SEVERITY_ERROR, "a backslash must stand before a quote or a backslash",
     "write \\\\ for a backslash", "反斜杠之后只能是引号或反斜杠", "反斜杠本身写作 \\\\")
DIAG(E104, SEVERITY_ERROR, "`{0}` means nothing here",
     "remove it, or put it in quotes if it belongs to a text", "此处不应有“{0}”",
     "请删去；若属文字，请加引号")
DIAG(E105, SEVERITY_ERROR, "a number and a word run together in `{0}`",
     "put a space between them; a name starts with a letter", "“{0}”中数字与词连在一起",
     "请用空格隔开；名称以字母开头")
DIAG(E106, SEVERITY_ERROR, "the number `{0}` is too large or too fine to be read exactly",
     "use at most 18 digits", "数字“{0}”过大或过细，无法精确读取", "最多 18 位数字")
DIAG(E107, SEVERITY_ERROR, "the day `{0}` does not exist",
     "write a day of the calendar as 2012-08-29", "不存在“{0}”这一天",
     "请写日历上有的日期，如 2012-08-29")
DIAG(E108, SEVERITY_ERROR, "`effective` needs a date behind it",
     "write 2015-02-03 effective 2014-11-20 …", "“生效于”之后须有日期",
     "请写作 2015-02-03 生效于 2014-11-20 …")
DIAG(E109, SEVERITY_ERROR, "this statement has more than 65,536 words", "split it into several",
     "本语句超过 65,536 个词", "请分成几句")
DIAG(E110, SEVERITY_ERROR, "this name is longer than 128 bytes", "choose a shorter one",
     "名称超过 128 字节", "请用较短的名称")
DIAG(E111, SEVERITY_ERROR, "this line is longer than 1,048,576 bytes",
     "break it; a line may end in a comma and go on in the next", "本行超过 1,048,576 字节",
     "请换行；行末为逗号时下一行继续")
DIAG(E112, SEVERITY_ERROR, "`{0}` has more decimals than the currency has",
     "write the amount in whole minor units", "“{0}”的小数位多于币种的最小单位",
     "金额精确到最小货币单位")
DIAG(E113, SEVERITY_ERROR, "the amount `{0}` is too large",
     "amounts go up to 92,233,720,368,547,758.07", "金额“{0}”过大",
     "金额上限为 92,233,720,368,547,758.07")
DIAG(E114, SEVERITY_ERROR, "`{0}` is no currency code that heqi knows",
     "write an ISO 4217 code as CNY", "“{0}”不是已知的币种代码", "请用 ISO 4217 代码，如 CNY")
DIAG(E115, SEVERITY_ERROR, "an amount in another currency needs its rate",
     "write 10,000 USD at 6.20", "外币金额须注明汇率", "请写作 10,000 USD 以 6.20")
DIAG(E116, SEVERITY_ERROR, "the currency is stated after amounts were read in another one",
     "state `currency` in the head of the alliance, before the first amount", "币种声明在金额之后",
     "请在联盟抬头、第一笔金额之前声明币种")
DIAG(E117, SEVERITY_ERROR, "this version of the language is not known, or not stated first",
     "the first line may be: language 1", "语言版本未知，或未写在第一行", "第一行可写：语言版本 1")
DIAG(E118, SEVERITY_ERROR, "the line ends in a comma but does not go on",
     "go on in the next line, indented deeper, or drop the comma", "行末为逗号，但没有后续",
     "请在下一行缩进后继续，或删去逗号")
DIAG(E119, SEVERITY_ERROR, "this line is indented by a wrong number of spaces",
     "indent by two spaces for each level, one level at a time", "缩进的空格数不对",
     "每级缩进两个空格，一次一级")
DIAG(E120, SEVERITY_ERROR, "statements nest deeper than 16 levels", "write it flatter",
     "语句嵌套超过 16 级", "请减少层级")
DIAG(E121, SEVERITY_ERROR,
     "`{0}` cannot be added: at most 4,096 files and 4,000,000,000 bytes are read in one run",
     "read fewer files", "无法加入“{0}”：一次最多读 4,096 个文件、4,000,000,000 字节", "请减少文件")
DIAG(E122, SEVERITY_ERROR, "`{0}` is included more than 64 files deep",
     "include it from a file nearer to the first", "“{0}”的引入层次超过 64 层",
     "请从较近的文件引入")
DIAG(E123, SEVERITY_ERROR, "`{0}` cannot be read",
     "check the path; it is relative to the file that includes it", "无法读取“{0}”",
     "请检查路径；路径相对于引入它的文件")
DIAG(E124, SEVERITY_ERROR, "`{0}` includes itself", "remove one of the includes",
     "“{0}”循环引入自身", "请去掉其中一处引入")
DIAG(E125, SEVERITY_ERROR,
     "nothing may stand here: the statement above takes no indented lines of this kind",
     "move it to the left, or date it if it is an entry", "此处不可有语句：上一语句不接这类缩进行",
     "请左移；若为记录，请写日期")
DIAG(E126, SEVERITY_ERROR, "`{0}` does not fit here; what can stand here: {1}", "",
     "此处不应为“{0}”；此处可为：{1}", "")
DIAG(E127, SEVERITY_ERROR, "the statement ends too early; what can stand here: {0}", "",
     "语句未完；此处可为：{0}", "")
DIAG(E128, SEVERITY_ERROR, "nothing may follow here, but `{0}` does",
     "remove it, or start a new line", "此处不应再有内容，却有“{0}”", "请删去，或另起一行")
DIAG(E129, SEVERITY_ERROR, "`{0}` begins no statement that can stand in this place ({1})", "",
     "“{0}”不能作为此处（{1}）语句的开头", "")
DIAG(E204, SEVERITY_ERROR, "`{0}` is a word of the language and cannot be the name of this",
     "choose another name", "“{0}”是语言用词，不能用作此名称", "请另取名称")

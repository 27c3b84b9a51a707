/* What heqi can be asked for: its options and its commands, each once. The parser of the command
 * line, every help text and `heqi help --json` are made from these rows.
 *
 *   OPTION(id, "name", value, en, zh)
 *     value: NULL for a switch; else what is shown for it. A value with bars is one of these words.
 *   COMMAND(name, operands, min, max, options, example, en, zh, en_more, zh_more)
 *     operands: as the usage line shows them; at least min, at most max of them.
 *     options: what it takes beside those that every command takes (OPTIONS_OF_ALL).
 *     example: what stands behind `heqi ` in a call that runs in the root of the repository.
 *     en, zh: one sentence; en_more, zh_more: what else to know, "" where there is nothing.
 *     The handler is command_<name>(), declared by the table itself (cli/commands.h).
 * No include guard: it is read repeatedly. */
OPTION(HELP, "help", NULL, "says how it is called, with an example", "显示用法和示例")
OPTION(JSON, "json", NULL, "writes JSON", "以 JSON 输出")
OPTION(LANG, "lang", "en|zh", "the language of what is written", "输出所用的语言")
OPTION(VERSION, "version", NULL, "says which heqi this is", "显示版本")

COMMAND(check, "FILE...", 1, OPERANDS_MAX, 0, "check examples/consortia/p212593.heqi",
        "Says what is wrong with a text, and where.", "指出文本中的错误及其位置。",
        "Every complaint has a place, a code and a hint; `heqi help CODE` tells about a code.\n"
        "Exit code 1 says that there are errors or findings; notes and warnings leave it at 0.",
        "每条提示都有位置、代码和建议；“heqi help 代码”说明该代码。\n"
        "有错误或问题时退出码为 1；仅有说明和警告时为 0。")
COMMAND(
    fmt, "FILE", 1, 1, 0, "fmt --lang zh examples/consortia/p212593.heqi",
    "Writes a text in its canonical spelling.", "以规范写法输出文本。",
    "--lang chooses English or Chinese keywords, English where it is not given. Comments stay.\n"
    "Files that it includes are named, not read. A text with errors is not written.",
    "--lang 选择英文或中文关键词，未指定时为英文。注释保留。\n"
    "被引入的文件只写出名称，不读取。有错误的文本不输出。")
COMMAND(help, "[CODE|COMMAND]", 0, 1, 0, "help E112",
        "Tells about heqi, one of its commands, or the code of a complaint.",
        "说明 heqi、某一命令或某一提示代码。", "", "")

/* heqi fmt: writes a text in its canonical spelling. */
#include "cli/run.h"

#include "lang/format.h"

enum exit_code command_fmt(struct run *run)
{
    const struct request *r = run->request;
    /* Without the option the keywords are English, whatever the messages are. */
    enum language lang = request_has(r, OPTION_LANG) ? r->lang : LANG_EN;
    struct formatter formatter;
    formatter_init(&formatter, run->arena, run->grammar, &run->words, &run->sources, lang);
    struct run_files file = {r->operands, r->operand_count, .include_is_kept = true};
    if (run_read(run, formatter_sink(&formatter), file) != OK) return EXIT_CANNOT_RUN;
    if (diags_has_errors(&run->diags)) return run_refuse(run);
    struct str text = formatter_finish(&formatter);
    run_write_text(run, text);
    return EXIT_CLEAN;
}

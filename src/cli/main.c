/* heqi: from the command line to the handler of a command, and to the exit code.
 *
 * One arena serves the whole call. Where memory runs out, its boundary here ends the call with exit
 * code 3 and without what was not yet written. */
#include "cli/help.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/run.h"

static enum exit_code run_command(const struct request *request, struct arena *arena)
{
    struct run run;
    run_open(&run, request, arena);
    enum exit_code code = request->command->handler(&run);
    run_release(&run);
    return code;
}

static enum exit_code answer(const struct request *request, struct arena *arena)
{
    const struct command *command = request->command;
    if (request_has(request, OPTION_VERSION)) {
        print(help_version());
    } else if (request_has(request, OPTION_HELP) && request_has(request, OPTION_JSON)) {
        help_json(command, request->lang);
    } else if (request_has(request, OPTION_HELP)) {
        print(command ? help_command(arena, command, request->lang)
                      : help_overview(arena, request->lang));
    } else if (!command) {
        print_error(help_overview(arena, request->lang));
        return EXIT_USAGE;
    } else {
        return run_command(request, arena);
    }
    return EXIT_CLEAN;
}

static enum exit_code call(struct arena *arena, int word_count, char *const *words)
{
    struct request request;
    jmp_buf boundary;
    if (setjmp(boundary)) out_of_memory();
    arena_on_out_of_memory(arena, &boundary);
    if (options_parse(&request, arena, word_count, words) != OK) return EXIT_USAGE;
    output_begin(request.lang);
    enum exit_code code = answer(&request, arena);
    output_end();
    return code;
}

int main(int argc, char **argv)
{
    struct arena arena;
    arena_init(&arena);
    enum exit_code code = call(&arena, argc > 0 ? argc - 1 : 0, argv + (argc > 0));
    arena_release(&arena);
    return (int)code;
}

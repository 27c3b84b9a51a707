/* JSON on standard output. */
#include "cli/json.h"

#include "cli/output.h"

static void print_piece(void *context, struct str text)
{
    (void)context;
    print(text);
}

void json_out_init(struct json_out *j)
{
    json_out_begin(j, (struct json_sink){.put = print_piece});
}

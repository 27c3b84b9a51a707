/* JSON on standard output: report/json.h, printed as it is made. */
#ifndef HEQI_CLI_JSON_H
#define HEQI_CLI_JSON_H

#include "report/json.h"

void json_out_init(struct json_out *j);

#endif

/* Moving units that a split gave, for those who may not take all that the rule hands them. */
#include "num/stream_parts.h"

void stream_move(struct stream *s, uint32_t from_id, uint32_t to_id, int64_t units_minor)
{
    int64_t from = stream_find(s, from_id), to = stream_find(s, to_id);
    CHECK(from >= 0);
    CHECK(to >= 0);
    CHECK(units_minor >= 0);
    CHECK(units_minor <= s->held[from]);
    s->units[from] -= units_minor;
    s->units[to] += units_minor;
    s->held[from] -= units_minor;
    s->held[to] += units_minor;
    if (stream_big_is_open(s)) {
        stream_big_pass_on(s, (uint32_t)from, units_minor);
        stream_big_pass_on(s, (uint32_t)to, -units_minor);
        return;
    }
    s->wholes[from] += units_minor; /* d = entitled - held, and |held| <= STREAM_VOLUME_MAX */
    s->wholes[to] -= units_minor;
}

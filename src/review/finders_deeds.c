/* The facts of what was done: entries of the book, however they are dated. */
#include "review/finders.h"

static void count_entry(struct found *out, uint32_t entry)
{
    if (out->amount.num++ == 0) out->entry = entry;
}

/* How many entries of the form of the row there are. */
struct found seek_entries(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    struct found out = found_nothing();
    (void)index;
    for (uint32_t i = 0; i < f->pact->doc->entry_count; i++)
        if (document_entry(f->pact->doc, i)->form == row->form) count_entry(&out, i);
    return out;
}

static struct found seek_diffusions(const struct facts *f, enum diffusion kind)
{
    struct found out = found_nothing();
    for (uint32_t i = 0; i < f->pact->doc->entry_count; i++) {
        const struct entry *e = document_entry(f->pact->doc, i);
        if (e->form == F_DIFFUSION && e->choice == kind) count_entry(&out, i);
    }
    return out;
}

struct found seek_standards(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    (void)row, (void)index;
    return seek_diffusions(f, DIFFUSION_STANDARD);
}

struct found seek_trainings(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    (void)row, (void)index;
    return seek_diffusions(f, DIFFUSION_TRAIN);
}

/* Results that were licensed, delivered or put to use. */
struct found seek_transfers(const struct facts *f, const struct fact_row *row, uint32_t index)
{
    struct found out = seek_diffusions(f, DIFFUSION_ADOPT);
    (void)row, (void)index;
    for (uint32_t i = 0; i < f->pact->doc->entry_count; i++) {
        enum form form = (enum form)document_entry(f->pact->doc, i)->form;
        if (form == F_LICENSE || form == F_DELIVER) count_entry(&out, i);
    }
    return out;
}

/* Writes the journals of the bench: the same bytes for the same arguments, on every machine.
 *
 *     gen mixed N HEQI [LEDGER]       what an alliance of 22 members books in ten years: spending,
 *                                     licence and other income, capital, calls and their payment,
 *                                     grants; LEDGER gets the same content for ledger and hledger
 *     gen daily N HEQI clause|bare    three receipts in ten entries go through a clause of four
 *     gen every N HEQI clause|bare    tiers; what weighs in it changes once a day, or before nearly
 *                                     every receipt; bare leaves the clause out
 *
 * The N entries follow the terms and a few entries that set up results and licences. Shares of a
 * call are whole fen, so that both texts of `mixed` must give the same figure in every account. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MEMBERS 22
#define PROJECTS 4
#define DAYS_MAX 3650     /* ten years, which a journal of a million entries fills */
#define ENTRIES_A_DAY 274 /* at least: more in longer journals, fewer days in shorter ones */
#define LEN(a) (sizeof(a) / sizeof((a)[0]))
#define GRANTOR "Ministry of Science and Technology"

static const char *const PROJECT[PROJECTS] = {"waterborne", "powder", "marine", "resin"};
static const char *const CATEGORY[] = {"materials", "testing", "equipment", "energy", "travel"};
static const char *const CLASS[] = {"sale", "service", "product"};

static const char *const MEMBER[MEMBERS] = {
    "enterprise01", "enterprise02", "enterprise03", "enterprise04", "enterprise05", "enterprise06",
    "enterprise07", "enterprise08", "enterprise09", "enterprise10", "enterprise11", "enterprise12",
    "enterprise13", "enterprise14", "university15", "university16", "university17", "university18",
    "university19", "institute20",  "institute21",  "institute22"};

/* ---- chance and the calendar ------------------------------------------------------------- */

static uint64_t chance_state = 20120829;

static uint64_t chance(uint64_t below)
{
    chance_state += 0x9e3779b97f4a7c15u; /* splitmix64 */
    uint64_t z = chance_state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (z ^ (z >> 31)) % below;
}

/* A sum of money in fen, mean on average, from 0.2 to 1.8 of it. */
static int64_t chance_sum(int64_t mean)
{
    return mean / 5 + (int64_t)chance((uint64_t)(mean * 8 / 5));
}

struct day {
    int year, month, day;
};

static void day_advance(struct day *d)
{
    static const int length[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int last = length[d->month - 1] + (d->month == 2 && d->year % 4 == 0);
    if (d->day++ < last) return;
    d->day = 1;
    if (d->month++ < 12) return;
    d->month = 1;
    d->year++;
}

/* ---- writing ----------------------------------------------------------------------------- */

struct journal {
    FILE *heqi;
    FILE *ledger; /* NULL where only the heqi text is wanted */
    struct day today, in_a_month;
    int64_t owed[MEMBERS];      /* each member's part of the last call, while it is open */
    size_t owing;               /* members that have yet to pay it: the first ones */
    uint64_t entries, receipts; /* so far, to keep their proportion */
    size_t licence;             /* of the receipt that the next weights are for */
};

static int stake_percent(size_t i)
{
    return i < 12 ? 5 : 4;
} /* 12 · 5 + 10 · 4 = 100 */

/* 1234567 as 12,345.67, the way people write sums in an agreement; text holds at least 32 bytes. */
static const char *grouped(char *text, int64_t fen)
{
    char digits[24];
    int count = snprintf(digits, sizeof digits, "%" PRId64, fen / 100);
    char *at = text;
    for (int i = 0; i < count; i++) {
        *at++ = digits[i];
        if ((count - i) % 3 == 1 && i + 1 < count) *at++ = ',';
    }
    *at++ = '.';
    *at++ = (char)('0' + fen / 10 % 10);
    *at++ = (char)('0' + fen % 10);
    *at = '\0';
    return text;
}

static void date_heqi(const struct journal *j)
{
    (void)fprintf(j->heqi, "%04d-%02d-%02d ", j->today.year, j->today.month, j->today.day);
}

/* A transaction of two postings; the second amount is left for the program to fill in. */
static void post(const struct journal *j, const char *what, const char *debit, int64_t fen,
                 const char *credit, const char *of)
{
    if (!j->ledger) return;
    (void)fprintf(j->ledger, "%04d-%02d-%02d %s\n    %s  %" PRId64 ".%02d\n    %s%s\n\n",
                  j->today.year, j->today.month, j->today.day, what, debit, fen / 100,
                  (int)(fen % 100), credit, of);
}

/* ---- the entries ------------------------------------------------------------------------- */

static void put_spend(struct journal *j)
{
    char sum[32], account[32];
    int64_t fen = chance_sum(1200000);
    const char *category = CATEGORY[chance(LEN(CATEGORY))];
    const char *project = PROJECT[chance(PROJECTS)];
    date_heqi(j);
    (void)fprintf(j->heqi, "spend %s %s for %s\n", grouped(sum, fen), category, project);
    (void)snprintf(account, sizeof account, "expenses:%s", category);
    post(j, project, account, fen, "assets:cash", "");
}

static void put_licence_income(struct journal *j, size_t licence)
{
    char sum[32], name[32];
    int64_t fen = chance_sum(2000000);
    (void)snprintf(name, sizeof name, "dispersion%zu", licence + 1);
    date_heqi(j);
    (void)fprintf(j->heqi, "income %s from %s\n", grouped(sum, fen), name);
    post(j, name, "assets:cash", fen, "income:licence", "");
}

static void put_other_income(struct journal *j)
{
    char sum[32];
    int64_t fen = chance_sum(900000);
    const char *class = CLASS[chance(LEN(CLASS))];
    date_heqi(j);
    (void)fprintf(j->heqi, "income %s from workshop class %s\n", grouped(sum, fen), class);
    post(j, "workshop", "assets:cash", fen, "income:", class);
}

static void put_capital(struct journal *j)
{
    char sum[32];
    int64_t fen = chance_sum(5000000);
    const char *payer = MEMBER[chance(MEMBERS)];
    date_heqi(j);
    (void)fprintf(j->heqi, "%s pays %s capital\n", payer, grouped(sum, fen));
    post(j, payer, "assets:cash", fen, "equity:capital:", payer);
}

static void put_cost(struct journal *j, size_t project, int64_t mean)
{
    char sum[32];
    const char *payer = MEMBER[chance(MEMBERS)];
    date_heqi(j);
    (void)fprintf(j->heqi, "%s spends %s testing for %s\n", payer, grouped(sum, chance_sum(mean)),
                  PROJECT[project]);
}

static void put_grant(struct journal *j)
{
    char sum[32];
    int64_t fen = chance_sum(30000000);
    const char *project = PROJECT[chance(PROJECTS)];
    date_heqi(j);
    (void)fprintf(j->heqi, "grant %s from \"" GRANTOR "\" for %s\n", grouped(sum, fen), project);
    post(j, project, "assets:cash", fen, "liabilities:grant:", GRANTOR);
}

static void put_call(struct journal *j)
{
    char sum[32];
    int64_t fen = chance_sum(50000000) / 100 * 100;
    const char *project = PROJECT[chance(PROJECTS)];
    const struct day *due = &j->in_a_month;
    date_heqi(j);
    (void)fprintf(j->heqi, "call %s by stake of alliance for %s due %04d-%02d-%02d\n",
                  grouped(sum, fen), project, due->year, due->month, due->day);
    for (size_t i = 0; i < MEMBERS; i++) j->owed[i] = fen / 100 * stake_percent(i);
    j->owing = MEMBERS;
    if (!j->ledger) return;
    (void)fprintf(j->ledger, "%04d-%02d-%02d %s\n", j->today.year, j->today.month, j->today.day,
                  project);
    for (size_t i = 0; i < MEMBERS; i++) {
        int64_t whole = j->owed[i] / 100;
        int part = (int)(j->owed[i] % 100);
        (void)fprintf(j->ledger,
                      "    assets:receivable:%s  %" PRId64 ".%02d\n"
                      "    equity:calls:%s  -%" PRId64 ".%02d\n",
                      MEMBER[i], whole, part, MEMBER[i], whole, part);
    }
    (void)fputc('\n', j->ledger);
}

static void put_call_payment(struct journal *j)
{
    char sum[32];
    size_t i = --j->owing;
    date_heqi(j);
    (void)fprintf(j->heqi, "%s pays %s call\n", MEMBER[i], grouped(sum, j->owed[i]));
    post(j, MEMBER[i], "assets:cash", j->owed[i], "assets:receivable:", MEMBER[i]);
}

/* ---- the terms --------------------------------------------------------------------------- */

static void put_terms(FILE *f, bool clause)
{
    (void)fputs("alliance bench \"An alliance of twenty-two\"\n"
                "  founded  2012-08-29\n  term     20 years\n  currency CNY\n"
                "  form     contract\n  liable   enterprise01\n\narticle 1 \"Members\"\n",
                f);
    for (size_t i = 0; i < MEMBERS; i++) {
        int kind = (int)strcspn(MEMBER[i], "0123456789"); /* its kind is the start of its name */
        (void)fprintf(f, "  party %s %.*s \"Invented member %zu\"%s\n", MEMBER[i], kind, MEMBER[i],
                      i + 1, i == 0 ? " lead" : "");
    }
    (void)fputs("  stakes alliance\n", f);
    for (size_t i = 0; i < MEMBERS; i++)
        (void)fprintf(f, "    %s %d%%\n", MEMBER[i], stake_percent(i));
    (void)fputs("\narticle 2 \"Capital\"\n  fund generic \"Generic technology\"\n"
                "\narticle 3 \"Projects\"\n",
                f);
    for (size_t p = 0; p < PROJECTS; p++)
        (void)fprintf(f, "  project %s \"Project %zu\" key\n    lead enterprise01\n", PROJECT[p],
                      p + 1);
    if (clause)
        (void)fputs("\narticle 4 \"Benefit\"\n  share licence income\n"
                    "    10% to fund generic\n"
                    "    15% to makers by invention\n"
                    "    until cost repaid to funders by cost\n"
                    "    rest to members by capital\n",
                    f);
    (void)fputc('\n', f);
}

/* Every project has one result, made by all members, and two licences of it. */
static void put_setup(FILE *f)
{
    for (size_t p = 0; p < PROJECTS; p++) {
        (void)fprintf(f, "2012-10-01 result R%zu patent \"Result\" from %s by", p + 1, PROJECT[p]);
        for (size_t i = 0; i < MEMBERS; i++) {
            size_t who = (i + p) % MEMBERS; /* not every project is made by the same hands */
            (void)fprintf(f, " %s %d%%%s", MEMBER[who], stake_percent(i),
                          i + 1 < MEMBERS ? "," : "\n");
        }
    }
    for (size_t l = 0; l < 2 * PROJECTS; l++)
        (void)fprintf(f, "2012-10-02 license dispersion%zu of R%zu to \"Licensee\" nonexclusive\n",
                      l + 1, l % PROJECTS + 1);
}

/* ---- the mixes --------------------------------------------------------------------------- */

/* A call in five hundred entries, and with it 22 payments; the rest in the proportions of a book.
 */
static void mixed_entry(struct journal *j)
{
    uint64_t dice = chance(1000);
    if (dice < 60 && j->owing > 0)
        put_call_payment(j);
    else if (dice < 2 && j->owing == 0)
        put_call(j);
    else if (dice < 70)
        put_grant(j);
    else if (dice < 130)
        put_capital(j);
    else if (dice < 430)
        put_licence_income(j, chance(2 * PROJECTS));
    else if (dice < 530)
        put_other_income(j);
    else
        put_spend(j);
}

static void put_other(struct journal *j)
{
    if (chance(7) == 0)
        put_other_income(j);
    else
        put_spend(j);
}

/* The weights change at the start of the day, then three entries of ten so far are receipts. nth
 * counts the entries of the day. */
static void daily_entry(struct journal *j, uint64_t nth)
{
    j->entries++;
    if (nth == 0)
        put_capital(j);
    else if (nth <= PROJECTS)
        put_cost(j, nth - 1, 15000000);
    else if (j->receipts * 10 < j->entries * 3) {
        j->receipts++;
        put_licence_income(j, chance(2 * PROJECTS));
    } else
        put_other(j);
}

/* Of ten entries three are receipts; before 19 of 20 receipts its weights change. */
static void every_entry(struct journal *j, uint64_t nth)
{
    switch (nth % 10) {
    case 0:
    case 3:
    case 6:
        j->licence = chance(2 * PROJECTS);
        if (chance(20) == 0)
            put_other(j);
        else if (chance(2) == 0)
            put_capital(j);
        else
            put_cost(j, j->licence % PROJECTS, 1500000);
        break;
    case 1:
    case 4:
    case 7: put_licence_income(j, j->licence); break;
    default: put_other(j);
    }
}

enum mix { MIXED, DAILY, EVERY };

static void put_entries(struct journal *j, enum mix mix, uint64_t count)
{
    uint64_t days = count / ENTRIES_A_DAY < DAYS_MAX ? count / ENTRIES_A_DAY + 1 : DAYS_MAX;
    uint64_t day = 0, of_day = 0;
    for (uint64_t n = 0; n < count; n++) {
        uint64_t next = n * days / count;
        for (; day < next; day++, of_day = 0) {
            day_advance(&j->today);
            day_advance(&j->in_a_month);
        }
        if (mix == MIXED)
            mixed_entry(j);
        else if (mix == DAILY)
            daily_entry(j, of_day);
        else
            every_entry(j, n);
        of_day++;
    }
}

static FILE *open_or_exit(const char *path)
{
    FILE *f = fopen(path, "w");
    if (!f) {
        perror(path);
        exit(3);
    }
    return f;
}

static void close_or_exit(FILE *f, const char *path)
{
    if (f && (ferror(f) || fclose(f) != 0)) {
        (void)fprintf(stderr, "%s: not written in full\n", path);
        exit(3);
    }
}

int main(int argc, char **argv)
{
    static const char *const mixes[] = {"mixed", "daily", "every"};
    size_t mix = 0;
    while (argc > 1 && mix < LEN(mixes) && strcmp(argv[1], mixes[mix]) != 0) mix++;
    uint64_t count = argc > 2 ? strtoull(argv[2], NULL, 10) : 0;
    if (argc < 4 || mix == LEN(mixes) || count == 0) {
        (void)fputs("usage: gen mixed N HEQI [LEDGER] | gen daily|every N HEQI clause|bare\n",
                    stderr);
        return 2;
    }
    struct journal j = {.today = {2013, 1, 1}, .in_a_month = {2013, 1, 31}};
    const char *ledger = mix == MIXED && argc > 4 ? argv[4] : NULL;
    j.heqi = open_or_exit(argv[3]);
    if (ledger) j.ledger = open_or_exit(ledger);
    put_terms(j.heqi, mix != MIXED && argc > 4 && strcmp(argv[4], "clause") == 0);
    put_setup(j.heqi);
    put_entries(&j, (enum mix)mix, count);
    close_or_exit(j.heqi, argv[3]);
    close_or_exit(j.ledger, ledger);
    return 0;
}

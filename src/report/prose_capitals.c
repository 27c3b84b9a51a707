/* Amounts of yuan in the letters that cannot be altered: 壹贰叁 instead of 一二三.
 *
 * Source: People's Bank of China, 支付结算办法 (1997), annex 1, 正确填写票据和结算凭证的基本规定:
 * 整 behind yuan or jiao that nothing follows; one 零 for zeros between figures, and where jiao is
 * missing before fen. */
#include "report/prose_inside.h"

static const char *const digits[] = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};

#define FOUR 10000
#define FOURS 4 /* 亿亿 has no letter of its own */

static void put(struct writer *w, const char *text)
{
    writer_put(w, str_from(text));
}

/* Four figures; *zero: zeros stand before the next figure that is none. */
static void put_four(struct writer *w, int64_t four, bool *zero)
{
    static const char *const places[] = {"仟", "佰", "拾", ""};
    int64_t unit = FOUR / 10;
    for (size_t place = 0; place < ARRAY_LEN(places); place++, unit /= 10) {
        int64_t digit = four / unit % 10;
        if (digit && *zero && w->len) put(w, digits[0]);
        if (digit) {
            put(w, digits[digit]);
            put(w, places[place]);
        }
        *zero = digit == 0;
    }
}

static void put_yuan(struct writer *w, int64_t yuan)
{
    static const char *const names[FOURS] = {"", "万", "亿", "万亿"};
    int64_t fours[FOURS];
    bool zero = false;
    for (size_t i = 0; i < FOURS; i++, yuan /= FOUR) fours[i] = yuan % FOUR;
    for (size_t i = FOURS; i-- > 0;) {
        put_four(w, fours[i], &zero);
        if (fours[i]) put(w, i == 3 && fours[2] ? "万" : names[i]);
    }
    if (w->len) put(w, "元");
}

struct str prose_capitals(struct arena *a, int64_t fen)
{
    struct writer w = {.arena = a};
    int64_t yuan = fen / 100, jiao = fen / 10 % 10, last = fen % 10;
    if (fen < 0 || yuan / FOUR / FOUR / FOUR / FOUR > 0) return STR("");
    put_yuan(&w, yuan);
    if (jiao) {
        put(&w, digits[jiao]);
        put(&w, "角");
    } else if (last && yuan) {
        put(&w, digits[0]);
    }
    if (last) {
        put(&w, digits[last]);
        put(&w, "分");
    }
    if (fen == 0) put(&w, "零元");
    if (!last) put(&w, "整");
    return writer_text(&w);
}

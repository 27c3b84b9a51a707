/* Content lines of iCalendar. */
#include "report/ical.h"

#define LINE_OCTETS_MAX 75u

static bool is_inside_letter(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80; /* of a code point of several bytes */
}

/* A line of any length, folded: a line that goes on begins with a space, which counts. */
static void put_line(struct writer *w, struct str line)
{
    size_t at = 0, room = LINE_OCTETS_MAX;
    while (line.len - at > room) {
        size_t end = at + room;
        while (end > at && is_inside_letter(line.ptr[end])) end--;
        writer_put(w, str_slice(line, at, end));
        writer_put(w, STR("\r\n "));
        at = end;
        room = LINE_OCTETS_MAX - 1;
    }
    writer_put(w, str_slice(line, at, line.len));
    writer_put(w, STR("\r\n"));
}

static void put_escaped(struct writer *w, char c)
{
    if (c == '\\' || c == ';' || c == ',') writer_put(w, STR("\\"));
    if (c == '\n')
        writer_put(w, STR("\\n"));
    else if ((unsigned char)c >= ' ' && c != 0x7F)
        writer_fill(w, c, 1);
}

void ical_text(struct writer *w, const char *name, struct str text)
{
    struct writer line = {.arena = w->arena};
    writer_put(&line, str_from(name));
    writer_put(&line, STR(":"));
    for (size_t i = 0; i < text.len; i++) put_escaped(&line, text.ptr[i]);
    put_line(w, writer_text(&line));
}

static void put_date(struct writer *w, const char *name, const char *kind, date_t date,
                     const char *time)
{
    struct civil c = date_to_civil(date);
    put_line(w,
             str_format(w->arena, "%s%s:%04d%02d%02d%s", name, kind, c.year, c.month, c.day, time));
}

void ical_date(struct writer *w, const char *name, date_t date)
{
    put_date(w, name, ";VALUE=DATE", date, "");
}

void ical_stamp(struct writer *w, const char *name, date_t date)
{
    put_date(w, name, "", date, "T000000Z");
}

void ical_begin(struct writer *w, struct str name)
{
    put_line(w, STR("BEGIN:VCALENDAR"));
    put_line(w, STR("VERSION:2.0"));
    put_line(w, STR("PRODID:-//heqi//heqi//EN"));
    put_line(w, STR("CALSCALE:GREGORIAN"));
    ical_text(w, "X-WR-CALNAME", name);
}

void ical_end(struct writer *w)
{
    put_line(w, STR("END:VCALENDAR"));
}

void ical_begin_event(struct writer *w)
{
    put_line(w, STR("BEGIN:VEVENT"));
}

void ical_end_event(struct writer *w)
{
    put_line(w, STR("END:VEVENT"));
}

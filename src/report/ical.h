/* iCalendar, the part of RFC 5545 that whole-day events need: content lines that end in CR LF and
 * are folded at 75 octets, between code points; values of type TEXT with their escapes; dates. */
#ifndef HEQI_REPORT_ICAL_H
#define HEQI_REPORT_ICAL_H

#include "base/date.h"
#include "report/writer.h"

/* The calendar up to its first event. name: what a program calls it. */
void ical_begin(struct writer *w, struct str name);
void ical_end(struct writer *w);

void ical_begin_event(struct writer *w);
void ical_end_event(struct writer *w);

/* NAME:text, where `\`, `;`, `,` and line breaks are escaped and other control characters left
 * out. */
void ical_text(struct writer *w, const char *name, struct str text);

/* NAME;VALUE=DATE:20121031 */
void ical_date(struct writer *w, const char *name, date_t date);

/* NAME:20121031T000000Z, the start of a day. */
void ical_stamp(struct writer *w, const char *name, date_t date);

#endif

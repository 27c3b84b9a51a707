"""Dates that lie so long behind others."""
from datetime import date, timedelta


def after(day, duration):
    """The day that is (years, months, days) later; months end on the last day of a shorter one."""
    years, months, days = duration
    year, month = divmod(day.year * 12 + day.month - 1 + years * 12 + months, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(1)).day
    return date(year, month + 1, min(day.day, last)) + timedelta(days)

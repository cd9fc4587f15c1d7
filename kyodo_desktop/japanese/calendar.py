"""The days the city hall is open.

Closed are Saturdays, Sundays, public holidays and 29 December to 3 January (the model ordinance for
市の休日).
"""

from datetime import date, timedelta

import jpholiday


def is_closed_day(day: date) -> bool:
    """Tell whether the city hall is closed."""
    year_end = (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3)
    return day.weekday() >= 5 or year_end or bool(jpholiday.is_holiday(day))


def next_open_day(day: date) -> date:
    """Return the day itself if the city hall is open, else the next one it is."""
    while is_closed_day(day):
        day += timedelta(days=1)
    return day

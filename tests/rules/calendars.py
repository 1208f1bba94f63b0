"""Calendars the tests of deadlines share."""

from svcdesk.rules.calendar import WorkCalendar, notice_days


def published(*years: int) -> WorkCalendar:
    """The calendar of these years' notices."""
    notices = [notice_days(year) for year in years]
    return WorkCalendar(
        off=frozenset().union(*(off for off, _ in notices)),
        made_up=frozenset().union(*(made_up for _, made_up in notices)),
        years=frozenset(years),
    )

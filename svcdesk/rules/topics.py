"""What a change can be about; views refresh by topic, the database announces by topic."""

from enum import StrEnum


class Topic(StrEnum):
    """A subject of news between counters (the payload of one notification)."""

    CASES = "cases"
    CATALOGUE = "catalogue"
    UNITS = "units"
    PEOPLE = "people"
    ATTENDANCE = "attendance"
    CALENDAR = "calendar"


EVERYTHING = frozenset(Topic)

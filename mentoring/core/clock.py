"""The one place that reads the clock. Rules never call it: views, tasks and commands do and pass the day down."""

import zoneinfo
from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """The present moment with its time zone."""
    return timezone.now()


def today(time_zone: str = "Asia/Barnaul") -> date:
    """The calendar day in a territory."""
    return timezone.now().astimezone(zoneinfo.ZoneInfo(time_zone)).date()

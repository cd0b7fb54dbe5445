"""The earliest day of an early end: three working days after the notice (ТК РФ, ст. 351.8)."""

from datetime import date
from typing import Final

from mentoring.core.dates import ProductionCalendar, WorkWeek, add_working_days
from mentoring.core.wording import long_date
from mentoring.programs.choices import EndInitiator

NOTICE_WORKING_DAYS: Final = 3


def earliest_end(
    given_on: date, *, initiator: str, calendar: ProductionCalendar, week: WorkWeek | int = WorkWeek.FIVE
) -> date:
    """The first day on which mentoring may end; by agreement of both no notice is needed. Raises CalendarGap."""
    if initiator == EndInitiator.MUTUAL:
        return given_on
    return add_working_days(given_on, NOTICE_WORKING_DAYS, calendar=calendar, week=week)


def end_fault(ends_on: date, *, earliest_on: date, term_end: date) -> str:
    """What is wrong with the day of the end; empty when it is right."""
    if ends_on < earliest_on:
        return (
            f"Раньше {long_date(earliest_on)} прекратить нельзя: после уведомления должно пройти три рабочих дня. "
            "Выберите эту дату или позже."
        )
    if ends_on > term_end:
        return f"Программа и так заканчивается {long_date(term_end)}: выберите дату раньше."
    return ""

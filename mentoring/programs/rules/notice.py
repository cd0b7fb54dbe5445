"""The earliest day of an early end: three working days after the notice (ТК РФ, ст. 351.8)."""

from datetime import date
from typing import Final

from mentoring.core.dates import ProductionCalendar, WorkWeek, add_working_days
from mentoring.core.wording import long_date
from mentoring.programs.choices import EndInitiator
from mentoring.programs.rules.term import Term

NOTICE_WORKING_DAYS: Final = 3


def earliest_end(
    given_on: date, *, initiator: str, calendar: ProductionCalendar, week: WorkWeek | int = WorkWeek.FIVE
) -> date:
    """The first day on which mentoring may end; by agreement of both no notice is needed. Raises CalendarGap."""
    if initiator == EndInitiator.MUTUAL:
        return given_on
    return add_working_days(given_on, NOTICE_WORKING_DAYS, calendar=calendar, week=week)


def end_fault(ends_on: date, *, earliest_on: date, term: Term) -> str:
    """What is wrong with the day of the end; empty when it is right."""
    if ends_on < earliest_on:
        return (
            f"Раньше {long_date(earliest_on)} прекратить нельзя: прекращают не раньше третьего рабочего дня "
            "после вручения уведомления. Выберите эту дату или позже."
        )
    if ends_on < term.starts_on:
        return (
            f"Программа начинается {long_date(term.starts_on)}: выберите эту дату или позже. "
            "Чтобы она не начиналась, руководитель отменяет приказ о паре."
        )
    if ends_on > term.ends_on:
        return f"Программа и так заканчивается {long_date(term.ends_on)}: выберите дату раньше."
    return ""

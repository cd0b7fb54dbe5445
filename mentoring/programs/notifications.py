"""Messages of this domain: what happened and one link; no difficulties, no sums, nobody's refusal."""

from collections.abc import Iterable

from django.urls import reverse

from mentoring.core.wording import long_date, period
from mentoring.notifications.actions import notify
from mentoring.people.models import Person
from mentoring.programs.choices import Side
from mentoring.programs.models import EarlyEnd, Program


def agreed(program: Program, *, side: Side) -> None:
    """Tell the other side that this one has agreed to the whole programme."""
    people = _mentees(program) if side == Side.MENTOR else [program.mentorship.mentor.person]
    who = "Наставник согласовал программу" if side == Side.MENTOR else "Наставляемый согласовал программу"
    for person in people:
        notify(
            person=person,
            kind="programs.program.agreed",
            title=who,
            body="Откройте программу: её можно изменить или тоже согласовать.",
            url=_url(program),
            dedup_key=f"programs.program.agreed:{program.pk}:{program.version}:{side}:{person.pk}",
            organization_id=program.organization_id,
        )


def approved(program: Program) -> None:
    """Tell both sides that the order is signed and on which day the programme begins."""
    for person in _people(program):
        notify(
            person=person,
            kind="programs.program.approved",
            title=f"Приказ подписан, программа начнётся {long_date(program.starts_on)}",
            body="До этого дня программу можно перечитать и договориться о первой встрече.",
            url=_url(program),
            dedup_key=f"programs.program.approved:{program.pk}:{program.version}:{person.pk}",
            organization_id=program.organization_id,
        )


def started(program: Program) -> None:
    """Tell both sides that the programme has begun by its order."""
    for person in _people(program):
        notify(
            person=person,
            kind="programs.program.started",
            title="Программа началась",
            body=f"Программа идёт {period(program.starts_on, program.ends_on)} Договоритесь о первой встрече.",
            url=_url(program),
            dedup_key=f"programs.program.started:{program.pk}:{program.version}:{person.pk}",
            organization_id=program.organization_id,
        )


def recalled(program: Program) -> None:
    """Tell both sides that the order was revoked and another one is on its way."""
    for person in _people(program):
        notify(
            person=person,
            kind="programs.program.recalled",
            title="Приказ о паре отменён",
            body="Готовится новый приказ. Подписывать согласия ещё раз не нужно.",
            url=_url(program),
            dedup_key=f"programs.program.recalled:{program.pk}:{program.version}:{person.pk}",
            organization_id=program.organization_id,
        )


def end_noticed(end: EarlyEnd, *, by_person_id: int | None) -> None:
    """Tell the people of the pair, but not the one who has said it, from which day mentoring ends."""
    for person in _people(end.program):
        if person.pk == by_person_id:
            continue
        notify(
            person=person,
            kind="programs.end.noticed",
            title="Наставничество прекращается досрочно",
            body=f"Последний день определён: с {long_date(end.ends_on)} пара не действует. Готовится приказ.",
            url=_url(end.program),
            dedup_key=f"programs.end.noticed:{end.pk}:{person.pk}",
            organization_id=end.organization_id,
        )


def end_ordered(end: EarlyEnd) -> None:
    """Tell both sides that the order on the end is signed and that nothing changes before its day."""
    for person in _people(end.program):
        notify(
            person=person,
            kind="programs.end.ordered",
            title="Приказ о прекращении наставничества подписан",
            body=f"С {long_date(end.ends_on)} пара не действует. До этого дня всё идёт как прежде.",
            url=_url(end.program),
            dedup_key=f"programs.end.ordered:{end.pk}:{person.pk}",
            organization_id=end.organization_id,
        )


def stopped(program: Program) -> None:
    """Tell both sides that mentoring has ended by its order."""
    for person in _people(program):
        notify(
            person=person,
            kind="programs.program.stopped",
            title="Наставничество прекращено по приказу",
            body="Всё, что сделано, остаётся в программе. Спасибо за работу.",
            url=_url(program),
            dedup_key=f"programs.program.stopped:{program.pk}:{person.pk}",
            organization_id=program.organization_id,
        )


def _people(program: Program) -> Iterable[Person]:
    return [program.mentorship.mentor.person, *_mentees(program)]


def _mentees(program: Program) -> list[Person]:
    return [mentee.person for mentee in program.mentorship.mentees.all()]


def _url(program: Program) -> str:
    return reverse("programs:program_detail", args=[program.public_id])

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
    _tell(
        people,
        program,
        kind="programs.program.agreed",
        once=f"{program.pk}:{program.version}:{side}",
        title="Наставник согласовал программу" if side == Side.MENTOR else "Наставляемый согласовал программу",
        body="Откройте программу: её можно изменить или тоже согласовать.",
    )


def approved(program: Program) -> None:
    """Tell both sides that the order is signed and on which day the programme begins."""
    _tell(
        _people(program),
        program,
        kind="programs.program.approved",
        once=f"{program.pk}:{program.version}",
        title=f"Приказ подписан, программа начнётся {long_date(program.starts_on)}",
        body="До этого дня программу можно перечитать и договориться о первой встрече.",
    )


def started(program: Program) -> None:
    """Tell both sides that the programme has begun by its order."""
    _tell(
        _people(program),
        program,
        kind="programs.program.started",
        once=f"{program.pk}:{program.version}",
        title="Программа началась",
        body=f"Программа идёт {period(program.starts_on, program.ends_on)} Договоритесь о первой встрече.",
    )


def recalled(program: Program) -> None:
    """Tell both sides that the order was revoked and another one is on its way."""
    _tell(
        _people(program),
        program,
        kind="programs.program.recalled",
        once=f"{program.pk}:{program.version}",
        title="Приказ о паре отменён",
        body="Готовится новый приказ. Подписывать согласия ещё раз не нужно.",
    )


def end_noticed(end: EarlyEnd, *, by_person_id: int | None) -> None:
    """Tell the people of the pair, but not the one who has said it, from which day mentoring ends."""
    _tell(
        [person for person in _people(end.program) if person.pk != by_person_id],
        end.program,
        kind="programs.end.noticed",
        once=f"{end.pk}",
        title="Наставничество прекращается досрочно",
        body=f"Последний день определён: с {long_date(end.ends_on)} пара не действует. Готовится приказ.",
    )


def end_ordered(end: EarlyEnd) -> None:
    """Tell both sides that the order on the end is signed and that nothing changes before its day."""
    _tell(
        _people(end.program),
        end.program,
        kind="programs.end.ordered",
        once=f"{end.pk}",
        title="Приказ о прекращении наставничества подписан",
        body=f"С {long_date(end.ends_on)} пара не действует. До этого дня всё идёт как прежде.",
    )


def stopped(program: Program) -> None:
    """Tell both sides that mentoring has ended by its order."""
    _tell(
        _people(program),
        program,
        kind="programs.program.stopped",
        once=f"{program.pk}",
        title="Наставничество прекращено по приказу",
        body="Всё, что сделано, остаётся в программе. Спасибо за работу.",
    )


def _tell(people: Iterable[Person], program: Program, *, kind: str, once: str, title: str, body: str) -> None:
    """One message a person with the programme behind it; `once` says which happening of this kind it is."""
    for person in people:
        notify(
            person=person,
            kind=kind,
            title=title,
            body=body,
            url=reverse("programs:program_detail", args=[program.public_id]),
            dedup_key=f"{kind}:{once}:{person.pk}",
            organization_id=program.organization_id,
        )


def _people(program: Program) -> Iterable[Person]:
    return [program.mentorship.mentor.person, *_mentees(program)]


def _mentees(program: Program) -> list[Person]:
    return [mentee.person for mentee in program.mentorship.mentees.all()]

"""What operations on one programme share: the lock, the way back to a draft, the side that acts."""

from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.errors import Stale
from mentoring.programs import access
from mentoring.programs.choices import ConsentKind, ConsentState, Side
from mentoring.programs.models import Consent, MenteeAgreement, Program
from mentoring.programs.states import PROGRAM

STALE = "Пока вы правили, текст изменил кто-то другой. Сравните оба варианта и сохраните ещё раз."
GONE = "Эту строку уже убрали из программы. Ваш текст сохранён: добавьте его как новую строку или верните прежнюю."


def locked(program: Program) -> Program:
    """The programme under a lock, with its organisation and pair."""
    found = Program.objects.select_for_update(of=("self",)).select_related(
        "organization__territory", "mentorship__mentor__person"
    )
    return found.get(pk=program.pk)


def opened(program: Program, by: Actor) -> Program:
    """The programme under a lock, which the actor may edit now; raises NotAllowed, WrongState."""
    stored = locked(program)
    require(access.can_edit(by, stored))
    PROGRAM.check(stored, "edit")
    return stored


def check_version(stored: int, given: int) -> None:
    """Raise Stale when somebody has saved since the form was opened."""
    if stored != given:
        raise Stale(STALE)


def reopen(program: Program) -> None:
    """An edit makes the programme a draft again: both sides agree to the new text, also on paper."""
    PROGRAM.move(program, "edit")
    program.mentor_agreed_at = program.mentee_agreed_at = None
    program.save(update_fields=["state", "mentor_agreed_at", "mentee_agreed_at"])
    MenteeAgreement.objects.filter(program=program).delete()
    signatures = Consent.objects.filter(program=program, kind=ConsentKind.PROGRAM, state=ConsentState.SIGNED)
    signatures.update(state=ConsentState.PREPARED, signed_on=None, marked_at=None)


def side_of(actor: Actor, program: Program) -> str:
    """Which side of the pair the actor is; empty for others."""
    if access.is_mentor(actor, program):
        return Side.MENTOR
    return Side.MENTEE if access.is_mentee(actor, program) else ""

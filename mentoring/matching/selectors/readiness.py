"""What may be known of readiness: that somebody is ready, or that there is no answer. A «нет» reads as no answer."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mentoring.accounts.models import User
from mentoring.core.actor import Actor
from mentoring.core.registry import Registry
from mentoring.core.wording import day_month
from mentoring.matching import access
from mentoring.matching.choices import Channel, MentorshipState, ReadinessState, Side
from mentoring.matching.models import Mentee, Readiness
from mentoring.organizations.models import Organization
from mentoring.people.models import Person

Key = tuple[int, str]

DECIDED = (MentorshipState.RECOMMENDED, MentorshipState.ACTIVE)


@dataclass(frozen=True, slots=True)
class Mark:
    """Readiness as leaders see it: a refusal and silence are the same here by construction."""

    is_ready: bool = False
    asked_on: date | None = None
    in_pair: bool = False

    @property
    def words(self) -> str:
        """«готовность подтверждена», «ответа нет, спросили 3 октября», «ещё не спрашивали»; in a decided pair neither.

        A pair is decided of people who were ready: «ответа нет» beside it would tell that one of them has said no.
        """
        if self.in_pair:
            return "решение о паре принято"
        if self.is_ready:
            return "готовность подтверждена"
        return f"ответа нет, спросили {day_month(self.asked_on)}" if self.asked_on else "ещё не спрашивали"

    @property
    def tone(self) -> str:
        """The tone of its tag."""
        return "good" if self.is_ready else "quiet"


SILENCE = Mark()


def marks_of(actor: Actor, organization: Organization) -> dict[Key, Mark]:
    """Marks by person and side for who leads the organisation; nothing for anybody else."""
    if not access.can_lead(actor, organization):
        return {}
    return ready_marks(organization)


def ready_marks(organization: Organization) -> dict[Key, Mark]:
    """Marks by person and side. The state is compared with «ready» in SQL, so that a refusal is never loaded."""
    rows = Readiness.objects.filter(organization=organization)
    ready = set(rows.filter(state=ReadinessState.READY).values_list("person_id", "side"))
    paired = _paired(organization)
    asked = rows.values_list("person_id", "side", "asked_on")
    return {
        (person_id, side): Mark((person_id, side) in ready, asked_on, (person_id, side) in paired)
        for person_id, side, asked_on in asked
    }


def _paired(organization: Organization) -> set[Key]:
    """Who stands in a decided pair, and on which side."""
    seats = Mentee.objects.filter(
        is_live=True, mentorship__organization=organization, mentorship__state__in=DECIDED
    ).values_list("person_id", "mentor_person_id")
    return {key for mentee, mentor in seats for key in ((mentee, str(Side.MENTEE)), (mentor, str(Side.MENTOR)))}


@dataclass(frozen=True, slots=True, kw_only=True)
class RestrictedRow:
    """A line of the restricted journal."""

    person: Person
    what: str
    how: str
    at: datetime | None


RestrictedSource = Callable[[Actor, Organization], Iterable[RestrictedRow]]

restricted_rows: Registry[RestrictedSource] = Registry("the restricted journal of the curator")
"""Called with the actor and the organisation; the owner applies her own rule of who may read."""


def declined_rows(actor: Actor, organization: Organization) -> list[RestrictedRow]:
    """Refusals to consider a pair, for the curator alone."""
    rows = Readiness.objects.declined_visible_to(actor).filter(organization=organization).select_related("person")
    return [
        RestrictedRow(
            person=row.person,
            what=_journal_words(row),
            how=Channel(row.channel).label if row.channel and row.state == ReadinessState.DECLINED else "",
            at=row.answered_at if row.state == ReadinessState.DECLINED else row.own_no_at,
        )
        for row in rows.order_by("-answered_at", "pk")
    ]


def _journal_words(row: Readiness) -> str:
    side = Side(row.side).label
    if row.state == ReadinessState.DECLINED:
        return f"Сейчас не готов(а): {side}"
    after = "отмечено «готов(а)» после разговора" if row.state == ReadinessState.READY else "задан новый вопрос"
    return f"Ответ «нет» дан лично: {side}. Потом {after}"


def restricted_journal(actor: Actor, organization: Organization) -> list[RestrictedRow]:
    """Everything that only the curator may know, from all domains."""
    found = [row for source in restricted_rows.values() for row in source(actor, organization)]
    return sorted(found, key=lambda row: (row.at is None, row.person.search, row.person.pk))


def without_entry(people: Sequence[Person]) -> list[Person]:
    """Those of the people who cannot enter the site: a question there reaches them on a printed slip only."""
    entering = User.objects.filter(person__in=people, is_active=True).values_list("person_id", flat=True)
    reached = set(entering)
    return [person for person in people if person.pk not in reached]


def own_questions(actor: Actor) -> list[Readiness]:
    """What the actor was asked and what she answered: her own page."""
    rows = Readiness.objects.visible_to(actor).filter(person_id__in=actor.own_ids)
    return list(rows.select_related("organization__territory").order_by("side", "pk"))

"""Pairs and groups."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from mentoring.core.actor import Actor
from mentoring.core.models import public_id_field
from mentoring.core.personal import PersonalField
from mentoring.matching import access
from mentoring.matching.choices import LIVE_STATES, DecisionKind, MentorshipState
from mentoring.matching.models.mentors import Mentor, MentorPlace
from mentoring.matching.models.needs import Need
from mentoring.organizations.models import Organization
from mentoring.people.models import Person


class MentorshipQuerySet(models.QuerySet["Mentorship"]):
    """Pairs and groups by state and by who may see them."""

    def visible_to(self, actor: Actor) -> Self:
        """Only rows that the actor may see."""
        return self.filter(access.visible_mentorships(actor)).distinct()

    def live(self) -> Self:
        """Proposed, decided or running."""
        return self.filter(state__in=LIVE_STATES)

    def with_people(self) -> Self:
        """With the mentor and the mentees."""
        # People come by a join: prefetched one by one key they make a condition too deep for SQLite from 1,000 on.
        mentees = models.Prefetch("mentees", Mentee.objects.select_related("person"))
        return self.select_related("mentor__person", "organization__territory").prefetch_related(mentees)


class Mentorship(models.Model):
    """A pair or a group: one mentor, one or more mentees (R-1.6); people learn of it when it is announced."""

    personal: ClassVar[dict[str, PersonalField]] = {}
    impersonal: ClassVar = (
        "public_id",
        "form",
        "kinds",
        "state",
        "decision_kind",
        "decision_clause",
        "body_name",
        "minutes_number",
        "minutes_on",
        "decided_on",
        "announced_at",
        "started_on",
        "ended_on",
        "created_at",
    )

    public_id = public_id_field()
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="mentorships")
    mentor = models.ForeignKey(Mentor, on_delete=models.PROTECT, related_name="mentorships")
    form = models.CharField("форма", max_length=40)
    kinds = models.JSONField("виды", default=list)
    state = models.CharField(
        "состояние", max_length=20, choices=MentorshipState.choices, default=MentorshipState.PROPOSED
    )
    decision_kind = models.CharField("решение", max_length=10, choices=DecisionKind.choices, blank=True)
    decision_clause = models.CharField("пункт положения", max_length=60, blank=True)
    body_name = models.CharField("кто рекомендовал", max_length=200, blank=True)
    minutes_number = models.CharField("номер протокола", max_length=40, blank=True)
    minutes_on = models.DateField("дата протокола", null=True, blank=True)
    decided_on = models.DateField("решено", null=True, blank=True)
    announced_at = models.DateTimeField("объявлено", null=True, blank=True)
    started_on = models.DateField("действует с", null=True, blank=True)
    ended_on = models.DateField("прекращена", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    objects = MentorshipQuerySet.as_manager()

    class Meta:
        verbose_name = "пара"
        verbose_name_plural = "пары"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(decision_kind="")
                | Q(decision_kind="sole") & ~Q(decision_clause="")
                | Q(decision_kind="council") & ~Q(minutes_number="") & Q(minutes_on__isnull=False),
                name="mentorship_decision_whole",
                violation_error_message=(
                    "Для единоличного решения нужен пункт положения, для рекомендации совета — номер и дата протокола."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"пара #{self.pk}"


class Mentee(models.Model):
    """A mentee in a pair or a group; a live one holds one of the mentor's places."""

    personal: ClassVar[dict[str, PersonalField]] = {}
    impersonal: ClassVar = ("form", "is_live")

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="mentees")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="mentee_in")
    mentor_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    need = models.ForeignKey(Need, on_delete=models.PROTECT, null=True, blank=True, related_name="mentees")
    place = models.ForeignKey(MentorPlace, on_delete=models.PROTECT, null=True, blank=True, related_name="mentees")
    form = models.CharField("форма", max_length=40)
    is_live = models.BooleanField(default=True)

    class Meta:
        verbose_name = "наставляемый"
        verbose_name_plural = "наставляемые"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "form"],
                condition=Q(is_live=True),
                name="mentee_one_live_pair_of_form",
                violation_error_message="У наставляемого уже есть пара этой формы. Завершите её или выберите другую.",
            ),
            models.UniqueConstraint(
                fields=["place"],
                condition=Q(is_live=True),
                name="mentor_place_taken_once",
                violation_error_message="У наставника не осталось свободных мест. Выберите другого или добавьте место.",
            ),
            models.UniqueConstraint(
                fields=["mentorship", "person"],
                name="mentee_once_in_pair",
                violation_error_message="Этот наставляемый уже есть в паре.",
            ),
            models.CheckConstraint(
                condition=Q(is_live=False) | Q(place__isnull=False),
                name="mentee_live_has_place",
                violation_error_message="Действующему наставляемому нужно место у наставника.",
            ),
            models.CheckConstraint(
                condition=~Q(person=F("mentor_person")),
                name="mentorship_two_people",
                violation_error_message="Наставник и наставляемый — разные люди.",
            ),
        ]

    def __str__(self) -> str:
        return f"наставляемый #{self.pk}"

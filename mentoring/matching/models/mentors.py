"""Who can mentor, with places; and who said that she is ready."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from mentoring.core.actor import Actor
from mentoring.core.models import public_id_field
from mentoring.core.personal import DataClass, OnErasure, PersonalField
from mentoring.matching import access
from mentoring.matching.choices import Channel, MentorState, ReadinessState, Side, Source
from mentoring.organizations.models import Organization
from mentoring.people.models import Person

MENTOR_DATA = PersonalField(DataClass.WORKING, "банк наставников", "пока в банке и 5 лет", OnErasure.PSEUDONYM)
ANSWER = PersonalField(DataClass.DELICATE, "добровольность участия", "год", in_own_export=True)
MAX_CAPACITY = 6


class MentorQuerySet(models.QuerySet["Mentor"]):
    """Mentors by state and by who may see them."""

    def visible_to(self, actor: Actor) -> Self:
        """Only rows that the actor may see."""
        return self.filter(access.visible_mentors(actor)).distinct()

    def with_person(self) -> Self:
        """With the person and the places."""
        return self.select_related("person", "organization__territory").prefetch_related("places")


class Mentor(models.Model):
    """A teacher who can mentor: measurable results, areas, hours and capacity (R-1.4, п. 3.1)."""

    personal: ClassVar = {
        "reason": MENTOR_DATA,
        "results": MENTOR_DATA,
        "areas": MENTOR_DATA,
        "hours_per_month": MENTOR_DATA,
        "capacity": MENTOR_DATA,
    }
    impersonal: ClassVar = ("public_id", "source", "state", "admitted_on", "recommended_by")

    public_id = public_id_field()
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="mentors")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="mentor_profiles")
    source = models.CharField("откуда", max_length=10, choices=Source.choices)
    reason = models.CharField("почему предложен", max_length=300, blank=True)
    state = models.CharField("состояние", max_length=20, choices=MentorState.choices, default=MentorState.CANDIDATE)
    capacity = models.PositiveSmallIntegerField("мест", default=2)
    hours_per_month = models.PositiveSmallIntegerField("часов в месяц", null=True, blank=True)
    areas = models.JSONField("в чём помогает", default=list)
    results = models.TextField("измеримые результаты", max_length=2000, blank=True)
    admitted_on = models.DateField("в банке с", null=True, blank=True)
    recommended_by = models.CharField("кем рекомендован", max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = MentorQuerySet.as_manager()

    class Meta:
        verbose_name = "наставник"
        verbose_name_plural = "наставники"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organization", "person"],
                name="mentor_once",
                violation_error_message="Этот педагог уже есть среди наставников организации.",
            ),
            models.CheckConstraint(
                condition=Q(capacity__gte=1, capacity__lte=MAX_CAPACITY),
                name="mentor_capacity",
                violation_error_message=f"Мест у наставника бывает от 1 до {MAX_CAPACITY}.",
            ),
        ]

    def __str__(self) -> str:
        return f"наставник #{self.pk}"


class MentorPlace(models.Model):
    """One of a mentor's places. A live mentee holds exactly one: the database keeps capacity on both engines."""

    mentor = models.ForeignKey(Mentor, on_delete=models.CASCADE, related_name="places")
    number = models.PositiveSmallIntegerField("место")

    class Meta:
        verbose_name = "место у наставника"
        verbose_name_plural = "места у наставников"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["mentor", "number"],
                name="mentor_place_once",
                violation_error_message="Такое место у наставника уже есть.",
            ),
        ]

    def __str__(self) -> str:
        return f"место {self.number}"


class ReadinessQuerySet(models.QuerySet["Readiness"]):
    """Answers; a «нет» is seen by its author and in the restricted journal only."""

    def visible_to(self, actor: Actor) -> Self:
        """Own answers, and open questions and agreements of the organisations the actor curates."""
        return self.filter(access.visible_readiness(actor)).distinct()

    def declined_visible_to(self, actor: Actor) -> Self:
        """The restricted journal: refusals, for the curator of the organisation only."""
        return self.filter(access.visible_declines(actor))


class Readiness(models.Model):
    """Whether a person is ready to be a mentor or to have one; revocable, needs no reason (R-2.2)."""

    personal: ClassVar = {
        "state": ANSWER,
        "channel": ANSWER,
        "answered_at": ANSWER,
        "asked_on": ANSWER,
        "own_no_at": ANSWER,
    }
    impersonal: ClassVar = ("public_id", "side", "code_hash")

    public_id = public_id_field()
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="readiness")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="readiness")
    side = models.CharField("сторона", max_length=10, choices=Side.choices)
    state = models.CharField("ответ", max_length=10, choices=ReadinessState.choices, default=ReadinessState.ASKED)
    channel = models.CharField("как сказано", max_length=10, choices=Channel.choices, blank=True)
    asked_on = models.DateField("спросили")
    answered_at = models.DateTimeField("ответ получен", null=True, blank=True)
    own_no_at = models.DateTimeField("сказано «нет» самим", null=True, blank=True)
    """Stays when somebody else marks a «да» or asks again; ends with her own «да»."""
    code_hash = models.CharField(max_length=64, blank=True, db_index=True)
    version = models.PositiveIntegerField(default=1)

    objects = ReadinessQuerySet.as_manager()

    class Meta:
        verbose_name = "готовность"
        verbose_name_plural = "готовность"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organization", "person", "side"],
                name="readiness_once",
                violation_error_message="Этого человека уже спросили. Его ответ можно изменить.",
            ),
        ]

    def __str__(self) -> str:
        return f"готовность #{self.pk}"

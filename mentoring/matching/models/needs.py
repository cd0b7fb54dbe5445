"""Who needs a mentor: confirmed grounds, requests in own words, the yearly update."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from mentoring.core.actor import Actor
from mentoring.core.models import public_id_field
from mentoring.core.personal import DataClass, PersonalField
from mentoring.matching import access
from mentoring.matching.choices import NeedState, Source
from mentoring.organizations.models import Organization
from mentoring.people.models import Person

NEED_DATA = PersonalField(DataClass.WORKING, "кому нужен наставник", "5 лет")
OWN_WORDS = PersonalField(DataClass.DELICATE, "видит только автор", "пока автор не удалит")


class NeedQuerySet(models.QuerySet["Need"]):
    """Needs by state and by who may see them."""

    def visible_to(self, actor: Actor) -> Self:
        """Only rows that the actor may see."""
        return self.filter(access.visible_needs(actor)).distinct()

    def waiting(self) -> Self:
        """Confirmed and still without a mentor."""
        return self.filter(state=NeedState.CONFIRMED)

    def with_person(self) -> Self:
        """With the person whom it concerns."""
        return self.select_related("person", "organization__territory")


class Need(models.Model):
    """A confirmed (or denied) ground on which a person needs a mentor (Положение, п. 1.1)."""

    personal: ClassVar = {"ground": NEED_DATA, "reason": NEED_DATA, "not_required_reason": NEED_DATA}
    impersonal: ClassVar = ("public_id", "state", "source", "since", "decided_on", "school_year")

    public_id = public_id_field()
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="needs")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="needs")
    ground = models.CharField("основание", max_length=40)
    reason = models.CharField("почему", max_length=300, blank=True)
    source = models.CharField("откуда", max_length=10, choices=Source.choices)
    state = models.CharField("состояние", max_length=20, choices=NeedState.choices, default=NeedState.PROPOSED)
    school_year = models.PositiveSmallIntegerField("учебный год с")
    since = models.DateField("ждёт с")
    decided_on = models.DateField("решено", null=True, blank=True)
    not_required_reason = models.CharField("почему не требуется", max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = NeedQuerySet.as_manager()

    class Meta:
        verbose_name = "потребность в наставнике"
        verbose_name_plural = "потребности в наставниках"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organization", "person", "ground", "school_year"],
                condition=~Q(state="closed"),
                name="need_once_a_year",
                violation_error_message="Это основание у педагога уже записано в этом учебном году.",
            ),
            models.CheckConstraint(
                condition=~Q(state="not_required") | ~Q(not_required_reason=""),
                name="need_not_required_why",
                violation_error_message="Напишите, почему наставник не требуется.",
            ),
        ]

    def __str__(self) -> str:
        return f"потребность #{self.pk}"


class OwnRequestQuerySet(models.QuerySet["OwnRequest"]):
    """Requests in own words."""

    def visible_to(self, actor: Actor) -> Self:
        """Only the author's own rows."""
        return self.filter(access.visible_own_requests(actor))


class OwnRequest(models.Model):
    """What a teacher asks for in her own words (R-1.5); the words are seen by nobody but her."""

    personal: ClassVar = {"words": OWN_WORDS, "wished_image": OWN_WORDS}
    impersonal: ClassVar = ("public_id", "areas", "created_at", "updated_at", "withdrawn_at")

    public_id = public_id_field()
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="own_requests")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="own_requests")
    need = models.OneToOneField(Need, on_delete=models.PROTECT, related_name="own_request")
    words = models.TextField("своими словами", max_length=4000)
    wished_image = models.TextField("каким педагогом хочу стать", max_length=2000, blank=True)
    areas = models.JSONField("направления, в которых нужна помощь", default=list)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = OwnRequestQuerySet.as_manager()

    class Meta:
        verbose_name = "собственный запрос"
        verbose_name_plural = "собственные запросы"

    def __str__(self) -> str:
        return f"запрос #{self.pk}"


class NeedsUpdateQuerySet(models.QuerySet["NeedsUpdate"]):
    """Yearly updates."""

    def visible_to(self, actor: Actor) -> Self:
        """Only rows that the actor may see."""
        return self.filter(access.visible_updates(actor))


class NeedsUpdate(models.Model):
    """The yearly update of who needs a mentor, with its due date (R-4.1.3a)."""

    public_id = public_id_field()
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="needs_updates")
    school_year = models.PositiveSmallIntegerField("учебный год с")
    due_on = models.DateField("срок")
    completed_on = models.DateField("подтверждено", null=True, blank=True)
    completed_by_id = models.BigIntegerField(null=True)
    confirmed_count = models.PositiveIntegerField(default=0)
    not_required_count = models.PositiveIntegerField(default=0)

    objects = NeedsUpdateQuerySet.as_manager()

    class Meta:
        verbose_name = "ежегодное обновление сведений"
        verbose_name_plural = "ежегодные обновления сведений"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organization", "school_year"],
                name="needs_update_yearly",
                violation_error_message="Обновление за этот учебный год уже начато.",
            ),
        ]

    def __str__(self) -> str:
        return f"обновление {self.school_year}"

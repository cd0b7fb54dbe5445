"""Territories, organisations with the history of their names, and the installation itself."""

import zoneinfo
from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from mentoring.core import clock
from mentoring.core.actor import Actor
from mentoring.core.models import public_id_field
from mentoring.organizations import access
from mentoring.organizations.choices import HEAD_TITLES, MOO_TYPES, RUSSIAN_ZONES, Level, OrganizationType, Profile


class TerritoryQuerySet(models.QuerySet["Territory"]):
    """Territories as rules ask for them."""

    def visible_to(self, actor: Actor) -> Self:
        """Only rows that the actor may see."""
        return self.filter(access.visible_territories(actor))


class Territory(models.Model):
    """A federation, a region or a municipality; `path` is «/1/5/» down to the territory itself."""

    public_id = public_id_field()
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    level = models.CharField("уровень", max_length=20, choices=Level.choices)
    name = models.CharField("название", max_length=200)
    time_zone = models.CharField("часовой пояс", max_length=60, default="Asia/Barnaul")
    path = models.CharField(max_length=200, blank=True, db_index=True)

    objects = TerritoryQuerySet.as_manager()

    class Meta:
        verbose_name = "территория"
        verbose_name_plural = "территории"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["parent", "name"],
                name="territory_name_once",
                violation_error_message="Такая территория уже есть. Проверьте название.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def zone_title(self) -> str:
        """«Барнаул (МСК+4)»; the code of a zone that is not in the list."""
        return dict(RUSSIAN_ZONES).get(self.time_zone, self.time_zone)

    def today(self) -> date:
        """The calendar day here."""
        return clock.today(str(zoneinfo.ZoneInfo(self.time_zone)))


class OrganizationQuerySet(models.QuerySet["Organization"]):
    """Organisations as people and rules ask for them."""

    def visible_to(self, actor: Actor) -> Self:
        """Only rows that the actor may see."""
        return self.filter(access.visible_organizations(actor)).distinct()

    def open_on(self, day: date) -> Self:
        """Organisations that work on this day."""
        return self.filter(Q(closed_on=None) | Q(closed_on__gt=day))

    def educational(self) -> Self:
        """МОО: schools, kindergartens, additional education (Положение, п. 1.1)."""
        return self.filter(type__in=MOO_TYPES)

    def with_territory(self) -> Self:
        """With what «today» and the place on papers need."""
        return self.select_related("territory")


class Organization(models.Model):
    """An organisation of any type with its present names; earlier ones stand in OrganizationName."""

    public_id = public_id_field()
    code = models.SlugField("код", max_length=40, unique=True)
    territory = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="organizations")
    type = models.CharField("тип", max_length=20, choices=OrganizationType.choices)
    full_name = models.CharField("полное наименование", max_length=400)
    short_name = models.CharField("сокращённое наименование", max_length=200)
    place = models.CharField("место составления документов", max_length=100, blank=True)
    head_title = models.CharField("должность руководителя", max_length=120, blank=True)  # empty is the usual one
    week_days = models.PositiveSmallIntegerField("рабочих дней в неделе", default=5, choices=[(5, "5"), (6, "6")])
    opened_on = models.DateField("действует с", null=True, blank=True)
    closed_on = models.DateField("закрыта", null=True, blank=True)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged")
    search = models.CharField(max_length=700, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        verbose_name = "организация"
        verbose_name_plural = "организации"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(merged_into=None) | Q(closed_on__isnull=False),
                name="organization_merged_is_closed",
                violation_error_message="Присоединённая организация должна иметь дату закрытия. Укажите её.",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(opened_on=None) | Q(closed_on__gte=F("opened_on")),
                name="organization_dates",
                violation_error_message="Дата закрытия раньше даты открытия. Исправьте одну из них.",
            ),
        ]

    def __str__(self) -> str:
        return self.short_name

    @property
    def is_kindergarten(self) -> bool:
        """True for детский сад: words and some rules differ there."""
        return self.type == OrganizationType.KINDERGARTEN

    @property
    def title_of_head(self) -> str:
        """How papers call the head: as was written, else as is usual for the type."""
        return self.head_title or HEAD_TITLES[OrganizationType(self.type)]

    def today(self) -> date:
        """The calendar day in the organisation's territory."""
        return self.territory.today()


class OrganizationName(models.Model):
    """A name that an organisation had from a day on."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="names")
    full_name = models.CharField("полное наименование", max_length=400)
    short_name = models.CharField("сокращённое наименование", max_length=200)
    valid_from = models.DateField("действует с")
    basis = models.CharField("основание", max_length=300, blank=True)

    class Meta:
        verbose_name = "наименование"
        verbose_name_plural = "наименования"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organization", "valid_from"],
                name="organization_name_once_a_day",
                violation_error_message="На эту дату наименование уже записано. Выберите другую дату.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.short_name} с {self.valid_from:%d.%m.%Y}"


class Installation(models.Model):
    """What this copy of the system is for; one row, written at creation."""

    profile = models.CharField("профиль", max_length=20, choices=Profile.choices)
    is_demo = models.BooleanField("демонстрация", default=False)
    second_factor_required = models.BooleanField("второй фактор обязателен", default=True)
    public_url = models.CharField("адрес сайта", max_length=200, blank=True)  # empty is that of this computer
    top = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="+", null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "установка"
        verbose_name_plural = "установки"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(pk=1),
                name="installation_is_one",
                violation_error_message="Система уже создана. Второй записи об установке не бывает.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_profile_display()

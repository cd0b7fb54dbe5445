"""Kinds of territories and organisations, profiles of an installation."""

from django.db.models import TextChoices


class Level(TextChoices):
    """The level of a territory."""

    FEDERATION = "federation", "страна"
    REGION = "region", "регион"
    MUNICIPALITY = "municipality", "муниципалитет"


class OrganizationType(TextChoices):
    """What an organisation is; МОО are the first three (Положение, п. 1.1)."""

    SCHOOL = "school", "школа"
    KINDERGARTEN = "kindergarten", "детский сад"
    ADDITIONAL = "additional", "дополнительное образование"
    COMMITTEE = "committee", "комитет по образованию"
    CENTER = "center", "методический центр или институт"
    PARTNER = "partner", "партнёр"


MOO_TYPES = (OrganizationType.SCHOOL, OrganizationType.KINDERGARTEN, OrganizationType.ADDITIONAL)


class Profile(TextChoices):
    """What the installation is for; asked once by `mentoring setup`."""

    ORGANIZATION = "organization", "одна организация"
    MUNICIPALITY = "municipality", "муниципалитет"
    REGION = "region", "регион"

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


HEAD_TITLES = {
    OrganizationType.SCHOOL: "директор",
    OrganizationType.KINDERGARTEN: "заведующий",
    OrganizationType.ADDITIONAL: "директор",
    OrganizationType.COMMITTEE: "председатель",
    OrganizationType.CENTER: "директор",
    OrganizationType.PARTNER: "руководитель",
}
"""How the head of such an organisation is usually called in its papers."""


RUSSIAN_ZONES = (
    ("Europe/Kaliningrad", "Калининград (МСК−1)"),
    ("Europe/Moscow", "Москва"),
    ("Europe/Samara", "Самара (МСК+1)"),
    ("Asia/Yekaterinburg", "Екатеринбург (МСК+2)"),
    ("Asia/Omsk", "Омск (МСК+3)"),
    ("Asia/Barnaul", "Барнаул (МСК+4)"),
    ("Asia/Novosibirsk", "Новосибирск (МСК+4)"),
    ("Asia/Krasnoyarsk", "Красноярск (МСК+4)"),
    ("Asia/Irkutsk", "Иркутск (МСК+5)"),
    ("Asia/Yakutsk", "Якутск (МСК+6)"),
    ("Asia/Vladivostok", "Владивосток (МСК+7)"),
    ("Asia/Magadan", "Магадан (МСК+8)"),
    ("Asia/Kamchatka", "Камчатка (МСК+9)"),
)


class Profile(TextChoices):
    """What the installation is for; asked once by `mentoring setup`."""

    ORGANIZATION = "organization", "одна организация"
    MUNICIPALITY = "municipality", "муниципалитет"
    REGION = "region", "регион"

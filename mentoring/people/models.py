"""Person, the history of names, and corrected case forms."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from mentoring.core.actor import Actor
from mentoring.core.models import public_id_field
from mentoring.core.personal import DataClass, OnErasure, PersonalField
from mentoring.core.wording import FullName, search_text
from mentoring.people import access
from mentoring.people.choices import Case, Gender

NAME = PersonalField(
    DataClass.NAME_CARD,
    "учёт участников наставничества, документы",
    "пока работает и 75 лет в приказах",
    OnErasure.PSEUDONYM,
)
BIRTH = PersonalField(DataClass.WORKING, "отличить тёзок при загрузке списка", "пока работает", OnErasure.DELETE)


class PersonQuerySet(models.QuerySet["Person"]):
    """People as rules and searches ask for them."""

    def visible_to(self, actor: Actor) -> Self:
        """Only people whose card the actor may see."""
        return self.filter(access.visible_people(actor)).distinct()

    def matching(self, words: str) -> Self:
        """People whose normalised name has every one of the (already normalised) words."""
        found = self
        for word in words.split():
            found = found.filter(search__contains=word)
        return found

    def may_be(self, name: FullName) -> Self:
        """People whose name may be this one: the same in full, or one of the two is known without a patronymic."""
        short = search_text(name.last, name.first)
        same = Q(search=short)
        if name.patronymic:
            same |= Q(search=search_text(name.last, name.first, name.patronymic))
        else:
            same |= Q(search__startswith=f"{short} ")
        return self.filter(same)


class Person(models.Model):
    """A human being once in the whole system; work and sign-in stand apart."""

    personal: ClassVar = {
        "last_name": NAME,
        "first_name": NAME,
        "patronymic": NAME,
        "search": NAME,
        "gender": NAME,
        "birth_date": BIRTH,
        "birth_year": BIRTH,
    }
    impersonal: ClassVar = ("public_id",)

    public_id = public_id_field()
    last_name = models.CharField("фамилия", max_length=100)
    first_name = models.CharField("имя", max_length=100)
    patronymic = models.CharField("отчество", max_length=100, blank=True)
    gender = models.CharField("пол", max_length=10, choices=Gender.choices, blank=True)
    birth_date = models.DateField("дата рождения", null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField("год рождения", null=True, blank=True)
    search = models.CharField(max_length=320, db_index=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = "человек"
        verbose_name_plural = "люди"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(last_name="") & ~Q(first_name=""),
                name="person_has_name",
                violation_error_message="Укажите фамилию и имя.",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """«Иванова Мария Сергеевна»."""
        return " ".join(part for part in (self.last_name, self.first_name, self.patronymic) if part)


class PersonName(models.Model):
    """A name that the person had before a day (marriage, correction)."""

    personal: ClassVar = {"last_name": NAME, "first_name": NAME, "patronymic": NAME, "valid_until": NAME}
    impersonal: ClassVar = ()

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="former_names")
    last_name = models.CharField("фамилия", max_length=100)
    first_name = models.CharField("имя", max_length=100)
    patronymic = models.CharField("отчество", max_length=100, blank=True)
    valid_until = models.DateField("до")

    class Meta:
        verbose_name = "прежнее имя"
        verbose_name_plural = "прежние имена"

    def __str__(self) -> str:
        return f"{self.last_name} {self.first_name} {self.patronymic}".strip()


class PersonCaseForm(models.Model):
    """A case form that a person corrected; it wins over the rules everywhere."""

    personal: ClassVar = {"text": NAME}
    impersonal: ClassVar = ("case",)

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="case_forms")
    case = models.CharField("падеж", max_length=20, choices=Case.choices)
    text = models.CharField("фамилия, имя, отчество", max_length=320)

    class Meta:
        verbose_name = "падежная форма"
        verbose_name_plural = "падежные формы"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "case"],
                name="case_form_once",
                violation_error_message="Форма этого падежа уже записана. Исправьте её.",
            ),
        ]

    def __str__(self) -> str:
        return self.text

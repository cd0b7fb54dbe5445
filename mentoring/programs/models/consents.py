"""Terms of the mentor's work with their defaults, and the papers that people sign before the order."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from mentoring.core.actor import Actor
from mentoring.core.models import public_id_field
from mentoring.core.personal import DataClass, OnErasure, PersonalField
from mentoring.documents.models import Document
from mentoring.matching.models import Mentee
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.programs import access
from mentoring.programs.choices import ConsentKind, ConsentState, PaymentKind, WorkBasis
from mentoring.programs.models.plans import Program

TERMS = PersonalField(
    DataClass.DELICATE, "условия работы наставника (ТК РФ ст. 351.8)", "75 лет (проверить)", OnErasure.KEEP_BY_LAW
)
CONSENT_DATA = PersonalField(
    DataClass.WORKING, "добровольность участия", "3 года после окончания", OnErasure.KEEP_BY_LAW
)

PAYMENT_WHOLE = Q(payment_kind="none") | Q(payment_value__gt=0) & ~Q(payment_basis="")
LABOR_FUNCTION_WHY = Q(basis="agreement") | ~Q(labor_function_reason="")


class WorkTerms(models.Model):
    """What a mentor's work is made of, how long it takes and how it is paid."""

    basis = models.CharField("основание работы", max_length=20, choices=WorkBasis.choices, default=WorkBasis.AGREEMENT)
    labor_function_reason = models.CharField("почему входит в трудовую функцию", max_length=300, blank=True)
    content = models.TextField("содержание работы", max_length=2000, blank=True)
    hours_per_month = models.PositiveSmallIntegerField("часов в месяц", null=True, blank=True)
    payment_kind = models.CharField("выплата", max_length=10, choices=PaymentKind.choices, default=PaymentKind.NONE)
    payment_value = models.DecimalField("размер", max_digits=9, decimal_places=2, null=True, blank=True)
    payment_basis = models.CharField("основание выплаты", max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


class TermsDefaults(WorkTerms):
    """What the МОО offers every mentor; each pair starts from it."""

    personal: ClassVar[dict[str, PersonalField]] = {}
    impersonal: ClassVar = (
        "basis", "labor_function_reason", "content", "hours_per_month", "payment_kind", "payment_value",
        "payment_basis",
    )  # fmt: skip

    organization = models.OneToOneField(Organization, on_delete=models.CASCADE, related_name="mentor_terms_defaults")

    class Meta:
        verbose_name = "обычные условия работы наставника"
        verbose_name_plural = "обычные условия работы наставников"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=PAYMENT_WHOLE,
                name="terms_defaults_payment_whole",
                violation_error_message="Для выплаты нужны размер и основание. Заполните оба поля.",
            ),
            models.CheckConstraint(
                condition=LABOR_FUNCTION_WHY,
                name="terms_defaults_labor_function_why",
                violation_error_message="Напишите, почему наставничество входит в трудовую функцию.",
            ),
        ]

    def __str__(self) -> str:
        return f"обычные условия #{self.pk}"


class MentorTerms(WorkTerms):
    """Content, hours and payment of the mentor's work in one programme (ТК РФ ст. 351.8)."""

    personal: ClassVar = dict.fromkeys(
        (
            "basis",
            "labor_function_reason",
            "content",
            "hours_per_month",
            "payment_kind",
            "payment_value",
            "payment_basis",
            "contract_number",
            "contract_on",
        ),
        TERMS,
    )
    impersonal: ClassVar = ()

    program = models.OneToOneField(Program, on_delete=models.CASCADE, related_name="terms")
    contract_number = models.CharField("номер трудового договора", max_length=60, blank=True)
    contract_on = models.DateField("дата трудового договора", null=True, blank=True)

    class Meta:
        verbose_name = "условия работы наставника"
        verbose_name_plural = "условия работы наставников"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=PAYMENT_WHOLE,
                name="terms_payment_whole",
                violation_error_message="Для выплаты нужны размер и основание. Заполните оба поля.",
            ),
            models.CheckConstraint(
                condition=LABOR_FUNCTION_WHY,
                name="terms_labor_function_why",
                violation_error_message="Напишите, почему наставничество входит в трудовую функцию.",
            ),
        ]

    def __str__(self) -> str:
        return f"условия #{self.pk}"


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Consents by who may see them."""

    def visible_to(self, actor: Actor) -> Self:
        """Only rows that the actor may see."""
        return self.filter(access.visible_consents(actor)).distinct()

    def declined_visible_to(self, actor: Actor) -> Self:
        """The restricted journal: for the curator only."""
        return self.filter(access.visible_declined_consents(actor))

    def for_refusal(self) -> Self:
        """With the pair and both its people: the page of a refusal names them."""
        mentees = models.Prefetch("program__mentorship__mentees", Mentee.objects.select_related("person"))
        whole = self.select_related("person", "organization__territory", "program__mentorship__mentor__person")
        return whole.prefetch_related(mentees)

    def waiting(self) -> Self:
        """Made as a paper and not yet signed."""
        return self.filter(state=ConsentState.PREPARED).exclude(document=None)


class Consent(models.Model):
    """One paper of one person for one programme: prepared, signed by hand, recorded."""

    personal: ClassVar = {"state": CONSENT_DATA, "marked_at": CONSENT_DATA, "signed_on": CONSENT_DATA}
    impersonal: ClassVar = ("public_id", "kind")

    public_id = public_id_field()
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="consents")
    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="consents")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="consents")
    kind = models.CharField("вид", max_length=20, choices=ConsentKind.choices)
    state = models.CharField("состояние", max_length=20, choices=ConsentState.choices, default=ConsentState.PREPARED)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="consents")
    signed_on = models.DateField("дата подписи", null=True, blank=True)
    marked_at = models.DateTimeField(null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = "согласие"
        verbose_name_plural = "согласия"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["program", "person", "kind"],
                name="consent_once",
                violation_error_message="Этот документ для программы уже подготовлен.",
            ),
            models.CheckConstraint(
                condition=~Q(state="signed") | Q(signed_on__isnull=False),
                name="consent_signed_has_date",
                violation_error_message="У подписанного согласия должна быть дата подписи. Укажите её.",
            ),
        ]

    def __str__(self) -> str:
        return f"согласие #{self.pk}"

    @property
    def is_awaited(self) -> bool:
        """True when its paper is made and not yet signed."""
        return self.state == ConsentState.PREPARED and self.document_id is not None

"""Papers with their frozen payload, files, parties, and the local acts they refer to."""

import secrets
from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from mentoring.core.actor import Actor
from mentoring.core.models import public_id_field
from mentoring.core.personal import DataClass, OnErasure, PersonalField
from mentoring.documents import access
from mentoring.documents.choices import DocumentState, LocalActKind, PartyRole
from mentoring.organizations.models import Organization
from mentoring.people.models import Person

PAPER = PersonalField(DataClass.WORKING, "документы по личному составу", "75 лет (проверить)", OnErasure.KEEP_BY_LAW)


def new_check_token() -> str:
    """The unguessable part of the address behind a paper's QR (128 bits)."""
    return secrets.token_urlsafe(16)


class FileQuerySet(models.QuerySet["File"]):
    """Files by who may open them."""

    def visible_to(self, actor: Actor) -> Self:
        """Only files of papers and acts that the actor may see."""
        return self.filter(access.visible_files(actor)).distinct()


class File(models.Model):
    """An uploaded scan or text; it lies in the data folder under its hash, its name is only shown."""

    personal: ClassVar = {"name": PAPER}
    impersonal: ClassVar = ("public_id", "sha256", "content_type", "size", "uploaded_at")

    public_id = public_id_field()
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="files")
    sha256 = models.CharField(max_length=64, db_index=True)
    name = models.CharField("имя", max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField("размер")
    uploaded_by_id = models.BigIntegerField(null=True)
    uploaded_at = models.DateTimeField(auto_now_add=True)

    objects = FileQuerySet.as_manager()

    class Meta:
        verbose_name = "файл"
        verbose_name_plural = "файлы"

    def __str__(self) -> str:
        return f"файл #{self.pk}"


class LocalActQuerySet(models.QuerySet["LocalAct"]):
    """Local acts by day and by who may see them."""

    def visible_to(self, actor: Actor) -> Self:
        """Only rows that the actor may see."""
        return self.filter(access.visible_local_acts(actor))

    def in_force_on(self, day: date) -> Self:
        """Acts that apply on this day."""
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=day), applies_from__lte=day)


class LocalAct(models.Model):
    """A local act of the МОО with its three dates apart (R-0.1): signed, applies from, lost force."""

    public_id = public_id_field()
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="local_acts")
    kind = models.CharField("вид", max_length=20, choices=LocalActKind.choices)
    title = models.CharField("название", max_length=400)
    title_instrumental = models.CharField(
        "название в творительном падеже («руководствуясь …»)", max_length=400, blank=True
    )
    number = models.CharField("номер", max_length=60, blank=True)
    signed_on = models.DateField("подписан")
    applies_from = models.DateField("действует с")
    ended_on = models.DateField("утратил силу", null=True, blank=True)
    sole_decision_clause = models.CharField(
        "пункт, по которому пару утверждает руководитель", max_length=60, blank=True
    )
    file = models.ForeignKey(File, on_delete=models.PROTECT, null=True, blank=True, related_name="local_acts")
    version = models.PositiveIntegerField(default=1)

    objects = LocalActQuerySet.as_manager()

    class Meta:
        verbose_name = "локальный акт"
        verbose_name_plural = "локальные акты"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gt=F("applies_from")),
                name="local_act_dates",
                violation_error_message="Акт утратил силу раньше, чем начал действовать. Исправьте даты.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class DocumentQuerySet(models.QuerySet["Document"]):
    """Papers by state and by who may see them."""

    def visible_to(self, actor: Actor) -> Self:
        """Only rows that the actor may see."""
        return self.filter(access.visible_documents(actor)).distinct()

    def waiting_for_signature(self) -> Self:
        """Made and not yet signed."""
        return self.filter(state__in=(DocumentState.DRAFT, DocumentState.PRINTED))

    def with_parties(self) -> Self:
        """With the people of each paper."""
        # People come by a join: prefetched one by one key they make a condition too deep for SQLite from 1,000 on.
        parties = models.Prefetch("parties", DocumentParty.objects.select_related("person"))
        return self.select_related("organization__territory", "scan").prefetch_related(parties)


class Document(models.Model):
    """A paper: its payload is frozen when it is decided, so the same Word file can be made again at any time."""

    personal: ClassVar = {"title": PAPER, "payload": PAPER}
    impersonal: ClassVar = (
        "public_id",
        "kind",
        "state",
        "book",
        "number",
        "year",
        "dated_on",
        "check_token",
        "made_on",
        "printed_at",
        "signed_on",
        "signed_marked_at",
        "ended_on",
        "created_at",
        "cancel_reason",
    )

    public_id = public_id_field()
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField("вид", max_length=40)
    state = models.CharField("состояние", max_length=20, choices=DocumentState.choices, default=DocumentState.DRAFT)
    title = models.CharField("заголовок", max_length=300)
    payload = models.JSONField(default=dict)
    book = models.CharField("журнал регистрации", max_length=40)
    number = models.CharField("номер", max_length=40, blank=True)
    year = models.PositiveSmallIntegerField("год", null=True, blank=True)
    dated_on = models.DateField("дата", null=True, blank=True)
    check_token = models.CharField(max_length=40, unique=True, default=new_check_token)
    made_on = models.DateField("составлен", null=True, blank=True)  # when its present text was made
    printed_at = models.DateTimeField("напечатан", null=True, blank=True)
    signed_on = models.DateField("подписан", null=True, blank=True)
    signed_marked_at = models.DateTimeField(null=True, blank=True)
    scan = models.ForeignKey(File, on_delete=models.PROTECT, null=True, blank=True, related_name="documents")
    ended_on = models.DateField("действует по", null=True, blank=True)
    cancel_reason = models.CharField("почему отменён", max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by_id = models.BigIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "документ"
        verbose_name_plural = "документы"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organization", "book", "year", "number"],
                condition=~Q(number="") & ~Q(state="cancelled"),
                name="document_number_once",
                violation_error_message="Этот номер в журнале уже занят. Возьмите следующий.",
            ),
            models.CheckConstraint(
                condition=Q(number="") | Q(year__isnull=False, dated_on__isnull=False),
                name="document_number_with_date",
                violation_error_message="К номеру нужна дата. Укажите её.",
            ),
            models.CheckConstraint(
                condition=~Q(state="signed") | Q(signed_on__isnull=False),
                name="document_signed_has_date",
                violation_error_message="У подписанного документа должна быть дата подписи. Укажите её.",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["organization", "kind", "state"], name="document_register")]

    def __str__(self) -> str:
        return f"{self.kind} #{self.pk}"

    @property
    def is_signed(self) -> bool:
        """True when a signed copy is recorded."""
        return self.state == DocumentState.SIGNED


class DocumentParty(models.Model):
    """A person on a paper: signs it, is named in it, or reads it against signature."""

    personal: ClassVar[dict[str, PersonalField]] = {}
    impersonal: ClassVar = ("role", "signed_on")

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="parties")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="papers")
    role = models.CharField("роль", max_length=20, choices=PartyRole.choices)
    signed_on = models.DateField("дата", null=True, blank=True)

    class Meta:
        verbose_name = "участник документа"
        verbose_name_plural = "участники документа"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document", "person", "role"],
                name="document_party_once",
                violation_error_message="Этот человек уже есть в документе.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} #{self.pk}"

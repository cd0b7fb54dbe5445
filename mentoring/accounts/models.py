"""User, posts, ties, one-time codes."""

from datetime import date, datetime, timedelta
from typing import ClassVar, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from mentoring.accounts import access
from mentoring.accounts.choices import InvitationPurpose, Role, TieKind
from mentoring.core.actor import Actor
from mentoring.core.models import public_id_field
from mentoring.core.personal import DataClass, OnErasure, PersonalField
from mentoring.organizations.models import Organization
from mentoring.people.models import Person

LOGIN = PersonalField(DataClass.WORKING, "вход в систему", "пока есть доступ и 90 дней после")


class UserManager(BaseUserManager["User"]):
    """Users are found by their login name whatever the case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """The user of this login name."""
        return self.get(username=(username or "").lower())


class User(AbstractBaseUser):
    """The right to enter; what the person may do follows from posts and ties."""

    personal: ClassVar = {"username": LOGIN, "email": LOGIN, "last_login": LOGIN}
    impersonal: ClassVar = ("password", "is_active", "display", "created_at", "email_refused_at")

    username = models.CharField("имя для входа", max_length=60, unique=True)
    email = models.EmailField("электронная почта", blank=True, db_index=True)
    email_refused_at = models.DateTimeField("почта не принимает писем с", null=True, blank=True)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="user")
    is_active = models.BooleanField("вход разрешён", default=True)
    display = models.CharField("оформление", max_length=60, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = []

    objects = UserManager()

    class Meta:
        verbose_name = "учётная запись"
        verbose_name_plural = "учётные записи"

    def __str__(self) -> str:
        return self.username

    @property
    def has_entered(self) -> bool:
        """True once the person has set a password: from now on a code is one of a new password."""
        return bool(self.password) and self.has_usable_password()


class PostQuerySet(models.QuerySet["Post"]):
    """Posts by day and by who may see them."""

    def held_on(self, day: date) -> Self:
        """Posts that hold on this day."""
        return self._given(begun_by=day, lasting_to=day)

    def held_about(self, day: date) -> Self:
        """Posts that hold on this day in some time zone of the earth."""
        return self._given(begun_by=day + timedelta(days=1), lasting_to=day - timedelta(days=1))

    def _given(self, *, begun_by: date, lasting_to: date) -> Self:
        """Posts that are confirmed, not taken away and within their dates, as is the post that they stand in for."""
        own = Q(valid_until=None) | Q(valid_until__gte=lasting_to)
        principal = Q(acting_for__valid_until=None) | Q(acting_for__valid_until__gte=lasting_to)
        principal &= Q(acting_for__valid_from__lte=begun_by)
        principal &= Q(acting_for__revoked_at=None, acting_for__awaits_second=False)
        acting = Q(acting_for=None) | principal
        return self.filter(own, acting, revoked_at=None, awaits_second=False, valid_from__lte=begun_by)

    def not_revoked(self) -> Self:
        """Posts that nobody took away, whatever their dates."""
        return self.filter(revoked_at=None)

    def visible_to(self, actor: Actor) -> Self:
        """Only rows that the actor may see."""
        return self.filter(access.visible_posts(actor)).distinct()


class Post(models.Model):
    """Person + role + organisation + period + basis; rights act from the first to the last day, both included."""

    personal: ClassVar = {
        "basis": PersonalField(
            DataClass.WORKING, "основание полномочий", "3 года после окончания", OnErasure.KEEP_BY_LAW
        ),
    }
    impersonal: ClassVar = (
        "public_id",
        "role",
        "valid_from",
        "valid_until",
        "revoked_at",
        "awaits_second",
        "created_at",
    )

    public_id = public_id_field()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField("роль", max_length=20, choices=Role.choices)
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="posts")
    valid_from = models.DateField("с")
    valid_until = models.DateField("по", null=True, blank=True)
    basis = models.CharField("основание", max_length=300, blank=True)
    revoked_at = models.DateTimeField("снята", null=True, blank=True)
    acting_for = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="deputies")
    awaits_second = models.BooleanField("ждёт второго подтверждения", default=False)
    granted_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = "роль человека"
        verbose_name_plural = "роли людей"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="post_dates",
                violation_error_message="Роль заканчивается раньше, чем начинается. Исправьте даты.",
            ),
            models.CheckConstraint(
                condition=Q(acting_for=None) | Q(valid_until__isnull=False),
                name="post_deputy_has_end",
                violation_error_message="Замещение бывает на срок. Укажите последний день.",
            ),
            models.UniqueConstraint(
                fields=["person", "role", "organization"],
                condition=Q(revoked_at=None, valid_until=None),
                name="post_open_once",
                violation_error_message="Эта роль у человека уже есть. Второй раз назначать не нужно.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} #{self.pk}"

    def is_held_on(self, day: date) -> bool:
        """True when the post gives rights on this day; a deputy's does while the post that he stands in for does."""
        begun = self.valid_from <= day
        over = self.valid_until is not None and self.valid_until < day
        held = begun and not over and self.revoked_at is None and not self.awaits_second
        return held and (self.acting_for is None or self.acting_for.is_held_on(day))


class UserTieQuerySet(models.QuerySet["UserTie"]):
    """Ties by day."""

    def held_on(self, day: date) -> Self:
        """Ties that hold on this day."""
        return self.filter(Q(valid_until=None) | Q(valid_until__gte=day), valid_from__lte=day)


class UserTie(models.Model):
    """Who may see whose card because they work together; written by the domains that bring people together."""

    personal: ClassVar[dict[str, PersonalField]] = {}
    impersonal: ClassVar = ("kind", "valid_from", "valid_until", "source")

    viewer = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="ties")
    subject = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=TieKind.choices)
    source = models.CharField(max_length=80)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    objects = UserTieQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["viewer", "subject", "kind", "source"],
                name="tie_once",
                violation_error_message="Эта связь уже записана.",
            ),
            models.CheckConstraint(
                condition=~Q(viewer=F("subject")),
                name="tie_two_people",
                violation_error_message="Связь бывает между двумя разными людьми.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.viewer_id} → {self.subject_id}"


class Invitation(models.Model):
    """A one-time code, sent as a link or printed with a QR; only its hash is kept."""

    personal: ClassVar[dict[str, PersonalField]] = {}
    impersonal: ClassVar = ("code_hash", "purpose", "created_at", "expires_at", "used_at", "cancelled_at")

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="invitations")
    purpose = models.CharField("назначение", max_length=20, choices=InvitationPurpose.choices)
    code_hash = models.CharField(max_length=64, unique=True)
    issued_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "одноразовый код"
        verbose_name_plural = "одноразовые коды"

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} #{self.pk}"

    @property
    def is_first_entry(self) -> bool:
        """True when the person enters for the first time."""
        return self.purpose == InvitationPurpose.FIRST_ENTRY

    def is_good(self, moment: datetime) -> bool:
        """True while the code may be used."""
        return self.used_at is None and self.cancelled_at is None and moment < self.expires_at


class UserSessionQuerySet(models.QuerySet["UserSession"]):
    """Signed-in browsers."""

    def visible_to(self, actor: Actor) -> Self:
        """Only the actor's own."""
        return self.filter(access.visible_sessions(actor))


class UserSession(models.Model):
    """A browser in which the user is signed in, as her own list shows it; no address of the machine is kept."""

    personal: ClassVar = {"device": LOGIN, "started_at": LOGIN, "seen_at": LOGIN}
    impersonal: ClassVar = ("public_id", "session_key")

    public_id = public_id_field()
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sessions")
    session_key = models.CharField(max_length=40, unique=True)
    device = models.CharField("устройство", max_length=80, blank=True)
    started_at = models.DateTimeField("вход")
    seen_at = models.DateTimeField("последнее действие")

    objects = UserSessionQuerySet.as_manager()

    class Meta:
        verbose_name = "сеанс"
        verbose_name_plural = "сеансы"

    def __str__(self) -> str:
        return f"{self.device} #{self.pk}"

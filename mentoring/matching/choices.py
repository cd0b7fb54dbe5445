"""Stored values of needs, mentors, readiness and pairs."""

from django.db.models import TextChoices


class Source(TextChoices):
    """Who thought of it first."""

    RULE = "rule", "предложено системой"
    HAND = "hand", "добавлено вручную"
    SELF = "self", "по собственному желанию"


class NeedState(TextChoices):
    """Life of a need (R-4.1.3a)."""

    PROPOSED = "proposed", "ждёт подтверждения"
    CONFIRMED = "confirmed", "ждёт наставника"
    MET = "met", "наставник есть"
    NOT_REQUIRED = "not_required", "наставник не требуется"
    CLOSED = "closed", "закрыто"


class MentorState(TextChoices):
    """Life of a mentor in the bank of the МОО."""

    CANDIDATE = "candidate", "кандидат"
    IN_BANK = "in_bank", "в банке наставников"
    PAUSED = "paused", "пауза"
    LEFT = "left", "не участвует"


class Side(TextChoices):
    """Which side of a pair is asked."""

    MENTOR = "mentor", "наставник"
    MENTEE = "mentee", "наставляемый"


class ReadinessState(TextChoices):
    """What the person said; revocable at any time (R-2.2)."""

    ASKED = "asked", "спросили, ответа ещё нет"
    READY = "ready", "готовность подтверждена"
    DECLINED = "declined", "сейчас нет"


class Channel(TextChoices):
    """How readiness was said."""

    SITE = "site", "на сайте"
    SLIP = "slip", "по печатному листку"
    TALK = "talk", "в разговоре"


class MentorshipState(TextChoices):
    """Life of a pair or a group."""

    PROPOSED = "proposed", "предложена"
    RECOMMENDED = "recommended", "решение принято"
    ACTIVE = "active", "действует"
    FINISHED = "finished", "завершена"
    STOPPED = "stopped", "прекращена"
    CANCELLED = "cancelled", "не состоялась"


LIVE_STATES = (MentorshipState.PROPOSED, MentorshipState.RECOMMENDED, MentorshipState.ACTIVE)
ENDED_EARLY = (MentorshipState.STOPPED, MentorshipState.CANCELLED)


class DecisionKind(TextChoices):
    """Who decided on the pair."""

    SOLE = "sole", "единоличное решение по положению МОО"
    COUNCIL = "council", "рекомендовано советом"

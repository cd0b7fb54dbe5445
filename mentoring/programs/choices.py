"""Stored values of programmes, consents and ends."""

from django.db.models import TextChoices


class ProgramState(TextChoices):
    """Life of a programme."""

    DRAFT = "draft", "составляется"
    AGREED = "agreed", "согласована обоими"
    ORDERED = "ordered", "в проекте приказа"
    APPROVED = "approved", "ещё не началась"
    RUNNING = "running", "выполняется"
    FINISHED = "finished", "завершена"
    STOPPED = "stopped", "прекращена"
    CANCELLED = "cancelled", "не состоялась"


LIVE_STATES = (
    ProgramState.DRAFT,
    ProgramState.AGREED,
    ProgramState.ORDERED,
    ProgramState.APPROVED,
    ProgramState.RUNNING,
)
UNDER_ORDER = (ProgramState.APPROVED, ProgramState.RUNNING)  # fixed by a signed order, begun or not


class Side(TextChoices):
    """The two sides that write and carry out a programme."""

    MENTOR = "mentor", "наставник"
    MENTEE = "mentee", "наставляемый"


class AimedAt(TextChoices):
    """What a мероприятие serves: each is tied to one of the two (R-1.7)."""

    DIFFICULTY = "difficulty", "профессиональное затруднение"
    STRENGTH = "strength", "сильная сторона"


class Responsible(TextChoices):
    """Who does it."""

    MENTOR = "mentor", "наставник"
    MENTEE = "mentee", "наставляемый"
    BOTH = "both", "оба"
    CURATOR = "curator", "куратор"


class Mode(TextChoices):
    """How they meet."""

    IN_PERSON = "in_person", "очно"
    REMOTE = "remote", "дистанционно"
    MIXED = "mixed", "смешанно"


class WorkBasis(TextChoices):
    """On what ground the mentor works (ТК РФ ст. 351.8)."""

    AGREEMENT = "agreement", "дополнительное соглашение"
    LABOR_FUNCTION = "labor_function", "входит в трудовую функцию"


class PaymentKind(TextChoices):
    """What is paid; amounts stand in the agreement and nowhere else."""

    NONE = "none", "не установлена"
    PERCENT = "percent", "процент оклада"
    AMOUNT = "amount", "сумма в рублях"


class ConsentKind(TextChoices):
    """Papers that come before the order."""

    MENTOR = "mentor", "согласие наставника"
    MENTEE = "mentee", "согласие наставляемого"
    AGREEMENT = "agreement", "дополнительное соглашение"
    PROGRAM = "program", "подпись на программе"


class ConsentState(TextChoices):
    """Life of a consent; a refusal leaves no trace outside the restricted journal."""

    PREPARED = "prepared", "ждёт подписи"
    SIGNED = "signed", "подписано"
    DECLINED = "declined", "не дано"
    WITHDRAWN = "withdrawn", "отозвано"


QUIET_STATES = (ConsentState.DECLINED, ConsentState.WITHDRAWN)  # seen in the restricted journal only


class OrderKind(TextChoices):
    """Which order a line stands in."""

    START = "start", "о закреплении"
    END = "end", "о прекращении"


class EndInitiator(TextChoices):
    """Who ends a pair early; never shown as a fault."""

    MENTOR = "mentor", "наставник"
    MENTEE = "mentee", "наставляемый"
    EMPLOYER = "employer", "работодатель"
    MUTUAL = "mutual", "обе стороны, по соглашению"

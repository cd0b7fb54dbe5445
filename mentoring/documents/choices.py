"""States of a paper and kinds of local acts."""

from django.db.models import TextChoices


class DocumentState(TextChoices):
    """A paper stays law: a click is no signature."""

    DRAFT = "draft", "проект"
    PRINTED = "printed", "напечатан"
    SIGNED = "signed", "подписан"
    CANCELLED = "cancelled", "отменён"


DELICATE_KINDS = ("program",)  # papers that tell a teacher's difficulties: not for who only keeps the paperwork


class PartyRole(TextChoices):
    """What a person is to a paper."""

    SIGNER = "signer", "подписывает"
    SUBJECT = "subject", "упомянут"
    ACQUAINTED = "acquainted", "знакомится под подпись"


class LocalActKind(TextChoices):
    """Local acts of an МОО that papers refer to."""

    REGULATION = "regulation", "положение о наставничестве"
    INTRODUCTION = "introduction", "приказ о внедрении наставничества"
    CURATOR = "curator", "приказ о назначении куратора"
    PAYMENT = "payment", "положение об оплате труда"
    OTHER = "other", "иной акт"

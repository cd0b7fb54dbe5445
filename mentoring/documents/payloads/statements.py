"""Papers that one person signs: consents, notices, the additional agreement."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from mentoring.core.wording import by_gender, period, sentence
from mentoring.documents.payloads import phrases
from mentoring.documents.payloads.base import Labelled, Letterhead, Payload
from mentoring.documents.payloads.people import Employer, PaperPerson, capitalized

UNDER_THE_LAW = "В соответствии со статьёй 351.8 Трудового кодекса Российской Федерации"
RIGHT_TO_STOP = (
    f"{UNDER_THE_LAW} я вправе досрочно отказаться от этой работы, "
    "а работодатель вправе досрочно отменить поручение о её выполнении; об этом предупреждают другую сторону "
    "в письменной форме не менее чем за три рабочих дня. Это право мне разъяснено."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Payload):
    """To whom, from whom, what; terms as a table; who signs."""

    addressee: tuple[str, ...]
    sender: tuple[str, ...]
    title: str
    subtitle: str
    body: tuple[str, ...]
    terms: tuple[Labelled, ...] = ()
    closing: tuple[str, ...] = ()
    signer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorConsent(Statement):
    """Written consent of the mentor (article 351.8 of the Labour Code)."""

    kind: ClassVar[str] = "mentor_consent"


@dataclass(frozen=True, slots=True, kw_only=True)
class MenteeConsent(Statement):
    """Written consent of the mentee."""

    kind: ClassVar[str] = "mentee_consent"


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminationNotice(Statement):
    """Notice of refusal or cancellation, with the line of receipt."""

    kind: ClassVar[str] = "termination_notice"

    receiver: str
    receiver_initials: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSide:
    """One side of the agreement."""

    title: str
    position: str
    initials: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdditionalAgreement(Payload):
    """Additional agreement to the labour contract: content, term, form, hours, payment with its basis."""

    kind: ClassVar[str] = "additional_agreement"

    letterhead: Letterhead
    title: str
    contract: str
    parties: str
    points: tuple[str, ...]
    employer: AgreementSide
    worker: AgreementSide


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkTerms:
    """Terms of a mentor's work in words; `payment` is a full phrase with its basis, or why there is none."""

    content: str
    starts_on: date
    ends_on: date
    form: str
    kinds: tuple[str, ...]
    hours: str
    payment: str

    @property
    def term(self) -> str:
        """«с … по …»."""
        return period(self.starts_on, self.ends_on)

    @property
    def shape(self) -> str:
        """Form and kinds in one line."""
        return f"форма — «{self.form}»; {phrases.kinds(self.kinds)}"


def mentor_consent(
    employer: Employer, *, mentor: PaperPerson, mentees: tuple[PaperPerson, ...], terms: WorkTerms
) -> MentorConsent:
    """Compose the mentor's consent."""
    return MentorConsent(
        addressee=employer.facing(mentor).addressee,
        sender=_sender(mentor),
        title="СОГЛАСИЕ",
        subtitle="на выполнение работы по наставничеству",
        body=(
            f"Я, {mentor.nominative}, даю согласие на выполнение по поручению работодателя работы по наставничеству "
            f"в отношении {phrases.in_the_genitive(mentees)}, на следующих условиях:",
        ),
        terms=(
            Labelled(label="Содержание работы", text=terms.content),
            Labelled(label="Срок", text=terms.term),
            Labelled(label="Форма и вид", text=terms.shape),
            Labelled(label="Режим и объём", text=terms.hours),
            Labelled(label="Выплата", text=terms.payment),
        ),
        closing=(RIGHT_TO_STOP,),
        signer=mentor.initials,
    )


def mentee_consent(employer: Employer, *, mentee: PaperPerson, mentor: PaperPerson, terms: WorkTerms) -> MenteeConsent:
    """Compose the mentee's consent."""
    role = by_gender(mentee.gender, "наставляемого", "наставляемой")
    read = by_gender(mentee.gender, "ознакомлен", "ознакомлена")
    return MenteeConsent(
        addressee=employer.facing(mentee).addressee,
        sender=_sender(mentee),
        title="СОГЛАСИЕ",
        subtitle="на участие в наставничестве",
        body=(
            f"Я, {mentee.nominative}, даю согласие на участие в наставничестве в качестве {role}.",
            f"Наставник: {mentor.nominative}.",
        ),
        terms=(
            Labelled(label="Срок", text=terms.term),
            Labelled(label="Форма и вид", text=terms.shape),
        ),
        closing=(
            f"С положением о наставничестве и с персонализированной программой {read}.",
            "Мне разъяснено, что участие добровольно и что я вправе прекратить его или просить о другом наставнике "
            "без объяснения причин.",
        ),
        signer=mentee.initials,
    )


def mentor_refusal(
    employer: Employer, *, mentor: PaperPerson, mentees: tuple[PaperPerson, ...], since: date
) -> TerminationNotice:
    """Compose the mentor's notice of early refusal."""
    text = (
        f"{UNDER_THE_LAW} сообщаю о досрочном отказе от выполнения "
        f"работы по наставничеству в отношении {phrases.in_the_genitive(mentees)}, {phrases.since(since)}"
    )
    return _notice_to_head(employer, sender=mentor, subtitle="о досрочном отказе от наставничества", text=text)


def mentee_refusal(employer: Employer, *, mentee: PaperPerson, mentor: PaperPerson, since: date) -> TerminationNotice:
    """Compose the mentee's notice that she leaves."""
    text = (
        f"Сообщаю о прекращении своего участия в наставничестве (наставник — {mentor.nominative}) "
        f"{phrases.since(since)}"
    )
    return _notice_to_head(employer, sender=mentee, subtitle="о прекращении участия в наставничестве", text=text)


def employer_cancellation(
    employer: Employer, *, mentor: PaperPerson, mentees: tuple[PaperPerson, ...], since: date
) -> TerminationNotice:
    """Compose the employer's notice of early cancellation."""
    side = employer.facing(mentor)
    return TerminationNotice(
        addressee=(capitalized(mentor.position.dative), mentor.short.dative),
        sender=(),
        title="УВЕДОМЛЕНИЕ",
        subtitle="о досрочной отмене поручения о наставничестве",
        body=(
            sentence(
                f"{UNDER_THE_LAW} уведомляем Вас о досрочной отмене "
                f"поручения о выполнении работы по наставничеству в отношении {phrases.in_the_genitive(mentees)}, "
                f"{phrases.since(since)}"
            ),
        ),
        closing=(side.office,),
        signer=side.initials,
        receiver=mentor.nominative,
        receiver_initials=mentor.initials,
    )


def additional_agreement(
    employer: Employer, *, mentor: PaperPerson, mentees: tuple[PaperPerson, ...], terms: WorkTerms, contract: str = ""
) -> AdditionalAgreement:
    """Compose the agreement; `contract` is «от 1 сентября 2019 г. № 12», blank to be filled by hand."""
    letterhead, side = employer.letterhead, employer.facing(mentor)
    points = (
        "Работодатель поручает, а Работник на основании письменного согласия принимает на себя работу "
        f"по наставничеству в отношении {phrases.in_the_genitive(mentees)}.",
        f"Содержание работы: {terms.content}.",
        f"Срок выполнения работы: {terms.term}",
        f"Форма выполнения работы: {terms.shape}. Режим и объём: {terms.hours}.",
        f"Оплата: {terms.payment}.",
        "Работник вправе досрочно отказаться от выполнения этой работы, а Работодатель — досрочно отменить поручение "
        "о её выполнении, предупредив об этом другую сторону в письменной форме не менее чем за три рабочих дня "
        "(статья 351.8 Трудового кодекса Российской Федерации).",
        "Остальные условия трудового договора остаются без изменений.",
        f"Соглашение вступает в силу {phrases.since(terms.starts_on)}, является неотъемлемой частью трудового договора "
        "и составлено в двух экземплярах, по одному для каждой стороны.",
    )
    return AdditionalAgreement(
        letterhead=letterhead,
        title="о выполнении работы по наставничеству",
        contract="к трудовому договору " + (contract or "от «____» ____________ 20____ г. № ________"),
        parties=f"{letterhead.full_name} (далее — Работодатель) в лице {side.in_person}, "
        f"с одной стороны, и {mentor.nominative} (далее — Работник), с другой стороны, "
        "заключили соглашение о следующем:",
        points=phrases.numbered(sentence(point) for point in points),
        employer=AgreementSide(title=letterhead.short_name, position=side.position, initials=side.initials),
        worker=AgreementSide(
            title=mentor.name.nominative, position=capitalized(mentor.position.nominative), initials=mentor.initials
        ),
    )


def _notice_to_head(employer: Employer, *, sender: PaperPerson, subtitle: str, text: str) -> TerminationNotice:
    side = employer.facing(sender)
    return TerminationNotice(
        addressee=side.addressee,
        sender=_sender(sender),
        title="УВЕДОМЛЕНИЕ",
        subtitle=subtitle,
        body=(sentence(text),),
        signer=sender.initials,
        receiver=side.position,
        receiver_initials=side.initials,
    )


def _sender(person: PaperPerson) -> tuple[str, ...]:
    return (f"от {person.position.genitive}", person.name.genitive)

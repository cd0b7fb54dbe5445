"""Step 0: the order that makes the processing of personal data lawful before a staff list is loaded."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from mentoring.documents.payloads import phrases
from mentoring.documents.payloads.orders import Order
from mentoring.documents.payloads.people import Employer, PaperPerson, capitalized

LAW: Final = (
    "статьями 6, 18.1 и 22.1 Федерального закона от\u00a027\u00a0июля 2006\u00a0г. №\u00a0152-ФЗ "
    "«О персональных данных»",
    "статьями 86—88 Трудового кодекса Российской Федерации",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataCategory:
    """Whose data, which, why, how long."""

    whose: str
    content: str
    purpose: str
    retention: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Who receives data, which, on what ground."""

    name: str
    content: str
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessingBasis(Order):
    """Names the responsible person, approves the lists of data and of recipients, entrusts the keeper of the system."""

    kind: ClassVar[str] = "processing_basis"

    categories: tuple[DataCategory, ...]
    recipients: tuple[Recipient, ...]


CATEGORIES: Final = (
    DataCategory(
        whose="Педагогические работники",
        content="Фамилия, имя, отчество; пол; дата или год рождения; должность, стаж, квалификационная категория, "
        "сведения об аттестации и о приёме на работу; рабочие адрес электронной почты и телефон",
        purpose="Организация наставничества, оформление документов",
        retention="Пока человек работает; документы по личному составу — сроки архивного законодательства",
    ),
    DataCategory(
        whose="Участники наставничества",
        content="Согласия; форма, виды, направление и сроки наставничества; программа и её выполнение",
        purpose="Закрепление пар, ведение персонализированных программ",
        retention="До окончания программы и ещё три года",
    ),
    DataCategory(
        whose="Пользователи системы",
        content="Имя для входа, роли и сроки их действия, журнал действий",
        purpose="Разграничение доступа, защита данных",
        retention="Пока действует учётная запись и ещё один год",
    ),
)


def processing_basis(
    employer: Employer,
    *,
    responsible: PaperPerson,
    keeper: str = "",
    recipients: Sequence[Recipient] = (),
    basis: Sequence[str] = LAW,
) -> ProcessingBasis:
    """Compose the order; `keeper` names in the dative who keeps the system on the employer's behalf, if not itself."""
    head = employer.head
    is_head = responsible.name == head.name
    points = [
        "Обязанности ответственного за организацию обработки персональных данных оставляю за собой."
        if is_head
        else f"Назначить ответственным за организацию обработки персональных данных {responsible.accusative}.",
        "Обрабатывать персональные данные работников в информационной системе «Наставничество» в составе, в целях "
        "и в сроки согласно приложению 1.",
    ]
    if keeper:
        points.append(
            f"Поручить обработку персональных данных в этой системе {keeper} на основании договора, в котором "
            "определены действия с данными, цели обработки, обязанность соблюдать конфиденциальность и меры защиты "
            "(часть 3 статьи 6 Федерального закона «О персональных данных»)."
        )
    points.append("Утвердить перечень получателей персональных данных (приложение 2).")
    if not is_head:
        points.append(f"{capitalized(responsible.dative)}, ознакомить работников с приказом под подпись.")
    points.append(phrases.CONTROL_KEPT)
    return ProcessingBasis(
        letterhead=employer.letterhead,
        title="Об обработке персональных данных работников при организации наставничества",
        preamble=phrases.preamble(basis, ()),
        points=phrases.numbered(points),
        signatory=head.signatory,
        acquainted=phrases.acquainted([responsible], but=head),
        categories=CATEGORIES,
        recipients=tuple(recipients) or (_nobody(),),
    )


def _nobody() -> Recipient:
    return Recipient(
        name="Третьим лицам данные не передаются",
        content="Вышестоящим органам — только обобщённые числа без имён",
        ground="—",
    )

"""Terms of a mentor's work in words, and what they lack (ТК РФ, ст. 351.8)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from mentoring.core.wording import hours, rubles
from mentoring.programs.choices import Mode, PaymentKind, WorkBasis

USUAL_CONTENT: Final = (
    "помощь в планировании и подготовке {lessons.genitive}, взаимное посещение {lessons.genitive} с разбором, "
    "консультации, "
    "помощь в освоении должностных обязанностей, сопровождение персонализированной программы"
)
USUAL_HOURS: Final = 8
PERCENT_MAX: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a mentor is offered."""

    basis: str = WorkBasis.AGREEMENT
    labor_function_reason: str = ""
    content: str = ""
    hours_per_month: int | None = None
    payment_kind: str = PaymentKind.NONE
    payment_value: Decimal | None = None
    payment_basis: str = ""

    @property
    def is_agreement(self) -> bool:
        """True when an additional agreement to the labour contract is needed."""
        return self.basis == WorkBasis.AGREEMENT


def terms_faults(terms: Terms) -> list[str]:
    """Everything that must be written before papers are made; empty when the terms are whole."""
    found = []
    if not terms.content.strip():
        found.append("Не записано содержание работы наставника: напишите, что он делает.")
    if not terms.hours_per_month:
        found.append("Не указан объём работы наставника: впишите часы в месяц.")
    if not terms.is_agreement:
        if not terms.labor_function_reason.strip():
            found.append(
                "Не написано, почему наставничество входит в трудовую функцию: сошлитесь на договор или инструкцию."
            )
        return found
    return [*found, *_payment_faults(terms)]


def is_percent_too_great(terms: Terms) -> bool:
    """Tell whether the payment is more than the whole salary."""
    return terms.payment_kind == PaymentKind.PERCENT and (terms.payment_value or 0) > PERCENT_MAX


def payment_words(terms: Terms) -> str:
    """The payment with its basis, or why there is none."""
    if not terms.is_agreement:
        return f"отдельно не устанавливается: наставничество входит в трудовую функцию ({terms.labor_function_reason})"
    if terms.payment_kind == PaymentKind.PERCENT:
        return f"{_percent(terms.payment_value)} должностного оклада в месяц; основание — {terms.payment_basis}"
    if terms.payment_kind == PaymentKind.AMOUNT:
        return f"{rubles(terms.payment_value or 0)} в месяц; основание — {terms.payment_basis}"
    return f"не установлена ({terms.payment_basis})"


def hours_words(hours_per_month: int | None, mode: str) -> str:
    """«8 часов в месяц, очно»."""
    how = Mode(mode).label
    return f"{hours(hours_per_month)} в месяц, {how}" if hours_per_month else how


def _payment_faults(terms: Terms) -> list[str]:
    if terms.payment_kind == PaymentKind.NONE:
        if terms.payment_basis.strip():
            return []
        return ["Не указано, почему выплата не установлена: напишите причину или назначьте выплату."]
    if is_percent_too_great(terms):
        return [f"Больше {PERCENT_MAX} % оклада не бывает: исправьте размер или выберите сумму в рублях."]
    if not terms.payment_value or not terms.payment_basis.strip():
        return ["Для выплаты нужны размер и основание: заполните оба поля."]
    return []


def _percent(value: Decimal | None) -> str:
    exact = (value or Decimal(0)).normalize()
    return f"{exact:f}".replace(".", ",") + "\u00a0%"

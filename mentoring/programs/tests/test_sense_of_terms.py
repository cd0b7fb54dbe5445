"""Percents, notices and signatures without sense are refused at their own field."""

from datetime import date
from typing import Any

import pytest

from mentoring.programs.forms.papers import EndForm, SigningForm, TermsForm

TERMS = {
    "content": "помощь в планировании",
    "hours_per_month": "8",
    "basis": "agreement",
    "payment_kind": "percent",
    "payment_basis": "Положение об оплате труда, пункт 4.7",
    "version": "0",
}


@pytest.mark.parametrize(("percent", "is_right"), [("500", False), ("100,5", False), ("100", True), ("7,5", True)])
def test_payment_is_at_most_the_whole_salary(percent: str, is_right: bool) -> None:
    form = TermsForm(TERMS | {"payment_value": percent})

    assert form.is_valid() is is_right
    assert list(form.errors) == ([] if is_right else ["payment_value"])


def test_sum_in_rubles_is_no_percent() -> None:
    assert TermsForm(TERMS | {"payment_kind": "amount", "payment_value": "5000"}).is_valid()


@pytest.mark.parametrize(
    ("name", "typed"), [("given_on", "2020-01-15"), ("given_on", "1926-11-24"), ("ends_on", "2126-01-01")]
)
def test_notice_is_of_our_time(name: str, typed: str) -> None:
    today = date.today()
    given: dict[str, Any] = {"initiator": "mentor", "given_on": str(today), "ends_on": str(today)}

    form = EndForm(given | {name: typed}, initiators=[("mentor", "наставник")], earliest=today)

    assert list(form.errors) == [name]
    assert "Проверьте год" in form.errors[name][0]


@pytest.mark.parametrize("typed", ["1926-11-24", "2126-11-24"])
def test_signature_is_of_our_time(typed: str) -> None:
    assert "Проверьте год: документ датируют" in SigningForm({"signed_on": typed}).errors["signed_on"][0]

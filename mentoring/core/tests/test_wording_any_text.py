"""Whatever a person types, wording neither fails nor changes the nominative."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.core.wording import FullName, Gender, decline_name, decline_position, normalize_name, search_text

TEXT = st.text(alphabet="абвеёийнокцчшщьыюяАБВИЙКН -–.,()/«»'\u00a01aCx№", max_size=30)


@settings(max_examples=200, deadline=None)
@given(last=TEXT, first=TEXT, patronymic=TEXT, gender=st.sampled_from(Gender))
def test_any_name_declines(last: str, first: str, patronymic: str, gender: Gender) -> None:
    name = FullName(last, first, patronymic).normalized()

    forms = decline_name(FullName(last, first, patronymic), gender)

    assert forms.nominative.split() == str(name).split()


@settings(max_examples=200, deadline=None)
@given(text=TEXT)
def test_any_position_declines(text: str) -> None:
    forms = decline_position(text)

    assert decline_position(forms.nominative).nominative == forms.nominative


@settings(max_examples=200, deadline=None)
@given(text=TEXT)
def test_mending_twice_changes_nothing(text: str) -> None:
    assert normalize_name(normalize_name(text)) == normalize_name(text)
    assert search_text(search_text(text)) == search_text(text)

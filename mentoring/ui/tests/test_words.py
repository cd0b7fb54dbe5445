"""Words of pages."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.test import RequestFactory
from lucide import IconDoesNotExist

from mentoring.ui import words
from mentoring.ui.tests.rendering import render

DAY = date(2026, 7, 18)


def test_day_of_a_moment_is_the_local_one() -> None:
    assert words.day(datetime(2026, 7, 17, 20, 0, tzinfo=UTC)) == "18\xa0июля 2026\xa0г."
    assert words.moment(datetime(2026, 7, 17, 20, 5, tzinfo=UTC)).endswith(", 03:05")


def test_nothing_is_an_empty_word() -> None:
    assert [words.day(None), words.day_short(None), words.moment(None), words.period(None, None)] == ["", "", "", ""]


def test_open_period_names_its_one_side() -> None:
    assert words.period(DAY, None) == "с\xa018\xa0июля 2026\xa0г."
    assert words.period(None, DAY) == "по\xa018\xa0июля 2026\xa0г."


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1\xa0дело"), (3, "3\xa0дела"), (11, "11\xa0дел"), (21, "21\xa0дело")]
)
def test_number_agrees_with_its_word(number: int, text: str) -> None:
    assert words.counted(number, "дело, дела, дел") == text


@pytest.mark.parametrize(
    "person",
    [
        "Белоусова Вера Ивановна",
        SimpleNamespace(last="Белоусова", first="Вера", patronymic="Ивановна"),
        SimpleNamespace(last_name="Белоусова", first_name="Вера", patronymic="Ивановна"),
    ],
)
def test_name_comes_from_a_person_or_a_line(person: object) -> None:
    assert words.initials(person) == "Белоусова\xa0В.\xa0И."
    assert words.full_name(person) == "Белоусова Вера Ивановна"


@pytest.mark.parametrize(("typed", "shown"), [("83852367115", "+7\xa0385\xa0236-71-15"), ("112", "112"), ("", "")])
def test_telephone_is_written_one_way(typed: str, shown: str) -> None:
    assert words.phone(typed) == shown


@pytest.mark.parametrize(("size", "text"), [(0, "0\xa0Б"), (2048, "2\xa0кБ"), (3_670_016, "3,5\xa0МБ"), (None, "")])
def test_size_of_a_file(size: int | None, text: str) -> None:
    assert words.file_size(size) == text


def test_query_drops_and_replaces() -> None:
    request = RequestFactory().get("/?q=а&page=2&sort=name")

    assert render('{% query page=None sort="-name" as url %}{{ url }}', request) == "?q=%D0%B0&amp;sort=-name"


def test_code_is_read_in_fours() -> None:
    assert render("{{ code|dashed }}", code="3F7K9QTX2M") == "3F7K-9QTX-2M"


def test_unknown_icon_is_a_mistake_of_the_page() -> None:
    with pytest.raises(IconDoesNotExist):
        render('{% icon "no-such-icon" %}')


def test_icon_with_a_label_speaks() -> None:
    assert 'role="img"' in render('{% icon "search" "Найти" %}')
    assert 'aria-hidden="true"' in render('{% icon "search" %}')

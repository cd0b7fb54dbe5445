"""The books as pages: every entry with its source, nothing doubtful without its mark."""

from collections.abc import Callable
from importlib import resources

import pytest
from django.test import Client
from django.urls import reverse

from mentoring.accounts.tests.factories import make_user
from mentoring.people.models import Person
from mentoring.reference.books.norms import norms
from mentoring.reference.shelf import NAMES, book_named, shelf

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client_as: Callable[[Person], Client]) -> Client:
    return client_as(make_user().person)


def page(reader: Client, name: str, **conditions: str) -> str:
    return reader.get(reverse("reference:book_detail", args=[name]), conditions).content.decode()


def test_every_file_of_the_data_stands_on_the_shelf() -> None:
    folder = resources.files("mentoring.reference").joinpath("data")
    files = {file.name.removesuffix(".toml") for file in folder.iterdir()}
    assert files - {"calendar"} == set(NAMES)


@pytest.mark.parametrize("name", [*NAMES, "calendar"])
def test_page_shows_every_entry(name: str, reader: Client) -> None:
    book = book_named(name)
    assert book is not None
    shown = page(reader, name)

    assert f"Записей: {len(book.lines)}" in shown
    assert shown.count("<span>проверить</span>") == book.doubtful


def test_list_counts_what_is_to_be_checked(reader: Client) -> None:
    shown = reader.get(reverse("reference:book_list")).content.decode()

    assert f"проверить: {sum(norm.verify for norm in norms())}" in shown
    assert all(book.title in shown for book in shelf())


def test_words_and_mark_narrow_a_book(reader: Client) -> None:
    shown = page(reader, "norms", q="особенности труда", verify="1")

    assert "Записей: 1" in shown
    assert "дословный текст сверить" in shown
    assert "Таких записей нет" in page(reader, "norms", q="чего нет")


def test_year_without_a_decree_is_marked() -> None:
    book = book_named("calendar")
    assert book is not None

    assert [line.verify for line in book.lines][-2:] == [False, True]


def test_unknown_book_is_absent(reader: Client) -> None:
    assert reader.get("/reference/nothing/").status_code == 404

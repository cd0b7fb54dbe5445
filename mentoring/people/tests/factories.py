"""Made-up people for tests."""

import itertools

from mentoring.people.models import Person

_numbers = itertools.count(1)
LAST_NAMES = ("Ежова", "Гречко", "Зыкова", "Лапшина", "Носова", "Белоусова", "Воронцова", "Панина", "Рябова", "Титова")
FIRST_NAMES = ("Мария", "Ольга", "Дарья", "Вера", "Ирина", "Елена", "Жанна")


def make_person(*, full_name: str = "", gender: str = "female", **values: object) -> Person:
    """A woman with a name of her own unless a name is given."""
    number = next(_numbers)
    if full_name:
        last, first, patronymic = [*full_name.split(), "", ""][:3]
    else:
        last = LAST_NAMES[number % len(LAST_NAMES)]
        first = FIRST_NAMES[number % len(FIRST_NAMES)]
        patronymic = "Сергеевна"
    return Person.objects.create(
        last_name=last,
        first_name=first,
        patronymic=patronymic,
        gender=gender,
        search=f"{last} {first} {patronymic}".lower().replace("ё", "е").strip(),
        **values,
    )

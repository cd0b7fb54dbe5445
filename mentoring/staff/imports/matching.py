"""Find whom a row of the list means among those who are known."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mentoring.core.wording import comparison_key
from mentoring.staff.imports.employees import KnownEmployee
from mentoring.staff.imports.model import StaffRow

PART_BREAK = "|"
KEPT_KEYS = 30_000
PLAIN = re.compile(r"[А-Яа-яЁё|]+")  # nothing in it to mend

NAMESAKES = "В организации несколько человек с таким именем: выберите, о ком эта строка."
OTHER_BIRTHDAY = "Имя совпадает, а дата рождения другая: это тёзка или в одной из дат ошибка."
OTHER_PATRONYMIC = "Фамилия и имя совпадают, а отчество указано не везде: подтвердите, что это один человек."
OTHER_SURNAME = "Имя, отчество и дата рождения совпадают, а фамилия другая: если она сменилась, подтвердите."
SAME_EMAIL = "Такой адрес почты записан у другого человека: проверьте, не он ли это."


@dataclass(frozen=True, slots=True)
class Match:
    """Who is meant: one person, nobody, or candidates with the doubt that a human being must settle."""

    employee: KnownEmployee | None = None
    candidates: tuple[KnownEmployee, ...] = ()
    doubt: str = ""


class Directory:
    """Known people by everything by which they are looked for."""

    def __init__(self, known: Iterable[KnownEmployee]) -> None:
        self.by_name: dict[str, list[KnownEmployee]] = defaultdict(list)
        self.by_short_name: dict[str, list[KnownEmployee]] = defaultdict(list)
        self.by_given_names: dict[str, list[KnownEmployee]] = defaultdict(list)
        self.by_email: dict[str, list[KnownEmployee]] = defaultdict(list)
        self.by_initials: dict[str, list[KnownEmployee]] = defaultdict(list)
        for person in known:
            key = name_key(person)
            last, first, patronymic = key.split(PART_BREAK)
            self.by_name[key].append(person)
            self.by_short_name[last + first].append(person)
            self.by_given_names[first + patronymic].append(person)
            self.by_initials[last + first[:1]].append(person)
            if person.email:
                self.by_email[person.email.lower()].append(person)

    def find(self, row: StaffRow) -> Match:
        """Tell whom the row means."""
        if not self.by_name:
            return Match()
        key = name_key(row)
        namesakes = self.by_name.get(key, ())
        if namesakes:
            return among_namesakes(row, namesakes)
        return self.by_part_of_name(row, key) or self.by_other_marks(row, key) or Match()

    def by_part_of_name(self, row: StaffRow, key: str) -> Match | None:
        """Look for the same surname and first name where one side lacks the patronymic."""
        last, first, patronymic = key.split(PART_BREAK)
        namesakes = self.by_short_name.get(last + first, ())
        found = [person for person in namesakes if not person.patronymic or not patronymic]
        sure = [person for person in found if is_same_birth(row, person)]
        if len(sure) == 1:
            return Match(employee=sure[0])
        possible = tuple(person for person in found if not is_other_birth(row, person))
        return Match(candidates=possible, doubt=OTHER_PATRONYMIC) if possible else None

    def by_other_marks(self, row: StaffRow, key: str) -> Match | None:
        """Look for a changed surname, then for the address."""
        _, first, patronymic = key.split(PART_BREAK)
        given = self.by_given_names.get(first + patronymic, ())
        renamed = tuple(person for person in given if row.birth_date and person.birth_date == row.birth_date)
        if renamed and patronymic:
            return Match(candidates=renamed, doubt=OTHER_SURNAME)
        owners = [person for person in self.by_email.get(row.email or "", ()) if shares_a_name(row, person)]
        return Match(candidates=tuple(owners), doubt=SAME_EMAIL) if owners else None

    def possibly_meant(self, row: StaffRow) -> Sequence[KnownEmployee]:
        """Give those whom a row with a broken name may mean, so that they are not taken for gone."""
        if row.last_name and row.first_name:
            match = self.find(row)
            return (match.employee,) if match.employee else match.candidates
        words = sorted(comparison_key(row.raw_name.replace(".", " ")).split(), key=is_initial)
        return self.by_initials.get(words[0] + words[1][:1], ()) if len(words) > 1 else ()


def is_initial(word: str) -> bool:
    """Tell a letter of «И. О. Петров» from the surname, which then stands first."""
    return len(word) == 1


def among_namesakes(row: StaffRow, namesakes: Sequence[KnownEmployee]) -> Match:
    """Choose among people of the same full name by birth, then by address or telephone."""
    fitting = [person for person in namesakes if not is_other_birth(row, person)]
    if not fitting:
        return Match(candidates=tuple(namesakes), doubt=OTHER_BIRTHDAY)
    if len(namesakes) == 1:
        return Match(employee=fitting[0])
    for narrowed in (
        [person for person in fitting if is_same_birth(row, person)],
        [person for person in fitting if row.email and person.email.lower() == row.email],
        [person for person in fitting if row.phone and person.phone == row.phone],
    ):
        if len(narrowed) == 1:
            return Match(employee=narrowed[0])
    return Match(candidates=tuple(fitting), doubt=NAMESAKES)


def name_key(person: KnownEmployee | StaffRow) -> str:
    """Give the key by which full names are equal: its parts with a break between them."""
    return key_of_name(person.last_name or "", person.first_name or "", person.patronymic or "")


@lru_cache(maxsize=KEPT_KEYS)
def key_of_name(last: str, first: str, patronymic: str) -> str:
    """Make the key once for a name that is looked for again and again."""
    text = PART_BREAK.join((last, first, patronymic))
    return text.lower().replace("ё", "е") if PLAIN.fullmatch(text) else comparison_key(text)


def shares_a_name(row: StaffRow, person: KnownEmployee) -> bool:
    """Tell a person who changed a part of the name from colleagues who share a mailbox."""
    pairs = ((row.last_name, person.last_name), (row.first_name, person.first_name))
    return any(comparison_key(one or "") == comparison_key(other) for one, other in pairs)


def is_same_birth(row: StaffRow, person: KnownEmployee) -> bool:
    """Tell whether both births are known and agree as far as they are known."""
    if row.birth_date and person.birth_date:
        return row.birth_date == person.birth_date
    return row.birth_year is not None and row.birth_year == person.year_of_birth


def is_other_birth(row: StaffRow, person: KnownEmployee) -> bool:
    """Tell whether both births are known and differ."""
    if row.birth_year is None or person.year_of_birth is None:
        return False
    return not is_same_birth(row, person)

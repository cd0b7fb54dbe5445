"""Accuracy of declension on two sheets of people and positions that no rule was fitted to.

First run of the rules, before anything was mended:

- first sheet: names 454 of 456 forms (the two were the sheet's own error: a stressed -ия gives «Зульфие»), positions
  395 of 420 (one defect: participles such as «заведующий» were not seen as heads). Three people of it whose surnames
  turned out to stand in the exceptions were replaced by others.
- second sheet, written after that: names 205 of 210 (the old patronymic «Силыч»), positions 115 of 120 («шеф-повар»).

Each defect was mended for its whole class of words; no name of the sheets stands in the exceptions.
"""

import pytest

from mentoring.core.tests.heldout import people, positions, same_letters
from mentoring.core.wording import CaseForms, Gender, decline_name, decline_position, parse_full_name

KNOWN_NAME_FAILURES: frozenset[str] = frozenset()
KNOWN_POSITION_FAILURES: frozenset[str] = frozenset()
LEAST_PEOPLE = 60
LEAST_POSITIONS = 60


def wrong_forms(gold: tuple[str, ...], got: CaseForms) -> list[str]:
    pairs = zip(gold, got.as_tuple(), strict=True)
    return [found for expected, found in pairs if same_letters(expected) != same_letters(found)]


def test_names_of_the_held_out_list_are_right(capsys: pytest.CaptureFixture[str]) -> None:
    wrong: set[str] = set()
    for person in people():
        got = decline_name(parse_full_name(person.forms[0]), Gender(person.gender))
        wrong.update(wrong_forms(person.forms, got))

    total = len(people()) * 6
    with capsys.disabled():
        print(f"\nnames by case: {total - len(wrong)} of {total} forms right")
    assert len(people()) >= LEAST_PEOPLE
    assert wrong == KNOWN_NAME_FAILURES


def test_positions_of_the_held_out_list_are_right_without_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    wrong: set[str] = set()
    for forms in positions():
        wrong.update(wrong_forms(forms, decline_position(forms[0])))

    total = len(positions()) * 6
    with capsys.disabled():
        print(f"\npositions by case: {total - len(wrong)} of {total} forms right")
    assert len(positions()) >= LEAST_POSITIONS
    assert wrong == KNOWN_POSITION_FAILURES

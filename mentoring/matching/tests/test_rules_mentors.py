"""Who can mentor, which form fits, how well two people fit, and one proposal for all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.matching.rules.assignment import assign
from mentoring.matching.rules.forms import (
    GROUP,
    LEADER_PEDAGOGUE,
    LEADER_TEACHER,
    PEDAGOGUE_PEDAGOGUE,
    TEACHER_TEACHER,
    TRADITIONAL,
    VIRTUAL,
    propose_form,
)
from mentoring.matching.rules.mentors import MentorThresholds, propose_mentor, propose_mentors
from mentoring.matching.rules.pairs import Books, MenteeSide, MentorSide, fit, headline
from mentoring.matching.rules.work import Pause, Work
from mentoring.matching.tests.words import plain

DAY = date(2026, 9, 10)
CATEGORIES = {"first": "первая категория", "highest": "высшая категория"}
AREAS = {"methods": "методика", "parents": "работа с родителями", "subject": "предметное содержание"}
BOOKS = Books(areas=AREAS, categories=CATEGORIES)


def work(**facts: object) -> Work:
    """A teacher of physics with eleven years of work."""
    usual: dict[str, object] = {
        "person_id": 1,
        "position": "учитель физики",
        "is_school_teacher": True,
        "subject": "физика",
        "teaching_months": 132,
        "as_of": date(2026, 9, 1),
    }
    told = usual | facts
    told.setdefault("teaching_now", told["teaching_months"])
    return Work(**told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"teaching_months": 59}, False, id="почти пять лет"),
        pytest.param({"teaching_months": 60}, True, id="пять лет"),
        pytest.param({"teaching_months": 48, "teaching_now": 60}, True, id="пять лет исполнилось"),
        pytest.param({"teaching_months": None}, False, id="стаж не указан"),
        pytest.param({"is_pedagogical": False}, False, id="не педагог"),
        pytest.param({"is_pedagogical": False, "is_manager": True}, True, id="руководитель"),
        pytest.param({"pauses": [Pause(date(2026, 1, 1), None)]}, False, id="в длительном отпуске"),
    ],
)
def test_mentor_is_proposed_by_experience(facts: dict[str, object], expected: bool) -> None:
    found = propose_mentor(work(**facts), day=DAY, thresholds=MentorThresholds(), categories=CATEGORIES)

    assert bool(found) is expected


def test_facts_of_a_mentor_are_words() -> None:
    found = propose_mentor(
        work(category="highest", category_on=date(2024, 3, 12), results="8 призёров за 3 года"),
        day=DAY,
        thresholds=MentorThresholds(),
        categories=CATEGORIES,
    )

    assert found is not None
    assert plain(found.reason) == (
        "педагогический стаж 11 лет; высшая категория с 12 марта 2024 г.; измеримые результаты записаны"
    )


def test_more_confirmed_stands_first() -> None:
    staff = [work(person_id=1, teaching_months=400), work(person_id=2, category="first")]

    found = propose_mentors(staff, day=DAY, thresholds=MentorThresholds(), categories=CATEGORIES)

    assert [one.person_id for one in found] == [2, 1]


@pytest.mark.parametrize(
    ("mentor", "mentee", "form"),
    [
        pytest.param(work(), work(position="учитель химии", subject="химия"), TEACHER_TEACHER, id="два учителя"),
        pytest.param(work(), work(is_school_teacher=False), PEDAGOGUE_PEDAGOGUE, id="учитель и психолог"),
        pytest.param(work(is_school_teacher=False), work(), PEDAGOGUE_PEDAGOGUE, id="психолог и учитель"),
        pytest.param(work(is_manager=True), work(), LEADER_TEACHER, id="руководитель и учитель"),
        pytest.param(
            work(is_manager=True), work(is_school_teacher=False), LEADER_PEDAGOGUE, id="руководитель и воспитатель"
        ),
    ],
)
def test_form_follows_from_who_they_are(mentor: Work, mentee: Work, form: str) -> None:
    assert propose_form(mentor, [mentee]).form == form


def test_one_mentee_is_traditional_and_several_are_a_group() -> None:
    assert propose_form(work(), [work()]).kinds == (TRADITIONAL,)
    assert propose_form(work(), [work(), work()]).kinds == (GROUP,)


def test_different_buildings_add_video_and_say_why() -> None:
    found = propose_form(work(building="корпус 1"), [work(building="корпус 2")])

    assert found.kinds == (TRADITIONAL, VIRTUAL)
    assert "по видеосвязи" in found.motive


def test_motive_names_the_common_subject() -> None:
    assert "физика" in propose_form(work(), [work()]).motive


def test_covered_areas_are_counted_and_named() -> None:
    mentee = MenteeSide(work=work(), areas=["methods", "parents", "subject"])
    mentor = MentorSide(work=work(), areas=["methods", "subject"])

    found = fit(mentee, mentor, books=BOOKS)

    assert plain(found.facts[0].sentence) == (
        "закрывает 2 из 3: методика, предметное содержание; не закрыто: работа с родителями"
    )
    assert found.facts[0].sign == "partly"


def test_next_free_place_is_named() -> None:
    found = fit(MenteeSide(work=work()), MentorSide(work=work(), capacity=2, taken=1), books=BOOKS)

    assert "место 2 из 2" in [fact.sentence for fact in found.facts]


def test_own_boss_is_marked_and_weighs_less() -> None:
    usual = fit(MenteeSide(work=work()), MentorSide(work=work()), books=BOOKS)
    boss = fit(MenteeSide(work=work()), MentorSide(work=work(), is_own_boss=True), books=BOOKS)

    assert boss.points < usual.points
    assert "собственный руководитель" in [fact.sentence for fact in boss.facts]


def test_buildings_are_told_only_when_both_are_known() -> None:
    found = fit(MenteeSide(work=work(building="А")), MentorSide(work=work()), books=BOOKS)

    assert "Здание" not in [fact.label for fact in found.facts]


def test_points_of_a_pair_are_the_sum_of_its_facts() -> None:
    found = fit(MenteeSide(work=work(), areas=["methods"]), MentorSide(work=work()), books=BOOKS)

    assert found.points == sum(fact.points for fact in found.facts if isinstance(fact.points, int))


def test_headline_tells_the_strongest_facts() -> None:
    found = fit(MenteeSide(work=work(), areas=["methods"]), MentorSide(work=work(), areas=["methods"]), books=BOOKS)

    assert headline(found.facts).startswith("закрывает 1 из 1: методика; один предмет")


def test_person_with_one_choice_moves_another_to_the_second() -> None:
    answer = assign([1, 2], wishes={1: [10, 20], 2: [10]}, places={10: 1, 20: 1})

    assert answer == {1: 20, 2: 10}


def test_nobody_is_put_where_there_is_no_place() -> None:
    assert assign([1, 2, 3], wishes={1: [10], 2: [10], 3: [10]}, places={10: 2}) == {1: 10, 2: 10}


def _greatest(waiting: list[int], wishes: dict[int, list[int]], places: dict[int, int]) -> int:
    """Try everything: the greatest number of people who can get a mentor."""
    if not waiting:
        return 0
    first, rest = waiting[0], waiting[1:]
    best = _greatest(rest, wishes, places)
    for mentor in wishes[first]:
        if places[mentor]:
            left = places | {mentor: places[mentor] - 1}
            best = max(best, 1 + _greatest(rest, wishes, left))
    return best


@given(
    wishes=st.lists(st.lists(st.integers(0, 3), max_size=4, unique=True), max_size=5),
    places=st.lists(st.integers(0, 2), min_size=4, max_size=4),
)
def test_as_many_as_possible_get_a_mentor(wishes: list[list[int]], places: list[int]) -> None:
    people = list(range(len(wishes)))
    by_person = dict(enumerate(wishes))
    free = dict(enumerate(places))

    answer = assign(people, wishes=by_person, places=free)

    assert len(answer) == _greatest(people, by_person, free)
    assert all(mentor in by_person[person] for person, mentor in answer.items())
    assert all(list(answer.values()).count(mentor) <= free[mentor] for mentor in free)

"""Grounds of a need, read from the register."""

from datetime import date
from decimal import Decimal

import pytest

from mentoring.matching.rules.needs import (
    AFTER_BREAK,
    ATTESTATION,
    BEGINNER,
    NEW_HERE,
    NEW_POSITION,
    NeedThresholds,
    lacks_experience,
    propose_need,
    propose_needs,
    waiting_words,
)
from mentoring.matching.rules.work import FormerPosition, Pause, Work
from mentoring.matching.tests.words import plain

DAY = date(2026, 9, 10)
USUAL = NeedThresholds()


def work(**facts: object) -> Work:
    """An experienced teacher about whom nothing is remarkable."""
    given: dict[str, object] = {
        "person_id": 1,
        "position": "учитель физики",
        "hired_on": date(2015, 9, 1),
        "position_since": date(2015, 9, 1),
        "teaching_months": 132,
        "total_months": 140,
        "as_of": date(2026, 9, 1),
    }
    told = given | facts
    told.setdefault("teaching_now", told["teaching_months"])
    told.setdefault("total_now", told["total_months"])
    return Work(**told)  # type: ignore[arg-type]


def grounds(one: Work, *, day: date = DAY, thresholds: NeedThresholds = USUAL) -> list[str]:
    """All grounds found, the main one first."""
    proposal = propose_need(one, day=day, thresholds=thresholds)
    return [proposal.ground, *proposal.others] if proposal else []


def test_nothing_is_proposed_without_a_ground() -> None:
    assert grounds(work()) == []


def test_fact_of_a_beginner_names_experience_and_its_date() -> None:
    proposal = propose_need(work(teaching_months=16, total_months=20), day=DAY, thresholds=USUAL)

    assert proposal is not None
    assert plain(proposal.reason) == "педагогический стаж 1 год 4 месяца на 1 сентября 2026 г."


@pytest.mark.parametrize(
    ("recorded", "now", "expected"),
    [
        pytest.param(0, 0, [BEGINNER], id="первый день"),
        pytest.param(35, 35, [BEGINNER], id="35 месяцев"),
        pytest.param(36, 36, [], id="ровно три года"),
        pytest.param(24, 36, [], id="стаж подрос до трёх лет"),
    ],
)
def test_beginner_has_taught_less_than_the_threshold(recorded: int, now: int, expected: list[str]) -> None:
    assert grounds(work(teaching_months=recorded, teaching_now=now)) == expected


def test_threshold_of_a_beginner_is_data() -> None:
    assert grounds(work(teaching_months=40), thresholds=NeedThresholds(beginner_months=60)) == [BEGINNER]


def test_total_experience_decides_where_teaching_is_not_recorded() -> None:
    proposal = propose_need(work(teaching_months=None, total_months=10), day=DAY, thresholds=USUAL)

    assert proposal is not None
    assert proposal.ground == BEGINNER
    assert "общий стаж 10 месяцев" in plain(proposal.reason)


def test_long_total_experience_without_teaching_says_nothing() -> None:
    assert grounds(work(teaching_months=None, total_months=200)) == []


def test_missing_experience_is_told_apart() -> None:
    assert lacks_experience(work(teaching_months=None, total_months=None))
    assert not lacks_experience(work(teaching_months=None, total_months=5))


@pytest.mark.parametrize(
    ("hired_on", "expected"),
    [
        pytest.param(date(2026, 9, 1), [NEW_HERE], id="десять дней"),
        pytest.param(date(2025, 9, 11), [NEW_HERE], id="без дня год"),
        pytest.param(date(2025, 9, 10), [], id="ровно год"),
        pytest.param(date(2026, 9, 20), [], id="ещё не вышла на работу"),
        pytest.param(None, [], id="дата приёма не указана"),
    ],
)
def test_experienced_newcomer_is_new_for_a_year(hired_on: date | None, expected: list[str]) -> None:
    assert grounds(work(hired_on=hired_on, position_since=hired_on)) == expected


def test_beginner_who_is_new_is_a_beginner_only() -> None:
    assert grounds(work(teaching_months=2, hired_on=date(2026, 9, 1), position_since=date(2026, 9, 1))) == [BEGINNER]


def test_newcomers_fact_names_the_day_and_experience() -> None:
    proposal = propose_need(work(hired_on=date(2026, 9, 1)), day=DAY, thresholds=USUAL)

    assert proposal is not None
    assert plain(proposal.reason) == (
        "работает здесь с 1 сентября 2026 г., педагогический стаж 11 лет на 1 сентября 2026 г."
    )


def test_new_position_names_the_former_one() -> None:
    moved = work(
        position="старший воспитатель",
        position_since=date(2026, 8, 25),
        former_positions=[FormerPosition("воспитатель", date(2015, 9, 1), date(2026, 8, 24))],
    )

    proposal = propose_need(moved, day=DAY, thresholds=USUAL)

    assert proposal is not None
    assert proposal.ground == NEW_POSITION
    assert plain(proposal.reason) == "в должности «старший воспитатель» с 25 августа 2026 г., раньше — воспитатель"


def test_position_held_since_hiring_is_not_new() -> None:
    assert NEW_POSITION not in grounds(work(hired_on=date(2026, 9, 1), position_since=date(2026, 9, 1)))


def test_later_position_without_a_recorded_former_one_is_new() -> None:
    assert grounds(work(position_since=date(2026, 8, 25))) == [NEW_POSITION]


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        pytest.param(date(2024, 3, 1), date(2026, 8, 31), [AFTER_BREAK], id="вернулась на днях"),
        pytest.param(date(2026, 3, 1), date(2026, 8, 31), [], id="короткий перерыв"),
        pytest.param(date(2022, 3, 1), date(2025, 9, 10), [], id="вернулась год назад"),
        pytest.param(date(2024, 3, 1), None, [], id="ещё не вернулась"),
        pytest.param(date(2024, 3, 1), date(2026, 12, 1), [], id="вернётся позже"),
    ],
)
def test_long_break_calls_for_a_mentor_for_a_year(since: date, until: date | None, expected: list[str]) -> None:
    assert grounds(work(pauses=[Pause(since, until)])) == expected


def test_reason_of_a_break_is_not_told() -> None:
    proposal = propose_need(work(pauses=[Pause(date(2024, 3, 1), date(2026, 8, 31))]), day=DAY, thresholds=USUAL)

    assert proposal is not None
    assert plain(proposal.reason) == "перерыв в работе 2 года 5 месяцев, до 31 августа 2026 г."


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        pytest.param("соответствует занимаемой должности", [], id="соответствует"),
        pytest.param("соответствует при выполнении рекомендаций", [ATTESTATION], id="рекомендации"),
        pytest.param("не соответствует занимаемой должности", [ATTESTATION], id="не соответствует"),
        pytest.param("", [], id="результата нет"),
    ],
)
def test_attestation_calls_for_a_mentor_when_it_advises(result: str, expected: list[str]) -> None:
    assert grounds(work(attested_on=date(2026, 4, 12), attestation_result=result)) == expected


def test_old_attestation_is_no_ground() -> None:
    assert grounds(work(attested_on=date(2025, 4, 12), attestation_result="не соответствует")) == []


def test_second_job_is_told_beside_the_ground() -> None:
    proposal = propose_need(work(teaching_months=5, is_secondary=True, rate=Decimal("0.5")), day=DAY, thresholds=USUAL)

    assert proposal is not None
    assert proposal.reason.endswith("; работает по совместительству")


def test_second_job_alone_is_no_ground() -> None:
    assert grounds(work(is_secondary=True)) == []


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param({"is_pedagogical": False}, id="не педагог"),
        pytest.param({"pauses": [Pause(date(2026, 1, 1), None)]}, id="в отпуске по уходу"),
    ],
)
def test_who_does_not_teach_now_is_not_proposed(facts: dict[str, object]) -> None:
    assert grounds(work(teaching_months=5, **facts)) == []


def test_all_grounds_of_one_person_make_one_proposal() -> None:
    several = work(
        teaching_months=30,
        position_since=date(2026, 8, 25),
        attested_on=date(2026, 4, 12),
        attestation_result="не соответствует",
    )

    assert grounds(several) == [BEGINNER, NEW_POSITION, ATTESTATION]


def test_staff_is_gone_through_in_its_order() -> None:
    staff = [work(person_id=3, teaching_months=1), work(person_id=2), work(person_id=1, teaching_months=2)]

    assert [one.person_id for one in propose_needs(staff, day=DAY, thresholds=USUAL)] == [3, 1]


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (date(2026, 9, 10), "ждёт с сегодняшнего дня"),
        (date(2026, 9, 9), "ждёт 1 день"),
        (date(2026, 8, 25), "ждёт 16 дней"),
    ],
)
def test_waiting_is_told_in_days(since: date, words: str) -> None:
    assert plain(waiting_words(since, day=DAY)) == words
